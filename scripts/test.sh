#!/usr/bin/env bash
# Everything: installs what is missing, then lint, types, unit tests, both builds, what was built, and the main job in
# Chromium and in Firefox. Ends with one line, "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
source scripts/set-up.sh

need_node
need_packages || fail "Installing the packages failed."
need_chromium
need_firefox

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed_steps=()

# step NAME COMMAND...: runs one step, says how long it took, goes on where it failed.
step() {
  local name=$1 began=$SECONDS
  shift
  printf '\n== %s\n' "$name"
  if "$@"; then printf -- '-- %s: done in %s s\n' "$name" $((SECONDS - began)); else
    printf -- '-- %s: FAILED after %s s\n' "$name" $((SECONDS - began))
    failed_steps+=("$name")
  fi
}

suite() { npx vitest run -c "$2" --reporter=default --reporter=json --outputFile.json="$results/$1.json" "${@:3}"; }

step 'lint' npx biome ci .
step 'types' bash -c 'npx wxt prepare >/dev/null && npx tsc --noEmit'
step 'unit tests' suite unit vitest.config.ts
step 'build' npm run --silent build
step 'build to rehearse faults with' npm run --silent build:rehearsal
step 'lint of the build' npx web-ext lint --source-dir .output/firefox-mv3 --no-config-discovery --output text
step 'what was built' suite built test/built/vitest.config.ts
step 'in real browsers' suite browsers test/e2e/vitest.config.ts

node scripts/sum-up.mjs "$results" "${failed_steps[@]}"
