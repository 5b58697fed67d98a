#!/bin/bash
# Shares of {name}, for xargs: bash and the name of this file, perhaps with the number of shares at once. Given again, it resumes.
{setup}
share() { {command} --workers {cpus} --shard "$1/{shares}" >{logs}/"$1.log" 2>&1; }
export -f share
seq {shares} | xargs -P "${1:-{jobs}}" -I{} bash -c 'share "$1"' share {}
{merge}
