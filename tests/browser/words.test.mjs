// Words as the published engine cuts queries: the table that holds src/search/words.rs as well, which cuts what is
// indexed. Where the two differ, something is there and not found.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext } from "node:vm";
import { Site } from "../search/finder.mjs";
import { ROOT, folder } from "./site.mjs";

const context = createContext({});
new Site(folder(ROOT)).script("search-find").runIn(context);
const split = (text) => [...context.rolebookSearch.split(text)];

for (const [text, words] of Object.entries(JSON.parse(readFileSync(new URL("../search/words.json", import.meta.url))))) {
  test(`${JSON.stringify(text.slice(0, 60))} is cut as what is indexed`, () => assert.deepEqual(split(text), words));
}

// No file can hold these, but an input can.
test("halves of characters are no words", () => {
  assert.deepEqual(split("\ud83d lead \ude00er\ud800"), ["lead", "er"]);
});
