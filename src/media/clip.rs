//! A short sound, whole in memory: words, a bell.

use std::sync::Arc;

use super::error::{MediaError, Problem};
use super::track::Track;
use crate::library::Asset;
use crate::quantity::Frames;

/// A short sound at 48 kHz. Copying it copies nothing.
#[derive(Clone, Debug)]
pub struct Clip {
    samples: Arc<[f32]>,
    channels: usize,
}

impl Clip {
    /// The longest file that is taken for a clip.
    pub const LONGEST: Frames = Frames::from_secs(300);

    /// Of one channel.
    pub fn mono(samples: impl Into<Arc<[f32]>>) -> Clip {
        Clip { samples: samples.into(), channels: 1 }
    }

    /// Of left and right, interleaved.
    pub fn stereo(samples: impl Into<Arc<[f32]>>) -> Clip {
        Clip { samples: samples.into(), channels: 2 }
    }

    /// 1 or 2.
    pub fn channels(&self) -> usize {
        self.channels
    }

    /// Its samples, interleaved if there are two channels.
    pub fn samples(&self) -> &[f32] {
        &self.samples
    }

    /// How long it is.
    pub fn length(&self) -> Frames {
        Frames((self.samples.len() / self.channels) as u64)
    }

    /// Adds its frames from `at` on to `out` (left and right interleaved), times `gain`. One channel goes to both
    /// sides; past its end nothing is added.
    pub fn add(&self, at: Frames, gain: f32, out: &mut [f32]) {
        let from = usize::try_from(at.0).unwrap_or(usize::MAX).saturating_mul(self.channels);
        let samples = self.samples.get(from..).unwrap_or(&[]);
        if self.channels == 2 {
            out.iter_mut().zip(samples).for_each(|(out, sample)| *out += sample * gain);
        } else {
            for (frame, sample) in out.chunks_exact_mut(2).zip(samples) {
                frame[0] += sample * gain;
                frame[1] += sample * gain;
            }
        }
    }
}

/// Reads a short file whole, at 48 kHz. A mono file stays mono, at half the memory; all else becomes stereo.
///
/// # Errors
/// As [`super::probe`], and for more than [`Clip::LONGEST`].
pub fn decode_clip(asset: &Asset) -> Result<Clip, MediaError> {
    let mut track = Track::open(asset)?;
    let length = track.length();
    if length > Clip::LONGEST {
        let problem = Problem::TooLongForClip { seconds: length.seconds(), most: Clip::LONGEST.seconds() };
        return Err(MediaError::new(asset.path(), problem));
    }
    let frames = usize::try_from(length.0).unwrap_or(0);
    if track.info().channels > 1 {
        let mut samples = vec![0.0; frames * 2];
        track.read(Frames::ZERO, &mut samples);
        return Ok(Clip::stereo(samples));
    }
    let mut samples = Vec::with_capacity(frames);
    let mut block = [0.0; 8192];
    while samples.len() < frames {
        track.read(Frames(samples.len() as u64), &mut block);
        let left = frames - samples.len();
        samples.extend(block.chunks_exact(2).map(|frame| frame[0]).take(left));
    }
    Ok(Clip::mono(samples))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_one_channel_to_both_sides() {
        let clip = Clip::mono(vec![1.0, 2.0, 3.0]);
        let mut out = [0.5; 6];
        clip.add(Frames(1), 0.5, &mut out);
        assert_eq!(out, [1.5, 1.5, 2.0, 2.0, 0.5, 0.5]);
        clip.add(Frames(u64::MAX), 1.0, &mut out);
        assert_eq!((out[0], clip.length()), (1.5, Frames(3)));
    }
}
