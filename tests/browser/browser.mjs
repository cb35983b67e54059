// Chromium, and an eye on what goes wrong in it. In: how a reader has set up the browser. Out:
// pages. Knows the way to each built site.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { after, before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";
import { folder } from "./site.mjs";

// Nothing a browser does of its own accord may reach for the network.
const QUIET = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export const DESK = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };
// As wide as a window of 1280 pixels is when it is zoomed to 400 %.
export const SMALL_PHONE = { width: 320, height: 568 };

/** One browser for the tests of a file. Gives what opens pages in it, each in a fresh profile. */
export function useBrowser() {
  let browser;
  before(async () => { browser = await chromium.launch({ executablePath: installed(), args: flags() }); });
  after(() => browser?.close());

  return async (test, options = {}) => {
    // A page that glides is not yet where it will be when a test looks.
    const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce", ...options });
    context.setDefaultTimeout(20_000);
    test.after(() => context.close());
    return context.newPage();
  };
}

export function flags() {
  const isRoot = process.getuid?.() === 0;
  return isRoot ? [...QUIET, "--no-sandbox"] : QUIET;
}

/** Where Chromium is. */
export function installed() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`]).toString().trim();
    } catch { /* the next name may do */ }
  }
  throw new Error("there is no Chromium here: tests/run.sh installs it");
}

/**
 * Lists what `check(page, item)` complains of, for all items, and what else goes wrong on the way: in as many
 * tabs as there are cores. `open` is that of the test's browser.
 */
export async function inTabs(open, test, items, check) {
  const queue = [...items];
  const found = [];
  const work = async () => {
    const page = await open(test);
    const troubles = watched(page);
    for (let it = queue.shift(); it !== undefined; it = queue.shift()) found.push(...(await check(page, it)));
    found.push(...troubles);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

/** Serves a site for the tests of a file. Gives what makes the URL of an address in it. */
export function useSite(site) {
  let served;
  before(async () => { served = site.path && (await serve(site)); });
  after(() => served?.close());
  // Without a server the page of an address has to be named.
  return (address = "") => (served ? served.url + address : `${pathToFileURL(folder(site))}/${spelledOut(address)}`);
}

const spelledOut = (address) => address.replace(/(^|\/)(?=$|[?#])/, "$1index.html");

/** Notes everything that should not happen on a page: complaints, failures, requests elsewhere. */
export function watched(page) {
  const troubles = [];
  const note = (kind, it) => troubles.push(`${page.url()}: ${kind}: ${it}`);
  page.on("console", (it) => {
    if (["warning", "error"].includes(it.type())) note(it.type(), it.text());
  });
  page.on("pageerror", (it) => note("exception", it.message));
  page.on("requestfailed", (it) => {
    const { errorText } = it.failure();
    // What is still on its way when a page is left has not failed.
    if (errorText !== "net::ERR_ABORTED") note("failed", `${it.url()} ${errorText}`);
  });
  page.on("response", (it) => {
    if (it.status() >= 400) note(it.status(), it.url());
  });
  page.on("request", (it) => {
    if (!isLocal(it.url())) note("elsewhere", it.url());
  });
  return troubles;
}

const isLocal = (url) => /^(file:|data:|http:\/\/127\.0\.0\.1:)/.test(url);

// axe runs in the page, which takes no script but its own: the debugger may bring one along.
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
/** WCAG 2.2 AA and good practice; and those of their rules that colours can break. */
export const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const COLOURS = ["cat.color"];

/** What axe finds against the rules of some tags, a line for each element; rules in `off` are left out. */
export async function findings(page, tags = ALL, off = []) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  // Everything a page needs has been loaded by itself.
  const rules = Object.fromEntries(off.map((it) => [it, { enabled: false }]));
  const options = { runOnly: tags, rules, resultTypes: ["violations"], preload: false };
  const { violations } = await page.evaluate((it) => axe.run(it), options);
  return violations.flatMap(({ id, nodes }) => nodes.map((it) => `${id}: ${it.html}: ${it.failureSummary}`));
}
