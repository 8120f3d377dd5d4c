//! What the program remembers between evenings: which sessions were played, when, and where they were left; how loud
//! each device was.
//!
//! One small file in the platform's place for state, readable by its owner only. Nothing in it is needed: without it,
//! or with a damaged one, sessions play all the same, and what can't be kept is said once by whoever asked.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use etcetera::AppStrategy;
use serde::{Deserialize, Serialize};

use crate::settings;

/// The newest version of the file that this program reads.
const VERSION: u32 = 1;
/// A file larger than this isn't ours.
const LARGEST: u64 = 1 << 20;
/// The most sessions that are remembered; the ones not played for longest go first.
const MOST_SESSIONS: usize = 500;
/// The most evenings that are remembered: more than a year of them.
const MOST_EVENINGS: usize = 400;

/// A change of the file takes much less.
const LOCKED_AT_MOST: Duration = Duration::from_secs(2);

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Memory {
    version: u32,
    /// By the session's name, or its file's whole path.
    #[serde(default)]
    sessions: BTreeMap<String, Played>,
    /// The last evenings, in order.
    #[serde(default)]
    evenings: Vec<Evening>,
    /// By the device's name, in dB.
    #[serde(default)]
    volumes: BTreeMap<String, f32>,
}

/// A session on one evening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Evening {
    /// When it began, in seconds since 1970.
    pub when: u64,
    /// By the session's name, or its file's whole path.
    pub session: String,
    /// Whether it was heard to its end.
    #[serde(default)]
    pub whole: bool,
}

/// How a session was last played.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Played {
    /// When it last began, in seconds since 1970.
    pub when: u64,
    /// How often it was begun.
    pub times: u32,
    /// How often it was heard to its end.
    pub completed: u32,
    /// The frame at which it was left, if it was left early.
    pub left_at: Option<u64>,
    /// The chapter in which it was left.
    pub chapter: Option<String>,
    /// What its parameters were.
    pub set: BTreeMap<String, String>,
}

/// Where the file is; none where the system knows no home.
pub fn path() -> Option<PathBuf> {
    let folders = settings::folders()?;
    Some(folders.state_dir().unwrap_or_else(|| folders.data_dir()).join("memory.json"))
}

impl Memory {
    /// What this user's program remembers; nothing where there is no file.
    ///
    /// # Errors
    /// A damaged file is moved aside and named, and nothing is remembered.
    pub fn load() -> (Memory, Option<String>) {
        path().map_or_else(|| (Memory::default(), None), |path| Memory::read(&path))
    }

    /// What a file remembers, and what went wrong with it.
    pub fn read(path: &Path) -> (Memory, Option<String>) {
        let text = match std::fs::metadata(path) {
            Err(error) if settings::is_missing(&error) => return (Memory::default(), None),
            Err(error) => return (Memory::default(), Some(unreadable(path, &error))),
            Ok(about) if about.len() > LARGEST => Err(io::Error::other("it is too large")),
            Ok(_) => std::fs::read_to_string(path),
        };
        let found = text.and_then(|text| serde_json::from_str::<Memory>(&text).map_err(io::Error::from));
        match found {
            Ok(memory) if memory.version <= VERSION => (memory, None),
            // A newer program's file is left alone, and not written over: see `keep`.
            Ok(memory) => {
                let newer = format!("{} was written by a newer letgo and is left as it is", path.display());
                (Memory { version: memory.version, ..Memory::default() }, Some(newer))
            }
            Err(error) => {
                let aside = path.with_extension("damaged");
                let moved = std::fs::rename(path, &aside).is_ok();
                let kept = if moved { format!("; it was kept as {}", aside.display()) } else { String::new() };
                (Memory::default(), Some(format!("{}{kept}", unreadable(path, &error))))
            }
        }
    }

    /// Whether any session was ever begun.
    pub fn has_played(&self) -> bool {
        !self.sessions.is_empty()
    }

    /// How a session was last played.
    pub fn played(&self, session: &str) -> Option<&Played> {
        self.sessions.get(session)
    }

    /// The session that was begun last.
    pub fn last(&self) -> Option<(&str, &Played)> {
        self.sessions.iter().max_by_key(|(_, played)| played.when).map(|(name, played)| (name.as_str(), played))
    }

    /// The evenings that are remembered, in order. Of a session that an older program remembers, there is the last.
    pub fn evenings(&self) -> Vec<Evening> {
        let known = |session: &str| self.evenings.iter().any(|evening| evening.session == session);
        let older = self.sessions.iter().filter(|(name, played)| played.when > 0 && !known(name));
        let older = older.map(|(name, played)| Evening {
            when: played.when,
            session: name.clone(),
            whole: played.left_at.is_none(),
        });
        let mut evenings: Vec<Evening> = older.chain(self.evenings.iter().cloned()).collect();
        evenings.sort_by_key(|evening| evening.when);
        evenings
    }

    /// Remembers an evening, or how it went on.
    pub fn note_evening(&mut self, session: &str, when: u64, whole: bool) {
        let known = self.evenings.iter_mut().rfind(|evening| evening.when == when && evening.session == session);
        match known {
            Some(evening) => evening.whole = whole,
            None => self.evenings.push(Evening { when, session: session.to_string(), whole }),
        }
        self.evenings.sort_by_key(|evening| evening.when);
        let over = self.evenings.len().saturating_sub(MOST_EVENINGS);
        self.evenings.drain(..over);
    }

    /// Remembers something about a session.
    pub fn note(&mut self, session: &str, note: impl FnOnce(&mut Played)) {
        note(self.sessions.entry(session.to_string()).or_default());
        while self.sessions.len() > MOST_SESSIONS {
            let oldest = self.sessions.iter().min_by_key(|(_, played)| played.when).map(|(name, _)| name.clone());
            let Some(oldest) = oldest else { return };
            self.sessions.remove(&oldest);
        }
    }

    /// The volume of a device when it was last used, in dB.
    pub fn volume(&self, device: &str) -> Option<f32> {
        self.volumes.get(device).copied().filter(|volume| volume.is_finite())
    }

    /// Remembers the volume of a device.
    pub fn note_volume(&mut self, device: &str, volume: f32) {
        self.volumes.insert(device.to_string(), volume);
    }

    /// Changes what a file remembers, while no other program does; gives what it remembers then.
    ///
    /// # Errors
    /// If it can't be written; what was remembered before stays.
    pub fn change(path: &Path, change: impl FnOnce(&mut Memory)) -> io::Result<Memory> {
        let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
        std::fs::create_dir_all(folder)?;
        let _lock = lock(folder);
        let (mut memory, _) = Memory::read(path);
        change(&mut memory);
        memory.keep(path)?;
        Ok(memory)
    }

    /// Writes it, whole or not at all.
    ///
    /// # Errors
    /// If it can't be written; what was remembered before stays. Nothing is written over a newer program's file.
    fn keep(&self, path: &Path) -> io::Result<()> {
        if self.version > VERSION {
            return Ok(());
        }
        let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
        // A temporary file is made with mode 0600.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, &Memory { version: VERSION, ..self.clone() })?;
        file.flush()?;
        file.as_file().sync_data()?;
        file.persist(path).map_err(|error| error.error)?;
        Ok(())
    }
}

/// Keeps others from changing what is in a folder while the value lives. Whoever holds it for too long is passed over:
/// to play is more than to remember. Where folders can't be locked, nothing is.
fn lock(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    let begun = Instant::now();
    while begun.elapsed() < LOCKED_AT_MOST {
        match folder.try_lock() {
            Ok(()) => return Some(folder),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}

/// Says which other letgo makes sound for this user, and is held while this one does. It ends with the process, however
/// that ends, so nothing stale is left.
#[derive(Debug)]
pub struct Turn {
    _file: File,
}

impl Turn {
    /// Takes the turn; where another program has it, gives the number of that process. Nothing can be said where there is
    /// no place for it.
    pub fn take() -> Option<Result<Turn, Option<u32>>> {
        Turn::take_in(&path()?)
    }

    fn take_in(memory: &Path) -> Option<Result<Turn, Option<u32>>> {
        let folder = memory.parent()?;
        std::fs::create_dir_all(folder).ok()?;
        let path = folder.join("playing");
        let mut file = File::options().read(true).write(true).create(true).truncate(false).open(&path).ok()?;
        match file.try_lock() {
            Ok(()) => {
                // What stands in it is only for people.
                let _ = file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id()));
                Some(Ok(Turn { _file: file }))
            }
            Err(TryLockError::WouldBlock) => {
                let mut text = String::new();
                let _ = file.take(20).read_to_string(&mut text);
                Some(Err(text.trim().parse().ok()))
            }
            Err(TryLockError::Error(_)) => None,
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> String {
    format!("what was remembered in {} can't be read: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/memory.json");
        assert_eq!(Memory::read(&path), (Memory::default(), None));
        let mut memory = Memory::default();
        memory.note("belly", |played| played.when = 5);
        memory.note("feet", |played| *played = Played { when: 9, left_at: Some(48_000), ..Played::default() });
        memory.note_volume("default", -12.0);
        std::fs::create_dir(folder.path().join("deep")).unwrap();
        memory.keep(&path).unwrap();
        let (read, said) = Memory::read(&path);
        assert_eq!(said, None);
        assert_eq!(read.last().map(|(name, _)| name), Some("feet"));
        assert_eq!(read.played("feet").and_then(|played| played.left_at), Some(48_000));
        assert_eq!(read.volume("default"), Some(-12.0));
    }

    #[test]
    fn a_damaged_file_is_kept_aside_and_a_newer_one_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("memory.json");
        std::fs::write(&path, "{ not json").unwrap();
        let (memory, said) = Memory::read(&path);
        assert!(!memory.has_played() && said.is_some_and(|said| said.contains("memory.damaged")));
        assert!(folder.path().join("memory.damaged").exists());
        std::fs::write(&path, r#"{ "version": 9, "sessions": {} }"#).unwrap();
        let (mut memory, said) = Memory::read(&path);
        assert!(said.is_some_and(|said| said.contains("newer")));
        memory.note("belly", |played| played.when = 5);
        memory.keep(&path).unwrap();
        assert!(std::fs::read_to_string(&path).unwrap().contains("\"version\": 9"));
    }

    #[test]
    fn two_that_write_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/memory.json");
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let path = &path;
                scope.spawn(move || {
                    for number in 0..10 {
                        Memory::change(path, |memory| memory.note(&format!("{writer}-{number}"), |it| it.times = 1))
                            .unwrap();
                    }
                });
            }
        });
        assert_eq!(Memory::read(&path).0.sessions.len(), 40);
    }

    #[test]
    fn a_second_player_learns_of_the_first() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("memory.json");
        let first = Turn::take_in(&path).unwrap().unwrap();
        assert_eq!(Turn::take_in(&path).unwrap().unwrap_err(), Some(std::process::id()));
        drop(first);
        assert!(Turn::take_in(&path).unwrap().is_ok(), "what is over is over");
    }

    #[test]
    fn evenings_are_remembered_also_from_an_older_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("memory.json");
        std::fs::write(&path, r#"{ "version": 1, "sessions": { "feet": { "when": 7, "times": 3, "left-at": 9 } } }"#)
            .unwrap();
        let (mut memory, _) = Memory::read(&path);
        let evening = |when, session: &str, whole| Evening { when, session: session.into(), whole };
        assert_eq!(memory.evenings(), [evening(7, "feet", false)]);
        memory.note_evening("belly", 5, false);
        memory.note_evening("belly", 5, true);
        memory.keep(&path).unwrap();
        assert_eq!(Memory::read(&path).0.evenings(), [evening(5, "belly", true), evening(7, "feet", false)]);
        for when in 0..MOST_EVENINGS as u64 + 5 {
            memory.note_evening("jaw", 100 + when, false);
        }
        assert_eq!(memory.evenings.len(), MOST_EVENINGS);
        // Even a full memory, with the longest paths that there are likely to be, is one that is read again.
        assert!(serde_json::to_string_pretty(&memory).unwrap().len() + MOST_EVENINGS * 1_000 < LARGEST as usize);
    }

    #[test]
    fn only_so_many_sessions_are_remembered() {
        let mut memory = Memory::default();
        for when in 0..MOST_SESSIONS as u64 + 3 {
            memory.note(&format!("session-{when}"), |played| played.when = when);
        }
        assert_eq!(memory.sessions.len(), MOST_SESSIONS);
        assert!(memory.played("session-2").is_none() && memory.played("session-3").is_some());
    }
}
