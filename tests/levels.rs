//! How loud things are beside each other: beds under words whatever the script asks for, and an evening that grows
//! softer. All measured on mixed sound.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::collections::HashMap;
use std::sync::Arc;

use ebur128::{EbuR128, Mode};
use letgo::library::{Asset, Library, Synth};
use letgo::mix::{Mixer, Sound, synth};
use letgo::quantity::{Frames, SAMPLE_RATE};
use letgo::session::{Request, resolve};
use letgo::timeline::{Bell, ClipFacts, Event, EventKind, Falling, Materials, Speech, Timeline, TrackFacts, lay_out};
use support::Place;

/// Steady noise of six seconds: what serves as words and as a track here.
fn noise(place: &Place) -> (Asset, ClipFacts) {
    let mut state = 5u32;
    let samples: Vec<f32> = (0..6 * SAMPLE_RATE)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            0.1 * ((state >> 8) as f32 / (1 << 23) as f32 - 1.0)
        })
        .collect();
    let bytes: Vec<u8> = samples.iter().flat_map(|sample| ((sample * 32767.0) as i16).to_le_bytes()).collect();
    let mut file = [*b"RIFF", (36 + bytes.len() as u32).to_le_bytes(), *b"WAVE", *b"fmt "].concat();
    file.extend([16u32, 0x0001_0001, SAMPLE_RATE, 2 * SAMPLE_RATE, 0x0010_0002].map(u32::to_le_bytes).concat());
    file.extend(*b"data");
    file.extend((bytes.len() as u32).to_le_bytes());
    file.extend(bytes);
    let asset = Asset::File(place.write("noise.wav", file));
    let loudness = letgo::media::loudness_of(&asset).unwrap().integrated;
    (asset.clone(), ClipFacts { asset, length: Frames(samples.len() as u64), loudness })
}

fn laid_out(place: &Place, script: &str, clear_voice: bool) -> Timeline {
    let (asset, facts) = noise(place);
    let track = TrackFacts { length: facts.length, loudness: facts.loudness, crossfade: Frames::ZERO };
    let materials = Materials {
        clips: HashMap::from([("Words.".to_string(), facts)]),
        tracks: HashMap::from([(asset, track)]),
        synths: synth::BED_LOUDNESS,
    };
    let library = Library {
        synths: synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect(),
        ..Library::default()
    };
    let path = place.write("session.yaml", script);
    let session = resolve(&library, &Asset::File(path), &Request { clear_voice, ..Request::default() }).unwrap();
    lay_out(&session.session, &materials).unwrap()
}

/// Loudness of a part, with all that is in it.
fn loudness(timeline: &Timeline, from: Frames, until: Frames) -> f64 {
    let mut sound = vec![0.0; 2 * (until - from).0 as usize];
    Mixer::new(Arc::new(timeline.clone())).unwrap().unguarded().read(from, &mut sound);
    let mut meter = EbuR128::new(2, SAMPLE_RATE, Mode::I).unwrap();
    meter.add_frames_f32(&sound).unwrap();
    meter.loudness_global().unwrap()
}

fn is_words(event: &Event) -> bool {
    matches!(event.kind, EventKind::Say(Speech::Clip(_)))
}

/// How far everything else lies under the words of a session while they sound: the least of it, in LU.
fn under_words(timeline: &Timeline) -> f64 {
    let (mut words, mut rest) = (timeline.clone(), timeline.clone());
    words.events.retain(is_words);
    words.beds.clear();
    rest.events.retain(|event| !is_words(event));
    let spans = words.events.iter().map(|event| (event.start, event.end()));
    spans.map(|(from, until)| loudness(&words, from, until) - loudness(&rest, from, until)).fold(f64::MAX, f64::min)
}

#[test]
fn beds_lie_under_words_whatever_the_script_asks_for() {
    let place = Place::new();
    for sound in [
        "{ synth: brown, level: 12 dB }",
        "{ synth: brown, level: -9 dB }",
        "{ synth: brown, level: -6 dB }, { track: noise.wav, level: -6 dB }, { synth: rain, level: -10 dB }",
        "{ track: noise.wav, level: -30 dB, name: late }",
    ] {
        let script = format!(
            "letgo: 1\ntitle: x\nsound: [ {sound} ]\nsteps:\n  - pause: 6s\n  - say: Words.\n  - pause: 4s\n  - say: Words.\n"
        );
        let (usual, clear) = (laid_out(&place, &script, false), laid_out(&place, &script, true));
        let (usually, clearly) = (under_words(&usual), under_words(&clear));
        assert!(usually > 14.5, "{usually} LU under words: {sound}");
        assert!(clearly > 19.5, "{clearly} LU under clear words: {sound}");
        // It isn't done by taking the beds away: no more than is asked for, or 6 dB.
        assert!(clearly < 21.5 || sound.contains("-30 dB"), "{clearly} LU under clear words: {sound}");
        if sound.contains("-30 dB") {
            assert_eq!(usual.ducking, clear.ducking);
            assert!((usually - 36.0).abs() < 0.5, "{usually} LU: {sound}");
        }
    }
}

#[test]
fn a_track_in_front_lies_under_the_words_said_over_it() {
    let place = Place::new();
    let script = "letgo: 1\ntitle: x\nsound: [ { synth: brown, level: -3 dB } ]\nsteps:\n  \
                  - track: { file: noise.wav, level: 6 dB, fade-in: 0.5s, cues: [ { at: 0s, say: Words. } ] }\n";
    for (clear, least) in [(false, 14.5), (true, 19.5)] {
        let under = under_words(&laid_out(&place, script, clear));
        assert!(under > least, "{under} LU");
    }
}

#[test]
fn words_tones_and_bells_grow_softer_towards_sleep() {
    let place = Place::new();
    let steps =
        "  - say: Words.\n  - bell: { strikes: 1, level: -2 dB }\n  - breathe: { in: 3s, out: 5s, rounds: 1 }\n";
    let script = format!(
        "letgo: 1\ntitle: x\nends-in: sleep\nsound: [ {{ synth: brown, level: -12 dB }} ]\nsteps:\n{}",
        format!("{steps}  - pause: 56s\n").repeat(8)
    );
    let timeline = laid_out(&place, &script, false);
    let of = |is: fn(&Event) -> bool| {
        let mut alone = timeline.clone();
        alone.beds.clear();
        alone.events.retain(is);
        let all: Vec<(Frames, f64)> = alone
            .events
            .iter()
            .filter(|event| !matches!(event.kind, EventKind::Pause))
            .map(|event| (event.start, loudness(&alone, event.start, event.end())))
            .collect();
        all
    };
    let breath = |event: &Event| matches!(&event.kind, EventKind::Breath(breath) if breath.tone && breath.round == 1);
    let by = timeline.falling.by.0;
    assert!((-4.5..=-4.0).contains(&by), "{by} dB in 13 minutes");
    for (what, levels) in [
        ("words", of(is_words)),
        ("bells", of(|event| matches!(event.kind, EventKind::Bell(Bell { .. })))),
        ("breath in", of(breath).into_iter().step_by(2).collect()),
    ] {
        let (first, last) = (levels[0].1, levels[levels.len() - 1].1);
        let falls = timeline.falling.at(levels[levels.len() - 1].0).0;
        assert!((last - first - f64::from(falls)).abs() < 0.5, "{what}: from {first} to {last} LUFS, not by {falls}");
        for pair in levels.windows(2) {
            let minutes = (pair[1].0 - pair[0].0).seconds() / 60.0;
            assert!(pair[0].1 - pair[1].1 <= minutes + 0.2, "{what}: {pair:?}");
        }
    }
    // The bed, which isn't a voice, stays; and still it is under the softest words.
    assert!(under_words(&timeline) > 14.5);
    let day = laid_out(&place, &script.replace("ends-in: sleep\n", ""), false);
    assert_eq!(day.falling, Falling::default());
}
