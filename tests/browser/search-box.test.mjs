// The box of search over any page: by keyboard, as assistive technology is told, from any host
// and from disk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { INDEX, active, box, found, input, options, searching, status, type } from "./searching.mjs";
import { BELOW, OFFLINE, ROOT } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, BELOW, OFFLINE].map((site) => [site, useSite(site)]));
const url = urls.get(ROOT);
const SEM = "roles/senior-engineering-manager/";

const home = async (t, query, { site = ROOT, answers, after, ...look } = {}) =>
  searching(await open(t, look), urls.get(site)(), query, { answers, after });

for (const keys of ["/", "Control+k", "Meta+k"]) {
  test(`${keys} opens the box, and Esc gives the focus back`, async (t) => {
    const page = await open(t);
    await page.goto(url());
    const link = page.locator("main a").first();
    await link.focus();
    await page.keyboard.press(keys);
    await input(page).waitFor();
    assert.ok(await input(page).evaluate((it) => it === document.activeElement));
    await page.keyboard.press("Escape");
    assert.ok(await box(page).isHidden());
    assert.ok(await link.evaluate((it) => it === document.activeElement));
  });
}

test("the button opens the box as well; Close and a click beside it close it", async (t) => {
  const page = await open(t);
  await page.goto(url());
  const button = page.getByRole("button", { name: /^Search/ });
  assert.equal(await button.getAttribute("aria-haspopup"), "dialog");
  await button.click();
  await input(page).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  assert.ok(await box(page).isHidden());
  await button.click();
  await page.mouse.click(5, 5);
  assert.ok(await box(page).isHidden());
});

test("nothing of search is loaded before the box is opened", async (t) => {
  const page = await open(t);
  const loaded = [];
  page.on("request", (it) => { if (/assets\/search[-/]/.test(it.url())) loaded.push(it.url()); });
  await page.goto(url(), { waitUntil: "networkidle" });
  assert.deepEqual(loaded, []);
  await page.keyboard.press("/");
  await type(page, "zzzz");
  for (const it of [/search-find/, /search-view/, INDEX]) assert.ok(loaded.some((url) => it.test(url)), `${it}`);
});

for (const query of ["sem", "senior engineering manager"]) {
  test(`“${query}” finds the Senior Engineering Manager first`, async (t) => {
    const { page, troubles } = await home(t, query);
    assert.match(await options(page).first().textContent(), /^Senior Engineering Manager/);
    await page.keyboard.press("Enter");
    await page.waitForURL(url(SEM));
    none(troubles);
  });
}

test("arrow keys choose, around the ends as well, and Enter goes there", async (t) => {
  const { page } = await home(t, "engineer");
  const texts = await options(page).allTextContents();
  assert.ok(texts.length > 3, "the query is to find several things");
  assert.equal(await active(page), texts[0]);
  await page.keyboard.press("ArrowDown");
  assert.equal(await active(page), texts[1]);
  assert.deepEqual(await box(page).getByRole("option", { selected: true }).allTextContents(), [texts[1]]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await active(page), texts.at(-1));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const target = await options(page).nth(1).evaluate((it) => it.href);
  await page.keyboard.press("Enter");
  await page.waitForURL(target);
});

test("pages come first, the places on them below, as a group that has the page's name", async (t) => {
  const hits = [{ address: "roles/r0/#challenges", title: ["", "Chal", "lenges"], excerpt: ["It is ", "hard", "."] }];
  const one = { also: ["", "SEM", ""], hits };
  const { page } = await home(t, "x", { answers: { x: [found(["Manager", "Lead"], { groups: [one] })] } });
  const group = box(page).getByRole("group", { name: "Manager" });
  assert.deepEqual(await group.getByRole("option").allTextContents(),
    ["Manager also SEM · Role · Management · M2 ", "Challenges  It is hard."]);
  assert.deepEqual(await box(page).locator("mark").allTextContents(), ["SEM", "Chal", "hard"]);
  await page.keyboard.press("ArrowDown");
  assert.match(await active(page), /^Challenges/);
  const [left, right] = await group.getByRole("option").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().left));
  assert.ok(right > left, "a place is indented");
});

test("the state of the box is said to assistive technology", async (t) => {
  const { page } = await home(t);
  assert.equal(await input(page).getAttribute("aria-expanded"), "false");
  await type(page, "senior engineering manager");
  assert.equal(await input(page).getAttribute("aria-expanded"), "true");
  assert.ok(await page.locator(`#${await input(page).getAttribute("aria-controls")}[role=listbox]`).isVisible());
  assert.match(await status(page).textContent(), /^\d+ results?$/);
  await type(page, "zzzz");
  await status(page).getByText("Nothing found").waitFor();
  assert.equal(await input(page).getAttribute("aria-expanded"), "false");
  assert.ok(!(await input(page).getAttribute("aria-activedescendant")));
  assert.equal(await options(page).count(), 0);
  assert.equal(await box(page).getByRole("link", { name: /A to Z/ }).evaluate((it) => it.href), url("index/"));
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the open box, ${colorScheme}`, async (t) => {
    const { page } = await home(t, "engineer", { colorScheme });
    none(await findings(page));
    await type(page, "zzzz");
    none(await findings(page));
  });
}

test("on a narrow phone the box fits, and so do its targets", async (t) => {
  const { page } = await home(t, "engineer", { viewport: SMALL_PHONE });
  const { x, width } = await box(page).boundingBox();
  assert.ok(x >= 0 && x + width <= SMALL_PHONE.width);
  assert.ok(await box(page).evaluate((it) => it.scrollWidth <= it.clientWidth));
  const heights = await options(page).evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
  assert.ok(Math.min(...heights) >= 24);
});

test("a slash inside an input is a slash", async (t) => {
  const { page } = await home(t);
  await page.keyboard.type("a/b");
  assert.equal(await input(page).inputValue(), "a/b");
});

test("where there is more than is shown, the last option leads to all of it", async (t) => {
  const answers = { "a & b": [found(["One", "Two"], { total: 12 })] };
  const { page } = await home(t, "a & b", { answers });
  await page.keyboard.press("ArrowUp");
  assert.equal(await active(page), "All 12 results");
  await page.keyboard.press("Enter");
  await page.waitForURL(url("search/?q=a+%26+b"));
  assert.equal(await page.getByRole("searchbox").inputValue(), "a & b");
});

test("a slip is mended with one press", async (t) => {
  const answers = { mangaer: [found(["Manager"], { suggestion: "manager" })], manager: [found(["Manager", "Lead"])] };
  const { page } = await home(t, "mangaer", { answers });
  none(await findings(page));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await status(page).getByText("2 results").waitFor();
  assert.equal(await input(page).inputValue(), "manager");
  assert.ok(await input(page).evaluate((it) => it === document.activeElement));
  assert.equal(await box(page).getByText("Did you mean").count(), 0);
});

for (const site of [BELOW, OFFLINE]) {
  test(`the box leads to the page it found, and to A to Z, from ${site.name}`, async (t) => {
    const { page, troubles } = await home(t, "senior engineering manager", { site });
    await page.keyboard.press("Enter");
    await page.waitForURL(urls.get(site)(SEM));
    await page.keyboard.press("/");
    await type(page, "zzzz");
    await box(page).getByRole("link").click();
    await page.waitForURL(urls.get(site)("index/"));
    none(troubles);
  });
}
