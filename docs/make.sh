#!/usr/bin/env bash
# Draws the figures of the guide again, from the experiments that its pages show.
#   docs/make.sh [leadersim]   (the program; default: leadersim on the path)
set -euo pipefail
cd "$(dirname "$0")"
pictures=$PWD/pictures
program=${1:-leadersim}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

results() { # results PAGE NAME: runs the experiment that the page shows as NAME.yaml, and prints its folder
  awk -v start="\`\`\`yaml $2.yaml" '$0 == start { inside = 1; next } /^```/ { inside = 0 } inside' "$1" >"$work/$2.yaml"
  [ -s "$work/$2.yaml" ] || { echo "$1 shows no $2.yaml" >&2; return 1; }
  (cd "$work" && "$program" run "$2.yaml" --quiet)
}

picture() { # picture NAME FOLDER FILE OPTION...: draws a figure, whose file is called FILE, as pictures/NAME.svg
  local name=$1 folder=$work/$2 file=$3
  shift 3
  "$program" plot "$folder" --format svg --name new "$@" >/dev/null 2>&1
  cp "$folder/figures/$file.svg" "$pictures/$name.svg"
  rm "$folder"/figures/new*
}

mkdir -p "$pictures"
first=$(results tutorial/first-experiment.md first)
picture first-states "$first" new-states --figure states
picture first-dose "$first" new --figure dose --x channels.remote --value outlived --size 85mm
picture heir-states "$(results tutorial/walk-through.md heir)" new-states --figure states
picture policies-forest "$(results how-to/compare-policies.md policies)" new --figure forest
phase=$(results how-to/phase-diagram.md phase)
picture phase "$phase" new --figure phase --x channels.remote --y demand.decisionsPerSeat --value outlived
picture flip "$phase" new --figure flip --x channels.remote --y demand.decisionsPerSeat --meaningful 0.05
picture variance "$(results how-to/which-factor-decides.md variance)" new-sobol-endTick --figure sensitivity
ls -l "$pictures"
