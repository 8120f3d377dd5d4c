//! A still summer night: quiet air, leaves that hardly stir, and a few crickets far away across a meadow.

use super::drift::{Drift, times};
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNK, CHUNKS_A_SECOND, Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::grain::Grain;
use crate::mix::synth::key::Key;
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::{Decibels, SAMPLE_RATE};

/// The air and the leaves, beside [`BED_LOUDNESS`] (measured; a test holds the sum).
const AIR: Decibels = Decibels(-0.4);
const LEAVES: Decibels = Decibels(-12.0);

/// A cricket: how far it is, and how it sings. Field crickets sing near 4.5 kHz, tree crickets near 3 kHz; distance
/// takes the edge off both.
struct Cricket {
    /// In Hz.
    pitch: f64,
    /// Amplitude of its pulses, before their rise takes two thirds of it.
    amplitude: f64,
    /// 0 left, 1 right.
    side: f64,
    /// Pulses of a chirp, and seconds from one to the next.
    pulses: u64,
    every: f64,
    /// Seconds from chirp to chirp, about.
    rest: u64,
}

const CRICKETS: [Cricket; 5] = [
    Cricket { pitch: 2850.0, amplitude: 0.042, side: 0.22, pulses: 3, every: 0.052, rest: 1 },
    Cricket { pitch: 3080.0, amplitude: 0.034, side: 0.80, pulses: 4, every: 0.047, rest: 2 },
    Cricket { pitch: 3290.0, amplitude: 0.027, side: 0.38, pulses: 3, every: 0.058, rest: 1 },
    Cricket { pitch: 3520.0, amplitude: 0.022, side: 0.93, pulses: 5, every: 0.044, rest: 2 },
    Cricket { pitch: 2660.0, amplitude: 0.028, side: 0.60, pulses: 3, every: 0.061, rest: 2 },
];
/// Seconds in which a pulse rises, and falls to 1/e.
const PULSE: [f64; 2] = [0.016, 0.014];

pub(super) fn night(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let key = Key::new(seed).part(0);
    let air = Spectrum { tilt: -5.0, low: 70.0, low_steps: 2, high: 1400.0, high_steps: 2 };
    let leaves = Spectrum { tilt: -3.0, low: 700.0, low_steps: 1, high: 3400.0, high_steps: 2 };
    let drift = |number: u64, seconds| Drift::new(key.part(number), cycle, seconds);
    let night = Night {
        key,
        cycle,
        air: Noise::new(seed, 1, cycle, |f| air.amplitude(f), BED_LOUDNESS + AIR, 0.35),
        leaves: Noise::new(seed, 2, cycle, |f| leaves.amplitude(f), BED_LOUDNESS + LEAVES, 0.0),
        breezes: [drift(1, 20), drift(2, 20), drift(3, 12), drift(4, 12)],
        moods: std::array::from_fn(|i| drift(10 + i as u64, 30)),
    };
    Box::new(Chunked::new(night, Cycle::chunks(cycle)))
}

struct Night {
    key: Key,
    cycle: Option<Cycle>,
    air: Noise,
    leaves: Noise,
    /// Of the air and of the leaves, left and right.
    breezes: [Drift; 4],
    /// Whether a cricket feels like singing.
    moods: [Drift; CRICKETS.len()],
}

impl Night {
    /// Adds the pulses of a cricket that sound in a chunk.
    fn sing(&self, which: usize, cricket: &Cricket, chunk: u64, out: &mut [f32]) {
        let cells = cricket.rest * CHUNKS_A_SECOND;
        let cell = (chunk / cells) as i64;
        // A chirp begins in its own cell of time and may sound on into the next.
        for cell in [cell - 1, cell] {
            let begins = cell * cells as i64 - chunk as i64;
            let key = self.key.part(100 + which as u64).part(Cycle::wrap(self.cycle, cell, cricket.rest));
            // It sings for half a minute, and is silent for another: softer at first and at last.
            let mood = (1.4 * self.moods[which].at((cell * cricket.rest as i64) as f64) + 0.7).clamp(0.0, 1.0);
            if mood == 0.0 {
                continue;
            }
            let late = key.between(0, 0.0, 0.3 * cricket.rest as f64);
            let pitch = cricket.pitch * (1.0 + key.between(1, -0.03, 0.03));
            for pulse in 0..cricket.pulses {
                let loud = [0.55, 0.8, 1.0, 0.9, 0.75][pulse as usize % 5] * key.between(2, 0.75, 1.0);
                let at = late + pulse as f64 * cricket.every * (1.0 + key.between(3, -0.05, 0.05));
                let pulse = Grain {
                    begins: begins * CHUNK as i64 + (at * f64::from(SAMPLE_RATE)) as i64,
                    pitch,
                    chirp: -0.6 * pitch,
                    attack: PULSE[0],
                    decay: PULSE[1],
                    gains: Grain::placed(cricket.amplitude * mood * loud, cricket.side),
                };
                pulse.add(out);
            }
        }
    }
}

impl Chunks for Night {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let times = times(number);
        let breeze = |i: usize, deep: f64, time: f64| (1.0 + deep * self.breezes[i].at(time)) as f32;
        let air: [[f32; 2]; POINTS] = times.map(|time| [breeze(0, 0.2, time), breeze(1, 0.2, time)]);
        let leaves: [[f32; 2]; POINTS] = times.map(|time| [breeze(2, 0.55, time), breeze(3, 0.55, time)]);
        add_with_gains(self.air.hear(number), &air, out);
        add_with_gains(self.leaves.hear(number), &leaves, out);
        for (which, cricket) in CRICKETS.iter().enumerate() {
            self.sing(which, cricket, number, out);
        }
    }
}
