//! Takes steady noise and hum out of a recording, and leaves the voice.
//!
//! By RNNoise (J.-M. Valin, A Hybrid DSP/Deep Learning Approach to Real-Time Full-Band Speech Enhancement, 2018), which
//! knows speech from what it was trained on. Whatever it takes out, a part stays: silence that is suddenly dead sounds
//! stranger than a soft room, and a whisper that is taken for noise must still be heard.

use nnnoiseless::DenoiseState;

use super::hum::without_hum;
use crate::quantity::Decibels;

/// The most by which noise is lowered.
pub const MOST_TAKEN_OUT: Decibels = Decibels(-15.0);

/// RNNoise learns what the room sounds like from what it hears first: so it hears the beginning twice, the first time
/// backwards, and nothing of that is kept.
const AHEAD: usize = 100;

/// RNNoise counts in 16-bit steps.
const SCALE: f32 = 32_768.0;

/// Takes hum out, and lowers whatever else isn't voice by up to [`MOST_TAKEN_OUT`]. Mono at 48 kHz; as long as before, and
/// in its place.
pub fn without_noise(samples: &[f32]) -> Vec<f32> {
    let samples = &without_hum(samples);
    let frame = DenoiseState::FRAME_SIZE;
    let left = MOST_TAKEN_OUT.gain();
    let mut state = DenoiseState::new();
    let (mut block, mut cleaned) = (vec![0.0; frame], vec![0.0; frame]);
    let mut out: Vec<f32> = Vec::with_capacity(samples.len() + 2 * frame);
    let ahead: Vec<f32> = samples.iter().take(AHEAD * frame).rev().map(|sample| sample * SCALE).collect();
    for part in ahead.chunks_exact(frame) {
        state.process_frame(&mut cleaned, part);
    }
    // What comes out is one frame late.
    for index in 0..=samples.len().div_ceil(frame) {
        block.fill(0.0);
        let from = samples.get(index * frame..).unwrap_or_default();
        block.iter_mut().zip(from).for_each(|(block, sample)| *block = sample * SCALE);
        state.process_frame(&mut cleaned, &block);
        if index > 0 {
            out.extend(cleaned.iter().map(|sample| sample / SCALE));
        }
    }
    out.truncate(samples.len());
    out.iter_mut().zip(samples).for_each(|(cleaned, sample)| *cleaned = *cleaned * (1.0 - left) + sample * left);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn power(sound: &[f32]) -> f32 {
        10.0 * (sound.iter().map(|s| s * s).sum::<f32>() / sound.len() as f32).log10()
    }

    #[test]
    fn steady_noise_and_hum_get_softer_and_never_vanish() {
        let mut seed = 1u32;
        let noise: Vec<f32> = (0..144_000)
            .map(|n| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let hiss = (seed >> 8) as f32 / 16_777_216.0 - 0.5;
                let hum = (n as f32 * 100.0 * std::f32::consts::TAU / 48_000.0).sin();
                0.01 * hiss + 0.005 * hum
            })
            .collect();
        let out = without_noise(&noise);
        assert_eq!(out.len(), noise.len());
        let lowered = power(&out[48_000..]) - power(&noise[48_000..]);
        assert!((-25.0..-10.0).contains(&lowered), "lowered by {lowered}");
    }

    #[test]
    fn silence_stays_silent_and_nothing_stays_nothing() {
        assert_eq!(without_noise(&[]), Vec::<f32>::new());
        assert!(without_noise(&[0.0; 5000]).iter().all(|sample| sample.abs() < 1e-6));
    }
}
