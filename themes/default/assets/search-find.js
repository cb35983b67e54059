// The engine of search: what a query finds in the index (assets/search), of which it fetches no more
// than it needs. Knows nothing of pages and browsers, so that tests can ask it anywhere.
"use strict";
(() => {
  // What a file of the index says when it has been loaded.
  const heard = {};
  globalThis.rolebookSearch = (key, value) => { heard[key] = value; };

  // Text to words, exactly as src/search/words.rs cuts what is indexed.
  const UNSPACED = "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const isUnspaced = RegExp.prototype.test.bind(new RegExp(UNSPACED, "u"));
  const SPACED = UNSPACED.replace("[", "[^") + "+";
  const parts = new RegExp(`(?=(${UNSPACED}{2}|(?<!${UNSPACED})${UNSPACED}(?!${UNSPACED})|${SPACED}))(?:${UNSPACED}|${SPACED})`, "gu");
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ" };
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670'’ʼ\xad\u200b-\u200d\u20e3\ufe0e\ufe0f\ufeff]/g, "")
    .normalize("NFC").toLowerCase().replace(/\P{ASCII}/gu, (it) => LETTERS[it] || it);
  const split = (text) => {
    const folded = fold(text), runs = folded.match(/[\p{Alphabetic}\p{M}\p{N}]+/gu) || [];
    return isUnspaced(folded) ? runs.flatMap((it) => Array.from(it.matchAll(parts), (it) => it[1])) : runs;
  };

  // A test holds it against the table that words.rs is held against.
  rolebookSearch.split = split;

  // The text, by turns without and with what is a hit.
  const marked = (text, hits) => {
    const out = [""];
    let end = 0;
    const look = (word, from) => {
      if (!split(word).some((it) => hits.has(it))) return;
      if (from > end || !out[1]) out.push(out.pop() + text.slice(end, from), "", "");
      out[out.length - 2] += text.slice(Math.max(from, end), end = from + word.length);
    };
    for (const { 0: run, index } of text.matchAll(/[\p{Alphabetic}\p{M}\p{N}'’ʼ\xad\u200b-\u200d]+/gu)) {
      for (const it of run.matchAll(parts)) look(it[1], index + it.index);
    }
    out.push(out.pop() + text.slice(end));
    return out;
  };
  // As much of it as shows the first hit, from space to space where there are any.
  const excerpt = (text, hits) => {
    const [{ length: first }, hit] = marked(text, hits);
    const near = (at) => at + Math.max(0, text.slice(at, at + 40).indexOf(" "));
    const from = hit && first > 100 ? near(first - 60) : 0, to = near(from + 140);
    return marked((from ? "…" : "") + (text.length > from + 180 ? text.slice(from, to) + " …" : text.slice(from)), hits);
  };

  // How many slips make each beginning of `b` of `a`; neighbours that change places are one. Nothing
  // where there are too many.
  const slips = (a, b, most) => {
    let before, row = [...b, 0].map((_, n) => n);
    for (let i = 0; i < a.length; i++) {
      const next = [i + 1];
      for (let j = 0; j < b.length; j++) {
        next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] != b[j])));
        if (i && j && a[i] == b[j - 1] && a[i - 1] == b[j]) next[j + 1] = Math.min(next[j + 1], before[j - 1] + 1);
      }
      if (Math.min(...next) > most) return [];
      [before, row] = [row, next];
    }
    return row;
  };
  const digit = (text, n) => { const it = text.charCodeAt(n) - 48; return it - (it > 43); };
  const push = (map, key, value) => map.get(key)?.push(value) ?? map.set(key, [value]);

  const called = (names) => names.map((name) => [name, split(name)]);

  // The first part of the index, spelled out.
  const spelled = (first) => {
    let last = "", n = 0;
    const { names, texts } = first, roots = [], forms = new Map(), naming = new Map(), entries = [];
    const words = Array.from(first.words.matchAll(/([A-Z])([^A-Z]*)/g), ([, it, rest]) => last = last.slice(0, it.charCodeAt() - 65) + rest);
    words.forEach((_, n) => push(forms, roots[n] = roots[n - digit(first.forms, n)] ?? n, n));
    for (const [folder, kind, count, before, behind] of names.runs) for (let k = 0; k < count; k++, n++) {
      const title = names.titles[n], cut = split(title), id = names.ids[n] ?? cut.join("-");
      const facets = { kind: [folder, kind] };
      for (const it of ["family", "track", "level"]) facets[it] = first[it].values[first[it].of[n] - 1];
      const entry = {
        n, folder, kind, id, title, facets, around: first.around.values[first.around.of[n] - 1] || "", address: before + id + behind,
        initials: cut.map((it) => it[0]).join(""), names: called([title, ...names.also[n] || []]),
      };
      entries.push(entry);
      for (const it of new Set(entry.names.flatMap(([, words]) => words))) push(naming, it, n);
    }
    n = 0;
    let file = 0;
    for (const [size, count] of texts.sizes) for (let k = 0; k < count; k++) {
      const { folder, id } = entries[n], path = `pages/${folder}/${id || "home"}.${texts.names.substr(6 * file++, 6)}`;
      for (let within = 0; within < size; within++) Object.assign(entries[n++], { path, within });
    }
    // Where a word stands, or would.
    const find = (word) => {
      let from = 0, end = words.length;
      while (from < end) {
        const middle = from + end >> 1;
        if (words[middle] < word) from = middle + 1; else end = middle;
      }
      return from;
    };
    return { ...first, words, find, roots, forms, entries, naming };
  };

  // What a term may mean: words, and how far each is meant, from 0 to 1.
  const meanings = ({ words, find, roots, forms, naming, frequencies }, term, isLast) => {
    const how = new Map(), isWhole = isUnspaced(term), { length } = term;
    const mean = (word, much) => { if (!(how.get(word) > much)) how.set(word, much); };
    const best = (found, most) => found.sort((a, b) => b[1] - a[1] || digit(frequencies, b[0]) - digit(frequencies, a[0])).slice(0, most).map(([n, much]) => mean(words[n], much));
    const from = find(term), isExact = words[from] == term, longer = [];
    if (isExact) forms.get(roots[from]).map((n) => mean(words[n], n == from ? 1 : .7));
    // A word that was typed in full and left behind is not the beginning of another.
    if (!isExact || isLast && length > 2) for (let n = from + isExact, it; (it = words[n])?.startsWith(term); n++) {
      if (length > 2 || isWhole || naming.has(it)) longer.push([n, .4 - .2 * isExact + .35 * length / it.length]);
    }
    best(longer, length > 2 ? 16 : 64);
    let corrected;
    if (!isExact && length > 3 && !isWhole) {
      const most = length < 8 ? 1 : 2, mine = [...term], near = [], others = [];
      // Other endings than the handbook knows.
      const shared = (word = "") => { let n = 0; while (n < length && word[n] == term[n]) n++; return n; };
      const beginning = Math.max(shared(words[from - 1]), shared(words[from]));
      words.forEach((word, n) => {
        if (beginning > 3 && beginning > length - 4 && shared(word) == beginning && word.length < length + 5) others.push([n, .6 * beginning / length]);
        if (word.length < length - most || mine.reduce((n, it) => n + !word.includes(it), 0) > most) return;
        const row = slips(term, word.slice(0, length + most), most);
        const it = Math.min(row[word.length] ?? 9, isLast && length > 4 ? Math.min(...row) + .5 : 9);
        if (it < most + 1) near.push([n, .75 - .2 * it]);
      });
      best(near, 8);
      best(others, 8);
      if (!longer[0] && beginning < length - 2) corrected = words[near[0]?.[0]];
    }
    // Contractions: sr, mgr.
    const contracted = new RegExp(`^${[...term].join(".*")}$`);
    if (length > 1 && length < 6) for (const it of naming.keys()) if (contracted.test(it)) mean(it, .6);
    return { term, how, corrected };
  };

  // The pages that say a word: numbers of entries, how much it tells of each, where.
  const read = (pages, passages) => {
    let entry = -1;
    const where = passages.match(/.(\+.)*/g);
    const list = pages.slice(pages.indexOf(":") + 1).split(/(?=[A-I])/).map((it, n) =>
      [entry += 1 + (parseInt(it.slice(1), 36) || 0), .5 * 1.6 ** (it.charCodeAt() - 65), where[n]]);
    return { list, n_pages: parseInt(pages) || list.length };
  };

  // For each term how much it tells of each entry, and where: BM25F, with the classes of the index.
  const tell = ({ entries, lists }, it) => {
    const n = entries.length, much = new Float64Array(n), where = [];
    let df = 0, isCut = false;
    for (const [word, share] of it.how) {
      const said = lists(word);
      if (!said) continue;
      if (share > .7 && said.n_pages > said.list.length) isCut = true;
      df = Math.max(df, said.n_pages);
      for (const [n, weight, passages] of said.list) {
        const told = share * weight / (weight + 1.2);
        if (told > much[n]) [much[n], where[n]] = [told, passages];
      }
    }
    df = Math.max(df, much.filter(Boolean).length);
    return Object.assign(it, { much, where, isCut, idf: Math.log(1 + (n - df + .5) / (df + .5)) });
  };

  const UNNAMED = { score: 0, told: new Set() };
  // How well the names of an entry answer the terms, and whether one of them answers all.
  const named = ({ names, initials }, terms) => names.map(([name, words], which) => {
    const hit = new Set(), told = new Set();
    let worst = 1, got = 0;
    for (const it of terms) {
      let much = 0, at;
      words.forEach((word, n) => { if (it.how.get(word) > much) [much, at] = [it.how.get(word), [n]]; });
      const start = !which && it.term.length > 1 && much < .7 ? initials.indexOf(it.term) : -1;
      if (start >= 0) [much, at] = [.9, [...it.term].map((_, n) => n + start)];
      if (!much) continue;
      at.map((n) => hit.add(n));
      told.add(it);
      worst = Math.min(worst, much);
      got += it.idf;
    }
    const share = hit.size / words.length, isWhole = told.size == terms.length;
    return { name, told, isWhole, score: got * (.2 + .8 * worst) * (isWhole ? 1 + share + .8 * (share == 1) : 1.2 * share) };
  }).reduce((best, it) => it.score > best.score ? it : best, UNNAMED);

  const rank = ({ entries, naming }, terms, chosen) => {
    const wanted = Object.entries(chosen);
    const passes = ({ facets }, but) => wanted.every(([facet, id]) => facet == but || facets[facet]?.[0] == id);
    const total = terms.reduce((sum, it) => sum + it.idf, 0);
    const called = new Set(terms.flatMap(({ how }) => [...how.keys()].flatMap((it) => naming.get(it) || [])));
    const scored = [];
    let most = 0;
    for (const entry of terms.length || wanted.length ? entries : []) {
      const isCalled = called.has(entry.n) || terms.some(({ term }) => term.length < 6 && entry.initials.includes(term));
      const name = isCalled ? named(entry, terms) : UNNAMED, together = {};
      let score = 0, got = 0, best = 0;
      for (const it of terms) {
        const much = it.much[entry.n] || .8 * name.told.has(it);
        score += it.idf * much;
        got += it.idf * (much ? 1 : .8 * it.isCut);
        for (const at of it.where[entry.n]?.split("+") || []) best = Math.max(best, together[at] = (together[at] || 0) + it.idf);
      }
      if (!score && terms.length) continue;
      // What is said in one place belongs together.
      if (terms.length > 1) score *= 1 + .8 * (best / total) ** 3;
      const share = total ? got / total : 1;
      most = Math.max(most, share);
      scored.push({ entry, share, name, score: score * share + name.score });
    }
    const found = scored.filter((it) => it.share >= most / 2).sort((a, b) => b.score - a.score);
    const facets = {};
    for (const facet in found[0]?.entry.facets) {
      const values = { __proto__: null };
      for (const { entry } of found) {
        const [id, title] = passes(entry, facet) && entry.facets[facet] || [];
        if (id) (values[id] ||= { id, title, count: 0 }).count++;
      }
      facets[facet] = Object.values(values);
    }
    return { found: found.filter((it) => passes(it.entry)), facets, total };
  };

  // The passages of a page, the best first. Texts are cut into words once.
  const passages = (lines, told, terms) => {
    let heading = "";
    return lines.map((line, n) => {
      const [anchor, text, own = ""] = line;
      heading = own || heading;
      const words = line.words ||= split(own + " " + text), n_heading = own && split(own).length;
      let score = 0, last;
      for (const it of terms) {
        let much = 0, at = -9;
        words.forEach((word, n) => {
          const here = (it.how.get(word) || 0) * (n < n_heading ? 1.5 : 1);
          if (here > much) [much, at] = [here, n];
        });
        // What the page is called tells no passage from another.
        score += it.idf * (told.has(it) ? .2 : 1) * (much + .3 * (much && at > last && at < last + 3));
        last = at;
      }
      return { anchor, text: text || lines[n + 1]?.[1] || "", heading, score };
    }).filter((it) => it.score).sort((a, b) => b.score - a.score);
  };

  const group = ({ entry, name, summary = "", best = [] }, terms, isFirst) => {
    const hits = new Set(terms.flatMap((it) => [...it.how.keys()])), page = entry.address.replace(/#.*/, "");
    const places = name.isWhole ? [] : best.filter((it) => it.anchor && it.score > .5 * best[0].score).slice(0, isFirst ? 2 : 1);
    return {
      kind: entry.kind, address: entry.address, around: entry.around, title: marked(entry.title, hits),
      also: name.score && name.name != entry.title ? marked(name.name, hits) : [],
      excerpt: places.length ? [] : excerpt(!name.isWhole && best[0]?.anchor == "" ? best[0].text : summary, hits),
      hits: places.map((it) => ({ address: page + "#" + it.anchor, title: marked(it.heading, hits), excerpt: excerpt(it.text, hits) })),
    };
  };

  globalThis.rolebookSearch.open = (load) => {
    let opened, fresh = "";
    // What has been loaded, by path: `words/7.3f2a9c`.
    const here = {};
    const fetch = async (path, fresh = "") => {
      await load(`assets/search/${path}.js${fresh}`);
      return here[path] = heard[path.replace(/\.\w+$/, "")];
    };
    const open = async () => {
      const index = spelled(await fetch("first." + await fetch("index", fresh))), { from, names } = index.shards;
      const shard = (word) => {
        let n = from.length;
        while (from[--n] > index.find(word));
        return [`words/${n}.${names.substr(6 * n, 6)}`, from[n]];
      };
      const lists = (word) => {
        const [path, from] = shard(word), at = index.find(word) - from, part = here[path];
        if (!part) return;
        part.split ||= part.map((it) => it.split(","));
        return (part.lists ||= [])[at] ||= read(part.split[0][at], part.split[1][at]);
      };
      // The likeliest first, and no more than a query should cost.
      const shards = ({ how }, _, { length }) => [...new Set([...how].sort((a, b) => b[1] - a[1]).map(([it]) => shard(it)[0]))].slice(0, 9 / length | 0 || 1);
      return { ...index, lists, shards };
    };
    // A site that was published anew since has another first part.
    const failed = (error) => {
      fresh += "?";
      opened = 0;
      throw error;
    };

    async function* find(query, chosen = {}, shown = 8) {
      const index = await (opened ||= open()).catch(failed);
      // The last ones are shown by name alone, so that a query costs less.
      const read = shown - 3, words = [...new Set(split(query.slice(0, 300)).slice(0, 12))];
      const terms = words.map((it, n) => meanings(index, it, !words[n + 1]));
      const ranked = () => rank(index, terms.map((it) => tell(index, it)), chosen);
      const answer = ({ found, facets, total }, whole) => {
        const first = found.slice(0, shown);
        if (whole) for (const it of first.slice(0, read)) {
          const { entry } = it, [summary, lines, also] = here[entry.path][entry.within];
          // Large handbooks keep other names with the texts.
          const name = also ? named({ ...entry, names: [...entry.names, ...called(also)] }, terms) : it.name;
          const best = passages(lines, name.told, terms);
          Object.assign(it, { summary, best, name, score: (it.score + name.score - it.name.score) * (1 + .5 * (best[0]?.score || 0) / total) });
        }
        if (total) first.sort((a, b) => b.score - a.score);
        return {
          whole, total: found.length, facets, groups: first.map((it, n) => group(it, terms, !n)),
          suggestion: terms.some((it) => it.corrected) && terms.map((it) => it.corrected || it.term).join(" "),
        };
      };
      let missing = terms.flatMap(index.shards).filter((it) => !here[it]);
      if (missing[0]) yield answer(ranked(), false);
      await Promise.all(missing.map((it) => fetch(it))).catch(failed);
      const last = ranked();
      missing = last.found.slice(0, read).map((it) => it.entry.path).filter((it) => !here[it]);
      await Promise.all(missing.map((it) => fetch(it))).catch(failed);
      yield answer(last, true);
    }
    return { find };
  };
})();
