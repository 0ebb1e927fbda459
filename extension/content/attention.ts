/**
 * When the card opens and closes: on hover, on a tap on the words, on the shortcut. It listens only while something is
 * underlined, believes no event that the page made up, and moves the focus for the shortcut alone.
 */
import { around, holds, intersect } from "./boxes";
import { Card } from "./card";
import { focusPath, hostsOf } from "./dom";
import type { Field } from "./field";
import type { Finding, Offer } from "./messages";
import { hangerFor } from "./overlay";
import { Signal } from "./signal";

/** A finding in a field. */
interface Spot {
  readonly field: Field;
  readonly id: string;
}

interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly target: EventTarget | undefined;
}

// Resting on words opens, passing over them does not; leaving them leaves time to reach the card.
const REST_MS = 150;
const GRACE_MS = 350;
const SLACK_PX = 2;

/** The reader's attention to what is underlined. */
export class Attention {
  readonly #card = new Card({
    close: () => this.#close(),
    step: (by) => this.#step(by),
    choose: (finding, offer) => this.#choose(finding, offer),
  });
  readonly #signal = new Signal(() => this.#openFirst());
  #fields: readonly Field[] = [];
  #listening: AbortController | undefined;
  #pointer: Pointer | undefined;
  #open: Spot | undefined;
  /** Held open until it is closed; otherwise only while the pointer stays. */
  #isHeld = false;
  #next: { spot: Spot | undefined; timer: ReturnType<typeof setTimeout> } | undefined;
  #giveBack: () => unknown = () => {};

  /** Follows, once a frame, the fields in which something is underlined. */
  tick(fields: readonly Field[]): void {
    this.#fields = fields;
    const field = this.#field();
    if (field) {
      this.#listen();
      this.#signal.standBy(field);
    } else {
      this.#stopListening();
    }
    const pointer = this.#pointer;
    this.#pointer = undefined;
    if (pointer && !this.#isHeld) this.#hover(pointer);
    this.#refresh();
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const on = <K extends keyof WindowEventMap>(kind: K, act: (event: WindowEventMap[K]) => void): void =>
      addEventListener(kind, (event) => event.isTrusted && act(event), { capture: true, passive: kind !== "keydown", signal });
    on("pointermove", (event) => this.#point(event));
    on("pointerout", (event) => event.relatedTarget ?? this.#point(event));
    on("pointerdown", (event) => this.#press(pointerOf(event)));
    on("click", (event) => this.#tap(pointerOf(event)));
    on("keydown", (event) => this.#key(event));
  }

  #stopListening(): void {
    this.#signal.remove();
    this.#listening?.abort();
    this.#listening = undefined;
    this.#pointer = undefined;
  }

  #point(event: PointerEvent): void {
    // A finger does not hover, and neither does a pointer that selects.
    if (event.pointerType !== "touch" && event.buttons === 0) this.#pointer = pointerOf(event);
  }

  #hover(pointer: Pointer): void {
    const spot = this.#card.isHost(pointer.target) ? this.#open : this.#spotAt(pointer);
    if (isSame(spot, this.#open)) return this.#keep();
    if (this.#next && isSame(spot, this.#next.spot)) return;
    this.#keep();
    const act = (): void => (spot ? this.#show(spot, false) : this.#close());
    this.#next = { spot, timer: setTimeout(act, spot ? REST_MS : GRACE_MS) };
  }

  #keep(): void {
    clearTimeout(this.#next?.timer);
    this.#next = undefined;
  }

  #press(pointer: Pointer): void {
    if (this.#isHeld && !this.#card.isHost(pointer.target) && !this.#spotAt(pointer)) this.#close();
  }

  #tap(pointer: Pointer): void {
    const spot = this.#spotAt(pointer);
    if (spot) this.#show(spot, true);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isShortcut = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && event.code === "KeyA";
    if (isShortcut) this.#summon();
    else if (event.key === "Escape" && this.#open) this.#close();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** The field that is written in, else the first in which something is underlined. */
  #field(): Field | undefined {
    return this.#fields.find(({ element }) => element.matches(":focus")) ?? this.#fields[0];
  }

  #openFirst(): void {
    const field = this.#field();
    const first = field?.marks[0];
    if (field && first) this.#show({ field, id: first.id }, true);
  }

  #summon(): void {
    if (this.#card.hasFocus) return;
    if (this.#open) this.#show(this.#open, true);
    else this.#openFirst();
    const { element } = focusPath();
    this.#giveBack = () => element instanceof HTMLElement && element.focus({ preventScroll: true });
    this.#card.focus();
  }

  #step(by: number): void {
    const marks = this.#open?.field.marks ?? [];
    const index = marks.findIndex(({ id }) => id === this.#open?.id);
    const mark = marks[(index + by + marks.length) % marks.length];
    if (this.#open && mark) this.#show({ field: this.#open.field, id: mark.id }, true);
  }

  #choose(finding: Finding, offer: Offer): void {
    // The card grows smaller: the pointer that pressed may be beside it then.
    this.#isHeld = true;
    this.#open?.field.dismiss(finding, offer);
  }

  #show(spot: Spot, isHeld: boolean): void {
    this.#keep();
    this.#open = spot;
    this.#isHeld = isHeld;
    this.#refresh();
  }

  #close(): void {
    this.#keep();
    const hadFocus = this.#card.hasFocus;
    this.#open?.field.tidy();
    this.#open = undefined;
    this.#isHeld = false;
    this.#card.hide();
    if (hadFocus) this.#giveBack();
    this.#giveBack = () => {};
  }

  #refresh(): void {
    if (!this.#open) return;
    const { field, id } = this.#open;
    const index = field.marks.findIndex((mark) => mark.id === id);
    const finding = field.marks[index];
    if (!finding || !field.language || !this.#fields.includes(field)) return this.#close();
    this.#card.show({ finding, language: field.language, place: index + 1, of: field.marks.length }, hangerFor(field.element));
    const words = around(field.boxesOf(finding));
    if (words) this.#card.standBy(intersect(words, field.element.getBoundingClientRect()));
  }

  #spotAt({ x, y, target }: Pointer): Spot | undefined {
    for (const field of this.#fields) {
      if (!isIn(target, field.element)) continue;
      const finding = field.underlined.find((mark) => field.boxesOf(mark).some((box) => holds(box, x, y, SLACK_PX)));
      if (finding) return { field, id: finding.id };
    }
    return undefined;
  }
}

function pointerOf(event: MouseEvent): Pointer {
  return { x: event.clientX, y: event.clientY, target: event.composedPath()[0] };
}

// Events from a closed shadow root name its host.
function isIn(target: EventTarget | undefined, element: Element): boolean {
  return target instanceof Node && (element.contains(target) || hostsOf(element).includes(target));
}

function isSame(a: Spot | undefined, b: Spot | undefined): boolean {
  return a?.field === b?.field && a?.id === b?.id;
}
