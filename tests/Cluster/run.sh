#!/usr/bin/env bash
# Experiments on a real cluster: Slurm from Debian's packages, on this machine alone. Whatever happens to the jobs, the merged results have the bytes
# of one process: each check ends with that comparison.     run.sh [CHECK...]     CHECK: some of the names below (default: all), or thirteen
# Results are in the checkout, or in the home folder when the checkout is in /tmp, which leadersim slurm rightly refuses.
# The program: LEADERSIM, else the Release build.
# Closing line: N passed, N failed, N skipped. A quarter of an hour on two cores, the thirteen half of that; longer on busy ones. Every wait ends as soon as
# what it waits for is there, and its bound is generous, so a slow machine fails nothing. A machine several times as fast as those we know would end tasks
# before they are disturbed: LONG=6000 gives them more work.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
# shellcheck source=slurm.sh
. "$here/slurm.sh"
# shellcheck source=jobs.sh
. "$here/jobs.sh"
# shellcheck source=stages.sh
. "$here/stages.sh"
# shellcheck source=many.sh
. "$here/many.sh"
L=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
skip() { echo "skipped: the checks on a cluster: $1"; skipped=1; finish; exit; }

[ -x "$L" ] || skip "there is no $L; build it: dotnet build src/Runner -c Release"
[ "$(id -u)" -eq 0 ] || skip "Slurm's daemons are started as root here"
slurm_install || skip "Slurm's packages cannot be had (apt-get install slurmctld slurmd slurm-client slurm-wlm-basic-plugins munge)"

state=$(mktemp -d)
chmod 755 "$state"
place=$root/results
case $root in /tmp/* | /var/tmp/* | /dev/shm/* | /run/*) place=${HOME:-/root} ;; esac
mkdir -p "$place"
work=$(mktemp -d "$place/cluster-XXXXXX")
lanes=()
trap '[ ${#lanes[@]} -eq 0 ] || kill -- "${lanes[@]/#/-}" 2>/dev/null; for s in a b c; do slurm_down "$state/$s"; done; rm -rf "$state" "$work"' EXIT
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
wait_for() { # wait_for SECONDS COMMAND...: three times as long on a busy machine
  local end=$((SECONDS + $1 * ${PATIENCE:-3}))
  shift
  until "$@"; do [ "$SECONDS" -lt "$end" ] || { fail "waited without success for: $*"; return 1; }; sleep 0.2; done
}
folder() { echo "$1/$2/$(id_of "$2")"; }                                                   # folder ROOT NAME
job() { grep -o '"id": "[0-9]*"' "$(folder "$1" "$2").parts/jobs.json" | tr -dc '0-9\n' | sed -n "$3p"; } # job ROOT NAME N: the N-th that was submitted
merged() { queue_is_empty && "$L" slurm status "$(folder "$1" "$2")" >/dev/null 2>&1; } # first what costs little
queue_is_empty() { ! squeue --noheader --user=root 2>/dev/null | grep . >/dev/null; }
queue_has() { squeue --noheader --array --states=all --format='%F_%K %T' 2>/dev/null | grep -x "$1 $2" >/dev/null; } # queue_has JOB_INDEX STATE
starts() { grep -qs 'workers\?, seed' "$(folder "$1" "$2").parts/logs/"*"-$3.log"; }       # starts ROOT NAME JOB_INDEX
again_now() { # again_now JOB_INDEX...: jobs that were requeued wait two minutes, so that a node does not take their credential for the revoked one; some seconds suffice
  local j
  for j in "$@"; do wait_for 120 queue_has "$j" PENDING || return; done
  sleep 3
  for j in "$@"; do scontrol update "JobId=${j%_N/A}" StartTime=now 2>/dev/null; done
  true
}
kill_program() { # kill_program ROOT NAME SHARE: the program of a task of this cluster, by what it wrote beside its lock; other processes are left alone
  local p
  p=$(sed 's/.*://' "$(folder "$1" "$2").parts/$3/.lock-holder" 2>/dev/null) && [ -n "$p" ] && slurm_environment_has "$p" "SLURM_CONF=$SLURM_CONF" && kill -KILL "$p"
}
same() { # same ROOT NAME [EXCEPT]: every file of the results but the manifest, which says who ran when, and the lock
  local a b
  a=$(folder one "$2") b=$(folder "$1" "$2")
  diff -rq ${3:+--exclude="$3"} --exclude='*manifest.json' --exclude=.lock --exclude=.lock-holder "$a" "$b" || fail "$b does not have the bytes of $a"
}
says() { # says FOLDER EXPRESSION: a line of its status
  "$L" slurm status "$1" >status.log 2>/dev/null
  grep -qE "$2" status.log || fail "no line $2: $(cat status.log)"
}
submit() { # submit NAME ROOT OPTIONS...
  "$L" slurm "$1.yaml" -o "$2" --submit --quiet "${@:3}" >"$work/submit.log" 2>&1 || fail "not submitted: $(cat "$work/submit.log")"
}

check() { # what it says comes at once, since several run at the same time
  local start=$SECONDS
  if ("$1") >"$work/said" 2>&1; then
    echo "  passed in $((SECONDS - start)) s" >>"$work/said"
    echo "$1" >>"$state/passed"
  else
    echo "FAILED: $1" >>"$work/said"
  fi
  echo "== $1"$'\n'"$(cat "$work/said")"
}

lane() { # lane NAME CHECK...: one after the other, in a folder and with a Slurm of their own; most of their time is waiting, so lanes run at the same time
  work=$work/$1
  mkdir "$work" && cd "$work" && ln -s ../one ../quick.yaml ../long.yaml . || return
  export SLURM_CONF=$state/$1/slurm.conf
  for name in "${@:2}"; do check "$name"; done
}

# What an experiment on a cluster has to stand, by number: 1 an array that merges itself, 2 nothing to do by hand, 3 KILL, 4 signals, 5 time limits,
# 6 lost nodes (of tasks, of the merge), 7 the last task requeued, 8 arrays larger than the cluster allows, 9 twice at once, 10 CPUs, 11 a refused
# submission, 12 no answer of the queue, 13 a thousand shares.
thirteen=(array nothing_by_hand killed signals time_limit node_lost merge_lost last_task array_limit twice cpus refused no_queue many_shares)
others=(by_hand real_time_limit resubmitted preempted waves calibration optimization reuse scratch site page)
checks=()
[ $# -gt 0 ] || checks=("${thirteen[@]}" "${others[@]}")
for name in "$@"; do
  if [ "$name" = thirteen ]; then checks+=("${thirteen[@]}"); else checks+=("$name"); fi
done
a=() b=() c=()
for name in "${checks[@]}"; do
  case $name in
    many_shares) c+=("$name") ;;
    # Where an array has ten members at most.
    array | nothing_by_hand | last_task | array_limit | twice | cpus | refused | no_queue | resubmitted | waves | calibration | optimization) b+=("$name") ;;
    *) a+=("$name") ;;
  esac
done
no_start() { echo "FAILED: Slurm did not start: $(tail -n 3 "$state/$1"/log/*.log 2>/dev/null)"; failed=1; finish; exit 1; }
[ ${#a[@]} -eq 0 ] || slurm_up "$state/a" || no_start a
[ ${#b[@]} -eq 0 ] || MAX_ARRAY=11 slurm_up "$state/b" || no_start b
# Each lane with all that it starts is a group of processes, to be ended as one.
set -m
[ ${#a[@]} -eq 0 ] || { lane a "${a[@]}" & lanes+=($!); }
[ ${#b[@]} -eq 0 ] || { lane b "${b[@]}" & lanes+=($!); }
[ ${#c[@]} -eq 0 ] || { lane c "${c[@]}" & lanes+=($!); }
set +m
wait "${lanes[@]}"
lanes=()
passed=$(sort -u "$state/passed" 2>/dev/null | wc -l) failed=$((${#checks[@]} - passed))
echo "all of it took $SECONDS s"
finish
