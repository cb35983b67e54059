// The theme without scripts: it says all that the default one says, at the same addresses, and holds the
// theme contract: a page needs nothing but its style sheet.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { DESK, SMALL_PHONE, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { attribute, elements, links, named, text, words } from "./html.mjs";
import { PLAIN, ROOT, bytes, files, oneOfEachKind, pages, specimens } from "./site.mjs";

const CSS_BUDGET = 3000;

const open = useBrowser();
const url = useSite(PLAIN);
const same = new Map(pages(ROOT).map((it) => [it.path, it]));

test("there is no script, in no form, and the policy allows none", () => {
  none(files(PLAIN).filter((it) => it.endsWith(".js")));
  for (const page of pages(PLAIN)) {
    none(page.all("script").map(named));
    const policy = page.elements.find((it) => attribute(it, "http-equiv") === "Content-Security-Policy");
    const allowed = attribute(policy, "content");
    assert.ok(/default-src 'none'/.test(allowed) && !/script-src|unsafe|connect-src/.test(allowed), page.path);
    none(page.mistakes.map((it) => `${page.path}: ${it}`));
  }
});

const styles = files(PLAIN).filter((it) => it.endsWith(".css"));
const weight = styles.map((it) => gzipSync(bytes(PLAIN, it), { level: 6 }).length).reduce((a, b) => a + b);
test(`all styles: ${(weight / 1000).toFixed(2)} of ${CSS_BUDGET / 1000} kB`, () => assert.ok(weight <= CSS_BUDGET));

test("every file of the default theme's site is there but for its scripts and what they read", () => {
  const others = (site) => files(site).filter((it) => !/^assets\/.*\.(js|css)$/.test(it));
  assert.deepEqual(others(PLAIN), others(ROOT));
});

test("every address has the anchors it has in the default theme", () => {
  // What the form of search needs is of no use without it.
  const anchors = (page) => page.ids.filter((it) => it !== "_search").sort();
  for (const page of pages(PLAIN)) assert.deepEqual(anchors(page), anchors(same.get(page.path)), page.path);
});

for (const [what, found] of [
  ["every word", said],
  ["every link", (page) => main(page).flatMap((it) => links(it)).filter((it) => it !== undefined)],
]) {
  test(`${what} of the default theme is said`, () => {
    for (const page of pages(PLAIN).filter((it) => it.kind !== "search" && !it.isMissing)) {
      const here = new Set(found(page));
      none(found(same.get(page.path)).filter((it) => !here.has(withoutChoice(it))).map((it) => `${page.path}: ${it}`));
    }
  });
}

test("tables, pictures and what can be opened are as many", () => {
  const counted = ["table", "svg", "details"];
  for (const page of pages(PLAIN)) {
    const count = (it) => counted.map((tag) => it.all(tag).length);
    assert.deepEqual(count(page), count(same.get(page.path)), page.path);
  }
});

test("links lead to a place that is there", () => {
  const ids = new Map(pages(PLAIN).map((it) => [it.path, new Set(it.ids)]));
  const known = new Set(files(PLAIN));
  const broken = (page) => page.elements.flatMap(links).filter((it) => !/^(https?|mailto):/.test(it)).filter((link) => {
    const to = new URL(link, new URL(page.path, "http://site.test/"));
    const path = decodeURIComponent(to.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
    const anchor = decodeURIComponent(to.hash.slice(1));
    return !known.has(path) || (anchor && !ids.get(path)?.has(anchor));
  });
  none(pages(PLAIN).flatMap((page) => broken(page).map((it) => `${page.path}: ${it}`)));
});

test("search leads to the index, and the choice of roles lists what is written out", async (t) => {
  const page = await open(t);
  await page.goto(url("search/"));
  await page.locator("main a").first().click();
  assert.equal(page.url(), url("index/"));
  await page.goto(url("compare/"));
  assert.ok((await page.locator("main li a").count()) > 20);
});

test("every page loads in silence and fits a window of 320 pixels", async (t) => {
  const page = await open(t, { viewport: SMALL_PHONE });
  const troubles = watched(page);
  const wide = [];
  for (const { address } of pages(PLAIN).filter((it) => !it.isRedirect)) {
    await page.goto(url(address));
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    if (width > SMALL_PHONE.width) wide.push(`${address} is ${width} pixels wide`);
  }
  none([...troubles, ...wide]);
});

test("the largest pages of each kind fit a desk and paper too", async (t) => {
  const page = await open(t);
  for (const { address } of oneOfEachKind(PLAIN)) {
    await page.goto(url(address));
    const isWide = () => page.evaluate(() => document.scrollingElement.scrollWidth > innerWidth);
    assert.ok(!(await isWide()), address);
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("header nav").first().isVisible(), false, `${address} on paper`);
    await page.emulateMedia({ media: "screen" });
  }
});

/** What stands in `<main>` for readers without scripts. */
function main(page) {
  const hidden = (it) => words(it, "class").includes("with-script") || attribute(it, "hidden") !== undefined;
  const unseen = new Set(page.elements.filter(hidden).flatMap((it) => [it, ...elements(it)]));
  return [...elements(page.all("main")[0])].filter((it) => !unseen.has(it));
}

/** The words of the page: those of elements that hold text themselves. */
function said(page) {
  const own = (it) => it.childNodes.filter((child) => child.nodeName === "#text").map(text).join(" ");
  return main(page).flatMap((it) => own(it).split(/[^\p{L}\p{N}]+/u)).filter(Boolean);
}

/** A link that hands a choice to a script leads to the same page without. */
function withoutChoice(link) {
  return link.replace(/\?roles=[^#]*/, "");
}
