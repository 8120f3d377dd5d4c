//! Which ear hears more: [`Balance`].

use std::fmt;
use std::str::FromStr;

use super::time::number;

/// How far the sound lies to one side, in percent: -100 is the left ear alone, 0 both, 100 the right one alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Balance(f32);

impl Balance {
    /// Both ears alike.
    pub const MIDDLE: Balance = Balance(0.0);

    /// From -1 (left) to 1 (right).
    pub fn share(self) -> f32 {
        self.0 / 100.0
    }
}

/// Why a text is not a [`Balance`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BalanceError {
    /// A number without its unit.
    #[error("`{0}` has no unit; a balance is written as -30 % (to the left) or 30 % (to the right)")]
    NoUnit(String),
    /// More than all of it.
    #[error("`{0}` is more than all of it; a balance goes from -100 % (left) to 100 % (right)")]
    TooFar(String),
    /// Anything else.
    #[error("`{0}` isn't a balance; it is written as -30 % (to the left) or 30 % (to the right)")]
    Unreadable(String),
}

impl FromStr for Balance {
    type Err = BalanceError;

    fn from_str(text: &str) -> Result<Balance, BalanceError> {
        let text = text.trim();
        let shown = || text.chars().take(40).collect::<String>();
        let (value, unit) = match text.strip_suffix('%') {
            Some(value) => (value.trim_end(), true),
            None => (text, false),
        };
        let (sign, digits) = match value.strip_prefix('-') {
            Some(digits) => (-1.0, digits),
            None => (1.0, value.strip_prefix('+').unwrap_or(value)),
        };
        let percent =
            number(digits).map(|percent| sign * percent as f32).ok_or_else(|| BalanceError::Unreadable(shown()))?;
        match unit {
            // Nothing is nothing in every unit.
            false if percent != 0.0 => Err(BalanceError::NoUnit(shown())),
            _ if percent.abs() > 100.0 => Err(BalanceError::TooFar(shown())),
            // Never -0.
            _ => Ok(Balance(percent + 0.0)),
        }
    }
}

impl fmt::Display for Balance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_side() {
        let read = |text: &str| text.parse::<Balance>().map(Balance::share);
        assert_eq!(read("-100 %"), Ok(-1.0));
        assert_eq!(read("+30%"), Ok(0.3));
        assert_eq!(read("0"), Ok(0.0));
        assert_eq!("-0 %".parse::<Balance>().unwrap().to_string(), "0 %");
        assert_eq!("-30%".parse::<Balance>().unwrap().to_string(), "-30 %");
    }

    #[test]
    fn says_what_is_wrong() {
        let error = |text: &str| text.parse::<Balance>().unwrap_err();
        assert_eq!(error("30"), BalanceError::NoUnit("30".into()));
        assert_eq!(error("-101 %"), BalanceError::TooFar("-101 %".into()));
        for text in ["", "%", "left", "nan %", "inf %", "--3 %"] {
            assert!(matches!(error(text), BalanceError::Unreadable(_)), "{text:?}");
        }
    }
}
