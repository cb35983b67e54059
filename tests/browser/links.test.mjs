// What can be said of the built files without a browser: every link leads somewhere, every page is
// in order, and where the site is published shows in its metadata alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { serialize } from "parse5";
import { none } from "./expect.mjs";
import { attribute, elements, links, named, parsed, text, words } from "./html.mjs";
import { BELOW, OFFLINE, ROOT, SITES, bytes, files, folder, pages } from "./site.mjs";

/** Runs `check` on every page; what it complains of is listed, with the page it stands on. */
function everyPage(site, title, check) {
  test(`${site.name}: ${title}`, () => {
    const all = pages(site);
    assert.ok(all.length > 20, `only ${all.length} pages were built`);
    const context = { site, files: new Set(files(site)), pages: new Map(all.map((it) => [it.path, it])) };
    none(all.flatMap((page) => check(page, context).map((it) => `${page.path}: ${it}`)));
  });
}

for (const site of SITES) {
  everyPage(site, "pages are sound HTML in a language", soundness);
  everyPage(site, "every link leads to a file and a place in it", brokenLinks);
  everyPage(site, "links inside the site are relative", absoluteLinks);
  everyPage(site, "an id stands once, and names of ids lead to one", wrongIds);
  everyPage(site, "headings are in order", wrongHeadings);
  everyPage(site, "images have a text in their place", (page) =>
    page.all("img").filter((it) => attribute(it, "alt") === undefined).map(named));
  everyPage(site, "links to other sites give nothing away", (page) =>
    page.all("a").filter((it) => isElsewhere(it) && !words(it, "rel").includes("noopener")).map(named));
  everyPage(site, "scripts and styles are files, as the policy asks", inlineCode);
}

function soundness(page) {
  const language = attribute(page.all("html")[0], "lang");
  return language ? page.mistakes : [...page.mistakes, "no language"];
}

const isElsewhere = (it) => /^(https?:)?\/\//.test(attribute(it, "href") ?? "");

function brokenLinks(page, { site, files, pages }) {
  const root = rootOf(site);
  const from = new URL(page.path, root);
  return page.elements.flatMap(links).flatMap((link) => {
    const to = new URL(link, from);
    const target = targetOf(to, root);
    if (target === undefined) return isKnownScheme(to) ? [] : [`${link} is no address`];
    if (!files.has(target.file)) return [`${link}: there is no file ${target.file}`];
    const isThere = !target.anchor || pages.get(target.file)?.ids.includes(target.anchor);
    return isThere ? [] : [`${link}: there is no #${target.anchor} in ${target.file}`];
  });
}

/** Where links start from. Any host will do; a folder is where it lies. */
function rootOf(site) {
  return site.path ? new URL(site.path, "http://site.test") : new URL(`${pathToFileURL(folder(site))}/`);
}

/** The file and the place in it that an address means; undefined when it is not of this site. */
function targetOf(url, root) {
  if (url.protocol !== root.protocol || url.host !== root.host) return undefined;
  const path = decodeURIComponent(url.pathname);
  const below = decodeURIComponent(root.pathname);
  if (!path.startsWith(below)) return { file: `${path} outside the site` };
  const name = path.slice(below.length);
  // Only a server turns the address of a folder into that of a page.
  const isFolder = root.protocol !== "file:" && (name === "" || name.endsWith("/"));
  return { file: isFolder ? `${name}index.html` : name, anchor: decodeURIComponent(url.hash.slice(1)) };
}

const isKnownScheme = (url) => ["http:", "https:", "mailto:"].includes(url.protocol);

/** The page of last resort is shown at any address, so it alone starts from the host's root. */
function absoluteLinks(page, { site }) {
  if (page.isMissing) return [];
  const own = page.elements.filter((it) => attribute(it, "rel") !== "canonical").flatMap(links);
  return own.filter((it) => it.startsWith("/") || (site.base && it.startsWith(site.base)));
}

function wrongIds(page) {
  const twice = page.ids.filter((id, at) => page.ids.indexOf(id) !== at).map((it) => `#${it} stands twice`);
  const known = new Set(page.ids);
  const names = ["for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns"];
  const named = page.elements.flatMap((it) => names.flatMap((name) => words(it, name)));
  return [...twice, ...named.filter((it) => !known.has(it)).map((it) => `nothing is called #${it}`)];
}

function wrongHeadings(page) {
  const levels = page.all("h1", "h2", "h3", "h4", "h5", "h6").map((it) => Number(it.tagName[1]));
  const isWrong = (level, at) => (at === 0 ? level !== 1 : level === 1 || level > levels[at - 1] + 1);
  const wrong = levels.filter(isWrong);
  return wrong.length || !levels.length ? [`levels are ${levels.join(" ")}`] : [];
}

function inlineCode(page) {
  const policy = page.elements.find((it) => attribute(it, "http-equiv") === "Content-Security-Policy");
  const isStrict = policy && /default-src 'none'/.test(attribute(policy, "content"));
  const handlers = page.elements.filter((it) => it.attrs.some(({ name }) => name === "style" || name.startsWith("on")));
  // Data is no script, whatever the element is called.
  const isCode = (it) => !isStructured(it) && text(it).trim();
  const blocks = page.all("script", "style").filter(isCode);
  return [...(isStrict ? [] : ["no policy"]), ...[...handlers, ...blocks].map(named)];
}

for (const site of [ROOT, BELOW]) {
  test(`${site.name}: the sitemap lists exactly the pages that may be listed`, () => {
    const { document } = parsed(bytes(site, "sitemap.xml").toString());
    const listed = [...elements(document)].filter((it) => it.tagName === "loc").map(text);
    const listable = pages(site).filter(isListable);
    assert.deepEqual(listed.sort(), listable.map((it) => site.base + it.address).sort());
    for (const page of listable) assert.equal(attribute(page.head("canonical"), "href"), site.base + page.address);
  });

  test(`${site.name}: robots.txt names the sitemap`, () => {
    assert.match(bytes(site, "robots.txt").toString(), new RegExp(`^Sitemap: ${site.base}sitemap.xml$`, "m"));
  });
}

function isListable(page) {
  const robots = page.head("robots");
  return !page.isMissing && !(robots && attribute(robots, "content").includes("noindex"));
}

test("the same site at another address differs in absolute metadata alone", () => {
  assert.deepEqual(files(BELOW), files(ROOT));
  for (const path of files(ROOT)) {
    assert.ok(withoutBase(BELOW, path) === withoutBase(ROOT, path), path);
  }
});

const KNOW_THE_BASE = ["sitemap.xml", "feed.xml", "robots.txt", "handbook.json"];

/** A file without what may say where the site is published. */
function withoutBase(site, path) {
  const content = bytes(site, path);
  if (KNOW_THE_BASE.includes(path)) return content.toString().replaceAll(site.base, "BASE/");
  if (!path.endsWith(".html")) return content.toString("latin1");
  const { document } = parsed(content.toString());
  for (const element of elements(document)) {
    forget(element, path === "404.html" ? site.path : undefined);
    for (const it of isStructured(element) ? element.childNodes : []) it.value = it.value.replaceAll(site.base, "BASE/");
  }
  return serialize(document);
}

const isStructured = (it) => attribute(it, "type") === "application/ld+json";

/** Takes away canonical metadata and, where links may start with it, the path of the site. */
function forget(element, path) {
  const names = [attribute(element, "rel"), attribute(element, "property")];
  if (["canonical", "og:url", "og:image"].some((it) => names.includes(it))) element.attrs = [];
  for (const it of path ? element.attrs.filter(isLink) : []) {
    if (it.value.startsWith(path)) it.value = `BASE/${it.value.slice(path.length)}`;
  }
}

const isLink = ({ name }) => ["href", "src", "action"].includes(name);

test("a site to be read from disk names files, and never a folder", () => {
  const paths = pages(OFFLINE).flatMap((page) => page.elements.flatMap(links));
  const isFolder = (it) => !/^[a-z]+:/i.test(it) && (it.split(/[?#]/)[0].endsWith("/") || it === "");
  none(paths.filter(isFolder));
});
