//! Ogg Opus, for words: a twentieth of their size, and nobody hears it.
//!
//! For tracks it isn't used: an Opus decoder settles slowly, so that a place in it is exact only if it is decoded from its
//! beginning, and a track must be found at any place at once.

use opus_pure::{Application, MAX_PACKET_BYTES, OggOpusWriter, OpusEncoder, OpusHead, OpusTags, RateControl};

use super::WriteError;
use crate::quantity::SAMPLE_RATE;

/// Frames of a packet: 20 ms.
const PACKET: usize = (SAMPLE_RATE / 50) as usize;

/// Mono at 48 kHz as a whole Ogg Opus file, which decodes to exactly as many frames. `bitrate` is in bits a second; speech
/// at full band is clean from some 40,000 on (RFC 6716, section 2.1.1).
///
/// # Errors
/// What the codec says.
pub fn opus_mono(samples: &[f32], bitrate: i32) -> Result<Vec<u8>, WriteError> {
    let mut encoder = OpusEncoder::new(SAMPLE_RATE as i32, 1, Application::Audio)?;
    encoder.bitrate_bps = bitrate;
    encoder.rate_control = RateControl::Vbr;
    let head = OpusHead::for_encoder(&encoder, SAMPLE_RATE);
    let ahead = usize::from(head.pre_skip);
    // The last frame that counts; what comes after it only flushes the encoder (RFC 7845, section 4.4).
    let last = ahead + samples.len();
    let packets = last.div_ceil(PACKET).max(1);
    // The serial number only has to differ within one file, and the same sound must make the same file.
    let mut writer = OggOpusWriter::with_serial(Vec::new(), head, OpusTags::new(), 1)?;
    let mut packet = vec![0; MAX_PACKET_BYTES];
    let mut block = vec![0.0; PACKET];
    for index in 0..packets {
        block.fill(0.0);
        let from = samples.get(index * PACKET..).unwrap_or_default();
        block.iter_mut().zip(from).for_each(|(sample, given)| *sample = *given);
        let length = encoder.encode(&block, PACKET, &mut packet)?;
        let bytes = packet.get(..length).unwrap_or_default();
        match index + 1 == packets {
            true => writer.write_packet_with_duration(bytes, (last - index * PACKET) as u32)?,
            false => writer.write_packet(bytes)?,
        }
    }
    Ok(writer.finish()?)
}

impl From<opus_pure::Error> for WriteError {
    fn from(error: opus_pure::Error) -> WriteError {
        WriteError::Codec(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Asset;
    use crate::media::decode_clip;

    #[test]
    fn what_comes_back_is_as_long_and_nearly_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.opus");
        for length in [1, 959, 960, 961, 48_000, 50_001] {
            let sound: Vec<f32> =
                (0..length).map(|n| 0.3 * (n as f32 * 0.05).sin() * (n as f32 / 4000.0).sin()).collect();
            let bytes = opus_mono(&sound, 64_000).unwrap();
            assert_eq!(bytes, opus_mono(&sound, 64_000).unwrap());
            std::fs::write(&path, bytes).unwrap();
            let clip = decode_clip(&Asset::File(path.clone())).unwrap();
            assert_eq!((clip.length().0, clip.channels()), (length as u64, 1));
            let power = |samples: &[f32]| samples.iter().map(|sample| sample * sample).sum::<f32>();
            let off: Vec<f32> = clip.samples().iter().zip(&sound).map(|(one, other)| one - other).collect();
            assert!(length < 10_000 || power(&off) < 0.01 * power(&sound), "{} {}", power(&off), power(&sound));
        }
    }
}
