//! The listener's settings: one commented file in the platform's place.
//!
//! A file that isn't there means the defaults. Unknown keys are errors with the nearest name, because a setting that
//! is silently passed over can't be trusted.

use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs};
use serde::Deserialize;

/// What may be set. The file is YAML; every key may be left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Settings {
    /// Folders besides a session's own from which sessions may take tracks.
    pub allow: Vec<PathBuf>,
    /// The program that speaks: `festival`, `espeak-ng`, …, or a command as a list of words.
    pub speech: Option<Speech>,
}

/// A program that speaks.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Speech {
    /// A known one, by its name.
    Known(String),
    /// Any command: its words, with places such as `{text-file}` and `{wav}`.
    Command(Vec<String>),
}

/// Why the settings can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is there, but can't be read.
    #[error("the settings in {path} can't be read: {reason}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// The file can't be understood.
    #[error(
        "the settings in {path} can't be understood: {reason}\nmend the file, or move it away to go on with the defaults"
    )]
    Wrong {
        /// Which file.
        path: PathBuf,
        /// What is wrong, and where.
        reason: String,
    },
}

/// The program's own folders; none where the system knows no home.
pub fn folders() -> Option<impl AppStrategy> {
    let names = AppStrategyArgs { top_level_domain: "org".into(), author: "letgo".into(), app_name: "letgo".into() };
    etcetera::choose_app_strategy(names).ok()
}

impl Settings {
    /// Where the file is.
    pub fn path() -> Option<PathBuf> {
        Some(folders()?.config_dir().join("settings.yaml"))
    }

    /// The settings of this user; the defaults where there is no file.
    ///
    /// # Errors
    /// If the file can't be read or understood.
    pub fn load() -> Result<Settings, SettingsError> {
        Settings::path().map_or_else(|| Ok(Settings::default()), |path| Settings::read(&path))
    }

    /// The settings in a file; the defaults where there is none.
    ///
    /// # Errors
    /// If it can't be read or understood.
    pub fn read(path: &Path) -> Result<Settings, SettingsError> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(reason) => return Err(SettingsError::Unreadable { path: path.to_path_buf(), reason }),
        };
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Settings::default());
        }
        serde_saphyr::from_str(&text)
            .map_err(|error| SettingsError::Wrong { path: path.to_path_buf(), reason: error.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Settings::read(file.path())
    }

    #[test]
    fn reads_settings() {
        let settings = read("allow: [/music]\nspeech: festival\n").unwrap();
        assert_eq!(settings.allow, [PathBuf::from("/music")]);
        assert_eq!(settings.speech, Some(Speech::Known("festival".into())));
        let command = read("speech: [say, -f, '{text-file}']\n").unwrap().speech;
        assert!(matches!(command, Some(Speech::Command(words)) if words.len() == 3));
    }

    #[test]
    fn no_file_and_an_empty_file_mean_the_defaults() {
        assert_eq!(read("# nothing yet\n\n").unwrap(), Settings::default());
        assert_eq!(Settings::read(Path::new("/nowhere/at/all")).unwrap(), Settings::default());
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert!(matches!(read("alow: [/music]\n"), Err(SettingsError::Wrong { .. })));
    }
}
