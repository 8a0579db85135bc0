# shellcheck shell=bash
# Builds the C++ programs with CMake's presets and the web pages with Vite.

export CCACHE_DIR=${CCACHE_DIR:-$PWD/.ccache}
# Checkouts in different folders share what they compiled alike.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=true
export NINJA_STATUS='[%f/%t %es] '
JOBS=${JOBS:-$(nproc)}

build_folder() {
    case $1 in
        release) echo build ;;
        debug | tsan) echo "build/$1" ;;
        *) stop "there is no preset '$1': release, debug or tsan" 2 ;;
    esac
}

configure() {
    local preset=$1 folder=$2
    [[ -f $folder/build.ninja ]] && return 0
    say "build: configuring $preset"
    cmake --preset "$preset" >"build/configure_$preset.log" 2>&1 || {
        cat "build/configure_$preset.log" >&2
        stop "cmake could not configure the preset '$preset'"
    }
}

# The programs of apps/, without those of the tests: what a user of Antre runs.
program_targets() {
    local tests_own='(_test|-sabotaged)$'
    ninja -C "$1" -t targets all |
        sed -n -E 's|^(bin/[^:]+): CXX_EXECUTABLE_LINKER.*|\1|p' |
        grep -v -E "$tests_own" || true
}

# build_programs PRESET
build_programs() {
    local preset=$1 folder targets
    folder=$(build_folder "$preset")
    mkdir -p build
    configure "$preset" "$folder"
    mapfile -t targets < <(program_targets "$folder")
    if [[ ${#targets[@]} -eq 0 ]]; then
        say "build: apps/programs.cmake names no program yet"
        return 0
    fi
    say "build: ${targets[*]} ($preset)"
    cmake --build "$folder" -j "$JOBS" --target "${targets[@]}" >&2 || stop "the build failed"
}

# Everything, tests included: build_all PRESET
build_all() {
    local preset=$1 folder
    folder=$(build_folder "$preset")
    mkdir -p build
    configure "$preset" "$folder"
    say "build: programs and tests ($preset)"
    cmake --build "$folder" -j "$JOBS" >&2 || stop "the build failed"
}

# What ./dev bench measures and measures against. Without the Node server's packages (a compiler and
# Node's headers are needed to make one of them) the rest is measured.
build_bench() {
    mkdir -p build
    configure release build
    cmake --build build -j "$JOBS" --target bench_programs >&2 || stop "the build failed"
    (setup_npm_folder bench/node_server) || say "bench: its Node server cannot be installed here"
}

# The web pages, if a file that they are made of is newer than the last build.
build_web() {
    [[ -f web/package.json ]] || return 0
    local stamp=web/dist/.built newer
    newer=missing
    if [[ -f $stamp ]]; then
        local made=(-name node_modules -o -path web/dist -o -name test-results)
        newer=$(find web wording api \( "${made[@]}" \) -prune -o \
            -type f -newer "$stamp" -print -quit 2>/dev/null || true)
    fi
    [[ -z $newer ]] && return 0
    say "build: web pages"
    (cd web && npm run --silent build) >&2 || stop "the web build failed"
    mkdir -p web/dist
    touch "$stamp"
}

# A test run ends with its one line even when there is nothing to run.
built_for_tests() {
    (build_all release && build_web) && return 0
    echo '0 passed, 1 failed'
    exit 1
}

ensure_ready() {
    setup_machine
    build_programs release
    build_web
}

run_web() {
    cd web 2>/dev/null || stop "there are no web pages in this checkout"
    exec npm run --silent dev -- "$@"
}
