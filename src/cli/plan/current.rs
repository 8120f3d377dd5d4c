//! The plan that is followed, with what is known of its sessions and its evenings.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::cli::handed::{Found, InPack, find, handed_request, pack_file};
use crate::cli::play::name_of;
use crate::cli::prepare::{lay_out_asset, library};
use crate::cli::{Failure, Surroundings};
use crate::library::Library;
use crate::memory::Memory;
use crate::plan::{self, Often, Phase, Plan, PlanError, Standing, evening_of, is_tonight};
use crate::session::Request;

/// What is known of a phase's session.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// By which it is remembered.
    pub(super) remembered: String,
    pub(super) title: String,
    /// How long it lasts, in minutes; nothing where it can't be played.
    pub(super) minutes: Option<u64>,
}

/// The evening that is now.
pub(super) fn today() -> Date {
    evening_of(jiff::ZonedDateTime::now().datetime())
}

/// The plan that is followed.
pub(super) fn kept() -> Result<Option<Plan>, Failure> {
    let mend = |error: PlanError| {
        Failure::Failed(format!("{error}\n`letgo plan set FILE` takes another plan, `letgo plan clear` none"))
    };
    Ok(plan::load().map_err(mend)?.map(|found| found.plan))
}

/// Finds a phase's session, and how the plan wants it. A pack has to have been added.
pub(super) fn look_up(
    library: &mut Library,
    phase: &Phase,
    around: &Surroundings,
) -> Result<(Found, Request), Failure> {
    if pack_file(&phase.session).is_some() {
        return Err(Failure::Usage(format!("`{}` is a pack's file\n`letgo add` it first", phase.session)));
    }
    let found = find(library, &phase.session, false, around)?;
    let mut request = match &found.pack {
        Some(pack) => handed_request(&pack.folder, &pack.session)?,
        None => Request::default(),
    };
    as_planned(&mut request, phase);
    Ok((found, request))
}

/// What a plan wants of a session comes after what was set otherwise, and so goes before it.
pub(in crate::cli) fn as_planned(request: &mut Request, phase: &Phase) {
    request.set.extend(phase.set.iter().cloned());
    request.fit = phase.fit.or(request.fit);
}

pub(super) fn remembered(found: &Found) -> String {
    found.pack.as_ref().map_or_else(|| name_of(&found.asset), InPack::name)
}

/// What is known of each phase's session. One that isn't there any more has its name for a title.
pub(super) fn known(plan: &Plan, around: &Surroundings) -> Vec<Known> {
    let (_, mut library) = library();
    let of = |phase: &Phase| {
        let name = || Known { remembered: phase.session.clone(), title: phase.session.clone(), minutes: None };
        let Ok((found, request)) = look_up(&mut library, phase, around) else { return name() };
        let remembered = remembered(&found);
        match lay_out_asset(&library, &found.asset, &request) {
            Ok((prepared, _)) => {
                let minutes = (prepared.timeline.length.seconds() / 60.0).round().max(1.0) as u64;
                Known { remembered, title: prepared.session.title, minutes: Some(minutes) }
            }
            Err(_) => Known { remembered, ..name() },
        }
    };
    plan.phases.iter().map(of).collect()
}

/// On which evenings a session was played, and whether to its end.
pub(super) fn evenings(memory: &Memory, session: &str) -> BTreeMap<Date, bool> {
    let zone = jiff::tz::TimeZone::system();
    let mut evenings = BTreeMap::new();
    for evening in memory.evenings().into_iter().filter(|evening| evening.session == session) {
        let when = i64::try_from(evening.when).ok().and_then(|when| jiff::Timestamp::from_second(when).ok());
        let Some(when) = when else { continue };
        let date = evening_of(when.to_zoned_datetime(zone.clone()).datetime());
        *evenings.entry(date).or_insert(false) |= evening.whole;
    }
    evenings
}

/// What the plan has for this evening.
pub(in crate::cli) struct ForTonight {
    pub(in crate::cli) phase: Phase,
    /// By which its session is remembered.
    pub(in crate::cli) remembered: String,
    /// Whether it is still to come, or was left early.
    pub(in crate::cli) offered: bool,
    /// Whether it was heard to its end this evening.
    pub(in crate::cli) heard: bool,
    /// Whether it is this very evening's, and not just this week's.
    pub(in crate::cli) this_evening: bool,
}

/// What the plan has for this week, and what of it is offered tonight: what has its days first, then what is for any evening.
pub(in crate::cli) fn for_tonight(memory: &Memory, around: &Surroundings) -> Result<Vec<ForTonight>, Failure> {
    let Some(plan) = kept()? else { return Ok(Vec::new()) };
    let today = today();
    let Standing::During(number) = plan.standing(today) else { return Ok(Vec::new()) };
    let begins = plan.week_begins(number, today);
    let (_, mut library) = library();
    let mut all: Vec<ForTonight> = Vec::new();
    for phase in plan.phases_in(number) {
        // What isn't there any more is told of by `letgo plan`, and not in the evening.
        let Ok((found, _)) = look_up(&mut library, phase, around) else { continue };
        let remembered = remembered(&found);
        let done = evenings(memory, &remembered);
        all.push(ForTonight {
            offered: is_tonight(phase, begins, today, &done),
            heard: done.get(&today) == Some(&true),
            this_evening: matches!(phase.often, Often::Days(_)),
            phase: phase.clone(),
            remembered,
        });
    }
    all.sort_by_key(|planned| (!planned.offered, !planned.this_evening));
    // Of one session on different days, with other choices perhaps, it is this evening's.
    let mut known: Vec<String> = Vec::new();
    all.retain(|planned| {
        let first = !known.contains(&planned.remembered);
        known.push(planned.remembered.clone());
        first
    });
    Ok(all)
}
