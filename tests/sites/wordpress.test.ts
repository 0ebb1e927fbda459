/** A real WordPress: a visitor's comment, the block editor, the name in the profile; all is saved as it was written. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { inEachBrowser } from "../browser/browsers";
import { type Browser, type Page, until } from "../browser/driver";
import { keep } from "../browser/pages";
import { ENGLISH, HEBREW } from "../browser/posts";
import { countReads, takeReads } from "../browser/reads";
import { type Card, openCard, underlined } from "../browser/warning";
import { Ears } from "../editors/ears";
import { standsUnder } from "../editors/exact";
import { click, enter, leave, write } from "./places";
import { OWNER, SITE, Wordpress } from "./wordpress";

const charter = readFileSync("charters/golden-pages.json", "utf8");
const { categories, contact } = JSON.parse(charter);

const NAMES = [
  { language: "en", name: "golden_pages_il", words: "golden_pages" },
  { language: "he", name: "דפי זהב תמיכה", words: "דפי זהב" },
] as const;

let wordpress: Wordpress;
before(async () => {
  wordpress = await Wordpress.start();
});
after(() => wordpress?.stop());

inEachBrowser("WordPress", (browser) => {
  describe("a visitor's comment", () => {
    for (const { language, text, words } of [ENGLISH, HEBREW]) {
      test(`is warned of and posted as it is written, and nothing else of the form is read (${language})`, async () => {
        await keep(browser(), { charter, language });
        const [id, address] = await postAnew();
        const page = await browser().open(address);
        await countReads(page);
        await write(page, "#author", text);
        await write(page, "#email", "visitor@example.com");
        await write(page, "#url", "https://example.com/");
        await write(page, "#comment", text);
        await standsUnder(page, words);
        assert.equal((await cardOf(page, words)).clause, categories.finances.clause[language]);
        assert.deepEqual(await takeReads(page), ["comment"]);
        await leave(page, () => click(page, "#submit"));
        await nothingOfAmana(page);
        assert.deepEqual(await commentsOn(id), [text]);
        await page.close();
      });
    }
  });

  describe("its owner", () => {
    let ears: Ears;
    before(async () => {
      ears = await Ears.open(browser());
      await logIn(browser());
    });

    for (const [title, paragraph] of [[ENGLISH, HEBREW], [HEBREW, ENGLISH]] as const) {
      test(`is warned in the block editor, and what is saved is what was written (${title.language}, ${paragraph.language})`, async () => {
        await keep(browser(), { charter, language: title.language });
        const page = await browser().open(`${SITE}/wp-admin/post-new.php`);
        await write(page, ".editor-post-title__input", title.text);
        await standsUnder(page, title.words);
        await cardOf(page, title.words);
        await page.press("Enter");
        await enter(page, ".wp-block-paragraph");
        await page.type(paragraph.text);
        await standsUnder(page, paragraph.words, title.words);
        const content = `<!-- wp:paragraph -->\n<p>${paragraph.text}</p>\n<!-- /wp:paragraph -->`;
        assert.deepEqual(await savedAs(await save(page)), [title.text, content]);
        await underlined(page, title.words, paragraph.words);
        await page.close();
      });
    }

    for (const { language, name, words } of NAMES) {
      test(`is warned of a name with the brand in the profile, of which nothing else is read, and may keep it (${language})`, async () => {
        await keep(browser(), { charter, language });
        const page = await browser().open(`${SITE}/wp-admin/profile.php`);
        await countReads(page);
        await click(page, ".wp-generate-pw");
        for (const place of ["#pass1", "#first_name", "#last_name", "#email", "#url"]) {
          await write(page, place, "x");
          await page.press("Backspace");
        }
        await click(page, ".wp-cancel-pw");
        await enter(page, "#nickname");
        await page.press("Control+a");
        await page.type(name);
        await standsUnder(page, words);
        assert((await cardOf(page, words)).contact.includes(contact.email));
        assert.deepEqual(await takeReads(page), ["nickname"]);
        await leave(page, () => click(page, "#submit"));
        assert.equal(await wordpress.ask("get_user_meta( 1, 'nickname', true )"), name);
        await page.close();
      });
    }

    test("searches unread", async () => {
      const [, address] = await postAnew();
      const page = await browser().open(address);
      await countReads(page);
      await write(page, "#adminbar-search", ENGLISH.text);
      await write(page, "#comment", ENGLISH.text);
      await standsUnder(page, ENGLISH.words);
      assert.deepEqual(await takeReads(page), ["comment"]);
      await page.close();
    });

    test("logged in unread", async () => {
      const texts = await ears.texts();
      assert(texts.length > 0, "the ears hear");
      assert.deepEqual(texts.filter((text) => text.includes(OWNER.name) || text.includes(OWNER.password)), []);
    });
  });
}, { pages: (request, response) => wordpress.answer(request, response) });

/** Logs in as people do. */
async function logIn(browser: Browser): Promise<void> {
  const page = await browser.open(`${SITE}/wp-login.php`);
  await write(page, "#user_login", OWNER.name);
  await write(page, "#user_pass", OWNER.password);
  await leave(page, () => page.press("Enter"));
  await page.close();
}

/** A new post, on which everybody may comment: its number and address. */
function postAnew(): Promise<[number, string]> {
  const post = "array( 'post_title' => 'News', 'post_content' => 'Some.', 'post_status' => 'publish' )";
  return wordpress.ask(`( function () { $id = wp_insert_post( ${post} ); return array( $id, get_permalink( $id ) ); } )()`);
}

/** What WordPress keeps of the comments on a post. */
function commentsOn(post: number): Promise<string[]> {
  return wordpress.ask(`wp_list_pluck( get_comments( array( 'post_id' => ${post} ) ), 'comment_content' )`);
}

/** The title and the content that WordPress keeps of a post. */
function savedAs(post: number): Promise<[string, string]> {
  return wordpress.ask(`array( get_post( ${post} )->post_title, get_post( ${post} )->post_content )`);
}

/** Saves what is in the block editor, as people do; gives the number of the post. */
async function save(page: Page): Promise<number> {
  await page.press("Control+s");
  return until("it to be saved", () => page.evaluate(savedPost));
}

/** What the block editor tells of itself to plugins. */
interface Editor {
  isEditedPostNew(): boolean;
  isEditedPostDirty(): boolean;
  isSavingPost(): boolean;
  getCurrentPostId(): number;
}

declare const wp: { data: { select(store: "core/editor"): Editor } };

function savedPost(): number | false {
  const editor = wp.data.select("core/editor");
  return !editor.isEditedPostNew() && !editor.isEditedPostDirty() && !editor.isSavingPost() && editor.getCurrentPostId();
}

/** The card over the only words that are underlined, `words`; it is closed again. */
async function cardOf(page: Page, words: string): Promise<Card> {
  const [mark] = await underlined(page, words);
  assert(mark);
  const card = await openCard(page, mark);
  assert(card.saw.includes(words), card.saw);
  await page.press("Escape");
  return card;
}

/** Waits until nothing is underlined, and nothing of Amana is in the document. */
async function nothingOfAmana(page: Page): Promise<void> {
  await underlined(page);
  const isClean = (): boolean => CSS.highlights.size === 0 && document.documentElement.children.length === 2;
  await until("nothing of Amana to be there", () => page.evaluate(isClean));
}
