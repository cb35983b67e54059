// What a link to a page is shown with where somebody sends it: an address that answers with a
// picture, and words for those who do not see it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { attribute } from "./html.mjs";
import { BELOW, OFFLINE, ROOT, bytes, files, pages } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, BELOW].map((it) => [it, useSite(it)]));

const said = (page, name) => page.head(name) && attribute(page.head(name), "content");
const isSent = (page) => !page.isMissing && !page.isRedirect;
const isRole = (page) => page.kind === "role";
const isCard = (path) => /(^|\/)card\.png$/.test(path);

for (const site of [ROOT, BELOW]) {
  test(`every role has its own picture on ${site.name}, and other pages that of the handbook`, () => {
    const wrong = pages(site).filter(isSent).filter((page) => {
      const expected = isRole(page) ? `${page.address}card.png` : "card.png";
      return said(page, "og:image") !== site.base + expected;
    });
    none(wrong.map((it) => `${it.path}: ${said(it, "og:image")}`));
    assert.equal(files(site).filter(isCard).length, 1 + pages(site).filter(isRole).length);
  });

  test(`every picture on ${site.name} answers, and is as large as its page says`, async (t) => {
    const browser = await open(t);
    await browser.goto(urls.get(site)());
    const shown = pages(site).filter((it) => isRole(it) || it.path === "index.html");
    const wrong = [];
    for (const page of shown) {
      const address = said(page, "og:image").slice(site.base.length);
      const size = await browser.evaluate(async (src) => {
        const image = Object.assign(new Image(), { src });
        await image.decode();
        return [image.naturalWidth, image.naturalHeight].join();
      }, urls.get(site)(address));
      const told = ["og:image:width", "og:image:height"].map((it) => said(page, it)).join();
      if (size !== "1200,630" || told !== size) wrong.push(`${page.path}: ${size}, not ${told}`);
    }
    none(wrong);
  });
}

test("a picture has words for those who do not see it, and asks to be shown large", () => {
  const silent = pages(ROOT).filter(isSent).filter((page) => {
    const alt = said(page, "og:image:alt") ?? "";
    const title = said(page, isRole(page) ? "og:title" : "og:site_name");
    return !alt.startsWith(`${title}: `) || said(page, "twitter:card") !== "summary_large_image";
  });
  none(silent.map((it) => `${it.path}: ${said(it, "og:image:alt")}`));
});

test("a picture is small, and says in its bytes what it shows", () => {
  const lead = bytes(ROOT, "roles/tech-lead/card.png");
  assert.ok(lead.includes("Tech Lead\nTL1 · Technical leadership · Engineering\nNorthwind"));
  none(files(ROOT).filter(isCard).filter((it) => bytes(ROOT, it).length > 40_000));
});

test("what nobody sends has no picture: a page that leads on, the last resort, a site on a disk", () => {
  const unsent = [ROOT, BELOW].flatMap(pages).filter((it) => !isSent(it));
  assert.ok(unsent.length > 2);
  const tags = ["og:image", "og:image:alt", "twitter:card"];
  const found = [...unsent, ...pages(OFFLINE)].filter((page) => tags.some((it) => page.head(it)));
  none(found.map((it) => it.path));
  none(files(OFFLINE).filter(isCard));
});
