//! A sine whose phase is exact at any frame, however late.

use super::Cycle;
use crate::mix::synth::chunk::{CHUNK, STEP};
use crate::mix::synth::tone::add_sine;
use crate::quantity::SAMPLE_RATE;

/// After so many seconds an endless wave comes round, if nobody slept that long: phases stay whole numbers.
const ROUND: u64 = 36_000;

/// A wave with a whole number of turns in the round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wave {
    turns: u64,
    round: u64,
    offset: f64,
}

impl Wave {
    /// `frequency` in Hz, `offset` in turns.
    pub(super) fn new(frequency: f64, offset: f64, cycle: Option<Cycle>) -> Wave {
        let seconds = cycle.map_or(ROUND, Cycle::seconds);
        Wave { turns: (frequency * seconds as f64).round() as u64, round: seconds * u64::from(SAMPLE_RATE), offset }
    }

    /// In turns, below 2.
    pub(super) fn phase(&self, frame: u64) -> f64 {
        // Both factors stay below 2^32: no overflow.
        let part = (frame % self.round) * self.turns % self.round;
        part as f64 / self.round as f64 + self.offset
    }

    /// Turns a frame.
    pub(super) fn step(&self) -> f64 {
        self.turns as f64 / self.round as f64
    }

    /// Adds it to a chunk, with gains that go straight from point to point: `gain` of a point, left and right.
    pub(super) fn add(&self, chunk: u64, gain: impl Fn(usize) -> [f32; 2], out: &mut [f32]) {
        for (step, out) in out.chunks_exact_mut(2 * STEP).enumerate() {
            let frame = chunk * CHUNK as u64 + (step * STEP) as u64;
            add_sine(self.phase(frame), self.step(), gain(step), gain(step + 1), out);
        }
    }
}
