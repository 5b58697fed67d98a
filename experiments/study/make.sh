#!/usr/bin/env bash
# Runs the study and writes RESULTS.md again. Resumes after an interruption: runs that are done are not run again.
# Usage: experiments/study/make.sh [--summaries-only | --check] [DIR]   (DIR: folder for the runs; default: results/study)
#   --summaries-only   write RESULTS.md from the stored summaries alone
#   --check            run 01-map again, one in ninety of the runs, and the patterns, and compare numbers, figure and page with the stored ones
# About 900,000 runs: 40 minutes on 2 cores, 4 GB on disk.
set -euo pipefail
cd "$(dirname "$0")/../.."
study=experiments/study
page=experiments/patterns/PATTERNS.md
program() { dotnet run -c Release --no-build --project src/Runner -- "$@"; }
fair() { dotnet run -c Release "$study/fairness.cs" -- "$@"; }

if [ "${1:-}" = --summaries-only ]; then
  exec dotnet run -c Release "$study/results.cs" -- "$study"
fi

kept=$study
if [ "${1:-}" = --check ]; then
  kept=$(mktemp -d)
  trap 'rm -rf "$kept"' EXIT
  set -- "$kept/runs"
fi

runs=${1:-results/study}
[ "${CI_BUILT:-}" ] || dotnet build src/Runner -c Release -v q --nologo
mkdir -p "$kept/summaries" "$kept/figures"

# query FOLDER SQL TABLE: keeps what a query over single runs answers.
query() { program query "$1" "$(cat "$study/queries/$2.sql")" --format csv > "$kept/summaries/$3.csv"; }

# figure NAME FOLDER OPTION...: draws a figure of RESULTS.md.
figure() {
  local name=$1 folder=$2
  shift 2
  program plot "$folder" "$@" --format svg --quiet
  cp "$folder/figures/$name.svg" "$kept/figures/"
}

# patterns FILE: compares the model with what was observed, and writes the page.
patterns() { program patterns experiments/patterns --output "$1" --quiet > /dev/null; }

# of EXPERIMENT COMMAND: runs it, and keeps the tables that RESULTS.md quotes.
of() {
  local name=$1 command=$2 folder table
  folder=$("$command" run "$study/$name.yaml" --output "$runs" --quiet | head -1)
  shift 2
  for table in "$@"; do
    cp "$folder/analysis/$table.csv" "$kept/summaries/$name-$table.csv"
  done
  case $name in
    01-environments | 07-other-seed)
      for table in environments pairs when; do query "$folder" "$table" "$name-$table"; done ;;&
    01-environments)
      for table in when when-unmet when-checks; do
        program table "$folder" "$table" --reference distributed --format csv > "$kept/summaries/$name-${table/when/trees}.csv"
      done
      local arms=(--where policy=hierarchy --where policy=distributed)
      figure tree-when-distributed "$folder" --figure when "${arms[@]}" --order distributed --name tree
      figure tree-when-distributed-unmet "$folder" --figure when --value unmetNeedTicks "${arms[@]}" --order distributed --name tree
      for policy in hoarding succession elected council; do arms+=(--where "policy=$policy"); done
      figure policies "$folder" --figure states "${arms[@]}" --order hoarding,hierarchy,distributed,succession,elected,council --size 170x110mm --name policies ;;
    01-map) figure flip "$folder" --figure flip --value unmetNeedTicks --size 170mm --name flip ;;
    06-mobile-learning)
      local rivals=(--where recruitment.fillProbability=0.08)
      for policy in hoarding hierarchy distributed succession elected council; do rivals+=(--where "policy=$policy"); done
      figure mobile-learning "$folder" --figure dose --x demand.decisionsPerSeat --value unmetNeedTicks "${rivals[@]}" \
        --order hoarding,hierarchy,distributed,succession,elected,council --size 170x100mm --name mobile-learning ;;&
    06-mobile-learning | 07-robustness | 07-network) query "$folder" "$name" "$name-pairs" ;;
    02-willingness) query "$folder" "$name" "$name-willing" ;;
    08-knock-outs) query "$folder" "$name" "$name-mechanisms" ;;
  esac
  echo "$name: $folder"
}

if [ "$kept" != "$study" ]; then
  of 01-map program programs
  cmp "$kept/summaries/01-map-programs.csv" "$study/summaries/01-map-programs.csv"
  cmp "$kept/figures/flip.svg" "$study/figures/flip.svg"
  patterns "$kept/PATTERNS.md"
  # The page quotes the command that wrote it.
  cmp <(sed "s|$kept/PATTERNS.md|$page|" "$kept/PATTERNS.md") "$page"
  exit
fi

for name in 01-environments 07-other-seed; do of $name program programs states differences robustness; done
for name in 02-council-size 02-share-rate 02-willingness 04-switching 06-mobile-learning 07-network 07-robustness 08-knock-outs; do of $name program programs states differences; done
for name in 03-remove-core 03-remove-director 03-remove-top-5 03-remove-director-late; do of $name program programs intervention; done
of 01-map program programs
of 05-variance program programs sobol
of 05-screening program programs morris
of 09-fairness fair programs differences
patterns "$page"
dotnet run -c Release "$study/results.cs" -- "$study"
