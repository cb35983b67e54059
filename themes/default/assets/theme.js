// Runs before the page is drawn: says that scripts work, and brings back the chosen colours. The
// switch is made here, since it does nothing without.
"use strict";
(() => {
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const remembered = {
    // Storage may be forbidden; the choice then lasts for one page.
    get: () => { try { return localStorage.getItem("theme"); } catch { return null; } },
    set: (name) => {
      try {
        if (name) localStorage.setItem("theme", name);
        else localStorage.removeItem("theme");
      } catch { /* see above */ }
    },
  };
  const preferred = () => (dark.matches ? "dark" : "light");
  const current = () => page.dataset.theme || preferred();
  const button = document.createElement("button");
  button.className = "dark";
  button.type = "button";
  button.setAttribute("aria-label", "Dark colours");
  const press = () => button.setAttribute("aria-pressed", String(current() === "dark"));
  const toggle = () => {
    const next = current() === "dark" ? "light" : "dark";
    // Who chooses what the system prefers follows the system again.
    page.dataset.theme = next;
    remembered.set(next === preferred() ? null : next);
    if (next === preferred()) delete page.dataset.theme;
    press();
  };

  page.classList.add("scripted");
  const chosen = remembered.get();
  if (chosen === "dark" || chosen === "light") page.dataset.theme = chosen;
  dark.addEventListener("change", press);
  button.addEventListener("click", toggle);
  document.addEventListener("DOMContentLoaded", () => {
    press();
    document.querySelector(".bar")?.append(button);
  });
})();
