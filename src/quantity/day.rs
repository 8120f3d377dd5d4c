//! Times of the day, as a clock on the wall shows them: [`TimeOfDay`].

use std::fmt;
use std::str::FromStr;

/// A time of the day to the minute, on a clock of 24 hours: `22:00`, `7:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    minutes: u16,
}

impl TimeOfDay {
    /// From hours (0 to 23) and minutes (0 to 59); nothing for other numbers.
    pub fn new(hours: u16, minutes: u16) -> Option<TimeOfDay> {
        (hours < 24 && minutes < 60).then_some(TimeOfDay { minutes: 60 * hours + minutes })
    }

    /// The hour, from 0 to 23.
    pub fn hour(self) -> u16 {
        self.minutes / 60
    }

    /// The minute of the hour, from 0 to 59.
    pub fn minute(self) -> u16 {
        self.minutes % 60
    }

    /// Whether it lies from one time on and before another, over midnight if the second is the earlier one.
    pub fn is_within(self, from: TimeOfDay, to: TimeOfDay) -> bool {
        match from <= to {
            true => (from..to).contains(&self),
            false => self >= from || self < to,
        }
    }
}

/// Why a text is not a [`TimeOfDay`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` isn't a time of the day; it is written as 22:00 or 7:30")]
pub struct TimeOfDayError(String);

impl FromStr for TimeOfDay {
    type Err = TimeOfDayError;

    fn from_str(text: &str) -> Result<TimeOfDay, TimeOfDayError> {
        let text = text.trim();
        let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| {
            let plain = lengths.contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| digits.parse::<u16>().ok()).flatten()
        };
        let read = || {
            let (hours, minutes) = text.split_once(':')?;
            TimeOfDay::new(number(hours, 1..=2)?, number(minutes, 2..=2)?)
        };
        read().ok_or_else(|| TimeOfDayError(text.chars().take(40).collect()))
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> TimeOfDay {
        text.parse().unwrap()
    }

    #[test]
    fn reads_a_clock() {
        for text in ["0:00", "7:30", "22:00", "23:59"] {
            assert_eq!(at(text).to_string(), text);
        }
        assert_eq!(at("07:05").to_string(), "7:05");
        for text in ["", "7", "24:00", "7:60", "7:5", "7:30:00", "-1:00", "+7:30", "007:30", "10 pm"] {
            assert!(text.parse::<TimeOfDay>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_night_goes_over_midnight() {
        let within = |text: &str| at(text).is_within(at("22:00"), at("7:00"));
        assert!(within("22:00") && within("23:59") && within("0:00") && within("6:59"));
        assert!(!within("7:00") && !within("12:00") && !within("21:59"));
        assert!(at("13:00").is_within(at("12:00"), at("14:00")) && !at("14:00").is_within(at("12:00"), at("14:00")));
    }
}
