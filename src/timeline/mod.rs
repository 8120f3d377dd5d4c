//! A session laid out in exact frames: what sounds and what is shown, when, and for how long.
//!
//! A Timeline is a plain value. The speakers, the rendered file, the screen, the captions and `show` are all drawn
//! from it. This room must not know how sound is made or where it goes.

mod edit;
mod envelope;
mod fit;
mod gather;
mod lay_out;
mod look_over;
mod materials;
mod value;

pub use envelope::{Envelope, Point};
pub use gather::{gather, measure};
pub use lay_out::lay_out;
pub use look_over::look_over;
pub use materials::{ClipFacts, Materials, TrackFacts};
pub use value::*;
