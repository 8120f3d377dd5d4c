//! Two gentle filters: what is too low to be a voice goes, what is sharp gets softer.

use std::f64::consts::PI;

use crate::quantity::SAMPLE_RATE;

/// Under this, in Hz, a voice has nothing: the lowest speakers are at some 80 Hz.
const RUMBLE_UNDER: f64 = 60.0;

/// From about here, in Hz, hissing consonants of speech programs are sharp.
const SHARP_ABOVE: f64 = 6_500.0;

/// How much softer they get, in dB: heard as milder, while `s` and `f` stay apart.
const SOFTER_BY: f64 = -5.0;

/// A second-order filter (direct form I), normalised to a0 = 1.
pub(super) struct Biquad {
    pub(super) b: [f64; 3],
    pub(super) a: [f64; 2],
}

impl Biquad {
    pub(super) fn run(&self, samples: &mut [f32]) {
        let ([mut x1, mut x2], [mut y1, mut y2]) = ([0.0; 2], [0.0; 2]);
        for sample in samples {
            let x = f64::from(*sample);
            let y = self.b[0] * x + self.b[1] * x1 + self.b[2] * x2 - self.a[0] * y1 - self.a[1] * y2;
            (x2, x1, y2, y1) = (x1, x, y1, y);
            *sample = y as f32;
        }
    }
}

/// Without offset and rumble: a Butterworth high-pass, run forward and backward so that nothing is delayed.
///
/// The mean is taken off first: a filter that starts inside an offset would ring.
pub fn without_rumble(samples: &[f32]) -> Vec<f32> {
    let mean = (samples.iter().map(|s| f64::from(*s)).sum::<f64>() / samples.len().max(1) as f64) as f32;
    let mut voice: Vec<f32> = samples.iter().map(|sample| sample - mean).collect();
    // RBJ's Audio EQ Cookbook, high-pass, Q = 1 / sqrt 2.
    let w = 2.0 * PI * RUMBLE_UNDER / f64::from(SAMPLE_RATE);
    let (cos, alpha) = (w.cos(), w.sin() / std::f64::consts::SQRT_2);
    let a0 = 1.0 + alpha;
    let edge = (1.0 + cos) / 2.0 / a0;
    let high_pass = Biquad { b: [edge, -2.0 * edge, edge], a: [-2.0 * cos / a0, (1.0 - alpha) / a0] };
    high_pass.run(&mut voice);
    voice.reverse();
    high_pass.run(&mut voice);
    voice.reverse();
    voice
}

/// Softens what is sharp: a high shelf.
pub fn soften_highs(voice: &mut [f32]) {
    // RBJ's Audio EQ Cookbook, high shelf, slope 0.7.
    let w = 2.0 * PI * SHARP_ABOVE / f64::from(SAMPLE_RATE);
    let cos = w.cos();
    let level = 10f64.powf(SOFTER_BY / 40.0);
    let slope = 0.7;
    let alpha = w.sin() / 2.0 * ((level + 1.0 / level) * (1.0 / slope - 1.0) + 2.0).sqrt();
    let root = 2.0 * level.sqrt() * alpha;
    let a0 = (level + 1.0) - (level - 1.0) * cos + root;
    let shelf = Biquad {
        b: [
            level * ((level + 1.0) + (level - 1.0) * cos + root) / a0,
            -2.0 * level * ((level - 1.0) + (level + 1.0) * cos) / a0,
            level * ((level + 1.0) + (level - 1.0) * cos - root) / a0,
        ],
        a: [2.0 * ((level - 1.0) - (level + 1.0) * cos) / a0, ((level + 1.0) - (level - 1.0) * cos - root) / a0],
    };
    shelf.run(voice);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The level of a sine after a filter, in dB.
    fn response(hz: f64, filter: impl Fn(&[f32]) -> Vec<f32>) -> f32 {
        let sine: Vec<f32> =
            (0..48_000).map(|n| (f64::from(n) * hz * 2.0 * PI / f64::from(SAMPLE_RATE)).sin() as f32).collect();
        let power = |part: &[f32]| part.iter().map(|s| s * s).sum::<f32>();
        10.0 * (power(&filter(&sine)[12_000..36_000]) / power(&sine[12_000..36_000])).log10()
    }

    #[test]
    fn rumble_goes_and_the_voice_stays() {
        assert!(response(15.0, without_rumble) < -40.0);
        assert!(response(120.0, without_rumble) > -0.6);
        assert!(response(1000.0, without_rumble).abs() < 0.05);
    }

    #[test]
    fn only_the_sharp_gets_softer() {
        let soften = |sine: &[f32]| {
            let mut voice = sine.to_vec();
            soften_highs(&mut voice);
            voice
        };
        assert!(response(500.0, soften).abs() < 0.1);
        assert!(response(2_500.0, soften) > -1.2);
        assert!(response(10_000.0, soften) < -3.2);
        assert!(response(15_000.0, soften) < -4.2);
    }
}
