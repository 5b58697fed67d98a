#!/usr/bin/env bash
# Makes the packages and the single file of linux-x64, installs the tool from the folder, and runs both as somebody does who has only them; uses the
# libraries from a program; starts the files of other platforms that the folder has, as far as that can be done here (platforms.sh). Minutes. Elsewhere
# than on Linux x64 it is skipped.
#   run.sh [FOLDER]   (a folder that .ci/release has written; default: makes one with linux-x64 alone)
#   run.sh --quick    (only the libraries, packed from the Release build that is there; part of a minute)
# Closing line: N passed, N failed, N skipped.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
passed=0 failed=0 skipped=0
finish() { echo "$passed passed, $failed failed, $skipped skipped"; [ "$failed" -eq 0 ]; }
check() { # check NAME COMMAND...
  local name=$1
  shift
  if "$@" >"$work/log" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; tail -n 20 "$work/log"; fi
}
skip() { skipped=$((skipped + 1)); echo "skipped: $1"; }

[ "$(uname -sm)" = "Linux x86_64" ] || { skip "packages are tried on Linux x64"; finish; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
release=${1:-} quick=
if [ "$release" = --quick ]; then
  quick=1 release=$work/release
  for library in Simulation Experiments Analysis; do
    check "$library is packed" dotnet pack "$root/src/$library" -c Release --no-build -v q -o "$release"
  done
elif [ -z "$release" ]; then
  release=$work/release
  check "the release is made" "$root/.ci/release" "$release" linux-x64
fi
[ "$quick" ] || [ -f "$release/SHA256SUMS" ] || { failed=$((failed + 1)); echo "FAILED: there is no $release/SHA256SUMS"; finish; exit 1; }
release=$(cd "$release" && pwd)
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$root/Directory.Build.props")
single=$release/leadersim-$version-linux-x64
cd "$work" || exit 1
cp "$root/experiments/smoke.yaml" .

smaller() { [ "$(stat -c %s "$1")" -lt "$2" ]; }
holds() { unzip -l "$1" | grep " $2\$" >/dev/null; } # grep -q would end unzip before it has written all
for library in Simulation Experiments Analysis; do
  package=$release/LeadershipSim.$library.$version.nupkg
  check "$library has a readme" holds "$package" README.md
  check "$library has its API documentation" holds "$package" "lib/net10.0/LeadershipSim.$library.xml"
  check "$library has symbols" holds "${package%.nupkg}.snupkg" "lib/net10.0/LeadershipSim.$library.pdb"
done
cat >library.cs <<'C'
#:property ManagePackageVersionsCentrally=false
C
{
  echo "#:package LeadershipSim.Experiments@$version"
  sed '/^#:\|^\/\//d' "$root/clients/outlive.cs"
} >>library.cs
cat >nuget.config <<C
<configuration>
  <packageSources><add key="release" value="$release" /></packageSources>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
</configuration>
C
check "a program uses the library" sh -c "dotnet run library.cs smoke.yaml | grep -q ticks"

[ -z "$quick" ] || { finish; exit; }

check "the tool package is below 50 MB" smaller "$release/LeadershipSim.linux-x64.$version.nupkg" 50000000
check "checksums" env -C "$release" sha256sum --check --quiet SHA256SUMS

check "the tool installs" dotnet tool install LeadershipSim --tool-path tool --source "$release" --version "$version"
check "the tool says its version" sh -c "tool/leadersim --version | grep -q '^$version'"
check "the tool runs an experiment" tool/leadersim run smoke.yaml --output tool-results --quiet
check "the tool answers in SQL" sh -c "tool/leadersim query tool-results/*/* 'SELECT count(*) FROM runs' | grep -q 40"

# Nothing of .NET, and no home that could be written.
alone() { env -i PATH=/usr/bin:/bin HOME=/nowhere DOTNET_BUNDLE_EXTRACT_BASE_DIR="$work/unpacked" unshare --map-root-user --mount sh -c \
  'mount -t tmpfs none /usr/share/dotnet 2>/dev/null; exec "$@"' sh "$single" "$@"; }
check "the single file runs without .NET" alone run smoke.yaml --output single-results --quiet
check "it answers in SQL" sh -c "$(declare -f alone); work='$work' single='$single'; alone query single-results/*/* 'SELECT count(*) FROM runs' | grep -q 40"
check "both give the same runs" sh -c 'cmp tool-results/*/*/runs.csv single-results/*/*/runs.csv'

. "$here/platforms.sh"

du -h --apparent-size "$release"/* | sed "s:$release/::"
finish
