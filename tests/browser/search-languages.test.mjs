// Search in other languages than English: words are found as readers type them, and what matches is marked where it
// stands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bracketed } from "../search/finder.mjs";
import { searched } from "./handbook.mjs";

const handbook = (language, files) => ({ "handbook.yml": `title: X\nlanguage: ${language}\nlevels: [{ ic: l1 }]\n`, ...files });
const role = (title, summary, statements = [], more = "") =>
  `---\ntitle: ${title}\nlevel: l1\n${more}---\n\n## Summary\n\n${summary}\n\n## Responsibilities\n\n${statements.map((it) => `- ${it}\n`).join("")}`;

/** The texts of an answer that match, in its order. */
const marks = ({ groups }) => groups.flatMap((it) => [it.title, it.also, it.excerpt, ...it.hits.flatMap((hit) => [hit.title, hit.excerpt])])
  .map(bracketed).filter((it) => it.includes("["));

// No spaces at all, so that only the excerpt parts it.
const LONG = `${"組織の方針を説明する。".repeat(40)}採用面接を設計する。${"記録を残す。".repeat(60)}`;
const JAPANESE = handbook("ja", {
  "roles/em.md": role("エンジニアリングマネージャー", "OKRの設定とチームの採用を担当する。", ["React入門を書く", LONG], "also_known_as: [開発部長]\n"),
  "roles/品質.md": role("品質保証", "𠮷野家のﾃｽﾄを行う。"),
  "glossary.yml": "採用: { title: 採用, definition: 人を迎えること。 }\n",
});

test("a Japanese handbook is found by parts of words, and marked there", async (t) => {
  const { ask } = searched(t, JAPANESE);
  const first = async (query) => {
    const found = await ask(query);
    return [found.groups[0]?.address, ...marks({ groups: found.groups.slice(0, 1) })];
  };
  assert.deepEqual(await first("マネージャー"), ["roles/em/", "エンジニアリング[マネージャー]"]);
  assert.deepEqual(await first("品質"), ["roles/品質/", "[品質]保証"]);
  assert.deepEqual(await first("質"), ["roles/品質/", "品[質保]証"]);
  assert.deepEqual(await first("開発部長"), ["roles/em/", "[開発部長]"]);
  assert.deepEqual(await first("採用"), ["glossary/#採用", "[採用]"]);
  // Beside letters of another script, in a width of their own, beyond the first plane.
  assert.deepEqual(await first("okr"), ["roles/em/", "[OKR]の設定とチームの採用を担当する。"]);
  assert.deepEqual(await first("入門"), ["roles/em/", "React[入門]を書く"]);
  assert.deepEqual(await first("react"), ["roles/em/", "[React]入門を書く"]);
  assert.deepEqual(await first("テスト"), ["roles/品質/", "𠮷野家の[ﾃｽﾄ]を行う。"]);
  assert.deepEqual(await first("𠮷野家"), ["roles/品質/", "[𠮷野家]のﾃｽﾄを行う。"]);
  assert.equal((await ask("銀行")).total, 0);
});

test("an excerpt without spaces is as short as others, and shows what was found", async (t) => {
  const { groups: [{ hits, excerpt }] } = await searched(t, JAPANESE).ask("面接");
  const shown = [excerpt, ...hits.map((it) => it.excerpt)].find((it) => it.length > 1);
  assert.match(bracketed(shown), /^….{20,80}採用\[面接\]を設計する。.{20,150} …$/);
});

test("a Chinese handbook too", async (t) => {
  const { ask } = searched(t, handbook("zh-CN", {
    "roles/em.md": role("工程经理", "带领团队，负责招聘。"), "roles/pm.md": role("产品经理", "定义产品。"),
  }));
  assert.deepEqual((await ask("经理")).groups.slice(0, 2).map((it) => it.address).sort(), ["roles/em/", "roles/pm/"]);
  assert.deepEqual((await ask("工程经理")).groups[0].address, "roles/em/");
  assert.deepEqual(marks(await ask("招聘")), ["带领团队，负责[招聘]。"]);
});

test("a Korean one, whose words bear their endings", async (t) => {
  const { ask } = searched(t, handbook("ko", { "roles/em.md": role("엔지니어링 관리자", "관리자는 팀을 이끈다.") }));
  assert.deepEqual(marks(await ask("관리자")), ["엔지니어링 [관리자]", "[관리자]는 팀을 이끈다.", "엔지니어링 [관리자]"]);
});

test("a German one, without the dots and by other forms of a word", async (t) => {
  const { ask } = searched(t, handbook("de", {
    "roles/leiter.md": role("Leiter der Entwicklung", "Führt mehrere Gruppen.", ["Entscheidet über die Größe der Gruppen", "Sorgt für gute Führung"]),
    "roles/pruefer.md": role("Prüfer", "Prüft Anlagen.", ["Schreibt über jede Anlage"]),
  }));
  const shown = async (query) => marks(await ask(query));
  for (const it of ["führung", "fuhrung", "FÜHRUNG", "fu\u0308hrung"]) assert.deepEqual(await shown(it), ["Sorgt für gute [Führung]"], it);
  for (const it of ["größe", "grösse", "grosse", "GRÖẞE"]) assert.deepEqual(await shown(it), ["Entscheidet über die [Größe] der Gruppen"], it);
  // One slip away.
  assert.deepEqual(await shown("groesse"), ["Entscheidet über die [Größe] der Gruppen"]);
  assert.deepEqual((await ask("anlage")).groups[0].address, "roles/pruefer/");
  assert.deepEqual(await shown("gruppe"), ["Führt mehrere [Gruppen].", "Entscheidet über die Größe der [Gruppen]"]);
});

for (const [language, title, queries, text] of [
  ["ar", "مُدير الهندسة", ["مدير", "مُدير", "الهندسة", "الهندسه"], "يقود الفريق"],
  ["he", "ראש־צוות", ["צוות", "ראש צוות", "רֹאשׁ"], "מוביל את הצוות"],
]) {
  test(`one from right to left: ${language}`, async (t) => {
    const { ask } = searched(t, handbook(language, { "roles/lead.md": role(title, text), "roles/other.md": role("CTO", "X") }));
    for (const it of queries) assert.equal((await ask(it)).groups[0]?.address, "roles/lead/", it);
    const { groups: [first] } = await ask(queries[0]);
    assert.ok(first.title[1] && title.includes(first.title[1]), bracketed(first.title));
  });
}
