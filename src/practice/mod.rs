//! The domain: breathing patterns, regions of the body, self-massage, muscle relaxation, cautions, and the words for them.
//!
//! What is known here is kept as data that a clinician can read and correct: the YAML files in `tables`, each entry with
//! its `source`, and one Fluent file a language in `phrases`. The Rust beside them gives the tables types, lays breaths
//! out in whole frames ([`breath_ramp`]), judges a touch ([`massage_verdict`]) and finds words ([`Phrases`]).
//!
//! This room uses [`crate::quantity`] only. It must not know scripts, time lines or sound: it says what a slow stroke
//! is, never when one happens.
//!
//! None of it is medical advice, and no text here may promise an effect.

mod anchor;
mod body;
mod breathing;
mod cautions;
mod muscles;
mod phrases;
mod ramp;
mod required;
mod tables;
mod touch;
mod verdict;
mod wording;

pub use anchor::Anchor;
pub use body::{Group, Region, Side, group, group_ids, groups, region, region_ids, regions, regions_of};
pub use breathing::{BreathError, BreathPlan, BreathingPattern, Phase, Phases, pattern, pattern_ids, patterns};
pub use cautions::{
    Act, ActKind, Adaptation, Caution, Condition, Severity, Urgency, caution, caution_ids, cautions, cautions_for,
};
pub use muscles::{Effort, MuscleGroup, MuscleSet, muscle_group, muscle_group_ids, muscle_groups, muscle_set};
pub use phrases::{Arg, LANGUAGES, Phrases, Place, Prompt};
pub use ramp::{BreathRamp, STEEPEST, breath_ramp};
pub use required::{MOST_COUNTED, Places, Required, Takes, required};
pub use tables::{Entry, Range, TableError, nearest};
pub use touch::{Movement, Technique, Tool, technique, technique_ids, techniques, tool, tool_ids, tools};
pub use verdict::{Reason, Verdict, massage_verdict};
pub use wording::{Finding, names_region, wording};
