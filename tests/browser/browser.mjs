/* Debian's Chromium, driven by playwright-core; every page that is opened is watched. */
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const ARGUMENTS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const widths = [1280, 390];
export const schemes = ["light", "dark"];
export const pages = ["overview", "backlog", "map", "files", "errors", "duplication", "architecture",
  "change", "people", "delivery", "method"];

/* What a page must not do: say anything, fail, or ask for anything but itself. */
function watch(page, address, complaints) {
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) complaints.push(`request: ${request.url()}`);
  });
}

export async function launch(report) {
  const address = pathToFileURL(resolve(report)).href;
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
  const complaints = [];

  async function open(hash = "", { width = 1280, scheme = "light", script = true } = {}) {
    const context = await browser.newContext({
      viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: script, locale: "en-GB",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15000);
    watch(page, address, complaints);
    await page.goto(address + hash);
    return page;
  }

  return { open, complaints, close: () => browser.close() };
}
