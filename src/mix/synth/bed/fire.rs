//! A fire that has burnt down to a warm glow: a low flutter, a breath of air, and soft crackles, all of them rounded.

use super::drift::{Drift, begins, times};
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::grain::Scatter;
use crate::mix::synth::key::Key;
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::Decibels;

/// The three noises beside [`BED_LOUDNESS`]; with the crackles they come to it (measured; a test holds the sum).
const GLOW: Decibels = Decibels(-1.8);
const FLAME: Decibels = Decibels(-6.0);
const AIR: Decibels = Decibels(-14.0);

/// Twigs: many, small, in flurries.
const TWIGS: Scatter = Scatter {
    in_a_chunk: 3,
    chance: 0.16,
    amplitude: [0.008, 0.085],
    pitch: [900.0, 2800.0],
    chirp: [-6.0, 0.0],
    attack: 0.0025,
    decay: [0.007, 0.003],
    spread: 0.35,
};
/// Logs: few, low and round.
const LOGS: Scatter = Scatter {
    in_a_chunk: 1,
    chance: 0.035,
    amplitude: [0.03, 0.12],
    pitch: [180.0, 520.0],
    chirp: [-2.0, 0.0],
    attack: 0.010,
    decay: [0.030, 0.014],
    spread: 0.25,
};

pub(super) fn fire(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let key = Key::new(seed).part(0);
    let glow = Spectrum { tilt: -5.0, low: 55.0, low_steps: 2, high: 300.0, high_steps: 2 };
    let flame = Spectrum { tilt: -4.0, low: 180.0, low_steps: 1, high: 1000.0, high_steps: 2 };
    let air = Spectrum { tilt: -3.5, low: 900.0, low_steps: 1, high: 3800.0, high_steps: 2 };
    let noise = |part: u64, colour: Spectrum, level, correlation| {
        Noise::new(seed, part, cycle, |f| colour.amplitude(f), BED_LOUDNESS + level, correlation)
    };
    let drift = |number: u64, seconds| Drift::new(key.part(number), cycle, seconds);
    let fire = Fire {
        key,
        cycle,
        noises: [noise(1, glow, GLOW, 0.6), noise(2, flame, FLAME, 0.2), noise(3, air, AIR, 0.0)],
        slow: [drift(1, 12), drift(2, 10), drift(3, 15)],
        flutter: [drift(4, 1), drift(5, 1), drift(6, 2)],
        flurries: [drift(7, 2), drift(8, 10)],
    };
    Box::new(Chunked::new(fire, Cycle::chunks(cycle)))
}

struct Fire {
    key: Key,
    cycle: Option<Cycle>,
    noises: [Noise; 3],
    /// How each noise swells, slowly and quickly.
    slow: [Drift; 3],
    flutter: [Drift; 3],
    /// When there are many crackles.
    flurries: [Drift; 2],
}

/// How deep the flutter of each noise goes: a flame flutters twice a second and more.
const FLUTTER: [f64; 3] = [0.30, 0.22, 0.10];

impl Chunks for Fire {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let times = times(number);
        for (i, noise) in self.noises.iter_mut().enumerate() {
            let gains: [[f32; 2]; POINTS] = times.map(|time| {
                // The same flutter, read three times as fast.
                let flutter = self.flutter[i].at(3.0 * time);
                [(1.0 + 0.16 * self.slow[i].at(time) + FLUTTER[i] * flutter) as f32; 2]
            });
            add_with_gains(noise.hear(number), &gains, out);
        }
        let flurry = |chunk: u64| {
            let [quick, slow] = self.flurries.map(|drift| drift.at(begins(chunk)));
            [(1.0 + 0.9 * slow) * (1.0 + 1.6 * quick).max(0.0), 1.0]
        };
        TWIGS.add(self.key.part(20), self.cycle, number, flurry, out);
        LOGS.add(self.key.part(21), self.cycle, number, |_| [1.0, 1.0], out);
    }
}
