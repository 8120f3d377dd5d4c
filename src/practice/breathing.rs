//! Breathing patterns, and one breath laid out in whole frames.

use serde::Deserialize;

use super::tables::{Range, entry, find, listed, tables, written};
use crate::quantity::{BreathRate, Frames, Time};

/// A part of a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// The breath in.
    In,
    /// A second, small breath in on top of the first.
    Sip,
    /// Holding, full.
    Hold,
    /// The breath out.
    Out,
    /// Resting, empty, before the next breath.
    Rest,
}

impl Phase {
    /// All, in the order in which they come.
    pub const ALL: [Phase; 5] = [Phase::In, Phase::Sip, Phase::Hold, Phase::Out, Phase::Rest];

    /// As in the phrase ids.
    pub fn as_str(self) -> &'static str {
        match self {
            Phase::In => "in",
            Phase::Sip => "sip",
            Phase::Hold => "hold",
            Phase::Out => "out",
            Phase::Rest => "rest",
        }
    }

    /// The shortest it may become, in seconds, when it is there at all. docs/practice.md: no phase below 1.5 s; the sip, which
    /// is 1 s to begin with, keeps at least half a second.
    pub fn shortest(self) -> f64 {
        if self == Phase::Sip { 0.5 } else { 1.5 }
    }
}

/// How long each part of a breath is. A part of no length isn't there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phases {
    /// The breath in.
    #[serde(rename = "in", deserialize_with = "written")]
    pub inhale: Time,
    /// A second, small breath in.
    #[serde(default, deserialize_with = "written")]
    pub sip: Time,
    /// Holding, full.
    #[serde(default, deserialize_with = "written")]
    pub hold: Time,
    /// The breath out.
    #[serde(rename = "out", deserialize_with = "written")]
    pub exhale: Time,
    /// Resting, empty.
    #[serde(default, deserialize_with = "written")]
    pub rest: Time,
}

impl Phases {
    /// In the order of [`Phase::ALL`].
    pub fn all(&self) -> [Time; 5] {
        [self.inhale, self.sip, self.hold, self.exhale, self.rest]
    }

    /// The whole breath, in seconds.
    pub fn seconds(&self) -> f64 {
        self.all().iter().map(|phase| phase.seconds()).sum()
    }

    /// The longer of the two holds (full and empty).
    pub fn longest_hold(&self) -> Time {
        self.hold.max(self.rest)
    }
}

/// A way of breathing, from `breathing.yaml` or of an author's own.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct BreathingPattern {
    /// Its name in scripts.
    pub id: String,
    /// One line about it.
    pub about: String,
    /// Its usual phases; none where the breath is only noticed.
    pub phases: Option<Phases>,
    /// How long it is usually done.
    pub dose: Range<Time>,
    /// The most breaths in one go, where that is limited.
    pub most_rounds: Option<u32>,
    /// The pattern in its place for whoever goes without holds.
    pub without_holds: Option<String>,
    /// Cautions beyond those that its phases bring.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// What is known of it, honestly.
    pub evidence: String,
    /// Where this comes from.
    pub source: String,
}
entry!(BreathingPattern);

/// Why a breath can't be laid out.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum BreathError {
    /// The pattern has no rhythm of its own.
    #[error("this pattern only notices the breath and has no rate; leave the rate out, or choose another pattern")]
    NoRhythm,
    /// A phase would fall below its shortest.
    #[error("that is too fast for this pattern, whose phases stay at 1.5 s or more; {fastest} is its fastest")]
    TooFast {
        /// The fastest rate of this pattern.
        fastest: BreathRate,
    },
    /// Fewer breaths than anyone takes.
    #[error("that is too slow to breathe; the slowest is 1/min, and 4.5/min is slow already")]
    TooSlow,
    /// No time, or too much.
    #[error("a stretch of breathing lasts more than no time and at most 2 hours")]
    Length,
    /// A phase that is too short, or a pattern without an in or an out.
    #[error("a breath needs an in and an out, and each of its parts lasts 1.5 s or more (a sip 0.5 s)")]
    TooShort,
}

impl BreathingPattern {
    /// A pattern of an author's own.
    ///
    /// # Errors
    /// If it lacks an in or an out, if a part is shorter than [`Phase::shortest`], or if it is slower than 1/min.
    pub fn free(phases: Phases) -> Result<BreathingPattern, BreathError> {
        let mut parts = Phase::ALL.into_iter().zip(phases.all());
        let short = parts.any(|(phase, time)| !time.is_zero() && time.seconds() < phase.shortest());
        if short || phases.inhale.is_zero() || phases.exhale.is_zero() {
            return Err(BreathError::TooShort);
        }
        if phases.seconds() > 60.0 {
            return Err(BreathError::TooSlow);
        }
        Ok(BreathingPattern {
            id: "free".into(),
            about: "A pattern of the author's own.".into(),
            phases: Some(phases),
            dose: Range { least: Time::from_secs(60), most: Time::from_secs(600) },
            most_rounds: None,
            without_holds: None,
            cautions: Vec::new(),
            evidence: String::new(),
            source: "the author".into(),
        })
    }

    /// Its usual rate.
    pub fn rate(&self) -> Option<BreathRate> {
        BreathRate::per_minute(60.0 / self.phases?.seconds())
    }

    /// Whether it holds the breath, full or empty.
    pub fn has_holds(&self) -> bool {
        self.phases.is_some_and(|phases| !phases.longest_hold().is_zero())
    }

    /// The way through it without holds: the pattern that the table names, or the same breath with its holds left out.
    ///
    /// A pattern without holds comes back as it is.
    pub fn without_holds(&self) -> BreathingPattern {
        if !self.has_holds() {
            return self.clone();
        }
        if let Some(other) = self.without_holds.as_deref().and_then(pattern) {
            return other.clone();
        }
        let phases = self.phases.map(|phases| Phases { hold: Time::default(), rest: Time::default(), ..phases });
        BreathingPattern { phases, ..self.clone() }
    }

    /// The fastest rate at which no phase is below its shortest.
    pub fn fastest(&self) -> Option<BreathRate> {
        let phases = self.phases?;
        let there = Phase::ALL.into_iter().zip(phases.all()).filter(|(_, time)| !time.is_zero());
        BreathRate::per_minute(60.0 / there.map(|(phase, _)| phase.shortest()).sum::<f64>())
    }

    /// One breath of this shape at a rate.
    ///
    /// The shape is kept as long as no phase falls below [`Phase::shortest`]; then that phase stays there, and the
    /// others share what is left in their proportion.
    ///
    /// # Errors
    /// If the pattern has no rhythm, or the rate is too fast for it or slower than 1/min.
    pub fn scale(&self, rate: BreathRate) -> Result<BreathPlan, BreathError> {
        if rate.get() < 1.0 {
            return Err(BreathError::TooSlow);
        }
        self.breath_of(Frames::from_seconds(rate.breath_seconds()))
    }

    /// One breath of this shape in exactly this many frames.
    pub(super) fn breath_of(&self, whole: Frames) -> Result<BreathPlan, BreathError> {
        let phases = self.phases.ok_or(BreathError::NoRhythm)?;
        let fastest = self.fastest().ok_or(BreathError::NoRhythm)?;
        // A millisecond of grace: rates are written with few decimals.
        if whole.seconds() < fastest.breath_seconds() - 0.001 {
            return Err(BreathError::TooFast { fastest });
        }
        let weights = phases.all().map(Time::seconds);
        let mut fixed = [false; 5];
        let mut seconds = [0.0; 5];
        // Each round fixes at least one more phase at its shortest, so five are enough.
        for _ in 0..5 {
            let held: f64 = (0..5).filter(|&i| fixed[i]).map(|i| Phase::ALL[i].shortest()).sum();
            let weight: f64 = (0..5).filter(|&i| !fixed[i]).map(|i| weights[i]).sum();
            let mut settled = true;
            for i in (0..5).filter(|&i| weights[i] > 0.0) {
                let shortest = Phase::ALL[i].shortest();
                seconds[i] = if fixed[i] { shortest } else { weights[i] / weight * (whole.seconds() - held) };
                // At its own usual length a phase is never too short.
                if !fixed[i] && seconds[i] < shortest - 1e-6 {
                    fixed[i] = true;
                    settled = false;
                }
            }
            if settled {
                break;
            }
        }
        // Each boundary is rounded, not each phase, so that the parts make exactly the whole.
        let total: f64 = seconds.iter().sum();
        let (mut sum, mut from) = (0.0, 0);
        let parts = seconds.map(|part| {
            sum += part;
            let to = (sum / total * whole.0 as f64).round() as u64;
            let length = Frames(to.saturating_sub(from));
            from = to;
            length
        });
        Ok(BreathPlan { parts })
    }
}

/// One breath, in whole frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreathPlan {
    parts: [Frames; 5],
}

impl BreathPlan {
    /// The parts that are there, in their order. Their lengths make exactly [`BreathPlan::length`].
    pub fn phases(&self) -> impl Iterator<Item = (Phase, Frames)> + '_ {
        Phase::ALL.into_iter().zip(self.parts).filter(|(_, length)| *length > Frames::ZERO)
    }

    /// The length of one part; nothing if it isn't there.
    pub fn part(&self, phase: Phase) -> Frames {
        self.parts[phase as usize]
    }

    /// The whole breath.
    pub fn length(&self) -> Frames {
        self.parts.into_iter().sum()
    }

    /// The rate at which it is one breath.
    pub fn rate(&self) -> Option<BreathRate> {
        BreathRate::per_minute(60.0 / self.length().seconds())
    }
}

/// All patterns.
pub fn patterns() -> &'static [BreathingPattern] {
    &tables().breathing
}

/// The pattern with this name.
pub fn pattern(name: &str) -> Option<&'static BreathingPattern> {
    find(patterns(), name)
}

/// Every pattern's name and line.
pub fn pattern_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(patterns())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(per_minute: f64) -> BreathRate {
        BreathRate::per_minute(per_minute).expect("a rate")
    }

    fn seconds(pattern_name: &str, per_minute: f64) -> Vec<f64> {
        let breath = pattern(pattern_name).expect("a pattern").scale(rate(per_minute)).expect("a breath");
        breath.phases().map(|(_, length)| (length.seconds() * 100.0).round() / 100.0).collect()
    }

    #[test]
    fn a_pattern_keeps_its_shape_at_another_rate() {
        assert_eq!(seconds("longer-out", 6.0), [4.0, 6.0]);
        assert_eq!(seconds("longer-out", 5.0), [4.8, 7.2]);
        assert_eq!(seconds("even", 12.0), [2.5, 2.5]);
        assert_eq!(seconds("box", 3.75), [4.0, 4.0, 4.0, 4.0]);
    }

    #[test]
    fn a_short_phase_stays_and_the_others_share_the_rest() {
        assert_eq!(seconds("sighing", 60.0 / 9.0), [2.0, 1.0, 6.0]);
        assert_eq!(seconds("sighing", 10.0), [1.5, 0.64, 3.86]);
        assert_eq!(seconds("longer-out", 18.0), [1.5, 1.83]);
        assert_eq!(seconds("longer-out", 20.0), [1.5, 1.5]);
    }

    #[test]
    fn the_parts_make_exactly_the_whole() {
        for pattern in patterns().iter().filter(|pattern| pattern.phases.is_some()) {
            for tenths in 30..90 {
                let rate = rate(f64::from(tenths) / 10.0);
                let Ok(breath) = pattern.scale(rate) else { continue };
                assert_eq!(breath.length(), Frames::from_seconds(rate.breath_seconds()), "{} at {rate}", pattern.id);
                for (phase, length) in breath.phases() {
                    assert!(length.seconds() >= phase.shortest() - 0.0001, "{} at {rate}: {phase:?}", pattern.id);
                }
            }
        }
    }

    #[test]
    fn says_what_is_too_fast_or_too_slow() {
        let box_breath = pattern("box").expect("box");
        assert_eq!(box_breath.scale(rate(12.0)), Err(BreathError::TooFast { fastest: rate(10.0) }));
        assert_eq!(box_breath.scale(rate(0.5)), Err(BreathError::TooSlow));
        assert_eq!(pattern("natural").expect("natural").scale(rate(6.0)), Err(BreathError::NoRhythm));
    }

    #[test]
    fn every_pattern_has_a_way_without_holds() {
        for pattern in patterns() {
            let without = pattern.without_holds();
            assert!(!without.has_holds(), "{}", pattern.id);
            assert_eq!(without == *pattern, !pattern.has_holds(), "{}", pattern.id);
        }
        assert!(pattern("4-7-8").is_some_and(BreathingPattern::has_holds));
    }

    #[test]
    fn a_pattern_of_ones_own_is_checked() {
        let secs = Time::from_secs;
        let phases = Phases { inhale: secs(4), hold: secs(2), exhale: secs(6), ..Phases::default() };
        let free = BreathingPattern::free(phases).expect("a pattern");
        assert_eq!(free.rate(), Some(rate(5.0)));
        assert_eq!(free.without_holds().rate(), Some(rate(6.0)));
        let short = Phases { inhale: secs(1), ..phases };
        assert_eq!(BreathingPattern::free(short), Err(BreathError::TooShort));
        assert_eq!(BreathingPattern::free(Phases { inhale: secs(4), ..Phases::default() }), Err(BreathError::TooShort));
        assert_eq!(BreathingPattern::free(Phases { hold: secs(80), ..phases }), Err(BreathError::TooSlow));
    }

    #[test]
    fn the_table_has_the_numbers_of_the_literature() {
        let per_minute =
            |name: &str| pattern(name).and_then(BreathingPattern::rate).map(|rate| (rate.get() * 100.0).round());
        assert_eq!(per_minute("even"), Some(545.0));
        assert_eq!(per_minute("longer-out"), Some(600.0));
        assert_eq!(per_minute("sighing"), Some(667.0));
        assert_eq!(per_minute("box"), Some(375.0));
        assert_eq!(per_minute("4-7-8"), Some(316.0));
        assert_eq!(per_minute("humming"), Some(500.0));
        assert_eq!(per_minute("belly"), Some(600.0));
        assert_eq!(per_minute("natural"), None);
    }
}
