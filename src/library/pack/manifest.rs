//! What a pack says about itself, and what of it is believed: `letgo.json`, its first file.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::PackError;
use super::identity::{is_line, is_name};
use super::key::Key;
use super::path::{check_path, is_plain_name, same_file_key};

/// The version of the format that is written, and the only one that is read.
pub const VERSION: u32 = 1;

/// The most files of a pack. A night of words is some hundreds.
pub const MOST_FILES: usize = 20_000;
/// The largest `letgo.json`, in bytes.
pub const LARGEST_MANIFEST: u64 = 8 << 20;
/// The largest pack, in bytes. Hours of sound without loss fit in.
pub const LARGEST_PACK: u64 = 2 << 30;
/// The largest letter, profile and plan, in bytes.
pub const LARGEST_TEXT: u64 = 64 << 10;
/// The most sessions of a pack.
const MOST_SESSIONS: usize = 500;
/// The longest title, in letters.
const LONGEST_TITLE: usize = 200;
/// The longest value of a parameter, and the most parameters that are set.
const LONGEST_VALUE: usize = 1_000;
const MOST_SET: usize = 100;

/// The file that holds the manifest.
pub(super) const MANIFEST: &str = "letgo.json";
/// The file that holds its signature, in a signed pack.
pub(super) const SIGNATURE: &str = "letgo.json.minisig";
/// The file that holds its SHA-256, in a pack that isn't signed.
pub(super) const DIGEST: &str = "letgo.json.sha256";
/// The letter's file.
pub const LETTER: &str = "letter.md";
/// The file that holds what the therapist knows of the client: `letgo`'s about-me format.
pub const PROFILE: &str = "for-you.yaml";
/// The file that holds the plan.
pub const PLAN: &str = "plan.yaml";

/// What `letgo.json` holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of the format: [`VERSION`].
    pub letgo_pack: u32,
    /// What it is added and removed by: lower-case letters, digits and hyphens.
    pub name: String,
    /// What a person reads first.
    pub title: String,
    /// Whom it is from, if anybody signed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<From>,
    /// The program that made it.
    pub made_by: String,
    /// The sessions, in the order that the therapist gave them.
    pub sessions: Vec<PackedSession>,
    /// All its other files, in the order of their paths' bytes, which is their order in the pack.
    pub files: Vec<PackedFile>,
}

/// Whom a pack is from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct From {
    /// A name for people.
    pub name: String,
    /// The public key, in minisign's form.
    pub key: String,
}

/// A session in a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedSession {
    /// What it is played by, as plain as the pack's own name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its file in the pack.
    pub file: String,
    /// Parameters that the therapist has set.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<String, String>,
    /// How long the therapist wants it to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<String>,
}

/// A file in a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackedFile {
    /// Its path.
    pub path: String,
    /// Its bytes.
    pub size: u64,
    /// Its SHA-256 in 64 lower-case hexadecimal digits.
    pub sha256: String,
}

impl Manifest {
    /// Reads the bytes of `letgo.json`. Nothing is believed of them yet but their version.
    pub(super) fn read(bytes: &[u8]) -> Result<Manifest, PackError> {
        #[derive(Deserialize)]
        struct Version {
            letgo_pack: u32,
        }
        let damaged = |_| PackError::Damaged("its list of contents can't be read");
        let version: Version = serde_json::from_slice(bytes).map_err(damaged)?;
        match version.letgo_pack {
            VERSION => serde_json::from_slice(bytes).map_err(damaged),
            version => Err(PackError::Version(version)),
        }
    }

    /// The bytes of `letgo.json`, always the same for the same pack.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, PackError> {
        let mut bytes =
            serde_json::to_vec_pretty(self).map_err(|_| PackError::Damaged("its list of contents can't be written"))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// What a signature says besides: which pack it is of.
    pub(super) fn comment(&self) -> String {
        format!("letgo pack {}", self.name)
    }

    /// Looks for everything that a pack must not say.
    pub(super) fn check(&self) -> Result<(), PackError> {
        let wrong = |what: &'static str| Err(PackError::Refused(what.into()));
        if !is_plain_name(&self.name) {
            return wrong("its name isn't made of lower-case letters, digits and hyphens");
        }
        if !is_title(&self.title) || !is_title(&self.made_by) {
            return wrong("its title isn't one line of at most 200 letters");
        }
        if let Some(from) = &self.from {
            if !is_name(&from.name) {
                return wrong("the name of whom it is from isn't one line of at most 80 letters");
            }
            if Key::parse(&from.key).is_err() {
                return wrong("the key of whom it is from isn't one");
            }
        }
        self.check_files()?;
        self.check_sessions()
    }

    fn check_files(&self) -> Result<(), PackError> {
        if self.files.len() > MOST_FILES {
            return Err(PackError::Refused(format!("it holds more than {MOST_FILES} files")));
        }
        if !self.files.is_sorted_by(|one, other| one.path < other.path) {
            return Err(PackError::Refused("its files aren't in order, or one stands there twice".into()));
        }
        let mut files: HashMap<String, &str> = HashMap::new();
        let mut folders: HashMap<String, &str> = HashMap::new();
        for own in [MANIFEST, SIGNATURE, DIGEST] {
            files.insert(same_file_key(own), own);
        }
        for file in &self.files {
            let path = file.path.as_str();
            check_path(path).map_err(|error| PackError::Refused(format!("the file `{path}` {error}")))?;
            let twice = |other: &str| {
                Err(PackError::Refused(format!("`{path}` and `{other}` are the same file on some computers")))
            };
            if let Some(other) = files.insert(same_file_key(path), path) {
                return twice(other);
            }
            for (at, _) in path.match_indices('/') {
                let folder = &path[..at];
                match folders.insert(same_file_key(folder), folder) {
                    Some(other) if other != folder => return twice(other),
                    _ => {}
                }
            }
            let plain = file.sha256.len() == 64
                && file.sha256.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
            if !plain {
                return Err(PackError::Refused(format!("the checksum of `{path}` isn't one")));
            }
            if matches!(path, LETTER | PROFILE | PLAN) && file.size > LARGEST_TEXT {
                return Err(PackError::Refused(format!("`{path}` is larger than any text for a person")));
            }
        }
        match folders.keys().find_map(|folder| files.get(folder)) {
            Some(both) => Err(PackError::Refused(format!("`{both}` is a file and a folder"))),
            None => Ok(()),
        }
    }

    fn check_sessions(&self) -> Result<(), PackError> {
        if self.sessions.is_empty() {
            return Err(PackError::Refused("there is no session in it".into()));
        }
        if self.sessions.len() > MOST_SESSIONS {
            return Err(PackError::Refused(format!("it holds more than {MOST_SESSIONS} sessions")));
        }
        for (at, session) in self.sessions.iter().enumerate() {
            let name = &session.name;
            let earlier = self.sessions.get(..at).unwrap_or_default();
            let problem = if !is_plain_name(name) {
                "isn't made of lower-case letters, digits and hyphens"
            } else if earlier.iter().any(|other| other.name == *name) {
                "is there twice"
            } else if !is_title(&session.title) {
                "has a title that isn't one line of at most 200 letters"
            } else if !self.files.iter().any(|file| file.path == session.file) {
                "isn't among its files"
            } else if session.set.len() > MOST_SET
                || session.set.iter().any(|(name, value)| name.len().max(value.len()) > LONGEST_VALUE)
                || session.fit.as_ref().is_some_and(|fit| fit.len() > LONGEST_VALUE)
            {
                "has more set than anybody would"
            } else {
                continue;
            };
            return Err(PackError::Refused(format!("the session `{name}` {problem}")));
        }
        Ok(())
    }

    /// The sum of its files' sizes; nothing where that is more than any disk holds.
    pub fn size(&self) -> Option<u64> {
        self.files.iter().try_fold(0u64, |sum, file| sum.checked_add(file.size))
    }
}

fn is_title(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE && is_line(text)
}
