#!/usr/bin/env bash
# Installs what the tests need and runs all of them: format, lints, the crates, Rust tests, and the pages
# in a real browser. Needs a Rust toolchain and Node; the rest it gets itself. With --screenshots it makes
# pictures of every kind of page instead, to be looked at. With ADVISORIES=required it fails where the
# database of advisories cannot be fetched; otherwise it says so and goes on.
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

# The program that reads `.cargo/deny.toml`, in the version that these lines were written for.
DENY_VERSION=0.20.2
install_deny() {
  local tools
  tools=$(realpath -m "${CARGO_TARGET_DIR:-target}")/tools
  export PATH="$tools/bin:$PATH"
  [ "$(cargo-deny --version 2>/dev/null)" = "cargo-deny $DENY_VERSION" ] && return
  step "installing cargo-deny"
  cargo install cargo-deny --quiet --locked --version "$DENY_VERSION" --root "$tools"
}

# What the program is made of: licences, sources, versions, and what is known against them. The database of
# that is a Git repository, which not every machine can reach.
check_crates() {
  local first
  first=$(sed -n 's/.* until \([0-9-]*\)".*/\1/p' .cargo/deny.toml | sort | head -n 1)
  if [[ -n "$first" && "$first" < "$(date +%F)" ]]; then
    printf 'an exception in .cargo/deny.toml held until %s: see whether it is still needed\n' "$first" >&2
    return 1
  fi
  cargo deny --locked check bans licenses sources
  if timeout 300 cargo deny --locked fetch db; then
    cargo deny --locked check advisories
  elif [ "${ADVISORIES:-}" = required ]; then
    printf 'the database of advisories cannot be fetched, and ADVISORIES=required\n' >&2
    return 1
  else
    printf '\n!! ADVISORIES WERE NOT CHECKED: their database cannot be fetched from here.\n!! %s\n' \
      'A run with ADVISORIES=required checks them, as the one of every week does.' >&2
  fi
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

install_deny
step "crates"
check_crates

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
