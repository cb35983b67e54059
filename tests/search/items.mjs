// Known items: what somebody who knows that it is there would type to get to it. In: a handbook as published for
// programs. Out: classes of items, each with its queries and the addresses that answer them. Knows no engine.

export const KINDS = ["exact", "prefix", "one slip"];

const RAREST = 4;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** `[class, items]`, at most `limit` items in each, the same ones every time. An item is `{ right, queries }`. */
export function classes(handbook, limit) {
  const things = all(handbook);
  const candidates = new Map(Object.entries({ ...names(things), ...statements(things), ...headings(things) }));
  return [...candidates].filter(([, items]) => items.length).map(([name, items]) => {
    const random = randomness(name);
    return [name, drawn(items, limit, random).map(({ text, right }) => ({ right, queries: queries(text, random) }))];
  });
}

/** Everything that has a name and an address, with its statements and the headings of its sections. */
function all({ roles, competencies, terms }) {
  const under = (sections, own) => sections.flatMap((it) => [...it.statements.filter(own), ...under(it.sections, own)]);
  const titles = (sections) => sections.flatMap((it) => [it.title, ...titles(it.sections)]);
  return [
    ...roles.map((it) => ({
      ...it, kind: "role", others: [...it.also_known_as, ...it.formerly], headings: titles(it.sections),
      // What a role inherits is found where it is stated as well as where it is repeated; drawn is what it states.
      stated: under(it.sections, (statement) => statement.stated_by === it.id), shown: under(it.sections, () => true),
    })),
    ...competencies.map((it) => {
      const stated = under([...it.steps, ...it.sections], () => true);
      return { ...it, kind: "competency", others: it.also_known_as, headings: [], stated, shown: stated };
    }),
    ...terms.map((it) => ({
      ...it, kind: "term", address: `glossary/#${it.id}`, others: it.also, headings: [], stated: [], shown: [],
    })),
  ];
}

/** A title or another name, which everything that bears it answers. */
function names(things) {
  const key = (name) => name.toLowerCase();
  const bearers = grouped(things.flatMap((it) => [it.title, ...it.others].map((name) => [key(name), it.address])));
  const items = (name) => ({ text: name, right: new Set(bearers.get(key(name))) });
  return byKind(things, (it) => ({ title: [items(it.title)], "other name": it.others.map(items) }));
}

/** The rarest words of a statement in their order, which every page answers that has them all in one statement. */
function statements(things) {
  const shown = things.flatMap((it) => it.shown.map(({ text }) => ({ words: new Set(words(text)), address: it.address })));
  const holders = grouped(shown.flatMap((it) => [...it.words].map((word) => [word, it])));
  const rarity = (word) => holders.get(word).length;
  return byKind(things, ({ stated }) => ({
    statement: stated.map(({ text }) => [...new Set(words(text))]).filter((it) => it.length >= RAREST).map((it) => {
      const rarest = [...it].sort((a, b) => rarity(a) - rarity(b)).slice(0, RAREST);
      const right = holders.get(rarest[0]).filter((one) => rarest.every((word) => one.words.has(word)));
      return { text: it.filter((word) => rarest.includes(word)).join(" "), right: new Set(right.map((one) => one.address)) };
    }),
  }));
}

/** A role's title and a heading, which every role of that title answers that has such a heading. */
function headings(things) {
  const titled = things.flatMap((it) => it.headings.map((heading) => [`${it.title} ${heading}`, it.address]));
  const bearers = grouped(titled);
  return { "role heading": [...bearers].map(([text, right]) => ({ text, right: new Set(right) })) };
}

/** `{ "role title": items }`, of the items that each thing has by class. */
function byKind(things, classed) {
  const found = things.flatMap((it) => Object.entries(classed(it)).map(([name, items]) => [`${it.kind} ${name}`, items]));
  return Object.fromEntries([...grouped(found)].map(([name, items]) => [name, items.flat()]));
}

function grouped(pairs) {
  const groups = new Map();
  for (const [key, value] of pairs) {
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(value);
  }
  return groups;
}

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The queries of an item by kind; none where it has no word that is long enough. */
function queries(text, random) {
  const typed = [text, cut(text), slipped(text, random)];
  return Object.fromEntries(KINDS.map((kind, i) => [kind, typed[i]]));
}

/** As typed until about the middle of the last word. */
function cut(text) {
  const [last] = text.match(/[\p{L}\p{N}]+$/u) ?? [""];
  const kept = Math.max(3, Math.round(last.length * 0.6));
  return kept < last.length ? text.slice(0, text.length - last.length + kept) : undefined;
}

/** With one letter of one word left out, doubled, swapped with the next, or replaced. */
function slipped(text, random) {
  const long = [...text.matchAll(/\p{L}{4,}/gu)];
  if (!long.length) return undefined;
  const { 0: word, index } = long[random(long.length)];
  const at = random(word.length);
  const [before, letter, after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  const other = LETTERS[random(LETTERS.length)];
  const slips = [before + after, before + letter + letter + after, before + other + after];
  if (after) slips.push(before + after[0] + letter + after.slice(1));
  const slip = slips[random(slips.length)];
  // The same letter twice, or the letter that stood there.
  if (slip.toLowerCase() === word.toLowerCase()) return slipped(text, random);
  return text.slice(0, index) + slip + text.slice(index + word.length);
}

/** Some of the items, in an order of chance. */
function drawn(items, limit, random) {
  const left = [...items];
  const taken = [];
  while (left.length && taken.length < limit) taken.push(left.splice(random(left.length), 1)[0]);
  return taken;
}

/** Whole numbers below a bound that look like chance and follow from the seed (mulberry32). */
function randomness(seed) {
  let state = [...seed].reduce((sum, it) => Math.imul(sum, 31) + it.codePointAt(0), 20261121);
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
