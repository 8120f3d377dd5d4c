//! The tones that lead can be followed with eyes closed, and startle nobody: how loud they are, how they rise, and how
//! the ways of the breath differ.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod measuring;

use letgo::mix::synth::tone::{Bell, BreathTone, Chime, Glide, TONE_LOUDNESS, Tone};
use letgo::quantity::Frames;
use letgo::timeline::{self, Phase};
use measuring::{loudness, spectrum};

fn whole(tone: &dyn Tone) -> Vec<f32> {
    let mut out = vec![0.0; 2 * tone.length().0 as usize];
    tone.add(Frames::ZERO, &mut out, 1.0);
    out
}

/// The loudest 400 ms of a tone, in LU beside what all are measured by, with silence around it.
fn loudest(sound: &[f32]) -> f64 {
    let silence = vec![0.0; 48_000];
    let all = [&silence[..], sound, &silence].concat();
    loudness(&all).loudest() - f64::from(TONE_LOUDNESS.0)
}

/// The level of a part of a sound in dB, from one share of its length to another.
fn level(sound: &[f32], from: f64, to: f64) -> f64 {
    let at = |share: f64| (share * (sound.len() / 2) as f64) as usize * 2;
    let part = &sound[at(from)..at(to)];
    10.0 * (part.iter().map(|sample| f64::from(sample * sample)).sum::<f64>() / part.len() as f64).log10()
}

/// A breath somewhere in the middle of its stretch.
fn breath(phase: Phase, length: Frames) -> BreathTone {
    BreathTone { phase, length, marked: false }
}

#[test]
fn a_second_voice_marks_the_last_two_breaths_and_they_are_no_louder() {
    for phase in [Phase::In, Phase::Out] {
        let usual = breath(phase, Frames::from_secs(6));
        let (usual, marked) = (whole(&usual), whole(&BreathTone { marked: true, ..usual }));
        // Around its middle, where the breath is near 215 Hz and its second harmonic near 430: between lies the fifth.
        let middle = |sound: &[f32]| {
            spectrum(&sound[sound.len() / 20 * 9 / 2 * 2..sound.len() / 20 * 11 / 2 * 2]).share(300.0, 350.0)
        };
        assert!(middle(&marked) > middle(&usual) + 10.0, "{phase:?}: {} {}", middle(&usual), middle(&marked));
        assert!((loudest(&marked) - loudest(&usual)).abs() < 0.3, "{phase:?}");
    }
    let at = |round, rounds| timeline::Breath { phase: Phase::In, round, rounds, tone: true }.is_among_the_last();
    assert_eq!([at(8, 8), at(7, 8), at(6, 8), at(3, 3), at(4, 4)], [true, true, false, false, true]);
}

#[test]
fn tones_are_as_loud_as_they_say() {
    for pitch in [110.0, 198.0, 297.0, 440.0, 660.0] {
        let bell = loudest(&whole(&Bell::new(pitch)));
        assert!((-1.1..0.1).contains(&bell), "a bell of {pitch} Hz: {bell:.1} LU");
    }
    for pitch in [220.0, 330.0, 440.0, 660.0] {
        let chime = loudest(&whole(&Chime { pitch }));
        assert!((-2.0..0.0).contains(&chime), "a chime of {pitch} Hz: {chime:.1} LU");
    }
    for (phase, least, most) in [(Phase::In, -1.0, 0.5), (Phase::Out, -4.0, -2.5), (Phase::Sip, -3.0, -0.5)] {
        for (seconds, marked) in [(2, false), (4, false), (8, false), (4, true), (8, true)] {
            let tone = loudest(&whole(&BreathTone { marked, ..breath(phase, Frames::from_secs(seconds)) }));
            assert!((least..most).contains(&tone), "{phase:?} of {seconds} s, marked {marked}: {tone:.1} LU");
        }
    }
    for stroke in 0..6 {
        let glide = loudest(&whole(&Glide { length: Frames::from_secs(6), stroke }));
        assert!((-3.0..1.0).contains(&glide), "stroke {stroke}: {glide:.1} LU");
    }
}

#[test]
fn tones_begin_and_end_softly() {
    let breath = |phase| Box::new(breath(phase, Frames::from_millis(4321))) as Box<dyn Tone>;
    let marked = BreathTone { marked: true, ..crate::breath(Phase::In, Frames::from_millis(4321)) };
    let tones: [(&str, Box<dyn Tone>); 8] = [
        ("marked", Box::new(marked)),
        ("bell", Box::new(Bell::new(198.0))),
        ("sleepy bell", Box::new(Bell { pitch: 198.0, attack: Bell::SLEEPY_ATTACK })),
        ("chime", Box::new(Chime::default())),
        ("in", breath(Phase::In)),
        ("out", breath(Phase::Out)),
        ("sip", breath(Phase::Sip)),
        ("glide", Box::new(Glide { length: Frames::from_millis(4321), stroke: 1 })),
    ];
    for (name, tone) in tones {
        let sound = whole(&*tone);
        let peak = |from: usize, frames: usize| {
            sound[2 * from..2 * (from + frames)].iter().fold(0.0f32, |most, sample| most.max(sample.abs()))
        };
        let all = peak(0, sound.len() / 2);
        assert!(all < 0.5 && all > 0.01, "{name}: {all}");
        // From silence to nine tenths it takes 100 ms of the 150 ms that a rise lasts, or more.
        let risen = sound.iter().position(|sample| sample.abs() > 0.9 * all).unwrap() / 2;
        assert!(risen > 4800, "{name} rises in {risen} frames");
        assert!(peak(0, 480) < 0.03 * all && peak(sound.len() / 2 - 480, 480) < 0.03 * all, "{name}");
        assert!(sound.iter().all(|sample| sample.is_finite()));
    }
}

#[test]
fn in_rises_and_brightens_out_falls_and_softens() {
    for seconds in [3, 6] {
        let sound = |phase| whole(&breath(phase, Frames::from_secs(seconds)));
        let (breath_in, out) = (sound(Phase::In), sound(Phase::Out));
        // The pitch by counting how often the lowest tone turns: in a third of a second near each end.
        let turns = |sound: &[f32], from: f64| {
            let first = (from * (sound.len() / 2) as f64) as usize;
            let frames: Vec<f32> = sound[2 * first..2 * (first + 16_000)].iter().step_by(2).copied().collect();
            frames.windows(2).filter(|two| two[0] <= 0.0 && two[1] > 0.0).count() as f64 * 3.0
        };
        let late = 1.0 - 0.4 / seconds as f64;
        let (in_low, in_high) = (turns(&breath_in, 0.02), turns(&breath_in, late));
        assert!(in_high > 1.35 * in_low, "in: from {in_low} Hz to {in_high} Hz");
        let (out_high, out_low) = (turns(&out, 0.02), turns(&out, late));
        assert!(out_high > 1.35 * out_low, "out: from {out_high} Hz to {out_low} Hz");
        // Brightness: what lies above the lowest tone.
        let bright = |sound: &[f32], first: bool| {
            let half = sound.len() / 4 * 2;
            let part = if first { &sound[..half] } else { &sound[half..] };
            spectrum(part).share(300.0, 2000.0)
        };
        assert!(bright(&breath_in, false) > bright(&breath_in, true) + 3.0, "in brightens");
        assert!(bright(&out, false) < bright(&out, true) - 3.0, "out darkens");
        assert!(bright(&breath_in, false) > bright(&out, false) + 6.0, "in is brighter than out");
        assert!(level(&out, 0.0, 1.0) < level(&breath_in, 0.0, 1.0) - 2.0, "out is softer than in");
    }
}

#[test]
fn the_swell_lasts_the_whole_phase() {
    for seconds in [3, 5, 10] {
        let most = 0.6 / seconds as f64;
        let sound = |phase| whole(&breath(phase, Frames::from_secs(seconds)));
        let (breath_in, out) = (sound(Phase::In), sound(Phase::Out));
        for (name, sound) in [("in", &breath_in), ("out", &out)] {
            let tenths: Vec<f64> =
                (0..10).map(|i| level(sound, f64::from(i) / 10.0, f64::from(i + 1) / 10.0)).collect();
            let loudest = tenths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            assert!(level(sound, most * 0.5, most) > loudest - 16.0, "{name} of {seconds} s begins late: {tenths:?}");
            // All through, but for the first and the last tenth, in which it comes and goes.
            assert!(tenths[1..9].iter().all(|tenth| *tenth > loudest - 14.0), "{name} of {seconds} s: {tenths:?}");
            assert!(tenths[0].min(tenths[9]) > loudest - 24.0, "{name} of {seconds} s: {tenths:?}");
            let rising = tenths.windows(2).take(if name == "in" { 7 } else { 1 }).all(|two| two[1] > two[0]);
            let falling = tenths.windows(2).skip(if name == "in" { 8 } else { 2 }).all(|two| two[1] < two[0]);
            assert!(rising && falling, "{name} of {seconds} s: {tenths:?}");
        }
    }
    for length in [2, 8] {
        let glide = whole(&Glide { length: Frames::from_secs(length), stroke: 2 });
        let ends = level(&glide, 0.05, 0.2).min(level(&glide, 0.8, 0.95));
        assert!(ends > level(&glide, 0.3, 0.6) - 20.0, "{ends}");
    }
}

#[test]
fn tones_are_exact_from_any_frame() {
    let tone = BreathTone { marked: true, ..breath(Phase::In, Frames::from_millis(3210)) };
    let once = whole(&tone);
    let mut part = vec![0.0; 2000];
    tone.add(Frames(33_333), &mut part, 1.0);
    assert!(part[..] == once[66_666..68_666]);
    let mut past = vec![0.0; 400];
    tone.add(tone.length() - Frames(100), &mut past, 1.0);
    assert!(past[200..].iter().all(|sample| *sample == 0.0));
    for phase in [Phase::HoldFull, Phase::HoldEmpty] {
        assert!(whole(&breath(phase, Frames::from_secs(1))).iter().all(|sample| *sample == 0.0));
    }
}
