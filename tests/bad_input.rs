//! Whatever is put in, the program ends with a sentence for a person and the documented exit code, never with a panic.

mod support;

use std::io::Read;
use std::process::Stdio;

use support::{Place, tool};

/// Checks a script and gives what was said of it.
fn said_of(place: &Place, script: impl AsRef<[u8]>) -> String {
    place.write("bad.yaml", script);
    let said = place.fails(2, &["check", "bad.yaml"]);
    assert!(!said.contains("panicked"), "{said}");
    assert!(said.contains("bad.yaml:"), "{said}");
    said
}

#[test]
fn what_is_not_a_script_is_said_plainly() {
    let place = Place::new();
    assert!(said_of(&place, "a: [1, 2\nb: }").contains("can't be read as YAML"));
    assert!(said_of(&place, "").contains("empty"));
    assert!(said_of(&place, "just a sentence").contains("error"));
    assert!(said_of(&place, "- a\n- list\n").contains("error"));
    assert!(said_of(&place, [0xff, 0xfe, 0x00, 0x80]).contains("isn't text"));
    assert!(said_of(&place, "letgo: 1\ntitle: x\ntitle: y\nsteps: [ { say: Hi. } ]\n").contains("error"));
    assert!(said_of(&place, "letgo: 7\ntitle: x\nsteps: [ { say: Hi. } ]\n").contains("version 7"));
    assert!(said_of(&place, "letgo: 1\ntitle: x\nsteps: []\n").contains("steps"));
}

#[test]
fn bombs_are_refused_quickly() {
    let place = Place::new();
    let mut aliases = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let row = format!("*a{}, ", level - 1).repeat(10);
        aliases.push_str(&format!("a{level}: &a{level} [{}]\n", row.trim_end_matches(", ")));
    }
    said_of(&place, aliases);
    said_of(&place, "[".repeat(5000));
    said_of(&place, format!("letgo: 1\ntitle: x\nsteps:\n{}", "  - say: Hello there.\n".repeat(500_000)));
    let mut nested = String::from("{ say: Hi. }");
    for _ in 0..14 {
        nested = format!("{{ repeat: {{ times: 9999, steps: [ {nested} ] }} }}");
    }
    said_of(&place, format!("letgo: 1\ntitle: x\nsteps: [ {nested} ]\n"));
}

#[test]
fn includes_that_go_round_or_nowhere() {
    let place = Place::new();
    place.write("a.yaml", "letgo: 1\nsteps: [ { include: b.yaml } ]\n");
    place.write("b.yaml", "letgo: 1\nsteps: [ { include: a.yaml } ]\n");
    let script = "letgo: 1\ntitle: x\nsteps: [ { include: a.yaml } ]\n";
    place.write("bad.yaml", script);
    assert!(place.fails(2, &["check", "bad.yaml"]).contains("b.yaml:2:"), "the place is in the part");
    assert!(said_of(&place, script.replace("a.yaml", "gone.yaml")).contains("gone.yaml"));
    assert!(said_of(&place, script.replace("a.yaml", "../../etc/passwd")).contains("leads out"));
    place.write("part.yaml", "letgo: 1\nsteps: [ { puase: 3s } ]\n");
    place.write("bad.yaml", script.replace("a.yaml", "part.yaml"));
    assert!(place.fails(2, &["check", "bad.yaml"]).contains("part.yaml:2:12: error"));
}

#[test]
fn tracks_that_cannot_be_played_are_all_named_before_anything_sounds() {
    let place = Place::new();
    let made = |name: &str, args: &[&str]| {
        let path = place.path(name);
        let mut all = vec!["-v", "error", "-f", "lavfi", "-i", "sine=f=300:d=2:r=44100"];
        all.extend(args);
        all.push(path.to_str().unwrap());
        tool("ffmpeg", &all);
    };
    made("good.ogg", &["-ac", "2", "-c:a", "libvorbis"]);
    made("good.mp3", &[]);
    let good = std::fs::read(place.path("good.ogg")).unwrap();
    place.write("empty.ogg", "");
    place.write("cut.ogg", &good[..100]);
    place.write("text.mp3", "this is a letter to my therapist\n".repeat(40));
    place.write("noise.flac", (0..5000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<_>>());
    made("picture.m4a", &["-f", "lavfi", "-i", "color=c=red:s=16x16:d=1", "-map", "1:v", "-c:v", "mpeg4", "-f", "mp4"]);
    let names = ["empty.ogg", "cut.ogg", "text.mp3", "noise.flac", "picture.m4a"];
    let beds: Vec<String> =
        names.iter().map(|name| format!("  - {{ track: {name}, name: {} }}", name.replace('.', "-"))).collect();
    let script = format!(
        "letgo: 1\ntitle: x\nsound:\n{}\n  - {{ track: good.ogg }}\nsteps: [ {{ pause: 5s }} ]\n",
        beds.join("\n")
    );
    let said = said_of(&place, &script);
    for (index, name) in names.iter().enumerate() {
        assert!(said.contains(&format!("bad.yaml:{}:", index + 4)), "{name} isn't named: {said}");
    }
    assert_eq!(place.fails(2, &["render", "bad.yaml", "-o", "x.wav"]).matches(": error").count(), names.len());
    assert!(!place.path("x.wav").exists());
    place.write(
        "fine.yaml",
        "letgo: 1\ntitle: x\nsound: [ { track: good.ogg }, { track: good.mp3, name: b } ]\nsteps: [ { pause: 5s } ]\n",
    );
    place.ok(&["check", "fine.yaml"]);
}

#[test]
fn tracks_stay_in_the_session_folder_unless_the_settings_allow_more() {
    let place = Place::new();
    let music = place.path("music");
    std::fs::create_dir(&music).unwrap();
    tool("ffmpeg", &["-v", "error", "-f", "lavfi", "-i", "sine=f=300:d=2", music.join("a.wav").to_str().unwrap()]);
    let script = "letgo: 1\ntitle: x\nsound: [ { track: ../music/a.wav } ]\nsteps: [ { pause: 5s } ]\n";
    place.write("sessions/s.yaml", script);
    let absolute = script.replace("../music", music.to_str().unwrap());
    place.write("sessions/absolute.yaml", &absolute);
    for name in ["sessions/s.yaml", "sessions/absolute.yaml"] {
        assert!(place.fails(2, &["check", name]).contains("leads out of the session's folder"));
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(music.join("a.wav"), place.path("sessions/link.wav")).unwrap();
        place.write("sessions/link.yaml", script.replace("../music/a.wav", "link.wav"));
        assert!(place.fails(2, &["check", "sessions/link.yaml"]).contains("leads out of the session's folder"));
    }
    place.write("home/.config/letgo/settings.yaml", format!("allow: [{}]\n", music.display()));
    place.ok(&["check", "sessions/s.yaml"]);
    place.ok(&["check", "sessions/absolute.yaml"]);
}

#[test]
fn terminal_escapes_in_a_script_are_shown_harmless() {
    let place = Place::new();
    let script = "letgo: 1\ntitle: \"a\\e[31mred\\e]0;owned\\a\"\nsteps: [ { say: \"Hi \\u202e there \\e[2J now.\" }, { chapter: \"\\e[1mx\" } ]\n";
    place.write("esc.yaml", script);
    let output = place.run(&["show", "esc.yaml"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Hi"), "{text}");
    assert!(!text.contains('\u{1b}') && !text.contains('\u{7}') && !text.contains('\u{202e}'), "{text:?}");
    place.write("esc.yaml", format!("{script}wrong: \"\u{9b}31m\"\n"));
    let said = place.fails(2, &["check", "esc.yaml"]);
    assert!(!said.contains('\u{9b}'), "{said:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    for args in [&["list"][..], &["schema"][..], &["list", "--json"][..]] {
        let mut child = place.letgo().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        let status = child.wait().unwrap();
        assert!(!said.contains("panicked"), "{said}");
        assert_eq!(status.code(), Some(0), "{args:?}: {said}");
    }
}

#[test]
fn names_nearly_right_are_guessed_at() {
    let place = Place::new();
    assert!(place.fails(2, &["show", "let-go-of-the-dya"]).contains("did you mean `let-go-of-the-day`?"));
    assert!(place.fails(2, &["rendr", "x"]).contains("render"));
    assert!(place.fails(2, &["show", "let-go-of-the-day", "--fit", "20"]).contains("no unit"));
    assert!(place.fails(2, &["show", "let-go-of-the-day", "--fit", "3m"]).contains("can't be fitted to 3m"));
    assert!(place.fails(2, &["show", "first-evening", "--set", "sied=left"]).contains("no parameter `sied`"));
}

#[test]
fn broken_settings_are_said_and_not_guessed_at() {
    let place = Place::new();
    place.write("home/.config/letgo/settings.yaml", "alow: [/music]\n");
    let said = place.fails(1, &["list"]);
    assert!(said.contains("settings.yaml") && said.contains("allow"), "{said}");
}
