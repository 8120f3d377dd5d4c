//! A file's own frames by place, in stereo: blocks cut and joined to whatever is asked for.

use super::open::{Kind, Shape};
use super::opus::OpusBlocks;
use super::symphonia_blocks::SymphoniaBlocks;
use super::{Block, Blocks, Native, open};
use crate::library::Asset;
use crate::media::error::{MediaError, Problem};

/// One file at its own rate.
pub(in crate::media) struct Source {
    shape: Shape,
    blocks: Box<dyn Blocks>,
    block: Block,
    /// Whether `block` holds anything.
    filled: bool,
    /// The place up to which decoding has come; what lies before needs a seek.
    reached: u64,
    /// Whether the decoder has nothing more from here on.
    ended: bool,
}

impl Source {
    /// Opens and checks a file.
    pub(in crate::media) fn open(asset: &Asset) -> Result<Source, MediaError> {
        let shape = open(asset)?;
        let blocks: Result<Box<dyn Blocks>, Problem> = match shape.kind {
            Kind::Opus => OpusBlocks::new(asset).map(|blocks| Box::new(blocks) as _),
            _ => SymphoniaBlocks::new(asset, &shape).map(|blocks| Box::new(blocks) as _),
        };
        let blocks = blocks.map_err(|problem| MediaError::new(asset.path(), problem))?;
        Ok(Source { shape, blocks, block: Block::default(), filled: false, reached: 0, ended: false })
    }

    /// What is known of the file.
    pub(in crate::media) fn shape(&self) -> &Shape {
        &self.shape
    }

    /// How many packets could not be decoded so far.
    pub(in crate::media) fn broken(&self) -> u64 {
        self.blocks.broken()
    }

    /// The frames of the block in hand from `at` on.
    fn in_hand(&self, at: u64) -> &[f32] {
        if !self.filled || at < self.block.start {
            return &[];
        }
        let skip = usize::try_from(at - self.block.start).unwrap_or(usize::MAX).saturating_add(self.block.before);
        self.block.samples.get(skip.saturating_mul(2)..).unwrap_or(&[])
    }

    fn decode(&mut self) {
        self.filled = !self.ended && self.blocks.next(&mut self.block);
        self.ended = !self.filled;
        if self.filled {
            let frames = (self.block.samples.len() / 2 - self.block.before) as u64;
            self.reached = self.block.start + frames;
        }
    }

    fn go(&mut self, at: u64) {
        // Decoding on is cheaper than a seek up to about a second; which way is taken changes nothing in the result.
        let near = at >= self.reached && at - self.reached <= u64::from(self.shape.rate);
        if near || (self.ended && at >= self.reached) {
            return;
        }
        self.filled = false;
        self.ended = self.blocks.seek(at).is_err();
        self.reached = at.saturating_sub(1);
    }
}

impl Native for Source {
    fn read(&mut self, mut at: u64, out: &mut [f32]) {
        let whole = u64::try_from(out.len() / 2).unwrap_or(u64::MAX);
        let known = usize::try_from(self.shape.length.saturating_sub(at).min(whole)).unwrap_or(0);
        let (mut out, past) = out.split_at_mut(known * 2);
        past.fill(0.0);
        if !out.is_empty() && self.in_hand(at).is_empty() {
            self.go(at);
        }
        while !out.is_empty() {
            let ready = self.in_hand(at);
            let count = if !ready.is_empty() {
                let count = ready.len().min(out.len());
                out[..count].copy_from_slice(&ready[..count]);
                count
            } else if self.filled && self.block.start > at {
                // What could not be decoded in between is silence.
                let gap = usize::try_from(self.block.start - at).unwrap_or(usize::MAX).saturating_mul(2);
                let count = gap.min(out.len());
                out[..count].fill(0.0);
                count
            } else if self.ended {
                out.fill(0.0);
                return;
            } else {
                self.decode();
                0
            };
            out = &mut out[count..];
            at += (count / 2) as u64;
        }
    }
}
