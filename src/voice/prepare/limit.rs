//! Lowers peaks without clipping: a gain that sees them coming.

use crate::quantity::{Decibels, Frames};

/// How far ahead and after a peak the gain is lowered.
const REACH: Frames = Frames::from_millis(6);

/// Taps of the interpolator, on each side.
const TAPS: usize = 12;

/// Holds the true peak at a ceiling: the gain is the smallest that any peak within reach asks for, smoothed by a
/// raised cosine as long, so that it is down when the peak comes and moves without an edge.
pub fn hold(voice: &mut [f32], ceiling: Decibels) {
    let ceiling = ceiling.gain();
    let peaks = between_samples(voice);
    if peaks.iter().all(|peak| *peak <= ceiling) {
        return;
    }
    let asked: Vec<f32> = peaks.iter().map(|peak| if *peak > ceiling { ceiling / peak } else { 1.0 }).collect();
    let reach = REACH.0 as usize;
    let lowest = smallest_within(&asked, reach);
    let weights: Vec<f32> = (0..=2 * reach)
        .map(|n| 1.0 - (std::f32::consts::TAU * (n as f32 + 1.0) / (2 * reach + 2) as f32).cos())
        .collect();
    let gains: Vec<f32> = (0..voice.len())
        .map(|place| {
            let from = place.saturating_sub(reach);
            let to = (place + reach + 1).min(voice.len());
            let near = lowest.get(from..to).unwrap_or_default();
            if near.iter().all(|gain| *gain >= 1.0) {
                return 1.0;
            }
            // At the ends the weights that are left count for all.
            let (mut less, mut total) = (0.0, 0.0);
            for (gain, weight) in near.iter().zip(weights.iter().skip(reach + from - place)) {
                less += (1.0 - gain) * weight;
                total += weight;
            }
            1.0 - less / total
        })
        .collect();
    for (sample, gain) in voice.iter_mut().zip(gains) {
        *sample *= gain;
    }
}

/// For each place the highest of four points from it to the next, by windowed-sinc interpolation.
fn between_samples(voice: &[f32]) -> Vec<f32> {
    let kernels: Vec<Vec<f32>> = (1..4)
        .map(|quarter| {
            let shift = f64::from(quarter) / 4.0;
            (0..2 * TAPS)
                .map(|tap| {
                    let x = tap as f64 - (TAPS as f64 - 1.0) - shift;
                    let window = (std::f64::consts::FRAC_PI_2 * x / (TAPS as f64 + 1.0)).cos().powi(2);
                    let sinc = (std::f64::consts::PI * x).sin() / (std::f64::consts::PI * x);
                    (sinc * window) as f32
                })
                .collect()
        })
        .collect();
    let mut padded = vec![0.0; TAPS - 1];
    padded.extend_from_slice(voice);
    padded.resize(padded.len() + TAPS, 0.0);
    padded
        .windows(2 * TAPS)
        .zip(voice)
        .map(|(around, sample)| {
            kernels.iter().fold(sample.abs(), |highest, kernel| {
                highest.max(around.iter().zip(kernel).map(|(s, k)| s * k).sum::<f32>().abs())
            })
        })
        .collect()
}

/// The smallest value within `reach` places on either side.
fn smallest_within(values: &[f32], reach: usize) -> Vec<f32> {
    let mut smallest = values.to_vec();
    for (place, value) in values.iter().enumerate().filter(|(_, value)| **value < 1.0) {
        let to = (place + reach + 1).min(values.len());
        for near in smallest.get_mut(place.saturating_sub(reach)..to).unwrap_or_default() {
            *near = near.min(*value);
        }
    }
    smallest
}

#[cfg(test)]
mod tests {
    use super::super::super::sound::{measure, tests::hum};
    use super::*;

    #[test]
    fn what_is_under_the_ceiling_is_untouched() {
        let mut voice = hum(0.5, 0.6);
        let before = voice.clone();
        hold(&mut voice, Decibels(-3.0));
        assert_eq!(voice, before);
    }

    #[test]
    fn peaks_stay_under_it_and_the_gain_moves_softly() {
        for (level, click) in [(0.9, 0.0), (3.0, 0.0), (0.2, 1.0)] {
            let before: Vec<f32> =
                hum(1.0, level).iter().enumerate().map(|(n, s)| s + if n == 9_000 { click } else { 0.0 }).collect();
            let mut voice = before.clone();
            hold(&mut voice, Decibels(-3.0));
            let peak = measure(&voice).unwrap().true_peak;
            assert!(peak.0 <= -2.9, "{level} {click}: {peak}");
            let gains: Vec<f32> =
                voice.iter().zip(&before).filter(|(_, b)| b.abs() > 0.01).map(|(v, b)| v / b).collect();
            let step = gains.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max);
            assert!(step < 0.03, "{level} {click}: {step}");
        }
    }
}
