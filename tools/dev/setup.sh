# shellcheck shell=bash
# Makes a Debian 12 machine ready. Every step first asks whether there is anything to do, so that
# a second call costs a fraction of a second.

PACKAGE_LOCK_SECONDS=600

packages_wanted() { sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' tools/packages.txt; }

packages_missing() {
    local wanted present
    wanted=$(packages_wanted | sort -u)
    # dpkg-query fails if it does not know one of the names: then that one is what is missing.
    # shellcheck disable=SC2086  # the list is meant to be split into words
    present=$({ dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null || true; } |
        sed -n 's/^installed //p' | sort -u)
    comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$present")
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        stop "run this as root, or install sudo: $*"
    fi
}

install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    local wait=(-o "DPkg::Lock::Timeout=$PACKAGE_LOCK_SECONDS" -q)
    as_root apt-get "${wait[@]}" update ||
        stop "apt-get update failed: is the mirror reachable?"
    as_root apt-get "${wait[@]}" install -y --no-install-recommends "$@" ||
        stop "apt-get could not install: $*"
}

setup_packages() {
    command -v dpkg-query >/dev/null ||
        stop "this is not Debian: install what tools/packages.txt lists"
    local missing
    mapfile -t missing < <(packages_missing)
    [[ ${#missing[@]} -eq 0 ]] && return 0
    say "setup: ${#missing[@]} Debian packages: ${missing[*]}"
    install_packages "${missing[@]}"
}

# Installs the npm packages of one folder if its lock file or Node has changed since the last time.
setup_npm_folder() {
    local folder=$1 now
    local stamp=$folder/node_modules/.installed
    now="$(node --version) $(sha256sum <"$folder/package-lock.json")"
    [[ -f $stamp && $(<"$stamp") == "$now" ]] && return 0
    say "setup: npm packages of $folder"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) ||
        stop "npm could not install the packages of $folder: is its registry reachable?"
    mkdir -p "$folder/node_modules"
    printf '%s\n' "$now" >"$stamp"
}

# Node itself and the benchmark's server are installed where they are wanted.
npm_folders() {
    find web tests tools bench -maxdepth 3 -name node_modules -prune -o \
        -name package-lock.json -printf '%h\n' 2>/dev/null |
        grep -v -E '^(tools/node|bench/node_server)$' || true
}

setup_machine() {
    setup_packages
    setup_node
    local folder
    for folder in $(npm_folders); do setup_npm_folder "$folder"; done
    mkdir -p var build
}
