// How tests search: the parts of the box and of the page by their roles, and an engine of a test's
// own where what is found has to be certain. Knows no site.

import { watched } from "./browser.mjs";

/** The parts of the box over a page. */
export const box = (page) => page.getByRole("dialog", { name: "Search" });
export const input = (page) => box(page).getByRole("combobox");
export const options = (page) => box(page).getByRole("option");
export const status = (page) => box(page).getByRole("status");

/** The hits on the page of search. */
export const results = (page) => page.locator("[data-search-results] a[href]");

/**
 * A page on which the box is open and, if there is a query, has its results; and what went wrong on it.
 * `answers` and `after` are those of `stub`.
 */
export async function searching(page, url, query = "", { answers, after } = {}) {
  const troubles = watched(page);
  if (answers) await stub(page, answers, after);
  await page.goto(url);
  await page.keyboard.press("/");
  if (query) await type(page, query);
  return { page, troubles };
}

/** Fills in the box and waits for the whole answer. */
export async function type(page, query) {
  await input(page).fill(query);
  await page.waitForFunction(() => document.querySelector("dialog [role=status]").textContent);
}

/** The option that is chosen, as assistive technology is told. */
export const active = (page) => page.evaluate(() => {
  const id = document.activeElement.getAttribute("aria-activedescendant");
  return id && document.getElementById(id).textContent;
});

/** What an engine gives when it finds pages of these titles; `more` replaces some of it. */
export const found = (titles, more = {}) => ({
  whole: true,
  total: titles.length,
  suggestion: "",
  facets: { kind: [], family: [], track: [], level: [] },
  ...more,
  groups: titles.map((title, n) => ({
    kind: "Role", address: `roles/r${n}/`, title: [title], also: [], around: "Management · M2", excerpt: [], hits: [],
    ...more.groups?.[n],
  })),
});

/**
 * Puts a small engine in the place of the real one. `answers` are by query (`*` for any other); each
 * is a list of what is found, one after the other. `after` is how long the last one takes, by query.
 */
export function stub(page, answers, after = {}) {
  const body = `globalThis.rolebookSearch = () => {};
rolebookSearch.open = () => ({
  async *find(query, chosen, shown = 8) {
    (globalThis.asked ||= []).push({ query, chosen, shown });
    const answers = ${JSON.stringify(answers)}, after = ${JSON.stringify(after)};
    const list = answers[query] ?? answers["*"] ?? [];
    for (const [n, it] of list.entries()) {
      if (n === list.length - 1) await new Promise((done) => setTimeout(done, after[query] ?? 0));
      if (it === null) throw new Error("not to be loaded");
      yield { ...it, groups: it.groups.slice(0, shown) };
    }
  },
});`;
  return page.route("**/search-find.*.js", (it) => it.fulfill({ contentType: "text/javascript", body }));
}

// The index, wherever in the assets it lies.
export const INDEX = /\/assets\/search(-index\.js|\/)/;

export const HOSTILE = {
  "HTML": "<img src=x onerror=alert(1)><b>senior</b>",
  "signs of regular expressions": "(a+)+$ [z-a] \\ .* ?",
  "a very long text": "senior ".repeat(1_500),
  "one very long word": "x".repeat(10_000),
  "nothing but spaces": "   ",
  "text from right to left, and what turns it": "\u202eמנהל הנדסה بكير\u202d",
  "signs and letters of other scripts": "👩‍💻 ٣ ﷺ İ ß ﬁ e\u0301",
};
