// What a visit tells others: nothing. No page asks another site for anything, however it is used; whoever follows a
// link away is not announced; and no drawing does more than to be seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser, useSite, watched } from "./browser.mjs";
import { ELSEWHERE, elsewhere } from "./elsewhere.mjs";
import { none } from "./expect.mjs";
import { Handbook } from "./handbook.mjs";
import { attribute, elements, named, parsed, text } from "./html.mjs";
import { type } from "./searching.mjs";
import { serve } from "./server.mjs";
import { LOOKS, MARKDOWN, OFFLINE, PLAIN, ROOT, VACANCIES, bytes, files, oneOfEachKind, pages } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, PLAIN, VACANCIES, MARKDOWN, OFFLINE].map((it) => [it, useSite(it)]));

/** Opens the box of search, looks for something, and chooses roles to compare, where a page lets its readers. */
async function used(page) {
  const selects = await page.locator("main select").all();
  for (const [at, select] of selects.entries()) {
    const choices = await select.locator("option").count();
    if (await select.isVisible()) await select.selectOption({ index: Math.min(at + 1, choices - 1) });
  }
  await page.waitForLoadState("networkidle");
  if ((await page.locator("header button.find").count()) === 0) return;
  await page.keyboard.press("/");
  await type(page, "engineer");
  await page.keyboard.press("Escape");
}

for (const [site, url] of urls) {
  test(`${site.name}: a page asks its own site alone, however it is used`, async (t) => {
    const page = await open(t);
    const asked = new Set();
    const troubles = watched(page);
    page.on("request", (it) => asked.add(it.url()));
    for (const { address, kind } of oneOfEachKind(site)) {
      await page.goto(url(address));
      if (site !== PLAIN && kind !== "missing") await used(page);
    }
    const isUsed = (what) => [...asked].some((it) => what.test(it));
    if (site === ROOT) assert.ok(isUsed(/roles\/[\w-]+\/index\.json$/) && isUsed(/assets\/search\/words\//));
    const root = site.path ? url() : url().replace(/index\.html$/, "");
    none([...troubles, ...[...asked].filter((it) => !it.startsWith(root))]);
  });
}

/** Follows the first link away of a page; gives what the other site is told of where it stands. */
async function announced(t, site, change = (it) => it) {
  const isAway = (it) => /^https?:/.test(attribute(it, "href") ?? "");
  const from = pages(site).find((it) => it.all("a").some(isAway));
  const away = attribute(from.all("a").find(isAway), "href");
  const page = await open(t);
  const told = [];
  await page.route((it) => it.href !== page.url() && !it.href.startsWith(urls.get(site)()), async (route) => {
    told.push((await route.request().allHeaders()).referer);
    await route.fulfill({ body: "Elsewhere" });
  });
  const url = urls.get(site)(from.address);
  await page.route(url, (route) => route.fulfill({ body: change(from.html), contentType: "text/html" }));
  await page.goto(url);
  await Promise.all([page.waitForURL((it) => it.href !== url), page.locator(`a[href="${away}"]`).first().click()]);
  return told;
}

for (const site of [ROOT, PLAIN]) {
  test(`${site.name}: whoever follows a link away is not announced`, async (t) => {
    assert.deepEqual(await announced(t, site), [undefined]);
    const [told] = await announced(t, site, (html) => html.replace(/<meta name="referrer"[^>]*>/, ""));
    assert.match(told, /^http:\/\/127\.0\.0\.1:/, "without the word of the page it is");
  });
}

test("every page says so", () => {
  const isSaid = (page) => attribute(page.head("referrer"), "content") === "same-origin";
  const lacks = (site) => pages(site).filter((it) => !it.head("referrer") || !isSaid(it));
  none([...LOOKS, OFFLINE].flatMap((site) => lacks(site).map((it) => `${site.name}: ${it.path}`)));
});

/** What is more than a drawing in the drawings of a tree. */
function activity(root) {
  const within = [...elements(root)].filter((it) => it.tagName === "svg").flatMap((it) => [it, ...elements(it)]);
  return within.filter((it) => {
    const refers = it.attrs.filter(({ name }) => name === "href").map(({ value }) => value);
    const isLink = it.tagName === "a" && refers.every((to) => /^(https?:|mailto:|[^:]*$)/.test(to));
    const leadsOut = /@import|url\((?!#)/;
    return ["script", "foreignObject", "image", "iframe"].includes(it.tagName)
      || it.attrs.some(({ name }) => name.startsWith("on") || name === "style")
      || leadsOut.test(it.tagName === "style" ? text(it) : it.attrs.map(({ value }) => value).join(" "))
      || (!isLink && refers.some((to) => !to.startsWith("#")));
  }).map(named);
}

for (const site of [...LOOKS, OFFLINE]) {
  test(`${site.name}: drawings are nothing but drawings`, () => {
    const drawn = files(site).filter((it) => it.endsWith(".svg"));
    assert.ok(drawn.length > 0);
    const ofFile = (path) => activity(parsed(`<!doctype html>${bytes(site, path)}`).document);
    none([
      ...drawn.flatMap((path) => ofFile(path).map((it) => `${path}: ${it}`)),
      ...pages(site).flatMap((page) => activity(page.document).map((it) => `${page.path}: ${it}`)),
    ]);
  });
}

const ask = (what) => `new Image().src='${ELSEWHERE}/${what}'`;
const EVIL = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" onload="${ask("onload")}">
<style>@import "${ELSEWHERE}/style.css"; rect { fill: url(${ELSEWHERE}/fill.svg#a) }</style>
<rect width="40" height="40"/>
<script>${ask("script")}</script>
<image href="${ELSEWHERE}/image.png" width="9" height="9"/>
<use href="${ELSEWHERE}/use.svg#a"/>
<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${ELSEWHERE}/html.png"/></foreignObject>
</svg>
`;
const SHOWN = {
  "handbook.yml": "title: Small\nlogo: evil.svg\nfavicon: evil.svg\n",
  "guides/a.md": "# A\n\n![Evil](../evil.svg) and [by itself](../evil.svg)\n",
  "evil.svg": EVIL,
};

test("an author's drawing that is more than one is refused, and named with its place", (t) => {
  const { code, said } = new Handbook(t, SHOWN).run("build");
  assert.equal(code, 1);
  for (const place of ["1:64", "2:1", "4:1", "7:1"]) assert.match(said, new RegExp(`error\\[active-picture\\].*\n --> content/evil\\.svg:${place}\n`));
});

test("where it is let through, it does nothing as a picture and everything by itself", async (t) => {
  const handbook = new Handbook(t, SHOWN);
  handbook.succeed("build", "--allow", "active-picture");
  const served = await serve({ folder: handbook.site, path: "/" });
  t.after(() => served.close());
  const page = await open(t);
  const { asked, lacks } = await elsewhere(page);
  await page.goto(`${served.url}guides/a/`);
  const pictures = await page.locator("img[src$='.svg']").evaluateAll((all) => Promise.all(all.map((it) => it.decode().then(() => it.naturalWidth))));
  assert.deepEqual(pictures, [40, 40], "the logo and the picture are shown");
  assert.deepEqual([...asked], []);

  await page.goto(new URL(await page.getByRole("link", { name: "by itself" }).getAttribute("href"), page.url()).href);
  assert.deepEqual(await lacks(["onload", "script", "image.png", "html.png", "style.css"]), []);
});
