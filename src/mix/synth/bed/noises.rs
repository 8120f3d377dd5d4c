//! Plain noises: brown and pink.

use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::Chunked;
use crate::mix::synth::{Noise, Spectrum};

/// Falls by 6 dB an octave from 30 Hz on; below lies only rumble that costs headroom.
pub(super) fn brown(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let colour = Spectrum { tilt: -6.0206, low: 30.0, low_steps: 2, high: 7000.0, high_steps: 2 };
    steady(seed, cycle, colour, 0.3)
}

/// Falls by 3 dB an octave from 40 Hz to 6 kHz, then away: true pink noise is too bright to sleep with.
pub(super) fn pink(seed: u64, cycle: Option<Cycle>) -> Box<dyn Sound> {
    let colour = Spectrum { tilt: -3.0103, low: 40.0, low_steps: 2, high: 6000.0, high_steps: 3 };
    steady(seed, cycle, colour, 0.2)
}

fn steady(seed: u64, cycle: Option<Cycle>, colour: Spectrum, correlation: f64) -> Box<dyn Sound> {
    let noise = Noise::new(seed, 0, cycle, |f| colour.amplitude(f), BED_LOUDNESS, correlation);
    Box::new(Chunked::new(noise, Cycle::chunks(cycle)))
}
