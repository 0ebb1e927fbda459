/** axe-core, which looks for what keeps people out. It is run as a script of the browser's own, which no policy refuses. */
import { readFileSync } from "node:fs";
import type { Page } from "./driver";

const SOURCE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** What axe-core finds wrong in the page, or within `place` in it. */
export function faults(page: Page, place = "html"): Promise<string[]> {
  // The source is part of what is evaluated: pages of an extension evaluate no text.
  const look = new Function("place", `${SOURCE}; return (${run})(place)`) as (place: string) => Promise<string[]>;
  return page.evaluate(look, place);
}

interface Axe {
  run(place: string, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

async function run(place: string): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe };
  const { violations } = await axe.run(place, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
