//! Whatever the evening is like, it plays, and says once what it couldn't keep: settings that can't be read, no home, a
//! home that can't be written to, a full disk, a tiny terminal or one without UTF-8. However keys are pressed and
//! whatever ends it, the terminal is whole afterwards (Ctrl-Z, panics and windows that close: tests/room.rs).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![cfg(unix)]

mod support;

use std::fs;
use std::process::{Command, Output, Stdio};

use support::Place;
use support::card::wait_until;
use support::terminal::{LETGO, Terminal};

/// Over in a few seconds.
const SHORT: &str = "letgo: 1\ntitle: Short\nsteps:\n  - say: That is all.\n";

const LONG: &str = "\
letgo: 1
title: Long
ends-in: sleep
sound: [ { synth: brown, level: -20 dB } ]
steps:
  - chapter: Hands
  - scan: { regions: [hand], each: 3m, say: \"Be with {region}.\" }
  - chapter: Breath
  - breathe: { in: 4s, hold: 4s, out: 6s, rounds: 40, say: Breathe as you like. }
  - chapter: Feet
  - massage: { region: sole, technique: slow-stroke, pressure: 2, for: 2m, say: Stroke your feet. }
";

const QUIETLY: &str = "--silent --speak-cautions never";
const SETTINGS: &str = "home/.config/letgo/settings.yaml";

/// A line of shell that plays the short session, as lines.
fn short(before: &str, after: &str) -> String {
    format!("{before} exec {LETGO} play short.yaml {QUIETLY} --guide plain {after}")
}

/// Several at once, since they take the time that they take.
fn all(places: Vec<(Place, String)>) -> Vec<(String, Output)> {
    let begin = |(place, shell): (Place, String)| {
        place.write("short.yaml", SHORT);
        let mut command = Command::new("sh");
        place.at_home(command.args(["-c", &shell]));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        (place, shell, command.spawn().unwrap())
    };
    let begun: Vec<_> = places.into_iter().map(begin).collect();
    begun.into_iter().map(|(_place, shell, child)| (shell, child.wait_with_output().unwrap())).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn heard_to_its_end(shell: &str, output: &Output) {
    assert!(output.status.success(), "{shell}: {}", said(output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("That is all."), "{shell}: {output:?}");
}

#[test]
fn settings_that_cannot_be_read_are_said_once() {
    let texts: [&[u8]; 4] = [b"volum: -3 dB\n", b"[", b"settings: 2\nnew: thing\n", &[0xff, 0xfe]];
    let mut places: Vec<(Place, String)> = Vec::new();
    for text in texts {
        let place = Place::new();
        place.write(SETTINGS, text);
        places.push((place, short("", "")));
    }
    // A folder in its place can't be read by anybody.
    let place = Place::new();
    fs::create_dir_all(place.path(SETTINGS)).unwrap();
    places.push((place, short("", "")));
    for (index, (_, output)) in all(places).iter().enumerate() {
        heard_to_its_end(&index.to_string(), output);
        assert_eq!(said(output).matches("going on without that").count(), 1, "{index}: {}", said(output));
    }
}

#[test]
fn where_nothing_can_be_kept_it_plays_and_says_so_once() {
    let shells = [
        // No home at all; one that not even the system's own user can write to; a disk that takes no more.
        short("HOME=/dev/null", ""),
        short("HOME=/proc", ""),
        short("trap '' XFSZ; ulimit -f 0;", ""),
    ];
    for (shell, output) in all(shells.map(|shell| (Place::new(), shell)).into()) {
        heard_to_its_end(&shell, &output);
        assert_eq!(said(&output).lines().count(), 1, "{shell}: {}", said(&output));
        assert!(said(&output).contains("can't be kept"), "{shell}: {}", said(&output));
    }
}

#[test]
fn lines_that_cannot_be_written_are_said_once() {
    for (shell, output) in all(vec![(Place::new(), short("", "> /dev/full"))]) {
        assert!(output.status.success(), "{shell}: {}", said(&output));
        assert_eq!(said(&output).lines().count(), 1, "{shell}: {}", said(&output));
        assert!(said(&output).contains("can't be written"), "{shell}: {}", said(&output));
    }
}

#[test]
fn without_utf8_all_shapes_are_ascii() {
    let place = Place::new();
    place.write("long.yaml", LONG);
    let terminal = Terminal::new(&place, 80, 24, &format!("LC_ALL=C {LETGO} play long.yaml {QUIETLY}"));
    let ascii = |what: &str| {
        terminal.until(what, |screen| {
            assert!(screen.is_ascii(), "{screen}");
            screen.contains(what)
        });
    };
    ascii("space begins");
    terminal.press("Space");
    ascii("Hands");
    ascii("Be with both hands");
    terminal.press("?");
    ascii("Any key goes back");
    terminal.press("x");
    terminal.press("n");
    ascii("Breathe as you like");
    // The breath's shape, without the clock above and the progress below it.
    let mut shapes = std::collections::BTreeSet::new();
    terminal.until("a breath that moves", |screen| {
        assert!(screen.is_ascii(), "{screen}");
        shapes.insert(screen.lines().skip(4).take(12).collect::<String>());
        shapes.len() > 6
    });
    terminal.press("q");
}

/// Plays the long session in a terminal of a size; when it has ended, `told` holds how, and how the terminal was left.
fn played<'p>(place: &'p Place, columns: u32, rows: u32) -> Terminal<'p> {
    place.write("long.yaml", LONG);
    let play = format!("sh -c 'echo $$ > pid; exec {LETGO} play long.yaml {QUIETLY} 2> said'");
    let told = "{ echo status $?; stty -a | grep -o -e '-*icanon' -e '-*echo '; } > told";
    let terminal = Terminal::new(place, columns, rows, &format!("{play}; {told}"));
    // Whatever is to be known first has been read.
    wait_until("a page", || !terminal.screen().trim().is_empty());
    terminal.press("Space");
    terminal
}

fn whole(place: &Place, terminal: &Terminal) {
    let read = |name: &str| fs::read_to_string(place.path(name)).unwrap_or_default();
    wait_until("it has ended", || read("told").contains("echo "));
    let told: Vec<String> = read("told").split_whitespace().map(str::to_string).collect();
    assert_eq!(told, ["status", "0", "icanon", "echo"], "{}", read("said"));
    assert_eq!(read("said").lines().count(), 1, "{}", read("said"));
    assert!(read("said").contains("stopping early is fine"), "{}", read("said"));
    assert!(!terminal.is_alternate(), "the screen was left as it was:\n{}", terminal.screen());
}

fn signal(place: &Place, name: &str) {
    let pid = fs::read_to_string(place.path("pid")).unwrap();
    support::tool("kill", &[&format!("-{name}"), pid.trim()]);
}

/// Any keys but those that leave.
fn wildly(count: usize, mut seed: u32) -> Vec<&'static str> {
    const KEYS: [&str; 24] = [
        "Space", "Enter", "Left", "Right", "Up", "Down", "n", "p", "PageUp", "PageDown", "s", "l", "g", "e", "E", "t",
        "d", "b", "m", "?", "x", "Tab", "F5", "ö",
    ];
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        KEYS[(seed >> 16) as usize % KEYS.len()]
    };
    // Not past the end.
    (0..count)
        .map(|_| next())
        .flat_map(|key| if matches!(key, "n" | "s" | "PageDown") { vec![key, "p", "p"] } else { vec![key] })
        .collect()
}

#[test]
fn a_tiny_terminal_and_one_that_changes_its_size_are_enough() {
    let place = Place::new();
    let terminal = played(&place, 10, 3);
    terminal.until("the session", |screen| !screen.contains("space") && !screen.trim().is_empty());
    for (columns, rows) in [(1, 1), (10, 3), (200, 60), (3, 40), (40, 2), (10, 3)] {
        terminal.resize(columns, rows);
        terminal.press_all(&wildly(8, columns));
    }
    // The page of keys takes the key that closes it for itself.
    terminal.press_all(&["x", "q"]);
    terminal.press("q");
    whole(&place, &terminal);
}

#[test]
fn ended_amid_wildly_pressed_keys_the_terminal_is_whole() {
    for (name, seed) in [("TERM", 1), ("HUP", 2), ("INT", 3)] {
        let place = Place::new();
        let terminal = played(&place, 80, 24);
        terminal.until("the session", |screen| screen.contains(" left"));
        terminal.press_all(&wildly(40, seed));
        signal(&place, name);
        terminal.press_all(&wildly(10, seed));
        whole(&place, &terminal);
    }
}

#[test]
fn put_aside_by_whomever_the_terminal_is_given_back_and_taken_again() {
    let place = Place::new();
    let terminal = played(&place, 80, 24);
    terminal.until("the session", |screen| screen.contains(" left"));
    signal(&place, "TSTP");
    wait_until("it is given back", || !terminal.is_alternate());
    wait_until("it is put aside", || {
        let pid = fs::read_to_string(place.path("pid")).unwrap();
        let (state, _) = support::tool("ps", &["-o", "state=", "-p", pid.trim()]);
        state.starts_with(b"T")
    });
    signal(&place, "CONT");
    terminal.until("the session", |screen| screen.contains(" left"));
    assert!(terminal.is_alternate());
    signal(&place, "TERM");
    whole(&place, &terminal);
}
