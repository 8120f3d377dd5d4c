//! What is written is what other programs read: samples, length, title and chapters; and a part is a part of the whole.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod sounds;

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use letgo::library::Asset;
use letgo::media::encode::{Bits, Format, Tags, WavSamples, WholeFile, begin};
use letgo::media::{Track, loudness_of, probe};
use letgo::quantity::Frames;
use sounds::{Sounds, music, run};

const ALL: [(&str, Format); 6] = [
    ("sixteen.wav", Format::Wav(WavSamples::Whole(Bits::Sixteen))),
    ("twentyfour.wav", Format::Wav(WavSamples::Whole(Bits::TwentyFour))),
    ("float.wav", Format::Wav(WavSamples::Float)),
    ("sixteen.flac", Format::Flac(Bits::Sixteen)),
    ("twentyfour.flac", Format::Flac(Bits::TwentyFour)),
    ("lossy.ogg", Format::OggVorbis { quality: 0.6 }),
];

fn tags() -> Tags {
    Tags {
        title: "Löse den Tag".into(),
        chapters: vec![
            (Frames::ZERO, "Arrive".into()),
            (Frames::from_millis(1250), "Neck\nand shoulders".into()),
            (Frames::from_secs(3), "Rest".into()),
        ],
    }
}

fn sound() -> Vec<f32> {
    music(48_000, 2, 4.3).into_iter().map(|sample| sample as f32).collect()
}

fn write(path: &Path, format: Format, first: Frames, samples: &[f32], block: usize) {
    let mut file = WholeFile::create(path).unwrap_or_else(|error| panic!("{error}"));
    let mut encoder = begin(format, &mut file, first, &tags()).unwrap_or_else(|error| panic!("{error}"));
    for block in samples.chunks(block * 2) {
        encoder.write(block).unwrap_or_else(|error| panic!("{error}"));
    }
    encoder.finish().unwrap_or_else(|error| panic!("{error}"));
    file.keep().unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn ffmpeg_and_we_read_what_was_written() {
    let sounds = Sounds::new();
    let sound = sound();
    for (name, format) in ALL {
        write(&sounds.path(name), format, Frames(7), &sound, 1000);
        let info = probe(&sounds.asset(name)).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((info.length, info.exact_ends), (Frames(206_400), true), "{name}");
        let theirs = sounds.decoded(name, &[]);
        assert_eq!(theirs.len(), sound.len(), "{name}");
        let mut ours = vec![0.0f32; sound.len()];
        Track::open(&sounds.asset(name)).expect("just written").read(Frames::ZERO, &mut ours);
        let limit = match format {
            Format::Wav(WavSamples::Float) => 0.0,
            Format::OggVorbis { .. } => 0.2,
            Format::Wav(WavSamples::Whole(bits)) | Format::Flac(bits) => 1.6 / f64::from(1u32 << (bits.count() - 1)),
        };
        for (index, sample) in sound.iter().enumerate() {
            for (who, read) in [("ffmpeg", theirs[index]), ("we", ours[index])] {
                let off = f64::from((read - sample).abs());
                assert!(off <= limit, "{name}: {who} read {read} for {sample} at {index}");
            }
        }
    }
}

#[test]
fn title_and_chapters_are_found() {
    let sounds = Sounds::new();
    for (name, format) in ALL {
        write(&sounds.path(name), format, Frames::ZERO, &sound(), 4096);
        let mut ffprobe = Command::new("ffprobe");
        ffprobe.args(["-v", "error", "-show_format", "-show_chapters", "-show_streams", "-of", "flat"]);
        let told = String::from_utf8_lossy(&run(ffprobe.arg(sounds.path(name)))).to_lowercase();
        assert!(told.contains("title=\"löse den tag\""), "{name}: {told}");
        if name.ends_with(".wav") {
            // ffprobe doesn't show a WAV's cue points: look for what the format's description says.
            let bytes = std::fs::read(sounds.path(name)).expect("a file");
            let find = |what: &[u8]| bytes.windows(what.len()).position(|window| window == what);
            let cue = find(b"cue ").expect("cue points");
            assert_eq!(bytes[cue + 4..cue + 12], [76, 0, 0, 0, 3, 0, 0, 0]);
            assert_eq!(bytes[cue + 36..cue + 44], [2, 0, 0, 0, 0x60, 0xea, 0, 0], "the second, at 60,000");
            let label = b"labl\x17\0\0\0\x02\0\0\0Neck and shoulders\0";
            assert!(find(label).is_some(), "the name of the second");
        } else {
            for part in
                ["chapter.1.start_time=\"1.250000\"", "tags.title=\"neck and shoulders\"", "chapter.2.start_time=\"3.0"]
            {
                assert!(told.contains(part), "{name}: no {part} in {told}");
            }
        }
    }
}

#[test]
fn other_tools_find_no_fault() {
    let sounds = Sounds::new();
    for (name, format) in ALL {
        write(&sounds.path(name), format, Frames::ZERO, &sound(), 4096);
        match name.rsplit('.').next() {
            // Checks every frame and the checksum of the whole.
            Some("flac") => run(Command::new("flac").args(["-t", "-s", "-w"]).arg(sounds.path(name))),
            Some("wav") => run(Command::new("sox").arg(sounds.path(name)).args(["-n", "stat"])),
            _ => run(Command::new("ogginfo").arg(sounds.path(name))),
        };
    }
}

#[test]
fn a_part_has_the_samples_of_the_whole() {
    let sounds = Sounds::new();
    let sound = sound();
    for (name, format) in &ALL[..5] {
        let (whole, part) = (format!("whole-{name}"), format!("part-{name}"));
        write(&sounds.path(&whole), *format, Frames(100), &sound, 1024);
        write(&sounds.path(&part), *format, Frames(100 + 77_777), &sound[77_777 * 2..], 333);
        let (whole, part) = (sounds.decoded(&whole, &[]), sounds.decoded(&part, &[]));
        assert!(whole[77_777 * 2..] == part, "{name}");
    }
}

#[test]
fn the_same_sound_makes_the_same_file() {
    for (name, format) in ALL {
        let bytes = |block: usize| {
            let mut bytes = Cursor::new(Vec::new());
            let mut encoder = begin(format, &mut bytes, Frames::ZERO, &tags()).expect("memory");
            sound().chunks(block).for_each(|block| encoder.write(block).expect("memory"));
            encoder.finish().expect("memory");
            bytes.into_inner()
        };
        assert!(bytes(2048) == bytes(2048), "{name}");
        assert!(bytes(2048) == bytes(602) || name.ends_with(".ogg"), "{name}: depends on the blocks");
    }
}

#[test]
fn loudness_is_ffmpegs() {
    let sounds = Sounds::new();
    sounds.wav("music.wav", 44_100, 2, &music(44_100, 2, 8.0));
    let ours = loudness_of(&Asset::File(sounds.path("music.wav"))).expect("music");
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-hide_banner", "-nostats", "-i"]).arg(sounds.path("music.wav"));
    ffmpeg.args(["-af", "ebur128=peak=true", "-f", "null", "-"]);
    let output = ffmpeg.output().expect("these tests need ffmpeg; on Debian: apt install ffmpeg");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let summary = told.rsplit("Summary:").next().expect("a summary");
    let number = |name: &str| -> f32 {
        let after = summary.split(name).nth(1).expect(name).trim_start();
        after.split_whitespace().next().and_then(|word| word.parse().ok()).expect(name)
    };
    assert!((ours.integrated.0 - number("I:")).abs() < 0.15, "{ours:?} and {summary}");
    assert!((ours.true_peak.0 - number("Peak:")).abs() < 0.3, "{ours:?} and {summary}");
}
