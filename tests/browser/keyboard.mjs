// A page as someone meets it who has a keyboard and no mouse. In: an open page. Out: its stops, one for each
// press of the Tab key, with what assistive technology calls them and what is wrong with them. Knows no site.

const MOST_STOPS = 600;

/** Every stop from one end of the page to the other; with their names, unless those are not asked for. */
export async function walk(page, { most = MOST_STOPS, key = "Tab", isNamed = true } = {}) {
  await page.evaluate(remember, key);
  const stops = [];
  while (stops.length < most) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(stopHere);
    if (stop.isEnd) return stops;
    if (isNamed) stop.name = await named(page);
    stops.push(stop);
  }
  return stops;
}

/** What the focus is on, as assistive technology is told: `link "Glossary"`. */
export async function named(page) {
  const [first] = (await page.locator(":focus").ariaSnapshot()).split("\n");
  const said = first.replace(/^- /, "").replace(/:$/, "").replace(/^'(.*)'$/, "$1");
  // A browser calls it by many names, and Playwright by none.
  return said.replace(/^text: (.*)$/, 'summary "$1"');
}

/** Presses Tab until the focus is on something of this role and name, which is to come before the page ends. */
export async function tabTo(page, role, name) {
  const passed = [];
  const isIt = (it) => (name.test ? name.test(it) : it.startsWith(`"${name}"`));
  while (passed.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    const here = await named(page);
    if (here.startsWith(`${role} `) && isIt(here.slice(role.length + 1))) return;
    passed.push(here);
  }
  throw new Error(`no ${role} ${name} after ${passed.length} stops: ${passed.slice(0, 40).join(", ")}`);
}

/** What can be reached by a mouse and was not by the walk. */
export const unreached = (page) => page.evaluate(() =>
  places.filter(({ it }) => !reached.has(it)).map(({ it }) => it.outerHTML.slice(0, 120)));

/** Where the focus goes up within a column: from what is read later to what is read earlier. */
export function againstReading(stops) {
  const isBeside = (a, b) => b.left >= a.right || b.right <= a.left;
  // What scrolls on its own stands, for what is outside of it, where its box does. Pictures have an order of
  // their own.
  const isUp = (a, b) => (a.box === b.box && a.box !== undefined ? b.bottom <= a.top : b.bottom <= Math.min(a.top, a.end));
  const pairs = stops.slice(1).map((it, at) => [stops[at], it]);
  const wrong = pairs.filter(([a, b]) => isUp(a, b) && !isBeside(a, b) && !(a.isDrawn && b.isDrawn));
  return wrong.map(([a, b]) => `from ${a.name} up to ${b.name}`);
}

// What follows runs in the page, where nothing of this file is known.

/**
 * Notes where everything stands that one can go to, before scrolling takes along what is to stay in sight. The way
 * forward begins at the top, wherever the focus is; the way back where the one forward ended.
 */
function remember(key) {
  document.activeElement.blur();
  if (key === "Tab") {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  }
  scrollTo(0, 0);
  const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
  const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.disabled;
  const shown = [...all].filter(isShown);
  globalThis.reached = new Set();
  const boxes = [...document.querySelectorAll("[tabindex='0']")];
  globalThis.places = shown.map((it) => {
    const { left, right, top, bottom } = it.getClientRects()[0] ?? it.getBoundingClientRect();
    const box = boxes.findIndex((box) => box !== it && box.contains(it));
    const end = boxes[box]?.getBoundingClientRect().bottom ?? bottom;
    return { it, left, right, top, bottom, end, box: box < 0 ? undefined : box, isDrawn: it.closest("svg") !== null };
  });
}

function stopHere() {
  const it = document.activeElement;
  // Behind the last stop is the browser, or the first one again.
  if (it === document.body || reached.has(it)) return { isEnd: true };
  reached.add(it);
  const at = places.findIndex((place) => place.it === it);
  const { it: _, ...place } = places[at] ?? {};
  const style = getComputedStyle(it);
  const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const hasRing = /\d/.test(style.boxShadow);
  // A link that breaks over two lines has two boxes, and nothing between them.
  const isOnTop = ({ left, top, width, height }) =>
    it.contains(document.elementFromPoint(left + width / 2, top + Math.min(height / 2, innerHeight / 2)));
  // A box that is larger than the window shows its outline at its edges.
  const isShown = [...it.getClientRects()].some(isOnTop) || it.matches("[tabindex='0']");
  const what = it.outerHTML.slice(0, 120);
  const trouble = !hasOutline && !hasRing ? `nothing shows the focus: ${what}`
    : !isShown ? `covered or off the screen: ${what}` : undefined;
  return { ...place, at, trouble };
}
