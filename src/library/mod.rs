//! Where sessions, tracks and clips are found: inside the binary, in the user's folders, beside a session, in packs that
//! a therapist handed over.
//!
//! This room knows about places and bytes. It must not know what a session or a sound is.

mod asset;
mod bundled;
mod find;
pub mod pack;

pub use asset::{Asset, ReadSeek};
pub use bundled::{bundled_file, bundled_sessions, bundled_tracks};
pub use find::{FindError, Library, Synth, Wanted, bundled, bundled_track};
