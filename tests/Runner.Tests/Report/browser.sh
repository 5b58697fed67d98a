#!/usr/bin/env bash
# Opens a report in Chromium: errors, requests, contrast and labels, narrow and wide, dark and light, print, zoom. Says skipped, with exit code 77, where a
# browser or npm cannot be had. Usage: browser.sh [REPORT.html]   (default: of experiments/gallery/arms.yaml, which it runs)
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
CHROMIUM=$CHROMIUM node report.mjs "$@"
