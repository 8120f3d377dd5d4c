#!/bin/sh
# Makes the bundled English voice: every prompt of the bundled sessions and everything that the guided steps can say,
# spoken by Festival. Clips whose words and recipe are the same are kept, so that only what was edited changes.
set -eu
cd "$(dirname "$0")/.."

into=audio/voice/en
english=$(grep -lE '^language: en$' sessions/*.yaml || true)
# A session that names no language is in English.
unnamed=$(grep -LE '^language:' sessions/*.yaml || true)

# shellcheck disable=SC2086
exec ./target/release/letgo voice build --everything --tidy --program festival --into "$into" --phrases en $english $unnamed
