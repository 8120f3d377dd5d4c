//! `letgo add`: keeps a pack that was handed over.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use crate::guide::text::clean;
use crate::library::bundled_sessions;
use crate::library::pack::Pack;

use super::handed::{about, check, show_letter_once, size, store, vouch};
use super::plan;
use super::{Failure, Surroundings};

#[derive(Debug, Args)]
pub(super) struct Add {
    /// The pack's file
    #[arg(value_name = "NAME.letgo")]
    file: PathBuf,
    /// Trusts whom it is from, and takes one that nobody signed, without asking
    #[arg(long)]
    yes: bool,
}

impl Add {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let pack = check(&self.file)?;
        // A plan that can't be followed is no reason to trust anybody: it is looked at first.
        let plan = pack.plan.clone().map(|text| plan::packed(text, &pack.manifest, around)).transpose()?;
        tell(&pack)?;
        if let Some(plan) = &plan {
            plan::tell(plan, &pack.manifest, around)?;
        }
        let store = store()?;
        // Before any question: what can't be added needn't be trusted.
        let older = store.may_add(&pack).map_err(|error| about(&self.file, &error))?;
        vouch(&pack, self.yes, around)?;
        store.add(&self.file, &pack).map_err(|error| about(&self.file, &error))?;
        if let Some(letter) = &pack.letter {
            show_letter_once(letter, around)?;
        }
        let name = &pack.manifest.name;
        let instead = match plan.as_ref() {
            Some(plan) => plan::adopt(plan.clone())?,
            None => {
                plan::drop_of(name)?;
                false
            }
        };
        let mut out = io::stdout().lock();
        match older {
            Some(older) if older.manifest == pack.manifest => writeln!(out, "It was there already, just as it is.")?,
            Some(_) => writeln!(out, "It took the place of the older `{name}`.")?,
            None => writeln!(out, "It is added.")?,
        }
        match pack.manifest.sessions.as_slice() {
            [_] => writeln!(out, "Whenever you like: letgo play {name}")?,
            several => {
                writeln!(out, "Whenever you like:")?;
                several.iter().try_for_each(|session| writeln!(out, "  letgo play {name}/{}", session.name))?;
            }
        }
        if plan.is_some() {
            writeln!(out, "Its plan is followed from now on: letgo plan shows this week.")?;
        }
        if instead {
            writeln!(out, "It took the place of the plan that was there; letgo plan set brings another one back.")?;
        }
        if bundled_sessions().contains(&name.as_str()) {
            writeln!(out, "The session of that name that came with letgo is still there: letgo play bundled/{name}")?;
        }
        out.flush()?;
        Ok(())
    }
}

/// Says what a pack is, how large, and what is in it.
fn tell(pack: &Pack) -> Result<(), Failure> {
    let manifest = &pack.manifest;
    let mut out = io::stdout().lock();
    let from = pack.signer.as_ref().map_or("nobody signed it".into(), |(name, _)| format!("from {name}"));
    let large = size(pack.size);
    writeln!(out, "{}  ({}, {large}, {} files)", clean(&manifest.title), clean(&from), manifest.files.len())?;
    for session in &manifest.sessions {
        writeln!(out, "  {}  {}", session.name, clean(&session.title))?;
    }
    out.flush()?;
    Ok(())
}
