#!/bin/bash
# Shares of {name}, for PBS Pro and OpenPBS: qsub and the name of this file. The same command resumes.
#PBS -N {job}
#PBS -J 1-{shares}{percent}
#PBS -l select=1:ncpus={cpus}
#PBS -l walltime={walltime}
#PBS -r y
#PBS -j oe
#PBS -o {logfolder}

{setup}
export DOTNET_TC_DelaySingleProcMultiplier=1
{command} --shard auto/{shares}
