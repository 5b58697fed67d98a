#!/usr/bin/env bash
# Shares and merges on file systems as clusters have them, made by refusing system calls (strace): no locks, names and handles that are stale once, renames
# within one folder alone. Each check ends with a comparison with the bytes of one process.
#   disks.sh [CHECK...]   (default: all)
# The program: LEADERSIM, else the Release build. Closing line: N passed, N failed, N skipped. Two minutes, more on a busy machine.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
L=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
skip() { echo "skipped: disks of clusters: $1"; skipped=1; finish; exit; }
[ -x "$L" ] || skip "there is no $L; build it: dotnet build src/Runner -c Release"
command -v strace >/dev/null || skip "strace is needed to refuse system calls: apt-get install strace"
command -v gcc >/dev/null || skip "gcc is needed for the library that refuses to open a file"
strace -qq -e trace=none true 2>/dev/null || skip "strace may not trace here"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
cat >quick.yaml <<'YAML'
name: quick
question: Does a disk without locks give the bytes of one process?
expectation: It does.
baseline: {organization: {seats: 12, sites: 2}, horizonTicks: 60}
factors: {policy: {levels: [hoarding, distributed]}}
design: fullFactorial
replicates: 100
seed: 3
YAML
"$L" run quick.yaml -o one --quiet >/dev/null || { failed=1; finish; exit 1; }
id=$(basename one/quick/*)

fail() { echo "  $*"; return 1; }
same() { diff -rq --exclude='*manifest.json' --exclude=.lock --exclude=.lock-holder "one/quick/$id" "$1/quick/$id" || fail "$1 does not have the bytes of one process"; }
share() { "$L" run quick.yaml -o "$1" --shard "$2" --workers 1 --quiet >/dev/null 2>>"$1.log"; } # share ROOT I/N
refusing() { strace -f -qq -o trace.log "$@"; }                                                # refusing OPTIONS... COMMAND...

no_locks() { # what file systems answer that have no locks, or where they are switched off: a warning, and right results
  local answer
  for answer in ENOLCK EOPNOTSUPP ENOSYS; do
    rm -rf locks locks.log
    for s in 1/2 2/2; do
      refusing -e trace=flock -e inject=flock:error=$answer "$L" run quick.yaml -o locks --shard $s --workers 1 >/dev/null 2>>locks.log || { fail "$answer: exit $?: $(cat locks.log)"; return; }
    done
    [ "$(grep -c 'locks do not hold' locks.log)" -eq 2 ] || { fail "$answer: no warning: $(cat locks.log)"; return; }
    # A second session in the folder of a share, at the same time.
    rm -rf locks/quick/"$id".parts/2-of-2
    for s in 1 2; do
      strace -f -qq -o "trace-$s.log" -e trace=flock -e inject=flock:error=$answer "$L" run quick.yaml -o locks --shard 2/2 --workers 1 --quiet >/dev/null 2>&1 &
    done
    wait
    share locks 2/2
    refusing -e trace=flock -e inject=flock:error=$answer "$L" merge "locks/quick/$id" --quiet >/dev/null 2>&1 || { fail "$answer: the merge: exit $?"; return; }
    same locks || return
  done
}

stale() { # what was replaced on another machine: the first look at any file of a share fails, the second sees it
  local answer file parts
  share stale 1/2 && share stale 2/2 || { fail "$(cat stale.log)"; return; }
  parts=$PWD/stale/quick/$id.parts/2-of-2
  for answer in ESTALE ENOENT; do
    for file in "$parts/manifest.json" "$parts/shards" "$parts"/shards/*=*/shard.json; do
      rm -rf "stale/quick/$id"
      refusing -P "$file" -e trace=openat -e inject=openat:error=$answer:when=1 "$L" merge "stale/quick/$id" >/dev/null 2>stale.log ||
        { fail "$answer at $file: exit $?: $(cat stale.log)"; return; }
      grep -q INJECTED trace.log || { fail "$answer at $file: it was not opened"; return; }
      ! grep -q 'is not used' stale.log || { fail "$answer at $file: $(cat stale.log)"; return; }
      same stale || return
    done
  done
  # Tables are read on several threads.
  gcc -shared -fPIC -O1 -o stale_once.so "$here/stale_once.c" -ldl || return
  for answer in 116 2; do
    file=$(echo "$parts"/shards/*=*/runs.parquet)
    rm -rf "stale/quick/$id"
    LD_PRELOAD=$PWD/stale_once.so STALE_FILE=$file STALE_ERROR=$answer "$L" merge "stale/quick/$id" >/dev/null 2>stale.log || { fail "error $answer: exit $?: $(cat stale.log)"; return; }
    grep -q 'refused once' stale.log && ! grep -q 'is not used' stale.log || { fail "error $answer: $(cat stale.log)"; return; }
    same stale || return
  done
  # Names that arrive late: a manifest, a receipt and a table that stat does not see at first.
  for file in "$parts/manifest.json" "$parts"/shards/*=*/shard.json "$parts"/shards/*=*/runs.parquet; do
    rm -rf "stale/quick/$id"
    refusing -P "$file" -e trace=stat,lstat,newfstatat,statx -e inject=stat,lstat,newfstatat,statx:error=ENOENT:when=1 "$L" merge "stale/quick/$id" >/dev/null 2>stale.log ||
      { fail "late $file: exit $?: $(cat stale.log)"; return; }
    same stale || return
  done
}

renames() { # every rename of a share, of one with a local disk, and of a merge stays in its folder
  local bad
  rm -rf renames
  mkdir node
  for s in 1/3 2/3; do strace -f -qq -y -e trace=rename,renameat,renameat2,link,linkat -o "rename-${s%/3}.log" "$L" run quick.yaml -o renames --shard $s --quiet >/dev/null 2>&1; done
  strace -f -qq -e trace=rename,renameat,renameat2,link,linkat -o rename-3.log "$L" run quick.yaml -o renames --shard 3/3 --scratch "$work/node" --quiet >/dev/null 2>&1
  strace -f -qq -e trace=rename,renameat,renameat2,link,linkat -o rename-4.log "$L" merge "renames/quick/$id" --quiet >/dev/null 2>&1
  [ "$(cat rename-*.log | grep -c '"')" -gt 20 ] || { fail "hardly a rename was seen"; return; }
  bad=$(cat rename-*.log | awk -F'"' '/link/ { print } NF >= 5 { a = $2; b = $4; sub(/\/[^\/]*$/, "", a); sub(/\/[^\/]*$/, "", b); if (a != b) print }')
  [ -z "$bad" ] || { fail "out of its folder: $bad"; return; }
  same renames
}

check() {
  local start=$SECONDS
  echo "== $1"
  if "$1"; then passed=$((passed + 1)); echo "  passed in $((SECONDS - start)) s"; else failed=$((failed + 1)); echo "FAILED: $1"; fi
}
checks=(no_locks stale renames)
[ $# -eq 0 ] || checks=("$@")
for name in "${checks[@]}"; do check "$name"; done
finish
