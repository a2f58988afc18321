#!/bin/bash
# The desk without its relay, and anew: killed under the agent, started again from the local copy, caught up when the relay is back.
# Usage: desk_restart.sh RELAY DESKTOP REPLAY OUTPUT
set -euo pipefail
relay=$1 desktop=$2 replay=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/../support/desktop.sh"
output=${RELEVO_TEST_OUTPUT:-$4}/restart
mkdir -p "$output"
rm -f "$output"/*.png "$output"/*.log "$output"/*.pid

keep_logs() {
    cp "$DESKTOP_TMP"/*.log "$output/" 2>/dev/null || true
    desktop_stop
}

start_relay() { # LISTEN
    desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen "$2" 2>>"$3"' "$relay" "$data" "$1" "$DESKTOP_TMP/relay.events.log"
    desktop_wait_for 30 "the relay" grep -q '"listening"' "$DESKTOP_TMP/relay.log"
}

part() { # NAME
    RELEVO_URL=$url RELEVO_DEMO_FILE=$data/demo.json /usr/bin/python3 "$here/desk_restart.py" "$1" "$output" || {
        desktop_screenshot "$output/99-failed-$1.png"
        tail -n 20 "$DESKTOP_TMP/desktop.log" "$DESKTOP_TMP/relay.events.log"
        exit 1
    }
}

desktop_start "${RELEVO_SCREEN:-1360x860}"
trap keep_logs EXIT
desktop_tray tint2
desktop_notifications recorder
desktop_keyring
data=$DESKTOP_TMP/relay
mkdir -m 700 "$data"
start_relay 127.0.0.1:0
url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$DESKTOP_TMP/relay.log")
export RELEVO_DEMO_FILE=$data/demo.json
RELEVO_API_KEY=$(sed -n 's/.*"apiKey":"\([^"]*\)".*/\1/p' "$data/demo.json") "$replay" --relay "$url" --prefix demo- >"$output/replay.log"
desktop_spawn desktop "$desktop" --relay "$url" --demo
part online

desktop_end relay KILL
part cut

desktop_end desktop
desktop_spawn desktop "$desktop" --relay "$url"
part restarted

start_relay "${url#http://}"
part back
part language
# It ended by itself, and the one it has started is nobody's child.
wait "${DESKTOP_PID[desktop]}" || { echo "the desktop did not end well: $?" && exit 1; }
unset "DESKTOP_PID[desktop]"
restarted=$(<"$output/restarted.pid")
kill "$restarted"
desktop_wait_for 20 "the restarted desktop to end" bash -c "! kill -0 $restarted 2>/dev/null"
kill "${DESKTOP_PID[relay]}"
wait "${DESKTOP_PID[relay]}" || { echo "the relay did not drain: $?" && exit 1; }
"$relay" verify --data "$data"
