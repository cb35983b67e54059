// The built sites as folders of files. In: the folder that SITES names. Out: files, and pages as
// trees. Knows no browser and no server.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { attribute, elements, parsed } from "./html.mjs";

/** The sites that run.sh builds of the handbook, and what the address of each begins with. */
export const ROOT = { name: "/", folder: "root", path: "/", base: "https://example.org/" };
export const BELOW = { name: "/a/b/", folder: "a/b", path: "/a/b/", base: "https://example.org/a/b/" };
export const OFFLINE = { name: "file://", folder: "offline" };
export const SITES = [ROOT, BELOW, OFFLINE];
/** The same handbook in the theme without scripts, at the same address. */
export const PLAIN = { name: "plain", folder: "plain", path: "/", base: "https://example.org/" };
/** A small one with vacancies: ../sites/vacancies. */
export const VACANCIES = { name: "vacancies", folder: "vacancies", path: "/handbook/", base: "https://lighthouse.example/handbook/" };
/** Everything that Markdown makes, on one page of it: ../sites/markdown. */
export const MARKDOWN = { name: "markdown", folder: "markdown", path: "/" };
/** Everything a name or a text can do to a layout: ../sites/long. */
export const LONG = { name: "long", folder: "long", path: "/", base: "https://long.example/" };

/** Small ones in other languages: ../sites/german, ../sites/arabic. */
export const GERMAN = { name: "german", folder: "german", path: "/rollen/" };
export const ARABIC = { name: "arabic", folder: "arabic", path: "/roles/" };

/** The sites of which every page is checked, and not one of each kind alone. A theme is one row more. */
export const LOOKS = [ROOT, PLAIN, VACANCIES, MARKDOWN, GERMAN, ARABIC];

export function folder(site) {
  if (!process.env.SITES) throw new Error("SITES must name the folder of the built sites: see ../run.sh");
  return resolve(process.env.SITES, site.folder);
}

/** The paths of all files, with slashes, in order. */
export function files(site) {
  const entries = readdirSync(folder(site), { recursive: true, withFileTypes: true });
  const path = (it) => relative(folder(site), join(it.parentPath ?? it.path, it.name)).split(sep).join("/");
  return entries.filter((it) => it.isFile()).map(path).filter(isPublished).sort();
}

// The note of what was written is for the next build and not for readers.
const isPublished = (path) => !path.startsWith(".");

export const bytes = (site, path) => readFileSync(join(folder(site), path));

const read = new Map();

/** All pages. Each is parsed once, however often it is asked for. */
export function pages(site) {
  if (!read.has(site)) {
    const paths = files(site).filter((it) => it.endsWith(".html"));
    read.set(site, paths.map((it) => new Page(it, bytes(site, it).toString())));
  }
  return read.get(site);
}

export class Page {
  constructor(path, html) {
    const { document, mistakes } = parsed(html);
    Object.assign(this, { path, html, document, mistakes });
    this.elements = [...elements(document)];
    this.ids = this.elements.map((it) => attribute(it, "id")).filter((it) => it !== undefined);
  }

  /** The address below the site's root: `roles/tech-lead/`. */
  get address() {
    return this.path.replace(/(^|\/)index\.html$/, "$1");
  }

  /** What `<main>` says it is: `role`, `family`. */
  get kind() {
    return attribute(this.all("main")[0], "class");
  }

  /** What there is to see: each kind of element, and whether there are several of it. */
  get features() {
    const looks = this.elements.map((it) => `${it.tagName} ${attribute(it, "class")}`);
    const features = new Set([this.kind]);
    for (const it of looks) features.add(features.has(it) ? `several ${it}` : it);
    return [...features];
  }

  get isMissing() {
    return this.path === "404.html";
  }

  /** Whether it only leads on to another page, and nobody gets to see it. */
  get isRedirect() {
    return this.kind === "moved";
  }

  all(...tags) {
    return this.elements.filter((it) => tags.includes(it.tagName));
  }

  /** The `<link>` or `<meta>` whose `rel`, `name` or `property` is `name`. */
  head(name) {
    const names = (it) => ["rel", "name", "property"].map((key) => attribute(it, key));
    return this.all("link", "meta").find((it) => names(it).includes(name));
  }
}

/** The largest page of each kind: what goes wrong on another goes wrong there. */
export function oneOfEachKind(site) {
  return [...new Map(smallestFirst(site).map((it) => [it.kind, it])).values()];
}

/** Large pages that together show every kind of element, alone and among others like it. */
export function specimens(site) {
  const seen = new Set();
  return smallestFirst(site).reverse().filter((page) => {
    const news = page.features.filter((it) => !seen.has(it));
    for (const it of news) seen.add(it);
    return news.length > 0;
  });
}

const smallestFirst = (site) => pages(site).filter((it) => !it.isRedirect).sort((a, b) => a.html.length - b.html.length);
