//! A file as a sound of the engine's own kind: stereo, 48 kHz, readable at any place.

use super::decode::{Shape, Source};
use super::error::{MediaError, Problem};
use super::resample::{Resampled, length_at_48k};
use crate::library::Asset;
use crate::quantity::Frames;

/// The lowest sample rate that is taken for sound, in Hz: a telephone's.
pub const SLOWEST_RATE: u32 = 8_000;
/// The highest sample rate that is taken, in Hz.
pub const FASTEST_RATE: u32 = 192_000;
/// The most channels that are taken.
pub const MOST_CHANNELS: usize = 16;

/// What a file of sound is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackInfo {
    /// The codec's name, such as `FLAC`.
    pub codec: &'static str,
    /// Its own sample rate, in Hz, from [`SLOWEST_RATE`] to [`FASTEST_RATE`].
    pub rate: u32,
    /// Its channels, from 1 to [`MOST_CHANNELS`].
    pub channels: usize,
    /// Its length in frames of its own rate, without the encoder's delay and padding.
    pub native_length: u64,
    /// Its length at 48 kHz; more than none.
    pub length: Frames,
    /// Whether its ends are known to the frame: not so for MP3 without a tag and AAC without an edit list, which
    /// carry some unknown silence at both ends.
    pub exact_ends: bool,
}

impl From<&Shape> for TrackInfo {
    fn from(shape: &Shape) -> TrackInfo {
        TrackInfo {
            codec: shape.codec,
            rate: shape.rate,
            channels: shape.channels.count(),
            native_length: shape.length,
            length: Frames(length_at_48k(shape.length, shape.rate)),
            exact_ends: shape.exact_ends,
        }
    }
}

/// Opens a file and checks that it can be played to its end: that it is there, is sound, that its beginning decodes,
/// and that its end is where its header says. Takes a millisecond or so, whatever its length.
///
/// Single damaged packets in the middle aren't looked for ([`verify`] does); they play as a short silence.
///
/// # Errors
/// One sentence for each thing that can be wrong, see [`Problem`].
pub fn probe(asset: &Asset) -> Result<TrackInfo, MediaError> {
    super::decode::open(asset).map(|shape| TrackInfo::from(&shape))
}

/// What [`verify`] found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// What the file is.
    pub info: TrackInfo,
    /// How many packets could not be decoded: each is a short silence, some hundredths of a second.
    pub broken: u64,
}

/// Decodes a file whole, some thousand times faster than it plays, and counts what is damaged.
///
/// # Errors
/// As [`probe`].
pub fn verify(asset: &Asset) -> Result<Verified, MediaError> {
    use super::decode::Native;
    let mut source = Source::open(asset)?;
    let mut block = vec![0.0; 8192];
    for at in (0..source.shape().length).step_by(block.len() / 2) {
        source.read(at, &mut block);
    }
    Ok(Verified { info: source.shape().into(), broken: source.broken() })
}

/// A file opened for reading by place, streamed with constant memory.
pub struct Track {
    sound: Resampled<Source>,
    length: Frames,
}

impl Track {
    /// Opens and checks a file, as [`probe`] does.
    ///
    /// # Errors
    /// As [`probe`].
    pub fn open(asset: &Asset) -> Result<Track, MediaError> {
        let source = Source::open(asset)?;
        let rate = source.shape().rate;
        let length = Frames(length_at_48k(source.shape().length, rate));
        let sound = Resampled::new(source, rate).ok_or_else(|| MediaError::new(asset.path(), Problem::Rate(rate)))?;
        Ok(Track { sound, length })
    }

    /// What the file is.
    pub fn info(&self) -> TrackInfo {
        self.sound.native().shape().into()
    }

    /// Whether every jump decodes all that lies before it: AAC, Opus.
    pub(super) fn is_from_start(&self) -> bool {
        self.sound.native().shape().kind.is_from_start()
    }

    /// Its length at 48 kHz.
    pub fn length(&self) -> Frames {
        self.length
    }

    /// Fills `out`, left and right interleaved, with the frames from `at` on; zeros past the end.
    ///
    /// Bit for bit the same for the same place, whatever was read before, in blocks of any size. Reading on is the
    /// fast way; a jump costs about a millisecond, except in AAC, which is decoded from its start again.
    pub fn read(&mut self, at: Frames, out: &mut [f32]) {
        let left = usize::try_from(self.length.saturating_sub(at).0).unwrap_or(usize::MAX);
        let within = left.saturating_mul(2).min(out.len() & !1);
        let (sound, past) = out.split_at_mut(within);
        self.sound.read(at.0, sound);
        past.fill(0.0);
    }
}
