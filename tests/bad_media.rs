//! Whatever is wrong with a file of sound, it is said in one clear sentence; nothing panics and nothing hangs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod sounds;

use std::sync::mpsc;
use std::time::Duration;

use letgo::library::Asset;
use letgo::media::{Looped, MediaError, Problem, Track, decode_clip, probe, seam, verify};
use letgo::quantity::Frames;
use sounds::{FORMATS, Sounds, make, music, wav_bytes};

/// Does all that can be done with a file, within a time that no honest work on so short a file can take.
fn use_all(asset: &Asset, what: &str) -> Result<(), MediaError> {
    let (done, wait) = mpsc::channel();
    let asset = asset.clone();
    let worker = std::thread::spawn(move || {
        let result = (|| {
            probe(&asset)?;
            let mut track = Track::open(&asset)?;
            let mut block = vec![0.0f32; 4096];
            let length = track.length().0;
            for at in (0..length.min(48_000 * 20)).step_by(2048).chain([length / 2, 3, length]) {
                track.read(Frames(at), &mut block);
                assert!(block.iter().all(|sample| sample.is_finite()), "not a number");
            }
            let mut looped = Looped::open(&asset, Frames::from_millis(200))?;
            looped.read(Frames(length.saturating_mul(2).saturating_sub(1000)), &mut block);
            seam(&asset)?;
            verify(&asset)?;
            decode_clip(&asset).map(|_| ())
        })();
        let _ = done.send(());
        result
    });
    match wait.recv_timeout(Duration::from_secs(60)) {
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("{what}: hangs"),
        _ => worker.join().unwrap_or_else(|_| panic!("{what}: panicked")),
    }
}

fn problem(sounds: &Sounds, name: &str, bytes: &[u8]) -> Problem {
    std::fs::write(sounds.path(name), bytes).expect("a file");
    match use_all(&sounds.asset(name), name) {
        Ok(()) => panic!("{name}: nothing wrong with it?"),
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.contains(name) && sentence.len() > name.len() + 30, "too short: {sentence}");
            error.problem
        }
    }
}

#[test]
fn each_thing_has_its_own_sentence() {
    let sounds = Sounds::new();
    let missing = probe(&sounds.asset("none.flac")).expect_err("missing").problem;
    assert!(matches!(missing, Problem::Missing), "{missing:?}");
    let folder = probe(&Asset::File(sounds.path(""))).expect_err("a folder").problem;
    assert!(matches!(folder, Problem::NotAFile), "{folder:?}");
    assert!(matches!(problem(&sounds, "empty.ogg", b""), Problem::Empty));
    let text = "There is nothing to get right. ".repeat(3000);
    for name in ["text.mp3", "text.wav", "text.flac", "text.m4a", "text"] {
        let found = problem(&sounds, name, text.as_bytes());
        assert!(matches!(found, Problem::Unrecognised), "{name}: {found:?}");
    }
    let nothing = problem(&sounds, "nothing.wav", &wav_bytes(1, 16, 48_000, 2, &[]));
    assert!(matches!(nothing, Problem::NoLength), "{nothing:?}");
    for rate in [0u32, 1, 7999, 192_001, 4_000_000] {
        let found = problem(&sounds, "rate.wav", &wav_bytes(1, 16, rate, 1, &[0; 96_000]));
        assert!(matches!(found, Problem::Rate(_) | Problem::Corrupt(_)), "{rate}: {found:?}");
    }
    let mut cut = wav_bytes(1, 16, 48_000, 1, &[1; 480_000]);
    cut.truncate(200_000);
    let found = problem(&sounds, "cut.wav", &cut);
    assert!(matches!(found, Problem::CutShort { should, is } if should == 5.0 && is < 2.1), "{found:?}");
}

#[test]
fn films_and_other_codecs_are_refused_with_advice() {
    let sounds = Sounds::new();
    let film = ["-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-an", "-map", "1:v", "-c:v", "mpeg4"];
    sounds.wav("in.wav", 48_000, 2, &music(48_000, 2, 1.0));
    sounds.ffmpeg("in.wav", &film, "film.mp4");
    let found = probe(&sounds.asset("film.mp4")).expect_err("no sound in it").problem;
    assert!(matches!(found, Problem::NoAudio), "{found:?}");
    for (name, codec) in [("a.m4a", "alac"), ("b.wav", "adpcm_ms")] {
        sounds.ffmpeg("in.wav", &["-c:a", codec], name);
        let found = probe(&sounds.asset(name)).expect_err("unsupported").problem;
        assert!(matches!(found, Problem::UnsupportedCodec(_)), "{name}: {found:?}");
        assert!(found.to_string().contains("ffmpeg"), "{found}");
    }
    let surround = music(48_000, 6, 1.0);
    sounds.wav("surround.wav", 48_000, 6, &surround);
    sounds.ffmpeg("surround.wav", &["-c:a", "libvorbis"], "surround.ogg");
    let found = probe(&sounds.asset("surround.ogg")).expect_err("its channels come out wrong").problem;
    assert!(matches!(found, Problem::UnsupportedFeature(_)), "{found:?}");
}

#[test]
fn too_long_for_a_clip() {
    let sounds = Sounds::new();
    std::fs::write(sounds.path("long.wav"), wav_bytes(1, 16, 8000, 1, &vec![0; 8000 * 2 * 301])).expect("a file");
    let found = decode_clip(&sounds.asset("long.wav")).expect_err("too long").problem;
    assert!(matches!(found, Problem::TooLongForClip { .. }), "{found:?}");
}

#[test]
fn what_is_not_a_number_is_silence() {
    let sounds = Sounds::new();
    let wild = [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, 0.5, f32::MAX, -0.25, f32::MIN_POSITIVE, 1.5];
    let data: Vec<u8> = wild.iter().cycle().take(96_000).flat_map(|sample| sample.to_le_bytes()).collect();
    std::fs::write(sounds.path("wild.wav"), wav_bytes(3, 32, 48_000, 2, &data)).expect("a file");
    let mut track = Track::open(&sounds.asset("wild.wav")).unwrap_or_else(|error| panic!("{error}"));
    let mut out = [7.0f32; 8];
    track.read(Frames(4), &mut out);
    assert_eq!(out, [0.0, 0.0, 0.0, 0.5, 0.0, -0.25, f32::MIN_POSITIVE, 1.5]);
    use_all(&sounds.asset("wild.wav"), "wild.wav").unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_file_cut_anywhere_is_refused_or_plays() {
    let sounds = Sounds::new();
    for index in 0..FORMATS.len() {
        let (name, ..) = make(&sounds, index);
        let whole = std::fs::read(sounds.path(name)).expect("a file");
        let cut = format!("cut-{name}");
        let lengths = [1, 3, 4, 11, 12, 13, 27, 44, 45, 60, 100, 511, 1000, 4096];
        let parts = [0.1, 0.33, 0.5, 0.7, 0.9].map(|part| (whole.len() as f64 * part) as usize);
        for length in lengths.into_iter().chain(parts).filter(|&length| length < whole.len()) {
            std::fs::write(sounds.path(&cut), &whole[..length]).expect("a file");
            let result = use_all(&sounds.asset(&cut), &format!("{name} cut to {length}"));
            // Without a length of its own, what is left of a file is a file.
            let tells =
                !["untagged.mp3", "raw.aac"].contains(&name) && !name.ends_with(".ogg") && !name.ends_with(".opus");
            assert!(!tells || result.is_err(), "{name} cut to {length} of {} is taken for whole", whole.len());
        }
    }
}

#[test]
fn a_damaged_file_is_refused_or_plays() {
    let sounds = Sounds::new();
    let mut state = 7u64;
    let mut dice = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % most
    };
    for index in 0..FORMATS.len() {
        let (name, ..) = make(&sounds, index);
        let whole = std::fs::read(sounds.path(name)).expect("a file");
        let bad = format!("bad-{name}");
        for round in 0..14 {
            let mut bytes = whole.clone();
            // Sometimes the header, sometimes anywhere, sometimes a hole.
            let reach = if round % 2 == 0 { bytes.len().min(400) } else { bytes.len() };
            for _ in 0..1 + dice(12) {
                bytes[dice(reach)] = dice(256) as u8;
            }
            if round % 5 == 4 {
                let at = dice(bytes.len());
                let end = (at + dice(3000)).min(bytes.len());
                bytes[at..end].fill(0);
            }
            std::fs::write(sounds.path(&bad), &bytes).expect("a file");
            if let Err(error) = use_all(&sounds.asset(&bad), &format!("{name}, damaged, round {round}")) {
                assert!(error.to_string().len() > 30, "{error}");
            }
        }
    }
}

#[test]
fn a_hole_in_the_middle_is_silence_and_no_more() {
    let sounds = Sounds::new();
    for name in ["stereo.flac", "tagged.mp3", "stereo.ogg", "stereo.m4a"] {
        let (.., options) = FORMATS.iter().find(|format| format.0 == name).expect("one of them");
        sounds.wav("in.wav", 44_100, 2, &music(44_100, 2, 12.0));
        sounds.ffmpeg("in.wav", options, name);
        let mut bytes = std::fs::read(sounds.path(name)).expect("a file");
        let clean = whole(&sounds.asset(name));
        let middle = bytes.len() / 2;
        if name.ends_with(".mp3") {
            // An MP3 has no clock: without a frame's header its place is lost. Here the header stays.
            let header = (middle..).find(|&at| bytes[at] == 0xff && bytes[at + 1] == 0xfb).expect("a frame");
            bytes[header + 40..header + 300].fill(0x55);
        } else {
            bytes[middle..middle + 2000].fill(0x55);
        }
        std::fs::write(sounds.path(name), &bytes).expect("a file");
        let hurt = whole(&sounds.asset(name));
        assert_eq!(hurt.len(), clean.len(), "{name}");
        // A page of Ogg is lost as a whole, and may hold a second.
        let part = clean.len() / 8;
        assert!(hurt[..part] == clean[..part], "{name}: the beginning suffers");
        // What comes after is where it was: no part has slipped.
        let off = hurt[part * 7..].iter().zip(&clean[part * 7..]).map(|(a, b)| (a - b).abs()).fold(0.0f32, f32::max);
        assert!(off < 0.02, "{name}: the end has moved: {off}");
    }
}

fn whole(asset: &Asset) -> Vec<f32> {
    let mut track = Track::open(asset).unwrap_or_else(|error| panic!("{error}"));
    let mut out = vec![0.0; track.length().0 as usize * 2];
    track.read(Frames::ZERO, &mut out);
    out
}
