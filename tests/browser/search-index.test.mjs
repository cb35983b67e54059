// Search over handbooks of all shapes: whatever there is can be found under its own address, is counted rightly, and
// what an edition hides is nowhere in the index.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { useBrowser, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { Reader, Site, links } from "../search/finder.mjs";
import { Handbook, searched } from "./handbook.mjs";
import { results } from "./searching.mjs";
import { serve } from "./server.mjs";

const open = useBrowser();

const role = (title, level, summary = "Works.", more = "") =>
  `---\ntitle: ${title}\n${level ? `level: ${level}\n` : ""}${more}---\n\n## Summary\n\n${summary}\n`;

test("three hundred terms are parted over files, and each is found with its definition", async (t) => {
  // Words that no slip makes of each other.
  const word = (n) => [...n.toString(3).padStart(6, "0")].map((it) => ["ba", "ko", "mi"][it]).join("") + "x";
  const terms = Array.from({ length: 300 }, (_, n) => `t${n}: { title: "${word(n)}", also: [${word(n)}alias], definition: "Means ${n} things ${"and more ".repeat(n % 40)}." }\n`);
  const { folder } = searched(t, { "glossary.yml": terms.join(""), "roles/a.md": role("A") });
  assert.ok(readdirSync(join(folder, "assets/search/pages/term")).length > 5);
  const reader = new Reader(new Site(folder)), wrong = [];
  for (let n = 0; n < 300; n++) {
    for (const query of [word(n), `${word(n)}alias`]) {
      const { found: { groups: [first] } } = await reader.ask(query);
      if (first?.address !== `glossary/#t${n}` || !first.excerpt.join("").startsWith(`Means ${n} things`)) wrong.push(`${query}: ${first?.address} ${first?.excerpt}`);
    }
  }
  none(wrong);
});

test("of more than three thousand entries, other names lead there too and are shown as the ones that answer", async (t) => {
  // As before, words that no slip makes of each other.
  const word = (n) => [...n.toString(3).padStart(8, "0")].map((it) => ["ba", "ko", "mi"][it]).join("") + "x";
  const terms = Array.from({ length: 3_001 }, (_, n) => `t${n}: { title: "${word(n)}", also: [${word(n)}alias], definition: "Means ${n} things." }\n`);
  const { folder } = searched(t, { "glossary.yml": terms.join(""), "roles/a.md": role("A", "", "Works.", "also_known_as: [Workhorse]\n") });
  const first = readdirSync(join(folder, "assets/search")).find((it) => it.startsWith("first."));
  assert.doesNotMatch(readFileSync(join(folder, "assets/search", first), "utf8"), /Workhorse/);
  const reader = new Reader(new Site(folder)), wrong = [];
  const asked = [...Array.from({ length: 30 }, (_, n) => [`${word(n * 100)}alias`, `glossary/#t${n * 100}`]), ["workhorse", "roles/a/"]];
  for (const [query, address] of asked) {
    const { found: { groups: [it] } } = await reader.ask(query);
    if (it?.address !== address || it.also.join("").toLowerCase() !== query) wrong.push(`${query}: ${it?.address} ${it?.also}`);
  }
  none(wrong);
});

const KINDS = {
  "handbook.yml": `title: X
tracks: { ic: { title: Engineering }, m: { title: Management } }
levels: [{ ic: e1 }, { ic: e2, m: m1 }, { m: m10 }]
`,
  "families/product.md": "# Product\n\nWhat is made.\n",
  "families/engineering.md": "# Engineering\n\nHow it is made.\n",
  "roles/engineering/lead.md": role("Lead", "e2", "Leads zebras."),
  "roles/product/product-lead.md": role("Lead", "m1", "Leads zebras, too."),
  "roles/engineering/x-1.md": role("Quite Another", "e1", "Feeds zebras.", "also_known_as: [Lead]\n"),
  "roles/engineering/old.md": role("Zookeeper", "e1", "Kept zebras.", "status: retired\n"),
  "roles/engineering/new.md": role("Zoologist", "e1", "Will study zebras.", "status: draft\n"),
  "roles/engineering/later.md": role("Zoo Director", "m10", "Signs.", "effective_from: 2027-02-01\n"),
  "roles/product/pm.md": role("Product Manager", "m1", "Sells zebras.", `vacancies:
  - { id: pm-oslo, title: Seller of stripes, url: "https://x.example/1", date_posted: 2026-11-01, valid_through: 2026-12-01, location: Oslo, country: NO }
  - { id: pm-rome, title: Seller of spots, url: "https://x.example/2", date_posted: 2026-01-01, valid_through: 2026-02-01, location: Rome, country: IT }
`),
  "guides/zebras.md": "# Zebras\n\nOf all colours.\n",
};

test("every paragraph of every kind of document is found", async (t) => {
  const text = (word) => `First things first.\n\nThen ${word}.\n\n## More\n\nAt last late${word}.\n`;
  const { ask } = searched(t, {
    "index.md": text("aardvarks"), "families/roles.md": text("buffaloes"), "competencies/c.md": text("crocodiles"), "guides/g.md": text("gazelles"),
    "roles/r.md": `---\nfamily: roles\n---\n${text("raccoons")}`,
  });
  const places = { aardvarks: "", buffaloes: "families/roles/", crocodiles: "competencies/c/", gazelles: "guides/g/", raccoons: "roles/r/" };
  for (const [word, place] of Object.entries(places)) {
    const { groups: [it] } = await ask(word);
    assert.equal(it?.address, place, word);
    assert.ok(it.excerpt.includes(word), `${word}: ${it.excerpt}`);
    const late = await ask(`late${word}`);
    assert.equal(links(late)[1], `${place}#more`, `late${word}`);
  }
});

test("a competency is found by the summary that its author wrote, and by its definition", async (t) => {
  const { ask } = searched(t, { "roles/a.md": role("A"), "competencies/c.md": "---\nsummary: About ibexes.\n---\n\nClimbed by llamas.\n\nThere are marmots.\n" });
  for (const word of ["ibexes", "llamas", "marmots"]) {
    const { groups: [it] } = await ask(word);
    assert.deepEqual([it?.address, it?.excerpt.includes(word)], ["competencies/c/", true], word);
  }
});

test("roles that share a name are all found by it, a title before another name", async (t) => {
  const { ask } = searched(t, KINDS);
  const found = links(await ask("lead")).filter((it) => it.startsWith("roles/"));
  assert.deepEqual(found.slice(0, 2).sort(), ["roles/lead/", "roles/product-lead/"]);
  assert.equal(found[2], "roles/x-1/");
});

test("roles that do not hold are found, and said not to", async (t) => {
  const { ask } = searched(t, KINDS);
  const around = async (query) => (await ask(query)).groups[0].around;
  assert.equal(await around("zookeeper"), "Engineering · E1 · retired");
  assert.equal(await around("zoologist"), "Engineering · E1 · draft");
  assert.match(await around("zoo director"), /^Management · M10 · from (2027-02-01|1 February 2027)$/);
  assert.deepEqual((await ask("retired")).groups.map((it) => it.address), ["roles/old/"]);
});

test("vacancies are found while they are live", async (t) => {
  const { ask } = searched(t, KINDS);
  const { groups: [first] } = await ask("seller of stripes");
  assert.deepEqual([first.kind, first.address], ["Vacancy", "vacancies/pm-oslo/"]);
  assert.deepEqual((await ask("oslo")).groups.map((it) => it.address), ["vacancies/pm-oslo/"]);
  assert.equal((await ask("spots")).total, 0);
});

const counts = ({ facets }) => Object.fromEntries(Object.entries(facets)
  .map(([name, all]) => [name, Object.fromEntries(all.map((it) => [it.id, it.count]).sort())]));

test("facets count what there is, each as if it were not chosen itself", async (t) => {
  const { ask } = searched(t, KINDS);
  const all = { kind: { role: 6, guide: 1 }, family: { engineering: 4, product: 2 }, track: { ic: 4, m: 2 }, level: { e1: 3, e2: 1, m1: 2 } };
  assert.deepEqual(counts(await ask("zebras")), sorted(all));
  const engineers = await ask("zebras", { family: "engineering" });
  assert.equal(engineers.total, 4);
  assert.deepEqual(counts(engineers), sorted({ kind: { role: 4 }, family: all.family, track: { ic: 4 }, level: { e1: 3, e2: 1 } }));
  const both = await ask("zebras", { family: "engineering", level: "m1" });
  assert.equal(both.total, 0);
  assert.deepEqual(counts(both), { kind: {}, family: { product: 2 }, track: {}, level: { e1: 3, e2: 1 } });
  const three = await ask("zebras", { kind: "role", family: "product", track: "m" });
  assert.deepEqual([three.total, counts(three)], [2, { kind: { role: 2 }, family: { product: 2 }, track: { m: 2 }, level: { m1: 2 } }]);
  // Without a query everything counts.
  assert.deepEqual(links(await ask("", { kind: "guide" })), ["guides/zebras/"]);
  assert.deepEqual(links(await ask("", { kind: "role", level: "m1" })), ["roles/product-lead/", "roles/pm/"]);
  assert.equal((await ask("", {})).total, 0);
  for (const chosen of [{ kind: "constructor" }, { level: "__proto__" }]) assert.equal((await ask("zebras", chosen)).total, 0);
});

const sorted = (facets) => Object.fromEntries(Object.entries(facets).map(([name, it]) => [name, Object.fromEntries(Object.entries(it).sort())]));

for (const where of ["a server", "file://"]) {
  test(`a level leads to its roles, all of them and no others, from ${where}`, async (t) => {
    const many = Array.from({ length: 20 }, (_, n) => [`roles/r${n}.md`, role(`Role ${n}`, n % 2 ? "m1" : "m10")]);
    const isOffline = where === "file://";
    const { folder } = searched(t, { "handbook.yml": KINDS["handbook.yml"], ...Object.fromEntries(many) }, ...(isOffline ? ["--offline"] : []));
    const host = !isOffline && await serve({ folder, path: "/" });
    if (host) t.after(host.close);
    const url = isOffline ? `file://${folder}/` : host.url;
    const page = await open(t);
    const troubles = watched(page);
    await page.goto(`${url}search/index.html?q=m1`);
    await page.locator("main").getByRole("link", { name: "M1", exact: true }).click();
    await page.waitForURL(/level=m1$/);
    const status = page.locator("main").getByRole("status");
    await status.getByText("10 results").waitFor();
    await page.getByRole("button", { name: "Show more" }).click();
    await results(page).nth(9).waitFor();
    const titles = await results(page).locator(".title").allTextContents();
    assert.deepEqual(titles.sort(), many.filter((_, n) => n % 2).map((_, n) => `Role ${2 * n + 1}`).sort());
    await results(page).first().click();
    await page.locator("main.role h1").waitFor();
    none(troubles);
  });
}

test("ids follow from titles or not, in every script, and so do addresses", async (t) => {
  const ids = { "index": "Index", "s": "Roles", "größe-1": "Größe 1", "grosse": "Größe", "工程": "工程", "a--b": "A B", "v2.0": "Version", "Upper": "upper", "i̇": "İ" };
  const files = Object.entries(ids).map(([id, title]) => [`guides/${id}.md`, `# ${title}\n\nkiwi\n`]);
  for (const words of [[], ["--offline"]]) {
    const { ask, folder } = searched(t, { "roles/a.md": role("A"), ...Object.fromEntries(files) }, ...words);
    const { groups } = await ask("kiwi", {}, 99);
    const isThere = (it) => readFileSync(join(folder, decodeURIComponent(it.address.replace(/\/$/, "/index.html")))).includes("kiwi");
    assert.deepEqual(groups.map((it) => it.title.join("")).sort(), Object.values(ids).sort());
    none(groups.filter((it) => !isThere(it)).map((it) => it.address));
  }
});

test("a handbook without roles is searched as well, and so is one with nothing to say", async (t) => {
  const { ask } = searched(t, { "handbook.yml": "title: X\n", "guides/only.md": "# Only\n\nOne guide.\n" });
  assert.deepEqual(links(await ask("one guide")).slice(0, 1), ["guides/only/"]);
  const empty = searched(t, { "handbook.yml": "title: '…'\n", "index.md": "# …\n" });
  assert.equal((await empty.ask("guide")).total, 0);
});

const PRIVATE = {
  "handbook.yml": "title: X\nlevels: [{ ic: e1 }]\n",
  "roles/open.md": `---
title: Open
level: e1
also_known_as: [Quokkaalias]
visibility: { also_known_as: internal }
---

## Summary

For all.

## Quokkaheading {.internal}

Quokkaprose.

## Responsibilities

- Shows everything
- Keeps the quokkastatement {#quokkaid .internal}
`,
  "roles/quokkarole.md": role("Quokkatitle", "e1", "Quokkasummary.", "visibility: internal\n"),
  "guides/quokkaguide.md": "---\nvisibility: internal\n---\n# Quokkaguide\n\nQuokkatext.\n",
  "glossary.yml": "quokkaterm: { title: Quokkaterm, definition: Quokkadefinition., visibility: internal }\nopenterm: { definition: Seen. }\n",
};
const WORDS = ["alias", "heading", "prose", "statement", "title", "summary", "guide", "text", "term", "definition"].map((it) => `quokka${it}`);

/** All of the index: its files, their names, and its words, which are spelled as what each adds to the one before. */
function index(folder) {
  const top = join(folder, "assets/search");
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
    .map((it) => [it.name, readFileSync(join(it.parentPath ?? it.path, it.name), "utf8")]);
  const first = files.find(([name]) => name.startsWith("first."))[1];
  let word = "";
  const { words } = JSON.parse(first.replace(/^[^{]*/, "").replace(/\)\s*$/, ""));
  const spelled = words.match(/[A-Z][^A-Z]*/g).map((it) => { word = word.slice(0, it.charCodeAt(0) - 65) + it.slice(1); return word; });
  return { all: JSON.stringify(files), spelled };
}

test("the internal edition finds what is internal, the public one has neither words nor addresses of it", async (t) => {
  const inner = searched(t, PRIVATE, "--edition", "internal");
  const seen = index(inner.folder).spelled.filter((it) => it.startsWith("quokka"));
  none(WORDS.filter((it) => !seen.includes(it)));
  for (const it of WORDS) assert.match(links(await inner.ask(it))[0], /roles\/open\/|quokka/, it);

  const { ask, folder } = searched(t, PRIVATE);
  const { all, spelled } = index(folder);
  assert.doesNotMatch(all, /quokka/i);
  assert.ok(spelled.includes("everything"));
  none(spelled.filter((it) => it.includes("quokka")));
  assert.equal((await ask("quokkarole")).total, 0);
});

test("what becomes internal leaves the index of a folder that was built before", async (t) => {
  const handbook = new Handbook(t, PRIVATE);
  handbook.succeed("build", "--edition", "internal");
  handbook.succeed("build");
  assert.doesNotMatch(index(handbook.site).all, /quokka/i);
});
