//! What no voice has, a speech program says once: kept, bounded, and never in the way of the session.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use support::{Place, decoded};

const SESSION: &str = "\
letgo: 1
title: Nobody has said this
language: de
steps:
  - say: Diese Worte hat noch niemand gesagt. [2s]
  - say: Und auch diese nicht. [2s]
";

/// A program that speaks by humming, and leaves a line in a file each time that it is asked.
fn program(place: &Place) -> String {
    hums(place, "sox -D -n -r 22050 -b 16 \"$1\" synth 1.5 sine 220 tremolo 4 40 gain -12")
}

fn hums(place: &Place, how: &str) -> String {
    let path = place.write("hums", format!("#!/bin/sh\necho \"$2\" >> {}\n{how}\n", place.path("asked").display()));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    format!("[{}, '{{wav}}', '{{language}}']", path.display())
}

fn letgo(place: &Place, speech: &str, args: &[&str]) -> Output {
    place.letgo().env("LETGO_SPEECH", speech).args(args).output().unwrap()
}

fn ok(place: &Place, speech: &str, args: &[&str]) -> String {
    let output = letgo(place, speech, args);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {said}");
    said + &String::from_utf8_lossy(&output.stdout)
}

fn asked(place: &Place) -> usize {
    std::fs::read_to_string(place.path("asked")).map_or(0, |lines| lines.lines().count())
}

fn kept(place: &Place) -> PathBuf {
    place.path("home/.cache/letgo/voice/de")
}

/// How many of the words a session shows for want of a voice.
fn silent(place: &Place) -> usize {
    let show: Value = serde_json::from_str(&place.ok(&["show", "mine.yaml", "--json"])).unwrap();
    show["events"].as_array().unwrap().iter().filter(|event| event["kind"] == "say-silent").count()
}

#[test]
fn it_is_spoken_once_and_kept() {
    let place = Place::new();
    place.write("mine.yaml", SESSION);
    let speech = program(&place);
    assert_eq!(silent(&place), 2);
    ok(&place, &speech, &["render", "mine.yaml", "-o", "spoken.wav"]);
    assert_eq!((asked(&place), silent(&place)), (2, 0));
    assert_eq!(std::fs::read_to_string(place.path("asked")).unwrap(), "de\nde\n");
    // The hum is heard where the words are.
    let sound = decoded(&place.path("spoken.wav"));
    let loudest = sound.iter().fold(0.0f32, |most, sample| most.max(sample.abs()));
    assert!(loudest > 0.05, "{loudest}");
    // Again: nothing is asked for, and the same is written.
    ok(&place, &speech, &["render", "mine.yaml", "-o", "again.wav"]);
    assert_eq!(asked(&place), 2);
    assert!(std::fs::read(place.path("spoken.wav")).unwrap() == std::fs::read(place.path("again.wav")).unwrap());
    let listed = ok(&place, &speech, &["voice", "list", "mine.yaml"]);
    assert!(listed.contains("2  de, spoken by"), "{listed}");
    let all: Value = serde_json::from_str(&place.ok(&["voice", "list", "--json"])).unwrap();
    let voices = all["voices"].as_array().unwrap();
    let found = voices.iter().find(|voice| voice["kind"] == "kept").unwrap();
    assert_eq!((found["language"].as_str(), found["clips"].as_u64()), (Some("de"), Some(2)));
}

#[test]
fn a_damaged_cache_is_made_again_and_cleaning_keeps_what_is_whole() {
    let place = Place::new();
    place.write("mine.yaml", SESSION);
    let speech = program(&place);
    ok(&place, &speech, &["render", "mine.yaml", "-o", "one.wav"]);
    let clip = std::fs::read_dir(kept(&place)).unwrap().map(|file| file.unwrap().path());
    let clip = clip.filter(|path| path.extension().is_some_and(|ending| ending == "ogg")).max().unwrap();
    std::fs::write(&clip, b"broken").unwrap();
    ok(&place, &speech, &["render", "mine.yaml", "-o", "two.wav"]);
    assert_eq!(asked(&place), 3);
    assert!(std::fs::read(place.path("one.wav")).unwrap() == std::fs::read(place.path("two.wav")).unwrap());
    // The index too; the clips lie there unknown, and are replaced.
    std::fs::write(kept(&place).join("pack.json"), "{").unwrap();
    ok(&place, &speech, &["render", "mine.yaml", "-o", "three.wav"]);
    assert_eq!((asked(&place), silent(&place)), (5, 0));

    std::fs::write(&clip, b"broken").unwrap();
    let said = ok(&place, &speech, &["voice", "clean"]);
    assert!(said.contains("1 file taken away"), "{said}");
    assert_eq!(silent(&place), 1);
    ok(&place, &speech, &["voice", "clean", "--all"]);
    assert_eq!(silent(&place), 2);
}

#[test]
fn a_program_that_can_not_is_told_once_and_the_session_goes_on() {
    let place = Place::new();
    place.write("mine.yaml", SESSION);
    for how in ["exit 3", "true", "echo rubbish > \"$1\"", "sox -D -n -r 22050 -b 16 \"$1\" trim 0 1"] {
        let speech = hums(&place, how);
        let said = ok(&place, &speech, &["render", "mine.yaml", "-o", "out.wav", "--force"]);
        assert!(said.contains("what has no voice is on the screen"), "{how}: {said}");
        assert_eq!(silent(&place), 2, "{how}: nothing broken is kept");
    }
    let missing = ok(&place, "nobody", &["render", "mine.yaml", "-o", "out.wav", "--force"]);
    assert!(missing.contains("no speech program called `nobody`"), "{missing}");
    std::fs::remove_file(place.path("asked")).unwrap();
    let speech = program(&place);
    ok(&place, &speech, &["render", "mine.yaml", "-o", "out.wav", "--force", "--no-speech"]);
    assert_eq!(asked(&place), 0);
}

#[test]
fn where_nothing_can_be_kept_it_is_spoken_all_the_same() {
    let place = Place::new();
    place.write("mine.yaml", SESSION);
    let speech = program(&place);
    // A file is in the way of the folder.
    place.write("home/.cache/letgo/voice", "");
    let said = ok(&place, &speech, &["render", "mine.yaml", "-o", "out.wav"]);
    assert!(said.contains("can't be kept"), "{said}");
    assert_eq!(asked(&place), 2);
    let sound = decoded(&place.path("out.wav"));
    assert!(sound.iter().any(|sample| sample.abs() > 0.05));
}

#[test]
fn words_can_be_tried() {
    let place = Place::new();
    let speech = program(&place);
    ok(&place, &speech, &["voice", "try", "Lass", "los;", "$(touch oops)", "[5s]", "--in", "de", "-o", "try.wav"]);
    assert!(!place.path("oops").exists());
    let sound = decoded(&place.path("try.wav"));
    assert!(sound.iter().any(|sample| sample.abs() > 0.05));
    assert!(sound.len() / 2 < 48_000 * 6, "the wait before the first words is left out");
    let said = place.fails(2, &["voice", "try", "x", "--in", "../de"]);
    assert!(said.contains("two or three letters"), "{said}");
    // A real program, which this test needs.
    assert!(Command::new("espeak-ng").arg("--version").output().is_ok_and(|output| output.status.success()));
    ok(&place, "none", &["voice", "try", "Lass los.", "--in", "de", "--program", "espeak-ng", "-o", "real.wav"]);
    assert!(decoded(&place.path("real.wav")).iter().any(|sample| sample.abs() > 0.05));
}

#[test]
fn counted_strokes_and_the_last_two_breaths_have_a_voice() {
    let place = Place::new();
    place.write(
        "mine.yaml",
        "letgo: 1\ntitle: Counted\nsteps:\n  - breathe: { in: 4s, out: 6s, rounds: 8, cue: both }\n\
         \x20 - massage: { region: sole, technique: slow-stroke, lead: count, pressure: 2, for: 1m }\n",
    );
    let show: Value = serde_json::from_str(&place.ok(&["show", "mine.yaml", "--json"])).unwrap();
    let said = show["events"].as_array().unwrap().iter().filter_map(|event| match &event["kind"] {
        kind if kind == "say" => event["text"].as_str(),
        _ => None,
    });
    let said: Vec<&str> = said.collect();
    assert!(said.iter().any(|words| words.to_lowercase().starts_with("one")), "{said:?}");
    assert!(said.iter().any(|words| words.to_lowercase().contains("two more")), "{said:?}");
}
