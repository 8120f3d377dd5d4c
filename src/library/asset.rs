//! One piece of content: a file on disk, or bytes inside the binary.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

/// Bytes that can be read from any place.
pub trait ReadSeek: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> ReadSeek for T {}

/// One piece of content, wherever it lives.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Asset {
    /// A file on disk.
    File(PathBuf),
    /// Bytes bundled in the binary, with their path inside the repository.
    Bundled {
        /// The path it was bundled from, such as `audio/sea.ogg`.
        path: &'static str,
        /// What it holds.
        bytes: &'static [u8],
    },
}

impl Asset {
    /// Opens it for reading.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn open(&self) -> io::Result<Box<dyn ReadSeek>> {
        match self {
            Asset::File(path) => Ok(Box::new(BufReader::with_capacity(1 << 16, File::open(path)?))),
            Asset::Bundled { bytes, .. } => Ok(Box::new(Cursor::new(*bytes))),
        }
    }

    /// How many bytes it holds.
    ///
    /// # Errors
    /// Whatever the file system says.
    pub fn size(&self) -> io::Result<u64> {
        match self {
            Asset::File(path) => Ok(std::fs::metadata(path)?.len()),
            Asset::Bundled { bytes, .. } => Ok(bytes.len() as u64),
        }
    }

    /// Its path, for people. Not for a terminal before it is cleaned.
    pub fn path(&self) -> &Path {
        match self {
            Asset::File(path) => path,
            Asset::Bundled { path, .. } => Path::new(path),
        }
    }
}

impl std::fmt::Debug for Asset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Asset::File(path) => write!(f, "File({})", path.display()),
            Asset::Bundled { path, bytes } => write!(f, "Bundled({path}, {} bytes)", bytes.len()),
        }
    }
}
