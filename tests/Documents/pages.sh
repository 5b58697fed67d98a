#!/usr/bin/env bash
# Does what the pages of docs/ say, as a reader would: each page from top to bottom, in a folder of its own.
#   pages.sh [PAGE...]   (default: every page of docs/ with code, then both clients as clients.sh says)
# The language of a fenced block says what is done with it:
#   yaml NAME, csv NAME, …  a file of this name is written; without a name the block is an excerpt and only shown
#   sh                      every line is run, and must succeed
#   python, r, julia        run after the blocks before it of the same language
#   csharp NAME             a file of this name is written, and built where a command asks for it
#   text                    what the block before prints; a line … stands for any lines, … at the end of a line for its rest
# Beside the page's own files lie the repository's clients, experiments and src. What a page needs and this machine lacks (R, pandas, networkx, igraph) is
# skipped, with a line. PYTHON and JULIA name other interpreters. The program: LEADERSIM, else the Release build. Closing line: N passed, N failed, N skipped.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${LEADERSIM:-$root/src/Runner/bin/Release/net10.0/LeadershipSim.Runner}
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
[ -x "$program" ] || { echo "there is no $program; build it: dotnet build src/Runner -c Release"; failed=1; finish; exit 1; }
if [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (apt-get update && apt-get install -y --no-install-recommends r-base-core r-cran-igraph python3-pandas python3-networkx) >/dev/null 2>&1
fi
python=${PYTHON:-/usr/bin/python3} julia=${JULIA:-julia}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/leadersim"
export PATH=$work/bin:$PATH NO_COLOR=1 CI=true DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

blocks() { # blocks PAGE FOLDER: writes each fenced block as FOLDER/NUMBER, after a first line with its language and name
  awk -v folder="$2" '
    /^ *```/ && !inside { inside = 1; indent = index($0, "`"); file = sprintf("%s/%03d", folder, ++n); sub(/^ *```/, ""); print > file; next }
    /^ *```/ { inside = 0; close(file); next }
    inside { print substr($0, indent) > file }' "$1"
}

lacks() { # lacks LANGUAGE CODE-FILE: prints what the code needs and is not here
  local library
  if [ "$1" = python ]; then
    for library in $(sed -nE 's/^(import|from) ([a-z]+).*/\2/p' "$2" | sort -u); do
      PYTHONPATH=$root/clients "$python" -c "import $library" 2>/dev/null || { echo "python3's $library"; return; }
    done
  elif [ "$1" = julia ]; then
    command -v "$julia" >/dev/null || echo Julia
  else
    command -v Rscript >/dev/null || { echo R; return; }
    for library in $(sed -nE 's/^library\(([A-Za-z.]+)\).*/\1/p' "$2" | sort -u); do
      Rscript -e "quit(status = !requireNamespace('$library', quietly = TRUE))" >/dev/null 2>&1 || { echo "R's $library"; return; }
    done
  fi
}

agrees() { # agrees EXPECTED PRINTED: line by line, without spaces at the end
  awk 'NR == FNR { expected[++m] = $0; next } { printed[++n] = $0 }
    function begins(line, start) { return sub(/…$/, "", start) && index(line, start) == 1 }
    function same(i, j) {
      for (; i <= m; i++) {
        if (expected[i] == "…") { for (; j <= n + 1; j++) if (same(i + 1, j)) return 1; return 0 }
        if (j > n || (printed[j] != expected[i] && !begins(printed[j], expected[i]))) return 0
        j++
      }
      return j > n
    }
    END { exit !same(1, 1) }' <(sed 's/[ \t]*$//' "$1") <(sed 's/[ \t]*$//' "$2")
}

check() { # check PAGE WHAT STATUS LOG
  if [ "$3" -eq 0 ]; then passed=$((passed + 1)); return; fi
  failed=$((failed + 1))
  echo "FAILED: $1: $2"
  tail -n 25 "$4"
}

code() { # code PAGE LANGUAGE BLOCK: prints only what this block prints
  local all=$work/$2.code need before=0
  sed 1d "$3" >>"$all"
  need=$(lacks "$2" "$all")
  if [ -n "$need" ]; then skipped=$((skipped + 1)); echo "skipped: $1: no $need here"; : >"$work/skip"; return; fi
  [ -f "$work/$2.out" ] && before=$(wc -l <"$work/$2.out")
  case $2 in
    python) PYTHONPATH=$PWD "$python" "$all" ;;
    r) Rscript --vanilla "$all" ;;
    julia) "$julia" "$all" ;;
  esac >"$work/$2.out" 2>"$work/err"
  check "$1" "$2, block ${3##*/}" $? "$work/err"
  tail -n +$((before + 1)) "$work/$2.out" >"$work/out"
}

page() { # page PAGE
  local block language name line
  rm -rf "$work/blocks" "$work/desk" "$work"/{python,r,julia}.{code,out}
  mkdir "$work/blocks" "$work/desk"
  ln -s "$root"/{clients,experiments,src} "$work/desk/"
  blocks "$root/$1" "$work/blocks"
  cd "$work/desk" || exit 1
  for block in "$work"/blocks/*; do
    [ -f "$block" ] || continue
    read -r language name <"$block"
    [ "$language" = text ] || rm -f "$work/skip"
    case $language in
      sh)
        : >"$work/out"
        while IFS= read -r line; do
          [ -n "$line" ] || continue
          (eval "$line") >>"$work/out" 2>&1 </dev/null
          check "$1" "$line" $? "$work/out"
        done < <(sed 1d "$block")
        ;;
      python | r | julia) code "$1" "$language" "$block" ;;
      text)
        [ ! -f "$work/skip" ] || continue
        sed 1d "$block" >"$work/expected"
        diff "$work/expected" "$work/out" >"$work/diff"
        agrees "$work/expected" "$work/out"
        check "$1" "text, block ${block##*/}" $? "$work/diff"
        ;;
      *) : >"$work/out"; [ -z "$name" ] || sed 1d "$block" >"$name" ;;
    esac
    [ -z "${SHOW:-}" ] || { head -n 1 "$block"; cat "$work/out"; }
  done
}

pages=("$@")
cd "$root" || exit 1
[ $# -gt 0 ] || mapfile -t pages < <(git ls-files --cached --others --exclude-standard 'docs/*.md' | grep -v -x -e docs/release.md | grep -v '^docs/studio/')
for document in "${pages[@]}"; do page "$document"; done
[ $# -gt 0 ] || . "$here/clients.sh"
finish
