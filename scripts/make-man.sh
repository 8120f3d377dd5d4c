#!/bin/sh
# Writes the manual's pages and the completions of every shell into a folder: make-man.sh FOLDER
set -eu
cd "$(dirname "$0")/.."

into=$1
letgo=${LETGO_BINARY:-target/release/letgo}
rm -rf "$into/man" "$into/completions"
mkdir -p "$into/man" "$into/completions"
"$letgo" man --into "$into/man"
"$letgo" completions bash >"$into/completions/letgo.bash"
"$letgo" completions zsh >"$into/completions/_letgo"
"$letgo" completions fish >"$into/completions/letgo.fish"
"$letgo" completions powershell >"$into/completions/letgo.ps1"
