//! Whatever is put in, the program ends with a sentence for a person and the documented exit code, never with a panic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

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

/// A script of one step.
fn step(step: &str) -> String {
    format!("letgo: 1\ntitle: x\nsteps:\n  - {step}\n")
}

#[test]
fn what_is_not_a_script_is_said_plainly() {
    let place = Place::new();
    for (script, expected) in [
        ("", "1:1: error: this file is empty"),
        ("# only a remark\n", "1:1: error: this file is empty"),
        ("just a sentence", "1:1: error: this is text, and no script"),
        ("- a\n- list\n", "1:1: error: this is a list, and no script"),
        ("letgo: 1\ntitle: x\ntitle: y\nsteps: [ { say: Hi. } ]\n", "3:1: error: the key `title` stands here twice"),
        ("letgo: 7\ntitle: x\nsteps: [ { say: Hi. } ]\n", "1:8: error: this file is written in version 7"),
        ("letgo: 1\ntitle: x\nsteps: []\n", "3:8: error: there is nothing in this list"),
        ("letgo: 1\ntitle: x\nsteps:\n", "3:6: error: there is no value here"),
        ("letgo: 1\ntitle: x\n", "1:1: error: the key `steps` is missing here"),
        ("letgo: 1\ntitle: x\n---\nletgo: 1\n", "3:1: error: one file holds one script"),
        ("PK\u{3}\u{4}zip", "error: this can't be read as YAML"),
    ] {
        let said = said_of(&place, script);
        assert!(said.contains(&format!("bad.yaml:{expected}")) || said.contains(expected), "{script:?}: {said}");
    }
    assert!(said_of(&place, [0xff, 0xfe, 0x00, 0x80]).contains("isn't text"));
}

/// YAML itself stops at its first mistake, but says where that is and what to do.
#[test]
fn mistakes_of_yaml_are_pointed_at() {
    let place = Place::new();
    for (script, at, help) in [
        ("a: [1, 2\nb: }".to_string(), "2:2", "quotes"),
        (step("say: Note: this is wrong"), "4:14", "put the sentence into \"quotes\""),
        (step("say: \"never closed\n  - pause: 3s"), "4:10", "the same mark"),
        (step("wait: { say: Hi. [6s] }"), "4:22", "inside `{ … }` a sentence with"),
        (step("say: [6s] Hi."), "4:15", "belongs into \"quotes\""),
        (step("say: @home"), "4:10", "belongs into \"quotes\""),
        (step("say: *b"), "4:10", "begins with `*`"),
        (step("say: Hi.\n   - say: Ho."), "5:4", "look at the spaces"),
        (step("say: Hi.").replace("  - ", "\t- "), "4:2", "indent with spaces"),
        (step("say: !include /etc/passwd"), "4:19", "take the word with its `!` out"),
        (step("? [a]\n    : b"), "4:7", "a key is one word"),
    ] {
        let said = said_of(&place, &script);
        assert!(said.contains(&format!("bad.yaml:{at}: error: ")), "{script}: {said}");
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(help), "{script}: {said}");
        assert_eq!(said.matches(": error: ").count(), 1, "{said}");
    }
}

/// An editor's marks and line ends are no mistakes, and don't move the places of others.
#[test]
fn line_ends_and_byte_order_marks_are_no_mistakes() {
    let place = Place::new();
    let script = step("say: Hi.\n  - puase: 3s");
    for script in [script.replace('\n', "\r\n"), format!("\u{feff}{script}")] {
        assert!(said_of(&place, script).contains("bad.yaml:5:5: error: `puase` isn't known"));
    }
    place.write("fine.yaml", step("say: Hi.").replace('\n', "\r\n"));
    place.ok(&["check", "fine.yaml"]);
}

#[test]
fn bombs_are_refused_quickly() {
    let place = Place::new();
    let mut aliases = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for level in 1..12 {
        let row = format!("*a{}, ", level - 1).repeat(10);
        aliases.push_str(&format!("a{level}: &a{level} [{}]\n", row.trim_end_matches(", ")));
    }
    assert!(said_of(&place, aliases).contains("grows beyond all bounds"));
    let itself = step("repeat: { times: 2, steps: *s }").replace("steps:\n", "steps: &s\n");
    assert!(said_of(&place, itself).contains("grows beyond all bounds"));
    assert!(said_of(&place, "[".repeat(5000)).contains("more than 64 deep"));
    let long = format!("letgo: 1\ntitle: x\nsteps:\n{}", "  - say: Hello there.\n".repeat(500_000));
    assert!(said_of(&place, long).contains("too large to be a script: 10742 kB"));
    let mut nested = String::from("{ say: Hi. }");
    for _ in 0..14 {
        nested = format!("{{ repeat: {{ times: 9999, steps: [ {nested} ] }} }}");
    }
    said_of(&place, format!("letgo: 1\ntitle: x\nsteps: [ {nested} ]\n"));
}

/// What costs nothing to write must not cost hours to read. (That this ends at all is the test.)
#[test]
fn what_grows_beyond_all_bounds_is_refused() {
    let place = Place::new();
    place.write("part.yaml", "letgo: 1\nsteps: [ { pause: 1s } ]\n");
    let regions = "jaw, ".repeat(20_000);
    let again = |step: &str| {
        let inner =
            format!("repeat: {{ times: 10000, steps: [ {{ repeat: {{ times: 10000, steps: [ {step} ] }} }} ] }}");
        format!("letgo: 1\ntitle: x\nparams: {{ a: {{ default: b }} }}\nsteps:\n  - {inner}\n")
    };
    for inner in [
        "{ pause: 1s }".to_string(),
        "{ when: { param: a, is: c, steps: [ { pause: 1s } ] } }".to_string(),
        format!("{{ when: {{ param: a, is: c, steps: [ {{ scan: {{ regions: [{regions}] }} }} ] }} }}"),
        "{ breathe: { for: 2h } }".to_string(),
        "{ breathe: { rounds: 10000 } }".to_string(),
        "{ bell: { strikes: 10000 } }".to_string(),
        "{ include: part.yaml }".to_string(),
        "{ sound: { bed: none, level: 0 % } }".to_string(),
    ] {
        said_of(&place, again(&inner));
    }
    let said = said_of(&place, step("repeat: { times: 100, steps: [ { pause: 23h } ] }"));
    assert!(said.contains("a day (24:00:00) is the most"), "{said}");
    // Nor are there more errors than a person can read.
    let said = said_of(&place, step(&"pause: $a\n  - ".repeat(2000)));
    assert!(said.matches(": error: ").count() <= 101 && said.contains("there may be more"), "{said}");
    let said = said_of(&place, step(&"puase: 3s\n  - ".repeat(2000)));
    assert!(said.matches(": error: ").count() <= 101, "{said}");
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
    // A ladder of parts, each including the next one twice, is 2^15 steps and no more; deeper ones are refused.
    for level in 0..20 {
        let next = level + 1;
        place.write(
            &format!("ladder{level}.yaml"),
            format!("letgo: 1\nsteps: [ {{ include: ladder{next}.yaml }}, {{ include: ladder{next}.yaml }} ]\n"),
        );
    }
    place.write("bad.yaml", script.replace("a.yaml", "ladder0.yaml"));
    assert!(place.fails(2, &["check", "bad.yaml"]).contains("more than 16 deep"));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/etc/passwd", place.path("link.yaml")).unwrap();
        assert!(said_of(&place, script.replace("a.yaml", "link.yaml")).contains("leads out"));
        std::os::unix::fs::symlink("/etc", place.path("etc")).unwrap();
        assert!(said_of(&place, script.replace("a.yaml", "etc/passwd")).contains("leads out"));
    }
    assert!(said_of(&place, script.replace("a.yaml", "home")).contains("no file"), "a folder is no part");
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
    made("slow.wav", &["-ar", "4000"]);
    made("fast.flac", &["-ar", "384000"]);
    let names = ["empty.ogg", "cut.ogg", "text.mp3", "noise.flac", "picture.m4a", "slow.wav", "fast.flac", "gone.wav"];
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
    assert_eq!(place.fails(2, &["play", "--silent", "bad.yaml"]).matches(": error").count(), names.len());
    // What is unusual and sound is played.
    made("low.wav", &["-ar", "8000", "-ac", "1"]);
    made("high.flac", &["-ar", "192000", "-ac", "2"]);
    made("around.flac", &["-af", "pan=5.1|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0"]);
    let fine = ["good.ogg", "good.mp3", "low.wav", "high.flac", "around.flac"];
    let beds: Vec<String> =
        fine.iter().enumerate().map(|(n, name)| format!("  - {{ track: {name}, name: b{n} }}\n")).collect();
    place.write("fine.yaml", format!("letgo: 1\ntitle: x\nsound:\n{}steps: [ {{ pause: 5s }} ]\n", beds.concat()));
    place.ok(&["check", "fine.yaml"]);
    place.ok(&["render", "fine.yaml", "-o", "fine.wav"]);
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
    let script = "letgo: 1\ntitle: \"a\\e[31mred\\e]0;owned\\a\"\nsteps: [ { say: \"Hi \\u202e there \\e]0;x\\a now.\" }, { chapter: \"\\e[1mx\" } ]\n";
    place.write("esc.yaml", script);
    let output = place.run(&["show", "esc.yaml"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("Hi"), "{text}");
    assert!(!text.contains('\u{1b}') && !text.contains('\u{7}') && !text.contains('\u{202e}'), "{text:?}");
    place.write("esc.yaml", format!("{script}wrong: \"\u{9b}31m\"\n"));
    let said = place.fails(2, &["check", "esc.yaml"]);
    assert!(!said.contains('\u{9b}'), "{said:?}");
    // In messages that quote the script, in the names of files, and in JSON.
    let obeyed = |text: &str| text.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}');
    place.write(
        "e\u{1b}[2J.yaml",
        step("pause: \"\\e[2J\\u009b3m\\u202e\"\n  - say: \"{\\e[2J}\"\n  - \"\\e]0;x\\a\": 3"),
    );
    let said = place.fails(2, &["check", "e\u{1b}[2J.yaml"]);
    assert!(!obeyed(&said), "{said:?}");
    assert_eq!(said.matches(": error: ").count(), 3, "{said}");
    let output = place.run(&["check", "--json", "e\u{1b}[2J.yaml"]);
    assert!(!obeyed(&String::from_utf8(output.stdout).unwrap()));
    assert!(!obeyed(&place.fails(2, &["show", "\u{1b}[2J"])));
    assert!(!obeyed(&place.fails(2, &["show", "esc.yaml", "--set", "\u{1b}[2J=x"])));
}

#[test]
fn what_is_no_file_is_no_session() {
    let place = Place::new();
    assert!(place.fails(2, &["show", "home"]).contains("is a folder"));
    assert!(place.fails(2, &["show", "nothing.yaml"]).contains("there is no session"));
    assert!(place.fails(2, &["show", ""]).contains("there is no session"));
    assert!(place.fails(2, &["check", "/dev/null"]).contains("is no ordinary file"));
    #[cfg(unix)]
    if !is_root() {
        use std::os::unix::fs::PermissionsExt;
        place.write("locked.yaml", step("say: Hi."));
        std::fs::set_permissions(place.path("locked.yaml"), std::fs::Permissions::from_mode(0o000)).unwrap();
        assert!(place.fails(2, &["check", "locked.yaml"]).contains("can't be read"));
    }
}

#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0)
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let place = Place::new();
    place.write("bad.yaml", step("puase: 3s"));
    place.write("busy.yaml", support::BUSY);
    let show = &["show", "busy.yaml"][..];
    for args in
        [&["list"][..], &["schema"][..], &["list", "--json"][..], show, &["check", "busy.yaml"][..], &["--help"]]
    {
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
fn broken_settings_are_said_once_and_not_guessed_at() {
    let place = Place::new();
    place.write("home/.config/letgo/settings.yaml", "alow: [/music]\n");
    let output = place.run(&["list"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("settings.yaml:1:1: error: ") && said.contains("allow"), "{said}");
    assert_eq!(said.lines().count(), 2, "{said}");
}
