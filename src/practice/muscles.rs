//! Progressive muscle relaxation: the groups, how long and how strongly each is tensed.

use serde::{Deserialize, Serialize};

use super::tables::{Range, entry, find, listed, tables};
use crate::quantity::Time;

/// The customary sets of groups, from the longest course to the shortest (Bernstein & Borkovec 1973).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MuscleSet {
    /// Sixteen groups.
    #[serde(rename = "16")]
    Sixteen,
    /// Seven groups: the usual choice.
    #[serde(rename = "7")]
    Seven,
    /// Four groups.
    #[serde(rename = "4")]
    Four,
}

/// How strongly a group is tensed at most: of one's own strength, and never to where it hurts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effort {
    /// About a quarter: necks and legs.
    Quarter,
    /// About a third.
    Third,
    /// About half: the most that is ever asked for.
    Half,
}

impl Effort {
    /// As written in scripts and phrase ids.
    pub fn as_str(self) -> &'static str {
        match self {
            Effort::Quarter => "quarter",
            Effort::Third => "third",
            Effort::Half => "half",
        }
    }
}

/// A muscle group, from `muscles.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MuscleGroup {
    /// Its name in scripts.
    pub id: String,
    /// One line about it.
    pub about: String,
    /// Other names that are understood.
    #[serde(default)]
    pub also: Vec<String>,
    /// The sets to which it belongs; none for groups that are only asked for by name.
    #[serde(default)]
    pub sets: Vec<MuscleSet>,
    /// The regions in it: leaving one of these out means letting go only.
    pub regions: Vec<String>,
    /// How long it may be tensed. The least is also what is usual where the group cramps easily.
    pub tense: Range<Time>,
    /// How long to let go afterwards.
    pub release: Range<Time>,
    /// The strongest effort.
    pub effort: Effort,
    /// Whether it cramps easily, so that the listener is told what to do.
    #[serde(default)]
    pub cramps: bool,
    /// Where this comes from.
    pub source: String,
}
entry!(MuscleGroup, also);

/// All muscle groups.
pub fn muscle_groups() -> &'static [MuscleGroup] {
    &tables().muscles
}

/// The muscle group with this name or other name.
pub fn muscle_group(name: &str) -> Option<&'static MuscleGroup> {
    find(muscle_groups(), name)
}

/// Every muscle group's name and line.
pub fn muscle_group_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(muscle_groups())
}

/// The groups of a set, in the order in which they are practised.
pub fn muscle_set(set: MuscleSet) -> impl Iterator<Item = &'static MuscleGroup> {
    muscle_groups().iter().filter(move |group| group.sets.contains(&set))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_have_their_numbers() {
        assert_eq!(muscle_set(MuscleSet::Sixteen).count(), 16);
        assert_eq!(muscle_set(MuscleSet::Seven).count(), 7);
        assert_eq!(muscle_set(MuscleSet::Four).count(), 4);
        assert!(muscle_set(MuscleSet::Sixteen).next().is_some_and(|group| group.id == "dominant-hand"));
    }

    #[test]
    fn what_cramps_is_tensed_briefly() {
        for group in muscle_groups() {
            let most = if group.cramps { 5 } else { 7 };
            assert!(group.tense.most <= Time::from_secs(most), "{}", group.id);
            assert!(group.release.least >= Time::from_secs(20), "{}", group.id);
            let below_the_knee =
                group.regions.iter().any(|region| ["calf", "foot", "toes", "sole"].contains(&region.as_str()));
            assert_eq!(group.cramps, below_the_knee, "{}", group.id);
        }
    }
}
