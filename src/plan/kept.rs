//! The plan that is followed on this machine: one file in the platform's place for data, readable by its owner only.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use etcetera::AppStrategy;

use crate::settings;

use super::file::{Found, PlanError, read};
use super::value::Plan;

/// Where the file is; none where the system knows no home.
pub fn path() -> Option<PathBuf> {
    Some(settings::folders()?.in_data_dir("plan.yaml"))
}

/// The plan that is followed, if there is one.
///
/// # Errors
/// If its file can't be read or understood.
pub fn load() -> Result<Option<Found>, PlanError> {
    match path().filter(|path| path.exists()) {
        Some(path) => read(&path).map(Some),
        None => Ok(None),
    }
}

/// Keeps a plan, whole or not at all.
///
/// # Errors
/// If it can't be written; what was kept before stays.
pub fn keep(path: &Path, plan: &Plan) -> io::Result<()> {
    let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
    std::fs::create_dir_all(folder)?;
    // A temporary file is made with mode 0600.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(b"# The plan that letgo follows. `letgo plan clear` takes it away.\n")?;
    file.write_all(plan.text().as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Takes the plan away; whether there was one.
///
/// # Errors
/// If it can't be taken away.
pub fn clear(path: &Path) -> io::Result<bool> {
    match std::fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if settings::is_missing(&error) => Ok(false),
        Err(error) => Err(error),
    }
}
