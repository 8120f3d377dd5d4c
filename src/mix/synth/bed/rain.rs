//! Steady rain on leaves and ground: a soft hush of all the far drops together, far drops one can just tell apart, and
//! now and then a near one.

use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNKS_A_SECOND, Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::grain::Scatter;
use crate::mix::synth::key::{Key, wander};
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::Decibels;

/// The hush beside [`BED_LOUDNESS`]: the drops add the rest (measured; a test holds the sum).
const HUSH: Decibels = Decibels(-0.8);
/// The low murmur of rain on roofs and ground further off.
const MURMUR: Decibels = Decibels(-9.0);

const NEAR: Scatter = Scatter {
    in_a_chunk: 1,
    chance: 0.5,
    amplitude: [0.010, 0.060],
    pitch: [420.0, 1900.0],
    // The bubble that closes under a drop.
    chirp: [0.5, 1.8],
    attack: 0.004,
    decay: [0.026, 0.010],
    spread: 0.42,
};
const FAR: Scatter = Scatter {
    in_a_chunk: 14,
    chance: 0.5,
    amplitude: [0.0025, 0.018],
    pitch: [900.0, 4600.0],
    chirp: [0.0, 0.0],
    attack: 0.0015,
    decay: [0.006, 0.002],
    spread: 0.5,
};

pub(super) fn rain(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let hush = Spectrum { tilt: -3.4, low: 380.0, low_steps: 1, high: 5600.0, high_steps: 3 };
    let murmur = Spectrum { tilt: -4.5, low: 70.0, low_steps: 2, high: 700.0, high_steps: 2 };
    let rain = Rain {
        key: Key::new(seed).part(0),
        cycle,
        hush: Noise::new(seed, 1, cycle, |f| hush.amplitude(f), BED_LOUDNESS + HUSH, 0.1),
        murmur: Noise::new(seed, 2, cycle, |f| murmur.amplitude(f), BED_LOUDNESS + MURMUR, 0.4),
    };
    Box::new(Chunked::new(rain, Cycle::chunks(cycle)))
}

struct Rain {
    key: Key,
    cycle: Option<Cycle>,
    hush: Noise,
    murmur: Noise,
}

impl Rain {
    /// How hard it rains, around 1: over half a minute it comes and goes a little.
    fn strength(&self, part: u64, seconds: f64) -> f64 {
        let wrap = |cell: i64| Cycle::wrap(self.cycle, cell, 12);
        1.0 + 0.14 * wander(self.key.part(part), wrap, seconds / 12.0)
    }
}

impl Chunks for Rain {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let seconds = |point: usize| (number as f64 + point as f64 / (POINTS - 1) as f64) / CHUNKS_A_SECOND as f64;
        let hush: [[f32; 2]; POINTS] = std::array::from_fn(|point| {
            [self.strength(10, seconds(point)) as f32, self.strength(11, seconds(point)) as f32]
        });
        let murmur: [[f32; 2]; POINTS] = std::array::from_fn(|point| [self.strength(12, seconds(point)) as f32; 2]);
        add_with_gains(self.hush.hear(number), &hush, out);
        add_with_gains(self.murmur.hear(number), &murmur, out);
        // Near drops come in showers: some minutes have many, some hardly any.
        let shower = |cell: u64| self.strength(13, cell as f64 / CHUNKS_A_SECOND as f64);
        NEAR.add(self.key.part(20), self.cycle, number, |cell| [(3.0 * shower(cell) - 2.0).max(0.1), 1.0], out);
        FAR.add(self.key.part(21), self.cycle, number, |cell| [1.0, shower(cell)], out);
    }
}
