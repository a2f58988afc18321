#!/bin/bash
# clang-tidy over the product's sources. It needs commands as clang writes them (GCC's precompiled headers confuse it),
# so it has a build tree of its own, in which nothing is built: no source includes what is generated. Sources are read in
# batches (a unity build): most of the time goes into Qt's headers, which each batch reads once.
# Usage: tidy.sh ROOT BUILD JOBS
set -euo pipefail
root=$1 build=$2 jobs=$3
cd "$root"
mkdir -p build/logs
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DRELEVO_BUILD_TESTS=OFF -DRELEVO_BUILD_BENCH=OFF -DRELEVO_CCACHE=OFF -DCMAKE_UNITY_BUILD=ON >build/logs/configure-tidy.log 2>&1 || {
    tail -n 40 build/logs/configure-tidy.log
    exit 1
}
# Only what is compiled there: batches, and the sources that stand alone. What moc and rcc made is not ours.
mapfile -t files < <(/usr/bin/python3 - "$build/compile_commands.json" "$root" <<'PY'
import json, os, sys
root = os.path.realpath(sys.argv[2])
ours = tuple(os.path.join(root, d) + os.sep for d in ("app", "core", "ui"))
files = {e["file"] for e in json.load(open(sys.argv[1]))}
print("\n".join(sorted(f for f in files if f.startswith(ours) or os.sep + "Unity" + os.sep in f)))
PY
)
echo "    ${#files[@]} batches and files"
log=build/logs/tidy.log
# The compiler's own warnings are the build's business, not repeated here.
if ! printf '%s\0' "${files[@]}" | xargs -0 -P "$jobs" -n 1 clang-tidy-16 -p "$build" --quiet --warnings-as-errors='*' --extra-arg=-Wno-error >"$log" 2>build/logs/tidy.err; then
    cat "$log"
    grep -v 'warnings generated\|Suppressed\|Use -header-filter' build/logs/tidy.err | head -n 40 || true
    exit 1
fi
