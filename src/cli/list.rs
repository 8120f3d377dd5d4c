//! `letgo list`: what there is to play.

use std::io::{self, Write};

use clap::Args;
use serde_json::json;

use crate::guide::text::clean;
use crate::library::pack::Added;
use crate::library::{Asset, Library};
use crate::quantity::Frames;
use crate::session::Request;

use super::handed::{added, handed_request};
use super::prepare::{lay_out_asset, library, tell};
use super::{Failure, Surroundings, print_json, say};

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
        let (_, mut library) = library()?;
        let mut rows = Vec::new();
        let packs = added()?;
        for pack in &packs {
            library.packs.push(pack.folder.clone());
        }
        for pack in &packs {
            self.pack(pack, &library, &mut rows, around)?;
        }
        for (name, asset) in library.sessions() {
            // A pack of the same name goes first.
            let name = match packs.iter().any(|pack| pack.manifest.name == name) {
                true => format!("bundled/{name}"),
                false => name,
            };
            match lay_out_asset(&library, &asset, &Request::default()) {
                Ok((prepared, _)) => rows.push(Row {
                    name,
                    title: prepared.session.title,
                    summary: prepared.session.summary,
                    length: prepared.timeline.length,
                    from: None,
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

impl List {
    /// The sessions of a pack, as its therapist set them.
    fn pack(&self, pack: &Added, library: &Library, rows: &mut Vec<Row>, around: &Surroundings) -> Result<(), Failure> {
        let name = &pack.manifest.name;
        let from = pack.signer.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        for session in &pack.manifest.sessions {
            let name = match pack.manifest.sessions.len() {
                1 => name.clone(),
                _ => format!("{name}/{}", session.name),
            };
            let asset = Asset::File(pack.folder.join(&session.file));
            let request = match handed_request(&pack.folder, session) {
                Ok(request) => request,
                Err(Failure::Failed(message)) => {
                    say(&message);
                    continue;
                }
                Err(other) => return Err(other),
            };
            match lay_out_asset(library, &asset, &request) {
                Ok((prepared, _)) => rows.push(Row {
                    name,
                    title: prepared.session.title,
                    summary: prepared.session.summary,
                    length: prepared.timeline.length,
                    from: Some(from.clone()),
                }),
                Err(diagnostics) => tell(&diagnostics, around)?,
            }
        }
        Ok(())
    }
}

/// Breaks text into lines of at most so many characters, between words.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}
