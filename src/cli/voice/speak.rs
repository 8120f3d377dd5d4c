//! What no voice has, a program of this machine says once while the session is made ready; the cache keeps it.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use crate::cli::{Surroundings, say};
use crate::guide::text::clean;
use crate::library::{Asset, Library};
use crate::session::Session;
use crate::settings::{Settings, Speech};
use crate::voice::{
    self, BuildError, BuildOptions, BuildReport, CACHE_BYTES, Pack, Prompt, Speaker, Voices, build, find_speaker,
};

use super::build::{progress_bar, respellings};
use super::{cache_folder, speech_config, voices};

/// A listener waits no longer than this; what isn't spoken by then is on the screen, and is spoken the next time.
const PATIENCE: Duration = Duration::from_secs(60);
/// Fewer words than these are spoken before a word about them could be read.
const WORTH_A_WORD: usize = 4;

/// The voices of a session, now that a program has said what they don't have.
pub(in crate::cli) struct Spoken {
    pub(in crate::cli) voices: Voices,
    /// Where clips lie that can't be kept. They are there for as long as this is.
    pub(in crate::cli) folder: Option<TempDir>,
}

/// Has a speech program say what no voice of a session has. Whatever goes wrong is said, and the session goes on.
pub(in crate::cli) fn speaking(
    library: &Library,
    asset: &Asset,
    session: &Session,
    settings: &Settings,
    around: &Surroundings,
) -> Spoken {
    let voices = voices(library, asset, &session.language);
    let language = &session.language;
    let missing = session.words().into_iter().filter(|words| voices.find(language, words).is_none());
    let missing: Vec<Prompt> =
        missing.map(|words| Prompt { language: language.clone(), text: words.to_string() }).collect();
    let as_they_are = |voices| Spoken { voices, folder: None };
    if missing.is_empty() || settings.speech == Some(Speech::None) {
        return as_they_are(voices);
    }
    let speaker = match find_speaker(&speech_config(settings, None), language) {
        Ok(speaker) => speaker,
        Err(error) => {
            // That nothing here speaks a language is how it is; what was asked for and can't be had is worth a word.
            if settings.speech.is_some() {
                say(&error.to_string());
            }
            return as_they_are(voices);
        }
    };
    if missing.len() >= WORTH_A_WORD {
        let (program, count) = (speaker.id(), missing.len().to_string());
        let program = program.split(' ').next().unwrap_or_default();
        say(&around.texts.fill("speaking", &[("program", program), ("count", &count)]));
    }
    match into_the_cache(&missing, &voices, &*speaker) {
        Ok(report) => {
            tell(&report);
            as_they_are(super::voices(library, asset, language))
        }
        Err(trouble) => for_this_evening(&missing, voices, &*speaker, &trouble),
    }
}

fn into_the_cache(missing: &[Prompt], voices: &Voices, speaker: &dyn Speaker) -> Result<BuildReport, String> {
    let language = missing.first().map_or("en", |prompt| prompt.language.as_str());
    let folder = cache_folder(language).ok_or("no home folder was found")?;
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(failed)?;
    // Two at once would each write an index without the other's clips.
    let lock = File::create(folder.join(".lock")).map_err(failed)?;
    lock.lock().map_err(failed)?;
    let report = say_all(missing, voices, speaker, &folder).map_err(|error| error.to_string())?;
    if !report.made.is_empty() && voice::size(&folder) > CACHE_BYTES {
        // Some more than needed, so that the next evening needn't tidy again.
        voice::clean(&folder, CACHE_BYTES / 5 * 4).map_err(|error| error.to_string())?;
    }
    Ok(report)
}

/// Where nothing can be kept, the clips are there until the session is over.
fn for_this_evening(missing: &[Prompt], voices: Voices, speaker: &dyn Speaker, trouble: &str) -> Spoken {
    say(&format!("what is spoken can't be kept ({}); it is there for this time", clean(trouble)));
    let spoken = tempfile::Builder::new().prefix("letgo-voice").tempdir().ok().and_then(|folder| {
        let report = say_all(missing, &voices, speaker, folder.path()).ok()?;
        tell(&report);
        let pack = Pack::open(folder.path()).ok()?;
        Some((folder, pack))
    });
    match spoken {
        Some((folder, pack)) => Spoken { voices: voices.and(pack), folder: Some(folder) },
        None => Spoken { voices, folder: None },
    }
}

fn say_all(
    missing: &[Prompt],
    voices: &Voices,
    speaker: &dyn Speaker,
    folder: &Path,
) -> Result<BuildReport, BuildError> {
    let language = missing.first().map_or("en", |prompt| prompt.language.as_str());
    let options = BuildOptions {
        name: format!("{language}, spoken by {}", speaker.id()),
        licence: "CC0-1.0".into(),
        respellings: respellings(language).unwrap_or_default(),
        tidy: false,
        replaces: true,
        patience: Some(PATIENCE),
    };
    let bar = progress_bar(missing.len());
    let report = build(missing, voices, speaker, folder, &options, |progress| {
        bar.set_length(progress.all as u64);
        bar.set_position(progress.done as u64);
        bar.set_message(clean(progress.text));
    });
    bar.finish_and_clear();
    report
}

/// What couldn't be spoken: the first reason stands for all.
fn tell(report: &BuildReport) {
    if let Some((_, error)) = report.failed.first() {
        say(&format!("{error}\nwhat has no voice is on the screen"));
    }
    if report.left > 0 && report.failed.is_empty() {
        say(&format!("{} of the words aren't spoken yet; they will be the next time", report.left));
    }
}
