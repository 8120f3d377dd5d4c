//! Moments and durations: as people write them ([`Time`]) and as the engine counts them ([`Frames`]).

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Frames in a second, everywhere inside the program.
pub const SAMPLE_RATE: u32 = 48_000;

/// A count of stereo frames at [`SAMPLE_RATE`]: a length, or a place counted from the beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Frames(pub u64);

impl Frames {
    /// The beginning, or no length at all.
    pub const ZERO: Frames = Frames(0);

    /// A whole number of milliseconds, exactly.
    pub const fn from_millis(millis: u64) -> Frames {
        Frames(millis * (SAMPLE_RATE as u64) / 1000)
    }

    /// A whole number of seconds, exactly.
    pub const fn from_secs(secs: u64) -> Frames {
        Frames(secs * SAMPLE_RATE as u64)
    }

    /// The nearest frame to a number of seconds; nothing below zero.
    pub fn from_seconds(seconds: f64) -> Frames {
        Frames((seconds * f64::from(SAMPLE_RATE)).round().max(0.0) as u64)
    }

    /// In seconds.
    pub fn seconds(self) -> f64 {
        self.0 as f64 / f64::from(SAMPLE_RATE)
    }

    /// The difference, or zero where it would be negative.
    pub fn saturating_sub(self, other: Frames) -> Frames {
        Frames(self.0.saturating_sub(other.0))
    }

    /// As a clock would show it: `0:07`, `12:30`, `1:02:03`. Whole seconds, rounded down.
    pub fn clock(self) -> String {
        let all = self.0 / u64::from(SAMPLE_RATE);
        let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
        match hours {
            0 => format!("{minutes}:{seconds:02}"),
            _ => format!("{hours}:{minutes:02}:{seconds:02}"),
        }
    }
}

impl Add for Frames {
    type Output = Frames;
    fn add(self, other: Frames) -> Frames {
        Frames(self.0 + other.0)
    }
}

impl AddAssign for Frames {
    fn add_assign(&mut self, other: Frames) {
        self.0 += other.0;
    }
}

impl Sub for Frames {
    type Output = Frames;
    fn sub(self, other: Frames) -> Frames {
        Frames(self.0 - other.0)
    }
}

impl Sum for Frames {
    fn sum<I: Iterator<Item = Frames>>(all: I) -> Frames {
        all.fold(Frames::ZERO, Add::add)
    }
}

/// A length of time as written in a script: `8s`, `1.5s`, `90s`, `1:30`, `1:02:03`, `5m`, `1h 30m`, `250ms`.
///
/// Kept in whole microseconds, from nothing to [`Time::LONGEST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    micros: u64,
}

impl Time {
    /// The longest time that can be written: a day.
    pub const LONGEST: Time = Time { micros: 86_400_000_000 };

    /// A whole number of milliseconds.
    pub const fn from_millis(millis: u64) -> Time {
        Time { micros: millis * 1000 }
    }

    /// A whole number of seconds.
    pub const fn from_secs(secs: u64) -> Time {
        Time { micros: secs * 1_000_000 }
    }

    /// In seconds.
    pub fn seconds(self) -> f64 {
        self.micros as f64 / 1e6
    }

    /// In frames, to the nearest: the one place where written time becomes counted time.
    pub fn frames(self) -> Frames {
        Frames((self.micros * u64::from(SAMPLE_RATE) + 500_000) / 1_000_000)
    }

    /// In whole milliseconds, rounded down.
    pub fn millis(self) -> u64 {
        self.micros / 1000
    }

    /// Whether it is no time at all.
    pub fn is_zero(self) -> bool {
        self.micros == 0
    }
}

/// Why a text is not a [`Time`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// A number without its unit.
    #[error("`{0}` has no unit; a time is written as 90s, 1:30 or 5m")]
    NoUnit(String),
    /// Below zero.
    #[error("a time can't be negative")]
    Negative,
    /// Over a day.
    #[error("that is longer than a day (24h), the most that can be asked for")]
    TooLong,
    /// Anything else.
    #[error("`{0}` isn't a time; a time is written as 90s, 1:30 or 5m")]
    Unreadable(String),
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Time, TimeError> {
        let text = text.trim();
        let unreadable = || TimeError::Unreadable(text.chars().take(40).collect());
        if text.starts_with('-') {
            return Err(TimeError::Negative);
        }
        let seconds = if text.contains(':') { clock(text) } else { units(text)? }.ok_or_else(unreadable)?;
        if seconds > Time::LONGEST.seconds() {
            return Err(TimeError::TooLong);
        }
        Ok(Time { micros: (seconds * 1e6).round() as u64 })
    }
}

/// `1:30`, `0:07.5`, `1:02:03`.
fn clock(text: &str) -> Option<f64> {
    let parts: Vec<&str> = text.split(':').collect();
    let (seconds, larger) = parts.split_last()?;
    if larger.len() > 2 || seconds.split('.').next()?.len() != 2 {
        return None;
    }
    let seconds = number(seconds).filter(|s| *s < 60.0)?;
    let mut whole = 0.0;
    for (place, part) in larger.iter().enumerate() {
        let longest = if place > 0 { 2 } else { 6 };
        if part.is_empty() || part.len() > longest || !part.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let part: f64 = part.parse().ok()?;
        if place > 0 && part >= 60.0 {
            return None;
        }
        whole = whole * 60.0 + part;
    }
    Some(whole * 60.0 + seconds)
}

/// `90s`, `1h 30m`, `1.5s`, `250ms`.
fn units(text: &str) -> Result<Option<f64>, TimeError> {
    let mut rest = text;
    let mut seconds = 0.0;
    let mut smallest = f64::INFINITY;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
        let (value, after) = rest.split_at(digits);
        let Some(value) = number(value) else { return Ok(None) };
        let after = after.trim_start();
        let letters = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        let unit = match unit {
            "ms" => 0.001,
            "s" | "sec" => 1.0,
            "m" | "min" => 60.0,
            "h" => 3600.0,
            "" => return Err(TimeError::NoUnit(text.chars().take(40).collect())),
            _ => return Ok(None),
        };
        if unit >= smallest {
            return Ok(None);
        }
        smallest = unit;
        seconds += value * unit;
        rest = after.trim_start();
    }
    Ok(smallest.is_finite().then_some(seconds))
}

/// A plain decimal number, such as `90` or `1.5`: no sign, no exponent.
pub(super) fn number(text: &str) -> Option<f64> {
    let plain = !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && text.starts_with(|c: char| c.is_ascii_digit())
        && !text.ends_with('.');
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.micros / 1_000_000, self.micros % 1_000_000);
        if part != 0 {
            return write!(f, "{}s", self.seconds());
        }
        match (whole / 3600, whole / 60 % 60, whole % 60) {
            (0, 0, seconds) => write!(f, "{seconds}s"),
            (0, minutes, 0) => write!(f, "{minutes}m"),
            (0, minutes, seconds) => write!(f, "{minutes}:{seconds:02}"),
            (hours, 0, 0) => write!(f, "{hours}h"),
            (hours, minutes, seconds) => write!(f, "{hours}:{minutes:02}:{seconds:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(text: &str) -> f64 {
        text.parse::<Time>().map_or(f64::NAN, Time::seconds)
    }

    #[test]
    fn reads_what_people_write() {
        assert_eq!(seconds("8s"), 8.0);
        assert_eq!(seconds("1.5 s"), 1.5);
        assert_eq!(seconds("1:30"), 90.0);
        assert_eq!(seconds("0:07.25"), 7.25);
        assert_eq!(seconds("1:02:03"), 3723.0);
        assert_eq!(seconds("5m"), 300.0);
        assert_eq!(seconds("5 min"), 300.0);
        assert_eq!(seconds("1h 30m"), 5400.0);
        assert_eq!(seconds("250ms"), 0.25);
    }

    #[test]
    fn says_what_is_wrong() {
        let error = |text: &str| text.parse::<Time>().err();
        assert_eq!(error("90"), Some(TimeError::NoUnit("90".into())));
        assert_eq!(error("-3s"), Some(TimeError::Negative));
        assert_eq!(error("9999999h"), Some(TimeError::TooLong));
        for text in ["", "s", "1:3", "1:60", "5 parsecs", "1s 2s", "1..5s", "é", "1:2:3:04", "NaNs", "1e9s", ":30"] {
            assert!(matches!(error(text), Some(TimeError::Unreadable(_))), "{text:?} gave {:?}", error(text));
        }
    }

    #[test]
    fn prints_what_it_reads() {
        for text in ["8s", "1.5s", "1:30", "5m", "1h", "1:02:03", "0.25s"] {
            assert_eq!(text.parse::<Time>().map(|t| t.to_string()), Ok(text.to_string()));
        }
    }

    #[test]
    fn counts_frames_exactly() {
        assert_eq!(Time::from_secs(28_800).frames(), Frames(1_382_400_000));
        assert_eq!(Time::from_millis(1).frames(), Frames(48));
        assert_eq!(Frames::from_millis(1500), Frames::from_seconds(1.5));
        assert_eq!(Frames::from_secs(3723).clock(), "1:02:03");
        assert_eq!(Frames::from_secs(67).clock(), "1:07");
    }
}
