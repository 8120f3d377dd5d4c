//! `letgo show NAME.letgo`: what a pack holds, without using it.

use std::io::{self, Write};
use std::path::Path;

use serde_json::json;

use crate::about_me;
use crate::guide::text::{clean, wrap};
use crate::library::Asset;
use crate::library::pack::{PROFILE, Pack, Standing};
use crate::session::Profile;

use super::handed::{check, handed_request, show_letter, size, trust, unpack};
use super::plan;
use super::prepare::{Prepared, lay_out_asset, library, tell};
use super::{Failure, Surroundings, print_json, say};

/// Shows a pack.
pub(super) fn show(file: &Path, as_json: bool, around: &Surroundings) -> Result<(), Failure> {
    let (folder, pack) = unpack(file, &check(file)?)?;
    let standing = trust()?.of(pack.signer.as_ref());
    let (_, mut library) = library();
    library.packs.push(folder.path().to_path_buf());
    let mut sessions: Vec<Option<Prepared>> = Vec::new();
    for session in &pack.manifest.sessions {
        let asset = Asset::File(folder.path().join(&session.file));
        let request = handed_request(folder.path(), session)?;
        sessions.push(match lay_out_asset(&library, &asset, &request) {
            Ok((prepared, _)) => Some(prepared),
            Err(diagnostics) => {
                tell(&diagnostics, around)?;
                None
            }
        });
    }
    let plan = pack.plan.clone().map(|text| plan::packed(text, &pack.manifest, around));
    let plan = match plan.transpose() {
        // What is wrong with it was told; the rest of the pack can be looked at all the same.
        Err(Failure::Invalid) => None,
        plan => plan?,
    };
    match as_json {
        true => print_json(&described(&pack, &standing, &sessions)),
        false => print(&pack, &standing, &sessions, &folder.path().join(PROFILE), plan.as_ref(), around),
    }
}

fn described(pack: &Pack, standing: &Standing, sessions: &[Option<Prepared>]) -> serde_json::Value {
    let manifest = &pack.manifest;
    let listed: Vec<_> = manifest
        .sessions
        .iter()
        .zip(sessions)
        .map(|(session, prepared)| {
            json!({
                "name": session.name,
                "title": session.title,
                "set": session.set,
                "length_seconds": prepared.as_ref().map(|prepared| prepared.timeline.length.seconds()),
            })
        })
        .collect();
    let files: Vec<_> = manifest.files.iter().map(|file| json!({ "path": file.path, "size": file.size })).collect();
    let from = pack.signer.as_ref().map(|(name, key)| {
        json!({ "name": name, "words": key.words(), "key": key.as_str(), "trusted": matches!(standing, Standing::Trusted(_)) })
    });
    json!({
        "version": 1,
        "name": manifest.name,
        "title": manifest.title,
        "from": from,
        "size": pack.size,
        "letter": pack.letter,
        "plan": pack.plan,
        "sessions": listed,
        "files": files,
    })
}

fn print(
    pack: &Pack,
    standing: &Standing,
    sessions: &[Option<Prepared>],
    profile: &Path,
    plan: Option<&crate::plan::Plan>,
    around: &Surroundings,
) -> Result<(), Failure> {
    let manifest = &pack.manifest;
    let width = around.width.clamp(40, 100);
    let mut out = io::stdout().lock();
    writeln!(out, "{}", clean(&manifest.title))?;
    writeln!(out, "`{}`, {}, {} files", manifest.name, size(pack.size), manifest.files.len())?;
    let from = match (standing, &pack.signer) {
        (Standing::Trusted(name), _) => format!("from {name}, whom you trust"),
        (Standing::New, Some((name, key))) => format!("signed by {name}, whom you don't know yet: {}", key.words()),
        (Standing::KeyChanged(known), _) => {
            format!("says that it is from {}, but is signed with another key than the one you trust", known.name)
        }
        _ => "signed by nobody".to_string(),
    };
    wrap(&clean(&from), width).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    for (session, prepared) in manifest.sessions.iter().zip(sessions) {
        let length = prepared.as_ref().map_or("can't be played".into(), |prepared| prepared.timeline.length.clock());
        writeln!(out, "\n{}  {}  {length}", session.name, clean(&session.title))?;
        for (name, value) in &session.set {
            writeln!(out, "  {}={}", clean(name), clean(value))?;
        }
        for change in prepared.iter().flat_map(|prepared| &prepared.session.changes) {
            let lines = wrap(&clean(change), width - 2);
            lines.iter().try_for_each(|line| writeln!(out, "  {line}"))?;
        }
    }
    let told = about_me::read(profile).unwrap_or_default();
    if !told.cautions.is_empty() || told != Profile::default() {
        writeln!(out, "\nIt minds what your therapist knows of you:")?;
        for line in about_me::body(&told).lines().skip(1) {
            writeln!(out, "  {}", clean(line))?;
        }
    }
    out.flush()?;
    drop(out);
    if let Some(plan) = plan {
        writeln!(io::stdout())?;
        plan::tell(plan, manifest, around)?;
    }
    if let Some(letter) = &pack.letter {
        show_letter(letter, around)?;
    }
    if sessions.iter().any(Option::is_none) {
        say("a session in this pack can't be played by this letgo; see above");
    }
    Ok(())
}
