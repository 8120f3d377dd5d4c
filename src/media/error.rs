//! What can be wrong with a file of sound, as facts and as sentences.

use std::io;
use std::path::{Path, PathBuf};

/// A file that can't be used as sound, and why.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {problem}", path = .path.display())]
pub struct MediaError {
    /// The file. Clean it before it reaches a terminal: names come from other people.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: Problem,
}

impl MediaError {
    pub(crate) fn new(path: &Path, problem: Problem) -> MediaError {
        MediaError { path: path.to_path_buf(), problem }
    }
}

/// What is wrong with a file of sound. Each sentence says what to do next, and stands without the file's name.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// There is no such file.
    #[error("there is no file of this name; check the spelling and the folder")]
    Missing,
    /// A folder, a pipe or a device.
    #[error("this is not a file of sound but a folder or a device; name a file inside it")]
    NotAFile,
    /// The system refuses to let it be read.
    #[error("this file can't be read: {0}")]
    Unreadable(#[source] io::Error),
    /// Not a byte in it.
    #[error("the file is empty; copy or export it again")]
    Empty,
    /// No container or codec of sound is recognised in it: a text, an image, or damaged at its beginning.
    #[error(
        "this isn't sound in a format that is known here, or its beginning is damaged; WAV, FLAC, Ogg Vorbis, Opus, MP3 and M4A can be played"
    )]
    Unrecognised,
    /// The container is sound (or film), but holds no sound.
    #[error("there is no sound in this file; export the sound alone as WAV, FLAC, Ogg Vorbis, MP3 or M4A")]
    NoAudio,
    /// A known codec for which there is no decoder here.
    #[error(
        "its codec, {0}, can't be decoded here; convert it to FLAC or Ogg Vorbis, such as with: ffmpeg -i FILE out.flac"
    )]
    UnsupportedCodec(String),
    /// A feature of the format that the decoder lacks.
    #[error(
        "it uses something that can't be decoded here ({0}); convert it to FLAC, such as with: ffmpeg -i FILE out.flac"
    )]
    UnsupportedFeature(String),
    /// Sound of no length.
    #[error("there is sound in this file, but of no length; export it again")]
    NoLength,
    /// A rate outside [`super::SLOWEST_RATE`] to [`super::FASTEST_RATE`], in Hz.
    #[error("its sample rate of {0} Hz isn't one of sound from 8000 Hz to 192000 Hz; export it at 48000 Hz")]
    Rate(u32),
    /// No channels, or more than [`super::MOST_CHANNELS`].
    #[error("it has {0} channels; export it as mono, stereo or surround of at most 16 channels")]
    Channels(usize),
    /// It ends before the length that its own header promises, in seconds.
    #[error(
        "the file is cut short: it should be {should:.1} s long, but ends after {is:.1} s; copy or download it again"
    )]
    CutShort {
        /// What its header says.
        should: f64,
        /// What is there.
        is: f64,
    },
    /// It can be opened, but what is inside can't be decoded.
    #[error("the sound inside is damaged and can't be decoded ({0}); copy or download it again")]
    Corrupt(String),
    /// A clip is a short thing, kept whole in memory.
    #[error(
        "it is {seconds:.0} s long; a spoken prompt may last {most:.0} s at most. A longer piece can be played as a track"
    )]
    TooLongForClip {
        /// Its length, in seconds.
        seconds: f64,
        /// The longest that is taken, in seconds.
        most: f64,
    },
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Problem {
        match error.kind() {
            io::ErrorKind::NotFound => Problem::Missing,
            io::ErrorKind::IsADirectory => Problem::NotAFile,
            _ => Problem::Unreadable(error),
        }
    }
}

impl From<symphonia::core::errors::Error> for Problem {
    fn from(error: symphonia::core::errors::Error) -> Problem {
        use symphonia::core::errors::Error;
        match error {
            // What ran out here is the file, at a place where its format promised more.
            Error::IoError(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                Problem::Corrupt("it ends too soon".into())
            }
            Error::IoError(error) => error.into(),
            Error::Unsupported(what) => Problem::UnsupportedFeature(what.into()),
            other => Problem::Corrupt(other.to_string()),
        }
    }
}
