// The policy that every page begins with: what somebody got into a page does nothing there, be it served or opened
// from a disk. Without the policy the same would run, or the probes would prove nothing.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { useBrowser } from "./browser.mjs";
import { ELSEWHERE, elsewhere } from "./elsewhere.mjs";
import { none } from "./expect.mjs";
import { serve } from "./server.mjs";
import { OFFLINE, PLAIN, ROOT, VACANCIES, folder, oneOfEachKind, pages } from "./site.mjs";

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>\n/;
// A page that leads on is looked at before it does.
const LEADS_ON = /<meta http-equiv="refresh"[^>]*>|<script defer src="[^"]*moved\.\w+\.js"><\/script>/g;
const ran = (what) => `document.documentElement.dataset.ran+=' ${what}'`;

// `<base>` counts only before anything else that has an address.
const IN_HEAD = `<base href="${ELSEWHERE}/base/">
<style>html { --injected: yes }</style>
<link rel="stylesheet" href="${ELSEWHERE}/style.css">
<link rel="preload" as="image" href="${ELSEWHERE}/preload.png">
<link rel="manifest" href="${ELSEWHERE}/app.webmanifest">
<script src="${ELSEWHERE}/script.js"></script>
<script>${ran("script")}</script>
`;

const IN_BODY = `<script>${ran("late-script")}</script>
<script type="module">${ran("module")}</script>
<img src="${ELSEWHERE}/picture.png" alt="">
<img src="data:," alt="" onerror="${ran("onerror")}">
<svg onload="${ran("onload")}"><image href="${ELSEWHERE}/drawn.png"></image></svg>
<p style="--injected: yes" id="probe-style">Styled</p>
<button type="button" id="probe-click" onclick="${ran("onclick")}">Click</button>
<a id="probe-link" href="javascript:void(${ran("javascript")})">Follow</a>
<iframe src="${ELSEWHERE}/frame.html" title="a"></iframe>
<iframe srcdoc="<script>parent.${ran("srcdoc")}</script>" title="b"></iframe>
<object data="${ELSEWHERE}/object.svg" type="image/svg+xml"></object>
<embed src="${ELSEWHERE}/embed.svg" type="image/svg+xml">
<video src="${ELSEWHERE}/film.mp4" autoplay muted></video>
<form action="${ELSEWHERE}/form" method="post" target="_blank"><button id="probe-send">Send</button></form>
`;

/** What has to be said no to, by the names of the directives. */
const REFUSED = [
  "base-uri", "connect-src", "form-action", "frame-src", "img-src", "media-src", "object-src", "script-src-attr",
  "script-src-elem", "style-src-attr", "style-src-elem",
];

/** What would run and load otherwise. */
const RUNS = ["script", "late-script", "module", "onerror", "onload", "onclick", "javascript", "srcdoc", "foreign-script"];
const LOADS = ["style.css", "picture.png", "drawn.png", "frame.html", "object.svg", "film.mp4", "form", "fetched"];
const TOUCHED = ["probe-click", "probe-link", "probe-send"];

const open = useBrowser();
const MOUNTS = [ROOT, PLAIN, VACANCIES].map((it) => mount(it, it.name, it.path));
MOUNTS.push(mount(OFFLINE, OFFLINE.name), mount(PLAIN, `${PLAIN.name} from a disk`));

/** A copy of a site that pages can be added to, served if it has a path. */
function mount(site, name, path) {
  const it = { site, name, path };
  before(async () => {
    it.folder = mkdtempSync(join(tmpdir(), "rolebook-policy-"));
    cpSync(folder(site), it.folder, { recursive: true });
    it.served = path && (await serve({ ...site, folder: it.folder }));
    it.url = it.served ? it.served.url : `${pathToFileURL(it.folder)}/`;
  });
  after(() => { it.served?.close(); rmSync(it.folder, { recursive: true, force: true }); });
  return it;
}

/** One page of every kind, and one that leads on to another. */
const specimens = (site) => [...oneOfEachKind(site), ...pages(site).filter((it) => it.isRedirect).slice(0, 1)];

/** The page with everything in it that somebody may have got there; with `change` made to it first. */
function probe({ folder, url }, page, change = (it) => it) {
  const marked = page.html.replace("<html ", '<html data-ran="" ').replace(LEADS_ON, "");
  const at = /<meta name="viewport"[^>]*>\n(<meta http-equiv="Content-Security-Policy"[^>]*>\n)?/;
  const html = change(marked.replace(at, `$&${IN_HEAD}`).replace(/(?=<\/main>)/, IN_BODY));
  const path = join(dirname(page.path), "probe.html");
  writeFileSync(join(folder, path), html);
  return url + path;
}

/** A page to open probes in, one after the other, and what it asks for elsewhere. */
async function prober(t) {
  const page = await open(t, { serviceWorkers: "block" });
  const other = await elsewhere(page, ";document.documentElement.dataset.ran+=' foreign-script'");
  await page.addInitScript(() => {
    window.refused = [];
    addEventListener("securitypolicyviolation", (it) => window.refused.push(it.effectiveDirective));
  });
  return { page, other };
}

/** What comes of opening a page and of touching everything on it. */
async function outcome({ page, other }, url) {
  other.asked.clear();
  await page.goto(url);
  await page.evaluate((ids) => ids.forEach((it) => document.getElementById(it).click()), TOUCHED);
  const fetched = await page.evaluate((it) => fetch(`${it}/fetched`).then(() => "loaded", () => "refused"), ELSEWHERE);
  const seen = await page.evaluate(() => {
    const injected = (it) => getComputedStyle(it).getPropertyValue("--injected");
    const styled = injected(document.documentElement) + injected(document.getElementById("probe-style"));
    return { ran: document.documentElement.dataset.ran.trim(), refused: window.refused, styled, base: document.baseURI };
  });
  return { ...seen, asked: [...other.asked], fetched, refused: new Set(seen.refused) };
}

/** What went wrong with a probe: nothing, where the policy holds. */
function complaints(url, { ran, styled, asked, fetched, base, refused }) {
  const lacks = REFUSED.filter((it) => !refused.has(it));
  return [
    ran && `ran: ${ran}`, styled && "styles were taken", asked.length && `asked for ${asked}`,
    fetched === "loaded" && "fetched", base !== url && `links start from ${base}`, lacks.length && `nothing was said of ${lacks}`,
  ].filter(Boolean);
}

for (const it of MOUNTS) {
  test(`${it.name}: what got into a page of any kind neither runs nor loads`, async (t) => {
    const found = [];
    const within = await prober(t);
    for (const page of specimens(it.site)) {
      const url = probe(it, page);
      found.push(...complaints(url, await outcome(within, url)).map((what) => `${page.path}: ${what}`));
    }
    none(found);
  });
}

for (const it of MOUNTS) {
  test(`${it.name}: without the policy all of it runs`, async (t) => {
    const [page] = specimens(it.site);
    const within = await prober(t);
    const url = probe(it, page, (html) => html.replace(POLICY, ""));
    const { ran, styled, fetched, base, refused } = await outcome(within, url);
    const words = ran.split(" ");
    assert.deepEqual(RUNS.filter((what) => !words.includes(what)), [], "did not run");
    assert.deepEqual(await within.other.lacks(LOADS), [], "was not asked for");
    assert.deepEqual([styled, fetched, base, refused.size], ["yesyes", "loaded", `${ELSEWHERE}/base/`, 0]);
  });
}

test("the policy stands before everything that it governs", () => {
  for (const site of [ROOT, PLAIN, OFFLINE, VACANCIES]) {
    const start = /^<!doctype html>\n<html [^>]*>\n<head>\n(<meta (charset|name="viewport")[^>]*>\n)*$/;
    none(pages(site).filter(({ html }) => !start.test(html.slice(0, html.search(POLICY)))).map((it) => `${site.name}: ${it.path}`));
  }
});
