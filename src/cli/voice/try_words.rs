//! `letgo voice try`: how words sound, just as they would in a session.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;

use crate::cli::play::Playback;
use crate::cli::prepare::{lay_out_with, library_strictly, tell};
use crate::cli::render::{Samples, format_of, may_replace, write_sound};
use crate::cli::{Failure, Surroundings, say};
use crate::library::Asset;
use crate::output::file::Part;
use crate::quantity::Frames;
use crate::session::Request;
use crate::voice::{BuildOptions, Pack, Prompt, Source, Voices, build, find_speaker};

use super::build::respellings;
use super::{plain_language, speech_config};

/// The silence before the words.
const BEFORE: Frames = Frames::from_millis(500);

#[derive(Debug, Args)]
pub(in crate::cli) struct Try {
    /// The words
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
    /// The language they are in
    #[arg(long = "in", value_name = "LANGUAGE", default_value = "en")]
    language: String,
    /// The speech program, as `letgo voice list` names them; the first that speaks the language if left out
    #[arg(long, value_name = "NAME")]
    program: Option<String>,
    /// Writes a sound file in place of playing: WAV, FLAC or Ogg by its ending
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replaces a file that is there already
    #[arg(long, requires = "output")]
    force: bool,
}

impl Try {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (settings, library) = library_strictly()?;
        let language = plain_language(&self.language)
            .ok_or_else(|| Failure::Usage("a language is two or three letters, such as en".into()))?;
        let failed = |error: &dyn std::fmt::Display| Failure::Failed(error.to_string());
        let speaker = find_speaker(&speech_config(&settings, self.program.as_deref()), &language)
            .map_err(|error| failed(&error))?;
        say(&format!("{} speaks", speaker.id()));
        let folder = tempfile::Builder::new().prefix("letgo-try").tempdir().map_err(|error| failed(&error))?;
        let words = self.words.join(" ");
        let prompt = Prompt { language: language.clone(), text: words.clone() };
        let options = BuildOptions { respellings: respellings(&language)?, ..BuildOptions::default() };
        let clips = folder.path().join("clips");
        let report = build(&[prompt], &Voices::default(), &*speaker, &clips, &options, |_| ())
            .map_err(|error| failed(&error))?;
        if let Some((_, error)) = report.failed.first() {
            return Err(failed(error));
        }
        if report.made.is_empty() {
            return Err(Failure::Usage("there are no words in this to say".into()));
        }
        let session = folder.path().join("try.yaml");
        std::fs::write(&session, written(&words, &language)).map_err(|error| failed(&error))?;
        let voices = || Pack::open(&clips).map(|pack| Voices::new(vec![Source::Pack(pack)])).unwrap_or_default();
        let asset = Asset::File(session);
        let laid_out = lay_out_with(&library, &asset, &Request::default(), |_| voices());
        let prepared = match laid_out {
            Ok((prepared, _)) => prepared,
            Err(diagnostics) => {
                tell(&diagnostics, around)?;
                return Err(Failure::Invalid);
            }
        };
        let timeline = &prepared.timeline;
        let said = timeline.events.first().map_or(Frames::ZERO, |event| event.start);
        let from = said.saturating_sub(BEFORE);
        match &self.output {
            Some(output) => {
                let format = format_of(output, Samples::Sixteen)?;
                may_replace(output, self.force)?;
                write_sound(timeline, Part { from, to: timeline.length }, format, output)
            }
            None => Playback::a_try(from).play(prepared, BTreeMap::new(), around),
        }
    }
}

/// A session with nothing but the words. JSON is YAML too, and what is in it stays words.
fn written(words: &str, language: &str) -> String {
    serde_json::json!({
        "letgo": 1, "title": "How it sounds", "language": language, "steps": [{ "say": words.replace('[', "(").replace(']', ")") }]
    })
    .to_string()
}
