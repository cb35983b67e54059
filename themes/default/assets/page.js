// On every page: quiet links to the page, its headings, statements and rows, copied when clicked, and
// where in the contents the reader is. The links are made here, since a page would be a twentieth
// larger with them.
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
  // The place that an address names. Not everything that can stand behind a "#" can be decoded.
  target({ hash } = location) {
    try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; }
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

  const anchor = ({ id }) => make("a", { class: "anchor", href: "#" + encodeURIComponent(id), "aria-label": "@link-to-place" });
  // A link inside a heading would be read as part of it, so the two stand side by side in a box.
  for (const it of document.querySelectorAll("main:not(.missing) h1, main :is(h2, h3, h4, h5, h6)[id]")) {
    const box = make("div", { class: "heading " + it.tagName.toLowerCase() });
    it.replaceWith(box);
    box.append(it, anchor(it));
  }
  for (const it of document.querySelectorAll("main :is(ul, ol):not([class]) > li[id], main th[id], main dt[id]")) {
    it.append(anchor(it));
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
    navigator.clipboard.writeText(address(link.hash)).then(() => say("@link-copied"), () => {});
  });

  // Marks in the contents where the reader is: at the last heading that has come near the top.
  const places = [...document.querySelectorAll(".contents a")];
  const heads = places.map(rolebook.target);
  onscroll = () => {
    const here = heads.findLastIndex((it) => it.getBoundingClientRect().top < innerHeight / 4);
    places.forEach((it, index) => { it.ariaCurrent = index == here; });
  };
})();
