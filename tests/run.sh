#!/usr/bin/env bash
# Installs what the tests need and runs all of them: format, lints, Rust tests, and the pages in a
# real browser. Needs a Rust toolchain and Node; the rest it gets itself. With --screenshots it makes
# pictures of every kind of page instead, to be looked at.
set -euo pipefail

usage() {
  printf 'usage: tests/run.sh [--screenshots FOLDER]\n' >&2
  exit 2
}

SCREENSHOTS=
case $# in
  0) ;;
  2)
    if [ "$1" != --screenshots ] || [ -z "$2" ]; then usage; fi
    mkdir -p "$2"
    SCREENSHOTS=$(realpath "$2")
    ;;
  *) usage ;;
esac
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

install() {
  step "installing $1"
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"
}

install_chromium() {
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  install chromium
}

# The checker of HTML is written in Java; that of scripts reads what workflows run.
install_checkers() {
  command -v java >/dev/null || install default-jre-headless
  command -v shellcheck >/dev/null || install shellcheck
}

# The sites that the tests read, and the packages that they are written with.
prepare() {
  # The tests read where the program and the sites it built are from these.
  ROLEBOOK=$(realpath "${CARGO_TARGET_DIR:-target}")/debug/rolebook
  SITES=$(mktemp -d)
  export ROLEBOOK SITES
  trap 'rm -rf "$SITES"' EXIT
  # What is tested must not depend on the calendar.
  local day=2026-11-21
  "$ROLEBOOK" build --deny warnings --date "$day" --out "$SITES/root" --base-url https://example.org/
  "$ROLEBOOK" build --deny warnings --date "$day" --out "$SITES/a/b" --base-url https://example.org/a/b/
  "$ROLEBOOK" build --deny warnings --date "$day" --out "$SITES/offline" --offline
  "$ROLEBOOK" build --deny warnings --date "$day" --out "$SITES/plain" --base-url https://example.org/ --theme plain
  "$ROLEBOOK" build --deny warnings --project tests/sites/markdown --date "$day" --out "$SITES/markdown"
  for site in german arabic; do
    "$ROLEBOOK" build --deny warnings --project "tests/sites/$site" --date "$day" --out "$SITES/$site"
  done
  for site in vacancies long; do
    "$ROLEBOOK" build --project "tests/sites/$site" --date "$day" --out "$SITES/$site" 2>/dev/null
  done
  cd tests/browser
  npm ci --silent --no-audit --no-fund
}

if [ -n "$SCREENSHOTS" ]; then
  step "screenshots"
  install_chromium
  cargo build --quiet
  prepare
  node screenshots.mjs "$SCREENSHOTS"
  exit
fi

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
install_checkers
# With what the tests were built with, so that nothing is built twice.
cargo build --quiet --tests
prepare
npm test --silent
