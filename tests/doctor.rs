//! `letgo doctor` tells what works here and what to do, on any machine: with a device, without one, without a home.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use serde_json::Value;
use support::Place;
use support::card::Card;

/// Its exit code, and what it found.
fn doctor(place: &Place, set: impl Fn(&mut std::process::Command)) -> (Option<i32>, Value) {
    let mut command = place.letgo();
    command.args(["doctor", "--json"]).env("TERM", "xterm").env("PATH", "/nowhere");
    command.env_remove("PULSE_SERVER").env("XDG_RUNTIME_DIR", "/nonexistent");
    set(&mut command);
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    (output.status.code(), serde_json::from_slice(&output.stdout).unwrap())
}

fn finding<'j>(json: &'j Value, what: &str) -> &'j Value {
    let all = json["findings"].as_array().unwrap();
    all.iter().find(|finding| finding["what"] == what).unwrap_or_else(|| panic!("{what}: {json}"))
}

/// A machine without any sound: an empty configuration of ALSA.
fn deaf(place: &Place) -> std::path::PathBuf {
    place.write("deaf.conf", "")
}

#[test]
fn with_a_device_a_session_can_be_heard() {
    let place = Place::new();
    let card = Card::new(&place, 8.0);
    let path = std::env::var("PATH").unwrap();
    let (code, json) = doctor(&place, |command| {
        card.plug(command).env("PATH", &path);
    });
    assert_eq!((code, &json["can_be_heard"]), (Some(0), &Value::Bool(true)), "{json}");
    assert!(finding(&json, "sound")["found"].as_str().unwrap().contains("48000 Hz"), "{json}");
    assert_eq!(finding(&json, "voice")["ok"], true);
}

#[test]
fn without_one_it_says_so_and_what_to_do() {
    let place = Place::new();
    let config = deaf(&place);
    let (code, json) = doctor(&place, |command| {
        command.env("ALSA_CONFIG_PATH", &config);
    });
    assert_eq!((code, &json["can_be_heard"]), (Some(1), &Value::Bool(false)), "{json}");
    assert!(finding(&json, "sound")["fix"].is_string(), "{json}");
    assert!(finding(&json, "speech")["fix"].as_str().unwrap().contains("espeak-ng"), "{json}");
    for finding in json["findings"].as_array().unwrap() {
        let fix = finding["fix"].as_str();
        assert_eq!(finding["ok"].as_bool().unwrap(), fix.is_none());
        assert!(fix.is_none_or(|fix| !fix.contains('\n') && !fix.is_empty()));
        assert!(!finding["found"].as_str().unwrap().is_empty());
    }
}

#[test]
fn each_line_of_the_page_is_ok_or_to_do() {
    let place = Place::new();
    let config = deaf(&place);
    let mut command = place.letgo();
    command.arg("doctor").env("ALSA_CONFIG_PATH", &config).env_remove("PULSE_SERVER");
    let output = command.env("XDG_RUNTIME_DIR", "/nonexistent").output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{page}");
    let (lines, end) = page.trim_end().rsplit_once("\n\n").unwrap();
    for line in lines.lines() {
        assert!(line.starts_with("ok    ") || line.starts_with("to do ") || line.starts_with("        "), "{line:?}");
    }
    assert!(
        lines.contains("\n    ") && lines.contains("-> ") && lines.contains("none here (a pipe or a file)"),
        "{page}"
    );
    assert_eq!(end, "A session can't be heard here yet; it runs on the screen.");
}

#[test]
fn settings_and_folders_are_looked_at() {
    let place = Place::new();
    let config = deaf(&place);
    let deafen = |command: &mut std::process::Command| {
        command.env("ALSA_CONFIG_PATH", &config);
    };
    let (_, json) = doctor(&place, deafen);
    assert_eq!(finding(&json, "settings")["ok"], true);
    assert_eq!(finding(&json, "settings in")["ok"], true);
    assert!(finding(&json, "about me")["found"].as_str().unwrap().contains("nothing is kept"));
    place.write("home/.config/letgo/settings.yaml", "volum: 0 dB\n");
    place.write("home/.config/letgo/about-me.yaml", "about-me: 1\nanchor: hand\n");
    let (_, json) = doctor(&place, deafen);
    assert!(finding(&json, "settings")["fix"].as_str().unwrap().contains("letgo config check"), "{json}");
    assert!(finding(&json, "about me")["found"].as_str().unwrap().contains("anchor"), "{json}");
    // A home that is none.
    let (_, json) = doctor(&place, |command| {
        deafen(command);
        command.env("HOME", "/dev/null");
    });
    assert!(finding(&json, "settings in")["fix"].is_string(), "{json}");
}
