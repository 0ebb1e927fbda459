/**
 * Keeps the fields of this frame: one loop of animation frames while any is focused or underlined, none otherwise; hands
 * messages to the field that they name. What a field does with them does not belong here.
 */
import { Attention } from "./attention";
import { focusPath } from "./dom";
import { Field, type Surroundings } from "./field";
import { type FieldElement, watchFocus } from "./fields";
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
  #isOn = true;
  #look = (): void => {};

  /** Starts to follow the focus. */
  start(): void {
    const { signal } = this.#end;
    addEventListener("compositionstart", (event) => this.#compose(event, true), { capture: true, signal });
    addEventListener("compositionend", (event) => this.#compose(event, false), { capture: true, signal });
    this.#look = watchFocus((field) => this.#focus(field), signal);
    this.#look();
  }

  /** Hands a message from the background on. */
  receive(message: ToContent): void {
    if (message.kind === "site") return this.#switch(message.on);
    if (!this.#isOn) return;
    if (message.kind === "resend") return this.#each((field) => field.resend());
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
    if (this.#awake.has(field)) return;
    this.#awake.add(field);
    field.attend(true);
    this.#frame ||= requestAnimationFrame(() => this.#tick());
  }

  #focus(element: FieldElement | null): void {
    this.composing = false;
    if (!this.#isOn) return;
    this.#sweep();
    if (element) this.#fieldAt(element).ask();
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
    if (!hasExtension()) return this.#quit();
    const focused = document.hasFocus() ? focusPath().element : null;
    for (const field of this.#awake) if (!field.tick(field.element.contains(focused))) this.#rest(field);
    this.#attention.tick([...this.#awake].filter((field) => field.marks.length > 0));
    this.#frame = this.#awake.size > 0 ? requestAnimationFrame(() => this.#tick()) : 0;
  }

  #rest(field: Field): void {
    this.#awake.delete(field);
    field.attend(false);
  }

  #compose(event: Event, composing: boolean): void {
    if (!event.isTrusted) return;
    this.composing = composing;
    if (!composing) for (const field of this.#awake) field.composed();
  }

  #switch(on: boolean): void {
    if (on === this.#isOn) return;
    this.#isOn = on;
    if (on) this.#look();
    else this.#clear();
  }

  #quit(): void {
    this.#end.abort();
    this.#isOn = false;
    this.#clear();
  }

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
