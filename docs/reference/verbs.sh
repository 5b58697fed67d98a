#!/usr/bin/env bash
# Prints verbs.md: the help of every verb, as the program gives it.
#   verbs.sh PROGRAM...
set -euo pipefail
export NO_COLOR=1
echo '# Verbs and options'
echo '<!-- Written by .ci/generate (docs/reference/verbs.sh). -->'
echo 'A verb with `--help` prints the same.'
echo
"$@" --help | awk '/^Options:/ { exit } /^  [a-z]/ { print $1 }' | while IFS= read -r verb; do
  echo "## $verb"
  echo '```help'
  # Options that every verb has are said once, below.
  "$@" "$verb" --help </dev/null | awk '
    { sub(/ +$/, "") }
    /^  (-h, --help|-q, --quiet|--color) / { skip = 1; next }
    skip && /^       / { next }
    { skip = 0 }
    $0 == "" { blank++; next }
    { if (started) for (; blank > 0; blank--) print ""; blank = 0; started = 1; print }'
  echo '```'
  echo
done
echo '## Every verb'
echo '`-h, --help` shows help, `-q, --quiet` leaves errors and warnings only, `--color auto|always|never` sets the colours of progress, `--version` prints the version.'
