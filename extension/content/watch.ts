/**
 * Keeps the fields of this frame: one loop of animation frames while any is focused or underlined, none otherwise; hands
 * messages to the field that they name. What a field does with them does not belong here.
 */
import { Attention } from "./attention";
import { shownAt } from "./describe";
import { focusPath } from "./dom";
import { Field, type Surroundings } from "./field";
import { type FieldElement, fieldOf } from "./fields";
import type { ToBackground, ToContent } from "./messages";
import { Highlights } from "./paint-highlight";
import { Line, hasExtension } from "./port";

/** All fields of this frame. */
export class Watch implements Surroundings {
  readonly highlights = new Highlights();
  composing = false;
  readonly #line = new Line(this);
  readonly #attention = new Attention();
  readonly #end = new AbortController();
  readonly #byElement = new WeakMap<FieldElement, Field>();
  readonly #byId = new Map<number, WeakRef<Field>>();
  readonly #awake = new Set<Field>();
  #lastId = 0;
  #frame = 0;
  readonly #onFocus = (event: Event): void => void (event.isTrusted && this.#look());
  // Chromium does not trust its own end of a composition.
  readonly #onCompose = ({ type }: Event): void => this.#compose(type === "compositionstart");

  /** Starts to follow the focus. */
  start(): void {
    this.#listen();
    // An editor's frame that is written anew with `document.open` loses every listener.
    const opened = new MutationObserver(() => this.#listen());
    opened.observe(document, { childList: true });
    this.#end.signal.addEventListener("abort", () => opened.disconnect());
  }

  /** Hands a message from the background on. */
  receive(message: ToContent): void {
    if (message.kind === "site") return message.on ? this.#look() : this.#clear();
    if (message.kind === "resend") return this.#each((field) => field.resend());
    if (message.kind === "account") return this.send({ kind: "account", shown: shownAt(message.places) });
    const field = this.#byId.get(message.field)?.deref();
    if (message.kind === "role") field?.assign(message.role);
    else field?.answer(message);
  }

  /** The background went away: asks again what it did not answer, or leaves with the extension. */
  lost(): void {
    if (hasExtension()) this.#each((field) => field.retry());
    else this.#quit();
  }

  send(message: ToBackground): void {
    this.#line.send(message);
  }

  wake(field: Field): void {
    if (!this.#awake.has(field)) field.attend(true);
    this.#awake.add(field);
    this.#frame ||= requestAnimationFrame(() => this.#tick());
  }

  #listen(): void {
    this.#hear(window, "compositionstart", this.#onCompose);
    this.#hear(window, "compositionend", this.#onCompose);
    this.#hear(window, "focus", this.#onFocus);
    this.#look();
  }

  #hear(target: EventTarget, kind: string, act: (event: Event) => void): void {
    target.addEventListener(kind, act, { capture: true, signal: this.#end.signal });
  }

  /** Asks about the field that has the focus. */
  #look(): void {
    this.composing = false;
    // A document that has no focus names one all the same.
    if (!document.hasFocus()) return;
    this.#sweep();
    const { element, roots } = focusPath();
    // Moves of the focus within one shadow root are told to that root only.
    for (const root of roots) this.#hear(root, "focus", this.#onFocus);
    const field = fieldOf(element);
    if (field) this.#fieldAt(field).ask();
  }

  #fieldAt(element: FieldElement): Field {
    const known = this.#byElement.get(element);
    if (known) return known;
    const field = new Field(++this.#lastId, element, this);
    this.#byElement.set(element, field);
    this.#byId.set(field.id, new WeakRef(field));
    return field;
  }

  #sweep(): void {
    for (const [id, reference] of this.#byId) {
      const field = reference.deref();
      if (field && !field.isThere()) field.leave();
      if (field) continue;
      this.#byId.delete(id);
      this.send({ kind: "gone", field: id });
    }
  }

  #tick(): void {
    this.#frame = 0;
    if (!hasExtension()) return this.#quit();
    for (const field of this.#awake) if (!field.tick()) this.#rest(field);
    this.#attention.tick([...this.#awake].filter((field) => field.marks.length > 0));
    if (this.#awake.size > 0) this.#frame = requestAnimationFrame(() => this.#tick());
  }

  #rest(field: Field): void {
    this.#awake.delete(field);
    field.attend(false);
  }

  #compose(isComposing: boolean): void {
    this.composing = isComposing;
    if (!isComposing) for (const field of this.#awake) field.composed();
  }

  #quit(): void {
    this.#end.abort();
    this.#clear();
  }

  /** Leaves nothing behind. The next focus asks again. */
  #clear(): void {
    this.#each((field) => field.silence());
    this.#attention.tick([]);
    for (const field of this.#awake) this.#rest(field);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #each(act: (field: Field) => void): void {
    for (const reference of this.#byId.values()) {
      const field = reference.deref();
      if (field) act(field);
    }
  }
}
