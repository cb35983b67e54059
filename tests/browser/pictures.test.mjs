// The pictures: words inside their boxes, boxes apart, lines beside them, links that lead to roles,
// and the same as the tables say; in every scheme and width, and without a script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { ROOT, pages } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);
const ofKind = (kind) => pages(ROOT).filter((it) => it.kind === kind).map((it) => it.address);
const [families, competencies, roles] = ["family", "competency", "role"].map(ofKind);

/** What overlaps or sticks out in the pictures of links, as the browser has set them. */
const faults = (page) => page.evaluate(() => {
  const found = [];
  const rect = (it) => it.getBoundingClientRect();
  const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  for (const svg of document.querySelectorAll("svg.graph, svg.strip")) {
    const boxes = [...svg.querySelectorAll("a")];
    const around = (box) => rect(box.querySelector("rect"));
    const hit = (it) => boxes.find((box) => !apart(it, around(box)));
    for (const box of boxes) {
      const texts = [...box.querySelectorAll("text")];
      for (const it of texts) if (!inside(rect(it), around(box))) found.push(`${it.textContent} leaves its box`);
      texts.forEach((it, n) => {
        // Lines of text may share the space that letters like g and Å need.
        const next = texts[n + 1] && rect(texts[n + 1]);
        if (next && next.top < rect(it).bottom - 4) found.push(`${it.textContent} runs into the next line`);
      });
      if (!inside(around(box), rect(svg))) found.push(`${box.textContent} leaves the picture`);
      for (const other of boxes) {
        if (other !== box && !apart(around(box), around(other))) found.push(`${box.textContent} on ${other.textContent}`);
      }
    }
    for (const it of svg.querySelectorAll(":scope > text")) {
      if (!inside(rect(it), rect(svg))) found.push(`${it.textContent} leaves the picture`);
      if (hit(rect(it))) found.push(`${it.textContent} on ${hit(rect(it)).textContent}`);
    }
    const scale = rect(svg).width / svg.viewBox.baseVal.width;
    for (const path of svg.querySelectorAll(":scope > path")) {
      const length = path.getTotalLength();
      for (let at = 4; at < length - 4; at += 2) {
        const { x, y } = path.getPointAtLength(at);
        const [left, top] = [rect(svg).left + x * scale, rect(svg).top + y * scale];
        const box = hit({ left, right: left, top, bottom: top });
        if (box) found.push(`a line runs through ${box.textContent}`);
      }
    }
  }
  return [...new Set(found)];
});

for (const [where, options] of [["", {}], [" on a phone", { viewport: PHONE }], [" without scripts", { javaScriptEnabled: false }]]) {
  test(`nothing overlaps in the pictures of ladders${where}`, async (t) => {
    const page = await open(t, options);
    for (const address of [...families, ...competencies]) {
      await page.goto(url(address));
      none((await faults(page)).map((it) => `${address}: ${it}`));
    }
  });
}

test("every box leads to its role, from the keyboard too", async (t) => {
  const page = await open(t);
  for (const address of families) {
    await page.goto(url(address));
    const rows = await page.locator(".overview td a").count();
    const boxes = page.locator("svg.graph a");
    assert.equal(await boxes.count(), rows, "the table says the same");
    const first = boxes.first();
    const name = (await first.textContent()).trim();
    await first.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/roles\//);
    const title = await page.locator("h1").innerText();
    assert.ok(name.endsWith(title), `${name}: ${title}`);
  }
});

test("a cell of a heat strip says what the table says, and names its role", async (t) => {
  const page = await open(t);
  const wrong = [];
  for (const address of competencies) {
    await page.goto(url(address));
    const { rows, cells } = await page.evaluate(stripAndTable);
    for (const [href, role, step] of rows) {
      const name = cells.find((it) => it.href === href)?.name ?? "";
      if (!name.startsWith(`${role}, `) || !name.includes(`: ${step}`)) wrong.push(`${address}: ${role}, ${step}: ${name}`);
    }
    for (const { name, words } of cells) {
      const unsaid = words.filter((it) => it !== "–" && !name.includes(it));
      if (unsaid.length) wrong.push(`${address}: ${name} does not say ${unsaid}`);
    }
    for (const { name } of cells.slice(0, 2)) {
      if ((await page.getByRole("link", { name, exact: true }).count()) !== 1) wrong.push(`${address}: no link is called ${name}`);
    }
  }
  none(wrong);
});

/** In the page: what the threads say of each role, and what the cells do. */
function stripAndTable() {
  const rows = [...document.querySelectorAll(".thread tbody tr")].map((row) => {
    const role = row.querySelector("th a");
    return [role.href, role.textContent, row.querySelector(".pips")?.textContent ?? "not expected"];
  });
  const cells = [...document.querySelectorAll("svg.strip a")].map((it) => ({
    href: new URL(it.getAttribute("href"), location).href,
    name: it.querySelector("title").textContent,
    words: [...it.querySelectorAll("text")].map((it) => it.textContent.trim()),
  }));
  return { rows, cells };
}

test("the profile of a role has a box for each step of its table, and room on a phone", async (t) => {
  const page = await open(t, { viewport: PHONE });
  const wrong = [];
  for (const address of roles) {
    await page.goto(url(address));
    const { drawn, told, isApart, right } = await page.evaluate(profileAndTable);
    if (right > PHONE.width) wrong.push(`${address}: ends at ${right} pixels`);
    if (!isApart) wrong.push(`${address}: names and columns run into each other`);
    if (`${drawn}` !== `${told}`) wrong.push(`${address}: drawn ${drawn}, told ${told}`);
    const name = await page.locator(".profile [role=img]").ariaSnapshot();
    if (!/img "Competency profile .*\d/.test(name)) wrong.push(`${address}: ${name}`);
  }
  none(wrong);
});

/** In the page: the steps by the boxes of the picture, and by the rows of the table. */
function profileAndTable() {
  const svg = document.querySelector("svg.boxes");
  const path = svg.querySelector("path");
  const columns = path.getBBox();
  // What a box says of itself leaves out its stroke, half of which is on either side.
  const half = Number.parseFloat(getComputedStyle(path).strokeWidth) / 2;
  const texts = [...svg.querySelectorAll("text")].map((it) => it.getBBox());
  const { width, height } = svg.viewBox.baseVal;
  return {
    right: svg.getBoundingClientRect().right,
    drawn: [...path.getAttribute("d").matchAll(/v-(\d+)/g)].map((it) => it[1] / 8),
    told: [...document.querySelectorAll(".profile td .pips")].map((it) => Number(/n(\d)/.exec(it.className)[1])),
    // A letter may lean out by a pixel of the screen.
    isApart: texts.every((it) => it.x >= -2 && it.x + it.width <= columns.x - half)
      && columns.x + columns.width + half <= width && columns.y + columns.height <= height,
  };
}

for (const colorScheme of ["light", "dark"]) {
  test(`shades can be written on and tones told apart when it is ${colorScheme}`, async (t) => {
    const page = await open(t, { colorScheme });
    const wrong = [];
    for (const address of [...competencies, ...roles]) {
      await page.goto(url(address));
      const { text, tones } = await page.evaluate(contrasts);
      if (text < 4.5) wrong.push(`${address}: text on a shade has ${text}`);
      const [kept, added] = tones;
      if (tones.some((it) => it < 3) || added / kept < 1.5) wrong.push(`${address}: tones have ${tones}`);
    }
    none(wrong);
  });
}

/** In the page: the least contrast of text in a cell, and that of each tone with the paper. */
function contrasts() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const painted = (...layers) => {
    for (const [colour, opacity] of layers) {
      canvas.globalAlpha = opacity;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((it) => it / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const contrast = (a, b) => Math.max(a, b) / Math.min(a, b);
  const paper = [getComputedStyle(document.body).backgroundColor, 1];
  const cells = [...document.querySelectorAll("svg.strip a")].flatMap((cell) => {
    const { fill, fillOpacity } = getComputedStyle(cell.querySelector("rect"));
    const ground = painted(paper, [fill, Number(fillOpacity)]);
    return [...cell.querySelectorAll("text")].map((it) => contrast(painted([getComputedStyle(it).fill, 1]), ground));
  });
  const tones = [...document.querySelectorAll(".boxes path:not(.gone, .hole)")];
  return {
    text: Math.min(21, ...cells),
    tones: tones.map((it) => contrast(painted([getComputedStyle(it).stroke, 1]), painted(paper))),
  };
}
