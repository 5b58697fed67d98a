# Checks on jobs of Slurm, and what happens to them. To be sourced by run.sh.

array() { # all complete, merged by itself, from an empty folder; logs say first where they are of, and are short
  local log
  submit quick array --shares 10 && wait_for 120 merged array quick && same array quick || return
  for log in "$(folder array quick).parts/logs/"*_*.log; do
    head -n 1 "$log" | grep -qE "^Slurm job $(job array quick 1), array index [0-9]+ on " && [ "$(wc -l <"$log")" -le 6 ] || { fail "$log: $(cat "$log")"; return; }
  done
}

by_hand() { # a script of one's own: --shard auto, whether the array counts from 0 or from 1, or leaves members out; and the merge by hand
  local array
  for array in 0-3 1-4 2,4; do
    printf '#!/bin/bash\nexec "%s" run quick.yaml -o "hand-%s" --shard auto%s\n' "$L" "$array" "$([ $array != 2,4 ] || echo /4)" >hand.sbatch
    sbatch --parsable --array="$array" --output=hand-%a.log hand.sbatch >/dev/null && wait_for 60 queue_is_empty || return
    [ "$array" != 2,4 ] || for s in 1/4 3/4; do "$L" run quick.yaml -o "hand-$array" --shard $s --quiet >/dev/null 2>&1; done
    "$L" merge "$(folder "hand-$array" quick)" --quiet >/dev/null 2>&1 || { fail "--array=$array: $(cat hand-*.log)"; return; }
    same "hand-$array" quick || return
  done
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
  # Whichever starts first, so that each is killed while it runs.
  wait_for 120 kill_program killed long 3-of-4 || return
  wait_for 120 starts killed long "${j}_2" && scancel --signal=KILL "${j}_2" || return
  wait_for 120 queue_is_empty || return
  says "$dir" '^4 shares: 2 complete, (2 lost|1 stopped, 1 lost|2 stopped)' || return
  "$L" slurm resubmit "$dir" --quiet >/dev/null 2>&1 || { fail "not submitted again"; return; }
  grep -q '"indices": "2-3"' "$dir.parts/jobs.json" || { fail "other shares were submitted: $(grep indices "$dir.parts/jobs.json")"; return; }
  wait_for 120 merged killed long && same killed long
}

resumes() { # resumes LOG: as many runs were there as the session before had said that it kept; on a very busy machine none
  local kept there
  kept=$(sed -n 's/^stopped: \([0-9]*\) of.*/\1/p' "$1" | head -n 1) there=$(sed -n 's/.*, \([0-9]*\) w[a-z]* there already.*/\1/p' "$1" | head -n 1)
  [ -n "$kept" ] && [ "${there:-0}" -ge "$kept" ]
}

signals() { # USR1 and TERM to the batch script: what is done is kept, the task is requeued and continues
  submit long signals --shares 2 || return
  local j s
  j=$(job signals long 1)
  for s in 1 2; do wait_for 60 starts signals long "${j}_$s" || return; done
  sleep 1
  scancel --batch --signal=USR1 "${j}_1"
  scancel --batch --signal=TERM "${j}_2"
  again_now "${j}_1" "${j}_2" && wait_for 180 merged signals long || return
  for s in 1 2; do
    grep -q 'asked to terminate' "$(folder signals long).parts/logs/"*"-${j}_$s.log" &&
      grep -q 'restart 1' "$(folder signals long).parts/logs/"*"-${j}_$s.log" && resumes "$(folder signals long).parts/logs/"*"-${j}_$s.log" ||
      { fail "share $s did not continue: $(cat "$(folder signals long).parts/logs/"*"-${j}_$s.log")"; return; }
  done
  same signals long
}

time_limit() { # Slurm announces the end of a task's time; after as many requeues as are allowed it stops, and status says why
  submit long limit --shares 1 --cpus 2 --time 1 --requeues 1 || return
  local j dir
  j=$(job limit long 1) dir=$(folder limit long)
  wait_for 60 starts limit long "${j}_1" || return
  # As at the limit, but sooner.
  sleep 1 && scancel --batch --signal=USR1 "${j}_1" && again_now "${j}_1" || return
  wait_for 60 grep -qs 'restart 1' "$dir.parts/logs/"*"-${j}_1.log" && sleep 1 && scancel --batch --signal=USR1 "${j}_1"
  wait_for 60 grep -qs 'not complete after 1 requeues' "$dir.parts/logs/"*"-${j}_1.log" || return
  wait_for 60 queue_is_empty || return
  says "$dir" 'stopped: 1/1: .*2 sessions, and no more than 1 requeues are allowed' || return
  "$L" slurm resubmit "$dir" --time 10m --quiet >/dev/null 2>&1 && wait_for 180 merged limit long && same limit long
}

limits_are() { # limits_are ROOT NAME N LIMIT LIMIT: the time limits of the N-th job that was submitted and of the next, as Slurm has them
  local limits
  limits=$(for k in "$3" $(($3 + 1)); do squeue --noheader --states=all --jobs="$(job "$1" "$2" "$k")" --format=%l | sort -u | tr -d ' '; done | paste -sd' ')
  [ "$limits" = "$4 $5" ] || fail "limits of tasks and merge: $limits, not $4 $5"
}

resubmitted() { # Slurm ends a task at its limit, and then the merge at its own; resubmit gives each more time, and takes more options for sbatch
  local dir
  # A set-up that takes all the time of a job whose limit is one minute: first of the second task, then of the merge.
  printf '[ "$(squeue --noheader --jobs="$SLURM_JOB_ID" --format=%%l | head -n 1 | tr -d " ")" != 1:00 ] || [ "${SLURM_ARRAY_TASK_ID:-2}" = 1 ] || { trap "" USR1; sleep 300; }\n' >slow.sh
  submit quick resubmitted --shares 2 --time 1 --merge-time 9 --setup "source '$work/slow.sh'" || return
  dir=$(folder resubmitted quick)
  limits_are resubmitted quick 1 1:00 9:00 && wait_for 300 queue_is_empty || return
  says "$dir" '^2 shares: 1 complete, 1 lost' && says "$dir" 'lost: 2/2: job [0-9]+_2 ended TIMEOUT, 0 of 600 runs are kept' || return
  "$L" slurm resubmit "$dir" --time 2h --merge-time 1m --sbatch=--comment=later --quiet >/dev/null 2>&1 || { fail "not submitted again"; return; }
  limits_are resubmitted quick 3 2:00:00 1:00 || return
  [ "$(squeue --noheader --states=all --jobs="$(job resubmitted quick 3)" --array --format='%K %k')" = '2 later' ] || { fail "other shares, or no options: $(squeue --states=all)"; return; }
  wait_for 300 queue_is_empty && says "$dir" '^2 shares: 2 complete$' && says "$dir" "the merge $(job resubmitted quick 4) ended TIMEOUT" || return
  "$L" slurm status "$dir" >next.log 2>&1
  grep -q -- '--merge-time 2m$' next.log || { fail "no longer limit is proposed: $(cat next.log)"; return; }
  "$L" slurm resubmit "$dir" --merge-time 20m --quiet >/dev/null 2>&1 && wait_for 120 merged resubmitted quick || return
  # What was asked for once stays.
  [ "$(squeue --noheader --states=all --jobs="$(job resubmitted quick 5)" --format='%l %k' | tr -s ' ')" = '20:00 later' ] || { fail "forgotten: $(squeue --states=all)"; return; }
  same resubmitted quick
}

real_time_limit() { # Slurm itself announces the end of the time, once or several times
  # Slow runs, as many as are two minutes of CPU time here: what else the machine does changes that little. A program takes 0.7 s to start.
  local j k seconds
  experiment minute 1000 | sed 's/horizonTicks: 260/horizonTicks: 2600/' >minute.yaml
  seconds=$({ TIMEFORMAT=%U; time "$L" run minute.yaml -o probe --shard 1/10 --workers 1 --quiet >/dev/null 2>&1; } 2>&1)
  sed -i "s/replicates: .*/replicates: $(awk -v s="$seconds" 'BEGIN { t = s > 1 ? s - 0.7 : 0.3; print int(120 * 600 / t / 6) }')/" minute.yaml
  "$L" run minute.yaml -o one --quiet >/dev/null || { fail "the reference"; return; }
  submit minute minute --shares 1 --time 1 || return
  j=$(job minute minute 1)
  for ((k = 0; k < 1800; k++)); do
    ! queue_has "${j}_1" PENDING || { sleep 4; scontrol update "JobId=${j}_1" StartTime=now 2>/dev/null; }
    queue_is_empty && break
    sleep 1
  done
  grep -q 'restart 1' "$(folder minute minute).parts/logs/"*"-${j}_1.log" || { fail "it was not started again: $(cat "$(folder minute minute).parts/logs/"*"-${j}_1.log")"; return; }
  merged minute minute || { fail "not merged: $("$L" slurm status "$(folder minute minute)" 2>&1)"; return; }
  same minute minute
}

preempted() { # jobs of a partition that goes first take the nodes: tasks are stopped, queued again by Slurm, and continue
  local j s again=0
  submit long preempted --shares 2 --cpus 4 || return
  j=$(job preempted long 1)
  for s in 1 2; do wait_for 60 starts preempted long "${j}_$s" || return; done
  sleep 2
  sbatch --parsable --partition=urgent --cpus-per-task=4 --output=/dev/null --wrap 'sleep 3' >/dev/null || return
  wait_for 60 bash -c "squeue --noheader --array --states=PENDING --format='%F' | grep -qx $j" || return
  sleep 6
  for s in 1 2; do ! queue_has "${j}_$s" PENDING || scontrol update "JobId=${j}_$s" StartTime=now 2>/dev/null; done
  wait_for 180 merged preempted long || return
  for s in 1 2; do ! grep -q 'restart 1' "$(folder preempted long).parts/logs/"*"-${j}_$s.log" || again=$((again + 1)); done
  [ "$again" -ge 1 ] || { fail "no task was started again"; return; }
  same preempted long
}

node_lost() { # daemon, steps and programs of a node at once; and a merge that runs once more
  submit long lost --shares 8 || return
  local j m
  j=$(job lost long 1) m=$(job lost long 2)
  wait_for 60 bash -c "squeue --noheader --states=R --nodelist=n2 | grep -q ." && wait_for 60 starts lost long "${j}_8" || return
  slurm_lose "${SLURM_CONF%/*}" n2
  wait_for 90 bash -c "sinfo --noheader --Node --states=down --format=%N | grep -q n2" || return
  slurm_back n2
  sleep 4
  for s in 1 2 3 4 5 6 7 8; do ! queue_has "${j}_$s" PENDING || scontrol update "JobId=${j}_$s" StartTime=now 2>/dev/null; done
  wait_for 180 merged lost long && same lost long || return
  wait_for 30 queue_has "${m}_N/A" COMPLETED && scontrol requeue "$m" && again_now "${m}_N/A" || return
  wait_for 60 queue_has "${m}_N/A" COMPLETED && same lost long
}

merge_lost() { # the node of the merge, while it merges
  submit long merging --shares 2 || return
  local m node
  m=$(job merging long 2)
  wait_for 180 queue_has "${m}_N/A" RUNNING || return
  node=$(squeue --noheader --jobs="$m" --format=%N)
  slurm_lose "${SLURM_CONF%/*}" "$node"
  # An administrator says so; node_lost waits until the controller notices itself.
  scontrol update "NodeName=$node" State=DOWN Reason=lost
  ! grep -q 'report.html' "$(folder merging long)/manifest.json" 2>/dev/null || echo "  the merge had ended already"
  wait_for 90 bash -c "sinfo --noheader --Node --states=down --format=%N | grep -q $node" || return
  slurm_back "$node"
  scontrol update "NodeName=$node" State=RESUME 2>/dev/null
  again_now "${m}_N/A" && wait_for 120 merged merging long && same merging long
}

last_task() { # the last task of an array has the array's number as its own: only it may be started again
  submit long last --shares 3 || return
  local j dir
  j=$(job last long 1) dir=$(folder last long)
  wait_for 60 starts last long "${j}_3" && sleep 1 || return
  scancel --batch --signal=USR1 "${j}_3"
  again_now "${j}_3" && wait_for 180 merged last long || return
  grep -q 'restart 1' "$dir.parts/logs/"*"-${j}_3.log" || { fail "the last task was not started again"; return; }
  ! grep -q 'restart' "$dir.parts/logs/"*"-${j}_"[12].log || { fail "other tasks were started again"; return; }
  same last long
}

array_limit() { # MaxArraySize 11, which is what this Slurm has: three arrays with offsets
  submit quick offsets --shares 25 || return
  [ "$(grep -c '"offset": [0-9]' "$(folder offsets quick).parts/jobs.json")" -eq 3 ] || { fail "not three arrays"; return; }
  wait_for 180 merged offsets quick && same offsets quick
}

twice() { # a second submission is refused; a second task of a share is refused, or, where locks do not hold, does no harm
  # On hold, so that the jobs are there still when the second command has measured.
  submit long twice --shares 2 --sbatch=--hold || return
  local code one two
  "$L" slurm long.yaml -o twice --shares 2 --submit >/dev/null 2>"$work/twice.log"
  code=$?
  [ "$code" -eq 7 ] && grep -q "$(job twice long 1)" "$work/twice.log" || { fail "exit $code: $(cat "$work/twice.log")"; return; }
  scontrol release "$(job twice long 1)" && wait_for 60 starts twice long "$(job twice long 1)_1" || return
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
