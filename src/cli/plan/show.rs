//! This week: each day, what is planned, what was done; and what comes next.

use std::collections::BTreeMap;
use std::io::{self, Write};

use jiff::civil::Date;
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use crate::cli::{Failure, Surroundings, print_json};
use crate::guide::text::{clean, cut, wrap};
use crate::library::pack::Added;
use crate::memory::Memory;
use crate::plan::{Day, Often, Phase, Plan, Standing, week};
use crate::texts::Texts;

use super::current::{Known, evenings, kept, known, today};

/// Shows the week of a day.
pub(super) fn show(on: Date, as_json: bool, around: &Surroundings) -> Result<(), Failure> {
    let Some(plan) = kept()? else {
        if as_json {
            return print_json(&json!({ "version": 1, "plan": null }));
        }
        let mut out = io::stdout().lock();
        wrap(&around.texts.get("plan-none"), columns(around)).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        return Ok(());
    };
    let known = known(&plan, around);
    let (memory, _) = Memory::load();
    let now = match plan.standing(on) {
        Standing::During(number) => {
            let begins = plan.week_begins(number, on);
            let phases = plan.phases.iter().zip(&known).filter(|(phase, _)| phase.has_week(number));
            let sessions = phases.map(|(phase, known)| {
                let done = evenings(&memory, &known.remembered);
                Planned { phase, known, days: week(phase, begins, &done), done }
            });
            Some(Now { number, sessions: sessions.collect() })
        }
        _ => None,
    };
    match as_json {
        true => print_json(&described(&plan, &known, now.as_ref())),
        false => print(&plan, &known, now.as_ref(), on, around),
    }
}

fn columns(around: &Surroundings) -> usize {
    around.width.clamp(40, 80)
}

/// The week that is shown.
struct Now<'p> {
    number: u32,
    sessions: Vec<Planned<'p>>,
}

/// A session in that week.
struct Planned<'p> {
    phase: &'p Phase,
    known: &'p Known,
    days: Vec<Day>,
    done: BTreeMap<Date, bool>,
}

fn described(plan: &Plan, known: &[Known], now: Option<&Now<'_>>) -> serde_json::Value {
    let phases: Vec<_> = plan
        .phases
        .iter()
        .zip(known)
        .map(|(phase, known)| {
            let (days, times) = match &phase.often {
                Often::Days(days) => (days.iter().map(|day| day.to_monday_one_offset()).collect(), None),
                Often::Times(times) => (Vec::new(), Some(*times)),
            };
            json!({
                "session": phase.session, "title": known.title, "days": days, "times_a_week": times,
                "first_week": phase.first_week + 1, "weeks": phase.weeks,
            })
        })
        .collect();
    let day = |day: &Day| {
        let done = day.done.map(|whole| if whole { "whole" } else { "part" });
        json!({ "date": day.date.to_string(), "planned": day.planned, "done": done })
    };
    let session = |planned: &Planned<'_>| json!({ "session": planned.phase.session, "days": planned.days.iter().map(day).collect::<Vec<_>>() });
    let sessions: Vec<_> = now.iter().flat_map(|now| &now.sessions).map(session).collect();
    json!({
        "version": 1,
        "plan": {
            "title": plan.title, "goal": plan.goal, "pack": plan.pack,
            "at": plan.at.map(|at| at.to_string()), "begins": plan.begins.map(|begins| begins.to_string()),
            "weeks": plan.weeks(), "phases": phases,
            "week": now.map(|now| now.number + 1),
            "sessions": sessions,
        },
    })
}

fn print(plan: &Plan, known: &[Known], now: Option<&Now<'_>>, on: Date, around: &Surroundings) -> Result<(), Failure> {
    let (texts, columns) = (around.texts, columns(around));
    let mut lines: Vec<String> = Vec::new();
    let title = plan.title.as_deref().map_or_else(|| texts.get("home-plan"), clean);
    lines.extend(wrap(&title, columns));
    if let Some(name) = plan.pack.as_deref().and_then(from) {
        lines.extend(wrap(&clean(&texts.fill("home-planned", &[("name", &name)])), columns));
    }
    if let Some(goal) = &plan.goal {
        lines.extend(wrap(&clean(&texts.fill("plan-goal", &[("goal", goal)])), columns));
    }
    lines.push(String::new());
    match (now, plan.standing(on)) {
        (Some(now), _) => lines.extend(this_week(plan, known, now, on, texts, columns)),
        (None, Standing::Before(begins)) => {
            lines.push(texts.fill("plan-before", &[("date", &day(begins, texts))]));
            lines.extend(phase_lines(plan, &titles(known), texts));
        }
        (None, _) => lines.push(texts.get("plan-after")),
    }
    let mut out = io::stdout().lock();
    lines.iter().try_for_each(|line| writeln!(out, "{}", line.trim_end()))?;
    out.flush()?;
    Ok(())
}

fn titles(known: &[Known]) -> Vec<String> {
    known.iter().map(|known| known.title.clone()).collect()
}

/// Who signed a pack that was added.
fn from(pack: &str) -> Option<String> {
    let Added { signer, .. } = crate::cli::handed::store().ok()?.pack(pack).ok()??;
    signer.map(|(name, _)| name)
}

fn this_week(plan: &Plan, known: &[Known], now: &Now<'_>, on: Date, texts: &Texts, columns: usize) -> Vec<String> {
    let (week, weeks) = ((now.number + 1).to_string(), plan.weeks().to_string());
    let mut lines = vec![texts.fill("plan-week", &[("week", &week), ("weeks", &weeks)])];
    if now.sessions.is_empty() {
        lines.push(texts.get("plan-free"));
    }
    // All have the same seven days.
    let dates: Vec<Date> = now.sessions.first().iter().flat_map(|one| &one.days).map(|day| day.date).collect();
    let wide = dates.iter().map(|date| day(*date, texts).width()).max().unwrap_or(0);
    for date in dates {
        let mut shown = on_day(plan, now, date, on, texts);
        if shown.is_empty() {
            shown.push((String::new(), Vec::new()));
        }
        for (index, (title, mut notes)) in shown.into_iter().enumerate() {
            let of_day = if index == 0 { day(date, texts) } else { String::new() };
            if date == today() && index == 0 {
                notes.push(texts.get("home-today"));
            }
            let notes = notes.join(", ");
            let pad = " ".repeat(wide - of_day.width());
            let what = cut(&title, columns.saturating_sub(wide + notes.width() + 6).max(8));
            let gap = if what.is_empty() { "" } else { "  " };
            lines.push(format!("  {of_day}{pad}  {what}{gap}{notes}"));
        }
    }
    for planned in now.sessions.iter().filter(|planned| matches!(planned.phase.often, Often::Times(_))) {
        let so_far = planned.days.iter().filter(|day| planned.done.contains_key(&day.date)).count();
        let mut what = format!("{}: {}", clean(&planned.known.title), often(planned.phase, texts));
        if so_far > 0 && now.sessions.len() > 1 {
            what = format!("{what}; {}", texts.fill("plan-so-far", &[("times", &so_far.to_string())]));
        }
        lines.extend(wrap(&what, columns));
        if so_far > 0 && now.sessions.len() == 1 {
            lines.push(texts.fill("plan-so-far", &[("times", &so_far.to_string())]));
        }
    }
    lines.extend(what_is_next(plan, known, now.number, texts, columns));
    lines
}

/// What there is to show of a day: each session once, with what became of it.
fn on_day(plan: &Plan, now: &Now<'_>, date: Date, on: Date, texts: &Texts) -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(&str, String, Vec<String>)> = Vec::new();
    for planned in &now.sessions {
        let Some(day) = planned.days.iter().find(|day| day.date == date) else { continue };
        // A planned evening that has gone by without its session is a day like any other.
        let shown = day.done.is_some()
            || match planned.phase.often {
                Often::Days(_) => day.planned && date >= on,
                Often::Times(_) => day.planned && date == on,
            };
        let remembered = planned.known.remembered.as_str();
        if !shown || all.iter().any(|(known, _, _)| *known == remembered) {
            continue;
        }
        let notes = match day.done {
            Some(true) => vec![texts.get("plan-heard")],
            Some(false) => vec![texts.get("plan-in-part")],
            None => plan.at.map(|at| at.to_string()).into_iter().collect(),
        };
        all.push((remembered, clean(&planned.known.title), notes));
    }
    all.into_iter().map(|(_, title, notes)| (title, notes)).collect()
}

fn what_is_next(plan: &Plan, known: &[Known], number: u32, texts: &Texts, columns: usize) -> Vec<String> {
    let next = number + 1;
    let phases = plan.phases.iter().zip(known).filter(|(phase, _)| phase.has_week(next));
    let what: Vec<String> =
        phases.map(|(phase, known)| format!("{}, {}", clean(&known.title), often(phase, texts))).collect();
    let line = match what.is_empty() {
        _ if next >= plan.weeks() => texts.get("plan-next-end"),
        true => texts.get("plan-next-free"),
        false => texts.fill("plan-next", &[("what", &what.join("; "))]),
    };
    // After free weeks it is told when something comes again.
    let later = plan.phases.iter().zip(known).filter(|(phase, _)| what.is_empty() && phase.first_week > next);
    let later = later.min_by_key(|(phase, _)| phase.first_week);
    let later = later.map(|(phase, known)| phase_line(phase, &known.title, texts));
    [String::new()].into_iter().chain(wrap(&line, columns)).chain(later).collect()
}

/// A line for each phase.
pub(super) fn phase_lines(plan: &Plan, titles: &[String], texts: &Texts) -> Vec<String> {
    plan.phases.iter().zip(titles).map(|(phase, title)| phase_line(phase, title, texts)).collect()
}

fn phase_line(phase: &Phase, title: &str, texts: &Texts) -> String {
    let what = format!("{}, {}", clean(title), often(phase, texts));
    let (from, to) = ((phase.first_week + 1).to_string(), phase.end_week().to_string());
    let line = match phase.weeks {
        1 => texts.fill("plan-phase-one", &[("from", &from), ("what", &what)]),
        _ => texts.fill("plan-phase", &[("from", &from), ("to", &to), ("what", &what)]),
    };
    format!("  {line}")
}

fn often(phase: &Phase, texts: &Texts) -> String {
    match &phase.often {
        Often::Times(times) => texts.fill("plan-times", &[("times", &times.to_string())]),
        Often::Days(days) => {
            let names: Vec<String> = days.iter().map(|day| weekday(day.to_monday_one_offset(), texts)).collect();
            names.join(" ")
        }
    }
}

fn weekday(number: i8, texts: &Texts) -> String {
    texts.get(&format!("plan-day-{number}"))
}

/// A day as a person reads it.
fn day(date: Date, texts: &Texts) -> String {
    let (number, month) = (date.day().to_string(), date.month().to_string());
    let date_only = texts.fill("plan-date", &[("day", &number), ("month", &month)]);
    format!("{} {date_only}", weekday(date.weekday().to_monday_one_offset(), texts))
}
