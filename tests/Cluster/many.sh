# A check on merges of many shares. To be sourced by run.sh.

fabricate() { # fabricate PARTS FIRST LAST OF: folders of shares, each a copy of the first
  local k
  for ((k = $2; k <= $3; k++)); do cp -r "$1/1-of-$4" "$1/$k-of-$4"; done
}

many_shares() { # a merge costs file operations in proportion to shares, however many shards the plan has; and the bytes of a thousand folders
  local n from=1 parts calls=() shards whole
  command -v strace >/dev/null || { fail "strace is needed to count: apt-get install strace"; return; }
  sed 's/replicates: .*/replicates: 200000/; s/horizonTicks: 260/horizonTicks: 5/; s/name: .*/name: many/' quick.yaml >many.yaml
  "$L" run many.yaml -o many --shard 1/12000 --quiet >/dev/null 2>&1 || { fail "the first share"; return; }
  parts=$(echo many/many/*.parts)
  for n in ${SHARES:-100 1000}; do
    fabricate "$parts" $((from + 1)) "$n" 12000
    from=$n
    rm -rf "${parts%.parts}"
    local start=$SECONDS
    strace -f -qq -e trace=%file,getdents64 -o "$work/calls" "$L" merge "${parts%.parts}" --quiet >/dev/null 2>&1
    calls+=("$(wc -l <"$work/calls")")
    echo "  $n shares of a plan of 500 shards: ${calls[-1]} file operations, $((SECONDS - start)) s"
    # If each share were asked for each shard, that alone would be 500 a share.
    [ "${calls[-1]}" -lt $((calls[0] + n * 100)) ] || { fail "more than in proportion"; return; }
  done
  rm -rf many
  # A thousand folders, each with one shard of five, so that every run is there two hundred times.
  "$L" run long.yaml -o many --shard 1/1000 --quiet >/dev/null 2>&1 || { fail "the first share"; return; }
  parts=$(folder many long).parts
  whole=$(folder one long)
  shards=("$whole/shards"/*=*)
  rm -rf "$parts/1-of-1000/shards"/*
  mv "$parts/1-of-1000" share
  for n in "${!shards[@]}"; do
    cp -r share "share-$n" && cp -r "${shards[n]}" "share-$n/shards/" || return
  done
  for ((n = 1; n <= 1000; n++)); do cp -r "share-$((n % ${#shards[@]}))" "$parts/$n-of-1000"; done
  "$L" merge "${parts%.parts}" --quiet >/dev/null 2>"$work/many.log" || { fail "$(cat "$work/many.log")"; return; }
  same many long
}
