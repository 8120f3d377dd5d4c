//! `letgo check`: looks for mistakes.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::json;
use tempfile::TempDir;

use crate::guide::text::clean;
use crate::library::Asset;
use crate::library::pack::{Pack, PackedSession};
use crate::script::{Diagnostic, Severity};
use crate::session::Request;

use super::handed::{check, choose, handed_request, pack_file, unpack};
use super::prepare::{lay_out_asset, library, not_found, tell};
use super::{Failure, Surroundings, counted, print_json, report};

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Session files, packs, folders of session files, or names of bundled sessions; without any, all bundled ones
    #[arg(value_name = "SESSION")]
    sessions: Vec<String>,
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let (_, mut library) = library();
        let mut all: Vec<Checked> = Vec::new();
        // Packs are unpacked for as long as this takes.
        let mut folders: Vec<TempDir> = Vec::new();
        for name in &self.sessions {
            if let Some((file, session)) = pack_file(name) {
                let (folder, pack) = unpack(&file, &check(&file)?)?;
                all.extend(in_pack(&file, &pack, session.as_deref(), folder.path())?);
                library.packs.push(folder.path().to_path_buf());
                folders.push(folder);
            } else if Path::new(name).is_dir() {
                let found = session_files(Path::new(name))?;
                if found.is_empty() {
                    return Err(Failure::Usage(format!("there are no session files (*.yaml) in {}", clean(name))));
                }
                all.extend(found.into_iter().map(|file| Checked::plain(Asset::File(file))));
            } else {
                all.push(Checked::plain(library.session(name).map_err(|error| Failure::Usage(not_found(&error)))?));
            }
        }
        if self.sessions.is_empty() {
            all.extend(library.sessions().into_iter().map(|(_, asset)| Checked::plain(asset)));
        }
        let mut files = Vec::new();
        let mut wrong = false;
        for Checked { asset, request, path } in &all {
            let diagnostics: Vec<Diagnostic> = match lay_out_asset(&library, asset, request) {
                Ok((_, warnings)) => warnings,
                Err(diagnostics) => diagnostics,
            };
            let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
            wrong |= errors > 0;
            if self.json {
                files.push(report::json(path, &diagnostics));
                continue;
            }
            tell(&diagnostics, around)?;
            let path = clean(&path.to_string_lossy());
            let mut out = io::stdout().lock();
            match (errors, diagnostics.len() - errors) {
                (0, 0) => writeln!(out, "{path}: fine")?,
                (errors, warnings) => writeln!(out, "{path}: {}", found(errors, warnings))?,
            }
        }
        if self.json {
            print_json(&json!({ "version": 1, "files": files }))?;
        }
        if wrong { Err(Failure::Invalid) } else { Ok(()) }
    }
}

/// A session that is looked at, as it is meant, and by what it is known.
struct Checked {
    asset: Asset,
    request: Request,
    path: PathBuf,
}

impl Checked {
    fn plain(asset: Asset) -> Checked {
        Checked { path: asset.path().to_path_buf(), asset, request: Request::default() }
    }
}

/// The sessions of a pack, or one of them, each as it was set for the client.
fn in_pack(file: &Path, pack: &Pack, wanted: Option<&str>, folder: &Path) -> Result<Vec<Checked>, Failure> {
    let sessions = match wanted {
        Some(_) => vec![choose(&pack.manifest.sessions, wanted, &file.display().to_string())?],
        None => pack.manifest.sessions.clone(),
    };
    let as_meant = |session: &PackedSession| {
        let asset = Asset::File(folder.join(&session.file));
        Ok(Checked { asset, request: handed_request(folder, session)?, path: file.join(&session.name) })
    };
    sessions.iter().map(as_meant).collect()
}

fn found(errors: usize, warnings: usize) -> String {
    match (errors, warnings) {
        (errors, 0) => counted(errors, "error"),
        (0, warnings) => counted(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
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
            // A pipe that is called so would never come to its end.
            false if yaml && path.is_file() => files.push(path),
            false => {}
        }
    }
    files.sort();
    Ok(files)
}
