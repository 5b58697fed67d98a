#!/usr/bin/env bash
# Kills commands at the calls by which they change files, gives the same command again, and compares every byte with a command that nobody killed.
#   run.sh [N [NAME...]]      N kills of each command, evenly over its calls (default: 3; 0: at every call, which takes an hour); of all, or of those named
# The program: LEADERSIM, else the Release build. Closing line: N passed, N failed, N skipped.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
L=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
sample=${1:-3} names=" ${*:2} " passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
skip() { echo "skipped: killed commands: $1"; skipped=1; finish; exit; }
[ "$(uname -s)" = Linux ] || skip "calls are counted on Linux"
[ -x "$L" ] || skip "there is no $L; build it: dotnet build src/Runner -c Release"
command -v gcc >/dev/null || skip "gcc is needed for the library that counts calls"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gcc -shared -fPIC -O1 -o "$work/kill_at.so" "$here/kill_at.c" -ldl || { failed=1; finish; exit 1; }
# Neither the runtime's own pipes and caches nor temporary folders of others.
export DOTNET_EnableDiagnostics=0 TMPDIR=$work/tmp
mkdir "$TMPDIR"
cd "$work" || exit 1

cat >small.yaml <<'YAML'
name: small
question: Does it survive being killed?
expectation: It does.
baseline: {organization: {seats: 12, sites: 2}, turnover: {hazardPerTick: 0.02}, horizonTicks: 60}
factors: {policy: {levels: [hoarding, distributed]}}
design: fullFactorial
replicates: 20
seed: 5
YAML
cp "$root/tests/Runner.Tests/Examples/calibration.yaml" calibration.yaml
cp "$root/tests/Runner.Tests/Examples/optimize.yaml" optimize.yaml
cp "$root/experiments/"*.csv . 2>/dev/null
"$L" run small.yaml -o results --quiet >/dev/null || { failed=1; finish; exit 1; }
D=$(echo results/small/*)
for share in 1/2 2/2; do "$L" run small.yaml -o parts --shard $share --quiet >/dev/null; done
"$L" export "$D" -o archive.zip --author "A. Author" --license CC-BY-4.0 --quiet >/dev/null

digest() { # every file but the records of who ran when, and locks; what a killed command leaves in TMPDIR, too, and runs that it leaves on the node's disk
  (cd "$1" && { find . ../tmp -type f ! -name manifest.json ! -name calibration-manifest.json ! -name optimization-manifest.json ! -name '.lock*' -print0
    [ ! -d ../node ] || find ../node -path '*/shards/*' -type f -print0; } | sort -z | xargs -0 -r sha256sum) | sed 's/\(part=[0-9]*\)-[0-9a-f]*/\1/' | sort
}

fresh() { # fresh SETUP: the folder out as the command finds it
  rm -rf out tmp node
  mkdir out tmp
  [ -z "$1" ] || cp -r "$1"/. out/
}

kills() { # kills NAME SETUP ALLOWED COMMAND...: ALLOWED is an exit code that the second command may also have
  [ "$names" = "  " ] || [[ $names == *" $1 "* ]] || return 0
  local name=$1 setup=$2 allowed=$3 wanted expected calls step at code n=0 bad=0
  shift 3
  fresh "$setup"
  rm -f count
  LD_PRELOAD=$work/kill_at.so KILL_COUNT=$work/count "$@" >/dev/null 2>&1
  expected=$?
  wanted=$(digest out)
  calls=$(stat -c %s count 2>/dev/null || echo 0)
  step=1
  [ "$sample" -eq 0 ] || step=$(((calls + sample - 1) / sample))
  for ((at = (step + 1) / 2; at <= calls; at += step)); do
    fresh "$setup"
    LD_PRELOAD=$work/kill_at.so KILL_AT=$at "$@" >/dev/null 2>&1
    # Threads differ in their order: the last calls may not come.
    [ $? -eq 137 ] || continue
    n=$((n + 1))
    "$@" >/dev/null 2>second.log
    code=$?
    if { [ "$code" -ne "$expected" ] && [ "$code" -ne "$allowed" ]; } || [ "$(digest out)" != "$wanted" ]; then
      bad=$((bad + 1))
      echo "  killed at call $at of $calls: exit $code"
      diff <(echo "$wanted") <(digest out) | head -n 5
      head -n 3 second.log
    fi
  done
  if [ "$bad" -eq 0 ] && [ "$n" -gt 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
  echo "$name: $n kills at $calls calls, $bad bad"
} 2>/dev/null

kills run "" 0 "$L" run small.yaml -o out --workers 1 --quiet
# Results that lie beside are only read: killed while it takes runs from them, the next command takes the rest.
mkdir -p beside/small
cp -r "$D" beside/small/
kills reuse beside 0 "$L" run small.yaml -o out --workers 1 --quiet --set replicates=30
kills share "" 0 "$L" run small.yaml -o out --shard 1/2 --workers 1 --quiet
# What was on the node's disk is moved by the second command.
kills scratch "" 0 "$L" run small.yaml -o out --shard 2/2 --scratch node --workers 1 --quiet
kills calibrate-share "" 0 "$L" calibrate calibration.yaml -o out --shard 1/2 --workers 1 --quiet
kills analyze "$D" 0 "$L" analyze out --quiet
kills plot "$D" 0 "$L" plot out --quiet
kills report "$D" 0 "$L" report out --quiet
kills merge parts 0 "$L" merge "out/small/$(basename "$D")" --quiet
# One that was killed after its file was there is refused the second time.
kills export "" 7 "$L" export "$D" -o out/archive.zip --author "A. Author" --license CC-BY-4.0 --quiet
kills export-folder "" 7 "$L" export "$D" -o out/archive --author "A. Author" --license CC-BY-4.0 --quiet
kills reproduce "" 0 "$L" reproduce archive.zip --workers 1 --quiet
kills query "" 0 "$L" query "$D" "SELECT policy, count(*) AS n FROM runs GROUP BY ALL ORDER BY ALL" -o out/answer.csv --quiet
kills optimize "" 0 "$L" optimize optimize.yaml -o out --workers 1 --quiet
kills calibrate "" 0 "$L" calibrate calibration.yaml -o out --workers 1 --quiet
finish
