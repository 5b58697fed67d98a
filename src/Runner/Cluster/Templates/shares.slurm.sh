#!/bin/bash
# Shares of {name}, for Slurm. Written by leadersim slurm, which also submits it; by hand: sbatch and the name of this file.
#SBATCH --job-name={job}
#SBATCH --array={array}
#SBATCH --cpus-per-task={cpus}
#SBATCH --time={minutes}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --signal=B:USR1@{warning}
#SBATCH --output={log}
{options}

{setup}
# On one CPU the runtime would otherwise wait with its better code.
export DOTNET_TC_DelaySingleProcMultiplier=1
share=$((SLURM_ARRAY_TASK_ID + {offset}))
{command} --shard "$share/{shares}" &
program=$!
# Bash receives the signals of a batch job; the program then finishes the runs under way and keeps them.
trap 'kill -TERM "$program" 2>/dev/null' USR1 TERM
wait "$program"
code=$?
while kill -0 "$program" 2>/dev/null; do wait "$program"; code=$?; done

# Not SLURM_JOB_ID: that of the last task of an array is the whole array's, and would start all of it again.
task="${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"
if [ "$code" -eq 4 ]; then
  if [ "${SLURM_RESTART_COUNT:-0}" -ge {requeues} ]; then
    echo "share $share/{shares} is not complete after {requeues} requeues; it is not started again by itself" >&2
  elif [ "$(squeue --noheader --jobs="$task" --format=%T 2>/dev/null)" = RUNNING ]; then
    # A job that was cancelled, or that Slurm starts again itself, is not running any more.
    scontrol requeue "$task" && sleep 60
  fi
fi
exit "$code"
