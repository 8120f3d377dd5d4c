//! Waves on a sandy shore, one every 8 to 12 s, no two the same.
//!
//! A wave is four slow curves over four steady noises: the deep one swells first, then the body breaks, the wash runs
//! up the sand, and its foam hisses while it draws back. It breaks along the shore, a little sooner at one ear.

use super::drift::Drift;
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{CHUNKS_A_SECOND, Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::key::{Key, wander};
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::Decibels;

/// Seconds from the middle of one wave's share of time to that of the next.
const CELL: u64 = 10;
/// How far a crest may lie from the middle of its share, in seconds: slowly, together with those around it, and by
/// itself. The distance of two is 8 to 12 s, and no clock can be heard behind them.
const WANDER: f64 = 3.6;
const STRAY: f64 = 0.6;
/// So many shares before and after the present one may hold a wave that sounds now.
const REACH: i64 = 2;
/// What brings the whole to [`BED_LOUDNESS`] (measured; a test holds it).
const TRIM: Decibels = Decibels(-4.4);
/// How many noises a wave is made of.
const LAYERS: usize = 4;

/// How one noise follows the waves. Times in seconds.
struct Layer {
    colour: Spectrum,
    correlation: f64,
    /// Gain at the crest of a wave of full height.
    crest: f64,
    /// Gain that is always there: the rest of the sea.
    rest: f64,
    /// Its crest comes this much after that of the wave.
    late: f64,
    /// From silence to crest; from crest to silence.
    rise: f64,
    fall: f64,
    /// How its fall bends: 1 is a level cosine, more hurries at first and lingers at the end.
    bend: f64,
    /// How much a bright wave has more of it, and a dark one less, in dB.
    tilt: f64,
}

const SEA: [Layer; LAYERS] = [
    // The deep: what is felt before the wave is heard.
    Layer {
        colour: Spectrum { tilt: -4.5, low: 45.0, low_steps: 2, high: 320.0, high_steps: 2 },
        correlation: 0.5,
        crest: 0.75,
        rest: 0.22,
        late: -0.5,
        rise: 4.6,
        fall: 6.0,
        bend: 1.5,
        tilt: -1.5,
    },
    // The body: the wave itself.
    Layer {
        colour: Spectrum { tilt: -4.0, low: 160.0, low_steps: 1, high: 1800.0, high_steps: 2 },
        correlation: 0.25,
        crest: 0.85,
        rest: 0.16,
        late: 0.0,
        rise: 4.0,
        fall: 6.5,
        bend: 1.8,
        tilt: 0.0,
    },
    // The wash: water running up the sand.
    Layer {
        colour: Spectrum { tilt: -3.5, low: 500.0, low_steps: 1, high: 4200.0, high_steps: 2 },
        correlation: 0.1,
        crest: 0.48,
        rest: 0.045,
        late: 0.9,
        rise: 3.2,
        fall: 7.5,
        bend: 2.2,
        tilt: 2.0,
    },
    // The foam: a fine hiss while the water draws back.
    Layer {
        colour: Spectrum { tilt: -2.5, low: 1800.0, low_steps: 2, high: 5200.0, high_steps: 3 },
        correlation: 0.0,
        crest: 0.17,
        rest: 0.018,
        late: 2.3,
        rise: 3.4,
        fall: 8.2,
        bend: 1.6,
        tilt: 3.0,
    },
];

pub(super) fn sea(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let mut part = 0;
    let noises = SEA.each_ref().map(|layer| {
        part += 1;
        let colour = |f: f64| layer.colour.amplitude(f);
        Noise::new(seed, part, cycle, colour, BED_LOUDNESS + TRIM + Decibels(6.0), layer.correlation)
    });
    let key = Key::new(seed).part(0);
    let pace = Drift::new(key.part(2000), cycle, 60);
    Box::new(Chunked::new(Sea { key, cycle, pace, noises }, Cycle::chunks(cycle)))
}

struct Sea {
    key: Key,
    cycle: Option<Cycle>,
    /// How early or late the waves come, for a while.
    pace: Drift,
    noises: [Noise; LAYERS],
}

/// One wave.
struct Wave {
    /// Seconds from the beginning of its share of time to its crest, at the left and at the right ear.
    crest: [f64; 2],
    height: f64,
    /// From -1, dark, to 1, bright.
    tilt: f64,
    /// How much longer than usual it takes.
    stretch: f64,
}

impl Wave {
    /// The wave of a share whose neighbours all come so many seconds late.
    fn of(key: Key, late: f64) -> Wave {
        let crest = CELL as f64 / 2.0 + late + key.between(0, -STRAY, STRAY);
        let along = key.between(1, -0.35, 0.35);
        Wave {
            crest: [crest - along, crest + along],
            // Most are middling, few are small, none is huge.
            height: 0.54 + 0.46 * key.unit(2).max(key.unit(3)),
            tilt: key.between(4, -1.0, 1.0),
            stretch: key.between(5, 0.88, 1.10),
        }
    }

    /// How much of a layer sounds at a time in seconds from the beginning of its share.
    fn gain(&self, layer: &Layer, time: f64, ear: usize) -> f64 {
        let from_crest = (time - self.crest[ear] - layer.late) / self.stretch;
        if from_crest <= -layer.rise || from_crest >= layer.fall {
            return 0.0;
        }
        let shape = if from_crest < 0.0 {
            half_cosine(1.0 + from_crest / layer.rise).powf(1.4)
        } else {
            half_cosine(1.0 - from_crest / layer.fall).powf(layer.bend)
        };
        shape * self.height * layer.crest * 10f64.powf(self.tilt * layer.tilt / 20.0)
    }
}

fn half_cosine(part: f64) -> f64 {
    0.5 - 0.5 * (std::f64::consts::PI * part.clamp(0.0, 1.0)).cos()
}

impl Chunks for Sea {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let cells = CELL * CHUNKS_A_SECOND;
        let cell = (number / cells) as i64;
        let waves: [(f64, Wave); 2 * REACH as usize + 1] = std::array::from_fn(|i| {
            let cell = cell + i as i64 - REACH;
            let key = self.key.part(Cycle::wrap(self.cycle, cell, CELL));
            let late = WANDER * self.pace.at((cell * CELL as i64) as f64);
            ((i as i64 - REACH) as f64 * CELL as f64, Wave::of(key, late))
        });
        let inside = (number % cells) as f64 / CHUNKS_A_SECOND as f64;
        let chunk = 1.0 / CHUNKS_A_SECOND as f64;
        for (i, (layer, noise)) in SEA.iter().zip(&mut self.noises).enumerate() {
            let wrap = |place: i64| Cycle::wrap(self.cycle, place, 15);
            let gains: [[f32; 2]; POINTS] = std::array::from_fn(|point| {
                let time = inside + chunk * point as f64 / (POINTS - 1) as f64;
                let absolute = number as f64 * chunk + (time - inside);
                let rest = layer.rest * (1.0 + 0.3 * wander(self.key.part(1000 + i as u64), wrap, absolute / 15.0));
                [0, 1].map(|ear| {
                    let waves = waves.iter().map(|(start, wave)| wave.gain(layer, time - start, ear));
                    (rest + waves.sum::<f64>()) as f32
                })
            });
            add_with_gains(noise.hear(number), &gains, out);
        }
    }
}
