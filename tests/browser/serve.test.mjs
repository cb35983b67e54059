// `rolebook serve` as an author meets it: what is saved is what the browser shows, and a mistake is
// laid over the last good site until it is mended.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { useBrowser, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { box, options, status, type } from "./searching.mjs";

const ROLEBOOK = process.env.ROLEBOOK ?? fileURLToPath(new URL("../../target/debug/rolebook", import.meta.url));

const open = useBrowser();

const role = (summary) => `---\ntitle: Engineer\n---\n\n## Summary\n\n${summary}\n`;
const HANDBOOK = "title: Small handbook\nbase_url: https://example.org/small/\n";
const MISTAKE = role("Works with [[nobody]].");

/** A handbook of one role, in a folder that goes with the test. */
function project(t, text) {
  const folder = mkdtempSync(join(tmpdir(), "rolebook-serve-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "content", "roles"), { recursive: true });
  writeFileSync(join(folder, "content", "handbook.yml"), HANDBOOK);
  const save = (it) => writeFileSync(join(folder, "content", "roles", "engineer.md"), it);
  save(text);
  return { folder, save };
}

/** Serves a folder until the test is over; gives the address that the program prints. */
async function serve(t, folder) {
  const program = spawn(ROLEBOOK, ["serve", "--project", folder, "--port", "0"]);
  t.after(() => program.kill());
  let said = "";
  for await (const line of lines(program)) {
    said += `${line}\n`;
    const address = /^serving (\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error(`it ended before it served anything:\n${said}`);
}

// Where a program says what is for people to decide by its own rules: both ends are heard.
async function* lines({ stdout, stderr }) {
  const queue = [];
  let wake = () => {};
  let left = 2;
  for (const input of [stdout, stderr]) {
    const reader = createInterface({ input });
    reader.on("line", (it) => { queue.push(it); wake(); });
    reader.on("close", () => { left -= 1; wake(); });
  }
  while (left || queue.length) {
    while (queue.length) yield queue.shift();
    if (left) await new Promise((done) => { wake = done; });
  }
}

const overlay = (page) => page.locator("rolebook-report");

/** Waits for a text on the page, through reloads. */
const shows = (page, text) => page.locator("main").getByText(text).first().waitFor();

test("what is saved is what the browser shows", async (t) => {
  const { folder, save } = project(t, role("Writes software."));
  const address = await serve(t, folder);
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/small\/$/);
  const page = await open(t);
  const troubles = watched(page);
  await page.goto(`${address}roles/engineer/`);
  await shows(page, "Writes software.");
  save(role("Writes and reviews software."));
  await shows(page, "Writes and reviews software.");
  none(troubles);
});

test("a mistake is laid over the last good site until it is mended", async (t) => {
  const { folder, save } = project(t, role("Writes software."));
  const page = await open(t);
  const troubles = watched(page);
  await page.goto(`${await serve(t, folder)}roles/engineer/`);

  save(MISTAKE);
  await overlay(page).getByText("nobody").first().waitFor();
  assert.match(await overlay(page).getByRole("alert").innerText(), /broken-link[\s\S]*engineer\.md:7:/);
  assert.ok(await page.locator("main").getByText("Writes software.").isVisible());

  await overlay(page).getByRole("button", { name: "Hide" }).click();
  await overlay(page).waitFor({ state: "detached" });
  await page.reload();
  await overlay(page).getByText("nobody").first().waitFor();

  save(role("Writes software again."));
  await shows(page, "Writes software again.");
  assert.equal(await overlay(page).count(), 0);
  none(troubles);
});

test("what is saved is found at once, and what it replaced is not", async (t) => {
  const { folder, save } = project(t, role("Writes walruses."));
  const address = await serve(t, folder);
  const page = await open(t);
  const troubles = watched(page);
  const finds = async (query, expected) => {
    await page.getByRole("button", { name: /^Search/ }).click();
    await type(page, query);
    await status(page).getByText(expected ? /^\d+ results?$/ : "Nothing found").waitFor();
    if (expected) assert.match((await options(page).allTextContents()).join(), expected);
    await page.keyboard.press("Escape");
    await box(page).waitFor({ state: "hidden" });
  };
  await page.goto(`${address}roles/engineer/`);
  await finds("walruses", /^Engineer/);
  await finds("narwhals");
  save(role("Writes narwhals."));
  await shows(page, "Writes narwhals.");
  await finds("narwhals", /^Engineer.*Writes narwhals\./);
  await finds("walruses");
  none(troubles);

  // The only file of the index whose name stays the same.
  const { status: code, headers } = await fetch(`${address}assets/search/index.js`);
  assert.deepEqual([code, headers.get("cache-control")], [200, "no-store"]);
});

test("before the first good site there is the report, and then the site", async (t) => {
  const { folder, save } = project(t, MISTAKE);
  const page = await open(t);
  const answer = await page.goto(await serve(t, folder));
  assert.equal(answer.status(), 500);
  await page.locator("pre").getByText("nobody").waitFor();
  save(role("Writes software."));
  await shows(page, "Engineer");
  // Where the site is to live is known by now as well.
  assert.equal(new URL(page.url()).pathname, "/small/");
});

test("pages of another site read nothing, not even as a script, and lead here all the same", async (t) => {
  const { folder } = project(t, role("Writes software."));
  const address = await serve(t, folder);
  const page = await open(t);
  const other = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end(`<!doctype html><title>Another</title><a href="${address}roles/engineer/">There</a>`);
  });
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  t.after(() => { other.closeAllConnections(); other.close(); });

  await page.goto(`http://127.0.0.1:${other.address().port}/`);
  const outcomes = await page.evaluate(async (address) => {
    const load = (name, from) => new Promise((done) => {
      const it = document.createElement(name);
      Object.assign(it, { onload: () => done("loaded"), onerror: () => done("refused"), src: address + from });
      document.head.append(it);
    });
    const ask = (mode) => fetch(`${address}roles/engineer/`, { mode }).then(() => "loaded", () => "refused");
    return [await load("script", "assets/search/index.js"), await load("img", "assets/icon.svg"), await ask("cors"), await ask("no-cors")];
  }, address);
  assert.deepEqual(outcomes, ["refused", "refused", "refused", "refused"]);
  await page.getByRole("link", { name: "There" }).click();
  await shows(page, "Writes software.");
});
