//! Singing bowls in a quiet room: one is struck softly now and then, rings for half a minute, and beats slowly.

use std::f64::consts::PI;

use super::drift::{Drift, times};
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNK, CHUNKS_A_SECOND, Chunked, Chunks, POINTS, STEP, add_with_gains};
use crate::mix::synth::grain::Grain;
use crate::mix::synth::key::Key;
use crate::mix::synth::tone::add_sine;
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::{Decibels, SAMPLE_RATE};

/// What brings the bowls to [`BED_LOUDNESS`] (measured; a test holds it).
const BOWLS: Decibels = Decibels(-24.0);
/// The air of the room, beside [`BED_LOUDNESS`].
const AIR: Decibels = Decibels(-14.0);

/// The lowest tones of the bowls, in Hz: a pentatonic row, so that any two agree.
const PITCHES: [f64; 5] = [110.0, 132.0, 148.5, 165.0, 198.0];
/// The ways in which a bowl rings: ratio to the lowest, amplitude, seconds to 1/e, and how far apart the two halves
/// of the pair are, in Hz. A bowl is never quite round, so each way is a pair that beats. The ratios are close to those
/// measured on Tibetan bowls (Terwagne and Bush: Tibetan singing bowls, Nonlinearity 24, 2011), which are far from
/// whole numbers.
const MODES: [[f64; 4]; 5] = [
    [1.0, 1.0, 11.0, 0.17],
    [2.71, 0.34, 7.0, 0.29],
    [5.03, 0.085, 3.6, 0.43],
    [7.84, 0.020, 1.9, 0.61],
    [11.0, 0.006, 1.1, 0.83],
];
/// Seconds from one strike's share of time to that of the next.
const CELL: u64 = 12;
/// How far into its share a strike may come, in seconds.
const STRAY: f64 = 5.0;
/// Strikes that may still ring: each is faded out when so many shares are over.
const RINGING: i64 = 5;
/// Seconds in which a strike rises: felt on bronze, not metal on metal.
const ATTACK: [f64; 2] = [0.5, 0.9];

pub(super) fn bowl(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let key = Key::new(seed).part(0);
    let colour = Spectrum { tilt: -5.0, low: 80.0, low_steps: 1, high: 900.0, high_steps: 2 };
    let air = Noise::new(seed, 1, cycle, |f| colour.amplitude(f), BED_LOUDNESS + AIR, 0.3);
    let drift = Drift::new(key.part(1), cycle, 15);
    Box::new(Chunked::new(Bowls { key, cycle, air, drift }, Cycle::chunks(cycle)))
}

struct Bowls {
    key: Key,
    cycle: Option<Cycle>,
    air: Noise,
    drift: Drift,
}

impl Bowls {
    /// Adds what still rings of the strike of a cell that began so many frames ago.
    fn ring(&self, cell: i64, since: i64, out: &mut [f32]) {
        let rate = f64::from(SAMPLE_RATE);
        let place = Cycle::wrap(self.cycle, cell, CELL);
        let key = self.key.part(2).part(place);
        let struck = since - (key.unit(0) * STRAY * rate) as i64;
        // Chance chooses among the bowls that weren't struck last: even cells have the outer ones, odd the inner.
        let bowl = match place % 2 {
            0 => [0, 2, 4][key.bits(1) as usize % 3],
            _ => [1, 3][key.bits(1) as usize % 2],
        };
        let pitch = PITCHES[bowl];
        let loud = f64::from(BOWLS.gain()) * key.between(2, 0.7, 1.0);
        let attack = key.between(3, ATTACK[0], ATTACK[1]) * rate;
        let side = key.between(4, 0.3, 0.7);
        let lasts = RINGING as f64 * CELL as f64 * rate - STRAY * rate;
        for (step, out) in out.chunks_exact_mut(2 * STEP).enumerate() {
            let from = struck + (step * STEP) as i64;
            // A strike begins on the grid of gains.
            if from < 0 || from as f64 >= lasts {
                continue;
            }
            let (from, to) = (from as f64, from as f64 + STEP as f64);
            let shape = |at: f64| {
                let ease = |part: f64| 0.5 - 0.5 * (PI * part.clamp(0.0, 1.0)).cos();
                loud * ease(at / attack) * ease((lasts - at) / (0.3 * lasts))
            };
            let (shape_from, shape_to) = (shape(from), shape(to));
            for (mode, [ratio, amplitude, decay, beat]) in MODES.into_iter().enumerate() {
                let fall = |at: f64| amplitude * (-at / (decay * rate)).exp();
                if fall(from) < 1e-4 {
                    continue;
                }
                for (half, lean) in [(-0.5, 0.2), (0.5, -0.2)] {
                    let beat = beat * key.between(10 + mode as u64, 0.7, 1.3);
                    let turn = (ratio * pitch + half * beat) / rate;
                    let gains = |level: f64| Grain::placed(level, side + lean);
                    add_sine(from * turn, turn, gains(shape_from * fall(from)), gains(shape_to * fall(to)), out);
                }
            }
        }
    }
}

impl Chunks for Bowls {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let gains: [[f32; 2]; POINTS] = times(number).map(|time| [(1.0 + 0.25 * self.drift.at(time)) as f32; 2]);
        add_with_gains(self.air.hear(number), &gains, out);
        let cells = CELL * CHUNKS_A_SECOND;
        let (cell, inside) = ((number / cells) as i64, (number % cells) as i64);
        for before in 0..RINGING {
            self.ring(cell - before, (before * cells as i64 + inside) * CHUNK as i64, out);
        }
    }
}
