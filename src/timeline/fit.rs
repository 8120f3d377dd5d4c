//! Stretching and shrinking silences so that the whole meets a length.

use crate::quantity::Frames;
use crate::session::Elastic;

/// Why a length can't be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OutOfReach {
    /// The shortest that can be.
    pub(super) shortest: Frames,
    /// The longest that can be.
    pub(super) longest: Frames,
}

/// Lengths for silences that add up to `target`, each within its limits and all giving way by the same share of
/// what they can.
pub(super) fn fit(silences: &[Elastic], target: i128) -> Result<Vec<Frames>, OutOfReach> {
    let sum = |of: fn(&Elastic) -> Frames| silences.iter().map(|silence| i128::from(of(silence).0)).sum::<i128>();
    let (shortest, ideal, longest) = (sum(|s| s.min), sum(|s| s.ideal), sum(|s| s.max));
    if target < shortest || target > longest {
        let frames = |count: i128| Frames(u64::try_from(count).unwrap_or(0));
        return Err(OutOfReach { shortest: frames(shortest), longest: frames(longest) });
    }
    let (wanted, room) = match target >= ideal {
        true => (target - ideal, longest - ideal),
        false => (ideal - target, ideal - shortest),
    };
    // Rounding is carried along, so that the sum is exact to the frame.
    let (mut room_so_far, mut given) = (0i128, 0i128);
    let lengths = silences.iter().map(|silence| {
        let own = match target >= ideal {
            true => silence.max - silence.ideal,
            false => silence.ideal - silence.min,
        };
        room_so_far += i128::from(own.0);
        let due = if room == 0 { 0 } else { wanted * room_so_far / room };
        let change = Frames(u64::try_from(due - given).unwrap_or(0));
        given = due;
        match target >= ideal {
            true => silence.ideal + change,
            false => silence.ideal.saturating_sub(change),
        }
    });
    Ok(lengths.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn meets_any_length_within_reach_exactly(
            silences in prop::collection::vec((0u64..1_000_000, 0u64..1_000_000, 0u64..1_000_000), 1..40),
            share in 0.0f64..1.0,
        ) {
            let silences: Vec<Elastic> = silences
                .into_iter()
                .map(|(min, a, b)| Elastic { min: Frames(min), ideal: Frames(min + a), max: Frames(min + a + b) })
                .collect();
            let shortest: u64 = silences.iter().map(|s| s.min.0).sum();
            let longest: u64 = silences.iter().map(|s| s.max.0).sum();
            let target = shortest + ((longest - shortest) as f64 * share) as u64;
            let lengths = fit(&silences, i128::from(target)).unwrap();
            prop_assert_eq!(lengths.iter().map(|l| l.0).sum::<u64>(), target);
            for (length, silence) in lengths.iter().zip(&silences) {
                prop_assert!(*length >= silence.min && *length <= silence.max);
            }
            prop_assert!(fit(&silences, i128::from(longest) + 1).is_err());
            prop_assert!(fit(&silences, i128::from(shortest) - 1).is_err());
        }
    }
}
