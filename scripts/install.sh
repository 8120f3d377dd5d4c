#!/bin/sh
# Puts the program and what belongs to it below a folder, or takes it away again.
#
#   install.sh PAGES PREFIX      PAGES is what make-man.sh wrote
#   install.sh --remove PREFIX
set -eu
cd "$(dirname "$0")/.."

prefix=$2
share=$prefix/share

if [ "$1" = --remove ]; then
    rm -f "$prefix/bin/letgo" "$share/man/man1/letgo.1" "$share"/man/man1/letgo-*.1 \
        "$share/bash-completion/completions/letgo" "$share/zsh/site-functions/_letgo" \
        "$share/fish/vendor_completions.d/letgo.fish" "$share/applications/letgo.desktop" \
        "$share/icons/hicolor/scalable/apps/letgo.svg"
    exit 0
fi

# put MODE FILE… FOLDER
put() {
    mode=$1
    shift
    for last in "$@"; do folder=$last; done
    mkdir -p "$folder"
    while [ $# -gt 1 ]; do
        cp "$1" "$folder/"
        chmod "$mode" "$folder/$(basename "$1")"
        shift
    done
}

put 755 target/release/letgo "$prefix/bin"
put 644 "$1"/man/*.1 "$share/man/man1"
put 644 "$1/completions/letgo.bash" "$share/bash-completion/completions"
mv "$share/bash-completion/completions/letgo.bash" "$share/bash-completion/completions/letgo"
put 644 "$1/completions/_letgo" "$share/zsh/site-functions"
put 644 "$1/completions/letgo.fish" "$share/fish/vendor_completions.d"
put 644 assets/letgo.desktop "$share/applications"
put 644 assets/letgo.svg "$share/icons/hicolor/scalable/apps"
echo "letgo is in $prefix/bin"
