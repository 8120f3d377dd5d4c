//! How loud: as a change ([`Decibels`]), as perceived loudness ([`Lufs`]), and as an author writes it ([`Level`]).

use std::fmt;
use std::ops::{Add, Neg, Sub};
use std::str::FromStr;

use super::time::number;

/// A change of level in dB; 0 dB changes nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Decibels(pub f32);

impl Decibels {
    /// No change.
    pub const UNITY: Decibels = Decibels(0.0);
    /// At and below this, nothing is heard: its gain is exactly zero.
    pub const SILENCE: Decibels = Decibels(-90.0);

    /// The factor that multiplies an amplitude.
    pub fn gain(self) -> f32 {
        if self <= Decibels::SILENCE { 0.0 } else { 10f32.powf(self.0 / 20.0) }
    }

    /// The level of an amplitude factor; [`Decibels::SILENCE`] for zero.
    pub fn from_gain(gain: f32) -> Decibels {
        if gain <= 0.0 { Decibels::SILENCE } else { Decibels((20.0 * gain.log10()).max(Decibels::SILENCE.0)) }
    }
}

impl Add for Decibels {
    type Output = Decibels;
    fn add(self, other: Decibels) -> Decibels {
        Decibels(self.0 + other.0)
    }
}

impl Sub for Decibels {
    type Output = Decibels;
    fn sub(self, other: Decibels) -> Decibels {
        Decibels(self.0 - other.0)
    }
}

impl Neg for Decibels {
    type Output = Decibels;
    fn neg(self) -> Decibels {
        Decibels(-self.0)
    }
}

impl fmt::Display for Decibels {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} dB", (self.0 * 10.0).round() / 10.0)
    }
}

/// Perceived loudness (EBU R128, ITU-R BS.1770), in LUFS.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Lufs(pub f32);

impl Lufs {
    /// The softer of two.
    pub fn min(self, other: Lufs) -> Lufs {
        Lufs(self.0.min(other.0))
    }
}

impl Sub for Lufs {
    type Output = Decibels;
    fn sub(self, other: Lufs) -> Decibels {
        Decibels(self.0 - other.0)
    }
}

impl Add<Decibels> for Lufs {
    type Output = Lufs;
    fn add(self, change: Decibels) -> Lufs {
        Lufs(self.0 + change.0)
    }
}

impl fmt::Display for Lufs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} LUFS", self.0)
    }
}

/// A level as written in a script: `-18 dB`, or a share of the full amplitude such as `40 %`.
///
/// From silence to [`Level::LOUDEST`]; kept in dB.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Level(Decibels);

impl Level {
    /// The most that may be written. The guard in the engine keeps even this gentle.
    pub const LOUDEST: Decibels = Decibels(12.0);

    /// In dB.
    pub fn decibels(self) -> Decibels {
        self.0
    }
}

/// Why a text is not a [`Level`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LevelError {
    /// A number without its unit.
    #[error("`{0}` has no unit; a level is written as -18 dB or 40 %")]
    NoUnit(String),
    /// More than [`Level::LOUDEST`].
    #[error("that is louder than +12 dB (or 400 %), the most that can be asked for")]
    TooLoud,
    /// Anything else.
    #[error("`{0}` isn't a level; a level is written as -18 dB or 40 %")]
    Unreadable(String),
}

impl FromStr for Level {
    type Err = LevelError;

    fn from_str(text: &str) -> Result<Level, LevelError> {
        let text = text.trim();
        let shown = || text.chars().take(40).collect::<String>();
        let end = text.find(|c: char| !c.is_ascii_digit() && !"+-.".contains(c)).unwrap_or(text.len());
        let (value, unit) = text.split_at(end);
        let (sign, digits) = match value.strip_prefix('-') {
            Some(digits) => (-1.0, digits),
            None => (1.0, value.strip_prefix('+').unwrap_or(value)),
        };
        let value = number(digits).map(|value| sign * value as f32).ok_or_else(|| LevelError::Unreadable(shown()))?;
        let decibels = match unit.trim() {
            "dB" | "db" | "DB" if value > Level::LOUDEST.0 => return Err(LevelError::TooLoud),
            "dB" | "db" | "DB" => Decibels(value),
            "%" if !text.starts_with(['-', '+']) && value > 400.0 => return Err(LevelError::TooLoud),
            "%" if !text.starts_with(['-', '+']) => Decibels::from_gain(value / 100.0),
            "" => return Err(LevelError::NoUnit(shown())),
            _ => return Err(LevelError::Unreadable(shown())),
        };
        Ok(Level(Decibels(decibels.0.max(Decibels::SILENCE.0))))
    }
}

impl From<Decibels> for Level {
    fn from(decibels: Decibels) -> Level {
        Level(decibels)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decibels(text: &str) -> f32 {
        text.parse::<Level>().map_or(f32::NAN, |level| level.decibels().0)
    }

    #[test]
    fn reads_what_people_write() {
        assert_eq!(decibels("-18 dB"), -18.0);
        assert_eq!(decibels("-18dB"), -18.0);
        assert_eq!(decibels("+3 dB"), 3.0);
        assert_eq!(decibels("100 %"), 0.0);
        assert!((decibels("50%") - -6.02).abs() < 0.01);
        assert_eq!(decibels("0 %"), Decibels::SILENCE.0);
        assert_eq!(Decibels::SILENCE.gain(), 0.0);
    }

    #[test]
    fn says_what_is_wrong() {
        let error = |text: &str| text.parse::<Level>().err();
        assert_eq!(error("-18"), Some(LevelError::NoUnit("-18".into())));
        assert_eq!(error("60 dB"), Some(LevelError::TooLoud));
        for text in ["", "dB", "loud", "-4 %", "nan dB", "inf dB", "3 dBA"] {
            assert!(matches!(error(text), Some(LevelError::Unreadable(_))), "{text:?} gave {:?}", error(text));
        }
    }
}
