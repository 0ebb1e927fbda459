// Packs a zip as CRX3, the form in which Chromium browsers install from elsewhere than the store.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

// The numbers of CRX3's protocol buffer.
const SHA256_WITH_RSA = 2;
const PUBLIC_KEY = 1;
const SIGNATURE = 2;
const SIGNED_HEADER_DATA = 10000;
const CRX_ID = 1;

/** The key at `path`; made and kept there when there is none yet. Whoever loses it loses the extension's id. */
export function keyAt(path) {
  if (!existsSync(path)) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  }
  return createPrivateKey(readFileSync(path));
}

/** The id that Chromium gives to what is signed by a key: 32 letters from a to p. */
export function idOf(key) {
  const letters = idBytes(publicKey(key)).toString("hex");
  return letters.replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

/** The zip with its signature before it. The same zip and key give the same bytes. */
export function packed(zip, key) {
  const shown = publicKey(key);
  const signedData = field(CRX_ID, idBytes(shown));
  const message = Buffer.concat([Buffer.from("CRX3 SignedData\0"), length(signedData), signedData, zip]);
  const proof = Buffer.concat([field(PUBLIC_KEY, shown), field(SIGNATURE, sign("sha256", message, key))]);
  const header = Buffer.concat([field(SHA256_WITH_RSA, proof), field(SIGNED_HEADER_DATA, signedData)]);
  return Buffer.concat([Buffer.from("Cr24"), uint32(3), length(header), header, zip]);
}

const publicKey = (key) => createPublicKey(key).export({ type: "spki", format: "der" });

const idBytes = (shown) => createHash("sha256").update(shown).digest().subarray(0, 16);

/** A field of a protocol buffer that holds bytes. */
const field = (number, bytes) => Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);

function varint(number) {
  const bytes = [];
  for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
  return Buffer.from([...bytes, number]);
}

function uint32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}

const length = (bytes) => uint32(bytes.length);
