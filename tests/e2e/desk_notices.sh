#!/bin/bash
# Notices with everything real but their server and the tray, which can be asked: buttons do what they say, the tray shows who
# waits, sounds are played, a server that comes back shows what still holds. Usage: desk_notices.sh RELAY DESKTOP OUTPUT
set -euo pipefail
relay=$1 desktop=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/../support/story.sh"
output=$(story_output "$3" notices)

desktop_start "${RELEVO_SCREEN:-1360x860}"
trap 'story_end "$output"' EXIT
desktop_tray watcher
desktop_notifications recorder
desktop_keyring

# What would be heard.
mkdir "$DESKTOP_TMP/bin"
export RELEVO_HEARD=$DESKTOP_TMP/heard.log
# shellcheck disable=SC2016
printf '#!/bin/sh\nhead -c 4 "$1" >>"$RELEVO_HEARD"; echo " $1" >>"$RELEVO_HEARD"\n' >"$DESKTOP_TMP/bin/paplay"
chmod +x "$DESKTOP_TMP/bin/paplay"

data=$DESKTOP_TMP/relay
story_relay "$relay" "$data"
url=$RELEVO_URL
export RELEVO_DESKTOP=$desktop
PATH=$DESKTOP_TMP/bin:$PATH desktop_spawn desktop "$desktop" --relay "$url" --demo

code=0
RELEVO_DESKTOP_PID=${DESKTOP_PID[desktop]} RELEVO_NOTIFYD_PID=${DESKTOP_PID[notifyd]} \
    /usr/bin/python3 "$here/desk_notices.py" "$output" || code=$?
if ((code != 0)); then
    desktop_screenshot "$output/99-failed.png" || true
    tail -n 20 "$DESKTOP_TMP/desktop.log" "$DESKTOP_TMP/relay.events.log" "$DESKTOP_NOTIFICATIONS"
    exit "$code"
fi
desktop_alive desktop || { echo "the desktop ended by itself" && exit 1; }
desktop_end desktop
desktop_end relay
