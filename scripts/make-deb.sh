#!/bin/sh
# Makes target/debian/letgo_*.deb from a build that is there: the manual and completions first, then cargo-deb.
# PROFILE=dev takes the unoptimised build, to try the packaging itself.
set -eu
cd "$(dirname "$0")/.."

profile=${PROFILE:-release}
case $profile in
    dev) folder=target/debug ;;
    *) folder=target/$profile ;;
esac

LETGO_BINARY=$folder/letgo sh scripts/make-man.sh target/deb
cargo deb --no-build --quiet --profile "$profile"
ls target/debian/letgo_*.deb
