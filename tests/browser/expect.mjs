// What a test says when it fails: a list of complaints, short enough to read.

import { AssertionError } from "node:assert/strict";

const SHOWN = 20;

/** Fails when there is anything to complain of. */
export function none(complaints) {
  if (!complaints.length) return;
  const shown = complaints.slice(0, SHOWN).map((it) => `  ${it}`);
  const rest = complaints.length > SHOWN ? [`  and ${complaints.length - SHOWN} more`] : [];
  const message = [`${complaints.length} found`, ...shown, ...rest].join("\n");
  throw new AssertionError({ message, stackStartFn: none });
}
