// Shows what was found: options in the box, links and facets on the search page. What a handbook
// or a reader says becomes text, never HTML.
"use strict";
globalThis.rolebookView = (form, kit) => {
  const { root, search } = kit, { make, keep } = rolebook;
  const finder = rolebookSearch.open(kit.load);
  const input = form.q;
  // Only the page has a button for more.
  const [status, hint, list, more] = form.querySelectorAll("[role=status], .hint, .results, .more");
  const selects = form.querySelectorAll("select");
  let options = [], active, isCurrent, shown = 8;

  const choose = (option) => {
    if (active) active.ariaSelected = false;
    active = option;
    input.ariaExpanded = !!option;
    input.setAttribute("aria-activedescendant", option?.id || "");
    if (option) option.ariaSelected = true;
    option?.scrollIntoView({ block: "nearest" });
  };
  const entry = (href, title, ...rest) => {
    if (more) return make("div", {}, make("a", { href }, title), ...rest);
    const id = "_found" + options.length;
    return options[options.length] = make("a", { href, id, role: "option", tabIndex: -1, ariaSelected: false }, title, ...rest);
  };
  const marked = (text = []) => text.map((it, n) => (n % 2 ? make("mark", {}, it) : it));
  const span = (name, parts) => make("span", { class: name }, ...parts);
  const row = ({ address, title, also = [], kind, around, excerpt }) => entry(root + address,
    span("title", marked(title)), " ",
    span("where", [...(also[1] ? ["@also-called", ...marked(also), " · "] : []), [kind, around].filter(Boolean).join(" · ")]), " ",
    span("excerpt", marked(excerpt)));
  const group = (it) =>
    make(more ? "li" : "div", more ? {} : { role: "group", ariaLabel: it.title.join("") }, ...[it, ...it.hits].map(row));

  const draw = ({ whole, total, suggestion, groups, facets }, address) => {
    const kept = isCurrent && active?.href;
    // On the page whoever follows takes the focus along, and what is drawn once more would lose it.
    isCurrent = !more || whole;
    options = [];
    list.replaceChildren(...groups.map(group));
    hint.replaceChildren();
    if (whole) status.textContent = total ? `@n-results n=${total}` : "@nothing-found";
    if (suggestion) {
      const onclick = () => {
        input.value = suggestion;
        input.focus();
        form.oninput();
      };
      const query = more ? make("a", { href: "?q=" + encodeURIComponent(suggestion) }, suggestion)
        : make("button", { type: "button", onclick }, suggestion);
      hint.append(`@@did-you-mean query=${query}`, " ");
    }
    if (whole && !total) {
      const href = search.replace(/search(\/[^/]*)$/, "index$1");
      const index = make("a", { href }, "@index-from-a-z");
      hint.append(`@@index-lists-all index=${index}`);
    }
    if (!address) {
      const rows = kit.visited().map((it) => row({ address: it.address, title: [it.title] }));
      (more ? hint : list).append(...rows);
      if (rows[0]) status.textContent = "@recently-visited";
    }
    const isCut = total > groups.length;
    if (more) more.hidden = !isCut;
    else if (isCut) list.append(entry(address, `@all-results n=${total}`));
    for (const it of selects) {
      const [chosen] = it.selectedOptions;
      it.length = 1;
      for (const { id, title, count } of facets[it.name] || []) {
        it.add(new Option(`${title} (${count})`, id, false, id == chosen.value));
      }
      // What was chosen stays, even where it finds nothing.
      if (it.value != chosen.value) it.add(chosen);
      it.hidden = it.length < 2;
    }
    if (!more) choose(options.find((it) => it.href == kept) || options[0]);
    if (kit.isEntered) kit.follow();
  };

  kit.follow = () => {
    const it = more ? list.querySelector("a") : active;
    if (!isCurrent || !it) return;
    kit.isEntered = false;
    if (more) it.focus(); else it.click();
  };
  if (more) {
    const asked = new URLSearchParams(location.search);
    input.value ||= asked.get("q") || "";
    for (const it of selects) {
      const id = asked.get(it.name);
      if (id) it.add(new Option(id, id, true, true));
    }
    shown = Math.max(shown, asked.get("n") | 0);
    form.addEventListener("input", () => { shown = 8; }, true);
    more.onclick = async () => {
      const n = list.children.length;
      shown += 8;
      await form.oninput();
      list.children[n]?.querySelector("a").focus();
    };
  } else {
    input.onkeydown = (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      choose(options[(options.indexOf(active) + by + options.length) % options.length]);
    };
  }

  return async (isLatest) => {
    const state = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...state]) if (!value.trim()) state.delete(name);
    const { q = "", ...chosen } = Object.fromEntries(state);
    const isAsked = state.size;
    if (shown > 8) state.set("n", shown);
    const address = search + (isAsked ? "?" + state : "");
    if (more) keep(state);
    isCurrent = false;
    status.textContent = "";
    if (!isAsked) draw({ groups: [], facets: {} });
    for await (const found of finder.find(q, chosen, shown)) {
      if (!isLatest()) return;
      if (isAsked) draw(found, address);
    }
  };
};
