//! What a plan says, once it was read.

use jiff::civil::{Date, Weekday};

use crate::quantity::{Time, TimeOfDay};
use crate::settings::yaml_text;

use super::VERSION;

/// The most weeks of a plan: two years.
pub const MOST_WEEKS: u32 = 104;
/// The most phases of a plan.
pub const MOST_PHASES: usize = 50;

/// Some weeks of evenings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// What it is called.
    pub title: Option<String>,
    /// One small thing that it is for, in the words of whoever does it.
    pub goal: Option<String>,
    /// The time of the evening.
    pub at: Option<TimeOfDay>,
    /// The first day of its first week.
    pub begins: Option<Date>,
    /// The name of the pack that it came in.
    pub pack: Option<String>,
    /// What comes after what, and what goes on side by side.
    pub phases: Vec<Phase>,
}

/// One session for some weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// What it is played by.
    pub session: String,
    /// What its parameters are.
    pub set: Vec<(String, String)>,
    /// How long it lasts.
    pub fit: Option<Time>,
    /// On which evenings.
    pub often: Often,
    /// Its first week, from 0.
    pub first_week: u32,
    /// How many weeks, from 1.
    pub weeks: u32,
}

/// On which evenings of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Often {
    /// On these, from Monday on.
    Days(Vec<Weekday>),
    /// So many times, from 1 to 7, on any evenings.
    Times(u8),
}

impl Phase {
    /// The first week after it, from 0.
    pub fn end_week(&self) -> u32 {
        self.first_week + self.weeks
    }

    /// Whether a week, from 0, is one of its.
    pub fn has_week(&self, week: u32) -> bool {
        (self.first_week..self.end_week()).contains(&week)
    }

    /// Whether both have a week in common.
    pub fn goes_beside(&self, other: &Phase) -> bool {
        self.first_week < other.end_week() && other.first_week < self.end_week()
    }

    /// The first week, from 0, in which this and another ask for the same session, and can't be told apart by their days.
    pub fn clashes_with(&self, other: &Phase) -> Option<u32> {
        let week = self.first_week.max(other.first_week);
        let apart = match (&self.often, &other.often) {
            (Often::Days(days), Often::Days(others)) => days.iter().all(|day| !others.contains(day)),
            _ => false,
        };
        (self.session == other.session && self.goes_beside(other) && !apart).then_some(week)
    }
}

impl Plan {
    /// How many weeks it has.
    pub fn weeks(&self) -> u32 {
        self.phases.iter().map(Phase::end_week).max().unwrap_or(0)
    }

    /// Whether it asks for the same evenings as another: whoever is in the middle of one is in the middle of the other.
    pub fn asks_the_same(&self, other: &Plan) -> bool {
        self.phases == other.phases
    }

    /// The text of a file that says this, always the same.
    pub fn text(&self) -> String {
        let mut text = format!("plan: {VERSION}\n");
        let mut line = |name: &str, value: Option<String>| {
            if let Some(value) = value {
                text.push_str(&format!("{name}: {value}\n"));
            }
        };
        line("title", self.title.as_deref().map(yaml_text));
        line("goal", self.goal.as_deref().map(yaml_text));
        line("at", self.at.map(|at| format!("\"{at}\"")));
        line("begins", self.begins.map(|begins| begins.to_string()));
        line("pack", self.pack.as_deref().map(yaml_text));
        text.push_str("phases:\n");
        let mut next = 0;
        for phase in &self.phases {
            text.push_str(&format!("  - session: {}\n", yaml_text(&phase.session)));
            if !phase.set.is_empty() {
                text.push_str("    set:\n");
                for (name, value) in &phase.set {
                    text.push_str(&format!("      {name}: {}\n", serde_json::Value::from(value.as_str())));
                }
            }
            if let Some(fit) = phase.fit {
                text.push_str(&format!("    fit: {fit}\n"));
            }
            match &phase.often {
                Often::Days(days) => {
                    let days: Vec<&str> = days.iter().map(|day| day_name(*day)).collect();
                    text.push_str(&format!("    days: [{}]\n", days.join(", ")));
                }
                Often::Times(times) => text.push_str(&format!("    times-a-week: {times}\n")),
            }
            if phase.first_week != next {
                text.push_str(&format!("    from-week: {}\n", phase.first_week + 1));
            }
            text.push_str(&format!("    weeks: {}\n", phase.weeks));
            next = next.max(phase.end_week());
        }
        text
    }
}

/// The short names of the days, as a plan has them.
pub(super) const DAYS: [(&str, &str, Weekday); 7] = [
    ("mon", "monday", Weekday::Monday),
    ("tue", "tuesday", Weekday::Tuesday),
    ("wed", "wednesday", Weekday::Wednesday),
    ("thu", "thursday", Weekday::Thursday),
    ("fri", "friday", Weekday::Friday),
    ("sat", "saturday", Weekday::Saturday),
    ("sun", "sunday", Weekday::Sunday),
];

pub(super) fn day_name(day: Weekday) -> &'static str {
    DAYS.iter().find(|(_, _, other)| *other == day).map_or("", |(short, _, _)| short)
}
