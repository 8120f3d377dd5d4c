#!/bin/sh
# Makes target/debian/letgo_*.deb from the release build: the manual and completions first, then cargo-deb.
set -eu
cd "$(dirname "$0")/.."

sh scripts/make-man.sh target/deb
cargo deb --no-build --quiet
ls target/debian/letgo_*.deb
