//! A plan on its way: into a pack, and shown by whoever looks into one.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::handed::about;
use crate::cli::{Failure, Surroundings};
use crate::guide::text::{clean, wrap};
use crate::library::pack::{LARGEST_TEXT, Manifest, plain_name};
use crate::library::{Asset, Library};
use crate::plan::{self, Found, Plan};

use super::set::{check_sessions, read};
use super::show::phase_lines;

/// Reads a plan that is to be handed over. Its sessions are those that are `named` with it, by their paths or by what they
/// will be called in the pack; or files, beside it or from here; or bundled ones.
pub(in crate::cli) fn read_for_pack(
    file: &Path,
    named: &[String],
    library: &Library,
    around: &Surroundings,
) -> Result<Found, Failure> {
    if !file.exists() {
        return Err(Failure::Usage(format!("there is no file {}", file.display())));
    }
    let mut found = read(plan::read(file), around)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    for phase in &mut found.plan.phases {
        if let Some(named) = named.iter().find(|named| called(named).as_ref() == Some(&phase.session)) {
            phase.session.clone_from(named);
            continue;
        }
        let beside = folder.join(&phase.session);
        if let (true, Some(path)) = (beside.is_file(), beside.to_str()) {
            phase.session = path.to_string();
        }
    }
    found.plan.pack = None;
    check_sessions(&found, library, around)?;
    match found.plan.text().len() as u64 <= LARGEST_TEXT {
        true => Ok(found),
        false => Err(about(file, &format!("a plan has at most {} kB", LARGEST_TEXT >> 10))),
    }
}

/// What a session is called in a pack.
fn called(session: &str) -> Option<String> {
    plain_name(&Path::new(session).file_stem()?.to_string_lossy())
}

/// The plan as it stands in a pack: with its sessions by their names there.
pub(in crate::cli) fn for_pack(found: &Found, library: &Library, sessions: &[(Asset, String)]) -> Plan {
    let mut plan = found.plan.clone();
    for phase in &mut plan.phases {
        let Ok(asset) = library.session(&phase.session) else { continue };
        if let Some((_, name)) = sessions.iter().find(|(other, _)| same(other, &asset)) {
            phase.session.clone_from(name);
        }
    }
    plan
}

/// Whether two names led to the same session.
pub(in crate::cli) fn same(one: &Asset, other: &Asset) -> bool {
    match (one, other) {
        (Asset::File(one), Asset::File(other)) => match (one.canonicalize(), other.canonicalize()) {
            (Ok(one), Ok(other)) => one == other,
            _ => one == other,
        },
        _ => one == other,
    }
}

/// Says what a plan holds that came in a pack.
pub(in crate::cli) fn tell(plan: &Plan, manifest: &Manifest, around: &Surroundings) -> Result<(), Failure> {
    let texts = around.texts;
    let title_of = |session: &str| {
        let name = session.rsplit('/').next().unwrap_or(session);
        let all = &manifest.sessions;
        let found = if all.len() == 1 { all.first() } else { all.iter().find(|session| session.name == name) };
        found.map_or_else(|| session.to_string(), |session| session.title.clone())
    };
    let titles: Vec<String> = plan.phases.iter().map(|phase| title_of(&phase.session)).collect();
    let mut out = io::stdout().lock();
    let title = plan.title.as_deref().map_or_else(|| texts.get("home-plan"), clean);
    writeln!(out, "{title}")?;
    for line in phase_lines(plan, &titles, texts) {
        writeln!(out, "{line}")?;
    }
    if let Some(goal) = &plan.goal {
        let goal = clean(&texts.fill("plan-goal", &[("goal", goal)]));
        wrap(&goal, around.width.clamp(40, 80) - 2).iter().try_for_each(|line| writeln!(out, "  {line}"))?;
    }
    out.flush()?;
    Ok(())
}
