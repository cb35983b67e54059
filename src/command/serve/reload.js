// The browser's half of `rolebook serve`: waits for the next version of the handbook, then reloads
// the page or lays the report of what is wrong over it.
(() => {
  const script = new URL(document.currentScript.src);
  const events = new URL("events", script);
  const isReport = document.documentElement.dataset.rolebook === "report";
  let version = script.searchParams.get("v");
  let overlay = null;
  let asking = null;

  const styles = `
    :host { all: initial; }
    section { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
      box-sizing: border-box; padding: 1rem 1.5rem; border-top: 4px solid #ff6b6b;
      background: #1b1b1f; color: #f4f4f5; font: 14px/1.5 ui-monospace, monospace; }
    pre { margin: 0; white-space: pre-wrap; font: inherit; }
    button { float: right; margin-left: 1rem; padding: .25rem .75rem; border: 1px solid currentColor;
      border-radius: 4px; background: none; color: inherit; font: inherit; cursor: pointer; }
  `;

  // A shadow root keeps the styles of the page and of the report apart.
  function show(report) {
    overlay?.remove();
    overlay = document.createElement("rolebook-report");
    const root = overlay.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    const hide = document.createElement("button");
    hide.textContent = "Hide";
    hide.addEventListener("click", () => overlay.remove());
    const text = document.createElement("pre");
    text.textContent = report;
    section.append(hide, text);
    root.append(section);
    document.body.append(overlay);
  }

  async function next(signal) {
    events.search = `after=${version}`;
    const response = await fetch(events, { signal, cache: "no-store" });
    const news = await response.json();
    if (!news.report || isReport) return location.reload();
    version = news.version;
    show(news.report);
  }

  // A hidden page asks for nothing: a browser has only a few connections for all of them.
  async function listen() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    while (!document.hidden && !signal.aborted) {
      try {
        await next(signal);
      } catch {
        // The server is gone or starting; it may come back.
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
