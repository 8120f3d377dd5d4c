//! The bundled sessions as a listener gets them: sound without mistakes, spoken in full, as loud as promised.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::path::Path;
use std::process::{Command, Stdio};

use support::card::{Card, trimmed};
use support::{Place, decoded, measured};

fn names(place: &Place) -> Vec<(String, f64)> {
    let json: serde_json::Value = serde_json::from_str(&place.ok(&["list", "--json"])).unwrap();
    let sessions = json["sessions"].as_array().unwrap().clone();
    let row = |session: &serde_json::Value| {
        (session["name"].as_str().unwrap().to_string(), session["length_seconds"].as_f64().unwrap())
    };
    sessions.iter().map(row).collect()
}

fn shown(place: &Place, name: &str) -> serde_json::Value {
    serde_json::from_str(&place.ok(&["show", name, "--json"])).unwrap()
}

#[test]
fn each_is_there_under_its_name_and_without_a_mistake_or_a_warning() {
    let place = Place::new();
    let files = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions")).unwrap();
    let files = files.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "yaml"));
    let names = names(&place);
    assert_eq!(names.len(), files.count());
    let said = place.ok(&["check"]);
    assert_eq!(said.lines().filter(|line| line.ends_with(": fine")).count(), names.len(), "{said}");
}

#[test]
fn every_english_prompt_has_a_voice() {
    let place = Place::new();
    for (name, _) in names(&place) {
        let show = shown(&place, &name);
        if show["language"] != "en" {
            continue;
        }
        for event in show["events"].as_array().unwrap() {
            assert_ne!(event["kind"], "say-silent", "{name}: {} (make voice speaks it)", event["text"]);
        }
    }
}

#[test]
fn everything_that_the_english_tables_can_say_has_a_voice() {
    let place = Place::new();
    // A program that can't speak: nothing may be left for it to say.
    let mut letgo = place.letgo();
    letgo.env("LETGO_SPEECH", "['false', '{wav}']").args(["voice", "build", "--phrases", "en", "--into", "clips"]);
    let output = letgo.output().unwrap();
    let (out, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "make voice speaks them: {out}{said}");
    let elsewhere = out.split(", ").find_map(|part| part.strip_suffix(" spoken by another voice"));
    assert!(elsewhere.unwrap().parse::<usize>().unwrap() > 700, "{out}");
    assert!(out.starts_with("0 clips made, 0 there already"), "{out}");
}

#[test]
fn what_is_bundled_stays_small() {
    fn size(path: &Path) -> u64 {
        let entries = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
        entries.map(|path| if path.is_dir() { size(&path) } else { path.metadata().unwrap().len() }).sum()
    }
    let audio = size(&Path::new(env!("CARGO_MANIFEST_DIR")).join("audio"));
    assert!(audio < 60_000_000, "audio has {audio} bytes");
}

#[test]
fn each_is_as_loud_as_promised_and_as_long_as_shown() {
    let place = Place::new();
    for (name, seconds) in names(&place) {
        let show = shown(&place, &name);
        let frames = show["length_frames"].as_u64().unwrap();
        assert_eq!(frames as f64 / 48_000.0, seconds, "{name}");
        if seconds > 3600.0 {
            // Hours of sound alone: no words, so no loudness of words.
            continue;
        }
        if show["events"].as_array().unwrap().iter().any(|event| event["kind"] == "say-silent") {
            // No voice has the words of this language: they are shown, and there is no voice to be measured.
            assert_ne!(show["language"], "en", "{name}");
            continue;
        }
        place.ok(&["render", &name, "-o", "x.wav", "--force"]);
        let (loudness, peak) = measured(&place.path("x.wav"));
        let (target, within) = if show["ends_in"] == "sleep" { (-27.0, 3.0) } else { (-24.0, 2.0) };
        println!("{name}: {loudness} LUFS, {peak} dBTP");
        assert!((loudness - target).abs() <= within, "{name}: {loudness} LUFS");
        assert!(peak <= -1.0, "{name}: {peak} dBTP");
        let sound = decoded(&place.path("x.wav"));
        assert_eq!(sound.len() as u64, 2 * frames, "{name}");
        // Dither is one step of 16 bits.
        let edges = sound[..2 * 4800].iter().chain(&sound[sound.len() - 2 * 4800..]);
        assert!(edges.map(|sample| sample.abs()).fold(0.0, f32::max) < 1e-4, "{name}: the first or last 100 ms");
    }
}

#[test]
fn one_is_heard_as_it_is_rendered() {
    let place = Place::new();
    let card = Card::new(&place, 3.0);
    let mut command = place.letgo();
    command.args(["play", "five-minutes", "--guide", "plain", "--from", "4:00"]);
    run(card.plug(command.stdin(Stdio::null()).stdout(Stdio::null())));
    place.ok(&["render", "five-minutes", "-o", "x.wav", "--samples", "float"]);
    let (heard, rendered) = (card.heard(), decoded(&place.path("x.wav")));
    let (heard, rendered) = (trimmed(&heard), trimmed(&rendered));
    // Both end with the session; the first half second rises.
    let start = rendered.len() - heard.len();
    assert!(heard.len() > 2 * 48_000 * 50);
    let differing = heard.iter().zip(&rendered[start..]).skip(48_000).position(|(heard, rendered)| heard != rendered);
    let differing = differing.map(|sample| (sample / 2, heard.len() / 2));
    assert_eq!(differing, None, "the first frame that differs, after half a second, and of how many");
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{said}");
}
