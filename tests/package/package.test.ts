// What `./build.sh package --host https://amana.example.com` made here, looked at as a store, a browser and an administrator would.
import assert from "node:assert/strict";
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";

const folder = "dist/packages";
const read = (name: string): Buffer => readFileSync(join(folder, name));
const version = /^\[workspace\.package\]\nversion = "(.+)"$/m.exec(readFileSync("Cargo.toml", "utf8"))![1];
const crx = read(`amana-${version}.crx`);
const host = "https://amana.example.com/";

type Files = Record<string, Uint8Array>;
const manifest = (files: Files) => JSON.parse(Buffer.from(files["manifest.json"]!).toString());

/** The parts of a CRX3, found by the numbers of its fields. */
function parts() {
  assert.equal(crx.subarray(0, 4).toString(), "Cr24");
  assert.equal(crx.readUInt32LE(4), 3);
  const header = crx.subarray(12, 12 + crx.readUInt32LE(8));
  const fields = fieldsOf(header);
  const proof = fieldsOf(fields.get(2)!);
  return { key: proof.get(1)!, signature: proof.get(2)!, signed: fields.get(10000)!, zip: crx.subarray(12 + header.length) };
}

function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = number();
    const length = number();
    fields.set(Math.floor(tag / 8), bytes.subarray(at, (at += length)));
  }
  return fields;
}

const idOf = (key: Buffer): string => {
  const hex = createHash("sha256").update(key).digest("hex").slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join("");
};

test("the CRX is signed by its key, and its id is the key's", () => {
  const { key, signature, signed, zip } = parts();
  const length = Buffer.alloc(4);
  length.writeUInt32LE(signed.length);
  const message = Buffer.concat([Buffer.from("CRX3 SignedData\0"), length, signed, zip]);
  assert.ok(verify("sha256", message, createPublicKey({ key, format: "der", type: "spki" }), signature));
  assert.deepEqual(fieldsOf(signed).get(1), createHash("sha256").update(key).digest().subarray(0, 16));
  assert.match(read("updates.xml").toString(), new RegExp(`appid="${idOf(key)}"`));
});

test("every package has the workspace's version, and its addresses only where they belong", () => {
  const own = manifest(unzipSync(parts().zip));
  const store = manifest(unzipSync(read(`amana-${version}-store.zip`)));
  const firefox = manifest(unzipSync(read(`amana-${version}.xpi`)));
  assert.deepEqual([own.version, store.version, firefox.version], [version, version, version]);
  assert.deepEqual([own.key, store.key, firefox.key], [undefined, undefined, undefined]);
  assert.deepEqual([own.update_url, store.update_url], [`${host}updates.xml`, undefined]);
  assert.equal(firefox.browser_specific_settings.gecko.update_url, `${host}updates.json`);
  assert.equal(own.storage.managed_schema, "managed_schema.json");
  assert.equal(firefox.storage, undefined);
});

test("all files of a build are in its packages", () => {
  const names = (from: string) => readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .sort();
  assert.deepEqual(Object.keys(unzipSync(parts().zip)).sort(), names("dist/chrome"));
  assert.deepEqual(Object.keys(unzipSync(read(`amana-${version}.xpi`))).sort(), names("dist/firefox"));
});

test("a browser finds the new version where the packages will be", () => {
  const xml = read("updates.xml").toString();
  assert.match(xml, new RegExp(`codebase="${host}amana-${version}\\.crx" version="${version}"`));
  const { addons } = JSON.parse(read("updates.json").toString());
  assert.deepEqual(addons["amana@amana.example"].updates[0].update_link, `${host}amana-${version}.xpi`);
});

test("the sums are those of the files", () => {
  const lines = read("SHA256SUMS").toString().trim().split("\n");
  assert.equal(lines.length, readdirSync(folder).length - 1);
  for (const line of lines) {
    const [sum, name] = line.split("  ") as [string, string];
    assert.equal(createHash("sha256").update(read(name)).digest("hex"), sum, name);
  }
});

test("nothing tells in whose folders it was built", () => {
  for (const [name, bytes] of Object.entries(unzipSync(parts().zip))) {
    for (const path of [process.cwd(), `${process.env["HOME"]}/`]) {
      assert.ok(!Buffer.from(bytes).includes(path), `${name} has ${path} in it`);
    }
  }
});
