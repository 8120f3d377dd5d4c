//! A voice pack: a folder of clips with an index, on disk or inside the binary.
//!
//! The index, `pack.json`, names the voice, its language and licence, and for each clip its words, file, length and
//! loudness, so that a session is laid out without decoding anything. What is broken in a pack is reported and left
//! out; the rest still speaks. The format is described in `docs/voice.md`.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::words::{ClipKey, sha256};
use crate::library::Asset;
use crate::quantity::{Decibels, Frames, Lufs, SAMPLE_RATE};

/// The name of a pack's index.
pub const INDEX: &str = "pack.json";

/// The version of the index that is written and read.
pub const VERSION: u32 = 1;

/// The largest index that is read, in bytes: some 100,000 clips.
const LARGEST_INDEX: u64 = 32_000_000;

/// What `pack.json` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PackIndex {
    /// The version of this format: [`VERSION`].
    pub letgo_voice: u32,
    /// The voice's name, for people.
    pub name: String,
    /// Its language, as a BCP 47 tag.
    pub language: String,
    /// The licence of the clips, as an SPDX expression; empty if nobody said.
    #[serde(default)]
    pub licence: String,
    /// How the clips were made, for people.
    #[serde(default)]
    pub made: String,
    /// Frames a second that lengths are counted in: always 48,000.
    pub sample_rate: u32,
    /// The clips, in the order of their files' names.
    pub clips: Vec<ClipEntry>,
}

impl PackIndex {
    /// An index without clips.
    pub fn new(name: &str, language: &str) -> PackIndex {
        PackIndex {
            letgo_voice: VERSION,
            name: name.to_string(),
            language: language.to_string(),
            licence: String::new(),
            made: String::new(),
            sample_rate: SAMPLE_RATE,
            clips: Vec::new(),
        }
    }

    /// As the text of `pack.json`: always the same for the same clips.
    pub fn to_json(&self) -> String {
        // Plain numbers and strings always have a JSON form.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }
}

/// One clip of a pack.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClipEntry {
    /// The words, as they were written.
    pub text: String,
    /// The language of the words, if it isn't the pack's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The file, directly in the pack's folder.
    pub file: String,
    /// Its length at 48 kHz.
    pub length_frames: Frames,
    /// Its integrated loudness, in LUFS.
    pub loudness_lufs: f32,
    /// Its true peak, in dB of full scale.
    pub true_peak_dbtp: f32,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// What it was made from: speech program, settings and respelt words, as a hash. None for a recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipe: Option<String>,
}

/// Where a pack's files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Folder,
    Bundled,
}

/// An opened pack: a look-up costs a hash.
#[derive(Clone, Debug)]
pub struct Pack {
    index: PackIndex,
    by_words: HashMap<ClipKey, usize>,
    assets: Vec<Option<Asset>>,
    place: Place,
    warnings: Vec<PackWarning>,
}

/// Why a pack can't be opened at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// There is no index.
    #[error("there is no {INDEX} in {folder}")]
    Missing {
        /// Where it was looked for.
        folder: String,
    },
    /// The index can't be read as one.
    #[error("{INDEX} in {folder} is damaged ({reason}); it can be made again with `letgo voice build`")]
    Damaged {
        /// Where it is.
        folder: String,
        /// What the reader says.
        reason: String,
    },
    /// Made by a newer program.
    #[error("{INDEX} in {folder} is version {version}; this program reads version {VERSION}, a newer one is needed")]
    Version {
        /// Where it is.
        folder: String,
        /// Its version.
        version: u32,
    },
}

/// What is wrong with one clip of a pack. The others still speak.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackWarning {
    /// A file's name that would leave the folder, or that no file system takes.
    #[error("the voice pack names the file {file:?}, which isn't directly in its folder: left out")]
    Name {
        /// The name.
        file: String,
    },
    /// A file that isn't there.
    #[error("the voice pack's clip {file} is missing: left out")]
    Missing {
        /// The file.
        file: String,
    },
    /// A file that isn't what the index says.
    #[error("the voice pack's clip {file} isn't the file that was indexed: left out")]
    Changed {
        /// The file.
        file: String,
    },
    /// An entry that can't be true.
    #[error("the voice pack's entry for {file} makes no sense: left out")]
    Entry {
        /// The file.
        file: String,
    },
}

impl Pack {
    /// Opens a pack in a folder.
    ///
    /// # Errors
    /// There is no index, or it can't be read.
    pub fn open(folder: &Path) -> Result<Pack, PackError> {
        let shown = folder.display().to_string();
        let path = folder.join(INDEX);
        let mut json = Vec::new();
        let file = std::fs::File::open(path).map_err(|_| PackError::Missing { folder: shown.clone() })?;
        file.take(LARGEST_INDEX)
            .read_to_end(&mut json)
            .map_err(|error| PackError::Damaged { folder: shown.clone(), reason: error.to_string() })?;
        let here = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        Pack::read(&json, &shown, Place::Folder, |file| {
            // A link may not lead out of the folder either.
            let real = std::fs::canonicalize(folder.join(file)).ok()?;
            (real.starts_with(&here) && real.is_file()).then(|| Asset::File(folder.join(file)))
        })
    }

    /// Opens a pack inside the binary: `find` gives the bytes of a path, `folder` is where the pack is in it, such as
    /// `audio/voice/en`.
    ///
    /// # Errors
    /// There is no index, or it can't be read.
    pub fn bundled(
        folder: &str,
        find: impl Fn(&str) -> Option<(&'static str, &'static [u8])>,
    ) -> Result<Pack, PackError> {
        let missing = || PackError::Missing { folder: folder.to_string() };
        let (_, json) = find(&format!("{folder}/{INDEX}")).ok_or_else(missing)?;
        Pack::read(json, folder, Place::Bundled, |file| {
            find(&format!("{folder}/{file}")).map(|(path, bytes)| Asset::Bundled { path, bytes })
        })
    }

    fn read(json: &[u8], folder: &str, place: Place, find: impl Fn(&str) -> Option<Asset>) -> Result<Pack, PackError> {
        #[derive(Deserialize)]
        struct Version {
            letgo_voice: u32,
        }
        let damaged =
            |error: serde_json::Error| PackError::Damaged { folder: folder.to_string(), reason: error.to_string() };
        let version: Version = serde_json::from_slice(json).map_err(damaged)?;
        if version.letgo_voice != VERSION {
            return Err(PackError::Version { folder: folder.to_string(), version: version.letgo_voice });
        }
        let index: PackIndex = serde_json::from_slice(json).map_err(damaged)?;
        let mut warnings = Vec::new();
        let mut by_words = HashMap::with_capacity(index.clips.len());
        let mut assets = Vec::with_capacity(index.clips.len());
        for (at, clip) in index.clips.iter().enumerate() {
            let asset = match usable(clip) {
                Err(warning) => Err(warning),
                Ok(()) => find(&clip.file).ok_or_else(|| PackWarning::Missing { file: clip.file.clone() }),
            };
            match asset {
                Ok(asset) => {
                    let language = clip.language.as_deref().unwrap_or(&index.language);
                    by_words.entry(ClipKey::new(language, &clip.text)).or_insert(at);
                    assets.push(Some(asset));
                }
                Err(warning) => {
                    warnings.push(warning);
                    assets.push(None);
                }
            }
        }
        Ok(Pack { index, by_words, assets, place, warnings })
    }

    /// The clip for these words, if the pack has it. Costs a hash; the file isn't looked at.
    pub fn find(&self, key: &ClipKey) -> Option<(&ClipEntry, &Asset)> {
        let at = *self.by_words.get(key)?;
        Some((self.index.clips.get(at)?, self.assets.get(at)?.as_ref()?))
    }

    /// Whether a clip's file is still the one that was indexed. What is in the binary always is.
    ///
    /// # Errors
    /// It was changed, cut short or taken away.
    pub fn check(&self, entry: &ClipEntry, asset: &Asset) -> Result<(), PackWarning> {
        if self.place == Place::Bundled {
            return Ok(());
        }
        let mut bytes = Vec::new();
        let read = asset.open().and_then(|file| file.take(u64::from(u32::MAX)).read_to_end(&mut bytes));
        match read {
            Err(_) => Err(PackWarning::Missing { file: entry.file.clone() }),
            Ok(_) if sha256(&bytes) != entry.sha256 => Err(PackWarning::Changed { file: entry.file.clone() }),
            Ok(_) => Ok(()),
        }
    }

    /// What is known of the pack and all its clips.
    pub fn index(&self) -> &PackIndex {
        &self.index
    }

    /// What is wrong with it.
    pub fn warnings(&self) -> &[PackWarning] {
        &self.warnings
    }

    /// The sound in a file of the pack, if its entry is usable.
    pub(crate) fn asset(&self, file: &str) -> Option<&Asset> {
        let at = self.index.clips.iter().position(|clip| clip.file == file)?;
        self.assets.get(at)?.as_ref()
    }

    /// The clips by their files' names, for building on.
    pub(crate) fn entries(&self) -> BTreeMap<String, ClipEntry> {
        self.index.clips.iter().map(|clip| (clip.file.clone(), clip.clone())).collect()
    }
}

/// Whether an entry can be true and its file stays in the folder.
fn usable(clip: &ClipEntry) -> Result<(), PackWarning> {
    let path = PathBuf::from(&clip.file);
    let mut parts = path.components();
    let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    if !plain || clip.file.contains(['/', '\\', ':', '\0']) || clip.file.len() > 200 {
        return Err(PackWarning::Name { file: clip.file.clone() });
    }
    let sensible = clip.length_frames > Frames::ZERO
        && clip.length_frames <= super::sound::LONGEST_CLIP
        && (-70.0..=0.0).contains(&clip.loudness_lufs)
        && (-90.0..=6.0).contains(&clip.true_peak_dbtp);
    if !sensible {
        return Err(PackWarning::Entry { file: clip.file.clone() });
    }
    Ok(())
}

impl ClipEntry {
    /// Its loudness.
    pub fn loudness(&self) -> Lufs {
        Lufs(self.loudness_lufs)
    }

    /// Its true peak.
    pub fn true_peak(&self) -> Decibels {
        Decibels(self.true_peak_dbtp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str, file: &str) -> ClipEntry {
        ClipEntry {
            text: text.to_string(),
            language: None,
            file: file.to_string(),
            length_frames: Frames(48_000),
            loudness_lufs: -20.0,
            true_peak_dbtp: -4.0,
            sha256: sha256(b"sound"),
            recipe: None,
        }
    }

    fn folder(index: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(INDEX), index).unwrap();
        folder
    }

    #[test]
    fn finds_by_what_is_said_and_leaves_out_what_is_broken() {
        let mut index = PackIndex::new("Test", "en");
        index.clips =
            ["rest.ogg", "../out.ogg", "/etc/passwd", "missing.ogg", "a\\b.ogg"].map(|f| entry(f, f)).to_vec();
        index.clips.push(ClipEntry { loudness_lufs: 90.0, ..entry("loud", "rest.ogg") });
        let folder = folder(&index.to_json());
        std::fs::write(folder.path().join("rest.ogg"), b"sound").unwrap();
        let pack = Pack::open(folder.path()).unwrap();
        let named = pack.warnings().iter().filter(|warning| matches!(warning, PackWarning::Name { .. })).count();
        assert_eq!((named, pack.warnings().len()), (3, 5), "{:?}", pack.warnings());
        let (found, asset) = pack.find(&ClipKey::new("en-GB", "Rest; ogg!".trim_end_matches('!'))).unwrap();
        assert_eq!(pack.check(found, asset), Ok(()));
        assert!(pack.find(&ClipKey::new("en", "missing.ogg")).is_none());
        std::fs::write(folder.path().join("rest.ogg"), b"so").unwrap();
        assert_eq!(pack.check(found, asset), Err(PackWarning::Changed { file: "rest.ogg".into() }));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out_of_the_folder() {
        let mut index = PackIndex::new("Test", "en");
        index.clips = vec![entry("out", "out.ogg")];
        let folder = folder(&index.to_json());
        std::os::unix::fs::symlink("/etc/hostname", folder.path().join("out.ogg")).unwrap();
        assert_eq!(Pack::open(folder.path()).unwrap().warnings().len(), 1);
    }

    #[test]
    fn a_damaged_index_is_said_and_never_a_panic() {
        let whole = PackIndex { clips: vec![entry("a", "a.ogg")], ..PackIndex::new("Test", "en") }.to_json();
        for end in 0..whole.trim_end().len() {
            let folder = folder(&whole[..end]);
            assert!(matches!(Pack::open(folder.path()), Err(PackError::Damaged { .. })), "{end}");
        }
        let newer = folder(&whole.replace("\"letgo_voice\": 1", "\"letgo_voice\": 9"));
        assert!(matches!(Pack::open(newer.path()), Err(PackError::Version { version: 9, .. })));
        assert!(matches!(Pack::open(Path::new("/nowhere")), Err(PackError::Missing { .. })));
    }

    #[test]
    fn a_bundled_pack_is_read_from_bytes() {
        let json: &'static str = Box::leak(
            PackIndex { clips: vec![entry("Rest.", "r.ogg")], ..PackIndex::new("T", "en") }.to_json().into_boxed_str(),
        );
        let pack = Pack::bundled("audio/voice/en", |path| match path {
            "audio/voice/en/pack.json" => Some(("audio/voice/en/pack.json", json.as_bytes())),
            "audio/voice/en/r.ogg" => Some(("audio/voice/en/r.ogg", b"sound".as_slice())),
            _ => None,
        })
        .unwrap();
        let (_, asset) = pack.find(&ClipKey::new("en", "rest")).unwrap();
        assert_eq!(asset, &Asset::Bundled { path: "audio/voice/en/r.ogg", bytes: b"sound" });
    }
}
