# Sourced by demo.sh and test.sh: installs what is missing, or says what to install.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

need_node() {
  command -v node >/dev/null || fail "Plumbline needs Node 20.12 or newer: https://nodejs.org"
  node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    if (major < 20 || (major === 20 && minor < 12)) {
      console.error(`Plumbline needs Node 20.12 or newer; this is ${process.version}.`);
      process.exit(1);
    }' || exit 1
  if [[ $(node --version) == v20.12.* ]]; then
    export NODE_OPTIONS="${NODE_OPTIONS:-} --import=$PWD/scripts/style-text.mjs"
  fi
}

# Installs the locked packages unless they are there already, as npm's own copy of the lock tells.
need_packages() {
  if [ -e node_modules/.package-lock.json ] && [ node_modules/.package-lock.json -nt package-lock.json ]; then return; fi
  npm ci --no-audit --no-fund >&2
}

# need_browser VARIABLE "PACKAGE..." NAME...: finds an installed browser, or installs the first package that can be had
# where that is allowed. Debian and Ubuntu name them differently.
need_browser() {
  local variable=$1 packages=$2 name package
  shift 2
  if [ -n "${!variable:-}" ]; then
    command -v "${!variable}" >/dev/null || fail "$variable names ${!variable}, which cannot be run."
    return
  fi
  for name in "$@"; do command -v "$name" >/dev/null && return; done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq >&2 || true
    for package in $packages; do
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >&2 && return
    done
    fail "Installing ${packages% *} failed. Install a browser ($*) by hand, or name one in \$$variable."
  fi
  fail "No browser found. Install one of: $* (on Debian: sudo apt-get install ${packages%% *}), or name one in \$$variable."
}

need_chromium() { need_browser CHROME "chromium chromium-browser" chromium chromium-browser google-chrome google-chrome-stable; }
need_firefox() { need_browser FIREFOX "firefox-esr firefox" firefox-esr firefox; }
