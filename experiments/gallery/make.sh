#!/usr/bin/env bash
# Runs the experiments of the gallery and writes its pictures and README.md again.
# Usage: experiments/gallery/make.sh [leadersim]   (the program; default: leadersim on the path)
set -euo pipefail
cd "$(dirname "$0")"
read -ra program <<< "${1:-leadersim}"
command -v "${program[0]}" > /dev/null || { echo "there is no program ${program[0]}; give one, as in experiments/gallery/make.sh ~/leadersim/leadersim" >&2; exit 1; }
output=$(mktemp -d)
trap 'rm -rf "$output" "$output--self-test"' EXIT
rm -f ./*.svg

pictures() { # pictures NAME FOLDER: copies the pictures of results, those of a self-test beside its tables, and shows them
  local picture name
  for picture in "$2"/figures/*.svg "$2"/*.svg; do
    [ -f "$picture" ] || continue
    name=$(basename "$picture" .svg)
    cp "$picture" "$1-$name.svg"
    echo
    echo "**$name**"
    echo
    echo "![$name]($1-$name.svg)"
  done
}

{
  echo "# Gallery of figures"
  echo
  echo "Every kind of figure, drawn of the small experiments in this folder. Made by \`experiments/gallery/make.sh\`; a test checks that no picture is missing, and that each looks as before."
  echo "The caption of each figure stands in \`report.html\`; the same figures come as PNG, PDF and CSV."
  for file in arms morris sobol cloud; do
    folder=$("${program[@]}" run "$file.yaml" --output "$output" --quiet | tail -1)
    echo
    echo "## $file.yaml"
    echo
    echo "\`leadersim run $file.yaml\` with"
    echo
    echo '```yaml'
    sed -n '/^analyses:/,$p' "$file.yaml"
    echo '```'
    pictures "$file" "$folder"
  done
  for test in "" --self-test; do
    folder=$("${program[@]}" calibrate calibration.yaml --output "$output$test" --quiet $test ${test:+--datasets 20} | tail -1)
    echo
    echo "## calibration.yaml${test:+, tested on itself}"
    echo
    echo "\`leadersim calibrate calibration.yaml${test:+ --self-test --datasets 20}\`"
    pictures "$([ -n "$test" ] && echo selftest || echo calibration)" "$folder"
  done
} > README.md
