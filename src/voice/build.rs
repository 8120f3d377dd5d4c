//! Fills a pack with what isn't spoken yet: one clip a prompt, each written whole or not at all.
//!
//! The same prompts, program and table give the same bytes. What is interrupted goes on where it stopped; clips that
//! this room doesn't know, and a person's recordings, are left alone.

use std::collections::{BTreeMap, HashSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::chain::Voices;
use super::pack::{ClipEntry, INDEX, Pack, PackIndex};
use super::prepare::{VOICE_PEAK, join};
use super::respell::Respellings;
use super::sound::{LONGEST_CLIP, SoundError, decode, encode_vorbis, measure};
use super::speech::{Speaker, SpeechError};
use super::words::{ClipKey, LONGEST_TEXT, sentences, sha256};
use crate::library::Asset;
use crate::quantity::Frames;

/// The version of all that happens between a text and its clip: a new one has everything spoken anew.
const RECIPE: u32 = 2;

/// Ogg Vorbis quality, -0.2 to 1. For slow speech, mono at 48 kHz, this comes to some 36 kbit/s.
const QUALITY: f32 = -0.2;

/// The silence between two sentences: from this to [`PAUSE_SPREAD`] more, so that it doesn't tick like a clock.
const PAUSE: Frames = Frames::from_millis(480);
const PAUSE_SPREAD: Frames = Frames::from_millis(180);

/// A program that failed so often in a row isn't asked again.
const PATIENCE_WITH_FAILURES: usize = 3;

/// Words to be said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Prompt {
    /// The language, as a BCP 47 tag.
    pub language: String,
    /// The words, without pauses in brackets.
    pub text: String,
}

/// What a new pack is called and how it is spoken.
#[derive(Clone, Debug, Default)]
pub struct BuildOptions {
    /// The pack's name, for people; the speech program's if empty.
    pub name: String,
    /// The licence of the clips, as an SPDX expression.
    pub licence: String,
    /// Words that the program says wrongly.
    pub respellings: Respellings,
    /// Takes away clips that were built here and that none of the prompts says any more.
    pub tidy: bool,
    /// Whatever lies in the folder may be replaced: it is a cache, and nobody's recordings.
    pub replaces: bool,
    /// After this no further prompt is begun; for ever if `None`.
    pub patience: Option<Duration>,
}

/// How far a build is.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// Prompts that are done.
    pub done: usize,
    /// All prompts, each different one once.
    pub all: usize,
    /// The words that come next; empty at the end.
    pub text: &'a str,
}

/// What a build did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BuildReport {
    /// The files that were made, in order.
    pub made: Vec<String>,
    /// How many clips were in the folder already.
    pub kept: usize,
    /// How many prompts another voice has: a recording, the bundled pack.
    pub elsewhere: usize,
    /// How many clips were taken away.
    pub tidied: usize,
    /// What couldn't be spoken.
    pub failed: Vec<(Prompt, ClipError)>,
    /// How many prompts weren't tried any more, after the program had failed several times in a row or for want of time.
    pub left: usize,
}

/// Why one prompt has no clip.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum ClipError {
    /// The program failed.
    #[error(transparent)]
    Speech(#[from] SpeechError),
    /// What the program wrote can't be used.
    #[error("what the speech program wrote can't be used: {0}")]
    Sound(#[from] SoundError),
    /// A file of that name is in the way.
    #[error("{0} is in the way and isn't a clip that was built here; please move it")]
    InTheWay(String),
    /// The file can't be written.
    #[error("{file} can't be written: {reason}")]
    Write {
        /// The file.
        file: String,
        /// What the system says.
        reason: String,
    },
}

/// Why a build can't begin or go on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the voice can't be built in {folder}: {reason}")]
pub struct BuildError {
    /// The folder.
    pub folder: String,
    /// What the system says.
    pub reason: String,
}

/// Speaks every prompt that no voice has yet into a folder, and keeps its index.
///
/// `voices` are the places that need no new clip; the folder itself shouldn't be among them as a pack, so that clips
/// of another program or an older table are spoken anew.
///
/// # Errors
/// The folder can't be written. What goes wrong with one prompt is in the report instead.
pub fn build(
    prompts: &[Prompt],
    voices: &Voices,
    speaker: &dyn Speaker,
    into: &Path,
    options: &BuildOptions,
    mut progress: impl FnMut(Progress<'_>),
) -> Result<BuildReport, BuildError> {
    let failed = |reason: String| BuildError { folder: into.display().to_string(), reason };
    std::fs::create_dir_all(into).map_err(|error| failed(error.to_string()))?;
    let work = tempfile::Builder::new().prefix("letgo-voice").tempdir().map_err(|error| failed(error.to_string()))?;
    let mut folder = Folder::open(into, prompts, speaker, options);
    let mut report = BuildReport::default();
    let mut seen = HashSet::new();
    let wanted: Vec<(ClipKey, &Prompt)> = prompts
        .iter()
        .map(|prompt| (ClipKey::new(&prompt.language, &prompt.text), prompt))
        .filter(|(key, _)| !key.is_empty() && seen.insert(key.clone()))
        .collect();
    let (mut failures, begun) = (0, Instant::now());
    for (done, (key, prompt)) in wanted.iter().enumerate() {
        progress(Progress { done, all: wanted.len(), text: &prompt.text });
        let recipe = recipe(speaker, &options.respellings, key);
        if folder.has(key, &recipe) {
            report.kept += 1;
            continue;
        }
        if voices.find_key(key).is_some() {
            report.elsewhere += 1;
            continue;
        }
        let out_of_time = options.patience.is_some_and(|patience| begun.elapsed() >= patience);
        if failures == PATIENCE_WITH_FAILURES || out_of_time {
            report.left += 1;
            continue;
        }
        let clip = speak(prompt, key, speaker, &options.respellings, work.path())
            .and_then(|bytes| folder.add(key, prompt, recipe, &bytes));
        match clip {
            Ok(file) => {
                failures = 0;
                report.made.push(file);
            }
            Err(error) => {
                // A prompt can be at fault; a program that is, will be again.
                failures = if matches!(error, ClipError::Speech(SpeechError::TooLong { .. })) {
                    failures
                } else {
                    failures + 1
                };
                report.failed.push(((*prompt).clone(), error));
            }
        }
    }
    if options.tidy {
        let files = wanted.iter().map(|(key, _)| Folder::file(key)).collect();
        report.tidied = folder.keep_only(&files).map_err(failed)?;
    }
    folder.write_index().map_err(failed)?;
    progress(Progress { done: wanted.len(), all: wanted.len(), text: "" });
    Ok(report)
}

/// What a clip is made from; another recipe is another clip. The words as they sound, so that an edit of a comma
/// keeps a clip that any other session may share.
fn recipe(speaker: &dyn Speaker, respellings: &Respellings, key: &ClipKey) -> String {
    let parts = format!("{RECIPE}\n{}\n{}\n{}", speaker.id(), key.language(), respellings.apply(key.words()));
    sha256(parts.as_bytes()).chars().take(16).collect()
}

/// One prompt as the bytes of an Ogg Vorbis file: spoken sentence by sentence, joined, made pleasant.
pub(crate) fn speak(
    prompt: &Prompt,
    key: &ClipKey,
    speaker: &dyn Speaker,
    respellings: &Respellings,
    work: &Path,
) -> Result<Vec<u8>, ClipError> {
    let length = prompt.text.chars().count();
    if length > LONGEST_TEXT {
        return Err(SpeechError::TooLong { length }.into());
    }
    let file = work.join("sentence.wav");
    let mut parts = Vec::new();
    for sentence in sentences(&prompt.text) {
        speaker.speak(&respellings.apply(&sentence), &prompt.language, &file)?;
        parts.push(decode(&Asset::File(file.clone()), longest(&sentence))?);
    }
    let seed = sha256(key.to_string().as_bytes());
    let voice = join(&parts, |gap| pause(&seed, gap))?;
    let serial = i32::from_str_radix(seed.get(..7).unwrap_or("0"), 16).unwrap_or(0);
    let mut bytes = encode_vorbis(&voice, QUALITY, serial)?;
    // Encoding moves peaks; where it moved one too far, the clip is a little softer instead.
    let over = (measure(&decode_bytes(&bytes, work)?)?.true_peak - VOICE_PEAK).0;
    if over > 0.0 {
        let gain = 10f32.powf(-(over + 0.1) / 20.0);
        bytes = encode_vorbis(&voice.iter().map(|sample| sample * gain).collect::<Vec<_>>(), QUALITY, serial)?;
    }
    Ok(bytes)
}

fn decode_bytes(bytes: &[u8], work: &Path) -> Result<Vec<f32>, SoundError> {
    let file = work.join("encoded.ogg");
    std::fs::write(&file, bytes).map_err(|error| SoundError::Read(error.to_string()))?;
    decode(&Asset::File(file), LONGEST_CLIP)
}

/// The longest that a sentence may take to say: far slower than anybody speaks. (Sounds, not letters, count in some
/// scripts: each character may be a syllable.)
fn longest(sentence: &str) -> Frames {
    let most = Frames::from_seconds(10.0 + 0.6 * sentence.chars().count() as f64);
    most.min(LONGEST_CLIP)
}

fn pause(seed: &str, gap: usize) -> Frames {
    let digits = seed.get(2 * (gap % 28)..).and_then(|rest| rest.get(..4)).unwrap_or("0");
    let share = f64::from(u16::from_str_radix(digits, 16).unwrap_or(0)) / 65_536.0;
    PAUSE + Frames::from_seconds(share * PAUSE_SPREAD.seconds())
}

/// A pack's folder while it is being filled.
struct Folder {
    path: PathBuf,
    index: PackIndex,
    clips: BTreeMap<String, ClipEntry>,
    written: String,
    replaces: bool,
}

impl Folder {
    fn open(path: &Path, prompts: &[Prompt], speaker: &dyn Speaker, options: &BuildOptions) -> Folder {
        // A damaged index is made again: the clips that it knew are then spoken anew.
        let (mut index, mut clips) = match Pack::open(path) {
            Ok(pack) => (pack.index().clone(), pack.entries()),
            Err(_) => {
                let language = prompts.first().map_or("en", |prompt| prompt.language.as_str());
                let name = if options.name.is_empty() { speaker.id() } else { options.name.clone() };
                (PackIndex::new(&name, language), BTreeMap::new())
            }
        };
        index.made = format!("letgo voice build, {}", speaker.id());
        if !options.licence.is_empty() {
            index.licence = options.licence.clone();
        }
        index.clips.clear();
        // Entries with a name that leads elsewhere are nothing that was built here.
        clips.retain(|file, _| !file.contains(['/', '\\']) && !file.starts_with('.'));
        Folder { path: path.to_path_buf(), index, clips, written: String::new(), replaces: options.replaces }
    }

    fn file(key: &ClipKey) -> String {
        key.file_stem() + ".ogg"
    }

    fn has(&self, key: &ClipKey, recipe: &str) -> bool {
        let file = Folder::file(key);
        self.clips
            .get(&file)
            .is_some_and(|clip| clip.recipe.as_deref().is_none_or(|made| made == recipe) && self.is_whole(clip))
    }

    fn is_whole(&self, clip: &ClipEntry) -> bool {
        std::fs::read(self.path.join(&clip.file)).is_ok_and(|bytes| sha256(&bytes) == clip.sha256)
    }

    /// The old file goes, the index knows the new one, the new one comes: wherever that stops, the next build sees a
    /// clip that is missing, and never takes a person's file for its own.
    fn add(&mut self, key: &ClipKey, prompt: &Prompt, recipe: String, bytes: &[u8]) -> Result<String, ClipError> {
        let file = Folder::file(key);
        let target = self.path.join(&file);
        let failed = |reason: String| ClipError::Write { file: file.clone(), reason };
        if target.symlink_metadata().is_ok() {
            let ours = self.clips.get(&file).is_some_and(|clip| clip.recipe.is_some());
            if !ours && !self.replaces {
                return Err(ClipError::InTheWay(target.display().to_string()));
            }
            std::fs::remove_file(&target).map_err(|error| failed(error.to_string()))?;
        }
        let new = write_beside(&self.path, bytes).map_err(|error| failed(error.to_string()))?;
        let samples = decode(&Asset::File(new.path().to_path_buf()), LONGEST_CLIP)?;
        let measured = measure(&samples)?;
        let round = |value: f32| (value * 100.0).round() / 100.0;
        let clip = ClipEntry {
            text: prompt.text.split_whitespace().collect::<Vec<_>>().join(" "),
            language: (ClipKey::new(&self.index.language, "") != ClipKey::new(key.language(), ""))
                .then(|| prompt.language.clone()),
            file: file.clone(),
            length_frames: Frames(samples.len() as u64),
            loudness_lufs: round(measured.loudness.0),
            true_peak_dbtp: round(measured.true_peak.0),
            sha256: sha256(bytes),
            recipe: Some(recipe),
        };
        self.clips.insert(file.clone(), clip);
        self.write_index().map_err(failed)?;
        new.persist(&target).map_err(|error| failed(error.to_string()))?;
        Ok(file)
    }

    /// Takes away clips that were built here and aren't among these files; gives their number. Each leaves the index
    /// before its file goes, so that no index ever names a clip that isn't there.
    fn keep_only(&mut self, files: &HashSet<String>) -> Result<usize, String> {
        let stale = self.clips.values().filter(|clip| clip.recipe.is_some() && !files.contains(&clip.file));
        let stale: Vec<String> = stale.map(|clip| clip.file.clone()).collect();
        self.clips.retain(|file, _| !stale.contains(file));
        self.write_index()?;
        for file in &stale {
            match std::fs::remove_file(self.path.join(file)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.to_string()),
                _ => {}
            }
        }
        Ok(stale.len())
    }

    fn write_index(&mut self) -> Result<(), String> {
        let clips = self.clips.values().cloned().collect();
        let json = PackIndex { clips, ..self.index.clone() }.to_json();
        if json == self.written {
            return Ok(());
        }
        let new = write_beside(&self.path, json.as_bytes()).map_err(|error| error.to_string())?;
        new.persist(self.path.join(INDEX)).map_err(|error| error.to_string())?;
        self.written = json;
        Ok(())
    }
}

/// A new file in the folder with a name of its own, to be renamed when it is whole.
pub(super) fn write_beside(folder: &Path, bytes: &[u8]) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".new-").suffix(".part");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_data()?;
    Ok(file)
}
