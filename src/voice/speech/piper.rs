//! Piper: natural voices that are computed on this machine. Each voice is a file that its user chooses.

use std::path::{Path, PathBuf};

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, primary, sayable, text_file, written};

/// Piper with one voice.
#[derive(Clone, Debug)]
pub struct Piper {
    voice: Option<PathBuf>,
}

/// How much longer than usual its sounds last.
const STRETCH: &str = "1.25";

impl Piper {
    /// With a voice's `.onnx` file, such as `en_GB-alba-medium.onnx`; without one it isn't available.
    pub fn new(voice: Option<PathBuf>) -> Piper {
        Piper { voice }
    }

    /// With the first of these voices that speaks a language; if there is none, with the first of all.
    pub fn of_language(voices: &[PathBuf], language: &str) -> Piper {
        let fits = voices.iter().find(|voice| Piper::new(Some((*voice).clone())).speaks(language));
        Piper::new(fits.or(voices.first()).cloned())
    }

    fn voice_name(&self) -> String {
        self.voice
            .as_deref()
            .and_then(Path::file_stem)
            .map(|stem| stem.to_string_lossy().into_owned())
            .unwrap_or_default()
    }
}

impl Speaker for Piper {
    fn id(&self) -> String {
        format!("piper {} {STRETCH}", self.voice_name())
    }

    fn available(&self) -> bool {
        self.voice.as_deref().is_some_and(Path::is_file) && on_path(Path::new("piper")).is_some()
    }

    fn speaks(&self, language: &str) -> bool {
        // Voices are named by their language: `en_GB-alba-medium`.
        primary(&self.voice_name()) == primary(language)
    }

    fn speak(&self, text: &str, _language: &str, into: &Path) -> Result<(), SpeechError> {
        let voice = self.voice.as_deref().ok_or(SpeechError::NotInstalled { name: "piper".to_string() })?;
        let voice = std::path::absolute(voice).map_err(|error| SpeechError::Folder { reason: error.to_string() })?;
        let (into, folder) = folder_of(into)?;
        let _ = std::fs::remove_file(&into);
        // Without its random variation the same words give the same sound.
        let mut run = Run::new("piper").arguments(["--noise_scale", "0", "--noise_w", "0", "--length_scale", STRETCH]);
        run = run.arguments([Path::new("--model"), &voice, Path::new("--output_file"), &into]);
        run.input = Some(text_file(&folder, &sayable(text)?)?);
        run.watched.push(into.clone());
        run.wait(&folder)?;
        written("piper", &into)
    }
}
