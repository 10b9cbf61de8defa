/* index.html reads whole without this: it adds pages, sorting, filters and the map. */
"use strict";
(() => {
  const page = document.documentElement;
  page.classList.add("js");

  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const number = (value, decimals = 0) =>
    value.toLocaleString(page.lang, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => (name in values ? values[name] : hole));
  const make = (tag, classes, text) => {
    const node = document.createElement(tag);
    node.className = classes;
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const decode = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /* ---- backlog: order and filters live in the address ---- */

  const backlog = (() => {
    const form = () => find("#filters");
    const names = ["q", "path", "rule", "priority", "advice", "plan"];
    const falling = new Set(["cost", "savings", "roi", "effort"]);
    let rows = [];
    let body, order = { key: "rank", down: false };

    const value = (row, column) => {
      const text = row.cells[column].dataset.v;
      return text === "" ? NaN : Number(text);
    };

    function compare(column, down) {
      const collator = new Intl.Collator(page.lang, { numeric: true });
      return (a, b) => {
        const x = value(a, column), y = value(b, column);
        if (Number.isNaN(x) || Number.isNaN(y)) {
          const left = a.cells[column].dataset.v, right = b.cells[column].dataset.v;
          if ((left === "") !== (right === "")) return left === "" ? 1 : -1;
          const order = collator.compare(left, right);
          return (down ? -order : order) || a.place - b.place;
        }
        return (down ? y - x : x - y) || a.place - b.place;
      };
    }

    function sort() {
      const heads = all(".backlog thead th");
      const column = Math.max(0, heads.findIndex((head) => head.dataset.sort === order.key));
      heads.forEach((head, i) => {
        if (i === column) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      rows.sort(compare(column, order.down));
      body.append(...rows);
    }

    function filter() {
      const data = new FormData(form());
      const wanted = (name) => String(data.get(name) ?? "").trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        const fits =
          names.slice(2).every((name) => !wanted(name) || row.dataset[name] === wanted(name)) &&
          row.dataset.path.toLowerCase().includes(wanted("path")) &&
          wanted("q").split(/\s+/).every((word) => row.words.includes(word));
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      }
      const count = find("#shown");
      count.textContent = fill(count.dataset.text, { shown: number(shown), all: number(rows.length) });
      find("#none").hidden = shown > 0 || rows.length === 0;
    }

    function address() {
      const query = new URLSearchParams();
      for (const [name, value] of new FormData(form())) if (value) query.set(name, value);
      if (order.key !== "rank" || order.down) query.set("sort", order.key);
      if (order.key !== "rank" && order.down !== falling.has(order.key)) query.set("dir", order.down ? "down" : "up");
      if (order.key === "rank" && order.down) query.set("dir", "down");
      const text = String(query);
      return "#backlog" + (text ? "?" + text : "");
    }

    function keep() {
      history.replaceState(null, "", address());
      all("[data-back]").forEach((link) => (link.href = address()));
    }

    function read(query) {
      const values = new URLSearchParams(query);
      for (const name of names) {
        const field = form().elements[name];
        if (field) field.value = values.get(name) ?? "";
      }
      const key = values.get("sort") ?? "rank";
      order = { key, down: values.has("dir") ? values.get("dir") === "down" : falling.has(key) };
      sort();
      filter();
      all("[data-back]").forEach((link) => (link.href = address()));
    }

    function start() {
      body = find(".backlog tbody");
      rows = [...body.rows];
      rows.forEach((row, i) => {
        row.place = i;
        row.words = row.cells[1].textContent.toLowerCase();
      });
      for (const head of all(".backlog th[data-sort]")) {
        const button = make("button", "", head.textContent);
        button.type = "button";
        button.addEventListener("click", () => {
          const key = head.dataset.sort;
          order = { key, down: key === order.key ? !order.down : falling.has(key) };
          sort();
          keep();
        });
        head.replaceChildren(make("span", "paper", head.textContent), button);
      }
      form().hidden = false;
      find("#shown").hidden = false;
      form().addEventListener("input", () => { filter(); keep(); });
      form().addEventListener("submit", (event) => event.preventDefault());
      form().addEventListener("reset", () => setTimeout(() => { filter(); keep(); }));
      read("");
    }

    return { start, read };
  })();

  /* ---- map: folders and files as nested boxes ---- */

  const map = (() => {
    const DEPTH = 4;
    const tally = ["", "|", "||", "|||", "||||", "||||"];
    const folders = new Map();
    let place, words, priced, root, here, limits = [], cells = [];

    /* [name, [children]] is a folder, [count, lines] small files, [name, lines, cost, health, hours, items, id] a file. */
    function grow(row, path) {
      const name = typeof row[0] === "number" ? fill(words.small, { n: number(row[0]) }) : row[0];
      const node = { name, path: path ? path + "/" + name : name, lines: 0, files: 0, cost: 0, peak: 0, items: 0 };
      if (Array.isArray(row[1])) {
        node.children = row[1].map((child) => grow(child, node.path));
        for (const child of node.children) {
          child.parent = node;
          for (const key of ["lines", "files", "cost", "items"]) node[key] += child[key];
          node.peak = Math.max(node.peak, child.peak);
        }
        folders.set(node.path, node);
        return node;
      }
      node.files = typeof row[0] === "number" ? row[0] : 1;
      node.lines = row[1];
      node.cost = row[2] ?? 0;
      node.health = row[3] ?? 1;
      node.hours = row[4] ?? 0;
      node.items = row[5] ?? 0;
      node.id = row[6];
      node.peak = priced ? node.cost : (1 - node.health) * node.lines;
      return node;
    }

    const money = (amount, whole = 100) =>
      fill(words.money, { number: number(amount, amount < whole && amount !== 0 ? 2 : 0), currency: words.currency });

    /* Two significant digits, upwards. */
    function round(value) {
      const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
      return Math.ceil(value / unit - 1e-9) * unit;
    }

    /* Half of the files that cost anything are level 1, the next 30 % level 2, then 15, 4 and 1 %. */
    function measure() {
      const peaks = [];
      const walk = (node) => (node.children ? node.children.forEach(walk) : node.peak > 0 && peaks.push(node.peak));
      walk(root);
      peaks.sort((a, b) => a - b);
      if (!peaks.length) return;
      const at = [.5, .8, .95, .99, 1].map((share) => round(peaks[Math.ceil(share * peaks.length) - 1]));
      limits = at;
    }

    const level = (amount) => (amount > 0 ? 1 + Math.max(0, limits.findIndex((limit) => amount <= limit)) : 0);
    const encode = (path) => path.split("/").map(encodeURIComponent).join("/");
    const link = (node) => (node === root ? "#map" : "#map/" + encode(node.path));

    function describe(node) {
      const values = { path: node.path, files: number(node.files), lines: number(node.lines), amount: money(node.cost) };
      if (!node.children) Object.assign(values, { health: number(node.health, 2), hours: number(node.hours, 1) });
      const text = node.children && priced ? ", " + values.amount : "";
      return fill(node.children ? words.folder : words.file, values) + text +
        (node.items ? fill(words.items, { n: number(node.items) }) : "");
    }

    function address(node) {
      if (node.children) return link(node);
      if (node.items === 1) return "#item-" + node.id;
      return "#backlog?" + new URLSearchParams({ path: node.path });
    }

    /* A folder with room enough to show what it holds. */
    const isFrame = (box) => {
      const wide = box.x1 - box.x0, high = box.y1 - box.y0;
      return Boolean(box.children) && wide >= 110 && high >= 80 && wide * high >= 350 * box.children.length;
    };

    function draw(box, size) {
      const node = box.data.node;
      const frame = isFrame(box);
      const open = node.children || node.items > 0;
      const cell = make(open ? "a" : "span", "cell" + (frame ? " frame" : " l" + level(node.peak)) + (open ? "" : " still"));
      const wide = box.x1 - box.x0, high = box.y1 - box.y0;
      cell.style.left = (100 * box.x0) / size.width + "%";
      cell.style.top = (100 * box.y0) / size.height + "%";
      cell.style.width = (100 * wide) / size.width + "%";
      cell.style.height = (100 * high) / size.height + "%";
      if (open) cell.href = address(node);
      else cell.setAttribute("role", "img");
      cell.setAttribute("aria-label", describe(node));
      cell.tabIndex = -1;
      cell.node = node;
      cell.middle = [(box.x0 + box.x1) / 2, frame ? box.y0 + 10 : (box.y0 + box.y1) / 2];
      cell.append(make("span", "", node.children ? node.name + "/" : node.name));
      if (!frame && high > 34 && wide > 48) {
        const amount = priced ? (node.cost > 0 ? money(node.cost, 10) : "") : node.peak > 0 ? number(node.peak) : "";
        if (amount) cell.append(make("span", "", amount));
        if (high > 52 && level(node.peak)) cell.append(mark(level(node.peak)));
      }
      if (wide < 34 || high < 18) cell.classList.add("mute");
      return cell;
    }

    function mark(n) {
      const node = make("span", "tally t" + n, tally[n]);
      node.setAttribute("aria-hidden", "true");
      return node;
    }

    function show(node, focus) {
      here = node;
      const size = { width: place.clientWidth || 900, height: place.clientHeight || 560 };
      const take = (of, left) => ({ node: of, children: of.children && left > 0 ? of.children.map((child) => take(child, left - 1)) : undefined });
      const tree = d3.hierarchy(take(node, DEPTH)).sum((box) => (box.children ? 0 : box.node.lines))
        .sort((a, b) => b.value - a.value || (a.data.node.name < b.data.node.name ? -1 : 1));
      d3.treemap().size([size.width, size.height]).paddingInner((box) => (box.children.length > 150 ? 1 : 2)).paddingOuter(2).round(true)
        .paddingTop((box) => (box.depth > 0 && box.children ? 20 : 2))(tree);
      const drawn = (box) => box.x1 - box.x0 >= 3 && box.y1 - box.y0 >= 3;
      const collect = (box) => [box, ...(isFrame(box) ? box.children.filter(drawn).flatMap(collect) : [])];
      cells = (tree.children ?? []).filter(drawn).flatMap(collect).map((box) => draw(box, size));
      place.replaceChildren(...cells);
      crumbs(node);
      find("#pointed").textContent = describe(node === root ? { ...node, path: words.root } : node).replace(words.root + "/", words.root);
      if (cells.length) {
        const back = cells.find((cell) => focus && cell.node === focus) ?? cells[0];
        back.tabIndex = 0;
        if (focus !== undefined) back.focus();
      }
    }

    function crumbs(node) {
      const chain = [];
      for (let at = node; at; at = at.parent) chain.unshift(at);
      const nodes = chain.flatMap((at, i) => {
        const name = at === root ? words.root : at.name;
        const part = at === node ? make("span", "", name) : make("a", "", name);
        if (at === node) part.setAttribute("aria-current", "location");
        else part.href = link(at);
        return i ? [" / ", part] : [part];
      });
      find("#crumbs").replaceChildren(...nodes);
    }

    function legend() {
      const items = [[0, words.none]];
      limits.forEach((limit, i) => {
        if (limits.indexOf(limit) === i)
          items.push([i + 1, fill(words.level, { amount: priced ? money(limit, 10) : number(limit) })]);
      });
      find("#legend").replaceChildren(...items.map(([n, text]) => {
        const item = make("li", "");
        const cell = make("span", "cell l" + n);
        if (n) cell.append(mark(n));
        item.append(cell, text);
        return item;
      }));
    }

    function step(from, [dx, dy]) {
      let best = null, least = Infinity;
      for (const cell of cells) {
        const x = cell.middle[0] - from.middle[0], y = cell.middle[1] - from.middle[1];
        const along = x * dx + y * dy, across = Math.abs(x * dy) + Math.abs(y * dx);
        if (cell !== from && along > 1 && along + 2 * across < least) {
          best = cell;
          least = along + 2 * across;
        }
      }
      return best;
    }

    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

    function press(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.key === "Backspace" || event.key === "Escape") && here.parent) {
        event.preventDefault();
        leaving = here;
        location.hash = link(here.parent);
      }
      const cell = event.target.closest(".cell");
      if (cell && arrows[event.key]) {
        event.preventDefault();
        step(cell, arrows[event.key])?.focus();
      }
    }

    let leaving = null;

    function read(path) {
      const inside = place.contains(document.activeElement);
      const node = folders.get(path) ?? root;
      show(node, leaving ?? (inside ? null : undefined));
      leaving = null;
    }

    function point(event) {
      const cell = event.target.closest(".cell");
      if (!cell) return;
      find("#pointed").textContent = describe(cell.node);
      if (event.type !== "focusin") return;
      cells.forEach((other) => (other.tabIndex = -1));
      cell.tabIndex = 0;
    }

    function start() {
      const holder = find("#treemap");
      words = holder.dataset;
      priced = words.priced === "yes";
      place = find("#boxes");
      root = grow(["", JSON.parse(find("#map-data").textContent)], "");
      if (!root.children.length) return;
      measure();
      legend();
      show(root);
      holder.hidden = false;
      place.addEventListener("mouseover", point);
      place.addEventListener("focusin", point);
      find("#map").addEventListener("keydown", press);
      let width = 0, waiting;
      new ResizeObserver(() => {
        if (!place.clientWidth || place.clientWidth === width) return;
        width = place.clientWidth;
        clearTimeout(waiting);
        waiting = setTimeout(() => show(here, place.contains(document.activeElement) ? null : undefined), 60);
      }).observe(place);
    }

    return { start, read: (path) => root?.children.length && read(path) };
  })();

  /* ---- duplication: one pair of copies at a time ---- */

  function choosePairs() {
    for (const choice of all(".class .choice")) {
      const pairs = all(".pair", choice.parentElement);
      const buttons = all("button", choice);
      const show = (number) => {
        pairs.forEach((pair) => pair.classList.toggle("aside", pair.dataset.pair !== number));
        buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.pair === number)));
      };
      buttons.forEach((button) => button.addEventListener("click", () => show(button.dataset.pair)));
      choice.hidden = false;
      show(buttons[0].dataset.pair);
    }
  }

  /* ---- architecture, change: the lines of the node that is pointed at ---- */

  function pointAtNodes(graph) {
    const lines = all(".edge", graph), boxes = all("a[data-node]", graph);
    const point = (id) => {
      graph.classList.toggle("pointing", id !== null);
      const near = new Set([id]);
      for (const line of lines) {
        const on = line.dataset.from === id || line.dataset.to === id;
        line.classList.toggle("on", on);
        if (on) near.add(line.dataset.from).add(line.dataset.to);
      }
      boxes.forEach((box) => box.classList.toggle("off", id !== null && !near.has(box.dataset.node)));
    };
    for (const box of boxes) {
      for (const begin of ["mouseenter", "focus"]) box.addEventListener(begin, () => point(box.dataset.node));
      for (const end of ["mouseleave", "blur"]) box.addEventListener(end, () => point(null));
    }
  }

  /* ---- pages ---- */

  let current = null;

  function route(first) {
    const hash = location.hash.slice(1);
    const mark = hash.indexOf("?");
    const name = decode(mark < 0 ? hash : hash.slice(0, mark));
    const target = document.getElementById(name.startsWith("map/") ? "map" : name) ?? find("#overview");
    if (target.id === "main") {
      if (first) return route.call(null, false, (location.hash = "#overview"));
      return;
    }
    const section = target.closest("main > section") ?? find("#overview");
    const item = section.id === "items" ? target.closest(".item") ?? find(".item") : null;
    const moved = (item ?? section) !== current;

    all("main > section.current, .item.current").forEach((node) => node.classList.remove("current"));
    section.classList.add("current");
    item?.classList.add("current");
    page.dataset.page = section.id;
    current = item ?? section;
    for (const link of all(".top nav a")) {
      const on = link.hash === "#" + (section.id === "items" ? "backlog" : section.id);
      if (on) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (section.id === "backlog") backlog.read(mark < 0 ? "" : hash.slice(mark + 1));
    if (section.id === "map") map.read(name.slice("map/".length));
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    if (target !== section && target !== item) target.scrollIntoView();
    else if (moved) scrollTo(0, 0);
    if (moved && !first) settle(target === section ? section : target);
  }

  /* Where reading goes on: the heading of what was opened. */
  function settle(node) {
    const heading = node.matches("h1, h2, h3") ? node : find("h1, h2, h3", node);
    if (!heading || find("#boxes").contains(document.activeElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    backlog.start();
    map.start();
    choosePairs();
    all(".graph svg").forEach(pointAtNodes);
    route(true);
    addEventListener("hashchange", () => route(false));
  });
})();
