/**
 * What content and background say to each other: types only. docs/architecture.md holds the contract; what a message
 * makes anyone do does not belong here.
 */

/** What a field is, as the background answered: `none` is never read. */
export type Role = "post" | "name" | "none";

/** How loudly a finding is shown. */
export type Level = "notice" | "warn";

/** A button of the card: what it does is the background's to say. */
export interface Offer {
  readonly label: string;
}

/** An element by what its markup says. Strings may be empty. */
export interface Mark {
  readonly tag: string;
  readonly id: string;
  readonly class: string;
  /** What the site marks it with for its own tests. */
  readonly testid: string;
}

/** What a field says about itself and its surroundings, without its text. Strings may be empty. */
export interface Description extends Mark {
  readonly type: string;
  readonly autocomplete: string;
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
  readonly role: string;
  readonly editable: boolean;
  readonly multiline: boolean;
  readonly path: string;
  /** The title of the page. */
  readonly title: string;
  /** What the form or dialog around it is called. */
  readonly heading: string;
  /** What is written on that form's buttons. */
  readonly buttons: readonly string[];
  /** That form's inputs. */
  readonly beside: readonly { readonly type: string; readonly autocomplete: string }[];
  /** The elements around it, the nearest first. */
  readonly around: readonly Mark[];
}

/** Where a page shows the name of the account that is signed in: in an attribute of an element, or in its text. */
export interface AccountPlace {
  readonly selector: string;
  readonly attribute?: string;
}

/** One finding in the reader's language. `start` and `end` are UTF-16 offsets, half-open. */
export interface Finding {
  readonly id: string;
  readonly category: string;
  /** `done`: it only tells what became of a finding, and is not underlined. */
  readonly level: Level | "done";
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly saw: string;
  readonly clause: string;
  readonly advice: string;
  /** Who opens accounts in the company's name, where that is the matter. */
  readonly contact: string;
  readonly offers: readonly Offer[];
  /** What a screen reader says of it. */
  readonly heard: string;
}

/**
 * The card's own words. `count` holds `$1` for the place of a finding and `$2` for how many there are, `several` `$1` for
 * how many there are.
 */
export interface Labels {
  readonly name: string;
  readonly close: string;
  readonly next: string;
  readonly previous: string;
  readonly count: string;
  readonly several: string;
  readonly link: string;
}

/** What an answer is written in and shown with. */
export interface Language {
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly labels: Labels;
  /** Where the whole charter can be read; possibly empty. */
  readonly link: string;
  /** The style sheet of what is shown. It comes with what was found, since most pages never need it. */
  readonly style: string;
}

/** What was found in one revision of a field's text. */
export interface Findings extends Language {
  readonly kind: "findings";
  readonly field: number;
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly quiet: Quiet;
}

/** What the text of a field is quiet about: given with each answer, and sent back with the text. */
export type Quiet = readonly string[];

/** The text of a field. */
interface Text {
  readonly field: number;
  readonly role: Role;
  readonly revision: number;
  readonly text: string;
  readonly quiet: Quiet;
}

/** Messages from content to background. */
export type ToBackground =
  | { readonly kind: "field"; readonly field: number; readonly describe: Description }
  | ({ readonly kind: "text" } & Text)
  | ({ readonly kind: "dismiss"; readonly offer: Offer; readonly finding: Finding } & Text)
  | { readonly kind: "gone"; readonly field: number }
  | { readonly kind: "account"; readonly shown: readonly string[] };

/** Messages from background to content. */
export type ToContent =
  | { readonly kind: "role"; readonly field: number; readonly role: Role }
  | Findings
  | { readonly kind: "account"; readonly places: readonly AccountPlace[] }
  | { readonly kind: "site"; readonly on: boolean }
  | { readonly kind: "resend" };
