#!/bin/sh
# Installs the package on a bare Debian and uses it there: as root, with debootstrap and a mirror of Debian.
#
#   test-deb.sh [ROOT]    ROOT is a bare Debian that is there already; it is copied and not touched
#
# Environment: SUITE (bookworm) and MIRROR, for a Debian that isn't there yet.
set -eu
cd "$(dirname "$0")/.."

suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
say() { printf 'test-deb: %s\n' "$*" >&2; }
fail() {
    say "failed: $*"
    exit 1
}

deb=$(ls -t target/debian/letgo_*.deb 2>/dev/null | head -1)
[ -n "$deb" ] || fail "there is no package; make deb makes it"
[ "$(id -u)" = 0 ] || fail "this needs the rights of root"

work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT INT TERM
if [ $# -gt 0 ]; then
    cp -a "$1" "$root"
else
    command -v debootstrap >/dev/null || fail "debootstrap is missing; scripts/needs.sh deb installs it"
    debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/log" 2>&1 || fail "$(tail -3 "$work/log")"
fi
say "a bare $(cat "$root/etc/debian_version") with $(chroot "$root" dpkg -l | grep -c ^ii) packages"
cp "$deb" "$root/tmp/letgo.deb"
inside() { chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/bin:/usr/sbin:/bin:/sbin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

inside apt-get install -y -qq --no-install-recommends /tmp/letgo.deb >"$work/log" 2>&1 || fail "$(tail -5 "$work/log")"
say "installed; it needs $(inside dpkg-query -W -f '${Depends}' letgo)"
dpkg-deb -c "$deb" >"$work/contents"
for file in usr/bin/letgo usr/share/man/man1/letgo.1.gz usr/share/man/man1/letgo-play.1.gz \
    usr/share/bash-completion/completions/letgo usr/share/zsh/vendor-completions/_letgo \
    usr/share/fish/vendor_completions.d/letgo.fish usr/share/applications/letgo.desktop \
    usr/share/icons/hicolor/scalable/apps/letgo.svg usr/share/doc/letgo/README.md usr/share/doc/letgo/LICENSE-APACHE; do
    # A minimal Debian may leave documents out.
    case $file in
        usr/share/doc/* | usr/share/man/*) grep -q " \./$file\$" "$work/contents" || fail "$file isn't in the package" ;;
        *) [ -f "$root/$file" ] || fail "$file isn't there" ;;
    esac
done

inside letgo --version || fail "it doesn't start"
inside letgo list >/dev/null || fail "list"
inside letgo help getting-started >/dev/null || fail "help"
inside letgo config set volume -12 dB || fail "config set"
[ "$(inside letgo config get volume)" = "-12 dB" ] || fail "config get"
# There is no device here: the doctor says so with exit code 1, and nothing else is wrong.
inside letgo doctor >"$work/doctor" && fail "the doctor hears sound where there is none"
grep -q "ok    voice" "$work/doctor" || fail "$(cat "$work/doctor")"
inside letgo render first-evening -o /tmp/evening.flac --to 20s >/dev/null 2>&1 || fail "render"
printf 'letgo: 1\ntitle: Small\nsteps:\n  - say: Let go. [1s]\n' >"$root/tmp/small.yaml"
inside letgo play /tmp/small.yaml --silent --guide plain >"$work/played" </dev/null || fail "play"
grep -q "Let go" "$work/played" || fail "nothing was said: $(cat "$work/played")"
inside letgo play /tmp/small.yaml --guide plain >/dev/null </dev/null 2>"$work/said" || fail "play without a device"
say "it played; without a device it said: $(head -1 "$work/said")"
inside apt-get remove -y -qq letgo >/dev/null 2>&1 || fail "it can't be removed"
[ ! -e "$root/usr/bin/letgo" ] || fail "it is still there after it was removed"
say "fine"
