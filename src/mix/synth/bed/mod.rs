//! Beds: endless sound to lie on, all equally loud.
//!
//! One file a bed, one line in [`BEDS`]. Each is heard through [`bed`]; [`cycle`] makes one that comes round exactly,
//! for a track that loops.

mod drone;
mod noises;
mod rain;
mod sea;

use std::num::NonZeroU64;

use super::chunk::CHUNKS_A_SECOND;
use crate::mix::Sound;
use crate::quantity::{Frames, Lufs};

/// How loud every bed is at gain 1, over a minute or more: 10 LU below the voice's reference of -20 LUFS.
pub const BED_LOUDNESS: Lufs = Lufs(-30.0);

/// A bed that can be asked for.
pub struct BedKind {
    /// By which it is asked for.
    pub name: &'static str,
    /// What it sounds like, in a line.
    pub about: &'static str,
    make: fn(u64, Option<Cycle>) -> Box<dyn Sound>,
}

/// Every bed there is.
pub const BEDS: &[BedKind] = &[
    BedKind { name: "brown", about: "Brown noise: deep and even, like a far waterfall.", make: noises::brown },
    BedKind { name: "pink", about: "Pink noise: softer than white, like steady wind in leaves.", make: noises::pink },
    BedKind { name: "rain", about: "Rain on leaves and ground, drops near and far.", make: rain::rain },
    BedKind { name: "sea", about: "Slow waves on a sandy shore, no two the same.", make: sea::sea },
    BedKind { name: "drone", about: "A warm pad of low tones that drifts through slow harmony.", make: drone::drone },
];

/// The endless bed of this name; `seed` chooses which of its kind. `None` if there is no such bed.
pub fn bed(name: &str, seed: u64) -> Option<Box<dyn Sound>> {
    find(name).map(|kind| (kind.make)(seed, None))
}

/// The bed of this name that comes round exactly after `cycle`: its first frame follows its last.
pub fn cycle(name: &str, seed: u64, cycle: Cycle) -> Option<Box<dyn Sound>> {
    find(name).map(|kind| (kind.make)(seed, Some(cycle)))
}

fn find(name: &str) -> Option<&'static BedKind> {
    BEDS.iter().find(|kind| kind.name == name)
}

/// After how long a bed comes round: whole minutes, so that the pieces of every bed fit in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cycle {
    minutes: NonZeroU64,
}

impl Cycle {
    /// After this many minutes.
    pub const fn minutes(minutes: NonZeroU64) -> Cycle {
        Cycle { minutes }
    }

    /// Its length.
    pub fn length(self) -> Frames {
        Frames::from_secs(self.seconds())
    }

    pub(super) fn seconds(self) -> u64 {
        self.minutes.get() * 60
    }

    pub(super) fn chunks(cycle: Option<Cycle>) -> Option<u64> {
        cycle.map(|cycle| cycle.seconds() * CHUNKS_A_SECOND)
    }

    /// The seed's number of a second, which may lie before the beginning.
    pub(super) fn wrap_second(cycle: Option<Cycle>, second: i64) -> u64 {
        Cycle::wrap(cycle, second, 1)
    }

    /// The seed's number of a cell of so many seconds, which may lie before the beginning.
    pub(super) fn wrap(cycle: Option<Cycle>, cell: i64, seconds: u64) -> u64 {
        match cycle {
            Some(cycle) => cell.rem_euclid((cycle.seconds() / seconds).max(1) as i64) as u64,
            None => cell as u64,
        }
    }
}

#[cfg(test)]
mod tests;
