//! The engine: a Timeline and a frame in, sound out.
//!
//! Everything here is exact from any frame: what [`Sound::read`] gives at a place depends on that place alone,
//! never on what was read before. This room must not know about devices, files being written, or the listener.

mod ears;
mod fader;
mod guard;
mod limiter;
mod mixer;
pub mod synth;
mod weighting;

pub use ears::Ears;
pub use guard::{BEFORE, CEILING, FLOOR, RISE};
pub use mixer::{MixError, Mixer};

use crate::quantity::Frames;

/// Frames in a block: the mix is made in blocks on an absolute grid, whatever is asked for.
pub const BLOCK: usize = 1024;

/// Sound that has a place for every frame: stereo, [`crate::quantity::SAMPLE_RATE`], f32 from -1 to 1.
pub trait Sound: Send {
    /// How long it is; endless sound says `None`.
    fn length(&self) -> Option<Frames>;

    /// Fills `out`, left and right interleaved, with the frames from `at` on; zeros past the end.
    ///
    /// Bit for bit the same for the same place, whatever was read before. Reading on from where the last
    /// reading ended is the fast way; anything else costs a seek.
    fn read(&mut self, at: Frames, out: &mut [f32]);
}
