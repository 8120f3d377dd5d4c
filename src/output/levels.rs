//! Into a meter: how loud a sound is over its time, by EBU R128.
//!
//! Sound is the same from any frame, so several threads measure a part of it each.

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use ebur128::{EbuR128, Mode};

use crate::mix::{BEFORE, FLOOR, Sound};
use crate::quantity::{Decibels, Frames, Lufs, SAMPLE_RATE};

/// How loud a sound is over its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Levels {
    /// Of the 400 ms that end with each [`Levels::STEP`]: momentary loudness.
    pub momentary: Vec<Lufs>,
}

impl Levels {
    /// From one look of the meter to the next.
    pub const STEP: Frames = Frames::from_millis(100);
    /// What is softer counts as this.
    pub const SILENCE: Lufs = Lufs(-120.0);

    /// The loudest 400 ms.
    pub fn loudest(&self) -> Lufs {
        self.momentary.iter().fold(Levels::SILENCE, |most, loudness| if loudness.0 > most.0 { *loudness } else { most })
    }

    /// Integrated loudness: the mean power of the 400 ms, without those below -70 LUFS and then without those more
    /// than 10 LU below the mean of the rest (BS.1770-4, 3). None for what is as good as silent.
    pub fn integrated(&self) -> Option<Lufs> {
        let power = |loudness: &Lufs| 10f64.powf(f64::from(loudness.0) / 10.0);
        let mean_above = |gate: f64| {
            let (sum, count) = self
                .momentary
                .iter()
                .filter(|loudness| f64::from(loudness.0) > gate)
                .fold((0.0, 0u32), |(sum, count), loudness| (sum + power(loudness), count + 1));
            (count > 0).then(|| 10.0 * (sum / f64::from(count)).log10())
        };
        mean_above((mean_above(-70.0)? - 10.0).max(-70.0)).map(|loudness| Lufs(loudness as f32))
    }

    /// How far the 400 ms at each step rise above the loudest that had ended before they began, within the three
    /// seconds before their end and counted from the guard's floor: the largest of them.
    pub fn largest_rise(&self) -> Decibels {
        let steps = |frames: Frames| (frames.0 / Levels::STEP.0) as usize;
        let (before, window) = (steps(BEFORE), steps(Frames::from_millis(400)));
        let rises = self.momentary.iter().enumerate().map(|(now, loudness)| {
            let earlier = &self.momentary[now.saturating_sub(before)..(now + 1).saturating_sub(window)];
            loudness.0 - earlier.iter().fold(FLOOR.0, |most, loudness| most.max(loudness.0))
        });
        Decibels(rises.fold(Decibels::SILENCE.0, f32::max))
    }
}

/// How much before its part a meter listens, so that its filters and its window are full.
const LEAD: Frames = Frames::from_secs(1);
/// A part of less isn't worth a thread, because the guard looks seconds around.
const SHORTEST_PART: Frames = Frames::from_secs(60);

/// Measures a sound of this length, which `open` opens anew for each thread. `progress` is told how far all of them
/// are together.
///
/// # Errors
/// Whatever `open` says.
pub fn measure<S: Sound, E: Send>(
    length: Frames,
    open: impl Fn() -> Result<S, E> + Sync,
    mut progress: impl FnMut(Frames),
) -> Result<Levels, E> {
    let steps = length.0 / Levels::STEP.0;
    let threads = thread::available_parallelism().map_or(1, |count| count.get() as u64).clamp(1, 8);
    let threads = threads.min(length.0.div_ceil(SHORTEST_PART.0)).max(1);
    let done = AtomicU64::new(0);
    thread::scope(|scope| {
        let parts: Vec<_> = (0..threads)
            .map(|part| {
                let (from, to) = (steps * part / threads, steps * (part + 1) / threads);
                let (open, done) = (&open, &done);
                scope.spawn(move || Ok(part_of(&mut open()?, from, to, done)))
            })
            .collect();
        while parts.iter().any(|part| !part.is_finished()) {
            progress(Frames(done.load(Ordering::Relaxed) * Levels::STEP.0));
            thread::sleep(Duration::from_millis(20));
        }
        let mut momentary = Vec::new();
        for part in parts {
            // A thread that panicked has nothing to give; it has said why.
            momentary.extend(part.join().unwrap_or_else(|_| Ok(Vec::new()))?);
        }
        Ok(Levels { momentary })
    })
}

fn part_of(sound: &mut impl Sound, from: u64, to: u64, done: &AtomicU64) -> Vec<Lufs> {
    let Ok(mut meter) = EbuR128::new(2, SAMPLE_RATE, Mode::M) else { return Vec::new() };
    let mut step = vec![0.0; 2 * Levels::STEP.0 as usize];
    let lead = LEAD.0 / Levels::STEP.0;
    let mut looks = Vec::with_capacity((to - from) as usize);
    for number in from.saturating_sub(lead)..to {
        sound.read(Frames(number * Levels::STEP.0), &mut step);
        let loudness = meter.add_frames_f32(&step).and_then(|()| meter.loudness_momentary()).unwrap_or(f64::MIN);
        if number >= from {
            looks.push(Lufs((loudness as f32).max(Levels::SILENCE.0)));
            done.fetch_add(1, Ordering::Relaxed);
        }
    }
    looks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone of 1 kHz that is soft in odd minutes.
    struct Tone;

    impl Sound for Tone {
        fn length(&self) -> Option<Frames> {
            None
        }

        fn read(&mut self, at: Frames, out: &mut [f32]) {
            for (frame, both) in (at.0..).zip(out.chunks_exact_mut(2)) {
                let gain = if frame / 2_880_000 % 2 == 0 { 0.1 } else { 0.01 };
                both.fill(gain * (frame as f32 % 48.0 / 48.0 * std::f32::consts::TAU).sin());
            }
        }
    }

    #[test]
    fn measures_parts_as_the_whole() {
        let length = Frames::from_secs(250);
        let mut told = Frames::ZERO;
        let levels = measure(length, || Ok::<_, ()>(Tone), |done| told = done).unwrap();
        assert_eq!(levels.momentary.len(), 2500);
        assert!(told <= length);
        let done = AtomicU64::new(0);
        let whole = part_of(&mut Tone, 0, 2500, &done);
        assert_eq!(done.into_inner(), 2500);
        for (part, whole) in levels.momentary.iter().zip(&whole).skip(1) {
            assert!((part.0 - whole.0).abs() < 0.01);
        }
        // In both channels -20 dBFS is -20 LUFS (EBU Tech 3341); the soft minutes are under the gate.
        assert!((levels.integrated().unwrap().0 + 20.0).abs() < 0.1, "{:?}", levels.integrated());
        assert!((levels.loudest().0 + 20.0).abs() < 0.1);
        assert!((levels.largest_rise().0 - 12.0).abs() < 0.1, "{}", levels.largest_rise());
    }

    #[test]
    fn silence_has_no_loudness() {
        assert_eq!(Levels::default().integrated(), None);
        assert_eq!(Levels { momentary: vec![Lufs(-120.0); 40] }.integrated(), None);
    }
}
