//! Programs that speak: a small trait and one file each.
//!
//! A program gets a text in a file or on its standard input and leaves a WAV file; what comes of it is checked and
//! made pleasant elsewhere. No text ever passes through a shell. Adding a program is one file and one line in [`known`].

mod command;
mod espeak;
mod festival;
mod flite;
mod piper;
mod run;
mod say;
mod windows;

use std::path::{Path, PathBuf};
use std::time::Duration;

pub use command::UserCommand;
pub use espeak::Espeak;
pub use festival::Festival;
pub use flite::Flite;
pub use piper::Piper;
pub use run::{MOST_BYTES, PATIENCE};
pub use say::Say;
pub use windows::Windows;

use super::words::LONGEST_TEXT;

/// Why nothing was spoken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpeechError {
    /// No program by that name.
    #[error(
        "there is no speech program called `{name}`; known are piper, say, windows, festival, flite and espeak-ng, or give a command of your own"
    )]
    Unknown {
        /// What was asked for.
        name: String,
    },
    /// Known, but not on this machine.
    #[error("the speech program `{name}` isn't installed here; install it, or leave the choice open")]
    NotInstalled {
        /// What was asked for.
        name: String,
    },
    /// None on this machine speaks the language.
    #[error(
        "no speech program on this machine speaks `{language}`; espeak-ng speaks a hundred languages, and words can be recorded with `letgo record`"
    )]
    NoneFor {
        /// The language.
        language: String,
    },
    /// A command that can't work.
    #[error("the speech command can't work: {reason}")]
    Command {
        /// What is wrong.
        reason: &'static str,
    },
    /// A text over [`LONGEST_TEXT`].
    #[error("this prompt has {length} characters; at most {LONGEST_TEXT} are spoken at once, so please split it")]
    TooLong {
        /// Its characters.
        length: usize,
    },
    /// A text without words.
    #[error("there are no words to say in this prompt")]
    Nothing,
    /// It can't be started.
    #[error("`{program}` can't be started: {reason}")]
    NotStarted {
        /// The program.
        program: String,
        /// What the system says.
        reason: String,
    },
    /// It ended with an error.
    #[error("`{program}` failed ({how}){}", if .said.is_empty() { String::new() } else { format!(": {said}") })]
    Failed {
        /// The program.
        program: String,
        /// Its exit code, or that a signal ended it.
        how: String,
        /// What it wrote to its standard error, cleaned and shortened.
        said: String,
    },
    /// It took too long, and was ended.
    #[error("`{program}` wasn't ready after {} seconds and was ended", .patience.as_secs_f32())]
    TooSlow {
        /// The program.
        program: String,
        /// How long it had.
        patience: Duration,
    },
    /// It wrote too much, and was ended.
    #[error("`{program}` wrote more than {} MB for one prompt and was ended", .most / 1_000_000)]
    TooMuch {
        /// The program.
        program: String,
        /// What is allowed, in bytes.
        most: u64,
    },
    /// It ended well, and left nothing.
    #[error("`{program}` ended without an error but wrote no sound")]
    WroteNothing {
        /// The program.
        program: String,
    },
    /// The working folder can't be used.
    #[error("the folder for speech can't be used: {reason}")]
    Folder {
        /// What the system says.
        reason: String,
    },
}

/// A program that speaks.
pub trait Speaker {
    /// Its name with its voice and all settings that change the sound, such as `festival us-slt-hts 0.58`. What was
    /// spoken by another id is another voice.
    fn id(&self) -> String;

    /// Whether it, and its voice, are installed here.
    fn available(&self) -> bool;

    /// Whether it speaks a language, by the first part of its tag.
    fn speaks(&self, language: &str) -> bool;

    /// Speaks one sentence to a WAV file. The file's folder is the program's own to work in.
    ///
    /// # Errors
    /// See [`SpeechError`]. What the file then holds is not to be used.
    fn speak(&self, text: &str, language: &str, into: &Path) -> Result<(), SpeechError>;
}

/// What the user's settings say about speech.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeechConfig {
    /// A program by name (`festival`, `espeak-ng`, ...); the first that fits if `None`.
    pub program: Option<String>,
    /// A command of the user's own, with its arguments; goes before `program`. See [`UserCommand`].
    pub command: Option<Vec<String>>,
    /// Piper's voices, paths to their `.onnx` files, which are named by their languages.
    pub piper_voices: Vec<PathBuf>,
}

/// Every known program, the calmest first, for a language.
fn known(config: &SpeechConfig, language: &str) -> Vec<(&'static str, Box<dyn Speaker>)> {
    vec![
        ("piper", Box::new(Piper::of_language(&config.piper_voices, language))),
        ("say", Box::new(Say::for_language(language))),
        ("windows", Box::new(Windows)),
        ("festival", Box::new(Festival::default())),
        ("flite", Box::new(Flite)),
        ("espeak-ng", Box::new(Espeak::default())),
    ]
}

/// Every known program by its name, the calmest first, and whether it is installed here.
pub fn speech_programs(config: &SpeechConfig) -> Vec<(&'static str, bool)> {
    let known = known(config, "en");
    known.into_iter().map(|(name, speaker)| (name, speaker.available())).collect()
}

/// The program for a language: what the settings name, else the first installed one that speaks it.
///
/// # Errors
/// What the settings name is unknown or missing, or nothing here speaks the language.
pub fn find_speaker(config: &SpeechConfig, language: &str) -> Result<Box<dyn Speaker>, SpeechError> {
    if let Some(command) = &config.command {
        return Ok(Box::new(UserCommand::new(command)?));
    }
    let mut known = known(config, language);
    if let Some(name) = &config.program {
        let place = known.iter().position(|(known, _)| known == name);
        let place = place.ok_or_else(|| SpeechError::Unknown { name: name.clone() })?;
        let (_, speaker) = known.swap_remove(place);
        if !speaker.available() {
            return Err(SpeechError::NotInstalled { name: name.clone() });
        }
        if !speaker.speaks(language) {
            return Err(SpeechError::NoneFor { language: language.to_string() });
        }
        return Ok(speaker);
    }
    known
        .into_iter()
        .map(|(_, speaker)| speaker)
        .find(|speaker| speaker.speaks(language) && speaker.available())
        .ok_or_else(|| SpeechError::NoneFor { language: language.to_string() })
}

/// The first part of a language's tag, in lower case.
fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

/// A text without control characters, within its bound.
fn sayable(text: &str) -> Result<String, SpeechError> {
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        return Err(SpeechError::TooLong { length });
    }
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if !clean.chars().any(char::is_alphanumeric) {
        return Err(SpeechError::Nothing);
    }
    Ok(clean)
}

/// The folder of a target, absolute, since the program runs inside it.
fn folder_of(into: &Path) -> Result<(PathBuf, PathBuf), SpeechError> {
    let failed = |error: std::io::Error| SpeechError::Folder { reason: error.to_string() };
    let whole = std::path::absolute(into).map_err(failed)?;
    let folder = whole.parent().map(Path::to_path_buf).unwrap_or_default();
    Ok((whole, folder))
}

/// Writes the text to a file beside the target.
fn text_file(folder: &Path, text: &str) -> Result<PathBuf, SpeechError> {
    let path = folder.join("words.txt");
    std::fs::write(&path, text).map_err(|error| SpeechError::Folder { reason: error.to_string() })?;
    Ok(path)
}

/// That something was written.
fn written(program: &str, into: &Path) -> Result<(), SpeechError> {
    match std::fs::metadata(into) {
        Ok(file) if file.is_file() && file.len() > 0 => Ok(()),
        _ => Err(SpeechError::WroteNothing { program: program.to_string() }),
    }
}
