//! A file that is either whole or not there.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::WriteError;

/// Written under another name beside its target, and renamed when it is whole. Dropped before [`WholeFile::keep`], it
/// leaves nothing behind, and what was at the target before is as it was.
pub struct WholeFile {
    file: BufWriter<NamedTempFile>,
    target: PathBuf,
}

impl WholeFile {
    /// Begins a file that is to become `target`. Whether it may replace one that is there is the caller's to ask.
    ///
    /// # Errors
    /// If there is no such folder, it can't be written to, or `target` is a folder or a device.
    pub fn create(target: &Path) -> Result<WholeFile, WriteError> {
        let mut target = target.to_path_buf();
        match std::fs::metadata(&target) {
            // Renaming over a device would do away with it.
            Ok(there) if !there.is_file() => return Err(WriteError::NotAFile),
            // Through a link, what it points to is replaced and not the link.
            Ok(_) => target = std::fs::canonicalize(&target)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        if target.file_name().is_none() {
            return Err(WriteError::NotAFile);
        }
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".letgo-").suffix(".part");
        #[cfg(unix)]
        {
            // As any other new file: what the user's umask leaves of it.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder)?;
        Ok(WholeFile { file: BufWriter::with_capacity(1 << 17, file), target })
    }

    /// Puts the file in its place, safely on the disk.
    ///
    /// # Errors
    /// What the system says; then nothing is left behind.
    pub fn keep(self) -> Result<(), WriteError> {
        let WholeFile { file, target } = self;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.as_file().sync_all()?;
        file.persist(&target).map_err(|error| error.error)?;
        // The name itself is on the disk when its folder is; not every system can do this.
        if let Some(folder) = target.parent().and_then(|folder| File::open(folder).ok()) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for WholeFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let files = std::fs::read_dir(folder).unwrap();
        files.map(|file| file.unwrap().file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn it_is_whole_or_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out.wav");
        std::fs::write(&target, "before").unwrap();
        let mut file = WholeFile::create(&target).unwrap();
        file.write_all(&[1; 300_000]).unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"before");
        drop(file);
        assert_eq!(names(folder.path()), ["out.wav"]);
        let mut file = WholeFile::create(&target).unwrap();
        file.write_all(b"after").unwrap();
        file.keep().unwrap();
        assert_eq!(std::fs::read(&target).unwrap(), b"after");
        assert_eq!(names(folder.path()), ["out.wav"]);
    }

    #[test]
    fn it_says_what_is_in_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let create = |path: &Path| WholeFile::create(path).err();
        assert!(matches!(create(folder.path()), Some(WriteError::NotAFile)));
        assert!(matches!(create(&folder.path().join("no/such/x.wav")), Some(WriteError::NoFolder)));
        assert!(matches!(create(Path::new("")), Some(WriteError::NotAFile)));
        #[cfg(unix)]
        assert!(matches!(create(Path::new("/dev/null")), Some(WriteError::NotAFile)));
        assert!(names(folder.path()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (link, real) = (folder.path().join("link.wav"), folder.path().join("real.wav"));
        std::fs::write(&real, "before").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let mut file = WholeFile::create(&link).unwrap();
        file.write_all(b"after").unwrap();
        file.keep().unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(std::fs::read(&real).unwrap(), b"after");
    }
}
