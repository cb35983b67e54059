// Whether the words of a table can be read where they stand. Runs in the page, where nothing of this
// file is known. In: a table. Out: what is cut off or covered, a line for each cell.

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
