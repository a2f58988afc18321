# ./dev run: the product on a demo project, on the screen there is or on a virtual one.

dev_run() {
    local fresh=0 port=8787 traffic=1
    while (($#)); do
        case $1 in
        --fresh) fresh=1 ;;
        --no-traffic) traffic=0 ;;
        --port)
            (($# > 1)) && [[ $2 =~ ^[0-9]+$ ]] || die "--port needs a number"
            port=$2
            shift
            ;;
        *) die "Usage: ./dev run [--fresh] [--port N] [--no-traffic]" ;;
        esac
        shift
    done

    local virtual=0
    [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] || virtual=1
    local purposes=(build)
    ((virtual)) && purposes+=(desktop)
    [[ -n ${WAYLAND_DISPLAY:-} && -z ${DISPLAY:-} ]] && purposes+=(wayland)
    ensure_packages "${purposes[@]}"
    dev_build relevo-relay relevo relevo-replay

    local state=${XDG_STATE_HOME:-$HOME/.local/state}/relevo-dev
    if ((fresh)); then
        say "Starting afresh: removing $state"
        rm -rf "$state"
    fi
    mkdir -p "$state/relay" "$state/logs"
    chmod 700 "$state" "$state/relay"

    # shellcheck source=/dev/null
    source "$RELEVO_ROOT/tests/support/desktop.sh"
    if ((virtual)); then
        DESKTOP_HOME=$state/home
        desktop_start "${RELEVO_SCREEN:-1440x900}"
        desktop_tray tint2
        desktop_notifications dunst
        desktop_keyring
    else
        DESKTOP_TMP=$(mktemp -d /tmp/relevo-desktop.XXXXXX)
        trap desktop_stop EXIT
        trap 'exit 143' TERM
        trap 'exit 130' INT
    fi

    # Something that never has anything to read: waiting on it, unlike sleep, leaves no process behind and hears signals.
    exec {RUN_IDLE}<> <(:)
    run_relay "$state" "$port"
    RELEVO_DEMO_FILE=$state/relay/demo.json desktop_spawn desktop "$RELEVO_ROOT/build/dev/app/desktop/relevo" --relay "$RUN_URL" --demo
    ((traffic)) && run_traffic "$state"
    run_tell "$state"
    if ((virtual)); then run_virtually "$state"; else run_until_closed "$state"; fi
}

run_port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

run_relay() {
    local state=$1 port=$2
    if ! run_port_is_free "$port"; then
        note "Port $port is taken; the relay picks another."
        port=0
    fi
    desktop_spawn relay bash -c 'exec "$0" serve --demo --data "$1" --listen "127.0.0.1:$2" 2>"$3"' \
        "$RELEVO_ROOT/build/dev/app/relay/relevo-relay" "$state/relay" "$port" "$state/logs/relay.log"
    local tries
    for ((tries = 0; tries < 600; tries++)); do
        grep -q '"listening"' "$DESKTOP_TMP/relay.log" && break
        desktop_alive relay || break
        sleep 0.05
    done
    RUN_URL=$(run_field url <"$DESKTOP_TMP/relay.log")
    if [[ -z $RUN_URL ]]; then
        tail -n 20 "$state/logs/relay.log" >&2
        die "The relay did not start; its log is $state/logs/relay.log"
    fi
}

# The first value of a JSON member with a plain string, without needing a JSON reader.
run_field() { sed -n 's/.*"'"$1"'" *: *"\([^"]*\)".*/\1/p' | head -n 1; }

run_traffic() {
    local state=$1
    # The same names each time, so that starting again adds nothing to a queue that is still there.
    RELEVO_API_KEY=$(run_field apiKey <"$state/relay/demo.json") desktop_spawn traffic \
        "$RELEVO_ROOT/build/dev/tests/replay/relevo-replay" --relay "$RUN_URL" --rate 3 --concurrency 3 --prefix demo-
}

run_tell() {
    local state=$1
    say "Relevo is running"
    note "Relay       $RUN_URL"
    note "Web chat    $RUN_URL/chat/$(run_field projectId <"$state/relay/demo.json")"
    note "Agents      ana@demo.test (admin) and luis@demo.test, password relevo-demo"
    note "Data        $state/relay"
    note "Logs        $state/logs"
    note "Ctrl+C ends it."
}

run_until_closed() {
    while desktop_alive desktop && desktop_alive relay; do
        read -r -t 1 -u "$RUN_IDLE" || true
    done
    desktop_alive relay || die "The relay ended; its log is $1/logs/relay.log"
    note "The desktop was closed."
}

run_virtually() {
    local state=$1 picture=$1/screenshot.png waited=0
    RUN_PICTURE_NOW=0
    trap 'RUN_PICTURE_NOW=1' USR1
    note "Screenshot  $picture (there is no display, so the desktop is on virtual display $DISPLAY;"
    note "            a new one every 10 s, and at once after: kill -USR1 $$)"
    desktop_wait_for 30 "the desktop's window" xdotool search --onlyvisible --pid "${DESKTOP_PID[desktop]}" || true
    while desktop_alive desktop && desktop_alive relay; do
        # Two seconds for the first one, so that the queue has begun to fill.
        if ((RUN_PICTURE_NOW || waited == 2 || waited % 10 == 0 && waited > 0)); then
            RUN_PICTURE_NOW=0
            desktop_screenshot "$picture.new.png" && mv "$picture.new.png" "$picture"
            ((waited == 2)) && note "The first screenshot is there."
        fi
        read -r -t 1 -u "$RUN_IDLE" || true
        waited=$((waited + 1))
    done
    cp "$DESKTOP_TMP/desktop.log" "$state/logs/desktop.log" 2>/dev/null || true
    if desktop_alive relay; then
        tail -n 20 "$state/logs/desktop.log" >&2
        die "The desktop ended; its log is $state/logs/desktop.log"
    fi
    die "The relay ended; its log is $state/logs/relay.log"
}
