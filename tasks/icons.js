// Draws extension/icons/amana.svg as PNG pictures in the sizes that manifest.json names. Run it when the mark changes.
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const svg = await readFile("extension/icons/amana.svg", "utf8");
const sizes = [16, 32, 48, 128];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  await page.setContent(`<style>* { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.screenshot({ path: `extension/icons/${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
