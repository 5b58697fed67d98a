#!/usr/bin/env bash
# Runs the commands of the documents, each document in order, in a scratch copy of the repository.
#   run.sh [DOCUMENT...]   (default: every Markdown file but CHANGELOG.md, which speaks of earlier versions)
# Commands are lines of fenced blocks without a language, or with that of a shell (pages.sh runs those of sh in docs/), and spans of code, that begin with
# leadersim, dotnet, bash, .ci/ or the path of a script here. A span of leadersim and a verb alone only names the verb. FILE, DIR, RUNID and ENGINE stand
# for an experiment, its results, one of its runs and an engine that is here.
# left-out.txt lists what is not run, each with its reason; a line of it that no document holds is a failure.
# The program: LEADERSIM, else the Release build. Closing line: N passed, N failed, N skipped. About a minute on an idle machine with 2 cores.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
[ -x "$program" ] || { echo "there is no $program; build it: dotnet build src/Runner -c Release"; failed=1; finish; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/copy" "$work/bin" "$work/home"
cd "$root" || exit 1
git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'cp -P --parents -t "$0" "$@" 2>/dev/null' "$work/copy"
ln -s "$program" "$work/bin/leadersim"
# Packages are those that the build restored; everything else that goes home goes to a scratch home.
export NUGET_PACKAGES=${NUGET_PACKAGES:-$HOME/.nuget/packages} HOME=$work/home PATH=$work/bin:$PATH
export CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

commands() { # commands DOCUMENT: one a line; in a block an explanation may follow behind three spaces
  awk -v guide="$([[ $1 == docs/* ]] && echo 1)" '
    function is_command(text) { return text ~ /^(leadersim |dotnet |bash |\.ci\/)/ || text ~ /^(tests|experiments|docs|benchmarks)\/[^ ]*\.sh/ }
    /^ *```/ { if (inside) { inside = 0 } else { inside = 1; shell = ($0 ~ /``` *(bash|shell|console)? *$/ || (!guide && $0 ~ /``` *sh *$/)) } next }
    inside { sub(/^\$ /, ""); if (shell && is_command($0)) { sub(/   +.*/, ""); print } next }
    { line = held $0; held = ""
      # A span may continue in the next line.
      if (gsub(/`/, "`", line) % 2) { held = line " "; next }
      while (match(line, /`[^`]*`/)) {
        span = substr(line, RSTART + 1, RLENGTH - 2); line = substr(line, RSTART + RLENGTH)
        if (is_command(span) && (span !~ /^leadersim / || span ~ /[^a-z ]/)) print span
      } }' "$1"
}

sample() { # sample COMMAND: an experiment that the verb can take
  case $1 in
    *" twin "*) echo twin.yaml ;;
    *" calibrate "*) echo tests/Runner.Tests/Examples/calibration.yaml ;;
    *" optimize "*) echo tests/Runner.Tests/Examples/optimize.yaml ;;
    *) echo experiments/smoke.yaml ;;
  esac
}

run() { # run DOCUMENT COMMAND
  local command=$2
  if grep -qxF -- "$command" <<<"$left_out"; then
    seen+=$command$'\n'
    return
  fi

  command=${command//experiments\/FILE/experiments\/smoke.yaml}
  command=${command//FILE/$(sample "$command")}
  command=${command//DIR/$smoke}
  command=${command//RUNID/$(sed -n 2p "$smoke/runs.csv" | cut -d, -f1)}
  command=${command//ENGINE/xargs}
  # The build that is there, in the place of one of the copy.
  command=${command/#dotnet run -c Release --project src\/Runner -- /leadersim }
  if (eval "$command") >"$work/log" 2>&1 </dev/null; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED: $1: $2"
    tail -n 20 "$work/log"
  fi
}

cd "$work/copy" || exit 1
{ cat experiments/smoke.yaml; echo 'intervention: {remove: director, atTick: 52, after: 26}'; } >twin.yaml
smoke=$(leadersim run experiments/smoke.yaml --output "$work/smoke" --quiet | tail -n 1)
[ -d "$smoke" ] || { echo "FAILED: experiments/smoke.yaml"; failed=1; finish; exit 1; }
seen=
left_out=$(sed -n 's/  # .*//p' "$here/left-out.txt")
documents=("$@")
[ $# -gt 0 ] || mapfile -t documents < <(git -C "$root" ls-files '*.md' | grep -v -x CHANGELOG.md)
for document in "${documents[@]}"; do
  while IFS= read -r command; do run "$document" "$command"; done < <(commands "$document")
done

if [ $# -eq 0 ]; then
  while IFS= read -r command; do
    grep -qxF -- "$command" <<<"$seen" || { failed=$((failed + 1)); echo "FAILED: left-out.txt names a command that no document holds: $command"; }
  done <<<"$left_out"
fi

finish
