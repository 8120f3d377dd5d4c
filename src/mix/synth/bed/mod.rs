//! Beds: endless sound to lie on, all equally loud.
//!
//! One file a bed, one line in [`BEDS`]. Each is heard through [`bed`]; [`cycle`] makes one that comes round exactly,
//! for a track that loops.

mod beats;
mod bowl;
mod drift;
mod drone;
mod fire;
mod heartbeat;
mod night;
mod noises;
mod rain;
mod sea;
mod stream;
mod wave;
mod wind;

use std::num::NonZeroU64;

use super::chunk::CHUNKS_A_SECOND;
use crate::mix::Sound;
use crate::quantity::{Frames, Lufs, Tuning};

/// How loud every bed is at gain 1, over a minute or more: 10 LU below the voice's reference of -20 LUFS.
pub const BED_LOUDNESS: Lufs = Lufs(-30.0);

/// A bed that can be asked for.
pub struct BedKind {
    /// By which it is asked for.
    pub name: &'static str,
    /// What it sounds like, in a line.
    pub about: &'static str,
    /// What of a [`Tuning`] it follows, by the keys of the script language.
    pub keys: &'static [&'static str],
    make: Make,
}

/// How a bed is made, from its seed.
enum Make {
    Free(fn(u64, Option<Cycle>) -> Box<dyn Sound>),
    Tuned(fn(u64, Option<Cycle>, Tuning) -> Box<dyn Sound>),
}

impl BedKind {
    const fn free(name: &'static str, about: &'static str, make: fn(u64, Option<Cycle>) -> Box<dyn Sound>) -> BedKind {
        BedKind { name, about, keys: &[], make: Make::Free(make) }
    }

    const fn tuned(
        name: &'static str,
        about: &'static str,
        keys: &'static [&'static str],
        make: fn(u64, Option<Cycle>, Tuning) -> Box<dyn Sound>,
    ) -> BedKind {
        BedKind { name, about, keys, make: Make::Tuned(make) }
    }

    fn make(&self, seed: u64, cycle: Option<Cycle>, tuning: Tuning) -> Box<dyn Sound> {
        match self.make {
            Make::Free(make) => make(seed, cycle),
            Make::Tuned(make) => make(seed, cycle, tuning),
        }
    }
}

const BEATING: &[&str] = &["carrier", "beat"];

/// Every bed there is.
pub const BEDS: &[BedKind] = &[
    BedKind::free("brown", "Brown noise: deep and even, like a far waterfall.", noises::brown),
    BedKind::free("pink", "Pink noise: softer than white, like steady wind in leaves.", noises::pink),
    BedKind::free("rain", "Rain on leaves and ground, drops near and far.", rain::rain),
    BedKind::free("sea", "Slow waves on a sandy shore, no two the same.", sea::sea),
    BedKind::free("wind", "Wind around the house and in far trees, in slow gusts.", wind::wind),
    BedKind::free("stream", "A small brook over stones, full of round bubbles.", stream::stream),
    BedKind::free("fire", "A fire that has burnt down to a glow, with small soft crackles.", fire::fire),
    BedKind::free("night", "A still summer night, with a few crickets far away.", night::night),
    BedKind::free("drone", "A warm pad of low tones that drifts through slow harmony.", drone::drone),
    BedKind::free("bowl", "Singing bowls, struck softly now and then, that ring for half a minute.", bowl::bowl),
    BedKind::free("heartbeat", "A heart at rest: low, round, about 60 a minute.", heartbeat::heartbeat),
    BedKind::tuned("tone", "A steady tone.", &["carrier"], beats::tone),
    BedKind::tuned("monaural", "Two tones in both ears, that beat in the air.", BEATING, beats::monaural),
    BedKind::tuned(
        "binaural",
        "A tone in each ear, that beat in the hearing; for headphones.",
        BEATING,
        beats::binaural,
    ),
    BedKind::tuned("isochronic", "A tone in soft, even pulses.", BEATING, beats::isochronic),
];

/// The endless bed of this name; `seed` chooses which of its kind. `None` if there is no such bed.
pub fn bed(name: &str, seed: u64) -> Option<Box<dyn Sound>> {
    tuned_bed(name, seed, Tuning::default())
}

/// The endless bed of this name, tuned, if it is one that can be (see [`BedKind::keys`]).
pub fn tuned_bed(name: &str, seed: u64, tuning: Tuning) -> Option<Box<dyn Sound>> {
    find(name).map(|kind| kind.make(seed, None, tuning))
}

/// The bed of this name that comes round exactly after `cycle`: its first frame follows its last.
pub fn cycle(name: &str, seed: u64, cycle: Cycle) -> Option<Box<dyn Sound>> {
    find(name).map(|kind| kind.make(seed, Some(cycle), Tuning::default()))
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

    /// The seed's number of a chunk, which may lie before the beginning.
    pub(super) fn wrap_chunk(cycle: Option<Cycle>, chunk: i64) -> u64 {
        Cycle::chunks(cycle).map_or(chunk as u64, |chunks| chunk.rem_euclid(chunks as i64) as u64)
    }

    /// The seed's number of a cell of so many seconds, which may lie before the beginning.
    pub(super) fn wrap(cycle: Option<Cycle>, cell: i64, seconds: u64) -> u64 {
        match cycle {
            Some(cycle) => cell.rem_euclid((cycle.seconds() / seconds).max(1) as i64) as u64,
            None => cell as u64,
        }
    }
}
