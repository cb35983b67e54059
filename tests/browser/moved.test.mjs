// Addresses that were in use once: they lead on to where the page is now, and take along the query
// and the place within the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { attribute } from "./html.mjs";
import { BELOW, OFFLINE, ROOT, SITES, pages } from "./site.mjs";

const open = useBrowser();
const urls = new Map(SITES.map((it) => [it, useSite(it)]));
const OLD = "jobs/senior-em/";
const NEW = "roles/senior-engineering-manager/";

for (const site of [ROOT, BELOW, OFFLINE]) {
  test(`an old address leads to the page from ${site.name}, and to the place in it`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    const url = urls.get(site);
    await page.goto(url());
    await page.goto(url(`${OLD}?from=advert#requirements`));
    await page.waitForURL(url(`${NEW}?from=advert#requirements`));
    assert.ok(await page.locator("#requirements").isVisible());
    await page.goBack();
    assert.equal(page.url(), url(), "going back leaves the old address out");
    none(troubles);
  });
}

for (const site of [ROOT, OFFLINE]) {
  test(`a place that has left a page is found from ${site.name}, whether the page is there or not`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    const url = urls.get(site);
    await page.goto(url("competencies/risk-and-security/#security"));
    await page.waitForURL(url("competencies/security/"));
    await page.goto(url("guides/how-to-read-the-ladder/#promotion"));
    await page.waitForURL(url("guides/how-promotion-works/#who-decides"));
    none(troubles);
  });
}

test("on a page that is open already, a link to a place that has left leads on as well", async (t) => {
  const page = await open(t);
  await page.goto(urls.get(ROOT)("guides/how-to-read-the-ladder/"));
  await page.evaluate(() => { location.hash = "promotion"; });
  await page.waitForURL(urls.get(ROOT)("guides/how-promotion-works/#who-decides"));
});

test("without scripts a page says where a place is that has left it", async (t) => {
  const page = await open(t, { javaScriptEnabled: false });
  await page.goto(urls.get(ROOT)("guides/how-to-read-the-ladder/#promotion"));
  await page.locator("#promotion a").click();
  await page.waitForURL(urls.get(ROOT)("guides/how-promotion-works/#who-decides"));
});

test("without scripts it leads to the page", async (t) => {
  const page = await open(t, { javaScriptEnabled: false });
  await page.goto(urls.get(ROOT)(OLD));
  await page.waitForURL(urls.get(ROOT)(NEW));
});

test("where nothing leads on by itself, the page says where to go", async (t) => {
  const page = await open(t);
  await page.route("**/moved.*.js", (it) => it.abort());
  await page.goto(urls.get(ROOT)(OLD));
  none(await findings(page));
  await page.locator("main a").first().click();
  await page.waitForURL(urls.get(ROOT)(NEW));
});

test("for search engines an old address is the page that it leads to", () => {
  const moved = pages(ROOT).filter((it) => it.kind === "moved");
  assert.ok(moved.some((it) => it.address === OLD));
  for (const page of moved) {
    assert.equal(attribute(page.head("robots"), "content"), "noindex");
    const canonical = attribute(page.head("canonical"), "href").replace(ROOT.base, "");
    assert.ok(pages(ROOT).some((it) => it.address === canonical && it.kind !== "moved"), canonical);
  }
});
