#!/bin/bash
# The main job with everything real: relay, desktop under a virtual display, customer in Chromium.
# Usage: desk_main_job.sh RELAY DESKTOP OUTPUT; pictures of every step go to OUTPUT, or to $RELEVO_TEST_OUTPUT when set.
set -euo pipefail
relay=$1 desktop=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/../support/desktop.sh"
output=${RELEVO_TEST_OUTPUT:-$3}
mkdir -p "$output"
rm -f "$output"/*.png "$output"/*.log

keep_logs() {
    local name
    for name in relay relay.events desktop notifyd dunst; do
        [[ -f $DESKTOP_TMP/$name.log ]] && cp "$DESKTOP_TMP/$name.log" "$output/" || true
    done
    cp "$DESKTOP_NOTIFICATIONS" "$output/notifications.jsonl" 2>/dev/null || true
    desktop_stop
}

desktop_start "${RELEVO_SCREEN:-1360x860}"
trap keep_logs EXIT
desktop_tray tint2
desktop_notifications dunst
desktop_keyring

data=$DESKTOP_TMP/relay
mkdir -m 700 "$data"
# Standard output is the machine's line, standard error the log: kept apart.
desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen 127.0.0.1:0 2>"$2"' "$relay" "$data" "$DESKTOP_TMP/relay.events.log"
desktop_wait_for 30 "the relay" grep -q '"listening"' "$DESKTOP_TMP/relay.log"
url=$(/usr/bin/python3 -c 'import json, sys; print(next(e["url"] for e in map(json.loads, open(sys.argv[1])) if e.get("event") == "listening"))' "$DESKTOP_TMP/relay.log")
desktop_spawn desktop "$desktop" --relay "$url"

code=0
RELEVO_URL=$url RELEVO_DEMO_FILE=$data/demo.json RELEVO_DESKTOP_PID=${DESKTOP_PID[desktop]} \
    /usr/bin/python3 "$here/desk_main_job.py" "$output" || code=$?
if ((code != 0)); then
    desktop_screenshot "$output/99-failed.png" || true
    echo "--- desktop" && tail -n 20 "$DESKTOP_TMP/desktop.log"
    echo "--- relay" && tail -n 20 "$DESKTOP_TMP/relay.events.log"
    exit "$code"
fi

desktop_alive desktop || { echo "the desktop ended by itself" && tail -n 20 "$DESKTOP_TMP/desktop.log" && exit 1; }
desktop_alive relay || { echo "the relay ended by itself" && tail -n 20 "$DESKTOP_TMP/relay.events.log" && exit 1; }
desktop_end desktop
kill "${DESKTOP_PID[relay]}"
wait "${DESKTOP_PID[relay]}" || { echo "the relay did not drain: $?" && exit 1; }
"$relay" verify --data "$data"
echo "the main job was done; pictures are in $output"
