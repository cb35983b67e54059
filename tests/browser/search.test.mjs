// Search as a reader uses it: the box over any page and the page of its own, by keyboard, without
// scripts, from disk, and with whatever somebody may type.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { BELOW, OFFLINE, ROOT } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, BELOW, OFFLINE].map((site) => [site, useSite(site)]));
const url = urls.get(ROOT);

const box = (page) => page.getByRole("dialog", { name: "Search" });
const input = (page) => box(page).getByRole("combobox");
const options = (page) => box(page).getByRole("option");
const status = (page) => box(page).getByRole("status");

/** The home page with the box open and, if there is a query, with its results. */
async function searching(t, query = "", site = ROOT) {
  const page = await open(t);
  const troubles = watched(page);
  await page.goto(urls.get(site)());
  await page.keyboard.press("/");
  if (query) await type(page, query);
  return { page, troubles };
}

async function type(page, query) {
  await input(page).fill(query);
  await page.waitForFunction(() => document.querySelector("dialog [role=status]").textContent);
}

/** The option that is chosen, as assistive technology is told. */
const active = (page) => page.evaluate(() => {
  const id = document.activeElement.getAttribute("aria-activedescendant");
  return document.getElementById(id)?.textContent;
});

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

test("the button opens the box as well", async (t) => {
  const page = await open(t);
  await page.goto(url());
  await page.getByRole("button", { name: /^Search/ }).click();
  await input(page).waitFor();
});

for (const query of ["sem", "senior em", "SENIOR  em", "Sénior engineering man"]) {
  test(`“${query}” finds the Senior Engineering Manager first`, async (t) => {
    const { page, troubles } = await searching(t, query);
    assert.match(await options(page).first().textContent(), /^Senior Engineering Manager/);
    await page.keyboard.press("Enter");
    await page.waitForURL(url("roles/senior-engineering-manager/"));
    none(troubles);
  });
}

test("arrow keys choose, around the end as well, and Enter goes there", async (t) => {
  const { page } = await searching(t, "engineer");
  const texts = await options(page).allTextContents();
  assert.ok(texts.length > 2, "the query is to find several things");
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

test("the state of the box is said to assistive technology", async (t) => {
  const { page } = await searching(t);
  assert.equal(await input(page).getAttribute("aria-expanded"), "false");
  await type(page, "senior engineering manager");
  assert.equal(await input(page).getAttribute("aria-expanded"), "true");
  const shown = await options(page).count();
  assert.match(await status(page).textContent(), new RegExp(`^${shown} results?$`));
  await type(page, "zzzz");
  await status(page).getByText("Nothing found").waitFor();
  assert.equal(await input(page).getAttribute("aria-expanded"), "false");
  assert.equal(await input(page).getAttribute("aria-activedescendant"), null);
  assert.equal(await options(page).count(), 0);
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing in the open box, ${colorScheme}`, async (t) => {
    const { page } = await searching(t, "engineer");
    await page.emulateMedia({ colorScheme });
    none(await findings(page));
  });
}

test("a slash inside an input is a slash", async (t) => {
  const { page } = await searching(t);
  await page.keyboard.type("a/b");
  assert.equal(await input(page).inputValue(), "a/b");
});

test("the search page shows what its address asks for, and keeps up with typing", async (t) => {
  const page = await open(t);
  const troubles = watched(page);
  await page.goto(url("search/?q=okr"));
  const results = page.locator(".results a");
  await results.first().waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "okr");
  assert.match((await results.first().textContent()).toLowerCase(), /okr|objective/);
  await page.getByRole("searchbox").fill("sem");
  await results.first().getByText("Senior Engineering Manager").waitFor();
  assert.equal(page.url(), url("search/?q=sem"));
  await page.reload();
  await results.first().getByText("Senior Engineering Manager").waitFor();
  none([...troubles, ...(await findings(page))]);
});

for (const site of [BELOW, OFFLINE]) {
  test(`search leads to the page it found from ${site.name}`, async (t) => {
    const { page, troubles } = await searching(t, "senior engineering manager", site);
    await page.keyboard.press("Enter");
    await page.waitForURL(urls.get(site)("roles/senior-engineering-manager/"));
    await page.goto(urls.get(site)("search/?q=sem"));
    await page.locator(".results a").first().click();
    await page.waitForURL(urls.get(site)("roles/senior-engineering-manager/"));
    none(troubles);
  });
}

test("without scripts a link leads to a page that says what it needs, and to A–Z", async (t) => {
  const page = await open(t, { javaScriptEnabled: false });
  await page.goto(url());
  assert.equal(await page.locator(".bar button, .bar input").count(), 0, "nothing that would do nothing");
  await page.getByRole("link", { name: "Search" }).click();
  await page.waitForURL(url("search/"));
  assert.match(await page.locator("main").innerText(), /needs JavaScript/);
  assert.ok(await page.locator("form.search-page").isHidden());
  await page.locator("main a").click();
  await page.waitForURL(url("index/"));
});

const ODD = {
  "signs of regular expressions": "(a+)+$ [z-a] \\ .* ?",
  "HTML": "<img src=x onerror=alert(1)><b>senior</b>",
  "a very long text": "senior ".repeat(5_000),
  "nothing but spaces": "   ",
  "signs and letters of other scripts": "👩‍💻 ٣ ﷺ İ ß ﬁ e\u0301",
};
for (const [what, query] of Object.entries(ODD)) {
  test(`no harm is done by ${what}`, async (t) => {
    const { page, troubles } = await searching(t);
    await input(page).fill(query);
    // The answer to the next query tells that this one has been dealt with.
    await type(page, "zzzz");
    await status(page).getByText("Nothing found").waitFor();
    await page.goto(url(`search/?q=${encodeURIComponent(query.slice(0, 2_000))}`));
    await page.waitForFunction(() => "rolebookIndex" in window);
    assert.equal(await page.locator("main img, main b").count(), 0);
    none(troubles);
  });
}

test("an index that cannot be loaded is said to be missing", async (t) => {
  const page = await open(t);
  await page.route("**/search-index.js", (it) => it.abort());
  await page.goto(url());
  await page.keyboard.press("/");
  await input(page).fill("sem");
  await status(page).getByText("could not be loaded").waitFor();
});
