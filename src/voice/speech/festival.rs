//! Festival with the voice `cmu_us_slt_arctic_hts` (Debian: `festival`, `festvox-us-slt-hts`), the calmest of Debian's
//! free voices.

use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, primary, sayable, written};

/// Festival, speaking English.
#[derive(Clone, Copy, Debug)]
pub struct Festival {
    rate: f32,
}

impl Default for Festival {
    /// At a rate of 0.58: 110 to 130 words a minute with a breath between sentences.
    fn default() -> Festival {
        Festival { rate: 0.58 }
    }
}

const VOICE: &str = "cmu_us_slt_arctic_hts";

impl Speaker for Festival {
    fn id(&self) -> String {
        format!("festival us-slt-hts {}", self.rate)
    }

    fn available(&self) -> bool {
        on_path(Path::new("festival")).is_some() && voice_is_installed()
    }

    fn speaks(&self, language: &str) -> bool {
        primary(language) == "en"
    }

    fn speak(&self, text: &str, _language: &str, into: &Path) -> Result<(), SpeechError> {
        let words = plain(&sayable(text)?);
        if words.is_empty() {
            return Err(SpeechError::Nothing);
        }
        let (into, folder) = folder_of(into)?;
        // `Duration_Stretch` does nothing for this kind of voice: its own engine's rate does. The file's name is ours,
        // and the words hold neither quotes nor backslashes, so nothing of the text can be read as Scheme.
        let scheme = format!(
            "(voice_{VOICE})\n(set! hts_engine_params (append hts_engine_params (list (list \"-r\" {}))))\n\
             (set! said (SynthText \"{words}\"))\n(utt.save.wave said \"spoken.wav\" 'riff)\n",
            self.rate
        );
        let failed = |error: std::io::Error| SpeechError::Folder { reason: error.to_string() };
        let script = folder.join("speak.scm");
        let spoken = folder.join("spoken.wav");
        // Festival ends well after many of its errors: an old file must not pass for a new one.
        let _ = std::fs::remove_file(&spoken);
        std::fs::write(&script, scheme).map_err(failed)?;
        let mut run = Run::new("festival").arguments(["-b", "speak.scm"]);
        run.watched.push(spoken.clone());
        run.wait(&folder)?;
        written("festival", &spoken)?;
        std::fs::rename(&spoken, &into).map_err(failed)
    }
}

/// Debian's and Fedora's places for voices, and the usual ones of an own installation.
fn voice_is_installed() -> bool {
    let folders = [
        "/usr/share/festival/voices",
        "/usr/share/festival/lib/voices",
        "/usr/local/share/festival/voices",
        "/opt/homebrew/share/festival/voices",
    ];
    folders.iter().any(|folder| Path::new(folder).join("us").join(VOICE).is_dir())
}

/// The text in the few characters that Festival reads well: ASCII, without quotes, backslashes and brackets.
fn plain(text: &str) -> String {
    let folded: String = text
        .nfkd()
        .map(|c| match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{2013}' | '\u{2014}' | ';' => ',',
            '\u{2026}' => '.',
            c => c,
        })
        .filter(|c| !matches!(c, '\u{300}'..='\u{36F}'))
        .map(|c| if c.is_ascii_alphanumeric() || " .,:?!'%&+-".contains(c) { c } else { ' ' })
        .collect();
    // A mark must stand at its word for Festival to pause there.
    let joined = folded.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").replace(" .", ".");
    if joined.chars().any(char::is_alphanumeric) { joined } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_text_can_be_read_as_a_program() {
        let words = plain("Rest\") (system \"rm\") \\ — naïve “touch”… don’t\u{1b}[31m");
        assert_eq!(words, "Rest system rm, naive touch... don't 31m");
    }
}
