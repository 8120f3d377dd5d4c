//! The speech that Windows has, through PowerShell.

use std::path::Path;

use super::run::{Run, on_path};
use super::{Speaker, SpeechError, folder_of, sayable, text_file, written};

/// Windows' own speech, with the first voice of a language that is installed there.
#[derive(Clone, Copy, Debug)]
pub struct Windows;

/// From -10 to 10; -4 comes near 120 words a minute.
const SPEED: &str = "-4";

/// Fixed: the words are read from a file in the working folder, so nothing of them can be run.
const SCRIPT: &str = "$ErrorActionPreference = 'Stop'; Add-Type -AssemblyName System.Speech; \
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
$culture = New-Object System.Globalization.CultureInfo((Get-Content language.txt).Trim()); \
$fits = $voice.GetInstalledVoices() | Where-Object { $_.Enabled -and \
$_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq $culture.TwoLetterISOLanguageName } | Select-Object -First 1; \
if (-not $fits) { throw 'no voice for this language is installed' }; \
$voice.SelectVoice($fits.VoiceInfo.Name); $voice.Rate = [int]$args[0]; \
$voice.SetOutputToWaveFile($args[1]); $voice.Speak((Get-Content -Raw -Encoding UTF8 words.txt)); $voice.Dispose()";

impl Speaker for Windows {
    fn id(&self) -> String {
        format!("windows {SPEED}")
    }

    fn available(&self) -> bool {
        cfg!(windows) && on_path(Path::new("powershell.exe")).is_some()
    }

    fn speaks(&self, language: &str) -> bool {
        // The system itself says so when it is asked: which voices there are is up to its owner.
        let language = super::primary(language);
        language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase())
    }

    fn speak(&self, text: &str, language: &str, into: &Path) -> Result<(), SpeechError> {
        let (into, folder) = folder_of(into)?;
        text_file(&folder, &sayable(text)?)?;
        let language = super::primary(language);
        std::fs::write(folder.join("language.txt"), language)
            .map_err(|error| SpeechError::Folder { reason: error.to_string() })?;
        let _ = std::fs::remove_file(&into);
        let script = folder.join("speak.ps1");
        std::fs::write(&script, SCRIPT).map_err(|error| SpeechError::Folder { reason: error.to_string() })?;
        let mut run =
            Run::new("powershell.exe").arguments(["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]);
        run = run.arguments(["-File".as_ref(), script.as_os_str(), SPEED.as_ref(), into.as_os_str()]);
        run.watched.push(into.clone());
        run.wait(&folder)?;
        written("windows", &into)
    }
}
