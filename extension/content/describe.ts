/** Says what a field is, in its page's own words and without its text. Judging it does not belong here. */
import { rootOf } from "./dom";
import { type FieldElement, isControl } from "./fields";
import type { Description } from "./messages";

/** Describes `field`. */
export function describe(field: FieldElement): Description {
  const attribute = (name: string): string => brief(field.getAttribute(name) ?? "");
  const control = isControl(field);
  return {
    tag: field.localName,
    type: field instanceof HTMLInputElement ? field.type : "",
    autocomplete: attribute("autocomplete"),
    name: attribute("name"),
    id: brief(field.id),
    label: brief(attribute("aria-label") || labelledBy(field) || ownLabels(field)),
    placeholder: attribute("placeholder") || attribute("aria-placeholder") || attribute("data-placeholder"),
    role: attribute("role"),
    editable: !control,
    multiline: control ? field.localName === "textarea" : attribute("aria-multiline") !== "false",
    path: pagePath(),
  };
}

function labelledBy(field: FieldElement): string {
  const ids = field.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  return labelText(ids.map((id) => rootOf(field).getElementById(id)));
}

function ownLabels(field: FieldElement): string {
  return isControl(field) ? labelText([...(field.labels ?? [])]) : "";
}

function labelText(labels: readonly (Element | null)[]): string {
  return labels.map((label) => (label ? textBesideFields(label) : "")).join(" ");
}

// A label may wrap its field or stand in an editor; what is written there is no label.
const WRITTEN = "textarea, input, select, script, style, [contenteditable]";

function textBesideFields(node: Node): string {
  if (node instanceof Element && (node.matches(WRITTEN) || (node instanceof HTMLElement && node.isContentEditable))) return "";
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  return Array.from(node.childNodes, textBesideFields).join("");
}

function brief(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 200);
}

// An editor's frame often has no address of its own.
function pagePath(): string {
  try {
    return location.protocol.startsWith("http") ? location.pathname : parent.location.pathname;
  } catch {
    return "";
  }
}
