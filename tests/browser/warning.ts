/** What a reader sees of Amana on a page: underlined words and the card. How it comes to be seen does not belong here. */
import { PNG } from "pngjs";
import { type Page, until } from "./driver";

/** A box in CSS pixels from the window's top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Underlined words, and the rectangles that they fill. */
export interface Mark {
  readonly words: string;
  readonly boxes: readonly Box[];
}

/** What is underlined in the page and in its frames. */
export function marks(page: Page): Promise<Mark[]> {
  return page.evaluate(() => {
    const views = [window, ...Array.from(document.querySelectorAll("iframe"), (frame) => frame.contentWindow as typeof window)];
    return views.flatMap((view) => {
      const at = view.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const ranges: Range[] = [];
      view.CSS.highlights.forEach((highlight) => highlight.forEach((range) => ranges.push(range as Range)));
      return ranges.map((range) => ({
        words: range.toString(),
        boxes: Array.from(range.getClientRects(), ({ left, top, right, bottom }) => ({
          left: left + at.left, top: top + at.top, right: right + at.left, bottom: bottom + at.top,
        })),
      }));
    });
  });
}

/** Waits until exactly `words` are underlined, one mark each, in any order, and are drawn so. */
export async function underlined(page: Page, ...words: string[]): Promise<Mark[]> {
  const wanted = JSON.stringify([...words].sort());
  await until(`lines under ${wanted}`, async () => {
    const seen = await marks(page);
    return JSON.stringify(seen.map((mark) => mark.words).sort()) === wanted;
  });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => null));
  return marks(page);
}

/** The card as it is shown. */
export interface Card {
  readonly title: string;
  readonly saw: string;
  readonly clause: string;
  readonly advice: string;
  readonly contact: string;
  readonly dir: string;
  readonly box: Box;
  /** Where the button is that closes it. */
  readonly close: Box;
  /** What it offers, in order. */
  readonly offers: readonly Button[];
  /** Where its link to the whole charter leads, and how. */
  readonly link: { readonly href: string; readonly target: string; readonly rel: string } | null;
  /** Which finding it shows of how many, and the buttons that turn to the others; where there are others. */
  readonly turning: { readonly count: string; readonly previous: Box; readonly next: Box } | null;
  /** What has the focus in it: the words on a button, or nothing. */
  readonly focused: string | null;
}

/** A button of the card. */
export interface Button {
  readonly label: string;
  readonly box: Box;
}

type Texts = [string, string, string, string, string];

/** The open card, if there is one. */
export async function card(page: Page): Promise<Card | undefined> {
  const seen = await page.inOverlays((root): Card | null => {
    const card = root.querySelector<HTMLElement>("[role=dialog]");
    if (!card) return null;
    const text = (name: string): string => card.querySelector(`.${name}`)?.textContent ?? "";
    const at = root.ownerDocument.defaultView?.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const boxOf = (element: Element | null): Box => {
      const { left, top, right, bottom } = (element ?? card).getBoundingClientRect();
      return { left: left + at.left, top: top + at.top, right: right + at.left, bottom: bottom + at.top };
    };
    const [title, saw, clause, advice, contact] = ["title", "saw", "clause", "advice", "contact"].map(text) as Texts;
    const shown = (name: string): HTMLElement | null => card.querySelector<HTMLElement>(`.${name}:not([hidden])`);
    const link = shown("link") as HTMLAnchorElement | null;
    const [previous = null, next = null] = Array.from(card.querySelectorAll(".turns:not([hidden])"));
    const focused = root.activeElement;
    return {
      title, saw, clause, advice, contact, dir: card.dir, box: boxOf(card), close: boxOf(card.querySelector(".closes")),
      offers: Array.from(card.querySelectorAll(".offer"), (offer) => ({ label: offer.textContent ?? "", box: boxOf(offer) })),
      link: link && { href: link.href, target: link.target, rel: link.rel },
      turning: shown("count") && { count: text("count"), previous: boxOf(previous), next: boxOf(next) },
      focused: focused && focused !== card ? focused.ariaLabel || focused.textContent : focused && "",
    };
  });
  return seen.find((card) => card !== null) ?? undefined;
}

/** What stands by a field: how many findings, where that is told, and what screen readers heard last. */
export interface Signal {
  readonly count: string | null;
  readonly label: string | null;
  readonly box: Box;
  readonly heard: string;
}

/** What stands by a field, if anything does. */
export async function signal(page: Page): Promise<Signal | undefined> {
  const seen = await page.inOverlays((root): Signal | null => {
    const count = root.querySelector<HTMLElement>(".several");
    if (!count) return null;
    const { left, top, right, bottom } = count.getBoundingClientRect();
    const heard = root.querySelector("[role=status]")?.textContent ?? "";
    const isShown = count.matches(":popover-open");
    return { count: isShown ? count.textContent : null, label: count.ariaLabel, box: { left, top, right, bottom }, heard };
  });
  return seen.find((signal) => signal !== null) ?? undefined;
}

/** Clicks the middle of `box`. */
export function clickIn(page: Page, box: Box): Promise<void> {
  return page.click((box.left + box.right) / 2, (box.top + box.bottom) / 2);
}

/** Waits for the open card to be as `isIt` says. */
export function cardWhere(page: Page, what: string, isIt: (card: Card) => boolean): Promise<Card> {
  return until(what, async () => {
    const shown = await card(page);
    return shown && isIt(shown) ? shown : undefined;
  });
}

/** Rests the pointer on the words of `mark` and waits for the card. */
export async function openCard(page: Page, mark: Mark): Promise<Card> {
  const { x, y } = middle(mark);
  await page.move(x, y);
  return until("the card", () => card(page));
}

/** Waits until no card is open. */
export async function cardClosed(page: Page): Promise<void> {
  await until("the card to close", async () => (await card(page)) === undefined);
}

/** The middle of the first line of `mark`. */
export function middle({ words, boxes }: Mark): { x: number; y: number } {
  const [box] = boxes;
  if (!box) throw new Error(`"${words}" is drawn nowhere`);
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

/** Waits until a line is drawn under `mark`: the pages are black and white, so what has a colour is Amana's. */
export async function drawn(page: Page, mark: Mark): Promise<void> {
  await until(`a line drawn under "${mark.words}"`, async () => {
    const picture = PNG.sync.read(await page.screenshot());
    return mark.boxes.every((box) => colouredColumns(picture, box) > (box.right - box.left) / 2);
  });
}

/** How many columns of pixels within `box`, and just below it, hold a colour. */
function colouredColumns(picture: PNG, box: Box): number {
  let columns = 0;
  for (let x = Math.ceil(box.left); x < box.right; x++) {
    for (let y = Math.floor(box.top); y < box.bottom + 4; y++) {
      if (!isColoured(picture, x, y)) continue;
      columns++;
      break;
    }
  }
  return columns;
}

function isColoured({ data, width }: PNG, x: number, y: number): boolean {
  const at = (y * width + x) * 4;
  const shades = [...data.subarray(at, at + 3)];
  return Math.max(...shades) - Math.min(...shades) > 60;
}
