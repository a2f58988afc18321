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
desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen 127.0.0.1:0 2>"$2"' "$relay" "$data" "$DESKTOP_TMP/relay.events.log"
desktop_wait_for 30 "the relay" grep -q '"listening"' "$DESKTOP_TMP/relay.log"
url=$(/usr/bin/python3 -c 'import json, sys; print(next(e["url"] for e in map(json.loads, open(sys.argv[1])) if e.get("event") == "listening"))' "$DESKTOP_TMP/relay.log")
desktop_spawn desktop "$desktop" --relay "$url"

code=0
RELEVO_URL=$url RELEVO_DEMO_FILE=$data/demo.json /usr/bin/python3 "$here/desk_accessible.py" "$output" || code=$?
if ((code != 0)); then
    desktop_screenshot "$output/accessible-failed.png" || true
    echo "--- desktop" && tail -n 20 "$DESKTOP_TMP/desktop.log"
    exit "$code"
fi
desktop_alive desktop || { echo "the desktop ended by itself" && tail -n 20 "$DESKTOP_TMP/desktop.log" && exit 1; }
echo "a case was done by keys alone, and every control that was met has a name"
