//! Steady tones, plain or beating: for those who like them. That beats do more than any other quiet sound is weakly
//! supported at best; see `docs/language.md`.

use super::wave::Wave;
use super::{BED_LOUDNESS, Cycle};
use crate::mix::Sound;
use crate::mix::synth::chunk::{Chunked, Chunks};
use crate::mix::synth::spectrum::{gain_to, k_weight};
use crate::quantity::Tuning;

/// One sine of a tone: its distance from the carrier in beats, and its amplitude left and right.
type Part = (f64, [f64; 2]);

/// The carrier alone.
pub(super) fn tone(_: u64, cycle: Option<Cycle>, tuning: Tuning) -> Box<dyn Sound> {
    steady(&[(0.0, [1.0, 1.0])], cycle, tuning)
}

/// Two tones in both ears: they beat in the air, also from loudspeakers.
pub(super) fn monaural(_: u64, cycle: Option<Cycle>, tuning: Tuning) -> Box<dyn Sound> {
    steady(&[(-0.5, [1.0, 1.0]), (0.5, [1.0, 1.0])], cycle, tuning)
}

/// One tone in each ear: the beat arises in the hearing alone, and only with headphones.
pub(super) fn binaural(_: u64, cycle: Option<Cycle>, tuning: Tuning) -> Box<dyn Sound> {
    steady(&[(-0.5, [1.0, 0.0]), (0.5, [0.0, 1.0])], cycle, tuning)
}

/// One tone that comes and goes: its level follows a squared raised cosine, which has no edges at all and rests near
/// silence between pulses. That is a sum of five sines: ((1 - cos x) / 2)² = 3/8 - cos x / 2 + cos 2x / 8.
pub(super) fn isochronic(_: u64, cycle: Option<Cycle>, tuning: Tuning) -> Box<dyn Sound> {
    let both = |amplitude: f64| [amplitude, amplitude];
    let parts =
        [(-2.0, both(0.0625)), (-1.0, both(-0.25)), (0.0, both(0.375)), (1.0, both(-0.25)), (2.0, both(0.0625))];
    steady(&parts, cycle, tuning)
}

fn steady(parts: &[Part], cycle: Option<Cycle>, tuning: Tuning) -> Box<dyn Sound> {
    let (carrier, beat) = (tuning.carrier.get(), tuning.beat.get());
    let pitch = |part: &Part| carrier + part.0 * beat;
    let power = |part: &Part| part.1.iter().map(|a| a * a / 2.0).sum::<f64>() * k_weight(pitch(part));
    let gain = gain_to(BED_LOUDNESS, parts.iter().map(power).sum());
    let parts = parts
        .iter()
        .map(|part| (Wave::new(pitch(part), 0.25, cycle), part.1.map(|amplitude| (amplitude * gain) as f32)));
    Box::new(Chunked::new(Beats { parts: parts.collect() }, Cycle::chunks(cycle)))
}

struct Beats {
    parts: Vec<(Wave, [f32; 2])>,
}

impl Chunks for Beats {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.fill(0.0);
        for (wave, gains) in &self.parts {
            wave.add(number, |_| *gains, out);
        }
    }
}
