//! The startle guard: however a script sets its levels, nothing gets loud, and nothing gets loud suddenly.
//!
//! It holds the momentary loudness (EBU R128, 400 ms) of the whole mix to two limits, wherever the 400 ms begin:
//!
//! - never above [`CEILING`];
//! - never more than [`RISE`] above the loudest 400 ms that ended in the three seconds before its end and before its
//!   beginning, which count as [`FLOOR`] at least: sound out of silence may come up to -20 LUFS.
//!
//! Startle is a matter of height and of rise over what was there: some 80-85 dB of level, reached within tens of
//! milliseconds out of a quiet ground, is where the reflex begins (Blumenthal et al., Psychophysiology 42, 2005).
//!
//! Both are gains that look ahead and remember a finite window only, so that they are the same at a frame wherever
//! the reading began:
//!
//! ```text
//! mix ─▶ × ceiling's gain ─▶ true-peak limiter ─▶ × rise's gain ─▶ out
//!    └─energies─┘                            └─energies─┘
//! ```
//!
//! The limiter stands between them, because what it takes from the peaks of the three seconds before makes what comes
//! after them a higher rise. The second gain is smooth and lowers only, so the limiter's ceiling holds after it.
//!
//! *The rise, without a recursion.* What may be now depends on what was given out before, which depended on what was
//! given out before that. It suffices to know a level that was given out at least. After the ceiling no sound needs
//! more than the 6 dB from -14 to -20 LUFS; so first the gain is worked out as if there had been silence before. It
//! is the lowest that could be, and the three seconds before are counted at it. The gain that follows from them is
//! never lower than the first one, so what is given out is never softer than what was counted on.
//!
//! *Any 400 ms.* A meter's windows needn't begin where ours do. A window that ends within a hop lies in 76 hops,
//! whose energy is limited; and it holds the 74 hops before that one, whose energy counts as what was there before.
//! Meters look ten times a second, so the loudest of those counts that lasts for 100 ms.

use super::BLOCK;
use super::limiter::Limiter;
use super::weighting::{self, HOP, HOPS, SEGMENT, WINDOW, Weighting};
use crate::quantity::{Decibels, Frames, Lufs};

/// The loudest that 400 ms may be. Between a voice at -20 LUFS, of which some words reach -16, and what streams play.
pub const CEILING: Lufs = Lufs(-14.0);
/// How far 400 ms may rise above what was there before: four times as loud to the ear would be 20.
pub const RISE: Decibels = Decibels(12.0);
/// What was there before counts as this at least.
pub const FLOOR: Lufs = Lufs(-32.0);
/// How far back "before" reaches.
pub const BEFORE: Frames = Frames::from_secs(3);

/// Kept back of each limit. The weighting's filters smear what they weigh over some 10 ms, in which a gain may change
/// by a few tenths of a decibel; and what is too quiet to be counted is missing from the sums.
const MARGIN: Decibels = Decibels(-0.3);
/// The highest sample that is taken in: 30 dB over full scale. What is above it was broken before.
const LARGEST: f32 = 32.0;

/// How far each gain's smoothing reaches to both sides, in hops: it falls within 0.51 s (0.26 s for the rise, which
/// is 6 dB at most) to what is needed, and comes back in the same time after.
const CEILING_REACH: i64 = 48;
const RISE_REACH: i64 = 24;
/// The window of one more hop than momentary loudness has, which holds every window that ends within a hop.
const OVER: i64 = LATEST + 1;
/// The hops that every window which ends within the next hop holds.
const UNDER: i64 = LATEST - 1;
/// Windows that end in 20 hops, of which a meter that looks every 100 ms sees at least one.
const LASTING: i64 = 20;
/// "Before", in hops: a window that ends in hop n looks at windows that end in the hops from n - 562 to n - 75.
const EARLIEST: i64 = (BEFORE.0 / HOP as u64) as i64;
const LATEST: i64 = WINDOW as i64;

/// How many hops a gain looks ahead: its smoothing, and the windows that begin with the hop. For the rise it is the
/// first of its two gains that has to be known so far ahead, for what is counted a window earlier.
const CEILING_AHEAD: i64 = 2 * CEILING_REACH + LATEST;
const RISE_AHEAD: i64 = 4 * RISE_REACH + LATEST;
/// The same in blocks, with the hop on each side that a point of the gain is between.
const TAKEN_AHEAD: i64 = blocks(CEILING_AHEAD + 5);
const HELD_AHEAD: i64 = blocks(RISE_AHEAD + 5);
/// How many blocks before a block matter for its second gain: those of the three seconds, of the windows and of the
/// smoothing of both steps; and how many matter for its first.
const HELD_BEHIND: i64 = blocks(EARLIEST + 2 * 2 * RISE_REACH + 2 * LATEST + 3);
const TAKEN_BEHIND: i64 = blocks(2 * CEILING_REACH + LATEST + 1) + 1;

/// The blocks that hold so many hops.
const fn blocks(hops: i64) -> i64 {
    (hops + HOPS as i64 - 1) / HOPS as i64
}

/// Where sound comes from.
pub(super) trait Source {
    /// Fills `out` with the sum of all that sounds in the block of this number.
    fn block(&mut self, block: u64, out: &mut [f32]);
}

/// The guard over a source, with the limiter in its middle.
pub(super) struct Guard {
    /// What the source gave, and from [`Guard::lowered`] back what the first gain made of it.
    mixed: Ring<Mixed, KEPT>,
    /// What the limiter made of that.
    limited: Ring<Limited, KEPT>,
    ceiling: Ceiling,
    rise: Rise,
    limiter: Limiter,
    /// The next block to be taken in, lowered by the first gain, held by the limiter, and given out.
    taken: i64,
    lowered: i64,
    held: i64,
    given: i64,
    out: Vec<f32>,
}

/// A block as it was taken in.
struct Mixed {
    sound: Vec<f32>,
    quiet: bool,
    /// Whether no peak of it is near the limiter's ceiling.
    peaceful: bool,
    /// Whether the first gain has changed it.
    changed: bool,
    energies: [u64; HOPS],
    /// The weighting at its end; none where it wasn't weighed.
    weighting: Option<Weighting>,
}

/// A block as the limiter gave it.
struct Limited {
    sound: Vec<f32>,
    quiet: bool,
    /// Whether it is still the mix as it was taken in.
    same: bool,
    /// Whether its weighting is the one of the mix.
    clean: bool,
    weighting: Option<Weighting>,
}

impl Mixed {
    fn silence() -> Mixed {
        let sound = vec![0.0; 2 * BLOCK];
        Mixed { sound, quiet: true, peaceful: true, changed: false, energies: [0; HOPS], weighting: None }
    }
}

impl Limited {
    fn silence() -> Limited {
        Limited { sound: vec![0.0; 2 * BLOCK], quiet: true, same: true, clean: true, weighting: None }
    }
}

impl Guard {
    pub(super) fn new() -> Guard {
        let mut guard = Guard {
            mixed: Ring::of(Mixed::silence),
            limited: Ring::of(Limited::silence),
            ceiling: Ceiling::from(0),
            rise: Rise::from(0),
            limiter: Limiter::new(),
            taken: 0,
            lowered: 0,
            held: 0,
            given: 0,
            out: vec![0.0; 2 * BLOCK],
        };
        guard.begin_for(0);
        guard
    }

    /// The block of this number, guarded. Going on is the fast way; anything else costs some seconds of mixing.
    pub(super) fn block(&mut self, block: u64, source: &mut impl Source) -> &[f32] {
        let block = i64::try_from(block).unwrap_or(i64::MAX / 2);
        if block + 1 < self.given || block > self.given + HELD_BEHIND {
            self.begin_for(block);
        }
        while self.given <= block {
            self.give(source);
        }
        &self.out
    }

    /// Begins so early that all is settled at a block. Before the beginning is silence, in which it always is.
    fn begin_for(&mut self, block: i64) {
        // The weighting begins with a segment, from the block before it.
        let segment_before = |block: i64| block.max(0) / SEGMENT * SEGMENT - 1;
        self.held = segment_before(block - HELD_BEHIND);
        // The limiter looks at a block's neighbours.
        self.lowered = self.held - 1;
        self.taken = segment_before(self.lowered - TAKEN_BEHIND);
        self.given = block;
        self.mixed = Ring::of(Mixed::silence);
        self.limited = Ring::of(Limited::silence);
        self.ceiling = Ceiling::from(self.taken * HOPS as i64);
        self.rise = Rise::from(self.held * HOPS as i64);
    }

    /// Takes in the next block and weighs it.
    fn take(&mut self, source: &mut impl Source) {
        let block = self.taken;
        let mut sound = std::mem::take(&mut self.mixed.at_mut(block).sound);
        match u64::try_from(block) {
            Ok(block) => source.block(block, &mut sound),
            Err(_) => sound.fill(0.0),
        }
        for sample in &mut sound {
            *sample = if sample.is_finite() { sample.clamp(-LARGEST, LARGEST) } else { 0.0 };
        }
        let (quiet, peaceful) = (weighting::is_quiet(&sound), Limiter::is_quiet(&sound));
        let before = self.mixed.at(block - 1);
        let (energies, weighting) = match quiet && before.quiet {
            true => ([0; HOPS], None),
            false => weigh(block, before.weighting, &before.sound, &sound),
        };
        energies.iter().for_each(|energy| self.ceiling.push(*energy));
        *self.mixed.at_mut(block) = Mixed { sound, quiet, peaceful, changed: false, energies, weighting };
        self.taken += 1;
    }

    /// Brings the next block under the ceiling.
    fn lower(&mut self, source: &mut impl Source) {
        let block = self.lowered;
        while self.taken < block + TAKEN_AHEAD {
            self.take(source);
        }
        let gain = self.ceiling.gain.over(block);
        if !gain.is_unity() {
            let mixed = self.mixed.at_mut(block);
            gain.apply(&mut mixed.sound);
            mixed.changed = true;
            mixed.peaceful = Limiter::is_quiet(&mixed.sound);
        }
        self.lowered += 1;
    }

    /// Limits the next block's peaks, and weighs it again where that or the ceiling changed it.
    fn hold(&mut self, source: &mut impl Source) {
        let block = self.held;
        while self.lowered < block + 2 {
            self.lower(source);
        }
        let around = [-1, 0, 1].map(|by| self.mixed.at(block + by));
        let (here, before) = (around[1], around[0]);
        let (now, last) = self.limited.pair(block);
        now.same = !here.changed;
        if around.iter().all(|block| block.peaceful) {
            now.sound.copy_from_slice(&here.sound);
        } else {
            self.limiter.limit(around.map(|block| block.sound.as_slice()), &mut now.sound);
            now.same &= now.sound == here.sound;
        }
        let begins = block % SEGMENT == 0 || before.weighting.is_none();
        now.clean = now.same && if begins { last.same } else { last.clean };
        let energies;
        if now.clean {
            (energies, now.weighting, now.quiet) = (here.energies, here.weighting, here.quiet);
        } else {
            now.quiet = weighting::is_quiet(&now.sound);
            (energies, now.weighting) = match now.quiet && last.quiet {
                true => ([0; HOPS], None),
                false => weigh(block, last.weighting, &last.sound, &now.sound),
            };
        }
        energies.iter().for_each(|energy| self.rise.push(*energy));
        self.held += 1;
    }

    /// Gives out the next block.
    fn give(&mut self, source: &mut impl Source) {
        while self.held < self.given + HELD_AHEAD {
            self.hold(source);
        }
        self.out.copy_from_slice(&self.limited.at(self.given).sound);
        self.rise.gain.over(self.given).apply(&mut self.out);
        self.given += 1;
    }
}

/// The energies of a block's hops and the weighting at its end. It goes on from the block before within a segment,
/// if that was weighed.
fn weigh(block: i64, weighting: Option<Weighting>, before: &[f32], sound: &[f32]) -> ([u64; HOPS], Option<Weighting>) {
    let mut weighting = match weighting {
        Some(weighting) if block % SEGMENT != 0 => weighting,
        _ => Weighting::settled_over(before),
    };
    (weighting.energies(sound), Some(weighting))
}

/// The first gain: no window above the ceiling.
struct Ceiling {
    energies: Sum<OVER>,
    gain: Smoothed,
    limit: f64,
}

impl Ceiling {
    fn from(hop: i64) -> Ceiling {
        let limit = weighting::energy(CEILING + MARGIN, WINDOW);
        Ceiling { energies: Sum::from(hop), gain: Smoothed::from(hop, CEILING_REACH), limit }
    }

    fn push(&mut self, energy: u64) {
        let window = self.energies.push(energy);
        self.gain.push(reduction(window, self.limit));
    }
}

/// The second gain: no window too far above those before it.
struct Rise {
    next: i64,
    energies: Sum<OVER>,
    windows: Ring<u64, HOPS_KEPT>,
    /// The gain as if there had been silence before.
    lowest: Smoothed,
    /// What was given out at least, in each hop, and in the windows that end after it.
    given: Sum<UNDER>,
    floors: Ring<u64, HOPS_KEPT>,
    /// The least of the windows that end in the last [`LASTING`] hops.
    lasting: Ring<u64, HOPS_KEPT>,
    gain: Smoothed,
    /// The energy that may come out of silence, and the factor by which it may rise.
    silent: f64,
    factor: f64,
}

impl Rise {
    fn from(hop: i64) -> Rise {
        let rise = RISE + MARGIN;
        let counted = hop - RISE_DELAY - 1;
        Rise {
            next: hop,
            energies: Sum::from(hop),
            windows: Ring::of(u64::default),
            lowest: Smoothed::from(hop, RISE_REACH),
            given: Sum::from(counted),
            floors: Ring::of(u64::default),
            lasting: Ring::of(u64::default),
            gain: Smoothed::from(counted + 1 + LATEST, RISE_REACH),
            silent: weighting::energy(FLOOR + rise, WINDOW),
            factor: 10f64.powf(f64::from(rise.0) / 10.0),
        }
    }

    fn push(&mut self, energy: u64) {
        let hop = self.next;
        self.next += 1;
        let window = self.energies.push(energy);
        *self.windows.at_mut(hop) = window;
        self.lowest.push(reduction(window, self.silent));
        // The gain as if after silence is known as far as here; its points lie between this hop and its neighbours.
        let counted = hop - RISE_DELAY - 1;
        let energy = self.energies.at(counted);
        let floor = self.given.push(match self.lowest.least_around(counted) {
            None => energy,
            Some(gain) => (energy as f64 * gain * gain) as u64,
        });
        *self.floors.at_mut(counted + 1) = floor;
        let lasting = (0..LASTING).map(|back| *self.floors.at(counted + 1 - back)).min().unwrap_or(0);
        *self.lasting.at_mut(counted + 1) = lasting;
        // So all is known that comes before the window which ends here.
        let end = counted + 1 + LATEST;
        let window = *self.windows.at(end);
        self.gain.push(match window as f64 > self.silent {
            false => 0,
            true => {
                let before = end - EARLIEST + LASTING - 1..=end - LATEST;
                let loudest = before.map(|hop| *self.lasting.at(hop)).max().unwrap_or(0);
                reduction(window, self.silent.max(loudest as f64 * self.factor))
            }
        });
    }
}

/// How far the first of the rise's gains is behind the energies.
const RISE_DELAY: i64 = 2 * RISE_REACH + LATEST;

/// Reductions of level are counted in thousandths of a decibel, so that their means are exact.
const THOUSANDTH: f64 = 0.001;

/// What brings an energy to a limit; nothing if it is under it.
fn reduction(energy: u64, limit: f64) -> u32 {
    let over = energy as f64 / limit;
    if over > 1.0 { (10.0 * over.log10() / THOUSANDTH).ceil() as u32 } else { 0 }
}

/// A gain for every hop, from the reductions that the windows need.
///
/// Each hop needs the most that any window needs which it is in. Its gain is the mean, over a reach to both sides, of
/// the most that any hop within reach of those needs: it comes and goes over twice the reach to each side, and is
/// never above what the hop itself needs.
struct Smoothed {
    reach: i64,
    next: i64,
    /// What the window needs that ends in each hop, and the last hop where that is anything.
    needed: Ring<u32, HOPS_KEPT>,
    last_needed: i64,
    /// The most that is needed within reach of each hop.
    most: Ring<u32, HOPS_KEPT>,
    /// The sums of those within reach of each hop.
    sums: Ring<u32, HOPS_KEPT>,
    sum: u32,
}

impl Smoothed {
    fn from(hop: i64, reach: i64) -> Smoothed {
        let ring = || Ring::of(u32::default);
        Smoothed { reach, next: hop, needed: ring(), last_needed: i64::MIN, most: ring(), sums: ring(), sum: 0 }
    }

    /// Takes in what the window needs that ends in the next hop. So the gain is known of the hop that lies twice the
    /// reach and a window before it.
    fn push(&mut self, needed: u32) {
        let end = self.next;
        self.next += 1;
        *self.needed.at_mut(end) = needed;
        if needed > 0 {
            self.last_needed = end;
        }
        let middle = end - LATEST - self.reach;
        let first = middle - self.reach;
        let most = match self.last_needed < first {
            true => 0,
            false => (first..=end).map(|hop| *self.needed.at(hop)).max().unwrap_or(0),
        };
        self.sum += most;
        self.sum -= *self.most.at(middle - 2 * self.reach - 1);
        *self.most.at_mut(middle) = most;
        *self.sums.at_mut(middle - self.reach) = self.sum;
    }

    fn gain(&self, sum: u32) -> f64 {
        let mean = f64::from(sum) / (2 * self.reach + 1) as f64;
        if sum == 0 { 1.0 } else { 10f64.powf(-mean * THOUSANDTH / 20.0) }
    }

    /// The lowest gain that a hop may be at, its neighbours being joined with it; none if that is no change.
    fn least_around(&self, hop: i64) -> Option<f64> {
        let sum = (hop - 1..=hop + 1).map(|hop| *self.sums.at(hop)).max().unwrap_or(0);
        (sum > 0).then(|| self.gain(sum))
    }

    /// The gains of a block, at the beginning of each hop and at its end: of the two hops that meet there, the lower.
    fn over(&self, block: i64) -> Points {
        let first = block * HOPS as i64;
        let mut points = [0.0; HOPS + 1];
        for (point, hop) in points.iter_mut().zip(first..) {
            *point = self.gain((*self.sums.at(hop - 1)).max(*self.sums.at(hop))) as f32;
        }
        Points(points)
    }
}

/// The gains at the hops of a block, joined by straight lines: within 5 ms they are never far apart.
struct Points([f32; HOPS + 1]);

impl Points {
    fn is_unity(&self) -> bool {
        self.0.iter().all(|gain| *gain == 1.0)
    }

    fn apply(&self, sound: &mut [f32]) {
        if self.is_unity() {
            return;
        }
        for (ends, hop) in self.0.windows(2).zip(sound.chunks_exact_mut(2 * HOP)) {
            let step = (ends[1] - ends[0]) / HOP as f32;
            for (frame, both) in hop.chunks_exact_mut(2).enumerate() {
                let gain = ends[0] + step * frame as f32;
                both[0] *= gain;
                both[1] *= gain;
            }
        }
    }
}

/// A running sum of the last `N` energies: whole numbers, so that it is the same wherever it began.
struct Sum<const N: i64> {
    next: i64,
    energies: Ring<u64, HOPS_KEPT>,
    sum: u64,
}

impl<const N: i64> Sum<N> {
    fn from(hop: i64) -> Sum<N> {
        Sum { next: hop, energies: Ring::of(u64::default), sum: 0 }
    }

    fn push(&mut self, energy: u64) -> u64 {
        self.sum += energy;
        self.sum -= *self.energies.at(self.next - N);
        *self.energies.at_mut(self.next) = energy;
        self.next += 1;
        self.sum
    }

    fn at(&self, hop: i64) -> u64 {
        *self.energies.at(hop)
    }
}

/// So many blocks, and hops, of each stage are kept: what lies between the stages, and the three seconds.
const KEPT: usize = 64;
const HOPS_KEPT: usize = 1024;

/// The last `N` of a row, by their absolute numbers; silence where nothing was put yet.
struct Ring<T, const N: usize>(Vec<T>);

impl<T, const N: usize> Ring<T, N> {
    fn of(silence: impl Fn() -> T) -> Ring<T, N> {
        Ring((0..N).map(|_| silence()).collect())
    }

    fn at(&self, number: i64) -> &T {
        &self.0[number.rem_euclid(N as i64) as usize]
    }

    fn at_mut(&mut self, number: i64) -> &mut T {
        &mut self.0[number.rem_euclid(N as i64) as usize]
    }

    /// This one, and the one before it.
    fn pair(&mut self, number: i64) -> (&mut T, &T) {
        let (here, before) = (number.rem_euclid(N as i64) as usize, (number - 1).rem_euclid(N as i64) as usize);
        if here > before {
            let (left, right) = self.0.split_at_mut(here);
            (&mut right[0], &left[before])
        } else {
            let (left, right) = self.0.split_at_mut(before);
            (&mut left[here], &right[0])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ebur128::{EbuR128, Mode};

    /// White noise, as loud at each frame as a function says.
    struct Noise<F>(F);

    impl<F: Fn(u64) -> f32> Source for Noise<F> {
        fn block(&mut self, block: u64, out: &mut [f32]) {
            for (frame, both) in (block * BLOCK as u64..).zip(out.chunks_exact_mut(2)) {
                let gain = (self.0)(frame);
                for (side, sample) in (0..).zip(both) {
                    let mixed = (2 * frame + side + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
                    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
                    *sample = gain * ((mixed >> 40) as f32 / (1u64 << 23) as f32 - 1.0);
                }
            }
        }
    }

    fn guarded(from: u64, blocks: u64, gain: &impl Fn(u64) -> f32) -> Vec<f32> {
        let (mut guard, mut source) = (Guard::new(), Noise(gain));
        (from..from + blocks).flat_map(|block| guard.block(block, &mut source).to_vec()).collect()
    }

    fn unguarded(from: u64, blocks: u64, gain: &impl Fn(u64) -> f32) -> Vec<f32> {
        let mut out = vec![0.0; 2 * BLOCK * blocks as usize];
        (from..).zip(out.chunks_exact_mut(2 * BLOCK)).for_each(|(block, out)| Noise(gain).block(block, out));
        out
    }

    /// The loudest momentary value, and the largest rise over those of windows that had ended before.
    fn measured(sound: &[f32]) -> (f64, f64) {
        let mut meter = EbuR128::new(2, 48_000, Mode::M).unwrap();
        let looks: Vec<f64> = sound
            .chunks_exact(9600)
            .map(|tenth| {
                meter.add_frames_f32(tenth).unwrap();
                meter.loudness_momentary().unwrap().max(-120.0)
            })
            .collect();
        let rises = looks.iter().enumerate().map(|(now, loudness)| {
            let before = &looks[now.saturating_sub(30)..(now + 1).saturating_sub(4)];
            loudness - before.iter().fold(f64::from(FLOOR.0), |most, loudness| most.max(*loudness))
        });
        (looks.iter().fold(-120.0, |most, loudness| most.max(*loudness)), rises.fold(-120.0, f64::max))
    }

    /// Bursts of many lengths and heights, out of silence and out of murmur.
    fn bursts(frame: u64) -> f32 {
        let second = frame / 48_000;
        let murmur = if second % 14 < 7 { 0.0 } else { 0.01 };
        let now = second % 5 == 4 || second % 20 > 14;
        match (now, frame % 48_000) {
            (true, within) if within < 1000 << (second / 5 % 6) => 0.03 * 4f32.powi((second % 7) as i32),
            _ => murmur,
        }
    }

    #[test]
    fn nothing_gets_loud_and_nothing_rises_far() {
        let sound = guarded(0, 60 * 47, &bursts);
        for late in [0, 777, 2400] {
            let (loudest, rise) = measured(&sound[2 * late..]);
            assert!((-16.0..=f64::from(CEILING.0)).contains(&loudest), "{loudest} LUFS");
            assert!((10.0..=f64::from(RISE.0)).contains(&rise), "{rise} LU");
        }
        let (loudest, rise) = measured(&unguarded(0, 60 * 47, &bursts));
        assert!(loudest > 0.0 && rise > 30.0, "{loudest} LUFS, {rise} LU");
    }

    #[test]
    fn is_the_same_wherever_it_began() {
        let whole = guarded(0, 1400, &bursts);
        for from in [1, 7, 300, 555, 1000, 1201] {
            let part = guarded(from, 30, &bursts);
            let same = &whole[2 * BLOCK * from as usize..][..part.len()];
            assert!(part.iter().zip(same).all(|(a, b)| a.to_bits() == b.to_bits()), "from {from}");
        }
        let (mut guard, mut source) = (Guard::new(), Noise(bursts));
        for block in [900, 901, 1100, 1102, 1330, 20, 21, 1399] {
            let same = &whole[2 * BLOCK * block as usize..][..2 * BLOCK];
            assert!(guard.block(block, &mut source) == same, "block {block}");
        }
    }

    #[test]
    fn leaves_alone_what_is_gentle() {
        // A voice of sorts: words at some -21 LUFS that rise within half a second.
        let gentle = |frame: u64| match frame % 240_000 {
            within @ 0..=24_000 => 0.08 * within as f32 / 24_000.0,
            24_001..=96_000 => 0.08,
            _ => 0.004,
        };
        let sound = guarded(0, 500, &gentle);
        assert!(sound == unguarded(0, 500, &gentle), "{:?}", measured(&sound));
        assert!(measured(&sound).0 > -22.0);
    }

    #[test]
    fn has_no_steps() {
        let steady = |frame: u64| if frame < 480_000 { 0.004 } else { 0.4 };
        let (with, without) = (guarded(0, 700, &steady), unguarded(0, 700, &steady));
        let gains: Vec<f32> = with.iter().zip(&without).map(|(with, without)| with / without).collect();
        let change = gains.windows(3).map(|three| (three[2] / three[0] - 1.0).abs()).fold(0.0, f32::max);
        // 10 frames of the quickest change: well under a tenth of a decibel.
        assert!(change < 1e-3, "{change}");
        let last = gains.last().copied().unwrap_or_default();
        assert!(measured(&with).0 > f64::from(CEILING.0) - 0.6 && last < 0.5);
    }
}
