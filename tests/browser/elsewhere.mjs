// Another site, that no page has any business with: it answers whatever it is asked for, and notes it. In: a page. Out:
// what was asked for from its tab and those it opens. Knows no page.

export const ELSEWHERE = "https://elsewhere.example";
const PATIENCE = 20_000;

/** Begins to answer, with `body` for everything. */
export async function elsewhere(page, body = "") {
  const asked = new Set();
  let wake = () => {};
  await page.context().route(`${ELSEWHERE}/**`, (route) => {
    asked.add(new URL(route.request().url()).pathname.slice(1));
    wake();
    return route.fulfill({ body, contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } });
  });

  /** Waits until all `paths` have been asked for, and gives those that were not. */
  async function lacks(paths) {
    const end = AbortSignal.timeout(PATIENCE);
    const missing = () => paths.filter((it) => !asked.has(it));
    end.addEventListener("abort", () => wake());
    while (missing().length && !end.aborted) await new Promise((done) => { wake = done; });
    return missing();
  }
  return { asked, lacks };
}
