// Queries that nobody means, asked in Node of the published engine. In: a site, how many, a seed. Out: what did not
// hold, with the query; and the slowest one. Knows no page and needs no package.
//
//   node tests/fuzz/queries.mjs SITE_FOLDER [HOW_MANY, 100000] [SEED, 1]

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { Reader, Site } from "../search/finder.mjs";

/** What no handbook has to have, and engines stumble over. */
const SIGNS = [
  "", " ", "\t", "\n", "\0", "-", "'", "’", "\"", "\\", "/", ".", "*", "+", "?", "^", "$", "(", ")", "[", "]", "{", "}", "|", "#", "%", "<b>", "${a}",
  "ß", "ı", "İ", "ﬁ", "é", "e\u0301", "\u200d", "\u202e", "\ufeff", "\xad", "\ud83d", "\ude00", "🎉", "👩‍💻", "日本語", "日", "กข", "한국", "ا", "ـ", "1️⃣", "٣",
  "__proto__", "constructor", "toString", "hasOwnProperty", "a", "of the", "0", "1.5", "x".repeat(300), "ab ".repeat(200), "日".repeat(400), "\u0301".repeat(50),
];
/** A query that takes as long as this is one that a reader waits for. */
const MOST_MILLISECONDS = 1_000;

/** Numbers below 1 that only the seed decides (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let it = Math.imul(state ^ (state >>> 15), 1 | state);
    it = (it + Math.imul(it ^ (it >>> 7), 61 | it)) ^ it;
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What makes queries of `words`. */
class Author {
  constructor(words, seed) {
    this.words = words;
    this.next = numbers(seed);
  }

  below(n) {
    return Math.floor(this.next() * n);
  }

  one(all) {
    return all[this.below(all.length)];
  }

  query() {
    const parts = Array.from({ length: 1 + this.below(5) }, () => (this.below(4) ? this.slip(this.one(this.words)) : this.one(SIGNS)));
    return parts.join(this.below(3) ? " " : this.one(SIGNS));
  }

  /** A word as somebody types it: whole, begun, with a letter too many, too few or in another's place. */
  slip(word) {
    const at = this.below(word.length + 1), [before, behind] = [word.slice(0, at), word.slice(at)];
    switch (this.below(7)) {
      case 0: return before;
      case 1: return before + behind.slice(1);
      case 2: return before + this.one([...this.one(this.words), ...SIGNS]) + behind;
      case 3: return before + behind.slice(1, 2) + behind.slice(0, 1) + behind.slice(2);
      case 4: return word.toUpperCase();
      case 5: return behind;
      default: return word;
    }
  }
}

/** Asks `n` queries of a site. The words are those of its own answers. */
export async function fuzz(folder, n, seed) {
  const reader = new Reader(new Site(folder)), author = new Author(["lead", "engineer"], seed);
  const failures = [], words = new Set(author.words);
  let slowest = { took: 0 };
  for (let k = 0; k < n; k++) {
    const query = author.query();
    try {
      const { found, took } = await reader.ask(query, {}, 1 + author.below(12));
      holds(found);
      none(Object.values(found.facets).flat().filter((it) => it.count > found.total));
      if (took > slowest.took) slowest = { query, took };
      assert.ok(took < MOST_MILLISECONDS, `it takes ${took} ms`);
      if (k % 16 === 0) await narrowed(reader, query, found, author);
      if (k % 64 === 0) await same(reader, query);
      if (words.size < 2_000) learn(found, words, author);
    } catch (error) {
      failures.push({ query, error });
      if (failures.length === 10) break;
    }
  }
  return { n, failures, slowest, n_words: words.size };
}

const none = (all) => assert.equal(all.length, 0, JSON.stringify(all));

/** What is true of every answer. */
function holds({ whole, total, facets, groups, suggestion }) {
  assert.ok(whole);
  assert.ok(groups.length <= total && (groups.length > 0) === total > 0, `${groups.length} of ${total} are shown`);
  assert.ok(suggestion === false || typeof suggestion === "string", `it suggests ${suggestion}`);
  const addresses = groups.map((it) => it.address);
  assert.equal(new Set(addresses).size, addresses.length, "something is found twice");
  for (const { address, title, excerpt, hits } of groups) {
    assert.ok(title.join("").length > 0, `${address} has no title`);
    const page = address.replace(/#.*/, "");
    for (const it of hits) assert.ok(it.address.startsWith(`${page}#`) && it.address.length > page.length + 1, it.address);
    for (const text of [excerpt, ...hits.flatMap((it) => [it.excerpt, it.title])]) {
      assert.ok(text.every((it) => typeof it === "string"), "what is shown is no text");
    }
    for (const text of [excerpt, ...hits.map((it) => it.excerpt)]) {
      assert.ok(text.join("").length < 250, `${text.join("").length} letters are shown of ${address}`);
    }
  }
  for (const value of Object.values(facets).flat()) {
    assert.ok(value.id && value.title && value.count > 0, JSON.stringify(value));
  }
}

/** Choosing a value leaves as many results as it said. */
async function narrowed(reader, query, { facets }, author) {
  const values = Object.entries(facets).flatMap(([facet, all]) => all.map((it) => [facet, it]));
  if (!values.length) return;
  const [facet, { id, count }] = author.one(values);
  const { found } = await reader.ask(query, { [facet]: id });
  holds(found);
  assert.equal(found.total, count, `${facet} ${id}`);
}

async function same(reader, query) {
  const [one, other] = [await reader.ask(query), await reader.ask(query)];
  assert.equal(JSON.stringify(one.found), JSON.stringify(other.found), "it depends on the past");
}

function learn({ groups }, words, author) {
  const texts = groups.flatMap((it) => [it.title, it.excerpt, ...it.hits.map((hit) => hit.excerpt)]);
  for (const it of texts.flatMap((it) => it.join("").split(/\s+/))) {
    if (it && it.length < 60 && !words.has(it)) words.add(it) && author.words.push(it);
  }
}

/** The query and what did not hold, in a line each. */
export const told = ({ query, error }) => `${JSON.stringify(query).slice(0, 400)}: ${error.message}`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, n = "100000", seed = "1"] = process.argv.slice(2);
  const { failures, slowest, n_words } = await fuzz(folder, Number(n), Number(seed));
  console.log(`${n} queries of ${n_words} words; the slowest took ${slowest.took.toFixed(1)} ms: ${JSON.stringify(slowest.query)?.slice(0, 200)}`);
  for (const it of failures) console.log(told(it));
  process.exitCode = failures.length ? 1 : 0;
}
