//! `letgo voice`: whose voice speaks.

mod build;
mod clean;
mod list;
mod speak;
mod try_words;

use std::path::{Path, PathBuf};

use clap::Subcommand;
use etcetera::AppStrategy;

use crate::library::{Asset, Library};
use crate::settings::{self, Settings, Speech};
use crate::voice::{Pack, SpeechConfig, Voices};

use super::{Failure, Surroundings};

pub(super) use speak::{Spoken, speaking};

#[derive(Debug, Subcommand)]
pub(super) enum Voice {
    /// Speaks what has no voice yet, with a speech program of this machine
    Build(build::Build),
    /// Lists the voices and the programs that speak here, or whose voice a session has
    List(list::List),
    /// Lets you hear how words sound
    Try(try_words::Try),
    /// Tidies what speech programs have said so far
    Clean(clean::Clean),
}

impl Voice {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        match self {
            Voice::Build(build) => build.run(around),
            Voice::List(list) => list.run(around),
            Voice::Try(try_words) => try_words.run(around),
            Voice::Clean(clean) => clean.run(around),
        }
    }
}

/// The voices that a session has: recordings beside it, the clips of the pack that it came in, the bundled voice, what was
/// built for bundled sessions, and what a speech program said before.
pub(super) fn voices(library: &Library, asset: &Asset, language: &str) -> Voices {
    let recorded = recorded_beside(asset);
    let built = built_folder(language).and_then(|folder| Pack::open(&folder).ok());
    let handed_over = plain_language(language)
        .and_then(|language| Pack::open(&library.pack_of(asset)?.join("voice").join(language)).ok());
    let cached = cache_folder(language).and_then(|folder| Pack::open(&folder).ok());
    Voices::for_session(
        recorded.as_deref(),
        handed_over.into_iter().chain(bundled_pack(language)).chain(built).chain(cached),
    )
}

/// The file beside which a session's recordings lie: its own, or for a bundled one a name in the user's folders.
pub(super) fn recorded_beside(asset: &Asset) -> Option<PathBuf> {
    match asset {
        Asset::File(path) => Some(path.clone()),
        Asset::Bundled { path, .. } => {
            let name = Path::new(path).file_name()?;
            settings::folders().map(|folders| folders.in_data_dir("recordings").join(name))
        }
    }
}

/// The folder of a language in a voice: its tag's first part, if that is two or three letters and nothing else.
pub(super) fn plain_language(language: &str) -> Option<String> {
    let language = language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let plain = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then_some(language)
}

/// Where clips for bundled sessions are built.
fn built_folder(language: &str) -> Option<PathBuf> {
    let language = plain_language(language)?;
    settings::folders().map(|folders| folders.in_data_dir("voice").join(language))
}

/// Where it is kept what a speech program said while a session was made ready.
fn cache_folder(language: &str) -> Option<PathBuf> {
    let language = plain_language(language)?;
    settings::folders().map(|folders| folders.in_cache_dir("voice").join(language))
}

/// Which program speaks: as asked for, else as the settings say.
pub(super) fn speech_config(settings: &Settings, program: Option<&str>) -> SpeechConfig {
    let mut config = SpeechConfig { piper_voices: settings.piper_voices().0, ..SpeechConfig::default() };
    match (program, &settings.speech) {
        (Some(name), _) => config.program = Some(name.to_string()),
        (None, Some(Speech::Known(name))) => config.program = Some(name.clone()),
        (None, Some(Speech::Command(command))) => config.command = Some(command.clone()),
        (None, Some(Speech::None) | None) => {}
    }
    config
}

/// The voice inside the binary.
pub(super) fn bundled_pack(language: &str) -> Option<Pack> {
    Pack::bundled(&format!("audio/voice/{language}"), |path| match crate::library::bundled(path)? {
        Asset::Bundled { path, bytes } => Some((path, bytes)),
        Asset::File(_) => None,
    })
    .ok()
}
