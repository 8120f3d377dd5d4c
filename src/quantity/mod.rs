//! Time, level, balance, frequency, rate, pace and pressure as types, so that none is ever mistaken for another.
//!
//! Conversions live here and nowhere else. Every type that an author may write knows how to read its own notation
//! (`FromStr`) and to print it again (`Display`), and says in its error what would have been right.

mod balance;
mod day;
mod frequency;
mod level;
mod rate;
mod time;

pub use balance::{Balance, BalanceError};
pub use day::{TimeOfDay, TimeOfDayError};
pub use frequency::{Beat, Carrier, Frequency, FrequencyError, Tuning};
pub use level::{Decibels, Level, LevelError, Lufs};
pub use rate::{BreathRate, Pace, Pressure, RateError, stroke};
pub use time::{Frames, SAMPLE_RATE, Time, TimeError};
