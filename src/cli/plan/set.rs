//! Which plan is followed: one of a file, or the one that came in a pack.

use std::path::{Path, PathBuf};

use clap::Args;
use jiff::civil::Date;

use crate::cli::handed::{added, data};
use crate::cli::prepare::{lay_out_asset, library, not_found, tell};
use crate::cli::{Failure, Surroundings, say};
use crate::library::pack::{Manifest, PLAN, PackedSession};
use crate::library::{Asset, Library};
use crate::plan::{self, Phase, Plan, PlanError};
use crate::script::{Diagnostic, Severity, nearest};
use crate::session::{Param, Request};

use super::current::{as_planned, kept, look_up, today};
use super::{date, show};

#[derive(Debug, Args)]
pub(super) struct Set {
    /// A plan's file (described in docs/plan.md), or the name of a pack that was added; the plan that is there, if left
    /// out
    #[arg(value_name = "FILE|PACK", required_unless_present = "begins")]
    plan: Option<String>,
    /// Begins its first week on this day, such as 2026-12-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    begins: Option<Date>,
}

impl Set {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let mut plan = match &self.plan {
            None => kept()?.ok_or_else(|| Failure::Usage("there is no plan yet: name its file".into()))?,
            Some(name) => self.named(name, around)?,
        };
        plan.begins = self.begins.or(plan.begins).or_else(|| Some(today()));
        keep(&plan)?;
        show::show(today(), false, around)
    }

    fn named(&self, name: &str, around: &Surroundings) -> Result<Plan, Failure> {
        let file = Path::new(name);
        if file.is_file() {
            return from_file(file, around);
        }
        if file.exists() {
            return Err(Failure::Usage(format!("{name} is no ordinary file; a plan is read from one")));
        }
        let packs = added()?;
        let Some(pack) = packs.iter().find(|pack| pack.manifest.name == name) else {
            let names = packs.iter().map(|pack| pack.manifest.name.as_str());
            let meant = nearest(name, names).map(|meant| format!("; did you mean the pack `{meant}`?"));
            let meant = meant.unwrap_or_default();
            return Err(Failure::Usage(format!("there is no file {name}, and no pack of that name was added{meant}")));
        };
        let Some(text) = pack.plan() else {
            return Err(Failure::Usage(format!("there is no plan in the pack `{name}`")));
        };
        packed(text, &pack.manifest, around)
    }
}

/// Reads a plan's file; all that is wrong with it is told, the sessions that it names and what it sets included.
fn from_file(file: &Path, around: &Surroundings) -> Result<Plan, Failure> {
    let mut found = read(plan::read(file), around)?;
    let folder = file.parent().unwrap_or(Path::new(""));
    for phase in &mut found.plan.phases {
        // From here on it is found from anywhere.
        let beside = folder.join(&phase.session);
        if beside.is_file() {
            let whole = std::path::absolute(&beside)?;
            phase.session = whole.to_str().map(str::to_string).ok_or_else(|| {
                Failure::Usage(format!("{}: this path isn't text that a plan can have in it", beside.display()))
            })?;
        }
    }
    found.plan.pack = None;
    let (_, mut library) = library();
    let wrong = wrong_sessions(&found, &mut |phase| {
        let (session, request) = look_up(&mut library, phase, around)?;
        // A pack's session finds its tracks in the pack, of which this library knows now.
        Ok(Meant { library: library.clone(), asset: session.asset, request })
    })?;
    tell_wrong(&wrong, around)?;
    Ok(found.plan)
}

pub(super) fn read(read: Result<plan::Found, PlanError>, around: &Surroundings) -> Result<plan::Found, Failure> {
    match read {
        Ok(found) => Ok(found),
        Err(PlanError::Wrong(diagnostics)) => {
            tell(&diagnostics, around)?;
            Err(Failure::Invalid)
        }
        Err(error) => Err(Failure::Failed(error.to_string())),
    }
}

fn tell_wrong(diagnostics: &[Diagnostic], around: &Surroundings) -> Result<(), Failure> {
    tell(diagnostics, around)?;
    if diagnostics.is_empty() { Ok(()) } else { Err(Failure::Invalid) }
}

/// Looks at the sessions that a plan names which is to be handed over: files and bundled ones.
pub(super) fn check_sessions(found: &plan::Found, library: &Library, around: &Surroundings) -> Result<(), Failure> {
    let wrong = wrong_sessions(found, &mut |phase| {
        let asset = library.session(&phase.session).map_err(|error| Failure::Usage(not_found(&error)))?;
        let mut request = Request::default();
        as_planned(&mut request, phase);
        Ok(Meant { library: library.clone(), asset, request })
    })?;
    tell_wrong(&wrong, around)
}

/// A session that a plan names, and how the plan wants it.
struct Meant {
    library: Library,
    asset: Asset,
    request: Request,
}

/// Finds a phase's session.
type LookUp<'l> = dyn FnMut(&Phase) -> Result<Meant, Failure> + 'l;

/// What is wrong with the sessions that a plan names, at their places.
fn wrong_sessions(found: &plan::Found, look_up: &mut LookUp<'_>) -> Result<Vec<Diagnostic>, Failure> {
    let mut wrong = Vec::new();
    for (phase, places) in found.plan.phases.iter().zip(&found.phases) {
        let mut error = |at, code, message: &str| {
            let (message, help) = message.split_once('\n').unwrap_or((message, ""));
            let error = Diagnostic::error(&found.source, at, code, message);
            wrong.push(if help.is_empty() { error } else { error.help(help) });
        };
        let Meant { library, asset, request } = match look_up(phase) {
            Ok(found) => found,
            Err(Failure::Usage(message) | Failure::Failed(message)) => {
                error(places.session, "no-session", &message);
                continue;
            }
            Err(other) => return Err(other),
        };
        let plain = Request { set: Vec::new(), fit: None, ..request.clone() };
        let Ok((prepared, _)) = lay_out_asset(&library, &asset, &plain) else {
            error(places.session, "no-session", "this session can't be played; `letgo check` tells why");
            continue;
        };
        let mut set_right = true;
        for (name, value) in &phase.set {
            let at = places.set.get(name).copied().unwrap_or(places.session);
            if let Some(message) = wrong_value(&prepared.session.params, name, value) {
                error(at, "unknown-param", &message);
                set_right = false;
            }
        }
        if let (true, Err(diagnostics)) = (set_right, lay_out_asset(&library, &asset, &request)) {
            let first = diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
            let message = first.map_or("it can't be played", |first| &first.message);
            error(places.fit, "wrong-value", &format!("so this session can't be played: {message}"));
        }
    }
    Ok(wrong)
}

/// What is wrong with the value of a parameter, and on a second line what would be right.
fn wrong_value(params: &[Param], name: &str, value: &str) -> Option<String> {
    let near = |word: &str, words: Vec<&str>| match nearest(word, words.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if words.is_empty() => "it has none".to_string(),
        None => format!("there are: {}", words.join(", ")),
    };
    let Some(param) = params.iter().find(|param| param.name == name) else {
        let names = params.iter().map(|param| param.name.as_str()).collect();
        return Some(format!("the session has no parameter `{name}`\n{}", near(name, names)));
    };
    let choices: Vec<&str> = param.choices.iter().map(String::as_str).collect();
    (!choices.is_empty() && !choices.contains(&value))
        .then(|| format!("`{value}` isn't a choice of `{name}`\n{}", near(value, choices)))
}

/// The plan of a pack, with its sessions by the names by which they are played once the pack was added. It names none but
/// the pack's own.
pub(in crate::cli) fn packed(text: String, manifest: &Manifest, around: &Surroundings) -> Result<Plan, Failure> {
    let path = PathBuf::from(format!("{}.letgo/{PLAN}", manifest.name));
    let found = read(plan::read_text(path, text), around)?;
    let mut wrong = Vec::new();
    let mut plan = found.plan;
    for (phase, places) in plan.phases.iter_mut().zip(&found.phases) {
        let own = |session: &&PackedSession| session.name == phase.session;
        if manifest.sessions.iter().find(own).is_none() {
            let names: Vec<&str> = manifest.sessions.iter().map(|session| session.name.as_str()).collect();
            let message = format!("there is no session `{}` in this pack", phase.session);
            let error = Diagnostic::error(&found.source, places.session, "no-session", message);
            wrong.push(error.help(format!("there are: {}", names.join(", "))));
        }
        phase.session = match manifest.sessions.as_slice() {
            [_] => manifest.name.clone(),
            _ => format!("{}/{}", manifest.name, phase.session),
        };
    }
    tell_wrong(&wrong, around)?;
    plan.pack = Some(manifest.name.clone());
    Ok(plan)
}

fn keep(plan: &Plan) -> Result<(), Failure> {
    let path = data("plan.yaml")?;
    plan::keep(&path, plan).map_err(|error| Failure::Failed(format!("{}: {error}", path.display())))
}

/// Follows the plan of a pack that was just added. One that asks for the same evenings as the one that is followed goes on
/// where that one is; whether it took the place of another.
pub(in crate::cli) fn adopt(mut plan: Plan) -> Result<bool, Failure> {
    let before = plan::load().ok().flatten().map(|found| found.plan);
    let same = before.as_ref().filter(|before| before.pack == plan.pack);
    let goes_on = same.filter(|before| before.asks_the_same(&plan)).and_then(|before| before.begins);
    plan.begins = plan.begins.or(goes_on).or_else(|| Some(today()));
    keep(&plan)?;
    Ok(before.is_some_and(|before| before.pack != plan.pack))
}

/// Gives a plan up that came in a pack which is gone, or which has none any more.
pub(in crate::cli) fn drop_of(pack: &str) -> Result<(), Failure> {
    let ours = plan::load().ok().flatten().is_some_and(|found| found.plan.pack.as_deref() == Some(pack));
    if ours {
        give_up()?;
    }
    Ok(())
}

/// Takes the plan away; whether there was one.
fn give_up() -> Result<bool, Failure> {
    let path = data("plan.yaml")?;
    plan::clear(&path).map_err(|error| Failure::Failed(format!("{}: {error}", path.display())))
}

/// `letgo plan clear`.
pub(super) fn clear() -> Result<(), Failure> {
    say(if give_up()? { "there is no plan any more" } else { "there was no plan" });
    Ok(())
}
