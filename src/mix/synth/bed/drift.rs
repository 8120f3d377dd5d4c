//! Slow change without memory: what makes a bed live.

use super::Cycle;
use crate::mix::synth::chunk::{CHUNKS_A_SECOND, POINTS};
use crate::mix::synth::key::{Key, wander};

/// A value that wanders smoothly between -1 and 1, towards a new one every so many seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drift {
    key: Key,
    cycle: Option<Cycle>,
    seconds: u64,
}

impl Drift {
    /// `seconds` divides a minute, so that it comes round with any cycle.
    pub(super) fn new(key: Key, cycle: Option<Cycle>, seconds: u64) -> Drift {
        debug_assert!(60 % seconds == 0);
        Drift { key, cycle, seconds }
    }

    /// At a time in seconds, which may lie a little before the beginning.
    pub(super) fn at(&self, seconds: f64) -> f64 {
        let wrap = |cell: i64| Cycle::wrap(self.cycle, cell, self.seconds);
        wander(self.key, wrap, seconds / self.seconds as f64)
    }
}

/// The times of a chunk's points, in seconds.
pub(super) fn times(chunk: u64) -> [f64; POINTS] {
    std::array::from_fn(|point| (chunk as f64 + point as f64 / (POINTS - 1) as f64) / CHUNKS_A_SECOND as f64)
}

/// When a chunk begins, in seconds. Chunks before the beginning are numbered from the far end.
pub(super) fn begins(chunk: u64) -> f64 {
    chunk as i64 as f64 / CHUNKS_A_SECOND as f64
}
