# Checks on what is planned wave by wave, and on what shares may start from. To be sourced by run.sh.

never_lost() { # never_lost ROOT NAME: until it is merged, and then, no status calls a share lost: one without work is idle, one whose stage is only planned is due
  local dir code end=$((SECONDS + 300 * ${PATIENCE:-3}))
  dir=$(folder "$1" "$2")
  while [ "$SECONDS" -lt "$end" ]; do
    "$L" slurm status "$dir" >status.log 2>&1
    code=$?
    ! grep -qE '[0-9] (lost|stopped)' status.log || { fail "$(cat status.log)"; return; }
    [ "$code" -ne 0 ] || { queue_is_empty && return; }
    sleep 1
  done
  fail "not merged: $(cat status.log)"
}

waves() { # replicates until intervals are narrow enough: the merge submits the next wave itself
  sed 's/replicates: .*/replicates: {min: 20, max: 400, batch: 60, lookAhead: 1, until: [{output: failed, halfWidth: 0.06}]}/; s/name: .*/name: waves/' quick.yaml >waves.yaml
  "$L" run waves.yaml -o one --quiet >/dev/null 2>&1
  submit waves waves --shares 3 && never_lost waves waves || return
  [ "$(grep -c '"offset": null' "$(folder waves waves).parts/jobs.json")" -gt 1 ] || { fail "there was one wave only"; return; }
  same waves waves
}

staged() { # staged VERB FILE NAME: stages that follow from one another; the merge submits the next one
  local dir
  cp "$root/tests/Runner.Tests/Examples/$2" "$3.yaml"
  "$L" "$1" "$3.yaml" -o one --quiet >/dev/null 2>&1 || { fail "the reference"; return; }
  submit "$3" staged --shares 3 && never_lost staged "$3" || return
  dir=$(folder staged "$3")
  [ "$(grep -c '"offset": null' "$dir.parts/jobs.json")" -gt 2 ] || { fail "there were not several stages"; return; }
  same staged "$3" || return
  # A share that never ran: nothing is submitted for ever, and resubmit takes it up.
  submit "$3" cancelled --shares 3 --sbatch=--hold || return
  dir=$(folder cancelled "$3")
  scancel "$(job cancelled "$3" 1)_2"
  scontrol release "$(job cancelled "$3" 1)"; scontrol release "$(job cancelled "$3" 2)"
  wait_for 120 queue_is_empty && says "$dir" '^3 shares: 2 complete, 1 lost' || return
  "$L" slurm resubmit "$dir" --quiet >/dev/null 2>&1 || { fail "not submitted again"; return; }
  for job in $(squeue --noheader --format=%A); do scontrol release "$job" 2>/dev/null; done
  wait_for 300 released_and_merged cancelled "$3" && same cancelled "$3"
}
released_and_merged() { # what was submitted on hold is released
  local job
  for job in $(squeue --noheader --format=%A 2>/dev/null | sort -u); do scontrol release "$job" 2>/dev/null; done
  merged "$1" "$2"
}
calibration() { staged calibrate calibration.yaml tiny; }
optimization() { staged optimize optimize.yaml tiny-optimum; }

reuse() { # runs of a smaller plan beside the shares are taken, not run again
  "$L" run quick.yaml -o reuse --set replicates=100 --quiet >/dev/null 2>&1 || { fail "the smaller plan"; return; }
  submit quick reuse --shares 3 && wait_for 120 merged reuse quick || return
  grep -hq 'taken from' "$(folder reuse quick).parts/logs/"*.log || { fail "nothing was taken: $(cat "$(folder reuse quick).parts/logs/"*.log)"; return; }
  same reuse quick
}

scratch() { # tasks work on a disk of their node; one is told to stop, and one is killed; nothing is left there
  local j dir left
  submit long scratch --shares 2 --setup "export NODE_DISK=$state/node" --scratch '$NODE_DISK' || return
  j=$(job scratch long 1)
  wait_for 60 starts scratch long "${j}_1" && wait_for 60 test -d "$state/node" && sleep 2 || return
  [ -n "$(ls "$state/node")" ] || { fail "nothing works on the node's disk"; return; }
  scancel --batch --signal=USR1 "${j}_1"
  again_now "${j}_1" && wait_for 180 merged scratch long || return
  grep -q 'restart 1' "$(folder scratch long).parts/logs/"*"-${j}_1.log" && resumes "$(folder scratch long).parts/logs/"*"-${j}_1.log" ||
    { fail "the task did not continue: $(cat "$(folder scratch long).parts/logs/"*"-${j}_1.log")"; return; }
  [ -z "$(ls "$state/node")" ] || { fail "left on the node: $(ls "$state/node")"; return; }
  same scratch long || return
  # Killed after it has committed: the next task of that share moves what is there, and leaves alone what a task that lives has.
  submit long taken --shares 2 --setup "export NODE_DISK=$state/node" --scratch '$NODE_DISK' || return
  j=$(job taken long 1) dir=$(folder taken long)
  wait_for 120 committed && wait_for 60 kill_program taken long 1-of-2 || return
  left=$(basename "$state/node/"*-1-of-2-*)
  wait_for 60 bash -c "! squeue --noheader --array --states=R --format='%F_%K' | grep -qx ${j}_1" || return
  says "$dir" '1 lost' && "$L" slurm resubmit "$dir" --quiet >/dev/null 2>&1 || { fail "not submitted again"; return; }
  wait_for 300 merged taken long || return
  grep -qE "took [0-9]+ runs that a killed session left in .*/$left, and removed" "$dir.parts/logs/"*"-$(job taken long 3)_1.log" ||
    { fail "nothing was taken: $(cat "$dir.parts/logs/"*"-$(job taken long 3)_1.log")"; return; }
  ! grep -q 'killed session' "$dir.parts/logs/"*"_2.log" || { fail "the folder of a task that lives was taken: $(cat "$dir.parts/logs/"*"_2.log")"; return; }
  [ -z "$(ls "$state/node")" ] || { fail "left on the node: $(ls "$state/node")"; return; }
  same taken long
}
committed() { compgen -G "$state/node/*-1-of-2-*/shards/*/shard.json" >/dev/null; }

page() { # the commands of experiments/on-a-cluster.md, with fewer replicates
  local first dir code command page=$root/experiments/on-a-cluster.md
  mkdir -p page/bin
  ln -sfn "$root/experiments" page/experiments
  ln -sf "$L" page/bin/leadersim
  printf '#!/bin/sh\necho "module $*"\n' >page/bin/module
  chmod 755 page/bin/module
  first=$(grep '^leadersim slurm experiments/' "$page")
  [ "$(grep -c '^leadersim slurm ' "$page")" -eq 4 ] || { fail "other commands than expected: $(grep '^leadersim' "$page")"; return; }
  first=${first/replicates=20000/replicates=100}
  export PATH=$work/page/bin:$PATH
  (cd page && leadersim run experiments/01-outlive.yaml --set replicates=100 -o one --quiet >/dev/null) || return
  (cd page && eval "$first") >page.log 2>&1 && grep -q 'nothing was submitted' page.log || { fail "$first: $(cat page.log)"; return; }
  dir=$(cd page && echo results/outlive/*.parts) dir=${dir%.parts}
  (cd page && eval "$first --submit") >page.log 2>&1 || { fail "$first --submit: $(cat page.log)"; return; }
  [ "$(squeue --noheader --format=%P | sort -u)" = short ] || { fail "not in the partition: $(squeue)"; return; }
  for command in status cancel resubmit; do
    command=$(grep -o "^leadersim slurm $command results/outlive/ID" "$page")
    (cd page && eval "${command//results\/outlive\/ID/$dir}") >page.log 2>&1
    code=$?
    # A status of what is not complete ends with 4.
    [ "$code" -eq 0 ] || { [ "$code" -eq 4 ] && [ "${command#*status}" != "$command" ]; } || { fail "$command: exit $code: $(cat page.log)"; return; }
    [ "${command#*cancel}" = "$command" ] || wait_for 60 queue_is_empty || return
  done
  wait_for 180 queue_is_empty && (cd page && leadersim slurm status "$dir" >page.log 2>&1) || { fail "$(cat page.log)"; return; }
  diff -rq --exclude='*manifest.json' --exclude=.lock --exclude=.lock-holder "page/one/outlive/$(basename "$dir")" "page/$dir" || fail "not the bytes of one process"
}

site() { # a site's own template, options, set-up and variables
  local dir code
  "$L" slurm --print-template slurm | sed 's/^{setup}$/{setup}\necho "a line of the site"/' >mine.sh
  LEADERSIM_SBATCH=--comment=usual LEADERSIM_SETUP='export SITE=usual' submit quick site --shares 2 --template mine.sh --mem 100M --at-most 1 \
    --sbatch="--nice=7 --comment=mine" --setup 'echo "set up by $SITE"' || return
  dir=$(folder site quick)
  [ "$(squeue --noheader --states=all --jobs="$(job site quick 1)" --format=%k | sort -u)" = mine ] || { fail "the options did not reach Slurm"; return; }
  wait_for 120 merged site quick || return
  for s in 1 2; do
    grep -q '^a line of the site$' "$dir.parts/logs/"*"_$s.log" && grep -q '^set up by usual$' "$dir.parts/logs/"*"_$s.log" || { fail "$(cat "$dir.parts/logs/"*"_$s.log")"; return; }
  done
  same site quick
}
