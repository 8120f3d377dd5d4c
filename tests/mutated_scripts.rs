//! Whatever becomes of a script on its way, reading it ends with a session or with diagnostics whose places are real:
//! the fixtures, cut, shuffled, and with pieces of each other in them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use letgo::library::{Asset, Library, Synth};
use letgo::mix::synth;
use letgo::script::{Diagnostic, Severity};
use letgo::session::{Request, examine};
use letgo::timeline::{lay_out, measure};
use letgo::voice::Voices;
use proptest::prelude::*;

/// Every script that there is.
static SCRIPTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut scripts = Vec::new();
    for folder in ["sessions", "sessions/parts", "tests/scripts"] {
        collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut scripts);
    }
    assert!(scripts.len() > 10);
    scripts
});

fn collect(folder: &Path, scripts: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        match path.extension().is_some_and(|ending| ending == "yaml") {
            true => scripts.push(std::fs::read_to_string(&path).unwrap()),
            false => collect(&path, scripts),
        }
    }
}

/// Pieces that mean something to YAML, to the language, or to neither.
const PIECES: &[&str] = &[
    "",
    " ",
    "\n",
    "\n  ",
    "\t",
    ":",
    ": ",
    "- ",
    "#",
    "[",
    "]",
    "{",
    "}",
    ",",
    "\"",
    "'",
    "|",
    ">",
    "&a ",
    "*a",
    "!x ",
    "---",
    "...",
    "?",
    "%",
    "@",
    "$",
    "$side",
    "{side}",
    "[6s]",
    "[",
    "[6 apples]",
    "~",
    "null",
    "true",
    "0",
    "-1",
    "1e309",
    ".nan",
    "0x10",
    "9999999h",
    "0s",
    "24h",
    "1:30",
    "-18 dB",
    "400 %",
    "0/min",
    "120/min",
    "3 cm/s",
    "<<: *a",
    "left",
    "both",
    "jaw",
    "whole-body",
    "4-7-8",
    "natural",
    "16",
    "é",
    "\u{202e}",
    "\u{1b}[2J",
    "\u{feff}",
    "𝄞",
    "say",
    "pause",
    "breathe",
    "scan",
    "relax",
    "massage",
    "track",
    "bell",
    "sound",
    "wait",
    "when",
    "repeat",
    "include",
    "steps:",
    "else:",
    "for:",
    "rounds: 10000",
    "times: 10000",
    "strikes: 10000",
    "regions: []",
    "with: {}",
    "../x",
    "parts/closing.yaml",
    "because: x",
    "params: {}",
    "letgo: 2",
    "language: de",
    "ends-in: sleep",
    "length: { fit: 1s }",
];

/// Values that keep the notation whole, right or wrong where they come to stand.
const VALUES: &[&str] = &[
    "0s",
    "1s",
    "500ms",
    "2s",
    "20s",
    "5m",
    "2h",
    "24h",
    "1:30",
    "0:00",
    "20",
    "-5s",
    "9999999h",
    "$side",
    "$stay",
    "$x",
    "0/min",
    "3/min",
    "6/min",
    "12/min",
    "20/min",
    "120/min",
    "0.5/min",
    "1 cm/s",
    "3 cm/s",
    "30 cm/s",
    "-90 dB",
    "-18 dB",
    "0 %",
    "12 dB",
    "0",
    "1",
    "4",
    "5",
    "10",
    "10000",
    "even",
    "natural",
    "sighing",
    "box",
    "4-7-8",
    "longer-out",
    "tone",
    "words",
    "both",
    "screen",
    "left",
    "right",
    "jaw",
    "throat",
    "forearm",
    "whole-body",
    "hands",
    "armpit",
    "eyes",
    "spine",
    "hold",
    "slow-stroke",
    "lean",
    "knead",
    "move",
    "warm",
    "roll",
    "hand",
    "soft-ball",
    "massage-gun",
    "rain",
    "brown",
    "\"{side} {stay} [6s] {}\"",
    "\"[30s] Hm.\"",
    "\"Hm. [2m] Hm. [1s] [2s]\"",
    "[]",
    "[jaw, jaw]",
    "[16]",
    "[7]",
    "{}",
    "parts/closing.yaml",
    "x.yaml",
    "low",
    "true",
    "no",
    "sleep",
    "waking",
    "de",
    "xx",
    "zz",
    "[ { pause: 3s } ]",
    "[ { say: Hi. }, { breathe: { rounds: 3 } } ]",
    "[ { include: parts/closing.yaml } ]",
    "{ for: 20s, min: 1s, max: 24h }",
    "{ in: 4s, hold: 12s, out: 60s }",
    "{ param: side, is: left, steps: [ { bell: {} } ] }",
    "{ times: 10000, steps: [ { pause: 1s } ] }",
    "{ times: 200, steps: [ { massage: { region: jaw, technique: hold } } ] }",
];
const KEYS: &[&str] = &[
    "for",
    "min",
    "max",
    "from",
    "to",
    "rounds",
    "cue",
    "pattern",
    "in",
    "out",
    "hold",
    "rest",
    "regions",
    "each",
    "side",
    "groups",
    "tense",
    "release",
    "times",
    "release-only",
    "region",
    "technique",
    "tool",
    "pace",
    "pressure",
    "because",
    "say",
    "file",
    "level",
    "fade-in",
    "fade-out",
    "cues",
    "strikes",
    "every",
    "pitch",
    "bed",
    "over",
    "at-most",
    "param",
    "is",
    "steps",
    "else",
    "with",
    "name",
    "track",
    "synth",
    "crossfade",
    "keep",
    "fade",
    "fit",
    "default",
    "choices",
    "ask",
];

#[derive(Clone, Debug)]
enum Change {
    /// Takes something out.
    Cut { at: usize, length: usize },
    /// Puts a piece in, in the place of so much.
    Put { at: usize, length: usize, piece: usize },
    /// Takes a line and puts it elsewhere, so many times.
    Line { from: usize, to: usize, times: usize },
    /// Takes a line of another script.
    Graft { script: usize, from: usize, to: usize },
    /// Puts a word of the text in the place of another.
    Word { from: usize, to: usize },
    /// Gives a key another value.
    Value { at: usize, value: usize },
    /// Gives a step another key.
    Key { at: usize, key: usize, value: usize },
}

fn change() -> impl Strategy<Value = Change> {
    let place = 0usize..10_000;
    prop_oneof![
        1 => (place.clone(), 1usize..40).prop_map(|(at, length)| Change::Cut { at, length }),
        1 => (place.clone(), 0usize..12, 0..PIECES.len()).prop_map(|(at, length, piece)| Change::Put { at, length, piece }),
        1 => (place.clone(), place.clone(), 1usize..4).prop_map(|(from, to, times)| Change::Line { from, to, times }),
        1 => (place.clone(), place.clone(), place.clone()).prop_map(|(script, from, to)| Change::Graft { script, from, to }),
        1 => (place.clone(), place.clone()).prop_map(|(from, to)| Change::Word { from, to }),
        8 => (place.clone(), 0..VALUES.len()).prop_map(|(at, value)| Change::Value { at, value }),
        4 => (place, 0..KEYS.len(), 0..VALUES.len()).prop_map(|(at, key, value)| Change::Key { at, key, value }),
    ]
}

fn changed(text: &str, change: &Change) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    match change {
        Change::Cut { at, length } => {
            let at = at % (letters.len() + 1);
            letters.drain(at..(at + length).min(letters.len()));
            letters.into_iter().collect()
        }
        Change::Put { at, length, piece } => {
            let at = at % (letters.len() + 1);
            letters.splice(at..(at + length).min(letters.len()), PIECES[*piece].chars());
            letters.into_iter().collect()
        }
        Change::Line { from, to, times } if !lines.is_empty() => {
            let line = lines[from % lines.len()];
            let to = to % (lines.len() + 1);
            (0..*times).for_each(|_| lines.insert(to, line));
            lines.join("\n")
        }
        Change::Graft { script, from, to } => {
            let other: Vec<&str> = SCRIPTS[script % SCRIPTS.len()].lines().collect();
            lines.insert(to % (lines.len() + 1), other[from % other.len()]);
            lines.join("\n")
        }
        Change::Word { from, to } => {
            let words: Vec<&str> = text.split_whitespace().collect();
            match words.len() {
                0 => String::new(),
                count => text.replacen(words[to % count], words[from % count], 1),
            }
        }
        Change::Value { at, value } => {
            let places: Vec<usize> = text.match_indices(": ").map(|(at, _)| at + 2).collect();
            let Some(start) = places.get(at % places.len().max(1)) else { return text.to_string() };
            let rest = &text[*start..];
            let end = match rest.chars().next() {
                Some('[') => rest.find(']').map_or(rest.len(), |end| end + 1),
                Some('"') => rest[1..].find('"').map_or(rest.len(), |end| end + 2),
                _ => rest.find([',', '}', '\n', '#', '{', '[']).unwrap_or(rest.len()),
            };
            format!("{}{}{}", &text[..*start], VALUES[*value], &rest[end..])
        }
        Change::Key { at, key, value } => {
            let places: Vec<usize> = text.match_indices("{ ").map(|(at, _)| at + 2).collect();
            let Some(start) = places.get(at % places.len().max(1)) else { return text.to_string() };
            format!("{}{}: {}, {}", &text[..*start], KEYS[*key], VALUES[*value], &text[*start..])
        }
        Change::Line { .. } => String::new(),
    }
}

/// That a diagnostic points at something real, and says something.
fn is_sound(diagnostic: &Diagnostic) -> Result<(), TestCaseError> {
    let (text, span) = (&diagnostic.source.text, diagnostic.span);
    prop_assert!(!diagnostic.message.is_empty(), "{diagnostic:?}");
    prop_assert!(span.start <= text.len() && span.start <= span.end, "{diagnostic:?}");
    prop_assert!(text.is_char_boundary(span.start), "{diagnostic:?}");
    prop_assert!(diagnostic.help.as_ref().is_none_or(|help| !help.trim().is_empty()), "{diagnostic:?}");
    // What is named as wrong is what is pointed at, unless YAML's own notation stands between.
    let written = diagnostic.source.slice(span);
    let named = diagnostic.message.split('`').nth(1).unwrap_or("").trim_end_matches('…');
    let plain = !written.starts_with(['"', '\'', '*', '&', '|', '>', '[']) && !written.contains(['\\', '\n', '\t']);
    if matches!(diagnostic.code, "unknown-key" | "same-key") && plain {
        let folded = written.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert!(folded.contains(named), "{named:?} isn't {written:?}: {diagnostic:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_and_every_place_is_real(
        script in 0usize..1000, changes in prop::collection::vec(change(), 1..8), fit in prop::option::of(1u64..7200),
    ) {
        let mut text = SCRIPTS[script % SCRIPTS.len()].clone();
        for change in &changes {
            text = changed(&text, change);
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.yaml");
        std::fs::write(&path, &text).unwrap();
        std::fs::create_dir(folder.path().join("parts")).unwrap();
        std::fs::write(folder.path().join("parts/closing.yaml"), &SCRIPTS[(script / 7) % SCRIPTS.len()]).unwrap();
        let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
        let library = Library { synths, ..Library::default() };
        let request = Request { fit: fit.map(letgo::quantity::Time::from_secs), ..Request::default() };
        let examined = examine(&library, &Asset::File(path), &request);
        examined.diagnostics.iter().try_for_each(is_sound)?;
        let Some(session) = &examined.session else {
            prop_assert!(examined.has_errors());
            return Ok(());
        };
        let (materials, more) = measure(session, &Voices::default(), synth::BED_LOUDNESS, &letgo::media::LevelStore::none());
        more.iter().try_for_each(is_sound)?;
        match lay_out(session, &materials) {
            Ok(timeline) => {
                let ends = timeline.events.iter().map(|event| event.end()).max();
                prop_assert!(ends.is_none_or(|end| end <= timeline.length));
                prop_assert!(timeline.events.is_sorted_by_key(|event| event.start));
                let wanted = session.fit.as_ref().filter(|_| session.end.length.is_zero());
                prop_assert!(wanted.is_none_or(|fit| fit.value.frames() == timeline.length));
            }
            Err(errors) => {
                prop_assert!(errors.iter().any(|error| error.severity == Severity::Error));
                errors.iter().try_for_each(is_sound)?;
            }
        }
    }
}
