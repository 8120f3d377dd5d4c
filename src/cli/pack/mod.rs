//! `letgo pack`: one file to hand over.

mod clients;
mod gather;
mod sound;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::about_me;
use crate::guide::text::clean;
use crate::library::pack::{self, Identity, LARGEST_TEXT, Manifest, Pack as Checked, PackError, plain_name};
use crate::library::{Asset, Library};
use crate::media::encode::{WholeFile, WriteError};
use crate::quantity::Time;
use crate::script::Severity;
use crate::session::{Profile, Request, examine};

pub(super) use self::gather::choices;
use self::gather::{Gathered, Wanted, difference, gather, one_line};
use self::sound::Smaller;
use super::client::Client;
use super::handed::{ENDING, about, ask, size};
use super::identity::own;
use super::plan::read_for_pack;
use super::prepare::{assignment, lay_out_asset, library_strictly};
use super::{Failure, Surroundings, counted, say, time};

#[derive(Debug, Args)]
pub(super) struct Pack {
    /// Session files, or names of bundled sessions, in the order in which they are shown
    #[arg(value_name = "SESSION", required_unless_present_any = ["clients", "plan"])]
    sessions: Vec<String>,
    /// The pack's file; with --for, the folder for the packs
    #[arg(short, long, value_name = "NAME.letgo")]
    output: PathBuf,
    /// What the client reads first; the first session's title if left out
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// A letter in Markdown, shown once
    #[arg(long, value_name = "FILE.md")]
    letter: Option<PathBuf>,
    /// A plan for the weeks to come (described in docs/plan.md); sessions that it names are packed with it
    #[arg(long, value_name = "FILE.yaml")]
    plan: Option<PathBuf>,
    /// Makes a pack for each row of a table (described in docs/clinics.md)
    #[arg(long = "for", value_name = "CLIENTS.csv")]
    clients: Option<PathBuf>,
    /// Sets a parameter of the sessions that have it
    #[arg(long, value_name = "NAME=VALUE", value_parser = assignment)]
    set: Vec<(String, String)>,
    /// Stretches or shrinks the silences so that each session lasts this long
    #[arg(long, value_name = "TIME", value_parser = time)]
    fit: Option<Time>,
    /// Keeps sound without loss: as it is, and WAV as FLAC
    #[arg(long)]
    lossless: bool,
    /// Doesn't sign the pack
    #[arg(long)]
    unsigned: bool,
    /// Replaces a pack that is there, without asking
    #[arg(long)]
    force: bool,
    // Last, since its heading would go on over what follows.
    #[command(flatten)]
    client: Client,
}

impl Pack {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (_, library) = library_strictly()?;
        let mut smaller = Smaller::new(self.lossless);
        let all = Wanted {
            title: self.title.as_deref().map(one_line),
            sessions: self.sessions.clone(),
            set: self.set.clone(),
            fit: self.fit,
            profile: self.client.profile()?,
            letter: self.letter.as_deref().map(read_letter).transpose()?,
            plan: self.plan.as_deref().map(|file| read_for_pack(file, &self.sessions, &library, around)).transpose()?,
            ..Wanted::default()
        };
        if let Some(clients) = &self.clients {
            return self.many(clients, &all, &library, &mut smaller, around);
        }
        let output = match self.output.extension() {
            Some(ending) if ending.eq_ignore_ascii_case(ENDING) => self.output.clone(),
            _ => {
                let mut name = self.output.clone().into_os_string();
                name.push(format!(".{ENDING}"));
                PathBuf::from(name)
            }
        };
        let stem = output.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(name) = plain_name(&stem) else {
            return Err(Failure::Usage(format!("`{stem}` has no letter from a to z in it: name the pack with some")));
        };
        self.may_replace(&output)?;
        let gathered = gather(&library, &Wanted { name, ..all }, &mut smaller, around)?;
        let identity = self.identity()?;
        let made = make(&library, &gathered, identity.as_ref(), &output)?;
        report(&made, &gathered, &output)?;
        match &identity {
            Some(identity) => say(&format!("signed by {}: {}", identity.name(), identity.key().words())),
            None => say(
                "it isn't signed: your client can't tell that it is from you. `letgo identity new` makes your key, once",
            ),
        }
        Ok(())
    }

    /// A pack for each row of a table.
    fn many(
        &self,
        clients: &Path,
        all: &Wanted,
        library: &Library,
        smaller: &mut Smaller,
        around: &Surroundings,
    ) -> Result<(), Failure> {
        let rows = clients::read(clients, all, &|file, named| read_for_pack(file, named, library, around))?;
        // Everything is looked at before anything is written.
        let mut wrong = false;
        let mut gathered = Vec::new();
        for row in &rows {
            match gather(library, &row.wanted, smaller, around) {
                Ok(pack) => gathered.push(pack),
                Err(Failure::Invalid) => {
                    say(&format!(
                        "{}:{}: the sessions can't be played so for {}",
                        clients.display(),
                        row.line,
                        row.who
                    ));
                    wrong = true;
                }
                Err(Failure::Usage(message)) => {
                    say(&format!("{}:{}: {message}", clients.display(), row.line));
                    wrong = true;
                }
                Err(other) => return Err(other),
            }
        }
        if wrong {
            say("nothing was written");
            return Err(Failure::Invalid);
        }
        let output = |row: &clients::Row| self.output.join(format!("{}.{ENDING}", row.wanted.name));
        let there = rows.iter().map(output).filter(|path| path.exists()).count();
        if there > 0 && !self.force && !ask(&format!("{there} of these packs are there already. Replace them?"))? {
            return Err(Failure::Usage(format!("{there} of these packs are there already; --force replaces them")));
        }
        let identity = self.identity()?;
        std::fs::create_dir_all(&self.output).map_err(|error| about(&self.output, &error))?;
        for (row, gathered) in rows.iter().zip(&gathered) {
            let made = make(library, gathered, identity.as_ref(), &output(row))?;
            let large = size(made.size);
            writeln!(io::stdout(), "{}  {large}  {}", output(row).display(), clean(&row.who))?;
        }
        if identity.is_none() {
            say(
                "they aren't signed: your clients can't tell that they are from you. `letgo identity new` makes your key",
            );
        }
        Ok(())
    }

    fn identity(&self) -> Result<Option<Identity>, Failure> {
        if self.unsigned { Ok(None) } else { own() }
    }

    fn may_replace(&self, output: &Path) -> Result<(), Failure> {
        let there = format!("{} is there already", output.display());
        if self.force || !output.exists() || ask(&format!("{there}. Replace it?"))? {
            return Ok(());
        }
        Err(Failure::Usage(format!("{there}; --force replaces it")))
    }
}

/// A pack that was written and tried.
struct Made {
    manifest: Manifest,
    size: u64,
}

/// Writes a pack, tries it as a client would, and only then puts it in its place.
fn make(library: &Library, gathered: &Gathered, identity: Option<&Identity>, output: &Path) -> Result<Made, Failure> {
    let failed = |error: &dyn std::fmt::Display| about(output, error);
    let folder = tempfile::Builder::new().prefix("letgo-").tempdir()?;
    let trial = folder.path().join("trial.letgo");
    let mut out = io::BufWriter::new(std::fs::File::create(&trial)?);
    let manifest = pack::write(&gathered.contents, identity, &mut out).map_err(|error| match error {
        // At home nobody need be told to ask for it again.
        PackError::Refused(what) => failed(&format!("such a pack isn't safe to hand over: {what}")),
        error => failed(&error),
    })?;
    out.flush()?;
    drop(out);
    let unpacked = folder.path().join("unpacked");
    std::fs::create_dir(&unpacked)?;
    let checked = Checked::unpack(&trial, &unpacked).map_err(|error| failed(&error))?;
    play_through(library, gathered, &checked, &unpacked).map_err(|what| {
        failed(&format!(
            "played from the pack, a session would differ: {what}. If it names a file through a link, name the file itself"
        ))
    })?;
    let write = || -> Result<(), WriteError> {
        let mut file = WholeFile::create(output)?;
        io::copy(&mut std::fs::File::open(&trial)?, &mut file)?;
        file.keep()
    };
    write().map_err(|error| failed(&error))?;
    Ok(Made { manifest, size: checked.size })
}

/// Lays every session out as the client's letgo will: from the pack alone.
fn play_through(here: &Library, gathered: &Gathered, pack: &Checked, folder: &Path) -> Result<(), String> {
    let library = Library { synths: here.synths.clone(), packs: vec![folder.to_path_buf()], ..Library::default() };
    let profile = match &pack.profile {
        Some(_) => about_me::read(&folder.join(pack::PROFILE)).map_err(|error| error.to_string())?,
        None => Profile::default(),
    };
    for (meant, session) in gathered.sessions.iter().zip(&pack.manifest.sessions) {
        let asset = Asset::File(folder.join(&session.file));
        for (at, request) in meant.requests.iter().enumerate() {
            let request = Request { therapist: profile.clone(), ..request.clone() };
            let told = |diagnostics: Vec<crate::script::Diagnostic>| {
                let first = diagnostics.into_iter().find(|diagnostic| diagnostic.severity == Severity::Error);
                first.map(|diagnostic| format!("{}: {}", meant.name, diagnostic.message))
            };
            // The one that is meant to the frame; of the others, that nothing is missing.
            let wrong = match at {
                0 => match lay_out_asset(&library, &asset, &request) {
                    Ok((played, _)) => difference(&meant.timeline, &played.timeline),
                    Err(diagnostics) => told(diagnostics),
                },
                _ => told(examine(&library, &asset, &request).diagnostics),
            };
            if let Some(wrong) = wrong {
                return Err(wrong);
            }
        }
    }
    Ok(())
}

/// Says what a pack holds and how large it is.
fn report(made: &Made, gathered: &Gathered, output: &Path) -> Result<(), Failure> {
    let files = &made.manifest.files;
    let sum = |of: &dyn Fn(&str) -> bool| {
        let those = files.iter().filter(|file| of(&file.path));
        those.fold((0, 0), |(count, bytes), file| (count + 1, bytes + file.size))
    };
    let is_text = |path: &str| path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".md");
    let is_words = |path: &str| path.starts_with("voice/") || path.contains(".voice/");
    let (clips, words) = sum(&|path| is_words(path) && !path.ends_with(".json"));
    let (tracks, sound) = sum(&|path| !is_words(path) && !is_text(path));
    let mut out = io::stdout().lock();
    writeln!(out, "{}  {}", output.display(), size(made.size))?;
    for (session, meant) in made.manifest.sessions.iter().zip(&gathered.sessions) {
        let set: String = session.set.iter().map(|(name, value)| format!("  {name}={value}")).collect();
        let length = meant.timeline.length.clock();
        writeln!(out, "  {}  {}  {length}{}", session.name, clean(&session.title), clean(&set))?;
    }
    let (clips, tracks) = (counted(clips, "prompt"), counted(tracks, "track"));
    writeln!(out, "  {clips} with a voice ({}), {tracks} ({})", size(words), size(sound))?;
    if let Some(letter) = files.iter().find(|file| file.path == pack::LETTER) {
        writeln!(out, "  a letter ({})", size(letter.size))?;
    }
    if files.iter().any(|file| file.path == pack::PLAN) {
        writeln!(out, "  a plan for the weeks to come")?;
    }
    if files.iter().any(|file| file.path == pack::PROFILE) {
        writeln!(out, "  what to leave out or change for this client")?;
    }
    out.flush()?;
    if gathered.without_voice > 0 {
        let prompts = counted(gathered.without_voice, "prompt");
        say(&format!("{prompts} without a voice, shown with a chime; `letgo voice build` can make one"));
    }
    Ok(())
}

/// Reads a letter, which is text of a letter's size.
fn read_letter(file: &Path) -> Result<String, Failure> {
    let about_file = std::fs::metadata(file).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::Usage(format!("there is no file {}", file.display())),
        _ => about(file, &error),
    })?;
    if !about_file.is_file() {
        return Err(Failure::Usage(format!("{} is no file: a letter is text in Markdown", file.display())));
    }
    if about_file.len() > LARGEST_TEXT {
        return Err(Failure::Usage(format!("{}: a letter has at most {} kB", file.display(), LARGEST_TEXT >> 10)));
    }
    let bytes = std::fs::read(file).map_err(|error| about(file, &error))?;
    match String::from_utf8(bytes) {
        Ok(letter) if letter.trim().is_empty() => {
            Err(Failure::Usage(format!("{}: this letter is empty", file.display())))
        }
        Ok(letter) => Ok(letter),
        Err(_) => Err(Failure::Usage(format!("{}: a letter is text in UTF-8", file.display()))),
    }
}
