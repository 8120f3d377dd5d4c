//! Regions of the body, their sides and groups.

use serde::{Deserialize, Serialize};

use super::tables::{entry, find, listed, tables};

/// Which side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The listener's left.
    Left,
    /// The listener's right.
    Right,
    /// Both, at once or one after the other.
    Both,
}

impl Side {
    /// All of them.
    pub const ALL: [Side; 3] = [Side::Left, Side::Right, Side::Both];

    /// As written in a script and in the phrase files.
    pub fn as_str(self) -> &'static str {
        match self {
            Side::Left => "left",
            Side::Right => "right",
            Side::Both => "both",
        }
    }
}

/// A region of the body, from `regions.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Region {
    /// Its name in scripts.
    pub id: String,
    /// One line about it.
    pub about: String,
    /// Other names that are understood.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whether there is a left and a right one. A region that isn't paired takes no side.
    #[serde(default)]
    pub paired: bool,
    /// Whether both sides are touched at once (both temples) rather than one after the other (a forearm).
    #[serde(default)]
    pub at_once: bool,
    /// Its place on the way from the feet (low) to the head (high).
    pub order: u16,
    /// Whether a body scan may rest here.
    #[serde(default)]
    pub scan: bool,
    /// Whether self-massage is offered here.
    #[serde(default)]
    pub massage: bool,
    /// The groups to which it belongs.
    #[serde(default)]
    pub groups: Vec<String>,
    /// The usual length of a stroke along it, in centimetres.
    pub stroke_cm: Option<f64>,
    /// Techniques that suit it.
    #[serde(default)]
    pub techniques: Vec<String>,
    /// Tools that suit it.
    #[serde(default)]
    pub tools: Vec<String>,
    /// Neighbouring regions to stay away from.
    #[serde(default)]
    pub stay_off: Vec<String>,
    /// The caution that forbids any pressure here.
    pub never: Option<String>,
    /// Where this comes from.
    pub source: String,
}
entry!(Region, also);

/// A group of regions, from `groups.yaml`: for short scans, and for leaving out.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Group {
    /// Its name in scripts.
    pub id: String,
    /// One line about it.
    pub about: String,
    /// Other names that are understood.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whether there is a left and a right one.
    #[serde(default)]
    pub paired: bool,
    /// Where this comes from.
    pub source: String,
}
entry!(Group, also);

/// All regions, from the feet to the head, those never to be touched included.
pub fn regions() -> &'static [Region] {
    &tables().regions
}

/// The region with this name or other name.
pub fn region(name: &str) -> Option<&'static Region> {
    find(regions(), name)
}

/// Every region's name and line.
pub fn region_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(regions())
}

/// All groups.
pub fn groups() -> &'static [Group] {
    &tables().groups
}

/// The group with this name or other name.
pub fn group(name: &str) -> Option<&'static Group> {
    find(groups(), name)
}

/// Every group's name and line.
pub fn group_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(groups())
}

/// The regions of a group that a scan may rest at, from the feet to the head.
pub fn regions_of(group: &Group) -> Vec<&'static Region> {
    regions().iter().filter(|region| region.scan && region.groups.contains(&group.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_stand_from_the_feet_to_the_head() {
        assert!(regions().is_sorted_by_key(|region| region.order));
        let order = |name: &str| region(name).map(|region| region.order);
        assert!(order("toes") < order("belly") && order("belly") < order("scalp"));
    }

    #[test]
    fn every_group_has_regions_and_every_scanned_region_a_group() {
        for group in groups() {
            assert!(!regions_of(group).is_empty(), "{} is empty", group.id);
        }
        for region in regions().iter().filter(|region| region.scan) {
            assert!(!region.groups.is_empty(), "{} is in no group", region.id);
        }
    }

    #[test]
    fn plurals_and_other_names_are_understood() {
        assert_eq!(region("hands").map(|region| region.id.as_str()), Some("hand"));
        assert_eq!(region("front-of-neck").map(|region| region.id.as_str()), Some("throat"));
        assert!(region("wing").is_none());
    }
}
