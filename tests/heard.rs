//! What is heard is what is rendered, sample for sample: from the beginning, from any place, after a lost device. And
//! after any keys: tests/keys_heard.rs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use support::card::{Card, Server, largest_step, trimmed, wait_until};
use support::{Place, decoded};

/// About half a minute in which much happens, without tracks or voices of its own.
const SESSION: &str = "\
letgo: 1
title: Heard
sound:
  - { synth: sea, level: -14 dB, fade-in: 2s, fade-out: 2s }
  - { synth: brown, level: -20 dB, fade-in: 3s, fade-out: 3s }
steps:
  - chapter: One
  - say: Hello there. [1s]
  - bell: { strikes: 2, every: 3s }
  - chapter: Two
  - breathe: { in: 3s, out: 4s, rounds: 2, say: Breathe with the tone. }
  - say: That is all. [1s]
";

fn place() -> Place {
    let place = Place::new();
    place.write("heard.yaml", SESSION);
    place
}

fn rendered(place: &Place, args: &[&str]) -> Vec<f32> {
    let mut all = vec!["render", "heard.yaml", "-o", "rendered.wav", "--samples", "float", "--force"];
    all.extend(args);
    place.ok(&all);
    decoded(&place.path("rendered.wav"))
}

fn play(place: &Place, args: &[&str]) -> Command {
    let mut command = place.letgo();
    command.args(["play", "heard.yaml", "--guide", "plain", "--speak-cautions", "never"]).args(args);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command
}

fn well(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "something was said");
}

#[test]
fn the_whole_session_sounds_as_it_is_rendered() {
    let place = place();
    let card = Card::new(&place, 3.0);
    well(card.plug(&mut play(&place, &[])));
    let (heard, rendered) = (card.heard(), rendered(&place, &[]));
    assert!(trimmed(&heard) == trimmed(&rendered), "what was heard isn't what was rendered");
    // The last of it was not lost in the device's buffers: the silence at the very end was played too.
    let quiet_end = heard.len() - heard.iter().rposition(|sample| *sample != 0.0).unwrap();
    assert!(quiet_end > 2 * 4000, "only {} frames of silence at the end", quiet_end / 2);
}

#[test]
fn from_any_place_it_rises_and_then_is_the_same() {
    let place = place();
    for from in ["0:07.3", "Two"] {
        let card = Card::new(&place, 3.0);
        let _ = std::fs::remove_file(place.path("heard.raw"));
        well(card.plug(&mut play(&place, &["--from", from])));
        let heard = card.heard();
        let heard = trimmed(&heard);
        let rendered = rendered(&place, &[]);
        let rendered = trimmed(&rendered);
        // The ends are aligned: both end with the session.
        let start = rendered.len() - heard.len();
        let risen = 2 * 48_000 / 2;
        assert!(heard[risen..] == rendered[start + risen..], "from {from}");
        assert!(largest_step(&heard[..risen]) <= largest_step(rendered) * 1.01, "a jolt at the beginning, from {from}");
        assert!(heard[0].abs() < 1e-4);
    }
}

#[test]
fn through_a_sound_server_too() {
    let place = place();
    let server = Server::start(&place);
    well(server.plug(&mut play(&place, &["--from", "0:14"])));
    thread::sleep(Duration::from_millis(300));
    let (heard, rendered) = (server.heard(), rendered(&place, &[]));
    let (heard, rendered) = (trimmed(&heard), trimmed(&rendered));
    let start = rendered.len() - heard.len();
    let risen = 2 * 48_000 / 2;
    assert!(heard[risen..] == rendered[start + risen..]);
}

#[test]
fn a_server_that_dies_is_waited_for_and_nothing_is_left_out() {
    let place = place();
    let mut server = Server::start(&place);
    let mut child = server.plug(&mut play(&place, &["--from", "0:06"])).spawn().unwrap();
    wait_until("sound is heard", || server.heard().iter().any(|sample| sample.abs() > 0.01));
    thread::sleep(Duration::from_secs(2));
    server.kill();
    let before = server.heard().len();
    thread::sleep(Duration::from_millis(1500));
    server.bring_up();
    assert!(child.wait().unwrap().success());
    thread::sleep(Duration::from_millis(300));
    let heard = server.heard();
    let after = trimmed(&heard[before..]);
    assert!(!after.is_empty(), "nothing was heard after the server came back");
    let rendered = rendered(&place, &[]);
    let rendered = trimmed(&rendered);
    let start = rendered.len() - after.len();
    let risen = 2 * 48_000 / 2;
    assert!(after[risen..] == rendered[start + risen..], "it went on with something else");
    // Where it went on, at the latest: 6 s in, 2 s heard, and what was on its way when the server died.
    let went_on = start / 2;
    assert!(went_on < 48_000 * 9, "went on at frame {went_on}");
}

#[test]
fn leaving_fades_out() {
    let place = place();
    let card = Card::new(&place, 1.0);
    let mut child = card.plug(&mut play(&place, &["--from", "0:07"])).spawn().unwrap();
    wait_until("sound is heard", || card.heard().len() > 2 * 48_000 * 2);
    support::tool("kill", &["-TERM", &child.id().to_string()]);
    assert!(child.wait().unwrap().success(), "stopping early is no failure");
    let (heard, rendered) = (card.heard(), rendered(&place, &[]));
    assert!(largest_step(&heard) <= largest_step(&rendered) * 1.01, "a jolt");
    assert!(heard.len() < 2 * 48_000 * 8, "it went on for {} s", heard.len() / 96_000);
    assert!(heard[heard.len() - 2000..].iter().all(|sample| *sample == 0.0));
}

#[test]
fn without_a_device_it_says_so_and_guides_on_the_screen() {
    let place = place();
    place.write("none.conf", "");
    let mut command = play(&place, &["--from", "0:19"]);
    command.stdout(Stdio::piped()).env("ALSA_CONFIG_PATH", place.path("none.conf"));
    command.env_remove("PULSE_SERVER").env("XDG_RUNTIME_DIR", "/nonexistent");
    let output = command.output().unwrap();
    let (out, said) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains("no sound device was found"), "{said}");
    assert!(out.contains("That is all."), "{out}");
}
