//! What a therapist knows of one client, as flags: for a pack, and for recording the words that it needs.

use std::path::PathBuf;

use clap::Args;

use crate::about_me;
use crate::practice;
use crate::script::nearest;
use crate::session::{OwnCaution, Profile};

use super::Failure;
use super::changes::{Changes, region};

/// What the therapist knows of the client.
#[derive(Debug, Args)]
#[command(next_help_heading = "For this client")]
pub(super) struct Client {
    #[command(flatten)]
    changes: Changes,
    /// Cautions that apply, such as pregnancy, or recent-injury:ankle
    #[arg(long, value_name = "CAUTION,…", value_delimiter = ',', value_parser = caution)]
    cautions: Vec<OwnCaution>,
    /// Takes all that from a file, as `letgo about-me` writes it
    #[arg(long, value_name = "FILE", conflicts_with_all = ["anchor", "leave_out", "without_holds", "cautions"])]
    profile: Option<PathBuf>,
}

impl Client {
    /// As a profile.
    ///
    /// # Errors
    /// If its file can't be read.
    pub(super) fn profile(&self) -> Result<Profile, Failure> {
        match &self.profile {
            Some(file) if !file.exists() => Err(Failure::Usage(format!("there is no file {}", file.display()))),
            Some(file) => about_me::read(file).map_err(|error| Failure::Failed(error.to_string())),
            None => Ok(Profile { cautions: self.cautions.clone(), ..self.changes.profile() }),
        }
    }

    /// The same flags, as they would be typed again; nothing where there are none.
    pub(super) fn said(&self) -> Vec<String> {
        let mut said = self.changes.said();
        if !self.cautions.is_empty() {
            let cautions: Vec<String> = self.cautions.iter().map(written).collect();
            said.push(format!("--cautions {}", cautions.join(",")));
        }
        said.extend(self.profile.iter().map(|file| format!("--profile {}", quoted(&file.to_string_lossy()))));
        said
    }
}

/// As a word of a command line.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(' ') { format!("\"{text}\"") } else { text.to_string() }
}

/// A caution that applies to a client: its id, and after a colon the places that it concerns, such as
/// `recent-injury:ankle+knee`.
pub(super) fn caution(text: &str) -> Result<OwnCaution, String> {
    let (name, places) = text.split_once(':').map_or((text, None), |(name, places)| (name, Some(places)));
    let Some(caution) = practice::caution(name.trim()).filter(|caution| caution.ask) else {
        let asked: Vec<&str> = practice::cautions().iter().filter(|one| one.ask).map(|one| one.id.as_str()).collect();
        return Err(unknown("caution", name, asked));
    };
    let places = places.into_iter().flat_map(|places| places.split('+'));
    Ok(OwnCaution { id: caution.id.clone(), places: places.map(region).collect::<Result<_, _>>()? })
}

/// As [`caution`] reads it.
fn written(caution: &OwnCaution) -> String {
    match caution.places.is_empty() {
        true => caution.id.clone(),
        false => format!("{}:{}", caution.id, caution.places.join("+")),
    }
}

pub(super) fn unknown<'a>(what: &str, value: &str, known: impl IntoIterator<Item = &'a str> + Clone) -> String {
    match nearest(value, known.clone()) {
        Some(meant) => format!("there is no {what} `{value}`; did you mean `{meant}`?"),
        None => {
            format!("there is no {what} `{value}`; there are: {}", known.into_iter().collect::<Vec<_>>().join(", "))
        }
    }
}
