// The comparison table: a table for assistive technology, a box that scrolls under its headers,
// filters that live in the address, cells that can be linked to; on a phone, on paper, and without
// scripts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { beyondTheEdge, printed, tableOnPaper, unprinted } from "./pdf.mjs";
import { unreadable } from "./readable.mjs";
import { ROOT, oneOfEachKind } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);
const { address } = oneOfEachKind(ROOT).find((it) => it.kind === "family");

const table = (page) => page.locator(".ladder table");
const filters = (page) => page.locator("form.filters");

async function ladder(t, { at = "", ...options } = {}) {
  const page = await open(t, options);
  const troubles = watched(page);
  await page.goto(url(address) + at);
  return { page, troubles };
}

/** The box in which the table scrolls, once it is in view: only then its thousands of cells are laid out. */
async function scrolling(page) {
  const box = page.locator(".ladder .table-scroll");
  await box.scrollIntoViewIfNeeded();
  await page.waitForFunction((it) => it.scrollHeight > it.clientHeight, await box.elementHandle());
  return box;
}

/** The roles and the rows that can be seen. */
const seen = (page) => page.evaluate(() => {
  const visible = (it) => it.checkVisibility();
  const table = document.querySelector(".ladder table");
  const heads = [...table.tHead.rows[0].cells].slice(1).filter(visible);
  const rows = [...table.querySelectorAll("tbody tr:not(.group)")].filter(visible);
  return {
    roles: heads.map((it) => it.querySelector("a").textContent),
    tracks: [...new Set(heads.map((it) => it.dataset.track))],
    rows: rows.map((it) => it.cells[0].textContent.trim()),
    areas: [...new Set(rows.map((it) => it.parentElement.dataset.area).filter(Boolean))],
    isRagged: rows.some((it) => [...it.cells].filter(visible).length !== heads.length + 1),
  };
});

/** Waits until a reader sees the beginnings of a cell and of its headers, and nothing over them. */
const shown = (page, id) => page.waitForFunction((id) => {
  const isShown = (it) => {
    const { left, top } = it.getBoundingClientRect();
    return it.contains(document.elementFromPoint(left + 20, top + 10));
  };
  const cell = document.getElementById(id);
  const head = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
  return [cell, head, cell.parentElement.cells[0]].every(isShown);
}, id);

test("the table has a caption, and every cell has its headers", async (t) => {
  const { page } = await ladder(t);
  assert.ok((await table(page).locator("caption").innerText()).length > 20);
  const wrong = await table(page).evaluate((it) => {
    const scopes = { "thead th": "col", "tbody tr:not(.group) > :first-child": "row", "tr.group > th": "rowgroup" };
    const isWrong = (cell, scope) => cell.tagName !== "TH" || cell.scope !== scope;
    return Object.entries(scopes).flatMap(([cells, scope]) =>
      [...it.querySelectorAll(cells)].filter((cell) => isWrong(cell, scope)).map((cell) => cell.outerHTML));
  });
  none(wrong);
  assert.equal((await seen(page)).isRagged, false);
});

test("the header and the first column stay while the box scrolls, and the page stays as wide as it was", async (t) => {
  const { page } = await ladder(t, { viewport: { width: 800, height: 600 } });
  const scroller = await scrolling(page);
  const moved = await scroller.evaluate((it) => {
    it.scrollTo({ left: 300, top: 500, behavior: "instant" });
    return [it.scrollLeft, it.scrollTop];
  });
  assert.ok(moved[0] > 100 && moved[1] > 100, `the table has room to scroll: ${moved}`);
  const edges = await scroller.evaluate((it) => {
    const box = it.getBoundingClientRect();
    const head = it.querySelector("thead th").getBoundingClientRect();
    const rows = [...it.querySelectorAll("tbody tr:not(.group) th")].map((th) => th.getBoundingClientRect());
    const shown = rows.find((row) => row.top > head.bottom && row.bottom < box.bottom);
    return { header: head.top - box.top, column: shown.left - box.left };
  });
  assert.ok(Math.abs(edges.header) <= 2 && Math.abs(edges.column) <= 2, JSON.stringify(edges));
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
});

test("the box scrolls by keyboard", async (t) => {
  const { page } = await ladder(t);
  const scroller = await scrolling(page);
  await scroller.focus();
  for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await page.waitForFunction(() => {
    const { scrollLeft, scrollTop } = document.activeElement;
    return scrollLeft > 0 && scrollTop > 0;
  });
});

test("filters work by keyboard, live in the address and outlast a reload", async (t) => {
  const { page, troubles } = await ladder(t);
  const whole = await seen(page);
  const first = (name) => filters(page).locator(`input[name=${name}]`).first();

  await first("area").press("Space");
  const without = await first("area").inputValue();
  assert.deepEqual((await seen(page)).areas, whole.areas.filter((it) => it !== without));

  const track = await first("track").inputValue();
  await first("track").press("Space");
  assert.deepEqual((await seen(page)).tracks, whole.tracks.filter((it) => it !== track));

  await first("changes").press("Space");
  const same = await table(page).locator("tbody tr:not(.group):not([data-changes])").all();
  for (const it of same) assert.ok(await it.isHidden());

  const filtered = await seen(page);
  assert.equal(filtered.isRagged, false);
  for (const name of ["area", "track", "changes"]) assert.ok(new URL(page.url()).searchParams.has(name), name);
  const said = await filters(page).getByRole("status").textContent();
  assert.equal(said, `${filtered.rows.length} rows, ${filtered.roles.length} roles`);

  await page.reload();
  assert.deepEqual(await seen(page), filtered);

  await filters(page).getByRole("button", { name: "Show everything" }).press("Enter");
  assert.deepEqual(await seen(page), whole);
  assert.equal(page.url(), url(address));
  none([...troubles, ...(await findings(page))]);
});

test("a filter that leaves nothing still leaves a way back", async (t) => {
  const { page, troubles } = await ladder(t, { at: "?area=none&track=none" });
  assert.equal((await seen(page)).roles.length, 0);
  await filters(page).getByRole("button").click();
  assert.ok((await seen(page)).roles.length > 0);
  none(troubles);
});

test("details open and close by keyboard", async (t) => {
  const { page } = await ladder(t);
  const details = table(page).locator("details").first();
  const content = details.locator(".statements");
  await details.locator("summary").focus();
  await page.keyboard.press("Enter");
  await content.waitFor({ state: "visible" });
  none(await findings(page));
  await page.keyboard.press("Space");
  await content.waitFor({ state: "hidden" });
});

// The last cell is the farthest away, in both directions.
async function lastCell(page) {
  return table(page).locator("td[id]:has(details)").last().getAttribute("id");
}

for (const [where, options] of [["", {}], [" on a phone", { viewport: PHONE }]]) {
  test(`a link to a cell shows it, whatever is filtered${where}`, async (t) => {
    const { page } = await ladder(t, options);
    const id = await lastCell(page);
    const area = await page.locator(`tbody:has([id="${id}"])`).getAttribute("data-area");
    const other = await page.locator(`tbody[data-area]:not([data-area="${area}"])`).first().getAttribute("data-area");
    for (const query of ["", `?area=${other}&track=none&changes=1`]) {
      await page.goto("about:blank");
      await page.goto(`${url(address)}${query}#${id}`);
      const cell = page.locator(`[id="${id}"]`);
      await cell.waitFor({ state: "visible" });
      await shown(page, id);
      assert.ok(await cell.locator(".statements").isVisible(), "what it says is open");
    }
  });
}

test("a link to a cell shows it on the page that is already open", async (t) => {
  const { page } = await ladder(t);
  const id = await lastCell(page);
  await page.evaluate((it) => { location.hash = it; }, id);
  await page.locator(`[id="${id}"] .statements`).waitFor({ state: "visible" });
  await shown(page, id);
});

test("a phone shows one role beside another, and remembers which", async (t) => {
  const { page, troubles } = await ladder(t, { viewport: PHONE });
  const pair = await seen(page);
  assert.equal(pair.roles.length, 2);
  assert.equal(pair.isRagged, false);
  const choice = filters(page).getByRole("combobox", { name: "Role", exact: true });
  const other = await choice.locator("option").last().textContent();
  await choice.selectOption({ label: other });
  const chosen = await seen(page);
  assert.ok(chosen.roles.includes(other) && chosen.roles.length === 2, `${chosen.roles}`);
  const named = new URL(page.url()).searchParams.get("role");
  assert.ok(await table(page).locator(`td[id^="${named}--"]`).count(), `the address names a role by its id: ${named}`);
  await page.reload();
  assert.deepEqual(await seen(page), chosen);
  none([...troubles, ...(await findings(page))]);
});

test("the smallest phone shows two roles without a word cut off, and scrolls one way only", async (t) => {
  const { page, troubles } = await ladder(t, { viewport: SMALL_PHONE });
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  assert.equal((await seen(page)).roles.length, 2);
  none(await table(page).evaluate(unreadable));
  none([...troubles, ...(await findings(page))]);
});

test("a phone that is turned shows what a desk shows", async (t) => {
  const { page } = await ladder(t, { viewport: PHONE });
  await page.setViewportSize({ width: 900, height: 360 });
  await page.waitForFunction(() => !document.querySelector("form.filters").classList.contains("narrow"));
  assert.equal((await seen(page)).roles.length, await table(page).locator("thead th").count());
});

test("paper shows the whole table, and nothing that is to be clicked", async (t) => {
  const { page } = await ladder(t);
  await page.emulateMedia({ media: "print" });
  for (const it of await page.locator("nav, form, button, .skip").all()) assert.ok(await it.isHidden());
  assert.ok(await table(page).isVisible());
  assert.ok(await table(page).locator(".statements").last().isVisible(), "what cells say is printed");
  const styles = await table(page).evaluate((it) => ({
    head: getComputedStyle(it.tHead).display,
    box: getComputedStyle(it.parentElement).overflow,
  }));
  assert.deepEqual(styles, { head: "table-header-group", box: "visible" });
});

for (const [where, viewport] of [["a desk", { width: 1280, height: 800 }], ["a phone", PHONE]]) {
  test(`printed from ${where} the table has all its roles on every sheet, and cuts nothing off`, async (t) => {
    const { page } = await ladder(t, { viewport });
    const sheets = await printed(page);
    none(beyondTheEdge(sheets));
    none(await unprinted(table(page).locator(".statements > li"), sheets));
    const own = await tableOnPaper(table(page), sheets);
    none(own.missing);
    assert.ok(own.sheets.length > 1, "the table runs over the edge of a sheet");
    assert.ok(own.sheets.every((it) => it.width > it.height), "its sheets lie on their side");
  });
}

test("without scripts the whole table is there, and no filter that would do nothing", async (t) => {
  const { page } = await ladder(t, { javaScriptEnabled: false });
  const { roles, rows, isRagged } = await seen(page);
  assert.equal(roles.length, await table(page).locator("thead th").count());
  assert.equal(rows.length, await table(page).locator("tbody tr:not(.group)").count());
  assert.equal(isRagged, false);
  assert.ok(await filters(page).isHidden());
  await table(page).locator("summary").first().click();
  await table(page).locator(".statements").first().waitFor({ state: "visible" });
});
