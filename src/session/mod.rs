//! The valid session: parts included, parameters filled in, tracks found, guided steps turned into words, silences
//! and breaths by the practice's tables.
//!
//! [`resolve`] takes what an author wrote to a [`Session`], or to everything that is wrong with it. This room must
//! not know how long words last, how sound is made, or who listens.

mod contents;
mod expand;
mod include;
mod own_sounds;
mod profile;
mod resolve;
mod scope;
mod sound;
mod suit;
mod value;
mod wishes;

pub use contents::Spoken;
pub use own_sounds::{OwnBed, OwnSounds};
pub use profile::{Anchor, OwnCaution, Profile, places_named};
pub use resolve::{Examined, Request, Resolved, examine, resolve};
pub use value::*;
