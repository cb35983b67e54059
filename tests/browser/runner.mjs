// The steps of a workflow or an action, run on this machine. In: their YAML, what the host would know, and
// stand-ins for the actions of others. Out: what the steps said and left behind. Of the language of workflows
// it knows what ours say, and refuses the rest.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "yaml";

/** A machine for one job. */
export class Runner {
  /**
   * `folder` is the checkout, `programs` the folders looked through before those of this machine, `contexts` what
   * expressions ask for (`{ github: { base_ref: "main" } }`), `actions` a function for each `uses`, without its version:
   * it gets the inputs and gives the outputs.
   */
  constructor(test, { folder, programs = [], contexts = {}, actions = {}, env = {} }) {
    this.home = mkdtempSync(join(tmpdir(), "rolebook-runner-"));
    test.after(() => rmSync(this.home, { recursive: true, force: true }));
    const runner = { temp: join(this.home, "temp"), os: "Linux", arch: "X64", ...contexts.runner };
    mkdirSync(runner.temp);
    Object.assign(this, { folder, actions, said: "", summary: "", path: [...programs] });
    this.contexts = { github: {}, ...contexts, runner };
    this.env = { RUNNER_TEMP: runner.temp, RUNNER_OS: runner.os, RUNNER_ARCH: runner.arch, ...env };
  }

  /** Runs a job of a workflow, step by step; the first that fails ends it. */
  job(workflow, name) {
    const { env = {}, jobs } = read(workflow);
    const job = jobs[name];
    if (!job) throw new Error(`there is no job ${name}, but ${Object.keys(jobs).join(", ")}`);
    const scope = { ...this.contexts, steps: {}, env: { ...env, ...job.env } };
    return this.#steps(job.steps, scope, "-e");
  }

  /** Runs an action that is made of steps, and gives its outputs. */
  action(file, inputs = {}) {
    const { inputs: known = {}, outputs = {}, runs } = read(file);
    const given = Object.entries(known).map(([name, it]) => [name, String(inputs[name] ?? it.default ?? "")]);
    const strange = Object.keys(inputs).filter((it) => !(it in known));
    if (strange.length) throw new Error(`${file} has no input ${strange.join(", ")}`);
    const scope = { ...this.contexts, steps: {}, env: {}, inputs: Object.fromEntries(given) };
    const code = this.#steps(runs.steps, scope, "-eo pipefail");
    const value = ([name, it]) => [name, filled(it.value, scope)];
    return { code, outputs: Object.fromEntries(Object.entries(outputs).map(value)) };
  }

  #steps(steps, scope, flags) {
    for (const step of steps) {
      if (step.if !== undefined && !holds(step.if, scope)) continue;
      const { code = 0, outputs = {} } = step.run === undefined ? this.#use(step, scope) : this.#run(step, scope, flags);
      if (step.id) scope.steps[step.id] = { outputs };
      if (code !== 0) return code;
    }
    return 0;
  }

  #use(step, scope) {
    const inputs = Object.fromEntries(Object.entries(step.with ?? {}).map(([name, it]) => [name, filled(it, scope)]));
    const [name] = step.uses.split("@");
    if (!this.actions[name]) throw new Error(`nothing stands in for ${step.uses}`);
    return { outputs: this.actions[name](inputs, this) ?? {} };
  }

  #run(step, scope, flags) {
    if (step.run.includes("${{")) throw new Error(`a value is put into the script of “${step.name}”`);
    const file = (name, text = "") => {
      const path = join(this.home, name);
      writeFileSync(path, text);
      return path;
    };
    const files = ["GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_ENV", "GITHUB_STEP_SUMMARY"].map((it) => [it, file(it)]);
    const own = Object.entries({ ...scope.env, ...step.env }).map(([name, it]) => [name, filled(it, scope)]);
    // What is installed on this machine must not stand in for what the steps install.
    const here = process.env.PATH.split(delimiter).filter((it) => !existsSync(join(it, "rolebook")));
    const path = [...this.path, ...here].join(delimiter);
    const env = { ...process.env, ...this.env, ...Object.fromEntries(own), ...Object.fromEntries(files), CI: "true", PATH: path };
    const shell = step.shell === "bash" ? "-eo pipefail" : flags;
    const cwd = join(this.folder, step["working-directory"] ?? ".");
    const run = spawnSync("bash", ["--noprofile", "--norc", ...shell.split(" "), file("script.sh", step.run)], { cwd, env, encoding: "utf8" });
    if (run.error) throw run.error;
    this.said += run.stdout + run.stderr;
    const left = Object.fromEntries(files.map(([name, it]) => [name, readFileSync(it, "utf8")]));
    this.path.unshift(...lines(left.GITHUB_PATH).reverse());
    Object.assign(this.env, pairs(left.GITHUB_ENV));
    this.summary += left.GITHUB_STEP_SUMMARY;
    return { code: run.status, outputs: pairs(left.GITHUB_OUTPUT) };
  }
}

/** A folder of programs that goes with the test, by their names and scripts. */
export function programs(test, scripts) {
  const folder = mkdtempSync(join(tmpdir(), "rolebook-programs-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/usr/bin/env bash\nset -eu\n${script}\n`, { mode: 0o755 });
  }
  return folder;
}

/** A workflow or an action, as data. */
export const read = (file) => parse(readFileSync(file, "utf8"));

const lines = (text) => text.split("\n").filter(Boolean);
const pairs = (text) => Object.fromEntries(lines(text).map((it) => [it.slice(0, it.indexOf("=")), it.slice(it.indexOf("=") + 1)]));

/** A text with the values of its expressions. */
const filled = (text, scope) => String(text).replace(/\$\{\{(.*?)\}\}/g, (_, it) => valueOf(it.trim(), scope) ?? "");

function valueOf(expression, scope) {
  const literal = /^'([^']*)'$/.exec(expression);
  if (literal) return literal[1];
  if (!/^[\w-]+(\.[\w-]+)+$/.test(expression)) throw new Error(`no such expression is known: ${expression}`);
  return expression.split(".").reduce((value, name) => value?.[name], scope);
}

function holds(condition, scope) {
  const text = String(condition).replace(/^\$\{\{|\}\}$/g, "").trim();
  return text.split("&&").every((it) => {
    const [left, operator, right] = it.trim().split(/\s+(==|!=)\s+/);
    const is = (valueOf(left, scope) ?? "") === (operator ? valueOf(right, scope) ?? "" : true);
    return operator === "!=" ? !is : is;
  });
}
