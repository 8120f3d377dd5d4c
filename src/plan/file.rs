//! A plan as it is written: YAML, read as sessions are, with everything that is wrong told at its place.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::{Date, Weekday};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::quantity::{Time, TimeOfDay};
use crate::script::value::scalar;
use crate::script::{
    self, At, Diagnostic, FromWritten, LARGEST_FILE, Line, ParamName, Scalar, Several, Source, Span, listed, nearest,
    shown,
};

use super::VERSION;
use super::value::{DAYS, MOST_PHASES, MOST_WEEKS, Often, Phase, Plan, day_name};

/// A plan for `letgo`: which session on which evenings, for how many weeks.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    /// The version of this file: 1.
    #[expect(dead_code, reason = "it is looked at before everything else")]
    plan: At<Scalar>,
    /// What the plan is called.
    title: Option<At<Line>>,
    /// One small thing that it is for, in the words of whoever does it.
    goal: Option<At<Line>>,
    /// The time of the evening, such as "21:30".
    at: Option<At<TimeOfDay>>,
    /// The first day of the first week, such as 2026-12-01. The day on which it is set or added, if left out.
    begins: Option<At<Day>>,
    /// The pack that it came in; letgo writes this itself.
    pack: Option<At<Line>>,
    /// What comes after what.
    phases: Several<At<WrittenPhase>>,
}

/// What every version of the file has.
#[derive(Deserialize, JsonSchema)]
struct Version {
    plan: At<Scalar>,
}

/// One session for some weeks.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WrittenPhase {
    /// Which session: what it is played by.
    session: At<Line>,
    /// Parameters of the session.
    #[serde(default)]
    set: BTreeMap<ParamName, At<Scalar>>,
    /// How long the session lasts: its silences stretch or shrink.
    fit: Option<At<Time>>,
    /// On which days: mon, tue, wed, thu, fri, sat, sun.
    days: Option<Several<At<DayName>>>,
    /// How often in a week, on any days: 1 to 7.
    times_a_week: Option<At<Times>>,
    /// For how many weeks.
    weeks: At<Weeks>,
    /// In which week it begins, counted from 1, beside other phases or after a free week; after all phases before it, if
    /// left out.
    from_week: Option<At<Weeks>>,
}

/// A day of the calendar.
#[derive(Clone, Copy, Debug)]
struct Day(Date);

impl FromWritten for Day {
    fn from_written(written: &str, _number: bool) -> Result<Day, String> {
        let plain = written.len() == 10 && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let read = plain.then(|| written.parse::<Date>().ok()).flatten().filter(|date| date.year() >= 2000);
        read.map(Day)
            .ok_or_else(|| format!("`{}` isn't a day; it is written as 2026-12-01: year, month, day", shown(written)))
    }
}

scalar!(Day, { "type": "string", "pattern": r"^[2-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" });

/// A day of the week.
#[derive(Clone, Copy, Debug)]
struct DayName(Weekday);

impl FromWritten for DayName {
    fn from_written(written: &str, _number: bool) -> Result<DayName, String> {
        let lower = written.trim().to_lowercase();
        let found = DAYS.iter().find(|(short, long, _)| *short == lower || *long == lower);
        found.map(|(_, _, day)| DayName(*day)).ok_or_else(|| {
            let meant = nearest(&lower, DAYS.iter().flat_map(|(short, long, _)| [*short, *long]));
            let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
            let all = listed(DAYS.iter().map(|(short, _, _)| *short));
            format!("`{}` isn't a day of the week; {meant}there are: {all}", shown(written))
        })
    }
}

scalar!(DayName, { "type": "string", "enum": [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
] });

fn number(written: &str, number: bool, most: u32, what: &str) -> Result<u32, String> {
    match written.parse() {
        Ok(found) if number && (1..=most).contains(&found) => Ok(found),
        _ => Err(format!("`{}` isn't {what}; it is a whole number from 1 to {most}", shown(written))),
    }
}

/// How often in a week.
#[derive(Clone, Copy, Debug)]
struct Times(u8);

impl FromWritten for Times {
    fn from_written(written: &str, is_number: bool) -> Result<Times, String> {
        number(written, is_number, 7, "how often in a week").map(|times| Times(times as u8))
    }
}

scalar!(Times, { "type": "integer", "minimum": 1, "maximum": 7 });

/// Weeks, or a week, counted from 1.
#[derive(Clone, Copy, Debug)]
struct Weeks(u32);

impl FromWritten for Weeks {
    fn from_written(written: &str, is_number: bool) -> Result<Weeks, String> {
        number(written, is_number, MOST_WEEKS, "a number of weeks").map(Weeks)
    }
}

scalar!(Weeks, { "type": "integer", "minimum": 1, "maximum": MOST_WEEKS });

/// Why a plan can't be read.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The file can't be read.
    #[error("the plan in {} can't be read: {reason}", .path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// It can't be understood: everything that is wrong with it.
    #[error("{}", lines(.0))]
    Wrong(Vec<Diagnostic>),
}

/// A line for each thing that is wrong, with its place.
fn lines(diagnostics: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let (line, column) = diagnostic.source.line_and_column(diagnostic.span.start);
        let help = diagnostic.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        format!("{}:{line}:{column}: error: {}{help}", diagnostic.source.path.display(), diagnostic.message)
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A plan, and where its words stand: so that whoever knows the sessions can say what is wrong with them.
#[derive(Clone, Debug)]
pub struct Found {
    /// The plan.
    pub plan: Plan,
    /// Its file.
    pub source: Arc<Source>,
    /// The places in each phase.
    pub phases: Vec<PhasePlaces>,
}

/// Where the words of a phase stand.
#[derive(Clone, Debug)]
pub struct PhasePlaces {
    /// The session's name.
    pub session: Span,
    /// The value of each parameter.
    pub set: BTreeMap<String, Span>,
    /// The length.
    pub fit: Span,
}

/// The JSON Schema (draft 2020-12) of plans.
pub fn schema() -> serde_json::Value {
    script::schema_of_other::<Written>()
}

/// Reads a plan.
///
/// # Errors
/// If the file can't be read, was written by a newer version, or with everything that is wrong with it.
pub fn read(path: &Path) -> Result<Found, PlanError> {
    let unreadable = |reason: io::Error| PlanError::Unreadable { path: path.to_path_buf(), reason };
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() || about.len() > LARGEST_FILE as u64 {
        return Err(unreadable(io::Error::other("this isn't a plan's file")));
    }
    read_text(path.to_path_buf(), std::fs::read_to_string(path).map_err(unreadable)?)
}

/// Reads a plan's text; `path` is what it is called in what is told.
///
/// # Errors
/// As [`read`].
pub fn read_text(path: PathBuf, text: String) -> Result<Found, PlanError> {
    let source = Arc::new(Source { path, text });
    let version = script::read_other::<Version>(&source).value.map(|version| version.plan);
    if let Some(version) = version.filter(|version| version.value.0 != VERSION.to_string()) {
        // What another version means by a key isn't to be guessed at, and errors about its keys mislead.
        let newer = version.value.0.parse::<u64>().is_ok_and(|version| version > VERSION);
        let message = format!("`{}` isn't a version of plans that this program reads", shown(&version.value.0));
        let help = if newer { "a newer letgo is needed for this plan" } else { "write `plan: 1`" };
        return Err(PlanError::Wrong(vec![Diagnostic::error(&source, version.span, "version", message).help(help)]));
    }
    let reading = script::read_other::<Written>(&source);
    let mut diagnostics = reading.diagnostics;
    let Some(written) = reading.value else { return Err(PlanError::Wrong(diagnostics)) };
    let mut reader = Reader { source: &source, diagnostics: &mut diagnostics };
    let (plan, phases) = reader.plan(&written);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    match diagnostics.is_empty() {
        true => Ok(Found { plan, source, phases }),
        false => Err(PlanError::Wrong(diagnostics)),
    }
}

struct Reader<'r> {
    source: &'r Arc<Source>,
    diagnostics: &'r mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn wrong(&mut self, at: Span, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::error(self.source, at, "wrong-value", message).help(help));
    }

    /// A line of words that is shown, printed, and written into calendars.
    fn line(&mut self, written: Option<&At<Line>>) -> Option<String> {
        let at = written?;
        if at.value.0.chars().any(char::is_control) {
            self.wrong(at.span, "there is a control character in these words", "write them with letters alone");
            return None;
        }
        Some(at.value.0.clone())
    }

    fn plan(&mut self, written: &Written) -> (Plan, Vec<PhasePlaces>) {
        let mut plan = Plan {
            title: self.line(written.title.as_ref()),
            goal: self.line(written.goal.as_ref()),
            at: written.at.map(|at| at.value),
            begins: written.begins.map(|at| at.value.0),
            pack: self.line(written.pack.as_ref()),
            phases: Vec::new(),
        };
        let mut places = Vec::new();
        let mut next = 0;
        for (count, at) in written.phases.into_iter().enumerate() {
            if count == MOST_PHASES {
                self.wrong(at.span, format!("a plan has at most {MOST_PHASES} phases"), "take some out");
                break;
            }
            let phase = &at.value;
            let first_week = phase.from_week.map_or(next, |from| from.value.0 - 1);
            let weeks = phase.weeks.value.0;
            next = next.max(first_week + weeks);
            if next > MOST_WEEKS {
                let message = format!("with this phase the plan goes on to week {next}");
                self.wrong(phase.weeks.span, message, &format!("a plan has at most {MOST_WEEKS} weeks"));
                break;
            }
            let often = self.often(at.span, phase);
            let set = phase.set.iter().map(|(name, value)| (name.0.clone(), value.value.0.clone())).collect();
            let session = self.line(Some(&phase.session)).unwrap_or_default();
            let phase_read = Phase { session, set, fit: phase.fit.map(|fit| fit.value), often, first_week, weeks };
            if let Some(week) = plan.phases.iter().find_map(|other| other.clashes_with(&phase_read)) {
                let message = format!("`{}` is planned for week {} already", phase_read.session, week + 1);
                let help = "let one begin after the other, or give each of them `days` of its own";
                self.wrong(phase.from_week.map_or(phase.session.span, |from| from.span), message, help);
            }
            plan.phases.push(phase_read);
            places.push(PhasePlaces {
                session: phase.session.span,
                set: phase.set.iter().map(|(name, value)| (name.0.clone(), value.span)).collect(),
                fit: phase.fit.map_or(phase.session.span, |fit| fit.span),
            });
        }
        (plan, places)
    }

    fn often(&mut self, span: Span, phase: &WrittenPhase) -> Often {
        const EITHER: &str = "write `days: [mon, wed, fri]`, or `times-a-week: 3` for any evenings";
        match (&phase.days, phase.times_a_week) {
            (Some(days), None) => {
                let mut all: Vec<Weekday> = Vec::new();
                for day in days {
                    if all.contains(&day.value.0) {
                        let message = format!("`{}` stands there twice", day_name(day.value.0));
                        self.wrong(day.span, message, "take one of them out");
                    }
                    all.push(day.value.0);
                }
                all.sort_by_key(|day| day.to_monday_zero_offset());
                all.dedup();
                Often::Days(all)
            }
            (None, Some(times)) => Often::Times(times.value.0),
            (Some(_), Some(times)) => {
                self.wrong(times.span, "a phase has either days, or a number of times a week", EITHER);
                Often::Times(times.value.0)
            }
            // A slip in the key has been told of already.
            (None, None)
                if self
                    .diagnostics
                    .iter()
                    .any(|wrong| span.start <= wrong.span.start && wrong.span.end <= span.end) =>
            {
                Often::Times(1)
            }
            (None, None) => {
                let at = Span::new(span.start, span.start + 1);
                self.wrong(at, "this phase doesn't say how often", EITHER);
                Often::Times(1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<Plan, String> {
        read_text("plan.yaml".into(), text.into()).map(|found| found.plan).map_err(|error| error.to_string())
    }

    const WHOLE: &str = "\
plan: 1
title: Six quiet weeks
goal: 'Turn my head: without thinking.'
at: 21:30
begins: 2026-12-01
phases:
  - { session: neck-and-shoulders, set: { side: left }, fit: 15m, days: [fri, mon, wed], weeks: 2 }
  - { session: let-go-of-the-day, times-a-week: 3, from-week: 4, weeks: 4 }
";

    #[test]
    fn what_is_written_is_read_and_written_again() {
        let plan = read(WHOLE).unwrap();
        assert_eq!((plan.weeks(), plan.phases[1].first_week), (7, 3));
        assert_eq!(plan.phases[0].often, Often::Days(vec![Weekday::Monday, Weekday::Wednesday, Weekday::Friday]));
        assert_eq!(plan.at.map(|at| at.to_string()).as_deref(), Some("21:30"));
        assert_eq!(read(&plan.text()).unwrap(), plan);
    }

    #[test]
    fn words_that_look_like_yaml_stay_words() {
        let odd = Plan {
            title: Some("yes".into()),
            goal: Some("- \"so\": # 'it' \\ is 2026-12-01".into()),
            pack: Some("123".into()),
            phases: vec![Phase {
                session: "/home/a b/ö'#.yaml".into(),
                set: vec![("side".into(), "true".into()), ("n".into(), "07".into())],
                ..read(WHOLE).unwrap().phases[0].clone()
            }],
            ..Plan::default()
        };
        assert_eq!(
            read(&odd.text()).unwrap(),
            Plan {
                phases: vec![Phase {
                    set: {
                        let mut set = odd.phases[0].set.clone();
                        set.sort();
                        set
                    },
                    ..odd.phases[0].clone()
                }],
                ..odd
            }
        );
    }

    #[test]
    fn all_that_is_wrong_is_told_at_its_place() {
        let told = read(
            "plan: 1\n\
             titel: Six weeks\n\
             goal: \"a\\eb\"\n\
             at: 25:99\n\
             begins: 2026-02-30\n\
             phases:\n\
             \x20 - { session: neck, days: [mon, fryday], weeks: 0 }\n\
             \x20 - { session: neck, days: [mon, mon], weeks: 2 }\n\
             \x20 - { session: neck, times-a-week: 9, weeks: 10000 }\n\
             \x20 - { session: neck, times-a-week: 3, from-week: 2, weeks: 1 }\n\
             \x20 - { session: neck, weeks: 1 }\n\
             \x20 - { session: neck, days: [tue], times-a-week: 1, weeks: 1 }\n",
        )
        .unwrap_err();
        for part in [
            ":2:1:",
            "did you mean `title`",
            ":3:7:",
            "control character",
            ":4:5:",
            ":5:9:",
            ":7:34:",
            "did you mean `fri",
            ":7:50:",
            "from 1 to 104",
            ":8:34:",
            "stands there twice",
            ":9:36:",
            "from 1 to 7",
            ":9:46:",
            ":10:50:",
            "planned for week 2 already",
            ":11:5:",
            "doesn't say how often",
            ":12:49:",
            "either days",
        ] {
            assert!(told.contains(part), "{part} in\n{told}");
        }
    }

    #[test]
    fn phases_go_on_side_by_side_and_the_next_begins_after_all_of_them() {
        let plan = read(
            "plan: 1\nphases:\n  - { session: neck, days: [mon, wed], weeks: 2 }\n  - { session: calm, times-a-week: 3, \
             from-week: 1, weeks: 4 }\n  - { session: neck, set: { side: left }, days: [tue], from-week: 2, weeks: 1 }\n  \
             - { session: sea, times-a-week: 1, weeks: 1 }\n",
        )
        .unwrap();
        assert_eq!(plan.phases.iter().map(|phase| phase.first_week).collect::<Vec<_>>(), [0, 0, 1, 4]);
        assert_eq!(plan.weeks(), 5);
        assert_eq!(read(&plan.text()).unwrap(), plan);
        let in_week = |week| plan.phases_in(week).map(|phase| phase.session.as_str()).collect::<Vec<_>>();
        assert_eq!((in_week(0), in_week(1)), (vec!["neck", "calm"], vec!["neck", "calm", "neck"]));
        assert_eq!((in_week(3), in_week(4), in_week(5)), (vec!["calm"], vec!["sea"], vec![]));
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_or_refused(at in 0..WHOLE.len(), piece in "[a-z:{}\\[\\]0-9 \n\"'&*!|>-]{0,6}", cut in 0..9usize) {
            let end = (at + cut).min(WHOLE.len());
            let text = format!("{}{piece}{}", &WHOLE[..at], &WHOLE[end..]);
            if let Ok(plan) = read(&text) {
                prop_assert!(plan.weeks() <= MOST_WEEKS && plan.phases.iter().all(|phase| phase.weeks > 0));
                prop_assert_eq!(read(&plan.text()).unwrap(), plan);
            }
        }
    }

    #[test]
    fn a_newer_plan_is_said_to_be_one_and_a_long_one_is_refused() {
        let told = read("plan: 2\nmoons: 3\nphases: [{ session: x, weeks: 1, times-a-week: 1 }]\n").unwrap_err();
        assert!(told.contains("newer letgo") && !told.contains("moons"), "{told}");
        let phase = "  - { session: neck, times-a-week: 1, weeks: 104 }\n";
        assert!(read(&format!("plan: 1\nphases:\n{phase}")).is_ok());
        assert!(read(&format!("plan: 1\nphases:\n{phase}{phase}")).unwrap_err().contains("at most 104 weeks"));
        let phase = "  - { session: neck, times-a-week: 1, weeks: 1 }\n".repeat(51);
        assert!(read(&format!("plan: 1\nphases:\n{phase}")).unwrap_err().contains("at most 50 phases"));
        assert!(read("plan: 1\nphases: []\n").is_err());
        assert!(read("").is_err());
    }
}
