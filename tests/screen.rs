//! The guide on the screen: keys are pressed and the screen is read, in a real terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use support::Place;
use support::card::wait_until;
use support::terminal::{LETGO, Terminal};

const SESSION: &str = "\
letgo: 1
title: A quiet evening
sound: [ { synth: brown, level: -20 dB } ]
steps:
  - chapter: Arrive
  - say: Find somewhere warm, and let the floor hold you. [2s]
  - breathe: { in: 4s, out: 6s, rounds: 6, say: Breathe as you like. }
  - chapter: Hands
  - wait: { say: Rest your hands., at-most: 40s }
  - say: And that is all. [20s]
";

fn playing<'p>(place: &'p Place, columns: u32, rows: u32, more: &str) -> Terminal<'p> {
    let shell = format!(
        "{LETGO} play evening.yaml --silent --speak-cautions never {more}; echo status $?; stty -a | grep -o ' echo '"
    );
    Terminal::new(place, columns, rows, &shell)
}

fn place() -> Place {
    let place = Place::new();
    place.write("evening.yaml", SESSION);
    place
}

#[test]
fn keys_pause_move_and_leave_and_the_terminal_is_whole_afterwards() {
    let place = place();
    let terminal = playing(&place, 80, 24, "");
    terminal.shows("A quiet evening");
    terminal.shows("begins");
    terminal.press("Space");
    terminal.shows("Find somewhere warm");
    terminal.shows("Arrive");
    terminal.press("Space");
    terminal.shows("paused");
    terminal.press("Space");
    terminal.shows("left");
    terminal.press("Right");
    terminal.shows("█");
    terminal.press("n");
    terminal.shows("Hands");
    terminal.shows("space when you are ready");
    terminal.press("Space");
    terminal.shows("And that is all.");
    terminal.press("p");
    terminal.press("p");
    terminal.shows("Arrive");
    terminal.press("q");
    terminal.shows("stopping early is fine");
    terminal.shows("status 0");
    terminal.shows("echo");
    assert!(!terminal.screen().contains("space pause"), "the screen was left as it was:\n{}", terminal.screen());
}

#[test]
fn it_fits_forty_columns_and_three_rows() {
    let place = place();
    for (columns, rows) in [(40, 20), (10, 3)] {
        let terminal = playing(&place, columns, rows, "--from Hands");
        terminal.press("Space");
        wait_until("something is shown", || !terminal.screen().trim().is_empty());
        if columns == 40 {
            terminal.shows("Hands");
            terminal.shows("Rest your hands.");
        }
        terminal.press("C-c");
        wait_until("it has ended", || terminal.screen().contains("status") || terminal.screen().contains("echo"));
    }
}

#[test]
fn a_simple_terminal_gets_plain_lines_without_control_codes() {
    let place = place();
    let shell = format!("TERM=dumb {LETGO} play evening.yaml --silent --from Hands > plain.txt 2>&1");
    let terminal = Terminal::new(&place, 80, 24, &shell);
    let written = || std::fs::read_to_string(place.path("plain.txt")).unwrap_or_default();
    wait_until("words are written", || written().contains("Rest your hands."));
    terminal.press("q");
    terminal.press("Enter");
    wait_until("it has ended", || written().contains("stopping early is fine"));
    assert!(!written().chars().any(|c| c.is_control() && c != '\n'), "{:?}", written());
}

#[test]
fn captions_are_large_and_a_key_says_what_it_has_done() {
    let place = place();
    let terminal = playing(&place, 80, 24, "--guide captions");
    terminal.shows("begins");
    terminal.press("Space");
    terminal.until("letters several rows high", |screen| {
        let drawn = |line: &&str| line.chars().filter(|c| ('\u{2580}'..='\u{259f}').contains(c)).count() > 8;
        !screen.contains("Find somewhere") && screen.lines().filter(drawn).count() >= 6
    });
    terminal.press("l");
    terminal.shows("longer here");
    terminal.press("e");
    terminal.shows("fifteen minutes more");
    terminal.press("t");
    terminal.shows("tones and bells softer");
    terminal.press("?");
    terminal.shows("Any key goes back.");
    terminal.press("q");
    terminal.shows(" left");
    terminal.press("q");
    terminal.shows("stopping early is fine");
}
