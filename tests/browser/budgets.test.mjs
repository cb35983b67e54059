// What a reader has to load, compressed as a host would: the budgets of a 200-page handbook.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ROOT, bytes, files, pages } from "./site.mjs";

const KB = 1000;
const size = (path) => gzipSync(bytes(ROOT, path), { level: 6 }).length;
const sum = (paths) => paths.map(size).reduce((total, it) => total + it, 0);

const assets = (end) => files(ROOT).filter((it) => it.startsWith("assets/") && it.endsWith(end));
const index = "assets/search-index.js";
const scripts = assets(".js").filter((it) => it !== index);
const styles = assets(".css");

const largest = (kind) => pages(ROOT).filter((it) => it.kind === kind).map((it) => it.path).sort((a, b) => size(b) - size(a))[0];
const role = largest("role");

const BUDGETS = [
  ["the largest page of a role", [role], 10],
  ["all styles", styles, 10],
  ["all scripts", scripts, 14],
  ["everything before the first search result", [role, ...styles, ...scripts, index], 60],
];

for (const [what, paths, budget] of BUDGETS) {
  const total = sum(paths);
  test(`${what}: ${(total / KB).toFixed(1)} of ${budget} kB`, () => {
    const parts = paths.map((it) => `${it} ${(size(it) / KB).toFixed(1)}`);
    assert.ok(total <= budget * KB, parts.join("\n"));
  });
}

test("the navigation does not grow with the number of roles", () => {
  const doors = (page) => page.all("nav")[0].childNodes.length && page.elements.filter((it) => it.tagName === "a").length;
  assert.ok(doors(pages(ROOT)[0]));
});
