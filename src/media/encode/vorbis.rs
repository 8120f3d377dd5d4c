//! Ogg Vorbis, for tracks and clips: a tenth of the size, and loops at its right length.

use std::io::Write;
use std::num::{NonZeroU8, NonZeroU32};

use vorbis_rs::{VorbisBitrateManagementStrategy, VorbisEncoder, VorbisEncoderBuilder, VorbisError};

use super::{Encoder, Tags, WriteError};
use crate::quantity::SAMPLE_RATE;

/// Frames handed over at a time.
const BLOCK: usize = 1024;

/// An Ogg Vorbis being written.
pub(super) struct Vorbis<W: Write> {
    encoder: VorbisEncoder<W>,
    sides: [Vec<f32>; 2],
}

impl<W: Write> Vorbis<W> {
    pub(super) fn begin(quality: f32, output: W, tags: &Tags) -> Result<Vorbis<W>, WriteError> {
        let rate = NonZeroU32::new(SAMPLE_RATE).unwrap_or(NonZeroU32::MIN);
        let stereo = NonZeroU8::MIN.saturating_add(1);
        // The serial number only has to differ within one file, and the same sound must make the same file.
        let mut builder = VorbisEncoderBuilder::new_with_serial(rate, stereo, output, 1);
        builder.bitrate_management_strategy(VorbisBitrateManagementStrategy::QualityVbr {
            target_quality: quality.clamp(-0.2, 1.0),
        });
        builder.comment_tags(tags.comments())?;
        Ok(Vorbis { encoder: builder.build()?, sides: [Vec::with_capacity(BLOCK), Vec::with_capacity(BLOCK)] })
    }
}

impl<W: Write> Encoder for Vorbis<W> {
    fn write(&mut self, samples: &[f32]) -> Result<(), WriteError> {
        for block in samples.chunks(BLOCK * 2) {
            for (side, samples) in self.sides.iter_mut().enumerate() {
                samples.clear();
                samples.extend(block.chunks_exact(2).map(|frame| frame[side]));
            }
            self.encoder.encode_audio_block(&self.sides)?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), WriteError> {
        self.encoder.finish()?;
        Ok(())
    }
}

impl From<VorbisError> for WriteError {
    fn from(error: VorbisError) -> WriteError {
        match error {
            VorbisError::Io(error) => error.into(),
            other => WriteError::Codec(other.to_string()),
        }
    }
}
