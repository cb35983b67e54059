#!/usr/bin/env bash
# Fuzzes every target for a while, one after the other, and says how many executions each had. What one
# finds lies in `artifacts/<target>/`, and the run ends with 1. Needs a nightly compiler and `cargo-fuzz`.
set -euo pipefail

usage() {
  printf 'usage: tests/fuzz/run.sh [SECONDS of each target, 60] [TARGET…]\n' >&2
  exit 2
}

SECONDS_EACH=${1:-60}
[[ $SECONDS_EACH =~ ^[1-9][0-9]*$ ]] || usage
[ $# -eq 0 ] || shift
cd "$(dirname "$0")/../.."
HERE=tests/fuzz

# There is no `unsafe` to look for in the project, and without a sanitizer twice as much is tried.
FUZZ=(cargo +nightly fuzz)
OPTIONS=(--fuzz-dir "$HERE" --sanitizer none)
TARGETS=("$@")
[ $# -gt 0 ] || mapfile -t TARGETS < <("${FUZZ[@]}" list --fuzz-dir "$HERE")

LOGS=$(mktemp -d)
trap 'rm -rf "$LOGS"' EXIT

executions() { sed -n 's/^stat::number_of_executed_units: *//p' "$LOGS/$1"; }

# How long an input may be: what takes long for each letter gets fewer.
most() {
  case $1 in
    site | theme | links | published) echo 1024 ;;
    *) echo 4096 ;;
  esac
}

fuzz() {
  local words=()
  [ ! -f "$HERE/words/$1.dict" ] || words=("-dict=$HERE/words/$1.dict")
  mkdir -p "$HERE/corpus/$1"
  "${FUZZ[@]}" run "${OPTIONS[@]}" "$1" "$HERE/corpus/$1" "$HERE/seeds/$1" -- "${words[@]}" \
    "-max_total_time=$SECONDS_EACH" "-max_len=$(most "$1")" -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 >"$LOGS/$1" 2>&1
}

"${FUZZ[@]}" build "${OPTIONS[@]}"
FAILED=()
for target in "${TARGETS[@]}"; do
  printf '== %s\n' "$target"
  if ! fuzz "$target"; then
    FAILED+=("$target")
    grep -A4 -E 'panicked at|ERROR: |^Error' "$LOGS/$target" | head -n 20 || tail -n 20 "$LOGS/$target"
  fi
done

printf '\n%-14s %12s\n' target executions
for target in "${TARGETS[@]}"; do
  printf '%-14s %12s\n' "$target" "$(executions "$target")"
done
if [ ${#FAILED[@]} -gt 0 ]; then
  printf '\nfound something: %s; see %s/artifacts\n' "${FAILED[*]}" "$HERE"
  exit 1
fi
