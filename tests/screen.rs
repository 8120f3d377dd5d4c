//! The guide on the screen: keys are pressed and the screen is read, in a real terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::process::Command;

use support::card::wait_until;
use support::{Place, tool};

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

/// A terminal of a size with the program in it.
struct Terminal<'p> {
    place: &'p Place,
    socket: String,
}

impl<'p> Terminal<'p> {
    fn new(place: &'p Place, columns: u32, rows: u32, shell: &str) -> Terminal<'p> {
        let socket = place.path(&format!("tmux-{columns}")).to_str().unwrap().to_string();
        let mut command = Command::new("tmux");
        let (columns, rows) = (columns.to_string(), rows.to_string());
        command.args(["-S", &socket, "-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", &rows, shell]);
        assert!(place.at_home(&mut command).status().expect("tmux (make test installs it)").success());
        Terminal { place, socket }
    }

    fn playing(place: &'p Place, columns: u32, rows: u32, more: &str) -> Terminal<'p> {
        let letgo = env!("CARGO_BIN_EXE_letgo");
        let shell =
            format!("{letgo} play evening.yaml --silent --speak-cautions never {more}; echo status $?; stty -a | grep -o ' echo '; cat");
        Terminal::new(place, columns, rows, &shell)
    }

    fn press(&self, key: &str) {
        tool("tmux", &["-S", &self.socket, "send-keys", key]);
    }

    fn screen(&self) -> String {
        let (out, _) = tool("tmux", &["-S", &self.socket, "capture-pane", "-p"]);
        String::from_utf8_lossy(&out).into_owned()
    }

    fn shows(&self, text: &str) {
        let mut last = String::new();
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            wait_until(text, || {
                last = self.screen();
                last.contains(text)
            });
        }));
        assert!(found.is_ok(), "never showed {text:?}; at last:\n{last}");
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let _ = self.place;
        let _ = Command::new("tmux").args(["-S", &self.socket, "kill-server"]).status();
    }
}

fn place() -> Place {
    let place = Place::new();
    place.write("evening.yaml", SESSION);
    place
}

#[test]
fn keys_pause_move_and_leave_and_the_terminal_is_whole_afterwards() {
    let place = place();
    let terminal = Terminal::playing(&place, 80, 24, "");
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
        let terminal = Terminal::playing(&place, columns, rows, "--from Hands");
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
    let letgo = env!("CARGO_BIN_EXE_letgo");
    let shell = format!("TERM=dumb {letgo} play evening.yaml --silent --from Hands > plain.txt 2>&1; cat");
    let terminal = Terminal::new(&place, 80, 24, &shell);
    let written = || std::fs::read_to_string(place.path("plain.txt")).unwrap_or_default();
    wait_until("words are written", || written().contains("Rest your hands."));
    terminal.press("q");
    terminal.press("Enter");
    wait_until("it has ended", || written().contains("stopping early is fine"));
    assert!(!written().chars().any(|c| c.is_control() && c != '\n'), "{:?}", written());
}
