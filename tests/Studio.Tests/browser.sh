#!/usr/bin/env bash
# Tests the studio's page in Chromium, and that the committed page is what its sources give. Says skipped, with exit code 77, where a browser or npm cannot be had.
set -uo pipefail
cd "$(dirname "$0")/browser"
skip() { echo "skipped: $1"; echo "0 passed, 0 failed, 1 skipped"; exit 77; }
command -v npm >/dev/null || skip "there is no npm"
CHROMIUM=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$CHROMIUM" ] && [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (apt-get update && apt-get install -y --no-install-recommends chromium) >/dev/null 2>&1
  CHROMIUM=$(command -v chromium || true)
fi
[ -n "$CHROMIUM" ] || skip "there is no chromium"
[ -d node_modules ] || npm ci --no-audit --no-fund --silent || skip "the packages of the tests cannot be had"
if [ ! -d ../../../src/Studio/ui/node_modules ]; then
  (cd ../../../src/Studio/ui && npm ci --no-audit --no-fund --silent) || skip "the packages of the page cannot be had"
fi
../../../src/Studio/ui/build.sh --check || { echo "the committed page is not what its sources give: run src/Studio/ui/build.sh"; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
CHROMIUM=$CHROMIUM node studio.mjs
