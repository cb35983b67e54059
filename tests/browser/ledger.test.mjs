// An address once published works for ever: handbooks are published, then renamed, moved, deleted,
// split and merged, and every address of the ledger is opened. Whatever does not answer by itself
// has to be named by the program, with a way out; once that is taken, it answers too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { useBrowser } from "./browser.mjs";
import { Handbook } from "./handbook.mjs";
import { serve } from "./server.mjs";
import { pages } from "./site.mjs";

const open = useBrowser();

const FILES = {
  "handbook.yml": `title: Small handbook
tracks: { ic: { title: Engineering }, management: { title: Management } }
levels: [{ ic: e1 }, { ic: e2, management: m1 }, { management: m2 }]
areas: { people: { title: People } }
`,
  "glossary.yml": "okr: { title: OKR, definition: A goal. }\nraci: { title: RACI, definition: Who does what. }\n",
  "competencies/coaching.md": `---
title: Coaching
area: people
---
Helps others to grow.

## Working

- Coaches one person
- Listens before giving advice

## Expert

- Coaches those who coach {#coaches-coaches}

## Books
`,
  "roles/engineer.md": `---
level: e1
expects: { coaching: working }
scope: { teams: one }
---
## Responsibilities

- Writes code that others can read and change
- Reviews what others write within a day {#reviews}
- Answers questions of the users of the team

## Perks
`,
  "roles/senior-engineer.md": `---
level: e2
extends: engineer
---
## Responsibilities

- Designs parts of a system
`,
  "roles/tech-lead.md": `---
level: m1
expects: { coaching: expert }
---
## Responsibilities

- Decides what the team builds next
- Hires people who stay for long {#hires}

## Challenges

### Too much to do

It never ends.
`,
  "roles/head.md": "---\nlevel: m2\n---\n## Summary\n\nLeads leads, see [[okr-guide]].\n",
  "guides/okr-guide.md": "# Goals\n\n## How to write one\n\nWrite it down.\n\n## When to drop one\n\nSoon.\n",
  "guides/promotion.md": "# Promotion\n\n## Who decides\n\nThe head.\n",
};

/** The handbook, published. */
function published(t, more = {}) {
  const handbook = new Handbook(t, { ...FILES, ...more });
  handbook.succeed("publish", "--date", "2026-01-31");
  return handbook;
}

/** Builds the handbook and asks for every address that was ever recorded. */
async function answers(t, handbook, isCertain = stands) {
  handbook.succeed("build");
  const host = await serve({ folder: handbook.site, path: "/" });
  t.after(host.close);
  const page = await open(t);
  const silent = [];
  const site = new Map(pages({ folder: handbook.site }).map((it) => [it.address, it]));
  for (const address of handbook.recorded().filter((it) => !isCertain(site, it))) {
    await page.goto("about:blank");
    const reply = await page.goto(host.url + address.slice(1));
    await page.waitForFunction(() => document.readyState === "complete" && !document.querySelector("main.moved"));
    if (!reply.ok() || !(await page.evaluate(isThere))) silent.push(`${address} → ${page.url()}`);
  }
  assert.deepEqual(silent, []);
  return { page, url: (address) => host.url + address };
}

// A place that is written in its page needs no browser to be found.
function stands(site, address) {
  const [path, place] = address.slice(1).split("#");
  const page = site.get(path);
  return page !== undefined && !page.isRedirect && (place === undefined || page.ids.includes(place));
}

// Runs in the page: whether the place is there that the address speaks of.
function isThere() {
  const place = decodeURIComponent(location.hash.slice(1));
  return !place || document.querySelector("main.gone") !== null || document.getElementById(place) !== null;
}

/** What the address leads to: the path and the place. */
async function landing(page, url) {
  await page.goto("about:blank");
  await page.goto(url);
  await page.waitForFunction(() => !document.querySelector("main.moved"));
  return page.evaluate(() => location.pathname + location.hash);
}

const says = (page) => page.evaluate(() => document.querySelector(":target")?.closest("li, h2, h3, div.heading")?.textContent.trim());

test("what is published answers, and publishing again changes nothing", async (t) => {
  const handbook = published(t);
  const before = handbook.text("addresses.lock");
  handbook.succeed("publish", "--date", "2026-02-28");
  assert.equal(handbook.text("addresses.lock"), before);
  for (const it of ["/", "/roles/engineer/#reviews", "/competencies/#people", "/glossary/#okr", "/families/roles/#engineer--coaching",
    "/compare/engineer/head/", "/guides/okr-guide/#when-to-drop-one", "/competencies/coaching/#expert", "/families/roles/#fact--teams"]) {
    assert.ok(handbook.recorded().includes(it), `${it} is not recorded`);
  }
  await answers(t, handbook, () => false);
});

test("every address that the copy links give is recorded", async (t) => {
  const handbook = published(t);
  const { page, url } = await answers(t, handbook);
  const recorded = new Set(handbook.recorded());
  const missing = [];
  for (const address of recorded) {
    if (address.includes("#") || address.startsWith("/compare/") || address === "/index/") continue;
    await page.goto(url(address.slice(1)));
    const copied = await page.locator("a.anchor").evaluateAll((all) => all.map((it) => decodeURIComponent(it.hash)));
    // What begins with "_" belongs to the theme and is on every page of its kind.
    missing.push(...copied.filter((it) => !it.startsWith("#_")).map((it) => address + it).filter((it) => !recorded.has(it)));
  }
  assert.deepEqual(missing, []);
});

test("statements may be reworded again and again: the oldest anchor finds the newest words", async (t) => {
  const handbook = published(t);
  const first = "writes-code-that-others-can-read-and-change";
  handbook.edit("roles/engineer.md", "Writes code that others can read and change", "Writes code that others can read and extend");
  assert.deepEqual(handbook.vanished(), []);
  handbook.succeed("publish", "--date", "2026-02-28");
  assert.match(handbook.text("addresses.lock"), /#writes-code-that-others-can-read-and-change 2026-01-31 to #writes-code-that-others-can-read-and-extend/);
  handbook.edit("roles/engineer.md", "Writes code that others can read and extend", "Writes clear code that everybody can read and extend");
  handbook.succeed("publish", "--date", "2026-03-31");
  const { page, url } = await answers(t, handbook);
  for (const role of ["engineer", "senior-engineer"]) {
    assert.equal(await landing(page, url(`roles/${role}/#${first}`)), `/roles/${role}/#${first}`);
    assert.match(await says(page), /^Writes clear code/, "the old anchor stands unseen on what says it now");
  }
});

test("without scripts an old anchor is found all the same", async (t) => {
  const handbook = published(t);
  handbook.edit("roles/engineer.md", "that others can read and change", "that others can read and extend");
  handbook.succeed("build");
  const host = await serve({ folder: handbook.site, path: "/" });
  t.after(host.close);
  const page = await open(t, { javaScriptEnabled: false });
  await page.goto(`${host.url}roles/engineer/#writes-code-that-others-can-read-and-change`);
  assert.match(await page.locator("li:has(:target)").textContent(), /read and extend/);
});

test("a statement that goes leaves its anchor on its section, and is forgotten by nobody", async (t) => {
  const handbook = published(t);
  handbook.edit("roles/engineer.md", "- Answers questions of the users of the team\n", "");
  assert.deepEqual(handbook.vanished(), []);
  const { page, url } = await answers(t, handbook);
  await landing(page, url("roles/engineer/#answers-questions-of-the-users-of-the-team"));
  assert.match(await says(page), /^Responsibilities/);
});

test("an id that its author wrote has to stay, lead on or be said to be gone", async (t) => {
  const handbook = published(t);
  handbook.edit("roles/engineer.md", "- Reviews what others write within a day {#reviews}\n", "");
  assert.deepEqual(handbook.vanished(), ["/roles/engineer/#reviews"], "heirs had it from there and need no word");
  const { said } = handbook.run("build");
  assert.match(said, /`## New title \{#reviews\}`|\{#reviews\}/);
  assert.match(said, /aliases: \[\{ from: \/roles\/engineer\/#reviews, to: … \}\]/);
  assert.match(said, /gone: \[\{ address: \/roles\/engineer\/#reviews, why: … \}\]/);
  handbook.edit("handbook.yml", "title: Small handbook\n", `title: Small handbook
gone:
  - { address: "/roles/engineer/#reviews", why: Reviews are everybody's now., see: [/guides/promotion/] }
`);
  const { page, url } = await answers(t, handbook);
  assert.equal(await landing(page, url("roles/engineer/#reviews")), "/roles/engineer/#reviews", "its reader stays and is told");
  assert.match(await says(page), /Reviews are everybody's now\. See Promotion\./);
});

test("headings are renamed, split off and merged", async (t) => {
  const handbook = published(t);
  handbook.edit("guides/okr-guide.md", "## How to write one", "## Writing one");
  handbook.edit("guides/okr-guide.md", "## When to drop one\n\nSoon.\n", "");
  handbook.edit("roles/engineer.md", "## Perks\n", "");
  assert.deepEqual(handbook.vanished().sort(), ["/guides/okr-guide/#how-to-write-one", "/guides/okr-guide/#when-to-drop-one", "/roles/engineer/#perks"]);
  handbook.edit("guides/okr-guide.md", "## Writing one", "## Writing one {#how-to-write-one}");
  handbook.edit("guides/promotion.md", "# Promotion", `---
aliases:
  - { from: "/guides/okr-guide/#when-to-drop-one", to: who-decides }
  - "/roles/engineer/#perks"
---
# Promotion`);
  const { page, url } = await answers(t, handbook);
  assert.equal(await landing(page, url("guides/okr-guide/#when-to-drop-one")), "/guides/promotion/#who-decides");
  assert.equal(await landing(page, url("roles/engineer/#perks")), "/guides/promotion/");
});

test("what an alias leads to may move on: chains collapse into one step", async (t) => {
  const handbook = published(t);
  handbook.edit("guides/okr-guide.md", "## When to drop one\n\nSoon.\n", "");
  handbook.edit("guides/promotion.md", "# Promotion", '---\naliases: [{ from: "/guides/okr-guide/#when-to-drop-one", to: who-decides }]\n---\n# Promotion');
  handbook.succeed("publish", "--date", "2026-02-28");
  handbook.edit("guides/promotion.md", "## Who decides\n\nThe head.\n", "");
  handbook.edit("roles/head.md", "level: m2\n", 'level: m2\naliases: [{ from: "/guides/promotion/#who-decides", to: summary }]\n');
  const { page, url } = await answers(t, handbook);
  await page.goto(url("guides/okr-guide/"));
  assert.equal(await page.locator("#when-to-drop-one a").getAttribute("href"), "../../roles/head/#summary");
});

test("a role is renamed: its places, its comparisons and its cells of the table follow", async (t) => {
  const handbook = published(t);
  handbook.succeed("rename", "role", "engineer", "developer");
  assert.deepEqual(handbook.vanished(), []);
  const { page, url } = await answers(t, handbook);
  assert.equal(await landing(page, url("roles/engineer/#reviews")), "/roles/developer/#reviews");
  assert.equal(await landing(page, url("compare/engineer/head/")), "/compare/developer/head/");
  await landing(page, url("families/roles/#engineer--coaching"));
  assert.equal(await page.evaluate(() => document.querySelector(":target").closest("td").id), "developer--coaching");
});

test("a role that is renamed without a word is named, once, whatever stood on it", (t) => {
  const handbook = published(t);
  handbook.move("roles/head.md", "roles/director.md");
  assert.deepEqual(handbook.vanished(), ["/roles/head/"]);
});

test("a role moves to another folder and stays where it is", async (t) => {
  const handbook = published(t);
  handbook.move("roles/tech-lead.md", "roles/leads/tech-lead.md");
  handbook.edit("roles/leads/tech-lead.md", "level: m1", "level: m1\nfamily: roles");
  await answers(t, handbook);
});

test("a role is deleted: its page says so, for every place and comparison", async (t) => {
  const handbook = published(t);
  handbook.remove("roles/head.md");
  assert.deepEqual(handbook.vanished(), ["/roles/head/"]);
  handbook.edit("handbook.yml", "title: Small handbook\n", `title: Small handbook
gone:
  - { address: /roles/head/, why: Tech leads decide together now., see: [/roles/tech-lead/, "/guides/promotion/#who-decides"] }
`);
  const { page, url } = await answers(t, handbook);
  const landed = await landing(page, url("compare/engineer/head/"));
  assert.equal(landed, "/compare/engineer/head/");
  for (const address of ["roles/head/#summary", "compare/engineer/head/"]) {
    await page.goto(url(address));
    assert.match(await page.locator("main.gone").textContent(), /Tech leads decide together now\./);
    const links = await page.locator("main.gone li a").evaluateAll((all) => all.map((it) => new URL(it.href).pathname + it.hash));
    assert.deepEqual(links, ["/roles/tech-lead/", "/guides/promotion/#who-decides"]);
  }
});

test("one role becomes two", async (t) => {
  const handbook = published(t);
  handbook.edit("roles/tech-lead.md", "- Hires people who stay for long {#hires}\n", "");
  handbook.edit("roles/tech-lead.md", "## Challenges\n\n### Too much to do\n\nIt never ends.\n", "");
  handbook.edit("roles/tech-lead.md", "level: m1\n", "level: m1\naliases: [/roles/tech-lead/]\n");
  handbook.move("roles/tech-lead.md", "roles/product-lead.md");
  handbook.write("roles/people-lead.md", "---\nlevel: m1\n---\n## Responsibilities\n\n- Hires people {#hires}\n\n## Challenges\n\n### Too much to do\n\nStill.\n");
  const lost = ["#challenges", "#hires", "#too-much-to-do"].map((it) => `/roles/tech-lead/${it}`);
  assert.deepEqual(handbook.vanished(), lost);
  const aliases = lost.map((it) => `  - { from: "${it}", to: "${it.slice(it.indexOf("#"))}" }\n`).join("");
  handbook.edit("roles/people-lead.md", "level: m1\n", `level: m1\naliases:\n${aliases}`);
  const { page, url } = await answers(t, handbook);
  assert.equal(await landing(page, url("roles/tech-lead/#hires")), "/roles/people-lead/#hires");
  assert.equal(await landing(page, url("roles/tech-lead/#responsibilities")), "/roles/product-lead/#responsibilities");
  assert.equal(await landing(page, url("compare/engineer/tech-lead/")), "/compare/engineer/product-lead/");
});

test("two roles become one", async (t) => {
  const handbook = published(t);
  handbook.remove("roles/tech-lead.md");
  handbook.edit("roles/head.md", "level: m2\n", "level: m2\nexpects: { coaching: expert }\naliases: [/roles/tech-lead/]\n");
  handbook.edit("roles/head.md", "## Summary", "## Responsibilities\n\n- Decides what the teams build next\n\n## Summary");
  const lost = ["#challenges", "#hires", "#too-much-to-do"].map((it) => `/roles/tech-lead/${it}`);
  assert.deepEqual(handbook.vanished(), lost);
  handbook.edit("roles/head.md", "aliases: [/roles/tech-lead/]", `aliases: [/roles/tech-lead/, ${lost.map((it) => `"${it}"`).join(", ")}]`);
  const { page, url } = await answers(t, handbook);
  await landing(page, url("roles/tech-lead/#decides-what-the-team-builds-next"));
  assert.match(await says(page), /^Decides what the teams build next/);
  assert.equal(await landing(page, url("compare/tech-lead/head/")), "/roles/head/", "what there was to compare is one");
});

test("a comparison without a page of its own opens the two side by side", async (t) => {
  const roles = Array.from({ length: 9 }, (_, n) => [`roles/more-${n}.md`, "---\nlevel: e1\n---\n## Summary\n\nMore.\n"]);
  const handbook = published(t, Object.fromEntries(roles));
  handbook.succeed("build");
  const [from, to] = ["more-1", "more-7"];
  const address = `compare/${from}/${to}/`;
  if (!handbook.recorded().includes(`/${address}`)) handbook.write("addresses.lock", `${handbook.text("addresses.lock")}/${address} 2026-01-31\n`);
  const { page, url } = await answers(t, handbook);
  await page.goto(url(`${address}?changes=1`));
  await page.waitForURL(url(`compare/?roles=${from},${to}&changes=1`));
  await page.locator(".sides table").first().waitFor();
});

test("competencies and terms are renamed", async (t) => {
  const handbook = published(t);
  handbook.move("competencies/coaching.md", "competencies/mentoring.md");
  handbook.edit("roles/engineer.md", "coaching: working", "mentoring: working");
  handbook.edit("roles/tech-lead.md", "coaching: expert", "mentoring: expert");
  handbook.edit("glossary.yml", "raci:", "daci:");
  assert.deepEqual(handbook.vanished(), ["/competencies/coaching/", "/glossary/#raci"]);
  handbook.edit("competencies/mentoring.md", "area: people", "area: people\naliases: [/competencies/coaching/]");
  handbook.edit("glossary.yml", "title: RACI,", 'title: RACI, aliases: ["/glossary/#raci"],');
  const { page, url } = await answers(t, handbook);
  assert.equal(await landing(page, url("glossary/#raci")), "/glossary/#daci");
  await landing(page, url("families/roles/#row--coaching"));
  assert.equal(await page.evaluate(() => document.querySelector(":target").closest("th").id), "row--mentoring");
});
