//! `letgo record`: a teleprompter for a therapist's own voice; a text to read elsewhere; and a long recording brought home.

mod capture;
mod face;
mod guide;
mod import;
mod lines;
mod screen;
mod studio;

use std::path::PathBuf;

use clap::Args;

use crate::library::{Asset, Library};
use crate::quantity::Frames;
use crate::script::{Severity, nearest};
use crate::session::{Request, Session, examine};
use crate::settings::Settings;
use crate::voice::Recordings;
use crate::voice::record::{Line, Reading};

use self::lines::Lines;
use self::screen::Screen;
use self::studio::Studio;
use super::client::{Client, quoted};
use super::pack::choices;
use super::play::may_draw;
use super::prepare::{assignment, library_strictly, not_found, tell};
use super::voice::recorded_beside;
use super::{Failure, Surroundings};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  letgo record evening.yaml                        leads you through what isn't recorded yet
  letgo record evening.yaml --only \"Body scan\"     one chapter
  letgo record evening.yaml --record-guide         prints the text, to read it elsewhere
  letgo record evening.yaml --import reading.wav   cuts a long recording into its prompts

Stop whenever you like: what you have kept is safe, and the next time it goes on from there.")]
pub(super) struct Record {
    /// The path of a session file, or a bundled session's name
    #[arg(value_name = "SESSION")]
    session: String,
    /// The microphone: its name, or its number in `letgo devices`
    #[arg(long, value_name = "NAME|NUMBER")]
    device: Option<String>,
    /// Only the prompts of this chapter
    #[arg(long, value_name = "CHAPTER")]
    only: Option<String>,
    /// Also prompts that have a recording
    #[arg(long)]
    all: bool,
    /// Sets a parameter of the session
    #[arg(long, value_name = "NAME=VALUE", value_parser = assignment)]
    set: Vec<(String, String)>,
    /// Also the words of all other choices that the session offers
    #[arg(long)]
    every_choice: bool,
    /// Leaves hum and steady noise in the recordings
    #[arg(long)]
    keep_noise: bool,
    /// Cuts this recording at its silences and brings it in, a piece for each prompt
    #[arg(long, value_name = "FILE", conflicts_with = "record_guide")]
    import: Option<PathBuf>,
    /// Writes without asking
    #[arg(long, requires = "import")]
    yes: bool,
    /// Prints the text with its pauses and pace, to be read elsewhere
    #[arg(long)]
    record_guide: bool,
    // Last, since its heading would go on over what follows.
    #[command(flatten)]
    client: Client,
}

/// A session to be read.
struct Script {
    title: String,
    reading: Reading,
    /// Where its recordings lie.
    folder: PathBuf,
    /// How many prompts there are besides, with other choices.
    elsewhere: usize,
}

impl Record {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (settings, library) = library_strictly()?;
        let mut script = self.script(&library, around)?;
        self.choose(&mut script.reading)?;
        if self.record_guide {
            return guide::print(&script, self, around);
        }
        if let Some(file) = &self.import {
            return import::import(&mut script, file, self, around);
        }
        self.lead(script, &settings, around)
    }

    fn lead(&self, script: Script, settings: &Settings, around: &Surroundings) -> Result<(), Failure> {
        if script.reading.now().is_none() {
            return guide::nothing_missing(&script, &self.session);
        }
        // Whoever has no microphone should know before a screen opens.
        let studio = Studio::open(script, self.device.as_deref(), self.keep_noise, settings)?;
        match may_draw() {
            true => studio.run(&mut Screen::open(around.colour_out)?, self),
            false => studio.run(&mut Lines::new(around.width), self),
        }
    }

    /// The same prompts, as they would be asked for again.
    fn said(&self) -> String {
        let mut said = format!("letgo record {}", quoted(&self.session));
        for (name, value) in &self.set {
            said.push_str(&format!(" --set {}", quoted(&format!("{name}={value}"))));
        }
        for flag in self.client.said() {
            said.push_str(&format!(" {flag}"));
        }
        if let Some(title) = &self.only {
            said.push_str(&format!(" --only {}", quoted(title)));
        }
        for (asked, option) in [(self.every_choice, " --every-choice"), (self.all, " --all")] {
            said.push_str(if asked { option } else { "" });
        }
        said
    }

    /// Everything that the session says.
    fn script(&self, library: &Library, around: &Surroundings) -> Result<Script, Failure> {
        let asset = library.session(&self.session).map_err(|error| Failure::Usage(not_found(&error)))?;
        let folder = recorded_beside(&asset).map(|file| Recordings::folder_for(&file)).ok_or_else(|| {
            let help = "copy the session with `letgo new --from`, and record the copy";
            Failure::Failed(format!("no home folder was found for the recordings; {help}"))
        })?;
        let therapist = self.client.profile()?;
        let meant = Request { set: self.set.clone(), therapist, ..Request::default() };
        let session = resolved(library, &asset, &meant, around)?;
        // The cautions can be spoken before a session, and so do the other choices.
        let others: Vec<Session> = choices(&meant, &session.params)
            .iter()
            .filter_map(|request| examine(library, &asset, request).session)
            .collect();
        let recordings = Recordings::in_folder(&folder);
        let own = session.spoken();
        let every = own.iter().copied().chain(others.iter().flat_map(Session::spoken));
        let every = every.map(|spoken| (spoken.text, spoken.chapter, spoken.room));
        let every = Reading::new(&session.language, every, &recordings);
        let own = own.into_iter().map(|spoken| (spoken.text, spoken.chapter, spoken.room));
        let own = Reading::new(&session.language, own, &recordings);
        let elsewhere = every.missing().saturating_sub(own.missing());
        let (reading, elsewhere) = if self.every_choice { (every, 0) } else { (own, elsewhere) };
        if reading.lines().is_empty() {
            return Err(Failure::Failed("this session says nothing, so there is nothing to record".into()));
        }
        Ok(Script { title: session.title, reading, folder, elsewhere })
    }

    /// Chooses the lines that are wanted.
    fn choose(&self, reading: &mut Reading) -> Result<(), Failure> {
        let same = |line: &Line, title: &str| line.chapter.to_lowercase() == title.to_lowercase();
        if let Some(title) = &self.only
            && !reading.lines().iter().any(|line| same(line, title))
        {
            let mut titles: Vec<&str> = reading.lines().iter().map(|line| line.chapter.as_str()).collect();
            titles.dedup();
            titles.retain(|title| !title.is_empty());
            let meant = nearest(title, titles.iter().copied());
            let meant = meant.map(|title| format!("did you mean \"{title}\"? ")).unwrap_or_default();
            let known = titles.join(", ");
            return Err(Failure::Usage(format!(
                "there is no chapter \"{title}\" with words in it\n{meant}The chapters are: {known}"
            )));
        }
        reading.choose(|line| {
            self.only.as_ref().is_none_or(|title| same(line, title)) && (self.all || line.recorded.is_none())
        });
        Ok(())
    }
}

fn resolved(library: &Library, asset: &Asset, request: &Request, around: &Surroundings) -> Result<Session, Failure> {
    let examined = examine(library, asset, request);
    let wrong = examined.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    match examined.session.filter(|_| !wrong) {
        Some(session) => Ok(session),
        None => {
            tell(&examined.diagnostics, around)?;
            Err(Failure::Invalid)
        }
    }
}

/// A length to a person: `4.2 s`.
fn seconds(length: Frames) -> String {
    format!("{:.1} s", length.seconds())
}
