//! The little this room needs of sound as files: any short file to mono 48 kHz, mono to Ogg Vorbis, and measuring.

use std::io::{Cursor, Read};
use std::num::{NonZeroU8, NonZeroU32};

use ebur128::{EbuR128, Mode};
use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Resampler};
use symphonia::core::codecs::audio::AudioDecoderOptions;
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, TrackType};
use symphonia::core::io::{MediaSourceStream, MediaSourceStreamOptions};
use symphonia::core::meta::MetadataOptions;
use vorbis_rs::{VorbisBitrateManagementStrategy, VorbisEncoderBuilder};

use crate::library::Asset;
use crate::quantity::{Decibels, Frames, Lufs, SAMPLE_RATE};

/// The longest clip that is taken: a prompt is some seconds, a long-spoken passage some minutes.
pub const LONGEST_CLIP: Frames = Frames::from_secs(600);

/// The largest file that is read for a clip: ten minutes of 96 kHz stereo in 32 bit.
const LARGEST_FILE: u64 = 480_000_000;

/// Why a file isn't a clip.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SoundError {
    /// It can't be read.
    #[error("it can't be read: {0}")]
    Read(String),
    /// It is no sound that we know.
    #[error("it isn't a sound file that can be read (WAV, FLAC, Ogg Vorbis, MP3 or M4A)")]
    NotSound,
    /// It breaks off, or is damaged inside.
    #[error("it is damaged or breaks off")]
    Damaged,
    /// Nothing in it.
    #[error("it is empty")]
    Empty,
    /// Only silence in it.
    #[error("it is silent")]
    Silent,
    /// Samples that are no numbers.
    #[error("it holds samples that aren't numbers")]
    NotFinite,
    /// Over [`LONGEST_CLIP`], or over a bound that the caller set.
    #[error("it is longer than {}, the most that a clip may be", .most.clock())]
    TooLong {
        /// What is allowed.
        most: Frames,
    },
    /// A rate from which no clip is made.
    #[error("it has {0} samples a second; from 8000 to 192000 can be read")]
    Rate(u32),
    /// The encoder failed.
    #[error("it can't be encoded: {0}")]
    Encode(String),
}

/// Decodes a short file whole, to mono at 48 kHz. Channels are averaged.
pub fn decode(asset: &Asset, most: Frames) -> Result<Vec<f32>, SoundError> {
    let size = asset.size().map_err(|error| SoundError::Read(error.to_string()))?;
    if size == 0 {
        return Err(SoundError::Empty);
    }
    if size > LARGEST_FILE {
        return Err(SoundError::TooLong { most });
    }
    let mut bytes = Vec::with_capacity(size as usize);
    asset
        .open()
        .and_then(|source| source.take(LARGEST_FILE).read_to_end(&mut bytes))
        .map_err(|error| SoundError::Read(error.to_string()))?;
    let (samples, rate) = decode_mono(bytes, most)?;
    if samples.is_empty() {
        return Err(SoundError::Empty);
    }
    if samples.iter().any(|sample| !sample.is_finite()) {
        return Err(SoundError::NotFinite);
    }
    resample(samples, rate)
}

fn decode_mono(bytes: Vec<u8>, most: Frames) -> Result<(Vec<f32>, u32), SoundError> {
    let stream = MediaSourceStream::new(Box::new(Cursor::new(bytes)), MediaSourceStreamOptions::default());
    let mut format = symphonia::default::get_probe()
        .probe(&Hint::new(), stream, FormatOptions::default(), MetadataOptions::default())
        .map_err(|_| SoundError::NotSound)?;
    let track = format.default_track(TrackType::Audio).ok_or(SoundError::NotSound)?;
    let id = track.id;
    let promised = track.num_frames;
    let parameters = track.codec_params.as_ref().and_then(|codec| codec.audio()).ok_or(SoundError::NotSound)?;
    let mut decoder = symphonia::default::get_codecs()
        .make_audio_decoder(parameters, &AudioDecoderOptions::default())
        .map_err(|_| SoundError::NotSound)?;
    let mut rate = parameters.sample_rate.unwrap_or(0);
    let mut mono: Vec<f32> = Vec::new();
    let mut interleaved: Vec<f32> = Vec::new();
    loop {
        let packet = match format.next_packet() {
            Ok(Some(packet)) => packet,
            Ok(None) => break,
            // Some readers end so at a clean end; a file that breaks off is found by its promised length below.
            Err(Error::IoError(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => break,
            Err(_) => return Err(SoundError::Damaged),
        };
        if packet.track_id != id {
            continue;
        }
        let sound = decoder.decode(&packet).map_err(|_| SoundError::Damaged)?;
        rate = sound.spec().rate();
        let channels = sound.spec().channels().count();
        interleaved.resize(sound.samples_interleaved(), 0.0);
        sound.copy_to_slice_interleaved(&mut interleaved);
        if channels == 1 {
            mono.extend_from_slice(&interleaved);
        } else if channels > 1 {
            let share = 1.0 / channels as f32;
            mono.extend(interleaved.chunks_exact(channels).map(|frame| frame.iter().sum::<f32>() * share));
        }
        if mono.len() as f64 > most.seconds() * f64::from(rate) {
            return Err(SoundError::TooLong { most });
        }
    }
    // A stream written to a pipe promises more than any file holds: such a promise says nothing.
    let missing =
        promised.filter(|frames| *frames < u64::from(rate) * 3600).map(|all| all.saturating_sub(mono.len() as u64));
    if !mono.is_empty() && missing.is_some_and(|frames| frames > u64::from(rate / 5)) {
        return Err(SoundError::Damaged);
    }
    Ok((mono, rate))
}

fn resample(samples: Vec<f32>, rate: u32) -> Result<Vec<f32>, SoundError> {
    if rate == SAMPLE_RATE {
        return Ok(samples);
    }
    if !(8_000..=192_000).contains(&rate) {
        return Err(SoundError::Rate(rate));
    }
    let failed = |error: String| SoundError::Read(error);
    let mut fft = Fft::<f32>::new(rate as usize, SAMPLE_RATE as usize, 1024, 1, FixedSync::Both)
        .map_err(|error| failed(error.to_string()))?;
    let mut out = vec![0.0; fft.process_all_needed_output_len(samples.len())];
    let room = out.len();
    let input = InterleavedSlice::new(&samples, 1, samples.len()).map_err(|error| failed(error.to_string()))?;
    let mut output = InterleavedSlice::new_mut(&mut out, 1, room).map_err(|error| failed(error.to_string()))?;
    let (_, written) = fft
        .process_all_into_buffer(&input, &mut output, samples.len(), None)
        .map_err(|error| failed(error.to_string()))?;
    // The resampler rounds its ratio up: a frame too many now and then.
    let exact = (samples.len() as u64 * u64::from(SAMPLE_RATE)).div_ceil(u64::from(rate));
    out.truncate(written.min(exact as usize));
    Ok(out)
}

/// Mono at 48 kHz as Ogg Vorbis: the same bytes for the same samples, on every run.
///
/// `serial` is the stream's number in the Ogg container; `quality` is from -0.2 to 1.
pub fn encode_vorbis(samples: &[f32], quality: f32, serial: i32) -> Result<Vec<u8>, SoundError> {
    let failed = |error: vorbis_rs::VorbisError| SoundError::Encode(error.to_string());
    let (Some(rate), Some(channels)) = (NonZeroU32::new(SAMPLE_RATE), NonZeroU8::new(1)) else {
        return Err(SoundError::Empty);
    };
    let mut bytes = Vec::new();
    let mut encoder = VorbisEncoderBuilder::new_with_serial(rate, channels, &mut bytes, serial)
        .bitrate_management_strategy(VorbisBitrateManagementStrategy::QualityVbr { target_quality: quality })
        .build()
        .map_err(failed)?;
    for block in samples.chunks(4096) {
        encoder.encode_audio_block([block]).map_err(failed)?;
    }
    encoder.finish().map_err(failed)?;
    Ok(bytes)
}

/// How loud a clip is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Integrated, gated loudness (EBU R128). A clip shorter than a second is measured as if said again and again, so
    /// that a single word has an answer.
    pub loudness: Lufs,
    /// The highest peak between and at the samples, in dB of full scale (ITU-R BS.1770-4, annex 2).
    pub true_peak: Decibels,
}

/// Measures mono at 48 kHz. A mono clip counts as played by one loudspeaker, as every meter does.
pub fn measure(samples: &[f32]) -> Result<Measured, SoundError> {
    let failed = |_| SoundError::Silent;
    if samples.is_empty() {
        return Err(SoundError::Empty);
    }
    let mut meter = EbuR128::new(1, SAMPLE_RATE, Mode::I | Mode::TRUE_PEAK).map_err(failed)?;
    let second = SAMPLE_RATE as usize;
    let times = if samples.len() < second { (2 * second).div_ceil(samples.len()) } else { 1 };
    for _ in 0..times {
        meter.add_frames_f32(samples).map_err(failed)?;
    }
    let loudness = meter.loudness_global().map_err(failed)?;
    let peak = meter.true_peak(0).map_err(failed)?;
    if !loudness.is_finite() {
        return Err(SoundError::Silent);
    }
    Ok(Measured { loudness: Lufs(loudness as f32), true_peak: Decibels::from_gain(peak as f32) })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A sine with the ups and downs of syllables, for tests.
    pub fn hum(seconds: f64, level: f32) -> Vec<f32> {
        (0..Frames::from_seconds(seconds).0)
            .map(|frame| {
                let t = frame as f64 / f64::from(SAMPLE_RATE);
                let syllables = 0.6 + 0.4 * (t * 4.0 * std::f64::consts::TAU).sin();
                level * ((t * 220.0 * std::f64::consts::TAU).sin() * syllables) as f32
            })
            .collect()
    }

    #[test]
    fn what_is_encoded_decodes_to_the_same_length_and_the_same_bytes_come_twice() {
        for length in [1, 100, 4096, 48_000, 70_001] {
            let samples = &hum(2.0, 0.2)[..length];
            let bytes = encode_vorbis(samples, 0.2, 7).unwrap();
            assert_eq!(bytes, encode_vorbis(samples, 0.2, 7).unwrap());
            let (decoded, rate) = decode_mono(bytes, LONGEST_CLIP).unwrap();
            assert_eq!((decoded.len(), rate), (length, SAMPLE_RATE));
        }
    }

    #[test]
    fn resampling_keeps_time_and_level() {
        let hz =
            |rate: u32| (0..rate).map(|n| (n as f32 * 440.0 * std::f32::consts::TAU / rate as f32).sin()).collect();
        for rate in [8_000, 16_000, 22_050, 32_000, 44_100, 96_000] {
            let out = resample(hz(rate), rate).unwrap();
            assert_eq!(out.len(), 48_000, "{rate}");
            let wanted: Vec<f32> = hz(48_000);
            let worst = out[2000..46_000].iter().zip(&wanted[2000..]).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            // Half of an odd block of the resampler's can cost one frame of delay: 0.058 at 440 Hz.
            assert!(worst < 0.07, "{rate}: {worst}");
        }
        assert_eq!(resample(vec![0.0; 9], 4_000), Err(SoundError::Rate(4_000)));
    }

    #[test]
    fn a_short_word_has_a_loudness_too() {
        let long = measure(&hum(4.0, 0.3)).unwrap();
        let short = measure(&hum(0.25, 0.3)).unwrap();
        assert!((long.loudness - short.loudness).0.abs() < 0.5, "{long:?} {short:?}");
        assert_eq!(measure(&[0.0; 90_000]), Err(SoundError::Silent));
    }
}
