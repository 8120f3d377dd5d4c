//! A loop has no click and no gap, in every format.
//!
//! A click is a deviation from the sound that should be there; a gap is a window of 10 ms whose level falls.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod sounds;

use std::f64::consts::TAU;
use std::process::Command;

use letgo::library::Asset;
use letgo::media::{Looped, probe, seam};
use letgo::quantity::Frames;
use sounds::{Sounds, music, run, sine};

const AMPLITUDE: f64 = 0.5;

fn looped(asset: &Asset, crossfade: Frames, seconds: u64) -> Vec<f32> {
    let mut looped = Looped::open(asset, crossfade).unwrap_or_else(|error| panic!("{error}"));
    let mut out = vec![0.0f32; seconds as usize * 96_000];
    for (index, block) in out.chunks_mut(2048).enumerate() {
        looped.read(Frames(index as u64 * 1024), block);
    }
    out
}

/// The levels of windows of 10 ms, both channels together.
fn windows(samples: &[f32]) -> Vec<f64> {
    let power = |window: &[f32]| window.iter().map(|&s| f64::from(s) * f64::from(s)).sum::<f64>() / window.len() as f64;
    samples.chunks_exact(960).map(|window| power(window).sqrt()).collect()
}

#[test]
fn a_sine_runs_through_the_seam() {
    let sounds = Sounds::new();
    // Name, how it is made, and how far the codec itself may leave the sine at the file's ends.
    let files: &[(&str, u32, &[&str], f64)] = &[
        ("sine.flac", 44_100, &["-c:a", "flac"], 5e-5),
        ("same.flac", 48_000, &["-c:a", "flac"], 5e-5),
        ("sine.wav", 44_100, &["-c:a", "copy"], 5e-5),
        ("sine.ogg", 44_100, &["-c:a", "libvorbis", "-q:a", "5"], 1e-2),
        ("sine.mp3", 44_100, &["-c:a", "libmp3lame", "-b:a", "192k"], 2e-2),
        ("sine.opus", 48_000, &["-c:a", "libopus", "-b:a", "128k"], 3e-2),
        ("sine.m4a", 44_100, &["-c:a", "aac", "-b:a", "192k"], 3e-2),
    ];
    for &(name, rate, options, limit) in files {
        sounds.wav("sine.in.wav", rate, 2, &sine(rate, 2, 441, 3, AMPLITUDE));
        sounds.ffmpeg("sine.in.wav", options, name);
        let asset = sounds.asset(name);
        assert_eq!(probe(&asset).unwrap_or_else(|error| panic!("{error}")).length, Frames::from_secs(3), "{name}");
        assert_eq!(seam(&asset).expect("a sine"), Frames::ZERO, "{name} loops by itself");
        let out = looped(&asset, Frames::ZERO, 10);
        // The very first frames begin out of nothing.
        for (index, frame) in out.chunks_exact(2).enumerate().skip(1024) {
            let ideal = AMPLITUDE * (TAU * 441.0 * index as f64 / 48_000.0).sin();
            let worst = (f64::from(frame[0]) - ideal).abs().max((f64::from(frame[1]) - ideal).abs());
            assert!(worst < limit, "{name}: {worst} away from the sine at {index}");
        }
        let level = AMPLITUDE / 2f64.sqrt();
        for (index, window) in windows(&out).into_iter().enumerate().skip(3) {
            // 441 Hz has 4.41 periods in a window: its level swings by itself a little.
            assert!((window / level - 1.0).abs() < 0.08, "{name}: level {window} in window {index}");
        }
    }
}

#[test]
fn other_encoders_loop_too() {
    let sounds = Sounds::new();
    let wav = sounds.wav("sine.in.wav", 44_100, 2, &sine(44_100, 2, 441, 3, AMPLITUDE));
    run(Command::new("lame").args(["--quiet", "-b", "192"]).arg(&wav).arg(sounds.path("lame.mp3")));
    run(Command::new("oggenc").args(["-Q", "-q", "5", "-o"]).arg(sounds.path("oggenc.ogg")).arg(&wav));
    run(Command::new("flac").args(["-s", "-f", "-o"]).arg(sounds.path("flac.flac")).arg(&wav));
    for (name, limit) in [("lame.mp3", 2e-2), ("oggenc.ogg", 1.5e-2), ("flac.flac", 5e-5)] {
        let out = looped(&sounds.asset(name), Frames::ZERO, 8);
        for (index, frame) in out.chunks_exact(2).enumerate().skip(1024) {
            let ideal = AMPLITUDE * (TAU * 441.0 * index as f64 / 48_000.0).sin();
            let worst = (f64::from(frame[0]) - ideal).abs();
            assert!(worst < limit, "{name}: {worst} away from the sine at {index}");
        }
    }
}

#[test]
fn unknown_ends_are_crossfaded_without_a_gap() {
    let sounds = Sounds::new();
    let mut state = 1u32;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1u32 << 24) * 0.6 - 0.3
    });
    let noise: Vec<f64> = noise.take(2 * 44_100 * 8).collect();
    sounds.wav("noise.wav", 44_100, 2, &noise);
    let untagged = ["-c:a", "libmp3lame", "-b:a", "192k", "-write_xing", "0", "-id3v2_version", "0"];
    sounds.ffmpeg("noise.wav", &untagged, "untagged.mp3");
    sounds.ffmpeg("noise.wav", &["-c:a", "aac", "-b:a", "192k", "-f", "adts"], "raw.aac");
    for name in ["untagged.mp3", "raw.aac"] {
        let crossfade = seam(&sounds.asset(name)).expect("noise");
        assert_eq!(crossfade, Frames::from_millis(1500), "{name}");
        let levels = windows(&looped(&sounds.asset(name), crossfade, 24));
        let usual = levels[100..500].iter().sum::<f64>() / 400.0;
        for (index, level) in levels.iter().enumerate().skip(10) {
            assert!((level / usual - 1.0).abs() < 0.3, "{name}: level {level}, usually {usual}, in window {index}");
        }
        // Without it there is a gap, so this test can see one.
        let levels = windows(&looped(&sounds.asset(name), Frames::ZERO, 24));
        assert!(levels.iter().skip(10).any(|level| level / usual < 0.7), "{name}: no gap without a crossfade?");
    }
}

#[test]
fn ends_that_do_not_fit_are_found() {
    let sounds = Sounds::new();
    let seam_of = |name: &str, samples: &[f64]| {
        sounds.wav(name, 48_000, 1, samples);
        seam(&sounds.asset(name)).unwrap_or_else(|error| panic!("{error}"))
    };
    let tone = sine(48_000, 1, 100, 10, 0.3);
    assert_eq!(seam_of("whole.wav", &tone), Frames::ZERO);
    let cut = &tone[..tone.len() - 120];
    assert_eq!(seam_of("cut.wav", cut), Frames::from_millis(1500), "a quarter of a period is missing");
    let step: Vec<f64> = tone.iter().enumerate().map(|(i, s)| s + 0.1 * i as f64 / tone.len() as f64).collect();
    assert_eq!(seam_of("step.wav", &step), Frames::from_millis(1500));
    let louder: Vec<f64> =
        tone.iter().enumerate().map(|(i, s)| s * (0.1 + 0.9 * i as f64 / tone.len() as f64)).collect();
    assert_eq!(seam_of("louder.wav", &louder), Frames::from_millis(1500));
    let long = sine(48_000, 1, 100, 20, 0.3);
    let fade = |i: usize| (i.min(long.len() - 1 - i) as f64 / 96_000.0).min(1.0);
    let faded: Vec<f64> = long.iter().enumerate().map(|(i, s)| s * fade(i)).collect();
    assert_eq!(seam_of("faded.wav", &faded), Frames::from_secs(4));
    let short: Vec<f64> = tone[..9600].iter().enumerate().map(|(i, s)| s * (i as f64 / 9600.0).powi(2)).collect();
    assert_eq!(seam_of("short.wav", &short), Frames::from_millis(50), "a quarter of a short file");
    assert_eq!(seam_of("silence.wav", &vec![0.0; 480_000]), Frames::ZERO);
    sounds.wav("music.wav", 44_100, 2, &music(44_100, 2, 5.0));
    let first = seam(&sounds.asset("music.wav")).expect("music");
    assert_eq!(seam(&sounds.asset("music.wav")).expect("music"), first, "always the same");
}
