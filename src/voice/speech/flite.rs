//! Flite with its voice `slt`: small and quick, English only.

use std::path::Path;

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, primary, sayable, text_file, written};

/// Flite.
#[derive(Clone, Copy, Debug)]
pub struct Flite;

/// How much longer than usual its sounds last.
const STRETCH: &str = "1.4";

impl Speaker for Flite {
    fn id(&self) -> String {
        format!("flite slt {STRETCH}")
    }

    fn available(&self) -> bool {
        on_path(Path::new("flite")).is_some()
    }

    fn speaks(&self, language: &str) -> bool {
        primary(language) == "en"
    }

    fn speak(&self, text: &str, _language: &str, into: &Path) -> Result<(), SpeechError> {
        let (into, folder) = folder_of(into)?;
        let words = text_file(&folder, &sayable(text)?)?;
        let _ = std::fs::remove_file(&into);
        let mut run = Run::new("flite").arguments(["-voice", "slt", "--setf", &format!("duration_stretch={STRETCH}")]);
        run = run.arguments([Path::new("-f"), &words, Path::new("-o"), &into]);
        run.watched.push(into.clone());
        run.wait(&folder)?;
        written("flite", &into)
    }
}
