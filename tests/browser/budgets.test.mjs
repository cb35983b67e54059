// What a reader has to load, compressed as a host would, against the budgets of the design.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { attribute, elements } from "./html.mjs";
import { ROOT, bytes, files, pages } from "./site.mjs";

const KB = 1000;
// Families up to four, and the shelves.
const MOST_DOORS = 9;
const size = (path) => gzipSync(bytes(ROOT, path), { level: 6 }).length;
const sum = (paths) => paths.map(size).reduce((total, it) => total + it, 0);

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

for (const [what, paths, budget] of BUDGETS) {
  const total = sum(paths);
  test(`${what}: ${(total / KB).toFixed(1)} of ${budget} kB`, () => {
    const parts = paths.map((it) => `${it} ${(size(it) / KB).toFixed(1)}`);
    assert.ok(total <= budget * KB, parts.join("\n"));
  });
}

test("the navigation is the same on every page, and leads to no single role", () => {
  const shown = pages(ROOT).filter((it) => !it.isRedirect);
  const [first, ...others] = shown.map((page) => doors(page, "Main"));
  for (const it of others) assert.deepEqual(it, first);
  assert.ok(first.length <= MOST_DOORS, `${first.length} doors`);
  assert.equal(first.filter((it) => it.startsWith("roles/")).length, 0);
});

/** Where a navigation of a page leads, from the site's root. */
function doors(page, label) {
  const navigation = page.all("nav").find((it) => attribute(it, "aria-label") === label);
  const links = [...elements(navigation)].filter((it) => it.tagName === "a");
  const from = new URL(page.path, "http://site.test/");
  return links.map((it) => new URL(attribute(it, "href"), from).pathname.slice(1));
}
