// Search: a box over any page, and the search page. The index is loaded when it is first needed.
"use strict";
(() => {
  // This script is one of the assets, which lie right below the root.
  const root = document.currentScript.getAttribute("src").replace(/assets\/[^/]*$/, "");
  const SHOWN = 30;

  // Text as it is compared: without case and diacritics, with the place each character came from.
  const fold = (text) => {
    let folded = "";
    const from = [];
    let at = 0;
    for (const character of text) {
      const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      for (let i = 0; i < plain.length; i++) from.push(at);
      folded += plain;
      at += character.length;
    }
    from.push(at);
    return { folded, from };
  };
  const key = (text) => fold(text).folded.trim().replace(/\s+/g, " ");
  const split = (text) => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const name = (text) => {
    const whole = key(text);
    const words = split(whole);
    return { whole, words, initials: words.map((it) => it[0]).join("") };
  };

  let loading;
  const load = () => loading ||= new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = root + "assets/search-index.js";
    script.onload = () => done(unpack(window.rolebookIndex));
    script.onerror = () => { loading = null; script.remove(); fail(); };
    document.head.append(script);
  });
  const unpack = ({ kinds, rows }) => {
    let last = "";
    return rows.map(([title, kind, context, shared, rest, ...also]) => {
      last = last.slice(0, shared) + rest;
      return {
        title, context, also, kind: kinds[kind], address: last,
        name: name(title), others: also.map(name), around: split(key(context)),
      };
    });
  };

  // How well something answers; smaller is better, nothing means not at all.
  const begin = (words, terms) => terms.every((term) => words.some((it) => it.startsWith(term)));
  const rank = (it, query, terms) => {
    const heading = it.kind === "Section" ? 3 : 0;
    if (it.name.whole.startsWith(query)) return heading;
    if (begin(it.name.words, terms)) return heading + (heading ? 0 : 1);
    if (!heading && it.others.some((o) => o.whole.startsWith(query) || begin(o.words, terms))) return 2;
    if (!heading && it.name.initials.length > 1 && it.name.initials.startsWith(query)) return 2;
    const mixed = begin([...it.name.words, ...it.around], terms);
    if (mixed && terms.some((term) => begin(it.name.words, [term]))) return 4;
    if (it.name.whole.includes(query) || it.others.some((o) => o.whole.includes(query))) return 5;
    return undefined;
  };
  const find = (items, text) => {
    const query = key(text);
    const terms = split(query);
    if (!terms.length) return [];
    const found = [];
    items.forEach((it, order) => {
      const tier = rank(it, query, terms);
      if (tier !== undefined) found.push({ it, tier, order, length: it.title.length });
    });
    found.sort((a, b) => a.tier - b.tier || a.length - b.length || a.order - b.order);
    return found.map(({ it }) => it);
  };

  // The text with what matches in <mark>.
  const marked = (text, terms) => {
    const { folded, from } = fold(text);
    const hits = [];
    for (const term of terms) {
      const word = new RegExp("(?<![\\p{L}\\p{N}])" + term, "u").exec(folded);
      const at = word ? word.index : folded.indexOf(term);
      if (at >= 0) hits.push([from[at], from[at + term.length]]);
    }
    hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const nodes = [];
    let done = 0;
    for (const [start, end] of hits) {
      if (start < done) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      nodes.push(text.slice(done, start), mark);
      done = end;
    }
    return [...nodes, text.slice(done)];
  };
  const element = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const result = (it, text, attributes) => {
    const terms = split(key(text));
    // The other name is shown only when it is why something was found.
    const other = begin(it.name.words, terms) ? "" : it.also.find((o) => begin(name(o).words, terms));
    const where = [it.kind === "Section" ? "" : it.kind, it.context].filter(Boolean).join(" · ");
    const small = other ? ["also ", ...marked(other, terms), " · " + where] : [where];
    return element("a", { href: root + it.address, ...attributes },
      element("span", { class: "title" }, ...marked(it.title, terms)), " ",
      element("span", { class: "where" }, ...small));
  };
  const count = (n) => {
    if (!n) return "Nothing found";
    return n > SHOWN ? `${n} results, the first ${SHOWN} shown` : `${n} result${n > 1 ? "s" : ""}`;
  };
  const FAILED = "The search index could not be loaded.";

  // The search page: the state lives in the address.
  const page = document.querySelector("form.search-page");
  if (page) {
    const input = page.elements.q;
    const show = async () => {
      const status = page.querySelector("[role=status]");
      const list = page.querySelector("ol");
      try {
        const found = find(await load(), input.value);
        status.textContent = input.value.trim() ? count(found.length) : "";
        const rows = found.slice(0, SHOWN).map((it) => element("li", {}, result(it, input.value, {})));
        list.replaceChildren(...rows);
      } catch { status.textContent = FAILED; }
    };
    input.value = new URLSearchParams(location.search).get("q") || "";
    input.addEventListener("input", () => {
      const query = input.value ? "?q=" + encodeURIComponent(input.value) : location.pathname;
      // Browsers refuse to rewrite the address of a local file.
      try { history.replaceState(null, "", query); } catch { /* the results are what counts */ }
      show();
    });
    page.addEventListener("submit", (event) => event.preventDefault());
    input.focus();
    if (input.value) show();
  }

  // The box: a combobox in a dialog, made when it is first opened.
  let box;
  const make = () => {
    const list = element("div", { role: "listbox", id: "_found", "aria-label": "Results", hidden: "" });
    const input = element("input", {
      type: "text", enterkeyhint: "go", role: "combobox", "aria-label": "Search the handbook", "aria-controls": "_found",
      "aria-expanded": "false", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
      placeholder: "A role, a title, a competency, a heading",
    });
    const status = element("p", { role: "status" });
    const close = element("button", { type: "submit" }, "Close");
    const dialog = element("dialog", { class: "search-box", "aria-label": "Search" },
      element("form", { method: "dialog" }, input, close), status, list);
    document.body.append(dialog);

    let active = -1;
    const choose = (index) => {
      const options = list.children;
      options[active]?.setAttribute("aria-selected", "false");
      active = options.length ? (index + options.length) % options.length : -1;
      const option = options[active];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
    };
    const show = async () => {
      const text = input.value;
      let items;
      try { items = await load(); } catch { status.textContent = FAILED; return; }
      if (text !== input.value) return;
      const found = find(items, text);
      list.replaceChildren(...found.slice(0, SHOWN).map((it, n) => result(it, text, {
        role: "option", id: "_found" + n, tabindex: "-1", "aria-selected": "false",
      })));
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(found.length > 0));
      status.textContent = text.trim() ? count(found.length) : "";
      choose(found.length ? 0 : -1);
    };
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move) choose(active < 0 && move < 0 ? -1 : active + move);
      else if (event.key === "Enter" && !event.isComposing) list.children[active]?.click();
      else return;
      event.preventDefault();
    });
    // A click beside the box closes it, as does following a result on the same page.
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    return { dialog, input, show };
  };
  const open = () => {
    if (page) { page.elements.q.focus(); return; }
    box ||= make();
    if (box.dialog.open) return;
    box.dialog.showModal();
    box.input.focus();
    box.input.select();
    box.show();
  };
  // Without scripts the link leads to the search page.
  const link = document.querySelector("a.find");
  if (link) {
    const button = element("button", {
      class: "find", type: "button", "aria-haspopup": "dialog", "aria-keyshortcuts": "/ Control+K",
    }, "Search ", element("kbd", {}, "/"));
    button.addEventListener("click", open);
    link.replaceWith(button);
  }
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
})();
