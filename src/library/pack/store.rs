//! The packs that were added: each in a folder of its own, named by one list, `packs.json`.
//!
//! A pack is unpacked into a new folder, and then the list is replaced in one step: whatever happens before that, the old
//! version is still the one that is listed, and whole. Folders that the list doesn't name are left-overs and are swept.

use std::fs::{File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::PackError;
use super::key::Key;
use super::manifest::{DIGEST, LARGEST_MANIFEST, LETTER, MANIFEST, Manifest, PLAN, PROFILE, SIGNATURE};
use super::path::is_plain_name;
use super::read::{Pack, signer};

const LIST: &str = "packs.json";
const LOCK: &str = ".lock";
const VERSION: u32 = 1;
/// The largest list that is read, in bytes.
const LARGEST_LIST: u64 = 1 << 20;
/// Folders of packs begin so: letters that no system takes for anything else.
const FOLDER: &str = "pack-";

/// Where the packs are that were added.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// A pack that was added.
#[derive(Clone, Debug)]
pub struct Added {
    /// What it says about itself.
    pub manifest: Manifest,
    /// Who signed it.
    pub signer: Option<(String, Key)>,
    /// The folder with its files.
    pub folder: PathBuf,
}

/// Why a pack can't be added, found or removed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The pack itself.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// Somebody else made the one that is there.
    #[error("there is a pack `{name}` already, {}, and this one is {}. So that nobody's work is replaced by somebody \
             else's, nothing was changed; `letgo remove {name}` takes the other out first", by(.there), by(.new))]
    SomebodyElses {
        /// Its name.
        name: String,
        /// Who made the one that is there.
        there: Option<String>,
        /// Who made the new one.
        new: Option<String>,
    },
    /// There is none.
    #[error("no pack `{0}` was added")]
    None(String),
    /// Another program is at it.
    #[error("another letgo is adding or removing a pack just now; try again in a moment")]
    Busy,
    /// The list can't be understood.
    #[error("{}: the list of your packs can't be read; it is damaged, or a newer letgo wrote it. The packs themselves \
             are beside it", .0.display())]
    Damaged(PathBuf),
    /// The disk says no.
    #[error("{}: {reason}", .path.display())]
    File {
        /// Where.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
}

fn by(name: &Option<String>) -> String {
    name.as_ref().map_or("which nobody signed".into(), |name| format!("signed by {name}"))
}

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    letgo_packs: u32,
    packs: Vec<Entry>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    folder: String,
}

impl Store {
    /// The packs in a folder, which needn't be there yet.
    pub fn new(folder: &Path) -> Store {
        Store { folder: folder.to_path_buf() }
    }

    /// Every pack that was added, by name; and the names of those that can't be read any more.
    ///
    /// # Errors
    /// If the list of them can't be read.
    pub fn packs(&self) -> Result<(Vec<Added>, Vec<String>), StoreError> {
        let mut broken = Vec::new();
        let mut packs = Vec::new();
        for entry in self.list()?.packs {
            match self.open(&entry) {
                Ok(added) => packs.push(added),
                Err(_) => broken.push(entry.name),
            }
        }
        Ok((packs, broken))
    }

    /// A pack by its name, if it was added.
    ///
    /// # Errors
    /// If the list, or the pack, can't be read.
    pub fn pack(&self, name: &str) -> Result<Option<Added>, StoreError> {
        let list = self.list()?;
        let entry = list.packs.iter().find(|entry| entry.name == name);
        entry.map(|entry| self.open(entry).map_err(StoreError::from)).transpose()
    }

    /// Whether a pack may be added: whether none of its name is there that somebody else made.
    ///
    /// # Errors
    /// If it may not.
    pub fn may_add(&self, pack: &Pack) -> Result<Option<Added>, StoreError> {
        let name = &pack.manifest.name;
        // One that can't be read any more may be replaced by anything.
        let Some(there) = self.pack(name).ok().flatten() else { return Ok(None) };
        let same = match (&there.signer, &pack.signer) {
            (Some((_, one)), Some((_, other))) => one.same_as(other),
            // From nobody to somebody who is trusted is no loss.
            (None, _) => true,
            (Some(_), None) => false,
        };
        match same {
            true => Ok(Some(there)),
            false => Err(StoreError::SomebodyElses {
                name: name.clone(),
                there: there.signer.map(|(name, _)| name),
                new: pack.signer.as_ref().map(|(name, _)| name.clone()),
            }),
        }
    }

    /// Adds a pack, or replaces its older version, whole or not at all. It must still be the one that was checked.
    ///
    /// # Errors
    /// Whatever is wrong with it, and what the disk says; then nothing has changed.
    pub fn add(&self, path: &Path, checked: &Pack) -> Result<Added, StoreError> {
        let failed = |reason| StoreError::File { path: self.folder.clone(), reason };
        std::fs::create_dir_all(&self.folder).map_err(|error| StoreError::Pack(PackError::Write(error)))?;
        let _lock = self.lock()?;
        let mut list = self.list()?;
        self.may_add(checked)?;
        self.sweep(&list);
        let folder = tempfile::Builder::new()
            .prefix(FOLDER)
            .tempdir_in(&self.folder)
            .map_err(|error| StoreError::Pack(PackError::Write(error)))?;
        let pack = Pack::unpack(path, folder.path())?;
        if pack.proof.manifest != checked.proof.manifest {
            return Err(PackError::Changed(checked.manifest.name.clone()).into());
        }
        let name = folder.path().file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.ok_or_else(|| failed(io::Error::other("it has no name")))?;
        settle(folder.path()).map_err(|error| StoreError::Pack(PackError::Write(error)))?;
        let old = list.packs.iter().position(|entry| entry.name == pack.manifest.name).map(|at| list.packs.remove(at));
        list.packs.push(Entry { name: pack.manifest.name.clone(), folder: name });
        list.packs.sort_by(|one, other| one.name.cmp(&other.name));
        self.keep(&list)?;
        // From here on it is listed: its folder stays.
        let folder = folder.keep();
        if let Some(old) = old.and_then(|old| self.inside(&old)) {
            // What can't be taken away now is swept another time.
            let _ = std::fs::remove_dir_all(old);
        }
        Ok(Added { manifest: pack.manifest, signer: pack.signer, folder })
    }

    /// Takes a pack out.
    ///
    /// # Errors
    /// If there is none, or the disk says no.
    pub fn remove(&self, name: &str) -> Result<(), StoreError> {
        let at = |list: &List| list.packs.iter().position(|entry| entry.name == name);
        let none = || StoreError::None(name.to_string());
        at(&self.list()?).ok_or_else(none)?;
        let _lock = self.lock()?;
        let mut list = self.list()?;
        let entry = list.packs.remove(at(&list).ok_or_else(none)?);
        self.keep(&list)?;
        match self.inside(&entry) {
            Some(folder) => match std::fs::remove_dir_all(&folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    Err(StoreError::File { path: folder, reason: error })
                }
                _ => Ok(()),
            },
            None => Ok(()),
        }
    }

    fn open(&self, entry: &Entry) -> Result<Added, PackError> {
        let folder = self.inside(entry).ok_or(PackError::NoPack)?;
        let small = |path: &str| {
            let path = folder.join(path);
            let about = std::fs::metadata(&path).map_err(PackError::Read)?;
            match about.len() <= LARGEST_MANIFEST {
                true => std::fs::read(path).map_err(PackError::Read),
                false => Err(PackError::Large),
            }
        };
        let bytes = small(MANIFEST)?;
        let manifest = Manifest::read(&bytes)?;
        let seal_path = if manifest.from.is_some() { SIGNATURE } else { DIGEST };
        let signer = signer(&manifest, &bytes, seal_path, &small(seal_path)?)?;
        manifest.check()?;
        Ok(Added { manifest, signer, folder })
    }

    fn list(&self) -> Result<List, StoreError> {
        let path = self.folder.join(LIST);
        let failed = |reason| StoreError::File { path: path.clone(), reason };
        let bytes = match std::fs::metadata(&path) {
            Ok(about) if about.len() > LARGEST_LIST => return Err(StoreError::Damaged(path)),
            Ok(_) => std::fs::read(&path).map_err(failed)?,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                return Ok(List { letgo_packs: VERSION, packs: Vec::new() });
            }
            Err(error) => return Err(failed(error)),
        };
        let list: List = serde_json::from_slice(&bytes).map_err(|_| StoreError::Damaged(path.clone()))?;
        let plain = list.packs.iter().all(|entry| is_plain_name(&entry.name));
        match list.letgo_packs == VERSION && plain {
            true => Ok(list),
            false => Err(StoreError::Damaged(path)),
        }
    }

    fn keep(&self, list: &List) -> Result<(), StoreError> {
        let failed = |reason| StoreError::Pack(PackError::Write(reason));
        let text = serde_json::to_vec_pretty(list).map_err(|error| failed(error.into()))?;
        let mut file = tempfile::NamedTempFile::new_in(&self.folder).map_err(failed)?;
        file.write_all(&text).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
        file.persist(self.folder.join(LIST)).map_err(|error| failed(error.error))?;
        // The new name itself is on the disk when the folder is; not every system can do this.
        if let Ok(folder) = File::open(&self.folder) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    fn lock(&self) -> Result<File, StoreError> {
        let path = self.folder.join(LOCK);
        let failed = |reason| StoreError::File { path: path.clone(), reason };
        let file = File::create(&path).map_err(|error| StoreError::Pack(PackError::Write(error)))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// The folder of an entry, which can't be anywhere else.
    fn inside(&self, entry: &Entry) -> Option<PathBuf> {
        is_ours(&entry.folder).then(|| self.folder.join(&entry.folder))
    }

    /// Takes away what an adding that was broken off has left.
    fn sweep(&self, list: &List) {
        for entry in std::fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            if folder && is_ours(&name) && !list.packs.iter().any(|entry| entry.folder == name) {
                let _ = std::fs::remove_dir_all(entry.path());
            }
        }
    }
}

impl Added {
    /// The letter, if there is one.
    pub fn letter(&self) -> Option<String> {
        std::fs::read_to_string(self.folder.join(LETTER)).ok()
    }

    /// The plan, if there is one.
    pub fn plan(&self) -> Option<String> {
        std::fs::read_to_string(self.folder.join(PLAN)).ok()
    }

    /// The file with what the therapist knows of the client, if there is one.
    pub fn profile(&self) -> Option<PathBuf> {
        Some(self.folder.join(PROFILE)).filter(|path| path.is_file())
    }
}

fn is_ours(name: &str) -> bool {
    name.strip_prefix(FOLDER)
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Has what lies in a folder, and the folder, safely on the disk. Not every system can do the latter.
fn settle(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        match entry.file_type()? {
            kind if kind.is_dir() => settle(&entry.path())?,
            // Windows wants a file open for writing for that.
            kind if kind.is_file() => File::options().write(true).open(entry.path())?.sync_all()?,
            _ => {}
        }
    }
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}
