#!/bin/sh
# Runs the fuzz targets, each for so many seconds: `scripts/fuzz.sh [SECONDS [TARGET…]]`. Needs a C++ compiler (libFuzzer is
# built from source) and no nightly Rust: letgo has no unsafe code for sanitizers to watch over, and the counters that lead
# libFuzzer work on stable. These are cargo-fuzz's flags; `cargo fuzz run TARGET -s none` does the same.
# What was found stays in fuzz/corpus, and what breaks in fuzz/artifacts.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- pack manifest script plan

# To begin with: what is known to be right, and what is known to be wrong.
for target in pack manifest script plan; do mkdir -p "fuzz/corpus/$target" "fuzz/artifacts/$target"; done
cp sessions/*.yaml fuzz/corpus/script/
find tests/scripts -name '*.yaml' | while read -r file; do
    cp "$file" "fuzz/corpus/script/$(echo "$file" | tr / -)"
done
awk '/^```yaml$/ { inside = 1; number += 1; next } /^```$/ { inside = 0 }
    inside { print > ("fuzz/corpus/plan/page-" number ".yaml") }' docs/plan.md
awk '/^```json$/ { inside = 1; next } /^```$/ { inside = 0 }
    inside && !/"from"/ { print > "fuzz/corpus/manifest/page.json" }' docs/pack-format.md

host=$(rustc -vV | sed -n 's/^host: //p')
counters="-Cpasses=sancov-module"
for flag in level=4 inline-8bit-counters pc-table trace-compares; do
    counters="$counters -Cllvm-args=-sanitizer-coverage-$flag"
done
RUSTFLAGS="--cfg fuzzing $counters ${RUSTFLAGS:-}" \
    cargo build --release --manifest-path fuzz/Cargo.toml --target "$host"

for target in "$@"; do
    echo "== $target"
    "fuzz/target/$host/release/$target" "fuzz/corpus/$target" -artifact_prefix="fuzz/artifacts/$target/" \
        -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1
done
