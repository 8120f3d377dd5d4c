//! `letgo new` writes sessions that are right, teach, and never take the place of a file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::Value;
use support::Place;

fn minutes(place: &Place, file: &str) -> f64 {
    let shown: Value = serde_json::from_str(&place.ok(&["show", "--json", file])).unwrap();
    let last = shown["events"].as_array().unwrap().last().unwrap();
    let end = last["start_frame"].as_u64().unwrap() + last["length_frames"].as_u64().unwrap();
    end as f64 / 48_000.0 / 60.0
}

#[test]
fn every_kind_is_right_in_every_language_and_about_as_long_as_asked_for() {
    let place = Place::new();
    for kind in ["breathing", "scan", "muscles", "massage", "evening"] {
        for (language, length) in [("en", 10.0), ("de", 10.0), ("fr", 6.0), ("es", 20.0)] {
            let file = format!("{kind}-{language}.yaml");
            let asked = format!("{length}m");
            place.ok(&["new", kind, "--length", &asked, "-o", &file, "--language", language]);
            let output = place.run(&["check", &file]);
            assert!(
                output.status.success() && output.stderr.is_empty(),
                "{file}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            let text = std::fs::read_to_string(place.path(&file)).unwrap();
            assert!(text.contains("  # ") && text.contains(&format!("language: {language}")), "{text}");
            let found = minutes(&place, &file);
            // A single region, or sixteen groups of muscles, have only so much to them.
            let least = if matches!(kind, "massage" | "muscles") { 0.35 } else { 0.75 };
            assert!(found > least * length && found < 1.35 * length, "{file}: {found:.1} of {length} minutes");
        }
    }
}

#[test]
fn massage_takes_a_region_and_a_side() {
    let place = Place::new();
    place.ok(&[
        "new",
        "massage",
        "--region",
        "forearm",
        "--side",
        "left",
        "--title",
        "For \"Ann\": slowly",
        "-o",
        "ann.yaml",
    ]);
    let shown = place.ok(&["show", "ann.yaml"]);
    assert!(shown.contains("For \"Ann\": slowly") && shown.contains("your left forearm"), "{shown}");
    assert!(!shown.contains("right forearm"), "{shown}");
    for (args, expected) in [
        (&["--region", "foram"][..], "did you mean forearm"),
        (&["--region", "throat"], "isn't massaged"),
        (&["--region", "belly", "--side", "left"], "no left and right"),
        (&["--length", "2s"], "too short"),
    ] {
        let args: Vec<&str> = ["new", "massage"].iter().chain(args).copied().collect();
        let said = place.fails(2, &args);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_bundled_session_is_copied_to_adapt() {
    let place = Place::new();
    place.ok(&["new", "--from", "neck-and-shoulders"]);
    let text = std::fs::read_to_string(place.path("neck-and-shoulders.yaml")).unwrap();
    assert!(text.starts_with("# Adapted from the bundled session neck-and-shoulders"), "{text}");
    place.ok(&["check", "neck-and-shoulders.yaml"]);
    assert!(place.fails(2, &["new", "--from", "neck-and-sholders"]).contains("neck-and-shoulders"));
}

#[test]
fn no_file_is_written_over_and_nothing_is_left_half() {
    let place = Place::new();
    place.write("mine.yaml", "precious");
    assert!(place.fails(2, &["new", "scan", "-o", "mine.yaml"]).contains("left as it is"));
    assert_eq!(std::fs::read_to_string(place.path("mine.yaml")).unwrap(), "precious");
    assert!(place.fails(1, &["new", "scan", "-o", "nowhere/at/all.yaml"]).contains("can't be written"));
    // Without a terminal nobody can be asked.
    assert!(place.fails(2, &["new"]).contains("breathing"));
}
