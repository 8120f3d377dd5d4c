//! eSpeak NG: plain, quick, and at home in a hundred languages.

use std::path::Path;

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, primary, sayable, text_file, written};

/// eSpeak NG.
#[derive(Clone, Copy, Debug)]
pub struct Espeak {
    words_a_minute: u16,
}

impl Default for Espeak {
    fn default() -> Espeak {
        Espeak { words_a_minute: 120 }
    }
}

impl Speaker for Espeak {
    fn id(&self) -> String {
        format!("espeak-ng {}", self.words_a_minute)
    }

    fn available(&self) -> bool {
        on_path(Path::new("espeak-ng")).is_some()
    }

    fn speaks(&self, language: &str) -> bool {
        // The program itself says so when it is run: its list is long and grows.
        let language = primary(language);
        (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase())
    }

    fn speak(&self, text: &str, language: &str, into: &Path) -> Result<(), SpeechError> {
        let (into, folder) = folder_of(into)?;
        let words = text_file(&folder, &sayable(text)?)?;
        let _ = std::fs::remove_file(&into);
        let speed = self.words_a_minute.to_string();
        let mut run = Run::new("espeak-ng").arguments(["-v", &primary(language), "-s", &speed, "-p", "38", "-b", "1"]);
        run = run.arguments([Path::new("-w"), &into, Path::new("-f"), &words]);
        run.watched.push(into.clone());
        run.wait(&folder)?;
        written("espeak-ng", &into)
    }
}
