//! Self-massage: techniques and tools.

use serde::Deserialize;

use super::body::{Region, regions};
use super::tables::{Range, entry, find, listed, maybe_written, tables, written};
use crate::quantity::{Pace, Pressure, Time};

/// How a technique moves, and so how its rhythm is led.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Movement {
    /// Nothing moves; the hand or the weight rests.
    Still,
    /// Along the skin: a stroke lasts the region's length over the pace.
    Stroke,
    /// Again and again in one place: each round lasts a cycle.
    Cycle,
}

/// A technique, from `techniques.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Technique {
    /// Its name in scripts.
    pub id: String,
    /// One line about it.
    pub about: String,
    /// How it moves.
    pub movement: Movement,
    /// Along the skin, for strokes.
    pub pace: Option<Range<Pace>>,
    /// The pace when none is asked for.
    #[serde(default, deserialize_with = "maybe_written")]
    pub usual_pace: Option<Pace>,
    /// The time of one round, for cycles.
    pub cycle: Option<Range<Time>>,
    /// How long to rest in one place, for still techniques.
    pub hold: Option<Range<Time>>,
    /// The longest time on one area, past which a reason is asked for.
    #[serde(deserialize_with = "written")]
    pub longest: Time,
    /// The pressure when none is asked for.
    #[serde(deserialize_with = "written")]
    pub usual_pressure: Pressure,
    /// The tools that it can be done with; the first is meant when none is named.
    pub tools: Vec<String>,
    /// Whether it keeps the hands busy, so that no key may be asked for.
    #[serde(default)]
    pub hands_busy: bool,
    /// Where this comes from.
    pub source: String,
}
entry!(Technique);

impl Technique {
    /// The regions that it suits, from the feet to the head.
    pub fn regions(&self) -> impl Iterator<Item = &'static Region> + '_ {
        regions().iter().filter(|region| region.massage && region.techniques.contains(&self.id))
    }
}

/// What touches the skin, from `tools.yaml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tool {
    /// Its name in scripts.
    pub id: String,
    /// One line about it.
    pub about: String,
    /// Other names that are understood.
    #[serde(default)]
    pub also: Vec<String>,
    /// Whether it is a part of the listener's own hand.
    #[serde(default)]
    pub hand: bool,
    /// Whether it is driven by a motor. None suits any region; it is here so that the reason can be given.
    #[serde(default)]
    pub powered: bool,
    /// Where this comes from.
    pub source: String,
}
entry!(Tool, also);

/// All techniques.
pub fn techniques() -> &'static [Technique] {
    &tables().techniques
}

/// The technique with this name.
pub fn technique(name: &str) -> Option<&'static Technique> {
    find(techniques(), name)
}

/// Every technique's name and line.
pub fn technique_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(techniques())
}

/// All tools.
pub fn tools() -> &'static [Tool] {
    &tables().tools
}

/// The tool with this name or other name.
pub fn tool(name: &str) -> Option<&'static Tool> {
    find(tools(), name)
}

/// Every tool's name and line.
pub fn tool_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    listed(tools())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_technique_has_the_rhythm_of_its_movement() {
        for technique in techniques() {
            let id = &technique.id;
            match technique.movement {
                Movement::Still => assert!(technique.hold.is_some() && technique.cycle.is_none(), "{id}"),
                Movement::Cycle => assert!(technique.cycle.is_some() && technique.pace.is_none(), "{id}"),
                Movement::Stroke => {
                    let (Some(range), Some(usual)) = (technique.pace, technique.usual_pace) else { panic!("{id}") };
                    assert!(range.holds(usual), "{id}");
                }
            }
            assert!(technique.hold.is_none_or(|hold| hold.most <= technique.longest), "{id}");
            assert!(technique.usual_pressure.get() <= 3, "{id}");
            assert!(technique.regions().next().is_some(), "{id} suits no region");
            assert!(!technique.tools.is_empty(), "{id}");
        }
    }

    #[test]
    fn each_pairing_of_region_and_technique_has_a_tool() {
        for technique in techniques() {
            for region in technique.regions() {
                let suits = |tool: &&String| region.tools.contains(tool);
                assert!(technique.tools.iter().any(|tool| suits(&tool)), "{} on {}", technique.id, region.id);
            }
        }
    }
}
