//! A heart at rest, as one hears it with an ear on somebody's chest: low, round, about 60 a minute, a little slower
//! with each breath out.

use std::f64::consts::TAU;

use super::drift::{Drift, times};
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNK, CHUNKS_A_SECOND, Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::grain::Grain;
use crate::mix::synth::key::Key;
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::{Decibels, SAMPLE_RATE};

/// What brings the beats to [`BED_LOUDNESS`] (measured; a test holds it).
const BEATS: Decibels = Decibels(-2.8);
/// The warmth around them, beside [`BED_LOUDNESS`].
const WARMTH: Decibels = Decibels(-1.4);

/// One of the two sounds of a heart.
struct Beat {
    /// Seconds after the first.
    after: f64,
    /// Amplitude and pitch in Hz of a low tone and one above it, which small loudspeakers can still play.
    tones: [(f64, f64); 2],
    /// Seconds in which it rises, and falls to 1/e.
    attack: f64,
    decay: f64,
}

/// The second comes a third of a second after the first (a usual length of systole at rest), softer and a little higher.
const HEART: [Beat; 2] = [
    Beat { after: 0.0, tones: [(1.0, 58.0), (0.22, 112.0)], attack: 0.16, decay: 0.060 },
    Beat { after: 0.33, tones: [(0.50, 68.0), (0.12, 131.0)], attack: 0.15, decay: 0.050 },
];
/// How far a beat may stray from the second it belongs to: 5 % with the breath, every 10 s, and a little by chance.
const WITH_BREATH: f64 = 0.045;
const STRAY: f64 = 0.012;

pub(super) fn heartbeat(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let key = Key::new(seed).part(0);
    let colour = Spectrum { tilt: -5.5, low: 60.0, low_steps: 2, high: 420.0, high_steps: 2 };
    let warmth = Noise::new(seed, 1, cycle, |f| colour.amplitude(f), BED_LOUDNESS + WARMTH, 0.5);
    let heart = Heart { key, cycle, warmth, drift: Drift::new(key.part(1), cycle, 12) };
    Box::new(Chunked::new(heart, Cycle::chunks(cycle)))
}

struct Heart {
    key: Key,
    cycle: Option<Cycle>,
    warmth: Noise,
    drift: Drift,
}

impl Chunks for Heart {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        // The warmth breathes, too.
        let gains: [[f32; 2]; POINTS] =
            times(number).map(|time| [(1.0 + 0.12 * (TAU * time / 10.0).sin() + 0.15 * self.drift.at(time)) as f32; 2]);
        add_with_gains(self.warmth.hear(number), &gains, out);
        let second = (number / CHUNKS_A_SECOND) as i64;
        for second in second - 1..=second + 1 {
            let key = self.key.part(2).part(Cycle::wrap_second(self.cycle, second));
            let breath = (TAU * (second.rem_euclid(10)) as f64 / 10.0).sin();
            let begins = second as f64 + 0.1 + WITH_BREATH * breath + key.between(0, -STRAY, STRAY);
            let loud = f64::from(BEATS.gain()) * (1.0 + 0.06 * breath) * key.between(1, 0.94, 1.0);
            for beat in &HEART {
                let begins = ((begins + beat.after) * f64::from(SAMPLE_RATE)) as i64 - (number * CHUNK as u64) as i64;
                for (amplitude, pitch) in beat.tones {
                    // It falls in pitch while it dies away, as anything soft that is struck.
                    let grain = Grain {
                        begins,
                        pitch,
                        chirp: -0.5 * pitch,
                        attack: beat.attack,
                        decay: beat.decay,
                        gains: Grain::placed(loud * amplitude, 0.5),
                    };
                    grain.add(out);
                }
            }
        }
    }
}
