//! `letgo list`: what there is to play.

use std::io::{self, Write};

use clap::Args;
use serde_json::json;

use crate::guide::text::{clean, wrap};
use crate::quantity::Frames;

use super::handed::{Choice, choices};
use super::prepare::{lay_out_asset, library, tell};
use super::{Failure, Surroundings, print_json};

#[derive(Debug, Args)]
pub(super) struct List {
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

struct Row {
    name: String,
    title: String,
    summary: String,
    length: Frames,
    /// Who signed the pack that it came in; an empty name if nobody did.
    from: Option<String>,
}

impl List {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (_, mut library) = library();
        let mut rows = Vec::new();
        for Choice { name, asset, request, from } in choices(&mut library)? {
            match lay_out_asset(&library, &asset, &request) {
                Ok((prepared, _)) => rows.push(Row {
                    name,
                    title: prepared.session.title,
                    summary: prepared.session.summary,
                    length: prepared.timeline.length,
                    from,
                }),
                Err(diagnostics) => tell(&diagnostics, around)?,
            }
        }
        if self.json {
            let sessions: Vec<_> = rows
                .iter()
                .map(|row| {
                    let mut session = json!({
                        "name": row.name,
                        "title": row.title,
                        "summary": row.summary,
                        "length_seconds": row.length.seconds(),
                    });
                    if let Some(from) = &row.from {
                        session["from"] = json!(from);
                    }
                    session
                })
                .collect();
            return print_json(&json!({ "version": 1, "sessions": sessions }));
        }
        let mut out = io::stdout().lock();
        let widest = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
        for row in &rows {
            let minutes = (row.length.seconds() / 60.0).round().max(1.0);
            writeln!(out, "{:widest$}  {minutes:>3} min  {}", row.name, clean(&row.title))?;
            let indent = widest + 11;
            if let Some(from) = &row.from {
                let from = if from.is_empty() { "from a pack that nobody signed" } else { &format!("from {from}") };
                writeln!(out, "{:indent$}{}", "", clean(from))?;
            }
            for line in wrap(&clean(&row.summary), around.width.clamp(40, 100).saturating_sub(indent).max(24)) {
                writeln!(out, "{:indent$}{line}", "")?;
            }
        }
        out.flush()?;
        Ok(())
    }
}
