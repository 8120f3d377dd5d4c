//! `letgo about-me` asks plainly, keeps little, and sessions follow it; what it can't understand it leaves alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::io::Write;
use std::process::Stdio;

use support::Place;

const FILE: &str = "home/.config/letgo/about-me.yaml";

fn answers(place: &Place, args: &[&str], typed: &str) -> String {
    let mut command = place.letgo();
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn it_waits_for_the_first_session() {
    let place = Place::new();
    assert!(answers(&place, &["about-me"], "jaw\n").contains("first-evening"));
    assert!(!place.path(FILE).exists());
}

#[test]
fn what_is_answered_changes_sessions_and_can_be_erased() {
    let place = Place::new();
    // A slip is pointed at; an anchor; no holds; then enough.
    let said = answers(&place, &["about-me", "--now"], "jew\njaw\nhands\nmaybe\ny\n\nq\n");
    assert!(said.contains("Did you mean jaw?"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 90), "{said}");
    let kept = std::fs::read_to_string(place.path(FILE)).unwrap();
    assert!(kept.contains("leave-out: [jaw]") && kept.contains("anchor: hands"), "{kept}");
    assert!(kept.contains("- { id: breath-holds }"), "{kept}");
    assert_eq!(place.ok(&["about-me", "--show"]), kept);

    let shown = place.ok(&["show", "let-go-of-the-day"]);
    let (before, _) = shown.split_once("ARRIV").unwrap_or((&shown, ""));
    assert!(before.contains("~ Left out: your jaw. Why: your settings."), "{shown}");
    assert!(before.contains("~ Your hands lead instead of the breath."), "{shown}");
    assert!(!shown.contains("Why: your settings.\n!") || shown.contains('!'), "{shown}");
    let as_is = place.ok(&["show", "let-go-of-the-day", "--as-is"]);
    assert!(!as_is.contains('~'), "{as_is}");
    std::fs::rename(place.path(FILE), place.path("client.yaml")).unwrap();
    assert_eq!(place.ok(&["show", "let-go-of-the-day", "--profile", "client.yaml"]), shown);
    std::fs::rename(place.path("client.yaml"), place.path(FILE)).unwrap();

    assert!(place.ok(&["about-me", "--forget"]).contains("erased"));
    assert_eq!(place.ok(&["show", "let-go-of-the-day"]), as_is);
}

#[test]
fn an_emergency_is_answered_with_whom_to_call_and_nothing_is_kept() {
    let place = Place::new();
    place.write("worst.yaml", "about-me: 1\ncautions: [ { id: emergency-chest } ]\n");
    let said = place.ok(&["play", "five-minutes", "--silent", "--profile", "worst.yaml"]);
    assert!(said.contains("emergency number"), "{said}");
    assert!(!said.contains("1 of"), "nothing is played: {said}");
    // Enter to everything until the emergencies come, then yes.
    let typed = format!("{}y\n", "\n".repeat(60));
    let all = answers(&place, &["about-me", "--now"], &typed);
    assert!(all.contains("Do you think of harming yourself?"), "{all}");
    assert!(!place.path(FILE).exists());
}

#[test]
fn a_file_that_cannot_be_understood_is_kept_and_said() {
    let place = Place::new();
    for (text, expected) in [
        ("about-me: 1\nanchor: foot\n", "about-me.yaml:2:9"),
        ("about-me: 2\nmore: yes\n", "version 2"),
        ("nonsense", "about-me.yaml:1:1"),
    ] {
        place.write(FILE, text);
        for verb in [&["play", "five-minutes", "--silent"][..], &["show", "belly"], &["about-me", "--now"]] {
            let said = place.fails(1, verb);
            assert!(said.contains(expected), "{verb:?}: {said}");
        }
        assert!(place.fails(1, &["show", "belly"]).contains("--as-is"));
        place.ok(&["show", "belly", "--as-is"]);
        assert_eq!(std::fs::read_to_string(place.path(FILE)).unwrap(), text);
    }
}

#[test]
fn wishes_for_once_are_checked() {
    let place = Place::new();
    assert!(place.fails(2, &["show", "belly", "--leave-out", "jew"]).contains("did you mean `jaw`"));
    assert!(place.fails(2, &["show", "belly", "--anchor", "foot"]).contains("hands"));
    assert!(place.fails(2, &["show", "belly", "--profile", "nowhere.yaml"]).contains("nowhere.yaml"));
    let shown = place.ok(&["show", "whole-body-scan", "--leave-out", "Upper Back,jaw"]);
    assert!(shown.contains("~ Left out:") && shown.contains("you asked for it"), "{shown}");
}

#[test]
fn the_program_speaks_the_listeners_language() {
    let place = Place::new();
    let german = place.ok(&["safety", "--language", "de"]);
    assert!(german.contains("Notruf"), "{german}");
    let mut command = place.letgo();
    let output = command.env("LANG", "fr_FR.UTF-8").arg("safety").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("urgence"));
    let said = place.fails(2, &["safety", "--language", "xx"]);
    assert!(said.contains("en, de, fr, es"), "{said}");
    for line in place.ok(&["safety"]).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}
