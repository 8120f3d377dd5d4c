//! From a file's bytes to stereo frames at the file's own rate, by place.
//!
//! [`Source`] is what the rest of the room reads. It must not know about other rates or loops.

mod downmix;
mod mp4;
mod open;
mod opus;
mod source;
mod symphonia_blocks;

pub(super) use open::{Shape, open};
pub(super) use source::Source;

use super::error::Problem;

/// Stereo sound that has a place for every frame, at some rate of its own.
pub(super) trait Native: Send {
    /// Fills `out`, interleaved, with the frames from `at` on; zeros past the end. The same for the same place always.
    fn read(&mut self, at: u64, out: &mut [f32]);
}

/// One run of decoded frames: stereo, interleaved, at the file's rate.
#[derive(Default)]
pub(super) struct Block {
    /// The place of its first frame, after the encoder's delay is trimmed.
    pub start: u64,
    /// How many frames of it lie before place 0 and are to be skipped.
    pub before: usize,
    /// The samples; keeps its room from block to block.
    pub samples: Vec<f32>,
}

/// A decoder that yields blocks in order.
pub(super) trait Blocks: Send {
    /// Goes to a place at or before `frame`, far enough that the block that holds `frame` comes out exactly as it
    /// would when decoding from the beginning.
    fn seek(&mut self, frame: u64) -> Result<(), Problem>;

    /// The next run of frames; `false` at the end. A part that can't be decoded is left out: the places tell.
    fn next(&mut self, block: &mut Block) -> bool;

    /// How many packets could not be decoded so far.
    fn broken(&self) -> u64;
}

/// Runs a part of a decoder on bytes that nobody vouches for. A decoder that panics on them (symphonia 0.6.1 does on a
/// few damaged headers) has found them damaged; the program goes on.
fn guarded<T>(decoder: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    // What a panic leaves half done is not used again: the caller drops it, or opens the file anew.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(decoder))
        .unwrap_or_else(|_| Err(Problem::Corrupt("it makes no sense to the decoder".into())))
}

/// The largest sample that is taken for sound: far above full scale, far below what makes a sum overflow.
const LARGEST: f32 = 1e6;

/// Makes silence of what isn't a number, or no sound's.
fn numbers(samples: &mut [f32]) {
    for sample in samples {
        // False for NaN too.
        *sample = if sample.abs() <= LARGEST { *sample } else { 0.0 };
    }
}
