//! What `letgo render` writes: whole or not at all, a part exactly a part, and as long as `show` says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::process::{Command, Stdio};
use std::time::Duration;

use support::{BUSY, Place, decoded, tool};

fn place() -> Place {
    let place = Place::new();
    place.write("busy.yaml", BUSY);
    place
}

fn length_frames(place: &Place, session: &str) -> u64 {
    let json: serde_json::Value = serde_json::from_str(&place.ok(&["show", session, "--json"])).unwrap();
    json["length_frames"].as_u64().unwrap()
}

#[test]
fn every_format_is_as_long_as_show_says_and_sounds_the_same() {
    let place = place();
    let length = length_frames(&place, "busy.yaml") as usize;
    place.ok(&["render", "busy.yaml", "-o", "float.wav", "--samples", "float"]);
    let float = decoded(&place.path("float.wav"));
    assert_eq!(float.len(), 2 * length);
    assert!(float.iter().any(|sample| sample.abs() > 0.01), "it is silent");
    for (name, samples, step) in
        [("a.wav", "16", 1.0 / 32768.0), ("b.wav", "24", 1e-6), ("c.flac", "16", 1.0 / 32768.0), ("d.flac", "24", 1e-6)]
    {
        place.ok(&["render", "busy.yaml", "-o", name, "--samples", samples]);
        let sound = decoded(&place.path(name));
        assert_eq!(sound.len(), 2 * length, "{name}");
        // Dither is at most one step, rounding half of one.
        let furthest = sound.iter().zip(&float).map(|(a, b)| (a - b).abs()).fold(0.0f32, f32::max);
        assert!(furthest <= 1.6 * step, "{name}: {furthest}");
    }
    place.ok(&["render", "busy.yaml", "-o", "e.ogg"]);
    assert_eq!(decoded(&place.path("e.ogg")).len(), 2 * length);
}

#[test]
fn a_part_is_exactly_the_samples_of_the_whole() {
    let place = place();
    for ending in ["wav", "flac"] {
        let whole = format!("whole.{ending}");
        place.ok(&["render", "busy.yaml", "-o", &whole]);
        let whole = decoded(&place.path(&whole));
        for (index, (from, to)) in [("0:04.37", "0:09"), ("11.113s", "0:20.5"), ("0s", "5s")].iter().enumerate() {
            let part = format!("part{index}.{ending}");
            place.ok(&["render", "busy.yaml", "-o", &part, "--from", from, "--to", to]);
            let part = decoded(&place.path(&part));
            let frame = |text: &str| 2 * text.parse::<letgo::quantity::Time>().unwrap().frames().0 as usize;
            assert!(part == whole[frame(from)..frame(to)], "{ending}, from {from} to {to}");
        }
    }
}

#[test]
fn files_carry_title_and_chapters() {
    let place = place();
    place.ok(&["render", "busy.yaml", "-o", "x.flac"]);
    place.ok(&["render", "busy.yaml", "-o", "x.wav"]);
    let probe = |name: &str| {
        let path = place.path(name);
        let args = ["-v", "error", "-show_chapters", "-show_entries", "format_tags", path.to_str().unwrap()];
        String::from_utf8(tool("ffprobe", &args).0).unwrap()
    };
    assert!(probe("x.flac").contains("title=Busy") || probe("x.flac").contains("TITLE=Busy"), "{}", probe("x.flac"));
    assert!(probe("x.flac").contains("Two"), "{}", probe("x.flac"));
    assert!(probe("x.wav").contains("Busy"), "{}", probe("x.wav"));
}

#[test]
fn a_file_that_is_there_is_kept_unless_forced() {
    let place = place();
    place.write("x.wav", "precious");
    let said = place.fails(2, &["render", "busy.yaml", "-o", "x.wav"]);
    assert!(said.contains("--force"), "{said}");
    assert_eq!(std::fs::read(place.path("x.wav")).unwrap(), b"precious");
    place.ok(&["render", "busy.yaml", "-o", "x.wav", "--force"]);
    assert!(decoded(&place.path("x.wav")).len() > 48_000);
}

#[test]
fn what_cannot_be_written_is_said_and_leaves_nothing() {
    let place = place();
    std::fs::create_dir(place.path("folder.wav")).unwrap();
    place.fails(1, &["render", "busy.yaml", "-o", "folder.wav"]);
    place.fails(1, &["render", "busy.yaml", "-o", "nowhere/x.wav"]);
    place.fails(2, &["render", "busy.yaml", "-o", "x.mid"]);
    place.fails(2, &["render", "busy.yaml", "-o", "x.flac", "--samples", "float"]);
    place.fails(2, &["render", "busy.yaml", "-o", "x.wav", "--from", "2h"]);
    place.fails(2, &["render", "busy.yaml", "-o", "x.wav", "--from", "5s", "--to", "4s"]);
    place.fails(2, &["render", "nothing-like-it", "-o", "x.wav"]);
    assert_eq!(place.names("."), ["busy.yaml", "folder.wav", "home"]);
}

/// A night of noise, which takes a while to write.
fn long(place: &Place) {
    place.write("long.yaml", "letgo: 1\ntitle: Long\nsound: [ { synth: brown } ]\nsteps: [ { pause: 8h } ]\n");
}

#[test]
#[cfg(unix)]
fn ctrl_c_leaves_nothing_half_written() {
    let place = Place::new();
    long(&place);
    let mut command = place.letgo();
    command.args(["render", "long.yaml", "-o", "x.wav"]).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let begun = |names: Vec<String>| names.iter().any(|name| name.ends_with(".part"));
    for _ in 0..1000 {
        if begun(place.names(".")) {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(begun(place.names(".")), "it never began");
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(1));
    assert_eq!(place.names("."), ["home", "long.yaml"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_nothing() {
    let place = Place::new();
    long(&place);
    std::fs::create_dir(place.path("small")).unwrap();
    let script = "mount -t tmpfs -o size=2m none small && { \"$0\" render long.yaml -o small/x.wav; code=$?; ls -A small; exit $code; }";
    let mut command = Command::new("unshare");
    place.at_home(&mut command);
    if !is_root() {
        command.args(["--user", "--map-root-user"]);
    }
    let output = command.args(["--mount", "sh", "-c", script, env!("CARGO_BIN_EXE_letgo")]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("full"), "{said}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "something was left: {said}");
}

#[cfg(target_os = "linux")]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

#[test]
fn paths_are_shown_without_what_a_terminal_would_obey() {
    let place = place();
    let said = place.fails(1, &["render", "busy.yaml", "-o", "no\u{1b}[31m/x.wav"]);
    assert!(!said.contains('\u{1b}'), "{said:?}");
}
