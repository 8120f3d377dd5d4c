//! How loud a sound is perceived, and how high it peaks between its samples: EBU R128, ITU-R BS.1770-4.

use ebur128::{Channel, EbuR128, Mode};

use super::clip::Clip;
use super::error::MediaError;
use super::track::Track;
use crate::library::Asset;
use crate::quantity::{Decibels, Frames, Lufs, SAMPLE_RATE};

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loudness {
    /// Integrated loudness; [`Loudness::SILENCE`] for what is too quiet to be measured.
    pub integrated: Lufs,
    /// The highest true peak (4 times oversampled) of both channels, in dBTP.
    pub true_peak: Decibels,
}

impl Loudness {
    /// The gate below which R128 doesn't listen.
    pub const SILENCE: Lufs = Lufs(-70.0);
}

/// Measures sound as it comes, with almost no memory.
pub struct Meter {
    meter: Option<EbuR128>,
    channels: usize,
    /// The first 0.4 s, in case that no more comes.
    opening: Vec<f32>,
}

/// One block of measuring; a shorter sound is repeated to fill it.
const GATE: usize = SAMPLE_RATE as usize * 4 / 10;

impl Meter {
    /// For stereo, or for one channel that both sides will play.
    pub fn new(channels: usize) -> Meter {
        let channels = channels.clamp(1, 2);
        let wide = if channels == 1 { 1 } else { 2 };
        let mut meter = EbuR128::new(wide, SAMPLE_RATE, Mode::I | Mode::TRUE_PEAK).ok();
        if let (1, Some(meter)) = (channels, &mut meter) {
            // Can't fail: there is a channel 0. The same sound from both sides is 3 LU louder than from one.
            let _ = meter.set_channel(0, Channel::DualMono);
        }
        Meter { meter, channels, opening: Vec::new() }
    }

    /// Takes in the next frames, interleaved.
    pub fn add(&mut self, samples: &[f32]) {
        let room = (GATE * self.channels).saturating_sub(self.opening.len());
        self.opening.extend(samples.iter().take(room));
        if let Some(meter) = &mut self.meter {
            let _ = meter.add_frames_f32(samples);
        }
    }

    /// What it comes to.
    pub fn finish(mut self) -> Loudness {
        let Some(meter) = &mut self.meter else {
            return Loudness { integrated: Loudness::SILENCE, true_peak: Decibels::SILENCE };
        };
        // What rings between the last samples counts too.
        let _ = meter.add_frames_f32(&[0.0; 64][..32 * self.channels]);
        let peaks = (0..self.channels as u32).filter_map(|channel| meter.true_peak(channel).ok());
        let true_peak = Decibels::from_gain(peaks.fold(0.0, f64::max) as f32);
        if self.opening.len() < GATE * self.channels && !self.opening.is_empty() {
            meter.reset();
            for _ in 0..(GATE * self.channels).div_ceil(self.opening.len()) {
                let _ = meter.add_frames_f32(&self.opening);
            }
        }
        let integrated = meter.loudness_global().unwrap_or(f64::NEG_INFINITY) as f32;
        Loudness { integrated: Lufs(integrated.max(Loudness::SILENCE.0)), true_peak }
    }
}

/// Measures a clip. One of less than 0.4 s, R128's shortest measure, is measured as if it were repeated.
pub fn loudness(clip: &Clip) -> Loudness {
    let mut meter = Meter::new(clip.channels());
    meter.add(clip.samples());
    meter.finish()
}

/// A track longer than this is measured in pieces, so that nobody waits minutes before a session with their own eight hours
/// of rain.
pub(super) const LONG: Frames = Frames::from_secs(20 * 60);
/// How many pieces of it are heard, evenly from its first to its last.
const PIECES: u64 = 48;
/// How long each is.
const PIECE: Frames = Frames::from_secs(5);

/// Measures a file from its beginning to its end, some hundred times faster than it plays; one of more than 20 minutes in
/// 48 pieces of 5 s from all of it. Where a file can only be decoded from its start (AAC, Opus), the pieces are its first 20
/// minutes.
///
/// # Errors
/// As [`super::probe`].
pub fn loudness_of(asset: &Asset) -> Result<Loudness, MediaError> {
    let mut track = Track::open(asset)?;
    let length = track.length();
    let mut meter = Meter::new(2);
    if length <= LONG {
        listen(&mut track, Frames::ZERO, length, &mut meter);
    } else if track.is_from_start() {
        listen(&mut track, Frames::ZERO, LONG, &mut meter);
    } else {
        in_pieces(&mut track, PIECES, PIECE, &mut meter);
    }
    Ok(meter.finish())
}

fn in_pieces(track: &mut Track, pieces: u64, piece: Frames, meter: &mut Meter) {
    let last = track.length().saturating_sub(piece);
    for index in 0..pieces {
        let from = Frames(last.0 / (pieces - 1).max(1) * index);
        listen(track, from, from + piece, meter);
    }
}

/// Takes in a part of a track.
fn listen(track: &mut Track, from: Frames, until: Frames, meter: &mut Meter) {
    let mut block = [0.0; 8192];
    let mut at = from;
    while at < until {
        let left = usize::try_from((until - at).0).unwrap_or(usize::MAX).saturating_mul(2);
        let now = left.min(block.len());
        track.read(at, &mut block[..now]);
        meter.add(&block[..now]);
        at += Frames((now / 2) as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f32::consts::TAU;

    fn tone(amplitude: f32, frames: usize) -> Vec<f32> {
        (0..frames).map(|frame| amplitude * (TAU * 1000.0 * frame as f32 / 48_000.0).sin()).collect()
    }

    fn both(mono: &[f32]) -> Vec<f32> {
        mono.iter().flat_map(|&sample| [sample, sample]).collect()
    }

    #[test]
    fn a_tone_of_minus_23_is_minus_23() {
        // EBU Tech 3341, case 1: 1 kHz at -23 dBFS in both channels.
        let tone = tone(10f32.powf(-23.0 / 20.0), 20 * 48_000);
        let stereo = loudness(&Clip::stereo(both(&tone)));
        assert!((stereo.integrated.0 - -23.0).abs() < 0.1, "{stereo:?}");
        assert!((stereo.true_peak.0 - -23.0).abs() < 0.2, "{stereo:?}");
        // One channel is played by both sides.
        assert!((loudness(&Clip::mono(tone)).integrated.0 - -23.0).abs() < 0.1);
    }

    #[test]
    fn short_clips_have_an_answer() {
        let long = loudness(&Clip::mono(tone(0.1, 480_000))).integrated.0;
        for frames in [480, 4800, 15_000, 19_199] {
            let short = loudness(&Clip::mono(tone(0.1, frames))).integrated.0;
            assert!((short - long).abs() < 0.5, "{frames} frames: {short}, not {long}");
        }
        assert_eq!(loudness(&Clip::mono(vec![])).integrated, Loudness::SILENCE);
        assert_eq!(loudness(&Clip::stereo(vec![0.0; 96_000])).integrated, Loudness::SILENCE);
        assert_eq!(loudness(&Clip::stereo(vec![0.0; 96_000])).true_peak, Decibels::SILENCE);
    }

    #[test]
    fn pieces_tell_how_loud_the_whole_is() {
        // A minute that swells and fades, at the rate and the width of a telephone.
        let rate = 8000.0;
        let samples = (0..60 * 8000).map(|frame| {
            let time = frame as f32 / rate;
            let level = 40.0 * (1.2 + (TAU * time / 17.0).sin());
            (128.0 + level * (TAU * 600.0 * time).sin()) as u8
        });
        let samples: Vec<u8> = samples.collect();
        let mut wav = [*b"RIFF", (36 + samples.len() as u32).to_le_bytes(), *b"WAVE", *b"fmt "].concat();
        wav.extend([16u32, 0x0001_0001, 8000, 8000, 0x0008_0001].map(u32::to_le_bytes).concat());
        wav.extend([*b"data", (samples.len() as u32).to_le_bytes()].concat());
        wav.extend(samples);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("swells.wav");
        std::fs::write(&path, wav).unwrap();
        let asset = Asset::File(path);
        let whole = loudness_of(&asset).unwrap();
        let (mut track, mut meter) = (Track::open(&asset).unwrap(), Meter::new(2));
        in_pieces(&mut track, 24, Frames::from_millis(500), &mut meter);
        let pieces = meter.finish();
        assert!((whole.integrated - pieces.integrated).0.abs() < 1.0, "{whole:?} {pieces:?}");
        assert!((whole.true_peak - pieces.true_peak).0.abs() < 1.0, "{whole:?} {pieces:?}");
    }

    #[test]
    fn peaks_between_samples_are_found() {
        // A quarter of the rate, 45 degrees off: samples at 0.707 of the peak.
        let tone: Vec<f32> = (0..48_000).map(|frame| (TAU * (frame as f32 / 4.0 + 0.125)).sin()).collect();
        let peak = loudness(&Clip::mono(tone)).true_peak.0;
        assert!(peak.abs() < 0.5, "{peak} dBTP");
    }
}
