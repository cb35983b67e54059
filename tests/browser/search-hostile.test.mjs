// Search over what nobody means well, or nobody thought of: names and texts that are markup, scripts, signs that turn
// a line, or far too long. They are found, shown as text, and nothing of them runs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { searched } from "./handbook.mjs";
import { box, results, searching, type } from "./searching.mjs";
import { serve } from "./server.mjs";

const open = useBrowser();

// A text, and a query that finds what is called by it.
const HOSTILE = {
  image: ["<img src=x onerror=hurt()>", "img onerror"],
  script: ["\"</script><script>hurt()</script>", "script hurt"],
  backslash: ["C:\\new\\u0041 \\\" {{ title }} ${hurt()}", "u0041"],
  separators: ["par\u2028lines\u2029end", "lines end"],
  turned: ["\u202edetrevni", "detrevni"],
  emoji: ["🚀 👩‍💻 liftoff 1️⃣", "liftoff 1"],
  long: [`l${"o".repeat(9_990)}ng`, "looooooooooooooooooooooooooooooooooong"],
  many: ["words ".repeat(1_700).trim(), "words words"],
  tabs: ["tab\tand\tmore", "tab and more"],
  prototype: ["__proto__ constructor toString", "proto tostring"],
};
const yaml = JSON.stringify;

const role = ([id, [text]]) => [`roles/${id}.md`, `---
title: ${yaml(`${text} ${id}`)}
level: l1
family: constructor
also_known_as: [${yaml(`alias ${text}`)}]
---

## Summary

Is \`${text}\` at heart.

## ${text.replace(/[\u2028\u2029\t]/g, " ").replace(/[\\<{$]/g, "\\$&")}

Prose.

## Responsibilities

- Handles \`${text}\` every day {#handles-${id}}
`];

const FILES = {
  "handbook.yml": `title: ${yaml(`Handbook ${HOSTILE.image[0]}`)}
tracks: { ic: { title: ${yaml(`Track ${HOSTILE.script[0]}`)} } }
levels: [{ ic: l1 }, { ic: constructor }]
`,
  "families/constructor.md": `---\ntitle: ${yaml(`Family ${HOSTILE.image[0]}`)}\n---\nBuilds.\n`,
  "glossary.yml": "block:\n  title: |\n    Spread over\n    lines\n  definition: |\n    One\ttab\n\n    <b>two</b> `<img src=x onerror=hurt()>`\n",
  ...Object.fromEntries(Object.entries(HOSTILE).map(role)),
};

test("whatever it is called and says, it is found", async (t) => {
  const { ask } = searched(t, FILES);
  for (const [id, [text, query]] of Object.entries(HOSTILE)) {
    const { groups: [first] } = await ask(query);
    assert.equal(first.address, `roles/${id}/`, query);
    assert.equal(first.title.join(""), `${text} ${id}`);
    const excerpts = [first.excerpt, ...first.hits.map((it) => it.excerpt)].map((it) => it.join("").length);
    assert.ok(Math.max(...excerpts) < 250, `${id} is shown in excerpts of ${excerpts} characters`);
  }
  const { groups: [term] } = await ask("spread over lines");
  assert.equal(term.address, "glossary/#block");
});

test("names that every object of a script has are counted like others", async (t) => {
  const { facets } = await searched(t, FILES).ask("prose");
  const n = Object.keys(HOSTILE).length;
  assert.deepEqual({ ...facets.family[0] }, { id: "constructor", title: `Family ${HOSTILE.image[0]}`, count: n });
});

for (const where of ["a server", "file://"]) {
  test(`it is shown as text, and nothing of it runs, from ${where}`, async (t) => {
    const { folder } = searched(t, FILES, ...(where === "file://" ? ["--offline"] : []));
    const { url, close } = where === "file://" ? { url: `file://${folder}/` } : await serve({ folder, path: "/" });
    if (close) t.after(close);
    const { page, troubles } = await searching(await open(t, { viewport: SMALL_PHONE }), `${url}index.html`);
    await page.evaluate(() => { window.hurt = () => { window.isHurt = true; }; });
    for (const [id, [text, query]] of Object.entries(HOSTILE)) {
      await type(page, query);
      assert.equal(await box(page).locator(".title").first().textContent(), `${text} ${id}`);
      assert.equal(await box(page).locator(".results :is(img, b, script)").count(), 0);
      const fits = await box(page).evaluate((it) => [...it.querySelectorAll("*")].every((it) => it.getBoundingClientRect().right <= innerWidth));
      assert.ok(fits, `${id} fits`);
    }
    // What turns a line turns no other: the address behind a name, and where it stands.
    await type(page, HOSTILE.turned[1]);
    const turns = await box(page).locator(".title, .where, .excerpt").evaluateAll((all) => all.map((it) => getComputedStyle(it)).map((it) => it.unicodeBidi + it.display));
    none(turns.filter((it) => !/isolate|block|flow-root/.test(it)));
    if (close) none(await findings(page));

    await page.goto(`${url}search/index.html?q=prose`);
    await results(page).first().waitFor();
    assert.equal(await page.locator("main :is(img, b, script)").count(), 0);
    await page.getByRole("combobox", { name: "Family" }).selectOption("constructor");
    await page.locator("main").getByRole("status").getByText(`${Object.keys(HOSTILE).length} results`).waitFor();
    assert.equal(await page.evaluate(() => window.isHurt), undefined);
    none(troubles);
  });
}
