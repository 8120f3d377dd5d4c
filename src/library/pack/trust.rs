//! Whom the listener trusts: names with the keys that belong to them, in one small file.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::path::same_file_key;

/// The version of the file that is written, and the only one that is read.
const VERSION: u32 = 1;
/// The largest file that is read, in bytes: some thousands of therapists.
const LARGEST: u64 = 1 << 20;

/// Somebody who is trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// Their name, as the listener knows them.
    pub name: String,
    /// Their key.
    pub key: Key,
}

/// Everybody who is trusted.
#[derive(Clone, Debug)]
pub struct Trust {
    path: PathBuf,
    known: Vec<Trusted>,
}

/// What the listener knows of a pack's signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody signed it.
    Unsigned,
    /// Signed by somebody who is trusted, by the name that the listener knows.
    Trusted(String),
    /// Signed by somebody who was never heard of.
    New,
    /// Signed with another key than the one that belongs to this name: not to be used.
    KeyChanged(Trusted),
}

/// Why there is no knowing who is trusted.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// It can't be read or written.
    #[error("{}: {reason}", .path.display())]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// It can't be understood, and isn't guessed at.
    #[error("{}: whom you trust can't be read from it; it is damaged, or a newer letgo wrote it. Move it away to begin \
             anew", .0.display())]
    Damaged(PathBuf),
    /// The name is somebody else's.
    #[error("you already trust somebody called {}, with another key; `letgo trust forget` takes them out", .0.name)]
    Taken(Trusted),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    letgo_trust: u32,
    therapists: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    key: String,
}

impl Trust {
    /// Reads who is trusted; nobody where there is no file.
    ///
    /// # Errors
    /// If the file can't be read or understood.
    pub fn read(path: &Path) -> Result<Trust, TrustError> {
        let failed = |reason| TrustError::File { path: path.to_path_buf(), reason };
        let damaged = || TrustError::Damaged(path.to_path_buf());
        let bytes = match std::fs::metadata(path) {
            Ok(about) if about.len() > LARGEST => return Err(damaged()),
            Ok(_) => std::fs::read(path).map_err(failed)?,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(Trust { path: path.to_path_buf(), known: Vec::new() });
            }
            Err(error) => return Err(failed(error)),
        };
        let written: Written = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
        if written.letgo_trust != VERSION {
            return Err(damaged());
        }
        let known = written.therapists.into_iter().map(|entry| {
            let key = Key::parse(&entry.key).map_err(|_| damaged())?;
            Ok(Trusted { name: entry.name, key })
        });
        Ok(Trust { path: path.to_path_buf(), known: known.collect::<Result<_, _>>()? })
    }

    /// Everybody who is trusted, by name.
    pub fn known(&self) -> &[Trusted] {
        &self.known
    }

    /// What is known of a signer.
    pub fn of(&self, signer: Option<&(String, Key)>) -> Standing {
        let Some((name, key)) = signer else { return Standing::Unsigned };
        // The key tells people apart, whatever they call themselves today.
        if let Some(known) = self.known.iter().find(|known| known.key.same_as(key)) {
            return Standing::Trusted(known.name.clone());
        }
        match self.known.iter().find(|known| same_name(&known.name, name)) {
            Some(known) => Standing::KeyChanged(known.clone()),
            None => Standing::New,
        }
    }

    /// Trusts somebody from now on.
    ///
    /// # Errors
    /// If somebody else has that name, or the file can't be written; then nothing changes.
    pub fn add(&mut self, name: &str, key: &Key) -> Result<(), TrustError> {
        match self.of(Some(&(name.to_string(), key.clone()))) {
            Standing::Trusted(_) => Ok(()),
            Standing::KeyChanged(known) => Err(TrustError::Taken(known)),
            Standing::New | Standing::Unsigned => {
                let mut known = self.known.clone();
                known.push(Trusted { name: name.to_string(), key: key.clone() });
                known.sort_by(|one, other| one.name.cmp(&other.name));
                self.keep(known)
            }
        }
    }

    /// Trusts somebody no longer; whether anybody of that name was trusted.
    ///
    /// # Errors
    /// If the file can't be written; then nothing changes.
    pub fn forget(&mut self, name: &str) -> Result<bool, TrustError> {
        let known: Vec<Trusted> = self.known.iter().filter(|known| !same_name(&known.name, name)).cloned().collect();
        let anybody = known.len() < self.known.len();
        if anybody {
            self.keep(known)?;
        }
        Ok(anybody)
    }

    /// Writes the file whole or not at all.
    fn keep(&mut self, known: Vec<Trusted>) -> Result<(), TrustError> {
        let failed = |reason| TrustError::File { path: self.path.clone(), reason };
        let entry = |known: &Trusted| Entry { name: known.name.clone(), key: known.key.as_str().to_string() };
        let written = Written { letgo_trust: VERSION, therapists: known.iter().map(entry).collect() };
        let text = serde_json::to_vec_pretty(&written).map_err(|error| failed(error.into()))?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder).map_err(failed)?;
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        file.write_all(&text).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
        file.persist(&self.path).map_err(|error| failed(error.error))?;
        self.known = known;
        Ok(())
    }
}

/// Whether two names look like one person's: capitals, blanks and the forms of letters don't count.
fn same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().map(same_file_key).collect::<Vec<_>>().join(" ");
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::pack::Identity;

    fn key() -> Key {
        Identity::new("x").unwrap().key()
    }

    fn signer(name: &str, key: &Key) -> Option<(String, Key)> {
        Some((name.to_string(), key.clone()))
    }

    #[test]
    fn a_name_belongs_to_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/trust.json");
        let mut trust = Trust::read(&path).unwrap();
        let (anna, other) = (key(), key());
        assert_eq!(trust.of(None), Standing::Unsigned);
        assert_eq!(trust.of(signer("Anna Berg", &anna).as_ref()), Standing::New);
        trust.add("Anna Berg", &anna).unwrap();
        let mut trust = Trust::read(&path).unwrap();
        assert_eq!(trust.of(signer("Anna Berg", &anna).as_ref()), Standing::Trusted("Anna Berg".into()));
        assert_eq!(trust.of(signer("Somebody else", &anna).as_ref()), Standing::Trusted("Anna Berg".into()));
        for name in ["Anna Berg", " anna  BERG ", "Ａnna Berg"] {
            assert!(matches!(trust.of(signer(name, &other).as_ref()), Standing::KeyChanged(_)), "{name}");
            assert!(matches!(trust.add(name, &other), Err(TrustError::Taken(_))), "{name}");
        }
        assert!(!trust.forget("Bert").unwrap());
        assert!(trust.forget("anna berg").unwrap());
        assert_eq!(Trust::read(&path).unwrap().of(signer("Anna Berg", &other).as_ref()), Standing::New);
    }

    #[test]
    fn a_file_that_cannot_be_understood_trusts_nobody_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trust.json");
        for text in [
            "",
            "{}",
            "{\"letgo_trust\": 2, \"therapists\": []}",
            "{\"letgo_trust\": 1, \"therapists\": [{\"name\": \"x\", \"key\": \"RW\"}]}",
        ] {
            std::fs::write(&path, text).unwrap();
            assert!(matches!(Trust::read(&path), Err(TrustError::Damaged(_))), "{text}");
            assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        }
    }
}
