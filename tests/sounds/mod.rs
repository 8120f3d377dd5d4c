//! Files of sound for tests, made by the usual tools in a folder that goes away.

#![allow(dead_code, reason = "each test uses its own part")]

use std::f64::consts::TAU;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use letgo::library::Asset;

/// A folder of sounds.
pub struct Sounds(tempfile::TempDir);

impl Sounds {
    pub fn new() -> Sounds {
        Sounds(tempfile::tempdir().expect("a folder for the test's sounds"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn asset(&self, name: &str) -> Asset {
        Asset::File(self.path(name))
    }

    /// Writes a WAV of 16 bits from samples interleaved in `channels`.
    pub fn wav(&self, name: &str, rate: u32, channels: u16, samples: &[f64]) -> PathBuf {
        let data: Vec<u8> =
            samples.iter().flat_map(|sample| ((sample * 32_767.0).round() as i16).to_le_bytes()).collect();
        let path = self.path(name);
        std::fs::write(&path, wav_bytes(1, 16, rate, channels, &data)).expect("a WAV can be written");
        path
    }

    /// Converts one file to another with ffmpeg.
    pub fn ffmpeg(&self, from: &str, options: &[&str], to: &str) -> PathBuf {
        let output = self.path(to);
        run(Command::new("ffmpeg").args(["-v", "error", "-y", "-i"]).arg(self.path(from)).args(options).arg(&output));
        output
    }

    /// What ffmpeg decodes: interleaved samples in the file's own rate and channels, or as `options` say.
    pub fn decoded(&self, name: &str, options: &[&str]) -> Vec<f32> {
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error", "-i"]).arg(self.path(name)).args(options);
        let bytes = run(command.args(["-f", "f32le", "-acodec", "pcm_f32le", "-"]));
        bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
    }
}

/// Runs a tool that the tests need; says plainly if it is missing.
pub fn run(command: &mut Command) -> Vec<u8> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().unwrap_or_else(|error| {
        panic!("these tests need `{name}` ({error}); on Debian: apt install ffmpeg lame vorbis-tools flac opus-tools")
    });
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The bytes of a WAV file; `format` is 1 for integers, 3 for floats.
pub fn wav_bytes(format: u16, bits: u16, rate: u32, channels: u16, data: &[u8]) -> Vec<u8> {
    let frame = channels * bits / 8;
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + data.len() as u32).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0");
    bytes.extend(format.to_le_bytes());
    bytes.extend(channels.to_le_bytes());
    bytes.extend(rate.to_le_bytes());
    bytes.extend((rate * u32::from(frame)).to_le_bytes());
    bytes.extend(frame.to_le_bytes());
    bytes.extend(bits.to_le_bytes());
    bytes.extend(b"data");
    bytes.extend((data.len() as u32).to_le_bytes());
    bytes.extend(data);
    bytes
}

/// Whole periods of a sine: `hertz` whole, `seconds` whole. The same in every channel.
pub fn sine(rate: u32, channels: usize, hertz: u32, seconds: u32, amplitude: f64) -> Vec<f64> {
    let frames = 0..u64::from(rate * seconds);
    let sample = |frame: u64| amplitude * (TAU * frame as f64 * f64::from(hertz) / f64::from(rate)).sin();
    frames.flat_map(|frame| std::iter::repeat_n(sample(frame), channels)).collect()
}

/// Something like music: a few tones and a soft noise, different in each channel.
pub fn music(rate: u32, channels: usize, seconds: f64) -> Vec<f64> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let frames = (f64::from(rate) * seconds) as u64;
    let mut samples = Vec::new();
    for frame in 0..frames {
        let time = frame as f64 / f64::from(rate);
        for channel in 0..channels {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let noise = (state >> 11) as f64 / (1u64 << 53) as f64 - 0.5;
            let base = 110.0 * (channel + 1) as f64;
            let tones = (TAU * base * time).sin() * 0.15 + (TAU * base * 2.51 * time).sin() * 0.1;
            samples.push(tones * (0.7 + 0.3 * (TAU * 0.7 * time).sin()) + noise * 0.1);
        }
    }
    samples
}

/// The files that every promise about decoding is held to: name, ffmpeg's options to make it from a WAV of music.
pub const FORMATS: &[(&str, u32, u16, &[&str])] = &[
    ("s16.wav", 48_000, 2, &["-c:a", "pcm_s16le"]),
    ("s24.wav", 44_100, 2, &["-c:a", "pcm_s24le"]),
    ("s32.wav", 48_000, 2, &["-c:a", "pcm_s32le"]),
    ("u8.wav", 22_050, 1, &["-c:a", "pcm_u8"]),
    ("float.wav", 44_100, 2, &["-c:a", "pcm_f32le"]),
    ("eight.wav", 8_000, 1, &["-c:a", "pcm_s16le"]),
    ("fast.wav", 192_000, 2, &["-c:a", "pcm_s24le"]),
    ("surround.wav", 48_000, 6, &["-c:a", "pcm_s16le"]),
    ("stereo.flac", 44_100, 2, &["-c:a", "flac"]),
    ("mono.flac", 22_050, 1, &["-c:a", "flac"]),
    ("high.flac", 96_000, 2, &["-c:a", "flac", "-sample_fmt", "s32"]),
    ("surround.flac", 48_000, 6, &["-c:a", "flac"]),
    ("stereo.ogg", 44_100, 2, &["-c:a", "libvorbis", "-q:a", "5"]),
    ("mono.ogg", 48_000, 1, &["-c:a", "libvorbis", "-q:a", "2"]),
    ("tagged.mp3", 44_100, 2, &["-c:a", "libmp3lame", "-b:a", "128k"]),
    ("low.mp3", 44_100, 1, &["-c:a", "libmp3lame", "-b:a", "32k"]),
    ("half.mp3", 22_050, 2, &["-c:a", "libmp3lame", "-q:a", "5"]),
    ("untagged.mp3", 44_100, 2, &["-c:a", "libmp3lame", "-b:a", "128k", "-write_xing", "0", "-id3v2_version", "0"]),
    ("stereo.m4a", 44_100, 2, &["-c:a", "aac", "-b:a", "160k"]),
    ("mono.m4a", 48_000, 1, &["-c:a", "aac", "-b:a", "96k"]),
    ("stereo.opus", 48_000, 2, &["-c:a", "libopus", "-b:a", "128k"]),
    ("mono.opus", 48_000, 1, &["-c:a", "libopus", "-b:a", "32k"]),
    ("raw.aac", 44_100, 2, &["-c:a", "aac", "-f", "adts"]),
];

/// Makes one of [`FORMATS`], of 4.2 seconds, and says where it is.
pub fn make(sounds: &Sounds, index: usize) -> (&'static str, u32, u16) {
    let (name, rate, channels, options) = FORMATS[index];
    let wav = format!("from-{name}.wav");
    sounds.wav(&wav, rate, channels, &music(rate, channels.into(), 4.2));
    sounds.ffmpeg(&wav, options, name);
    (name, rate, channels)
}

pub fn exists(path: &Path) -> bool {
    path.try_exists().unwrap_or(false)
}
