//! `letgo safety`: when to seek help first.

use std::io::{self, Write};

use clap::Args;

use crate::guide::text::wrap;
use crate::practice::Phrases;

use super::{Failure, Surroundings};

#[derive(Debug, Args)]
pub(super) struct Safety {}

/// What is shown, in order.
const PARTS: &[&str] = &["safety-intro", "safety-now", "safety-soon", "safety-harm", "safety-close", "too-much"];

impl Safety {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let language = around.texts.language();
        let Some(phrases) = Phrases::for_language(language).or_else(|| Phrases::for_language("en")) else {
            return Err(Failure::Failed("no phrases were found at all".into()));
        };
        let mut out = io::stdout().lock();
        writeln!(out, "{}", phrases.say("safety-title", 0, &[]).to_uppercase())?;
        for part in PARTS {
            writeln!(out)?;
            for line in phrases.say(part, 0, &[]).lines() {
                // A list's lines hang under their first word.
                let indent = if line.starts_with("- ") { "  " } else { "" };
                let width = around.width.clamp(30, 100) - indent.len();
                for (index, piece) in wrap(line, width).iter().enumerate() {
                    writeln!(out, "{}{piece}", if index == 0 { "" } else { indent })?;
                }
            }
        }
        out.flush()?;
        Ok(())
    }
}
