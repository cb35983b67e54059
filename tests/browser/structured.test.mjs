// What pages tell search engines: every node is sound in the vocabulary of schema.org, says what the
// page says, and only the page of a live vacancy is a job, with all that Google asks of one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { attribute, text } from "./html.mjs";
import { BELOW, ROOT, VACANCIES, pages } from "./site.mjs";
import { TYPES, wrongs } from "./vocabulary.mjs";

const open = useBrowser();
const urls = new Map([ROOT, VACANCIES].map((site) => [site, useSite(site)]));

const isData = (it) => attribute(it, "type") === "application/ld+json";

/** The nodes of a page. */
function graph(page) {
  const scripts = page.all("script").filter(isData);
  assert.ok(scripts.length <= 1, `${page.path} has ${scripts.length} blocks`);
  if (!scripts.length) return [];
  const { "@context": context, "@graph": nodes, ...rest } = JSON.parse(text(scripts[0]));
  assert.equal(context, "https://schema.org");
  assert.deepEqual(rest, {});
  return nodes;
}

const types = (page) => graph(page).map((it) => it["@type"]);
const node = (page, type) => graph(page).find((it) => it["@type"] === type);
const named = (site, path) => pages(site).find((it) => it.path === path);
const canonical = (page) => attribute(page.head("canonical"), "href");

test("the vocabulary is all there", () => {
  assert.ok(TYPES.size > 900, `${TYPES.size} types`);
  assert.ok([...TYPES.values()].flatMap((it) => [...it.properties]).length > 1400);
});

const JOB = {
  "@type": "JobPosting", title: "Keeper", datePosted: "2026-10-01", url: "https://a.example/",
  hiringOrganization: { "@type": "Organization", name: "A" }, baseSalary: { "@type": "MonetaryAmount", value: 1 },
};
const PLANTED = [
  ["a sound node", {}, 0],
  ["a type that is not there", { "@type": "JobPost" }, 1],
  ["a property of another type", { itemListElement: [] }, 1],
  ["a property that nothing has", { tittle: "Keeper" }, 1],
  ["an address that is none", { url: "/vacancies/keeper/" }, 1],
  ["a date that is none", { datePosted: "1 October" }, 1],
  ["a number in place of words", { title: 7 }, 1],
  ["words in place of a thing", { jobLocation: "Skye" }, 1],
  ["a thing of the wrong type", { jobLocation: { "@type": "Country", name: "GB" }, hiringOrganization: { "@type": "Place" } }, 1],
  ["a mistake further in", { hiringOrganization: { "@type": "Organization", nam: "A" } }, 1],
  ["one among several", { employmentType: ["FULL_TIME", 1] }, 1],
  ["nothing", { title: "" }, 1],
];

for (const [what, change, expected] of PLANTED) {
  test(`${expected ? "found" : "let be"}: ${what}`, () => {
    assert.equal(wrongs({ ...JOB, ...change }).length, expected);
  });
}

for (const site of [ROOT, BELOW, VACANCIES]) {
  test(`${site.name}: every node is sound`, () => {
    const found = pages(site).flatMap((page) => graph(page).flatMap((it) => wrongs(it).map((wrong) => `${page.path}: ${wrong}`)));
    none(found);
  });

  test(`${site.name}: every address is whole, and that of a page of the site`, () => {
    const known = new Set(pages(site).map((it) => it.head("canonical")).filter(Boolean).map((it) => attribute(it, "href")));
    const all = (value) => (typeof value === "object" ? Object.values(value).flatMap(all) : [value]);
    const own = (page) => graph(page).flatMap(all).filter((it) => String(it).startsWith(site.base));
    none(pages(site).flatMap((page) => own(page).filter((it) => !known.has(it.split("#")[0])).map((it) => `${page.path}: ${it}`)));
  });

  test(`${site.name}: the breadcrumbs are those of the page, and end at it`, () => {
    for (const page of pages(site)) {
      const navigation = page.all("nav").find((it) => attribute(it, "aria-label") === "Breadcrumbs");
      const list = node(page, "BreadcrumbList");
      const isHidden = page.head("robots") !== undefined;
      assert.equal(list !== undefined, navigation !== undefined && !isHidden, page.path);
      if (!list) continue;
      const shown = page.all("a").filter((it) => it.parentNode.parentNode.parentNode === navigation);
      const above = shown.map((it) => [text(it), new URL(attribute(it, "href"), canonical(page)).href]);
      const [title] = page.all("h1").map(text);
      const said = list.itemListElement.map((it) => [it.name, it.item]);
      assert.deepEqual(said, [...above, [title, canonical(page)]], page.path);
      assert.deepEqual(list.itemListElement.map((it) => it.position), said.map((_, at) => at + 1));
    }
  });
}

test("each kind of page says what it is about", () => {
  const OF_KIND = {
    role: "Occupation", competency: "DefinedTerm", competencies: "DefinedTermSet", glossary: "DefinedTermSet",
  };
  for (const page of pages(ROOT).filter((it) => !it.head("robots"))) {
    const expected = OF_KIND[page.kind] ? [OF_KIND[page.kind]] : [];
    assert.deepEqual(types(page).filter((it) => it !== "BreadcrumbList"), expected, page.path);
  }
  const role = node(named(ROOT, "roles/senior-engineering-manager/index.html"), "Occupation");
  assert.equal(role.name, "Senior Engineering Manager");
  assert.ok(role.alternateName.includes("Senior EM"));
  assert.ok(role.occupationalCategory.includes("ISCO-08 1330"));
  const term = node(named(ROOT, "competencies/change-management/index.html"), "DefinedTerm");
  assert.equal(term.inDefinedTermSet, node(named(ROOT, "competencies/index.html"), "DefinedTermSet").url);
});

test("what search engines are to pass by is told them nowhere", () => {
  const hidden = [ROOT, VACANCIES].flatMap(pages).filter((it) => it.head("robots") || it.isMissing || it.isRedirect);
  assert.ok(hidden.length > 3);
  none(hidden.filter((it) => graph(it).length > 0).map((it) => it.path));
});

// https://developers.google.com/search/docs/appearance/structured-data/job-posting
const REQUIRED = ["title", "description", "datePosted", "hiringOrganization"];

/** What Google asks of a job and does not find. */
function missing(job) {
  const wanted = REQUIRED.filter((it) => !job[it]);
  const places = [job.jobLocation ?? []].flat();
  const isRemote = job.jobLocationType === "TELECOMMUTE";
  if (!isRemote && !places.length) wanted.push("jobLocation");
  if (isRemote && !places.length && !job.applicantLocationRequirements?.length) wanted.push("applicantLocationRequirements");
  if (!places.every((it) => it.address?.addressCountry)) wanted.push("jobLocation.address.addressCountry");
  if (!job.hiringOrganization?.name) wanted.push("hiringOrganization.name");
  return wanted;
}

test("a job is only on the page of a live vacancy, and has all that is asked of it", () => {
  const all = [ROOT, BELOW, VACANCIES].flatMap((site) => pages(site));
  const jobs = all.filter((it) => it.html.includes("JobPosting"));
  assert.deepEqual(jobs.map((it) => it.path), ["vacancies/keeper-at-home/index.html", "vacancies/keeper-skye/index.html"]);
  for (const page of jobs) {
    const job = node(page, "JobPosting");
    assert.deepEqual(missing(job), []);
    assert.equal(job.url, canonical(page));
    assert.ok(job.datePosted <= "2026-11-21" && "2026-11-21" <= job.validThrough);
    const words = job.description.replace(/<\/?(p|ul|li)>/g, "\n");
    assert.ok(!/[<>]/.test(words), "nothing but paragraphs and lists");
    assert.ok(words.includes("Counts ships") && words.includes("&lt; 1 mile &amp; burning"));
  }
  const remote = node(jobs[0], "JobPosting");
  assert.deepEqual(remote.applicantLocationRequirements.map((it) => it.name), ["DE", "AT"]);
  assert.deepEqual(missing({ ...remote, applicantLocationRequirements: [], title: "" }), ["title", "applicantLocationRequirements"]);
});

test("no words end the block, the policy lets it be, and it is read as it was written", async (t) => {
  const page = await open(t);
  const troubles = watched(page);
  const address = "vacancies/keeper-at-home/";
  await page.goto(urls.get(VACANCIES)(address));
  const shown = await page.evaluate(() => ({
    title: document.title,
    data: [...document.querySelectorAll("script[type='application/ld+json']")].map((it) => it.textContent),
  }));
  const TITLE = "Night keeper </script><script>document.title = 'lost'</script> & more";
  assert.equal(shown.title, `${TITLE} · Lighthouse handbook`);
  assert.equal(shown.data.length, 1);
  const job = JSON.parse(shown.data[0])["@graph"].find((it) => it["@type"] === "JobPosting");
  assert.equal(job.title, TITLE);
  await page.goto(urls.get(ROOT)("roles/senior-engineering-manager/"));
  none(troubles);
});

for (const address of ["vacancies/", "vacancies/keeper-skye/", "vacancies/keeper-oban/"]) {
  test(`axe finds nothing on ${address}, which fits the smallest phone`, async (t) => {
    const page = await open(t, { viewport: SMALL_PHONE });
    const troubles = watched(page);
    await page.goto(urls.get(VACANCIES)(address));
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(width <= SMALL_PHONE.width, `${width} pixels wide`);
    none([...troubles, ...(await findings(page))]);
  });
}

test("every page that is shown has a whole preview", () => {
  const PREVIEW = ["og:title", "og:description", "og:type", "og:url", "og:site_name"];
  const shown = [ROOT, VACANCIES].flatMap(pages).filter((it) => !it.isRedirect && !it.isMissing);
  const lacking = (page) => PREVIEW.filter((it) => !page.head(it) || !attribute(page.head(it), "content"));
  none(shown.flatMap((page) => lacking(page).map((it) => `${page.path}: no ${it}`)));
  for (const page of shown) assert.equal(attribute(page.head("og:url"), "content"), canonical(page));
  // A locale has a territory, and the language of a handbook need not name one.
  for (const page of shown) assert.match(attribute(page.head("og:locale") ?? page.head("og:url"), "content"), /^([a-z]{2,3}_[A-Z]{2}|https:.*)$/);
});
