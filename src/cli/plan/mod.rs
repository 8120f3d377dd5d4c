//! `letgo plan`: this week, the calendar's file, the reminder; and the plan that is followed.

mod calendar;
mod current;
mod pack;
mod remind;
mod set;
mod show;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::{Failure, Surroundings};

pub(super) use current::{ForTonight, as_planned, for_tonight};
pub(super) use pack::{for_pack, read_for_pack, same, tell};
pub(super) use set::{adopt, drop_of, packed};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Plan {
    /// Shows the week of another day, such as 2026-12-01
    #[arg(long, value_name = "DATE", value_parser = date)]
    on: Option<Date>,
    /// Prints JSON (described in docs/json.md)
    #[arg(long, conflicts_with = "ics")]
    json: bool,
    /// Writes the plan for a calendar, as iCalendar, into a file or to standard output
    #[arg(long, value_name = "FILE.ics", num_args = 0..=1, default_missing_value = "-")]
    ics: Option<PathBuf>,
    /// Replaces a calendar's file that is there
    #[arg(long, requires = "ics")]
    force: bool,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Follows the plan of a file, or the one of a pack that was added
    Set(set::Set),
    /// Follows no plan any more
    Clear,
    /// Lets the system's own timer remind you
    Remind(remind::Remind),
    /// Shows the reminder, if the plan has something for tonight
    #[command(hide = true)]
    Notify,
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "a day is written as 2026-12-01: year, month, day".to_string())
}

impl Plan {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        match (&self.verb, &self.ics) {
            (Some(Verb::Set(verb)), _) => verb.run(around),
            (Some(Verb::Clear), _) => set::clear(),
            (Some(Verb::Remind(verb)), _) => verb.run(around),
            (Some(Verb::Notify), _) => remind::notify(around),
            (None, Some(file)) => calendar::write(file, self.force, around),
            (None, None) => show::show(self.on.unwrap_or_else(current::today), self.json, around),
        }
    }
}
