//! The absolute grid that makes beds exact: sound is only ever made in whole chunks, each by its number.

use crate::mix::Sound;
use crate::quantity::Frames;

/// Frames in a chunk: 50 ms, so that a whole number of them fills a second.
pub(crate) const CHUNK: usize = 2400;
/// Chunks in a second.
pub(crate) const CHUNKS_A_SECOND: u64 = 20;
/// Frames between two points at which slow gains are worked out; in between they go straight.
pub(crate) const STEP: usize = 480;
/// Points of a chunk, both ends included.
pub(crate) const POINTS: usize = CHUNK / STEP + 1;

/// Makes sound chunk by chunk; what a chunk holds depends on its number alone.
pub(crate) trait Chunks: Send {
    /// Fills `out` ([`CHUNK`] stereo frames, whatever they held) with the chunk of this number.
    fn chunk(&mut self, number: u64, out: &mut [f32]);
}

/// Endless sound out of chunks; with a cycle it comes round to the first after the last.
pub(crate) struct Chunked<C> {
    chunks: C,
    cycle: Option<u64>,
    held: Option<u64>,
    buffer: Vec<f32>,
}

impl<C: Chunks> Chunked<C> {
    /// `cycle` is in chunks.
    pub(crate) fn new(chunks: C, cycle: Option<u64>) -> Chunked<C> {
        Chunked { chunks, cycle: cycle.filter(|n| *n > 0), held: None, buffer: vec![0.0; 2 * CHUNK] }
    }
}

impl<C: Chunks> Sound for Chunked<C> {
    fn length(&self) -> Option<Frames> {
        None
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        let mut at = at.0;
        let mut out = out;
        while !out.is_empty() {
            let number = at / CHUNK as u64;
            let number = self.cycle.map_or(number, |cycle| number % cycle);
            let skip = 2 * (at % CHUNK as u64) as usize;
            let taken = (2 * CHUNK - skip).min(out.len());
            let (now, later) = out.split_at_mut(taken);
            if taken == 2 * CHUNK {
                self.chunks.chunk(number, now);
            } else {
                if self.held != Some(number) {
                    self.chunks.chunk(number, &mut self.buffer);
                    self.held = Some(number);
                }
                now.copy_from_slice(&self.buffer[skip..skip + taken]);
            }
            at = at.wrapping_add((taken / 2) as u64);
            out = later;
        }
    }
}

/// Adds `layer` into `out`, both stereo chunks, with a gain for each channel at each point.
pub(crate) fn add_with_gains(layer: &[f32], gains: &[[f32; 2]; POINTS], out: &mut [f32]) {
    let blocks = layer.chunks_exact(2 * STEP).zip(out.chunks_exact_mut(2 * STEP));
    for ((from, into), ends) in blocks.zip(gains.windows(2)) {
        let [[left, right], [next_left, next_right]] = [ends[0], ends[1]];
        let (by_left, by_right) = ((next_left - left) / STEP as f32, (next_right - right) / STEP as f32);
        for (i, (from, into)) in from.chunks_exact(2).zip(into.chunks_exact_mut(2)).enumerate() {
            into[0] += from[0] * (left + by_left * i as f32);
            into[1] += from[1] * (right + by_right * i as f32);
        }
    }
}
