/* Sort, filter, drill down, open: by mouse and by keyboard. */
import assert from "node:assert/strict";

const NOTHING = "nothing to try it on";

/* The address, once the page has heard that it changed: hashchange comes after the key or the click is done with. */
const hash = (page) => page.evaluate(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(location.hash), 20)))));
const rows = (page) => page.locator(".backlog tbody tr:visible");

/* Values of one column, as shown, top to bottom. */
function column(page, key) {
  return page.evaluate((name) => {
    const place = [...document.querySelectorAll(".backlog thead th")].findIndex((head) => head.dataset.sort === name);
    return [...document.querySelectorAll(".backlog tbody tr")].filter((row) => row.checkVisibility())
      .map((row) => row.cells[place].dataset.v).filter((value) => value !== "").map(Number);
  }, key);
}

const falls = (values) => values.every((value, i) => i === 0 || values[i - 1] >= value);
const rises = (values) => values.every((value, i) => i === 0 || values[i - 1] <= value);

async function backlog(open, options) {
  const page = await open("#backlog", options);
  return { page, n: await rows(page).count(), head: (key) => page.locator(`.backlog th[data-sort="${key}"]`) };
}

async function pointed(page) {
  return page.evaluate(() => document.activeElement.getAttribute("aria-label"));
}

/* The map with the focus in it, or nothing when there is no folder to enter. */
async function folders(open) {
  const page = await open("#map");
  const folder = page.locator('#boxes a[href^="#map/"]').first();
  return { page, folder, any: (await folder.count()) > 0 };
}

export const checks = [
  ["a click on a heading sorts, a second one turns the order around", async ({ open }) => {
    const { page, n, head } = await backlog(open);
    if (n < 2) return NOTHING;
    await head("effort").locator("button").click();
    assert.equal(await head("effort").getAttribute("aria-sort"), "descending");
    assert.ok(falls(await column(page, "effort")));
    await head("effort").locator("button").click();
    assert.equal(await head("effort").getAttribute("aria-sort"), "ascending");
    assert.ok(rises(await column(page, "effort")));
    assert.equal(await page.locator(".backlog th[aria-sort]").count(), 1);
    await page.context().close();
  }],

  ["the keyboard sorts too, and the order stands in the address", async ({ open }) => {
    const { page, n, head } = await backlog(open);
    if (n < 2) return NOTHING;
    await head("rank").locator("button").focus();
    await page.keyboard.press("Enter");
    assert.ok(falls(await column(page, "rank")));
    await page.keyboard.press("Space");
    assert.ok(rises(await column(page, "rank")));
    await page.keyboard.press("Enter");
    assert.match(await hash(page), /dir=down/);
    await page.reload();
    assert.equal(await head("rank").getAttribute("aria-sort"), "descending");
    await page.context().close();
  }],

  ["typing filters by text, the count follows, the address keeps it", async ({ open }) => {
    const { page, n } = await backlog(open);
    if (n < 2) return NOTHING;
    const word = await page.evaluate(() => document.querySelector(".backlog tbody tr .what").textContent.split(" ")[0].toLowerCase());
    await page.locator("#f-q").focus();
    await page.keyboard.type(word);
    const shown = await rows(page).count();
    const expected = await page.evaluate((text) => [...document.querySelectorAll(".backlog tbody tr .title")]
      .filter((cell) => cell.textContent.toLowerCase().includes(text)).length, word);
    assert.equal(shown, expected);
    assert.match((await page.locator("#shown").textContent()).replace(/\D+/g, " "), new RegExp(`\\b${shown}\\b`));
    await page.reload();
    assert.equal(await rows(page).count(), expected);
    assert.equal(await page.locator("#f-q").inputValue(), word);
    await page.locator("#f-q").fill("no item is called like this");
    assert.equal(await rows(page).count(), 0);
    assert.ok(await page.locator("#none").isVisible());
    await page.locator("#filters button[type=reset]").click();
    await page.waitForTimeout(50);
    assert.equal(await rows(page).count(), n);
    await page.context().close();
    return `"${word}": ${expected} of ${n}`;
  }],

  ["rule, priority, advice, plan and path each filter as the rows say", async ({ open }) => {
    const { page, n } = await backlog(open);
    if (n < 2) return NOTHING;
    for (const name of ["rule", "priority", "advice", "plan"]) {
      if (!(await page.locator(`#f-${name}`).count())) continue;
      const value = await page.evaluate((key) => document.querySelector(".backlog tbody tr").dataset[key], name);
      await page.locator(`#f-${name}`).selectOption(value);
      const expected = await page.evaluate(([key, wanted]) =>
        [...document.querySelectorAll(".backlog tbody tr")].filter((row) => row.dataset[key] === wanted).length, [name, value]);
      assert.equal(await rows(page).count(), expected, name);
      await page.locator(`#f-${name}`).selectOption("");
    }
    const path = await page.evaluate(() => document.querySelector(".backlog tbody tr").dataset.path);
    await page.locator("#f-path").fill(path);
    const expected = await page.evaluate((wanted) =>
      [...document.querySelectorAll(".backlog tbody tr")].filter((row) => row.dataset.path.includes(wanted)).length, path);
    assert.equal(await rows(page).count(), expected, "path");
    await page.context().close();
  }],

  ["an item opens by mouse, and back leads to the same filtered backlog", async ({ open }) => {
    const { page, n } = await backlog(open);
    if (!n) return NOTHING;
    const rule = await page.evaluate(() => document.querySelector(".backlog tbody tr").dataset.rule);
    await page.locator("#f-rule").selectOption(rule);
    const before = await hash(page);
    const target = await rows(page).first().locator(".what").getAttribute("href");
    await rows(page).first().locator(".what").click();
    assert.equal(await hash(page), target);
    assert.equal(await page.locator(".item:visible").count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
    await page.locator(".item:visible [data-back]").click();
    assert.equal(await hash(page), before);
    await page.goBack();
    assert.equal(await hash(page), target);
    assert.equal(await page.locator(".item:visible").count(), 1);
    await page.context().close();
  }],

  ["an item opens by keyboard and leads to the next one", async ({ open }) => {
    const { page, n } = await backlog(open);
    if (!n) return NOTHING;
    await page.locator("#filters button[type=reset]").focus();
    let on = "";
    for (let i = 0; i < 30 && !on.startsWith("#item-"); i++) {
      await page.keyboard.press("Tab");
      on = await page.evaluate(() => document.activeElement.getAttribute("href") ?? "");
    }
    assert.match(on, /^#item-/);
    await page.keyboard.press("Enter");
    assert.equal(await hash(page), on);
    assert.ok(await page.locator(on).isVisible());
    const next = page.locator(".item:visible a[rel=next]");
    if (await next.count()) {
      const to = await next.getAttribute("href");
      await next.focus();
      await page.keyboard.press("Enter");
      assert.equal(await hash(page), to);
      assert.ok(await page.locator(to).isVisible());
    }
    await page.context().close();
  }],

  ["an item shows its causes, its formula, its evidence", async ({ open }) => {
    const page = await open();
    const items = await page.locator(".item").count();
    if (!items) return NOTHING;
    const bare = await page.evaluate(() => [...document.querySelectorAll(".item")].filter((item) =>
      !item.querySelector(".causes tbody tr") || !item.querySelector(".boxes li") || !item.querySelector(".figures dd")).length);
    assert.equal(bare, 0);
    const steps = await page.evaluate(() => [...document.querySelectorAll(".item")].filter((item) => item.querySelector(".steps tbody tr")).length);
    await page.context().close();
    return `${steps} of ${items} with a formula`;
  }],

  ["a click enters a folder of the map, the crumbs lead out", async ({ open }) => {
    const { page, folder, any } = await folders(open);
    if (!any) return NOTHING;
    const target = await folder.getAttribute("href");
    await folder.click({ position: { x: 12, y: 8 } });
    assert.equal(await hash(page), target);
    assert.ok(await page.locator("#boxes .cell").count() > 0);
    await page.locator("#crumbs a").first().click();
    assert.equal(await hash(page), "#map");
    await page.context().close();
  }],

  ["the keyboard moves over the map, enters with Enter, leaves with Backspace and Escape", async ({ open }) => {
    const { page, folder, any } = await folders(open);
    if (!any) return NOTHING;
    await page.locator('#boxes [tabindex="0"]').focus();
    const first = await pointed(page);
    const seen = new Set([first]);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"]) {
      await page.keyboard.press(key);
      seen.add(await pointed(page));
    }
    if ((await page.locator("#boxes .cell").count()) > 3) assert.ok(seen.size > 1, "arrows did not move");
    assert.equal(await page.locator('#boxes [tabindex="0"]').count(), 1);
    for (const key of ["Backspace", "Escape"]) {
      await folder.focus();
      const target = await folder.getAttribute("href");
      await page.keyboard.press("Enter");
      assert.equal(await hash(page), target);
      await page.waitForFunction(() => document.querySelector("#boxes").contains(document.activeElement));
      await page.keyboard.press(key);
      assert.ok(["#map", target.slice(0, target.lastIndexOf("/"))].includes(await hash(page)));
    }
    await page.context().close();
  }],

  ["a hotspot of the map opens its item or its items, and says its figures in words", async ({ open }) => {
    const page = await open("#map");
    const box = page.locator('#boxes a:not([href^="#map"]):not(.mute)').first();
    if (!(await box.count())) return NOTHING;
    assert.match(await box.getAttribute("aria-label"), /\d/);
    const target = await box.getAttribute("href");
    await box.click();
    assert.equal(await hash(page), target);
    assert.ok(await page.locator(target.startsWith("#item-") ? ".item:visible" : ".backlog tbody tr:visible").count() > 0);
    await page.context().close();
    return target.split("?")[0].replace(/-.*/, "");
  }],

  ["of several copies one pair is shown, another by a click and by a key", async ({ open }) => {
    const page = await open("#duplication");
    const choice = page.locator(".class .choice:visible").first();
    if (!(await choice.count())) return NOTHING;
    const shown = () => choice.evaluate((node) => [...node.parentElement.querySelectorAll(".pair")]
      .filter((pair) => pair.checkVisibility()).map((pair) => pair.dataset.pair));
    const first = await shown();
    assert.equal(first.length, 1);
    await choice.locator("button").nth(1).click();
    assert.equal((await shown()).length, 1);
    assert.notDeepEqual(await shown(), first);
    assert.equal(await choice.locator('button[aria-pressed="true"]').count(), 1);
    await choice.locator("button").first().focus();
    await page.keyboard.press("Enter");
    assert.deepEqual(await shown(), first);
    await page.context().close();
  }],

  ["what differs between copies is told by a sign and a word, not by colour alone", async ({ open }) => {
    const page = await open("#duplication");
    const bare = await page.evaluate(() => [...document.querySelectorAll(".pair tbody tr")]
      .filter((row) => !row.querySelector(".sign .unseen")?.textContent || !row.querySelector(".sign [aria-hidden]")?.textContent).length);
    const all = await page.locator(".pair tbody tr").count();
    await page.context().close();
    if (!all) return NOTHING;
    assert.equal(bare, 0);
    const plain = await open("#errors");
    const unmarked = await plain.evaluate(() => [...document.querySelectorAll(".handled")].filter((code) => !code.querySelector(".hit")).length);
    assert.equal(unmarked, 0);
    await plain.context().close();
    return `${all} lines`;
  }],

  ["a module that is pointed at or reached by Tab shows its own lines, Enter leads to its row", async ({ open }) => {
    const page = await open("#architecture");
    const boxes = page.locator(".graph a[data-node][href]");
    if (!(await boxes.count())) return NOTHING;
    await boxes.first().hover();
    const on = () => page.locator(".graph .edge.on").count();
    const byMouse = await on();
    assert.ok(await page.locator(".graph svg.pointing").count());
    await page.mouse.move(0, 0);
    assert.equal(await page.locator(".graph svg.pointing").count(), 0);
    await boxes.first().focus();
    assert.equal(await on(), byMouse);
    const target = await boxes.first().getAttribute("href");
    await page.keyboard.press("Enter");
    assert.equal(await hash(page), target);
    assert.ok(await page.locator(target).isVisible());
    await page.context().close();
    return `${byMouse} lines`;
  }],

  ["an item of several places leads to them side by side and back", async ({ open }) => {
    const page = await open("#duplication");
    const link = page.locator('.class h2 a[href^="#item-"]').first();
    if (!(await link.count())) return NOTHING;
    const target = await link.getAttribute("href");
    await link.focus();
    await page.keyboard.press("Enter");
    assert.equal(await hash(page), target);
    assert.ok((await page.locator(`${target} .places li`).count()) > 1);
    await page.locator(`${target} a[href^="#class-"]`).click();
    assert.equal(await hash(page), target.replace("item", "class"));
    assert.ok(await page.locator(target.replace("item", "class")).isVisible());
    await page.context().close();
  }],

  ["a file among the arcs that is pointed at or reached by Tab shows its own arcs, and the other graph stays as it is", async ({ open }) => {
    const page = await open("#change");
    const files = page.locator("#change .arcs a[data-node]");
    if (!(await files.count())) return NOTHING;
    await page.evaluate(() => document.querySelectorAll("#change > details").forEach((part) => (part.open = true)));
    const on = () => page.locator("#change .edge.on").count();
    await files.first().focus();
    const reached = await on();
    const expected = await page.evaluate(() => document.querySelectorAll('#change .edge[data-from="0"], #change .edge[data-to="0"]').length);
    assert.equal(reached, expected);
    assert.ok(reached > 0);
    await page.evaluate(() => document.activeElement.blur());
    assert.equal(await on(), 0);
    await files.first().hover();
    assert.equal(await on(), expected);
    assert.equal(await page.locator("#architecture .edge.on").count(), 0);
    await files.first().focus();
    const target = await files.first().getAttribute("href");
    await page.keyboard.press("Enter");
    assert.equal(await hash(page), target);
    await page.context().close();
    return `${expected} arcs`;
  }],

  ["a pair opens its commits by a key, its files lead to their items", async ({ open }) => {
    const page = await open("#change");
    const summary = page.locator("#change .couplings summary:visible").first();
    if (!(await summary.count())) return NOTHING;
    await summary.focus();
    assert.equal(await page.locator("#change .couplings details[open]").count(), 0);
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#change .couplings details[open]").count(), 1);
    const commits = await page.locator("#change .couplings details[open] li").count();
    assert.ok(commits >= 1 && commits <= 5);
    const link = page.locator('#change .couplings .title > a[href^="#"]:visible').first();
    if (await link.count()) {
      const target = await link.getAttribute("href");
      await link.focus();
      await page.keyboard.press("Enter");
      assert.equal(await hash(page), target);
    }
    await page.context().close();
    return `${commits} commits`;
  }],

  ["what somebody alone knows opens by a key and leads to the files", async ({ open }) => {
    const page = await open("#people");
    const summary = page.locator("#people .people summary:visible").first();
    if (!(await summary.count())) return NOTHING;
    await summary.focus();
    await page.keyboard.press("Enter");
    const link = page.locator('#people details[open] a[href^="#"]').first();
    assert.ok(await link.count());
    const target = await link.getAttribute("href");
    await link.focus();
    await page.keyboard.press("Enter");
    assert.equal(await hash(page), target);
    await page.context().close();
  }],

  ["a threshold of delivery leads to its setting", async ({ open }) => {
    const page = await open("#delivery");
    assert.equal(await page.locator("#delivery .delivery tbody tr").count(), 7);
    const link = page.locator('#delivery a[href^="#set-delivery."]').first();
    if (!(await link.count())) return NOTHING;
    const target = await link.getAttribute("href");
    await link.click();
    assert.equal(await hash(page), target);
    assert.ok(await page.evaluate((id) => document.getElementById(id).checkVisibility(), target.slice(1)));
    await page.context().close();
    return target;
  }],

  ["a pair in a closed part of the page opens it when a link leads there", async ({ open }) => {
    const page = await open("#change");
    const id = await page.evaluate(() => document.querySelector("#change > details tr[id]")?.id);
    if (!id) return NOTHING;
    await page.evaluate((hash) => { location.hash = hash; }, id);
    await page.waitForTimeout(100);
    assert.ok(await page.locator(`#${id}`).isVisible());
    await page.context().close();
  }],

  ["the skip link leads past the navigation", async ({ open }) => {
    const page = await open();
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.matches(".skip")));
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    assert.ok(await page.locator("#overview").isVisible());
    await page.context().close();
  }],
];
