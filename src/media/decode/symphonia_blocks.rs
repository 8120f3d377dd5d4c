//! Blocks of frames out of symphonia, from any place exactly as from the beginning.

use symphonia::core::audio::GenericAudioBufferRef;
use symphonia::core::errors::Error;
use symphonia::core::formats::{SeekMode, SeekTo};

use super::open::{Kind, Reader, Shape, reader};
use super::{Block, Blocks, downmix, guarded, numbers};
use crate::library::Asset;
use crate::media::error::Problem;

/// So many parts in a row may be unreadable before the rest is given up: no damaged file may keep us busy for ever.
const PATIENCE: u32 = 256;

/// The packets of one file.
pub(super) struct SymphoniaBlocks {
    asset: Asset,
    shape: Shape,
    weights: Vec<[f32; 2]>,
    reader: Reader,
    /// Frames that came out since the beginning, for codecs that are decoded from there.
    decoded: u64,
    /// Interleaved frames of a packet before they are mixed down.
    wide: Vec<f32>,
    broken: u64,
}

impl SymphoniaBlocks {
    pub(super) fn new(asset: &Asset, shape: &Shape) -> Result<SymphoniaBlocks, Problem> {
        Ok(SymphoniaBlocks {
            reader: guarded(|| reader(asset, shape.gapless))?,
            asset: asset.clone(),
            weights: downmix::weights(&shape.channels),
            shape: shape.clone(),
            decoded: 0,
            wide: Vec::new(),
            broken: 0,
        })
    }

    fn reopen(&mut self) -> Result<(), Problem> {
        self.reader = guarded(|| reader(&self.asset, self.shape.gapless))?;
        self.decoded = 0;
        Ok(())
    }
}

impl Blocks for SymphoniaBlocks {
    fn seek(&mut self, frame: u64) -> Result<(), Problem> {
        let preroll = match self.shape.kind {
            Kind::Alone => 0,
            // Two of the longest blocks (8192), of which the first yields nothing.
            Kind::Lapped => 16_384,
            // The reservoir reaches back 511 bytes, which is 10 frames at 32 kbit/s, and the filter bank two more.
            Kind::Reservoir => 16 * 1152,
            Kind::FromStart | Kind::Opus => return self.reopen(),
        };
        let ts = self.shape.timestamp(frame.saturating_sub(preroll));
        let to = SeekTo::Timestamp { ts, track_id: self.reader.track };
        let format = &mut self.reader.format;
        if frame <= preroll || guarded(|| Ok(format.seek(SeekMode::Accurate, to)?)).is_err() {
            return self.reopen();
        }
        self.reader.decoder.reset();
        Ok(())
    }

    fn next(&mut self, block: &mut Block) -> bool {
        guarded(|| Ok(self.decode(block))).unwrap_or_else(|_| {
            self.broken += 1;
            false
        })
    }

    fn broken(&self) -> u64 {
        self.broken
    }
}

impl SymphoniaBlocks {
    /// The next run of frames, or `false` at the end.
    fn decode(&mut self, block: &mut Block) -> bool {
        for _ in 0..PATIENCE {
            let packet = match self.reader.format.next_packet() {
                Ok(Some(packet)) => packet,
                Ok(None) | Err(Error::IoError(_) | Error::ResetRequired) => return false,
                Err(_) => {
                    self.broken += 1;
                    continue;
                }
            };
            if packet.track_id != self.reader.track {
                continue;
            }
            let from_start = self.shape.kind == Kind::FromStart;
            let place = if from_start { self.decoded } else { self.shape.frame(packet.pts.get().max(0)) };
            let decoded = match self.reader.decoder.decode(&packet) {
                Ok(decoded) if decoded.spec().channels().count() == self.weights.len() => decoded,
                _ => {
                    self.broken += 1;
                    self.decoded += packet.block_dur().get();
                    continue;
                }
            };
            let frames = decoded.frames();
            if frames == 0 {
                continue;
            }
            stereo(&decoded, &self.weights, &mut self.wide, &mut block.samples);
            self.decoded += frames as u64;
            block.before = usize::try_from(self.shape.delay.saturating_sub(place)).unwrap_or(usize::MAX).min(frames);
            block.start = place.saturating_sub(self.shape.delay);
            return true;
        }
        false
    }
}

/// Mixes a decoded packet down into `out`. What isn't a number becomes silence.
fn stereo(decoded: &GenericAudioBufferRef<'_>, weights: &[[f32; 2]], wide: &mut Vec<f32>, out: &mut Vec<f32>) {
    let frames = decoded.frames();
    out.resize(frames * 2, 0.0);
    if weights == [[1.0, 0.0], [0.0, 1.0]] {
        decoded.copy_to_slice_interleaved::<f32, _>(&mut out[..]);
    } else {
        wide.resize(frames * weights.len(), 0.0);
        decoded.copy_to_slice_interleaved::<f32, _>(&mut wide[..]);
        numbers(wide);
        downmix::mix(weights, wide, out);
    }
    if matches!(decoded, GenericAudioBufferRef::F32(_) | GenericAudioBufferRef::F64(_)) {
        numbers(out);
    }
}
