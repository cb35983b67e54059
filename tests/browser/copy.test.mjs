// The quiet links beside headings, statements and rows: each copies an address that lasts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, useSite } from "./browser.mjs";
import { ROOT, oneOfEachKind } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);

const PLACES = [
  ["the title of a page", "role", ".heading:has(h1)"],
  ["a heading", "role", ".heading:has(h2)"],
  ["a statement", "role", ".text li[id]"],
  ["a row", "family", ".ladder tbody th[id]"],
  ["a term", "glossary", "dt[id]"],
];

for (const [what, kind, selector] of PLACES) {
  test(`the link beside ${what} copies its permanent address`, async (t) => {
    const { address } = oneOfEachKind(ROOT).find((it) => it.kind === kind);
    const page = await open(t, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(url(address));
    const link = page.locator(selector).first().locator("a.anchor");
    assert.match(await link.getAttribute("aria-label"), /^Link to this/);

    await link.press("Enter");
    await page.getByRole("status").getByText("Link copied").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const anchor = await link.getAttribute("href");
    assert.equal(copied, ROOT.base + address + anchor.replace(/^#$/, ""));
    assert.equal(page.url(), url(address) + anchor);
  });
}
