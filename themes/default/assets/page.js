// On every page: quiet links to the page, its headings, statements and rows, copied when clicked;
// everything open on paper. The links are made here, since a page would be a twentieth larger with them.
"use strict";
(() => {
  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const address = (hash) => (canonical || location.href.split("#")[0]) + hash;

  const anchor = (id, words) => {
    const link = document.createElement("a");
    link.className = "anchor";
    link.href = "#" + encodeURIComponent(id);
    link.setAttribute("aria-label", words);
    return link;
  };
  // A link inside a heading would be read as part of it, so the two stand side by side in a box.
  for (const it of document.querySelectorAll("main:not(.missing) h1, main :is(h2, h3, h4, h5, h6)[id]")) {
    const box = document.createElement("div");
    box.className = "heading " + it.tagName.toLowerCase();
    it.replaceWith(box);
    box.append(it, anchor(it.id, it.tagName === "H1" ? "Link to this page" : "Link to this section"));
  }
  const words = { LI: "Link to this statement", TH: "Link to this row", DT: "Link to this term" };
  for (const it of document.querySelectorAll("main :is(ul, ol):not([class]) > li[id], main th[id], main dt[id]")) {
    it.append(anchor(it.id, words[it.tagName]));
  }

  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
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
