//! Opening a file: which container and codec it is, how long it really is, and what is wrong with it.

use std::io::{self, Read, Seek, SeekFrom};

use symphonia::core::audio::Channels;
use symphonia::core::codecs::CodecParameters;
use symphonia::core::codecs::audio::well_known as codec;
use symphonia::core::codecs::audio::{AudioCodecParameters, AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::well_known::{FORMAT_ID_ISOMP4, FORMAT_ID_OGG, FORMAT_ID_WAVE};
use symphonia::core::formats::{FormatOptions, FormatReader, SeekMode, SeekTo, TrackType};
use symphonia::core::io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use symphonia::core::units::{TimeBase, Timestamp};

use super::mp4::{self, Trim};
use super::{guarded, opus};
use crate::library::{Asset, ReadSeek};
use crate::media::error::{MediaError, Problem};
use crate::media::{FASTEST_RATE, MOST_CHANNELS, SLOWEST_RATE};
use crate::quantity::SAMPLE_RATE;

/// How a codec has to be treated to come out the same from any place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::media) enum Kind {
    /// Each packet stands alone: PCM and FLAC.
    Alone,
    /// A packet needs the one before: Vorbis.
    Lapped,
    /// A packet borrows bits and overlaps from up to ten before: MP3.
    Reservoir,
    /// Exact from its start only: AAC, whose noise substitution runs on, and whatever else is inside an MP4.
    FromStart,
    /// The same, by a decoder of its own: Opus.
    Opus,
}

impl Kind {
    /// Whether every jump decodes all that lies before it.
    pub fn is_from_start(self) -> bool {
        matches!(self, Kind::FromStart | Kind::Opus)
    }
}

/// What is known of a file once it is opened and checked.
#[derive(Clone, Debug)]
pub(in crate::media) struct Shape {
    /// The codec's name, for people.
    pub codec: &'static str,
    /// How it is to be decoded.
    pub kind: Kind,
    /// Frames a second.
    pub rate: u32,
    /// Their channels in the file.
    pub channels: Channels,
    /// Frames of sound, after trimming.
    pub length: u64,
    /// Frames at its beginning that the decoder yields and we leave out (MP4 only; elsewhere symphonia does it).
    pub delay: u64,
    /// Whether the encoder's delay and padding are known, so that the ends are where the sound ends.
    pub exact_ends: bool,
    /// Whether symphonia's own trimming is to be used.
    pub gapless: bool,
    /// The time stamp of the first frame, where a stream was cut out of a longer one.
    pub base: i64,
    /// Frames per unit of time stamps.
    time_base: TimeBase,
}

/// A container and a decoder at the beginning of a file.
pub(in crate::media) struct Reader {
    pub format: Box<dyn FormatReader>,
    pub decoder: Box<dyn AudioDecoder>,
    pub track: u32,
}

/// The files' bytes for symphonia.
pub(super) struct Bytes {
    inner: Box<dyn ReadSeek>,
    length: u64,
}

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl Seek for Bytes {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

impl MediaSource for Bytes {
    fn is_seekable(&self) -> bool {
        true
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.length)
    }
}

/// Opens a file and checks that it is whole: its header, that sound comes out at its beginning, and that its end is
/// where the header says.
pub(in crate::media) fn open(asset: &Asset) -> Result<Shape, MediaError> {
    guarded(|| inspect(asset)).map_err(|problem| MediaError::new(asset.path(), problem))
}

impl Bytes {
    /// Opens a file, if it is one and holds anything.
    pub(super) fn open(asset: &Asset) -> Result<Bytes, Problem> {
        if let Asset::File(path) = asset {
            // A pipe would wait for ever, a folder opens and then can't be read.
            if !std::fs::metadata(path)?.is_file() {
                return Err(Problem::NotAFile);
            }
        }
        let length = asset.size()?;
        if length == 0 {
            return Err(Problem::Empty);
        }
        Ok(Bytes { inner: asset.open()?, length })
    }
}

fn container(asset: &Asset) -> Result<Box<dyn FormatReader>, Problem> {
    let stream = MediaSourceStream::new(Box::new(Bytes::open(asset)?), MediaSourceStreamOptions::default());
    let mut hint = Hint::new();
    if let Some(extension) = asset.path().extension().and_then(|extension| extension.to_str()) {
        hint.with_extension(extension);
    }
    let probe = symphonia::default::get_probe();
    probe.probe(&hint, stream, FormatOptions::default(), MetadataOptions::default()).map_err(|error| match error {
        Error::IoError(error) if error.kind() != io::ErrorKind::UnexpectedEof => error.into(),
        Error::Unsupported(what) if !what.starts_with("core") => Problem::UnsupportedFeature(what.into()),
        _ => Problem::Unrecognised,
    })
}

/// The sound track of a container: its number and parameters.
fn sound(format: &dyn FormatReader) -> Result<(u32, AudioCodecParameters), Problem> {
    let track = format.default_track(TrackType::Audio).or_else(|| format.first_track(TrackType::Audio));
    match track.and_then(|track| Some((track.id, track.codec_params.as_ref()?))) {
        Some((id, CodecParameters::Audio(parameters))) => Ok((id, parameters.clone())),
        _ => Err(Problem::NoAudio),
    }
}

/// Opens a file that [`open`] has found good, to decode it from its beginning.
pub(in crate::media) fn reader(asset: &Asset, gapless: bool) -> Result<Reader, Problem> {
    let format = container(asset)?;
    let (track, parameters) = sound(&*format)?;
    let options = AudioDecoderOptions::default().gapless(gapless);
    let decoder = symphonia::default::get_codecs().make_audio_decoder(&parameters, &options);
    let decoder = decoder.map_err(|error| match error {
        Error::Unsupported("core (codec): unsupported audio codec") => {
            Problem::UnsupportedCodec(codec_name(&parameters).to_owned())
        }
        error => error.into(),
    })?;
    Ok(Reader { format, decoder, track })
}

fn codec_name(parameters: &AudioCodecParameters) -> &'static str {
    match parameters.codec {
        codec::CODEC_ID_VORBIS => "Vorbis",
        codec::CODEC_ID_OPUS => "Opus",
        codec::CODEC_ID_MP1 => "MP1",
        codec::CODEC_ID_MP2 => "MP2",
        codec::CODEC_ID_MP3 => "MP3",
        codec::CODEC_ID_AAC => "AAC",
        codec::CODEC_ID_FLAC => "FLAC",
        codec::CODEC_ID_ALAC => "ALAC",
        codec::CODEC_ID_AC3 => "AC-3",
        codec::CODEC_ID_EAC3 => "E-AC-3",
        codec::CODEC_ID_SPEEX => "Speex",
        codec::CODEC_ID_WAVPACK => "WavPack",
        codec::CODEC_ID_ADPCM_MS | codec::CODEC_ID_ADPCM_IMA_WAV => "ADPCM",
        codec::CODEC_ID_WMA => "WMA",
        _ => symphonia::default::get_codecs()
            .get_audio_decoder(parameters.codec)
            .map_or("unknown to it", |known| known.codec.info.long_name),
    }
}

fn inspect(asset: &Asset) -> Result<Shape, Problem> {
    let Reader { mut format, mut decoder, track } = match reader(asset, true) {
        Err(Problem::UnsupportedCodec(_)) if is_ogg_opus(asset)? => return inspect_opus(asset),
        reader => reader?,
    };
    let (_, parameters) = sound(&*format)?;
    let in_mp4 = format.format_info().format == FORMAT_ID_ISOMP4;
    let kind = match parameters.codec {
        _ if in_mp4 => Kind::FromStart,
        codec::CODEC_ID_AAC => Kind::FromStart,
        codec::CODEC_ID_VORBIS => Kind::Lapped,
        codec::CODEC_ID_MP1 | codec::CODEC_ID_MP2 | codec::CODEC_ID_MP3 => Kind::Reservoir,
        _ => Kind::Alone,
    };
    if let Some(rate) = parameters.sample_rate {
        check_rate(rate)?;
    }
    let info = format.tracks().iter().find(|info| info.id == track).cloned().ok_or(Problem::NoAudio)?;
    let (rate, channels) = first_sound(&mut *format, &mut *decoder, track)?;
    if kind == Kind::Lapped && channels.count() > 2 {
        // symphonia 0.6.1 undoes the coupling of channels in the order of the file, not from the last to the first
        // (Vorbis I, 4.3.5): with more than one pair the channels come out mixed up.
        return Err(Problem::UnsupportedFeature("Ogg Vorbis in surround".into()));
    }
    let time_base = info.time_base.or_else(|| TimeBase::try_from_recip(rate)).ok_or(Problem::Rate(rate))?;

    let base = info.start_ts.get().max(0);
    // Without a tag, symphonia guesses an MP3's length from its first frame, and trims by that guess.
    let untagged = kind == Kind::Reservoir && info.delay.is_none();
    let trim = if in_mp4 { mp4::trim(&mut Bytes::open(asset)?.inner, rate) } else { None };
    let exact_ends = match kind {
        Kind::Alone | Kind::Lapped | Kind::Opus => true,
        Kind::Reservoir => !untagged,
        Kind::FromStart => trim.is_some_and(|trim| trim.length.is_some()),
    };
    let Trim { delay, length: trimmed } = trim.unwrap_or_default();
    let mut shape = Shape {
        codec: codec_name(&parameters),
        kind,
        rate,
        channels,
        length: 0,
        delay,
        exact_ends,
        gapless: !untagged,
        base,
        time_base,
    };
    // A WAV that was written to a pipe promises the longest length there is.
    let endless_wav =
        format.format_info().format == FORMAT_ID_WAVE && info.num_frames.is_some_and(|n| n >= 0x3fff_0000);
    let counted = untagged || endless_wav || (kind == Kind::FromStart && !in_mp4);
    let promised = info.num_frames.filter(|_| !counted).map(|frames| match trimmed {
        Some(length) => length.min(frames.saturating_sub(delay)),
        None => frames.saturating_sub(delay),
    });
    let found = found_end(asset, &shape, track, promised)?;
    shape.length = match promised {
        Some(promised) => promised.min(found),
        None => found.min(trimmed.unwrap_or(u64::MAX)),
    };
    if shape.length == 0 {
        return Err(Problem::NoLength);
    }
    if let Some(promised) = promised {
        // A last packet less, as some cutters leave it, is no loss; more than that is.
        if found + u64::from(rate) / 5 < promised {
            let seconds = |frames: u64| frames as f64 / f64::from(rate);
            return Err(Problem::CutShort { should: seconds(promised), is: seconds(found) });
        }
    }
    Ok(shape)
}

fn is_ogg_opus(asset: &Asset) -> Result<bool, Problem> {
    let format = container(asset)?;
    let (_, parameters) = sound(&*format)?;
    Ok(format.format_info().format == FORMAT_ID_OGG && parameters.codec == codec::CODEC_ID_OPUS)
}

fn inspect_opus(asset: &Asset) -> Result<Shape, Problem> {
    let (channels, length) = opus::measure(Bytes::open(asset)?)?;
    if length == 0 {
        return Err(Problem::NoLength);
    }
    let rate = SAMPLE_RATE;
    Ok(Shape {
        codec: "Opus",
        kind: Kind::Opus,
        rate,
        channels: Channels::Discrete(channels as u16),
        length,
        delay: 0,
        exact_ends: true,
        gapless: true,
        base: 0,
        time_base: TimeBase::try_from_recip(rate).ok_or(Problem::Rate(rate))?,
    })
}

fn check_rate(rate: u32) -> Result<(), Problem> {
    if (SLOWEST_RATE..=FASTEST_RATE).contains(&rate) { Ok(()) } else { Err(Problem::Rate(rate)) }
}

/// Decodes until the first frames come out: only then are rate and channels certain.
fn first_sound(
    format: &mut dyn FormatReader,
    decoder: &mut dyn AudioDecoder,
    track: u32,
) -> Result<(u32, Channels), Problem> {
    // So many packets may be broken or silent at the beginning before it isn't sound any more.
    const PATIENCE: usize = 64;
    let mut problem = Problem::NoLength;
    for _ in 0..PATIENCE {
        let packet = match format.next_packet() {
            Ok(Some(packet)) => packet,
            Ok(None) => break,
            Err(error) => return Err(error.into()),
        };
        if packet.track_id != track {
            continue;
        }
        match decoder.decode(&packet) {
            Ok(buffer) if buffer.frames() > 0 => {
                let (rate, channels) = (buffer.spec().rate(), buffer.spec().channels().clone());
                check_rate(rate)?;
                let count = buffer.num_planes();
                if count == 0 || count > MOST_CHANNELS || channels.count() != count {
                    return Err(Problem::Channels(count));
                }
                return Ok((rate, channels));
            }
            Ok(_) => {}
            Err(error) => problem = error.into(),
        }
    }
    Err(problem)
}

/// Where the packets end, in frames after trimming. Looks at the last ones only, if a length is promised and they
/// are where they should be; otherwise counts them all (without decoding).
fn found_end(asset: &Asset, shape: &Shape, track: u32, promised: Option<u64>) -> Result<u64, Problem> {
    let mut format = container(asset)?;
    if let Some(promised) = promised {
        let near = promised.saturating_sub(u64::from(shape.rate) / 8) + shape.delay;
        let ts = shape.timestamp(near);
        if format.seek(SeekMode::Accurate, SeekTo::Timestamp { ts, track_id: track }).is_ok() {
            let end = packets_end(&mut *format, shape, track);
            if end >= promised {
                return Ok(end);
            }
        }
        format = container(asset)?;
    }
    Ok(packets_end(&mut *format, shape, track))
}

fn packets_end(format: &mut dyn FormatReader, shape: &Shape, track: u32) -> u64 {
    let mut end = 0;
    while let Ok(Some(packet)) = format.next_packet() {
        if packet.track_id == track {
            let length = if shape.gapless { packet.dur } else { packet.block_dur() };
            end = end.max(shape.frame(packet.pts.get().max(0)) + shape.frames(length.get()));
        }
    }
    end.saturating_sub(shape.delay)
}

impl Shape {
    /// The place of a time stamp, in frames before our own trimming.
    pub(super) fn frame(&self, timestamp: i64) -> u64 {
        self.frames(timestamp.saturating_sub(self.base).max(0).unsigned_abs())
    }

    /// A length in units of time stamps, in frames.
    fn frames(&self, units: u64) -> u64 {
        let (numer, denom) = (u128::from(self.time_base.numer.get()), u128::from(self.time_base.denom.get()));
        let frames = (u128::from(units) * numer * u128::from(self.rate) + denom / 2) / denom;
        u64::try_from(frames).unwrap_or(u64::MAX)
    }

    /// The time stamp of a place, in frames before our own trimming.
    pub(super) fn timestamp(&self, frame: u64) -> Timestamp {
        let (numer, denom) = (u128::from(self.time_base.numer.get()), u128::from(self.time_base.denom.get()));
        let units = u128::from(frame) * denom / (numer * u128::from(self.rate)).max(1);
        Timestamp::new(i64::try_from(units).unwrap_or(i64::MAX).saturating_add(self.base))
    }
}
