//! `say`, which every Mac has.

use std::path::Path;

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, sayable, text_file, written};

/// macOS' `say`, with the voice that its owner chose in the system's settings.
#[derive(Clone, Copy, Debug)]
pub struct Say;

/// Words a minute.
const SPEED: &str = "125";

impl Speaker for Say {
    fn id(&self) -> String {
        format!("say {SPEED}")
    }

    fn available(&self) -> bool {
        // Other systems have unrelated programs of this name.
        cfg!(target_os = "macos") && on_path(Path::new("say")).is_some()
    }

    fn speaks(&self, language: &str) -> bool {
        // The system's voice speaks its owner's language; English is what it can be relied on for.
        super::primary(language) == "en"
    }

    fn speak(&self, text: &str, _language: &str, into: &Path) -> Result<(), SpeechError> {
        let (into, folder) = folder_of(into)?;
        let words = text_file(&folder, &sayable(text)?)?;
        let _ = std::fs::remove_file(&into);
        let mut run = Run::new("say").arguments(["-r", SPEED, "--file-format=WAVE", "--data-format=LEI16@44100"]);
        run = run.arguments([Path::new("-f"), &words, Path::new("-o"), &into]);
        run.watched.push(into.clone());
        run.wait(&folder)?;
        written("say", &into)
    }
}
