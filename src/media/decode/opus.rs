//! Blocks of frames out of Ogg Opus, which symphonia can't decode.
//!
//! An Opus decoder's state never settles entirely, so it is always decoded from its beginning: a jump back costs the
//! time to decode all before, about two seconds for ten minutes.

use opus_pure::{MAX_PACKET_SAMPLES, OggOpusReader, OggPacket, OpusDecoder, Trim};

use super::open::Bytes;
use super::{Block, Blocks, guarded};
use crate::library::Asset;
use crate::media::error::Problem;
use crate::quantity::SAMPLE_RATE;

/// So many pages in a row may be unreadable before the rest is given up.
const PATIENCE: u32 = 256;
/// Frames that stand for a packet that can't be decoded: the usual 20 ms.
const USUAL: usize = 960;

impl From<opus_pure::Error> for Problem {
    fn from(error: opus_pure::Error) -> Problem {
        Problem::Corrupt(error.to_string())
    }
}

/// The channels and length, in frames of 48 kHz, of an Ogg Opus file.
pub(super) fn measure(bytes: Bytes) -> Result<(usize, u64), Problem> {
    let mut reader = OggOpusReader::new(bytes)?;
    let (channels, pre_skip) = (usize::from(reader.head().channel_count), u64::from(reader.head().pre_skip));
    if channels == 0 || channels > 2 {
        return Err(Problem::UnsupportedFeature("Opus in surround".into()));
    }
    let mut packet = OggPacket::new(Vec::new(), -1, false);
    let mut end = 0;
    // A page that can't be read ends what is known; the places of the pages before it are right.
    while let Ok(true) = reader.read_packet_into(&mut packet) {
        end = u64::try_from(packet.page_granule).unwrap_or(0).max(end);
    }
    Ok((channels, end.saturating_sub(pre_skip)))
}

/// The packets of one file.
pub(super) struct OpusBlocks {
    asset: Asset,
    stream: Stream,
    broken: u64,
}

struct Stream {
    reader: OggOpusReader<Bytes>,
    decoder: OpusDecoder,
    trim: Trim,
    channels: usize,
    packet: OggPacket,
    wide: Vec<f32>,
    given: u64,
}

impl Stream {
    fn open(asset: &Asset) -> Result<Stream, Problem> {
        let rate = SAMPLE_RATE as i32;
        let reader = OggOpusReader::new(Bytes::open(asset)?)?;
        let channels = usize::from(reader.head().channel_count);
        Ok(Stream {
            decoder: reader.head().decoder(rate)?,
            trim: Trim::new(reader.head(), rate, channels)?,
            reader,
            channels,
            packet: OggPacket::new(Vec::new(), -1, false),
            wide: vec![0.0; MAX_PACKET_SAMPLES * channels],
            given: 0,
        })
    }
}

impl OpusBlocks {
    pub(super) fn new(asset: &Asset) -> Result<OpusBlocks, Problem> {
        Ok(OpusBlocks { asset: asset.clone(), stream: guarded(|| Stream::open(asset))?, broken: 0 })
    }

    fn decode(&mut self, block: &mut Block) -> bool {
        let stream = &mut self.stream;
        for _ in 0..PATIENCE {
            match stream.reader.read_packet_into(&mut stream.packet) {
                Ok(true) => {}
                Ok(false) => return false,
                Err(_) => {
                    self.broken += 1;
                    continue;
                }
            }
            let decoded = stream.decoder.decode(&stream.packet.data, MAX_PACKET_SAMPLES, &mut stream.wide);
            let frames = decoded.unwrap_or_else(|_| {
                self.broken += 1;
                stream.wide[..USUAL * stream.channels].fill(0.0);
                USUAL
            });
            let kept = stream.trim.keep_range(&stream.packet, frames * stream.channels);
            let kept = stream.wide.get(kept).unwrap_or(&[]);
            if kept.is_empty() {
                continue;
            }
            block.samples.clear();
            match stream.channels {
                1 => block.samples.extend(kept.iter().flat_map(|&sample| [sample, sample])),
                _ => block.samples.extend_from_slice(kept),
            }
            super::numbers(&mut block.samples);
            (block.start, block.before) = (stream.given, 0);
            stream.given += (block.samples.len() / 2) as u64;
            return true;
        }
        false
    }
}

impl Blocks for OpusBlocks {
    fn seek(&mut self, _frame: u64) -> Result<(), Problem> {
        self.stream = guarded(|| Stream::open(&self.asset))?;
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
