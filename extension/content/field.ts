/**
 * One field from the first focus to its end: asks what it is, reads it, sends it, keeps the findings at the words that
 * they are about. It decides nothing: role and findings are the background's.
 */
import { type Box, around, inSight } from "./boxes";
import { describe } from "./describe";
import { rootOf } from "./dom";
import { type FieldElement, fieldOf, isWritable } from "./fields";
import type { Finding, Findings, Language, Level, Offer, Quiet, Role, ToBackground } from "./messages";
import type { Highlights } from "./paint-highlight";
import { editBetween, moveSpans } from "./spans";
import { type Surface, surfaceOf } from "./surface";

/** What a field needs of the script that it is part of. */
export interface Surroundings {
  /** Where words are underlined. */
  readonly highlights: Highlights;
  /** Whether an input method is composing. */
  readonly composing: boolean;
  /** Sends to the background. */
  send(message: ToBackground): void;
  /** Asks for `tick` in each frame from now on. */
  wake(field: Field): void;
}

const PAUSE_MS = 200;
// A longer text (in UTF-16 units) is read once a pause rather than once a frame, and shows nothing while it changes.
const LONG = 20_000;
// With more findings only those near the window are underlined.
const MANY = 100;
const NEAR_PX = 300;

/** A field that was focused at least once. */
export class Field {
  /** How messages name it. */
  readonly id: number;
  /** What one writes in. */
  readonly element: FieldElement;
  /** What was found last is written in it. */
  language: Language | undefined;
  /** What screen readers were told of this text, by id. */
  readonly told = new Set<string>();
  readonly #around: Surroundings;
  readonly #surface: Surface;
  #role: Role = "none";
  #revision = 0;
  #sent = "";
  #text = "";
  #isBehind = false;
  #isAsked = false;
  #isUnanswered = false;
  #hasRetried = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #marks: readonly Finding[] = [];
  #quiet: Quiet = [];
  #painted = "";
  #inSight: readonly (Finding & { readonly level: Level })[] = [];

  constructor(id: number, element: FieldElement, around: Surroundings) {
    this.id = id;
    this.element = element;
    this.#around = around;
    this.#surface = surfaceOf(element);
  }

  /** What was found, at the offsets where it stands now, in their order. */
  get marks(): readonly Finding[] {
    return this.#marks;
  }

  /** The findings among them that still warn. */
  get warnings(): readonly Finding[] {
    return this.#marks.filter(isWarning);
  }

  /** The findings that are underlined: those near the window. */
  get underlined(): readonly Finding[] {
    return this.#inSight;
  }

  /** Asks the background what this field is. */
  ask(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#around.send({ kind: "field", field: this.id, describe: describe(this.element) });
  }

  /** Takes the background's answer to `ask`. */
  assign(role: Role): void {
    this.#isAsked = false;
    this.#hasRetried = false;
    const before = this.#role;
    this.#role = role;
    if (role === "none") return this.#forget();
    this.#around.wake(this);
    if (role !== before) this.#sendSoon();
  }

  /** Takes the background's findings, unless they are about an older text than the last that was sent. */
  answer(message: Findings): void {
    if (message.revision !== this.#revision || this.#role === "none") return;
    this.#isUnanswered = false;
    this.#hasRetried = false;
    if (!this.isThere()) return this.leave();
    this.#follow();
    if (this.#isBehind || this.#text.length > this.#surface.longest) return;
    this.language = message;
    this.#quiet = message.quiet;
    this.#show(moveSpans(inOrder(message.findings), this.#sent, this.#text));
  }

  /** Tells the background what the reader chose for a finding; its answer shows what comes of it. */
  dismiss(finding: Finding, offer: Offer): void {
    this.#send({ kind: "dismiss", offer, finding });
  }

  /** Lets go of what only told what became of a finding. */
  tidy(): void {
    const { warnings } = this;
    if (warnings.length < this.#marks.length) this.#show(warnings);
  }

  /** Sends the text again, as it is now. */
  resend(): void {
    if (this.#role !== "none") this.#send();
  }

  /** Asks and sends again, once, what the background did not answer before it went away. */
  retry(): void {
    const [isAsked, isUnanswered] = [this.#isAsked, this.#isUnanswered];
    this.#isAsked = this.#isUnanswered = false;
    if (this.#hasRetried) return;
    this.#hasRetried = isAsked || isUnanswered;
    if (isAsked) this.ask();
    if (isUnanswered) this.#send();
  }

  /** An input method ended: what it wrote counts now. */
  composed(): void {
    if (this.#role !== "none") this.#sendSoon();
  }

  /** Starts, or stops, noticing changes. */
  attend(on: boolean): void {
    this.#surface.attend(on);
  }

  /** Follows what happened since the last frame. Says whether the next frame matters too. */
  tick(): boolean {
    if (this.#role !== "none" && !(this.element.isConnected && isWritable(this.element))) this.leave();
    if (this.#role === "none") return false;
    this.#follow();
    if (this.#marks.length > 0) this.#paint();
    return this.#marks.length > 0 || this.#hasFocus();
  }

  /** Whether the element is still in the page, and still a field that may be read. */
  isThere(): boolean {
    return this.element.isConnected && fieldOf(this.element) === this.element;
  }

  /** The field is gone: leaves nothing behind and says so. */
  leave(): void {
    this.#role = "none";
    this.#forget();
  }

  /** Leaves nothing behind, without a word. */
  silence(): void {
    this.#role = "none";
    this.#isAsked = false;
    this.#drop();
  }

  /** Where the words of `finding` stand, in the window's pixels; one box for each stretch of a line. */
  boxesOf(finding: Finding): Box[] {
    return this.#surface.ranges(finding.start, finding.end).flatMap((range) => [...range.getClientRects()]);
  }

  #hasFocus(): boolean {
    return document.hasFocus() && this.element.contains(rootOf(this.element).activeElement);
  }

  #follow(): void {
    if (!this.#surface.changed()) return;
    this.#painted = "";
    if (this.#text.length > LONG) this.#fallBehind();
    else if (this.#take()) this.#sendSoon();
  }

  #fallBehind(): void {
    this.#isBehind = true;
    this.#show([]);
    this.#sendSoon();
  }

  /** Reads the text and moves the findings along. Says whether it changed. */
  #take(): boolean {
    this.#isBehind = false;
    const before = this.#text;
    this.#text = this.#surface.read();
    if (before === this.#text) return false;
    // Of a text nothing is left of, be it replaced at once, nothing that was said of it holds.
    if (isBlank(this.#text) || editBetween(before, this.#text).removed === before.length) this.#startAnew();
    this.#show(moveSpans(this.#marks, before, this.#text));
    return true;
  }

  #sendSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#send(), PAUSE_MS);
  }

  #send(what: { kind: "text" } | { kind: "dismiss"; offer: Offer; finding: Finding } = { kind: "text" }): void {
    if (this.#around.composing) return;
    if (!this.isThere()) return this.leave();
    this.#take();
    if (isBlank(this.#text)) return this.#forget();
    this.#sent = this.#text;
    this.#isUnanswered = true;
    const [role, text, quiet] = [this.#role, this.#text, this.#quiet];
    this.#around.send({ ...what, field: this.id, role, revision: ++this.#revision, text, quiet });
  }

  #forget(): void {
    const wasSent = this.#sent !== "";
    this.#drop();
    if (wasSent) this.#around.send({ kind: "gone", field: this.id });
  }

  /** Lets go of the text and of every answer to it. */
  #drop(): void {
    clearTimeout(this.#timer);
    this.#isUnanswered = false;
    this.#revision++;
    this.#sent = "";
    this.#startAnew();
    this.#show([]);
  }

  #startAnew(): void {
    this.#quiet = [];
    this.told.clear();
  }

  #show(marks: readonly Finding[]): void {
    if (marks.length + this.#marks.length === 0) return;
    this.#marks = marks;
    this.#painted = "";
    if (marks.length > 0) {
      this.#around.wake(this);
      this.#paint();
    } else {
      this.#inSight = [];
      this.#around.highlights.clear(this);
      this.#surface.clear();
    }
  }

  #paint(): void {
    this.#surface.settle(this.#text);
    const { from, to } = this.#near();
    const painted = `${from}-${to}`;
    const root = this.#surface.root();
    if (painted === this.#painted && this.#around.highlights.stands(this, root)) return;
    this.#painted = painted;
    this.#inSight = this.#marks.slice(from, to).filter(isWarning);
    const marks = this.#inSight.map(({ level, start, end }) => ({ level, ranges: this.#surface.ranges(start, end) }));
    this.#around.highlights.paint(this, root, marks);
  }

  #near(): { from: number; to: number } {
    const marks = this.#marks;
    if (marks.length <= MANY) return { from: 0, to: marks.length };
    return inSight(marks.length, (index) => this.#side(marks[index]));
  }

  #side(mark: Finding | undefined): number {
    const box = mark && around(this.boxesOf(mark));
    if (!box) return 0;
    if (box.bottom < -NEAR_PX) return -1;
    return box.top > innerHeight + NEAR_PX ? 1 : 0;
  }
}

function isWarning(finding: Finding): finding is Finding & { readonly level: Level } {
  return finding.level !== "done";
}

/** In the order of the text; those that share an id, as the same words do, are told apart by their number. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>();
  const ordered = [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.map((finding) => {
    const count = (counts.get(finding.id) ?? 0) + 1;
    counts.set(finding.id, count);
    return count === 1 ? finding : { ...finding, id: `${finding.id} ${count}` };
  });
}

// Editors keep invisible characters in an empty box.
function isBlank(text: string): boolean {
  return !/[^\s\u200b\u2060\ufeff\ufffc]/.test(text);
}
