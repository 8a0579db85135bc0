# shellcheck shell=bash
# How ./dev speaks: one line a step, colour only on a terminal and never against NO_COLOR.

if [[ -t 2 && -z ${NO_COLOR:-} ]]; then
    STRONG=$'\e[1m' ALARM=$'\e[31m' PLAIN=$'\e[0m'
else
    STRONG='' ALARM='' PLAIN=''
fi

say() { printf '%s%s%s\n' "$STRONG" "$*" "$PLAIN" >&2; }

# stop MESSAGE [EXIT_CODE]
stop() {
    printf '%s./dev: %s%s\n' "$ALARM" "$1" "$PLAIN" >&2
    exit "${2:-1}"
}
