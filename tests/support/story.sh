# What the stories at a real desktop begin with: where their pictures and logs go, and the relay. Source it after `set -euo pipefail`.
# shellcheck shell=bash
# shellcheck source=/dev/null
source "$(dirname "${BASH_SOURCE[0]}")/desktop.sh"

story_output() { # FOLDER NAME: says where; what an earlier run left there goes
    local folder=${RELEVO_TEST_OUTPUT:-$1}/$2
    mkdir -p "$folder"
    rm -f "$folder"/*.png "$folder"/*.log "$folder"/*.jsonl
    echo "$folder"
}

story_end() { # OUTPUT: for the trap at the end
    cp "$DESKTOP_TMP"/*.log "$DESKTOP_TMP"/*.jsonl "$1/" 2>/dev/null || true
    desktop_stop
}

story_relay() { # RELAY DATA: a demo project's, anew; the story's program finds it by RELEVO_URL and RELEVO_DEMO_FILE
    mkdir -m 700 "$2"
    # shellcheck disable=SC2016
    desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen 127.0.0.1:0 2>"$2"' "$1" "$2" "$DESKTOP_TMP/relay.events.log"
    desktop_wait_for 30 "the relay" grep -q '"listening"' "$DESKTOP_TMP/relay.log"
    RELEVO_URL=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$DESKTOP_TMP/relay.log")
    export RELEVO_URL RELEVO_DEMO_FILE=$2/demo.json
}
