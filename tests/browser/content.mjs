/* What the file holds, whatever is clicked. */
import assert from "node:assert/strict";
import { pages } from "./browser.mjs";

export const checks = [
  ["every page opens from the navigation and says which it is", async ({ open }) => {
    const page = await open();
    for (const name of pages) {
      await page.click(`.top nav a[href="#${name}"]`);
      await page.locator(`#${name} h1`).waitFor({ timeout: 5000 });
      assert.equal(await page.locator("main > section:visible").count(), 1);
      assert.ok(await page.locator(`#${name} h1`).isVisible());
      assert.equal(await page.locator('.top nav a[aria-current="page"]').getAttribute("href"), `#${name}`);
    }
    await page.context().close();
  }],

  ["without a script every section, row and item can be read", async ({ open }) => {
    const page = await open("", { script: false });
    const sections = page.locator("main > section");
    for (let i = 0; i < await sections.count(); i++) {
      const id = await sections.nth(i).getAttribute("id");
      if (id !== "items" || await page.locator(".item").count()) assert.ok(await sections.nth(i).isVisible(), id);
    }
    const rows = await page.locator(".backlog tbody tr").count();
    assert.equal(await page.locator(".backlog tbody tr:visible").count(), rows);
    assert.equal(await page.locator(".item:visible").count(), rows);
    await page.context().close();
    return `${rows} items`;
  }],

  ["every link stays in the file and leads somewhere", async ({ open }) => {
    const page = await open();
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")).filter((href) => {
        if (!href.startsWith("#")) return true;
        const name = decodeURIComponent(href.slice(1).split("?")[0]);
        return !document.getElementById(name.startsWith("map/") ? "map" : name);
      }));
    assert.deepEqual([...new Set(lost)].slice(0, 5), []);
    await page.context().close();
  }],

  ["an id stands once", async ({ open }) => {
    const page = await open();
    const twice = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
      return ids.filter((id, i) => ids.indexOf(id) !== i).slice(0, 5);
    });
    assert.deepEqual(twice, []);
    await page.context().close();
  }],

  ["text of the repository never became markup, script or handler", async ({ open }) => {
    const page = await open();
    const found = await page.evaluate(() => ({
      scripts: document.scripts.length,
      foreign: document.querySelectorAll("img, iframe, object, embed, link, base, [src], [style]:not(.cell)").length,
      handlers: [...document.querySelectorAll("*")].filter((node) =>
        [...node.attributes].some((attribute) => attribute.name.startsWith("on"))).length,
      policy: document.querySelector('meta[http-equiv="Content-Security-Policy"]').content,
    }));
    assert.equal(found.scripts, 3);
    assert.equal(found.foreign, 0);
    assert.equal(found.handlers, 0);
    assert.match(found.policy, /^default-src 'none'/);
    assert.doesNotMatch(found.policy, /unsafe|\*|http/);
    await page.context().close();
  }],

  ["the page has a language, a title and labels for its fields", async ({ open }) => {
    const page = await open();
    assert.match(await page.locator("html").getAttribute("lang"), /^(en|fr)$/);
    assert.ok((await page.title()).length > 5);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll("input, select")].filter((field) => !field.labels.length).length);
    assert.equal(bare, 0);
    await page.context().close();
  }],

  ["no word is missing from the message catalogue", async ({ open }) => {
    const page = await open();
    const missing = await page.evaluate(() =>
      [...document.querySelectorAll("main :not(code), [aria-label]")].flatMap((node) => [
        node.getAttribute("aria-label") ?? "",
        ...[...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data),
      ]).filter((text) => /^\s*(html|rule|step|advice|priority|type|box|state|severity|basis|flag|delivery|ranking|merit)\.[a-z][a-z.-]+\s*$/.test(text)));
    assert.deepEqual([...new Set(missing)], []);
    await page.context().close();
  }],
];
