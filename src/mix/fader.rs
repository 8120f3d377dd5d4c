//! Applying an envelope to sound, exactly from any frame.

use crate::quantity::Frames;
use crate::timeline::Envelope;

use super::BLOCK;

/// The envelope is worked out on this grid of absolute frames and joined by straight lines: a thousand times a
/// second is finer than any fade can show.
const GRID: usize = 64;
const POINTS: usize = BLOCK / GRID + 1;

/// The gains of one block.
pub(super) struct BlockGain {
    points: [f32; POINTS],
}

impl BlockGain {
    /// Of an envelope, for the block that begins at a frame of the grid.
    pub(super) fn of(envelope: &Envelope, start: Frames) -> BlockGain {
        let mut points = [0.0; POINTS];
        for (index, point) in points.iter_mut().enumerate() {
            *point = envelope.at(Frames(start.0 + (index * GRID) as u64));
        }
        BlockGain { points }
    }

    /// Both gains, one after the other.
    pub(super) fn times(mut self, other: &BlockGain) -> BlockGain {
        self.points.iter_mut().zip(&other.points).for_each(|(own, other)| *own *= other);
        self
    }

    /// Whether nothing would be heard.
    pub(super) fn is_silent(&self) -> bool {
        self.points.iter().all(|gain| *gain == 0.0)
    }

    fn uniform(&self) -> Option<f32> {
        let first = self.points[0];
        self.points.iter().all(|gain| *gain == first).then_some(first)
    }

    /// Adds a block of sound, at these gains, to a mix.
    pub(super) fn add(&self, sound: &[f32], mix: &mut [f32]) {
        if let Some(gain) = self.uniform() {
            mix.iter_mut().zip(sound).for_each(|(mix, sound)| *mix += sound * gain);
            return;
        }
        for (piece, (mix, sound)) in mix.chunks_mut(2 * GRID).zip(sound.chunks(2 * GRID)).enumerate() {
            let (from, to) = (self.points[piece], self.points[piece + 1]);
            let step = (to - from) / GRID as f32;
            for (frame, (mix, sound)) in mix.chunks_exact_mut(2).zip(sound.chunks_exact(2)).enumerate() {
                let gain = from + step * frame as f32;
                mix[0] += sound[0] * gain;
                mix[1] += sound[1] * gain;
            }
        }
    }

    /// Brings a block of sound to these gains.
    pub(super) fn apply(&self, sound: &mut [f32]) {
        match self.uniform() {
            Some(1.0) => {}
            Some(gain) => sound.iter_mut().for_each(|sample| *sample *= gain),
            None => {
                for (piece, sound) in sound.chunks_mut(2 * GRID).enumerate() {
                    let (from, to) = (self.points[piece], self.points[piece + 1]);
                    let step = (to - from) / GRID as f32;
                    for (frame, sound) in sound.chunks_exact_mut(2).enumerate() {
                        let gain = from + step * frame as f32;
                        sound[0] *= gain;
                        sound[1] *= gain;
                    }
                }
            }
        }
    }
}
