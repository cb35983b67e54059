// From an empty folder to a published handbook: the steps of the workflow that `rolebook new` writes are run as
// they are, the site is taken out of the artifact, and every link is followed in a browser, wherever the site is
// published.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { useBrowser, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { ROLEBOOK } from "./handbook.mjs";
import { Runner, programs } from "./runner.mjs";
import { serve } from "./server.mjs";
import { files } from "./site.mjs";

const open = useBrowser();
const ACTION = fileURLToPath(new URL("../../action.yml", import.meta.url));
const DAY = "2026-11-21";
// Whoever runs the tests has a name and settings of their own.
const GIT = {
  ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org", GIT_AUTHOR_DATE: `${DAY}T10:00:00Z`,
  GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org", GIT_COMMITTER_DATE: `${DAY}T10:00:00Z`,
};

function folder(t, name) {
  const made = mkdtempSync(join(tmpdir(), `rolebook-${name}-`));
  t.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A new handbook in a repository of its own, and what runs Git in it. */
function begun(t) {
  const project = folder(t, "new");
  execFileSync(ROLEBOOK, ["new", project], { stdio: "ignore" });
  const git = (...words) => execFileSync("git", words, { cwd: project, env: GIT, encoding: "utf8" });
  const commit = (message) => { git("add", "--all"); git("commit", "--quiet", "--message", message); };
  git("init", "--quiet", "--initial-branch", "main");
  commit("A handbook to begin with");
  return { project, git, commit };
}

/** A machine with the program on it, in a fresh checkout of what was committed. */
function machine(t, project, { actions = {}, env = {} } = {}) {
  const checkout = join(folder(t, "checkout"), "handbook");
  mkdirSync(checkout);
  const runner = new Runner(t, { folder: checkout, programs: [programs(t, { rolebook: `exec ${ROLEBOOK} "$@"` })], env: { ...GIT, ...env }, actions: {
    "actions/checkout": (inputs) => {
      assert.equal(inputs["fetch-depth"], "0", "all of the history");
      execFileSync("git", ["clone", "--quiet", project, checkout], { env: GIT });
    },
    "actions/cache": () => ({}),
    ...actions,
  } });
  return { runner, checkout, workflow: join(project, ".github/workflows/handbook.yml") };
}

/** The site as GitHub Pages would get it, published at a path. */
function published(t, project, path) {
  const artifact = join(folder(t, "artifact"), "artifact.tar");
  const { runner, checkout, workflow } = machine(t, project, { actions: {
    "actions/configure-pages": () => ({ base_url: `https://example.github.io${path.replace(/\/$/, "")}` }),
    // As the action packs it: links are followed, and what is hidden stays behind.
    "actions/upload-pages-artifact": ({ path: packed }) => {
      const words = ["--dereference", "--hard-dereference", "--directory", join(checkout, packed), "-cf", artifact];
      execFileSync("tar", [...words, "--exclude=.git", "--exclude=.github", "--exclude=.[^/]*", "."]);
    },
  } });
  assert.equal(runner.job(workflow, "build"), 0, runner.said);
  const site = folder(t, "site");
  execFileSync("tar", ["-xf", artifact, "-C", site]);
  return site;
}

/** Every page that can be reached; fails where something goes wrong on the way, or a link leads nowhere. */
async function walked(page, start) {
  const troubles = watched(page);
  const [ids, links, queue] = [new Map(), [], [start]];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (ids.has(at)) continue;
    // What fails is among the troubles.
    await page.goto(at);
    ids.set(at, new Set(await page.locator("[id]").evaluateAll((all) => all.map((it) => it.id))));
    const here = await page.locator("a[href]").evaluateAll((all) =>
      all.map((it) => new URL(it.getAttribute("href"), document.baseURI).href));
    const inside = here.filter((it) => it.startsWith(new URL("./", start).href));
    const toPages = inside.map((it) => it.split("#")).filter(([to]) => !/\.(csv|json|md|xml)$/.test(to));
    links.push(...toPages.map(([to, anchor]) => ({ at, to, anchor })));
    queue.push(...toPages.map(([to]) => to));
  }
  const leadsNowhere = ({ to, anchor }) => anchor && !ids.get(to).has(decodeURIComponent(anchor));
  none([...links.filter(leadsNowhere).map(({ at, to, anchor }) => `${at}: ${to}#${anchor}`), ...troubles]);
  return [...ids.keys()];
}

for (const path of ["/handbook/", "/"]) {
  test(`what the workflow builds is published at ${path}, and every link leads somewhere`, async (t) => {
    const { project } = begun(t);
    const site = published(t, project, path);
    const host = await serve({ folder: site, path });
    t.after(host.close);
    const page = await open(t);
    const seen = await walked(page, host.url);
    assert.ok(seen.length > 12, `${seen.length} pages`);
    assert.ok(seen.some((it) => it.endsWith("/freshness/")), "the history was there");

    // Whatever is asked for, the page of last resort looks as it should, and leads home.
    const lost = await open(t);
    const response = await lost.goto(`${host.url}no/such/page/`);
    assert.equal(response.status(), 404);
    assert.equal(await lost.evaluate(() => document.styleSheets[0].cssRules.length > 0), true);
    await lost.getByRole("main").getByRole("link", { name: "Home" }).click();
    await lost.waitForURL(host.url);

    const canonical = await page.goto(host.url).then(() => page.locator("link[rel=canonical]").getAttribute("href"));
    assert.equal(canonical, `https://example.github.io${path}`);
    assert.match(readFileSync(join(site, "feed.xml"), "utf8"), new RegExp(`https://example.github.io${path}roles/engineer/`));
  });
}

test("the action builds what the workflow builds", (t) => {
  const { project } = begun(t);
  const site = published(t, project, "/handbook/");
  const { runner, checkout, workflow } = machine(t, project, { env: { GITHUB_BASE_REF: "main" } });
  assert.equal(runner.job(workflow, "check"), 0, runner.said);
  assert.equal(runner.action(ACTION, { "base-url": "https://example.github.io/handbook" }).code, 0, runner.said);
  const packed = files({ folder: site });
  assert.deepEqual(files({ folder: join(checkout, "public") }), packed);
  for (const it of packed) assert.ok(readFileSync(join(checkout, "public", it)).equals(readFileSync(join(site, it))), it);
});

test("the same handbook is read from a disk, every link of it", async (t) => {
  const { project } = begun(t);
  execFileSync(ROLEBOOK, ["build", "--project", project, "--offline"], { stdio: "ignore" });
  const page = await open(t);
  const seen = await walked(page, `${pathToFileURL(join(project, "public"))}/index.html`);
  assert.ok(seen.length > 12, `${seen.length} pages`);
});

test("nothing that is published is passed over by a host", (t) => {
  const { project } = begun(t);
  execFileSync(ROLEBOOK, ["build", "--project", project], { stdio: "ignore" });
  assert.ok(existsSync(join(project, "public", ".nojekyll")));
  const site = published(t, project, "/");
  const packed = files({ folder: site });
  none(packed.filter((it) => it.split("/").some((name) => /^[._]/.test(name))));
  const folded = packed.map((it) => it.toLowerCase());
  assert.equal(new Set(folded).size, packed.length, "two files on one place where case does not count");
});

test("a pull request sees what is wrong at its line, and what changes for whom", (t) => {
  const { project, git, commit } = begun(t);
  git("switch", "--quiet", "--create", "raise");
  const role = join(project, "content/roles/senior-engineer.md");
  const before = readFileSync(role, "utf8");
  writeFileSync(role, before.replace(/^( +delivery: )\w+/m, "$1expert"));
  assert.notEqual(readFileSync(role, "utf8"), before);
  commit("Expect more");
  const pull = () => {
    const { runner, workflow } = machine(t, project, { env: { GITHUB_BASE_REF: "main" } });
    return { code: runner.job(workflow, "check"), runner };
  };
  const fine = pull();
  assert.equal(fine.code, 0, fine.runner.said);
  assert.match(fine.runner.summary, /Senior Engineer/);
  assert.match(fine.runner.summary, /Delivery/);

  writeFileSync(role, before.replace("delivery:", "delivrey:"));
  commit("Slip");
  const wrong = pull();
  assert.equal(wrong.code, 1);
  assert.match(wrong.runner.said, /^::error file=content\/roles\/senior-engineer\.md,line=\d+,.*delivrey/m);
});
