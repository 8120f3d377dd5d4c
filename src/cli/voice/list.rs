//! `letgo voice list`: which voices there are, which programs speak, and whose voice a session has.

use std::collections::BTreeMap;
use std::io::{self, Write};

use clap::Args;
use etcetera::AppStrategy;
use serde_json::json;

use crate::cli::prepare::{library, not_found};
use crate::cli::{Failure, Surroundings, print_json};
use crate::guide::text::clean;
use crate::practice::LANGUAGES;
use crate::settings::{self, Settings};
use crate::voice::{Pack, find_speaker, size, speech_programs};

use super::build::prompts;
use super::{built_folder, bundled_pack, cache_folder, speech_config, voices};

#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    /// Whose voice says the words of this session
    #[arg(value_name = "SESSION")]
    session: Option<String>,
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

/// A voice that is here: what it is, and how much it says.
struct Row {
    what: &'static str,
    language: String,
    name: String,
    clips: usize,
    bytes: Option<u64>,
}

impl List {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        match &self.session {
            Some(session) => self.of_session(session, around),
            None => self.of_machine(),
        }
    }

    fn of_machine(&self) -> Result<(), Failure> {
        let (settings, _) = library();
        let rows = rows();
        let programs = speech_programs(&speech_config(&settings, None));
        let chosen = chosen(&settings);
        if self.json {
            let voices = rows.iter().map(|row| {
                json!({ "kind": row.what, "language": row.language, "name": row.name, "clips": row.clips, "bytes": row.bytes })
            });
            let programs: Vec<_> =
                programs.iter().map(|(name, there)| json!({ "name": name, "installed": there })).collect();
            return print_json(&json!({
                "version": 1, "voices": voices.collect::<Vec<_>>(), "programs": programs, "speaks": chosen,
            }));
        }
        let mut out = io::stdout().lock();
        writeln!(out, "Voices")?;
        for row in &rows {
            let size = row.bytes.map(|bytes| format!(", {:.1} MB", bytes as f64 / 1e6)).unwrap_or_default();
            writeln!(
                out,
                "  {:8} {:3} {:>5} clips{size}  {}",
                row.what,
                clean(&row.language),
                row.clips,
                clean(&row.name)
            )?;
        }
        writeln!(out, "\nPrograms that speak what no voice has")?;
        for (name, there) in &programs {
            writeln!(out, "  {name:10} {}", if *there { "installed" } else { "-" })?;
        }
        writeln!(out, "\nWho speaks here")?;
        for (language, program) in &chosen {
            writeln!(out, "  {language:3} {}", clean(program.as_deref().unwrap_or("the words are on the screen")))?;
        }
        if let Some(folders) = settings::folders() {
            writeln!(out, "\nWhat programs said is kept in {}", folders.in_cache_dir("voice").display())?;
        }
        out.flush()?;
        Ok(())
    }

    fn of_session(&self, name: &str, around: &Surroundings) -> Result<(), Failure> {
        let (_, library) = library();
        let asset = library.session(name).map_err(|error| Failure::Usage(not_found(&error)))?;
        let prompts = prompts(&library, &asset, around)?;
        let language = prompts.first().map_or("en", |prompt| prompt.language.as_str());
        let voices = voices(&library, &asset, language);
        let mut spoken: BTreeMap<String, usize> = BTreeMap::new();
        let mut silent = Vec::new();
        for prompt in &prompts {
            match voices.who_says(&prompt.language, &prompt.text) {
                Some(voice) => *spoken.entry(voice).or_default() += 1,
                None => silent.push(prompt.text.as_str()),
            }
        }
        if self.json {
            let voices: Vec<_> =
                spoken.iter().map(|(name, prompts)| json!({ "name": name, "prompts": prompts })).collect();
            return print_json(&json!({ "version": 1, "language": language, "voices": voices, "without": silent }));
        }
        let mut out = io::stdout().lock();
        for (voice, count) in &spoken {
            writeln!(out, "{count:>4}  {}", clean(voice))?;
        }
        if !silent.is_empty() {
            writeln!(out, "{:>4}  no voice yet:", silent.len())?;
            for words in silent {
                writeln!(out, "      {}", clean(words))?;
            }
        }
        out.flush()?;
        Ok(())
    }
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (language, ..) in LANGUAGES {
        let row = |what, pack: Pack, bytes| Row {
            what,
            language: (*language).to_string(),
            name: pack.index().name.clone(),
            clips: pack.index().clips.len(),
            bytes,
        };
        rows.extend(bundled_pack(language).map(|pack| row("bundled", pack, None)));
        for (what, folder) in [("built", built_folder(language)), ("kept", cache_folder(language))] {
            let found = folder.and_then(|folder| Some((Pack::open(&folder).ok()?, size(&folder))));
            rows.extend(found.map(|(pack, bytes)| row(what, pack, Some(bytes))));
        }
    }
    rows
}

/// For each language the program that speaks what no voice has.
fn chosen(settings: &Settings) -> BTreeMap<&'static str, Option<String>> {
    let off = settings.speech == Some(settings::Speech::None);
    let config = speech_config(settings, None);
    let program = |language: &str| find_speaker(&config, language).ok().filter(|_| !off).map(|speaker| speaker.id());
    LANGUAGES.iter().map(|(language, ..)| (*language, program(language))).collect()
}
