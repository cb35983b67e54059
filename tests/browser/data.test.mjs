// What is published for programs: every file of data fulfils its schema, and what it names is there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { none } from "./expect.mjs";
import { OFFLINE, ROOT, bytes, files, pages } from "./site.mjs";

/** The files of each kind, by the word that `rolebook schema` knows the kind by. */
const KINDS = {
  handbook: /^handbook\.json$/,
  role: /^roles\/[^/]+\/index\.json$/,
  comparison: /^compare\/[^/]+\/[^/]+\/index\.json$/,
  ladder: /^families\/[^/]+\/index\.json$/,
};

const data = (path) => JSON.parse(bytes(ROOT, path));
const page = (path) => pages(ROOT).find((it) => it.path === path);

for (const [kind, pattern] of Object.entries(KINDS)) {
  test(`every ${kind} that is published fulfils its schema`, () => {
    const schema = JSON.parse(execFileSync(process.env.ROLEBOOK, ["schema", kind]));
    // Widths of numbers are told as formats, which say nothing that is not said beside them.
    const validate = new Ajv2020({ validateFormats: false, allErrors: true }).compile(schema);
    const found = files(ROOT).filter((it) => pattern.test(it));
    assert.ok(found.length > 0);
    none(found.filter((it) => !validate(data(it))).map((it) => `${it}: ${JSON.stringify(validate.errors)}`));
    const { version, ...rest } = data(found[0]);
    assert.equal(version, 1);
    assert.ok(!validate({ ...rest, version: 2 }), "another version fulfils another schema");
    assert.ok(!validate({ version }), "nothing may be missing");
  });
}

test("there is no data that has no schema", () => {
  const known = Object.values(KINDS);
  none(files(ROOT).filter((it) => it.endsWith(".json") && !known.some((kind) => kind.test(it))));
});

/** The ids of sections and statements, at any depth. */
const anchors = ({ statements = [], sections = [], id }) =>
  [...(id ? [id] : []), ...statements.map((it) => it.id), ...sections.flatMap(anchors)];

test("an id in the data is the anchor on the page", () => {
  const { roles, competencies, guides, terms } = data("handbook.json");
  const wrong = (address, wanted) => {
    const { ids } = page(`${address}index.html`);
    return wanted.filter((it) => !ids.includes(it)).map((it) => `${address}#${it}`);
  };
  const inside = ({ sections }) => sections.flatMap(anchors);
  none([
    ...[...roles, ...guides].flatMap((it) => wrong(it.address, inside(it))),
    ...competencies.flatMap((it) => wrong(it.address, [...inside(it), ...it.steps.map((step) => step.step.id)])),
    ...competencies.flatMap((it) => wrong(it.address, it.steps.flatMap(({ statements, sections }) => anchors({ statements, sections })))),
    ...wrong("glossary/", terms.map((it) => it.id)),
  ]);
  assert.ok(roles.flatMap(inside).length > 500);
});

test("the cells of a ladder are places on its page", () => {
  for (const path of files(ROOT).filter((it) => KINDS.ladder.test(it))) {
    const { ids } = page(path.replace(".json", ".html"));
    const cells = data(path).competencies.flatMap((it) => it.cells.map((cell) => cell.id));
    none(cells.filter((it) => !ids.includes(it)));
  }
});

test("the role beside its page is the one in the handbook", () => {
  for (const role of data("handbook.json").roles) {
    assert.deepEqual(data(`roles/${role.id}/index.json`), { version: 1, ...role });
  }
});

test("from a disk the same data comes as a script, and only there", () => {
  for (const { id } of data("handbook.json").roles) {
    const script = bytes(OFFLINE, `roles/${id}/index.js`).toString();
    const [, argument] = script.match(/^rolebookData\((.*)\);\n$/s);
    assert.deepEqual(JSON.parse(argument), JSON.parse(bytes(OFFLINE, `roles/${id}/index.json`)));
  }
  none(files(ROOT).filter((it) => /^roles\/.*\.js$/.test(it)));
});

test("the table of the whole handbook has every statement of every role", () => {
  const csv = bytes(ROOT, "handbook.csv").toString();
  for (const { sections } of data("handbook.json").roles) {
    const [line] = sections.find((it) => it.key === "takeaways").statements.slice(-1);
    assert.ok(csv.includes(`,${line.id},`), line.id);
  }
});
