//! Struck bowls: the bell, and the chime that stands in for words.

use super::sine::add_sine;
use super::{CELL, TONE_LOUDNESS, Tone, ease, whole_cells};
use crate::mix::synth::spectrum::{gain_to, k_weight};
use crate::quantity::{Decibels, Frames, SAMPLE_RATE};

/// One way in which a bowl rings.
struct Mode {
    /// Its frequency beside the lowest.
    ratio: f64,
    /// Its amplitude at the strike beside the lowest.
    amplitude: f64,
    /// Seconds in which it falls to 1/e.
    decay: f64,
    /// A bowl is never quite round: each mode is a pair, this many Hz apart, that beats slowly.
    beat: f64,
}

/// The modes of a bowl struck with felt. The ratios are those of a thin shell: close to n (n² - 1) / √(n² + 1) for
/// n = 2, 3, 4, 5 (Fletcher and Rossing, The Physics of Musical Instruments, on bells and glass bowls).
const BOWL: [Mode; 4] = [
    Mode { ratio: 1.0, amplitude: 1.0, decay: 3.2, beat: 0.31 },
    Mode { ratio: 2.83, amplitude: 0.26, decay: 1.6, beat: 0.53 },
    Mode { ratio: 5.42, amplitude: 0.055, decay: 0.8, beat: 0.84 },
    Mode { ratio: 8.77, amplitude: 0.010, decay: 0.45, beat: 1.3 },
];

/// A soft, short pair of tones, almost without overtones.
const PLATE: [Mode; 2] = [
    Mode { ratio: 1.0, amplitude: 1.0, decay: 0.85, beat: 0.6 },
    Mode { ratio: 2.0, amplitude: 0.14, decay: 0.45, beat: 0.8 },
];

/// What the loudest 400 ms of each lack beside its strike: it rises slowly and falls at once.
const BOWL_LACKS: Decibels = Decibels(1.0);
const PLATE_LACKS: Decibels = Decibels(3.3);

/// Modes above this are left out, in Hz: nothing bright.
const BRIGHTEST: f64 = 8000.0;

/// A soft bowl, struck once: 12 s from the strike to silence.
///
/// At gain 1 its loudest 400 ms read -20 to -21 LUFS for pitches from 110 to 660 Hz; its peak lies below -11 dBFS
/// from 150 Hz on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bell {
    /// The lowest tone, in Hz.
    pub pitch: f32,
    /// How long it takes to rise; at least [`Bell::ATTACK`] whatever is asked.
    pub attack: Frames,
}

impl Bell {
    /// The quickest that a bell rises: it must not startle.
    pub const ATTACK: Frames = Frames::from_millis(150);
    /// How long a bell rises in a session that ends in sleep.
    pub const SLEEPY_ATTACK: Frames = Frames::from_millis(300);
    /// From strike to silence.
    pub const LENGTH: Frames = Frames::from_secs(12);

    /// A bell of this pitch in Hz, kept between 60 and 2000, with the usual attack.
    pub fn new(pitch: f32) -> Bell {
        Bell { pitch, attack: Bell::ATTACK }
    }
}

impl Tone for Bell {
    fn length(&self) -> Frames {
        Bell::LENGTH
    }

    fn cell(&self, start: u64, cell: &mut [f32]) {
        let attack = self.attack.max(Bell::ATTACK).min(Frames::from_secs(2));
        ring((&BOWL, BOWL_LACKS), pitch(self.pitch), attack, Bell::LENGTH, start, cell);
    }
}

/// Softer and shorter than a bell: says that words stand on the screen.
///
/// At gain 1 its loudest 400 ms read -20 to -22 LUFS.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chime {
    /// Its tone, in Hz.
    pub pitch: f32,
}

impl Chime {
    /// From its beginning to silence.
    pub const LENGTH: Frames = Frames::from_secs(3);
}

impl Default for Chime {
    /// At 330 Hz (E4).
    fn default() -> Chime {
        Chime { pitch: 330.0 }
    }
}

impl Tone for Chime {
    fn length(&self) -> Frames {
        Chime::LENGTH
    }

    fn cell(&self, start: u64, cell: &mut [f32]) {
        ring((&PLATE, PLATE_LACKS), pitch(self.pitch), Bell::ATTACK, Chime::LENGTH, start, cell);
    }
}

/// A pitch that can be rung, whatever was asked.
fn pitch(wanted: f32) -> f64 {
    if wanted.is_finite() { f64::from(wanted.clamp(60.0, 2000.0)) } else { 220.0 }
}

fn ring((modes, lacks): (&[Mode], Decibels), pitch: f64, attack: Frames, length: Frames, start: u64, cell: &mut [f32]) {
    // Nearer to one ear than the other, and the other way round for the other half of the pair: the beat wanders.
    const NEAR: f64 = 0.62;
    const FAR: f64 = 0.38;
    let heard = || modes.iter().filter(|mode| mode.ratio * pitch < BRIGHTEST);
    // Both halves of a pair begin together, so at the strike each channel holds the sum of near and far.
    let weighted = heard().map(|mode| mode.amplitude.powi(2) * k_weight(mode.ratio * pitch)).sum();
    let gain = gain_to(TONE_LOUDNESS + lacks, weighted);
    let rate = f64::from(SAMPLE_RATE);
    let shape = |frame: u64| {
        let rise = ease(frame as f64 / attack.0 as f64);
        let left = (whole_cells(length) - frame as f64) / (0.5 * whole_cells(length));
        gain * rise * ease(left)
    };
    let (from, to) = (shape(start), shape(start + CELL as u64));
    for mode in heard() {
        let falling = |frame: u64| mode.amplitude * (-(frame as f64) / (rate * mode.decay)).exp();
        let (from, to) = (from * falling(start), to * falling(start + CELL as u64));
        for (offset, left, right) in [(-0.5, NEAR, FAR), (0.5, FAR, NEAR)] {
            let step = (mode.ratio * pitch + offset * mode.beat) / rate;
            let gains = |gain: f64| [(gain * left) as f32, (gain * right) as f32];
            add_sine(start as f64 * step, step, gains(from), gains(to), cell);
        }
    }
}
