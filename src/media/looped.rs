//! A file over and over without an end, and whether its ends fit together.

use super::decode::{Native, Shape, Source};
use super::error::{MediaError, Problem};
use super::loudness::LONG;
use super::resample::Resampled;
use super::track::TrackInfo;
use crate::library::Asset;
use crate::quantity::Frames;

/// A file repeated for ever, at any place, streamed with constant memory.
///
/// The repetition is made at the file's own rate and one resampler runs through all of it, so that the seam is as
/// smooth as any other place.
pub struct Looped {
    sound: Resampled<Ring>,
}

impl Looped {
    /// The longest crossfade that is made; a longer wish is shortened to it. (Its sound is kept in memory.)
    pub const LONGEST_CROSSFADE: Frames = Frames::from_secs(10);

    /// Opens and checks a file to repeat it. With a crossfade of zero the beginning follows the end in the next frame;
    /// otherwise they overlap for so long with equal power (at most a half of the file). [`seam`] says which is right.
    ///
    /// # Errors
    /// As [`super::probe`].
    pub fn open(asset: &Asset, crossfade: Frames) -> Result<Looped, MediaError> {
        let mut source = Source::open(asset)?;
        let shape = source.shape().clone();
        let (first, end) = if crossfade == Frames::ZERO { (0, shape.length) } else { sounding(&mut source) };
        let fade = (crossfade.min(Looped::LONGEST_CROSSFADE).seconds() * f64::from(shape.rate)).round() as u64;
        let fade = fade.min((end - first) / 2);
        let ring = Ring { source, first, period: end - first - fade, fade, tail: Vec::new() };
        let sound = Resampled::new(ring, shape.rate);
        Ok(Looped { sound: sound.ok_or_else(|| MediaError::new(asset.path(), Problem::Rate(shape.rate)))? })
    }

    /// What the file is.
    pub fn info(&self) -> TrackInfo {
        self.sound.native().source.shape().into()
    }

    /// Fills `out`, left and right interleaved, with the frames from `at` on, counted from the first beginning.
    ///
    /// Bit for bit the same for the same place, whatever was read before, in blocks of any size.
    pub fn read(&mut self, at: Frames, out: &mut [f32]) {
        self.sound.read(at.0, out);
    }
}

/// The endless native stream.
struct Ring {
    source: Source,
    /// The file's first frame that is used.
    first: u64,
    /// Frames from one beginning to the next.
    period: u64,
    /// Frames of overlap after each beginning but the first.
    fade: u64,
    /// The last `fade` frames of the file, read when they are first needed: just after all that comes before.
    tail: Vec<f32>,
}

impl Native for Ring {
    fn read(&mut self, mut at: u64, mut out: &mut [f32]) {
        while out.len() >= 2 {
            let (turn, place) = (at / self.period, at % self.period);
            let left = usize::try_from(self.period - place).unwrap_or(usize::MAX).saturating_mul(2);
            let (now, rest) = out.split_at_mut(left.min(out.len() & !1));
            let fading = turn > 0 && place < self.fade;
            if fading && self.tail.is_empty() {
                self.tail.resize(usize::try_from(self.fade).unwrap_or(0) * 2, 0.0);
                self.source.read(self.first + self.period, &mut self.tail);
            }
            self.source.read(self.first + place, now);
            if fading {
                overlap(&self.tail, place, now);
            }
            at += (now.len() / 2) as u64;
            out = rest;
        }
    }
}

/// Mixes the tail, going, into the head, coming, from frame `place` of the overlap on: equal power, a quarter of a
/// circle.
fn overlap(tail: &[f32], place: u64, head: &mut [f32]) {
    let whole = tail.len() / 2;
    let from = usize::try_from(place).unwrap_or(whole).min(whole);
    for (index, (coming, going)) in head.chunks_exact_mut(2).zip(tail[from * 2..].chunks_exact(2)).enumerate() {
        let angle = ((from + index) as f32 + 0.5) / whole as f32 * std::f32::consts::FRAC_PI_2;
        let (rise, fall) = angle.sin_cos();
        coming[0] = coming[0] * rise + going[0] * fall;
        coming[1] = coming[1] * rise + going[1] * fall;
    }
}

/// Below this (-74 dB) the padding of an encoder counts as silence.
const PADDING: f32 = 2e-4;
/// Encoders pad with at most so many frames.
const LONGEST_PADDING: usize = 4096;

/// First frame and end of what sounds, where the file doesn't say how much of its ends is padding.
fn sounding(source: &mut Source) -> (u64, u64) {
    let length = source.shape().length;
    if source.shape().exact_ends || length < 8 * LONGEST_PADDING as u64 {
        return (0, length);
    }
    let mut edge = vec![0.0; LONGEST_PADDING * 2];
    let loud = |frame: &[f32]| frame.iter().any(|sample| sample.abs() > PADDING);
    source.read(0, &mut edge);
    // Nothing but silence there is silence that is meant.
    let first = edge.chunks_exact(2).position(loud).unwrap_or(0) as u64;
    source.read(length - LONGEST_PADDING as u64, &mut edge);
    let last = edge.chunks_exact(2).rev().position(loud).unwrap_or(0) as u64;
    (first, length - last)
}

/// The crossfade for ends that don't fit together.
const CROSSFADE: f64 = 1.5;
/// The crossfade for a file that fades in and out, so that its fades lie over each other.
const LONG_CROSSFADE: f64 = 4.0;

/// How a file should be looped: zero if its end runs into its beginning by itself, or else the crossfade it needs.
///
/// Decided from the sound, always the same for the same file. Two windows of 0.1 s at the ends are compared with each
/// other, and with a second of sound further inside:
///
/// - ends that aren't known to the frame (MP3 without a tag, AAC without an edit list) need 1.5 s;
/// - so does a step from the last frame to the first of more than twice the largest step near them, which would click;
/// - and a difference of loudness between end and beginning of more than 9 dB, which would jump;
/// - ends that are both more than 15 dB quieter than the inside, as of a song that fades out, need 4 s.
///
/// Never more than a quarter of the file.
///
/// # Errors
/// As [`super::probe`].
pub fn seam(asset: &Asset) -> Result<Frames, MediaError> {
    let mut source = Source::open(asset)?;
    let shape = source.shape().clone();
    let wanted = needed(&mut source, &shape);
    let quarter = shape.length as f64 / f64::from(shape.rate) / 4.0;
    Ok(Frames::from_seconds(wanted.min(quarter)))
}

fn needed(source: &mut Source, shape: &Shape) -> f64 {
    // To hear the end of a long file that decodes from its start only would take minutes.
    let far = shape.kind.is_from_start() && shape.length as f64 / f64::from(shape.rate) > LONG.seconds();
    if !shape.exact_ends || far {
        return CROSSFADE;
    }
    let window = u64::from(shape.rate / 10).min(shape.length);
    let mut part = |from: u64, frames: u64| {
        let mut samples = vec![0.0; usize::try_from(frames).unwrap_or(0) * 2];
        source.read(from, &mut samples);
        samples
    };
    let begin = part(0, window);
    let end = part(shape.length - window, window);
    let (level_begin, level_end) = (power(&begin), power(&end));
    // -70 dB: what is as quiet as this at both ends fits together whatever it is.
    const NOTHING: f64 = 1e-7;
    const DIFFERENT: f64 = 7.94; // 9 dB
    const FADED: f64 = 31.6; // 15 dB
    let inside = u64::from(shape.rate) * 3;
    if shape.length > 4 * inside {
        let second = u64::from(shape.rate);
        let body = power(&part(inside, second)).min(power(&part(shape.length - inside, second)));
        if body > NOTHING && level_begin.max(level_end) * FADED < body {
            return LONG_CROSSFADE;
        }
    }
    let (low, high) = (level_begin.min(level_end), level_begin.max(level_end));
    if high > NOTHING && low * DIFFERENT < high {
        return CROSSFADE;
    }
    if clicks(&end, &begin) { CROSSFADE } else { 0.0 }
}

fn power(samples: &[f32]) -> f64 {
    samples.iter().map(|&sample| f64::from(sample) * f64::from(sample)).sum::<f64>() / samples.len().max(1) as f64
}

/// Whether going from the last frame of `end` to the first of `begin` is a larger step than its surroundings make.
fn clicks(end: &[f32], begin: &[f32]) -> bool {
    const AUDIBLE: f32 = 2e-3; // -54 dB
    (0..2).any(|side| {
        let steps = |samples: &[f32]| {
            samples.windows(3).skip(side).step_by(2).map(|frame| (frame[2] - frame[0]).abs()).fold(0.0f32, f32::max)
        };
        let usual = steps(end).max(steps(begin));
        match (end.iter().nth_back(1 - side), begin.get(side)) {
            (Some(last), Some(first)) => (first - last).abs() > (2.0 * usual).max(AUDIBLE),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_in_one_ear_is_a_click() {
        let flat = [0.1, 0.2].repeat(100);
        assert!(!clicks(&flat, &flat));
        assert!(clicks(&flat, &[0.1, 0.25].repeat(100)));
        assert!(clicks(&flat, &[0.15, 0.2].repeat(100)));
        let rough: Vec<f32> = (0..200).map(|index| if index % 4 < 2 { 0.1 } else { -0.1 }).collect();
        assert!(!clicks(&rough, &[0.2, 0.2].repeat(100)));
    }

    #[test]
    fn overlapping_keeps_the_power() {
        let tail = vec![1.0f32; 2000];
        let mut head = vec![0.0f32; 2000];
        overlap(&tail, 0, &mut head);
        let mut coming = vec![1.0f32; 2000];
        overlap(&vec![0.0; 2000], 0, &mut coming);
        for (going, coming) in head.iter().zip(&coming) {
            assert!((going * going + coming * coming - 1.0).abs() < 1e-5);
        }
        assert!(head[0] > 0.999 && head[1999] < 0.001);
    }
}
