// The page of search: its state lives in the address, facets narrow what was found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { found, results, stub } from "./searching.mjs";
import { BELOW, OFFLINE, ROOT } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, BELOW, OFFLINE].map((site) => [site, useSite(site)]));
const url = urls.get(ROOT);
const SEM = "roles/senior-engineering-manager/";

const field = (page) => page.getByRole("searchbox");
const facet = (page, name) => page.getByRole("combobox", { name });
const status = (page) => page.locator("main").getByRole("status");

async function searched(t, query, { site = ROOT, answers, after, ...options } = {}) {
  const page = await open(t, options);
  const troubles = watched(page);
  if (answers) await stub(page, answers, after);
  await page.goto(urls.get(site)(`search/${query}`));
  return { page, troubles };
}

test("the page shows what its address asks for, and keeps up with typing", async (t) => {
  const { page, troubles } = await searched(t, "?q=okr");
  await results(page).first().waitFor();
  assert.equal(await field(page).inputValue(), "okr");
  assert.ok(await field(page).evaluate((it) => it === document.activeElement));
  await field(page).fill("sem");
  await results(page).first().getByText("Senior Engineering Manager").waitFor();
  assert.equal(page.url(), url("search/?q=sem"));
  await page.reload();
  await results(page).first().getByText("Senior Engineering Manager").waitFor();
  await results(page).first().click();
  await page.waitForURL(url(SEM));
  await page.goBack();
  await results(page).first().getByText("Senior Engineering Manager").waitFor();
  await field(page).fill("");
  await page.waitForURL(url("search/"));
  none(troubles);
});

for (const [look, options] of [["light", {}], ["dark", { colorScheme: "dark" }], ["a narrow phone", { viewport: SMALL_PHONE }]]) {
  test(`axe finds nothing among the results, and they fit: ${look}`, async (t) => {
    const { page } = await searched(t, "?q=manager", options);
    await status(page).getByText(/results/).waitFor();
    none(await findings(page));
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  });
}

const facets = { kind: [{ id: "role", title: "Role", count: 2 }, { id: "term", title: "Term", count: 1 }], level: [{ id: "m2", title: "M2", count: 2 }] };
const SOME = { facets: { family: [], track: [], ...facets } };

test("facets are chosen by keyboard and live in the address", async (t) => {
  const { page, troubles } = await searched(t, "", { answers: { x: [found(["One", "Two", "Three"], SOME)], none: [found([])] } });
  assert.equal(await page.locator("main select:visible").count(), 0);
  await field(page).fill("x");
  await status(page).getByText("3 results").waitFor();
  assert.deepEqual(await facet(page, "Kind").locator("option").allTextContents(), ["All kinds", "Role (2)", "Term (1)"]);
  assert.equal(await facet(page, "Track").count(), 0, "a facet without values is hidden");
  await facet(page, "Kind").focus();
  await page.keyboard.type("Role");
  await facet(page, "Level").selectOption("m2");
  assert.equal(page.url(), url("search/?q=x&kind=role&level=m2"));
  const asked = () => page.evaluate(() => asked.at(-1));
  assert.deepEqual(await asked(), { query: "x", chosen: { kind: "role", level: "m2" }, shown: 8 });

  await page.goto(url());
  await page.goBack();
  await status(page).getByText("3 results").waitFor();
  await page.reload();
  await status(page).getByText("3 results").waitFor();
  assert.deepEqual([await facet(page, "Kind").inputValue(), await facet(page, "Level").inputValue()], ["role", "m2"]);
  assert.deepEqual((await asked()).chosen, { kind: "role", level: "m2" });

  // What hinders can be taken back, though it has nothing more to offer.
  await field(page).fill("none");
  await status(page).getByText("Nothing found").waitFor();
  assert.equal(await facet(page, "Kind").inputValue(), "role");
  await facet(page, "Kind").selectOption("");
  await facet(page, "Level").selectOption("");
  assert.equal(page.url(), url("search/?q=none"));
  none([...troubles, ...(await findings(page))]);
});

test("a facet alone is asked for as well, and one that there is not does no harm", async (t) => {
  const { page, troubles } = await searched(t, "?level=m2&kind=%3Cb%3E&n=-1&x=y", { answers: { "": [found(["One"], SOME)] } });
  await status(page).getByText("1 result").waitFor();
  assert.deepEqual(await page.evaluate(() => asked.at(-1)), { query: "", chosen: { kind: "<b>", level: "m2" }, shown: 8 });
  assert.equal(await facet(page, "Kind").locator("option:checked").textContent(), "<b>");
  none(troubles);
});

test("more is shown on demand, the focus goes along, and the address remembers how much", async (t) => {
  const titles = Array.from({ length: 20 }, (_, n) => `Role ${n}`);
  const { page } = await searched(t, "?q=x", { answers: { "*": [found(titles)] } });
  await results(page).first().waitFor();
  assert.equal(await results(page).count(), 8);
  const more = page.getByRole("button", { name: "Show more" });
  await more.press("Enter");
  await results(page).nth(15).waitFor();
  assert.equal(await page.locator(":focus").textContent(), "Role 8");
  assert.equal(page.url(), url("search/?q=x&n=16"));
  await page.reload();
  await results(page).nth(15).waitFor();
  await more.click();
  await results(page).nth(19).waitFor();
  assert.ok(await more.isHidden());
  await field(page).fill("y");
  await page.waitForURL(url("search/?q=y"));
  await page.waitForFunction(() => document.querySelectorAll("[data-search-results] a").length === 8);
});

test("every link among the results is a hit, in order, the places on a page below it", async (t) => {
  const hits = [{ address: "roles/r0/#challenges", title: ["Challenges"], excerpt: ["", "Hard", " ones"] }];
  const answers = { "*": [found(["One", "Two"], { groups: [{ hits, excerpt: ["first ", "mark"] }], suggestion: "x & z" })] };
  const { page } = await searched(t, "?q=x", { answers });
  await results(page).first().waitFor();
  const to = await results(page).evaluateAll((all) => all.map((it) => it.href));
  assert.deepEqual(to, ["roles/r0/", "roles/r0/#challenges", "roles/r1/"].map((it) => url(it)));
  assert.equal(await page.locator("ol[data-search-results]").getByRole("listitem").count(), 2);
  assert.deepEqual(await page.locator("[data-search-results] mark").allTextContents(), ["mark", "Hard"]);
  await page.getByRole("link", { name: "x & z" }).click();
  await page.waitForURL(url("search/?q=x%20%26%20z"));
  assert.equal(await field(page).inputValue(), "x & z");
});

test("Enter goes from the field to the first result", async (t) => {
  const { page } = await searched(t, "");
  await page.keyboard.type("senior engineering manager");
  await page.keyboard.press("Enter");
  await results(page).first().waitFor();
  await page.waitForFunction(() => document.activeElement.closest("[data-search-results]"));
  await page.keyboard.press("Enter");
  await page.waitForURL(url(SEM));
});

test("whoever presses Enter before all is found is not left behind when the rest comes", async (t) => {
  const answers = { x: [found(["One"], { whole: false }), found(["One", "Two"])] };
  const { page } = await searched(t, "", { answers, after: { x: 500 } });
  await page.keyboard.type("x");
  await results(page).first().waitFor();
  await page.keyboard.press("Enter");
  await results(page).nth(1).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "One");
});

for (const site of [BELOW, OFFLINE]) {
  test(`what was found is reached, and narrowed, from ${site.name}`, async (t) => {
    const { page, troubles } = await searched(t, "?q=senior+engineering+manager", { site });
    await results(page).first().waitFor();
    await facet(page, "Kind").selectOption({ index: 1 });
    await status(page).getByText(/^\d+ results?$/).waitFor();
    await field(page).fill("zzzz");
    await page.getByRole("link", { name: "index from A to Z" }).waitFor();
    await page.goto(urls.get(site)("search/?q=senior+engineering+manager"));
    await results(page).first().click();
    await page.waitForURL(urls.get(site)(SEM));
    none(troubles);
  });
}

test("without scripts a link leads to a page that says what it needs, and to A to Z", async (t) => {
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
