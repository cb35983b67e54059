// A handbook of a test's own, in a folder that goes with it. In: files and edits. Out: runs of the
// program on them, and the site as a folder. Knows no browser.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Reader, Site } from "../search/finder.mjs";

export const ROLEBOOK = process.env.ROLEBOOK ?? fileURLToPath(new URL("../../target/debug/rolebook", import.meta.url));

export class Handbook {
  /** `files` by their paths below the content folder. */
  constructor(test, files) {
    this.folder = mkdtempSync(join(tmpdir(), "rolebook-handbook-"));
    test.after(() => rmSync(this.folder, { recursive: true, force: true }));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  get site() {
    return join(this.folder, "public");
  }

  text(path) {
    return readFileSync(this.#at(path), "utf8");
  }

  write(path, text) {
    mkdirSync(dirname(this.#at(path)), { recursive: true });
    writeFileSync(this.#at(path), text);
  }

  /** Puts `after` in the place of `before`, which must be there. */
  edit(path, before, after) {
    const text = this.text(path);
    if (!text.includes(before)) throw new Error(`${path} does not say ${before}`);
    this.write(path, text.replaceAll(before, after));
  }

  move(from, to) {
    mkdirSync(dirname(this.#at(to)), { recursive: true });
    renameSync(this.#at(from), this.#at(to));
  }

  remove(path) {
    rmSync(this.#at(path));
  }

  /** Runs the program; gives what it said and how it ended. */
  run(...words) {
    const run = spawnSync(ROLEBOOK, [...words, "--project", this.folder], { encoding: "utf8" });
    return { code: run.status, said: run.stdout + run.stderr };
  }

  /** Runs the program, which must not complain. */
  succeed(...words) {
    const { code, said } = this.run(...words);
    if (code !== 0) throw new Error(`rolebook ${words.join(" ")}: ${code}\n${said}`);
    return said;
  }

  /** The addresses that the program would lose, by what it says of them. */
  vanished() {
    const { said } = this.run("check");
    return [...said.matchAll(/error\[vanished-address\]: `([^`]+)`/g)].map((it) => it[1]);
  }

  /** Every address that was recorded. */
  recorded() {
    const lines = this.text("addresses.lock").split("\n").filter((it) => it.startsWith("/"));
    return lines.map((it) => it.split(" ")[0]);
  }

  #at(path) {
    return join(this.folder, "content", path);
  }
}

/** A handbook of these files, built, and what asks its search as a reader does who has loaded nothing yet. */
export function searched(test, files, ...words) {
  const handbook = new Handbook(test, files);
  handbook.succeed("build", "--date", "2026-11-21", ...words);
  const site = new Site(handbook.site);
  // What is found belongs to the reader's world, where even lists are others.
  const ask = async (query, chosen, shown) => structuredClone((await new Reader(site).ask(query, chosen, shown)).found);
  return { handbook, ask, folder: handbook.site };
}
