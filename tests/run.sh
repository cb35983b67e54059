#!/usr/bin/env bash
# Installs what the tests need and runs all of them: format, lints, Rust tests, and the pages in a
# real browser. Needs a Rust toolchain and Node; the rest it gets itself.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

install_chromium() {
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  step "installing Chromium"
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
}

step "format and lints"
cargo fmt --check
cargo clippy --quiet --all-targets -- --deny warnings

step "Rust tests"
if command -v cargo-nextest >/dev/null; then
  cargo nextest run --no-fail-fast
else
  cargo test
fi

step "browser tests"
install_chromium
# With what the tests were built with, so that nothing is built twice.
cargo build --quiet --tests
# The tests read where the program and the sites it built are from these.
ROLEBOOK=$(realpath "${CARGO_TARGET_DIR:-target}")/debug/rolebook
SITES=$(mktemp -d)
export ROLEBOOK SITES
# What is tested must not depend on the calendar.
DAY=2026-11-21
trap 'rm -rf "$SITES"' EXIT
"$ROLEBOOK" build --deny warnings --date "$DAY" --out "$SITES/root" --base-url https://example.org/
"$ROLEBOOK" build --deny warnings --date "$DAY" --out "$SITES/a/b" --base-url https://example.org/a/b/
"$ROLEBOOK" build --deny warnings --date "$DAY" --out "$SITES/offline" --offline
"$ROLEBOOK" build --deny warnings --date "$DAY" --out "$SITES/plain" --base-url https://example.org/ --theme plain
"$ROLEBOOK" build --project tests/sites/vacancies --date "$DAY" --out "$SITES/vacancies" 2>/dev/null
"$ROLEBOOK" build --deny warnings --project tests/sites/markdown --date "$DAY" --out "$SITES/markdown"
cd tests/browser
npm ci --silent --no-audit --no-fund
npm test --silent
