#!/bin/bash
# Runs every fuzzer for a while, two at a time, each over a copy of its seeds.
# Usage: fuzz.sh BUILD CORPUS SECONDS
set -euo pipefail
build=$1 corpus=$2 seconds=$3
mapfile -t fuzzers < <(find "$build" -type f -name 'fuzz_*' -perm -u+x -not -path '*/CMakeFiles/*' | sort)
if ((${#fuzzers[@]} == 0)); then
    echo "no fuzzer was built" >&2
    exit 1
fi
work=$build/fuzz-runs
mkdir -p "$work"

run_one() {
    local fuzzer=$1 corpus=$2 seconds=$3 work=$4 name seeds
    name=$(basename "$fuzzer")
    seeds=$work/$name/corpus
    rm -rf "${work:?}/$name"
    mkdir -p "$seeds"
    for folder in "$corpus/$name" "$corpus/${name#fuzz_}"; do
        [[ -d $folder ]] && cp -r "$folder/." "$seeds/"
    done
    local dictionary=()
    [[ -f $corpus/${name#fuzz_}.dict ]] && dictionary=(-dict="$corpus/${name#fuzz_}.dict")
    if UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 timeout -k 5 $((seconds + 60)) "$fuzzer" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$work/$name/" "${dictionary[@]}" "$seeds" >"$work/$name/log" 2>&1; then
        echo "    $name: $(awk '/number_of_executed_units/ { print $2 }' "$work/$name/log") runs, no finding"
    else
        tail -n 40 "$work/$name/log"
        echo "    $name: A FINDING, see $work/$name" >&2
        return 1
    fi
}
export -f run_one
printf '%s\0' "${fuzzers[@]}" |
    xargs -0 -P 2 -I{} bash -c 'run_one "$@"' _ {} "$corpus" "$seconds" "$work"
