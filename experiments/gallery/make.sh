#!/usr/bin/env bash
# Runs the experiments of the gallery and writes its pictures and README.md again.
# Usage: experiments/gallery/make.sh [leadersim]   (the program; default: leadersim on the path)
set -euo pipefail
cd "$(dirname "$0")"
read -ra program <<< "${1:-leadersim}"
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
rm -f ./*.svg
{
  echo "# Gallery of figures"
  echo
  echo "Every kind of figure, drawn of the small experiments in this folder. Made by \`experiments/gallery/make.sh\`; a test checks that no picture is missing."
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
    for picture in "$folder"/figures/*.svg; do
      name=$(basename "$picture" .svg)
      cp "$picture" "$file-$name.svg"
      echo
      echo "**$name**"
      echo
      echo "![$name]($file-$name.svg)"
    done
  done
} > README.md
