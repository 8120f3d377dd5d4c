//! What sound measures, for tests: loudness and how it moves, spectrum, peaks, likeness.

#![allow(dead_code, reason = "each test uses its own part")]

use ebur128::{EbuR128, Mode};
use realfft::RealFftPlanner;

const RATE: usize = 48_000;
/// Frames of a window of the spectrum: 5.9 Hz a bin.
const WINDOW: usize = 8192;

/// Loudness over time.
pub struct Loudness {
    /// In LUFS.
    pub integrated: f64,
    /// Momentary loudness (of 400 ms), every 100 ms, in LUFS.
    pub momentary: Vec<f64>,
}

/// Measures stereo sound by EBU R128.
pub fn loudness(sound: &[f32]) -> Loudness {
    let mut meter = EbuR128::new(2, RATE as u32, Mode::I | Mode::M).unwrap();
    let mut momentary = Vec::new();
    for tenth in sound.chunks(2 * RATE / 10) {
        meter.add_frames_f32(tenth).unwrap();
        momentary.push(meter.loudness_momentary().unwrap().max(-90.0));
    }
    // The first three windows aren't full.
    momentary.drain(..momentary.len().min(3));
    Loudness { integrated: meter.loudness_global().unwrap(), momentary }
}

impl Loudness {
    /// By how many LU momentary loudness rises above the loudest of the three seconds before, at most.
    pub fn largest_rise(&self) -> f64 {
        let loudest = |before: &[f64]| before.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        self.momentary.windows(31).map(|window| window[30] - loudest(&window[..30])).fold(f64::NEG_INFINITY, f64::max)
    }

    pub fn loudest(&self) -> f64 {
        self.momentary.iter().copied().fold(f64::NEG_INFINITY, f64::max)
    }
}

/// Power by frequency, of both channels together.
pub struct Power(Vec<f64>);

/// Averaged over windows, one after the other.
pub fn spectrum(sound: &[f32]) -> Power {
    let transform = RealFftPlanner::<f32>::new().plan_fft_forward(WINDOW);
    let (mut input, mut output) = (transform.make_input_vec(), transform.make_output_vec());
    let hann: Vec<f32> =
        (0..WINDOW).map(|i| (0.5 - 0.5 * (std::f64::consts::TAU * i as f64 / WINDOW as f64).cos()) as f32).collect();
    let mut power = vec![0.0f64; WINDOW / 2 + 1];
    for channel in 0..2 {
        for window in sound.chunks_exact(2 * WINDOW) {
            let frames = window.chunks_exact(2).zip(&hann);
            input.iter_mut().zip(frames).for_each(|(into, (frame, hann))| *into = frame[channel] * hann);
            transform.process(&mut input, &mut output).unwrap();
            power.iter_mut().zip(&output).for_each(|(sum, bin)| *sum += f64::from(bin.norm_sqr()));
        }
    }
    Power(power)
}

impl Power {
    const WIDTH: f64 = RATE as f64 / WINDOW as f64;

    fn between(&self, low: f64, high: f64) -> &[f64] {
        let bin = |frequency: f64| ((frequency / Power::WIDTH).round() as usize).min(self.0.len());
        &self.0[bin(low)..bin(high)]
    }

    /// The share of all power that lies between two frequencies, in dB.
    pub fn share(&self, low: f64, high: f64) -> f64 {
        10.0 * (self.between(low, high).iter().sum::<f64>() / self.0.iter().sum::<f64>()).log10()
    }

    /// The slope of the power density, in dB an octave: a straight line through thirds of octaves.
    pub fn slope(&self, low: f64, high: f64) -> f64 {
        let third = 2f64.powf(1.0 / 3.0);
        let mut points = Vec::new();
        let mut from = low;
        while from * third <= high * 1.001 {
            let band = self.between(from, from * third);
            points.push((points.len() as f64 / 3.0, 10.0 * (band.iter().sum::<f64>() / band.len() as f64).log10()));
            from *= third;
        }
        let count = points.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
        let (x, y) = (mean(|point| point.0), mean(|point| point.1));
        points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum::<f64>()
            / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>()
    }

    /// How far the sharpest peak from 120 Hz on stands above the median of the third of an octave around it: its
    /// frequency in Hz, and dB.
    pub fn sharpest(&self) -> (f64, f64) {
        let first = (120.0 / Power::WIDTH) as usize;
        let last = (12_000.0 / Power::WIDTH) as usize;
        let mut sharpest = (0.0, f64::NEG_INFINITY);
        for bin in first..last {
            let reach = ((bin as f64 * 0.12) as usize).max(8);
            let mut around = self.0[bin.saturating_sub(reach).max(1)..(bin + reach).min(self.0.len())].to_vec();
            around.sort_by(f64::total_cmp);
            let over = 10.0 * (self.0[bin] / around[around.len() / 2]).log10();
            if over > sharpest.1 {
                sharpest = (bin as f64 * Power::WIDTH, over);
            }
        }
        sharpest
    }
}

/// How alike two stretches of the same length are: 1 is the same, 0 nothing in common.
pub fn likeness(one: &[f32], other: &[f32]) -> f64 {
    let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum::<f64>();
    product(one, other).abs() / (product(one, one) * product(other, other)).sqrt().max(1e-12)
}
