//! From a file's own rate to 48 kHz, so that every frame comes out the same from wherever reading starts.
//!
//! The sound is cut on a grid of absolute places into chunks, and rubato's synchronous FFT resampler works on one
//! chunk at a time. All that it remembers from the chunk before is the overlap of one filter length. So a jump costs
//! one chunk more, and is exact.

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Resampler};

use super::decode::Native;
use crate::quantity::SAMPLE_RATE;

/// About how many frames at 48 kHz a chunk holds. Its half is the length of the filter to each side: enough for a
/// transition band of 0.5 kHz.
const CHUNK: usize = 1024;

/// A sound at its own rate, read at 48 kHz.
pub(super) struct Resampled<N> {
    native: N,
    grid: Option<Grid>,
}

struct Grid {
    fft: Fft<f32>,
    /// Frames of a chunk before and after.
    chunk_in: usize,
    chunk_out: usize,
    /// How far the resampler is behind, in frames at 48 kHz.
    delay: u64,
    input: Vec<f32>,
    output: Vec<f32>,
    /// The chunk whose frames are in `output`.
    holds: Option<u64>,
}

/// The length at 48 kHz of so many frames at `rate`: rounded up, so that no sound is lost.
pub(super) fn length_at_48k(frames: u64, rate: u32) -> u64 {
    let length = (u128::from(frames) * u128::from(SAMPLE_RATE)).div_ceil(u128::from(rate.max(1)));
    u64::try_from(length).unwrap_or(u64::MAX)
}

impl<N: Native> Resampled<N> {
    /// `None` for a rate that can't be resampled.
    pub(super) fn new(native: N, rate: u32) -> Option<Resampled<N>> {
        let grid = if rate == SAMPLE_RATE { None } else { Some(Grid::new(rate)?) };
        Some(Resampled { native, grid })
    }

    /// The sound below.
    pub(super) fn native(&self) -> &N {
        &self.native
    }

    /// Fills `out` with the frames from `at` on; what is past the sound's end rings out for half a chunk.
    pub(super) fn read(&mut self, mut at: u64, mut out: &mut [f32]) {
        let Some(grid) = &mut self.grid else {
            return self.native.read(at, out);
        };
        while out.len() >= 2 {
            let place = at + grid.delay;
            let chunk = place / grid.chunk_out as u64;
            grid.fill(&mut self.native, chunk);
            let skip = usize::try_from(place % grid.chunk_out as u64).unwrap_or(0);
            let ready = &grid.output[skip * 2..];
            let count = ready.len().min(out.len());
            out[..count].copy_from_slice(&ready[..count]);
            out = &mut out[count..];
            at += (count / 2) as u64;
        }
    }
}

impl Grid {
    fn new(rate: u32) -> Option<Grid> {
        let (from, to) = (usize::try_from(rate).ok()?, usize::try_from(SAMPLE_RATE).ok()?);
        // The smallest chunks that fit both rates, in pairs: then the delay of half a chunk is whole on both sides.
        let step = 2 * from / gcd(from, to);
        let wanted = (CHUNK * from / to).max(CHUNK / 2);
        let chunk = wanted.div_ceil(step) * step;
        let fft =
            Fft::new_custom(from, to, chunk, 1, 2, rubato::WindowFunction::BlackmanHarris2, FixedSync::Both).ok()?;
        let (chunk_in, chunk_out) = (fft.input_frames_next(), fft.output_frames_next());
        Some(Grid {
            delay: fft.output_delay() as u64,
            fft,
            chunk_in,
            chunk_out,
            input: vec![0.0; chunk_in * 2],
            output: vec![0.0; chunk_out * 2],
            holds: None,
        })
    }

    fn fill(&mut self, native: &mut impl Native, chunk: u64) {
        if self.holds == Some(chunk) {
            return;
        }
        if chunk > 0 && self.holds != Some(chunk - 1) {
            self.fft.reset();
            self.run(native, chunk - 1);
        } else if chunk == 0 {
            self.fft.reset();
        }
        self.run(native, chunk);
        self.holds = Some(chunk);
    }

    fn run(&mut self, native: &mut impl Native, chunk: u64) {
        native.read(chunk * self.chunk_in as u64, &mut self.input);
        let done = InterleavedSlice::new(&self.input, 2, self.chunk_in).ok().and_then(|input| {
            let mut output = InterleavedSlice::new_mut(&mut self.output, 2, self.chunk_out).ok()?;
            self.fft.process_into_buffer(&input, &mut output, None).ok()
        });
        if done.is_none() {
            self.output.fill(0.0);
        }
    }
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    struct Sine {
        rate: u32,
        hertz: f64,
    }

    impl Native for Sine {
        fn read(&mut self, at: u64, out: &mut [f32]) {
            for (index, frame) in out.chunks_exact_mut(2).enumerate() {
                let phase = (at + index as u64) as f64 * self.hertz / f64::from(self.rate);
                frame.fill((0.5 * (phase * TAU).sin()) as f32);
            }
        }
    }

    #[test]
    fn a_sine_stays_in_its_place_at_every_rate() {
        for rate in
            [8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 47_999, 64_000, 88_200, 96_000, 176_400, 192_000]
        {
            let mut sound = Resampled::new(Sine { rate, hertz: 997.0 }, rate).expect("a usual rate");
            let mut out = vec![0.0f32; 9600];
            sound.read(96_000, &mut out);
            let worst = out.chunks_exact(2).enumerate().map(|(index, frame)| {
                let ideal = 0.5 * ((96_000 + index) as f64 * 997.0 / 48_000.0 * TAU).sin();
                (f64::from(frame[0]) - ideal).abs()
            });
            let worst = worst.fold(0.0, f64::max);
            assert!(worst < 1e-5, "{rate} Hz is off by {worst}");
        }
    }

    #[test]
    fn lengths_round_up() {
        assert_eq!(length_at_48k(132_300, 44_100), 144_000);
        assert_eq!(length_at_48k(1, 44_100), 2);
        assert_eq!(length_at_48k(0, 8000), 0);
        assert_eq!(length_at_48k(192_000, 192_000), 48_000);
    }
}
