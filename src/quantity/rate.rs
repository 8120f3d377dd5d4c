//! How often ([`BreathRate`]), how fast along the skin ([`Pace`]) and how firmly ([`Pressure`]).

use std::fmt;
use std::str::FromStr;

use super::Time;
use super::time::number;

/// Breaths a minute, written `6/min` or `5.5/min`. More than nothing, at most [`BreathRate::FASTEST`].
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct BreathRate(f64);

impl BreathRate {
    /// The highest rate that can be written at all; what is comfortable is the practice's to say.
    pub const FASTEST: f64 = 120.0;

    /// From a number of breaths a minute, if that is above zero and at most [`BreathRate::FASTEST`].
    pub fn per_minute(rate: f64) -> Option<BreathRate> {
        (rate > 0.0 && rate <= BreathRate::FASTEST).then_some(BreathRate(rate))
    }

    /// In breaths a minute.
    pub fn get(self) -> f64 {
        self.0
    }

    /// The length of one breath, in seconds.
    pub fn breath_seconds(self) -> f64 {
        60.0 / self.0
    }
}

/// Centimetres a second along the skin, written `3 cm/s`. More than nothing, at most [`Pace::FASTEST`].
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Pace(f64);

impl Pace {
    /// The highest pace that can be written at all, in cm/s; what is comfortable is the practice's to say.
    pub const FASTEST: f64 = 30.0;

    /// From a number of centimetres a second.
    pub fn cm_per_second(pace: f64) -> Option<Pace> {
        (pace > 0.0 && pace <= Pace::FASTEST).then_some(Pace(pace))
    }

    /// In centimetres a second.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// How firm a touch feels, 0 (no touch) to 10 (the most one could stand).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pressure(u8);

impl Pressure {
    /// From 0 to 10.
    pub fn new(pressure: u8) -> Option<Pressure> {
        (pressure <= 10).then_some(Pressure(pressure))
    }

    /// The number, 0 to 10.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// Why a text is not a rate, a pace or a pressure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// Not a rate of breaths.
    #[error("`{0}` isn't a rate; breaths a minute are written as 6/min or 5.5/min")]
    BreathRate(String),
    /// A rate of zero or less, or one that nobody breathes at.
    #[error("a rate is more than 0/min and at most 120/min")]
    BreathRateRange,
    /// Not a pace.
    #[error("`{0}` isn't a pace; a pace along the skin is written as 3 cm/s")]
    Pace(String),
    /// A pace of zero or less, or one that no hand should move at.
    #[error("a pace is more than 0 cm/s and at most 30 cm/s")]
    PaceRange,
    /// Not a pressure.
    #[error("`{0}` isn't a pressure; it is a whole number from 0 (no touch) to 10 (the most one could stand)")]
    Pressure(String),
}

impl FromStr for BreathRate {
    type Err = RateError;

    fn from_str(text: &str) -> Result<BreathRate, RateError> {
        let value = before_unit(text, &["/min", "/minute", "bpm"]);
        let value = value.ok_or_else(|| RateError::BreathRate(text.chars().take(40).collect()))?;
        BreathRate::per_minute(value).ok_or(RateError::BreathRateRange)
    }
}

impl FromStr for Pace {
    type Err = RateError;

    fn from_str(text: &str) -> Result<Pace, RateError> {
        let value = before_unit(text, &["cm/s"]);
        let value = value.ok_or_else(|| RateError::Pace(text.chars().take(40).collect()))?;
        Pace::cm_per_second(value).ok_or(RateError::PaceRange)
    }
}

impl FromStr for Pressure {
    type Err = RateError;

    fn from_str(text: &str) -> Result<Pressure, RateError> {
        let value = text.trim().parse().ok().and_then(Pressure::new);
        value.ok_or_else(|| RateError::Pressure(text.chars().take(40).collect()))
    }
}

fn before_unit(text: &str, units: &[&str]) -> Option<f64> {
    let text = text.trim();
    let value = units.iter().find_map(|unit| text.strip_suffix(unit))?.trim_end();
    match value.strip_prefix('-') {
        Some(below_zero) => number(below_zero).map(|value| -value),
        None => number(value),
    }
}

impl fmt::Display for BreathRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/min", (self.0 * 10.0).round() / 10.0)
    }
}

impl fmt::Display for Pace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cm/s", self.0)
    }
}

impl fmt::Display for Pressure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The time that one stroke takes over a length of skin at a pace.
pub fn stroke(length_cm: f64, pace: Pace) -> Time {
    Time::from_millis((length_cm / pace.get() * 1000.0).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        assert_eq!("5.5/min".parse::<BreathRate>().map(BreathRate::get), Ok(5.5));
        assert_eq!("12 /min".parse::<BreathRate>().map(BreathRate::breath_seconds), Ok(5.0));
        assert_eq!("3 cm/s".parse::<Pace>().map(Pace::get), Ok(3.0));
        assert_eq!("3".parse::<Pressure>().map(Pressure::get), Ok(3));
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!("0/min".parse::<BreathRate>(), Err(RateError::BreathRateRange));
        assert_eq!("-2/min".parse::<BreathRate>(), Err(RateError::BreathRateRange));
        assert!(matches!("6".parse::<BreathRate>(), Err(RateError::BreathRate(_))));
        assert_eq!("300 cm/s".parse::<Pace>(), Err(RateError::PaceRange));
        assert!(matches!("fast".parse::<Pace>(), Err(RateError::Pace(_))));
        assert!(matches!("11".parse::<Pressure>(), Err(RateError::Pressure(_))));
        assert!(matches!("nan/min".parse::<BreathRate>(), Err(RateError::BreathRate(_))));
    }

    #[test]
    fn a_stroke_lasts_its_length_over_its_pace() {
        let pace = "2.5 cm/s".parse::<Pace>();
        assert_eq!(pace.map(|pace| stroke(25.0, pace)), Ok(Time::from_secs(10)));
    }
}
