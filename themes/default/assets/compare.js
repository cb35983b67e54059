// Two to four roles side by side, from the data that is published beside their pages. What is chosen
// lives in the address: ?roles=staff-engineer,tech-lead
"use strict";
(() => {
  const { make } = rolebook;
  const form = document.querySelector("form.chooser");
  const sides = document.querySelector(".sides");
  if (!form || !sides) return;
  // This script is one of the assets, which lie right below the root.
  const root = document.currentScript.getAttribute("src").replace(/assets\/[^/]*$/, "");
  const status = document.querySelector("main > [role=status]");
  const changes = form.changes;
  const names = ["@first-role", "@second-role", "@third-role", "@fourth-role"];

  // One choice is written in the page; the others are like it.
  const first = form.querySelector("label");
  const choices = names.map((name, index) => {
    const label = index ? first.cloneNode(true) : first;
    label.firstChild.data = name + " ";
    if (index) changes.parentElement.before(label);
    return label.querySelector("select");
  });

  const chosen = () => [...new Set(choices.map((it) => it.value).filter(Boolean))];
  let unknown = [];
  const read = () => {
    const query = new URLSearchParams(location.search);
    const wanted = (query.get("roles") ?? "").split(",").filter(Boolean);
    const known = (id) => [...choices[0].options].some((it) => it.value === id);
    unknown = wanted.filter((it) => !known(it));
    const roles = wanted.filter(known);
    choices.forEach((it, index) => { it.value = roles[index] ?? ""; });
    changes.checked = query.has("changes");
  };
  const write = () => {
    const query = new URLSearchParams();
    if (chosen().length) query.set("roles", chosen().join(","));
    if (changes.checked) query.set("changes", "1");
    rolebook.keep(query);
  };

  // From a disk a page may load scripts but no data, so there the data comes as a script.
  const loaded = new Map();
  window.rolebookData = (sheet) => loaded.set(sheet.id, sheet);
  const load = async (id) => {
    const at = `${root}roles/${encodeURIComponent(id)}/index.js`;
    if (!loaded.has(id) && location.protocol === "file:") {
      await new Promise((done, failed) => {
        document.head.append(make("script", { src: at, onload: done, onerror: failed }));
      });
    } else if (!loaded.has(id)) {
      const answer = await fetch(at + "on");
      if (!answer.ok) throw new Error(answer.statusText);
      loaded.set(id, await answer.json());
    }
    return loaded.get(id);
  };

  // How a value stands to that of the first role: the look of a mark, and its word.
  const mark = (first, it) => {
    const is = (look, word) => [" ", make("span", { class: "mark " + look }, word)];
    if (first === it || it === undefined) return [];
    if (first === undefined) return is("new", "@extra");
    if (typeof it !== "number") return is("changed", "@other");
    return it > first ? is("raised", "@higher") : is("lowered", "@lower");
  };

  // A row: what it is, and per role how it is shown and what it is compared by.
  const rows = (roles, part, key, show, nothing) => {
    const found = new Map();
    for (const role of roles) for (const it of part(role)) found.set(it.id, found.get(it.id) ?? it);
    return [...found.values()].map((it) => {
      const cells = roles.map((role) => part(role).find((other) => other.id === it.id));
      const keys = cells.map((cell) => cell && key(cell));
      return { title: it.title, group: it.area?.title, shown: cells.map((cell) => (cell ? show(cell) : [make("span", { class: "nothing" }, nothing)])), keys };
    });
  };
  const pips = (step) => [make("span", { class: `pips n${step.number} o${form.dataset.steps}` }, step.title)];
  const differs = (row) => row.keys.some((it) => it !== row.keys[0]);

  const table = (roles, groups) => {
    const head = make("tr", {}, make("td", {}), ...roles.map((it) => make("th", { scope: "col" },
      make("a", { href: root + it.address }, it.title), " ",
      make("span", { class: "where" }, [it.level?.title, it.family.title].filter(Boolean).join(" · ")))));
    const body = ([title, rows]) => make("tbody", {},
      make("tr", { class: "group" }, make("th", { scope: "rowgroup", colspan: roles.length + 1 }, make("span", {}, title))),
      ...rows.map((row) => make("tr", {}, make("th", { scope: "row" }, row.title),
        ...row.shown.map((shown, index) => make("td", { "data-role": roles[index].title }, make("span", {}, ...shown), ...mark(row.keys[0], row.keys[index]))))));
    const whole = make("table", {},
      make("caption", {}, `@marks-caption role=${roles[0].title}`),
      make("thead", {}, head), ...groups.map(body));
    return make("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-labelledby": "_sides" }, whole);
  };

  // The statements of sections and all below them.
  const statements = (sections) => sections.flatMap((it) => [...it.statements, ...statements(it.sections)]);
  const list = (items) => make("ul", {}, ...items.map((it) => make("li", {}, it.text)));
  const sections = (roles) => {
    const asked = roles.map((role) => role.sections.filter((it) => it.asks));
    const keys = [...new Set(asked.flat().map((it) => it.key))];
    return keys.flatMap((key) => {
      const named = asked.map((all) => all.filter((it) => it.key === key));
      const sides = named.map(statements);
      const isShared = (line) => sides.every((side) => side.some((it) => it.text === line.text));
      const shared = sides[0].filter(isShared);
      if (changes.checked && sides.every((side) => side.every(isShared))) return [];
      const parts = sides.map((side, index) => {
        const own = side.filter((it) => !isShared(it));
        const { address, title } = roles[index];
        const [at] = named[index];
        const name = make("h4", {}, at ? make("a", { href: `${root}${address}#${encodeURIComponent(at.id)}` }, title) : title);
        return make("section", {}, name, own.length ? list(own) : make("p", { class: "nothing" }, shared.length ? "@nothing-besides" : "@nothing"));
      });
      const [{ title }] = named.flat();
      const n = shared.length;
      const same = n && !changes.checked
        ? [make("details", {}, make("summary", {}, roles.length > 2 ? `@in-all n=${n}` : `@in-both n=${n}`), list(shared))] : [];
      return [make("h3", {}, title), make("div", { class: "columns" }, ...parts), ...same];
    });
  };

  // Where a pair has a page of its own, in the order chosen.
  const written = (roles) => {
    const pairs = roles.flatMap((from, index) => roles.slice(index + 1).map((to) => [from, to]));
    const found = pairs.flatMap(([from, to]) => {
      const at = [from, to].map((it) => encodeURIComponent(it.id)).join("/");
      const link = document.querySelector(`.groups a[href*="compare/${at}/"]`);
      return link ? [make("li", {}, make("a", { href: link.getAttribute("href") }, `@from-to from=${from.title} to=${to.title}`))] : [];
    });
    return found.length ? [make("p", {}, "@word-by-word"), make("ul", { class: "links" }, ...found)] : [];
  };

  const show = (roles) => {
    const facts = rows(roles, (it) => it.scope, (it) => it.value, (it) => [it.value], "–");
    const steps = rows(roles, (it) => it.competencies, (it) => it.step.number, (it) => pips(it.step), "@not-expected");
    const areas = [...new Set(steps.map((it) => it.group))];
    const groups = [["@scope", facts], ...areas.map((area) => [area ?? "@competencies", steps.filter((it) => it.group === area)])];
    const kept = groups.map(([title, all]) => [title, changes.checked ? all.filter(differs) : all]);
    const n = [...facts, ...steps].filter(differs).length;
    const titles = roles.map((it) => it.title).join("@comma");
    status.textContent = `@rows-differ roles=${titles} n=${n} all=${facts.length + steps.length}`;
    sides.replaceChildren(make("h2", { id: "_sides" }, "@side-by-side"), ...written(roles),
      table(roles, kept.filter(([, all]) => all.length)), ...sections(roles));
  };

  let latest = 0;
  const apply = async () => {
    const turn = ++latest;
    const ids = chosen();
    const missing = unknown.map((it) => `@no-such-role name=${it}` + " ").join("");
    if (ids.length < 2) {
      sides.replaceChildren();
      status.textContent = missing + (ids.length ? "@choose-second-role" : "");
      return;
    }
    try {
      const roles = await Promise.all(ids.map(load));
      if (turn === latest) show(roles);
      if (turn === latest) status.textContent = missing + status.textContent;
    } catch {
      if (turn === latest) status.textContent = "@roles-not-loaded";
    }
  };

  form.onchange = () => { unknown = []; write(); apply(); };
  form.onsubmit = () => false;
  onpopstate = () => { read(); apply(); };
  read();
  apply();
})();
