//! `letgo list`: what there is to play.

use std::io::{self, Write};

use clap::Args;
use serde_json::json;

use crate::guide::text::{clean, wrap};
use crate::quantity::Frames;
use crate::session::Request;

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
}

impl List {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (_, library) = library();
        let mut rows = Vec::new();
        for (name, asset) in library.sessions() {
            match lay_out_asset(&library, &asset, &Request::default()) {
                Ok((prepared, _)) => rows.push(Row {
                    name,
                    title: prepared.session.title,
                    summary: prepared.session.summary,
                    length: prepared.timeline.length,
                }),
                Err(diagnostics) => tell(&diagnostics, around)?,
            }
        }
        if self.json {
            let sessions: Vec<_> = rows
                .iter()
                .map(|row| {
                    json!({
                        "name": row.name,
                        "title": row.title,
                        "summary": row.summary,
                        "length_seconds": row.length.seconds(),
                    })
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
            for line in wrap(&clean(&row.summary), around.width.clamp(40, 100).saturating_sub(indent).max(24)) {
                writeln!(out, "{:indent$}{line}", "")?;
            }
        }
        out.flush()?;
        Ok(())
    }
}
