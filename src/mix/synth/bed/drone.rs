//! A warm pad: a steady root and fifth, and above them tones that come and go so slowly that no chord ever begins.

use std::f64::consts::FRAC_PI_2;

use super::wave::Wave;
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNKS_A_SECOND, Chunked, Chunks, POINTS, STEP};
use crate::mix::synth::key::{Key, wander};
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::{Decibels, SAMPLE_RATE};

/// The root in Hz (A2): low and warm, and still within the reach of a small loudspeaker.
const ROOT: f64 = 110.0;
/// What sounds all the time, as ratios to the root, with its amplitude.
const GROUND: [(f64, f64); 3] = [(0.5, 0.45), (1.0, 1.0), (1.5, 0.5)];
/// Harmonies of just intonation above the root, each sweet with any of its neighbours in time.
const HARMONIES: [[f64; 3]; 6] =
    [[2.0, 2.5, 3.0], [2.0, 2.25, 3.0], [1.6875, 2.25, 2.5], [2.0, 2.5, 3.375], [1.6875, 2.0, 2.5], [2.25, 2.5, 3.0]];
/// Seconds from one harmony to the next; each takes as long to come and as long to go.
const CELL: u64 = 20;
/// Amplitudes of the overtones of every tone.
const OVERTONES: [f64; 3] = [1.0, 0.16, 0.05];
/// What brings the tones to [`BED_LOUDNESS`] (measured; a test holds it).
const TONES: Decibels = Decibels(-32.65);
/// A breath of air around the tones, beside [`BED_LOUDNESS`].
const AIR: Decibels = Decibels(-15.0);

pub(super) fn drone(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let colour = Spectrum { tilt: -4.5, low: 120.0, low_steps: 1, high: 1500.0, high_steps: 2 };
    let air = Noise::new(seed, 0, cycle, |f| colour.amplitude(f), BED_LOUDNESS + AIR, 0.2);
    let drone = Drone { key: Key::new(seed).part(1), cycle, air };
    Box::new(Chunked::new(drone, Cycle::chunks(cycle)))
}

struct Drone {
    key: Key,
    cycle: Option<Cycle>,
    air: Noise,
}

/// A tone of the pad during one chunk.
struct Voice {
    /// In Hz.
    pitch: f64,
    /// Which of all tones it is: chooses its beat, its place and its wandering.
    number: u64,
    amplitude: f64,
    /// Of every point of the chunk.
    gains: [f64; POINTS],
}

impl Drone {
    fn add_voice(&self, chunk: u64, voice: &Voice, out: &mut [f32]) {
        let key = self.key.part(voice.number);
        let seconds = chunk as f64 / CHUNKS_A_SECOND as f64;
        let time = |point: usize| seconds + (point * STEP) as f64 / f64::from(SAMPLE_RATE);
        // Each tone swells and sinks by itself, and wanders between the sides, over tens of seconds.
        let wrap = |cells: i64| Cycle::wrap(self.cycle, cells, 15);
        let gains: [[f64; 2]; POINTS] = std::array::from_fn(|point| {
            let at = time(point) / 15.0;
            let swell = 1.0 + 0.4 * wander(key.part(0), wrap, at);
            let side = 0.5 + 0.22 * wander(key.part(1), wrap, at);
            let (right, left) = (side * FRAC_PI_2).sin_cos();
            let gain = voice.gains[point] * voice.amplitude * f64::from(TONES.gain()) * swell;
            [gain * left, gain * right]
        });
        for (overtone, amplitude) in OVERTONES.into_iter().enumerate() {
            let harmonic = (overtone + 1) as f64;
            // Two strings for each tone, less than half a hertz apart: the slow beat that makes it breathe.
            for (string, lean) in [(2, 1.55), (3, 0.45)] {
                let detune = key.between(string, 0.03, 0.20) * if string == 2 { -1.0 } else { 1.0 };
                let wave = Wave::new((voice.pitch + detune) * harmonic, key.unit(10 + string), self.cycle);
                let gain = |point: usize| {
                    let [left, right] = gains[point];
                    [(left * lean * amplitude) as f32, (right * (2.0 - lean) * amplitude) as f32]
                };
                wave.add(chunk, gain, out);
            }
        }
    }
}

impl Chunks for Drone {
    fn chunk(&mut self, chunk: u64, out: &mut [f32]) {
        out.copy_from_slice(self.air.hear(chunk));
        for (i, (ratio, amplitude)) in GROUND.into_iter().enumerate() {
            let voice = Voice { pitch: ROOT * ratio, number: i as u64, amplitude, gains: [1.0; POINTS] };
            self.add_voice(chunk, &voice, out);
        }
        let cells = CELL * CHUNKS_A_SECOND;
        let cell = chunk / cells;
        let into =
            |point: usize| ((chunk % cells) as f64 + point as f64 / (POINTS - 1) as f64) / cells as f64 * FRAC_PI_2;
        let rising = std::array::from_fn(|point| into(point).sin());
        let falling = std::array::from_fn(|point| into(point).cos());
        for (cell, gains) in [((cell as i64) - 1, falling), (cell as i64, rising)] {
            let place = Cycle::wrap(self.cycle, cell, CELL);
            // Chance chooses between two; which two goes round, so that none follows itself.
            let chosen = (self.key.part(99).bits(place) % 2 + 2 * (place % 3)) as usize % HARMONIES.len();
            for (i, ratio) in HARMONIES[chosen].into_iter().enumerate() {
                // Even and odd cells have strings of their own, so that two of the same pitch never cancel.
                let number = 10 + 3 * (place % 2) + i as u64;
                let voice = Voice { pitch: ROOT * ratio, number, amplitude: 0.42 - 0.07 * i as f64, gains };
                self.add_voice(chunk, &voice, out);
            }
        }
    }
}
