// A short run of the queries that nobody means. A long one: `node ../fuzz/queries.mjs SITE 500000`.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fuzz, told } from "../fuzz/queries.mjs";
import { ARABIC, LONG, MARKDOWN, folder } from "./site.mjs";

// Words of every length, in two languages, another script, and all that Markdown makes.
for (const site of [LONG, ARABIC, MARKDOWN]) {
  test(`whatever is typed into the search of ${site.folder}, an answer holds`, async () => {
    const { failures, n_words } = await fuzz(folder(site), 500, 1);
    assert.deepEqual(failures.map(told), []);
    assert.ok(n_words > 100, `${n_words} words were learnt: nothing was found`);
  });
}
