//! From what was asked for to a Timeline: the way that every verb goes.

use std::io::{self, Write};
use std::sync::Arc;

use clap::Args;

use crate::library::{Asset, Library};
use crate::mix::synth;
use crate::quantity::Time;
use crate::script::Diagnostic;
use crate::session::{Request, Resolved, Session, resolve};
use crate::settings::Settings;
use crate::timeline::{Timeline, gather, lay_out};

use super::{Failure, Surroundings, report, time};

/// Which session, and how.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// A bundled session's name, or the path of a session file
    #[arg(value_name = "SESSION")]
    pub(super) session: String,
    /// Stretches or shrinks the silences so that the session lasts this long
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(super) fit: Option<Time>,
    /// Sets a parameter of the session
    #[arg(long, value_name = "NAME=VALUE", value_parser = assignment)]
    pub(super) set: Vec<(String, String)>,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write NAME=VALUE, such as side=left")?;
    Ok((name.trim().to_string(), value.trim().to_string()))
}

/// A session, laid out.
pub(super) struct Prepared {
    pub(super) session: Session,
    pub(super) timeline: Arc<Timeline>,
}

/// The settings and the library that goes with them.
pub(super) fn library() -> Result<(Settings, Library), Failure> {
    let settings = Settings::load().map_err(|error| Failure::Failed(error.to_string()))?;
    let library = Library { allowed: settings.allow.clone(), synths: synth::BEDS.iter().map(|bed| bed.name).collect() };
    Ok((settings, library))
}

/// Lays out what was asked for. Everything that is wrong is said before this returns.
pub(super) fn prepare(which: &Which, around: &Surroundings) -> Result<Prepared, Failure> {
    let (_, library) = library()?;
    let asset = library.session(&which.session).map_err(|error| Failure::Usage(not_found(&error)))?;
    let request = Request { set: which.set.clone(), fit: which.fit };
    match lay_out_asset(&library, &asset, &request) {
        Ok((prepared, warnings)) => {
            tell(&warnings, around)?;
            Ok(prepared)
        }
        Err(diagnostics) => {
            tell(&diagnostics, around)?;
            Err(Failure::Invalid)
        }
    }
}

/// What a person reads when there is no such session.
pub(super) fn not_found(error: &crate::library::FindError) -> String {
    match error {
        crate::library::FindError::NoSession { nearest: Some(nearest), .. } => {
            format!("{error}\ndid you mean `{nearest}`? `letgo list` shows what there is")
        }
        crate::library::FindError::NoSession { .. } => format!("{error}\n`letgo list` shows what there is"),
        _ => error.to_string(),
    }
}

/// Lays out a session file; gives its warnings too.
pub(super) fn lay_out_asset(
    library: &Library,
    asset: &Asset,
    request: &Request,
) -> Result<(Prepared, Vec<Diagnostic>), Vec<Diagnostic>> {
    let Resolved { session, mut warnings } = resolve(library, asset, request)?;
    let voices = super::voice::voices(asset, &session.language);
    let (materials, more) = gather(&session, &voices, synth::BED_LOUDNESS)?;
    warnings.extend(more);
    let timeline = lay_out(&session, &materials)?;
    Ok((Prepared { session, timeline: Arc::new(timeline) }, warnings))
}

/// Shows diagnostics to the person at the terminal.
pub(super) fn tell(diagnostics: &[Diagnostic], around: &Surroundings) -> Result<(), Failure> {
    if !diagnostics.is_empty() {
        let shown = report::render(diagnostics, around.colour, around.width);
        io::stderr().write_all(shown.as_bytes())?;
    }
    Ok(())
}
