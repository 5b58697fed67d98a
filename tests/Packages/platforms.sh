# Starts the single files of other platforms than linux-x64, and compares their runs with those of this one byte by byte. run.sh reads this file, and has
# the release folder, a work folder, check and skip.
#   linux-arm64  under qemu (Debian's qemu-user-static), with the libraries of Debian's packages for arm64 in a folder of their own
#   win-x64      under wine
#   osx-arm64    is not started: only its form and its signature, without which macOS does not start it, are looked at
# What this machine lacks is skipped, with a line; a root of CI installs it.

file_of() { # file_of PLATFORM: the single file, if the release has it
  local file
  for file in "$release/leadersim-$version-$1"{,.exe}; do [ ! -f "$file" ] || { echo "$file"; return; }; done
  return 1
}

arm64_libraries() { # arm64_libraries FOLDER: what a .NET program needs besides itself, as Debian has it for arm64
  local folder=$1 package options
  options=(-o Dir::State="$folder/state" -o Dir::State::status=/dev/null -o Dir::Cache="$folder/cache" -o APT::Sandbox::User=root
    -o APT::Architecture=arm64 -o APT::Architectures=arm64)
  mkdir -p "$folder"/{state/lists/partial,cache/archives/partial,packages,root}
  apt-get "${options[@]}" update || true # a source without arm64 does not matter where another has the packages
  (cd "$folder/packages" && apt-get "${options[@]}" download libc6 libgcc-s1 libstdc++6 libssl3) || return 1
  for package in "$folder"/packages/*.deb; do dpkg -x "$package" "$folder/root" || return 1; done
}

same_runs() { # same_runs FOLDER COMMAND...: what the command gives for the experiment has the bytes of the tool
  local folder=$1
  shift
  "$@" run smoke.yaml --output "$folder" --quiet && cmp "$folder"/*/*/runs.csv tool-results/*/*/runs.csv &&
    diff -r "$folder"/*/*/analysis tool-results/*/*/analysis
}

if [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  (apt-get update && apt-get install -y --no-install-recommends qemu-user-static wine wine64) >"$work/log" 2>&1
fi

if ! file=$(file_of linux-arm64); then
  skip "the folder has no file for linux-arm64"
elif ! command -v qemu-aarch64-static >/dev/null; then
  skip "linux-arm64 is not started: no qemu-aarch64-static here"
elif ! arm64_libraries "$work/arm64" >"$work/log" 2>&1; then
  skip "linux-arm64 is not started: its libraries cannot be had here"
else
  check "linux-arm64 gives the same runs under qemu" same_runs arm64-results qemu-aarch64-static -L "$work/arm64/root" "$file"
fi

if ! file=$(file_of win-x64); then
  skip "the folder has no file for win-x64"
elif ! command -v wine >/dev/null; then
  skip "win-x64 is not started: no wine here"
else
  export WINEPREFIX=$work/wine WINEDEBUG=-all
  check "win-x64 gives the same runs under wine" same_runs windows-results wine "$file"
  check "win-x64 answers in SQL" sh -c "wine '$file' query windows-results/*/* 'SELECT count(*) FROM runs' | grep -q 40"
  wineserver --wait
fi

if ! file=$(file_of osx-arm64); then
  skip "the folder has no file for osx-arm64"
else
  unzip -q "$release/LeadershipSim.osx-arm64.$version.nupkg" '*.dylib' '*/LeadershipSim.Runner' -d macos
  mapfile -t libraries < <(find macos -type f)
  check "osx-arm64 and its libraries are signed" dotnet run "$here/signature.cs" "$file" "${libraries[@]}"
fi
