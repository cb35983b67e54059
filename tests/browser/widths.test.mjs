// Every kind of page at every width a reader may have: nothing has to be scrolled sideways, no word is cut
// off, none lies on another. With the handbook in ../../content, and with one whose names stop at nothing.

import { test } from "node:test";
import { inTabs, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { hardToRead } from "./readable.mjs";
import { LONG, LOOKS, oneOfEachKind, pages, specimens } from "./site.mjs";

const open = useBrowser();

const WINDOWS = [
  // A window of 1280 × 1024 pixels that is zoomed to 400 %.
  { width: 320, height: 256 },
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];

const SUBJECTS = [
  ...LOOKS.map((site) => ({ site, chosen: oneOfEachKind })),
  { site: LONG, chosen: specimens },
];

for (const { site, chosen } of SUBJECTS) {
  const url = useSite(site);
  for (const viewport of WINDOWS) {
    test(`${site.name} is readable in a window ${viewport.width} pixels wide`, async (t) => {
      none(await inTabs(open, t, chosen(site), async (page, { address }) => {
        await page.setViewportSize(viewport);
        await page.goto(url(address));
        return (await page.evaluate(hardToRead)).map((it) => `${address}: ${it}`);
      }));
    });
  }
}

for (const site of LOOKS) {
  const url = useSite(site);
  test(`no page of ${site.name} is wider than the smallest window`, async (t) => {
    const shown = pages(site).filter((it) => !it.isRedirect);
    none(await inTabs(open, t, shown, async (page, { address }) => {
      await page.setViewportSize(WINDOWS[0]);
      await page.goto(url(address));
      const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
      return width > WINDOWS[0].width ? [`${address} is ${width} pixels wide`] : [];
    }));
  });
}
