#!/usr/bin/env bash
# Builds the page into ../page. With --check: builds it elsewhere and compares, so that what is committed is what the sources give.
set -euo pipefail
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --no-audit --no-fund --silent
npx tsc --noEmit
if [ "${1:-}" = --check ]; then
  built=$(mktemp -d)
  trap 'rm -rf "$built"' EXIT
  npx vite build --logLevel error --outDir "$built" --emptyOutDir
  diff -r "$built" ../page && echo "the committed page is what its sources give"
else
  npx vite build --logLevel error
fi
