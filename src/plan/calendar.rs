//! A plan as a calendar's file: iCalendar (RFC 5545).
//!
//! An event for each phase, repeated every week. Times are local wherever the calendar is ("floating", section 3.3.5),
//! since an evening is an evening in any zone. The same plan gives the same bytes: UIDs come from the plan, and stamps
//! from its first day.

use jiff::Span;
use jiff::civil::{Date, Weekday};
use sha2::{Digest, Sha256};

use super::value::{Often, Phase, Plan};

/// The most bytes of a line, without its end (section 3.1).
const LINE: usize = 75;

/// What a phase's event says.
#[derive(Clone, Debug, Default)]
pub struct EventText {
    /// What a calendar shows.
    pub summary: String,
    /// What it shows to whoever opens it.
    pub description: String,
    /// How long the session lasts, in minutes, from 1.
    pub minutes: u64,
}

/// The calendar of a plan that begins on a day; a text for each phase.
pub fn calendar(plan: &Plan, begins: Date, name: &str, texts: &[EventText]) -> String {
    let mut out = Lines::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//letgo//letgo plan//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.text("X-WR-CALNAME", name);
    let mut evenings_of: Vec<Vec<Date>> = vec![Vec::new(); plan.phases.len()];
    // What has its days goes first: what is for any evening finds others, where there are some.
    for wanted in [true, false] {
        let phases = plan.phases.iter().enumerate();
        for (number, phase) in phases.filter(|(_, phase)| matches!(phase.often, Often::Days(_)) == wanted) {
            let beside = plan.phases.iter().zip(&evenings_of).filter(|(other, _)| other.goes_beside(phase));
            let busy: Vec<Weekday> = beside.flat_map(|(_, days)| days).map(|day| day.weekday()).collect();
            evenings_of[number] = evenings(phase, plan.week_begins(phase.first_week, begins), &busy);
        }
    }
    for (number, ((phase, text), days)) in plan.phases.iter().zip(texts).zip(&evenings_of).enumerate() {
        event(&mut out, plan, begins, number, phase, days, text);
    }
    out.line("END", "VCALENDAR");
    out.0
}

fn event(out: &mut Lines, plan: &Plan, begins: Date, number: usize, phase: &Phase, days: &[Date], text: &EventText) {
    let Some(day) = days.first() else { return };
    let compact = |date: Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
    let codes: Vec<&str> = days.iter().map(|day| code(day.weekday())).collect();
    out.line("BEGIN", "VEVENT");
    out.line("UID", &uid(plan, begins, number));
    out.line("DTSTAMP", &format!("{}T000000Z", compact(begins)));
    match plan.at {
        Some(at) => {
            out.line("DTSTART", &format!("{}T{:02}{:02}00", compact(*day), at.hour(), at.minute()));
            out.line("DURATION", &format!("PT{}M", text.minutes.max(1)));
        }
        None => out.line("DTSTART;VALUE=DATE", &compact(*day)),
    }
    let count = codes.len() as u64 * u64::from(phase.weeks);
    out.line("RRULE", &format!("FREQ=WEEKLY;COUNT={count};BYDAY={}", codes.join(",")));
    out.text("SUMMARY", &text.summary);
    out.text("DESCRIPTION", &text.description);
    // What somebody does for themselves needn't be read by all who share a calendar, and keeps no hour from others.
    out.line("CLASS", "PRIVATE");
    out.line("TRANSP", "TRANSPARENT");
    if plan.at.is_some() {
        out.line("BEGIN", "VALARM");
        out.line("ACTION", "DISPLAY");
        out.line("TRIGGER", "PT0S");
        out.text("DESCRIPTION", &text.summary);
        out.line("END", "VALARM");
    }
    out.line("END", "VEVENT");
}

/// The evenings of a phase's first week. Where any will do, some that lie evenly apart, and away from those that are busy.
fn evenings(phase: &Phase, first: Date, busy: &[Weekday]) -> Vec<Date> {
    let on = |day: i64| first.saturating_add(Span::new().days(day));
    match &phase.often {
        Often::Days(days) => (0..7).map(on).filter(|date| days.contains(&date.weekday())).collect(),
        Often::Times(times) => {
            let times = i64::from((*times).clamp(1, 7));
            let mut days: Vec<i64> = Vec::new();
            for time in 0..times {
                let even = time * 7 / times;
                let free = |day: &i64| !days.contains(day) && !busy.contains(&on(*day).weekday());
                let after = (even..even + 7).map(|day| day % 7).find(free);
                // Where no evening is free, two sessions lie on one.
                days.push(after.or_else(|| (0..7).find(|day| !days.contains(day))).unwrap_or(even));
            }
            days.sort_unstable();
            days.into_iter().map(on).collect()
        }
    }
}

/// The name of an event, the same whenever the plan is written: so that a calendar replaces it and doesn't double it.
fn uid(plan: &Plan, begins: Date, number: usize) -> String {
    let whole = format!("letgo plan\0{}\0{begins}\0{number}", plan.pack.as_deref().unwrap_or_default());
    let digest = Sha256::digest(whole.as_bytes());
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}@letgo")
}

fn code(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// Content lines, each ended and folded as it has to be.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property with a value that has nothing to be escaped.
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property with words of somebody's (section 3.3.11): no character of theirs can begin a line of its own.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                // Line ends of other kinds too.
                '\u{2028}' | '\u{2029}' => escaped.push(' '),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.line(name, &escaped);
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn plan(at: Option<&str>) -> Plan {
        let phase = |often, first_week, weeks| Phase {
            session: "a".into(),
            set: Vec::new(),
            fit: None,
            often,
            first_week,
            weeks,
        };
        let days = Often::Days(vec![Weekday::Monday, Weekday::Friday]);
        let phases = vec![phase(days, 0, 2), phase(Often::Times(3), 2, 4)];
        Plan { at: at.map(|at| at.parse().unwrap()), phases, ..Plan::default() }
    }

    fn text(summary: &str) -> EventText {
        EventText { summary: summary.into(), description: "If you like.\nOr not.".into(), minutes: 20 }
    }

    #[test]
    fn a_phase_is_an_event_of_so_many_evenings() {
        // A Wednesday.
        let plan = plan(Some("21:30"));
        let out = calendar(&plan, date(2026, 12, 2), "Quiet", &[text("A"), text("B")]);
        assert!(
            out.contains("DTSTART:20261204T213000\r\nDURATION:PT20M\r\nRRULE:FREQ=WEEKLY;COUNT=4;BYDAY=FR,MO\r\n"),
            "{out}"
        );
        assert!(
            out.contains("DTSTART:20261216T213000\r\nDURATION:PT20M\r\nRRULE:FREQ=WEEKLY;COUNT=12;BYDAY=WE,FR,SU\r\n"),
            "{out}"
        );
        assert!(out.contains("DESCRIPTION:If you like.\\nOr not.\r\n") && out.contains("TRIGGER:PT0S"), "{out}");
        assert_eq!(out, calendar(&plan, date(2026, 12, 2), "Quiet", &[text("A"), text("B")]));
        let whole_day = calendar(&self::plan(None), date(2026, 12, 2), "Quiet", &[text("A"), text("B")]);
        assert!(whole_day.contains("DTSTART;VALUE=DATE:20261204\r\n") && !whole_day.contains("VALARM"), "{whole_day}");
    }

    #[test]
    fn what_is_for_any_evening_keeps_out_of_the_way_of_what_has_its_day() {
        let phase = |often| Phase { session: "a".into(), set: Vec::new(), fit: None, often, first_week: 0, weeks: 1 };
        let days = Often::Days(vec![Weekday::Monday, Weekday::Wednesday, Weekday::Friday]);
        let by_day = |plan: &Plan| -> Vec<String> {
            let texts: Vec<EventText> = plan.phases.iter().map(|_| text("A")).collect();
            let out = calendar(plan, date(2026, 12, 7), "Quiet", &texts);
            let rules = out.lines().filter_map(|line| line.split_once("BYDAY="));
            rules.map(|(_, days)| days.trim_end().to_string()).collect()
        };
        // From a Monday on; the file has the other order.
        let mut plan = Plan { phases: vec![phase(Often::Times(3)), phase(days)], ..Plan::default() };
        assert_eq!(by_day(&plan), ["TU,TH,SA", "MO,WE,FR"]);
        plan.phases.push(phase(Often::Times(2)));
        assert_eq!(by_day(&plan)[2], "MO,SU", "one is free, and the other has to share");
        plan.phases[2].first_week = 1;
        assert_eq!(by_day(&plan)[2], "MO,TH");
    }

    proptest! {
        #[test]
        fn no_words_leave_their_line(words in "(?s).{0,200}") {
            let mut out = Lines::default();
            out.text("SUMMARY", &words);
            let body = out.0.strip_suffix("\r\n").unwrap();
            let lines: Vec<&str> = body.split("\r\n").collect();
            prop_assert!(lines.iter().all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])));
            prop_assert!(lines[1..].iter().all(|line| line.starts_with(' ')));
            let whole: String = lines.iter().enumerate().map(|(at, line)| if at == 0 { *line } else { &line[1..] }).collect();
            let value = whole.strip_prefix("SUMMARY:").unwrap().replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
            let kept: String = words.chars().filter(|c| !c.is_control() || *c == '\n').collect();
            if !words.contains(['\\', '\u{2028}', '\u{2029}']) {
                prop_assert_eq!(value, kept);
            }
        }
    }
}
