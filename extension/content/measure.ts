/** Measures where a text box shows its text, and what cuts it off. It changes nothing. */
import type { Box } from "./boxes";
import { drawnAncestors } from "./dom";
import type { Control } from "./fields";

/** How a text box shows its text. Boxes and points are in the window's pixels, sizes in the field's own. */
export interface Frame {
  /** The part of the window that its text can show in. */
  readonly shows: Box;
  /** The corner that its text starts from, scrolled along with it. */
  readonly left: number;
  readonly top: number;
  /** The space that its lines have. */
  readonly width: number;
  readonly height: number;
  /** The window's pixels to one of the field's own. */
  readonly scaleX: number;
  readonly scaleY: number;
}

/** Measures `field` as it is drawn now. */
export function measure(field: Control): Frame {
  const style = getComputedStyle(field);
  const isLine = field.localName === "input";
  const rect = field.getBoundingClientRect();
  const [across, down] = [clientOf(field, isLine, "Left", "Width"), clientOf(field, isLine, "Top", "Height")];
  const x = axis(rect.left, rect.width, field.offsetWidth, edges(style, "left", "right"), across);
  const y = axis(rect.top, rect.height, field.offsetHeight, edges(style, "top", "bottom"), down);
  // A line is cut off where its content box ends, lines where their padding does.
  const shown = isLine ? x.content : x.padding;
  return {
    shows: { left: shown.from, right: shown.to, top: y.padding.from, bottom: y.padding.to },
    left: x.content.from - field.scrollLeft * x.scale,
    top: y.content.from - field.scrollTop * y.scale,
    width: (x.content.to - x.content.from) / x.scale,
    height: (y.content.to - y.content.from) / y.scale,
    scaleX: x.scale,
    scaleY: y.scale,
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Edges {
  readonly border: Stretch;
  readonly padding: Stretch;
}

function edges(style: CSSStyleDeclaration, from: string, to: string): Edges {
  const px = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || 0;
  return {
    border: { from: px(`border-${from}-width`), to: px(`border-${to}-width`) },
    padding: { from: px(`padding-${from}`), to: px(`padding-${to}`) },
  };
}

interface Client {
  readonly start: number;
  readonly size: number;
}

// One-line boxes have no scroll bars, and Firefox says of them where the line inside is.
function clientOf(field: Control, isLine: boolean, start: "Left" | "Top", size: "Width" | "Height"): Client | undefined {
  return isLine ? undefined : { start: field[`client${start}`], size: field[`client${size}`] };
}

function axis(
  start: number,
  drawn: number,
  offsetSize: number,
  { border, padding }: Edges,
  client: Client | undefined,
): { scale: number; padding: Stretch; content: Stretch } {
  const scale = Math.abs(drawn - offsetSize) < 1 ? 1 : drawn / offsetSize;
  const between = drawn / scale - border.from - border.to;
  // Client sizes are whole numbers: they only tell whether a scroll bar takes space, and on which side.
  const lost = client && between - client.size >= 1 ? between - client.size : 0;
  const offset = client && client.start - border.from >= 1 ? client.start : border.from;
  const from = start + offset * scale;
  const to = from + (between - lost) * scale;
  return {
    scale,
    padding: { from, to },
    content: { from: from + padding.from * scale, to: to - padding.to * scale },
  };
}

/** The ancestors of `field` below `hanger` that cut off what they hold; the window itself is not among them. */
export function clippersOf(field: Element, hanger: Element): Element[] {
  const clippers: Element[] = [];
  let position = getComputedStyle(field).position;
  for (const ancestor of drawnAncestors(field)) {
    if (ancestor === hanger || ancestor === document.body) break;
    const style = getComputedStyle(ancestor);
    if (!holdsPosition(style, position)) continue;
    if (style.overflow !== "visible" && !/^(inline|contents)$/.test(style.display)) clippers.push(ancestor);
    position = style.position;
  }
  return clippers;
}

function holdsPosition(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== "absolute" && position !== "fixed") return true;
  return style.transform !== "none" || style.filter !== "none" || (position === "absolute" && style.position !== "static");
}

/** The box within the borders of `element`, in the window's pixels. */
export function innerBox(element: Element): Box {
  const rect = element.getBoundingClientRect();
  const left = rect.left + element.clientLeft;
  const top = rect.top + element.clientTop;
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
}

/** The `z-index` that lies just over `field` and under whatever the page lays over it. */
export function levelOf(field: Element, hanger: Element): number {
  let level = 0;
  for (const ancestor of [field, ...drawnAncestors(field)]) {
    if (ancestor === hanger) break;
    const own = Number.parseInt(getComputedStyle(ancestor).zIndex, 10);
    if (!Number.isNaN(own)) level = Math.max(0, own);
  }
  return level;
}
