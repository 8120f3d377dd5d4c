//! The system's own timer, as plain values: which files it wants, and which commands set and remove it.
//!
//! Everything that comes from outside (the program's place, folders) is escaped for the notation it goes into. No words
//! of a plan go into any of them: a reminder looks them up when it is due.

mod launchd;
mod systemd;
mod tasks;

use std::path::{Path, PathBuf};

use crate::quantity::TimeOfDay;

pub use launchd::launchd;
pub use systemd::systemd;
pub use tasks::task_scheduler;

/// What is to be run, every day, and when.
#[derive(Clone, Debug)]
pub struct Job {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Variables that it needs.
    pub variables: Vec<(String, String)>,
    /// When.
    pub at: TimeOfDay,
}

/// A timer of some system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// What is written, and where.
    pub files: Vec<(PathBuf, Vec<u8>)>,
    /// The commands that set it, once the files are there.
    pub set: Vec<Vec<String>>,
    /// The commands that remove it, while the files are there.
    pub unset: Vec<Vec<String>>,
    /// What is left to be told when the files are gone.
    pub afterwards: Vec<Vec<String>>,
    /// What the system makes of the files, and leaves behind where it can't be asked.
    pub links: Vec<PathBuf>,
}

/// Something in a path or a name that can't be written into a timer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` has characters in it that can't be written into a timer of this system")]
pub struct Unwritable(String);

/// A text without characters that end lines or that no notation takes.
fn plain(text: &str) -> Result<&str, Unwritable> {
    match text.chars().any(|c| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')) {
        true => Err(Unwritable(text.chars().map(|c| if c.is_control() { '?' } else { c }).collect())),
        false => Ok(text),
    }
}

fn plain_path(path: &Path) -> Result<&str, Unwritable> {
    path.to_str().ok_or_else(|| Unwritable(path.display().to_string())).and_then(plain)
}

fn command(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// A text inside XML (XML 1.0, section 2.4), in an element or an attribute.
fn xml(text: &str) -> Result<String, Unwritable> {
    let text = plain(text)?;
    Ok(text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;"))
}

#[cfg(test)]
fn job(program: &str) -> Job {
    Job {
        program: program.into(),
        arguments: vec!["plan".into(), "notify".into()],
        variables: vec![("XDG_DATA_HOME".into(), "/home/a \"b\" %h/$x\\y".into())],
        at: TimeOfDay::new(7, 5).unwrap_or_else(|| unreachable!()),
    }
}
