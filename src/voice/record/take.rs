//! A take: a file that grows while somebody speaks, so that nothing of it is lost with the machine or the microphone;
//! and the clip that is made of it.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::super::prepare::{prepare_recording, without_noise};
use super::super::sound::{LONGEST_CLIP, SoundError, decode};
use super::super::words::ClipKey;
use crate::library::Asset;
use crate::media::encode::{WholeFile, WriteError, flac_mono};
use crate::quantity::Frames;

/// Takes begin with a dot: no other verb looks at them.
const PREFIX: &str = ".take-";
/// What a header promises before the length is known: as much as there may be.
const ENDLESS: u32 = u32::MAX;
const HEADER: u32 = 44;
/// A key that is pressed at the end can be heard: what came in so shortly before is left out.
const KEY_PRESS: f64 = 0.06;
/// Less than this is no take.
const SHORTEST: Frames = Frames::from_millis(150);

/// Why a take gives no clip.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// Nothing was said.
    #[error("nothing was said")]
    Empty,
    /// Nothing was heard.
    #[error("only silence came in; is the microphone muted, or another one meant?")]
    Silent,
    /// It can't be used.
    #[error("it can't be used: {0}")]
    Sound(SoundError),
    /// It can't be written.
    #[error("{0}")]
    Write(#[from] WriteError),
}

impl From<io::Error> for TakeError {
    fn from(error: io::Error) -> TakeError {
        TakeError::Write(error.into())
    }
}

impl From<SoundError> for TakeError {
    fn from(error: SoundError) -> TakeError {
        match error {
            SoundError::Empty => TakeError::Empty,
            SoundError::Silent => TakeError::Silent,
            other => TakeError::Sound(other),
        }
    }
}

/// A take that is being recorded.
#[derive(Debug)]
pub struct Take {
    file: BufWriter<File>,
    path: PathBuf,
    rate: u32,
    samples: u64,
}

impl Take {
    /// Begins a take of these words in a session's folder, which is made if it isn't there. `rate` is in samples a second.
    ///
    /// # Errors
    /// If it can't be written there.
    pub fn begin(folder: &Path, key: &ClipKey, rate: u32) -> Result<Take, WriteError> {
        std::fs::create_dir_all(folder)?;
        let path = path(folder, key);
        let mut file = BufWriter::new(File::create(&path)?);
        file.write_all(&header(rate, ENDLESS))?;
        file.flush()?;
        Ok(Take { file, path, rate, samples: 0 })
    }

    /// Adds samples of one channel, and hands them to the system. What is over [`LONGEST_CLIP`] is left out.
    ///
    /// # Errors
    /// What the system says.
    pub fn write(&mut self, samples: &[f32]) -> Result<(), WriteError> {
        let most = (LONGEST_CLIP.seconds() * f64::from(self.rate)) as u64;
        let left = usize::try_from(most.saturating_sub(self.samples)).unwrap_or(usize::MAX);
        for sample in samples.iter().take(left) {
            let sample = if sample.is_finite() { *sample } else { 0.0 };
            self.file.write_all(&sample.to_le_bytes())?;
        }
        self.samples += samples.len().min(left) as u64;
        Ok(self.file.flush()?)
    }

    /// Ends it; gives its sound in mono at 48 kHz. The file stays until the take is kept or [`forget`]ten.
    ///
    /// # Errors
    /// If it is empty or can't be written.
    pub fn end(mut self) -> Result<Vec<f32>, TakeError> {
        let cut = (KEY_PRESS * f64::from(self.rate)) as u64;
        let samples = self.samples.saturating_sub(cut);
        let bytes = u32::try_from(samples * 4).unwrap_or(ENDLESS);
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&header(self.rate, bytes))?;
        let file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.set_len(u64::from(HEADER) + samples * 4)?;
        file.sync_data()?;
        load(&self.path)
    }
}

fn load(path: &Path) -> Result<Vec<f32>, TakeError> {
    let samples = decode(&Asset::File(path.to_path_buf()), LONGEST_CLIP)?;
    if samples.len() as u64 <= SHORTEST.0 { Err(TakeError::Empty) } else { Ok(samples) }
}

fn path(folder: &Path, key: &ClipKey) -> PathBuf {
    folder.join(format!("{PREFIX}{}.wav", key.file_stem()))
}

/// The sound of a take of these words that was neither kept nor thrown away, after a crash for instance.
pub fn unfinished(folder: &Path, key: &ClipKey) -> Option<Vec<f32>> {
    let path = path(folder, key);
    path.is_file().then(|| load(&path).ok()).flatten()
}

/// A WAV header for mono in 32-bit floating point.
fn header(rate: u32, bytes: u32) -> [u8; HEADER as usize] {
    let mut header = [0; HEADER as usize];
    let mut at = 0;
    let mut put = |bytes: &[u8]| {
        if let Some(place) = header.get_mut(at..at + bytes.len()) {
            place.copy_from_slice(bytes);
        }
        at += bytes.len();
    };
    put(b"RIFF");
    put(&bytes.saturating_add(HEADER - 8).to_le_bytes());
    put(b"WAVEfmt ");
    put(&16u32.to_le_bytes());
    put(&3u16.to_le_bytes());
    put(&1u16.to_le_bytes());
    put(&rate.to_le_bytes());
    put(&rate.saturating_mul(4).to_le_bytes());
    put(&4u16.to_le_bytes());
    put(&32u16.to_le_bytes());
    put(b"data");
    put(&bytes.to_le_bytes());
    header
}

/// Makes a take (mono, 48 kHz) a pleasant clip: without noise if that is wanted, trimmed, levelled, with soft edges.
///
/// # Errors
/// If nothing can be heard in it.
pub fn cleaned(samples: &[f32], noise: bool) -> Result<Vec<f32>, TakeError> {
    let clip = match noise {
        true => prepare_recording(samples)?,
        false => {
            // What is silent must not be made louder by what is left of it.
            prepare_recording(samples).map(drop)?;
            prepare_recording(&without_noise(samples))?
        }
    };
    Ok(clip)
}

/// Keeps a clip as the recording of these words, in the session's folder: whole, or not at all. A recording of that name that
/// was there is replaced, and the take is gone.
///
/// # Errors
/// If it can't be written; then what was there before still is.
pub fn keep(folder: &Path, key: &ClipKey, clip: &[f32]) -> Result<PathBuf, WriteError> {
    std::fs::create_dir_all(folder)?;
    let target = folder.join(key.file_stem() + ".flac");
    let mut file = WholeFile::create(&target)?;
    file.write_all(&flac_mono(clip)?)?;
    file.keep()?;
    forget(folder, key);
    Ok(target)
}

/// Throws the take of these words away.
pub fn forget(folder: &Path, key: &ClipKey) {
    // There may be none.
    let _ = std::fs::remove_file(path(folder, key));
}

#[cfg(test)]
mod tests {
    use super::super::super::chain::Recordings;
    use super::super::super::prepare::VOICE_LOUDNESS;
    use super::super::super::sound::{measure, tests::hum};
    use super::*;

    #[test]
    fn a_take_becomes_a_recording_that_is_found() {
        let root = tempfile::tempdir().unwrap();
        let (folder, key) = (root.path().join("evening.voice"), ClipKey::new("en", "Rest now."));
        let mut take = Take::begin(&folder, &key, 48_000).unwrap();
        take.write(&vec![0.0; 48_000]).unwrap();
        take.write(&hum(2.0, 0.05)).unwrap();
        take.write(&vec![0.0; 48_000]).unwrap();
        let samples = take.end().unwrap();
        assert_eq!(samples.len() as f64, 48_000.0 * (4.0 - KEY_PRESS));
        assert!(Recordings::in_folder(&folder).is_empty(), "a take is no recording yet");
        let clip = cleaned(&samples, true).unwrap();
        let file = keep(&folder, &key, &clip).unwrap();
        assert_eq!(file.extension().unwrap(), "flac");
        let found = Recordings::in_folder(&folder).recorded(&key).unwrap();
        assert_eq!(found.length, Frames(clip.len() as u64));
        assert!((found.length.seconds() - 2.11).abs() < 0.03, "{:?}", found.length);
        assert!((found.loudness - VOICE_LOUDNESS).0.abs() < 0.5);
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "the take is gone");
    }

    #[test]
    fn what_a_crash_leaves_can_still_be_heard() {
        let root = tempfile::tempdir().unwrap();
        let key = ClipKey::new("en", "Rest now.");
        let mut take = Take::begin(root.path(), &key, 44_100).unwrap();
        take.write(&vec![0.1; 44_100]).unwrap();
        assert_eq!(unfinished(root.path(), &ClipKey::new("en", "Something else")), None);
        let half = unfinished(root.path(), &key).unwrap();
        assert!((half.len() as i64 - 48_000).abs() < 20, "{}", half.len());
        drop(take);
        forget(root.path(), &key);
        assert_eq!(unfinished(root.path(), &key), None);
    }

    #[test]
    fn what_holds_nothing_gives_no_clip() {
        let root = tempfile::tempdir().unwrap();
        let key = ClipKey::new("en", "Rest now.");
        let take = Take::begin(root.path(), &key, 48_000).unwrap();
        assert!(matches!(take.end(), Err(TakeError::Empty)));
        let mut take = Take::begin(root.path(), &key, 48_000).unwrap();
        take.write(&[0.5; 4000]).unwrap();
        assert!(matches!(take.end(), Err(TakeError::Empty)), "a click is no take");
        for noise in [false, true] {
            assert!(matches!(cleaned(&vec![1e-6; 96_000], noise), Err(TakeError::Silent)));
        }
        let mut file = std::fs::File::create(root.path().join("x.voice")).unwrap();
        file.write_all(b"in the way").unwrap();
        assert!(Take::begin(&root.path().join("x.voice"), &key, 48_000).is_err());
        assert!(keep(&root.path().join("x.voice"), &key, &[0.0; 9]).is_err());
    }

    #[test]
    fn noise_is_lowered_and_the_words_stay_as_loud() {
        let mut seed = 7u32;
        let mut noise = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            0.004 * ((seed >> 8) as f32 / 16_777_216.0 - 0.5)
        };
        let mut sound = vec![0.0; 48_000];
        sound.extend(hum(2.0, 0.1));
        sound.extend(vec![0.0; 48_000]);
        sound.iter_mut().for_each(|sample| *sample += noise());
        let clip = cleaned(&sound, true).unwrap();
        let length = clip.len() as f64 / 48_000.0;
        assert!((2.0..2.4).contains(&length), "trimmed to {length} s in spite of the noise");
        assert!((measure(&clip).unwrap().loudness - VOICE_LOUDNESS).0.abs() < 0.5);
    }
}
