// Search when what it needs is late or does not come, and with whatever somebody may ask for or write.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { HOSTILE, INDEX, active, box, found, input, options, results, searching, status, type } from "./searching.mjs";
import { ROOT } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);
const field = (page) => page.getByRole("searchbox");
const said = (page) => page.locator("main").getByRole("status");
const SEM = "roles/senior-engineering-manager/";

const home = async (t, query, { answers, after, ...look } = {}) =>
  searching(await open(t, look), url(), query, { answers, after });

test("what is typed while the scripts are on their way is answered, and Enter is not forgotten", async (t) => {
  const page = await open(t);
  let go;
  const late = new Promise((done) => { go = done; });
  await page.route("**/search-view.*.js", async (it) => { await late; await it.continue(); });
  await page.goto(url());
  await page.keyboard.press("/");
  await page.keyboard.type("senior engineering manager");
  await page.keyboard.press("Enter");
  go();
  await page.waitForURL(url(SEM));
});

test("an early answer is of use at once, counted when it is whole, and what is chosen stays chosen", async (t) => {
  const early = found(["Lead", "Manager"], { whole: false });
  const groups = [{ address: "roles/r2/" }, { address: "roles/r1/" }, { address: "roles/r0/" }];
  const whole = found(["Director", "Manager", "Lead"], { groups });
  const { page } = await home(t, "", { answers: { x: [early, whole] }, after: { x: 700 } });
  await page.keyboard.type("x");
  await options(page).first().waitFor();
  assert.equal(await status(page).textContent(), "");
  await page.keyboard.press("ArrowDown");
  assert.match(await active(page), /^Manager/);
  await status(page).getByText("3 results").waitFor();
  assert.match(await active(page), /^Manager/);
  assert.match((await options(page).allTextContents()).join(), /Director.*Manager.*Lead/);
});

test("the answer to an older query never takes the place of a newer one", async (t) => {
  const answers = { slow: [found(["Slow"])], failing: [null], fast: [found(["Fast"])] };
  const { page } = await home(t, "", { answers, after: { slow: 300, failing: 400 } });
  await input(page).fill("slow");
  await input(page).fill("failing");
  await type(page, "fast");
  await page.waitForTimeout(700);
  assert.match((await options(page).allTextContents()).join(), /^Fast/);
  assert.equal(await status(page).textContent(), "1 result");
});

for (const [what, query] of Object.entries(HOSTILE)) {
  test(`no harm is done by ${what}, asked for or found`, async (t) => {
    const { page, troubles } = await home(t);
    await input(page).fill(query);
    // The answer to the next query tells that this one has been dealt with.
    await type(page, "zzzz");
    await status(page).getByText("Nothing found").waitFor();
    none(troubles);

    // No title is made of spaces alone.
    if (!query.trim()) return;
    const groups = [{ also: ["", query], around: query, excerpt: ["", query], hits: [{ address: "#x", title: [query], excerpt: [query] }] }];
    const answers = { x: [found([query, "After"], { groups, suggestion: query })] };
    const stubbed = await home(t, "x", { answers, viewport: SMALL_PHONE });
    const dialog = box(stubbed.page);
    assert.equal(await dialog.locator("img, b, script").count(), 0);
    assert.equal(await dialog.locator(".title").first().textContent(), query);
    assert.ok(await dialog.evaluate((it) => [it, ...it.querySelectorAll("*")].every((it) => it.getBoundingClientRect().right <= innerWidth)), "it fits");
    assert.match(await options(stubbed.page).last().innerText(), /^After/);
    none([...stubbed.troubles, ...(await findings(stubbed.page))]);
  });
}

for (const [what, pattern] of [["the index", INDEX], ["the script that shows", /search-view/], ["the script that finds", /search-find/]]) {
  test(`when ${what} cannot be loaded the box says so, and a later try works`, async (t) => {
    const page = await open(t);
    await page.route(pattern, (it) => it.abort());
    await page.goto(url());
    await page.keyboard.press("/");
    await input(page).fill("sem");
    await status(page).getByText("could not be loaded").waitFor();
    await page.unroute(pattern);
    await input(page).fill("senior engineering manager");
    await status(page).getByText(/^\d+ results?$/).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(url(SEM));
  });
}

for (const [what, query] of Object.entries(HOSTILE)) {
  test(`no harm is done by an address with ${what}`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    await page.goto(url(`search/?q=${encodeURIComponent(query.slice(0, 2_000))}`));
    await page.waitForFunction(() => "rolebookView" in window);
    await field(page).fill("zzzz");
    await said(page).getByText("Nothing found").waitFor();
    assert.equal(await page.locator("main img, main b").count(), 0);
    none(troubles);
  });
}

test("an index that cannot be loaded is said to be missing, and a later try works", async (t) => {
  const page = await open(t);
  await page.route(INDEX, (it) => it.abort());
  await page.goto(url("search/?q=sem"));
  await said(page).getByText("could not be loaded").waitFor();
  await page.unroute(INDEX);
  await field(page).fill("senior engineering manager");
  await results(page).first().getByText("Senior Engineering Manager").waitFor();
});
