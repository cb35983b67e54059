// What comes out of a printer. In: a page of the browser. Out: sheets, each with the runs of text on
// it and where they stand, in points. Knows nothing of what the page says.

// The reader of PDFs wants classes for drawing, which nobody does here, and misses them aloud.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
const { warn } = console;
console.warn = () => {};
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
console.warn = warn;

/** A page as printed on A4, without the colours behind it. */
export async function printed(page) {
  const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true, printBackground: false });
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const sheets = [];
  for (let number = 1; number <= document.numPages; number++) sheets.push(await sheet(await document.getPage(number)));
  await document.destroy();
  return sheets;
}

async function sheet(page) {
  const [, , width, height] = page.view;
  const { items } = await page.getTextContent();
  const runs = items
    .filter((it) => it.str.trim())
    .map((it) => ({ text: it.str, left: it.transform[4], right: it.transform[4] + it.width, y: it.transform[5] }));
  return { width, height, runs, text: letters(runs.map((it) => it.text).join("")) };
}

/** Letters and digits alone: how lines and words are broken makes no difference to them. */
export const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

// No printer reaches the edge of its paper: 4 mm, in points.
const EDGE = 11;

/** The runs of text that are cut off, or would be. */
export function beyondTheEdge(sheets) {
  return sheets.flatMap(({ width, runs }, index) => {
    const isOff = ({ left, right }) => left < EDGE || right > width - EDGE;
    return runs.filter(isOff).map((it) => `sheet ${index + 1}, ${it.left.toFixed()} to ${it.right.toFixed()} of ${width.toFixed()}: ${it.text}`);
  });
}

/** The sheets over which a table runs, and what is missing from its head on one of them. */
export async function tableOnPaper(table, sheets) {
  const { heads, first, last } = await table.evaluate((table) => {
    const rows = [...table.tBodies].flatMap((it) => [...it.rows]).filter((it) => it.cells.length > 1);
    // The name of a row may stand elsewhere; with the beginning of its first cell it stands only here.
    const beginning = ({ cells: [name, cell] }) => name.textContent + (cell.querySelector("summary") ?? cell).textContent;
    const titles = [...table.tHead.rows[0].cells].map((it) => (it.querySelector("a") ?? it).textContent);
    return { heads: titles.filter((it) => it.trim()), first: beginning(rows.at(0)), last: beginning(rows.at(-1)) };
  });
  const sheetOf = (text) => sheets.findIndex((it) => it.text.includes(letters(text)));
  const [from, to] = [sheetOf(first), sheetOf(last)];
  if (from < 0 || to < from) return { sheets: [], missing: [`${first} or ${last} is on no sheet`] };
  const own = sheets.slice(from, to + 1);
  const missing = own.flatMap(({ text }, index) =>
    heads.filter((it) => !text.includes(letters(it))).map((it) => `sheet ${from + index + 1} does not say ${it}`));
  return { sheets: own, missing };
}

/** What the elements say that stands on no sheet. */
export async function unprinted(elements, sheets) {
  const all = sheets.map((it) => it.text).join("");
  const texts = await elements.allTextContents();
  return texts.filter((it) => !all.includes(letters(it)));
}
