//! From a therapist's sessions to a client's evening: one file, whose sender is known, that plays as it was meant.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::f32::consts::TAU;
use std::path::Path;

use support::Place;

/// A session with a part, a parameter, a track and a recording of its own.
const SESSION: &str = "\
letgo: 1
title: Warm hands
params:
  side: { choices: [left, right], default: right }
sound:
  - { track: sounds/hum.wav, level: -20 dB, fade-in: 2s, fade-out: 2s }
steps:
  - chapter: Arrive
  - say: Hello there. [3s]
  - when: { param: side, is: left, steps: [ { say: On the left. } ] }
  - when: { param: side, is: right, steps: [ { include: parts/right.yaml } ] }
";

fn wav(path: &Path, seconds: f32, pitch: f32) {
    let frames = (seconds * 48_000.0) as u32;
    let mut bytes = Vec::new();
    let size = frames * 2;
    bytes.extend(b"RIFF");
    bytes.extend((36 + size).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16u32.to_le_bytes());
    bytes.extend([1, 0, 1, 0]);
    bytes.extend(48_000u32.to_le_bytes());
    bytes.extend(96_000u32.to_le_bytes());
    bytes.extend([2, 0, 16, 0]);
    bytes.extend(b"data");
    bytes.extend(size.to_le_bytes());
    for frame in 0..frames {
        let at = frame as f32 / 48_000.0;
        let sample = 0.2 * (TAU * pitch * at).sin() * (TAU * 3.0 * at).sin();
        bytes.extend(((sample * 32_767.0) as i16).to_le_bytes());
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

/// A therapist at work.
fn therapist(name: &str) -> Place {
    let place = Place::new();
    place.write("work/hands.yaml", SESSION);
    place.write("work/parts/right.yaml", "letgo: 1\ntitle: Right\nsteps: [ { say: On the right. } ]\n");
    wav(&place.path("work/sounds/hum.wav"), 4.0, 220.0);
    wav(&place.path("work/hands.voice/Hello there.wav"), 1.2, 330.0);
    place.write("letter.md", "# Dear Anna\n\nEvery *evening*, if you like.\n");
    if !name.is_empty() {
        place.ok(&["identity", "new", "--name", name]);
    }
    place
}

fn words(place: &Place) -> String {
    place.ok(&["identity"]).lines().nth(1).unwrap().trim().to_string()
}

/// Carries a file to somebody else.
fn carry(from: &Place, file: &str, to: &Place) {
    std::fs::copy(from.path(file), to.path(file)).unwrap();
}

#[test]
fn a_length_that_cannot_be_met_is_said_and_not_passed_over() {
    let place = Place::new();
    for args in [
        &["render", "belly", "--fit", "1m", "-o", "belly.wav"][..],
        &["render", "belly", "--fit", "1m", "--speak-cautions", "always", "-o", "belly.wav"],
        &["show", "belly", "--fit", "1m", "--anchor", "hands"],
        &["pack", "belly", "--fit", "1m", "--anchor", "hands", "-o", "anna.letgo", "--unsigned"],
    ] {
        let said = place.fails(2, args);
        assert!(said.contains("can't be fitted to 1m"), "{args:?}: {said}");
    }
    assert!(!place.path("belly.wav").exists() && !place.path("anna.letgo").exists());
    // What was set for a client is followed as nearly as can be, whatever else is changed for them.
    place.ok(&["pack", "belly", "--fit", "8m", "-o", "anna.letgo", "--unsigned"]);
    place.ok(&["render", "anna.letgo", "--yes", "--without-holds", "--speak-cautions", "always", "-o", "belly.wav"]);
}

#[test]
fn a_pack_is_checked_as_it_was_set() {
    let place = therapist("");
    place.ok(&["pack", "work/hands.yaml", "--set", "side=left", "-o", "anna.letgo", "--unsigned"]);
    let told = place.ok(&["check", "anna.letgo"]);
    assert!(told.starts_with("anna.letgo/hands: "), "{told}");
    let json = place.ok(&["check", "--json", "anna.letgo/hands", "work"]);
    assert!(json.contains("\"path\": \"anna.letgo/hands\"") && json.contains("work/hands.yaml"), "{json}");
    assert!(place.fails(2, &["check", "anna.letgo/neck"]).contains("there are: hands"));
    assert!(
        place.fails(2, &["new", "--from", "anna.letgo", "-o", "mine.yaml"]).contains("stays as its maker signed it")
    );
    let bytes = std::fs::read(place.path("anna.letgo")).unwrap();
    place.write("half.letgo", &bytes[..bytes.len() / 2]);
    assert!(place.fails(1, &["check", "half.letgo"]).contains("half.letgo"));
}

/// What was said besides what was printed.
fn said(place: &Place, args: &[&str]) -> String {
    let output = place.run(args);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{args:?}: {said}");
    said
}

fn rendered(place: &Place, session: &str, more: &[&str]) -> Vec<u8> {
    place.ok(&[&["render", session, "-o", "out.wav", "--samples", "float", "--force"], more].concat());
    std::fs::read(place.path("out.wav")).unwrap()
}

#[test]
fn from_the_therapist_to_the_evening() {
    let (bea, anna) = (therapist("Bea Holm"), Place::new());
    let told = bea.ok(&["pack", "work/hands.yaml", "-o", "anna.letgo", "--letter", "letter.md", "--set", "side=left"]);
    assert!(told.contains("hands  Warm hands") && told.contains("side=left") && told.contains("a letter"), "{told}");
    carry(&bea, "anna.letgo", &anna);

    // Without anybody's yes nothing happens.
    let told = anna.fails(2, &["add", "anna.letgo"]);
    assert!(told.contains("Bea Holm") && told.contains(&words(&bea)), "{told}");
    assert!(!anna.ok(&["list"]).contains("Bea Holm") && anna.ok(&["trust"]).contains("nobody"));

    let added = anna.ok(&["add", "anna.letgo", "--yes"]);
    assert!(added.contains("from Bea Holm") && added.contains("Every evening, if you like."), "{added}");
    assert!(added.contains("letgo play anna"), "{added}");
    assert!(anna.ok(&["trust"]).contains(&words(&bea)));
    let list = anna.ok(&["list"]);
    assert!(list.starts_with("anna ") && list.contains("from Bea Holm"), "{list}");

    // It is what tonight suggests.
    let tonight = anna.ok(&[]);
    assert!(tonight.lines().any(|line| line.starts_with("1  Warm hands")), "{tonight}");

    // The file isn't needed any more, and it is the evening that was meant.
    std::fs::remove_file(anna.path("anna.letgo")).unwrap();
    for name in ["anna", "hands", "anna/hands"] {
        let shown = anna.ok(&["show", name]);
        assert!(shown.contains("On the left.") && !shown.contains("On the right."), "{shown}");
    }
    assert!(anna.ok(&["show", "anna", "--set", "side=right"]).contains("On the right."));
    let events = |place: &Place, args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&place.ok(&[&["show", "--json"], args].concat())).unwrap()
    };
    let (meant, handed) = (events(&bea, &["work/hands.yaml", "--set", "side=left"]), events(&anna, &["anna"]));
    assert_eq!(meant, handed);
    assert_eq!(meant["events"][0]["kind"], "say");
    // In sound too, but for what the smaller form of it costs.
    let (meant, handed) = (rendered(&bea, "work/hands.yaml", &["--set", "side=left"]), rendered(&anna, "anna", &[]));
    assert_eq!(meant.len(), handed.len());
    let off = distance(&meant, &handed);
    assert!(off < 0.05, "{off}");
    // And it plays.
    let played = anna.ok(&["play", "anna", "--silent", "--guide", "plain"]);
    assert!(played.contains("Hello there."), "{played}");

    anna.ok(&["remove", "anna"]);
    assert!(!anna.ok(&["list"]).contains("Bea Holm"));
    assert!(anna.fails(2, &["play", "anna"]).contains("no session"));
}

/// How far two sounds are from each other, beside the first.
fn distance(one: &[u8], other: &[u8]) -> f64 {
    let samples = |bytes: &[u8]| -> Vec<f64> {
        let from = bytes.windows(4).position(|four| four == b"data").unwrap() + 8;
        bytes[from..].chunks_exact(4).map(|four| f64::from(f32::from_le_bytes(four.try_into().unwrap()))).collect()
    };
    let (one, other) = (samples(one), samples(other));
    let power = |samples: &[f64]| samples.iter().map(|sample| sample * sample).sum::<f64>();
    let off: Vec<f64> = one.iter().zip(&other).map(|(one, other)| one - other).collect();
    (power(&off) / power(&one)).sqrt()
}

#[test]
fn without_loss_and_with_what_is_bundled_it_is_the_same_to_the_bit() {
    let (bea, anna) = (therapist(""), Place::new());
    let part = ["--from", "60s", "--to", "75s"];
    bea.ok(&["pack", "let-go-of-the-day", "work/hands.yaml", "-o", "day", "--lossless"]);
    carry(&bea, "day.letgo", &anna);
    assert!(std::fs::metadata(anna.path("day.letgo")).unwrap().len() < 8_000_000);
    anna.ok(&["add", "day.letgo", "--yes"]);
    assert_eq!(rendered(&bea, "let-go-of-the-day", &part), rendered(&anna, "day/let-go-of-the-day", &part));
    assert_eq!(rendered(&bea, "let-go-of-the-day", &part), rendered(&anna, "let-go-of-the-day", &part));
    let off = distance(&rendered(&bea, "work/hands.yaml", &[]), &rendered(&anna, "day/hands", &[]));
    assert!(off < 1e-3, "{off}");
    // The first is played where none is named.
    let shown = anna.ok(&["show", "day"]);
    assert!(shown.contains("Let go of the day"), "{shown}");
}

#[test]
fn it_plays_without_being_added_and_leaves_nothing_behind() {
    let (bea, anna) = (therapist("Bea Holm"), Place::new());
    bea.ok(&["pack", "work/hands.yaml", "-o", "anna.letgo", "--letter", "letter.md"]);
    carry(&bea, "anna.letgo", &anna);
    std::fs::create_dir(anna.path("tmp")).unwrap();
    let play = |more: &[&str]| {
        let args = [&["play", "anna.letgo", "--silent", "--guide", "plain"], more].concat();
        anna.letgo().env("TMPDIR", anna.path("tmp")).args(args).output().unwrap()
    };
    assert_eq!(play(&[]).status.code(), Some(2));
    let first = String::from_utf8(play(&["--yes", "--from", "2s"]).stdout).unwrap();
    assert!(first.contains("Dear Anna") && first.contains("Hello there."), "{first}");
    // The letter is shown once, and who is trusted isn't asked about again.
    let second = play(&["--from", "6s"]);
    assert!(second.status.success() && !String::from_utf8_lossy(&second.stdout).contains("Dear Anna"));
    assert_eq!(anna.names("tmp"), Vec::<String>::new());
    assert!(!anna.ok(&["list"]).contains("Bea Holm"));
    // Looking inside asks nothing, and shows the letter whenever one likes.
    let shown = Place::new();
    carry(&bea, "anna.letgo", &shown);
    for _ in 0..2 {
        let inside = shown.ok(&["show", "anna.letgo"]);
        assert!(inside.contains("Dear Anna") && inside.contains("whom you don't know yet"), "{inside}");
        assert!(inside.contains("hands  Warm hands"), "{inside}");
    }
}

#[test]
fn a_changed_key_is_refused_with_an_explanation() {
    let (bea, other, anna) = (therapist("Bea Holm"), therapist("bea holm"), Place::new());
    bea.ok(&["pack", "work/hands.yaml", "-o", "one.letgo"]);
    other.ok(&["pack", "work/hands.yaml", "-o", "two.letgo"]);
    carry(&bea, "one.letgo", &anna);
    carry(&other, "two.letgo", &anna);
    anna.ok(&["add", "one.letgo", "--yes"]);
    for verb in ["add", "play"] {
        let told = anna.fails(1, &[verb, "two.letgo", "--yes"]);
        assert!(told.contains("another key than the one you trust"), "{told}");
        assert!(
            told.contains(&words(&bea)) && told.contains(&words(&other)) && told.contains("Ring Bea Holm"),
            "{told}"
        );
    }
    assert!(anna.ok(&["show", "two.letgo"]).contains("another key"));
    assert_eq!(anna.names("home/.local/share/letgo/packs").iter().filter(|name| name.starts_with("pack-")).count(), 1);
    // After a call and a decision it goes.
    anna.ok(&["trust", "forget", "Bea Holm"]);
    anna.ok(&["add", "two.letgo", "--yes"]);
    assert!(anna.ok(&["trust"]).contains(&words(&other)));
}

#[test]
fn a_key_can_be_trusted_before_the_first_pack() {
    let (bea, anna) = (therapist("Bea Holm"), Place::new());
    bea.ok(&["identity", "show", "--key", "bea.pub"]);
    bea.ok(&["pack", "work/hands.yaml", "-o", "one.letgo"]);
    carry(&bea, "bea.pub", &anna);
    carry(&bea, "one.letgo", &anna);
    assert!(anna.fails(2, &["trust", "add", "bea.pub"]).contains(&words(&bea)));
    anna.ok(&["trust", "add", "bea.pub", "--yes"]);
    let told = said(&anna, &["add", "one.letgo"]);
    assert!(told.contains("whom you trust"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&anna.ok(&["trust", "--json"])).unwrap();
    assert_eq!(json["therapists"][0]["name"], "Bea Holm");
    assert!(anna.fails(2, &["trust", "forget", "Cleo"]).contains("Bea Holm"));
}

#[test]
fn what_nobody_signed_needs_a_yes() {
    let (bea, anna) = (therapist("Bea Holm"), Place::new());
    bea.ok(&["pack", "work/hands.yaml", "-o", "one.letgo", "--unsigned"]);
    carry(&bea, "one.letgo", &anna);
    assert!(anna.fails(2, &["add", "one.letgo"]).contains("signed by nobody"));
    anna.ok(&["add", "one.letgo", "--yes"]);
    assert!(anna.ok(&["list"]).contains("a pack that nobody signed"));
    assert!(anna.ok(&["trust"]).contains("nobody yet"));
}

#[test]
fn an_identity_is_made_once_backed_up_and_brought_back() {
    let (bea, new) = (therapist("Bea Holm"), Place::new());
    let with = |place: &Place, passphrase: &str, args: &[&str]| {
        place.letgo().env("LETGO_PASSPHRASE", passphrase).args(args).output().unwrap()
    };
    assert!(bea.fails(2, &["identity", "new", "--name", "Bea"]).contains("there already"));
    assert!(bea.fails(2, &["identity", "backup", "bea.key"]).contains("LETGO_PASSPHRASE"));
    assert_eq!(with(&bea, "short", &["identity", "backup", "bea.key"]).status.code(), Some(2));
    assert!(!bea.path("bea.key").exists());
    assert!(with(&bea, "four words are good", &["identity", "backup", "bea.key"]).status.success());
    let (kept, backup) = ("home/.local/share/letgo/identity.key", "bea.key");
    assert_ne!(std::fs::read(bea.path(kept)).unwrap(), std::fs::read(bea.path(backup)).unwrap());
    #[cfg(unix)]
    for file in [kept, backup] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(bea.path(file)).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
    carry(&bea, "bea.key", &new);
    assert_eq!(with(&new, "three words are bad", &["identity", "restore", "bea.key"]).status.code(), Some(1));
    assert!(with(&new, "four words are good", &["identity", "restore", "bea.key"]).status.success());
    assert_eq!(words(&new), words(&bea));
    // A key that is under a passphrase here too is asked for when it signs.
    let locked = Place::new();
    locked.write("x.yaml", "letgo: 1\ntitle: x\nsteps: [ { pause: 3s } ]\n");
    assert!(with(&locked, "a long secret", &["identity", "new", "--name", "C", "--passphrase"]).status.success());
    assert!(locked.fails(2, &["pack", "x.yaml", "-o", "x"]).contains("passphrase"));
    assert!(with(&locked, "a long secret", &["pack", "x.yaml", "-o", "x"]).status.success());
}

#[test]
fn the_same_pack_is_the_same_bytes() {
    let bea = therapist("Bea Holm");
    let pack = |name: &str, sessions: &[&str]| {
        bea.ok(&[&["pack", "-o", name, "--letter", "letter.md", "--leave-out", "jaw"], sessions].concat());
        std::fs::read(bea.path(name)).unwrap()
    };
    let first = pack("./one.letgo", &["work/hands.yaml", "five-minutes"]);
    std::fs::rename(bea.path("one.letgo"), bea.path("first.letgo")).unwrap();
    assert_eq!(first, pack("one.letgo", &["work/hands.yaml", "five-minutes"]));
    assert!(bea.fails(2, &["pack", "work/hands.yaml", "-o", "one.letgo"]).contains("--force"));
}

#[test]
fn what_a_therapist_knows_of_the_client_is_minded() {
    let (bea, anna) = (therapist("Bea Holm"), Place::new());
    bea.ok(&["pack", "whole-body-scan", "-o", "anna.letgo", "--leave-out", "jaw", "--fit", "22m"]);
    carry(&bea, "anna.letgo", &anna);
    assert!(anna.ok(&["show", "anna.letgo"]).contains("your therapist asked for it"));
    anna.ok(&["add", "anna.letgo", "--yes"]);
    let shown: serde_json::Value = serde_json::from_str(&anna.ok(&["show", "anna", "--json"])).unwrap();
    let jaw = |shown: &serde_json::Value| {
        let events = shown["events"].as_array().unwrap().iter();
        events.filter(|event| event["detail"].as_str().is_some_and(|detail| detail.starts_with("jaw"))).count()
    };
    assert_eq!(jaw(&shown), 0);
    assert!(shown["length_frames"].as_u64().unwrap() > 15 * 60 * 48_000);
    let plain: serde_json::Value = serde_json::from_str(&anna.ok(&["show", "whole-body-scan", "--json"])).unwrap();
    assert!(jaw(&plain) > 0, "the test needs a session with a jaw in it");
    assert!(bea.fails(2, &["pack", "first-evening", "-o", "x", "--set", "side=left"]).contains("no"));
    assert!(bea.fails(2, &["pack", "first-evening", "-o", "x", "--cautions", "pregnant"]).contains("`pregnancy`"));
}

#[test]
fn a_letter_cannot_speak_to_the_terminal() {
    let (bea, anna) = (therapist("Bea\u{301} Holm"), Place::new());
    let letter = "Hi \u{1b}[2J\u{9b}31m &#x1b;]0;x&#7; <script>alert(1)</script>\n\n<script>\nevil\n</script>\n";
    bea.write("bad.md", letter);
    bea.write("work/hands.yaml", SESSION.replace("Warm hands", "\"Warm\\e[31m hands\""));
    bea.ok(&["pack", "work/hands.yaml", "-o", "anna.letgo", "--letter", "bad.md"]);
    carry(&bea, "anna.letgo", &anna);
    for args in
        [&["show", "anna.letgo"][..], &["add", "anna.letgo", "--yes"], &["list"], &["show", "anna.letgo", "--json"]]
    {
        let output = anna.run(args);
        assert!(output.status.success());
        for bytes in [output.stdout, output.stderr] {
            let text = String::from_utf8(bytes).unwrap();
            let obeyed = text.chars().find(|c| c.is_control() && *c != '\n');
            assert_eq!(obeyed, None, "{args:?}: {text:?}");
            assert!(args.contains(&"--json") || (!text.contains("script") && !text.contains("evil")), "{text}");
        }
    }
}

#[test]
fn what_is_no_pack_is_said_plainly() {
    let place = therapist("Bea Holm");
    place.write("text.letgo", "hello");
    place.write("empty.letgo", "");
    std::fs::create_dir(place.path("folder.letgo")).unwrap();
    for verb in ["add", "play", "show", "render"] {
        let more: &[&str] = if verb == "render" { &["-o", "x.wav"] } else { &[] };
        for file in ["text.letgo", "empty.letgo"] {
            let told = place.fails(1, &[&[verb, file], more].concat());
            assert!(told.contains("isn't a letgo pack"), "{verb} {file}: {told}");
        }
    }
    for verb in ["add", "play", "show"] {
        assert!(place.fails(2, &[verb, "nothing.letgo"]).contains("no file"));
    }
    place.fails(1, &["add", "folder.letgo"]);
    place.ok(&["pack", "work/hands.yaml", "-o", "x"]);
    let whole = std::fs::read(place.path("x.letgo")).unwrap();
    place.write("cut.letgo", &whole[..whole.len() - 700]);
    assert!(place.fails(1, &["add", "cut.letgo", "--yes"]).contains("ends too soon"));
    let mut changed = whole.clone();
    let last = whole.len() - 2000;
    changed[last] ^= 1;
    place.write("changed.letgo", changed);
    assert!(place.fails(1, &["play", "changed.letgo", "--yes"]).contains("damaged"));
    assert!(place.fails(2, &["pack", "work/hands.yaml", "-o", "Анна"]).contains("a to z"));
    assert!(place.fails(2, &["pack", "work/nothing.yaml", "-o", "y"]).contains("no session"));
    place.write("bad.yaml", "letgo: 1\ntitel: x\n");
    assert!(place.fails(2, &["pack", "bad.yaml", "-o", "y"]).contains("did you mean"));
    assert!(!place.path("y.letgo").exists());
}

/// A file that grows past a limit fails in the middle of adding, as on a full disk; or the program is ended there.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_while_adding_leaves_the_old_version_whole() {
    let (bea, anna) = (therapist("Bea Holm"), Place::new());
    bea.ok(&["pack", "work/hands.yaml", "-o", "anna.letgo"]);
    carry(&bea, "anna.letgo", &anna);
    anna.ok(&["add", "anna.letgo", "--yes"]);
    let before = anna.ok(&["show", "anna", "--json"]);
    bea.write("work/hands.yaml", SESSION.replace("Hello there", "Good evening"));
    bea.ok(&["pack", "work/hands.yaml", "-o", "anna.letgo", "--force"]);
    carry(&bea, "anna.letgo", &anna);
    for (trap, said) in [("trap '' XFSZ; ", true), ("", false)] {
        let letgo = env!("CARGO_BIN_EXE_letgo");
        let mut command = std::process::Command::new("sh");
        anna.at_home(command.args(["-c", &format!("{trap}ulimit -f 8; exec {letgo} add anna.letgo --yes")]));
        let output = command.output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success(), "{told}");
        assert!(!said || told.contains("can't be written"), "{told}");
        assert_eq!(anna.ok(&["show", "anna", "--json"]), before);
    }
    // What was left behind by the second is swept by the next.
    anna.ok(&["add", "anna.letgo"]);
    assert!(anna.ok(&["show", "anna"]).contains("Good evening"));
    let packs = anna.names("home/.local/share/letgo/packs");
    assert_eq!(packs.iter().filter(|name| name.starts_with("pack-")).count(), 1, "{packs:?}");
    assert_eq!(anna.names("home/.local/share/letgo"), ["packs", "trust.json"]);
}

#[test]
fn a_table_of_clients_makes_a_pack_for_each() {
    let bea = therapist("Bea Holm");
    bea.write(
        "clients.csv",
        "name,side,leave-out,cautions,letter\nAnna Berg,left,jaw,pregnancy,letter.md\n\"Bert\",right,,,\nBert,left,,,\n",
    );
    let told = bea.ok(&["pack", "work/hands.yaml", "--for", "clients.csv", "-o", "packs"]);
    assert_eq!(bea.names("packs"), ["anna-berg.letgo", "bert-2.letgo", "bert.letgo"], "{told}");
    let anna = Place::new();
    std::fs::copy(bea.path("packs/anna-berg.letgo"), anna.path("x.letgo")).unwrap();
    anna.ok(&["add", "x.letgo", "--yes"]);
    assert!(anna.ok(&["show", "anna-berg"]).contains("On the left."));
    let inside: serde_json::Value = serde_json::from_str(&anna.ok(&["show", "x.letgo", "--json"])).unwrap();
    assert_eq!((&inside["name"], &inside["from"]["trusted"]), (&"anna-berg".into(), &true.into()));
    assert!(inside["letter"].as_str().unwrap().contains("Dear Anna"));

    bea.write("bad.csv", "name,sied,cautions\nAnna,left,\nBert,,pregnant\n");
    let told = bea.fails(2, &["pack", "work/hands.yaml", "--for", "bad.csv", "-o", "bad"]);
    assert!(told.contains("bad.csv:3:") && told.contains("`pregnancy`"), "{told}");
    bea.write("bad.csv", "name,sied\nAnna,left\nBert,\n");
    let told = bea.fails(2, &["pack", "work/hands.yaml", "--for", "bad.csv", "-o", "bad"]);
    assert!(
        told.contains("bad.csv:2:") && told.contains("no parameter `sied`") || told.contains("parameter `sied`"),
        "{told}"
    );
    bea.write("bad.csv", "name,side\nAnna,lfet\n");
    let told = bea.fails(2, &["pack", "work/hands.yaml", "--for", "bad.csv", "-o", "bad"]);
    assert!(told.contains("bad.csv:2:") && told.contains("left"), "{told}");
    bea.write("bad.csv", "side\nleft\n");
    assert!(bea.fails(2, &["pack", "work/hands.yaml", "--for", "bad.csv", "-o", "bad"]).contains("`name` is missing"));
    assert!(!bea.path("bad").exists());
}

#[test]
fn what_lies_elsewhere_is_told_before_it_is_missed() {
    let place = therapist("");
    let hum = place.path("elsewhere/hum.wav");
    wav(&hum, 2.0, 220.0);
    place.write("home/.config/letgo/settings.yaml", format!("allow: [{}]\n", place.path("elsewhere").display()));
    place.write("work/far.yaml", SESSION.replace("sounds/hum.wav", &hum.display().to_string()));
    place.ok(&["check", "work/far.yaml"]);
    let told = place.fails(1, &["pack", "work/far.yaml", "-o", "x"]);
    assert!(told.contains("outside of the session's folder") && told.contains("copy it"), "{told}");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("hum.wav", place.path("work/sounds/link.wav")).unwrap();
        place.write("work/link.yaml", SESSION.replace("hum.wav", "link.wav"));
        place.ok(&["check", "work/link.yaml"]);
        let told = place.fails(1, &["pack", "work/link.yaml", "-o", "x"]);
        assert!(told.contains("through a link"), "{told}");
    }
    assert!(!place.path("x.letgo").exists());
}
