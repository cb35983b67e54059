// On a page that has moved: leads on, and takes along what the address says besides the page. Without
// scripts the page leads on as well, but drops the place within it. Going back does not return here.
"use strict";
location.replace(document.currentScript.dataset.to + location.search + location.hash);
