//! Where a prompt's clip is looked for, in order: recordings beside the session, packs, the cache.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::pack::{INDEX, Pack, PackWarning};
use super::sound::{LONGEST_CLIP, SoundError, decode, measure};
use super::words::ClipKey;
use crate::library::Asset;
use crate::quantity::{Decibels, Frames, Lufs};

/// The endings of a recording's file.
const ENDINGS: [&str; 6] = ["wav", "flac", "ogg", "oga", "mp3", "m4a"];

/// At most so many files of a folder are looked at.
const MOST_FILES: usize = 20_000;

/// A clip, and what the layout and the mix need to know of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The sound.
    pub asset: Asset,
    /// Its length at 48 kHz: what its decoder gives, to the frame.
    pub length: Frames,
    /// Its integrated loudness.
    pub loudness: Lufs,
    /// Its true peak.
    pub true_peak: Decibels,
}

/// Something to be said about a voice; another source, or the screen, stood in.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum VoiceWarning {
    /// A recording that can't be used.
    #[error("the recording {} can't be used: {reason}. Another voice says it; to mend it, record it again", .file.display())]
    Recording {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        reason: SoundError,
    },
    /// Two recordings of one prompt.
    #[error("{} and {} are both recordings of the same words: the first is used", .used.display(), .unused.display())]
    Twice {
        /// The one that is heard.
        used: PathBuf,
        /// The one that isn't.
        unused: PathBuf,
    },
    /// A clip of a pack that can't be used.
    #[error(transparent)]
    Pack(#[from] PackWarning),
}

/// A place where clips are looked for.
#[derive(Debug)]
pub enum Source {
    /// Recordings in a folder beside a session, named after their words.
    Recordings(Recordings),
    /// A voice pack: bundled, handed over, or a cache.
    Pack(Pack),
}

/// A folder with a person's recordings: `evening.voice` beside `evening.yaml`.
#[derive(Debug, Default)]
pub struct Recordings {
    /// By the name less its ending, in a fixed order.
    files: BTreeMap<String, Vec<PathBuf>>,
    measured: Mutex<HashMap<PathBuf, Result<Found, SoundError>>>,
}

impl Recordings {
    /// The folder for a session's recordings and built clips: `evening.voice` for `evening.yaml`.
    pub fn folder_for(session: &Path) -> PathBuf {
        session.with_extension("voice")
    }

    /// Looks through a folder. One that isn't there has no recordings.
    ///
    /// Clips that `letgo voice build` made (those in the folder's index, unchanged since) aren't recordings.
    pub fn in_folder(folder: &Path) -> Recordings {
        let built = Pack::open(folder).ok();
        let mut files: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
        let inside = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
        let found = std::fs::read_dir(folder).into_iter().flatten().take(MOST_FILES).filter_map(Result::ok);
        for path in found.map(|entry| entry.path()) {
            let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
            let (Some(ending), Some(stem)) = (ending, path.file_stem().and_then(|stem| stem.to_str())) else {
                continue;
            };
            let ours = std::fs::canonicalize(&path).is_ok_and(|real| real.starts_with(&inside) && real.is_file());
            // A name with a leading dot is a file that is just being written, or an editor's own.
            if !ENDINGS.contains(&ending.as_str()) || !ours || stem.starts_with('.') {
                continue;
            }
            if built.as_ref().is_some_and(|pack| is_built(pack, &path)) {
                continue;
            }
            files.entry(stem.to_lowercase()).or_default().push(path);
        }
        for same in files.values_mut() {
            same.sort();
        }
        Recordings { files, measured: Mutex::default() }
    }

    /// How many recordings there are.
    pub fn len(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The recording of these words, if there is one that can be used.
    pub fn recorded(&self, key: &ClipKey) -> Option<Found> {
        self.find(key, &mut |_| {})
    }

    /// Whether this file is one of them.
    pub fn holds(&self, file: &Path) -> bool {
        self.files.values().flatten().any(|path| path == file)
    }

    fn find(&self, key: &ClipKey, warn: &mut dyn FnMut(VoiceWarning)) -> Option<Found> {
        let exact = self.files.get(&key.file_stem()).into_iter();
        let named = self.files.iter().filter(|(stem, _)| **stem != key.file_stem() && key.is_named_by(stem));
        let mut all = exact.chain(named.map(|(_, paths)| paths)).flatten();
        let mut used: Option<(Found, &PathBuf)> = None;
        for path in all.by_ref() {
            if let Some((_, used)) = &used {
                warn(VoiceWarning::Twice { used: (*used).clone(), unused: path.clone() });
                continue;
            }
            match self.measure(path) {
                Ok(found) => used = Some((found, path)),
                Err(reason) => warn(VoiceWarning::Recording { file: path.clone(), reason }),
            }
        }
        used.map(|(found, _)| found)
    }

    fn measure(&self, path: &Path) -> Result<Found, SoundError> {
        let mut known = self.measured.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        known.entry(path.to_path_buf()).or_insert_with(|| measured(Asset::File(path.to_path_buf()))).clone()
    }
}

fn is_built(pack: &Pack, path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy());
    let entry = pack.index().clips.iter().find(|clip| name.as_deref() == Some(clip.file.as_str()));
    entry.is_some_and(|entry| pack.check(entry, &Asset::File(path.to_path_buf())).is_ok())
}

fn measured(asset: Asset) -> Result<Found, SoundError> {
    let samples = decode(&asset, LONGEST_CLIP)?;
    let measured = measure(&samples)?;
    Ok(Found {
        asset,
        length: Frames(samples.len() as u64),
        loudness: measured.loudness,
        true_peak: measured.true_peak,
    })
}

/// All places where clips are looked for, in order: the first that has one wins.
#[derive(Debug, Default)]
pub struct Voices {
    sources: Vec<Source>,
    warnings: Mutex<Vec<VoiceWarning>>,
}

impl Voices {
    /// With these sources, the most wanted first.
    pub fn new(sources: Vec<Source>) -> Voices {
        let voices = Voices { sources, warnings: Mutex::default() };
        for source in &voices.sources {
            if let Source::Pack(pack) = source {
                pack.warnings().iter().for_each(|warning| voices.warn(warning.clone().into()));
            }
        }
        voices
    }

    /// The usual chain for a session: recordings and built clips beside its file (if it has one), then these packs.
    pub fn for_session(file: Option<&Path>, packs: impl IntoIterator<Item = Pack>) -> Voices {
        let mut sources = Vec::new();
        if let Some(file) = file {
            let folder = Recordings::folder_for(file);
            let recordings = Recordings::in_folder(&folder);
            if !recordings.is_empty() {
                sources.push(Source::Recordings(recordings));
            }
            // A damaged index is made again by the next build; until then the other packs speak.
            if folder.join(INDEX).is_file() {
                sources.extend(Pack::open(&folder).ok().map(Source::Pack));
            }
        }
        sources.extend(packs.into_iter().map(Source::Pack));
        Voices::new(sources)
    }

    /// The clip for a text, from the first source that has a sound one.
    pub fn find(&self, language: &str, text: &str) -> Option<Found> {
        self.find_key(&ClipKey::new(language, text))
    }

    pub(crate) fn find_key(&self, key: &ClipKey) -> Option<Found> {
        if key.is_empty() {
            return None;
        }
        self.sources.iter().find_map(|source| match source {
            Source::Recordings(recordings) => recordings.find(key, &mut |warning| self.warn(warning)),
            Source::Pack(pack) => {
                let (entry, asset) = pack.find(key)?;
                if let Err(warning) = pack.check(entry, asset) {
                    self.warn(warning.into());
                    return None;
                }
                Some(Found {
                    asset: asset.clone(),
                    length: entry.length_frames,
                    loudness: entry.loudness(),
                    true_peak: entry.true_peak(),
                })
            }
        })
    }

    /// These, and after them a pack.
    #[must_use]
    pub fn and(mut self, pack: Pack) -> Voices {
        self.sources.push(Source::Pack(pack));
        self
    }

    /// Whose voice says a text: the pack's name, or that somebody recorded it.
    pub fn who_says(&self, language: &str, text: &str) -> Option<String> {
        let key = ClipKey::new(language, text);
        self.sources.iter().find_map(|source| match source {
            Source::Recordings(recordings) => {
                recordings.find(&key, &mut |_| ()).map(|_| "recorded beside the session".into())
            }
            Source::Pack(pack) => {
                let (entry, asset) = pack.find(&key)?;
                pack.check(entry, asset).ok().map(|()| pack.index().name.clone())
            }
        })
    }

    /// What there is to be said so far about packs and recordings that were looked at; each thing once.
    pub fn warnings(&self) -> Vec<VoiceWarning> {
        self.warnings.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).clone()
    }

    fn warn(&self, warning: VoiceWarning) {
        let mut warnings = self.warnings.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if !warnings.contains(&warning) {
            warnings.push(warning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pack::{ClipEntry, PackIndex};
    use super::super::sound::{encode_vorbis, tests::hum};
    use super::super::words::sha256;
    use super::*;

    fn pack(folder: &Path, text: &str, seconds: f64) -> Pack {
        std::fs::create_dir_all(folder).unwrap();
        let bytes = encode_vorbis(&hum(seconds, 0.1), 0.1, 1).unwrap();
        let file = ClipKey::new("en", text).file_stem() + ".ogg";
        std::fs::write(folder.join(&file), &bytes).unwrap();
        let clip = ClipEntry {
            text: text.into(),
            language: None,
            file,
            length_frames: Frames::from_seconds(seconds),
            loudness_lufs: -20.0,
            true_peak_dbtp: -5.0,
            sha256: sha256(&bytes),
            recipe: None,
        };
        let index = PackIndex { clips: vec![clip], ..PackIndex::new("Test", "en") };
        std::fs::write(folder.join(INDEX), index.to_json()).unwrap();
        Pack::open(folder).unwrap()
    }

    #[test]
    fn the_first_source_wins_and_a_damaged_recording_steps_aside() {
        let root = tempfile::tempdir().unwrap();
        let session = root.path().join("evening.yaml");
        let beside = Recordings::folder_for(&session);
        assert_eq!(beside, root.path().join("evening.voice"));
        let bundled = pack(&root.path().join("bundled"), "Rest now.", 1.0);
        let length = |voices: &Voices| voices.find("en", "rest now").map(|found| found.length);

        assert_eq!(length(&Voices::for_session(Some(&session), [bundled.clone()])), Some(Frames::from_secs(1)));

        pack(&beside, "Rest now.", 2.0);
        let voices = Voices::for_session(Some(&session), [bundled.clone()]);
        assert_eq!(length(&voices), Some(Frames::from_secs(2)), "a clip built beside the session goes first");
        assert_eq!(voices.warnings(), []);

        std::fs::write(beside.join("Rest now.ogg"), encode_vorbis(&hum(3.0, 0.1), 0.1, 1).unwrap()).unwrap();
        assert_eq!(length(&Voices::for_session(Some(&session), [bundled.clone()])), Some(Frames::from_secs(3)));

        std::fs::write(beside.join("Rest now.ogg"), b"not a sound").unwrap();
        let voices = Voices::for_session(Some(&session), [bundled]);
        assert_eq!(length(&voices), Some(Frames::from_secs(2)));
        assert_eq!(length(&voices), Some(Frames::from_secs(2)));
        let warnings = voices.warnings();
        assert!(
            matches!(warnings.as_slice(), [VoiceWarning::Recording { reason: SoundError::NotSound, .. }]),
            "{warnings:?}"
        );
    }

    #[test]
    fn a_built_clip_that_a_person_recorded_over_is_their_recording() {
        let root = tempfile::tempdir().unwrap();
        let session = root.path().join("evening.yaml");
        let beside = Recordings::folder_for(&session);
        let built = pack(&beside, "Rest now.", 2.0);
        let file = beside.join(&built.index().clips[0].file);
        std::fs::write(file, encode_vorbis(&hum(3.0, 0.1), 0.1, 1).unwrap()).unwrap();
        let found = Voices::for_session(Some(&session), []).find("en", "Rest now.").unwrap();
        assert_eq!(found.length, Frames::from_secs(3));
    }

    #[test]
    fn nothing_is_found_for_nothing() {
        assert!(Voices::default().find("en", "Rest").is_none());
        assert!(Voices::default().find("en", "...").is_none());
    }
}
