// Pages wherever they are: nothing complains, nothing fails, nothing is asked of another host. On a host's root
// `widths` hears every page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { BELOW, OFFLINE, ROOT, oneOfEachKind } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, BELOW, OFFLINE].map((site) => [site, useSite(site)]));

for (const site of [BELOW, OFFLINE]) {
  test(`every kind of page loads in silence from ${site.name}`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    for (const { address } of oneOfEachKind(site)) await page.goto(urls.get(site)(address));
    none(troubles);
  });
}

for (const site of [ROOT, BELOW]) {
  test(`a wrong address under ${site.name} shows a whole page that leads home`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    const answer = await page.goto(urls.get(site)("roles/nobody/at/all/"));
    assert.equal(answer.status(), 404);
    // That the page itself is not there is as it should be.
    none(troubles.filter((it) => !/status of 404|404: .*nobody/.test(it)));
    await page.locator("main a").first().click();
    assert.equal(page.url(), urls.get(site)());
  });
}
