//! `letgo voice build`: words for sessions, by a speech program.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::prepare::{library_strictly, not_found, tell};
use crate::cli::{Failure, Surroundings, say};
use crate::guide::text::clean;
use crate::library::{Asset, Library, bundled_file};
use crate::practice::{LANGUAGES, Phrases};
use crate::script::{FromWritten, Prose};
use crate::session::{Request, resolve};
use crate::voice::{BuildOptions, Prompt, Recordings, Respellings, SpeechConfig, Voices, build, find_speaker};

use super::{built_folder, bundled_pack, recorded_beside, speech_config};

#[derive(Debug, Args)]
pub(in crate::cli) struct Build {
    /// Session files, or names of bundled sessions
    #[arg(value_name = "SESSION", required_unless_present = "phrases")]
    sessions: Vec<String>,
    /// Everything that the guided steps of a language can say, such as en
    #[arg(long, value_name = "LANGUAGE")]
    phrases: Option<String>,
    /// The folder for the clips; beside a session file if left out
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
    /// The speech program, as `letgo voice list` names them; the first that speaks the language if left out
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// Speaks everything, also what a recording or the bundled voice has
    #[arg(long)]
    everything: bool,
    /// Takes away clips that were built before and that nothing named here says any more
    #[arg(long)]
    tidy: bool,
}

impl Build {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (settings, library) = library_strictly()?;
        let config = speech_config(&settings, self.program.as_deref());
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
            ..BuildOptions::default()
        };
        say(&format!("{} speaks into {}", speaker.id(), into.display()));
        let bar = progress_bar(prompts.len());
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

    fn folder(&self, asset: &Asset, language: &str) -> Result<PathBuf, Failure> {
        match (&self.into, asset) {
            (Some(folder), _) => Ok(folder.clone()),
            (None, Asset::File(file)) => Ok(Recordings::folder_for(file)),
            (None, Asset::Bundled { .. }) => built_folder(language)
                .ok_or_else(|| Failure::Failed("no home folder was found for the clips; name one with --into".into())),
        }
    }
}

/// Everything that a session says.
pub(super) fn prompts(library: &Library, asset: &Asset, around: &Surroundings) -> Result<Vec<Prompt>, Failure> {
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
pub(super) fn respellings(language: &str) -> Result<Respellings, Failure> {
    match bundled_file(&format!("audio/voice/{language}/respell.yaml")) {
        Some((_, bytes)) => {
            Respellings::from_yaml(&String::from_utf8_lossy(bytes)).map_err(|error| Failure::Failed(error.to_string()))
        }
        None => Ok(Respellings::default()),
    }
}

/// Shows which words are being said.
pub(super) fn progress_bar(prompts: usize) -> ProgressBar {
    let bar = ProgressBar::new(prompts as u64);
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len}  {msg:30!}") {
        bar.set_style(style.progress_chars("━╸─"));
    }
    bar
}
