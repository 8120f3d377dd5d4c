//! A small brook over stones: water that rushes softly, and many round bubbles in it.

use super::drift::{Drift, begins, times};
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::grain::Scatter;
use crate::mix::synth::key::Key;
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::Decibels;

/// The rush of the water, beside [`BED_LOUDNESS`]: the bubbles add the rest (measured; a test holds the sum).
const RUSH: Decibels = Decibels(-3.4);
/// The water below it, deep under a stone.
const DEEP: Decibels = Decibels(-7.0);

/// Bubbles ring at 3 / radius Hz and die away in 1 / (0.13 / radius + 0.0072 / radius^1.5) seconds, radius in metres
/// (van den Doel: Physically based models for liquid sounds, 2005); these are from 1.5 mm to 8 mm. The pitch rises as
/// a bubble comes up.
const SMALL: Scatter = Scatter {
    in_a_chunk: 6,
    chance: 0.5,
    amplitude: [0.005, 0.060],
    pitch: [700.0, 2000.0],
    chirp: [0.2, 2.4],
    attack: 0.004,
    decay: [0.020, 0.006],
    spread: 0.5,
};
const LARGE: Scatter = Scatter {
    in_a_chunk: 3,
    chance: 0.45,
    amplitude: [0.010, 0.085],
    pitch: [320.0, 800.0],
    chirp: [0.2, 1.6],
    attack: 0.008,
    decay: [0.045, 0.018],
    spread: 0.35,
};

pub(super) fn stream(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let key = Key::new(seed).part(0);
    let rush = Spectrum { tilt: -3.0, low: 420.0, low_steps: 1, high: 3200.0, high_steps: 2 };
    let deep = Spectrum { tilt: -3.5, low: 110.0, low_steps: 2, high: 520.0, high_steps: 2 };
    let drift = |number: u64, seconds| Drift::new(key.part(number), cycle, seconds);
    let stream = Stream {
        key,
        cycle,
        rush: Noise::new(seed, 1, cycle, |f| rush.amplitude(f), BED_LOUDNESS + RUSH, 0.15),
        deep: Noise::new(seed, 2, cycle, |f| deep.amplitude(f), BED_LOUDNESS + DEEP, 0.3),
        flows: [drift(1, 10), drift(2, 10), drift(3, 12)],
        ripples: [drift(4, 1), drift(5, 1), drift(6, 1)],
        eddies: [drift(7, 2), drift(8, 3)],
    };
    Box::new(Chunked::new(stream, Cycle::chunks(cycle)))
}

struct Stream {
    key: Key,
    cycle: Option<Cycle>,
    rush: Noise,
    deep: Noise,
    /// How much water comes: left, right, deep.
    flows: [Drift; 3],
    ripples: [Drift; 3],
    /// How many bubbles there are, small and large: they come in runs.
    eddies: [Drift; 2],
}

impl Chunks for Stream {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let times = times(number);
        let flow = |i: usize, time: f64| (1.0 + 0.12 * self.flows[i].at(time) + 0.10 * self.ripples[i].at(time)) as f32;
        let rush: [[f32; 2]; POINTS] = times.map(|time| [flow(0, time), flow(1, time)]);
        let deep: [[f32; 2]; POINTS] = times.map(|time| [flow(2, time); 2]);
        add_with_gains(self.rush.hear(number), &rush, out);
        add_with_gains(self.deep.hear(number), &deep, out);
        for (i, bubbles) in [SMALL, LARGE].iter().enumerate() {
            let run = |chunk: u64| [1.0 + 0.8 * self.eddies[i].at(begins(chunk)), 1.0];
            bubbles.add(self.key.part(20 + i as u64), self.cycle, number, run, out);
        }
    }
}
