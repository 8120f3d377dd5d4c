//! Where sessions, tracks and clips are found: inside the binary, in the user's folders, beside a session.
//!
//! This room knows about places and bytes. It must not know what a session or a sound is.

mod asset;

pub use asset::{Asset, ReadSeek};
