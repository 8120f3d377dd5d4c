//! The script language as its authors meet it: every file in `tests/scripts/invalid` and `tests/scripts/warned` gives
//! exactly the diagnostics that its own comments (`#! code code`) expect at their lines, and every file in
//! `tests/scripts/valid` gives none. Tracks that they name are made here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::{Place, tool};

/// Codes at lines of files.
type Places = BTreeMap<(PathBuf, usize), Vec<String>>;

/// The scripts of this folder in a place of their own, with the tracks that they name.
struct Scripts {
    place: Place,
}

impl Scripts {
    fn new() -> Scripts {
        let place = Place::new();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts"), &place.path("scripts"));
        let made = |name: &str, sound: &str, args: &[&str]| {
            let path = place.path("scripts").join(name);
            let mut all = vec!["-v", "error", "-f", "lavfi", "-i", sound];
            all.extend(args);
            all.push(path.to_str().unwrap());
            tool("ffmpeg", &all);
        };
        let sea = "anoisesrc=c=brown:r=48000:d=6:a=0.3:s=7";
        made("ocean.ogg", sea, &["-ac", "2", "-c:a", "libvorbis"]);
        made("song.flac", "sine=f=220:r=8000:d=225", &[]);
        for folder in ["valid", "warned", "invalid"] {
            for track in ["ocean.ogg", "song.flac"] {
                std::fs::copy(place.path("scripts").join(track), place.path("scripts").join(folder).join(track))
                    .unwrap();
            }
        }
        copy(&place.path("scripts/parts"), &place.path("scripts/valid/parts"));
        Scripts { place }
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let names = self.place.names(&format!("scripts/{folder}")).into_iter();
        let files: Vec<String> =
            names.filter(|name| name.ends_with(".yaml")).map(|name| format!("scripts/{folder}/{name}")).collect();
        assert!(!files.is_empty());
        files
    }

    fn check(&self, file: &str) -> (i32, Value) {
        let output = self.place.run(&["check", "--json", file]);
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap())
    }

    /// The codes that the comments of a file expect at their lines.
    fn expected(&self, file: &str) -> Places {
        let mut places = Places::new();
        let text = std::fs::read_to_string(self.place.path(file)).unwrap();
        for (index, line) in text.lines().enumerate() {
            if let Some((_, codes)) = line.split_once("#! ") {
                let mut codes: Vec<String> = codes.split_whitespace().map(str::to_string).collect();
                codes.sort();
                places.insert((PathBuf::from(file), index + 1), codes);
            }
            // What is wrong in a part belongs to whoever includes it, if the part says what is wrong with it.
            if let Some((_, part)) = line.split_once("include: parts/") {
                let part = part.split_whitespace().next().unwrap();
                let path = format!("{}/parts/{part}", file.rsplit_once('/').unwrap().0);
                if self.place.path(&path).exists() {
                    places.extend(self.expected(&path));
                }
            }
        }
        places
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let into = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &into) } else { std::fs::copy(&path, &into).map(drop).unwrap() }
    }
}

fn found(json: &Value) -> Places {
    let mut places = Places::new();
    for diagnostic in json["files"][0]["diagnostics"].as_array().unwrap() {
        let path = PathBuf::from(diagnostic["file"].as_str().unwrap());
        let line = diagnostic["line"].as_u64().unwrap() as usize;
        places.entry((path, line)).or_default().push(diagnostic["code"].as_str().unwrap().to_string());
    }
    places.values_mut().for_each(|codes| codes.sort());
    places
}

#[test]
fn invalid_scripts_give_exactly_the_errors_their_comments_expect() {
    let scripts = Scripts::new();
    let mut wrong = Vec::new();
    for file in scripts.files("invalid") {
        let (code, json) = scripts.check(&file);
        assert_eq!(code, 2, "{file}");
        let (found, expected) = (found(&json), scripts.expected(&file));
        let places: BTreeSet<_> = found.keys().chain(expected.keys()).collect();
        for place in places.into_iter().filter(|place| found.get(place) != expected.get(place)) {
            wrong.push(format!("{place:?}: expected {:?}, found {:?}", expected.get(place), found.get(place)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn warned_scripts_give_exactly_the_warnings_their_comments_expect_and_are_played() {
    let scripts = Scripts::new();
    for file in scripts.files("warned") {
        let (code, json) = scripts.check(&file);
        assert_eq!(found(&json), scripts.expected(&file), "{file}\n{json:#}");
        assert_eq!(code, 0, "{file}");
        scripts.place.ok(&["show", &file]);
    }
}

#[test]
fn valid_scripts_give_none() {
    let scripts = Scripts::new();
    for file in scripts.files("valid") {
        let (code, json) = scripts.check(&file);
        assert_eq!(json["files"][0]["diagnostics"], serde_json::json!([]), "{file}");
        assert_eq!(code, 0, "{file}");
    }
}

/// The sketch from which the language grew is accepted word for word. The practice's tables have one thing to say of
/// it: the breath is slowed more quickly than they like.
#[test]
fn the_sketch_of_the_design_is_accepted_word_for_word() {
    let scripts = Scripts::new();
    let (code, json) = scripts.check("scripts/design.yaml");
    let (path, line) = (PathBuf::from("scripts/design.yaml"), 18);
    assert_eq!(found(&json), Places::from([((path, line), vec!["too-steep".to_string()])]), "{json:#}");
    assert_eq!(json["files"][0]["diagnostics"][0]["severity"], "warning");
    assert_eq!(code, 0);
    let shown = scripts.place.ok(&["show", "--json", "scripts/design.yaml"]);
    let shown: Value = serde_json::from_str(&shown).unwrap();
    // Twenty minutes as asked for, and the end.
    assert_eq!(shown["length_frames"], (20 + 45) * 60 * 48_000);
    let left = scripts.place.ok(&["show", "--set", "side=left", "--fit", "18:20", "scripts/design.yaml"]);
    assert!(left.contains("Only the left side tonight."), "{left}");
}

#[test]
fn a_text_diagnostic_has_its_place_a_picture_and_the_nearest_word() {
    let scripts = Scripts::new();
    let text = scripts.place.fails(2, &["check", "scripts/invalid/keys.yaml"]);
    assert!(text.contains("keys.yaml:2:1: error: there is no key `titel` here"), "{text}");
    assert!(text.contains("did you mean `title`?"), "{text}");
    assert!(text.contains("titel: Keys"), "the line itself is shown: {text}");
    assert!(text.contains("─────"), "and the place in it: {text}");
}

#[test]
fn errors_of_every_stage_come_in_one_run() {
    let scripts = Scripts::new();
    std::fs::write(scripts.place.path("scripts/valid/text.ogg"), "no sound").unwrap();
    let script = "\
letgo: 1
titel: All at once
title: All at once
sound: [ { track: text.ogg } ]
steps:
  - breathe: sighng
  - track: { file: song, cues: [ { at: 3m 44s, say: These words go on when the song is over. } ] }
";
    std::fs::write(scripts.place.path("scripts/valid/all.yaml"), script).unwrap();
    let (_, json) = scripts.check("scripts/valid/all.yaml");
    let codes: Vec<String> = found(&json).into_values().flatten().collect();
    assert_eq!(codes, ["unknown-key", "track", "unknown-word", "words-too-long"], "{json:#}");
}
