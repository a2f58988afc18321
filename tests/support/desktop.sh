# A throw-away desktop for tests: source it, then
#
#   desktop_start 1280x800          X server, session bus, window manager, private HOME and XDG folders
#   desktop_tray tint2|watcher      a tray: a panel one can see, or a StatusNotifierWatcher that can be asked
#   desktop_notifications dunst|recorder
#   desktop_keyring                 an unlocked secret service
#   desktop_spawn NAME COMMAND…     a program in the background; its output is in $DESKTOP_TMP/NAME.log
#   desktop_wait_for SECONDS WHAT COMMAND…
#   desktop_screenshot FILE.png
#
# Everything started is ended by its own pid when the shell that called desktop_start exits.
# DESKTOP_HOME, when set before, is kept as the home folder; otherwise it is private and deleted.

DESKTOP_SUPPORT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
DESKTOP_PIDS=()
declare -A DESKTOP_PID

desktop_spawn() {
    local name=$1
    shift
    # Its own descriptors only: an inherited pipe would keep a reader of ours waiting.
    "$@" >"$DESKTOP_TMP/$name.log" 2>&1 </dev/null &
    DESKTOP_PID[$name]=$!
    DESKTOP_PIDS+=("$!")
}

# desktop_end NAME [SIGNAL]: ends one program now and waits for it.
desktop_end() {
    local pid=${DESKTOP_PID[$1]:-}
    [[ -n $pid ]] || return 0
    kill -s "${2:-TERM}" "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    unset "DESKTOP_PID[$1]"
}

desktop_alive() { [[ -n ${DESKTOP_PID[$1]:-} ]] && kill -0 "${DESKTOP_PID[$1]}" 2>/dev/null; }

desktop_wait_for() {
    local seconds=$1 what=$2 end
    shift 2
    end=$((SECONDS + seconds + 1))
    until "$@" >/dev/null 2>&1; do
        if ((SECONDS >= end)); then
            echo "desktop: gave up after $seconds s waiting for $what" >&2
            return 1
        fi
        sleep 0.05
    done
}

desktop_screenshot() {
    mkdir -p "$(dirname "$1")"
    # Not whatever else answers to the name in PATH: Debian's own.
    /usr/bin/import -silent -window root "$1"
}

desktop_stop() {
    local index pid
    for ((index = ${#DESKTOP_PIDS[@]} - 1; index >= 0; index--)); do
        pid=${DESKTOP_PIDS[$index]}
        kill "$pid" 2>/dev/null || continue
        for _ in {1..60}; do
            kill -0 "$pid" 2>/dev/null || break
            sleep 0.05
        done
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    DESKTOP_PIDS=()
    # A program that the bus started may write a last file while it goes down.
    if [[ -n ${DESKTOP_TMP:-} && -z ${DESKTOP_KEEP:-} ]]; then
        rm -rf "$DESKTOP_TMP" 2>/dev/null || { sleep 0.3 && rm -rf "$DESKTOP_TMP"; } || true
    fi
}

desktop_owned() { # NAME: somebody has it on the session bus
    gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus -m org.freedesktop.DBus.NameHasOwner "$1" | grep -q true
}

desktop_start() {
    local size=${1:-1280x800}
    # Short: the path of a socket may not be longer than 107 bytes.
    DESKTOP_TMP=$(mktemp -d /tmp/relevo-desktop.XXXXXX)
    trap desktop_stop EXIT
    trap 'exit 143' TERM
    trap 'exit 130' INT
    export HOME=${DESKTOP_HOME:-$DESKTOP_TMP/home} XDG_RUNTIME_DIR=$DESKTOP_TMP/run
    export XDG_DATA_HOME=$HOME/.local/share XDG_CONFIG_HOME=$HOME/.config XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
    # A language for the formats; the characters' locale is one that every machine has.
    export LANG=en_GB.UTF-8 LC_CTYPE=C.UTF-8 QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
    unset LC_ALL WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS SESSION_MANAGER NO_AT_BRIDGE QT_QPA_PLATFORM XDG_CURRENT_DESKTOP DESKTOP_SESSION
    mkdir -p "$HOME" "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
    chmod 700 "$XDG_RUNTIME_DIR"

    # The server picks a free number itself, so any number of tests can run at once.
    # What is on the screen is also a file, $DESKTOP_TMP/Xvfb_screen0 (X window dump), for who must see it at once.
    Xvfb -displayfd 7 -screen 0 "${size}x24" -fbdir "$DESKTOP_TMP" -nolisten tcp -noreset 7>"$DESKTOP_TMP/display" >"$DESKTOP_TMP/xvfb.log" 2>&1 </dev/null &
    DESKTOP_PIDS+=("$!")
    desktop_wait_for 20 "the X server" test -s "$DESKTOP_TMP/display"
    DISPLAY=:$(<"$DESKTOP_TMP/display")
    export DISPLAY

    dbus-daemon --session --nofork --print-address=7 7>"$DESKTOP_TMP/bus" >"$DESKTOP_TMP/bus.log" 2>&1 </dev/null &
    DESKTOP_PIDS+=("$!")
    desktop_wait_for 20 "the session bus" test -s "$DESKTOP_TMP/bus"
    DBUS_SESSION_BUS_ADDRESS=$(<"$DESKTOP_TMP/bus")
    export DBUS_SESSION_BUS_ADDRESS

    desktop_spawn openbox openbox
    # A window mapped before the window manager is there keeps its title bar off the screen.
    desktop_wait_for 20 "the window manager" bash -c "xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'"
    xsetroot -solid '#3b4252' 2>/dev/null || true
}

desktop_tray() {
    case $1 in
    tint2)
        cat >"$DESKTOP_TMP/tint2rc" <<'RC'
panel_items = S
panel_size = 240 32
panel_position = bottom right horizontal
systray_padding = 4 4 4
systray_icon_size = 24
RC
        desktop_spawn tint2 tint2 -c "$DESKTOP_TMP/tint2rc"
        desktop_wait_for 20 "the panel" xdotool search --class tint2
        ;;
    watcher)
        desktop_spawn watcher /usr/bin/python3 -u "$DESKTOP_SUPPORT/trayd.py"
        desktop_wait_for 20 "the tray watcher" desktop_owned org.kde.StatusNotifierWatcher
        ;;
    esac
}

# dunst pops up on the screen, and what is sent to it is recorded; `recorder` is a server that only records. Both write
# one JSON line a notification to $DESKTOP_NOTIFICATIONS. A right click on dunst opens its menu of all buttons; who chooses
# there takes the first line that $DESKTOP_TMP/menu-choice (a pattern of grep) fits, and leaves the menu in menu-shown.
desktop_notifications() {
    DESKTOP_NOTIFICATIONS=$DESKTOP_TMP/notifications.jsonl
    export DESKTOP_NOTIFICATIONS
    case $1 in
    dunst)
        cat >"$DESKTOP_TMP/menu" <<'SH'
#!/bin/sh
cat >"$0-shown"
grep -m 1 -f "$0-choice" "$0-shown"
SH
        chmod +x "$DESKTOP_TMP/menu"
        cat >"$DESKTOP_TMP/dunstrc" <<RC
[global]
    dmenu = $DESKTOP_TMP/menu
    mouse_right_click = context_all
    notification_limit = 4
    width = 340
    height = 160
    origin = top-right
    offset = 16x16
    frame_width = 1
    frame_color = "#88c0d0"
    corner_radius = 6
    padding = 12
    horizontal_padding = 14
    font = Inter 10
    format = "<b>%s</b>\\n%b"
    markup = full
    idle_threshold = 0
RC
        desktop_spawn dunst dunst -conf "$DESKTOP_TMP/dunstrc"
        desktop_wait_for 20 "dunst" desktop_owned org.freedesktop.Notifications
        desktop_spawn notifyd /usr/bin/python3 -u "$DESKTOP_SUPPORT/notifyd.py" --monitor --log "$DESKTOP_NOTIFICATIONS"
        ;;
    recorder)
        desktop_spawn notifyd /usr/bin/python3 -u "$DESKTOP_SUPPORT/notifyd.py" --log "$DESKTOP_NOTIFICATIONS"
        ;;
    esac
    desktop_wait_for 20 "the recorder of notifications" grep -q ready "$DESKTOP_TMP/notifyd.log"
}

desktop_keyring() {
    desktop_spawn keyring bash -c 'printf relevo-test | exec gnome-keyring-daemon --foreground --unlock --components=secrets'
    desktop_wait_for 20 "the keyring" desktop_owned org.freedesktop.secrets
}
