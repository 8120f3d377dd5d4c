//! Sound into files: one file of code for each format.
//!
//! An encoder takes stereo at 48 kHz block by block and keeps almost nothing of it. What it writes for a frame depends
//! on that frame's place alone (dither too), so that a part is exactly a part of the whole.

mod dither;
mod flac;
mod opus;
mod vorbis;
mod wav;
mod whole_file;

use std::io::{self, Seek, Write};

use crate::quantity::Frames;

pub use dither::quantise;
pub use flac::flac_mono;
pub use opus::opus_mono;
pub use whole_file::WholeFile;

/// A format of file, with its settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    /// WAV; past 4 GiB its RF64 form.
    Wav(WavSamples),
    /// FLAC, compressed without loss.
    Flac(Bits),
    /// Ogg Vorbis, compressed with loss.
    OggVorbis {
        /// From -0.2 (45 kbit/s) to 1 (500 kbit/s); 0.5 is about 160 kbit/s and hard to tell from the original.
        quality: f32,
    },
}

/// What a WAV holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WavSamples {
    /// Whole numbers, dithered.
    Whole(Bits),
    /// 32-bit floating point, exactly what came in.
    Float,
}

/// Bits of a whole-number sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bits {
    /// 16, as on a CD.
    Sixteen,
    /// 24.
    TwentyFour,
}

impl Bits {
    /// How many.
    pub fn count(self) -> u32 {
        match self {
            Bits::Sixteen => 16,
            Bits::TwentyFour => 24,
        }
    }
}

/// What a file says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags {
    /// The title; nothing is written if it is empty.
    pub title: String,
    /// Chapters: where each begins, from the file's own beginning, and what it is called.
    pub chapters: Vec<(Frames, String)>,
}

impl Tags {
    /// As Vorbis comments: `TITLE`, and for each chapter `CHAPTER001` with its time and `CHAPTER001NAME` (the Ogg
    /// chapter extension).
    fn comments(&self) -> Vec<(String, String)> {
        let mut comments = Vec::new();
        if !self.title.is_empty() {
            comments.push(("TITLE".to_owned(), clean(&self.title)));
        }
        for (index, (at, name)) in self.chapters.iter().enumerate().take(999) {
            let millis = at.0 / (u64::from(crate::quantity::SAMPLE_RATE) / 1000);
            let (hours, minutes, seconds) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60);
            let time = format!("{hours:02}:{minutes:02}:{seconds:02}.{:03}", millis % 1000);
            comments.push((format!("CHAPTER{:03}", index + 1), time));
            comments.push((format!("CHAPTER{:03}NAME", index + 1), clean(name)));
        }
        comments
    }
}

/// A text as the formats can hold it: on one line, with nothing that ends a string or moves a cursor.
fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Takes sound and writes a file of it.
pub trait Encoder {
    /// Takes the next frames: left and right interleaved, 48 kHz.
    ///
    /// # Errors
    /// What the output says.
    fn write(&mut self, samples: &[f32]) -> Result<(), WriteError>;

    /// Writes what is left, and completes the header. Without it the file is not whole.
    ///
    /// # Errors
    /// What the output says.
    fn finish(self: Box<Self>) -> Result<(), WriteError>;
}

/// Begins a file on `output`. `first` is the place, in the whole that this file is a part of, of the first frame that
/// will be written: the dither goes by it.
///
/// # Errors
/// What the output says, or a setting out of range.
pub fn begin<'a, W: Write + Seek + 'a>(
    format: Format,
    output: W,
    first: Frames,
    tags: &Tags,
) -> Result<Box<dyn Encoder + 'a>, WriteError> {
    Ok(match format {
        Format::Wav(samples) => Box::new(wav::Wav::begin(samples, output, first, tags)?),
        Format::Flac(bits) => Box::new(flac::Flac::begin(bits, output, first, tags)?),
        Format::OggVorbis { quality } => Box::new(vorbis::Vorbis::begin(quality, output, tags)?),
    })
}

/// Why a file can't be written. The sentences stand without the file's name.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WriteError {
    /// The folder that it is to be in isn't there.
    #[error("the folder that it is to be written to doesn't exist; make it first, or choose another")]
    NoFolder,
    /// A folder, a pipe or a device has this name.
    #[error("there is a folder or a device of this name; give the name of a file")]
    NotAFile,
    /// No permission, or a file system that is read-only.
    #[error("it can't be written there: permission is refused; choose another folder")]
    Refused,
    /// No room.
    #[error("the disk is full, and nothing is left behind; make room, or choose another disk")]
    Full,
    /// More than the file system or the format can hold.
    #[error("it is larger than this disk or format can hold; FLAC is half as large")]
    TooLarge,
    /// Anything else the system says.
    #[error("it can't be written: {0}")]
    Other(#[source] io::Error),
    /// The codec refuses.
    #[error("the encoder stopped: {0}")]
    Codec(String),
}

impl From<io::Error> for WriteError {
    fn from(error: io::Error) -> WriteError {
        use io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => WriteError::NoFolder,
            ErrorKind::IsADirectory => WriteError::NotAFile,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteError::Refused,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => WriteError::Full,
            ErrorKind::FileTooLarge => WriteError::TooLarge,
            _ => WriteError::Other(error),
        }
    }
}
