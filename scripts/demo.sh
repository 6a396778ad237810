#!/usr/bin/env bash
# The main job, for real: builds the extension, serves sample pages and a practice registry on loopback, and opens the
# browser with the extension in it. With --headless, or where there is no display, it does the job itself.
#   ./scripts/demo.sh [--headless] [--out DIR]
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/set-up.sh

need_node
need_packages
need_chromium

headless=
for argument in "$@"; do [ "$argument" = --headless ] && headless=yes; done
if [ -z "$headless" ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname)" = Linux ]; then set -- "$@" --headless; fi

npx wxt build -b chrome --mv3 >&2
exec npx vite-node --script scripts/demo.ts "$@"
