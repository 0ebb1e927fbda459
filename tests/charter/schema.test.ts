// The JSON Schema that editors are given, beside the reader that decides: both on the same good and bad charters.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";

const amana = process.env["AMANA_COMMAND"]!;
const schema = JSON.parse(spawnSync(amana, ["charter", "schema"], { encoding: "utf8" }).stdout);
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

const forTheSchema = (charter: string): boolean => isValid(JSON.parse(charter));
const forTheReader = (charter: string): boolean =>
  spawnSync(amana, ["charter", "check", "-"], { input: charter }).status === 0;

const withKeys = (keys: string): string => `{"charter": 1, "company": {"names": ["Golden Pages"]}, ${keys}}`;
const withRule = (keys: string): string => withKeys(`"rules": [{"id": "a", "category": "finances", ${keys}}]`);

const good = [
  readFileSync("charters/golden-pages.json", "utf8"),
  withKeys(`"title": {"he": "א"}, "version": "7", "$schema": 3, "hours": {}, "links": {}, "embargoes": 1, "encouraged": null`),
  withKeys(`"people": ["דנה", {"name": "Dana", "aliases": ["D"], "match": "exact", "with": ["boss"]}]`),
  withKeys(`"sites": ["https://*.x.com/*", "*://*/*", "http://a-b.example/c?d"]`),
  withKeys(`"categories": {"finances": {"level": "quiet", "clause": {"en": "x"}}, "ambassador": {}}`),
  withKeys(`"contact": {"email": "me", "name": "M"}`),
  withKeys(`"links": {"charter": "https://wiki.example.com:8443/charter?v=2#finances"}`),
  withKeys(`"fingerprints": {"scheme": 1, "salt": "000102030405060708090a0b0c0d0e0F", "people": ["00c0ffee00000000000000"]}`),
  withRule(`"says": "s", "en": {"all": ["x", ["@target", "y"]], "within": 7, "needs": ["speaker-is-us"], "not": ["@published"]}`),
  withRule(`"says": "s", "level": "notice", "he": {"all": ["x"], "within": "two-sentences"}`),
];

const bad = [
  "{}",
  "[]",
  `{"charter": 2, "company": {"names": ["a"]}}`,
  `{"charter": 1, "company": {"names": []}}`,
  withKeys(`"competitor": []`),
  withKeys(`"version": 3`),
  withKeys(`"version": " "`),
  withKeys(`"title": {}`),
  withKeys(`"title": {"fr": "x"}`),
  withKeys(`"people": [3]`),
  withKeys(`"people": [""]`),
  withKeys(`"people": [{}]`),
  withKeys(`"people": [{"name": "a", "alias": []}]`),
  withKeys(`"people": [{"name": "a", "match": "fuzzy"}]`),
  withKeys(`"people": {"name": "a"}`),
  withKeys(`"people": null`),
  withKeys(`"sites": ["x.com"]`),
  withKeys(`"sites": ["ftp://x.com/*"]`),
  withKeys(`"sites": ["https://www.*.com/*"]`),
  withKeys(`"sites": ["https://x.com:8443/*"]`),
  withKeys(`"sites": ["https://x.com"]`),
  withKeys(`"sites": ["https://x.com/a b"]`),
  withKeys(`"categories": {"finance": {}}`),
  withKeys(`"categories": {"finances": "warn"}`),
  withKeys(`"categories": {"finances": {"level": "loud"}}`),
  withKeys(`"categories": {"finances": {"advice": {"he": "\\n"}}}`),
  withKeys(`"contact": {}`),
  withKeys(`"links": {"charter": "http://example.com"}`),
  withKeys(`"links": {"charter": "https://me@example.com"}`),
  withKeys(`"links": {"charter": "https://example.com/the charter"}`),
  withKeys(`"links": {"wiki": "https://example.com"}`),
  withKeys(`"contact": {"email": "a", "name": ""}`),
  withKeys(`"fingerprints": {"scheme": 1}`),
  withKeys(`"fingerprints": {"scheme": 1, "salt": "00"}`),
  withKeys(`"rules": {}`),
  withKeys(`"rules": [7]`),
  withRule(`"says": 3`),
  withRule(`"why": "no says"`),
  withRule(`"says": "s", "fr": {}`),
  withRule(`"says": "s", "en": {}`),
  withRule(`"says": "s", "en": {"all": [3]}`),
  withRule(`"says": "s", "en": {"all": ["x"], "within": -1}`),
  withRule(`"says": "s", "en": {"all": ["x"], "needs": ["luck"]}`),
];

for (const charter of good) {
  test(`good: ${charter.replaceAll(/\s+/g, " ").slice(0, 120)}`, () => assert.deepEqual([forTheReader(charter), forTheSchema(charter)], [true, true]));
}

for (const charter of bad) {
  test(`bad: ${charter}`, () => assert.deepEqual([forTheReader(charter), forTheSchema(charter)], [false, false]));
}
