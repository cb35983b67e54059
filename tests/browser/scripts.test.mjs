// Scripts are published without comments and spaces: what is left of each must be the same script.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { tokenizer } from "acorn";
import { ROOT, bytes, files } from "./site.mjs";

const THEME = fileURLToPath(new URL("../../themes/default/assets/", import.meta.url));

/** Every word and sign of a script, without what stands between them. */
function tokens(text) {
  const of = tokenizer(text, { ecmaVersion: "latest" });
  return [...of].map(({ type, value }) => [type.label, value?.pattern ?? value, value?.flags]);
}

for (const name of readdirSync(THEME).filter((it) => it.endsWith(".js"))) {
  test(`${name} is published as it was written`, () => {
    const stem = name.replace(/\.js$/, "");
    const [published] = files(ROOT).filter((it) => it.replace(/\.[0-9a-f]+\.js$/, "") === `assets/${stem}`);
    const [written, terse] = [readFileSync(THEME + name, "utf8"), bytes(ROOT, published).toString()];
    assert.deepEqual(tokens(terse), tokens(written));
    assert.ok(terse.length < written.length, `${terse.length} characters of ${written.length}`);
  });
}
