#!/bin/bash
# The real desktop under a virtual display for somebody who sees nothing and has no mouse.
# Usage: desk_accessible.sh RELAY DESKTOP OUTPUT; pictures go to OUTPUT, or to $RELEVO_TEST_OUTPUT when set.
set -euo pipefail
relay=$1 desktop=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/../support/desktop.sh"
output=${RELEVO_TEST_OUTPUT:-$3}
mkdir -p "$output"

desktop_start "${RELEVO_SCREEN:-1366x768}"
desktop_tray watcher
desktop_notifications recorder
desktop_keyring

data=$DESKTOP_TMP/relay
mkdir -m 700 "$data"
# Signed by nobody but itself, so that the desktop has something to ask.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$DESKTOP_TMP/relay.key" -out "$DESKTOP_TMP/relay.crt" \
    -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 2>"$DESKTOP_TMP/openssl.log"
desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen 127.0.0.1:0 --tls-cert "$3" --tls-key "$4" 2>"$2"' \
    "$relay" "$data" "$DESKTOP_TMP/relay.events.log" "$DESKTOP_TMP/relay.crt" "$DESKTOP_TMP/relay.key"
desktop_wait_for 30 "the relay" grep -q '"listening"' "$DESKTOP_TMP/relay.log"
url=$(/usr/bin/python3 -c 'import json, sys; print(next(e["url"] for e in map(json.loads, open(sys.argv[1])) if e.get("event") == "listening"))' "$DESKTOP_TMP/relay.log")
# It crashes once, so that the next start has a report.
desktop_spawn desktop "$desktop" --relay "$url"
desktop_wait_for 30 "the desktop's window" xdotool search --onlyvisible --pid "${DESKTOP_PID[desktop]}"
desktop_end desktop SEGV
desktop_spawn desktop "$desktop" --relay "$url"

code=0
RELEVO_CERTIFICATE=$DESKTOP_TMP/relay.crt RELEVO_URL=$url RELEVO_DEMO_FILE=$data/demo.json /usr/bin/python3 "$here/desk_accessible.py" "$output" || code=$?
if ((code != 0)); then
    desktop_screenshot "$output/accessible-failed.png" || true
    echo "--- desktop" && tail -n 20 "$DESKTOP_TMP/desktop.log"
    exit "$code"
fi
desktop_alive desktop || { echo "the desktop ended by itself" && tail -n 20 "$DESKTOP_TMP/desktop.log" && exit 1; }
echo "a case was done by keys alone, and every control that was met has a name"
