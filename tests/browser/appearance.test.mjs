// How the site behaves for those who see, move and steer differently: colours that stay chosen, a
// keyboard that always shows where it is, targets one can hit, no motion for who wants none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DESK, PHONE, useBrowser, useSite } from "./browser.mjs";
import { none } from "./expect.mjs";
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

test("the skip link comes first, shows itself and leads past the navigation", async (t) => {
  const page = await open(t);
  await page.goto(url("competencies/"));
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  assert.equal(await skip.innerText(), "Skip to content");
  const { x, y } = await skip.boundingBox();
  assert.ok(x >= 0 && y >= 0, "it is on the screen");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
});

for (const { kind, address } of oneOfEachKind(ROOT)) {
  test(`keyboard and finger find their way on a page of the kind ${kind}`, async (t) => {
    const page = await open(t);
    await page.goto(url(address));
    const lost = await lostStops(page);
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

/** Goes from stop to stop with the Tab key; gives those where one cannot tell where one is. */
async function lostStops(page) {
  const lost = [];
  await page.evaluate(() => document.activeElement.blur());
  for (let stop = 0; stop < STOPS; stop++) {
    await page.keyboard.press("Tab");
    const { trouble, isEnd } = await page.evaluate(stopTrouble);
    if (isEnd) break;
    if (trouble) lost.push(trouble);
  }
  return lost;
}

// What follows runs in the page, where nothing of this file is known.

function stopTrouble() {
  const it = document.activeElement;
  if (it === document.body) return { isEnd: true };
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const hasOutline = outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
  // A link that breaks over two lines has two boxes, and nothing between them.
  const isOnTop = ({ left, top, width, height }) =>
    it.contains(document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight / 2)));
  // A box that is larger than the window shows its outline at its edges.
  const isShown = [...it.getClientRects()].some(isOnTop) || it.matches(".table-scroll");
  const what = it.outerHTML.slice(0, 120);
  if (!hasOutline) return { trouble: `no outline: ${what}` };
  return { trouble: isShown ? undefined : `covered or off the screen: ${what}` };
}

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
