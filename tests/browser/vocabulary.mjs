// The vocabulary of schema.org, and what of a node is not in it. In: the declarations of
// schema-dts, which are made from the vocabulary: an interface for each type, with its parents and
// its properties, and what each property may be. Out: complaints. Knows no page.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DECLARATIONS = fileURLToPath(import.meta.resolve("schema-dts")).replace(/schema\.js$/, "schema.d.ts");

/** Every type by name: the types it extends, and its own properties with the types of their values. */
export const TYPES = read(readFileSync(DECLARATIONS, "utf8"));

function read(text) {
  const types = new Map();
  for (const [, name, parents, body] of text.matchAll(/^interface (\w+)Base extends (.*) \{\n([^]*?)^\}/gm)) {
    const above = [...parents.matchAll(/(\w+)Base\b/g)].map((it) => it[1]);
    const properties = [...body.matchAll(/^ {4}"([^"]+)"\?: SchemaValue<(.*), "[^"]+">;$/gm)];
    types.set(name, { above, properties: new Map(properties.map(([, it, values]) => [it, values.split(" | ")])) });
  }
  // A type without properties of its own has no interface but the one that names it.
  for (const [, name, parent] of text.matchAll(/^export interface (\w+)Leaf extends (\w+)Base \{/gm)) {
    if (!types.has(name)) types.set(name, { above: [parent], properties: new Map() });
  }
  // What such types are above of is told by unions alone.
  for (const [, name, members] of text.matchAll(/^export type (\w+) = (\w+Leaf( \| \w+)+);$/gm)) {
    for (const it of members.split(" | ").slice(1)) types.get(it)?.above.push(name);
  }
  return types;
}

/** A type and everything above it. */
const lineage = (type) => [type, ...(TYPES.get(type)?.above ?? []).flatMap(lineage)];

const isUrl = (text) => URL.canParse(text) && /^https?:/.test(text) && !/\s/.test(text);

/** What a plain value may be taken for. */
const DATA = {
  Text: (it) => typeof it === "string",
  URL: (it) => typeof it === "string" && isUrl(it),
  Date: (it) => /^\d{4}-\d\d-\d\d$/.test(it),
  DateTime: (it) => /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/.test(it),
  Time: (it) => /^\d\d:\d\d/.test(it),
  Number: (it) => typeof it === "number",
  Integer: (it) => Number.isInteger(it),
  Boolean: (it) => typeof it === "boolean",
};

/** Everything that is wrong with a node, and with the nodes in it. `at` says where it stands. */
export function wrongs(node, at = "@graph") {
  const { "@type": type, "@id": id, ...properties } = node;
  if (!TYPES.has(type)) return [`${at}: there is no type ${type}`];
  const wrong = id === undefined || isUrl(id) ? [] : [`${at}: @id is no address`];
  for (const [name, value] of Object.entries(properties)) {
    const place = `${at}/${type}.${name}`;
    const range = lineage(type).map((it) => TYPES.get(it)?.properties.get(name)).find(Boolean);
    if (!range) wrong.push(`${place}: a ${type} has no such property`);
    else for (const it of [value].flat()) wrong.push(...wrongValue(it, range, place));
  }
  return wrong;
}

function wrongValue(value, range, place) {
  const expected = `${place} is to be ${range.join(" or ")}`;
  if (value === null || value === "") return [`${expected}, not nothing`];
  if (typeof value === "object") {
    const fits = lineage(value["@type"]).some((it) => range.includes(it));
    return fits ? wrongs(value, place) : [`${expected}, not ${value["@type"]}`];
  }
  const isPlain = range.some((it) => DATA[it]?.(value));
  // An address stands for what is described there.
  const isReference = range.includes("IdReference") && DATA.URL(value);
  return isPlain || isReference ? [] : [`${expected}, not ${JSON.stringify(value)}`];
}
