/* Widths, colours, print. */
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";
import { pages, schemes, widths } from "./browser.mjs";

async function eachPage({ open }, width, scheme, visit) {
  const page = await open("", { width, scheme });
  const item = await page.evaluate(() => document.querySelector(".item")?.id);
  for (const name of item ? [...pages, item] : pages) {
    await page.evaluate((hash) => { location.hash = hash; }, name);
    await page.waitForTimeout(120);
    await visit(page, name);
  }
  await page.context().close();
}

/* Least contrast of visible text against what lies behind it (WCAG 2.2, relative luminance). */
function leastContrast() {
  const parse = (text) => text.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  let least = { ratio: 21 };
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.checkVisibility({ visibilityProperty: true }) || node.closest(".skip, .unseen, script, style")) continue;
    const [a, b] = [light(parse(getComputedStyle(node).color)), light(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < least.ratio) least = { ratio, what: `${node.tagName}.${node.className} "${node.textContent.trim().slice(0, 30)}"` };
  }
  return least;
}

/* Pages, and whether their content streams show text. */
function readPdf(bytes) {
  const text = bytes.toString("latin1");
  let shows = false;
  for (const match of text.matchAll(/stream\r?\n/g)) {
    try {
      shows ||= /T[jJ]\b/.test(inflateSync(bytes.subarray(match.index + match[0].length)).toString("latin1"));
    } catch {
      /* not a compressed stream */
    }
    if (shows) break;
  }
  return { pages: (text.match(/\/Type\s*\/Page\b/g) ?? []).length, shows };
}

const looks = widths.flatMap((width) => schemes.map((scheme) => [width, scheme]));

export const checks = [
  ...looks.map(([width, scheme]) => [`no page is wider than the window at ${width} px in ${scheme}`, async (browser) => {
    await eachPage(browser, width, scheme, async (page, name) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide`);
    });
  }]),

  ...looks.map(([width, scheme]) => [`text stands out at least 4.5 to 1 at ${width} px in ${scheme}`, async (browser) => {
    let least = { ratio: 21 };
    await eachPage(browser, width, scheme, async (page, name) => {
      const found = await page.evaluate(leastContrast);
      assert.ok(found.ratio >= 4.5, `${name}: ${found.ratio.toFixed(2)} ${found.what}`);
      least = found.ratio < least.ratio ? found : least;
    });
    return `least ${least.ratio.toFixed(1)}`;
  }]),

  ["what has the focus shows it", async ({ open }) => {
    const page = await open("#backlog");
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
      });
      assert.ok(outline, `stop ${i + 1}`);
    }
    await page.context().close();
  }],

  ["the bill prints on white with the backlog and its first items", async ({ open }) => {
    const page = await open("", { scheme: "dark" });
    await page.emulateMedia({ media: "print" });
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const hidden = await page.evaluate(() =>
      [...document.querySelectorAll("#overview, #backlog, .backlog tbody tr, .item:nth-child(-n+10)")].filter((node) => !node.checkVisibility()).length);
    assert.equal(paper, "rgb(255, 255, 255)");
    assert.equal(hidden, 0);
    await page.emulateMedia({ media: null });
    const pdf = readPdf(await page.pdf({ format: "A4" }));
    assert.ok(pdf.pages > 0 && pdf.shows);
    await page.context().close();
    return `${pdf.pages} pages`;
  }],

  ...["method", "errors", "duplication", "architecture", "change", "people", "delivery"].map((name) => [`${name} prints alone`, async ({ open }) => {
    const page = await open(`#${name}`, { scheme: "dark" });
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("main > section:visible").count(), 1);
    const dark = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((node) => node.checkVisibility() &&
      !["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(getComputedStyle(node).backgroundColor)).length);
    assert.equal(dark, 0);
    await page.emulateMedia({ media: null });
    const pdf = readPdf(await page.pdf({ format: "A4" }));
    assert.ok(pdf.pages > 0 && pdf.shows);
    await page.context().close();
    return `${pdf.pages} pages`;
  }]),
];
