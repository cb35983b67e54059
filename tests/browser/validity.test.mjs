// What the Nu HTML checker says of every page, style and picture: nothing. It is a program in Java, and takes
// long to begin, so that one run of it reads the pages of all sites.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { LONG, LOOKS, files, folder, pages } from "./site.mjs";

const JAR = fileURLToPath(import.meta.resolve("vnu-jar/build/dist/vnu.jar"));
const OPTIONS = ["--stdout", "--exit-zero-always", "--format", "json"];
// Pages are asked of a host, since a policy that allows a site its own files allows none in a folder; and the
// checker asks no host of this machine unless it is told to.
const HOSTS = "-Dnu.validator.servlet.allow-forbidden-hosts=true";
// Long pages are deep for the checker. It ends before it would pay to compile it well.
const JAVA = ["-Xss4m", "-XX:TieredStopAtLevel=1", HOSTS];
const MOST_BYTES = 1e8;

/** What is no fault of a site: what is said of which source, and why that is wrong. */
const EXCUSED = [
  // The checker takes data for a script. A browser does not, and asks no policy.
  { message: /^Inline script violates Content Security Policy/, extract: /<script type="application\/ld\+json">/ },
];

const sites = [...LOOKS, LONG].map((site) => ({ site, url: useSite(site) }));

for (const { site, url } of sites) {
  test(`the checker of HTML has nothing to say of ${site.name}`, async () => {
    const all = await messages();
    const of = ({ name, at }) => all.filter((it) => it.url === at && !isExcused(it)).map((it) => `${name}: ${told(it)}`);
    none(sources(site, url).flatMap(of));
  });
}

test("what the checker says is about these sites, and what is excused is still said", async () => {
  const all = await messages();
  const known = new Set(sites.flatMap(({ site, url }) => sources(site, url)).map((it) => it.at));
  none(all.filter((it) => !known.has(it.url)).map((it) => `${it.url}: ${told(it)}`));
  for (const excuse of EXCUSED) assert.ok(all.some((it) => covers(excuse, it)), `nobody needs the excuse ${excuse.message}`);
});

let said;

/** Everything the checker says, once for all tests. Each kind has a run: in one it mistakes one for another. */
function messages() {
  const all = sites.flatMap(({ site, url }) => sources(site, url));
  const of = (kind) => all.filter((it) => it.kind === kind).map((it) => it.from);
  said ??= Promise.all(["html", "css", "svg"].map((it) => checked([`--${it}`, ...of(it)]))).then((it) => it.flat());
  return said;
}

/** What is checked, where it is, and what the checker calls that: pages at their addresses, the rest as files. */
function sources(site, url) {
  const others = files(site).filter((it) => /\.(css|svg)$/.test(it)).map((name) => {
    const from = join(folder(site), name);
    return { kind: name.slice(-3), name, from, at: `file:${from}` };
  });
  const shown = pages(site).map(({ path, address }) => ({ kind: "html", name: path, from: encodeURI(url(address)), at: encodeURI(url(address)) }));
  return [...shown, ...others];
}

const checked = (words) => new Promise((done, failed) => {
  const end = (error, said) => (error ? failed(error) : done(JSON.parse(said).messages));
  execFile("java", [...JAVA, "-jar", JAR, ...OPTIONS, ...words], { maxBuffer: MOST_BYTES }, end);
});

const isExcused = (it) => EXCUSED.some((excuse) => covers(excuse, it));
const covers = ({ message, extract }, it) => message.test(it.message) && extract.test(it.extract);
const told = ({ type, subType, lastLine, message, extract }) => `${subType ?? type}, line ${lastLine}: ${message} ${extract ?? ""}`;
