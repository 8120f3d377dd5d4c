//! The evening: `letgo` alone opens tonight, keys are minded while a session plays, and where it was left is remembered.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::fs;
use std::process::{Child, Stdio};

use support::Place;
use support::card::wait_until;
use support::terminal::{LETGO, Terminal};

/// Where the program remembers.
const MEMORY: &str = "home/.local/state/letgo/memory.json";

/// A session in which every key has something to do.
const SESSION: &str = "\
letgo: 1
title: A long evening
sound: [ { synth: brown, level: -20 dB } ]
ends-in: sleep
end: { keep: [brown], for: 30m }
steps:
  - chapter: Arrive
  - say: Let the floor hold you.
  - pause: 4m
  - chapter: Hands
  - say: Rest your hands.
  - scan: { regions: [hand, sole], each: 2m, say: \"Be with {region}.\" }
  - chapter: Feet
  - massage: { region: sole, technique: slow-stroke, pressure: 2, for: 2m, say: Stroke your feet. }
  - chapter: Breath
  - breathe: { in: 4s, hold: 4s, out: 6s, rounds: 40, say: Breathe as you like. }
  - bell: { strikes: 3, every: 30s }
";

/// One that is over soon.
const SHORT: &str = "\
letgo: 1
title: A short evening
steps:
  - chapter: Arrive
  - scan: { regions: [hand], each: 5s, say: \"Be with {region}.\" }
  - say: That is all.
";

fn place() -> Place {
    let place = Place::new();
    place.write("long.yaml", SESSION);
    place.write("short.yaml", SHORT);
    place
}

/// Nothing is heard, and what to know first is only shown.
const QUIETLY: &str = "--silent --speak-cautions never";

/// A line of shell that plays the long session, and then tells how it ended and how the terminal was left.
fn playing(more: &str) -> String {
    format!("{LETGO} play long.yaml {QUIETLY} {more}; {TOLD}")
}

/// `icanon` and `echo` are how a terminal is when nobody has taken it.
const TOLD: &str = "echo status $?; stty -a | grep -o ' icanon' | tr -d '\\n'; stty -a | grep -o ' echo '";

fn whole(terminal: &Terminal) {
    terminal.shows("status 0 icanon echo");
    assert!(!terminal.screen().contains("q leave"), "the screen was left as it was:\n{}", terminal.screen());
}

/// What to know first has been read.
fn begin(terminal: &Terminal) {
    terminal.shows("space begins");
    terminal.press("Space");
}

/// The first chapter has begun. Its words are seen a little before.
fn arrived(terminal: &Terminal) {
    terminal.shows("Arrive");
    terminal.shows("Let the floor hold you.");
}

/// How much is left, in seconds, as the screen tells it.
fn left(screen: &str) -> Option<u64> {
    let clock = screen.lines().find_map(|line| line.trim_end().strip_suffix(" left"))?.split_whitespace().last()?;
    clock.split(':').try_fold(0, |seconds, part| Some(seconds * 60 + part.parse::<u64>().ok()?))
}

fn remembered(place: &Place) -> Option<serde_json::Value> {
    serde_json::from_str(&fs::read_to_string(place.path(MEMORY)).ok()?).ok()
}

/// Of the session that was played here.
fn remembered_of(place: &Place, session: &str, what: &str) -> Option<serde_json::Value> {
    let path = fs::canonicalize(place.path(session)).ok()?;
    remembered(place)?["sessions"].get(path.to_str()?)?.get(what).cloned().filter(|value| !value.is_null())
}

#[test]
fn the_first_evening_is_welcomed_and_arrows_choose() {
    let place = place();
    let terminal = Terminal::new(&place, 80, 24, &format!("{LETGO}; {TOLD}"));
    terminal.shows("Good evening. This is letgo");
    terminal.shows("> Your first evening");
    terminal.shows("It is for comfort, and no medical treatment.");
    terminal.shows("Enter begins ↑ ↓ choose q leaves");
    terminal.press("Up");
    terminal.press("Down");
    terminal.until("the second row", |screen| {
        screen.lines().position(|line| line.trim().starts_with("> "))
            == screen.lines().position(|line| line.contains("Your first evening")).map(|row| row + 1)
    });
    terminal.press("Up");
    terminal.shows("> Your first evening");
    terminal.press("Enter");
    // What to know first, and that there is no device; keys go on from there.
    terminal.shows("space begins");
    terminal.press("Space");
    terminal.shows("The session runs on the screen, without sound");
    terminal.press("x");
    terminal.shows("Your first evening no sound");
    terminal.press("q");
    terminal.shows("stopping early is fine");
    whole(&terminal);
}

#[test]
fn tonight_fits_forty_columns_and_three_rows() {
    let place = place();
    let terminal = Terminal::new(&place, 40, 24, &format!("{LETGO}; {TOLD}"));
    terminal.shows("no medical treatment.");
    terminal.shows("> Your first evening");
    terminal.press("q");
    whole(&terminal);
    let said = || fs::read_to_string(place.path("said.txt")).unwrap_or_default();
    let terminal = Terminal::new(&place, 10, 3, &format!("{LETGO} 2> said.txt; echo status $?"));
    terminal.shows("> Your");
    terminal.press_all(&["Down", "Up", "Enter"]);
    terminal.shows("space");
    terminal.press("Space");
    terminal.until("a note", |screen| !screen.contains("space") && !screen.trim().is_empty());
    terminal.press("x");
    terminal.press("C-c");
    terminal.press("C-c");
    wait_until("it was left", || said().contains("stopping early is fine"));
    terminal.shows("status 0");
}

#[test]
fn what_was_played_last_and_is_gone_leaves_the_first_suggestion() {
    let place = place();
    place.write("gone.yaml", "letgo: 1\ntitle: Gone\nsteps: [ { say: Hi. } ]\n");
    place.ok(&["play", "gone.yaml", "--silent", "--guide", "none"]);
    assert!(place.ok(&[]).contains("1  Gone"));
    fs::remove_file(place.path("gone.yaml")).unwrap();
    assert!(place.ok(&[]).contains("1  Your first evening"), "{}", place.ok(&[]));
}

#[test]
fn tonight_is_a_numbered_list_where_no_screen_is_wanted() {
    for set in ["TERM=dumb", "ACCESSIBLE=1"] {
        let place = place();
        let terminal = Terminal::new(&place, 80, 24, &format!("clear; {set} {LETGO} > plain.txt 2>&1; {TOLD}"));
        let written = || fs::read_to_string(place.path("plain.txt")).unwrap_or_default();
        wait_until("a number is asked for", || written().contains("Type a number and Enter"));
        assert!(written().starts_with("Good evening."), "{}", written());
        assert!(written().contains("\n1  Your first evening (8 min)\n"), "{}", written());
        terminal.press_all(&["9", "9", "Enter"]);
        wait_until("a number that isn't there", || written().contains("letgo: 1 to "));
        terminal.press_all(&["1", "Enter"]);
        wait_until("it plays", || written().contains("without sound"));
        terminal.press_all(&["q", "Enter"]);
        wait_until("it was left", || written().contains("stopping early is fine"));
        assert!(!written().chars().any(|c| c.is_control() && c != '\n'), "{:?}", written());
        whole(&terminal);
    }
}

#[test]
fn nobody_is_asked_where_nobody_can_answer() {
    let place = place();
    let output = place.letgo().stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("1  Your first evening (8 min)"), "{said}");
    assert!(!said.contains("Type a number"), "{said}");
    assert!(remembered(&place).is_none());
}

#[test]
fn what_was_left_early_goes_on_in_its_chapter_or_begins_anew() {
    let place = place();
    // One after the other: each is left with q.
    let play = format!("{LETGO} play long.yaml {QUIETLY}");
    let shell = [
        format!("{play} --from Hands"),
        LETGO.into(),
        format!("{play} --resume"),
        format!("{play} --restart"),
        LETGO.into(),
        LETGO.into(),
        TOLD.into(),
    ];
    let terminal = Terminal::new(&place, 80, 24, &shell.join("; "));
    let leave = |chapter: &str| {
        terminal.press("q");
        wait_until(chapter, || remembered_of(&place, "long.yaml", "chapter").is_some_and(|left| left == chapter));
    };
    let without_sound = || {
        begin(&terminal);
        terminal.shows("The session runs on the screen");
        terminal.press("x");
    };
    begin(&terminal);
    terminal.shows("Rest your hands.");
    leave("Hands");
    terminal.shows("You left early. Enter goes on from \"Hands\", b begins anew.");
    terminal.shows("> A long evening");
    let read = terminal.read();
    assert!(read.contains("Tonight") && read.contains("today") && !read.contains("Good evening"), "{read}");
    terminal.press("Enter");
    without_sound();
    terminal.shows("Rest your hands.");
    leave("Hands");
    begin(&terminal);
    terminal.shows("Rest your hands.");
    leave("Hands");
    begin(&terminal);
    arrived(&terminal);
    leave("Arrive");
    terminal.shows("Enter goes on from \"Arrive\"");
    terminal.press("Enter");
    without_sound();
    // On to another chapter, to begin anew from that one.
    arrived(&terminal);
    terminal.press("n");
    terminal.shows("Rest your hands.");
    leave("Hands");
    terminal.shows("Enter goes on from \"Hands\"");
    terminal.press("b");
    without_sound();
    arrived(&terminal);
    leave("Arrive");
    whole(&terminal);
}

#[test]
fn keys_change_the_session_and_the_screen() {
    let place = place();
    let terminal = Terminal::new(&place, 80, 24, &playing(""));
    begin(&terminal);
    arrived(&terminal);
    for close in ["x", "Space"] {
        terminal.press("?");
        terminal.shows("Any key goes back.");
        for line in ["s: skip this step", "t: breath tones and bells", "q: fade out and leave"] {
            assert!(terminal.read().contains(line), "{line} is missing:\n{}", terminal.screen());
        }
        terminal.press(close);
        terminal.until("the session again", |screen| left(screen).is_some() && !screen.contains("Any key"));
    }
    terminal.press("d");
    terminal.until("darkness", |screen| screen.trim().is_empty());
    terminal.press("d");
    terminal.until("light", |screen| left(screen).is_some());
    // Longer here, and at the end; then less of that.
    let minutes = |more: i64, key: &str| {
        let before = left(&terminal.screen()).unwrap() as i64;
        terminal.press(key);
        terminal.until(key, |screen| {
            left(screen).is_some_and(|left| (more * 60 - 30..=more * 60).contains(&(left as i64 - before)))
        });
    };
    minutes(2, "l");
    minutes(15, "e");
    minutes(-15, "E");
    terminal.press("s");
    terminal.shows("Rest your hands.");
    terminal.press("n");
    terminal.shows("pressure 2");
    terminal.press("g");
    terminal.shows("pressure 1");
    terminal.press("n");
    terminal.shows("Breathe as you like.");
    for _ in 0..4 {
        terminal.press("t");
        terminal.until("it goes on", |screen| left(screen).is_some());
    }
    terminal.press("q");
    terminal.shows("stopping early is fine");
    whole(&terminal);
}

#[test]
fn a_place_of_the_body_is_lit_on_its_map() {
    let place = place();
    let terminal = Terminal::new(&place, 80, 24, &playing("--from Hands"));
    begin(&terminal);
    let lit = |screen: &str| screen.lines().filter(|line| line.contains('█')).map(str::to_string).collect::<Vec<_>>();
    terminal.until("hands are lit", |screen| screen.contains('░') && lit(screen).len() == 1);
    let body = terminal.screen().lines().filter(|line| line.contains('░')).count();
    assert_eq!(body, 12, "{}", terminal.screen());
    // The hands of both views, beside the hips.
    let hands: Vec<String> = lit(&terminal.screen())[0].split_whitespace().map(str::to_string).collect();
    assert_eq!(hands, ["█", "░░░░░░", "█", "█", "░░░░░░", "█"]);
    terminal.press("q");
    whole(&terminal);
}

#[test]
fn any_row_of_keys_is_survived_and_it_can_still_be_left() {
    const KEYS: [&str; 26] = [
        "Space", "Enter", "Left", "Right", "Up", "Down", "n", "p", "PageUp", "PageDown", "s", "l", "g", "e", "E", "t",
        "d", "b", "m", "?", "x", "Tab", "F5", "C-l", "ö", "BSpace",
    ];
    let mut seed: u32 = 7;
    let mut row: Vec<&str> = Vec::new();
    let mut on_page = false;
    for _ in 0..60 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let key = KEYS[(seed >> 16) as usize % KEYS.len()];
        on_page = key == "?" && !on_page;
        row.push(key);
    }
    // The page of keys takes the key that closes it for itself.
    row.extend(on_page.then_some("x"));
    let place = Place::new();
    // So long that no row of keys comes to its end.
    let steps = SESSION[SESSION.find("  - chapter").unwrap()..].repeat(20);
    place.write("long.yaml", format!("letgo: 1\ntitle: Long\nsound: [ {{ synth: brown }} ]\nsteps:\n{steps}"));
    let terminal = Terminal::new(&place, 80, 24, &playing("--from Hands"));
    begin(&terminal);
    terminal.shows("Rest your hands.");
    terminal.press_all(&row);
    terminal.press("q");
    terminal.shows("stopping early is fine");
    whole(&terminal);
}

#[test]
fn captions_are_words_only_and_none_is_nothing() {
    let place = place();
    let play = |guide: &str| {
        let session = place.write(&format!("{guide}.yaml"), SHORT);
        let args = ["play", session.to_str().unwrap(), "--silent", "--speak-cautions", "never", "--guide", guide];
        place.letgo().args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let outputs = ["captions", "plain", "none"].map(play);
    let [captions, plain, none] = outputs.map(|child| child.wait_with_output().unwrap());
    let said = |output: &std::process::Output| {
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let (captions, plain, none) = (said(&captions), said(&plain), said(&none));
    assert!(captions.contains("Be with both hands.") && captions.contains("That is all."), "{captions}");
    assert!(plain.contains("\n[both hands]\n") && !captions.contains('['), "{plain}\n{captions}");
    assert_eq!(none, "");
}

#[test]
fn around_a_session_it_speaks_the_listeners_language() {
    let place = place();
    let letgo = format!("LANG=de_DE.UTF-8 {LETGO}");
    let shell =
        format!("{letgo}; {letgo} play long.yaml {QUIETLY}; {letgo} play long.yaml {QUIETLY} --guide plain; {TOLD}");
    let terminal = Terminal::new(&place, 80, 24, &shell);
    terminal.shows("Guten Abend. Hier ist letgo");
    terminal.shows("> Dein erster Abend");
    terminal.shows("Enter beginnt");
    assert!(!terminal.screen().contains("Your first evening"), "{}", terminal.screen());
    terminal.press("q");
    terminal.shows("Leertaste beginnt");
    terminal.press("Space");
    terminal.shows("kein Ton noch ");
    terminal.press("Space");
    terminal.shows("Pause");
    terminal.press("?");
    terminal.shows("Jede Taste führt zurück.");
    terminal.press("x");
    terminal.press("q");
    terminal.shows("Enter macht Pause und geht weiter");
    terminal.shows("Let the floor hold you.");
    terminal.press("Enter");
    terminal.shows("(Pause)");
    terminal.press_all(&["q", "Enter"]);
    whole(&terminal);
}

/// Plays the long session with nothing shown.
fn unseen(place: &Place) -> Child {
    let args = ["play", "long.yaml", "--silent", "--speak-cautions", "never", "--guide", "none", "--from", "Hands"];
    place.letgo().args(args).stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

#[cfg(unix)]
#[test]
fn where_it_is_survives_whatever_happens() {
    use std::os::unix::fs::PermissionsExt;
    let place = place();
    let mut playing = unseen(&place);
    // It is kept every ten seconds.
    let at = || remembered_of(&place, "long.yaml", "left-at").and_then(|at| at.as_u64());
    wait_until("a place is kept", || at().is_some());
    playing.kill().unwrap();
    playing.wait().unwrap();
    assert_eq!(remembered_of(&place, "long.yaml", "chapter"), Some("Hands".into()));
    assert_eq!(fs::metadata(place.path(MEMORY)).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(place.names("home/.local/state/letgo"), ["memory.json"]);
}

#[test]
fn a_damaged_memory_is_moved_aside_and_said() {
    let place = place();
    place.write(MEMORY, "{ damaged");
    let output = place.run(&["play", "short.yaml", "--silent", "--speak-cautions", "never", "--guide", "none"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("memory.damaged"), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert_eq!(place.names("home/.local/state/letgo"), ["memory.damaged", "memory.json"]);
    assert_eq!(remembered_of(&place, "short.yaml", "completed"), Some(1.into()));
}

#[cfg(unix)]
#[test]
fn where_nothing_can_be_kept_it_plays_all_the_same_and_says_so_once() {
    let place = place();
    // Not even the system's own user can make a folder where a link leads nowhere.
    std::os::unix::fs::symlink("/nonexistent/state", place.path("state")).unwrap();
    let set = format!("XDG_STATE_HOME={}", place.path("state").display());
    let terminal = Terminal::new(&place, 80, 24, &format!("{set} {}", playing("")));
    begin(&terminal);
    terminal.shows("Let the floor hold you.");
    assert!(!terminal.read().contains("can't be kept"), "{}", terminal.screen());
    terminal.press("q");
    whole(&terminal);
    assert_eq!(terminal.read().matches("can't be kept").count(), 1, "{}", terminal.screen());
}
