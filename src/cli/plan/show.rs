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

use super::current::{Known, evenings, kept, known};

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
        Standing::During(number, phase) => {
            let known = phase.and_then(|phase| of(&plan, phase, &known));
            let done = known.map(|known| evenings(&memory, &known.remembered)).unwrap_or_default();
            Some(Now { number, phase, known, days: week(phase, plan.week_begins(number, on), &done), done })
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
    phase: Option<&'p Phase>,
    known: Option<&'p Known>,
    days: Vec<Day>,
    done: BTreeMap<Date, bool>,
}

fn of<'k>(plan: &Plan, phase: &Phase, known: &'k [Known]) -> Option<&'k Known> {
    known.get(plan.phases.iter().position(|other| other == phase)?)
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
    let days: Vec<_> = now
        .iter()
        .flat_map(|now| &now.days)
        .map(|day| {
            let done = day.done.map(|whole| if whole { "whole" } else { "part" });
            json!({ "date": day.date.to_string(), "planned": day.planned, "done": done })
        })
        .collect();
    json!({
        "version": 1,
        "plan": {
            "title": plan.title, "goal": plan.goal, "pack": plan.pack,
            "at": plan.at.map(|at| at.to_string()), "begins": plan.begins.map(|begins| begins.to_string()),
            "weeks": plan.weeks(), "phases": phases,
            "week": now.map(|now| now.number + 1),
            "session": now.and_then(|now| now.phase).map(|phase| phase.session.as_str()),
            "days": days,
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
    let (Some(phase), Some(known_now)) = (now.phase, now.known) else {
        lines.push(texts.get("plan-free"));
        lines.extend(what_is_next(plan, known, now.number, texts, columns));
        return lines;
    };
    let title = clean(&known_now.title);
    let wide = now.days.iter().map(|day| self::day(day.date, texts).width()).max().unwrap_or(0);
    for day in &now.days {
        let date = self::day(day.date, texts);
        let pad = " ".repeat(wide - date.width());
        let is_today = day.date == on;
        // A planned evening that has gone by without its session is a day like any other.
        let shown = day.done.is_some()
            || match phase.often {
                Often::Days(_) => day.planned && day.date >= on,
                Often::Times(_) => day.planned && is_today,
            };
        let mut notes = Vec::new();
        match day.done {
            Some(true) => notes.push(texts.get("plan-heard")),
            Some(false) => notes.push(texts.get("plan-in-part")),
            None => notes.extend(plan.at.filter(|_| shown).map(|at| at.to_string())),
        }
        if is_today {
            notes.push(texts.get("home-today"));
        }
        let notes = notes.join(", ");
        let room = columns.saturating_sub(wide + notes.width() + 6).max(8);
        let what = if shown { cut(&title, room) } else { String::new() };
        let gap = if what.is_empty() { "" } else { "  " };
        lines.push(format!("  {date}{pad}  {what}{gap}{notes}"));
    }
    if let Often::Times(_) = phase.often {
        let what = format!("{title}: {}", often(phase, texts));
        lines.extend(wrap(&what, columns));
        let so_far = now.days.iter().filter(|day| now.done.contains_key(&day.date)).count();
        if so_far > 0 {
            lines.push(texts.fill("plan-so-far", &[("times", &so_far.to_string())]));
        }
    }
    lines.extend(what_is_next(plan, known, now.number, texts, columns));
    lines
}

fn what_is_next(plan: &Plan, known: &[Known], number: u32, texts: &Texts, columns: usize) -> Vec<String> {
    let next = number + 1;
    let line = match plan.phase_in(next) {
        _ if next >= plan.weeks() => texts.get("plan-next-end"),
        None => texts.get("plan-next-free"),
        Some(phase) => {
            let title = of(plan, phase, known).map(|known| clean(&known.title)).unwrap_or_default();
            texts.fill("plan-next", &[("what", &format!("{title}, {}", often(phase, texts)))])
        }
    };
    [String::new()].into_iter().chain(wrap(&line, columns)).collect()
}

/// A line for each phase.
pub(super) fn phase_lines(plan: &Plan, titles: &[String], texts: &Texts) -> Vec<String> {
    let line = |(phase, title): (&Phase, &String)| {
        let what = format!("{}, {}", clean(title), often(phase, texts));
        let (from, to) = ((phase.first_week + 1).to_string(), (phase.first_week + phase.weeks).to_string());
        match phase.weeks {
            1 => texts.fill("plan-phase-one", &[("from", &from), ("what", &what)]),
            _ => texts.fill("plan-phase", &[("from", &from), ("to", &to), ("what", &what)]),
        }
    };
    plan.phases.iter().zip(titles).map(line).map(|line| format!("  {line}")).collect()
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
