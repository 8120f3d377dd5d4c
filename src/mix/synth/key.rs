//! Chance without memory: a number for every place, the same each time it is asked for.

/// The seed of one thing at one place. Children of a key, and its numbers, are independent of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    /// The root of everything that one seed makes.
    pub(crate) fn new(seed: u64) -> Key {
        Key(scramble(seed ^ 0x6C65_7467_6F00_0001))
    }

    /// The key of a part, by its number.
    pub(crate) fn part(self, number: u64) -> Key {
        Key(scramble(self.0 ^ scramble(number.wrapping_add(0x9E37_79B9_7F4A_7C15))))
    }

    /// 64 even bits.
    pub(crate) fn bits(self, index: u64) -> u64 {
        scramble(self.0.wrapping_add(index.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// Evenly from 0 up to, but not including, 1.
    pub(crate) fn unit(self, index: u64) -> f64 {
        (self.bits(index) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Evenly from `low` to `high`.
    pub(crate) fn between(self, index: u64, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit(index)
    }
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
fn scramble(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// Slow wandering between -1 and 1: a seeded value at every whole number, smooth in between.
pub(crate) fn wander(key: Key, wrap: impl Fn(i64) -> u64, at: f64) -> f64 {
    let cell = at.floor();
    let part = at - cell;
    let value = |cell: f64| key.between(wrap(cell as i64), -1.0, 1.0);
    let smooth = part * part * (3.0 - 2.0 * part);
    value(cell) + (value(cell + 1.0) - value(cell)) * smooth
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_even_and_parts_independent() {
        let key = Key::new(7).part(3);
        let mean = (0..20_000).map(|i| key.unit(i)).sum::<f64>() / 20_000.0;
        assert!((mean - 0.5).abs() < 0.01, "{mean}");
        let both = (0..20_000).map(|i| (key.unit(i) - 0.5) * (key.part(1).unit(i) - 0.5)).sum::<f64>() / 20_000.0;
        assert!(both.abs() < 0.002, "{both}");
        assert_ne!(Key::new(0).part(0), Key::new(0).part(1));
        assert_ne!(Key::new(0).part(0).bits(0), Key::new(1).part(0).bits(0));
    }

    #[test]
    fn wandering_is_smooth() {
        let at = |t: f64| wander(Key::new(1), |cell| cell as u64, t);
        for i in 0..10_000 {
            let t = -5.0 + f64::from(i) / 1000.0;
            assert!((at(t + 0.001) - at(t)).abs() < 0.004 && at(t).abs() <= 1.0);
        }
    }
}
