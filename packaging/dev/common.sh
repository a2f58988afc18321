# Sourced by ./dev: talking to the person, timing, and the machine's facts. No side effects when sourced.

RELEVO_JOBS=${RELEVO_JOBS:-$(nproc)}

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
    RELEVO_BOLD=$'\e[1m' RELEVO_RED=$'\e[31m' RELEVO_PLAIN=$'\e[0m'
else
    RELEVO_BOLD='' RELEVO_RED='' RELEVO_PLAIN=''
fi

say() { printf '%s==> %s%s\n' "$RELEVO_BOLD" "$*" "$RELEVO_PLAIN"; }
note() { printf '    %s\n' "$*"; }
warn() { printf '%s!!  %s%s\n' "$RELEVO_RED" "$*" "$RELEVO_PLAIN" >&2; }
die() {
    warn "$@"
    exit 1
}

# stage NAME COMMAND…: runs a step and keeps its time and outcome for `stage_summary`. It never fails itself, so that
# one run tells about every step, and so that errexit stays on inside the step (it would be off in `stage … || …`).
RELEVO_STAGES=()
RELEVO_FAILED=()
stage() {
    local name=$1 started=$SECONDS code=0
    shift
    say "$name"
    set +e
    (
        set -euo pipefail
        "$@"
    )
    code=$?
    set -e
    local verdict=ok
    if ((code != 0)); then
        verdict="FAILED ($code)"
        RELEVO_FAILED+=("$name")
    fi
    RELEVO_STAGES+=("$(printf '%5d s  %-44s %s' "$((SECONDS - started))" "$name" "$verdict")")
}

stage_summary() {
    say "Time per stage"
    printf '    %s\n' "${RELEVO_STAGES[@]}"
}

# logged FILE COMMAND…: keeps a chatty command's output in build/logs and shows the end of it only when it fails.
logged() {
    local file=$RELEVO_ROOT/build/logs/$1
    shift
    mkdir -p "$(dirname "$file")"
    if ! "$@" >"$file" 2>&1 </dev/null; then
        tail -n 60 "$file" >&2
        warn "failed: $*"
        warn "the whole output is in $file"
        return 1
    fi
}

# Sources in the order the rooms have; generated files, other people's modules and build trees never.
relevo_sources() {
    local folders=() folder
    for folder in "$@"; do
        [[ -d $RELEVO_ROOT/$folder ]] && folders+=("$folder")
    done
    ((${#folders[@]})) || return 0
    (cd "$RELEVO_ROOT" && find "${folders[@]}" -name node_modules -prune -o -type f \( -name '*.cpp' -o -name '*.h' \) -print | sort)
}

# What was compiled in one checkout is not compiled again in the next: paths below the root do not count.
export CCACHE_BASEDIR=$RELEVO_ROOT CCACHE_NOHASHDIR=1
