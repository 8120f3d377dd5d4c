//! Takes the hum of the mains out of a recording: its harmonics, one narrow notch each, and only where they are heard.
//!
//! What knows speech from noise ([`super::denoise`]) takes a steady hum for a voice. The mains are 50 or 60 Hz, within
//! 0.2 Hz; what hums is mostly twice that and its multiples (transformers, rectifiers).

use std::f64::consts::PI;

use super::filter::Biquad;
use crate::quantity::SAMPLE_RATE;

/// The mains of the world, in Hz.
const MAINS: [f64; 2] = [50.0, 60.0];
/// So many harmonics are looked for: above some 900 Hz there is hardly any.
const HARMONICS: u32 = 15;
/// Looked for in the quietest quarters of a second: 4 Hz apart can be told apart in them.
const WINDOW: usize = (SAMPLE_RATE / 4) as usize;
/// So far beside a harmonic there must be much less, in Hz: past the width that the window gives a tone.
const BESIDE: f64 = 20.0;
/// A harmonic stands out by 9 dB, a hum of one harmonic alone by 15 dB, as a power.
const OUT: f64 = 8.0;
const FAR_OUT: f64 = 32.0;
/// The width of a notch, in Hz: wide enough for mains that drift, too narrow to be missed in a voice.
const WIDTH: f64 = 3.0;

/// Without hum, if there is any; else as it was.
pub fn without_hum(samples: &[f32]) -> Vec<f32> {
    let mut voice = samples.to_vec();
    for frequency in humming(samples) {
        let notch = notch(frequency);
        notch.run(&mut voice);
        voice.reverse();
        notch.run(&mut voice);
        voice.reverse();
    }
    voice
}

/// The frequencies that hum, in Hz.
fn humming(samples: &[f32]) -> Vec<f64> {
    let power = |window: &[f32]| window.iter().map(|sample| f64::from(sample * sample)).sum::<f64>();
    let mut windows: Vec<(f64, &[f32])> = samples.chunks_exact(WINDOW).map(|window| (power(window), window)).collect();
    windows.sort_by(|a, b| a.0.total_cmp(&b.0));
    // What hums, hums all the time; a voice doesn't keep to multiples of the mains in two silences.
    let [(_, one), (_, other), ..] = windows.as_slice() else { return Vec::new() };
    let out = |frequency: f64| {
        let by = |window: &[f32]| {
            let around = at(window, frequency - BESIDE).max(at(window, frequency + BESIDE));
            at(window, frequency) / around.max(f64::MIN_POSITIVE)
        };
        // Silence has no hum: under -100 dB nothing is asked.
        if at(one, frequency) < 1e-10 { 0.0 } else { by(one).min(by(other)) }
    };
    let found = MAINS.map(|mains| {
        let harmonics = (1..=HARMONICS).map(|number| f64::from(number) * mains);
        let standing: Vec<(f64, f64)> =
            harmonics.map(|frequency| (frequency, out(frequency))).filter(|(_, by)| *by > OUT).collect();
        let alone = standing.len() == 1 && standing.iter().all(|(_, by)| *by < FAR_OUT);
        if alone { Vec::new() } else { standing.into_iter().map(|(frequency, _)| frequency).collect() }
    });
    found.into_iter().max_by_key(Vec::len).unwrap_or_default()
}

/// The power at a frequency (Goertzel's algorithm, with a Hann window).
fn at(window: &[f32], frequency: f64) -> f64 {
    let step = 2.0 * PI * frequency / f64::from(SAMPLE_RATE);
    let twice = 2.0 * step.cos();
    let (mut last, mut before) = (0.0, 0.0);
    for (index, sample) in window.iter().enumerate() {
        let hann = 0.5 - 0.5 * (2.0 * PI * index as f64 / window.len() as f64).cos();
        (last, before) = (f64::from(*sample) * hann + twice * last - before, last);
    }
    (last * last + before * before - twice * last * before) / (window.len() as f64 / 4.0).powi(2)
}

/// RBJ's Audio EQ Cookbook, notch.
fn notch(frequency: f64) -> Biquad {
    let w = 2.0 * PI * frequency / f64::from(SAMPLE_RATE);
    let (cos, alpha) = (w.cos(), w.sin() * WIDTH / (2.0 * frequency));
    let a0 = 1.0 + alpha;
    Biquad { b: [1.0 / a0, -2.0 * cos / a0, 1.0 / a0], a: [-2.0 * cos / a0, (1.0 - alpha) / a0] }
}

#[cfg(test)]
mod tests {
    use super::super::super::sound::tests::hum as voice;
    use super::*;

    fn with_hum(mains: f64) -> Vec<f32> {
        let mut sound = vec![0.0; 24_000];
        sound.extend(voice(2.0, 0.2));
        sound.extend(vec![0.0; 24_000]);
        for (index, sample) in sound.iter_mut().enumerate() {
            let t = index as f64 / f64::from(SAMPLE_RATE);
            for (number, level) in [(1.0, 0.003), (2.0, 0.01), (4.0, 0.004)] {
                *sample += (level * (2.0 * PI * number * (mains + 0.1) * t).sin()) as f32;
            }
        }
        sound
    }

    fn level(part: &[f32]) -> f32 {
        10.0 * (part.iter().map(|s| s * s).sum::<f32>() / part.len() as f32).log10()
    }

    #[test]
    fn mains_of_both_worlds_are_found_and_go() {
        for mains in MAINS {
            let sound = with_hum(mains);
            assert_eq!(humming(&sound), [1.0, 2.0, 4.0].map(|number| number * mains));
            let out = without_hum(&sound);
            let lowered = level(&out[8_000..20_000]) - level(&sound[8_000..20_000]);
            assert!(lowered < -15.0, "{mains} Hz: lowered by {lowered}");
            let words = level(&out[40_000..100_000]) - level(&sound[40_000..100_000]);
            assert!(words.abs() < 0.5, "{mains} Hz: the words changed by {words}");
        }
    }

    #[test]
    fn where_nothing_hums_nothing_changes() {
        let mut sound = vec![0.0; 24_000];
        sound.extend(voice(2.0, 0.2));
        sound.resize(sound.len() + 24_000, 0.0);
        assert_eq!(without_hum(&sound), sound);
        assert_eq!(without_hum(&voice(0.3, 0.2)), voice(0.3, 0.2));
        assert_eq!(humming(&voice(3.0, 0.2)), Vec::<f64>::new(), "a voice that never rests is no hum");
        assert_eq!(without_hum(&[]), Vec::<f32>::new());
    }
}
