//! `letgo check`: looks for mistakes.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;

use crate::guide::text::clean;
use crate::library::Asset;
use crate::script::{Diagnostic, Severity};
use crate::session::Request;

use super::prepare::{lay_out_asset, library, not_found, tell};
use super::{Failure, Surroundings, print_json, report};

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Session files, folders of them, or names of bundled sessions; without any, all bundled ones
    #[arg(value_name = "SESSION")]
    sessions: Vec<String>,
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (_, library) = library();
        let mut assets = Vec::new();
        for name in &self.sessions {
            match Path::new(name).is_dir() {
                true => assets.extend(session_files(Path::new(name))?.into_iter().map(Asset::File)),
                false => {
                    assets.push(library.session(name).map_err(|error| Failure::Usage(not_found(&error)))?);
                }
            }
        }
        if self.sessions.is_empty() {
            assets.extend(library.sessions().into_iter().map(|(_, asset)| asset));
        }
        let mut files = Vec::new();
        let mut wrong = false;
        for asset in &assets {
            let diagnostics: Vec<Diagnostic> = match lay_out_asset(&library, asset, &Request::default()) {
                Ok((_, warnings)) => warnings,
                Err(diagnostics) => diagnostics,
            };
            let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
            wrong |= errors > 0;
            if self.json {
                files.push(report::json(asset.path(), &diagnostics));
                continue;
            }
            tell(&diagnostics, around)?;
            let path = clean(&asset.path().to_string_lossy());
            let mut out = io::stdout().lock();
            match (errors, diagnostics.len() - errors) {
                (0, 0) => writeln!(out, "{path}: fine")?,
                (errors, warnings) => writeln!(out, "{path}: {}", counted(errors, warnings))?,
            }
        }
        if self.json {
            print_json(&json!({ "version": 1, "files": files }))?;
        }
        if wrong { Err(Failure::Invalid) } else { Ok(()) }
    }
}

fn counted(errors: usize, warnings: usize) -> String {
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    match (errors, warnings) {
        (errors, 0) => plural(errors, "error"),
        (0, warnings) => plural(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

/// The session files of a folder, in order. Parts, in folders called `parts`, are read where they are included.
fn session_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let unreadable = |error: io::Error| Failure::Failed(format!("{} can't be read: {error}", folder.display()));
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let yaml = path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        match path.is_dir() {
            true if path.file_name().is_some_and(|name| name == "parts") => {}
            // A link to a folder could lead round in a circle.
            true if path.is_symlink() => {}
            true => files.extend(session_files(&path)?),
            false if yaml => files.push(path),
            false => {}
        }
    }
    files.sort();
    Ok(files)
}
