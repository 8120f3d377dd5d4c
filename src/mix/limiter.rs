//! The last guard: true peak never passes the ceiling.
//!
//! It looks over a finite window around each frame and remembers nothing else, so that it gives the same gain at a
//! frame wherever the reading began. Each frame's gain is the mean, over [`REACH`] frames to both sides, of the
//! lowest gain that any frame within [`REACH`] of those needs: it comes and goes within some 20 ms, and is never
//! above what the frame itself needs. Sums are kept in whole numbers, because a running sum of fractions would
//! depend on where it began.

use std::collections::VecDeque;

use super::BLOCK;

/// The highest that a peak may be, as an amplitude: -1.5 dBTP. Half a decibel is left for what interpolation by
/// four can miss between its points (ITU-R BS.1770-4, annex 2) and for encoding and playing through a resampler.
pub(super) const CEILING: f32 = 0.841_395;
/// A sample below this can't have a peak between samples above the ceiling that matters: interpolation adds at most
/// some 3 dB in sound that isn't made to break it, and such sound is caught where its samples are.
const SUSPICIOUS: f32 = 0.5;
/// How far, in frames, the gain's window reaches to each side: 10 ms.
const REACH: usize = 480;
/// Gains are counted in these steps while they are summed.
const UNIT: f64 = (1u64 << 30) as f64;

/// Half of the length of the interpolating filter, in frames.
const TAPS: usize = 12;

/// Limits one block, given its neighbours. All three are [`BLOCK`] frames of interleaved stereo.
pub(super) struct Limiter {
    needed: Vec<f32>,
    lowest: Vec<f32>,
    queue: VecDeque<usize>,
    filter: [[f32; TAPS]; 3],
}

impl Limiter {
    pub(super) fn new() -> Limiter {
        let (needed, lowest) = (vec![1.0; 3 * BLOCK], vec![1.0; 3 * BLOCK]);
        Limiter { needed, lowest, queue: VecDeque::with_capacity(2 * REACH + 2), filter: interpolator() }
    }

    /// Whether a block is so quiet that it can't matter.
    pub(super) fn is_quiet(block: &[f32]) -> bool {
        block.iter().fold(0.0f32, |peak, sample| peak.max(sample.abs())) < SUSPICIOUS
    }

    /// Writes the block in the middle, limited, to `out`.
    pub(super) fn limit(&mut self, blocks: [&[f32]; 3], out: &mut [f32]) {
        let at = |frame: usize, channel: usize| blocks[frame / BLOCK][(frame % BLOCK) * 2 + channel];
        let last = 3 * BLOCK - 1;
        for frame in 0..3 * BLOCK {
            let mut peak = at(frame, 0).abs().max(at(frame, 1).abs());
            if peak > SUSPICIOUS && frame >= TAPS / 2 && frame + TAPS / 2 < last {
                for phase in &self.filter {
                    for channel in 0..2 {
                        let between: f32 = phase
                            .iter()
                            .enumerate()
                            .map(|(tap, weight)| at(frame + tap + 1 - TAPS / 2, channel) * weight)
                            .sum();
                        peak = peak.max(between.abs());
                    }
                }
            }
            self.needed[frame] = if peak > CEILING { CEILING / peak } else { 1.0 };
        }
        // Peaks between two frames belong to both of them.
        for frame in (1..3 * BLOCK).rev() {
            self.needed[frame] = self.needed[frame].min(self.needed[frame - 1]);
        }
        self.lowest_within_reach();
        let counted = |gain: f32| (f64::from(gain) * UNIT) as u64;
        let mut sum: u64 = self.lowest[BLOCK - REACH..BLOCK + REACH].iter().map(|gain| counted(*gain)).sum();
        for frame in 0..BLOCK {
            let middle = BLOCK + frame;
            sum += counted(self.lowest[middle + REACH]);
            let gain = (sum as f64 / (UNIT * (2 * REACH + 1) as f64)) as f32;
            out[2 * frame] = at(middle, 0) * gain;
            out[2 * frame + 1] = at(middle, 1) * gain;
            sum -= counted(self.lowest[middle - REACH]);
        }
    }
}

impl Limiter {
    /// The lowest gain needed within [`REACH`] of each frame that matters. The queue holds places whose gains grow.
    fn lowest_within_reach(&mut self) {
        self.queue.clear();
        for ahead in BLOCK - 2 * REACH..2 * BLOCK + 2 * REACH {
            let gain = self.needed[ahead];
            while self.queue.back().is_some_and(|place| self.needed[*place] >= gain) {
                self.queue.pop_back();
            }
            self.queue.push_back(ahead);
            if ahead < BLOCK {
                continue;
            }
            let frame = ahead - REACH;
            while self.queue.front().is_some_and(|place| place + REACH < frame) {
                self.queue.pop_front();
            }
            self.lowest[frame] = self.queue.front().map_or(1.0, |place| self.needed[*place]);
        }
    }
}

/// Windowed sines for the three places between two samples.
fn interpolator() -> [[f32; TAPS]; 3] {
    let mut filter = [[0.0; TAPS]; 3];
    for (phase, taps) in filter.iter_mut().enumerate() {
        let offset = (phase + 1) as f64 / 4.0;
        for (tap, weight) in taps.iter_mut().enumerate() {
            let x = tap as f64 + 1.0 - TAPS as f64 / 2.0 - offset;
            let window = 0.5 + 0.5 * (std::f64::consts::PI * x / (TAPS as f64 / 2.0 + 0.5)).cos();
            let sine = std::f64::consts::PI * x;
            *weight = (sine.sin() / sine * window) as f32;
        }
    }
    filter
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limited(sound: &[f32]) -> Vec<f32> {
        let mut limiter = Limiter::new();
        let silence = vec![0.0; 2 * BLOCK];
        let blocks: Vec<&[f32]> = sound.chunks_exact(2 * BLOCK).collect();
        let block = |index: Option<usize>| index.and_then(|index| blocks.get(index)).copied().unwrap_or(&silence);
        let mut all = Vec::new();
        for (index, middle) in blocks.iter().enumerate() {
            let mut out = vec![0.0; 2 * BLOCK];
            limiter.limit([block(index.checked_sub(1)), middle, block(Some(index + 1))], &mut out);
            all.extend(out);
        }
        all
    }

    #[test]
    fn leaves_quiet_sound_as_it_is() {
        let sound: Vec<f32> = (0..8 * BLOCK).map(|n| 0.8 * (n as f32 * 0.01).sin()).collect();
        assert_eq!(limited(&sound), sound);
    }

    #[test]
    fn never_passes_the_ceiling_however_loud() {
        let mut state = 1u32;
        let noise = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / (1 << 23) as f32 - 1.0
        });
        let sound: Vec<f32> =
            noise.take(40 * BLOCK).enumerate().map(|(n, x)| x * 20.0 * (n as f32 * 1e-4).sin()).collect();
        let peak = limited(&sound).iter().fold(0.0f32, |peak, x| peak.max(x.abs()));
        assert!(peak <= CEILING + 1e-6, "{peak}");
        assert!(peak > 0.5 * CEILING, "{peak}");
    }
}
