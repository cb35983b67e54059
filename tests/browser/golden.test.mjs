// What the search of the handbook finds: the queries of ../search/queries.yml, each asked in Node by a reader who has
// loaded nothing yet. UPDATE=1 writes their ranks anew; a change of ranking is then a diff to be read.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { parse } from "yaml";
import { none } from "./expect.mjs";
import { Reader, Site, links, percent, rank, score, weight } from "../search/finder.mjs";
import { ROOT, folder, pages } from "./site.mjs";

// The share of a class that is answered within the first five links, at least.
const LEAST = { exact: 0.98, prefix: 0.97, typo: 0.92, alias: 0.98, words: 0.8, section: 0.9 };
const FIRST = 5;
// Bytes, compressed, of what a query may load besides what every query needs.
const MOST_BYTES = 40_000;

const file = (name) => new URL(`../search/${name}`, import.meta.url);
const classes = parse(readFileSync(file("queries.yml"), "utf8"));
const queries = Object.entries(classes).flatMap(([kind, all]) => all.map((it) => query(kind, it)));

function query(kind, { q, is, within = FIRST, ...unknown }) {
  assert.deepEqual(unknown, {}, `“${q}” has what no query has`);
  return { kind, q, expected: [is].flat(), within };
}

test("every query stands in a known class, once, and looks at five links or fewer", () => {
  assert.deepEqual(Object.keys(classes), Object.keys(LEAST));
  const asked = queries.map((it) => it.q);
  none(asked.filter((it, i) => asked.indexOf(it) < i));
  none(queries.filter((it) => !(it.within >= 1 && it.within <= FIRST)).map((it) => it.q));
});

test("every address expected exists", () => {
  const found = new Map(pages(ROOT).filter((it) => !it.isRedirect).map((it) => [it.address, it]));
  const exists = (address) => {
    const [path, anchor] = address.split("#");
    const page = found.get(path.replace(/\?.*/, ""));
    return page && (anchor === undefined || page.ids.includes(anchor));
  };
  none(queries.flatMap((it) => it.expected.filter((is) => !exists(is)).map((is) => `${it.q}: ${is}`)));
});

before(async () => {
  const site = new Site(folder(ROOT));
  for (const it of queries) {
    const reader = new Reader(site);
    it.links = links((await reader.ask(it.q)).found);
    it.bytes = weight(reader.loaded.filter(({ path }) => /search\/(words|pages)\//.test(path)));
    it.rank = rank(it.links, (link) => it.expected.includes(link));
  }
});

/** A query that was not answered well enough, and what stood there instead. */
function missed({ q, expected, rank, links }) {
  const instead = links.slice(0, FIRST).map((it) => `\n      ${it}`).join("");
  return `“${q}” finds ${expected.join(" or ")} at ${place(rank)}, after${instead || " nothing"}`;
}

const place = (rank) => (rank === Infinity ? "-" : String(rank));

for (const [kind, least] of Object.entries(LEAST)) {
  test(`${kind}: ${percent(least)} are answered within the first five links`, () => {
    const asked = queries.filter((it) => it.kind === kind);
    const { top5 } = score(asked.map((it) => it.rank));
    const others = asked.filter((it) => it.rank > FIRST).map(missed);
    assert.ok(top5 >= least, [`only ${percent(top5)}`, ...others].join("\n  "));
  });
}

test("a query that names its place finds it there", () => {
  none(queries.filter((it) => it.within < FIRST && it.rank > it.within).map(missed));
});

test("no query loads more than 40 kB of its own", () => {
  none(queries.filter((it) => it.bytes > MOST_BYTES).map((it) => `${it.q}: ${it.bytes} bytes`));
  assert.ok(queries.some((it) => it.bytes > 0), "what is loaded is not seen");
});

test("the ranks are those of ranks.txt", () => {
  if (process.env.UPDATE) writeFileSync(file("ranks.txt"), report());
  assert.equal(report(), readFileSync(file("ranks.txt"), "utf8"));
});

/** A line for each query, and one for each class. */
function report() {
  const lines = queries.map((it) => `${place(it.rank).padStart(2)} ${it.kind.padEnd(7)} ${it.q} → ${reached(it)}`);
  return [...lines, "", "class     n    top 1    top 5    MRR", ...Object.keys(LEAST).map(sum), ""].join("\n");
}

function sum(kind) {
  const { n, top1, top5, mrr } = score(queries.filter((it) => it.kind === kind).map((it) => it.rank));
  const shares = [top1, top5].map((it) => percent(it).padStart(9));
  return [kind.padEnd(7), String(n).padStart(4), ...shares, mrr.toFixed(3).padStart(7)].join("");
}

const reached = ({ links, rank, expected }) => links[rank - 1] ?? expected[0];
