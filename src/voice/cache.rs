//! The cache of a speech program's clips: a pack that `build` fills, kept within a bound.

use std::path::Path;
use std::time::SystemTime;

use super::build::{BuildError, write_beside};
use super::pack::{ClipEntry, INDEX, Pack, PackIndex};
use super::words::sha256;

/// The usual bound of a cache, in bytes: some ten hours of speech.
pub const CACHE_BYTES: u64 = 200_000_000;

/// What cleaning a cache did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Files that were removed.
    pub removed: usize,
    /// Bytes of the clips that stay.
    pub bytes: u64,
}

/// Cleans a cache: what is damaged or left over from an interruption goes, and of the rest the oldest, until at most
/// `most` bytes of clips stay. Nothing but the pack's own files is touched; a cache that isn't there is clean.
///
/// # Errors
/// Its index can't be written.
pub fn clean(folder: &Path, most: u64) -> Result<Cleaned, BuildError> {
    let failed = |reason: String| BuildError { folder: folder.display().to_string(), reason };
    let mut cleaned = Cleaned::default();
    let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    for file in files.filter(|file| is_left_over(&file.file_name().to_string_lossy())) {
        cleaned.removed += usize::from(std::fs::remove_file(file.path()).is_ok());
    }
    let Ok(pack) = Pack::open(folder) else { return Ok(cleaned) };
    let mut newest_first: Vec<(SystemTime, u64, ClipEntry)> = Vec::new();
    for (file, clip) in pack.entries() {
        // A name or a link that leads elsewhere was never opened as a clip: it only leaves the index.
        let Some(asset) = pack.asset(&file) else { continue };
        match std::fs::read(asset.path()) {
            Ok(bytes) if sha256(&bytes) == clip.sha256 => {
                let changed = std::fs::metadata(asset.path()).and_then(|file| file.modified());
                newest_first.push((changed.unwrap_or(SystemTime::UNIX_EPOCH), bytes.len() as u64, clip));
            }
            _ => cleaned.removed += usize::from(std::fs::remove_file(asset.path()).is_ok()),
        }
    }
    newest_first.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.2.file.cmp(&other.2.file)));
    let mut clips = Vec::new();
    for (_, size, clip) in newest_first {
        if cleaned.bytes + size <= most {
            cleaned.bytes += size;
            clips.push(clip);
        } else {
            cleaned.removed += usize::from(std::fs::remove_file(folder.join(&clip.file)).is_ok());
        }
    }
    clips.sort_by(|one, other| one.file.cmp(&other.file));
    let json = PackIndex { clips, ..pack.index().clone() }.to_json();
    let new = write_beside(folder, json.as_bytes()).map_err(|error| failed(error.to_string()))?;
    new.persist(folder.join(INDEX)).map_err(|error| failed(error.to_string()))?;
    Ok(cleaned)
}

/// The bytes of what lies in a pack's folder.
pub fn size(folder: &Path) -> u64 {
    let files = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    files.filter_map(|file| file.metadata().ok()).filter(std::fs::Metadata::is_file).map(|file| file.len()).sum()
}

/// A file that was being written when a build was interrupted.
fn is_left_over(name: &str) -> bool {
    name.starts_with(".new-") && name.ends_with(".part")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Frames;

    fn cache(sizes: &[usize]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        let mut index = PackIndex::new("Test", "en");
        for (age, &size) in sizes.iter().enumerate() {
            let (file, bytes) = (format!("clip-{age}.ogg"), vec![age as u8; size]);
            let path = folder.path().join(&file);
            std::fs::write(&path, &bytes).unwrap();
            let when = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000 - age as u64);
            std::fs::File::options().write(true).open(path).unwrap().set_modified(when).unwrap();
            index.clips.push(ClipEntry {
                text: file.clone(),
                language: None,
                file,
                length_frames: Frames(1),
                loudness_lufs: -20.0,
                true_peak_dbtp: -4.0,
                sha256: sha256(&bytes),
                recipe: Some("r".into()),
            });
        }
        std::fs::write(folder.path().join(INDEX), index.to_json()).unwrap();
        folder
    }

    #[test]
    fn the_oldest_go_first_and_the_index_follows() {
        let folder = cache(&[100, 100, 100, 100]);
        std::fs::write(folder.path().join("clip-1.ogg"), "damaged").unwrap();
        std::fs::write(folder.path().join(".new-x.part"), "half").unwrap();
        std::fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        assert_eq!(clean(folder.path(), 250), Ok(Cleaned { removed: 3, bytes: 200 }));
        let pack = Pack::open(folder.path()).unwrap();
        let files: Vec<&str> = pack.index().clips.iter().map(|clip| clip.file.as_str()).collect();
        assert_eq!((files, pack.warnings()), (vec!["clip-0.ogg", "clip-2.ogg"], [].as_slice()));
        assert!(folder.path().join("notes.txt").exists());
        assert!(!folder.path().join("clip-3.ogg").exists());
        assert_eq!(clean(Path::new("/nowhere"), 0), Ok(Cleaned::default()));
    }
}
