//! The glide of a hand: a soft brush of sound that lasts a stroke.

use std::f64::consts::FRAC_PI_2;

use super::sine::add_sine;
use super::{CELL, TONE_LOUDNESS, Tone, ease, whole_cells};
use crate::mix::synth::key::Key;
use crate::mix::synth::spectrum::{gain_to, k_weight};
use crate::quantity::{Frames, SAMPLE_RATE};

/// A brush of sound for one stroke of the hand: a narrow band of noise that sinks a little in pitch and wanders from
/// one side to the other, rising and falling with the stroke.
///
/// At gain 1 its loudest 400 ms read -19 to -23 LUFS (it is noise); its peak stays below -6 dBFS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glide {
    /// How long the stroke lasts; so does the sound.
    pub length: Frames,
    /// Which stroke it is, counted from anywhere: no two sound the same, and they go to and fro.
    pub stroke: u64,
}

/// So many tones of chance side by side are heard as a band of noise.
const TONES: u64 = 28;
/// The band, in Hz.
const BAND: [f64; 2] = [240.0, 1100.0];
/// How far the band sinks during a stroke, as a ratio: a third.
const SINKS: f64 = 0.8;

impl Tone for Glide {
    fn length(&self) -> Frames {
        self.length
    }

    fn cell(&self, start: u64, cell: &mut [f32]) {
        let key = Key::new(0x57_72_6F_6B_65).part(self.stroke);
        let length = whole_cells(self.length);
        let rate = f64::from(SAMPLE_RATE);
        let parts = [start, start + CELL as u64].map(|frame| (frame as f64 / length).min(1.0));
        let tones = (0..TONES).map(|i| {
            let place = (i as f64 + key.unit(2 * i)) / TONES as f64;
            let pitch = BAND[0] * (BAND[1] / BAND[0]).powf(place);
            (pitch, key.unit(2 * i + 1), (BAND[0] / pitch).powf(0.7))
        });
        let weighted = tones.clone().map(|(pitch, _, amplitude)| amplitude * amplitude * k_weight(pitch) / 2.0).sum();
        let gain = gain_to(TONE_LOUDNESS, weighted);
        let gains = parts.map(|part| {
            let swell = ease(if part < 0.4 { part / 0.4 } else { (1.0 - part) / 0.6 });
            let across = if self.stroke.is_multiple_of(2) { part } else { 1.0 - part };
            let (right, left) = ((0.25 + 0.5 * across) * FRAC_PI_2).sin_cos();
            [(gain * swell * left) as f32, (gain * swell * right) as f32]
        });
        // The integral of a ratio that sinks by equal steps.
        let turns = parts.map(|part| length / rate * (SINKS.powf(part) - 1.0) / SINKS.ln());
        let step = (turns[1] - turns[0]) / CELL as f64;
        for (pitch, phase, amplitude) in tones {
            let times = |gain: [f32; 2]| gain.map(|gain| gain * amplitude as f32);
            add_sine(phase + pitch * turns[0], pitch * step, times(gains[0]), times(gains[1]), cell);
        }
    }
}
