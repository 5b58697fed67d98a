#!/usr/bin/env bash
# The script that leadersim shards writes for each engine, run and merged: the results have the bytes of one process. GNU parallel and xargs run theirs;
# where an engine itself is not here, its array variables are set, the script runs once for each member, and its description is read by its own rules.
#   engines.sh [ENGINE...]   (default: all)
# The program: LEADERSIM, else the Release build. Closing line: N passed, N failed, N skipped. Two minutes, more on a busy machine.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
L=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
python=${PYTHON:-/usr/bin/python3}
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
[ -x "$L" ] || { echo "skipped: there is no $L; build it: dotnet build src/Runner -c Release"; skipped=1; finish; exit; }
# A name that every kind of script has to quote.
work=$(mktemp -d)/'a "odd" $folder'"'s"
mkdir "$work"
trap 'rm -rf "$(dirname "$work")"' EXIT
cd "$work" || exit 1
# No job of the machine that runs this.
unset $(compgen -e | grep -E '^(SLURM|PBS|SGE|LSB|JOB|AWS_BATCH)_') 2>/dev/null

cat >quick.yaml <<'YAML'
name: quick
question: Does an engine give the bytes of one process?
expectation: It does.
baseline: {organization: {seats: 12, sites: 2}, horizonTicks: 60}
factors: {policy: {levels: [hoarding, distributed]}, turnover.hazardPerTick: {levels: [0.005, 0.02]}}
design: fullFactorial
replicates: 25
seed: 3
YAML
cp "$root/tests/Runner.Tests/Examples/optimize.yaml" tiny-optimum.yaml
"$L" run quick.yaml -o one --quiet >/dev/null && "$L" optimize tiny-optimum.yaml -o one --quiet >/dev/null 2>&1 || { failed=1; finish; exit 1; }

fail() { echo "  $*"; return 1; }
# script ENGINE NAME: writes the script; what it would run is changed afterwards
script() {
  "$L" shards "$2.yaml" -o "$1" --shares 4 --for "$1" --setup 'export SITE=here' 2>"$1.log" | tail -n 1
}
folder() { find "$1/$2" -mindepth 1 -maxdepth 1 -type d ! -name '*.parts'; }
merge() { "$L" merge "$(dirname "$1" | sed 's/\.parts$//')" --quiet >/dev/null 2>>merge.log; } # merge SCRIPT
same() { # same ENGINE NAME
  diff -rq --exclude='*manifest.json' --exclude=.lock --exclude=.lock-holder "$(folder one "$2")" "$(folder "$1" "$2")" || fail "$1 does not have the bytes of one process"
}

by_shell() { # by_shell ENGINE: engines that are here, with a merge in the script; an optimization takes one call for each stage
  local written code k
  written=$(script "$1" quick)
  env -u SHELL bash "$written" 2 >out.log 2>&1 || { fail "exit $?: $(cat out.log "$(dirname "$written")/logs/"*.log)"; return; }
  same "$1" quick || return
  written=$(script "$1" tiny-optimum)
  for ((k = 0; k < 12; k++)); do
    bash "$written" 2 >out.log 2>&1
    code=$?
    [ "$code" -eq 4 ] || break
  done
  [ "$code" -eq 0 ] || { fail "exit $code: $(cat out.log)"; return; }
  same "$1" tiny-optimum
}
parallel() { by_shell parallel; }
xargs() { by_shell xargs; }

members() { # members ENGINE FIRST LAST FUNCTION: runs the members of an array out of order, then merges
  local k
  for k in "$3" $(seq "$2" $(($3 - 1))); do "$4" "$k" >"member-$k.log" 2>&1 || { fail "member $k: exit $?: $(cat "member-$k.log")"; return; }; done
  merge "$written" || { fail "the merge: $(tail -n 3 merge.log)"; return; }
  same "$1" quick
}
directive() { grep -qE -- "$1" "$written" || fail "no line $1 in $written"; }

pbs() { # PBS_ARRAY_INDEX of PBS Pro and OpenPBS
  local written
  written=$(script pbs quick)
  directive '^#PBS -J 1-4$' && directive '^#PBS -l select=1:ncpus=1$' && directive '^#PBS -l walltime=[0-9]{2}:[0-9]{2}:00$' && directive '^#PBS -r y$' || return
  member() { env "PBS_JOBID=12[$1].host" PBS_ARRAY_INDEX="$1" NCPUS=1 bash "$written"; }
  members pbs 1 4 member
}

sge() { # SGE_TASK_ID, and exit code 99 for a member that has to start again
  local written code
  written=$(script sge quick)
  directive '^#\$ -t 1-4$' && directive '^#\$ -r y$' && directive '^#\$ -notify$' || return
  member() { env JOB_ID=5 SGE_TASK_ID="$1" SGE_TASK_FIRST=1 SGE_TASK_LAST=4 SGE_TASK_STEPSIZE=1 NSLOTS=1 bash "$written"; }
  told 99 "USR1 USR2" env JOB_ID=5 SGE_TASK_ID=2 SGE_TASK_FIRST=1 SGE_TASK_LAST=4 SGE_TASK_STEPSIZE=1 NSLOTS=1 || return
  members sge 1 4 member
}

lsf() { # LSB_JOBINDEX, and exit code 75
  local written
  written=$(script lsf quick)
  directive '^#BSUB -J "leadersim-quick\[1-4\]"$' && directive '^#BSUB -Q "75"$' && directive '^#BSUB -r$' || return
  member() { env LSB_JOBID=5 LSB_JOBINDEX="$1" LSB_JOBINDEX_END=4 LSB_DJOB_NUMPROC=1 bash "$written"; }
  told 75 "USR1 XCPU" env LSB_JOBID=5 LSB_JOBINDEX=2 LSB_JOBINDEX_END=4 LSB_DJOB_NUMPROC=1 || return
  members lsf 1 4 member
}

told() { # told CODE SIGNALS ENVIRONMENT...: a long member that an engine tells to stop keeps what is done and ends with the code that starts it again
  local wanted=$1 signals=$2 long signal member code
  shift 2
  sed 's/replicates: .*/replicates: 100000/; s/name: .*/name: long/' quick.yaml >long.yaml
  for signal in $signals; do
    long=$(PATH=$PATH "$L" shards long.yaml -o told --shares 4 --for "$(basename "$written" | sed 's/shares\.\(.*\)\.sh/\1/')" 2>/dev/null | tail -n 1)
    "$@" bash "$long" >told.log 2>&1 &
    member=$!
    # The script has become the program.
    until grep -q 'seed' told.log || ! kill -0 "$member" 2>/dev/null; do sleep 0.2; done
    sleep 1
    kill -s "$signal" "$member"
    wait "$member"
    code=$?
    [ "$code" -eq "$wanted" ] && grep -q 'asked to terminate' told.log && grep -q 'are done and kept' told.log || { fail "$signal: exit $code, not $wanted: $(cat told.log)"; return; }
  done
  rm -rf told
}

k8s() { # the job, read as YAML; its container's command with the index that Kubernetes sets
  local written
  "$python" -c 'import yaml' 2>/dev/null || { echo "  skipped: no python3-yaml here"; return 77; }
  written=$(script k8s quick)
  "$python" - "$written" >k8s.sh <<'PY' || { fail "the job is not right"; return; }
import shlex, sys, yaml
job = yaml.safe_load(open(sys.argv[1]))
# https://kubernetes.io/docs/concepts/workloads/controllers/job/: what an indexed job with a limit for each index requires.
spec, pod = job["spec"], job["spec"]["template"]["spec"]
assert (job["apiVersion"], job["kind"], spec["completionMode"]) == ("batch/v1", "Job", "Indexed")
assert spec["completions"] == 4 and 1 <= spec["parallelism"] <= 4 and isinstance(spec["backoffLimitPerIndex"], int)
assert pod["restartPolicy"] == "Never" and pod["terminationGracePeriodSeconds"] >= 30
for rule in spec["podFailurePolicy"]["rules"]:
    assert rule["action"] in ("FailIndex", "FailJob", "Ignore", "Count") and 0 not in rule["onExitCodes"]["values"] and 4 not in rule["onExitCodes"]["values"]
(container,) = pod["containers"]
assert {m["name"] for m in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
import os
assert os.path.samefile(container["volumeMounts"][0]["mountPath"], "k8s"), container["volumeMounts"]
env = [f"{e['name']}={e['value']}" for e in container["env"]]
print("exec", shlex.join(["env", *env, *container["command"], *container["args"]]))
PY
  member() { env JOB_COMPLETION_INDEX="$1" HOSTNAME=pod bash k8s.sh; }
  members k8s 0 3 member || return
  if command -v kubernetes-validate >/dev/null; then kubernetes-validate --strict "$written" || fail "not a job of Kubernetes"; fi
}

aws() { # what the script gives to the client of AWS, taken apart by a client that only writes down its words
  local written
  written=$(script aws quick)
  mkdir -p bin
  printf '#!/bin/bash\nprintf "%%s\\0" "$@" >words\n' >bin/aws
  chmod 755 bin/aws
  PATH=$work/bin:$PATH bash "$written" queue definition || { fail "exit $?"; return; }
  "$python" - words >aws.sh <<'PY' || { fail "its words are not right: $(tr '\0' ' ' <words)"; return; }
import json, shlex, sys
words = open(sys.argv[1]).read().split("\0")[:-1]
assert words[:2] == ["batch", "submit-job"], words
options = dict(zip(words[2::2], words[3::2]))
assert (options["--job-queue"], options["--job-definition"]) == ("queue", "definition")
assert options["--array-properties"] == "size=4" and options["--retry-strategy"] == "attempts=10"
print("exec", shlex.join(json.loads(options["--container-overrides"])["command"]))
PY
  member() { env AWS_BATCH_JOB_ID="a:$1" AWS_BATCH_JOB_ARRAY_INDEX="$1" AWS_BATCH_JOB_ARRAY_SIZE=4 AWS_BATCH_JOB_ATTEMPT=1 bash aws.sh; }
  members aws 0 3 member
}

# Functions above have the names of programs: those are meant where the scripts run.
check() {
  local code
  echo "== $1"
  if [ "$1" = parallel ] && ! type -P parallel >/dev/null; then echo "  skipped: GNU parallel is not here"; skipped=$((skipped + 1)); return; fi
  "$1"
  code=$?
  case $code in 0) passed=$((passed + 1)) ;; 77) skipped=$((skipped + 1)) ;; *) failed=$((failed + 1)); echo "FAILED: $1" ;; esac
}
engines=(parallel xargs pbs sge lsf k8s aws)
[ $# -eq 0 ] || engines=("$@")
for engine in "${engines[@]}"; do check "$engine"; done
finish
