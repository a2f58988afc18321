#!/bin/bash
# An agent's day at two desktops with everything real: a crash with a draft, the badge in the panel, a notice that is put off,
# the palette, a customer who writes while an answer stands or is on its way, and both desktops in harmony.
# Usage: desk_day.sh RELAY DESKTOP OUTPUT
set -euo pipefail
relay=$1 desktop=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
source "$here/../support/story.sh"
output=$(story_output "$3" day)

failed() { # PART
    desktop_screenshot "$output/99-failed-$1.png" || true
    "${office[@]}" /usr/bin/import -silent -window root "$output/99-failed-$1-office.png" 2>/dev/null || true
    tail -n 20 "$DESKTOP_TMP/desktop.log" "$DESKTOP_TMP/relay.events.log"
    exit 1
}

part() { # NAME: at home
    RELEVO_DESKTOP_PID=${DESKTOP_PID[desktop]} /usr/bin/python3 "$here/desk_day.py" "$output" "$1" || failed "$1"
}

at_office() { # NAME
    "${office[@]}" RELEVO_DESKTOP_PID="${DESKTOP_PID[office]}" /usr/bin/python3 "$here/desk_day.py" "$output" "$1" || failed "$1"
}

line() { # OWN_PORT: the desktop's line to the relay
    desktop_spawn line /usr/bin/python3 -u "$here/../support/linkd.py" "$1" "${url##*:}"
    desktop_wait_for 20 "the line to the relay" test -s "$DESKTOP_TMP/line.log"
}

# Another computer: its own screen, session bus, home and tray.
office() {
    local place=$DESKTOP_TMP/office
    mkdir -p "$place/home"
    mkdir -m 700 "$place/run"
    Xvfb -displayfd 7 -screen 0 1360x860x24 -nolisten tcp -noreset 7>"$place/display" >"$DESKTOP_TMP/office-x.log" 2>&1 </dev/null &
    DESKTOP_PIDS+=("$!")
    desktop_wait_for 20 "the office's X server" test -s "$place/display"
    office=(env HOME="$place/home" XDG_RUNTIME_DIR="$place/run" XDG_DATA_HOME="$place/home/data" XDG_CONFIG_HOME="$place/home/config"
        XDG_CACHE_HOME="$place/home/cache" XDG_STATE_HOME="$place/home/state" DISPLAY=":$(<"$place/display")")
    "${office[@]}" dbus-daemon --session --nofork --print-address=7 7>"$place/bus" >"$DESKTOP_TMP/office-bus.log" 2>&1 </dev/null &
    DESKTOP_PIDS+=("$!")
    desktop_wait_for 20 "the office's session bus" test -s "$place/bus"
    office+=(DBUS_SESSION_BUS_ADDRESS="$(<"$place/bus")")
    desktop_spawn office-openbox "${office[@]}" openbox
    desktop_wait_for 20 "the office's window manager" "${office[@]}" bash -c "xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'"
    desktop_spawn office-keyring "${office[@]}" bash -c 'printf relevo-test | exec gnome-keyring-daemon --foreground --unlock --components=secrets'
    desktop_spawn office-tray "${office[@]}" /usr/bin/python3 -u "$here/../support/trayd.py"
    desktop_wait_for 20 "the office's tray" grep -q ready "$DESKTOP_TMP/office-tray.log"
    desktop_spawn office "${office[@]}" "$desktop" --relay "$url" --profile office --demo
}

desktop_start "${RELEVO_SCREEN:-1360x860}"
trap 'story_end "$output"' EXIT
export DESKTOP_TMP
desktop_tray tint2
desktop_notifications dunst
desktop_keyring
office=(env)

data=$DESKTOP_TMP/relay
story_relay "$relay" "$data"
url=$RELEVO_URL
line 0
port=$(<"$DESKTOP_TMP/line.log")
# What is put off comes again in the course of the story.
mkdir -p "$XDG_CONFIG_HOME/relevo"
printf '[notices]\nremindMinutes=1\n' >"$XDG_CONFIG_HOME/relevo/desk-default.ini"

desktop_spawn desktop "$desktop" --relay "http://127.0.0.1:$port" --demo
part draft
desktop_end desktop KILL
desktop_spawn desktop "$desktop" --relay "http://127.0.0.1:$port"
part crashed
part badge
part palette
part fence

desktop_end line
part offline
line "$port"
part back

office
at_office arrive
part claimed
at_office busy
part free
at_office available

part reminded
part many
at_office crowded

desktop_alive desktop || { echo "the desktop ended by itself" && exit 1; }
desktop_alive office || { echo "the desktop in the office ended by itself" && exit 1; }
desktop_end office
desktop_end desktop
kill "${DESKTOP_PID[relay]}"
wait "${DESKTOP_PID[relay]}" || { echo "the relay did not drain: $?" && exit 1; }
"$relay" verify --data "$data"
