// On every page: quiet links to the page, its headings, statements and rows, copied when clicked;
// everything open on paper. The links are made here, since a page would be a twentieth larger with them.
// It lends the other scripts `rolebook.make`, `keep` and `target`, so it is loaded before them.
"use strict";
const rolebook = {
  // An element. What it has no property for is an attribute: class, aria-label.
  make(tag, given, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) {
      if (name in made) made[name] = value; else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  },
  // The place that the address names. Not everything that can stand behind a "#" can be decoded.
  target() {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  },
  // Keeps a choice in the address of the page. Browsers refuse to rewrite that of a local file.
  keep(query) {
    const text = query.toString().replaceAll("%2C", ",");
    try { history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash); } catch { /* the choice holds */ }
  },
};
(() => {
  const { make } = rolebook;
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const address = (hash) => (canonical || location.href.split("#")[0]) + hash;

  const anchor = (id, words) => make("a", { class: "anchor", href: "#" + encodeURIComponent(id), "aria-label": words });
  // A link inside a heading would be read as part of it, so the two stand side by side in a box.
  for (const it of document.querySelectorAll("main:not(.missing) h1, main :is(h2, h3, h4, h5, h6)[id]")) {
    const box = make("div", { class: "heading " + it.tagName.toLowerCase() });
    it.replaceWith(box);
    box.append(it, anchor(it.id, it.tagName === "H1" ? "Link to this page" : "Link to this section"));
  }
  const words = { LI: "Link to this statement", TH: "Link to this row", DT: "Link to this term" };
  for (const it of document.querySelectorAll("main :is(ul, ol):not([class]) > li[id], main th[id], main dt[id]")) {
    it.append(anchor(it.id, words[it.tagName]));
  }

  const said = make("p", { class: "said", role: "status" });
  document.body.append(said);
  let timer;
  const say = (text) => {
    said.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ""; }, 2000);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.anchor");
    // Without a clipboard the link is still a link.
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(address(link.hash)).then(() => say("Link copied"), () => {});
  });

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const it of closed) it.open = true;
  });
  addEventListener("afterprint", () => {
    for (const it of closed) it.open = false;
  });
})();
