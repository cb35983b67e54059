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
    const link = place()?.closest(".moved li")?.querySelector("a");
    const page = document.querySelector("main.moved a");
    if (link) location.replace(link.href);
    else if (page) location.replace(page.href.split("#")[0] + location.search + (location.hash || page.hash));
  };
  addEventListener("hashchange", lead);
  lead();
})();
