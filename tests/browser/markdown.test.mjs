// Everything that Markdown makes, on the pages of ../sites/markdown: it can be read in both schemes, on
// every screen and on paper, pictures have their room before they are there, and what is wider than the
// page scrolls by itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ALL, DESK, SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { beyondTheEdge, letters, printed, unprinted } from "./pdf.mjs";
import { MARKDOWN } from "./site.mjs";

const EVERYTHING = "guides/everything/";
const PAGES = ["", EVERYTHING, "roles/keeper/", "glossary/"];

const open = useBrowser();
const url = useSite(MARKDOWN);

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [DESK, SMALL_PHONE]) {
    test(`axe finds nothing in the ${colorScheme} on ${viewport.width} pixels, and nothing is wider`, async (t) => {
      const page = await open(t, { viewport, colorScheme });
      const troubles = watched(page);
      for (const address of PAGES) {
        await page.goto(url(address));
        troubles.push(...(await findings(page, ALL)).map((it) => `${address}: ${it}`));
        const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
        if (width > viewport.width) troubles.push(`${address} is ${width} pixels wide`);
        troubles.push(...(await page.evaluate(cutOff)).map((it) => `${address}: ${it}`));
      }
      none(troubles);
    });
  }
}

/** What sticks out of the text beside the boxes that scroll. */
function cutOff() {
  const edge = document.querySelector("main").getBoundingClientRect().right + 1;
  const all = [...document.querySelectorAll("main *")].filter((it) => !it.parentElement.closest("pre, .table-scroll"));
  return all.filter((it) => it.getBoundingClientRect().right > edge).map((it) => `sticks out: ${it.outerHTML.slice(0, 80)}`);
}

test("pictures have the size of their files, and nothing moves when they come", async (t) => {
  const page = await open(t, { viewport: SMALL_PHONE });
  let answer;
  const asked = new Promise((resolve) => { answer = resolve; });
  // No picture comes before the page has been measured without any.
  await page.route(/\.(png|jpg|gif|webp|avif|svg)$/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(url(EVERYTHING), { waitUntil: "domcontentloaded" });
  const before = await boxes(page);
  answer();
  await page.evaluate(async () => {
    const all = [...document.querySelectorAll("main img")];
    all.forEach((it) => { it.loading = "eager"; });
    await Promise.all(all.map((it) => it.decode()));
  });
  assert.deepEqual(await boxes(page), before);
  const sizes = await page.locator("main img").evaluateAll((all) =>
    all.map((it) => [it.getAttribute("src").split("/").pop(), it.naturalWidth, it.naturalHeight, `${it.getAttribute("width")} ${it.getAttribute("height")}`]));
  assert.equal(new Set(sizes.map(([name]) => name)).size, 6, "a picture of every format");
  none(sizes.filter(([, width, height, written]) => written !== `${width} ${height}`).map((it) => it.join(" ")));
});

/** Where everything stands, as text. */
const boxes = (page) =>
  page.locator("main :is(img, p, h2, figcaption, pre, table)").evaluateAll((all) =>
    all.map((it) => {
      const { x, y, width, height } = it.getBoundingClientRect();
      return [it.tagName, x, y + scrollY, width, height].join(" ");
    }));

test("the first picture is asked for at once, and the others when they are near", async (t) => {
  const page = await open(t);
  for (const [address, first] of [["", "fork.svg"], [EVERYTHING, "ladder.png"]]) {
    await page.goto(url(address));
    const loading = await page.locator("main img").evaluateAll((all) => all.map((it) => [it.src.split("/").pop(), it.getAttribute("loading")]));
    assert.deepEqual(loading.filter(([, it]) => it !== "lazy"), [[first, null]]);
  }
});

test("a picture with a title is a figure, and its caption can be read", async (t) => {
  const page = await open(t);
  await page.goto(url(EVERYTHING));
  const captions = page.locator("figure > figcaption");
  assert.equal(await captions.count(), 4);
  await page.getByRole("figure", { name: /Wider than any page/ }).waitFor();
  assert.equal(await page.locator("figure img[title], p figure").count(), 0);
  await page.locator("figure a").click();
  assert.equal(page.url(), url());
});

test("what is wider than the page scrolls by the keyboard, and is called after its heading", async (t) => {
  const page = await open(t, { viewport: SMALL_PHONE });
  await page.goto(url(EVERYTHING));
  for (const box of [page.getByRole("group", { name: "Tables" }).last(), page.locator("pre").first()]) {
    await box.focus();
    await page.keyboard.press("ArrowRight");
    await box.evaluate((it) => new Promise((resolve, reject) => {
      const end = performance.now() + 5000;
      const look = () => {
        if (it.scrollLeft > 0) resolve();
        else if (performance.now() > end) reject(new Error("it does not scroll"));
        else requestAnimationFrame(look);
      };
      look();
    }));
  }
});

test("footnotes lead there and back, from each place that mentions them", async (t) => {
  const page = await open(t);
  await page.goto(url(EVERYTHING));
  for (const [mark, back] of [["fnref-1", 0], ["fnref-1-2", 1], ["fnref-2", 0]]) {
    await page.locator(`#${mark}`).click();
    await page.locator("li:target .footnote-back").nth(back).click();
    assert.equal(new URL(page.url()).hash, `#${mark}`);
  }
});

test("on paper everything is there, and nothing is cut off", async (t) => {
  const page = await open(t);
  for (const address of PAGES) {
    await page.goto(url(address));
    const sheets = await printed(page);
    none(beyondTheEdge(sheets));
    none(await unprinted(page.locator("main :is(h2, h3, h4, h5, h6, p, dt, dd, figcaption, th, td, blockquote, pre code, .footnotes li):not(.contents *)"), sheets));
  }
  await page.goto(url(EVERYTHING));
  const all = (await printed(page)).map((it) => it.text).join("");
  assert.ok(all.includes(letters("What is folded is printed, too.")));
});
