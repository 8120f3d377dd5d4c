//! How loud what comes in is, as it comes in.

use crate::quantity::{Decibels, Frames};

/// So many times a second the level is taken: words move it, single vibrations don't.
const WINDOWS_A_SECOND: u32 = 20;
/// A sample from here on stands at the converter's end (0.01 dB under full scale).
const FULL: f32 = 0.999;
/// So many of them in a row are a peak that was cut off; one alone may be a peak that just fits.
const CUT: u32 = 3;
/// Under this no microphone stays in a living room: what is softer than this comes from none, or from a muted one.
const DEAD: Decibels = Decibels(-75.0);

/// After so long of it, it should be spoken of.
const DEAD_FOR: Frames = Frames::from_secs(2);

/// Follows the level.
#[derive(Clone, Debug)]
pub struct Meter {
    rate: u32,
    window: usize,
    sum: f64,
    inside: usize,
    windows: Vec<f32>,
    peak: f32,
    at_full: u32,
    clipped: u32,
    samples: u64,
}

/// What a meter shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metered {
    /// How long it has been listening.
    pub length: Frames,
    /// The level of the last twentieth of a second, in dB of full scale (RMS).
    pub level: Decibels,
    /// The highest peak so far.
    pub peak: Decibels,
    /// How often a peak was cut off.
    pub clipped: u32,
    /// Whether nothing at all has come in so far but silence.
    pub dead: bool,
}

impl Metered {
    /// Whether only silence has come in, and for so long that the microphone must be muted, or another one meant.
    pub fn muted(&self) -> bool {
        self.dead && self.length >= DEAD_FOR
    }
}

impl Meter {
    /// For sound of so many samples a second.
    pub fn new(rate: u32) -> Meter {
        let window = (rate / WINDOWS_A_SECOND).max(1) as usize;
        Meter { rate, window, sum: 0.0, inside: 0, windows: Vec::new(), peak: 0.0, at_full: 0, clipped: 0, samples: 0 }
    }

    /// Listens to samples of one channel.
    pub fn push(&mut self, samples: &[f32]) {
        for sample in samples {
            let sample = if sample.is_finite() { *sample } else { 0.0 };
            let size = sample.abs();
            self.peak = self.peak.max(size);
            self.at_full = if size >= FULL { self.at_full + 1 } else { 0 };
            self.clipped += u32::from(self.at_full == CUT);
            self.sum += f64::from(sample) * f64::from(sample);
            self.inside += 1;
            if self.inside == self.window {
                self.windows.push((self.sum / self.window as f64).sqrt() as f32);
                (self.sum, self.inside) = (0.0, 0);
            }
        }
        self.samples += samples.len() as u64;
    }

    /// What it shows now.
    pub fn metered(&self) -> Metered {
        let peak = Decibels::from_gain(self.peak);
        Metered {
            length: Frames::from_seconds(self.samples as f64 / f64::from(self.rate.max(1))),
            level: self.windows.last().map_or(Decibels::SILENCE, |level| Decibels::from_gain(*level)),
            peak,
            clipped: self.clipped,
            dead: peak < DEAD,
        }
    }

    /// The level that so large a share of the time lies under; nothing before the first twentieth of a second.
    fn percentile(&self, share: f64) -> Option<Decibels> {
        let mut sorted = self.windows.clone();
        sorted.sort_by(f32::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        sorted.get((last as f64 * share).round() as usize).map(|level| Decibels::from_gain(*level))
    }

    /// How loud the room is, while nobody speaks.
    pub fn room(&self) -> Option<Decibels> {
        self.percentile(0.3)
    }

    /// How loud the words are, while somebody speaks.
    pub fn words(&self) -> Option<Decibels> {
        self.percentile(0.9)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sine(level: f32, seconds: f32) -> Vec<f32> {
        (0..(48_000.0 * seconds) as u32).map(|n| level * (n as f32 * 0.05).sin()).collect()
    }

    #[test]
    fn tells_words_from_the_room_around_them() {
        let mut meter = Meter::new(48_000);
        assert_eq!((meter.metered().level, meter.room()), (Decibels::SILENCE, None));
        meter.push(&sine(0.001, 1.0));
        meter.push(&sine(0.3, 1.0));
        let shown = meter.metered();
        assert_eq!(shown.length, Frames::from_secs(2));
        assert!((shown.level.0 - -13.5).abs() < 0.3 && !shown.dead && shown.clipped == 0, "{shown:?}");
        assert!((meter.room().unwrap().0 - -63.0).abs() < 0.3 && (meter.words().unwrap().0 - -13.5).abs() < 0.3);
    }

    #[test]
    fn counts_peaks_that_were_cut_off_and_sees_a_dead_microphone() {
        let mut meter = Meter::new(48_000);
        let loud: Vec<f32> = sine(2.0, 0.1).iter().map(|sample| sample.clamp(-1.0, 1.0)).collect();
        meter.push(&loud);
        assert!(meter.metered().clipped > 30, "{:?}", meter.metered());
        let mut meter = Meter::new(48_000);
        meter.push(&sine(0.999, 0.5));
        assert_eq!(meter.metered().clipped, 0, "a peak that just fits is whole");
        let mut meter = Meter::new(44_100);
        meter.push(&[1e-5, f32::NAN, -1e-5, 0.0]);
        assert!(meter.metered().dead && !meter.metered().muted());
        meter.push(&[0.0; 90_000]);
        assert!(meter.metered().muted());
    }
}
