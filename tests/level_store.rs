//! What was measured of a track is kept, made again when it is damaged, and not needed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::path::PathBuf;

use support::{Place, tool};

const SESSION: &str = "letgo: 1\ntitle: x\nsound: [ { track: hum.wav, level: -20 dB } ]\nsteps: [ { pause: 12s } ]\n";

fn place() -> Place {
    let place = Place::new();
    place.write("session.yaml", SESSION);
    hum(&place, 330);
    place
}

fn hum(place: &Place, frequency: u32) {
    let source = format!("sine=f={frequency}:d=3:r=48000,volume=0.5");
    tool("ffmpeg", &["-v", "error", "-y", "-f", "lavfi", "-i", &source, place.path("hum.wav").to_str().unwrap()]);
}

/// The files of the store.
fn kept(place: &Place) -> Vec<PathBuf> {
    let folders = ["home/.cache/letgo/levels", "home/Library/Caches/org.letgo.letgo/levels"];
    let files = folders.iter().filter_map(|folder| std::fs::read_dir(place.path(folder)).ok()).flatten();
    files.map(|file| file.unwrap().path()).collect()
}

#[test]
fn a_track_is_measured_once() {
    let place = place();
    let shown = place.ok(&["show", "session.yaml", "--json"]);
    let files = kept(&place);
    assert_eq!(files.len(), 1);
    let line = std::fs::read_to_string(&files[0]).unwrap();
    // What is kept is what is used: another level, rightly written, would be believed; so it isn't written again.
    let written = files[0].metadata().unwrap().modified().unwrap();
    assert_eq!(place.ok(&["show", "session.yaml", "--json"]), shown);
    assert_eq!(files[0].metadata().unwrap().modified().unwrap(), written);
    // An edited track is another one.
    hum(&place, 440);
    place.ok(&["show", "session.yaml"]);
    assert_eq!(kept(&place).len(), 2);
    assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), line);
}

#[test]
fn what_is_damaged_is_made_again() {
    let place = place();
    place.ok(&["show", "session.yaml"]);
    let file = kept(&place).remove(0);
    let whole = std::fs::read(&file).unwrap();
    let damages: [&[u8]; 4] = [b"", &whole[..whole.len() / 2], &[0xff; 300], b"letgo-levels-1 x 99 0 0 x\n"];
    for damage in damages {
        std::fs::write(&file, damage).unwrap();
        place.ok(&["show", "session.yaml"]);
        assert_eq!(std::fs::read(&file).unwrap(), whole);
    }
}

#[test]
fn a_home_that_cannot_be_written_to_does_no_harm() {
    let place = place();
    // Where its folder would be is a file, which holds for every user; an unwritable folder wouldn't for root.
    place.write("home/.cache", "in the way");
    place.write("home/Library", "in the way");
    let output = place.run(&["check", "session.yaml"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}
