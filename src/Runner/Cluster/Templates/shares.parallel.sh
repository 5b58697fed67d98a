#!/bin/bash
# Shares of {name}, for GNU parallel: bash and the name of this file, perhaps with the number of shares at once. Given again, it resumes.
{setup}
share() { {command} --workers {cpus} --shard "$1/{shares}" >{logs}/"$1.log" 2>&1; }
export -f share
# What parallel starts the shares with.
export SHELL=$BASH
seq {shares} | parallel --jobs "${1:-{jobs}}" --joblog {logs}/joblog share {}
{merge}
