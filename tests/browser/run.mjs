/*
 * node tests/browser/run.mjs REPORT.html [SHOTS_DIR]
 *
 * Use the report as a reader does, in Chromium, by mouse and by keyboard. One line
 * a check; exit status 1 when one failed. SHOTS_DIR receives a picture of every page.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launch, pages, schemes, widths } from "./browser.mjs";
import { checks as content } from "./content.mjs";
import { checks as look } from "./look.mjs";
import { checks as use } from "./use.mjs";

const [report, shots] = process.argv.slice(2);

if (!report) {
  console.error("usage: run.mjs REPORT.html [SHOTS_DIR]");
  process.exit(2);
}

async function photograph(browser, folder) {
  mkdirSync(folder, { recursive: true });
  for (const width of widths) {
    for (const scheme of schemes) {
      const page = await browser.open("", { width, scheme });
      const item = await page.evaluate(() => document.querySelector(".item")?.id);
      for (const name of item ? [...pages, item] : pages) {
        await page.evaluate((hash) => { location.hash = hash; }, name);
        await page.waitForTimeout(200);
        await page.screenshot({ path: join(folder, `${name === item ? "item" : name}-${width}-${scheme}.png`) });
      }
      await page.context().close();
    }
  }
}

const browser = await launch(report);
let passed = 0, failed = 0;

for (const [name, check] of [...content, ...look, ...use]) {
  try {
    const remark = await check(browser);
    passed++;
    console.log(`ok    ${name}${remark ? ` (${remark})` : ""}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}: ${error.message.split("\n").slice(0, 4).join(" ")}`);
  }
}
if (shots) await photograph(browser, shots);
if (browser.complaints.length === 0) {
  passed++;
  console.log("ok    in all of this the page asked for nothing, said nothing and failed nowhere");
} else {
  failed++;
  console.log(`FAIL  the page complained: ${[...new Set(browser.complaints)].slice(0, 5).join("; ")}`);
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
