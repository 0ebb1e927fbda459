// Writes packs/base/ordinary/en.txt and he.txt: the words that several posts of tests/corpus/work hold, so that a brand which is an
// everyday word, and a word that only resembles a brand, are known as such. Names of the posts' company are left out.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const POSTS = 'tests/corpus/work';
// Seen in one post or two, many words are slips or names.
const LEAST_POSTS = 3;
const LETTERS = { en: /[a-z]{3,}/g, he: /[א-ת]{3,}/g };

const charter = JSON.parse(readFileSync('charters/golden-pages.json', 'utf8'));
const names = new Set(namesOf(charter).map(joined));

for (const lang of ['en', 'he']) {
  const words = [...counted(lang)].filter(([word, posts]) => posts >= LEAST_POSTS && !names.has(word));
  const list = words.map(([word]) => word).sort().join('\n');
  writeFileSync(`packs/base/ordinary/${lang}.txt`, `# Written by tasks/ordinary.js: everyday words, from tests/corpus/work\n${list}\n`);
}

/** In how many posts each word stands. */
function counted(lang) {
  const posts = new Map();
  for (const text of texts(lang)) {
    for (const word of new Set(text.toLowerCase().match(LETTERS[lang]))) posts.set(word, (posts.get(word) ?? 0) + 1);
  }
  return posts;
}

function texts(lang) {
  const files = readdirSync(POSTS).filter((file) => file.startsWith(`${lang}-`));
  const lines = files.flatMap((file) => readFileSync(`${POSTS}/${file}`, 'utf8').split('\n').filter(Boolean));
  return lines.map((line) => JSON.parse(line).text);
}

function namesOf({ company, competitors = [], customers = [], suppliers = [], projects = [] }) {
  const given = [company.names, company.brands ?? [], competitors, customers, suppliers, projects].flat();
  return given.flatMap((name) => (typeof name === 'string' ? [name] : [name.name, ...(name.aliases ?? [])]));
}

function joined(name) {
  return name.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}
