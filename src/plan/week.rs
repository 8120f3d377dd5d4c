//! Where a date lies in a plan, and what its evenings hold.
//!
//! A week of a plan begins on the weekday on which the plan begins, so that every week is whole. An evening that was
//! missed is no value here: it is nothing at all.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Span};

use super::value::{Often, Phase, Plan};

/// An evening lasts until so many hours after midnight.
const EVENING_LASTS: SignedDuration = SignedDuration::from_hours(4);

/// Where a date lies in a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Standing {
    /// It begins later, on this day.
    Before(Date),
    /// In this week, counted from 0.
    During(u32),
    /// It has come to its end.
    After,
}

/// A day of a plan's week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// Whether the plan has something for it: it itself, or any evening of a week that has some left.
    pub planned: bool,
    /// Whether something was played, and whether to its end.
    pub done: Option<bool>,
}

/// The date of the evening to which a time belongs: what begins at two in the morning belongs to the evening before.
pub fn evening_of(time: DateTime) -> Date {
    time.checked_sub(EVENING_LASTS).unwrap_or(time).date()
}

impl Plan {
    /// The first day of a week, counted from 0; a plan that doesn't say when it begins, begins on the day given.
    pub fn week_begins(&self, week: u32, otherwise: Date) -> Date {
        self.begins.unwrap_or(otherwise).saturating_add(Span::new().days(7 * i64::from(week)))
    }

    /// Where a date lies in it.
    pub fn standing(&self, date: Date) -> Standing {
        let begins = self.begins.unwrap_or(date);
        if date < begins {
            return Standing::Before(begins);
        }
        let days = date.duration_since(begins).as_hours() / 24;
        let week = u32::try_from(days / 7).unwrap_or(u32::MAX);
        match week < self.weeks() {
            true => Standing::During(week),
            false => Standing::After,
        }
    }

    /// The phases of a week, counted from 0; a free week has none.
    pub fn phases_in(&self, week: u32) -> impl Iterator<Item = &Phase> {
        self.phases.iter().filter(move |phase| phase.has_week(week))
    }
}

/// The seven days of a phase's week that begins on a date; `done` says on which days its session was played, and whether to
/// its end.
pub fn week(phase: &Phase, begins: Date, done: &BTreeMap<Date, bool>) -> Vec<Day> {
    let dates = (0..7).map(|day| begins.saturating_add(Span::new().days(day)));
    let count = dates.clone().filter(|date| done.contains_key(date)).count();
    let planned = |date: Date| match &phase.often {
        Often::Days(days) => days.contains(&date.weekday()),
        Often::Times(times) => count < usize::from(*times),
    };
    dates.map(|date| Day { date, planned: planned(date), done: done.get(&date).copied() }).collect()
}

/// Whether a phase has something for an evening of a week that begins on a date: nothing once it was heard to its end.
pub fn is_tonight(phase: &Phase, begins: Date, today: Date, done: &BTreeMap<Date, bool>) -> bool {
    // What was begun tonight doesn't count yet: it may go on.
    let mut before = done.clone();
    if before.remove(&today) == Some(true) {
        return false;
    }
    week(phase, begins, &before).iter().any(|day| day.date == today && day.planned)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;

    fn phase(session: &str, often: Often, first_week: u32, weeks: u32) -> Phase {
        Phase { session: session.into(), set: Vec::new(), fit: None, often, first_week, weeks }
    }

    /// From a Tuesday on: a week of Mondays and Thursdays, a free week, two weeks of twice.
    fn plan() -> Plan {
        let days = Often::Days(vec![Weekday::Monday, Weekday::Thursday]);
        let phases = vec![phase("a", days, 0, 1), phase("b", Often::Times(2), 2, 2)];
        Plan { begins: Some(date(2026, 12, 1)), phases, ..Plan::default() }
    }

    #[test]
    fn a_date_lies_in_a_week() {
        let plan = plan();
        let at = |month, day| plan.standing(date(2026, month, day));
        assert_eq!(at(11, 30), Standing::Before(date(2026, 12, 1)));
        assert_eq!((at(12, 1), at(12, 7)), (Standing::During(0), Standing::During(0)));
        assert_eq!(
            (at(12, 8), at(12, 15), at(12, 28)),
            (Standing::During(1), Standing::During(2), Standing::During(3))
        );
        assert_eq!(plan.phases_in(1).count(), 0);
        assert_eq!(at(12, 29), Standing::After);
    }

    #[test]
    fn tonight_is_what_the_day_has_until_it_was_heard() {
        let plan = plan();
        let tonight = |day, done: &[(i8, bool)]| {
            let done = done.iter().map(|(day, whole)| (date(2026, 12, *day), *whole)).collect();
            let today = date(2026, 12, day);
            let Standing::During(number) = plan.standing(today) else { return None };
            let begins = plan.week_begins(number, today);
            let mut phases = plan.phases_in(number).filter(|phase| is_tonight(phase, begins, today, &done));
            phases.next().map(|phase| phase.session.as_str())
        };
        assert_eq!(tonight(1, &[]), None);
        assert_eq!(tonight(3, &[]), Some("a"));
        assert_eq!(tonight(3, &[(3, false)]), Some("a"), "what was left early goes on");
        assert_eq!(tonight(3, &[(3, true)]), None);
        // The Monday after, whatever became of the Thursday.
        assert_eq!(tonight(7, &[]), Some("a"));
        // Twice, on any evenings; the third is left to them.
        assert_eq!(tonight(16, &[(15, true)]), Some("b"));
        assert_eq!(tonight(17, &[(15, true), (16, false)]), None);
        assert_eq!(tonight(16, &[(15, true), (16, false)]), Some("b"));
        assert_eq!(tonight(22, &[(15, true), (16, true)]), Some("b"), "a new week begins anew");
    }

    #[test]
    fn an_evening_lasts_until_four() {
        assert_eq!(evening_of(date(2026, 12, 2).at(3, 59, 0, 0)), date(2026, 12, 1));
        assert_eq!(evening_of(date(2026, 12, 2).at(4, 0, 0, 0)), date(2026, 12, 2));
    }
}
