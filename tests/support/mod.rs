//! What the tests of whole commands share: a folder of their own, the program, sound as numbers.
#![allow(dead_code, reason = "each test file uses its own part of this")]

#[cfg(target_os = "linux")]
pub mod bus;
pub mod card;
pub mod microphone;
pub mod terminal;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder for one test, with a home of its own, so that nobody's settings or caches matter.
pub struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("home")).unwrap();
        Place { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }

    /// The program, at home here.
    pub fn letgo(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_letgo"));
        self.at_home(&mut command);
        command
    }

    /// Gives any command this place's home.
    pub fn at_home<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.current_dir(self.folder.path()).env("HOME", self.path("home")).env("LANG", "C.UTF-8");
        for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "NO_COLOR", "LC_ALL"] {
            command.env_remove(name);
        }
        // The desktop of whoever runs the tests isn't theirs to change.
        for name in ["DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS"] {
            command.env(name, "unix:path=/nonexistent");
        }
        // The variables that stand for settings.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("LETGO_")) {
            command.env_remove(name);
        }
        // What no voice has stays on the screen, whatever this machine has that could speak.
        command.env("LETGO_SPEECH", "none");
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.letgo().args(args).output().unwrap()
    }

    /// Runs it and expects it to do well; gives what it printed.
    pub fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs it and expects it to fail so; gives what it said.
    pub fn fails(&self, code: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        said
    }

    /// What there is in a folder.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// Runs another program and expects it to do well; gives its standard output and error.
pub fn tool(name: &str, args: &[&str]) -> (Vec<u8>, String) {
    let output = Command::new(name).args(args).output();
    let output =
        output.unwrap_or_else(|error| panic!("{name} is needed for this test (make test installs it): {error}"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{name} {args:?}: {said}");
    (output.stdout, said)
}

/// Decodes a sound file with ffmpeg: left and right interleaved at 48 kHz.
pub fn decoded(path: &Path) -> Vec<f32> {
    let path = path.to_str().unwrap();
    let (bytes, _) = tool("ffmpeg", &["-v", "error", "-i", path, "-f", "f32le", "-ar", "48000", "-ac", "2", "-"]);
    bytes.chunks_exact(4).map(|bytes| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).collect()
}

/// Integrated loudness in LUFS and true peak in dBTP, by ffmpeg's meter.
pub fn measured(path: &Path) -> (f64, f64) {
    let path = path.to_str().unwrap();
    let (_, said) = tool("ffmpeg", &["-nostats", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"]);
    let summary = &said[said.rfind("Summary:").unwrap()..];
    let number = |label: &str| -> f64 {
        let line = summary.lines().find(|line| line.trim_start().starts_with(label)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    (number("I:"), number("Peak:"))
}

/// A session without tracks or voices of its own, in which much happens.
pub const BUSY: &str = "\
letgo: 1
title: Busy
sound:
  - { synth: brown, level: -20 dB, fade-in: 2s, fade-out: 3s }
  - { synth: rain, level: -24 dB }
steps:
  - chapter: One
  - say: Hello there, and welcome. [2s]
  - bell: { strikes: 2, every: 3s, level: -3 dB }
  - chapter: Two
  - breathe: { in: 3s, out: 4s, rounds: 3 }
  - sound: { bed: brown, level: -30 dB, over: 4s }
  - say: And that is all. [3s]
";
