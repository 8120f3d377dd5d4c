//! What is read at a place is the same, bit for bit, whatever was read before.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod sounds;

use letgo::media::{Looped, Track};
use letgo::quantity::Frames;
use sounds::{FORMATS, Sounds, make};

/// A small generator of numbers, so that each run reads at the same places.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

#[test]
fn a_track_reads_the_same_from_anywhere() {
    let sounds = Sounds::new();
    for index in 0..FORMATS.len() {
        let (name, ..) = make(&sounds, index);
        let mut track = Track::open(&sounds.asset(name)).unwrap_or_else(|error| panic!("{error}"));
        let length = track.length().0 as usize;
        let mut whole = vec![0.0f32; length * 2 + 4096];
        for (block, out) in whole.chunks_mut(2048).enumerate() {
            track.read(Frames(block as u64 * 1024), out);
        }
        assert!(whole[length * 2..].iter().all(|&sample| sample == 0.0), "{name}: sound after its end");
        let mut dice = Dice(index as u64);
        let mut fresh = Track::open(&sounds.asset(name)).unwrap_or_else(|error| panic!("{error}"));
        for round in 0..40 {
            let at = dice.below(length);
            let frames = 1 + dice.below(if round % 2 == 0 { 40 } else { 6000 });
            let frames = frames.min(length + 2048 - at);
            let mut out = vec![7.0f32; frames * 2];
            let track = if round % 3 == 0 { &mut track } else { &mut fresh };
            track.read(Frames(at as u64), &mut out);
            let same = out.iter().zip(&whole[at * 2..]).all(|(a, b)| a.to_bits() == b.to_bits());
            assert!(same, "{name}: {frames} frames at {at} differ");
        }
    }
}

#[test]
fn a_loop_reads_the_same_from_anywhere() {
    let sounds = Sounds::new();
    for index in 0..FORMATS.len() {
        let (name, ..) = make(&sounds, index);
        for crossfade in [Frames::ZERO, Frames::from_millis(700)] {
            let open = || Looped::open(&sounds.asset(name), crossfade).unwrap_or_else(|error| panic!("{error}"));
            let mut looped = open();
            // More than three times around.
            let length = 13 * 48_000 + 777;
            let mut whole = vec![0.0f32; length * 2];
            for (block, out) in whole.chunks_mut(2048).enumerate() {
                looped.read(Frames(block as u64 * 1024), out);
            }
            let mut dice = Dice(index as u64 + 99);
            let mut fresh = open();
            for round in 0..24 {
                let at = dice.below(length - 9000);
                let frames = 1 + dice.below(if round % 2 == 0 { 40 } else { 8000 });
                let mut out = vec![7.0f32; frames * 2];
                if round % 8 == 7 {
                    fresh = open();
                }
                let looped = if round % 3 == 0 { &mut looped } else { &mut fresh };
                looped.read(Frames(at as u64), &mut out);
                let same = out.iter().zip(&whole[at * 2..]).all(|(a, b)| a.to_bits() == b.to_bits());
                assert!(same, "{name}, crossfade {crossfade:?}: {frames} frames at {at} differ");
            }
        }
    }
}

#[test]
fn a_crossfade_of_none_repeats_the_track() {
    let sounds = Sounds::new();
    for name in ["s16.wav", "surround.flac", "mono.ogg"] {
        let index = FORMATS.iter().position(|format| format.0 == name).expect("one of them");
        make(&sounds, index);
        let mut track = Track::open(&sounds.asset(name)).expect("a track");
        let mut looped = Looped::open(&sounds.asset(name), Frames::ZERO).expect("a loop");
        let length = track.length();
        let (mut once, mut again) = (vec![0.0f32; 20_000], vec![0.0f32; 20_000]);
        track.read(Frames(5000), &mut once);
        looped.read(Frames(length.0 * 3 + 5000), &mut again);
        assert!(once == again, "{name}: the fourth time differs from the first");
    }
}
