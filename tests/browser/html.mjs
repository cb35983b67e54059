// HTML as a tree, read by the parser that the standard describes: no regular expression mistakes a
// comment for a link. In: text. Out: elements and what stands in them. Knows nothing of sites.

import { parse } from "parse5";

/** The document, and the codes of everything the standard calls a mistake in it. */
export function parsed(html) {
  const mistakes = [];
  const onParseError = ({ code, startLine }) => mistakes.push(`line ${startLine}: ${code}`);
  return { document: parse(html, { onParseError }), mistakes };
}

/** Every element below a node, in the order of the source. */
export function* elements(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) yield child;
    yield* elements(child);
  }
}

/** The value of an attribute; undefined when it is not there. */
export function attribute(element, name) {
  return element.attrs.find((it) => it.name === name)?.value;
}

/** The words of an attribute that is a list. */
export function words(element, name) {
  return attribute(element, name)?.split(/\s+/).filter(Boolean) ?? [];
}

export function text(node) {
  if (node.nodeName === "#text") return node.value;
  return (node.childNodes ?? []).map(text).join("");
}

/** Everything an element leads to or loads. */
export function links(element) {
  const single = ["href", "src", "action"].map((name) => attribute(element, name));
  const candidates = attribute(element, "srcset")?.split(",") ?? [];
  return [...single, ...candidates.map((it) => it.trim().split(/\s+/)[0])].filter((it) => it !== undefined);
}

/** How an element is named in a message. */
export function named(element) {
  const attributes = element.attrs.map(({ name, value }) => ` ${name}="${value}"`);
  return `<${element.tagName}${attributes.join("")}>`;
}
