//! The colour of a noise, and how loud the ear takes it to be.

use crate::quantity::{Lufs, SAMPLE_RATE};

/// A colour: a straight slope between two soft edges. Frequencies in Hz.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spectrum {
    /// Slope in dB an octave: 0 white, -3 pink, -6 brown.
    pub tilt: f64,
    /// Below this it falls away.
    pub low: f64,
    /// How steeply: in steps of 6 dB an octave.
    pub low_steps: i32,
    /// Above this it falls away.
    pub high: f64,
    /// How steeply: in steps of 6 dB an octave.
    pub high_steps: i32,
}

impl Spectrum {
    /// The amplitude at a frequency in Hz, beside that of the bare slope at 1 kHz.
    pub fn amplitude(&self, frequency: f64) -> f64 {
        if frequency <= 0.0 {
            return 0.0;
        }
        let slope = (frequency / 1000.0).powf(self.tilt / 6.0206);
        let low = (1.0 + (self.low / frequency).powi(2 * self.low_steps)).sqrt();
        let high = (1.0 + (frequency / self.high).powi(2 * self.high_steps)).sqrt();
        slope / (low * high)
    }
}

/// How much power the K-weighting of ITU-R BS.1770-4 (annex 1, tables 1 and 2) passes at a frequency in Hz.
pub(crate) fn k_weight(frequency: f64) -> f64 {
    const SHELF: [f64; 5] =
        [1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585];
    const HIGH_PASS: [f64; 5] = [1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621];
    let turn = std::f64::consts::TAU * frequency / f64::from(SAMPLE_RATE);
    let square = |zero: f64, one: f64, two: f64| {
        let real = zero + one * turn.cos() + two * (2.0 * turn).cos();
        let imaginary = one * turn.sin() + two * (2.0 * turn).sin();
        real * real + imaginary * imaginary
    };
    let filter = |c: [f64; 5]| square(c[0], c[1], c[2]) / square(1.0, c[3], c[4]);
    filter(SHELF) * filter(HIGH_PASS)
}

/// The factor that brings sound of this K-weighted power (summed over both channels) to a loudness.
pub(crate) fn gain_to(loudness: Lufs, weighted_power: f64) -> f64 {
    if weighted_power <= 0.0 {
        return 0.0;
    }
    // BS.1770: loudness = -0.691 + 10 log10(weighted power).
    (10f64.powf((f64::from(loudness.0) + 0.691) / 10.0) / weighted_power).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn k_weighting_is_that_of_the_standard() {
        // BS.1770: a full-scale sine of 997 Hz in one channel reads -3.01 LUFS, so the weight there is +0.691 dB.
        assert!((10.0 * k_weight(997.0).log10() - 0.691).abs() < 0.01);
        assert!((10.0 * k_weight(10_000.0).log10() - 4.0).abs() < 0.1);
        assert!(10.0 * k_weight(20.0).log10() < -12.0);
    }

    #[test]
    fn slopes_are_as_named() {
        let brown = Spectrum { tilt: -6.0206, low: 10.0, low_steps: 2, high: 8000.0, high_steps: 4 };
        let fall = 20.0 * (brown.amplitude(800.0) / brown.amplitude(400.0)).log10();
        assert!((fall + 6.02).abs() < 0.05, "{fall}");
        assert!(brown.amplitude(0.0) == 0.0 && brown.amplitude(5.0) < brown.amplitude(10.0));
    }
}
