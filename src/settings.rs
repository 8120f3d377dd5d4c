//! The listener's settings: one commented file in the platform's place.
//!
//! It is read as scripts are: a file that isn't there means the defaults, and all that is wrong is told at its place,
//! with the nearest name, because a setting that is silently passed over can't be trusted.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::{AppStrategy, AppStrategyArgs};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::script::{self, Diagnostic, LARGEST_FILE, Source};

/// What may be set. The file is YAML; every key may be left out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Settings {
    /// Folders besides a session's own from which sessions may take tracks.
    #[serde(deserialize_with = "folders_written")]
    pub allow: Vec<PathBuf>,
    /// The program that speaks: `festival`, `espeak-ng`, …, or a command as a list of words.
    pub speech: Option<Speech>,
    /// Whether beds are kept further under the words, as `--clear-voice` does once.
    #[serde(deserialize_with = "yes_or_no")]
    pub clear_voice: bool,
}

/// A program that speaks.
#[derive(Clone, Debug, PartialEq)]
pub enum Speech {
    /// A known one, by its name.
    Known(String),
    /// Any command: its words, with places such as `{text-file}` and `{wav}`.
    Command(Vec<String>),
}

impl<'de> Deserialize<'de> for Speech {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Speech, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Speech;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a program, or a list of the words of a command")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Speech, E> {
                Ok(Speech::Known(name.to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut words: A) -> Result<Speech, A::Error> {
                let mut command = Vec::new();
                while let Some(word) = words.next_element::<script::Scalar>()? {
                    command.push(word.0);
                }
                match command.is_empty() {
                    false => Ok(Speech::Command(command)),
                    true => Err(de::Error::custom("this command has no words; write [program, argument, …]")),
                }
            }
        }
        deserializer.deserialize_any(Words)
    }
}

impl JsonSchema for Speech {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Speech".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" }, "minItems": 1 }] })
    }
}

/// A folder by its whole path, or from the home folder: `/music`, `~/Music`.
struct Folder(PathBuf);

impl<'de> Deserialize<'de> for Folder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Folder, D::Error> {
        let written = script::Scalar::deserialize(deserializer)?.0;
        let path = match written.strip_prefix("~/").and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest))) {
            Some(path) => path,
            None => PathBuf::from(&written),
        };
        match path.is_absolute() {
            true => Ok(Folder(path)),
            false => Err(de::Error::custom("this isn't the whole path of a folder; write it from `/` or from `~/`")),
        }
    }
}

fn folders_written<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<PathBuf>, D::Error> {
    Ok(Vec::<Folder>::deserialize(deserializer)?.into_iter().map(|folder| folder.0).collect())
}

fn yes_or_no<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    match script::Scalar::deserialize(deserializer)?.0.as_str() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err(de::Error::custom("this is neither `yes` nor `no`")),
    }
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
    #[error("{}mend the settings, or move the file away to go on without them", lines(.0))]
    Wrong(Vec<Diagnostic>),
}

/// A line for each thing that is wrong, with its place.
fn lines(diagnostics: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let (line, column) = diagnostic.source.line_and_column(diagnostic.span.start);
        let help = diagnostic.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        format!("{}:{line}:{column}: error: {}{help}\n", diagnostic.source.path.display(), diagnostic.message)
    };
    diagnostics.iter().map(line).collect()
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
        let unreadable = |reason| SettingsError::Unreadable { path: path.to_path_buf(), reason };
        let text = match std::fs::metadata(path) {
            Ok(about) if about.len() > LARGEST_FILE as u64 => {
                return Err(unreadable(std::io::Error::other("it is too large to be that")));
            }
            Ok(_) => std::fs::read_to_string(path).map_err(unreadable)?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(error) => return Err(unreadable(error)),
        };
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Settings::default());
        }
        let read = script::read_other(&Arc::new(Source { path: path.to_path_buf(), text }));
        match (read.value, read.diagnostics.is_empty()) {
            (Some(settings), true) => Ok(settings),
            _ => Err(SettingsError::Wrong(read.diagnostics)),
        }
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
        assert!(!settings.clear_voice && read("clear-voice: yes\n").unwrap().clear_voice);
        assert!(read("clear-voice: perhaps\n").unwrap_err().to_string().contains("neither `yes` nor `no`"));
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
        let error = read("speech: festival\nalow: [/music]\n").unwrap_err().to_string();
        assert!(error.contains(":2:1: error: there is no key `alow` here; did you mean `allow`?"), "{error}");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_its_place() {
        let error = read("allow: [music]\nspeech: { a: b }\n").unwrap_err().to_string();
        assert!(error.contains(":1:9: error: this isn't the whole path"), "{error}");
        assert!(error.contains(":2:9: error: this is a map of keys instead of the name of a program"), "{error}");
        assert!(read("allow: /music\n").unwrap_err().to_string().contains("write `[/music]`"));
        assert!(read("speech: []\n").unwrap_err().to_string().contains("no words"));
    }

    #[test]
    fn a_folder_may_be_written_from_the_home_folder() {
        let home = etcetera::home_dir().unwrap();
        assert_eq!(read("allow: [~/Music]\n").unwrap().allow, [home.join("Music")]);
    }
}
