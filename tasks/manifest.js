// Writes one browser's manifest: the base manifest, the workspace's version, the pages of packs/sites, and what that browser alone needs.
// Usage: node tasks/manifest.js chrome|firefox > dist/…/manifest.json
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

// The public half of the key that gives Chromium builds their stable id, pljefopdnknncgpjlildkhekicflneil. The private
// half was deleted: whoever packs a CRX brings a key, and with it an id, of their own.
const KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArsc/5t3pTtHZB7xJGHJ1YcevGyO8VzQoz3gm/pfUoohLC0MbeZP6JV1JZ6mphMRNhdDQ2C1Lcjru1wrEagwygqEkBtyDWlvOKNZnm/tk+RcWoD637ilKIUhIh8wQubku6Zn5SXeJ+HxxHnsAMH0PnXofTrjyc0/hZS0ZpTBLhj2Z6z8JwCMsuRoyDRL6ALeLSgveFfbKD+aTWj1aEUK2wJDzQapPAncn35b+o55Nx1qJivmLN+sn5kd1045rJXqupPjVD2YHj/CBH4kK4CNUab7XhHOtdFF0rz/yZOyViuIjiqXWDQPgIMw9yJtbCwYu8+497IEvy2HLnYw/qmd+fwIDAQAB";

const patches = {
  chrome: (manifest) => ({
    ...manifest,
    key: KEY,
    // The first with every interface that the content script stands on.
    minimum_chrome_version: "120",
    background: { ...manifest.background, service_worker: "background.js" },
    // Firefox needs none, and warns of it.
    storage: { managed_schema: "managed_schema.json" },
  }),
  firefox: (manifest) => ({
    ...manifest,
    background: { ...manifest.background, scripts: ["background.js"] },
    browser_specific_settings: {
      gecko: {
        id: "amana@amana.example",
        // CSS Custom Highlights came with 140; the declaration below is known everywhere from 142 on.
        strict_min_version: "142.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  }),
};

const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));

/** The version of the workspace, which everything that ships has. */
export async function version() {
  const cargo = await readFile("Cargo.toml", "utf8");
  const found = /^\[workspace\.package\]\nversion = "(.+)"$/m.exec(cargo);
  if (!found) throw new Error("Cargo.toml has no version under [workspace.package]");
  return found[1];
}

/** One browser's manifest; `sites` are match patterns, the standard list where none are given. */
export async function manifestFor(browser, sites) {
  const patch = patches[browser];
  if (!patch) throw new Error(`which browser? ${Object.keys(patches).join(" or ")}`);
  const base = await readJson("manifest.json");
  const matches = sites ?? (await standardSites());
  const scripts = base.content_scripts.map((script) => ({ matches, ...script }));
  return patch({ ...base, version: await version(), content_scripts: scripts });
}

// What is in them is checked when the background is built.
async function standardSites() {
  const folder = "packs/sites";
  const files = (await readdir(folder)).sort();
  const read = async (file) => parse(await readFile(`${folder}/${file}`, "utf8")).matches ?? [];
  return (await Promise.all(files.map(read))).flat();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await manifestFor(process.argv[2]), null, 2));
}
