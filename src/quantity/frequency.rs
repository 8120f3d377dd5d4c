//! How high a tone is ([`Carrier`]) and how quickly two of them beat ([`Beat`]), both in Hz ([`Frequency`]).

use std::fmt;
use std::str::FromStr;

use super::time::number;

/// Oscillations a second, written `180 Hz`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Frequency(f64);

impl Frequency {
    /// From a number of Hz that is more than nothing.
    pub fn hertz(frequency: f64) -> Option<Frequency> {
        (frequency > 0.0 && frequency.is_finite()).then_some(Frequency(frequency))
    }

    /// In Hz.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// The tone that carries a beat: from 60 Hz, below which small loudspeakers are silent, to 600 Hz, above which a steady
/// tone tires the ear.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Carrier(Frequency);

impl Carrier {
    /// In Hz.
    pub const LOWEST: f64 = 60.0;
    /// In Hz.
    pub const HIGHEST: f64 = 600.0;

    /// From Hz, if it is in range.
    pub fn hertz(frequency: f64) -> Option<Carrier> {
        (Carrier::LOWEST..=Carrier::HIGHEST).contains(&frequency).then_some(Carrier(Frequency(frequency)))
    }

    /// In Hz.
    pub fn get(self) -> f64 {
        self.0.0
    }
}

impl Default for Carrier {
    /// 180 Hz: low, soft, and still within the reach of a small loudspeaker.
    fn default() -> Carrier {
        Carrier(Frequency(180.0))
    }
}

/// Beats a second: from one in two seconds to 40, where they begin to be heard as roughness.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Beat(Frequency);

impl Beat {
    /// In Hz.
    pub const SLOWEST: f64 = 0.5;
    /// In Hz.
    pub const FASTEST: f64 = 40.0;

    /// From Hz, if it is in range.
    pub fn hertz(frequency: f64) -> Option<Beat> {
        (Beat::SLOWEST..=Beat::FASTEST).contains(&frequency).then_some(Beat(Frequency(frequency)))
    }

    /// In Hz.
    pub fn get(self) -> f64 {
        self.0.0
    }
}

impl Default for Beat {
    /// 5 Hz.
    fn default() -> Beat {
        Beat(Frequency(5.0))
    }
}

/// A carrier and its beat.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tuning {
    /// The tone.
    pub carrier: Carrier,
    /// How quickly it beats; a plain tone doesn't.
    pub beat: Beat,
}

/// Why a text is not a frequency, or not one for its place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrequencyError {
    /// A number without its unit.
    #[error("`{0}` has no unit; a frequency is written as 180 Hz")]
    NoUnit(String),
    /// Not a frequency.
    #[error("`{0}` isn't a frequency; it is written as 180 Hz")]
    Unreadable(String),
    /// Zero or less.
    #[error("a frequency is more than 0 Hz")]
    Nothing,
    /// Not a carrier that can be had.
    #[error("a carrier is between 60 Hz and 600 Hz")]
    Carrier,
    /// Not a beat that can be had.
    #[error("a beat is between 0.5 Hz and 40 Hz")]
    Beat,
}

impl FromStr for Frequency {
    type Err = FrequencyError;

    fn from_str(text: &str) -> Result<Frequency, FrequencyError> {
        let text = text.trim();
        let shown = || text.chars().take(40).collect::<String>();
        let value = ["Hz", "hz", "HZ"].iter().find_map(|unit| text.strip_suffix(unit));
        let Some(value) = value.map(str::trim_end) else {
            let bare = text.parse::<f64>().is_ok_and(f64::is_finite);
            return Err(if bare { FrequencyError::NoUnit(shown()) } else { FrequencyError::Unreadable(shown()) });
        };
        match value.strip_prefix('-') {
            Some(below_zero) if number(below_zero).is_some() => Err(FrequencyError::Nothing),
            _ => {
                let value = number(value).ok_or_else(|| FrequencyError::Unreadable(shown()))?;
                Frequency::hertz(value).ok_or(FrequencyError::Nothing)
            }
        }
    }
}

impl FromStr for Carrier {
    type Err = FrequencyError;

    fn from_str(text: &str) -> Result<Carrier, FrequencyError> {
        let frequency = text.parse::<Frequency>()?;
        Carrier::hertz(frequency.0).ok_or(FrequencyError::Carrier)
    }
}

impl FromStr for Beat {
    type Err = FrequencyError;

    fn from_str(text: &str) -> Result<Beat, FrequencyError> {
        let frequency = text.parse::<Frequency>()?;
        Beat::hertz(frequency.0).ok_or(FrequencyError::Beat)
    }
}

impl fmt::Display for Frequency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Hz", (self.0 * 100.0).round() / 100.0)
    }
}

impl fmt::Display for Carrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Beat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        assert_eq!("180 Hz".parse::<Carrier>().map(Carrier::get), Ok(180.0));
        assert_eq!("432.5Hz".parse::<Carrier>().map(Carrier::get), Ok(432.5));
        assert_eq!("0.5 hz".parse::<Beat>().map(Beat::get), Ok(0.5));
        assert_eq!("40 Hz".parse::<Beat>().map(|beat| beat.to_string()), Ok("40 Hz".to_string()));
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!("180".parse::<Carrier>(), Err(FrequencyError::NoUnit("180".into())));
        assert_eq!("59 Hz".parse::<Carrier>(), Err(FrequencyError::Carrier));
        assert_eq!("601 Hz".parse::<Carrier>(), Err(FrequencyError::Carrier));
        assert_eq!("0.4 Hz".parse::<Beat>(), Err(FrequencyError::Beat));
        assert_eq!("41 Hz".parse::<Beat>(), Err(FrequencyError::Beat));
        assert_eq!("0 Hz".parse::<Beat>(), Err(FrequencyError::Nothing));
        assert_eq!("-5 Hz".parse::<Beat>(), Err(FrequencyError::Nothing));
        for text in ["", "Hz", "low", "nan Hz", "inf Hz", "5 kHz", "5 Hertz"] {
            assert!(matches!(text.parse::<Beat>(), Err(FrequencyError::Unreadable(_))), "{text:?}");
        }
    }
}
