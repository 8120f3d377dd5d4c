//! How loud the ear finds each moment: the K-weighting of ITU-R BS.1770-4, as energies on an absolute grid.
//!
//! The two filters of the standard remember for ever, though less and less. Here they begin anew every
//! [`SEGMENT`] blocks, one block early, from the state that a constant sound would have left: what is measured of a
//! block depends on at most that many blocks before it, wherever the reading began.

use super::BLOCK;
use crate::quantity::Lufs;

/// Frames in a hop, the grid of the energies: 5.3 ms. 75 of them are the 400 ms of momentary loudness.
pub(super) const HOP: usize = 256;
/// Hops in a block of the mix.
pub(super) const HOPS: usize = BLOCK / HOP;
/// Hops in the window of momentary loudness (EBU Tech 3341).
pub(super) const WINDOW: usize = 75;
/// Blocks from one new beginning of the filters to the next.
pub(super) const SEGMENT: i64 = 8;

/// Energies are counted in these steps, so that running sums are exact.
const UNIT: f64 = (1u64 << 30) as f64;
/// The shelf and the high pass of BS.1770-4 at 48 kHz, tables 1 and 2: b0, b1, b2, a1, a2.
const SHELF: [f64; 5] =
    [1.535_124_859_586_97, -2.691_696_189_406_38, 1.198_392_810_852_85, -1.690_659_293_182_41, 0.732_480_774_215_85];
const PASS: [f64; 5] = [1.0, -2.0, 1.0, -1.990_047_454_833_98, 0.990_072_250_366_21];
/// The loudness of an energy of 1 (BS.1770-4, equation 2).
const OFFSET: f64 = -0.691;

/// A block whose energy is below this could never be louder than -46 LUFS: 32 dB under the ceiling, it can't matter.
/// The weighting raises nothing by more than 4 dB.
const QUIET: f32 = 0.0121;

/// The energy, in the steps in which energies are counted, of so many hops at a loudness.
pub(super) fn energy(loudness: Lufs, hops: usize) -> f64 {
    10f64.powf((f64::from(loudness.0) - OFFSET) / 10.0) * (hops * HOP) as f64 * UNIT
}

/// Whether a block is so quiet that its energies count as none. What the filters still ring from the block before
/// is heard there, so that one has to be quiet too.
pub(super) fn is_quiet(block: &[f32]) -> bool {
    let mut sums = [0.0f32; 8];
    for samples in block.chunks_exact(8) {
        sums.iter_mut().zip(samples).for_each(|(sum, sample)| *sum += sample * sample);
    }
    sums.iter().sum::<f32>() < QUIET
}

/// The filters of both channels, in the middle of a sound.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weighting {
    shelf: [[f64; 2]; 2],
    pass: [[f64; 2]; 2],
}

impl Weighting {
    /// As if a constant sound, at the height with which this block begins, had gone on for ever before it; then
    /// run over the block.
    pub(super) fn settled_over(block: &[f32]) -> Weighting {
        let first = [f64::from(block[0]), f64::from(block[1])];
        let [b0, b1, b2, a1, a2] = SHELF;
        let through = (b0 + b1 + b2) / (1.0 + a1 + a2);
        let raised = first.map(|x| through * x);
        let shelf = [
            [raised[0] - b0 * first[0], raised[1] - b0 * first[1]],
            [b2 * first[0] - a2 * raised[0], b2 * first[1] - a2 * raised[1]],
        ];
        let mut weighting = Weighting { shelf, pass: [raised.map(|x| -x), raised] };
        weighting.energies(block);
        weighting
    }

    /// Takes in the next block; gives the energy of each of its hops.
    pub(super) fn energies(&mut self, block: &[f32]) -> [u64; HOPS] {
        let mut energies = [0; HOPS];
        let [mut s1, mut s2] = self.shelf;
        let [mut p1, mut p2] = self.pass;
        for (energy, hop) in energies.iter_mut().zip(block.chunks_exact(2 * HOP)) {
            let mut sum = [0.0f64; 2];
            for frame in hop.chunks_exact(2) {
                for side in 0..2 {
                    let x = f64::from(frame[side]);
                    let y = SHELF[0] * x + s1[side];
                    s1[side] = SHELF[1] * x - SHELF[3] * y + s2[side];
                    s2[side] = SHELF[2] * x - SHELF[4] * y;
                    let z = y + p1[side];
                    p1[side] = p2[side] - 2.0 * y - PASS[3] * z;
                    p2[side] = y - PASS[4] * z;
                    sum[side] += z * z;
                }
            }
            *energy = ((sum[0] + sum[1]) * UNIT) as u64;
        }
        self.shelf = [s1, s2];
        self.pass = [p1, p2];
        energies
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ebur128::{EbuR128, Mode};

    fn noise(frames: usize, of: impl Fn(usize) -> f32) -> Vec<f32> {
        let mut state = 7u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / (1 << 23) as f32 - 1.0
        };
        (0..frames).flat_map(|frame| [of(frame) * next(), of(frame) * next()]).collect()
    }

    /// The energies of all hops, begun anew in every segment.
    fn measured(sound: &[f32]) -> Vec<u64> {
        let blocks: Vec<&[f32]> = sound.chunks_exact(2 * BLOCK).collect();
        let mut weighting = Weighting::settled_over(&[0.0; 2 * BLOCK]);
        let mut all = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && index as i64 % SEGMENT == 0 {
                weighting = Weighting::settled_over(blocks[index - 1]);
            }
            all.extend(weighting.energies(block));
        }
        all
    }

    #[test]
    fn agrees_with_a_meter_that_remembers() {
        let hum = |frame: usize| 0.3 * (std::f32::consts::TAU * 25.0 * frame as f32 / 48_000.0).sin();
        let mut sound = noise(40 * BLOCK, |frame| if frame > 30_000 { 0.4 } else { 0.02 });
        // A hum below what the weighting lets through: what a careless beginning would take for sound.
        sound.chunks_exact_mut(2).enumerate().for_each(|(frame, both)| both.iter_mut().for_each(|x| *x += hum(frame)));
        let hops = measured(&sound);
        let mut meter = EbuR128::new(2, 48_000, Mode::M).unwrap();
        for (hop, frames) in sound.chunks_exact(2 * HOP).enumerate() {
            meter.add_frames_f32(frames).unwrap();
            if hop + 1 >= WINDOW {
                let own: u64 = hops[hop + 1 - WINDOW..=hop].iter().sum();
                let own = OFFSET + 10.0 * (own as f64 / UNIT / (WINDOW * HOP) as f64).log10();
                let theirs = meter.loudness_momentary().unwrap();
                assert!((own - theirs).abs() < 0.05, "hop {hop}: {own}, not {theirs}");
            }
        }
        assert!((energy(Lufs(-14.0), WINDOW).log10() - (energy(Lufs(-24.0), WINDOW)).log10() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_counts_as_quiet_is_too_quiet_to_matter() {
        // The weighting raises the highest tones most.
        for (frequency, amplitude) in [(12_000.0, 0.0024), (1000.0, 0.0024), (50.0, 0.0024)] {
            let wave = |frame: usize| (std::f32::consts::TAU * frequency * frame as f32 / 48_000.0).sin();
            let sound: Vec<f32> = (0..8 * BLOCK).flat_map(|frame| [amplitude * wave(frame); 2]).collect();
            assert!(is_quiet(&sound[..2 * BLOCK]));
            let most = *measured(&sound).iter().max().unwrap() as f64;
            assert!(most <= energy(Lufs(-46.0), 1), "{frequency} Hz: {most}");
        }
        assert!(!is_quiet(&noise(BLOCK, |_| 0.1)));
    }
}
