//! Steady rain on leaves and ground: a soft hush of all the far drops together, far drops one can just tell apart, and
//! now and then a near one.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNK, CHUNKS_A_SECOND, Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::key::{Key, wander};
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::{Decibels, SAMPLE_RATE};

/// The hush beside [`BED_LOUDNESS`]: the drops add the rest (measured; a test holds the sum).
const HUSH: Decibels = Decibels(-1.6);
/// The low murmur of rain on roofs and ground further off.
const MURMUR: Decibels = Decibels(-9.0);

/// A kind of drop. Ranges are evenly drawn from.
struct Drops {
    /// At most so many in a chunk of 50 ms, each with a chance of one half.
    in_a_chunk: u64,
    /// Amplitude: the square of chance lies between these, so that loud ones are few.
    amplitude: [f64; 2],
    /// In Hz.
    pitch: [f64; 2],
    /// How much the pitch rises in a second, in Hz: the bubble that closes under a drop.
    chirp: [f64; 2],
    /// Seconds in which it falls to 1/e.
    decay: [f64; 2],
    /// Seconds in which it rises: soft, never a click.
    attack: f64,
    /// How far from the middle it may lie.
    spread: f64,
}

const NEAR: Drops = Drops {
    in_a_chunk: 1,
    amplitude: [0.003, 0.020],
    pitch: [420.0, 1900.0],
    chirp: [300.0, 3000.0],
    decay: [0.010, 0.026],
    attack: 0.004,
    spread: 0.42,
};
const FAR: Drops = Drops {
    in_a_chunk: 14,
    amplitude: [0.0010, 0.0052],
    pitch: [900.0, 4600.0],
    chirp: [0.0, 0.0],
    decay: [0.002, 0.006],
    attack: 0.0015,
    spread: 0.5,
};

/// A drop sounds for so many of its decays, then is cut at -87 dB.
const LASTS: f64 = 10.0;
/// A drop may sound on through so many chunks after its own.
const CHUNKS_AFTER: i64 = 6;

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

    /// Adds the drops of one kind that began in `cell` and still sound in the chunk `after` chunks later.
    fn add_drops(&self, drops: &Drops, part: u64, cell: u64, after: i64, out: &mut [f32]) {
        for i in 0..drops.in_a_chunk {
            let key = self.key.part(part).part(cell).part(i);
            if key.bits(0) & 1 == 0 {
                continue;
            }
            let between = |index: u64, range: [f64; 2]| key.between(index, range[0], range[1]);
            let decay = between(1, drops.decay) * f64::from(SAMPLE_RATE);
            let begins = (key.unit(2) * CHUNK as f64) as i64 - after * CHUNK as i64;
            let lasts = (LASTS * decay) as i64;
            if begins + lasts <= 0 {
                continue;
            }
            let loud = key.unit(3).powi(2);
            let amplitude = drops.amplitude[0] + (drops.amplitude[1] - drops.amplitude[0]) * loud;
            let side = 0.5 + key.between(4, -drops.spread, drops.spread);
            let (right, left) = (side * FRAC_PI_2).sin_cos();
            let step = TAU * between(5, drops.pitch) / f64::from(SAMPLE_RATE);
            let chirp = TAU * between(6, drops.chirp) / f64::from(SAMPLE_RATE).powi(2);
            let drop = Drop {
                step,
                chirp,
                decay,
                attack: drops.attack * f64::from(SAMPLE_RATE),
                gains: [(amplitude * left) as f32, (amplitude * right) as f32],
            };
            let first = begins.max(0) as usize;
            let last = ((begins + lasts) as usize).min(CHUNK);
            if let Some(out) = out.get_mut(2 * first..2 * last) {
                drop.add((first as i64 - begins) as u64, out);
            }
        }
    }
}

/// A drop: a short sine that dies away.
struct Drop {
    /// Radians a frame at its beginning, and how much more with every frame.
    step: f64,
    chirp: f64,
    /// In frames.
    decay: f64,
    attack: f64,
    gains: [f32; 2],
}

impl Drop {
    /// Adds what sounds from a frame of its own on.
    fn add(&self, from: u64, out: &mut [f32]) {
        let at = from as f64;
        // A number that turns and shrinks; the turn itself turns slowly.
        let (sin, cos) = (self.step * at + 0.5 * self.chirp * at * at).sin_cos();
        let size = (-at / self.decay).exp();
        let (mut real, mut imaginary) = ((size * cos) as f32, (size * sin) as f32);
        let (sin, cos) = (self.step + self.chirp * (at + 0.5)).sin_cos();
        let shrink = (-1.0 / self.decay).exp();
        let (mut turn_real, mut turn_imaginary) = ((shrink * cos) as f32, (shrink * sin) as f32);
        let (bend_imaginary, bend_real) = self.chirp.sin_cos();
        let (bend_imaginary, bend_real) = (bend_imaginary as f32, bend_real as f32);
        let attack = self.attack as f32;
        for (i, frame) in out.chunks_exact_mut(2).enumerate() {
            let rise = ((from as f32 + i as f32) / attack).min(1.0);
            let sound = imaginary * rise * rise * (3.0 - 2.0 * rise);
            frame[0] += sound * self.gains[0];
            frame[1] += sound * self.gains[1];
            (real, imaginary) =
                (real * turn_real - imaginary * turn_imaginary, real * turn_imaginary + imaginary * turn_real);
            (turn_real, turn_imaginary) = (
                turn_real * bend_real - turn_imaginary * bend_imaginary,
                turn_real * bend_imaginary + turn_imaginary * bend_real,
            );
        }
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
        for after in 0..=CHUNKS_AFTER {
            let cell = number as i64 - after;
            let cell = match self.cycle {
                Some(cycle) => cell.rem_euclid((cycle.seconds() * CHUNKS_A_SECOND) as i64) as u64,
                None => cell as u64,
            };
            self.add_drops(&NEAR, 20, cell, after, out);
            self.add_drops(&FAR, 21, cell, after, out);
        }
    }
}
