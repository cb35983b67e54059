// What editors are told of front matter and settings: every file that there is fulfils the schema of its kind,
// and a slip in one is seen. That schemas say what the program reads is held in Rust, field by field.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { parse } from "yaml";
import { none } from "./expect.mjs";

const rolebook = (...words) => execFileSync(process.env.ROLEBOOK, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

const STARTER = mkdtempSync(join(tmpdir(), "rolebook-starter-"));
after(() => rmSync(STARTER, { recursive: true }));
rolebook("new", STARTER);

/** Folders with a `content/` that is meant to be right. */
const HANDBOOKS = [
  REPOSITORY,
  STARTER,
  ...readdirSync(join(REPOSITORY, "tests/sites")).map((it) => join(REPOSITORY, "tests/sites", it)),
];

/** The kinds by the names that `rolebook schema` knows them by, and where their files are below `content/`. */
const KINDS = {
  "role.md": /^roles\/.*\.md$/,
  "competency.md": /^competencies\/.*\.md$/,
  "family.md": /^families\/.*\.md$/,
  "guide.md": /^(guides\/.*|index)\.md$/,
  "handbook.yml": /^handbook\.yml$/,
  "glossary.yml": /^glossary\.yml$/,
};

/** Without rules that only help who writes schemas: a type that may be one of several is meant here. */
const compiled = (kind) => new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(rolebook("schema", kind)));

/** The YAML of a file; nothing where there is none. */
function yaml(path) {
  const text = readFileSync(path, "utf8");
  if (path.endsWith(".yml")) return parse(text) ?? {};
  const [, front] = /^---\n([^]*?)^---$/m.exec(text) ?? [];
  return text.startsWith("---\n") ? (parse(front) ?? {}) : {};
}

/** Every file of a kind, with what it says. */
const documents = (pattern) =>
  HANDBOOKS.flatMap((handbook) =>
    readdirSync(join(handbook, "content"), { recursive: true })
      .filter((it) => pattern.test(it))
      .map((it) => join(handbook, "content", it)),
  ).map((path) => ({ path, said: yaml(path) }));

for (const [kind, pattern] of Object.entries(KINDS)) {
  test(`every ${kind} that is right fulfils its schema`, () => {
    const validate = compiled(kind);
    const found = documents(pattern);
    assert.ok(found.length > 1);
    none(found.filter(({ said }) => !validate(said)).map(({ path }) => `${path}: ${JSON.stringify(validate.errors)}`));
    assert.ok(found.some(({ said }) => Object.keys(said).length > 0));
  });
}

const SLIPS = {
  "role.md": [{ levl: "ic1" }, { level: ["ic1"] }, { also_known_as: "Lead" }, { status: "draf" }, { effective_from: "1.2.2026" },
    { transitions: [{ too: "lead" }] }, { transitions: [{ to: "lead", kind: "up" }] }, { expects: { hiring: { core: true } } },
    { vacancies: [{ url: "example.org" }] }, { vacancies: [{ url: "https://example.org", salary: { min: "80k", currency: "EUR", per: "year" } }] },
    { visibility: { owners: "internal" } }, { visibility: { "scope.teams": ["internal"] } }],
  "competency.md": [{ areas: "technical" }, { aliases: ["old"] }, { scale: "ours" }],
  "family.md": [{ level: "ic1" }],
  "guide.md": [{ tags: ["a"] }],
  "handbook.yml": [{}, { title: "A", levels: { a: "b" } }, { title: "A", rules: { "broken-lnk": "warn" } }, { title: "A", rules: { "broken-link": "off" } },
    { title: "A", organisation: { url: "https://example.org" } }, { title: "A", accent: { light: "teal" } }],
  "glossary.yml": [{ adr: {} }, { adr: { definition: "A", alias: ["B"] } }],
};

for (const [kind, slips] of Object.entries(SLIPS)) {
  test(`a slip in a ${kind} is seen`, () => {
    const validate = compiled(kind);
    none(slips.filter((it) => validate(it)).map((it) => JSON.stringify(it)));
  });
}

test("whoever writes sees what a field is about", () => {
  const undescribed = ({ properties = {}, ...rest }, at) => [
    ...Object.entries(properties).flatMap(([name, it]) => [...(it.description ? [] : [`${at}.${name}`]), ...undescribed(it, `${at}.${name}`)]),
    ...[rest.items, rest.additionalProperties, ...(rest.anyOf ?? [])].flatMap((it) => (it ? undescribed(it, `${at}.*`) : [])),
  ];
  none(Object.keys(KINDS).flatMap((it) => undescribed(JSON.parse(rolebook("schema", it)), it)));
});
