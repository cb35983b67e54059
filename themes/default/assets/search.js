// On every page: what opens search, and which roles were visited. What finds and what shows is
// loaded when it is first needed.
"use strict";
(() => {
  const { make } = rolebook;
  const { src, dataset } = document.currentScript;
  const root = src.replace(/assets\/[^/]*$/, "");
  const here = location.href.split(/[?#]/)[0];
  const link = document.querySelector("a.find");
  let form = document.querySelector(".search-page");
  let box, view, latest;
  const loads = {};
  const load = (path) => loads[path] ||= new Promise((onload, fail) => {
    const onerror = () => fail(delete loads[path]);
    document.head.append(make("script", { src: root + path, onload, onerror }));
  });

  // Several handbooks may share a host, and what is stored may be anything.
  const key = "visited " + root;
  const address = here.slice(root.length);
  const visited = () => {
    try {
      return JSON.parse(localStorage[key]).filter((it) =>
        typeof it?.title == "string" && /^roles\/[^/:]+\/(index\.html)?$/.test(it.address) && it.address != address);
    } catch { return []; }
  };
  try {
    const title = document.querySelector("main.role h1").textContent;
    localStorage[key] = JSON.stringify([{ title, address }, ...visited()].slice(0, 6));
  } catch { /* another page, or no storage */ }

  const kit = { root, search: link?.href || here, load, visited };
  const oninput = async () => {
    const mine = latest = {};
    const isLatest = () => mine == latest;
    kit.isEntered = false;
    try {
      const [find, show] = dataset.with.split(" ");
      await Promise.all([load(`assets/search-find.${find}.js`), load(`assets/search-view.${show}.js`)]);
      view ||= rolebookView(form, kit);
      await view(isLatest);
    } catch {
      if (isLatest()) form.querySelector("[role=status]").textContent = "@search-not-loaded";
    }
  };
  const onsubmit = (event) => {
    event.preventDefault();
    kit.isEntered = true;
    kit.follow?.();
  };
  const open = () => {
    if (!box?.open) box?.showModal();
    form.q.select();
    oninput();
  };
  if (form) {
    Object.assign(form, { oninput, onsubmit });
    oninput();
  } else {
    // Made at once, so that nothing is lost of what is typed while the rest is on its way.
    const input = make("input", {
      name: "q", role: "combobox", "aria-label": "@search-handbook", "aria-expanded": false, "aria-autocomplete": "list", "aria-controls": "_found",
      placeholder: "@search-hint", autocomplete: "off", spellcheck: false, enterkeyhint: "go",
    });
    const onclick = ({ target }) => {
      if (target == box || target.matches(".close") || target.closest("a")) box.close();
    };
    form = make("form", { oninput, onsubmit }, input, make("button", { type: "button", class: "close" }, "@close"),
      make("p", { role: "status" }), make("p", { class: "hint" }),
      make("div", { class: "results", role: "listbox", "aria-label": "@results", id: "_found" }));
    box = make("dialog", { class: "search-box", "aria-label": "@search", onclick }, form);
    document.body.append(box);
    link?.replaceWith(make("button", {
      class: "find", "aria-haspopup": "dialog", "aria-keyshortcuts": "/ Control+K Meta+K", onclick: open,
    }, "@search", " ", make("kbd", {}, "/")));
  }
  addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey;
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (isCommand ? event.shiftKey || !/^k$/i.test(event.key) : event.altKey || isTyping || event.key != "/") return;
    event.preventDefault();
    open();
  });
})();
