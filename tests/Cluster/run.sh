#!/usr/bin/env bash
# Experiments on a real cluster: Slurm from Debian's packages, on this machine alone. Whatever happens to the jobs, the merged results have the bytes
# of one process.     run.sh [CHECK...]     CHECK: some of the names below (default: all)
# The program: LEADERSIM, else the Release build. Closing line: N passed, N failed, N skipped. About 3 minutes on an idle machine with 2 cores.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=slurm.sh
. "$here/slurm.sh"
L=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
skip() { echo "skipped: the checks on a cluster: $1"; skipped=1; finish; exit; }

[ -x "$L" ] || skip "there is no $L; build it: dotnet build src/Runner -c Release"
[ "$(id -u)" -eq 0 ] || skip "Slurm's daemons are started as root here"
slurm_install || skip "Slurm's packages cannot be had (apt-get install slurmctld slurmd slurm-client slurm-wlm-basic-plugins munge)"

state=$(mktemp -d)
chmod 755 "$state"
mkdir -p "$root/results"
# Not in /tmp, which leadersim slurm rightly refuses.
work=$(mktemp -d "$root/results/cluster-XXXXXX")
trap 'slurm_down "$state/a"; slurm_down "$state/b"; slurm_down "$state/c"; rm -rf "$state" "$work"' EXIT
cd "$work" || exit 1

experiment() { # experiment NAME REPLICATES
  cat <<YAML
name: $1
question: Does a cluster give the bytes of one process?
expectation: It does.
baseline: {organization: {seats: 40, sites: 2}, horizonTicks: 260}
factors:
  policy: {levels: [hoarding, distributed]}
  turnover.hazardPerTick: {levels: [0.005, 0.01, 0.02]}
design: fullFactorial
replicates: $2
seed: 3
YAML
}
experiment quick 200 >quick.yaml
experiment long "${LONG:-1500}" >long.yaml
echo "reference: two runs of one process each"
for name in quick long; do
  "$L" run "$name.yaml" -o one --quiet >/dev/null || { failed=1; finish; exit 1; }
done
id_of() { basename "$(find "one/$1" -mindepth 1 -maxdepth 1 -type d)"; }

fail() { echo "  $*" >&2; return 1; }
wait_for() { # wait_for SECONDS COMMAND...
  local end=$((SECONDS + $1))
  shift
  until "$@"; do [ "$SECONDS" -lt "$end" ] || { fail "waited without success for: $*"; return 1; }; sleep 0.5; done
}
folder() { echo "$1/$2/$(id_of "$2")"; }                                                   # folder ROOT NAME
job() { grep -o '"id": "[0-9]*"' "$(folder "$1" "$2").parts/jobs.json" | tr -dc '0-9\n' | sed -n "$3p"; } # job ROOT NAME N: the N-th that was submitted
merged() { "$L" slurm status "$(folder "$1" "$2")" >/dev/null 2>&1 && queue_is_empty; }
queue_is_empty() { ! squeue --noheader --user=root 2>/dev/null | grep -q .; }
queue_has() { squeue --noheader --array --states=all --format='%F_%K %T' 2>/dev/null | grep -qx "$1 $2"; } # queue_has JOB_INDEX STATE
starts() { grep -qs 'workers\?, seed' "$(folder "$1" "$2").parts/logs/"*"-$3.log"; }       # starts ROOT NAME JOB_INDEX
again_now() { # a job that was requeued waits two minutes, so that a node does not take its credential for the revoked one; some seconds suffice
  wait_for 60 queue_has "$1" PENDING && sleep 4 && { scontrol update "JobId=${1%_N/A}" StartTime=now 2>/dev/null; true; }
}
program_of() { # program_of JOB INDEX: the processes of a task that are leadersim
  local p
  for p in /proc/[0-9]*; do
    p=${p#/proc/}
    slurm_environment_has "$p" "SLURM_CONF=$SLURM_CONF" && slurm_environment_has "$p" "SLURM_ARRAY_JOB_ID=$1" && slurm_environment_has "$p" "SLURM_ARRAY_TASK_ID=$2" &&
      tr '\0' ' ' <"/proc/$p/cmdline" 2>/dev/null | grep -q ' run .*--shard' && ! grep -q '^\(bash\|slurm_script\)' "/proc/$p/comm" && echo "$p"
  done
}
same() { # same ROOT NAME [EXCEPT]: every file of the results but the manifest, which says who ran when, and the lock
  local a b
  a=$(folder one "$2") b=$(folder "$1" "$2")
  diff -rq ${3:+--exclude="$3"} --exclude=manifest.json --exclude=.lock --exclude=.lock-holder "$a" "$b" || fail "$b does not have the bytes of $a"
}
says() { # says FOLDER EXPRESSION: a line of its status
  "$L" slurm status "$1" >status.log 2>/dev/null
  grep -qE "$2" status.log || fail "no line $2: $(cat status.log)"
}
submit() { # submit NAME ROOT OPTIONS...
  "$L" slurm "$1.yaml" -o "$2" --submit --quiet "${@:3}" >"$work/submit.log" 2>&1 || fail "not submitted: $(cat "$work/submit.log")"
}

array() { # all complete, merged by itself, from an empty folder
  submit quick array --shares 10 && wait_for 120 merged array quick && same array quick
}

nothing_by_hand() { # a name with a space, a quote and a dollar; the file is edited while the tasks wait
  local name='an "odd" $file.yaml'
  experiment quick 200 >"$name"
  "$L" slurm "$name" -o 'odd $"o'"'"'k' --shares 4 --submit --quiet >/dev/null 2>&1 || { fail "not submitted"; return; }
  experiment quick 7 >"$name"
  wait_for 120 merged 'odd $"o'"'"'k' quick && same 'odd $"o'"'"'k' quick
}

killed() { # KILL through Slurm, and of the program: only those shares are submitted again
  submit long killed --shares 4 || return
  local j dir
  j=$(job killed long 1) dir=$(folder killed long)
  wait_for 60 starts killed long "${j}_2" && wait_for 60 starts killed long "${j}_3" || return
  scancel --signal=KILL "${j}_2"
  kill -KILL $(program_of "$j" 3)
  wait_for 120 queue_is_empty || return
  says "$dir" '^4 shares: 2 complete, (2 lost|1 stopped, 1 lost|2 stopped)' || return
  "$L" slurm resubmit "$dir" --quiet >/dev/null 2>&1 || { fail "not submitted again"; return; }
  grep -q '"indices": "2-3"' "$dir.parts/jobs.json" || { fail "other shares were submitted: $(grep indices "$dir.parts/jobs.json")"; return; }
  wait_for 120 merged killed long && same killed long
}

signals() { # USR1 and TERM to the batch script: what is done is kept, the task is requeued and continues
  submit long signals --shares 2 || return
  local j s
  j=$(job signals long 1)
  for s in 1 2; do wait_for 60 starts signals long "${j}_$s" || return; done
  sleep 2
  scancel --batch --signal=USR1 "${j}_1"
  scancel --batch --signal=TERM "${j}_2"
  again_now "${j}_1" && again_now "${j}_2" && wait_for 180 merged signals long || return
  for s in 1 2; do
    grep -q 'asked to terminate' "$(folder signals long).parts/logs/"*"-${j}_$s.log" && grep -qE ', [0-9]+ were there already' "$(folder signals long).parts/logs/"*"-${j}_$s.log" &&
      grep -q 'restart 1' "$(folder signals long).parts/logs/"*"-${j}_$s.log" || { fail "share $s did not continue: $(cat "$(folder signals long).parts/logs/"*"-${j}_$s.log")"; return; }
  done
  same signals long
}

time_limit() { # Slurm announces the end of a task's time; after as many requeues as are allowed it stops, and status says why
  submit long limit --shares 1 --time 1 --requeues 1 || return
  local j dir
  j=$(job limit long 1) dir=$(folder limit long)
  wait_for 60 starts limit long "${j}_1" || return
  # As at the limit, but sooner.
  sleep 1 && scancel --batch --signal=USR1 "${j}_1" && again_now "${j}_1" || return
  wait_for 60 grep -qs 'restart 1' "$dir.parts/logs/"*"-${j}_1.log" && sleep 2 && scancel --batch --signal=USR1 "${j}_1"
  wait_for 60 grep -qs 'not complete after 1 requeues' "$dir.parts/logs/"*"-${j}_1.log" || return
  wait_for 60 queue_is_empty || return
  says "$dir" 'stopped: 1/1: .*2 sessions, and no more than 1 requeues are allowed' || return
  "$L" slurm resubmit "$dir" --time 10m --quiet >/dev/null 2>&1 && wait_for 180 merged limit long && same limit long
}

real_time_limit() { # by name only, for it takes minutes: Slurm itself announces the end of the time, once or several times
  submit long minute --shares 1 --time 1 || return
  local j
  j=$(job minute long 1)
  for ((k = 0; k < 240; k++)); do
    ! queue_has "${j}_1" PENDING || { sleep 4; scontrol update "JobId=${j}_1" StartTime=now 2>/dev/null; }
    queue_is_empty && break
    sleep 1
  done
  grep -q 'restart 1' "$(folder minute long).parts/logs/"*"-${j}_1.log" || { fail "it was not started again"; return; }
  merged minute long && same minute long
}

node_lost() { # daemon, steps and programs of a node at once; and a merge that runs twice
  submit long lost --shares 8 || return
  local j m
  j=$(job lost long 1) m=$(job lost long 2)
  wait_for 60 bash -c "squeue --noheader --states=R --nodelist=n2 | grep -q ." && wait_for 60 starts lost long "${j}_8" || return
  slurm_lose "$state/a" n2
  wait_for 90 bash -c "sinfo --noheader --Node --states=down --format=%N | grep -q n2" || return
  slurm_back n2
  sleep 4
  for s in 1 2 3 4 5 6 7 8; do ! queue_has "${j}_$s" PENDING || scontrol update "JobId=${j}_$s" StartTime=now 2>/dev/null; done
  wait_for 180 merged lost long && same lost long || return
  wait_for 30 queue_has "${m}_N/A" COMPLETED && scontrol requeue "$m" && again_now "${m}_N/A" || return
  wait_for 60 queue_has "${m}_N/A" COMPLETED && same lost long
}

last_task() { # the last task of an array has the array's number as its own: only it may be started again
  submit long last --shares 3 || return
  local j dir
  j=$(job last long 1) dir=$(folder last long)
  wait_for 60 starts last long "${j}_3" && sleep 2 || return
  scancel --batch --signal=USR1 "${j}_3"
  again_now "${j}_3" && wait_for 180 merged last long || return
  grep -q 'restart 1' "$dir.parts/logs/"*"-${j}_3.log" || { fail "the last task was not started again"; return; }
  ! grep -q 'restart' "$dir.parts/logs/"*"-${j}_"[12].log || { fail "other tasks were started again"; return; }
  same last long
}

array_limit() { # MaxArraySize 11: three arrays with offsets
  slurm_down "$state/a"
  MAX_ARRAY=11 CPUS=8 slurm_up "$state/b" || { fail "Slurm did not start"; return; }
  submit quick offsets --shares 25 || return
  [ "$(grep -c '"offset": [0-9]' "$(folder offsets quick).parts/jobs.json")" -eq 3 ] || { fail "not three arrays"; return; }
  wait_for 180 merged offsets quick && same offsets quick
}

twice() { # a second submission is refused; a second task of a share is refused, or, where locks do not hold, does no harm
  submit long twice --shares 2 || return
  local code one two
  "$L" slurm long.yaml -o twice --shares 2 --submit >/dev/null 2>"$work/twice.log"
  code=$?
  [ "$code" -eq 7 ] && grep -q "$(job twice long 1)" "$work/twice.log" || { fail "exit $code: $(cat "$work/twice.log")"; return; }
  "$L" slurm cancel "$(folder twice long)" --quiet >/dev/null 2>&1
  wait_for 60 queue_is_empty || { fail "a task that was cancelled came back"; return; }
  "$L" run long.yaml -o locks --shard 1/2 --workers 1 --quiet >/dev/null 2>&1 &
  one=$!
  wait_for 30 test -e "$(folder locks long).parts/1-of-2/manifest.json"
  "$L" run long.yaml -o locks --shard 1/2 --workers 1 --quiet >/dev/null 2>&1
  code=$?
  wait "$one" || { fail "the first was disturbed"; return; }
  [ "$code" -eq 7 ] || { fail "the second task of a share: exit $code"; return; }
  for two in 1 2; do
    DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1 "$L" run long.yaml -o locks --shard 2/2 --workers 1 >/dev/null 2>"$work/unlocked-$two.log" &
  done
  wait
  grep -q 'locks do not hold' "$work/unlocked-1.log" || { fail "no warning without locks: $(cat "$work/unlocked-1.log")"; return; }
  "$L" run long.yaml -o locks --shard 2/2 --quiet >/dev/null 2>&1
  "$L" merge "$(folder locks long)" --quiet >/dev/null 2>&1 && same locks long
}

cpus() { # as many workers as the task was given CPUs, whether Slurm ties tasks to CPUs or not
  submit quick unbound --shares 1 && wait_for 120 merged unbound quick && same unbound quick || return
  grep -q ', 1 worker,' "$(folder unbound quick).parts/logs/"*_1.log || { fail "unbound: $(grep worker "$(folder unbound quick).parts/logs/"*_1.log)"; return; }
  local before=$SLURM_CONF
  # The report states the machine, and a process that is tied to one CPU sees a machine of one.
  NODES=1 CPUS=$(nproc) BOUND=1 slurm_up "$state/c" || { export SLURM_CONF=$before; fail "Slurm did not start"; return; }
  submit quick bound --shares 1 && wait_for 120 merged bound quick && same bound quick report.html && grep -q ', 1 worker,' "$(folder bound quick).parts/logs/"*_1.log
  local code=$?
  export SLURM_CONF=$before
  return $code
}

refused() { # sbatch says no: its words, and nothing is left submitted
  local code
  "$L" slurm quick.yaml -o refused --shares 2 --sbatch=--partition=nope --submit >/dev/null 2>"$work/refused.log"
  code=$?
  [ "$code" -eq 2 ] && grep -qi 'invalid partition' "$work/refused.log" || { fail "exit $code: $(cat "$work/refused.log")"; return; }
  queue_is_empty || { fail "something was left submitted"; return; }
  "$L" slurm quick.yaml -o /tmp/refused --shares 2 >/dev/null 2>"$work/local.log"
  code=$?
  [ "$code" -eq 2 ] && grep -q 'on this node alone' "$work/local.log" || { fail "results in /tmp: exit $code"; return; }
  submit quick refused --shares 2 && wait_for 120 merged refused quick && same refused quick
}

waves() { # replicates until intervals are narrow enough: the merge submits the next wave itself
  sed 's/replicates: .*/replicates: {min: 20, max: 400, batch: 60, lookAhead: 1, until: [{output: failed, halfWidth: 0.06}]}/; s/name: .*/name: waves/' quick.yaml >waves.yaml
  "$L" run waves.yaml -o one --quiet >/dev/null 2>&1
  submit waves waves --shares 3 && wait_for 240 merged waves waves || return
  [ "$(grep -c '"offset": null' "$(folder waves waves).parts/jobs.json")" -gt 1 ] || { fail "there was one wave only"; return; }
  same waves waves
}

no_queue() { # squeue fails, or calls a complete share TIMEOUT: the folders are the truth
  local dir
  submit quick silent --shares 2 && wait_for 120 merged silent quick || return
  dir=$(folder silent quick)
  mkdir -p bin
  printf '#!/bin/sh\nexit 1\n' >bin/squeue
  chmod 755 bin/squeue
  PATH="$work/bin:$PATH" says "$dir" '^2 shares: 2 complete$' && PATH="$work/bin:$PATH" says "$dir" 'did not answer' || return
  printf '#!/bin/sh\necho "%s|1|TIMEOUT|TimeLimit|n1"\n' "$(job silent quick 1)" >bin/squeue
  PATH="$work/bin:$PATH" says "$dir" '^2 shares: 2 complete$' || return
  same silent quick
}

many_shares() { # a merge costs file operations in proportion to shares, however many shards the plan has
  command -v strace >/dev/null || { fail "strace is needed to count: apt-get install strace"; return; }
  sed 's/replicates: .*/replicates: 200000/; s/horizonTicks: 260/horizonTicks: 5/; s/name: .*/name: many/' quick.yaml >many.yaml
  "$L" run many.yaml -o many --shard 1/12000 --quiet >/dev/null 2>&1 || { fail "the first share"; return; }
  local parts n k calls=()
  parts=$(echo many/many/*.parts)
  for n in 100 1000; do
    for ((k = 2; k <= n; k++)); do [ -e "$parts/$k-of-12000" ] || cp -r "$parts/1-of-12000" "$parts/$k-of-12000"; done
    rm -rf "${parts%.parts}"
    strace -f -qq -e trace=%file,getdents64 -o "$work/calls" "$L" merge "${parts%.parts}" --quiet >/dev/null 2>&1
    calls+=("$(wc -l <"$work/calls")")
  done
  echo "  file operations: ${calls[0]} for 100 shares, ${calls[1]} for 1000"
  [ "${calls[1]}" -lt $((calls[0] * 12)) ] || fail "more than in proportion"
}

check() {
  local start=$SECONDS
  echo "== $1"
  if "$1"; then passed=$((passed + 1)); echo "  passed in $((SECONDS - start)) s"; else failed=$((failed + 1)); echo "FAILED: $1"; fi
}

checks=(array nothing_by_hand refused no_queue waves cpus twice last_task signals time_limit killed node_lost array_limit many_shares)
[ $# -eq 0 ] || checks=("$@")
slurm_up "$state/a" || { echo "FAILED: Slurm did not start: $(tail -n 3 "$state"/a/log/*.log 2>/dev/null)"; failed=1; finish; exit 1; }
for name in "${checks[@]}"; do check "$name"; done
finish
