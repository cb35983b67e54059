// Scripts are published without comments and spaces, and with words in place of labels: what is left of each
// must be the same script.

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

/** What is written where words are to stand: `"@close"`, and a template that begins like that. */
const LABEL = /"@[a-z0-9-]+"|`@@?[a-z0-9-]+(?: [a-z0-9-]+=\$\{[^}]*\})*`/g;

/** The stretches of tokens between labels, in order, each as one text. */
function stretches(text) {
  const flat = (part) => part.map((it) => JSON.stringify(it)).join("\n");
  const parts = [[]];
  for (const it of tokens(text.replace(LABEL, '"@"'))) {
    if (it[1] === "@") parts.push([]);
    else parts.at(-1).push(it);
  }
  return parts.map(flat);
}

/** Whether `published` is `written` with something else where its labels are. */
function isWorded(published, written) {
  const told = tokens(published).map((it) => JSON.stringify(it)).join("\n");
  const parts = stretches(written);
  let at = 0;
  for (const [n, part] of parts.entries()) {
    const found = n + 1 === parts.length ? told.lastIndexOf(part) : told.indexOf(part, at);
    if (n === 0 ? found !== 0 : found < at) return false;
    at = found + part.length;
  }
  return at === told.length && !told.includes("\"@");
}

for (const name of readdirSync(THEME).filter((it) => it.endsWith(".js"))) {
  test(`${name} is published as it was written`, () => {
    const stem = name.replace(/\.js$/, "");
    const [published] = files(ROOT).filter((it) => it.replace(/\.[0-9a-f]+\.js$/, "") === `assets/${stem}`);
    const [written, terse] = [readFileSync(THEME + name, "utf8"), bytes(ROOT, published).toString()];
    assert.ok(isWorded(terse, written), terse);
    assert.ok(terse.length < written.length, `${terse.length} characters of ${written.length}`);
  });
}
