// Whether words can be read where they stand: of a table, of a whole page. Runs in the page, where nothing
// of this file is known. Out: what is cut off or covered, a line for each.

/** In: a table. */
export function unreadable(table) {
  const box = table.parentElement.getBoundingClientRect();
  const edges = { left: Math.max(0, box.left), right: Math.min(innerWidth, box.right) };
  const lines = (cell) => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const found = [];
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      // What is folded has a place all the same.
      if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      found.push(...range.getClientRects());
    }
    return found;
  };
  // A pixel is the blur of a letter, not a letter.
  const isOver = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const isOff = (it) => it.left < edges.left - 1 || it.right > edges.right + 1;
  const cells = [...table.querySelectorAll("th, td")].filter((it) => it.checkVisibility());
  const said = cells.map((cell) => ({ cell, lines: lines(cell) }));
  const complaints = (one, index) => {
    const own = one.cell.getBoundingClientRect();
    const name = one.cell.textContent.trim();
    const sticksOut = (it) => it.right > own.right + 1 || it.left < own.left - 1;
    const others = said.slice(index + 1).filter((it) => it.lines.some((a) => one.lines.some((b) => isOver(a, b))));
    return [
      ...(one.lines.some(isOff) ? [`off the screen: ${name}`] : []),
      ...(one.lines.some(sticksOut) ? [`sticks out of its cell: ${name}`] : []),
      ...others.map((it) => `over each other: ${name} and ${it.cell.textContent.trim()}`),
    ];
  };
  return said.flatMap(complaints);
}

/** The whole page: texts beyond its edges, cut off in a box that does not scroll, or one on the other. */
export function hardToRead() {
  const { scrollWidth, clientWidth, scrollHeight } = document.scrollingElement;
  const found = new Set(scrollWidth > innerWidth ? [`the page is ${scrollWidth} pixels wide`] : []);
  const page = { left: 0, right: clientWidth, top: -scrollY, bottom: scrollHeight - scrollY };
  // What is kept for assistive technology, and what comes into sight with the focus.
  const isApart = (it) => it.closest(".unseen, .skip, option, script");
  const isShown = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const told = (text) => text.data.trim().slice(0, 60);

  /** The box that shows a text, or a part of it. */
  const boxOf = (it) => (!it || /auto|scroll|hidden|clip/.test(getComputedStyle(it).overflowX) ? it : boxOf(it.parentElement));
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || isApart(text.parentElement) || !isShown(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const own = [...range.getClientRects()].filter((it) => it.width > 1);
    const box = boxOf(text.parentElement);
    const edges = box?.getBoundingClientRect() ?? page;
    const isOut = (it) => it.left < edges.left - 1 || it.right > edges.right + 1 || it.bottom > edges.bottom + 1;
    const scrolls = box && /auto|scroll/.test(getComputedStyle(box).overflowX);
    if (!scrolls && own.some(isOut)) found.add(`cut off: ${told(text)}`);
    // What one has to scroll to lies on nothing yet.
    const inside = own.filter((it) => !isOut(it));
    lines.push(...inside.map(({ left, right, top, bottom }) => ({ text, left, right, top, bottom })));
  }

  lines.sort((a, b) => a.top - b.top);
  lines.forEach((a, at) => {
    for (let next = at + 1; next < lines.length && lines[next].top < a.bottom; next++) {
      const b = lines[next];
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - b.top;
      // Where lines are set close, the room above and below their letters is shared.
      const isOver = width > 2 && height > 0.4 * Math.min(a.bottom - a.top, b.bottom - b.top);
      if (isOver && a.text !== b.text) found.add(`one on the other: ${told(a.text)} and ${told(b.text)}`);
    }
  });
  return [...found];
}
