#!/bin/bash
# clang-tidy over the product's sources. It needs commands as clang writes them (GCC's precompiled headers confuse it),
# so it has a build tree of its own in which only the generated sources are made.
# Usage: tidy.sh ROOT BUILD JOBS
set -euo pipefail
root=$1 build=$2 jobs=$3
cd "$root"
mkdir -p build/logs
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
    -DRELEVO_BUILD_TESTS=OFF -DRELEVO_BUILD_BENCH=OFF -DRELEVO_CCACHE=OFF >build/logs/configure-tidy.log 2>&1 || {
    tail -n 40 build/logs/configure-tidy.log
    exit 1
}
mapfile -t generated < <(ninja -C "$build" -t targets all | sed -n 's/^\([A-Za-z0-9_-]*_autogen\): phony$/\1/p' | sort -u)
if ((${#generated[@]})); then
    cmake --build "$build" -j "$jobs" --target "${generated[@]}" >build/logs/build-tidy.log 2>&1 || {
        tail -n 40 build/logs/build-tidy.log
        exit 1
    }
fi
# Only what is compiled there: a file in no target has no command.
mapfile -t files < <(/usr/bin/python3 - "$build/compile_commands.json" "$root" <<'PY'
import json, os, sys
root = os.path.realpath(sys.argv[2])
wanted = tuple(os.path.join(root, d) + os.sep for d in ("app", "core", "ui"))
print("\n".join(sorted({e["file"] for e in json.load(open(sys.argv[1])) if e["file"].startswith(wanted)})))
PY
)
echo "    ${#files[@]} files"
log=build/logs/tidy.log
# The compiler's own warnings are the build's business, not repeated here.
if ! printf '%s\0' "${files[@]}" | xargs -0 -P "$jobs" -n 4 clang-tidy-16 -p "$build" --quiet --warnings-as-errors='*' --extra-arg=-Wno-error >"$log" 2>build/logs/tidy.err; then
    cat "$log"
    grep -v 'warnings generated\|Suppressed\|Use -header-filter' build/logs/tidy.err | head -n 40 || true
    exit 1
fi
