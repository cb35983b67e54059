// How the site behaves for those who see, move and steer differently: colours that stay chosen, a
// keyboard that always shows where it is, targets one can hit, no motion for who wants none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
import { walk } from "./keyboard.mjs";
import { ROOT, oneOfEachKind } from "./site.mjs";

const open = useBrowser();
const url = useSite(ROOT);

const SMALLEST_TARGET = 24;
const STOPS = 60;

const paper = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const darkSwitch = (page) => page.getByRole("button", { name: "Dark colours" });
const isDark = async (page) => (await darkSwitch(page).getAttribute("aria-pressed")) === "true";

for (const colorScheme of ["light", "dark"]) {
  test(`who prefers ${colorScheme} may choose the other, and it stays chosen`, async (t) => {
    const page = await open(t, { colorScheme });
    await page.goto(url());
    const [preferred, wasDark] = [await paper(page), await isDark(page)];
    assert.equal(wasDark, colorScheme === "dark");
    await darkSwitch(page).press("Enter");
    const chosen = await paper(page);
    assert.notEqual(chosen, preferred);

    await page.goto(url("index/"));
    assert.equal(await paper(page), chosen);
    assert.equal(await isDark(page), !wasDark);
    await page.reload();
    assert.equal(await paper(page), chosen);

    await darkSwitch(page).click();
    assert.equal(await paper(page), preferred);
  });
}

for (const { kind, address } of oneOfEachKind(ROOT)) {
  test(`keyboard and finger find their way on a page of the kind ${kind}`, async (t) => {
    const page = await open(t);
    await page.goto(url(address));
    const stops = await walk(page, { most: STOPS, isNamed: false });
    const lost = stops.flatMap((it) => it.trouble ?? []);
    const small = [];
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      small.push(...(await page.evaluate(smallTargets, SMALLEST_TARGET)));
    }
    none([...lost, ...small]);
  });
}

test("who wants no motion gets none", async (t) => {
  const page = await open(t, { reducedMotion: "reduce" });
  for (const { address } of oneOfEachKind(ROOT)) {
    await page.goto(url(address));
    none(await page.evaluate(moving));
  }
});

// What follows runs in the page, where nothing of this file is known.

function smallTargets(smallest) {
  const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.matches(".skip, .unseen");
  // In a sentence the height of a line decides, and the standard lets it.
  const isWord = (node) => node.nodeType === Node.TEXT_NODE && /\w/.test(node.data);
  const isInSentence = (it) =>
    getComputedStyle(it).display === "inline" && [...it.parentElement.childNodes].some(isWord);
  // A label is part of its box, and a card of the link that is stretched over it.
  const isStretched = (it) => getComputedStyle(it, "::after").position === "absolute";
  const whole = (it) => it.closest("label") ?? (isStretched(it) ? it.closest("li") : it);
  const size = (it) => {
    const { width, height } = whole(it).getBoundingClientRect();
    return { width, height, isSmall: Math.min(width, height) < smallest - 0.5 };
  };
  const said = (it) => {
    const { width, height } = size(it);
    return `${width.toFixed(1)} × ${height.toFixed(1)} in ${innerWidth}: ${it.outerHTML.slice(0, 120)}`;
  };
  const targets = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  return targets.filter((it) => isShown(it) && !isInSentence(it) && size(it).isSmall).map(said);
}

function moving() {
  const isMoving = (it) => {
    const { scrollBehavior, animationName, transitionDuration } = getComputedStyle(it);
    return scrollBehavior === "smooth" || animationName !== "none" || /[1-9]/.test(transitionDuration);
  };
  return [...document.querySelectorAll("html, body, body *")].filter(isMoving).map((it) => it.outerHTML.slice(0, 120));
}
