// The search engine of a built site without a browser. In: the folder of the site. Out: what it finds, which links
// that are, and what had to be loaded. Knows no expectations, and needs no package.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { gzipSync } from "node:zlib";

/** What a script of a page could use and the language itself has not; neither a document nor a network. */
const OFFERED = { atob, btoa, clearTimeout, performance, queueMicrotask, setTimeout, TextDecoder, TextEncoder };

/** A site, of which everything is read, compiled and weighed once, however many readers come. */
export class Site {
  #read = new Map();

  constructor(folder) {
    this.folder = folder;
  }

  file(path) {
    if (!this.#read.has(path)) this.#read.set(path, new File(path, readFileSync(join(this.folder, path))));
    return this.#read.get(path);
  }

  /** The published script of a name: `search-find` is `assets/search-find.1a2b3c4d.js`. */
  script(name) {
    const published = new RegExp(`^${name}(\\.[0-9a-f]+)?\\.js$`);
    const found = readdirSync(join(this.folder, "assets")).filter((it) => published.test(it));
    if (found.length !== 1) throw new Error(`${found.length} scripts ${name} in ${this.folder}/assets`);
    return this.file(`assets/${found[0]}`);
  }
}

class File {
  #script;

  constructor(path, bytes) {
    Object.assign(this, { path, bytes, zipped: gzipSync(bytes, { level: 6 }).length });
  }

  runIn(context) {
    this.#script ??= new Script(this.bytes.toString(), { filename: this.path });
    this.#script.runInContext(context);
  }
}

/** One reader, who begins with nothing loaded. */
export class Reader {
  /** The files of the index that were loaded, in order. */
  loaded = [];
  #loading = 0;

  constructor(site) {
    const context = createContext({ ...OFFERED });
    // A page's script calls its global object by these names too.
    new Script("globalThis.window = globalThis.self = globalThis").runInContext(context);
    site.script("search-find").runIn(context);
    this.finder = context.rolebookSearch.open(async (path) => {
      const start = performance.now();
      const file = site.file(path);
      if (!this.loaded.includes(file)) this.loaded.push(file);
      file.runIn(context);
      this.#loading += performance.now() - start;
    });
  }

  /** What was loaded so far, compressed. */
  get weight() {
    return weight(this.loaded);
  }

  /**
   * The whole answer, what had been loaded when the first result could be shown, and the milliseconds
   * that it took besides loading.
   */
  async ask(query, chosen = {}, shown = undefined) {
    const [start, loading] = [performance.now(), this.#loading];
    let [found, first] = [];
    for await (found of this.finder.find(query, chosen, shown)) {
      if (found.total) first ??= this.loaded.length;
    }
    if (!found?.whole) throw new Error(`no whole answer to “${query}”`);
    const took = performance.now() - start - (this.#loading - loading);
    return { found, took, first: this.loaded.slice(0, first) };
  }
}

/** A text of an answer, as it is shown, with what matches in brackets. */
export const bracketed = (text) => text.map((it, n) => (n % 2 ? `[${it}]` : it)).join("");

export const weight = (files) => files.reduce((sum, it) => sum + it.zipped, 0);

/** Where an answer leads, in the order of display, spelled as on a server. */
export function links({ groups }) {
  const all = groups.flatMap((it) => [it.address, ...it.hits.map((hit) => hit.address)]);
  return all.map((it) => it.replace(/(^|\/)index\.html(?=[?#]|$)/, "$1"));
}

/** Which link is the first right one, counted from 1; Infinity when none is. */
export const rank = (links, isRight) => links.findIndex(isRight) + 1 || Infinity;

/** How well a number of queries were answered. MRR is the mean of 1 / rank. */
export function score(ranks) {
  const share = (isCounted) => ranks.filter(isCounted).length / ranks.length;
  const mrr = ranks.reduce((sum, it) => sum + 1 / it, 0) / ranks.length;
  return { n: ranks.length, top1: share((it) => it === 1), top5: share((it) => it <= 5), mrr };
}

export const percent = (part) => `${(part * 100).toFixed(1)} %`;
