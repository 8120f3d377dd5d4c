//! How a session changes for its listener: what the profile and its cautions ask for, and what of it came to bear.
//!
//! Steps ask ([`Wishes::wants`], [`Wishes::keeps_away_from`]) while they are expanded; what they were told is remembered,
//! so that the listener reads what was changed and why, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use crate::practice::{self, Adaptation, BreathingPattern, Caution, Phrases, Region, Urgency, pattern};

use super::profile::{Anchor, Profile};

/// Why something is changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// The author leaves it out of this session; nobody need be told.
    Author,
    /// It was asked for this once.
    Asked,
    /// The therapist who handed the session over wants it so.
    Therapist,
    /// The listener's profile says so.
    Settings,
    /// A caution applies, by its id.
    Caution(&'static str),
}

/// A way in which a session may change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    Anchor,
    WithoutHolds,
    Breathe,
    ListenOnly,
    ReleaseOnly,
    HandsOnly,
    HoldInstead,
    Imagine,
    NoHeat,
    SideLying,
    Seated,
    ShortAndOpen,
    SlowReturn,
    SmallMovements,
}

impl Change {
    /// The end of its phrase's id.
    fn phrase(self, anchor: Anchor) -> String {
        let name = match self {
            Change::Anchor => return format!("changed-anchor-{}", anchor.as_str()),
            Change::WithoutHolds => "without-holds",
            Change::Breathe => "breathe",
            Change::ListenOnly => "listen-only",
            Change::ReleaseOnly => "release-only",
            Change::HandsOnly => "hands-only",
            Change::HoldInstead => "hold-instead",
            Change::Imagine => "imagine",
            Change::NoHeat => "no-heat",
            Change::SideLying => "side-lying",
            Change::Seated => "seated",
            Change::ShortAndOpen => "short-and-open",
            Change::SlowReturn => "slow-return",
            Change::SmallMovements => "small-movements",
        };
        format!("changed-{name}")
    }
}

/// How far a region is kept away from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Away {
    /// No touch; imagining it is fine.
    Untouched,
    /// Neither touched nor tensed.
    Avoided,
    /// Neither touched, tensed, visited nor named.
    Unnamed,
}

/// What a listener wishes, and what of it came to bear.
#[derive(Clone, Debug, Default)]
pub(super) struct Wishes {
    changes: BTreeMap<Change, BTreeSet<Why>>,
    away: BTreeMap<&'static str, BTreeMap<Away, BTreeSet<Why>>>,
    anchor: Option<Anchor>,
    /// Patterns in place of others: what comes, in place of which; of any, if none is named.
    patterns: Vec<(&'static BreathingPattern, &'static [String])>,
    /// Regions of [`Change::HoldInstead`].
    held: BTreeSet<String>,
    emergencies: Vec<&'static Caution>,
    used: BTreeSet<Change>,
    used_away: BTreeSet<(Away, &'static str)>,
}

impl Wishes {
    /// What the kept profile, what the therapist knows, and what was asked for this once come to, together.
    pub(super) fn of(kept: &Profile, therapist: &Profile, asked: &Profile) -> Wishes {
        let mut wishes = Wishes::default();
        for (profile, why) in [(asked, Why::Asked), (kept, Why::Settings), (therapist, Why::Therapist)] {
            if let Some(anchor) = profile.anchor {
                wishes.anchor.get_or_insert(anchor);
                wishes.want(Change::Anchor, why.clone());
            }
            if profile.without_holds {
                wishes.want(Change::WithoutHolds, why.clone());
            }
            for name in &profile.leave_out {
                wishes.leave_out(name, why.clone());
            }
            for own in &profile.cautions {
                if let Some(caution) = practice::caution(&own.id) {
                    wishes.apply(caution, &own.places);
                }
            }
        }
        wishes
    }

    /// Leaves a region or a group out of everything.
    pub(super) fn leave_out(&mut self, name: &str, why: Why) {
        for region in super::profile::places_named(name).unwrap_or_default() {
            self.keep_away(&region.id, Away::Unnamed, why.clone());
        }
    }

    fn want(&mut self, change: Change, why: Why) {
        self.changes.entry(change).or_default().insert(why);
    }

    fn keep_away(&mut self, region: &str, away: Away, why: Why) {
        if let Some(region) = practice::region(region) {
            self.away.entry(&region.id).or_default().entry(away).or_default().insert(why);
        }
    }

    fn apply(&mut self, caution: &'static Caution, places: &[String]) {
        let why = || Why::Caution(&caution.id);
        if caution.urgency == Urgency::Emergency {
            self.emergencies.push(caution);
        }
        for adaptation in &caution.then {
            let change = match adaptation {
                Adaptation::NoSession => continue,
                Adaptation::LeaveOut(regions) => {
                    regions.iter().for_each(|region| self.keep_away(region, Away::Avoided, why()));
                    continue;
                }
                Adaptation::AskWhere => {
                    let regions = places.iter().flat_map(|name| super::profile::places_named(name).unwrap_or_default());
                    regions.for_each(|region| self.keep_away(&region.id, Away::Avoided, why()));
                    continue;
                }
                Adaptation::NoTouch(regions) => {
                    regions.iter().for_each(|region| self.keep_away(region, Away::Untouched, why()));
                    continue;
                }
                Adaptation::HoldInstead(regions) => {
                    self.held.extend(regions.iter().cloned());
                    Change::HoldInstead
                }
                Adaptation::Breathe { to, from } => {
                    self.patterns.extend(pattern(to).map(|to| (to, from.as_slice())));
                    Change::Breathe
                }
                Adaptation::Anchor => {
                    self.anchor.get_or_insert(Anchor::Hands);
                    Change::Anchor
                }
                Adaptation::ListenOnly => Change::ListenOnly,
                Adaptation::WithoutHolds => Change::WithoutHolds,
                Adaptation::ReleaseOnly => Change::ReleaseOnly,
                Adaptation::HandsOnly => Change::HandsOnly,
                Adaptation::Imagine => {
                    // Where the listener said which places are sensitive, only those are imagined.
                    if !places.is_empty() {
                        let regions =
                            places.iter().flat_map(|name| super::profile::places_named(name).unwrap_or_default());
                        regions.for_each(|region| self.keep_away(&region.id, Away::Untouched, why()));
                        continue;
                    }
                    Change::Imagine
                }
                Adaptation::NoHeat => Change::NoHeat,
                Adaptation::SideLying => Change::SideLying,
                Adaptation::Seated => Change::Seated,
                Adaptation::ShortAndOpen => Change::ShortAndOpen,
                Adaptation::SlowReturn => Change::SlowReturn,
                Adaptation::SmallMovements => Change::SmallMovements,
            };
            self.want(change, why());
        }
    }

    /// Whether a change is wished for. Asking is making it: ask only where it would change something.
    pub(super) fn wants(&mut self, change: Change) -> bool {
        let wanted = self.changes.contains_key(&change);
        if wanted {
            self.used.insert(change);
        }
        wanted
    }

    /// The anchor in place of the breath, if there is one.
    pub(super) fn anchor(&mut self) -> Option<Anchor> {
        self.wants(Change::Anchor).then_some(self.anchor).flatten()
    }

    /// The pattern in place of another, if there is one: the one that only notices the breath before any rhythm.
    pub(super) fn pattern_for(&self, asked: &BreathingPattern) -> Option<&'static BreathingPattern> {
        let suited = self.patterns.iter().filter(|(_, from)| from.is_empty() || from.contains(&asked.id));
        suited.map(|(to, _)| *to).min_by_key(|to| to.rate().is_some())
    }

    /// Whether a region gets a still hand in place of anything else.
    pub(super) fn holds_instead(&mut self, region: &Region) -> bool {
        self.held.contains(&region.id) && self.wants(Change::HoldInstead)
    }

    /// How far a region is kept away from, the farthest first, if at all. Asking is doing it.
    pub(super) fn keeps_away_from(&mut self, region: &Region) -> Option<Away> {
        let away = self.is_kept_away_from(region)?;
        self.used_away.insert((away, self.away.get_key_value(region.id.as_str())?.0));
        Some(away)
    }

    /// The same without doing anything.
    pub(super) fn is_kept_away_from(&self, region: &Region) -> Option<Away> {
        Some(*self.away.get(region.id.as_str())?.last_key_value()?.0)
    }

    /// The regions that words may not name: those that are left out, or neither touched nor tensed.
    pub(super) fn unspoken(&self) -> impl Iterator<Item = &'static str> + '_ {
        let far = |away: &BTreeMap<Away, BTreeSet<Why>>| away.keys().any(|away| *away >= Away::Avoided);
        self.away.iter().filter(move |(_, away)| far(away)).map(|(region, _)| *region)
    }

    /// Remembers that words about a region were left out.
    pub(super) fn left_words_out(&mut self, region: &'static str) {
        if let Some((away, _)) = self.away.get(region).and_then(BTreeMap::last_key_value) {
            self.used_away.insert((*away, region));
        }
    }

    /// Cautions for which there is no session.
    pub(super) fn emergencies(&self) -> &[&'static Caution] {
        &self.emergencies
    }

    /// What was changed, and why, a line each.
    pub(super) fn lines(&self, phrases: &Phrases) -> Vec<String> {
        let say = |id: &str| phrases.say(id, 0, &[]);
        let mut lines = Vec::new();
        for change in &self.used {
            let Some(whys) = self.changes.get(change) else { continue };
            let what = say(&change.phrase(self.anchor.unwrap_or(Anchor::Hands)));
            lines.extend(because(phrases, &what, whys.iter()));
        }
        // Regions that are left out for the same reasons share a line.
        let mut together: BTreeMap<(Away, Vec<&Why>), Vec<&'static str>> = BTreeMap::new();
        for (away, region) in &self.used_away {
            let whys = self.away.get(region).and_then(|away_from| away_from.get(away));
            together.entry((*away, whys.into_iter().flatten().collect())).or_default().push(region);
        }
        for ((away, whys), regions) in together {
            let mut regions: Vec<&Region> = regions.into_iter().filter_map(practice::region).collect();
            regions.sort_by_key(|region| region.order);
            let names: Vec<String> =
                regions.into_iter().map(|region| phrases.place(practice::Place::region(region, None))).collect();
            let id = if away == Away::Untouched { "changed-no-touch" } else { "changed-leave-out" };
            let what = phrases.say(id, 0, &[("places", practice::Arg::Text(&names.join(", ")))]);
            lines.extend(because(phrases, &what, whys.into_iter()));
        }
        lines
    }
}

/// A change and its reasons; nothing where only the author has one.
fn because<'a>(phrases: &Phrases, what: &str, whys: impl Iterator<Item = &'a Why>) -> Option<String> {
    let reasons: Vec<String> = whys
        .filter_map(|why| match why {
            Why::Author => None,
            Why::Asked => Some(phrases.say("why-asked", 0, &[])),
            Why::Therapist => Some(phrases.say("why-therapist", 0, &[])),
            Why::Settings => Some(phrases.say("why-settings", 0, &[])),
            Why::Caution(id) => Some(phrases.say(&format!("why-{id}"), 0, &[])),
        })
        .collect();
    if reasons.is_empty() {
        return None;
    }
    let why = reasons.join("; ");
    let args = [("change", practice::Arg::Text(what)), ("why", practice::Arg::Text(&why))];
    Some(phrases.say("changed-because", 0, &args))
}
