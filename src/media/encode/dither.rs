//! From floating point to whole numbers, with dither that belongs to the place and not to the past.

use crate::quantity::Frames;

/// Rounds interleaved stereo samples to whole numbers of `bits` (2 to 24), adding triangular dither of one step to each
/// side (TPDF: Lipshitz, Wannamaker and Vanderkooy, "Quantization and Dither", JAES 40, 1992), so that what is lost is
/// a faint even noise and never distortion.
///
/// `first` is the place of the first frame. The dither of a sample is a hash of its frame and channel: the same from
/// wherever writing begins. What passes full scale is clipped; what isn't a number becomes silence.
pub fn quantise(samples: &[f32], first: Frames, bits: u32, output: &mut [i32]) {
    let full = f64::from(1u32 << (bits.clamp(2, 24) - 1));
    let mut index = first.0.wrapping_mul(2);
    let (mut samples, mut output) = (samples, output);
    while !samples.is_empty() && !output.is_empty() {
        // The hash takes 32 bits; the upper ones, which change every 12 hours, are a key for the whole run.
        let low = index as u32;
        let run = usize::try_from(u64::from(u32::MAX) - u64::from(low) + 1).unwrap_or(usize::MAX);
        let run = run.min(samples.len()).min(output.len());
        let (now, later) = output.split_at_mut(run);
        quantise_run(&samples[..run], low, hash((index >> 32) as u32 ^ 0x6c65_7467), full, now);
        samples = &samples[run..];
        output = later;
        index = index.wrapping_add(run as u64);
    }
}

fn quantise_run(samples: &[f32], low: u32, key: u32, full: f64, output: &mut [i32]) {
    // Added to a number below 2^51, this leaves it rounded in the lowest bits; quicker than any rounding function.
    const ROUND: f64 = 6_755_399_441_055_744.0; // 1.5 * 2^52
    for (offset, (output, &sample)) in output.iter_mut().zip(samples).enumerate() {
        let random = hash(low.wrapping_add(offset as u32) ^ key);
        // Two even dice of 16 bits make a triangle from -1 to 1.
        let dice = (random & 0xffff) as i32 + (random >> 16) as i32 - 0xffff;
        let sample = if sample.is_nan() { 0.0 } else { f64::from(sample) };
        let value = sample * full + f64::from(dice) * (1.0 / 65_536.0);
        let value = value.max(-full).min(full - 1.0);
        *output = (value + ROUND).to_bits() as i32;
    }
}

/// A bijection of 32 bits in which every bit of the input flips half of the output: `lowbias32` of Chris Wellons'
/// search for such functions (public domain, nullprogram.com/blog/2018/07/31).
fn hash(mut x: u32) -> u32 {
    x ^= x >> 16;
    x = x.wrapping_mul(0x7feb_352d);
    x ^= x >> 15;
    x = x.wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantised(samples: &[f32], first: u64, bits: u32) -> Vec<i32> {
        let mut output = vec![0; samples.len()];
        quantise(samples, Frames(first), bits, &mut output);
        output
    }

    #[test]
    fn a_part_is_a_part_of_the_whole() {
        let samples: Vec<f32> = (0..4000).map(|index| (index as f32 * 0.01).sin() * 0.3).collect();
        // Once across the place where the 32 bits of the hash's input run over.
        for start in [0, (1 << 31) - 700] {
            let whole = quantised(&samples, start, 16);
            for from in [1usize, 333, 699, 700, 701, 1500] {
                assert_eq!(quantised(&samples[from * 2..], start + from as u64, 16), whole[from * 2..], "from {from}");
            }
        }
    }

    #[test]
    fn its_noise_is_triangular_even_and_white() {
        for bits in [16, 24] {
            let step = 1.0 / f64::from(1u32 << (bits - 1));
            // A steady level between two steps: what rounding makes of it must be right in the mean.
            let level = (0.3 * step) as f32;
            let noise = quantised(&vec![level; 400_000], 77, bits);
            assert!(noise.iter().all(|&value| (-1..=1).contains(&value) || value == 2), "{bits} bits: out of range");
            let mean = noise.iter().map(|&value| f64::from(value)).sum::<f64>() / noise.len() as f64;
            assert!((mean - 0.3).abs() < 0.006, "{bits} bits: mean {mean}");
            // TPDF and rounding together: a quarter of a step squared, whatever the level is.
            let errors: Vec<f64> = noise.iter().map(|&value| f64::from(value) - 0.3).collect();
            let power = errors.iter().map(|error| error * error).sum::<f64>() / errors.len() as f64;
            assert!((power - 0.25).abs() < 0.005, "{bits} bits: power {power}");
            for lag in [1, 2, 3, 4, 16, 1024] {
                let product = errors.iter().zip(&errors[lag..]).map(|(a, b)| a * b).sum::<f64>() / errors.len() as f64;
                assert!(product.abs() < 0.003, "{bits} bits: {product} at lag {lag}");
            }
        }
    }

    #[test]
    fn what_is_too_much_is_clipped() {
        let wild = [1.0, -1.0, 3.0, -3.0, f32::INFINITY, f32::NEG_INFINITY, f32::MAX, f32::MIN];
        for (value, wild) in quantised(&wild, 0, 16).into_iter().zip(wild) {
            let expected = if wild > 0.0 { 32_767 } else { -32_768 };
            assert!((value - expected).abs() <= 1 && (-32_768..=32_767).contains(&value), "{wild} became {value}");
        }
        assert!(quantised(&[f32::NAN; 100], 0, 24).iter().all(|value| value.abs() <= 1));
    }
}
