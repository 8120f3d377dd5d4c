//! Starting at any moment gives exactly the samples that the whole has from there: for random sessions over tracks of
//! every kind, random moments and block sizes, bit for bit, dither included.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::sync::Arc;

use letgo::library::{Asset, Library, Synth};
use letgo::media::encode::quantise;
use letgo::mix::{Mixer, Sound, synth};
use letgo::quantity::Frames;
use letgo::session::{Request, resolve};
use letgo::timeline::{Timeline, gather, lay_out};
use letgo::voice::Voices;
use proptest::prelude::*;
use support::{Place, tool};

/// A few seconds of sound in every format, at awkward rates.
fn tracks(place: &Place) {
    let sine = "sine=f=330:d=3.1:r=44100,volume=0.5";
    let noise = "anoisesrc=d=2.7:c=pink:r=22050:a=0.4:seed=7";
    for (name, source, options) in [
        ("a.wav", sine, vec!["-ac", "1"]),
        ("b.flac", noise, vec!["-ac", "2"]),
        ("c.ogg", noise, vec!["-ac", "2", "-c:a", "libvorbis"]),
        ("d.mp3", sine, vec!["-ac", "2", "-b:a", "128k"]),
        ("e.m4a", noise, vec!["-ac", "2", "-c:a", "aac", "-b:a", "96k", "-ar", "44100"]),
    ] {
        let path = place.path(name);
        let mut args = vec!["-v", "error", "-f", "lavfi", "-i", source];
        args.extend(options);
        args.push(path.to_str().unwrap());
        tool("ffmpeg", &args);
    }
}

fn timeline(place: &Place, script: &str) -> Arc<Timeline> {
    let path = place.write("session.yaml", script);
    let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
    let library = Library { synths, ..Library::default() };
    let session = resolve(&library, &Asset::File(path), &Request::default()).unwrap().session;
    let (materials, _) = gather(&session, &Voices::default(), synth::BED_LOUDNESS).unwrap();
    Arc::new(lay_out(&session, &materials).unwrap())
}

fn bed() -> impl Strategy<Value = String> {
    let tracks = prop::sample::select(vec!["a.wav", "b.flac", "c.ogg", "d.mp3", "e.m4a"]);
    let synths = prop::sample::select(synth::BEDS.iter().map(|bed| bed.name).collect::<Vec<_>>());
    prop_oneof![
        (tracks, -30i32..12)
            .prop_map(|(name, level)| format!("{{ track: {name}, level: {level} dB, fade-in: 2s, fade-out: 2s }}")),
        (synths, -30i32..12)
            .prop_map(|(name, level)| format!("{{ synth: {name}, level: {level} dB, fade-in: 2s, fade-out: 2s }}")),
    ]
}

fn step() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("{ say: Hello there. }".to_string()),
        (1u32..4).prop_map(|seconds| format!("{{ pause: {seconds}s }}")),
        (1u32..3, 130u32..300, -12i32..1).prop_map(|(strikes, _, level)| format!(
            "{{ bell: {{ strikes: {strikes}, every: 2s, level: {level} dB, pitch: high }} }}"
        )),
        (1u32..3)
            .prop_map(|rounds| format!("{{ breathe: {{ in: 2s, hold: 2s, out: 3s, rounds: {rounds}, say: Now. }} }}")),
        Just("{ track: { file: c.ogg, level: 0 dB, fade-in: 0.5s, fade-out: 1s } }".to_string()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_moment_gives_the_samples_of_the_whole(
        beds in prop::collection::vec(bed(), 1..4),
        steps in prop::collection::vec(step(), 1..5),
        moments in prop::collection::vec((0.0f64..1.0, 1usize..9000), 4),
    ) {
        let place = Place::new();
        tracks(&place);
        let named = beds.iter().enumerate().map(|(index, bed)| bed.replacen("{ ", &format!("{{ name: bed-{index}, "), 1));
        let script = format!(
            "letgo: 1\ntitle: Random\nsound: [ {} ]\nsteps: [ {} ]\n",
            named.collect::<Vec<_>>().join(", "),
            steps.join(", ")
        );
        let timeline = timeline(&place, &script);
        let mut whole = vec![0.0; 2 * timeline.length.0 as usize];
        Mixer::new(Arc::clone(&timeline)).unwrap().read(Frames::ZERO, &mut whole);
        prop_assert!(whole.iter().all(|sample| sample.is_finite() && sample.abs() <= 1.0));
        let dithered = |sound: &[f32], at: Frames| {
            let mut out = vec![0; sound.len()];
            quantise(sound, at, 16, &mut out);
            out
        };
        let whole_dithered = dithered(&whole, Frames::ZERO);
        let mut wandering = Mixer::new(Arc::clone(&timeline)).unwrap();
        for (share, frames) in moments {
            let at = (timeline.length.0 as f64 * share) as usize;
            let count = frames.min(timeline.length.0 as usize - at);
            let part = &whole[2 * at..2 * (at + count)];
            let mut fresh = vec![0.0; 2 * count];
            Mixer::new(Arc::clone(&timeline)).unwrap().read(Frames(at as u64), &mut fresh);
            prop_assert!(same_bits(&fresh, part), "a fresh start at {at} differs in\n{script}");
            let mut moved = vec![0.0; 2 * count];
            wandering.read(Frames(at as u64), &mut moved);
            prop_assert!(same_bits(&moved, part), "a seek to {at} differs in\n{script}");
            prop_assert_eq!(&dithered(&fresh, Frames(at as u64))[..], &whole_dithered[2 * at..2 * (at + count)]);
        }
    }
}

fn same_bits(a: &[f32], b: &[f32]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.to_bits() == b.to_bits())
}
