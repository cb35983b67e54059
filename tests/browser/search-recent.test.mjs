// The roles that were visited last, for who asks for nothing: kept in the browser, where anything may
// be stored.

import assert from "node:assert/strict";
import { test } from "node:test";
import { findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { input, options, results } from "./searching.mjs";
import { OFFLINE, ROOT } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, OFFLINE].map((site) => [site, useSite(site)]));
const url = urls.get(ROOT);
const status = (page) => page.locator("main").getByRole("status");

const ROLES = ["staff-engineer", "tech-lead", "engineer", "engineering-manager", "senior-engineer", "product-manager", "staff-engineer", "senior-engineering-manager"];
const NEWEST = ["senior-engineering-manager", "staff-engineer", "product-manager", "senior-engineer", "engineering-manager", "engineer"];

for (const site of [ROOT, OFFLINE]) {
  test(`who asks for nothing is shown the roles visited last, from ${site.name}`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    const url = urls.get(site);
    for (const it of ROLES) await page.goto(url(`roles/${it}/`));
    await page.goto(url("search/"));
    await status(page).getByText("Recently visited").waitFor();
    const shown = await page.locator("main .hint a").evaluateAll((all) => all.map((it) => it.href));
    assert.deepEqual(shown, NEWEST.map((it) => url(`roles/${it}/`)));
    assert.equal(await results(page).count(), 0);
    none([...troubles, ...(await findings(page))]);

    await page.goto(url());
    await page.keyboard.press("/");
    await options(page).first().waitFor();
    assert.deepEqual(await options(page).evaluateAll((all) => all.map((it) => it.href)), shown);
    none(await findings(page));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(shown[1]);
    await page.keyboard.press("/");
    await options(page).first().waitFor();
    assert.ok(!(await options(page).allTextContents()).join().includes("Staff Engineer"), "the page one is on is no way to go");
  });
}

const GOOD = { title: "Tech <b>Lead</b>", address: "roles/tech-lead/" };
const STORED = {
  "no JSON": ["{", []],
  "no list": ["{\"length\":3}", []],
  "null": ["null", []],
  "entries of other shapes": [JSON.stringify([null, 1, "x", [], {}, { title: 1, address: GOOD.address }, { title: "x" }, GOOD]), [GOOD.title]],
  "addresses elsewhere": [JSON.stringify(["javascript:alert(1)", "//evil.example/", "https://evil.example/", "roles/a:b/", "roles/x/../../y", "/roles/x/", "roles/x/?y"].map((address) => ({ title: "x", address }))), []],
};
for (const [what, [stored, expected]] of Object.entries(STORED)) {
  test(`no harm is done by what is stored: ${what}`, async (t) => {
    const page = await open(t);
    const troubles = watched(page);
    await page.goto(url("roles/engineer/"));
    await page.evaluate((it) => { for (const key of Object.keys(localStorage)) localStorage[key] = it; }, stored);
    await page.goto(url());
    await page.keyboard.press("/");
    await input(page).fill("sem");
    await options(page).first().waitFor();
    await input(page).fill("");
    await page.waitForFunction((n) => document.querySelectorAll("dialog [role=option]").length === n, expected.length);
    assert.deepEqual((await options(page).allTextContents()).map((it) => it.trim()), expected);
    await page.goto(url("roles/engineer/"));
    await page.goto(url("search/"));
    await page.getByRole("link", { name: "Engineer", exact: true }).waitFor();
    none(troubles);
  });
}

test("handbooks on one host do not mix what was visited, and none is needed", async (t) => {
  const page = await open(t);
  await page.goto(url("roles/engineer/"));
  const keys = await page.evaluate(() => Object.keys(localStorage));
  assert.ok(keys.some((it) => it.includes(url())), keys.join());
  const strict = await open(t);
  const troubles = watched(strict);
  await strict.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new Error("forbidden"); } }));
  await strict.goto(url("roles/engineer/"));
  await strict.goto(url("search/?q=senior+engineering+manager"));
  await results(strict).first().waitFor();
  none(troubles);
});
