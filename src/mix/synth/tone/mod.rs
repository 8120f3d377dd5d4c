//! Tones that lead: bells, the chime for words without a voice, the tone of a breath, the glide of a hand.
//!
//! A tone is a function of its own local frame and is added into what sounds already. At gain 1 the loudest 400 ms of
//! each (momentary loudness of EBU R128) is near [`TONE_LOUDNESS`], that of the voice, so that a level "beside the voice" is just its
//! gain. All begin and end at zero.

mod bell;
mod breath;
mod glide;
mod sine;

pub use bell::{Bell, Chime};
pub use breath::BreathTone;
pub use glide::Glide;
pub(super) use sine::add_sine;

use crate::quantity::{Frames, Lufs};

/// The greatest momentary loudness of a tone at gain 1: the reference of the voice. It may be up to 3 LU less where a
/// tone is short or meant to be softer; each says so.
pub const TONE_LOUDNESS: Lufs = Lufs(-20.0);

/// Frames of a cell: at its beginning every phase and gain is worked out anew, from the local frame alone.
const CELL: usize = 256;

/// A tone of finite length.
pub trait Tone {
    /// From its first frame to the end of its sound.
    fn length(&self) -> Frames;

    /// Adds into `cell`, [`CELL`] stereo frames of zeros, what sounds from local frame `start` on.
    #[doc(hidden)]
    fn cell(&self, start: u64, cell: &mut [f32]);

    /// Adds into `out` (left and right interleaved) what sounds from local frame `from` on, times `gain`.
    ///
    /// Bit for bit the same for the same local frame, wherever a call begins or ends; nothing past the end.
    fn add(&self, from: Frames, out: &mut [f32], gain: f32) {
        let end = self.length().0;
        let mut at = from.0;
        let mut out = out;
        let mut cell = [0.0f32; 2 * CELL];
        while !out.is_empty() && at < end {
            let skip = 2 * (at % CELL as u64) as usize;
            let taken = (2 * CELL - skip).min(out.len()).min((2 * (end - at).min(CELL as u64)) as usize);
            let (now, later) = out.split_at_mut(taken);
            cell.fill(0.0);
            self.cell(at - at % CELL as u64, &mut cell);
            for (out, sound) in now.iter_mut().zip(&cell[skip..]) {
                *out += sound * gain;
            }
            at += (taken / 2) as u64;
            out = later;
        }
    }
}

/// From 0 at 0 to 1 at 1, beginning and ending level: half a period of a cosine.
fn ease(part: f64) -> f64 {
    0.5 - 0.5 * (std::f64::consts::PI * part.clamp(0.0, 1.0)).cos()
}

/// A length in frames, cut to whole cells: gains go straight through a cell, so only there can they end at zero.
fn whole_cells(length: Frames) -> f64 {
    (length.0 / CELL as u64).max(1) as f64 * CELL as f64
}
