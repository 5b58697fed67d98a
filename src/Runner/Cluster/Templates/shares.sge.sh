#!/bin/bash
# Shares of {name}, for Grid Engine: qsub and the name of this file. More than one CPU a task needs -pe and the name your site gives it.
#$ -N {job}
#$ -t 1-{shares}
{tasks}
#$ -l h_rt={walltime}
#$ -notify
#$ -r y
#$ -j y
#$ -o {logfolder}

{setup}
export DOTNET_TC_DelaySingleProcMultiplier=1
# Exit code 99 makes Grid Engine start the task again; it resumes where it stopped.
exec {command} --shard auto/{shares} --requeue-code 99
