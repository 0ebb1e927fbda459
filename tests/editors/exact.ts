/** Whether what is underlined is exactly the words: held against the rectangles of the glyphs, or against the pixels of a selection. */
import { PNG } from "pngjs";
import { type Page, until } from "../browser/driver";
import { type Box, type Mark, marks, underlined } from "../browser/warning";

/** What a page tells of the field that is looked at. */
export interface Shown {
  /** What scrolls around the field, and may cut it off. */
  readonly place: HTMLElement;
  field(): HTMLElement;
}

declare const site: Shown;

// Rectangles of the same glyphs that were measured in two nodes differ by less than a device's pixel.
const SLACK_PX = 1;

/** Waits until `words` are underlined where they stand, and beside them only what is underlined `elsewhere` in the page. */
export async function standsUnder(page: Page, words: string, ...elsewhere: string[]): Promise<void> {
  await underlined(page, words, ...elsewhere);
  if (await page.evaluate(() => site.field().matches("textarea, input"))) await standsUnderSelection(page, words);
  else await standsUnderGlyphs(page, words);
}

async function standsUnderGlyphs(page: Page, words: string): Promise<void> {
  let seen: unknown;
  const stands = async (): Promise<boolean> => {
    const wanted = await page.evaluate(glyphs, words);
    const boxes = (await marksOf(page, words)).flatMap((mark) => mark.boxes);
    seen = { wanted, boxes };
    return wanted.length > 0 && isSame(wanted, boxes);
  };
  await until(`the line under "${words}"`, stands).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(seen)}`);
  });
}

async function marksOf(page: Page, words: string): Promise<Mark[]> {
  return (await marks(page)).filter((mark) => mark.words === words);
}

/** The rectangles of the glyphs of `words`, which stand once in the field, in one text node or in several. */
function glyphs(words: string): Box[] {
  const field = site.field();
  const { defaultView: view } = field.ownerDocument;
  const at = view !== window && view?.frameElement ? view.frameElement.getBoundingClientRect() : { left: 0, top: 0 };
  const nodesOf = (node: Node): Text[] => (node instanceof (view as typeof window).Text ? [node] : [...node.childNodes].flatMap(nodesOf));
  const nodes = nodesOf(field);
  const start = nodes.map(({ data }) => data).join("").indexOf(words);
  if (start < 0) return [];
  let before = 0;
  return nodes.flatMap((node) => {
    const [from, to] = [Math.max(0, start - before), Math.min(node.length, start + words.length - before)];
    before += node.length;
    if (from >= to) return [];
    const range = node.ownerDocument.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return Array.from(range.getClientRects(), ({ left, top, right, bottom }) => ({
      left: left + at.left, top: top + at.top, right: right + at.left, bottom: bottom + at.top,
    }));
  });
}

function isSame(a: readonly Box[], b: readonly Box[]): boolean {
  const [left, right] = [a, b].map((boxes) => boxes.filter((box) => box.right > box.left).sort(inOrder));
  return left?.length === right?.length && (left ?? []).every((box, index) => isNear(box, right?.[index]));
}

function inOrder(a: Box, b: Box): number {
  return a.top - b.top || a.left - b.left;
}

function isNear(a: Box, b: Box | undefined): boolean {
  if (!b) return false;
  return [a.left - b.left, a.top - b.top, a.right - b.right, a.bottom - b.bottom].every((by) => Math.abs(by) <= SLACK_PX);
}

/** A text box tells nobody where its glyphs are: the words are selected, and what turns blue is where they are. */
async function standsUnderSelection(page: Page, words: string): Promise<void> {
  const before = await select(page, words);
  let seen: unknown;
  const stands = async (): Promise<boolean> => {
    const found = await marksOf(page, words);
    seen = found;
    const picture = PNG.sync.read(await page.screenshot());
    const scale = picture.width / (await page.evaluate(() => innerWidth));
    const shown = await page.evaluate(shownPart);
    return found.length === 1 && found.every((mark) => fillsSelection(picture, scale, mark, shown));
  };
  await until(`the line under "${words}"`, stands).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(seen)}`);
  });
  await page.evaluate(([start, end]) => (site.field() as HTMLTextAreaElement).setSelectionRange(start, end), before);
}

function select(page: Page, words: string): Promise<[number, number]> {
  return page.evaluate((words) => {
    const field = site.field() as HTMLTextAreaElement;
    const before = [field.selectionStart, field.selectionEnd] as [number, number];
    const start = field.value.indexOf(words);
    field.setSelectionRange(start, start + words.length);
    return before;
  }, words);
}

/** The part of the window that the field shows its text in: what is scrolled away is not drawn. */
function shownPart(): Box {
  const [field, place] = [site.field().getBoundingClientRect(), site.place.getBoundingClientRect()];
  return {
    left: Math.max(field.left, place.left, 0),
    top: Math.max(field.top, place.top, 0),
    right: Math.min(field.right, place.right, innerWidth),
    bottom: Math.min(field.bottom, place.bottom, innerHeight),
  };
}

/** Whether the columns that `mark` takes on each line are the ones that are selected there. */
function fillsSelection(picture: PNG, scale: number, { boxes }: Mark, shown: Box): boolean {
  const middle = (box: Box): number => (box.top + box.bottom) / 2;
  const inSight = boxes.filter((box) => box.right > box.left && middle(box) > shown.top && middle(box) < shown.bottom);
  const rows = new Set(inSight.map((box) => Math.round(middle(box) * scale)));
  return rows.size > 0 && [...rows].every((row) => {
    const line = inSight.filter((box) => box.top * scale < row && row < box.bottom * scale);
    let wrong = 0;
    for (let x = 0; x < picture.width; x++) {
      const isMarked = line.some((box) => x + 0.5 >= box.left * scale && x + 0.5 <= box.right * scale);
      if (isMarked !== isSelected(picture, x, row)) wrong++;
    }
    // Each end of a stretch may fall within a pixel, and so may the end of what is shown.
    return wrong <= 2 * line.length * SLACK_PX * Math.max(1, scale);
  });
}

function isSelected({ data, width }: PNG, x: number, y: number): boolean {
  const at = (y * width + x) * 4;
  return (data[at] ?? 255) < 60 && (data[at + 1] ?? 255) < 60 && (data[at + 2] ?? 0) > 180;
}
