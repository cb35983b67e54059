// Where a reader is: in the text, among the families, on the ladder. None of it grows with the number of
// roles.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { useBrowser, useSite } from "./browser.mjs";
import { Handbook } from "./handbook.mjs";
import { ROOT } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);

const ROLE = "roles/senior-engineering-manager/";

test("the contents mark the section that is being read, and only that", async (t) => {
  const page = await open(t);
  await page.goto(url(ROLE));
  const marked = page.locator(".contents [aria-current=true]");
  assert.equal(await marked.count(), 0, "at the top nothing has begun");
  for (const name of ["Challenges", "Takeaways", "Responsibilities"]) {
    await page.locator(".contents").getByRole("link", { name, exact: true }).click();
    await page.waitForFunction(
      (it) => document.querySelector(".contents [aria-current=true]")?.textContent === it, name,
    );
    assert.equal(await marked.count(), 1);
  }
});

test("a role says above its title where it stands", async (t) => {
  const page = await open(t);
  await page.goto(url(ROLE));
  const [place, title] = await page.locator(".lead > :is(.place, .heading, h1)").all();
  assert.equal(await place.innerText(), "Engineering · Management · M2");
  assert.ok((await place.boundingBox()).y < (await title.boundingBox()).y);
});

test("a challenge stands in one frame with its answers", async (t) => {
  const page = await open(t);
  await page.goto(url(ROLE));
  const frames = page.locator(".challenges > section");
  assert.ok(await frames.count() >= 3);
  for (const it of await frames.all()) {
    assert.equal(await it.getByRole("heading", { level: 3 }).count(), 1);
    assert.ok(await it.getByRole("listitem").count() >= 1);
  }
  assert.equal(await page.locator(".takeaways").getByRole("heading", { name: "Takeaways" }).count(), 1);
});

test("with many families their pages lead to one another, and the navigation stays short", async (t) => {
  const levels = "levels:\n  - { ic: ic1 }\ntracks: { ic: { title: Engineers } }\n";
  const files = { "handbook.yml": `title: Many\n${levels}` };
  for (let n = 1; n <= 12; n++) {
    files[`families/f${n}.md`] = `# Family ${n}\n\nWhat it does.\n`;
    files[`roles/r${n}.md`] = `---\nfamily: f${n}\nlevel: ic1\n---\n\n# Role ${n}\n\nWhat it is.\n`;
  }
  const handbook = new Handbook(t, files);
  handbook.succeed("build", "--offline", "--date", "2026-11-21");
  const page = await open(t);
  await page.goto(`${pathToFileURL(handbook.site)}/families/f3/index.html`);
  assert.equal(await page.locator(".bar").getByRole("link", { name: "Family" }).count(), 0);
  const families = page.getByRole("navigation", { name: "Job families" });
  assert.equal(await families.getByRole("link").count(), 12);
  assert.equal(await families.locator("[aria-current=page]").innerText(), "Family 3");
  await families.getByRole("link", { name: "Family 12" }).click();
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "Family 12");
});
