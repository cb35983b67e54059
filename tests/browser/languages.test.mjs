// Handbooks in other languages: what scripts say is in them too, and a page that is read from the right fits its
// window.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SMALL_PHONE, findings, useBrowser, useSite, watched } from "./browser.mjs";
import { none } from "./expect.mjs";
import { ARABIC, GERMAN, pages } from "./site.mjs";

const open = useBrowser();
const german = useSite(GERMAN);
const arabic = useSite(ARABIC);

async function at(t, address, look) {
  const page = await open(t, look);
  const troubles = watched(page);
  await page.goto(address);
  return { page, troubles };
}

test("search speaks German", async (t) => {
  const { page, troubles } = await at(t, german("index.html"));
  await page.getByRole("button", { name: /^Suche/ }).click();
  const box = page.getByRole("dialog", { name: "Suche" });
  await box.getByRole("combobox", { name: "Das Handbuch durchsuchen" }).fill("seil");
  await box.getByText(/^\d+ Ergebnisse?$/).waitFor();
  assert.match(await box.getByRole("option").first().innerText(), /Leitfaden|Rolle|Begriff/);
  await box.getByRole("combobox").fill("qqqq");
  await box.getByText("Nichts gefunden").waitFor();
  await box.getByRole("button", { name: "Schließen" }).click();
  none(troubles);
});

test("results are counted and narrowed in German", async (t) => {
  const { page, troubles } = await at(t, german("search/?q=seil"));
  await page.getByRole("status").getByText(/^\d+ Ergebnisse?$/).waitFor();
  const kinds = await page.getByRole("combobox", { name: "Art" }).locator("option").allInnerTexts();
  assert.equal(kinds[0], "Alle Arten");
  assert.ok(kinds.some((it) => /^Leitfaden \(\d+\)$/.test(it)), kinds.join());
  assert.match(new URL(page.url()).search, /q=seil/);
  none(troubles);
});

test("roles are compared in German", async (t) => {
  const { page, troubles } = await at(t, german("compare/?roles=maschinist,erste-maschinistin"));
  await page.getByRole("heading", { name: "Nebeneinander" }).waitFor();
  const status = page.locator("main > [role=status]");
  await status.getByText(/: \d+ von \d+ Zeilen unterscheiden sich\.$/).waitFor();
  await page.getByRole("combobox", { name: "Dritte Rolle" }).waitFor();
  const sides = page.locator(".sides");
  for (const word of ["Wirkungsbereich", "höher", "Wort für Wort:"]) {
    assert.ok((await sides.innerText()).includes(word), word);
  }
  none(troubles);
});

test("the ladder is filtered in German", async (t) => {
  const { page, troubles } = await at(t, german("families/betrieb/"));
  const filters = page.getByRole("form", { name: "Was die Tabelle zeigt" });
  await filters.getByText(/^Zeilen: \d+, Rollen: 4$/).waitFor();
  await filters.getByLabel("Nur Änderungen").check();
  assert.match(page.url(), /changes=1/);
  none(troubles);
});

test("Arabic counts in all its forms, with its digits", async (t) => {
  const { page, troubles } = await at(t, arabic("search/?q=الكتب"));
  await page.getByRole("status").getByText(/نتيجة|نتيجتان|نتائج/).waitFor();
  await page.goto(arabic("families/library/"));
  await page.getByText(/^الصفوف: [٠-٩]+، الأدوار: ٣$/).waitFor();
  none(troubles);
});

test("every Arabic page is read from the right and fits a window of 320 pixels", async (t) => {
  const { page, troubles } = await at(t, arabic("index.html"), { viewport: SMALL_PHONE });
  for (const { address } of pages(ARABIC)) {
    await page.goto(arabic(address));
    const seen = await page.evaluate(() => {
      const { direction } = getComputedStyle(document.body);
      return { direction, overflow: document.scrollingElement.scrollWidth - innerWidth };
    });
    assert.equal(seen.direction, "rtl", address);
    assert.ok(seen.overflow <= 0, `${address} is wider by ${seen.overflow}`);
  }
  none(troubles);
});

test("assistive technology finds nothing wrong with a page from the right", async (t) => {
  const { page } = await at(t, arabic("roles/librarian/"));
  none(await findings(page));
});
