// The ladder as a picture: words inside their boxes, boxes apart, lines beside them, links that
// lead to roles; in every scheme and width, and without a script.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { ROOT, pages } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);
const families = pages(ROOT).filter((it) => it.kind === "family").map((it) => it.address);

/** What overlaps or sticks out, as the browser has set it. */
const faults = (page) => page.evaluate(() => {
  const found = [];
  const rect = (it) => it.getBoundingClientRect();
  const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const svg = document.querySelector("svg.graph");
  const boxes = [...svg.querySelectorAll("a")];
  for (const box of boxes) {
    const around = rect(box.querySelector("rect"));
    const texts = [...box.querySelectorAll("text")];
    for (const it of texts) if (!inside(rect(it), around)) found.push(`${it.textContent} leaves its box`);
    texts.forEach((it, n) => {
      // Lines of text may share the space that letters like g and Å need.
      const next = texts[n + 1] && rect(texts[n + 1]);
      if (next && next.top < rect(it).bottom - 4) found.push(`${it.textContent} runs into the next line`);
    });
    if (!inside(around, rect(svg))) found.push(`${box.textContent} leaves the picture`);
    for (const other of boxes) {
      if (other !== box && !apart(around, rect(other.querySelector("rect")))) found.push(`${box.textContent} on ${other.textContent}`);
    }
  }
  const scale = rect(svg).width / svg.viewBox.baseVal.width;
  for (const path of svg.querySelectorAll(":scope > path")) {
    const length = path.getTotalLength();
    for (let at = 4; at < length - 4; at += 2) {
      const { x, y } = path.getPointAtLength(at);
      const [left, top] = [rect(svg).left + x * scale, rect(svg).top + y * scale];
      const hit = boxes.find((it) => !apart({ left, right: left, top, bottom: top }, rect(it.querySelector("rect"))));
      if (hit) found.push(`a line runs through ${hit.textContent}`);
    }
  }
  return [...new Set(found)];
});

for (const [where, options] of [["", {}], [" on a phone", { viewport: PHONE }], [" without scripts", { javaScriptEnabled: false }]]) {
  test(`nothing overlaps in the picture of a ladder${where}`, async (t) => {
    const page = await open(t, options);
    for (const address of families) {
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
