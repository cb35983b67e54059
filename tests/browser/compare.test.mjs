// Pages that compare two roles: they say what the data beside them says; they can be read on the
// smallest phone, by keyboard, without scripts, and on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { beyondTheEdge, letters, printed, tableOnPaper, unprinted } from "./pdf.mjs";
import { unreadable } from "./readable.mjs";
import { ROOT, bytes, files } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);
const address = "compare/engineering-manager/senior-engineering-manager/";

async function comparison(t, options) {
  const page = await open(t, options);
  const troubles = watched(page);
  await page.goto(url(address));
  return { page, troubles };
}

test("every comparison says what the data beside it says", async (t) => {
  const page = await open(t);
  const comparisons = files(ROOT).filter((it) => /^compare\/.+\/index\.html$/.test(it));
  assert.ok(comparisons.includes(`${address}index.html`));
  for (const it of comparisons) {
    const sheet = JSON.parse(bytes(ROOT, it.replace(/html$/, "json")));
    const said = await page.evaluate(asSheet, bytes(ROOT, it).toString());
    for (const change of said.sections.flatMap((it) => it.reworded)) change.from = plain(change.from);
    assert.deepEqual(said.sections, sheet.sections.map(asShown), it);
    assert.deepEqual(said.tables, [sheet.facts, sheet.competencies].filter((it) => it.length).map(asRows), it);
    assert.deepEqual(said.counts, counts(sheet), it);
  }
});

const texts = (statements) => statements.map((it) => it.text);

// Words that stay are shown once, with the commas and capitals that they have now.
const plain = (text) => letters(text).toLowerCase();

const asShown = ({ id, title, added, reworded, dropped, kept }) => ({
  id,
  title,
  added: texts(added),
  reworded: reworded.map(({ from, to }) => ({ from: plain(texts(from).join()), to: texts(to).join(" ") })),
  dropped: texts(dropped),
  kept: texts(kept),
});

// A step has a name, a fact is one.
const value = (it) => it?.title ?? it ?? "–";
const asRows = (lines) => lines.map((it) => [it.title, value(it.from), value(it.to), it.change]);

/** What the sentence at the head of the page counts. */
function counts({ competencies, sections }) {
  const total = (part) => sections.reduce((sum, it) => sum + it[part].length, 0);
  const raised = competencies.filter((it) => ["new", "raised"].includes(it.change)).length;
  return [raised, ...["added", "reworded", "dropped", "kept"].map(total)];
}

test("the smallest phone shows every word of it, and scrolls one way only", async (t) => {
  const { page, troubles } = await comparison(t, { viewport: SMALL_PHONE });
  assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth));
  const tables = page.locator("table.changes");
  assert.equal(await tables.count(), 2);
  for (const table of await tables.all()) {
    none(await table.evaluate(unreadable));
    none(await table.evaluate(besideTheirNames));
  }
  for (const it of await page.locator("details").all()) await it.locator("summary").click();
  none([...troubles, ...(await findings(page))]);
});

test("the keyboard reaches everything that can be used, in the order of the page", async (t) => {
  const { page } = await comparison(t);
  const usable = "main :is(a[href], summary, [tabindex='0']):not(details:not([open]) > :not(summary) *)";
  const names = await page.locator(usable).evaluateAll((all) => all.map((it) => it.outerHTML));
  assert.ok(names.some((it) => it.includes("table-scroll")) && names.some((it) => it.startsWith("<summary")));
  await page.locator("main").focus();
  const visited = [];
  for (let stop = 0; stop < names.length; stop++) {
    await page.keyboard.press("Tab");
    visited.push(await page.evaluate(() => document.activeElement.outerHTML));
  }
  assert.deepEqual(visited, names);

  const details = page.locator("main details").first();
  await details.locator("summary").focus();
  await page.keyboard.press("Enter");
  await details.locator("li").first().waitFor({ state: "visible" });
  none(await findings(page));
  await page.keyboard.press("Space");
  await details.locator("li").first().waitFor({ state: "hidden" });
});

test("without scripts everything is there, opens and leads somewhere", async (t) => {
  const { page, troubles } = await comparison(t, { javaScriptEnabled: false });
  for (const summary of await page.locator("main summary").all()) await summary.click();
  const hidden = await page.locator("main :is(h1, h2, h3, p, li, th, td, ins, del)").evaluateAll((all) =>
    all.filter((it) => !it.checkVisibility()).map((it) => it.outerHTML));
  none(hidden);
  none(troubles);

  const links = await page.locator("main a[href]").evaluateAll((all) => [...new Set(all.map((it) => it.href))]);
  const broken = [];
  for (const it of links.filter((it) => it.startsWith(url()))) {
    const { status } = await fetch(it);
    if (status !== 200) broken.push(`${status}: ${it}`);
  }
  none(broken);

  const downloads = await page.locator("a[download]").evaluateAll((all) => all.map((it) => it.href));
  assert.deepEqual(downloads, ["csv", "json", "md"].map((it) => `${url(address)}index.${it}`));
});

for (const [how, javaScriptEnabled] of [["with scripts", true], ["without", false]]) {
  test(`paper has all of it ${how}: under repeated heads, within the edges, nothing folded`, async (t) => {
    const { page } = await comparison(t, { javaScriptEnabled });
    assert.ok(await page.locator("main details:not([open]) li").count(), "something is folded");
    const sheets = await printed(page);
    none(beyondTheEdge(sheets));
    none(await unprinted(page.locator("main .statements > li"), sheets));
    none(await unprinted(page.locator("table.changes :is(th, td)"), sheets));
    const tables = [];
    for (const it of await page.locator("table.changes").all()) tables.push(await tableOnPaper(it, sheets));
    none(tables.flatMap((it) => it.missing));
    assert.ok(tables.some((it) => it.sheets.length > 1), "one of the tables runs over the edge of a sheet");
  });
}

// What follows runs in the page, where nothing of this file is known.

/** The page in the shape of the data: sections by their headings, tables by rows, counts. */
function asSheet(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const words = (it, without = "") => {
    const copy = it.cloneNode(true);
    // Who says it stands beside a statement and is not part of it.
    copy.querySelectorAll(`.from, ${without || ".from"}`).forEach((it) => it.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const items = (list) => [...(list?.children ?? [])];
  const under = (section, kind) => items(section.querySelector(`h3.${kind} + ul`));
  const reworded = (it) => {
    const was = it.querySelector(".was");
    const from = was ? [...was.querySelectorAll("div")].map((it) => words(it)).join(" ") : words(it, "ins");
    return { from, to: words(it, "del, .was") };
  };
  const section = (it) => ({
    id: it.querySelector("h2").id,
    title: words(it.querySelector("h2")),
    added: under(it, "added").map((it) => words(it)),
    reworded: under(it, "changed").map(reworded),
    dropped: under(it, "dropped").map((it) => words(it)),
    kept: items(it.querySelector("details ul")).map((it) => words(it)),
  });
  const rows = (table) => [...table.tBodies[0].rows].map((row) => [...row.cells].map((it) => words(it)));
  return {
    sections: [...page.querySelectorAll(".difference")].map(section),
    tables: [...page.querySelectorAll("table.changes")].map(rows),
    counts: [...page.querySelectorAll(".lead .summary strong")].map((it) => Number(it.textContent)),
  };
}

/** The cells that stand beside the name of their row, which on a phone takes a line of its own. */
function besideTheirNames(table) {
  const isBeside = (cell) => {
    const name = cell.parentElement.cells[0].getBoundingClientRect();
    return cell.getBoundingClientRect().top < name.bottom - 1;
  };
  return [...table.querySelectorAll("tbody td")].filter(isBeside).map((it) => it.outerHTML);
}
