//! `letgo voice`: recorded words for sessions.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use etcetera::AppStrategy;
use indicatif::{ProgressBar, ProgressStyle};

use crate::guide::text::clean;
use crate::library::{Asset, Library, bundled_file};
use crate::practice::{LANGUAGES, Phrases};
use crate::script::{FromWritten, Prose};
use crate::session::{Request, resolve};
use crate::settings::{self, Settings, Speech};
use crate::voice::{BuildOptions, Pack, Prompt, Recordings, Respellings, SpeechConfig, Voices, build, find_speaker};

use super::prepare::{library_strictly, not_found, tell};
use super::{Failure, Surroundings, say};

#[derive(Debug, Subcommand)]
pub(super) enum Voice {
    /// Speaks what has no voice yet, with a speech program of this machine
    Build(Build),
}

#[derive(Debug, Args)]
pub(super) struct Build {
    /// Session files, or names of bundled sessions
    #[arg(value_name = "SESSION", required_unless_present = "phrases")]
    sessions: Vec<String>,
    /// Everything that the guided steps of a language can say, such as en
    #[arg(long, value_name = "LANGUAGE")]
    phrases: Option<String>,
    /// The folder for the clips; beside a session file if left out
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// The speech program: piper, say, festival, flite or espeak-ng; the first that is found if left out
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// Speaks everything, also what a recording or the bundled voice has
    #[arg(long)]
    everything: bool,
    /// Takes away clips that were built before and that nothing named here says any more
    #[arg(long)]
    tidy: bool,
}

impl Voice {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        match self {
            Voice::Build(build) => build.run(around),
        }
    }
}

/// The voices that a session has: recordings beside it, the clips of the pack that it came in, the bundled voice, what was
/// built for bundled sessions.
pub(super) fn voices(library: &Library, asset: &Asset, language: &str) -> Voices {
    let recorded = recorded_beside(asset);
    let built = built_folder(language).and_then(|folder| Pack::open(&folder).ok());
    let handed_over = plain_language(language)
        .and_then(|language| Pack::open(&library.pack_of(asset)?.join("voice").join(language)).ok());
    Voices::for_session(recorded.as_deref(), handed_over.into_iter().chain(bundled_pack(language)).chain(built))
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
    // The language came through a script: as a folder's name it must be two or three letters and nothing else.
    let plain = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then(settings::folders).flatten().map(|folders| folders.in_data_dir("voice").join(language))
}

impl Build {
    fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (settings, library) = library_strictly()?;
        let config = self.config(&settings);
        let mut groups: Vec<(PathBuf, Asset, Vec<Prompt>)> = Vec::new();
        for name in &self.sessions {
            let asset = library.session(name).map_err(|error| Failure::Usage(not_found(&error)))?;
            let prompts = prompts(&library, &asset, around)?;
            let language = prompts.first().map_or("en", |prompt| prompt.language.as_str());
            let into = self.folder(&asset, language)?;
            match groups.iter_mut().find(|(folder, _, _)| *folder == into) {
                Some((_, _, together)) => together.extend(prompts),
                None => groups.push((into, asset, prompts)),
            }
        }
        if let Some(language) = &self.phrases {
            let prompts = phrases(language)?;
            // Phrases belong to no session: they are kept where those of bundled sessions are.
            let asset = Asset::Bundled { path: "", bytes: b"" };
            let into = self.folder(&asset, language)?;
            match groups.iter_mut().find(|(folder, _, _)| *folder == into) {
                Some((_, _, together)) => together.extend(prompts),
                None => groups.push((into, asset, prompts)),
            }
        }
        let mut failed = false;
        for (into, asset, prompts) in &groups {
            failed |= self.build(into, asset, prompts, &config)?;
        }
        if failed {
            Err(Failure::Failed("some words have no voice yet; they are shown on the screen".into()))
        } else {
            Ok(())
        }
    }

    fn build(&self, into: &Path, asset: &Asset, prompts: &[Prompt], config: &SpeechConfig) -> Result<bool, Failure> {
        let language = prompts.first().map_or("en", |prompt| prompt.language.as_str());
        let speaker = find_speaker(config, language).map_err(|error| Failure::Failed(error.to_string()))?;
        let voices = match (self.everything, asset) {
            (true, _) => Voices::new(Vec::new()),
            // What is in the folder itself counts as built by itself, so that another program can replace it.
            (false, _) => {
                let recorded = recorded_beside(asset).map(|file| Recordings::folder_for(&file));
                let recordings = recorded.map(|folder| Recordings::in_folder(&folder)).unwrap_or_default();
                let mut sources = vec![crate::voice::Source::Recordings(recordings)];
                sources.extend(bundled_pack(language).map(crate::voice::Source::Pack));
                Voices::new(sources)
            }
        };
        let options = BuildOptions {
            name: format!("{language} voice"),
            licence: "CC0-1.0".into(),
            respellings: respellings(language)?,
            tidy: self.tidy,
        };
        say(&format!("{} speaks into {}", speaker.id(), into.display()));
        let bar = ProgressBar::new(prompts.len() as u64);
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}  {msg:30!}") {
            bar.set_style(style.progress_chars("━╸─"));
        }
        let report = build(prompts, &voices, &*speaker, into, &options, |progress| {
            bar.set_length(progress.all as u64);
            bar.set_position(progress.done as u64);
            bar.set_message(clean(progress.text));
        });
        bar.finish_and_clear();
        let report = report.map_err(|error| Failure::Failed(error.to_string()))?;
        for (prompt, error) in &report.failed {
            say(&format!("\u{201c}{}\u{201d}: {error}", prompt.text));
        }
        let mut out = io::stdout().lock();
        writeln!(
            out,
            "{} clips made, {} there already, {} spoken by another voice, {} without a voice",
            report.made.len(),
            report.kept,
            report.elsewhere,
            report.failed.len() + report.left
        )?;
        if report.tidied > 0 {
            writeln!(out, "{} clips that nothing says any more were taken away", report.tidied)?;
        }
        Ok(!report.failed.is_empty() || report.left > 0)
    }

    fn config(&self, settings: &Settings) -> SpeechConfig {
        let mut config = SpeechConfig::default();
        match (&self.program, &settings.speech) {
            (Some(name), _) | (None, Some(Speech::Known(name))) => config.program = Some(name.clone()),
            (None, Some(Speech::Command(command))) => config.command = Some(command.clone()),
            (None, None) => {}
        }
        config
    }

    fn folder(&self, asset: &Asset, language: &str) -> Result<PathBuf, Failure> {
        match (&self.into, asset) {
            (Some(folder), _) => Ok(folder.clone()),
            (None, Asset::File(file)) => Ok(Recordings::folder_for(file)),
            (None, Asset::Bundled { .. }) => built_folder(language)
                .ok_or_else(|| Failure::Failed("no home folder was found for the clips; name one with --into".into())),
        }
    }
}

/// The voice inside the binary.
pub(super) fn bundled_pack(language: &str) -> Option<Pack> {
    Pack::bundled(&format!("audio/voice/{language}"), |path| match crate::library::bundled(path)? {
        Asset::Bundled { path, bytes } => Some((path, bytes)),
        Asset::File(_) => None,
    })
    .ok()
}

/// Everything that a session says.
fn prompts(library: &Library, asset: &Asset, around: &Surroundings) -> Result<Vec<Prompt>, Failure> {
    match resolve(library, asset, &Request::default()) {
        Ok(resolved) => {
            let language = &resolved.session.language;
            let words = resolved.session.words().into_iter();
            Ok(words.map(|text| Prompt { language: language.clone(), text: text.to_string() }).collect())
        }
        Err(diagnostics) => {
            tell(&diagnostics, around)?;
            Err(Failure::Invalid)
        }
    }
}

/// Everything that the guided steps of a language can say.
fn phrases(language: &str) -> Result<Vec<Prompt>, Failure> {
    let phrases = Phrases::for_language(language).ok_or_else(|| {
        let known: Vec<&str> = LANGUAGES.iter().map(|(tag, ..)| *tag).collect();
        Failure::Usage(format!("there are no phrases in `{language}`; there are: {}", known.join(", ")))
    })?;
    let mut prompts = Vec::new();
    for phrase in phrases.all_prompts() {
        let prose = Prose::from_written(&phrase.text, false).map_err(|error| Failure::Failed(error.to_string()))?;
        let said = prose.words().map(str::to_string);
        prompts.extend(said.map(|text| Prompt { language: phrases.language().to_string(), text }));
    }
    Ok(prompts)
}

/// The words that speech programs say wrongly, respelt.
fn respellings(language: &str) -> Result<Respellings, Failure> {
    match bundled_file(&format!("audio/voice/{language}/respell.yaml")) {
        Some((_, bytes)) => {
            Respellings::from_yaml(&String::from_utf8_lossy(bytes)).map_err(|error| Failure::Failed(error.to_string()))
        }
        None => Ok(Respellings::default()),
    }
}
