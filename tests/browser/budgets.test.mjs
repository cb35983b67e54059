// What a reader has to load, compressed as a host would, against the budgets of the design.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Handbook } from "./handbook.mjs";
import { attribute, elements } from "./html.mjs";
import { ROOT, bytes, files, pages } from "./site.mjs";

const KB = 1000;
// What hosts take when nobody tells them otherwise.
const LEVEL = 6;
// Families up to four, and the shelves.
const MOST_DOORS = 9;
const size = (path) => gzipSync(bytes(ROOT, path), { level: LEVEL }).length;
const sum = (paths) => paths.map(size).reduce((total, it) => total + it, 0);

const inKB = (bytes) => (bytes / KB).toFixed(2);

const assets = (end) => files(ROOT).filter((it) => it.startsWith("assets/") && it.endsWith(end));
// Of the index of search a browser needs its first part to say anything at all.
const isIndex = (it) => it.startsWith("assets/search/");
const index = assets(".js").filter((it) => /^assets\/search\/(index|first\.\w+)\.js$/.test(it));
const scripts = assets(".js").filter((it) => !isIndex(it));
const styles = assets(".css");

const roles = pages(ROOT).filter((it) => it.kind === "role").map((it) => it.path);
const [role] = roles.sort((a, b) => size(b) - size(a));

// In kilobytes.
const BUDGETS = [
  ["the largest page of a role", [role], 10],
  ["all styles", styles, 10],
  ["all scripts", scripts, 14],
  ["everything before the first search result", [role, ...styles, ...scripts, ...index], 60],
];

console.log(table([
  [`compressed by gzip, level ${LEVEL}`, "kB", "of"],
  ...BUDGETS.map(([what, paths, budget]) => [what, inKB(sum(paths)), `${budget}`]),
]));

for (const [what, paths, budget] of BUDGETS) {
  test(`${what}: ${inKB(sum(paths))} of ${budget} kB`, () => {
    const parts = paths.map((it) => `${it} ${inKB(size(it))}`);
    assert.ok(sum(paths) <= budget * KB, parts.join("\n"));
  });
}

/** Rows in columns: the first to the left, numbers to the right. */
function table(rows) {
  const wide = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) => row.map((it, at) => (at ? it.padStart(wide[at]) : it.padEnd(wide[at]))).join("  ")).join("\n");
}

test("the navigation is the same on every page, and leads to no single role", () => {
  const shown = pages(ROOT).filter((it) => !it.isRedirect);
  const [first, ...others] = shown.map((page) => doors(page, "Main"));
  for (const it of others) assert.deepEqual(it, first);
  assert.ok(first.length <= MOST_DOORS, `${first.length} doors`);
  assert.equal(first.filter((it) => it.startsWith("roles/")).length, 0);
});

/** A handbook in which so many roles stand on one ladder; gives the page of one in the middle of it. */
function roleAmong(t, count) {
  const ids = Array.from({ length: count }, (_, at) => `role-${at + 1}`);
  const levels = ids.map((_, at) => `  - { craft: l${at + 1} }`);
  const role = (id, at) => [`roles/${id}.md`, `---\ntitle: ${id}\nfamily: trades\nlevel: l${at + 1}\n---\nWorks.\n`];
  const handbook = new Handbook(t, {
    "handbook.yml": ["title: Trades", "tracks: { craft: { title: Craft } }", "levels:", ...levels].join("\n"),
    "families/trades.md": "---\ntitle: Trades\n---\nAll of them.\n",
    ...Object.fromEntries(ids.map(role)),
  });
  handbook.succeed("build", "--date", "2026-11-21");
  return readFileSync(`${handbook.site}/roles/role-2/index.html`, "utf8");
}

test("what stands above the text of a role weighs the same, however many roles there are", (t) => {
  const [few, many] = [4, 80].map((count) => roleAmong(t, count).match(/<body>([^]*)<main/)[1]);
  console.log(table([
    ["header and navigation of a role, not compressed", "bytes"],
    ["in a handbook of 4 roles", `${few.length}`],
    ["in a handbook of 80 roles", `${many.length}`],
  ]));
  assert.ok(few.includes("<nav"));
  assert.equal(many, few);
});

/** Where a navigation of a page leads, from the site's root. */
function doors(page, label) {
  const navigation = page.all("nav").find((it) => attribute(it, "aria-label") === label);
  const links = [...elements(navigation)].filter((it) => it.tagName === "a");
  const from = new URL(page.path, "http://site.test/");
  return links.map((it) => new URL(attribute(it, "href"), from).pathname.slice(1));
}
