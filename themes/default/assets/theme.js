// Runs before the page is drawn: says that scripts work, and brings back the chosen colours. The
// switch is made here, since it does nothing without.
"use strict";
(() => {
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const preferred = () => (dark.matches ? "dark" : "light");
  const current = () => page.dataset.theme || preferred();
  const button = document.createElement("button");
  button.className = "dark";
  button.setAttribute("aria-label", "@dark-colours");
  const press = () => button.setAttribute("aria-pressed", current() === "dark");
  button.onclick = () => {
    const next = current() === "dark" ? "light" : "dark";
    // Who chooses what the system prefers follows the system again.
    const isPreferred = next === preferred();
    if (isPreferred) delete page.dataset.theme; else page.dataset.theme = next;
    press();
    // Storage may be forbidden; the choice then lasts for one page.
    try {
      if (isPreferred) delete localStorage.theme; else localStorage.theme = next;
    } catch { /* as said */ }
  };

  page.classList.add("scripted");
  try {
    const { theme } = localStorage;
    if (theme === "dark" || theme === "light") page.dataset.theme = theme;
  } catch { /* as above */ }
  dark.onchange = press;
  document.addEventListener("DOMContentLoaded", () => {
    press();
    document.querySelector(".bar")?.append(button);
  });
})();
