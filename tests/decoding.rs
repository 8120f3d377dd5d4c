//! Every format comes out as long, and the same, as ffmpeg decodes it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod sounds;

use std::process::Command;

use letgo::library::Asset;
use letgo::media::{Track, probe};
use letgo::quantity::Frames;
use sounds::{FORMATS, Sounds, make, run};

fn whole(asset: &Asset) -> Vec<f32> {
    let mut track = Track::open(asset).unwrap_or_else(|error| panic!("{error}"));
    let mut out = vec![0.0; track.length().0 as usize * 2];
    track.read(Frames::ZERO, &mut out);
    out
}

/// The root of the mean square of a difference, and its largest value.
fn difference(ours: &[f32], theirs: &[f32]) -> (f64, f64) {
    let differences = ours.iter().zip(theirs).map(|(a, b)| f64::from(a - b).abs());
    let (sum, most) = differences.fold((0.0, 0.0f64), |(sum, most), d| (sum + d * d, most.max(d)));
    ((sum / ours.len().min(theirs.len()).max(1) as f64).sqrt(), most)
}

#[test]
fn lengths_are_those_of_what_was_encoded() {
    let sounds = Sounds::new();
    for index in 0..FORMATS.len() {
        let (name, rate, channels) = make(&sounds, index);
        let info = probe(&sounds.asset(name)).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((info.rate, info.channels), (rate, usize::from(channels)), "{name}");
        let encoded = (f64::from(rate) * 4.2) as u64;
        let decoded = (sounds.decoded(name, &[]).len() / usize::from(channels)) as u64;
        if info.exact_ends {
            assert_eq!(info.native_length, encoded, "{name}");
            // This ffmpeg leaves the padding at the end of an M4A; everywhere else it agrees.
            assert!(decoded == encoded || name.ends_with(".m4a"), "{name}: ffmpeg says {decoded}");
        } else {
            assert!(["untagged.mp3", "raw.aac"].contains(&name), "{name}");
            // Nobody knows where the padding ends; ffmpeg skips the decoder's own delay in an untagged MP3.
            assert!(info.native_length.abs_diff(decoded) <= 1152, "{name}: {} and {decoded}", info.native_length);
        }
    }
}

#[test]
fn samples_are_ffmpegs() {
    let sounds = Sounds::new();
    for index in 0..FORMATS.len() {
        let (name, rate, channels) = make(&sounds, index);
        // ffmpeg's own resampler, at its best, where there is something to resample; and the downmix that we document.
        let mix = "pan=stereo|c0=0.41421*c0+0.29289*c2+0.29289*c4|c1=0.41421*c1+0.29289*c2+0.29289*c5";
        let filter = match channels {
            1 => "pan=stereo|c0=c0|c1=c0",
            2 => "anull",
            _ => mix,
        };
        let filter = format!("{filter},aresample=48000:filter_size=256:phase_shift=16:cutoff=0.99:precision=33");
        let theirs = if name.ends_with(".opus") {
            // ffmpeg's own Opus decoder fills a hybrid's high band with other noise than the reference does.
            let mut opusdec = Command::new("opusdec");
            opusdec.args(["--quiet", "--float", "--rate", "48000", "--force-stereo"]).arg(sounds.path(name));
            run(opusdec.arg(sounds.path("opus.wav")));
            sounds.decoded("opus.wav", &[])
        } else {
            sounds.decoded(name, &["-af", &filter])
        };
        let ours = whole(&sounds.asset(name));
        // The very beginning and end depend on how a resampler sees silence; an untagged MP3 may be shifted.
        let edge = 2 * 1024;
        let most = ours.len().min(theirs.len()) - 2 * edge;
        let shift = if name == "untagged.mp3" { find_shift(&ours, &theirs) } else { 0 };
        let (rms, worst) = difference(&ours[edge + shift..most], &theirs[edge..]);
        // Lossy decoders differ in rounding; resamplers differ in the highest octave of the noise.
        let limit = match (rate, name) {
            (48_000, _) if name.ends_with("wav") || name.ends_with("flac") => 2e-5,
            (48_000, _) => 1e-4,
            _ => 6e-3,
        };
        assert!(rms < limit, "{name}: off by {rms} in the mean, {worst} at most");
    }
}

/// By how many samples ours lies behind theirs.
fn find_shift(ours: &[f32], theirs: &[f32]) -> usize {
    let score = |shift: usize| difference(&ours[8192 + shift..24_000 + shift], &theirs[8192..24_000]).0;
    (0..2400).step_by(2).min_by(|&a, &b| score(a).total_cmp(&score(b))).unwrap_or(0)
}
