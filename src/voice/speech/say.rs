//! `say`, which every Mac has.

use std::path::Path;
use std::process::{Command, Stdio};

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, primary, sayable, text_file, written};

/// macOS' `say`: in English with the voice that its owner chose in the system's settings, in another language with
/// the first voice that speaks it.
#[derive(Clone, Debug, Default)]
pub struct Say {
    /// The voice, and the language for which it was chosen.
    voice: Option<(String, String)>,
}

/// Words a minute.
const SPEED: &str = "125";

impl Say {
    /// Looks for a voice.
    pub fn for_language(language: &str) -> Say {
        let language = primary(language);
        if !is_here() || language == "en" {
            return Say::default();
        }
        let list = Command::new("say").args(["-v", "?"]).stdin(Stdio::null()).stderr(Stdio::null()).output();
        let list = list.map(|list| String::from_utf8_lossy(&list.stdout).into_owned()).unwrap_or_default();
        Say { voice: voice_for(&list, &language).map(|voice| (voice, language)) }
    }
}

/// Other systems have unrelated programs of this name.
fn is_here() -> bool {
    cfg!(target_os = "macos") && on_path(Path::new("say")).is_some()
}

/// The first voice of a language in what `say -v ?` prints: its name, its locale, and after a `#` a sentence.
fn voice_for(list: &str, language: &str) -> Option<String> {
    list.lines().find_map(|line| {
        let (name, locale) = line.split('#').next()?.trim_end().rsplit_once(char::is_whitespace)?;
        (primary(locale) == language).then(|| name.trim().to_string())
    })
}

impl Speaker for Say {
    fn id(&self) -> String {
        match &self.voice {
            Some((voice, _)) => format!("say {voice} {SPEED}"),
            None => format!("say {SPEED}"),
        }
    }

    fn available(&self) -> bool {
        is_here()
    }

    fn speaks(&self, language: &str) -> bool {
        let language = primary(language);
        language == "en" || self.voice.as_ref().is_some_and(|(_, speaks)| *speaks == language)
    }

    fn speak(&self, text: &str, _language: &str, into: &Path) -> Result<(), SpeechError> {
        let (into, folder) = folder_of(into)?;
        let words = text_file(&folder, &sayable(text)?)?;
        let _ = std::fs::remove_file(&into);
        let mut run = Run::new("say").arguments(["-r", SPEED, "--file-format=WAVE", "--data-format=LEI16@44100"]);
        if let Some((voice, _)) = &self.voice {
            run = run.arguments(["-v", voice]);
        }
        run = run.arguments([Path::new("-f"), &words, Path::new("-o"), &into]);
        run.watched.push(into.clone());
        run.wait(&folder)?;
        written("say", &into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_is_found_by_its_locale() {
        let list = "Alice               it_IT    # Ciao! Mi chiamo Alice.\n\
                    Anna                de_DE    # Hallo! Ich hei\u{df}e Anna.\n\
                    Eddy (German (Germany)) de_DE    # Hallo!\n";
        assert_eq!(voice_for(list, "de").as_deref(), Some("Anna"));
        assert_eq!(voice_for(list, "it").as_deref(), Some("Alice"));
        assert_eq!(voice_for(list, "fr"), None);
        assert_eq!(voice_for("", "de"), None);
    }
}
