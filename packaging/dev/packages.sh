# What a bare Debian 12 needs, by purpose, and the one function that installs what is missing of it.

RELEVO_PACKAGES_build=(
    g++ cmake ninja-build ccache lld pkg-config
    qt6-base-dev qt6-websockets-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6sql6-sqlite libqt6svg6 qtkeychain-qt6-dev libqrencode-dev libhunspell-dev
    nlohmann-json3-dev libsodium-dev libssl-dev libboost-dev libtomlplusplus-dev
)
# The desktop under a virtual display: X server, bus, window manager, tray, notifications, keyring, accessibility, fonts.
RELEVO_PACKAGES_desktop=(
    xvfb x11-utils x11-xserver-utils xdotool openbox imagemagick
    dbus-daemon dbus-bin libglib2.0-bin python3 python3-dbus python3-gi gir1.2-atspi-2.0 at-spi2-core
    tint2 dunst gnome-keyring libsecret-1-0 libsecret-tools
    fonts-dejavu-core fonts-droid-fallback fonts-noto-color-emoji fonts-inter openssl
    hunspell-en-us hunspell-es hunspell-pt-br
)
# The interface through a client made of its description.
RELEVO_PACKAGES_contract=(python3 python3-jsonschema python3-websocket)
RELEVO_PACKAGES_browser=(chromium)
# Only for a session without an X server.
RELEVO_PACKAGES_wayland=(qt6-wayland)
RELEVO_PACKAGES_check=(clang-16 clang-tidy-16 clang-format-14 libclang-rt-16-dev python3 desktop-file-utils)

# The packages of the purposes named, one a line.
relevo_packages() {
    local purpose list
    for purpose in "$@"; do
        list="RELEVO_PACKAGES_${purpose}[@]"
        printf '%s\n' "${!list}"
        # A newer Node.js than Debian's may already be there under another package name.
        if [[ $purpose == browser ]]; then
            command -v node >/dev/null || printf '%s\n' nodejs
            command -v npm >/dev/null || printf '%s\n' npm
        fi
    done | sort -u
}

relevo_missing_packages() {
    # "ii" is installed and configured; a package that was never known is not listed at all.
    comm -23 <(relevo_packages "$@") \
        <(relevo_packages "$@" | xargs dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' 2>/dev/null |
            awk '$1 == "ii" { print $2 }' | sort -u)
}

# ensure_packages PURPOSE…: quick when nothing is missing; otherwise says what it does and does it.
ensure_packages() {
    local missing as_root=()
    if ! command -v dpkg-query >/dev/null; then
        warn "This is not Debian, so nothing is installed here. Needed, by Debian's names:"
        relevo_packages "$@" | xargs >&2
        return 0
    fi
    mapfile -t missing < <(relevo_missing_packages "$@")
    ((${#missing[@]})) || return 0

    local line="apt-get install -y --no-install-recommends ${missing[*]}"
    if ((EUID != 0)); then
        if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
            as_root=(sudo)
        else
            warn "Packages are missing, and only root can install them. As root, run:"
            printf '\n    apt-get update && %s\n\n' "$line" >&2
            return 1
        fi
    fi
    say "Installing ${#missing[@]} missing Debian packages (once): ${missing[*]}"
    if relevo_index_is_stale "${missing[@]}"; then
        relevo_apt "${as_root[@]}" -- update
    fi
    if ! relevo_apt "${as_root[@]}" -- install -y --no-install-recommends "${missing[@]}"; then
        # A package list from last month names files that are gone from the mirror.
        note "That failed; trying once more with fresh package lists."
        relevo_apt "${as_root[@]}" -- update
        relevo_apt "${as_root[@]}" -- install -y --no-install-recommends "${missing[@]}" ||
            die "apt could not install them (see build/logs/apt.log). By hand: $line"
    fi
}

relevo_index_is_stale() {
    # apt-cache is silent about a name it has never heard of.
    [[ $(apt-cache policy "$@" 2>/dev/null | grep -c '^  Candidate: [^(]') -lt $# ]]
}

# relevo_apt [sudo] -- ARGUMENTS…: on a terminal apt's own progress, otherwise a line now and then and a log.
relevo_apt() {
    local prefix=()
    while [[ $1 != -- ]]; do
        prefix+=("$1")
        shift
    done
    shift
    local command=("${prefix[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    if [[ -t 1 ]]; then
        "${command[@]}" -o Dpkg::Progress-Fancy=1 "$@"
        return
    fi
    mkdir -p "$RELEVO_ROOT/build/logs"
    local log=$RELEVO_ROOT/build/logs/apt.log code=0
    : >"$log"
    "${command[@]}" -q "$@" </dev/null 2>&1 | tee -a "$log" |
        awk '/^Need to get|newly installed|^E:|^W:/ { print "    " $0; fflush() }
             /^Setting up/ { if (++count % 25 == 0) { print "    " count " set up"; fflush() } }'
    code=${PIPESTATUS[0]}
    return "$code"
}
