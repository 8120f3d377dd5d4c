//! Short sounds that die away, scattered by chance: drops of rain, bubbles of a stream, crackles of a fire.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::bed::Cycle;
use super::chunk::{CHUNK, CHUNKS_A_SECOND};
use super::key::Key;
use crate::quantity::SAMPLE_RATE;

/// A grain sounds for so many of its decays, then is cut at -69 dB beside its peak.
const LASTS: f64 = 8.0;
/// Frames that are worked out at once.
const LANES: usize = 8;

/// A sine that rises softly, dies away, and may glide in pitch.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grain {
    /// Where it begins, in frames from the beginning of the chunk in work; often before it.
    pub begins: i64,
    /// In Hz, at its beginning.
    pub pitch: f64,
    /// How much the pitch rises in a second, in Hz.
    pub chirp: f64,
    /// Seconds in which it rises: soft, never a click.
    pub attack: f64,
    /// Seconds in which it falls to 1/e.
    pub decay: f64,
    /// Of left and right.
    pub gains: [f32; 2],
}

impl Grain {
    /// The gains that place a sound of this amplitude between the sides: 0 left, 1 right.
    pub(crate) fn placed(amplitude: f64, side: f64) -> [f32; 2] {
        let (right, left) = (side.clamp(0.0, 1.0) * FRAC_PI_2).sin_cos();
        [(amplitude * left) as f32, (amplitude * right) as f32]
    }

    /// Adds what sounds of it in a chunk.
    pub(crate) fn add(&self, chunk: &mut [f32]) {
        let rate = f64::from(SAMPLE_RATE);
        let ends = self.begins + (LASTS * self.decay * rate) as i64;
        let (first, last) = (self.begins.max(0), ends.min((chunk.len() / 2) as i64));
        if first >= last {
            return;
        }
        if let Some(out) = chunk.get_mut(2 * first as usize..2 * last as usize) {
            self.sound((first - self.begins) as f64, out);
        }
    }

    /// Adds what sounds from a frame of its own on.
    fn sound(&self, from: f64, out: &mut [f32]) {
        let rate = f64::from(SAMPLE_RATE);
        let (step, bend) = (TAU * self.pitch / rate, TAU * self.chirp / (rate * rate));
        let decay = self.decay * rate;
        let lanes = LANES as f64;
        // Numbers that turn and shrink, eight frames in one go; the turn itself turns slowly.
        let (mut real, mut imaginary) = ([0.0f32; LANES], [0.0f32; LANES]);
        let (mut turn_real, mut turn_imaginary) = ([0.0f32; LANES], [0.0f32; LANES]);
        let shrink = (-lanes / decay).exp();
        let size = (-from / decay).exp();
        let small = (-1.0 / decay).exp();
        let mut falls = 1.0;
        for lane in 0..LANES {
            let at = from + lane as f64;
            let (sin, cos) = (step * at + 0.5 * bend * at * at).sin_cos();
            (real[lane], imaginary[lane]) = ((size * falls * cos) as f32, (size * falls * sin) as f32);
            falls *= small;
            let (sin, cos) = (lanes * (step + bend * (at + 0.5 * lanes))).sin_cos();
            (turn_real[lane], turn_imaginary[lane]) = ((shrink * cos) as f32, (shrink * sin) as f32);
        }
        let (sin, cos) = (bend * lanes * lanes).sin_cos();
        let (bend_real, bend_imaginary) = (cos as f32, sin as f32);
        let by = (1.0 / (self.attack * rate).max(1.0)) as f32;
        let mut risen = from as f32 * by;
        let [left, right] = self.gains;
        for block in out.chunks_mut(2 * LANES) {
            let mut sound = imaginary;
            if risen < 1.0 {
                for (lane, sound) in sound.iter_mut().enumerate() {
                    let rise = (risen + lane as f32 * by).min(1.0);
                    *sound *= rise * rise * (3.0 - 2.0 * rise);
                }
            }
            for (frame, sound) in block.chunks_exact_mut(2).zip(sound) {
                frame[0] += sound * left;
                frame[1] += sound * right;
            }
            risen += LANES as f32 * by;
            for lane in 0..LANES {
                let (re, im, tr, ti) = (real[lane], imaginary[lane], turn_real[lane], turn_imaginary[lane]);
                real[lane] = re * tr - im * ti;
                imaginary[lane] = re * ti + im * tr;
                turn_real[lane] = tr * bend_real - ti * bend_imaginary;
                turn_imaginary[lane] = tr * bend_imaginary + ti * bend_real;
            }
        }
    }
}

/// A kind of grain, scattered over time. Ranges are drawn from by chance.
pub(crate) struct Scatter {
    /// At most so many begin in a chunk of 50 ms.
    pub in_a_chunk: u64,
    /// The chance of each.
    pub chance: f64,
    /// The square of chance lies between these, so that loud ones are few.
    pub amplitude: [f64; 2],
    /// In Hz, by equal ratios.
    pub pitch: [f64; 2],
    /// How much the pitch rises in a second, beside itself.
    pub chirp: [f64; 2],
    /// Seconds in which it rises.
    pub attack: f64,
    /// Seconds in which one of the lowest pitch and one of the highest falls to 1/e.
    pub decay: [f64; 2],
    /// How far from the middle it may lie, at most 0.5.
    pub spread: f64,
}

impl Scatter {
    /// Adds all grains that sound in a chunk. `weather` says, of a chunk in which grains begin, by what factors their
    /// chance and their amplitude differ then.
    pub(crate) fn add(
        &self,
        key: Key,
        cycle: Option<Cycle>,
        chunk: u64,
        weather: impl Fn(u64) -> [f64; 2],
        out: &mut [f32],
    ) {
        let longest = self.decay[0].max(self.decay[1]) * LASTS * CHUNKS_A_SECOND as f64;
        for after in 0..=longest.ceil() as i64 {
            let cell = Cycle::wrap_chunk(cycle, chunk as i64 - after);
            let [often, loud] = weather(cell);
            for i in 0..self.in_a_chunk {
                let key = key.part(cell).part(i);
                if key.unit(0) >= self.chance * often {
                    continue;
                }
                let [low, high] = self.amplitude;
                let amplitude = loud * (low + (high - low) * key.unit(1).powi(2));
                let place = key.unit(3);
                let pitch = self.pitch[0] * (self.pitch[1] / self.pitch[0]).powf(place);
                let grain = Grain {
                    begins: (key.unit(2) * CHUNK as f64) as i64 - after * CHUNK as i64,
                    pitch,
                    chirp: pitch * key.between(4, self.chirp[0], self.chirp[1]),
                    attack: self.attack,
                    decay: self.decay[0] * (self.decay[1] / self.decay[0]).powf(place),
                    gains: Grain::placed(amplitude, 0.5 + key.between(5, -self.spread, self.spread)),
                };
                grain.add(out);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grain_is_the_same_in_pieces_and_as_its_formula_says() {
        let grain = Grain { begins: 100, pitch: 700.0, chirp: 4000.0, attack: 0.004, decay: 0.02, gains: [1.0, 0.5] };
        let mut first = vec![0.0; 2 * CHUNK];
        grain.add(&mut first);
        let mut second = vec![0.0; 2 * CHUNK];
        Grain { begins: 100 - CHUNK as i64, ..grain }.add(&mut second);
        for (frame, sound) in first.chunks_exact(2).chain(second.chunks_exact(2)).enumerate() {
            let at = (frame as f64 - 100.0) / 48_000.0;
            let rise = (at / 0.004).clamp(0.0, 1.0);
            let size = rise * rise * (3.0 - 2.0 * rise) * (-at / 0.02).exp();
            let wanted = size * (TAU * (700.0 * at + 2000.0 * at * at)).sin();
            assert!((f64::from(sound[0]) - wanted).abs() < 5e-4, "frame {frame}: {} instead of {wanted}", sound[0]);
            assert_eq!(sound[1], sound[0] * 0.5);
        }
    }
}
