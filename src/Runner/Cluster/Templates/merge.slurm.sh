#!/bin/bash
# Joins the shares of {name}, analyzes, draws and reports; starts when all tasks have ended, however they ended, and checks itself what is missing.
#SBATCH --job-name={job}-merge
#SBATCH --cpus-per-task={cpus}
#SBATCH --time={minutes}
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output={log}
{options}

{setup}
{merge}
code=$?
{next}
exit "$code"
