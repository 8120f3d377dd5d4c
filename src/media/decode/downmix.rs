//! Any channels to stereo.

use symphonia::core::audio::{Channels, Position};

/// How much of each channel goes left and right.
///
/// Fronts as they are, centre and surrounds at -3 dB (ITU-R BS.775-3, table 2), the low-frequency effects left out, and
/// all of it scaled so that full scale in every channel can't pass full scale: surround comes out quieter, never clipped.
pub(super) fn weights(channels: &Channels) -> Vec<[f32; 2]> {
    let count = channels.count();
    if count == 1 {
        return vec![[1.0, 1.0]];
    }
    let positions = match channels {
        Channels::Positioned(positions) => Some(*positions),
        _ => u32::try_from(count).ok().and_then(Position::from_wave_channel_count),
    };
    let mut weights: Vec<[f32; 2]> = match positions {
        Some(positions) => positions.iter().map(weight).collect(),
        // Without positions nothing better is known than left, right, left, right.
        None => (0..count).map(|index| if index % 2 == 0 { [1.0, 0.0] } else { [0.0, 1.0] }).collect(),
    };
    weights.resize(count, [0.0, 0.0]);
    let sum = |side: usize| weights.iter().map(|weight| weight[side]).sum::<f32>();
    let most = sum(0).max(sum(1)).max(1.0);
    weights.iter_mut().flatten().for_each(|weight| *weight /= most);
    weights
}

fn weight(position: Position) -> [f32; 2] {
    const HALF_POWER: f32 = std::f32::consts::FRAC_1_SQRT_2;
    let left = Position::FRONT_LEFT | Position::FRONT_LEFT_CENTER | Position::FRONT_LEFT_WIDE;
    let right = Position::FRONT_RIGHT | Position::FRONT_RIGHT_CENTER | Position::FRONT_RIGHT_WIDE;
    let left_around = Position::SIDE_LEFT | Position::REAR_LEFT | Position::TOP_FRONT_LEFT | Position::TOP_REAR_LEFT;
    let right_around =
        Position::SIDE_RIGHT | Position::REAR_RIGHT | Position::TOP_FRONT_RIGHT | Position::TOP_REAR_RIGHT;
    if left.contains(position) {
        [1.0, 0.0]
    } else if right.contains(position) {
        [0.0, 1.0]
    } else if position == Position::FRONT_CENTER {
        [HALF_POWER, HALF_POWER]
    } else if left_around.contains(position) {
        [HALF_POWER, 0.0]
    } else if right_around.contains(position) {
        [0.0, HALF_POWER]
    } else if position == Position::LFE1 || position == Position::LFE2 {
        [0.0, 0.0]
    } else {
        // Rear centre and what hangs above the middle: to both sides, at -6 dB each.
        [0.5, 0.5]
    }
}

/// Mixes interleaved frames of `weights.len()` channels into interleaved stereo.
pub(super) fn mix(weights: &[[f32; 2]], input: &[f32], output: &mut [f32]) {
    match weights {
        [_] => {
            for (stereo, &sample) in output.chunks_exact_mut(2).zip(input) {
                stereo.fill(sample);
            }
        }
        _ => {
            for (stereo, frame) in output.chunks_exact_mut(2).zip(input.chunks_exact(weights.len())) {
                let mut mixed = [0.0f32; 2];
                for (&sample, weight) in frame.iter().zip(weights) {
                    mixed[0] += sample * weight[0];
                    mixed[1] += sample * weight[1];
                }
                stereo.copy_from_slice(&mixed);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SURROUND: Position = Position::FRONT_LEFT
        .union(Position::FRONT_RIGHT)
        .union(Position::FRONT_CENTER)
        .union(Position::LFE1)
        .union(Position::SIDE_LEFT)
        .union(Position::SIDE_RIGHT);

    #[test]
    fn surround_never_clips_and_leaves_out_the_rumble() {
        let weights = weights(&Channels::Positioned(SURROUND));
        let mut out = [0.0; 2];
        mix(&weights, &[1.0; 6], &mut out);
        assert!(out.iter().all(|&side| (side - 1.0).abs() < 1e-6), "{out:?}");
        mix(&weights, &[0.0, 0.0, 0.0, 1.0, 0.0, 0.0], &mut out);
        assert_eq!(out, [0.0, 0.0]);
        mix(&weights, &[0.0, 0.0, 1.0, 0.0, 0.0, 0.0], &mut out);
        assert!((out[0] - std::f32::consts::FRAC_1_SQRT_2 / 2.4142).abs() < 1e-4 && out[0] == out[1], "{out:?}");
    }

    #[test]
    fn mono_goes_to_both_sides_as_it_is() {
        let mut out = [0.0; 4];
        mix(&weights(&Channels::Positioned(Position::FRONT_LEFT)), &[0.25, -0.5], &mut out);
        assert_eq!(out, [0.25, 0.25, -0.5, -0.5]);
    }

    #[test]
    fn unknown_channels_have_weights_too() {
        for count in 1..=16 {
            assert_eq!(weights(&Channels::Discrete(count)).len(), usize::from(count));
        }
    }
}
