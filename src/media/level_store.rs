//! What was measured of tracks, kept so that a track is heard through once and not before every session.
//!
//! One small file a track, named by what is in it, so that a track that was moved is still known and one that was
//! edited isn't mistaken. What is damaged counts as missing; what can't be written is measured again next time.

use std::fs;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};

use super::error::MediaError;
use super::looped::seam;
use super::loudness::{Loudness, loudness_of};
use crate::library::Asset;
use crate::quantity::{Decibels, Frames, Lufs};

/// What is measured of a track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasuredTrack {
    /// How loud it is.
    pub loudness: Loudness,
    /// How far its end and its beginning have to overlap when it is played over and over.
    pub seam: Frames,
}

/// A folder of what was measured.
#[derive(Clone, Debug, Default)]
pub struct LevelStore {
    folder: Option<PathBuf>,
}

/// Changes with the way of measuring, so that what was measured otherwise is forgotten.
const VERSION: &str = "letgo-levels-2";
/// The ending of the files.
const ENDING: &str = "level";
/// So many tracks are kept, of some 200 bytes each.
const MOST_TRACKS: usize = 2000;
/// A file up to this size is known by all of its bytes, which takes a tenth of a second. To read a larger one through
/// would keep the listener waiting before every session, so it is known by its size, the time of its last change, and
/// [`SAMPLES`] pieces of it.
const READ_WHOLE: u64 = 16_000_000;
const SAMPLES: u64 = 16;
const SAMPLE: u64 = 65_536;

impl LevelStore {
    /// In a folder, which is made when there is something to keep.
    pub fn in_folder(folder: impl Into<PathBuf>) -> LevelStore {
        LevelStore { folder: Some(folder.into()) }
    }

    /// Keeps nothing: everything is measured each time.
    pub fn none() -> LevelStore {
        LevelStore::default()
    }

    /// What is known of a track; measured now, and kept, if nothing is.
    ///
    /// # Errors
    /// If the track can't be read, as [`super::probe`].
    pub fn track(&self, asset: &Asset) -> Result<MeasuredTrack, MediaError> {
        // Without a name there is nothing to look up; why it can't be read, the measuring says.
        let kept = self.folder.as_ref().and_then(|folder| Some((folder, key(asset).ok()?)));
        if let Some(known) = kept.as_ref().and_then(|(folder, key)| read(folder, key)) {
            return Ok(known);
        }
        let measured = MeasuredTrack { loudness: loudness_of(asset)?, seam: seam(asset)? };
        if let Some((folder, key)) = kept {
            // A home that can't be written to costs time, and nothing else.
            let _ = write(folder, &key, &measured);
        }
        Ok(measured)
    }
}

/// The name of a file by what is in it.
fn key(asset: &Asset) -> io::Result<String> {
    let size = asset.size()?;
    let mut bytes = asset.open()?;
    let mut hash = Sha256::new();
    hash.update(VERSION);
    hash.update(size.to_le_bytes());
    if size <= READ_WHOLE {
        let mut piece = vec![0; SAMPLE as usize];
        loop {
            match bytes.read(&mut piece)? {
                0 => break,
                read => hash.update(&piece[..read]),
            }
        }
    } else {
        if let Asset::File(path) = asset {
            let changed = fs::metadata(path)?.modified().unwrap_or(UNIX_EPOCH);
            let since = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
            hash.update(since.as_nanos().to_le_bytes());
        }
        for sample in 0..SAMPLES {
            bytes.seek(SeekFrom::Start((size - SAMPLE) / (SAMPLES - 1) * sample))?;
            let mut piece = Vec::new();
            bytes.by_ref().take(SAMPLE).read_to_end(&mut piece)?;
            hash.update(&piece);
        }
    }
    Ok(hex(&hash.finalize()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The line that is kept: its numbers, and a check over them.
fn line(key: &str, measured: &MeasuredTrack) -> String {
    let MeasuredTrack { loudness, seam } = measured;
    let numbers = format!("{VERSION} {key} {} {} {}", loudness.integrated.0, loudness.true_peak.0, seam.0);
    let check = hex(&Sha256::digest(numbers.as_bytes()));
    format!("{numbers} {check}\n")
}

fn read(folder: &Path, key: &str) -> Option<MeasuredTrack> {
    let mut text = String::new();
    fs::File::open(path(folder, key)).ok()?.take(1000).read_to_string(&mut text).ok()?;
    let mut words = text.split_whitespace().skip(2);
    let loudness =
        Loudness { integrated: Lufs(words.next()?.parse().ok()?), true_peak: Decibels(words.next()?.parse().ok()?) };
    let measured = MeasuredTrack { loudness, seam: Frames(words.next()?.parse().ok()?) };
    // Written again it has to be the same to the letter, or it is damaged.
    (line(key, &measured) == text).then_some(measured)
}

fn path(folder: &Path, key: &str) -> PathBuf {
    folder.join(key).with_extension(ENDING)
}

/// Keeps what was measured: the file appears when it is whole.
fn write(folder: &Path, key: &str, measured: &MeasuredTrack) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    make_room(folder)?;
    let mut file = tempfile::Builder::new().prefix(".new-").suffix(".part").tempfile_in(folder)?;
    file.write_all(line(key, measured).as_bytes())?;
    file.persist(path(folder, key))?;
    Ok(())
}

/// Forgets what was measured longest ago, where there is too much, and what an interruption has left.
fn make_room(folder: &Path) -> io::Result<()> {
    let mut known = Vec::new();
    for file in fs::read_dir(folder)?.filter_map(Result::ok) {
        let (path, name) = (file.path(), file.file_name().to_string_lossy().into_owned());
        let changed = file.metadata().and_then(|about| about.modified()).unwrap_or(UNIX_EPOCH);
        if path.extension().is_some_and(|ending| ending == ENDING) {
            known.push((changed, path));
        } else if name.starts_with(".new-") && name.ends_with(".part") && is_old(changed) {
            fs::remove_file(path)?;
        }
    }
    known.sort();
    let too_many = (known.len() + 1).saturating_sub(MOST_TRACKS);
    known.iter().take(too_many).try_for_each(|(_, path)| fs::remove_file(path))
}

/// Whether nobody can be writing it any more.
fn is_old(changed: SystemTime) -> bool {
    changed.elapsed().is_ok_and(|age| age.as_secs() > 3600)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(folder: &Path) -> Vec<PathBuf> {
        let files = fs::read_dir(folder).into_iter().flatten();
        files.map(|file| file.unwrap().path()).collect()
    }

    const SOME: MeasuredTrack = MeasuredTrack {
        loudness: Loudness { integrated: Lufs(-23.4567), true_peak: Decibels(-0.1) },
        seam: Frames(72_000),
    };

    #[test]
    fn what_was_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "abc", &SOME).unwrap();
        assert_eq!(read(folder.path(), "abc"), Some(SOME));
        assert_eq!(read(folder.path(), "abd"), None);
    }

    #[test]
    fn what_is_damaged_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "abc", &SOME).unwrap();
        let path = path(folder.path(), "abc");
        let whole = fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            fs::write(&path, &damaged).unwrap();
            assert_eq!(read(folder.path(), "abc"), None, "byte {place}");
            fs::write(&path, &whole[..place]).unwrap();
            assert_eq!(read(folder.path(), "abc"), None, "cut at {place}");
        }
        // Another track's, under this name.
        fs::write(&path, line("abd", &SOME)).unwrap();
        assert_eq!(read(folder.path(), "abc"), None);
    }

    #[test]
    fn forgets_the_oldest() {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..MOST_TRACKS + 3 {
            fs::write(path(folder.path(), &format!("{number:05}")), "").unwrap();
        }
        write(folder.path(), "abc", &SOME).unwrap();
        assert_eq!(known(folder.path()).len(), MOST_TRACKS);
        assert_eq!(read(folder.path(), "abc"), Some(SOME));
    }

    #[test]
    fn a_track_is_known_by_what_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).unwrap();
            key(&Asset::File(path)).unwrap()
        };
        let one = file("one", b"sound");
        assert_eq!(one, file("moved", b"sound"));
        assert_ne!(one, file("edited", b"souns"));
        let mut large = vec![0; READ_WHOLE as usize + 1];
        let first = file("large", &large);
        *large.last_mut().unwrap() = 1;
        assert_ne!(first, file("large", &large));
        assert!(key(&Asset::File(folder.path().join("nothing"))).is_err());
    }
}
