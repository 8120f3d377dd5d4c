//! Sound as files: decoding, resampling, loops, loudness, encoding and tags.
//!
//! Every file, whatever its format, rate and channels, becomes the same thing here: stereo at 48 kHz that can be read
//! at any place, and is bit for bit the same at that place whatever was read before. Everything that is exact in the
//! engine stands on this.
//!
//! This room knows bytes and samples. It must not know what a session is, what plays when, or where sound goes.

mod bundled;
mod clip;
mod decode;
pub mod encode;
mod error;
mod level_store;
mod looped;
mod loudness;
mod resample;
mod track;

pub use bundled::{BundledTrack, bundled_track};
pub use clip::{Clip, decode_clip};
pub use error::{MediaError, Problem};
pub use level_store::{LevelStore, MeasuredTrack};
pub use looped::{Looped, seam};
pub use loudness::{Loudness, Meter, loudness, loudness_of};
pub use track::{FASTEST_RATE, MOST_CHANNELS, SLOWEST_RATE, Track, TrackInfo, Verified, probe, verify};
