//! However a script sets its levels and whatever its tracks hold, what is heard never gets loud, and never gets loud
//! suddenly: two hundred sessions of chance, mixed and measured with a meter that isn't the guard's own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use ebur128::{EbuR128, Mode};
use letgo::library::{Asset, Library, Synth};
use letgo::mix::{CEILING, FLOOR, Mixer, RISE, Sound, synth};
use letgo::quantity::{Frames, Lufs};
use letgo::session::{Request, resolve};
use letgo::timeline::{ClipFacts, Envelope, Materials, Timeline, TrackFacts, lay_out};
use support::Place;

const SCRIPTS: u64 = 200;
/// What a meter may find above the limits.
const TOLERANCE: f64 = 0.1;

/// A small generator of numbers, so that each run tries the same scripts.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }

    /// From -1 to 1.
    fn sample(&mut self) -> f32 {
        self.next() as f32 / (1u64 << 30) as f32 - 1.0
    }
}

/// The sounds that scripts may use: as unkind as a file can be.
const TRACKS: [&str; 8] = ["noise", "bursts", "one-burst", "clicks", "constant", "whisper", "square", "hum"];

fn track(name: &str) -> Vec<f32> {
    let mut dice = Dice::new(name.len() as u64 + u64::from(name.as_bytes()[0]));
    let wave = |frequency: f32, frame: usize| (std::f32::consts::TAU * frequency * frame as f32 / 48_000.0).sin();
    (0..3 * 48_000)
        .map(|frame| {
            let noise = dice.sample();
            match name {
                "noise" => noise,
                "bursts" if frame % 40_000 < 6000 => noise,
                // Measured as whispering, so that it is raised a lot.
                "one-burst" if (90_000..95_000).contains(&frame) => noise,
                "one-burst" | "bursts" => 1e-4 * noise,
                "clicks" if frame % 9600 == 0 => 1.0,
                "clicks" => 0.0,
                "constant" => 0.9,
                "whisper" => 3e-4 * noise,
                "square" if frame > 70_000 => wave(2500.0, frame).signum(),
                "square" => 0.0,
                _ => wave(45.0, frame),
            }
        })
        .collect()
}

/// The tracks' files, and what is known of them. The same sounds serve as clips of words, some of them taken for much
/// softer than they are.
fn materials(place: &Place) -> Materials {
    let mut tracks = HashMap::new();
    let mut clips = HashMap::new();
    for name in TRACKS {
        let path = place.path(&format!("{name}.wav"));
        let mut bytes = Vec::new();
        let samples = track(name);
        let size = 4 * samples.len() as u32;
        bytes.extend([*b"RIFF", (36 + size).to_le_bytes(), *b"WAVE", *b"fmt ", 16u32.to_le_bytes()].concat());
        // Floating point, one channel, 48 kHz, 4 bytes a frame.
        bytes.extend([3u16, 1].map(u16::to_le_bytes).concat());
        bytes.extend([48_000u32, 192_000].map(u32::to_le_bytes).concat());
        bytes.extend([4u16, 32].map(u16::to_le_bytes).concat());
        bytes.extend([*b"data", size.to_le_bytes()].concat());
        bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
        std::fs::write(&path, bytes).unwrap();
        let asset = Asset::File(path);
        let loudness = letgo::media::loudness_of(&asset).unwrap().integrated;
        let length = Frames(samples.len() as u64);
        tracks.insert(asset.clone(), TrackFacts { length, loudness, crossfade: Frames::ZERO });
        for (words, loudness) in [("now", loudness), ("too loud", Lufs(loudness.0 - 25.0))] {
            let facts = ClipFacts { asset: asset.clone(), length, loudness };
            clips.insert(format!("{name} {words}."), facts);
        }
    }
    Materials { clips, tracks, synths: synth::BED_LOUDNESS }
}

/// Some ten seconds in which levels, beds and tracks are what chance makes them.
fn script(dice: &mut Dice) -> String {
    let level =
        |dice: &mut Dice| dice.one(&["12 dB", "12 dB", "9 dB", "6 dB", "0 dB", "-6 dB", "-12 dB", "-25 dB", "-60 dB"]);
    let time = |dice: &mut Dice| dice.one(&["2s", "2s", "3s"]);
    let mut text = String::from("letgo: 1\ntitle: Chance\n");
    if dice.below(3) == 0 {
        text += "ends-in: sleep\n";
    }
    let beds = dice.below(6);
    if beds > 0 {
        text += "sound:\n";
    }
    for bed in 0..beds {
        let source = match dice.below(3) {
            0 => format!("synth: {}", dice.one(&["brown", "rain", "sea", "drone"])),
            _ => format!("track: {}.wav", dice.one(&TRACKS)),
        };
        let (level, rise, fall) = (level(dice), time(dice), time(dice));
        text += &format!("  - {{ {source}, name: bed-{bed}, level: {level}, fade-in: {rise}, fade-out: {fall} }}\n");
    }
    text += "steps:\n";
    for _ in 0..2 + dice.below(4) {
        text += &match dice.below(6) {
            0 => format!("  - bell: {{ strikes: {}, every: 2s, level: 0 dB, pitch: high }}\n", 1 + dice.below(3)),
            1 if beds > 0 => {
                let (bed, level, over) = (dice.below(beds), level(dice), time(dice));
                format!("  - sound: {{ bed: bed-{bed}, level: {level}, over: {over} }}\n  - pause: 700ms\n")
            }
            2 => {
                let (track, level, rise) = (dice.one(&TRACKS), level(dice), time(dice));
                format!("  - track: {{ file: {track}.wav, level: {level}, fade-in: {rise}, fade-out: 500ms }}\n")
            }
            3 => format!("  - say: {} {}.\n", dice.one(&TRACKS), dice.one(&["now", "too loud"])),
            4 => format!("  - pause: {}\n", dice.one(&["200ms", "1s", "3s"])),
            _ => "  - breathe: { in: 1.5s, out: 1.5s, rounds: 1 }\n".into(),
        };
    }
    text
}

fn timeline(place: &Place, materials: &Materials, number: u64) -> (String, Timeline) {
    let script = script(&mut Dice::new(number));
    let path = place.write(&format!("{number}.yaml"), &script);
    let library = Library {
        synths: synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect(),
        ..Library::default()
    };
    let session = resolve(&library, &Asset::File(path), &Request::default());
    let session = session.unwrap_or_else(|wrong| panic!("{wrong:?}\n{script}")).session;
    let mut timeline = lay_out(&session, materials).unwrap_or_else(|wrong| panic!("{wrong:?}\n{script}"));
    // What no script may ask for, the engine holds as well: beds that come and go at once.
    if number % 2 == 1 {
        let mut dice = Dice::new(!number);
        for bed in &mut timeline.beds {
            bed.gain = Envelope::default();
            let mut at = Frames::ZERO;
            while at < timeline.length {
                let gain = dice.one(&[0.0, 0.001, 0.03, 0.3, 1.0, 8.0, 100.0]);
                bed.gain.push(at, gain);
                at += Frames(dice.below(150_000));
                bed.gain.push(at, gain);
                at += Frames(dice.below(2000));
            }
        }
    }
    (script, timeline)
}

struct Found {
    /// Of 400 ms, in LUFS.
    loudest: f64,
    /// Over the loudest 400 ms that had ended before, in the three seconds before: the stricter reading.
    rise: f64,
    true_peak: f64,
    wrong: Option<String>,
}

fn measured(sound: &[f32], offset: usize) -> Found {
    let mut meter = EbuR128::new(2, 48_000, Mode::M | Mode::TRUE_PEAK).unwrap();
    meter.add_frames_f32(&sound[..2 * offset]).unwrap();
    let looks: Vec<f64> = sound[2 * offset..]
        .chunks_exact(9600)
        .map(|tenth| {
            meter.add_frames_f32(tenth).unwrap();
            meter.loudness_momentary().unwrap().max(-120.0)
        })
        .collect();
    let rises = looks.iter().enumerate().map(|(now, loudness)| {
        let before = &looks[now.saturating_sub(30)..(now + 1).saturating_sub(4)];
        loudness - before.iter().fold(f64::from(FLOOR.0), |most, loudness| most.max(*loudness))
    });
    let rise = rises.fold(-120.0, f64::max);
    let peak = (0..2).map(|side| meter.true_peak(side).unwrap()).fold(0.0, f64::max);
    let edge = 9600.min(sound.len() / 2);
    let silent = |part: &[f32]| part.iter().all(|sample| *sample == 0.0);
    let wrong = if !sound.iter().all(|sample| sample.is_finite()) {
        Some("not finite".to_string())
    } else if !silent(&sound[..edge]) || !silent(&sound[sound.len() - edge..]) {
        Some("sound at its very beginning or end".to_string())
    } else {
        None
    };
    Found {
        loudest: looks.iter().fold(-120.0, |most, loudness| most.max(*loudness)),
        rise,
        true_peak: 20.0 * peak.log10(),
        wrong,
    }
}

#[test]
fn no_script_startles() {
    let place = Place::new();
    let materials = materials(&place);
    let (next, at_limit) = (AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed) as u64;
                    if number >= SCRIPTS {
                        return;
                    }
                    let (script, timeline) = timeline(&place, &materials, number);
                    let mut sound = vec![0.0; 2 * timeline.length.0 as usize];
                    Mixer::new(Arc::new(timeline)).unwrap().read(Frames::ZERO, &mut sound);
                    // A meter may begin anywhere.
                    let found = measured(&sound, (number * 331 % 4800) as usize);
                    let Found { loudest, rise, true_peak, wrong } = &found;
                    assert_eq!(*wrong, None, "script {number}:\n{script}");
                    assert!(*loudest <= f64::from(CEILING.0) + TOLERANCE, "{loudest} LUFS, script {number}:\n{script}");
                    assert!(*rise <= f64::from(RISE.0) + TOLERANCE, "{rise} LU, script {number}:\n{script}");
                    assert!(*true_peak <= -1.0, "{true_peak} dBTP, script {number}:\n{script}");
                    if *loudest > f64::from(CEILING.0) - 1.0 || *rise > f64::from(RISE.0) - 1.0 {
                        at_limit.fetch_add(1, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    // Otherwise the scripts weren't as unkind as they should be.
    let at_limit = at_limit.into_inner() as u64;
    assert!(at_limit > SCRIPTS / 2, "only {at_limit} scripts came near a limit");
}
