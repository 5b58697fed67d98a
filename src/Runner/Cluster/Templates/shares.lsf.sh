#!/bin/bash
# Shares of {name}, for LSF: bsub < and the name of this file. An array has at most MAX_JOB_ARRAY_SIZE members, 1000 unless your site says otherwise.
#BSUB -J "{job}[1-{shares}]{percent}"
#BSUB -n {cpus}
#BSUB -R "span[hosts=1]"
#BSUB -W {minutes}
#BSUB -wa USR1 -wt 3
#BSUB -Q "75"
#BSUB -r
#BSUB -o {log}

{setup}
export DOTNET_TC_DelaySingleProcMultiplier=1
# Exit code 75 stands in -Q: LSF starts the member again, and it resumes where it stopped.
exec {command} --shard auto/{shares} --requeue-code 75
