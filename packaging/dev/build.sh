# ./dev build, test, bench, eval, train, screenshots, format.

dev_configure() {
    local preset=$1
    shift
    logged "configure-$preset.log" cmake --preset "$preset" "$@"
}

dev_build() {
    ensure_packages build
    say "Building (build/dev)"
    dev_configure dev
    local targets=()
    (($#)) && targets=(--target "$@")
    cmake --build --preset dev -j "$RELEVO_JOBS" "${targets[@]}"
}

# The browser tests' own modules; nothing is downloaded beyond what the lock file names.
dev_node_modules() {
    local folder=$RELEVO_ROOT/tests/web
    [[ -f $folder/package.json ]] || return 0
    if [[ -f $folder/node_modules/.package-lock.json && ! $folder/package-lock.json -nt $folder/node_modules/.package-lock.json ]]; then
        return 0
    fi
    say "Installing the browser tests' modules (tests/web)"
    (cd "$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 logged npm.log npm ci --no-audit --no-fund --ignore-scripts)
}

dev_test() {
    local started=$SECONDS
    ensure_packages build desktop browser contract
    dev_node_modules
    dev_build
    say "Everything is built, $((SECONDS - started)) s; running the tests"
    # Last on purpose: ctest's closing summary is what a person and a machine look for.
    # One more at once than there are processors: some tests wait for a minute to pass.
    ctest --preset dev -j "${RELEVO_TEST_JOBS:-$((RELEVO_JOBS + 1))}" --no-label-summary "$@" </dev/null
}

dev_bench() {
    ensure_packages build desktop browser
    # Optimised as what is shipped; ./dev build is optimised for being built.
    say "Building (build/bench)"
    dev_configure bench
    cmake --build --preset bench -j "$RELEVO_JOBS" --target relevo-bench
    local found=0 program
    while IFS= read -r program; do
        found=1
        say "$(basename "$program")"
        "$program" "$@"
    done < <(find build/bench/tests/bench -maxdepth 1 -type f -name 'bench_*' -perm -u+x 2>/dev/null | sort)
    ((found)) || die "No benchmark was built (tests/bench)."
    if ((!$#)); then
        say bench_desktop.sh
        tests/bench/bench_desktop.sh build/bench/app/relay/relevo-relay build/bench/app/desktop/relevo \
            build/bench/tests/replay/relevo-replay build/bench/tests/bench/bare_list
    fi
}

# The same sentences give the same file, byte for byte; --data adds a directory of other people's sentences. The weights in
# resources/assist were learned with it; without, they tell as many wishes, but take more of other people's daily business
# for one. What else is a matter for a human learns from one half of that business only, so that the other half can judge it.
dev_train() {
    ensure_packages build
    dev_build train_wish train_matters
    say "Learning"
    build/dev/tests/eval/train_wish "$@"
    build/dev/tests/eval/train_matters "$@"
    # The weights are compiled in.
    dev_build eval_triggers
    build/dev/tests/eval/eval_triggers "$@"
}

# --data names a directory of conversations_dev.jsonl and handoff_intent_dev.tsv, measured too when it is given.
dev_eval() {
    ensure_packages build
    dev_build eval_triggers eval_matters eval_sentiment eval_summary
    say "Triggers"
    build/dev/tests/eval/eval_triggers "$@"
    if (($# > 0)); then
        # Other people's texts, judged by weights that were learned without them; two minutes.
        say "Triggers, learned from one half of the intents and held against the other"
        dev_build train_wish
        local learned=build/dev/wish-half.bin
        build/dev/tests/eval/train_wish "$@" --half first --output "$learned" 2>/dev/null
        build/dev/tests/eval/eval_triggers "$@" --half second --weights "$learned"
        build/dev/tests/eval/train_wish "$@" --half second --output "$learned" 2>/dev/null
        build/dev/tests/eval/eval_triggers "$@" --half first --weights "$learned"
        say "Triggers, learned from none of them"
        build/dev/tests/eval/train_wish --output "$learned" 2>/dev/null
        build/dev/tests/eval/eval_triggers "$@" --half first --weights "$learned"
        build/dev/tests/eval/eval_triggers "$@" --half second --weights "$learned"
    fi
    say "Sensitive matters, urgency, complaints of the bot"
    build/dev/tests/eval/eval_matters "$@"
    say "The same, by the rules alone"
    build/dev/tests/eval/eval_matters --rules "$@"
    say "Sentiment"
    build/dev/tests/eval/eval_sentiment
    if (($# > 0)); then
        say "Summaries"
        build/dev/tests/eval/eval_summary "$@"
    fi
}

# Into DIR/pages every page in every state (tests/ui/scenes.h), light and dark, in each language, as they are and twice as sharp; into
# DIR the running product, both sides of it.
dev_screenshots() {
    (($# == 1)) || die "Usage: ./dev screenshots DIR"
    ensure_packages build desktop browser
    dev_node_modules
    dev_build
    mkdir -p "$1/pages"
    local output language started=$SECONDS
    output=$(cd "$1" && pwd)
    say "Every page, in each language"
    for language in '' es pt_BR; do
        LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen build/dev/tests/ui/relevo-ui-pictures ${language:+--language "$language"} "$output/pages"
    done
    note "$(find "$output/pages" -name '*.png' | wc -l) pictures in $((SECONDS - started)) s: $output/pages"
    say "The running product"
    started=$SECONDS
    RELEVO_TEST_OUTPUT=$output ctest --preset dev -R '^desk_(main_job|restart)$' --no-label-summary </dev/null
    note "in $((SECONDS - started)) s: $output"
}

dev_format() {
    ensure_packages check
    relevo_sources app core ui tests | xargs -r -P "$RELEVO_JOBS" -n 20 clang-format-14 -i
}
