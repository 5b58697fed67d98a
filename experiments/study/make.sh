#!/usr/bin/env bash
# Runs the study and writes RESULTS.md again. Resumes after an interruption: runs that are done are not run again.
# Usage: experiments/study/make.sh [--summaries-only] [DIR]   (DIR: folder for the runs; default: results/study)
#   --summaries-only   write RESULTS.md from the stored summaries alone
# About 600,000 runs: 20 minutes on 2 cores, 3 GB on disk.
set -euo pipefail
cd "$(dirname "$0")/../.."
study=experiments/study
program() { dotnet run -c Release --no-build --project src/Runner -- "$@"; }
fair() { dotnet run -c Release "$study/fairness.cs" -- "$@"; }

if [ "${1:-}" = --summaries-only ]; then
  exec dotnet run -c Release "$study/results.cs" -- "$study"
fi

runs=${1:-results/study}
dotnet build src/Runner -c Release -v q --nologo
mkdir -p "$study/summaries"

# of EXPERIMENT COMMAND: runs it, and keeps the tables that RESULTS.md quotes.
of() {
  local name=$1 command=$2 folder table
  folder=$("$command" run "$study/$name.yaml" --output "$runs" --quiet | head -1)
  shift 2
  for table in "$@"; do
    cp "$folder/analysis/$table.csv" "$study/summaries/$name-$table.csv"
  done
  case $name in
    01-environments | 07-other-seed)
      for query in environments pairs when; do
        program query "$folder" "$(cat "$study/queries/$query.sql")" --format csv > "$study/summaries/$name-$query.csv"
      done ;;
    07-robustness | 06-mobile-learning)
      program query "$folder" "$(cat "$study/queries/$name.sql")" --format csv > "$study/summaries/$name-pairs.csv" ;;
  esac
  echo "$name: $folder"
}

for name in 01-environments 07-other-seed; do of $name program programs states differences robustness; done
for name in 02-council-size 02-share-rate 02-willingness 04-switching 06-mobile-learning 07-network 07-robustness 08-knock-outs; do of $name program programs states differences; done
for name in 03-remove-core 03-remove-director 03-remove-top-5 03-remove-director-late; do of $name program programs intervention; done
of 01-map program programs
of 05-variance program programs sobol
of 05-screening program programs morris
of 09-fairness fair programs differences
dotnet run -c Release "$study/results.cs" -- "$study"
