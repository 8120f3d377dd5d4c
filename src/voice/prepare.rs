//! Makes spoken sound pleasant: level, soft edges, no harsh highs, no surprise.
//!
//! In order: no offset and no rumble, silence trimmed, highs softened, loud and faint words brought
//! nearer to each other, levelled to [`VOICE_LOUDNESS`], peaks lowered
//! by a look-ahead limiter, edges faded. All of it offline, with the whole clip at hand. This room must not know where
//! a clip came from.

mod denoise;
mod filter;
mod hum;
mod level;
mod limit;

use crate::quantity::{Decibels, Frames, Lufs, SAMPLE_RATE};

use super::sound::{LONGEST_CLIP, SoundError, measure};

pub use denoise::{MOST_TAKEN_OUT, without_noise};

/// How loud a prompt is: the level of spoken words that the engine's balance is built on (see the design's levels).
pub const VOICE_LOUDNESS: Lufs = Lufs(-20.0);

/// No peak of a clip is higher than this, also between its samples and after encoding.
pub const VOICE_PEAK: Decibels = Decibels(-3.0);

/// The limiter aims lower than [`VOICE_PEAK`], since encoding moves peaks by some tenths of a dB.
const LIMIT_AT: Decibels = Decibels(-3.6);

/// What stays of the silence before the words, and after them.
const LEAD: Frames = Frames::from_millis(50);
const TAIL: Frames = Frames::from_millis(60);

/// The length of the fade at the beginning, and at the end.
const FADE_IN: Frames = Frames::from_millis(20);
const FADE_OUT: Frames = Frames::from_millis(40);

/// Sound counts as words above this share of the clip's loudest 10 ms: 45 dB under it.
const WORDS_ABOVE: f32 = 0.005_6;

/// A recorded room is at least 26 dB under the loudest of the words, or else what is quietest isn't the room; words
/// begin 8 dB over it.
const ROOM_UNDER: f32 = 0.05;
const OVER_ROOM: f32 = 2.5;

/// In a room a single 10 ms may stand out: words do for so many of them in a row.
const ROOM_BLIP: usize = 4;

/// Under this (-66 dB of full scale) even the loudest 10 ms are nothing.
const NOTHING_UNDER: f32 = 5e-4;

/// At most this much is added to a quiet recording: more would only lift its noise.
const MOST_GAIN: Decibels = Decibels(36.0);

/// Makes spoken sound (mono, 48 kHz) pleasant.
///
/// The result is at [`VOICE_LOUDNESS`] within half a LU, unless peaks so high over the words forbid it; it begins and
/// ends in silence.
///
/// # Errors
/// Sound that is empty, silent, not a number, or longer than [`LONGEST_CLIP`].
pub fn prepare(samples: &[f32]) -> Result<Vec<f32>, SoundError> {
    check(samples)?;
    let mut voice = trimmed(&filter::without_rumble(samples), WORDS_ABOVE, 1)?;
    filter::soften_highs(&mut voice);
    levelled(voice)
}

/// The same for a person's own recording: its highs stay as they are, and what is no louder than the room around the
/// words doesn't count as words.
///
/// # Errors
/// As [`prepare`].
pub fn prepare_recording(samples: &[f32]) -> Result<Vec<f32>, SoundError> {
    check(samples)?;
    let voice = filter::without_rumble(samples);
    let levels = levels(&voice);
    let loudest = levels.iter().copied().fold(0.0, f32::max);
    let room = quietest_tenth(&levels) / loudest.max(f32::MIN_POSITIVE);
    // Where words fill all of it there is no room to be heard: then nothing above the usual threshold is cut.
    let above = if room < ROOM_UNDER { (room * OVER_ROOM).max(WORDS_ABOVE) } else { WORDS_ABOVE };
    levelled(trimmed(&voice, above, ROOM_BLIP)?)
}

/// Evened out, at the level of all clips, with soft edges.
fn levelled(mut voice: Vec<f32>) -> Result<Vec<f32>, SoundError> {
    level::even_out(&mut voice);
    // Lowering the peaks lowers the loudness a little: a second and third round make it good.
    let source = voice.clone();
    let mut gain = Decibels::UNITY;
    for _ in 0..4 {
        let missing = VOICE_LOUDNESS - measure(&voice)?.loudness;
        if missing.0.abs() < 0.1 {
            break;
        }
        gain = Decibels((gain + missing).0.min(MOST_GAIN.0));
        voice = source.iter().map(|sample| sample * gain.gain()).collect();
        limit::hold(&mut voice, LIMIT_AT);
    }
    limit::hold(&mut voice, LIMIT_AT);
    fade_edges(&mut voice);
    Ok(voice)
}

/// Makes sentences that were spoken apart one pleasant clip: each as [`prepare`] makes it, so that none is louder than
/// the others, with a pause before each but the first.
///
/// # Errors
/// What [`prepare`] refuses, in any of them.
pub fn join(sentences: &[Vec<f32>], pause: impl Fn(usize) -> Frames) -> Result<Vec<f32>, SoundError> {
    let mut joined = Vec::new();
    for (gap, sentence) in sentences.iter().enumerate() {
        let voice = prepare(sentence)?;
        if gap > 0 {
            let silence = pause(gap).saturating_sub(LEAD + TAIL);
            joined.resize(joined.len() + silence.0 as usize, 0.0);
        }
        joined.extend(voice);
    }
    if joined.is_empty() {
        return Err(SoundError::Empty);
    }
    // Sentences of equal loudness stay so together but for the gating of their pauses: make that good too.
    let gain = (VOICE_LOUDNESS - measure(&joined)?.loudness).gain();
    joined.iter_mut().for_each(|sample| *sample *= gain);
    limit::hold(&mut joined, LIMIT_AT);
    Ok(joined)
}

fn check(samples: &[f32]) -> Result<(), SoundError> {
    if samples.is_empty() {
        return Err(SoundError::Empty);
    }
    if samples.len() as u64 > LONGEST_CLIP.0 {
        return Err(SoundError::TooLong { most: LONGEST_CLIP });
    }
    if samples.iter().any(|sample| !sample.is_finite()) {
        return Err(SoundError::NotFinite);
    }
    Ok(())
}

/// What is measured at a time: 10 ms.
const WINDOW: usize = (SAMPLE_RATE / 100) as usize;

/// How loud each 10 ms are.
fn levels(samples: &[f32]) -> Vec<f32> {
    let power = |part: &[f32]| (part.iter().map(|s| s * s).sum::<f32>() / part.len().max(1) as f32).sqrt();
    samples.chunks(WINDOW).map(power).collect()
}

/// What a tenth of the levels lie under.
fn quietest_tenth(levels: &[f32]) -> f32 {
    let mut sorted = levels.to_vec();
    sorted.sort_by(f32::total_cmp);
    sorted.get(sorted.len() / 10).copied().unwrap_or(0.0)
}

/// The words, with a little of the silence around them. Words are above this share of the loudest 10 ms, for so many 10 ms
/// in a row.
fn trimmed(samples: &[f32], above: f32, in_a_row: usize) -> Result<Vec<f32>, SoundError> {
    let levels = levels(samples);
    let loudest = levels.iter().copied().fold(0.0, f32::max);
    if loudest < NOTHING_UNDER {
        return Err(SoundError::Silent);
    }
    let words = |levels: &[f32]| levels.iter().all(|level| *level > loudest * above);
    let ends = |in_a_row: usize| {
        let first = levels.windows(in_a_row).position(words)?;
        Some((first, levels.windows(in_a_row).rposition(words)? + in_a_row))
    };
    let (first, last) = ends(in_a_row).or_else(|| ends(1)).ok_or(SoundError::Silent)?;
    let (first, last) = (first * WINDOW, last * WINDOW);
    let (lead, tail) = (LEAD.0 as usize, TAIL.0 as usize);
    let from = first.saturating_sub(lead);
    let to = (last + tail).min(samples.len());
    // Where the file has less silence than we keep, silence is added, so that the fades never eat the words.
    let mut voice = vec![0.0; lead.saturating_sub(first)];
    voice.extend_from_slice(samples.get(from..to).unwrap_or(samples));
    voice.resize(voice.len() + (last + tail).saturating_sub(samples.len()).min(tail), 0.0);
    Ok(voice)
}

/// A raised cosine at both ends; the very first and last sample are zero.
fn fade_edges(voice: &mut [f32]) {
    let shape = |place: usize, over: usize| 0.5 - 0.5 * (std::f32::consts::PI * place as f32 / over as f32).cos();
    let (fade_in, fade_out) = (FADE_IN.0 as usize, FADE_OUT.0 as usize);
    for (place, sample) in voice.iter_mut().enumerate().take(fade_in) {
        *sample *= shape(place, fade_in);
    }
    for (place, sample) in voice.iter_mut().rev().enumerate().take(fade_out) {
        *sample *= shape(place, fade_out);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sound::tests::hum;
    use super::*;

    /// Words in the middle of silence.
    fn spoken(level: f32, before: usize, after: usize) -> Vec<f32> {
        let mut sound = vec![0.0; before];
        sound.extend(hum(2.0, level));
        sound.resize(sound.len() + after, 0.0);
        sound
    }

    #[test]
    fn whatever_its_level_a_clip_ends_up_equally_loud_with_soft_edges() {
        for (level, offset) in [(0.005, 0.0), (0.1, 0.2), (0.99, -0.3), (4.0, 0.0)] {
            let sound: Vec<f32> = spoken(level, 30_000, 50_000).iter().map(|s| s + offset).collect();
            let voice = prepare(&sound).unwrap();
            let measured = measure(&voice).unwrap();
            assert!((measured.loudness - VOICE_LOUDNESS).0.abs() < 0.5, "{level}: {measured:?}");
            assert!(measured.true_peak <= VOICE_PEAK, "{level}: {measured:?}");
            let mean = voice.iter().sum::<f32>() / voice.len() as f32;
            assert!(mean.abs() < 1e-3, "{mean}");
            assert!(voice[..100].iter().chain(&voice[voice.len() - 100..]).all(|s| s.abs() < 1e-3));
        }
    }

    #[test]
    fn silence_is_trimmed_but_words_are_not() {
        let wanted = Frames::from_seconds(2.0) + LEAD + TAIL;
        for (before, after) in [(0, 0), (96_000, 480_000), (500, 0), (0, 2_000)] {
            let voice = prepare(&spoken(0.2, before, after)).unwrap();
            let off = (voice.len() as i64 - wanted.0 as i64).abs();
            assert!(off <= 2 * 480 + 200, "{before} {after}: {off}");
        }
    }

    #[test]
    fn a_room_around_the_words_is_trimmed_too() {
        let mut seed = 1u32;
        let mut room = |level: f32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            level * ((seed >> 8) as f32 / 8_388_608.0 - 1.0)
        };
        for level in [0.0, 0.0005, 0.004] {
            let mut sound = spoken(0.2, 48_000, 48_000);
            // A chair creaks, far away.
            sound[9_600..9_900].iter_mut().for_each(|sample| *sample = room(8.0 * level));
            sound.iter_mut().for_each(|sample| *sample += room(level));
            let seconds = prepare_recording(&sound).unwrap().len() as f64 / 48_000.0;
            assert!((2.05..2.2).contains(&seconds), "room {level}: {seconds} s");
        }
        let short = prepare_recording(&spoken(0.2, 480, 480)).unwrap();
        assert!(short.len() as u64 > Frames::from_secs(2).0, "words that fill all of it stay");
    }

    #[test]
    fn what_cannot_be_a_clip_is_refused() {
        assert_eq!(prepare(&[]), Err(SoundError::Empty));
        assert_eq!(prepare(&[0.0; 48_000]), Err(SoundError::Silent));
        assert_eq!(prepare(&[0.9; 48_000]), Err(SoundError::Silent), "an offset alone is silence");
        assert_eq!(prepare(&[0.1, f32::NAN]), Err(SoundError::NotFinite));
        assert_eq!(prepare(&[f32::INFINITY]), Err(SoundError::NotFinite));
        let long = vec![0.0; LONGEST_CLIP.0 as usize + 1];
        assert_eq!(prepare(&long), Err(SoundError::TooLong { most: LONGEST_CLIP }));
    }

    #[test]
    fn words_that_were_cut_close_get_soft_edges_too() {
        let mut steady: Vec<f32> = (0..96_000).map(|n| 0.2 * (n as f32 * 0.03).cos()).collect();
        let voice = prepare(&steady).unwrap();
        steady.splice(0..0, std::iter::repeat_n(1e-3, 30_000));
        for voice in [voice, prepare(&steady).unwrap()] {
            assert!(voice[..48].iter().chain(&voice[voice.len() - 48..]).all(|s| s.abs() < 1e-3));
            assert!(voice[0] == 0.0 && voice[voice.len() - 1] == 0.0);
        }
    }

    #[test]
    fn a_click_does_not_decide_the_level() {
        let mut sound = spoken(0.05, 9_000, 9_000);
        sound[60_000] = 1.0;
        let measured = measure(&prepare(&sound).unwrap()).unwrap();
        assert!((measured.loudness - VOICE_LOUDNESS).0.abs() < 0.6, "{measured:?}");
        assert!(measured.true_peak <= VOICE_PEAK, "{measured:?}");
    }
}
