# SPDX-FileCopyrightText: Lightwell contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by packaging/run and packaging/test: installs what is missing, builds, and sets the
# environment both start from. Every step looks first whether it has anything to do, so that a second
# start takes seconds and needs no network.

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/lightwell
jobs=$(nproc)

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# as_root COMMAND…: as it is for root, else through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        die "Packages are missing and this needs root. Install sudo, or run as root: $*"
    fi
}

# The list for this system, or nothing where it is another one.
package_list() {
    local id='' version=''
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && printf %s "${ID:-}")
        version=$(. /etc/os-release && printf %s "${VERSION_ID:-}")
    fi
    local list="$root/packaging/packages/$id-$version.txt"
    if [ -r "$list" ]; then printf %s "$list"; fi
}

# packages_for ROOM…: the names of these rooms.
packages_for() {
    local list room
    list=$(package_list)
    for room in "$@"; do
        awk -v room="$room" '$1 == room { print $2 }' "$list"
    done
}

# install_packages ROOM…: installs those that are missing.
install_packages() {
    if [ -z "$(package_list)" ]; then
        explain_other_system "$@"
        return
    fi
    local missing=() name
    for name in $(packages_for "$@"); do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" != installed ]; then
            missing+=("$name")
        fi
    done
    if [ "${#missing[@]}" = 0 ]; then return; fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

explain_other_system() {
    if [ -n "${LIGHTWELL_PACKAGES_EXPLAINED:-}" ]; then return; fi
    LIGHTWELL_PACKAGES_EXPLAINED=1
    say "This system is neither Debian 12 nor 13, so nothing is installed by itself. Needed are its names for"
    say "these Debian packages, with Qt 6.4 or later:"
    say "  $(awk '$1 == "build" || $1 == "run" { printf "%s ", $2 }' "$root/packaging/packages/debian-13.txt")"
    say "Going on with what is here."
}

has_plugin() {
    local folder
    for folder in "$cache/qt-plugins" /usr/lib/*/qt6/plugins /usr/lib/qt6/plugins /usr/lib64/qt6/plugins; do
        if [ -e "$folder/imageformats/$1" ]; then return 0; fi
    done
    return 1
}

# The Qt 6 plug-ins of KImageFormats (HEIF and more) from the system's own source package, into the
# cache. Without them everything but HEIF works, so a failure is told and not fatal, and the build is
# not tried again at every start.
provide_kimageformats() {
    if has_plugin kimg_heif.so || [ -z "$(package_list)" ] || [ -z "$(packages_for kimageformats)" ]; then return; fi
    local failed=$cache/kimageformats.failed log=$cache/kimageformats.log
    if [ -n "$(find "$failed" -mtime -7 2>/dev/null)" ]; then return; fi
    # In a subshell, since a step that gives up ends the shell it runs in.
    if (install_packages kimageformats && "$root/packaging/kimageformats" "$cache/qt-plugins" >"$log" 2>&1); then
        rm -f "$failed"
        return
    fi
    touch "$failed"
    say "KImageFormats could not be built, so HEIF pictures cannot be opened; all else works. The reason is above or"
    say "in $log. It is tried again in a week, or when you delete $failed"
}

# Node may come from elsewhere than Debian, whose packages would then be in its way.
provide_node() {
    if command -v node >/dev/null && command -v npm >/dev/null; then return; fi
    if [ -n "$(package_list)" ]; then
        as_root apt-get update -q
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends nodejs npm
    fi
}

# The vendors' official clients for tests, at exactly the locked versions, kept by the lock file's content.
provide_clients() {
    if ! command -v npm >/dev/null; then return; fi
    local key
    key=$(sha256sum "$root/tests/clients/package-lock.json" | cut -c1-16)
    clients=$cache/clients-$key
    if [ ! -e "$clients/complete" ]; then
        rm -rf "$clients"
        mkdir -p "$clients"
        cp "$root/tests/clients/package.json" "$root/tests/clients/package-lock.json" "$clients/"
        (cd "$clients" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >&2)
        touch "$clients/complete"
    fi
    configure_arguments="-DLIGHTWELL_NODE_MODULES=$clients/node_modules"
}

# build PRESET TARGET…: configures once, then builds these targets.
build() {
    local preset=$1
    shift
    cd "$root"
    if [ ! -e "build/$preset/build.ninja" ] || [ -n "${configure_arguments:-}" ]; then
        # shellcheck disable=SC2086 # the arguments are words
        cmake --preset "$preset" ${configure_arguments:-} >&2
    fi
    cmake --build --preset "$preset" -j "$jobs" --target "$@" >&2
}

# No key, proxy or session of the person's own may leak into a test.
clean_environment() {
    local name
    for name in $(compgen -e | grep -iE '_(API_KEY|API_TOKEN|TOKEN|KEY|BASE_URL)$|^LIGHTWELL_|^(http|https|all|no)_proxy$|^AWS_' || true); do
        unset "$name"
    done
    unset DISPLAY WAYLAND_DISPLAY
    export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
}

mkdir -p "$cache"
export QT_PLUGIN_PATH="$cache/qt-plugins${QT_PLUGIN_PATH:+:$QT_PLUGIN_PATH}"
