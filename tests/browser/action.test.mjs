// The action that others put into their workflows: how the program comes, and what it is asked to do. What the
// host would bring (its own program, a compiler) is stood in for; everything else is run as it is.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Handbook, ROLEBOOK } from "./handbook.mjs";
import { Runner, programs, read } from "./runner.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ACTION = join(ROOT, "action.yml");
const CONTENT = {
  "handbook.yml": "title: Small\n",
  "roles/engineer.md": "---\ntitle: Engineer\n---\n\n## Summary\n\nWrites software.\n",
};
const ARCHIVE = "rolebook-x86_64-unknown-linux-musl.tar.gz";
const github = { action_path: ROOT, action_repository: "owner/rolebook", action_ref: "v9.9.9", token: "secret", base_ref: "main" };

function runner(t, folder, scripts, actions) {
  return new Runner(t, { folder, programs: [programs(t, scripts)], contexts: { github }, actions });
}

/** What a release holds: the program, packed, and its checksum. */
function release(t) {
  const folder = programs(t, {});
  copyFileSync(ROLEBOOK, join(folder, "rolebook"));
  execFileSync("tar", ["-czf", ARCHIVE, "rolebook"], { cwd: folder });
  rmSync(join(folder, "rolebook"));
  const sum = createHash("sha256").update(readFileSync(join(folder, ARCHIVE))).digest("hex");
  writeFileSync(join(folder, "SHA256SUMS"), `${sum}  ${ARCHIVE}\n${"0".repeat(64)}  rolebook-other.tar.gz\n`);
  return folder;
}

const found = { rolebook: `exec ${ROLEBOOK} "$@"` };
const nothing = { gh: "exit 1", cargo: "echo no compiler >&2; exit 1" };
const VERSION = execFileSync(ROLEBOOK, ["--version"], { encoding: "utf8" }).trim().replace("rolebook ", "");

test("a program that is there is used, and the site is built", (t) => {
  const handbook = new Handbook(t, CONTENT);
  const machine = runner(t, handbook.folder, { ...nothing, ...found });
  const { code, outputs } = machine.action(ACTION, { "base-url": "https://example.org/team/", out: "pages" });
  assert.equal(code, 0, machine.said);
  assert.deepEqual(outputs, { version: VERSION });
  assert.match(readFileSync(join(handbook.folder, "pages", "404.html"), "utf8"), /"\/team\//);
});

test("else the binary of the release comes, if it is what was released", (t) => {
  const handbook = new Handbook(t, CONTENT);
  const from = release(t);
  const gh = `[ "$*" = "release download v9.9.9 --repo owner/rolebook --pattern ${ARCHIVE} --pattern SHA256SUMS --clobber" ]
cp ${from}/* .`;
  const machine = runner(t, handbook.folder, { ...nothing, gh });
  assert.deepEqual(machine.action(ACTION), { code: 0, outputs: { version: VERSION } }, machine.said);
  assert.match(machine.said, /\(downloaded\)/);
  assert.ok(existsSync(join(handbook.folder, "public", "index.html")));

  writeFileSync(join(from, ARCHIVE), "something else");
  const other = runner(t, handbook.folder, { ...nothing, gh });
  assert.notEqual(other.action(ACTION).code, 0);
  assert.match(other.said, /FAILED/);
});

test("else it is built of the source of the action, once for each source", (t) => {
  const handbook = new Handbook(t, CONTENT);
  const cargo = `[ "$*" = "install --quiet --locked --path ${ROOT} --root $RUNNER_TEMP/rolebook" ]
cp ${ROLEBOOK} "$RUNNER_TEMP/rolebook/bin/rolebook"`;
  const keys = [];
  const missed = { "actions/cache": ({ key }) => void keys.push(key) };
  const machine = runner(t, handbook.folder, { ...nothing, cargo }, missed);
  assert.equal(machine.action(ACTION).code, 0, machine.said);
  assert.match(keys[0], /^rolebook-Linux-X64-[0-9a-f]{16}$/);

  // What was kept is not built again.
  const kept = { "actions/cache": ({ key, path }) => {
    keys.push(key);
    copyFileSync(ROLEBOOK, join(path, "rolebook"));
    return { "cache-hit": "true" };
  } };
  const again = runner(t, handbook.folder, nothing, kept);
  assert.equal(again.action(ACTION).code, 0, again.said);
  assert.equal(keys[0], keys[1]);
});

test("a problem of the handbook is noted at its line, and fails the step", (t) => {
  const handbook = new Handbook(t, { ...CONTENT, "roles/lead.md": "---\ntitle: Lead\nlevle: x\n---\n" });
  const machine = runner(t, handbook.folder, { ...nothing, ...found });
  assert.equal(machine.action(ACTION, { command: "check", args: "--deny warnings" }).code, 1);
  assert.match(machine.said, /^::error file=content\/roles\/lead\.md,line=3,/m);
});

test("a command that there is none of is told, and args are words and nothing else", (t) => {
  const handbook = new Handbook(t, CONTENT);
  const machine = runner(t, handbook.folder, { ...nothing, ...found });
  assert.equal(machine.action(ACTION, { command: "biuld" }).code, 2);
  assert.match(machine.said, /there is no command `biuld`/);

  const echo = runner(t, handbook.folder, { ...nothing, rolebook: 'printf "<%s>" "$@"' });
  echo.action(ACTION, { command: "check", args: "--deny $(touch harm) * `touch harm`; touch harm" });
  assert.match(echo.said, /<--deny><\$\(touch><harm\)><\*><`touch><harm`;><touch><harm>/);
  assert.ok(!existsSync(join(handbook.folder, "harm")));
});

test("what changes is summed up against the target of the pull request, unless another revision is named", (t) => {
  const handbook = new Handbook(t, CONTENT);
  const echo = () => runner(t, handbook.folder, { ...nothing, rolebook: 'printf "<%s>" "$@"' });
  const [pull, named] = [echo(), echo()];
  pull.action(ACTION, { command: "changes" });
  assert.equal(pull.summary, "<changes><--project><.><--since><origin/main><--format><markdown>");
  named.action(ACTION, { command: "changes", since: "v1", project: "a b" });
  assert.equal(named.summary, "<changes><--project><a b><--since><v1><--format><markdown>");
});

test("it only installs the program when that is all that is asked", (t) => {
  const handbook = new Handbook(t, CONTENT);
  const machine = runner(t, handbook.folder, { ...nothing, ...found });
  assert.equal(machine.action(ACTION, { command: "none" }).code, 0);
  assert.ok(!existsSync(join(handbook.folder, "public")));
});

test("what it says of itself is true: every input is used, and nothing is put into a script", () => {
  const { inputs, runs } = read(ACTION);
  const text = JSON.stringify(runs.steps);
  for (const name of Object.keys(inputs)) assert.ok(text.includes(`inputs.${name} `), name);
  for (const it of runs.steps) assert.ok(!it.run?.includes("${{"), it.name);
});
