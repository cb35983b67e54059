// Leads on from what has moved: from a page to where it is now, with what the address says besides the
// page; from a place on a page to where that is. Without scripts a page leads on as well, without
// its places. Going back does not return here.
"use strict";
(() => {
  const place = () => {
    // Not everything that can stand behind a "#" can be decoded.
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };
  const lead = () => {
    const left = place()?.closest(".moved li");
    const page = document.querySelector("main.moved > p a");
    // What is gone leads nowhere: its reader stays and is told so.
    if (left) { if (!left.matches(".gone")) location.replace(left.querySelector("a").href); }
    else if (page) {
      const to = page.href.split("#")[0];
      const query = to.includes("?") ? location.search.replace("?", "&") : location.search;
      location.replace(to + query + (location.hash || page.hash));
    }
  };
  addEventListener("hashchange", lead);
  lead();
})();
