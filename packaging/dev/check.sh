# ./dev check: what machines can see so that people need not. Each stage is a function; `./dev check NAME…` runs some.

RELEVO_CHECK_STAGES=(format architecture arrows headless packaging asan tsan fuzz tidy)

dev_check() {
    local stages=("$@") name
    ((${#stages[@]})) || stages=("${RELEVO_CHECK_STAGES[@]}")
    for name in "${stages[@]}"; do
        [[ " ${RELEVO_CHECK_STAGES[*]} " == *" $name "* ]] || die "No stage '$name'; there are: ${RELEVO_CHECK_STAGES[*]}"
    done
    ensure_packages build check
    for name in "${stages[@]}"; do
        stage "$(check_title "$name")" "check_$name"
    done
    stage_summary
    if ((${#RELEVO_FAILED[@]})); then
        die "Failed: $(printf '%s; ' "${RELEVO_FAILED[@]}")"
    fi
    say "All checks passed"
}

check_title() {
    case $1 in
    format) echo "Format (clang-format-14)" ;;
    architecture) echo "Architecture: arrows, sizes, interfaces" ;;
    arrows) echo "CMake refuses forbidden arrows" ;;
    headless) echo "The relay is built without Gui or Widgets" ;;
    packaging) echo "Desktop file, metainfo, man pages" ;;
    asan) echo "Core tests under ASan and UBSan" ;;
    tsan) echo "Core tests under TSan" ;;
    fuzz) echo "Fuzzers, ${RELEVO_FUZZ_SECONDS:-60} s each" ;;
    tidy) echo "clang-tidy-16" ;;
    esac
}

check_format() {
    relevo_sources app core ui tests | xargs -r -P "$RELEVO_JOBS" -n 20 clang-format-14 --dry-run -Werror
}

check_architecture() {
    /usr/bin/python3 packaging/checks/architecture.py "$RELEVO_ROOT"
}

check_arrows() {
    packaging/checks/arrows.sh "$RELEVO_ROOT"
}

check_headless() {
    # The two packages are made unfindable, so a hidden need for them is a configure error.
    dev_configure relay-only -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Gui=ON -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Widgets=ON
    note "configured without Qt6Gui and Qt6Widgets"
    local relay=build/dev/app/relay/relevo-relay libraries
    if [[ ! -x $relay ]]; then
        dev_configure dev
        logged build-relay.log cmake --build --preset dev -j "$RELEVO_JOBS" --target relevo-relay
    fi
    libraries=$(ldd "$relay")
    if grep -E 'libQt6(Gui|Widgets|Svg|Quick)' <<<"$libraries"; then
        warn "relevo-relay links what only the desktop may link"
        return 1
    fi
    note "relevo-relay links: $(grep -oE 'libQt6[A-Za-z]+' <<<"$libraries" | sort -u | xargs)"
}

check_packaging() {
    desktop-file-validate packaging/linux/relevo.desktop
    /usr/bin/python3 -c 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])' packaging/linux/org.relevo.Relevo.metainfo.xml
    # A wrong macro shows as a warning of the formatter, where it is installed.
    if command -v man >/dev/null; then
        local page warnings
        for page in packaging/man/*.1; do
            warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
            [[ -z $warnings ]] || { printf '%s\n' "$warnings" && return 1; }
        done
    fi
}

# check_sanitizer PRESET TARGET LABEL: builds the target's tests and runs those with the label.
check_sanitizer() {
    local preset=$1 target=$2 label=$3
    dev_configure "$preset"
    cmake --build --preset "$preset" -j "$RELEVO_JOBS" --target "$target"
    ctest --preset "$preset" -L "^$label\$" -j "$RELEVO_JOBS" --no-label-summary --no-tests=error </dev/null
}
check_asan() { check_sanitizer asan core_tests core; }
# Of the core's tests those that link a room with threads or sockets.
check_tsan() { check_sanitizer tsan threaded_tests threads; }

check_fuzz() {
    dev_configure fuzz
    local fuzzers
    mapfile -t fuzzers < <(ninja -C build/fuzz -t targets all | sed -n 's/^\(fuzz_[a-z0-9_]*\): phony$/\1/p' | sort -u)
    ((${#fuzzers[@]})) || die "There is no fuzzer (tests/fuzz)."
    cmake --build --preset fuzz -j "$RELEVO_JOBS" --target "${fuzzers[@]}"
    packaging/checks/fuzz.sh build/fuzz tests/fuzz/corpus "${RELEVO_FUZZ_SECONDS:-60}"
}

check_tidy() {
    packaging/checks/tidy.sh "$RELEVO_ROOT" build/tidy "$RELEVO_JOBS"
}
