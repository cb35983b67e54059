// Known-item search over any built site, for those who change the engine:
//
//   node tests/search/known-items.mjs SITE_FOLDER [--limit N]
//
// Draws titles, other names, statements and headings from the site's handbook.json, asks for each as it is, as typed
// so far and with a slip, and prints how far down the link to its page stands, how long that took and what it cost to
// load. Run it before and after a change and compare; no test does.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Reader, Site, links, percent, rank, score, weight } from "./finder.mjs";
import { KINDS, classes } from "./items.mjs";

// So many are asked again, each by a reader who has loaded nothing yet.
const NEWCOMERS = 60;

const { values, positionals: [folder] } = parseArgs({
  allowPositionals: true, options: { limit: { type: "string", default: "100" } },
});
const limit = Number(values.limit);
if (!folder || !(limit > 0)) {
  console.error("usage: node tests/search/known-items.mjs SITE_FOLDER [--limit N]");
  process.exit(2);
}

const handbook = JSON.parse(readFileSync(join(folder, "handbook.json"), "utf8"));
const { roles, competencies, terms } = handbook;
console.log(`${roles.length} roles, ${competencies.length} competencies, ${terms.length} terms; at most ${limit} items of a class\n`);
const site = new Site(folder);
const asked = await askAll(classes(handbook, limit));
printRanks(asked);
printTimes(asked);
await printWeights(asked);

/** All queries, asked by one reader one after the other. */
async function askAll(classes) {
  const reader = new Reader(site);
  const asked = [];
  for (const [name, items] of classes) {
    for (const { right, queries } of items) {
      for (const [kind, query] of Object.entries(queries).filter(([, it]) => it !== undefined)) {
        const { found, took } = await reader.ask(query);
        // A place on the page is as good as the page; a term is a place itself.
        const isRight = (link) => right.has(link) || right.has(link.replace(/#.*/, ""));
        asked.push({ name, kind, query, took, rank: rank(links(found), isRight) });
      }
    }
  }
  return asked;
}

function printRanks(asked) {
  const heads = KINDS.map((it) => `${it.padStart(10)}  top 1    top 5    MRR`);
  console.log("".padEnd(24) + heads.join(""));
  for (const name of [...new Set(asked.map((it) => it.name)), "all"]) {
    const own = asked.filter((it) => name === "all" || it.name === name);
    const cells = KINDS.map((kind) => cell(own.filter((it) => it.kind === kind).map((it) => it.rank)));
    console.log(name.padEnd(24) + cells.join(""));
  }
}

function cell(ranks) {
  if (!ranks.length) return "0".padStart(10) + "".padEnd(23);
  const { n, top1, top5, mrr } = score(ranks);
  return String(n).padStart(10) + percent(top1).padStart(9) + percent(top5).padStart(9) + mrr.toFixed(3).padStart(7);
}

function printTimes(asked) {
  print("milliseconds of a query besides loading, by one reader", [["", asked.map((it) => it.took)]]);
}

/** What readers have to load, in the order in which they do. */
async function printWeights(asked) {
  const scripts = ["search", "search-view", "search-find"].map((it) => site.script(it));
  const step = Math.max(1, asked.length / NEWCOMERS);
  const some = asked.filter((_, i) => Math.floor(i / step) > Math.floor((i - 1) / step));
  const rows = new Map(["the first part of the index", "before the first result", "before the whole answer",
    "of that besides scripts and index.js", "parts"].map((it) => [it, []]));
  const base = weight(scripts);
  let index;
  for (const { query } of some) {
    const reader = new Reader(site);
    const { first } = await reader.ask(query);
    const [start, ...parts] = reader.loaded;
    index = start;
    const numbers = [weight(parts.slice(0, 1)), base + weight(first), base + reader.weight, weight(parts)];
    const kilobytes = numbers.map((it) => it / 1000);
    [...rows.values()].forEach((row, i) => row.push([...kilobytes, parts.length][i]));
  }
  const constant = [...scripts, index].map((it) => [it.path, [it.zipped / 1000]]);
  print(`kB (gzip -6) for each of ${some.length} readers who have loaded nothing`, [...constant, ...rows]);
}

/** A table of numbers: median, 95th percentile and largest of each row. */
function print(title, rows) {
  console.log(`\n${title}\n${"".padEnd(40)}  median     p95     max`);
  for (const [name, numbers] of rows) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const at = (share) => sorted[Math.ceil(sorted.length * share) - 1].toFixed(1).padStart(8);
    console.log(name.padEnd(40) + at(0.5) + at(0.95) + at(1));
  }
}
