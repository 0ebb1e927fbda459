// Makes what is handed out, of dist/chrome and dist/firefox: for the stores, and for an own host. The same input gives the same bytes.
// Usage: node tasks/package.js --key FILE --host URL [--sites CHARTER.json] [--out FOLDER]
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { idOf, keyAt, packed } from "./crx.js";
import { manifestFor, version } from "./manifest.js";

// Zip has no time zones: the same local time everywhere is the same bytes. It begins with 1980.
const NO_TIME = new Date(1980, 0, 1);

const { values: options } = parseArgs({
  options: { key: { type: "string" }, host: { type: "string" }, sites: { type: "string" }, out: { type: "string", default: "dist/packages" } },
});

const host = new URL(options.host.endsWith("/") ? options.host : `${options.host}/`);
const at = (file) => new URL(file, host).href;
const sites = options.sites && sitesOf(options.sites);
const key = keyAt(options.key);
const id = idOf(key);
const release = await version();

const store = await manifestFor("chrome", sites);
// The store gives an id of its own, and may refuse a key.
delete store.key;
const firefox = await manifestFor("firefox", sites);
// Firefox does not install what would be updated otherwise than by HTTPS.
if (host.protocol === "https:") firefox.browser_specific_settings.gecko.update_url = at("updates.json");
else console.error(`${host.origin} is no https address: the XPI names no place for updates, and Firefox will not look for any`);
const crx = `amana-${release}.crx`;
const xpi = `amana-${release}.xpi`;

const files = {
  [crx]: packed(zip("dist/chrome", { ...store, update_url: at("updates.xml") }), key),
  [`amana-${release}-store.zip`]: zip("dist/chrome", store),
  [xpi]: zip("dist/firefox", firefox),
  "updates.xml": updatesXml(),
  "updates.json": updatesJson(),
};
rmSync(options.out, { recursive: true, force: true });
mkdirSync(options.out, { recursive: true });
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(options.out, name), bytes);
writeFileSync(join(options.out, "SHA256SUMS"), sums());
console.log(`${options.out}: ${Object.keys(files).join(", ")}, SHA256SUMS`);
console.log(`the id in Chromium browsers, of the key in ${options.key}: ${id}`);

/** The sites that a charter names: the manifest asks for these and no other. */
function sitesOf(file) {
  const { sites = [] } = JSON.parse(readFileSync(file, "utf8"));
  if (sites.length === 0) throw new Error(`${file} names no sites; leave --sites out for the standard list`);
  // A script that also runs in frames without an address of their own is given whole hosts only.
  const part = sites.find((site) => !/^[^/]+:\/\/[^/]+\/\*$/.test(site));
  if (part) throw new Error(`${file}: sites: "${part}": a package watches whole hosts; let it end with "/*" right after the host`);
  return sites;
}

/** A folder as zip, with this manifest in place of its own. */
function zip(folder, manifest) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  const content = (path) => (path === "manifest.json" ? Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) : readFileSync(join(folder, path)));
  return Buffer.from(zipSync(Object.fromEntries(paths.map((path) => [path, content(path)])), { level: 9, mtime: NO_TIME }));
}

function updatesXml() {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${escaped(at(crx))}" version="${release}" prodversionmin="${store.minimum_chrome_version}"/>
  </app>
</gupdate>
`;
}

/** Without a hash: Mozilla's signature makes another file of the XPI. */
function updatesJson() {
  const { id, strict_min_version } = firefox.browser_specific_settings.gecko;
  const update = { version: release, update_link: at(xpi), applications: { gecko: { strict_min_version } } };
  return `${JSON.stringify({ addons: { [id]: { updates: [update] } } }, null, 2)}\n`;
}

function sums() {
  const sum = ([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`;
  return Object.entries(files).map(sum).join("");
}

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
