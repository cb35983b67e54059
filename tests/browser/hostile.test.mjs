// Texts that mean harm, in every field that takes words, and every way in which they are published: pages, attributes,
// structured data, drawings, the feed, tables and data. They arrive as text, and nothing of them runs, be it that the
// policy of the pages is not there to stop it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { useBrowser } from "./browser.mjs";
import { none } from "./expect.mjs";
import { Handbook } from "./handbook.mjs";
import { attribute, elements, parsed, text } from "./html.mjs";
import { files } from "./site.mjs";
import { serve } from "./server.mjs";

const open = useBrowser();

// Ends what it may stand in (an attribute, an element, a script, a comment, CDATA), begins something new, and is a
// formula to a spreadsheet and an expression to a template.
const HARM = `=HURT()<img src=x onerror=hurt()>"'--></title></script></style>]]><script>hurt()</script><img src=x onerror=hurt()>{{ 7*191 }}{% raw %}\${hurt()}&lt;`;
let n = 0;
/** A text of its own, as YAML writes it. */
const harm = () => JSON.stringify(`${HARM}${n++}`);
// The same as Markdown reads it: with nothing that it would understand.
const words = () => `${HARM.replace(/[\\`*_{}[\]<>()#+\-.!|"'$&=/]/g, "\\$&")}${n++}`;

const FILES = {
  "handbook.yml": `title: ${harm()}
organisation: { name: ${harm()}, url: "https://example.org/?a=1&b='" }
base_url: "https://example.org/it's/"
repository: { url: "https://github.com/a/b'&c", branch: ${harm()}, path: ${harm()} }
tracks: { ic: { title: ${harm()}, short: ${harm()} } }
levels: [{ ic: l1 }, { ic: l2 }]
areas: { craft: { title: ${harm()} } }
scale: { low: ${harm()}, high: ${harm()} }
sections: { own: { title: ${harm()} } }
gone: [{ address: /was/, why: ${harm()}, see: [/roles/one/] }]
labels: { ladder: ${harm()} }
`,
  "index.md": `# ${words()}\n\n${words()}\n`,
  "glossary.yml": `term:\n  title: ${harm()}\n  definition: ${harm()}\n  also: [${harm()}]\n`,
  "families/family.md": `---\ntitle: ${harm()}\nsummary: ${harm()}\n---\n${words()}\n`,
  "competencies/craft.md": `---
title: ${harm()}
summary: ${harm()}
area: craft
also_known_as: [${harm()}]
---
## Low

- ${words()}
`,
  "guides/guide.md": `---
title: ${harm()}
summary: ${harm()}
---
## ${words()}

${HARM}

| ${words()} |
|---|
| ${words()} |

\`${HARM.replaceAll("`", "")}\` ![${words()}](picture.png "${words()}") [${words()}](https://example.org/?"'<b>${"x"}&) [^note]

\`\`\`"><b>
${HARM}
\`\`\`

> [!NOTE]
> ${words()}

[^note]: ${words()}
`,
  "roles/one.md": role("l1", "family"),
  "roles/two.md": role("l2", "family"),
};

function role(level, family) {
  return `---
title: ${harm()}
level: ${level}
family: ${family}
summary: ${harm()}
also_known_as: [${harm()}]
formerly: [${harm()}]
scope: { teams: ${harm()}, people: ${harm()} }
requirements: { years: ${harm()} }
codes: { isco: ${harm()} }
expects: { craft: low }
owner: ${harm()}
last_reviewed_on: 2026-11-01
vacancies: [{ id: v-${level}, title: ${harm()}, url: "https://example.org/?a='&b", location: ${harm()}, country: DE, date_posted: 2026-11-01, valid_through: 2027-01-01 }]
---
## Summary

${words()}

## Responsibilities

- ${words()}

## Challenges

### ${words()}

${words()}

## Own

- ${words()}
`;
}

const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The site of all this: its folder, and the paths of its files. Whoever committed it means harm, too. */
function built(t, ...more) {
  const handbook = new Handbook(t, { ...FILES, "guides/picture.png": Buffer.from(PICTURE, "base64") });
  for (const words of [["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", HARM]]) {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
    const author = ["-c", `user.name=${HARM.replace(/[<>]/g, "")}`, "-c", "user.email=a@example.org"];
    assert.equal(spawnSync("git", [...author, ...words], { cwd: handbook.folder, env }).status, 0);
  }
  handbook.succeed("build", "--date", "2026-11-21", "--warn", "unknown-field", ...more);
  return { folder: handbook.site, paths: files({ folder: handbook.site }) };
}

for (const theme of ["default", "plain"]) {
  test(`${theme}: pages hold nothing that runs, and data is data`, (t) => {
    const { folder, paths } = built(t, "--theme", theme);
    const read = (path) => readFileSync(join(folder, path), "utf8");
    const wrong = [];
    let nNodes = 0, nHarm = 0;
    for (const path of paths.filter((it) => it.endsWith(".html"))) {
      for (const it of elements(parsed(read(path)).document)) {
        const handlers = it.attrs.map((it) => it.name).filter((it) => it.startsWith("on"));
        if (handlers.length > 0) wrong.push(`${path}: <${it.tagName}> has ${handlers}`);
        if (!/^[a-z][a-z0-9-]*$/i.test(it.tagName)) wrong.push(`${path}: an element <${it.tagName.slice(0, 40)}>`);
        if (attribute(it, "src") === "x") wrong.push(`${path}: the picture is there`);
        if (/^(javascript|data|vbscript):/i.test(attribute(it, "href") ?? "")) wrong.push(`${path}: ${attribute(it, "href")}`);
        if (it.tagName !== "script") continue;
        const said = text(it);
        if (attribute(it, "type") === "application/ld+json") nNodes += JSON.stringify(JSON.parse(said)).includes("hurt()") ? 1 : 0;
        else if (said.trim() !== "") wrong.push(`${path}: a script of ${said.slice(0, 40)}`);
      }
      nHarm += text(parsed(read(path)).document).includes("<script>hurt()</script>") ? 1 : 0;
      if (read(path).includes("1337")) wrong.push(`${path}: a template was run`);
    }
    none(wrong);
    assert.ok(nHarm > 15, `${nHarm} pages say it`);
    assert.ok(theme === "plain" || nNodes > 4, `${nNodes} nodes of structured data say it`);
    for (const path of paths.filter((it) => it.endsWith(".json"))) JSON.parse(read(path));
  });
}

test("no cell of a table is a formula", (t) => {
  const { folder, paths } = built(t);
  const tables = paths.filter((it) => it.endsWith(".csv"));
  assert.ok(tables.length > 3);
  let nHarm = 0;
  for (const path of tables) {
    const cells = readFileSync(join(folder, path), "utf8").matchAll(/(?<=^|,|\n)(?:"((?:[^"]|"")*)"|([^",\n]*))/g);
    for (const [, quoted, bare] of cells) {
      const cell = quoted ?? bare ?? "";
      assert.doesNotMatch(cell, /^[=+\-@\t\r]/, path);
      nHarm += cell.includes("HURT()") ? 1 : 0;
    }
  }
  assert.ok(nHarm > 10, `${nHarm} cells say it`);
});

test("nothing runs in a browser, be it without a policy, and drawings and feeds are well-formed", async (t) => {
  const { folder, paths } = built(t);
  const { url, close } = await serve({ folder, path: "/" });
  t.after(close);
  const page = await open(t, { bypassCSP: true });
  const ran = [];
  await page.exposeFunction("hurt", () => ran.push(page.url()));
  page.on("dialog", (it) => { ran.push(it.message()); it.dismiss(); });
  for (const path of paths.filter((it) => it.endsWith(".html"))) {
    await page.goto(url + path, { waitUntil: "load" });
  }
  none(ran);

  const drawings = paths.filter((it) => /\.(svg|xml)$/.test(it));
  for (const it of ["feed.xml", "sitemap.xml"]) assert.ok(drawings.includes(it), `there is no ${it}`);
  const broken = [];
  for (const path of drawings) {
    const source = readFileSync(join(folder, path), "utf8");
    const found = await page.evaluate((source) => {
      const tree = new DOMParser().parseFromString(source, "application/xml");
      const runs = [...tree.querySelectorAll("*")].filter((it) => it.localName === "script" || [...it.attributes].some((it) => it.name.startsWith("on")));
      return { error: tree.querySelector("parsererror")?.textContent, runs: runs.length };
    }, source);
    if (found.error || found.runs > 0) broken.push(`${path}: ${found.error ?? found.runs}`);
  }
  none(broken);
});
