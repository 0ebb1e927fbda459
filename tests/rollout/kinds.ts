/** How Chromium and Firefox are rolled out to on Linux, and how they are started as a person has them: with nothing loaded by hand. */
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { Chromium } from "../browser/chromium";
import { Firefox, preferences } from "../browser/firefox";
import type { Kind } from "./machine";

export const kinds: Record<string, Kind> = {
  chromium: {
    name: "chromium",
    target: "linux-chromium",
    file: "/etc/chromium/policies/managed/amana-chromium.json",
    isLive: true,
    policies: (file) => file,
    // Else nobody looks into pages of what a policy installed, and no test does.
    more: { DeveloperToolsAvailability: 1 },
    async start({ profile, sites, id }) {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: "/usr/bin/chromium",
        chromiumSandbox: false,
        ignoreHTTPSErrors: true,
        viewport: { width: 1000, height: 700 },
        // Of what the driver adds these would keep policies from installing anything.
        ignoreDefaultArgs: [
          "--disable-extensions", "--enable-automation", "--disable-background-networking", "--disable-default-apps",
          "--disable-component-update",
        ],
        args: [
          `--host-resolver-rules=MAP * 127.0.0.1:${sites}, EXCLUDE 127.0.0.1`,
          "--ignore-certificate-errors", "--lang=en", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        ],
      });
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error("Chromium was gone at once");
      return new Chromium(context, session, id, () => context.close());
    },
  },
  firefox: {
    name: "firefox",
    target: "linux-firefox",
    file: "/etc/firefox/policies/policies.json",
    isLive: false,
    policies: (file) => file.policies,
    // The XPI is not signed; ESR takes it so, as docs/it/firefox.md says.
    more: { Preferences: { "xpinstall.signatures.required": { Value: false, Status: "locked" } } },
    async start({ profile, sites }) {
      const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: "/usr/bin/firefox-esr",
        acceptInsecureCerts: true,
        userDataDir: profile,
        defaultViewport: { width: 1000, height: 700 },
        args: ["--remote-allow-system-access"],
        extraPrefsFirefox: preferences(sites),
      });
      return new Firefox(browser, () => browser.close());
    },
  },
};
