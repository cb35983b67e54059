// axe on every page of every site: in light and dark, on a desk and as narrow as a page gets when it is
// zoomed to 400 %; and on some of them, which have all there is, in the dark when zoomed, and with the
// colours of who needs others.

import { test } from "node:test";
import { ALL, COLOURS, DESK, SMALL_PHONE, findings, inTabs, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { LONG, LOOKS, pages, specimens } from "./site.mjs";

const open = useBrowser();

// In an order that changes one thing at a time. In the dark colours are all that is other.
const EVERY = [
  { viewport: DESK, colorScheme: "light", tags: ALL },
  { viewport: DESK, colorScheme: "dark", tags: COLOURS },
  { viewport: SMALL_PHONE, colorScheme: "light", tags: ALL },
];
const ZOOMED_IN_THE_DARK = { viewport: SMALL_PHONE, colorScheme: "dark", tags: COLOURS };
const OTHER_COLOURS = ["light", "dark"].flatMap((colorScheme) => [
  { viewport: DESK, colorScheme, contrast: "more", tags: ALL },
  // Which colours are forced axe does not know: it measures those that nobody sees.
  { viewport: DESK, colorScheme, forcedColors: "active", tags: ALL, off: ["color-contrast"] },
]);
const AS_MOST = { contrast: "no-preference", forcedColors: "none" };

for (const site of LOOKS) {
  const url = useSite(site);
  test(`axe finds nothing on any page of ${site.name}`, (t) =>
    // A page that leads on does so at once.
    nothing(t, url, pages(site).filter((it) => !it.isRedirect), EVERY));
}

for (const site of [...LOOKS, LONG]) {
  const url = useSite(site);
  test(`axe finds nothing on ${site.name} in forced colours, strong contrast, and zoomed in the dark`, (t) =>
    nothing(t, url, specimens(site), [ZOOMED_IN_THE_DARK, ...OTHER_COLOURS]));
}

async function nothing(t, url, pages, looks) {
  const began = performance.now();
  none(await inTabs(open, t, pages, async (page, { address }) => {
    await page.goto(url(address));
    const found = [];
    for (const look of looks) found.push(...(await inLook(page, look)).map((it) => `${address}: ${it}`));
    return found;
  }));
  t.diagnostic(`${pages.length} pages, ${looks.length} looks: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** What axe finds on a page that is open, as someone sees it. */
async function inLook(page, { viewport, tags, off, ...media }) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ ...AS_MOST, ...media });
  const look = [...Object.values(media), `${viewport.width} pixels wide`].join(", ");
  return (await findings(page, tags, off)).map((it) => `${look}: ${it}`);
}
