//! Every synthesised bed is fit to lie down to: as loud as the others, dark, without sharp tones or sudden rises, the
//! same from any frame, and never the same again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod measuring;

use std::num::NonZeroU64;

use letgo::mix::Sound;
use letgo::mix::synth::{BED_LOUDNESS, BEDS, Cycle, bed, cycle, tuned_bed};
use letgo::quantity::{Beat, Carrier, Frames, SAMPLE_RATE, Tuning};
use measuring::{likeness, loudness, spectrum};

const SECOND: u64 = SAMPLE_RATE as u64;

/// What is promised of a bed.
struct Promise {
    name: &'static str,
    /// Slope of its power density from 125 Hz to 4 kHz, in dB an octave; what is made of tones has none.
    slope: Option<[f64; 2]>,
    /// By how many dB a peak may stand above its surroundings.
    peak: f64,
    /// How far its loudness over a minute or two may lie from that of all beds, in LU.
    off: f64,
    /// By how many LU it may rise above the loudest of the three seconds before.
    rise: f64,
}

const fn noise(name: &'static str, slope: [f64; 2], off: f64) -> Promise {
    Promise { name, slope: Some(slope), peak: 3.0, off, rise: 3.0 }
}

const fn tones(name: &'static str, off: f64, rise: f64) -> Promise {
    Promise { name, slope: None, peak: 60.0, off, rise }
}

const PROMISES: [Promise; 15] = [
    noise("brown", [-6.5, -5.5], 0.3),
    noise("pink", [-3.5, -2.5], 0.3),
    noise("rain", [-3.5, -2.0], 0.5),
    noise("sea", [-6.0, -4.5], 1.2),
    noise("wind", [-8.5, -5.5], 2.0),
    noise("stream", [-5.0, -2.5], 0.7),
    noise("fire", [-8.5, -5.5], 0.8),
    Promise { peak: 8.0, ..noise("night", [-7.5, -4.5], 0.8) },
    tones("drone", 1.2, 2.0),
    tones("bowl", 1.5, 6.0),
    noise("heartbeat", [-17.0, -11.0], 0.7),
    tones("tone", 0.2, 0.2),
    tones("monaural", 0.2, 0.2),
    tones("binaural", 0.2, 0.2),
    tones("isochronic", 0.2, 0.2),
];

/// The frames from `at` on, read in blocks of this size.
fn read(sound: &mut dyn Sound, at: u64, frames: usize, block: usize) -> Vec<f32> {
    let mut out = vec![f32::NAN; 2 * frames];
    for (i, part) in out.chunks_mut(2 * block).enumerate() {
        sound.read(Frames(at + (i * block) as u64), part);
    }
    out
}

/// Runs a test for every bed, two at a time.
fn for_all(test: impl Fn(&Promise) + Sync) {
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(promise) = PROMISES.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    test(promise);
                }
            });
        }
    });
}

#[test]
fn every_bed_has_its_promise() {
    let promised: Vec<_> = PROMISES.iter().map(|promise| promise.name).collect();
    assert_eq!(promised, BEDS.iter().map(|bed| bed.name).collect::<Vec<_>>());
}

#[test]
fn beds_are_equally_loud_dark_and_never_sudden() {
    for_all(|promise| {
        let name = promise.name;
        // From some minute on: no beginning is special. What is steady needs no two minutes.
        let seconds = if promise.off < 0.3 {
            12
        } else if promise.off < 1.0 {
            60
        } else {
            120
        };
        let sound = read(&mut *bed(name, 3).unwrap(), 777 * SECOND, seconds * SECOND as usize, 9600);
        assert!(sound.iter().all(|sample| sample.is_finite() && sample.abs() < 0.5), "{name}");
        let heard = loudness(&sound);
        let off = heard.integrated - f64::from(BED_LOUDNESS.0);
        assert!(off.abs() < promise.off, "{name} is {off:.2} LU off");
        let rise = heard.largest_rise();
        assert!(rise < promise.rise, "{name} rises by {rise:.1} LU");
        assert!(heard.loudest() < f64::from(BED_LOUDNESS.0) + 9.0, "{name}: {:.1} LUFS", heard.loudest());
        let spectrum = spectrum(&sound);
        let bright = spectrum.share(8000.0, 24_000.0);
        assert!(bright < -20.0, "{name} has {bright:.1} dB of its power above 8 kHz");
        if let Some([steep, flat]) = promise.slope {
            let slope = spectrum.slope(125.0, 4000.0);
            assert!((steep..flat).contains(&slope), "{name} falls by {slope:.1} dB an octave");
        }
        let (pitch, over) = spectrum.sharpest();
        assert!(over < promise.peak, "{name} has a peak of {over:.1} dB at {pitch:.0} Hz");
        // Both ears hear something, and what drags a loudspeaker's cone aside is missing.
        for side in 0..2 {
            let power: f64 = sound.iter().skip(side).step_by(2).map(|sample| f64::from(sample * sample)).sum();
            let mean: f64 = sound.iter().skip(side).step_by(2).map(|sample| f64::from(*sample)).sum();
            let count = sound.len() as f64 / 2.0;
            assert!(power / count > 1e-5 && (mean / count).abs() < 1e-3, "{name}, side {side}");
        }
    });
}

#[test]
fn beds_are_exact_from_any_frame() {
    for_all(|promise| {
        for at in [0, 47_999, 7 * 3600 * SECOND + 12_345] {
            let once = read(&mut *bed(promise.name, 5).unwrap(), at, 24_000, 24_000);
            let mut other = bed(promise.name, 5).unwrap();
            // Somewhere else first, then in small pieces, and last the end before the beginning.
            read(&mut *other, at + 100_000, 3000, 700);
            assert!(read(&mut *other, at, 24_000, 1013) == once, "{} at {at}", promise.name);
            assert!(read(&mut *other, at + 20_000, 4000, 4000)[..] == once[40_000..], "{} at {at}", promise.name);
            assert!(read(&mut *other, at + 1, 300, 300)[..] == once[2..602], "{} at {at}", promise.name);
        }
    });
}

/// Half a second out of each two minutes of an hour: none is like any other. (The table in `docs/beds.md` has the
/// autocorrelation of the whole hour.) Tones are made of the same waves again and again, and so are left out.
#[test]
fn no_bed_repeats_itself_within_an_hour() {
    for_all(|promise| {
        if promise.slope.is_none() {
            return;
        }
        let mut sound = bed(promise.name, 9).unwrap();
        let minutes = (0..30).map(|i| read(&mut *sound, 120 * i * SECOND, 24_000, 24_000)).collect::<Vec<_>>();
        for (i, one) in minutes.iter().enumerate() {
            for (j, other) in minutes.iter().enumerate().skip(i + 1) {
                let alike = likeness(one, other);
                assert!(alike < 0.6, "{}: minutes {} and {} are alike: {alike:.2}", promise.name, 2 * i, 2 * j);
            }
        }
        let other = read(&mut *bed(promise.name, 10).unwrap(), 0, 24_000, 24_000);
        let alike = likeness(&minutes[0], &other);
        assert!(alike < 0.6, "{}: two seeds are alike: {alike:.2}", promise.name);
    });
}

#[test]
fn bowls_and_drones_move_on() {
    for name in ["drone", "bowl"] {
        let mut sound = bed(name, 9).unwrap();
        let places: Vec<_> = (0..40).map(|i| read(&mut *sound, 90 * i * SECOND, 48_000, 48_000)).collect();
        let same = places.iter().enumerate().any(|(i, one)| places[i + 1..].iter().any(|o| likeness(one, o) > 0.995));
        assert!(!same, "{name}");
    }
}

#[test]
fn a_bed_with_a_cycle_comes_round() {
    let minute = Cycle::minutes(NonZeroU64::MIN);
    for_all(|promise| {
        let mut round = cycle(promise.name, 4, minute).unwrap();
        // The last second before the turn, the seam, and the first after it.
        let seam = read(&mut *round, 59 * SECOND, 96_000, 5000);
        let first = read(&mut *round, 0, 48_000, 48_000);
        assert!(seam[96_000..] == first[..], "{}", promise.name);
        let step = |frames: &[f32]| frames.windows(3).step_by(2).map(|w| (w[2] - w[0]).abs()).fold(0.0, f32::max);
        assert!(step(&seam[95_990..96_010]) <= 1.5 * step(&seam), "{} clicks at its seam", promise.name);
    });
}

/// Waves come every 8 to 12 s, and differ.
#[test]
fn the_sea_is_slow_and_uneven() {
    let sound = read(&mut *bed("sea", 3).unwrap(), 0, 180 * SECOND as usize, 9600);
    let momentary = loudness(&sound).momentary;
    let smooth: Vec<f64> = momentary.windows(15).map(|window| window.iter().sum::<f64>() / 15.0).collect();
    // A crest is the loudest of four seconds to both sides.
    let crests: Vec<(usize, f64)> = (40..smooth.len() - 40)
        .filter(|&i| smooth[i - 40..=i + 40].iter().all(|&other| other <= smooth[i]))
        .map(|i| (i, smooth[i]))
        .collect();
    assert!(crests.len() >= 14, "{} waves in three minutes", crests.len());
    let gaps: Vec<f64> = crests.windows(2).map(|two| (two[1].0 - two[0].0) as f64 / 10.0).collect();
    assert!(gaps.iter().all(|gap| (7.0..13.5).contains(gap)), "{gaps:?}");
    let spread = |values: &[f64]| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
    };
    assert!(spread(&gaps) > 0.4, "{gaps:?}");
    assert!(spread(&crests.iter().map(|crest| crest.1).collect::<Vec<_>>()) > 0.4, "{crests:?}");
}

/// One beat a second, give or take the breath.
#[test]
fn the_heart_beats_sixty_times_a_minute() {
    let sound = read(&mut *bed("heartbeat", 3).unwrap(), 0, 60 * SECOND as usize, 9600);
    // Of what lies below 90 Hz, by a mean over a hundredth of a second, in steps of 10 ms.
    let power: Vec<f64> = sound
        .chunks_exact(2 * 480)
        .map(|part| part.chunks_exact(2).map(|frame| f64::from(frame[0] + frame[1])).sum::<f64>().powi(2))
        .collect();
    let at_lag = |lag: usize| power.iter().zip(&power[lag..]).map(|(a, b)| a * b).sum::<f64>();
    let best = (50..150).max_by(|&a, &b| {
        let around = |lag: usize| (lag - 5..=lag + 5).map(at_lag).sum::<f64>();
        around(a).total_cmp(&around(b))
    });
    assert!(best.is_some_and(|lag| (92..=108).contains(&lag)), "{best:?}");
}

#[test]
fn tones_have_their_carrier_and_their_beat() {
    let tuning = |carrier: f64, beat: f64| Tuning {
        carrier: Carrier::hertz(carrier).unwrap(),
        beat: Beat::hertz(beat).unwrap(),
    };
    for (carrier, beat) in [(60.0, 0.5), (180.0, 5.0), (333.25, 11.5), (600.0, 40.0)] {
        let sound = |name: &str| read(&mut *tuned_bed(name, 0, tuning(carrier, beat)).unwrap(), 0, 96_000, 96_000);
        let ear = |sound: &[f32], side: usize| sound.iter().skip(side).step_by(2).copied().collect::<Vec<f32>>();
        // The share of the power that lies at a frequency.
        let at = |sound: &[f32], hertz: f64| {
            let turn = std::f64::consts::TAU * hertz / f64::from(SAMPLE_RATE);
            let (mut real, mut imaginary, mut all) = (0.0, 0.0, 0.0);
            for (i, sample) in sound.iter().enumerate() {
                let hann = 1.0 - (std::f64::consts::TAU * i as f64 / sound.len() as f64).cos();
                let (sin, cos) = (turn * i as f64).sin_cos();
                real += f64::from(*sample) * hann * cos;
                imaginary += f64::from(*sample) * hann * sin;
                all += f64::from(*sample).powi(2);
            }
            // Beside all its power: 1 for a sine of just this frequency.
            2.0 * (real * real + imaginary * imaginary) / (all * sound.len() as f64)
        };
        let plain = sound("tone");
        assert!((at(&ear(&plain, 0), carrier) - 1.0).abs() < 0.05, "{}", at(&ear(&plain, 0), carrier));
        assert_eq!(ear(&plain, 0), ear(&plain, 1));
        let (low, high) = (carrier - beat / 2.0, carrier + beat / 2.0);
        let binaural = sound("binaural");
        assert!((at(&ear(&binaural, 0), low) - 1.0).abs() < 0.05);
        assert!((at(&ear(&binaural, 1), high) - 1.0).abs() < 0.05);
        let monaural = sound("monaural");
        assert_eq!(ear(&monaural, 0), ear(&monaural, 1));
        if beat > 2.0 {
            assert!(
                (at(&ear(&monaural, 0), low) - 0.5).abs() < 0.1 && (at(&ear(&monaural, 0), high) - 0.5).abs() < 0.1
            );
            // Pulses: loudest at the middle of each, near silence between them, and no edge.
            let pulses = ear(&sound("isochronic"), 0);
            let period = f64::from(SAMPLE_RATE) / beat;
            let power = |middle: f64| {
                let (from, to) = (middle - 0.1 * period, middle + 0.1 * period);
                pulses[from as usize..to as usize].iter().map(|sample| f64::from(sample * sample)).sum::<f64>()
            };
            assert!(power(3.5 * period) > 100.0 * power(3.0 * period), "beat {beat}");
        }
    }
    assert!(BEDS.iter().filter(|bed| !bed.keys.is_empty()).count() == 4);
}

#[test]
fn there_is_no_bed_of_another_name() {
    assert!(bed("waterfall", 1).is_none() && cycle("", 1, Cycle::minutes(NonZeroU64::MIN)).is_none());
}
