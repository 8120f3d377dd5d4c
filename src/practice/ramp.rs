//! Leading the breath from one rate to another, in whole breaths.

use super::breathing::{BreathError, BreathPlan, BreathingPattern};
use crate::quantity::{BreathRate, Frames, Time};

/// How quickly a rate may change, in breaths a minute each minute, before it asks too much of a listener.
pub const STEEPEST: f64 = 1.0;

/// A stretch of breathing.
#[derive(Clone, Debug, PartialEq)]
pub struct BreathRamp {
    /// The breaths, one after the other; the last ends with its out-breath (and the rest that belongs to it).
    pub breaths: Vec<BreathPlan>,
    /// By how much the change is quicker than [`STEEPEST`], in breaths a minute each minute; `None` if it isn't.
    pub too_steep_by: Option<f64>,
}

impl BreathRamp {
    /// The length of all breaths: as near to the time asked for as whole breaths come.
    pub fn length(&self) -> Frames {
        self.breaths.iter().map(BreathPlan::length).sum()
    }
}

/// A stretch of whole breaths whose rate goes evenly from one to another.
///
/// The rate changes in a straight line over the whole duration, which is the gentlest way there: no other keeps its
/// steepest moment as low. With equal rates every breath is the same. The duration decides how many breaths there are,
/// at least one; each keeps the rate of its moment, so the length may differ from the duration by half a breath.
///
/// # Errors
/// If the pattern has no rhythm, if a rate doesn't suit it, or if the duration is nothing or beyond two hours.
pub fn breath_ramp(
    pattern: &BreathingPattern,
    from: BreathRate,
    to: BreathRate,
    duration: Time,
) -> Result<BreathRamp, BreathError> {
    if duration.is_zero() || duration > Time::from_secs(7200) {
        return Err(BreathError::Length);
    }
    pattern.scale(from)?;
    pattern.scale(to)?;

    let minutes = duration.seconds() / 60.0;
    let slope = (to.get() - from.get()) / minutes;
    // After t minutes, from * t + slope / 2 * t² breaths have passed: breath n begins where that is n. Past the duration
    // the rate stays at `to`.
    let all = (from.get() + to.get()) / 2.0 * minutes;
    let begins = |n: f64| {
        if n >= all {
            minutes + (n - all) / to.get()
        } else {
            2.0 * n / (from.get() + (from.get() * from.get() + 2.0 * slope * n).max(0.0).sqrt())
        }
    };
    let (below, above) = (all.floor().max(1.0), all.ceil().max(1.0));
    let above_is_nearer = (begins(above) - minutes).abs() < (begins(below) - minutes).abs();
    let count = if above_is_nearer { above } else { below } as u64;

    let mut breaths = Vec::with_capacity(count as usize);
    let mut at = Frames::ZERO;
    for n in 1..=count {
        let next = Frames::from_seconds(begins(n as f64) * 60.0);
        breaths.push(pattern.breath_of(next.saturating_sub(at))?);
        at = next;
    }
    let steep = slope.abs() - STEEPEST;
    Ok(BreathRamp { breaths, too_steep_by: (steep > 1e-9).then_some(steep) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::breathing::{pattern, patterns};
    use super::*;

    fn rate(per_minute: f64) -> BreathRate {
        BreathRate::per_minute(per_minute).expect("a rate")
    }

    fn ramp(name: &str, from: f64, to: f64, secs: u64) -> Result<BreathRamp, BreathError> {
        breath_ramp(pattern(name).expect("a pattern"), rate(from), rate(to), Time::from_secs(secs))
    }

    #[test]
    fn an_even_stretch_keeps_its_rate() {
        let even = ramp("longer-out", 6.0, 6.0, 300).expect("a ramp");
        assert_eq!((even.breaths.len(), even.length()), (30, Frames::from_secs(300)));
        assert!(even.breaths.iter().all(|breath| breath.length() == Frames::from_secs(10)));
        let nearest = ramp("longer-out", 6.0, 6.0, 34).expect("a ramp");
        assert_eq!(nearest.length(), Frames::from_secs(30));
        assert_eq!(ramp("longer-out", 6.0, 6.0, 1).expect("a ramp").breaths.len(), 1);
    }

    #[test]
    fn a_ramp_slows_smoothly_from_one_rate_to_the_other() {
        let down = ramp("even", 12.0, 5.5, 420).expect("a ramp");
        assert_eq!(down.too_steep_by, None);
        let rates: Vec<f64> = down.breaths.iter().filter_map(|breath| breath.rate().map(BreathRate::get)).collect();
        assert!(rates.is_sorted_by(|one, next| one > next), "{rates:?}");
        assert!((rates[0] - 12.0).abs() < 0.1 && (rates[rates.len() - 1] - 5.5).abs() < 0.15, "{rates:?}");
        let up = ramp("even", 5.5, 8.0, 180).expect("a ramp");
        assert!(up.breaths.is_sorted_by_key(|breath| std::cmp::Reverse(breath.length())));
    }

    #[test]
    fn says_how_much_too_steep() {
        let steep = ramp("even", 12.0, 5.5, 300).expect("a ramp").too_steep_by.expect("too steep");
        assert!((steep - 0.3).abs() < 1e-9, "{steep}");
        assert_eq!(ramp("even", 12.0, 6.0, 360).expect("a ramp").too_steep_by, None);
    }

    #[test]
    fn refuses_what_nobody_can_breathe() {
        assert!(matches!(ramp("box", 12.0, 3.75, 600), Err(BreathError::TooFast { .. })));
        assert_eq!(ramp("even", 12.0, 0.5, 600), Err(BreathError::TooSlow));
        assert_eq!(ramp("even", 12.0, 6.0, 0), Err(BreathError::Length));
        assert_eq!(ramp("natural", 12.0, 6.0, 60), Err(BreathError::NoRhythm));
    }

    proptest! {
        #[test]
        fn whole_breaths_as_near_as_they_come(
            which in 1..patterns().len(), from in 3.0..20.0f64, to in 3.0..20.0f64, secs in 1u64..1800,
        ) {
            let pattern = &patterns()[which];
            let fastest = pattern.fastest().map_or(20.0, BreathRate::get);
            let (from, to) = (from.min(fastest), to.min(fastest));
            let ramp = breath_ramp(pattern, rate(from), rate(to), Time::from_secs(secs)).expect("a ramp");
            let longest = 60.0 / from.min(to);
            let off = (ramp.length().seconds() - secs as f64).abs();
            prop_assert!(off <= longest / 2.0 + 0.001 || ramp.breaths.len() == 1, "off by {off} s of {longest} s");
            for breath in &ramp.breaths {
                let last = breath.phases().filter(|(phase, _)| *phase != super::super::Phase::Rest).last();
                prop_assert_eq!(last.map(|(phase, _)| phase), Some(super::super::Phase::Out));
                for (phase, length) in breath.phases() {
                    prop_assert!(length.seconds() >= phase.shortest() - 0.001);
                }
            }
            for pair in ramp.breaths.windows(2) {
                let change = pair[1].length().seconds() / pair[0].length().seconds();
                prop_assert!(change > 0.0 && (change - 1.0) * (from - to).signum() >= -0.001);
            }
        }
    }
}
