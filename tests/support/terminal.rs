//! A real terminal for tests: keys are pressed in it and its screen is read.

use std::process::Command;

use super::card::wait_until;
use super::{Place, tool};

/// The program under test.
pub const LETGO: &str = env!("CARGO_BIN_EXE_letgo");

/// A terminal of a size, at home in a place that has no sound device.
pub struct Terminal<'p> {
    _place: &'p Place,
    socket: String,
}

impl<'p> Terminal<'p> {
    /// Runs a line of shell in it, and stays open afterwards.
    pub fn new(place: &'p Place, columns: u32, rows: u32, shell: &str) -> Terminal<'p> {
        let socket = place.path(&format!("tmux-{columns}")).to_str().unwrap().to_string();
        let mut command = Command::new("tmux");
        let (columns, rows, shell) = (columns.to_string(), rows.to_string(), format!("{shell}; cat"));
        command.args(["-S", &socket, "-f", "/dev/null", "new-session", "-d", "-x", &columns, "-y", &rows, &shell]);
        place.at_home(&mut command);
        // Tests are silent: whatever this machine plays on isn't found from here.
        command.env("ALSA_CONFIG_PATH", place.write("no-card.conf", "")).env("XDG_RUNTIME_DIR", "/nonexistent");
        command.env_remove("PULSE_SERVER").env_remove("ACCESSIBLE").env_remove("TMUX");
        assert!(command.status().expect("tmux (make test installs it)").success());
        Terminal { _place: place, socket }
    }

    /// Presses a key, by tmux's name for it.
    pub fn press(&self, key: &str) {
        self.press_all(&[key]);
    }

    pub fn press_all(&self, keys: &[&str]) {
        let mut args = vec!["-S", &self.socket, "send-keys"];
        args.extend(keys);
        tool("tmux", &args);
    }

    pub fn screen(&self) -> String {
        let (out, _) = tool("tmux", &["-S", &self.socket, "capture-pane", "-p"]);
        String::from_utf8_lossy(&out).into_owned()
    }

    /// Changes its size.
    pub fn resize(&self, columns: u32, rows: u32) {
        let (columns, rows) = (columns.to_string(), rows.to_string());
        tool("tmux", &["-S", &self.socket, "resize-window", "-x", &columns, "-y", &rows]);
    }

    /// Whether a program has the whole screen for itself.
    pub fn is_alternate(&self) -> bool {
        let (out, _) = tool("tmux", &["-S", &self.socket, "display-message", "-p", "#{alternate_on}"]);
        out.starts_with(b"1")
    }

    /// The screen as one line: what was broken into lines is read in one.
    pub fn read(&self) -> String {
        self.screen().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Waits for words, wherever the lines break.
    pub fn shows(&self, text: &str) {
        self.until(text, |screen| screen.split_whitespace().collect::<Vec<_>>().join(" ").contains(text));
    }

    /// Waits until the screen is as wanted; shows it where it never is.
    pub fn until(&self, what: &str, mut wanted: impl FnMut(&str) -> bool) {
        let mut last = String::new();
        let found = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            wait_until(what, || {
                last = self.screen();
                wanted(&last)
            });
        }));
        assert!(found.is_ok(), "never showed {what:?}; at last:\n{last}");
    }
}

impl Drop for Terminal<'_> {
    fn drop(&mut self) {
        let _ = Command::new("tmux").args(["-S", &self.socket, "kill-server"]).status();
    }
}
