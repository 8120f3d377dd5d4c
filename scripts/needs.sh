#!/bin/sh
# Installs what is missing to build or test letgo, and says what and why. Asks nothing.
#
#   needs.sh build    to build and play
#   needs.sh test     to run every test as well
#   needs.sh bench    to measure beside other players
#   needs.sh voice    to make the bundled voice
#   needs.sh deb      to make a package for Debian, and to test it
set -eu

what=${1:-build}
missing=""

say() { printf 'letgo: %s\n' "$*" >&2; }

# want PACKAGE REASON -- TEST...: notes a package if its test fails.
want() {
    package=$1 reason=$2
    shift 3
    if ! "$@" >/dev/null 2>&1; then
        say "$package is missing: $reason"
        missing="$missing $package"
    fi
}

has() { command -v "$1"; }

# Whether some python3 here, the first in the path or the system's own, has a library.
reads_calendars() {
    python3 -c "import $1" || /usr/bin/python3 -c "import $1"
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    else
        say "this needs the rights of root, and there is no sudo. Please run as root: $*"
        exit 1
    fi
}

if ! has cargo >/dev/null; then
    say "Rust is missing. https://rustup.rs installs it in a minute; then run this again."
    exit 1
fi

linux_names() {
    # The names of one thing in Debian, Fedora and Arch.
    case $family in
        debian) echo "$1" ;;
        fedora) echo "$2" ;;
        arch) echo "$3" ;;
    esac
}

if [ "$(uname -s)" = Darwin ]; then
    family=mac
elif has apt-get >/dev/null; then
    family=debian
elif has dnf >/dev/null; then
    family=fedora
elif has pacman >/dev/null; then
    family=arch
else
    family=other
fi

case $family in
    debian | fedora | arch)
        want "$(linux_names gcc gcc gcc)" "the linker and the Ogg Vorbis encoder need a C compiler" -- has cc
        want "$(linux_names pkg-config pkgconf-pkg-config pkgconf)" "it finds the sound library's headers" -- has pkg-config
        want "$(linux_names libasound2-dev alsa-lib-devel alsa-lib)" "sound goes out through ALSA, whose headers the build reads" \
            -- pkg-config --exists alsa
        ;;
    mac)
        if ! xcode-select -p >/dev/null 2>&1; then
            say "the command line developer tools are missing. Please run: xcode-select --install"
            exit 1
        fi
        ;;
    other)
        say "this system's package manager isn't known here. Needed to build: a C compiler, pkg-config, ALSA's headers."
        ;;
esac

if [ "$what" != build ] && [ "$what" != deb ]; then
    case $family in
        debian | fedora | arch)
            want "$(linux_names ffmpeg ffmpeg-free ffmpeg)" "an independent decoder and loudness meter for the tests" -- has ffmpeg
            want "$(linux_names sox sox sox)" "an independent tool that measures sound" -- has sox
            want "$(linux_names flac flac flac)" "an independent FLAC encoder and decoder" -- has flac
            want "$(linux_names vorbis-tools vorbis-tools vorbis-tools)" "an independent Ogg Vorbis encoder" -- has oggenc
            want "$(linux_names opus-tools opus-tools opus-tools)" "an independent Opus encoder" -- has opusenc
            want "$(linux_names lame lame lame)" "an independent MP3 encoder" -- has lame
            want "$(linux_names espeak-ng espeak-ng espeak-ng)" "a program that speaks, for the voice tests" -- has espeak-ng
            want "$(linux_names festival festival festival)" "a slower, calmer one: the tests listen to what it says" -- has festival
            case $family in
                debian) want festvox-us-slt-hts "the calm voice that the tests listen to" -- dpkg -s festvox-us-slt-hts ;;
                fedora) want festvox-slt-arctic-hts "the calm voice that the tests listen to" -- rpm -q festvox-slt-arctic-hts ;;
                arch)
                    if [ ! -d /usr/share/festival/voices/us/cmu_us_slt_arctic_hts ]; then
                        say "festival's voice cmu_us_slt_arctic_hts isn't packaged here; two voice tests need it in /usr/share/festival/voices/us"
                    fi
                    ;;
            esac
            want "$(linux_names tmux tmux tmux)" "a terminal that tests can type into" -- has tmux
            want "$(linux_names pulseaudio pulseaudio pulseaudio)" "a sound server that tests can listen to" -- has pulseaudio
            want "$(linux_names pulseaudio-utils pulseaudio-utils libpulse)" "it records what the sound server plays" -- has parec
            want "$(linux_names dbus-daemon dbus-daemon dbus)" "a message bus for a desktop that only tests see" -- has dbus-daemon
            if [ "$family" = debian ]; then
                want libasound2-plugins "it joins ALSA to the sound server" -- dpkg -s libasound2-plugins
            fi
            want "$(linux_names python3 python3 python)" "it checks files with tools that aren't ours" -- has python3
            for library in icalendar vobject; do
                want "$(linux_names python3-$library python3-$library python-$library)" "another reader of calendars, for the tests" \
                    -- reads_calendars $library
            done
            ;;
        mac)
            for tool in ffmpeg sox flac oggenc opusenc lame espeak-ng tmux python3; do
                has "$tool" >/dev/null || missing="$missing $tool"
            done
            missing=$(printf '%s' "$missing" | sed 's/oggenc/vorbis-tools/; s/opusenc/opus-tools/')
            ;;
        other) say "Needed to test: ffmpeg, sox, flac, oggenc, opusenc, lame, espeak-ng, festival with its voice cmu_us_slt_arctic_hts, tmux, pulseaudio with parec, dbus-daemon, python3 with icalendar and vobject." ;;
    esac
fi

if [ "$what" = deb ]; then
    has dpkg-deb >/dev/null || say "dpkg-deb is missing: packages are put together on Debian and its kin"
    if ! cargo deb --version >/dev/null 2>&1; then
        say "cargo-deb is missing: it puts the package together. Installing it, which takes some minutes"
        cargo install --locked --quiet cargo-deb
    fi
fi

case $what-$family in
    deb-debian)
        want debootstrap "a bare Debian in which the package is tested" -- test -x /usr/sbin/debootstrap
        ;;
    bench-debian)
        want mpv "a player to compare with" -- has mpv
        want hyperfine "it measures whole commands" -- has hyperfine
        ;;
esac

if [ -z "$missing" ]; then
    exit 0
fi

case $family in
    debian)
        say "installing:$missing"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
        # shellcheck disable=SC2086
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
        ;;
    fedora)
        say "installing:$missing"
        # shellcheck disable=SC2086
        as_root dnf install -y -q $missing
        ;;
    arch)
        say "installing:$missing"
        # shellcheck disable=SC2086
        as_root pacman -S --needed --noconfirm $missing
        ;;
    mac)
        if has brew >/dev/null; then
            say "installing:$missing"
            # shellcheck disable=SC2086
            brew install $missing
        else
            say "please install with Homebrew or MacPorts:$missing"
            exit 1
        fi
        ;;
    *)
        say "please install:$missing"
        exit 1
        ;;
esac
