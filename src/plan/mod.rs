//! A plan: which session on which evenings, for how many weeks, and what comes after it.
//!
//! ```text
//! plan.yaml ─read─▶ Found (Plan, and the place of each word) ─▶ week of a date ─▶ tonight
//!                                                            └▶ calendar, timer
//! ```
//!
//! A plan is a small value. Which sessions exist, what was played when, and how any of this is shown is not this room's
//! to know: whoever asks brings titles and evenings. `docs/plan.md` describes the file.

mod calendar;
mod file;
mod kept;
pub mod timer;
mod value;
mod week;

pub use calendar::{EventText, calendar};
pub use file::{Found, PhasePlaces, PlanError, read, read_text, schema};
pub use kept::{clear, keep, load, path};
pub use value::{MOST_PHASES, MOST_WEEKS, Often, Phase, Plan};
pub use week::{Day, Standing, evening_of, is_tonight, week};

/// The version of the file that this program writes, and the newest that it reads.
pub const VERSION: u64 = 1;
