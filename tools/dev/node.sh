# shellcheck shell=bash
# Which Node runs our tools. Vite needs 20.19; Debian 12 has 18. A machine's own newer Node is used
# as it is; otherwise Debian's npm installs tools/node, which holds a Node and an npm of its own.

NODE_MINIMUM=20.19

node_of_checkout() {
    local machine
    case $(uname -m) in
        x86_64) machine=x64 ;;
        aarch64) machine=arm64 ;;
        *) return 1 ;;
    esac
    printf '%s/tools/node/node_modules/node-linux-%s/bin' "$PWD" "$machine"
}

# Whether the given program is a Node that is new enough.
is_new_enough() {
    local version
    version=$("$1" --version 2>/dev/null) || return 1
    printf '%s\n%s\n' "$NODE_MINIMUM" "${version#v}" | sort --version-sort --check=quiet
}

# Puts the checkout's Node first on PATH if the machine's own does not serve. Fails if neither does.
use_node() {
    if command -v npm >/dev/null && is_new_enough node; then return 0; fi
    local folder
    folder=$(node_of_checkout) || return 1
    is_new_enough "$folder/node" || return 1
    export PATH="$folder:$PWD/tools/node/node_modules/.bin:$PATH"
}

setup_node() {
    use_node && return 0
    node_of_checkout >/dev/null ||
        stop "there is no Node $NODE_MINIMUM for $(uname -m): install one and retry"
    if ! command -v npm >/dev/null; then
        say "setup: Debian's npm, to fetch a newer Node"
        install_packages nodejs npm
    fi
    say "setup: Node of the checkout (tools/node)"
    (cd tools/node && npm ci --no-audit --no-fund --loglevel=error) ||
        stop "npm could not install tools/node: is its registry reachable?"
    use_node || stop "the Node in tools/node does not run on this machine"
}
