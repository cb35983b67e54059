// The comparison table: filters that live in the address, and two roles at a time on a phone.
"use strict";
(() => {
  const form = document.querySelector("form.filters");
  const table = document.querySelector(".ladder table");
  if (!form || !table) return;
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const narrow = matchMedia("(max-width: 700px)");
  // Paper has room for every role, whatever it is printed from.
  let onPaper = false;
  const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];
  const chosen = (name) => boxes(name).filter((it) => it.checked).map((it) => it.value);
  const changes = form.changes;
  const { role, beside } = form.elements;

  // From and to the address. A group of boxes is named there only when some of them are off.
  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const name of ["area", "track"]) {
      const kept = query.get(name)?.split(",");
      for (const it of boxes(name)) it.checked = !kept || kept.includes(it.value);
    }
    changes.checked = query.has("changes");
    const choose = (select, otherwise) => {
      select.value = query.get(select.name);
      if (select.selectedIndex < 0) select.selectedIndex = otherwise;
    };
    choose(role, Math.min(1, heads.length - 1));
    choose(beside, 0);
  };
  const write = () => {
    const query = new URLSearchParams();
    for (const name of ["area", "track"]) {
      if (chosen(name).length < boxes(name).length) query.set(name, chosen(name).join(","));
    }
    if (changes.checked) query.set("changes", "1");
    if (narrow.matches) {
      query.set("role", role.value);
      query.set("beside", beside.value);
    }
    rolebook.keep(query);
  };

  const columns = () => {
    const tracks = chosen("track");
    const wanted = (head) => !boxes("track").length || tracks.includes(head.dataset.track);
    if (!narrow.matches || onPaper) return heads.map(wanted);
    return heads.map((_, index) => index === role.selectedIndex || index === beside.selectedIndex);
  };
  const apply = () => {
    const shown = columns();
    const n = shown.filter(Boolean).length;
    const areas = chosen("area");
    let rows = 0;
    for (const body of table.tBodies) {
      body.hidden = "area" in body.dataset && boxes("area").length > 0 && !areas.includes(body.dataset.area);
      let some = false;
      for (const row of [...body.rows].slice(1)) {
        row.hidden = changes.checked && !("changes" in row.dataset);
        some ||= !row.hidden;
        rows += !row.hidden && !body.hidden;
      }
      body.hidden ||= !some;
    }
    for (const row of table.rows) {
      if (row.className === "group") row.cells[0].colSpan = n + 1;
      else shown.forEach((is, index) => { row.cells[index + 1].hidden = !is; });
    }
    form.classList.toggle("narrow", narrow.matches);
    form.querySelector("[role=status]").textContent = `@rows-and-roles rows=${rows} roles=${n}`;
  };

  form.onchange = () => { apply(); write(); };
  form.onsubmit = () => false;
  form.onreset = () => {
    for (const it of [...boxes("area"), ...boxes("track")]) it.checked = true;
    changes.checked = false;
    apply();
    write();
    return false;
  };
  narrow.onchange = apply;
  const print = (is) => () => { onPaper = is; apply(); };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
  onpopstate = () => { read(); apply(); };

  // A link to a row or a cell opens what stands there, and shows it even if a filter had hidden it.
  const show = () => {
    const cell = rolebook.target();
    if (!cell || !table.contains(cell)) return;
    const column = cell.cellIndex - 1;
    const { area } = cell.closest("tbody").dataset;
    for (const it of boxes("area")) it.checked ||= it.value === area;
    for (const it of boxes("track")) it.checked ||= it.value === heads[column]?.dataset.track;
    changes.checked &&= "changes" in cell.parentElement.dataset;
    if (column >= 0 && beside.selectedIndex !== column) role.selectedIndex = column;
    apply();
    write();
    cell.querySelector("details")?.setAttribute("open", "");
    // The cell within its box, below heads as tall as their titles need; then the box within the
    // window: so its headers are seen as well.
    table.parentElement.style.scrollPaddingTop = `${table.tHead.offsetHeight + 8}px`;
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    table.parentElement.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", show);
  // The browser itself goes to the place that the address names, and does so last.
  addEventListener("load", () => requestAnimationFrame(show));

  form.hidden = false;
  read();
  apply();
  show();
})();
