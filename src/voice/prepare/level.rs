//! Brings the loud beginning and the faint end of a sentence nearer to each other, as a calm speaker would.

use crate::quantity::{Decibels, Frames};

/// Half of the window over which the level is taken: words, not syllables, are evened out.
const HALF: Frames = Frames::from_millis(300);

/// The share of a difference that is taken away: speech without any would sound lifeless.
const SHARE: f32 = 0.5;

/// The most that is added or taken away.
const MOST: f32 = 5.0;

/// The level is taken once in so many samples, and the gain drawn in a line between.
const STEP: usize = 480;

/// Evens out a voice, in place, with a gain that moves as slowly as its window is long.
pub fn even_out(voice: &mut [f32]) {
    let powers: Vec<f32> =
        voice.chunks(STEP).map(|part| part.iter().map(|s| s * s).sum::<f32>() / part.len().max(1) as f32).collect();
    let levels = smooth(&powers);
    let loudest = levels.iter().copied().fold(0.0, f32::max);
    // The mean of what is words: within 20 dB of the loudest.
    let words: Vec<f32> = levels.iter().copied().filter(|level| *level > loudest * 0.01).collect();
    let mean = words.iter().sum::<f32>() / words.len().max(1) as f32;
    if mean <= 0.0 {
        return;
    }
    let changes: Vec<f32> = levels
        .iter()
        .map(|level| {
            let over = 10.0 * (level / mean).max(1e-6).log10();
            // Pauses are no faint words: what is far under them is left as it is.
            let faint = if over < -20.0 { ((over + 40.0) / 20.0).clamp(0.0, 1.0) } else { 1.0 };
            (-over * SHARE * faint).clamp(-MOST, MOST)
        })
        .collect();
    let gains: Vec<f32> = smooth(&changes).into_iter().map(|change| Decibels(change).gain()).collect();
    for (place, sample) in voice.iter_mut().enumerate() {
        let (at, part) = (place / STEP, (place % STEP) as f32 / STEP as f32);
        let here = gains.get(at).copied().unwrap_or(1.0);
        let next = gains.get(at + 1).copied().unwrap_or(here);
        *sample *= here + (next - here) * part;
    }
}

/// The mean around each step, weighted by a raised cosine.
fn smooth(values: &[f32]) -> Vec<f32> {
    let half = HALF.0 as usize / STEP;
    let weight = |off: usize| 1.0 + (std::f32::consts::PI * off as f32 / (half + 1) as f32).cos();
    (0..values.len())
        .map(|place| {
            let from = place.saturating_sub(half);
            let near = values.iter().enumerate().skip(from).take(place + half + 1 - from);
            let (sum, all) = near.fold((0.0, 0.0), |(sum, all), (at, value)| {
                let weight = weight(at.abs_diff(place));
                (sum + weight * value, all + weight)
            });
            sum / all
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::sound::{measure, tests::hum};
    use super::*;

    #[test]
    fn a_faint_end_comes_nearer_and_silence_stays_silent() {
        let mut voice = hum(3.0, 0.3);
        voice[72_000..].iter_mut().for_each(|sample| *sample *= 0.3);
        voice.extend(vec![1e-5; 48_000]);
        even_out(&mut voice);
        let loudness = |part: &[f32]| measure(part).unwrap().loudness;
        let apart = (loudness(&voice[..60_000]) - loudness(&voice[90_000..140_000])).0;
        assert!((4.0..7.5).contains(&apart), "of 10.5 dB {apart} are left");
        assert!(voice[170_000..].iter().all(|sample| sample.abs() < 2e-5));
    }
}
