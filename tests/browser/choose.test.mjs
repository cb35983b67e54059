// Roles of one's choice side by side: chosen by keyboard, kept in the address, the same from a disk.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { BELOW, OFFLINE, ROOT, bytes } from "./site.mjs";

const open = useBrowser();
const urls = new Map([ROOT, BELOW, OFFLINE].map((it) => [it, useSite(it)]));
const NARROW = { width: 320, height: 640 };

const ROLES = ["senior-engineering-manager", "staff-engineer", "senior-product-manager"];
const role = (id) => JSON.parse(bytes(ROOT, `roles/${id}/index.json`));
const side = (page) => page.getByRole("heading", { name: "Side by side" });
const status = (page) => page.locator("main > [role=status]");
const choice = (page, nth) => page.getByRole("combobox", { name: `${nth} role` });
const heads = (page) => page.locator(".sides thead th a").allInnerTexts();

async function comparing(t, query, { site = ROOT, ...options } = {}) {
  const page = await open(t, options);
  const troubles = watched(page);
  await page.goto(urls.get(site)(`compare/${query}`));
  return { page, troubles };
}

test("roles are chosen by keyboard, and the choice lives in the address", async (t) => {
  const { page, troubles } = await comparing(t, "");
  assert.equal(await side(page).count(), 0);
  await choice(page, "First").focus();
  await page.keyboard.type("Tech Lead");
  await page.keyboard.press("Tab");
  await status(page).getByText("Choose a second role.").waitFor();
  await page.keyboard.type("Product Owner");
  await page.keyboard.press("Tab");
  await side(page).waitFor();
  assert.deepEqual(await heads(page), ["Tech Lead", "Product Owner"]);
  assert.equal(page.url(), urls.get(ROOT)("compare/?roles=tech-lead,product-owner"));
  await page.reload();
  await side(page).waitFor();
  assert.deepEqual(await heads(page), ["Tech Lead", "Product Owner"]);
  none([...troubles, ...(await findings(page))]);
});

test("the table says what the roles ask, and marks what differs from the first", async (t) => {
  const { page, troubles } = await comparing(t, `?roles=${ROLES}`);
  await side(page).waitFor();
  const roles = ROLES.map(role);
  assert.deepEqual(await heads(page), roles.map((it) => it.title));
  const shown = await page.locator(".sides tbody tr:not(.group)").evaluateAll((rows) =>
    rows.map((row) => [...row.cells].map((it) => it.innerText.trim())));
  const step = (role, id) => role.competencies.find((it) => it.id === id)?.step;
  const word = (first, it) => {
    if (!it || first?.number === it.number) return "";
    if (!first) return " extra";
    return it.number > first.number ? " higher" : " lower";
  };
  const expected = new Map(roles.flatMap((it) => it.competencies).map(({ id, title }) => {
    const steps = roles.map((it) => step(it, id));
    return [title, steps.map((it) => (it?.title ?? "not expected") + word(steps[0], it))];
  }));
  for (const [title, cells] of expected) {
    assert.deepEqual(shown.find((it) => it[0] === title).slice(1), cells, title);
  }
  assert.equal(shown.length, expected.size + new Set(roles.flatMap((it) => it.scope.map((fact) => fact.id))).size);
  none([...troubles, ...(await findings(page))]);
});

test("each role's statements are there: those of all once, the others in its column", async (t) => {
  const ids = ["engineering-manager", "senior-engineering-manager"];
  const { page } = await comparing(t, `?roles=${ids}`);
  await side(page).waitFor();
  const lines = (section) => [...section.statements.map((it) => it.text), ...section.sections.flatMap(lines)];
  const [one, other] = ids.map((id) => role(id).sections.filter((it) => it.asks).flatMap(lines));
  const columns = await page.locator(".columns").evaluateAll((all) =>
    all.map((it) => [...it.children].map((side) => [...side.querySelectorAll("li")].map((it) => it.textContent))));
  const shared = await page.locator(".sides details li").allTextContents();
  const column = (index) => columns.flatMap((it) => it[index]);
  assert.deepEqual([...column(0), ...shared].sort(), one.sort());
  assert.deepEqual([...column(1), ...shared].sort(), other.sort());
  assert.ok(shared.length > 0 && column(1).length > 10);
});

test("a section that is written twice is one", async (t) => {
  const page = await open(t);
  await page.route("**/roles/cto/index.json", (route) => {
    const { sections, ...rest } = role("cto");
    const asked = sections.find((it) => it.key === "responsibilities");
    const again = { ...asked, id: "duties", sections: [], statements: [{ id: "x", text: "Written again", stated_by: "cto" }] };
    route.fulfill({ contentType: "application/json", body: JSON.stringify({ ...rest, sections: [...sections, again] }) });
  });
  await page.goto(urls.get(ROOT)("compare/?roles=tech-lead,cto"));
  await side(page).waitFor();
  const first = role("cto").sections.find((it) => it.key === "responsibilities").sections[0].statements[0].text;
  for (const text of [first, "Written again"]) assert.equal(await page.locator(".columns").getByText(text).count(), 1, text);
});

test("only what differs: rows that are the same go, and the address says so", async (t) => {
  const { page } = await comparing(t, "?roles=tech-lead,software-architect");
  await side(page).waitFor();
  const rows = page.locator(".sides tbody tr:not(.group)");
  const [, n, all] = (await status(page).innerText()).match(/(\d+) of (\d+) rows differ/).map(Number);
  assert.equal(await rows.count(), all);
  await page.getByRole("checkbox", { name: "Only what differs" }).press("Space");
  await page.waitForURL(/changes=1/);
  assert.equal(await rows.count(), n);
  assert.ok(n > 0 && n < all);
  assert.equal(await page.locator(".sides details").count(), 0);
});

test("a pair that has a page of its own is led to it", async (t) => {
  const { page } = await comparing(t, "?roles=engineering-manager,senior-engineering-manager");
  await page.locator(".sides").getByRole("link", { name: "From Engineering Manager to Senior" }).click();
  await page.waitForURL(urls.get(ROOT)("compare/engineering-manager/senior-engineering-manager/"));
});

test("a role's page leads here, and the role is chosen already", async (t) => {
  const page = await open(t);
  await page.goto(urls.get(ROOT)("roles/cto/"));
  await page.getByRole("link", { name: "Compare with any role" }).click();
  await status(page).getByText("Choose a second role.").waitFor();
  assert.equal(await choice(page, "First").inputValue(), "cto");
});

test("a role that there is none of is named, a role named twice counts once, and four are enough", async (t) => {
  const { page, troubles } = await comparing(t, "?roles=nobody,../../x,tech-lead,tech-lead");
  await status(page).getByText("There is no role “nobody”. There is no role “../../x”. Choose a second role.").waitFor();
  await page.goto(urls.get(ROOT)("compare/?roles=engineer,tech-lead,cto,product-owner,vp-engineering"));
  await side(page).waitFor();
  assert.equal((await heads(page)).length, 4);
  none([...troubles, ...(await findings(page))]);
});

for (const [look, options] of [["a phone", { viewport: PHONE }], ["a narrow phone in the dark", { viewport: NARROW, colorScheme: "dark" }]]) {
  test(`four roles fit ${look}`, async (t) => {
    const { page, troubles } = await comparing(t, "?roles=engineer,tech-lead,cto,senior-engineering-manager", options);
    await side(page).waitFor();
    const width = await page.evaluate(() => document.scrollingElement.scrollWidth);
    assert.ok(width <= options.viewport.width, `${width} pixels wide`);
    // A cell names its role, since heads and cells are no columns there.
    const names = await page.locator(".sides tbody tr:not(.group)").first().locator("td").evaluateAll((all) =>
      all.map((it) => getComputedStyle(it, "::before").content));
    assert.equal(new Set(names).size, 4);
    none([...troubles, ...(await findings(page))]);
  });
}

for (const site of [BELOW, OFFLINE]) {
  test(`roles are compared from ${site.name}, and links lead to them`, async (t) => {
    const { page, troubles } = await comparing(t, "?roles=tech-lead,cto", { site });
    await side(page).waitFor();
    await page.locator(".sides thead a").last().click();
    await page.waitForURL(urls.get(site)("roles/cto/"));
    none(troubles);
  });
}

test("without scripts the page lists every comparison that is written out", async (t) => {
  const { page } = await comparing(t, "?roles=tech-lead,cto", { javaScriptEnabled: false });
  assert.ok(await page.locator("form.chooser").isHidden());
  assert.ok((await page.locator(".groups a").count()) > 50);
  none(await page.locator("main").getByText(/choose/i).filter({ visible: true }).allInnerTexts());
});

test("what roles say is text and never markup", async (t) => {
  const page = await open(t);
  const troubles = watched(page);
  const hostile = "<img src=x onerror=alert(1)>";
  await page.route("**/roles/cto/index.json", (route) => {
    const text = JSON.stringify(role("cto"), (key, it) => (["title", "text", "value"].includes(key) ? hostile : it));
    route.fulfill({ contentType: "application/json", body: text });
  });
  await page.goto(urls.get(ROOT)("compare/?roles=tech-lead,cto"));
  await side(page).waitFor();
  assert.ok((await page.locator(".sides").getByText(hostile).count()) > 10);
  assert.equal(await page.locator("main img").count(), 0);
  none(troubles);
});

test("data that cannot be loaded is said to be missing", async (t) => {
  const page = await open(t);
  await page.route("**/roles/cto/index.json", (it) => it.abort());
  await page.goto(urls.get(ROOT)("compare/?roles=tech-lead,cto"));
  await status(page).getByText("could not be loaded").waitFor();
  assert.equal(await side(page).count(), 0);
});
