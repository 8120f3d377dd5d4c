//! Wind around a house and in far trees: slow gusts that grow brighter as they grow stronger.

use super::drift::{Drift, times};
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{Chunked, Chunks, POINTS, add_with_gains};
use crate::mix::synth::key::Key;
use crate::mix::synth::{Noise, Spectrum};
use crate::quantity::Decibels;

/// What brings the whole to [`BED_LOUDNESS`] (measured; a test holds it).
const TRIM: Decibels = Decibels(-4.3);
/// How many noises it is made of.
const LAYERS: usize = 4;

/// How one noise follows the gusts.
struct Layer {
    colour: Spectrum,
    correlation: f64,
    /// Gain in a lull.
    rest: f64,
    /// Gain that the strongest gust adds.
    gust: f64,
    /// How late it comes: 1 grows with the gust, more only when the gust is strong.
    bend: f64,
}

const WIND: [Layer; LAYERS] = [
    // What leans on the walls.
    Layer {
        colour: Spectrum { tilt: -5.0, low: 50.0, low_steps: 2, high: 260.0, high_steps: 2 },
        correlation: 0.5,
        rest: 0.26,
        gust: 0.62,
        bend: 1.0,
    },
    // Round corners, lower and higher: they take turns, so the wind seems to change its pitch.
    Layer {
        colour: Spectrum { tilt: -3.0, low: 190.0, low_steps: 2, high: 420.0, high_steps: 2 },
        correlation: 0.2,
        rest: 0.14,
        gust: 0.58,
        bend: 1.2,
    },
    Layer {
        colour: Spectrum { tilt: -3.0, low: 380.0, low_steps: 2, high: 900.0, high_steps: 2 },
        correlation: 0.1,
        rest: 0.08,
        gust: 0.50,
        bend: 1.7,
    },
    // The trees.
    Layer {
        colour: Spectrum { tilt: -4.5, low: 900.0, low_steps: 1, high: 3600.0, high_steps: 2 },
        correlation: 0.0,
        rest: 0.06,
        gust: 0.42,
        bend: 2.2,
    },
];

/// How much sooner a gust comes to one side, in seconds.
const ACROSS: f64 = 0.45;

pub(super) fn wind(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let key = Key::new(seed).part(0);
    let mut part = 0;
    let noises = WIND.each_ref().map(|layer| {
        part += 1;
        Noise::new(
            seed,
            part,
            cycle,
            |f| layer.colour.amplitude(f),
            BED_LOUDNESS + TRIM + Decibels(6.0),
            layer.correlation,
        )
    });
    let drift = |number: u64, seconds| Drift::new(key.part(number), cycle, seconds);
    let wind = Wind {
        gusts: [(0.56, drift(0, 15)), (0.32, drift(1, 6)), (0.12, drift(2, 2))],
        turns: drift(3, 10),
        own: [10, 11, 12, 13].map(|number| drift(number, 5)),
        noises,
    };
    Box::new(Chunked::new(wind, Cycle::chunks(cycle)))
}

struct Wind {
    /// Slow, middling and quick changes, and how much each counts.
    gusts: [(f64, Drift); 3],
    /// From the lower corner to the higher.
    turns: Drift,
    /// What each noise does by itself.
    own: [Drift; LAYERS],
    noises: [Noise; LAYERS],
}

impl Wind {
    /// How strong the wind is, 0 to 1.
    fn strength(&self, seconds: f64) -> f64 {
        let sum: f64 = self.gusts.iter().map(|(share, drift)| share * drift.at(seconds)).sum();
        (0.5 + 0.62 * sum).clamp(0.0, 1.0)
    }
}

impl Chunks for Wind {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        let times = times(number);
        let strengths = times.map(|time| [time + 0.5 * ACROSS, time - 0.5 * ACROSS].map(|time| self.strength(time)));
        let turns = times.map(|time| self.turns.at(time));
        for (i, layer) in WIND.iter().enumerate() {
            let turned = |point: usize| match i {
                1 => 1.0 - 0.35 * turns[point],
                2 => 1.0 + 0.35 * turns[point],
                _ => 1.0,
            };
            let gains: [[f32; 2]; POINTS] = std::array::from_fn(|point| {
                let own = turned(point) * (1.0 + 0.15 * self.own[i].at(times[point]));
                strengths[point].map(|strength| (own * (layer.rest + layer.gust * strength.powf(layer.bend))) as f32)
            });
            add_with_gains(self.noises[i].hear(number), &gains, out);
        }
    }
}
