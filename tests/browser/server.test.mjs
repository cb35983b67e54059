// The web host of the tests outlives what it serves: a page may still ask when its test is over, and its folder gone.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "./server.mjs";

test("a site that has gone has no pages, and asking for one breaks nothing", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "rolebook-gone-"));
  const host = await serve({ folder, path: "/" });
  t.after(host.close);
  rmSync(folder, { recursive: true });
  for (const address of ["", "roles/engineer/", "assets/theme.css"]) {
    const { status } = await fetch(host.url + address, { signal: AbortSignal.timeout(10_000) });
    assert.equal(status, 404, address);
  }
});
