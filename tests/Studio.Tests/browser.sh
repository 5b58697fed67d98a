#!/usr/bin/env bash
# The studio's page: that what is committed is what its sources give, and that it works in Chromium.
#   browser.sh [WORDS]        WORDS: only checks that have them in their names
#   browser.sh --screenshots  writes the pictures of docs/studio instead
# Programs: the Release builds of src/Runner and src/Studio. Closing line: N passed, N failed, N skipped. About 5 minutes on two busy cores.
set -uo pipefail
cd "$(dirname "$0")/browser" || exit 1
ui=../../../src/Studio/ui
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; exit; }
skip() { echo "skipped: $1"; skipped=$((skipped + 1)); }
packages() { # packages FOLDER: those that its lock file names
  command -v npm >/dev/null || return 1
  [ -d "$1/node_modules" ] || (cd "$1" && timeout 300 npm ci --no-audit --no-fund --silent >&2)
}

if [ $# -gt 0 ]; then
  :
elif ! packages $ui; then
  skip "the committed page is what its sources give: npm or its packages cannot be had"
elif $ui/build.sh --check; then
  echo "passed: the committed page is what its sources give"
  passed=1
else
  echo "FAILED: the committed page is not what its sources give: run src/Studio/ui/build.sh"
  failed=1
fi

CHROMIUM=$(command -v chromium || command -v chromium-browser || true)
if [ -z "$CHROMIUM" ] && [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # Beside the browser what the page passes through on its way: an own sshd and nginx; both checks say so where one is not there.
  (apt-get update && apt-get install -y --no-install-recommends chromium && apt-get install -y --no-install-recommends openssh-server openssh-client nginx-light) >/dev/null 2>&1
  CHROMIUM=$(command -v chromium || true)
fi
[ -n "$CHROMIUM" ] || { skip "the page in a browser: there is no chromium"; finish; }
command -v node >/dev/null && packages . || { skip "the page in a browser: node or the packages of the checks cannot be had"; finish; }
for program in Runner Studio; do
  [ -f ../../../src/$program/bin/Release/net10.0/LeadershipSim.$program.dll ] || { skip "the page in a browser: build it: dotnet build -c Release"; finish; }
done
export CHROMIUM
[ "${1:-}" != --screenshots ] || exec node screenshots.mjs

log=$(mktemp)
trap 'rm -f "$log"' EXIT
node studio.mjs "$@" 2>&1 | tee "$log" | sed -u '$d'
read -r p f s < <(tail -n 1 "$log" | awk '/ passed, .* failed, .* skipped$/ {print $1, $3, $5}')
# One that ends without counting has failed.
passed=$((passed + ${p:-0})) failed=$((failed + ${f:-1})) skipped=$((skipped + ${s:-0}))
finish
