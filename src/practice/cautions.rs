//! Cautions: what is refused, what needs a reason, what a listener is told, and how a session adapts to a listener.
//!
//! Their sentences are phrases (`caution-<id>`, and `ask-<id>` for the listener's profile), so that they exist in every
//! language; what can be checked by a machine stands in `cautions.yaml`.

use serde::{Deserialize, Serialize};

use super::tables::{entry, find, listed, maybe_written, tables};
use crate::quantity::{BreathRate, Pressure, Time};

/// What a caution does to a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Shown, and spoken, to the listener before the session.
    Tell,
    /// Needs the author's written reason.
    Warn,
    /// An error that nothing switches off.
    Refuse,
}

/// How pressing a caution is when it applies to a listener.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Urgency {
    /// Good to know.
    Info,
    /// The session is changed a little.
    Adapt,
    /// What it names is left out.
    Avoid,
    /// What it names isn't done until somebody has looked at it.
    Stop,
    /// Whom to call, and no session.
    Emergency,
}

/// How a session changes for a listener to whom a caution applies.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Adaptation {
    /// No session at all.
    NoSession,
    /// No touch and no tensing; breathing and listening stay.
    ListenOnly,
    /// These regions are neither touched nor tensed.
    LeaveOut(Vec<String>),
    /// The listener says which regions are neither touched nor tensed.
    AskWhere,
    /// No touch on these regions.
    NoTouch(Vec<String>),
    /// Breaths with holds become breaths without.
    WithoutHolds,
    /// A breath becomes another pattern.
    Breathe {
        /// Which.
        to: String,
        /// Only a breath of one of these patterns; any, if there are none.
        #[serde(default)]
        from: Vec<String>,
    },
    /// Another anchor than the breath.
    Anchor,
    /// Letting go only, with no tensing.
    ReleaseOnly,
    /// Hands only, no tools, pressure at most 2.
    HandsOnly,
    /// A warm, still hand in place of what moves or presses, on these regions.
    HoldInstead(Vec<String>),
    /// Imagining the touch.
    Imagine,
    /// Nothing warm.
    NoHeat,
    /// Lying on the side, or propped up, rather than flat.
    SideLying,
    /// Sitting rather than standing.
    Seated,
    /// Short, and with open eyes.
    ShortAndOpen,
    /// Getting up slowly, with a longer way back.
    SlowReturn,
    /// Small movements only, never to the end.
    SmallMovements,
}

impl Adaptation {
    /// Every region or pattern that it mentions.
    #[cfg(test)]
    pub(super) fn names(&self, see: &mut impl FnMut(&str)) {
        match self {
            Adaptation::LeaveOut(regions) | Adaptation::NoTouch(regions) | Adaptation::HoldInstead(regions) => {
                regions.iter().for_each(|name| see(name));
            }
            Adaptation::Breathe { to, from } => std::iter::once(to).chain(from).for_each(|name| see(name)),
            _ => {}
        }
    }
}

/// What kind of thing a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ActKind {
    /// Breathing.
    Breathe,
    /// Body scan.
    Scan,
    /// Tensing and letting go.
    Relax,
    /// Self-massage.
    Massage,
    /// The whole session.
    Session,
}

/// One thing that a session does, as far as a caution needs to know it. What isn't known is left at its default.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Act<'a> {
    /// What kind of thing; a caution that asks for a kind never matches without one.
    pub kind: Option<ActKind>,
    /// The region's id.
    pub region: Option<&'a str>,
    /// The technique's id.
    pub technique: Option<&'a str>,
    /// The tool's id.
    pub tool: Option<&'a str>,
    /// How firm.
    pub pressure: Option<Pressure>,
    /// How long, on one area.
    pub length: Option<Time>,
    /// The breathing pattern's id.
    pub pattern: Option<&'a str>,
    /// The longest hold of the breath.
    pub hold: Option<Time>,
    /// The slowest breathing.
    pub slowest: Option<BreathRate>,
    /// The fastest breathing.
    pub fastest: Option<BreathRate>,
    /// The longest time without a word, in a session that isn't for sleep.
    pub silence: Option<Time>,
}

/// When a caution applies: all that is stated here must hold. An empty list holds for everything.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct Condition {
    /// Of one of these kinds.
    pub kinds: Vec<ActKind>,
    /// On one of these regions.
    pub regions: Vec<String>,
    /// With one of these techniques.
    pub techniques: Vec<String>,
    /// With one of these tools.
    pub tools: Vec<String>,
    /// With one of these breathing patterns.
    pub patterns: Vec<String>,
    /// Firmer than this.
    #[serde(deserialize_with = "maybe_written")]
    pub pressure_above: Option<Pressure>,
    /// As firm as this, neither more nor less.
    #[serde(deserialize_with = "maybe_written")]
    pub pressure_is: Option<Pressure>,
    /// Longer than this on one area (for breathing: altogether).
    #[serde(deserialize_with = "maybe_written")]
    pub longer_than: Option<Time>,
    /// Holding the breath as long as this, or longer.
    #[serde(deserialize_with = "maybe_written")]
    pub hold_from: Option<Time>,
    /// Holding the breath longer than this.
    #[serde(deserialize_with = "maybe_written")]
    pub hold_above: Option<Time>,
    /// Breathing slower than this.
    #[serde(deserialize_with = "maybe_written")]
    pub slower_than: Option<BreathRate>,
    /// Breathing faster than this.
    #[serde(deserialize_with = "maybe_written")]
    pub faster_than: Option<BreathRate>,
    /// Longer than this without a word.
    #[serde(deserialize_with = "maybe_written")]
    pub silence_above: Option<Time>,
}

impl Condition {
    /// Whether it holds for an act. What the act doesn't say counts as not holding.
    pub fn holds(&self, act: &Act<'_>) -> bool {
        let one_of = |list: &[String], name: Option<&str>| {
            list.is_empty() || name.is_some_and(|name| list.iter().any(|entry| entry == name))
        };
        fn past<T: Copy>(limit: Option<T>, value: Option<T>, test: impl Fn(T, T) -> bool) -> bool {
            limit.is_none_or(|limit| value.is_some_and(|value| test(value, limit)))
        }
        (self.kinds.is_empty() || act.kind.is_some_and(|kind| self.kinds.contains(&kind)))
            && one_of(&self.regions, act.region)
            && one_of(&self.techniques, act.technique)
            && one_of(&self.tools, act.tool)
            && one_of(&self.patterns, act.pattern)
            && past(self.pressure_above, act.pressure, |value, limit| value > limit)
            && past(self.pressure_is, act.pressure, |value, limit| value == limit)
            && past(self.longer_than, act.length, |value, limit| value > limit)
            && past(self.hold_from, act.hold, |value, limit| value >= limit)
            && past(self.hold_above, act.hold, |value, limit| value > limit)
            && past(self.slower_than, act.slowest, |value, limit| value < limit)
            && past(self.faster_than, act.fastest, |value, limit| value > limit)
            && past(self.silence_above, act.silence, |value, limit| value > limit)
    }
}

/// A caution, from `cautions.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Caution {
    /// Its name in scripts and in the listener's profile.
    pub id: String,
    /// One line about it, for authors.
    pub about: String,
    /// Other names that are understood.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it does to a script.
    pub severity: Severity,
    /// When it applies, if a machine can tell: any one of these. None where wording decides, or only the listener knows.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// How pressing it is for a listener to whom it applies.
    pub urgency: Urgency,
    /// Whether the listener's profile asks about it (its question is the phrase `ask-<id>`).
    #[serde(default)]
    pub ask: bool,
    /// What changes for a listener to whom it applies.
    #[serde(default)]
    pub then: Vec<Adaptation>,
    /// Where this comes from.
    pub source: String,
}
entry!(Caution, also);

/// All cautions.
pub fn cautions() -> &'static [Caution] {
    &tables().cautions
}

/// The caution with this name or other name.
pub fn caution(name: &str) -> Option<&'static Caution> {
    find(cautions(), name)
}

/// Every caution's name and line.
pub fn caution_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(cautions())
}

/// The cautions that an act calls for, the gravest first.
pub fn cautions_for(act: &Act<'_>) -> Vec<&'static Caution> {
    let mut found: Vec<&Caution> =
        cautions().iter().filter(|caution| caution.when.iter().any(|condition| condition.holds(act))).collect();
    found.sort_by_key(|caution| std::cmp::Reverse(caution.severity));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(act: &Act<'_>) -> Vec<&'static str> {
        cautions_for(act).iter().map(|caution| caution.id.as_str()).collect()
    }

    #[test]
    fn breathing_is_judged_by_its_holds_and_rates() {
        let breathe = Act { kind: Some(ActKind::Breathe), ..Act::default() };
        let rate = BreathRate::per_minute;
        assert!(ids(&Act { hold: Some(Time::from_secs(4)), ..breathe }).contains(&"breath-holds"));
        assert!(!ids(&Act { hold: Some(Time::from_millis(3900)), ..breathe }).contains(&"breath-holds"));
        assert!(ids(&Act { hold: Some(Time::from_secs(11)), ..breathe }).contains(&"hold-too-long"));
        assert!(ids(&Act { fastest: rate(20.5), ..breathe }).contains(&"too-fast"));
        assert!(!ids(&Act { fastest: rate(20.0), ..breathe }).contains(&"too-fast"));
        let slow = Act { slowest: rate(2.9), ..breathe };
        assert!(ids(&Act { length: Some(Time::from_secs(301)), ..slow }).contains(&"hold-too-long"));
        assert!(!ids(&Act { length: Some(Time::from_secs(300)), ..slow }).contains(&"hold-too-long"));
    }

    #[test]
    fn touch_is_judged_by_its_place_time_and_force() {
        let massage = Act { kind: Some(ActKind::Massage), region: Some("calf"), ..Act::default() };
        assert!(ids(&massage).contains(&"calf-clot"));
        assert!(!ids(&Act { kind: Some(ActKind::Scan), ..massage }).contains(&"calf-clot"));
        let long = |technique, secs| Act { technique: Some(technique), length: Some(Time::from_secs(secs)), ..massage };
        assert!(ids(&long("slow-stroke", 121)).contains(&"long-on-one-spot"));
        assert!(!ids(&long("slow-stroke", 120)).contains(&"long-on-one-spot"));
        assert!(ids(&long("lean", 61)).contains(&"long-on-one-spot"));
        assert_eq!(ids(&Act { region: Some("throat"), ..massage }).first(), Some(&"front-of-neck"));
    }

    #[test]
    fn every_caution_that_is_always_told_reaches_a_session() {
        let session = Act { kind: Some(ActKind::Session), ..Act::default() };
        assert!(ids(&session).contains(&"driving"));
        assert!(!ids(&session).contains(&"long-silence"));
        assert!(ids(&Act { silence: Some(Time::from_secs(301)), ..session }).contains(&"long-silence"));
    }

    #[test]
    fn no_caution_is_idle() {
        for caution in cautions() {
            let by_wording = super::super::tables::tables().wording.iter().any(|entry| entry.caution == caution.id);
            assert!(!caution.when.is_empty() || caution.ask || by_wording, "{} never applies", caution.id);
            assert!(!caution.ask || !caution.then.is_empty(), "{} asks and then does nothing", caution.id);
        }
    }
}
