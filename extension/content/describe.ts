/** Says what a field is, in its page's own words and without its text. Judging it does not belong here. */
import { drawnAncestors, rootOf } from "./dom";
import { type FieldElement, isControl } from "./fields";
import type { AccountPlace, Description, Mark } from "./messages";

/** Describes `field`. */
export function describe(field: FieldElement): Description {
  const attribute = (name: string): string => brief(field.getAttribute(name));
  const control = isControl(field);
  const around = [...drawnAncestors(field)];
  const forms = around.filter((element) => element.matches(FORM));
  const inForm = (selector: string): Element[] => nearest(forms, selector).slice(0, MOST);
  return {
    ...markOf(field),
    type: field instanceof HTMLInputElement ? field.type : "",
    autocomplete: attribute("autocomplete"),
    name: attribute("name"),
    label: labelOf(field) || ownLabels(field),
    placeholder: attribute("placeholder") || attribute("aria-placeholder") || attribute("data-placeholder"),
    role: attribute("role"),
    editable: !control,
    multiline: control ? field.localName === "textarea" : attribute("aria-multiline") !== "false",
    path: pagePath(),
    title: brief(document.title),
    heading: forms.map(labelOf).find(Boolean) ?? labelText(inForm(HEADINGS).slice(0, 1)),
    // A button of an input says what it is in an attribute; nobody can write there.
    buttons: inForm(BUTTONS).map((button) => labelText([button]) || brief(button.getAttribute("value"))),
    beside: inForm("input").map((input) => ({
      type: brief(input.getAttribute("type")),
      autocomplete: brief(input.getAttribute("autocomplete")),
    })),
    around: around.slice(0, MOST).map(markOf),
  };
}

/** What stands at each of `places`. */
export function shownAt(places: readonly AccountPlace[]): string[] {
  return places.map(({ selector, attribute }) => {
    const element = document.querySelector(selector);
    return brief(attribute ? element?.getAttribute(attribute) : element?.textContent);
  });
}

const FORM = "form, dialog, [role=dialog]";
const HEADINGS = "h1, h2, h3, legend, [role=heading]";
const BUTTONS = "button, [role=button], [type=submit]";
// Of a page that nests a hundredfold, or of a form as long, the nearest tell enough.
const MOST = 60;

/** What fits `selector` in the nearest of `forms` in which anything does. */
function nearest(forms: readonly Element[], selector: string): Element[] {
  return forms.map((form) => [...form.querySelectorAll(selector)]).find(({ length }) => length > 0) ?? [];
}

function markOf(element: Element): Mark {
  const attribute = (name: string): string => brief(element.getAttribute(name));
  return {
    tag: element.localName,
    // In a form the property may be an input of that name.
    id: attribute("id"),
    class: attribute("class"),
    testid: attribute("data-testid") || attribute("data-test-id") || attribute("data-e2e"),
  };
}

function labelOf(element: Element): string {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  return brief(element.getAttribute("aria-label")) || labelText(ids.map((id) => rootOf(element).getElementById(id)));
}

function ownLabels(field: FieldElement): string {
  return isControl(field) ? labelText([...(field.labels ?? [])]) : "";
}

function labelText(labels: readonly (Element | null)[]): string {
  return brief(labels.map((label) => (label ? textBesideFields(label) : "")).join(" "));
}

// A label may wrap its field or stand in an editor; what is written there is no label.
const WRITTEN = "textarea, input, select, script, style, [contenteditable]";

function textBesideFields(node: Node): string {
  if (node instanceof Element && (node.matches(WRITTEN) || (node instanceof HTMLElement && node.isContentEditable))) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  return Array.from(node.childNodes, textBesideFields).join("");
}

function brief(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
}

// An editor's frame often has no address of its own.
function pagePath(): string {
  try {
    return location.protocol.startsWith("http") ? location.pathname : parent.location.pathname;
  } catch {
    return "";
  }
}
