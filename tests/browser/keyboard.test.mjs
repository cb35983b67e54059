// The site without a mouse: what the Tab key reaches and in which order, as recorded in ../keyboard; and a
// reader's way from the first page to a comparison, key by key.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { againstReading, named, tabTo, unreached, walk } from "./keyboard.mjs";
import { ROOT } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);

const WALKS = {
  home: "",
  family: "families/product/",
  role: "roles/senior-engineering-manager/",
  compare: "compare/engineering-manager/senior-engineering-manager/",
  chooser: "compare/?roles=tech-lead,software-architect",
  search: "search/?q=mentoring",
};

/** The names that were recorded; with `UPDATE=1` those of today are, to be read like code. */
function recorded(kind, names) {
  const file = new URL(`../keyboard/${kind}.txt`, import.meta.url);
  if (process.env.UPDATE) writeFileSync(file, names.map((it) => `${it}\n`).join(""));
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

for (const [kind, address] of Object.entries(WALKS)) {
  test(`the Tab key walks the ${kind} page from top to bottom, and back`, async (t) => {
    const page = await open(t);
    await page.goto(url(address), { waitUntil: "networkidle" });
    const stops = await walk(page);
    const missed = (await unreached(page)).map((it) => `never reached: ${it}`);
    const back = await walk(page, { key: "Shift+Tab", isNamed: false });
    none([...stops.flatMap((it) => it.trouble ?? []), ...againstReading(stops), ...missed]);
    assert.deepEqual(back.map((it) => it.at), stops.map((it) => it.at).reverse());
    const names = stops.map((it) => it.name);
    assert.deepEqual(names, recorded(kind, names));
  });
}

test("the skip link comes first and leads into the text", async (t) => {
  const page = await open(t);
  await page.goto(url(WALKS.role));
  await page.keyboard.press("Tab");
  assert.equal(await named(page), 'link "Skip to content"');
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null), await named(page));
});

test("the box of search keeps the focus until Esc gives it back", async (t) => {
  const page = await open(t);
  await page.goto(url(WALKS.role));
  await tabTo(page, "button", /^"Search/);
  const button = await named(page);
  await page.keyboard.press("Enter");
  await page.getByRole("combobox").waitFor();
  assert.match(await named(page), /^combobox/);
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    // Between its last stop and its first a dialog hands over to the browser itself.
    assert.ok(await page.evaluate(() => document.activeElement.closest("dialog, body > *") === document.activeElement.closest("dialog")));
  }
  await page.keyboard.press("Escape");
  assert.equal(await named(page), button);
});

test("a reader goes from the first page to a comparison without a mouse", async (t) => {
  const page = await open(t, { viewport: { width: 900, height: 600 } });
  const troubles = watched(page);
  const press = (key) => page.keyboard.press(key);

  await page.goto(url());
  await tabTo(page, "link", "Engineering");
  await press("Enter");
  await page.waitForURL(url("families/engineering/"));

  await tabTo(page, "checkbox", /changes/i);
  await press("Space");
  await page.waitForURL(/changes=1/);

  await tabTo(page, "region", /side by side/);
  await press("ArrowRight");
  await page.waitForFunction(() => document.activeElement.scrollLeft > 0);

  await tabTo(page, "summary", /./);
  for (const [key, expected] of [["Enter", true], ["Space", false]]) {
    await press(key);
    await page.waitForFunction((it) => document.activeElement.parentElement.open === it, expected);
  }

  await press("/");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type("senior engineering manager");
  await page.getByRole("option", { selected: true }).filter({ hasText: /^Senior Engineering Manager/ }).waitFor();
  await press("Enter");
  await page.waitForURL(url(WALKS.role));

  await tabTo(page, "link", /compare with|another role|any role/i);
  await press("Enter");
  await page.waitForURL(/compare\/\?roles=senior-engineering-manager/);
  await tabTo(page, "combobox", /^"Second role/);
  await page.keyboard.type("Staff Engineer");
  await press("Tab");
  await page.getByRole("heading", { name: "Side by side" }).waitFor();
  none(troubles);
});
