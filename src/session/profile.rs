//! What a listener wishes of every session, and which cautions apply to them.
//!
//! A plain value, like the parameters: the same script and the same profile always make the same session. This file
//! must not know where a profile is kept.

use crate::practice::{self, Region};

pub use crate::practice::Anchor;

/// A caution that applies to the listener.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCaution {
    /// Its id in the caution table.
    pub id: String,
    /// The regions that it concerns, by their ids, where the caution asks for them.
    pub places: Vec<String>,
}

/// What a listener wishes of every session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Another anchor than the breath.
    pub anchor: Option<Anchor>,
    /// No pauses in the breath.
    pub without_holds: bool,
    /// Regions, by their ids, that no session touches, tenses, visits or names.
    pub leave_out: Vec<String>,
    /// Cautions that apply.
    pub cautions: Vec<OwnCaution>,
}

impl Profile {
    /// Whether it wishes for anything.
    pub fn is_empty(&self) -> bool {
        *self == Profile::default()
    }
}

/// The regions that a name stands for: a region itself, or all of a group.
///
/// # Errors
/// The nearest name, if there is one, where there is no such region or group.
pub fn places_named(name: &str) -> Result<Vec<&'static Region>, Option<&'static str>> {
    if let Some(region) = practice::region(name) {
        return Ok(vec![region]);
    }
    if let Some(group) = practice::group(name) {
        return Ok(practice::regions_of(group));
    }
    let known = practice::region_ids().chain(practice::group_ids()).map(|(id, _)| id);
    let other_names = practice::regions().iter().flat_map(|region| &region.also);
    let other_names = other_names.chain(practice::groups().iter().flat_map(|group| &group.also)).map(String::as_str);
    Err(practice::nearest(name, known.chain(other_names)))
}
