//! The room around a session: player controls, a machine that is kept awake or goes to sleep, devices that come and go,
//! another player, and a process that is put aside or ended.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::process::{Child, Command, Stdio};

use support::Place;
use support::bus::Desktop;
use support::card::{Server, wait_until};
use support::terminal::{LETGO, Terminal};

const SESSION: &str = "\
letgo: 1
title: An evening indoors
sound: [ { synth: brown, level: -12 dB, fade-in: 2s } ]
steps:
  - chapter: Arrive
  - say: Let the floor hold you.
  - pause: 4m
  - chapter: Hands
  - say: Rest your hands.
  - pause: 4m
";

/// Tells how the terminal was left.
const TOLD: &str = "echo status $?; stty -a | grep -o -e '-*icanon' -e '-*echo '";

fn place() -> Place {
    let place = Place::new();
    place.write("indoors.yaml", SESSION);
    place
}

/// What to know first has been read, and the session is on the screen.
fn begun(terminal: &Terminal) {
    terminal.shows("space begins");
    terminal.press("Space");
    terminal.shows("Arrive");
    terminal.shows("Let the floor hold you.");
}

/// A session that plays; ended with the test.
struct Playing<'p> {
    place: &'p Place,
    name: String,
    child: Child,
}

impl<'p> Playing<'p> {
    fn start(place: &'p Place, name: &str, plug: impl Fn(&mut Command)) -> Playing<'p> {
        let mut command = place.letgo();
        command.args(["play", "indoors.yaml", "--guide", "plain", "--speak-cautions", "never"]);
        command.env_remove("PULSE_SERVER").env("XDG_RUNTIME_DIR", "/nonexistent");
        command.env("ALSA_CONFIG_PATH", place.write("no-card.conf", ""));
        plug(&mut command);
        let out = fs::File::create(place.path(name)).unwrap();
        command.stdin(Stdio::null()).stderr(out.try_clone().unwrap()).stdout(out);
        Playing { place, name: name.into(), child: command.spawn().unwrap() }
    }

    fn said(&self) -> String {
        fs::read_to_string(self.place.path(&self.name)).unwrap()
    }

    fn says(&self, what: &str) {
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            wait_until(what, || self.said().contains(what));
        }));
        assert!(found.is_ok(), "never said {what:?}, but:\n{}", self.said());
    }

    fn ends_well(&mut self) {
        assert!(self.child.wait().unwrap().success(), "{}", self.said());
    }

    fn signal(&self, name: &str) {
        support::tool("kill", &[&format!("-{name}"), &self.child.id().to_string()]);
    }
}

impl Drop for Playing<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn on(desktop: &Desktop) -> impl Fn(&mut Command) + '_ {
    |command| {
        desktop.plug(command);
    }
}

#[test]
fn the_machine_is_kept_awake_while_there_is_sound_and_no_longer() {
    let place = place();
    let desktop = Desktop::start(&place);
    let awake = || desktop.holds("sleep:idle", "block") && desktop.saver_waits();
    let asleep = || !desktop.holds("sleep:idle", "block") && !desktop.saver_waits();
    let mut playing = Playing::start(&place, "out", on(&desktop));
    wait_until("it is kept awake", awake);
    desktop.press("Pause", &());
    wait_until("it may sleep in a pause", asleep);
    playing.says("(paused)");
    desktop.press("Play", &());
    wait_until("it is kept awake again", awake);
    playing.signal("TERM");
    playing.ends_well();
    wait_until("it may sleep at the end", asleep);
    // Whoever doesn't want any of it gets none of it.
    let mut playing = Playing::start(&place, "out", |command| {
        desktop.plug(command).env("LETGO_KEEP_AWAKE", "no").env("LETGO_MEDIA_KEYS", "no");
    });
    wait_until("it hears of sleep", || desktop.holds("sleep", "delay"));
    assert!(asleep() && !desktop.has(support::bus::LETGO));
    playing.signal("HUP");
    playing.ends_well();
    playing.says("stopping early is fine");
}

#[test]
fn player_controls_do_what_keys_do() {
    let place = place();
    let desktop = Desktop::start(&place);
    let mut playing = Playing::start(&place, "out", on(&desktop));
    wait_until("it is there", || desktop.has(support::bus::LETGO));
    let reads = |property: &str, what: &str| {
        wait_until(&format!("{property}: {what}"), || desktop.reads(property).contains(what));
    };
    reads("PlaybackStatus", "Playing");
    reads("Metadata", "An evening indoors");
    reads("Metadata", "Arrive");
    desktop.press("Next", &());
    playing.says("Rest your hands.");
    reads("Metadata", "Hands");
    desktop.press("Previous", &());
    reads("Metadata", "Arrive");
    desktop.press("PlayPause", &());
    reads("PlaybackStatus", "Paused");
    let position = || i64::try_from(&*desktop.shows("Position")).unwrap() / 1_000_000;
    let before = position();
    desktop.press("Seek", &60_000_000i64);
    wait_until("a minute on", || position() == before + 60);
    let track = zbus::ObjectPath::try_from("/letgo/session").unwrap();
    desktop.press("SetPosition", &(track, 200_000_000i64));
    wait_until("a place", || position() == 200);
    let other = zbus::ObjectPath::try_from("/another/track").unwrap();
    desktop.press("SetPosition", &(other, 1_000_000i64));
    desktop.press("Seek", &-100_000_000i64);
    wait_until("back", || position() == 100);
    desktop.set_volume(0.1);
    wait_until("softer", || (f64::try_from(&*desktop.shows("Volume")).unwrap() - 0.1).abs() < 0.01);
    // A second one has a name of its own.
    let second = Playing::start(&place, "second", on(&desktop));
    let name = format!("{}.instance{}", support::bus::LETGO, second.child.id());
    wait_until("both are there", || desktop.has(&name));
    assert!(format!("{:?}", desktop.shown_by(&name, "PlaybackStatus")).contains("Playing"));
    desktop.press("Stop", &());
    playing.ends_well();
    playing.says("stopping early is fine");
    wait_until("its name is free", || !desktop.has(support::bus::LETGO));
}

#[test]
fn a_machine_that_goes_to_sleep_finds_silence() {
    let place = place();
    let desktop = Desktop::start(&place);
    let mut playing = Playing::start(&place, "out", on(&desktop));
    let waits = || desktop.holds("sleep", "delay");
    wait_until("sleep waits for the fade", waits);
    desktop.sleep(true);
    playing.says("(paused: the machine slept)");
    wait_until("sleep may come", || !waits() && !desktop.holds("sleep:idle", "block"));
    desktop.sleep(false);
    wait_until("the next sleep waits, too", waits);
    assert!(desktop.reads("PlaybackStatus").contains("Paused"), "it goes on only when it is asked to");
    desktop.press("PlayPause", &());
    playing.says("(going on)");
    playing.signal("TERM");
    playing.ends_well();
}

fn loudest(sound: &[f32]) -> f32 {
    sound.iter().fold(0.0, |loudest, sample| sample.abs().max(loudest))
}

/// A server with a second sink, on which nothing should be heard by itself.
fn two_sinks(place: &Place) -> Server {
    let server = Server::start(place);
    server.control(&["load-module", "module-null-sink", "sink_name=loud", "norewinds=1"]);
    server.control(&["set-default-sink", "t"]);
    server
}

#[test]
fn sound_never_moves_to_another_device_by_itself() {
    let place = place();
    let (server, desktop) = (two_sinks(&place), Desktop::start(&place));
    let quiet = |sink: &str| loudest(&server.listen(sink)) == 0.0;
    let heard = |sink: &str| wait_until(&format!("{sink} is heard"), || loudest(&server.listen(sink)) > 0.01);
    let mut playing = Playing::start(&place, "out", |command| {
        desktop.plug(server.plug(command));
    });
    heard("t");
    // Another choice of the system doesn't concern it.
    server.control(&["set-default-sink", "loud"]);
    heard("t");
    assert!(quiet("loud"), "it followed the system's choice");
    // The device vanishes.
    let modules = server.control(&["list", "short", "modules"]);
    let module = modules.lines().find(|line| line.contains("sink_name=t ")).unwrap().split('\t').next().unwrap();
    server.control(&["unload-module", module]);
    playing.says("(the sound device is gone");
    assert!(quiet("loud"), "it moved to the loudspeakers");
    // It comes back, and so does the sound.
    server.control(&["load-module", "module-null-sink", "sink_name=t", "norewinds=1"]);
    playing.says("(the sound is back)");
    heard("t");
    assert!(quiet("loud"));
    // It vanishes again, and a key wants the sound from what there is.
    let modules = server.control(&["list", "short", "modules"]);
    let module = modules.lines().find(|line| line.contains("sink_name=t ")).unwrap().split('\t').next().unwrap();
    server.control(&["unload-module", module]);
    wait_until("it is gone again", || playing.said().matches("is gone").count() == 2);
    assert!(quiet("loud"));
    desktop.press("Play", &());
    heard("loud");
    desktop.set_volume(0.25);
    wait_until("softer", || (f64::try_from(&*desktop.shows("Volume")).unwrap() - 0.25).abs() < 0.01);
    playing.signal("TERM");
    playing.ends_well();
    // The volume is remembered, of that device alone.
    let memory = fs::read_to_string(place.path("home/.local/state/letgo/memory.json")).unwrap();
    let memory: serde_json::Value = serde_json::from_str(&memory).unwrap();
    let volumes = memory["volumes"].as_object().unwrap();
    assert_eq!(volumes.keys().collect::<Vec<_>>(), ["loud|"]);
    assert!((volumes["loud|"].as_f64().unwrap() + 12.0).abs() < 0.1);
}

#[test]
fn who_says_so_is_followed_and_a_device_is_kept_awake() {
    let place = place();
    let (server, desktop) = (two_sinks(&place), Desktop::start(&place));
    let level = |sink: &str| loudest(&server.listen(sink));
    let mut playing = Playing::start(&place, "out", |command| {
        let command = desktop.plug(server.plug(command));
        command.env("LETGO_FOLLOW_DEFAULT_DEVICE", "yes").env("LETGO_KEEP_DEVICE_AWAKE", "yes");
    });
    wait_until("it is heard", || level("t") > 0.01);
    // Another player says that there is one, and plays on.
    let mut second = Playing::start(&place, "second", |command| {
        server.plug(command);
    });
    second.says(&format!("another letgo is playing; both will be heard ({})", playing.child.id()));
    second.says("Let the floor hold you.");
    second.signal("TERM");
    second.ends_well();
    server.control(&["set-default-sink", "loud"]);
    wait_until("it followed", || level("loud") > 0.01);
    assert_eq!(level("t"), 0.0);
    desktop.press("Pause", &());
    // Silence, but not digital silence.
    wait_until("it is kept awake", || (1e-5..3e-4).contains(&level("loud")));
    playing.signal("TERM");
    playing.ends_well();
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_goes_on() {
    let place = place();
    let terminal = Terminal::new(&place, 80, 24, "PS1='$ ' bash --norc -i");
    terminal.shows("$");
    let typed = |line: &str| terminal.press_all(&[line, "Enter"]);
    typed(&format!("clear; {LETGO} play indoors.yaml --silent --speak-cautions never"));
    begun(&terminal);
    for _ in 0..2 {
        terminal.press("C-z");
        terminal.shows("Stopped");
        typed("clear; stty -a | grep -o -e '-*icanon' -e '-*echo '");
        terminal.shows("icanon echo");
        typed("fg");
        terminal.until("the session again", |screen| screen.contains(" left"));
        assert!(!terminal.read().contains("icanon"), "the whole screen is drawn anew:\n{}", terminal.screen());
        terminal.until("it goes on", |screen| !screen.contains("paused"));
    }
    // A pause stays a pause.
    terminal.press("Space");
    terminal.shows("paused");
    terminal.press("C-z");
    terminal.shows("Stopped");
    typed("fg");
    terminal.until("still paused", |screen| screen.contains("paused") && !screen.contains("Stopped"));
    terminal.press("q");
    terminal.shows("stopping early is fine");
}

#[test]
fn whatever_ends_it_the_terminal_is_whole() {
    for signal in ["TERM", "HUP"] {
        let place = place();
        let play = format!("sh -c 'echo $$ > pid; exec {LETGO} play indoors.yaml --silent --speak-cautions never'");
        let terminal = Terminal::new(&place, 80, 24, &format!("{play}; {TOLD}"));
        begun(&terminal);
        support::tool("kill", &[&format!("-{signal}"), fs::read_to_string(place.path("pid")).unwrap().trim()]);
        terminal.shows("stopping early is fine");
        terminal.shows("status 0 icanon echo");
    }
}

#[test]
fn a_panic_gives_the_terminal_back() {
    if std::env::var_os("LETGO_TEST_PANICS").is_some() {
        let _screen = letgo::guide::Screen::open(false, letgo::texts::Texts::english()).unwrap();
        panic!("on purpose");
    }
    let place = place();
    let own = std::env::current_exe().unwrap();
    let run = format!("LETGO_TEST_PANICS=1 {} --exact a_panic_gives_the_terminal_back --nocapture", own.display());
    let terminal = Terminal::new(&place, 80, 24, &format!("{run}; {TOLD}"));
    terminal.shows("on purpose");
    terminal.shows("status 101 icanon echo");
}

#[test]
fn a_terminal_that_goes_away_is_no_jolt() {
    let place = place();
    {
        let terminal = Terminal::new(
            &place,
            80,
            24,
            &format!("{LETGO} play indoors.yaml --silent --speak-cautions never 2> said"),
        );
        begun(&terminal);
        // The window is closed.
    }
    let memory = place.path("home/.local/state/letgo/memory.json");
    wait_until("where it was left is kept", || {
        fs::read_to_string(&memory).is_ok_and(|memory| memory.contains("\"chapter\": \"Arrive\""))
    });
    wait_until("it was left as by key", || {
        fs::read_to_string(place.path("said")).is_ok_and(|said| said.contains("stopping early is fine"))
    });
}
