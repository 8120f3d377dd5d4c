//! Sound that is made, not recorded: beds to lie on ([`bed()`]) and tones that lead ([`tone`]).
//!
//! Nothing here remembers: every generator is built of pieces, each seeded by its own place, so that any frame can
//! be made without the frames before it. Beds do it on an absolute grid (`chunk`); tones on a grid of their own.
//! This room must not know about sessions, files or devices.

pub mod bed;
mod chunk;
mod grain;
mod key;
mod noise;
mod spectrum;
pub mod tone;

pub use bed::{BED_LOUDNESS, BEDS, BedKind, Cycle, bed, cycle, tuned_bed};
pub use noise::Noise;
pub use spectrum::Spectrum;
