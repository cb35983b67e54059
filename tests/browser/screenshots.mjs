// Pictures of every kind of page, to be looked at: on a desk and on a phone, in light and dark, and as printed.
// In: the built sites and a folder. Out: `role-desktop-dark.png`, `role-print.pdf` and, where poppler is, its
// first sheets. Called by ../run.sh; checks nothing.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { DESK, PHONE, flags, installed } from "./browser.mjs";
import { serve } from "./server.mjs";
import { ROOT, VACANCIES } from "./site.mjs";

const FIRST_SHEETS = 3;

const SUBJECTS = [
  ["home", ROOT, ""],
  ["family", ROOT, "families/engineering/"],
  ["role", ROOT, "roles/senior-engineering-manager/"],
  ["compare", ROOT, "compare/engineering-manager/senior-engineering-manager/"],
  ["chooser", ROOT, "compare/?roles=tech-lead,software-architect"],
  ["competencies", ROOT, "competencies/"],
  ["competency", ROOT, "competencies/change-management/"],
  ["guides", ROOT, "guides/"],
  ["guide", ROOT, "guides/how-promotion-works/"],
  ["glossary", ROOT, "glossary/"],
  ["index", ROOT, "index/"],
  ["freshness", ROOT, "freshness/"],
  ["search", ROOT, "search/?q=mentoring"],
  ["missing", ROOT, "404.html"],
  // It leads on at once, were it not for what is withheld.
  ["moved", ROOT, "jobs/senior-em/", "**/moved.*.js"],
  ["vacancies", VACANCIES, "vacancies/"],
  ["vacancy", VACANCIES, "vacancies/keeper-skye/"],
];

const LOOKS = [
  ["desktop-light", { viewport: DESK, colorScheme: "light" }],
  ["desktop-dark", { viewport: DESK, colorScheme: "dark" }],
  ["phone-light", { viewport: PHONE, colorScheme: "light" }],
  ["phone-dark", { viewport: PHONE, colorScheme: "dark" }],
];

const [target] = process.argv.slice(2);
if (!target) throw new Error("screenshots.mjs FOLDER");
mkdirSync(target, { recursive: true });
const file = (name) => join(resolve(target), name);

const served = new Map();
for (const site of [ROOT, VACANCIES]) served.set(site, await serve(site));
const browser = await chromium.launch({ executablePath: installed(), args: flags() });

for (const [kind, site, address, withheld] of SUBJECTS) {
  const url = served.get(site).url + address;
  for (const [look, options] of LOOKS) {
    const page = await opened(url, withheld, options);
    await page.screenshot({ path: file(`${kind}-${look}.png`), fullPage: true });
    await page.context().close();
  }
  const page = await opened(url, withheld, { viewport: DESK });
  await page.pdf({ path: file(`${kind}-print.pdf`), format: "A4", preferCSSPageSize: true });
  await page.context().close();
  draw(`${kind}-print`);
  console.log(`${kind}: ${url}`);
}
await browser.close();
for (const it of served.values()) it.close();

/** A page in a profile of its own, with all that its scripts show. */
async function opened(url, withheld, options) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  if (withheld) await page.route(withheld, (it) => it.abort());
  await page.goto(url, { waitUntil: "networkidle" });
  return page;
}

/** The first sheets of a PDF as pictures; a PDF can be looked at as well. */
function draw(name) {
  try {
    execFileSync("pdftoppm", ["-png", "-r", "60", "-l", `${FIRST_SHEETS}`, file(`${name}.pdf`), file(name)]);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
