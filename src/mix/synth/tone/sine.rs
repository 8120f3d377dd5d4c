//! A stretch of a sine wave, fast.

use std::f64::consts::TAU;

/// How many frames are worked out at once.
const LANES: usize = 8;

/// Adds a sine into stereo frames: it begins at `phase` and moves on by `step` a frame, both in whole turns, while the
/// gains of left and right go straight from `from` to `to` (reached at the first frame after `out`).
///
/// A rotation instead of a sine for every frame: over some hundred frames its error stays below -100 dB.
pub(crate) fn add_sine(phase: f64, step: f64, from: [f32; 2], to: [f32; 2], out: &mut [f32]) {
    let mut real = [0.0f32; LANES];
    let mut imaginary = [0.0f32; LANES];
    let (mut sin, mut cos) = (phase.fract() * TAU).sin_cos();
    let (sin_step, cos_step) = (step * TAU).sin_cos();
    for (real, imaginary) in real.iter_mut().zip(&mut imaginary) {
        (*real, *imaginary) = (cos as f32, sin as f32);
        (sin, cos) = (sin * cos_step + cos * sin_step, cos * cos_step - sin * sin_step);
    }
    // What turns by so many steps: doubled three times.
    let (mut turn_imaginary, mut turn_real) = (sin_step, cos_step);
    for _ in 0..LANES.ilog2() {
        (turn_real, turn_imaginary) =
            (turn_real * turn_real - turn_imaginary * turn_imaginary, 2.0 * turn_real * turn_imaginary);
    }
    let (turn_real, turn_imaginary) = (turn_real as f32, turn_imaginary as f32);
    let frames = (out.len() / 2).max(1) as f32;
    let slope = [(to[0] - from[0]) / frames, (to[1] - from[1]) / frames];
    let mut gain = from;
    for block in out.chunks_mut(2 * LANES) {
        for (lane, (frame, sine)) in block.chunks_exact_mut(2).zip(imaginary).enumerate() {
            frame[0] += sine * (gain[0] + slope[0] * lane as f32);
            frame[1] += sine * (gain[1] + slope[1] * lane as f32);
        }
        gain = [gain[0] + slope[0] * LANES as f32, gain[1] + slope[1] * LANES as f32];
        for (real, imaginary) in real.iter_mut().zip(&mut imaginary) {
            let next = *real * turn_real - *imaginary * turn_imaginary;
            *imaginary = *real * turn_imaginary + *imaginary * turn_real;
            *real = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_a_sine() {
        let mut out = vec![0.0; 960];
        let (phase, step) = (0.3, 441.7 / 48_000.0);
        add_sine(phase, step, [1.0, 0.0], [1.0, 1.0], &mut out);
        for (i, frame) in out.chunks_exact(2).enumerate() {
            let sine = ((phase + step * i as f64) * TAU).sin() as f32;
            assert!((frame[0] - sine).abs() < 2e-5, "{i}: {} instead of {sine}", frame[0]);
            assert!((frame[1] - sine * i as f32 / 480.0).abs() < 4e-5);
        }
    }
}
