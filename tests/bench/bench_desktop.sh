#!/bin/bash
# The desktop's start, from its process to ten thousand waiting customers on a real X screen, and its memory; beside a
# plain Qt list of the same length, in the same run. The agent is signed in (the token is in a real keyring) and the
# relay runs. Prints a line of JSON a figure and a table at the end.
# Usage: bench_desktop.sh RELAY DESKTOP REPLAY BARE_LIST [STARTS]
set -euo pipefail
relay=$(realpath "$1") desktop=$(realpath "$2") replay=$(realpath "$3") bare=$(realpath "$4")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/../support/desktop.sh"

desktop_start 1366x768
desktop_tray watcher
desktop_notifications recorder
desktop_keyring
data=$DESKTOP_TMP/relay
mkdir -m 700 "$data"
desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen 127.0.0.1:0 2>>"$2"' "$relay" "$data" "$DESKTOP_TMP/relay.events.log"
desktop_wait_for 30 "the relay" grep -q '"listening"' "$DESKTOP_TMP/relay.log"
url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$DESKTOP_TMP/relay.log")
export RELEVO_DEMO_FILE=$data/demo.json
RELEVO_API_KEY=$(sed -n 's/.*"apiKey":"\([^"]*\)".*/\1/p' "$data/demo.json")
export RELEVO_API_KEY
/usr/bin/python3 "$here/cold_start.py" --conversations 10000 >"$DESKTOP_TMP/conversations.jsonl"
"$replay" --relay "$url" --concurrency 32 "$DESKTOP_TMP/conversations.jsonl" >"$DESKTOP_TMP/replay.log"
/usr/bin/python3 "$here/cold_start.py" --relay "$url" --desktop "$desktop" --bare "$bare" \
    --screen "$DESKTOP_TMP/Xvfb_screen0" --waiting 10000 --starts "${5:-7}"
