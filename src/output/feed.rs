//! The listener's end of the sound: copies what was mixed ahead, at the listener's volume, with a fade for everything.
//!
//! This is all that runs on the audio callback. It allocates nothing, locks nothing and waits for nothing.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use rtrb::{Consumer, Producer, RingBuffer};

use crate::quantity::{Frames, SAMPLE_RATE};

use super::Link;

/// Frames of a slice, at the device's rate.
pub const SLICE: usize = 256;
/// How much is mixed ahead: long enough to sleep through a busy moment of the machine, short enough to stay small.
const AHEAD_SECONDS: usize = 2;

/// Fades, in seconds: short enough to answer at once, long enough to be no jolt.
const PAUSE_FADE: f32 = 0.3;
const JUMP_FADE: f32 = 0.12;
const CLOSE_FADE: f32 = 0.8;
const RISE: f32 = 0.4;
/// The volume takes this long from nothing to full.
const VOLUME_FADE: f32 = 0.3;
/// When sound isn't ready in time, the last of it dies away this fast instead of stopping dead.
const DYING: f32 = 0.005;

/// A device that falls asleep is woken for so long before the first sound; headphones over Bluetooth swallow up to a
/// second of it.
const WAKE_SECONDS: f32 = 1.0;
/// What keeps it awake: noise of -80 dBFS (RMS), far under what can be heard, but not digital silence. Its peaks are
/// the square root of three times that.
const WAKING_PEAK: f32 = 1e-4 * 1.732;
/// In a pause longer than this it may fall asleep.
const AWAKE_SECONDS: f32 = 600.0;

/// A piece of sound with its place.
#[derive(Clone, Copy)]
pub struct Slice {
    /// Which jump it belongs to.
    pub generation: u64,
    /// The Timeline's frame at its beginning.
    pub at: Frames,
    /// How many frames are in it.
    pub count: usize,
    /// Whether nothing comes after it.
    pub last: bool,
    /// Left and right, interleaved.
    pub samples: [f32; 2 * SLICE],
}

/// Where slices are put for a [`Feed`].
pub type Slices = Producer<Slice>;

/// Both ends of the way to a device of a sample rate.
pub fn slices(link: &Arc<Link>, rate: u32, rising: bool) -> (Slices, Feed) {
    let count = AHEAD_SECONDS * rate as usize / SLICE + 1;
    let (into, from) = RingBuffer::new(count);
    (into, Feed::new(Arc::clone(link), from, rate, rising))
}

/// The end that a device takes sound from.
pub struct Feed {
    link: Arc<Link>,
    slices: Consumer<Slice>,
    rate: f32,
    current: Option<Slice>,
    /// How many frames of the current slice are used up.
    used: usize,
    /// How far the fade is open, 0 to 1; its gain has no corner at either end.
    open: f32,
    volume: f32,
    last_frame: [f32; 2],
    /// What is left of the last frame when sound isn't ready.
    dying: f32,
    started: bool,
    waking: Option<Waking>,
}

/// Keeps a device awake.
struct Waking {
    /// Frames until it is awake.
    until: usize,
    /// Frames since there was sound.
    silent: usize,
    noise: u32,
}

impl Waking {
    fn new(rate: f32) -> Waking {
        Waking { until: (WAKE_SECONDS * rate) as usize, silent: 0, noise: 0x9e37_79b9 }
    }

    /// From -1 to 1, evenly.
    fn noise(&mut self) -> f32 {
        self.noise ^= self.noise << 13;
        self.noise ^= self.noise >> 17;
        self.noise ^= self.noise << 5;
        self.noise as i32 as f32 / 2_147_483_648.0
    }
}

impl Feed {
    fn new(link: Arc<Link>, slices: Consumer<Slice>, rate: u32, rising: bool) -> Feed {
        let volume = link.volume_gain();
        let waking = link.waking.load(Ordering::Acquire).then(|| Waking::new(rate as f32));
        Feed {
            waking,
            link,
            slices,
            rate: rate as f32,
            current: None,
            used: 0,
            open: if rising { 0.0 } else { 1.0 },
            volume,
            last_frame: [0.0; 2],
            dying: 0.0,
            started: false,
        }
    }

    /// How many slices are waiting.
    pub fn waiting(&self) -> usize {
        self.slices.slots()
    }

    /// Fills `out`, left and right interleaved, with what is to be heard next.
    pub fn fill(&mut self, out: &mut [f32]) {
        self.link.calls.fetch_add(1, Ordering::Relaxed);
        let woken = self.wake(out);
        let mut rest = &mut out[woken..];
        while rest.len() >= 2 {
            let taken = self.run(rest);
            rest = &mut rest[taken..];
        }
        self.keep_awake(out);
        self.link.given(Duration::from_secs_f32((out.len() / 2) as f32 / self.rate));
        // What is still fading out after a jump is no longer the place.
        if let Some(slice) = self.current.filter(|slice| slice.generation == self.link.generation()) {
            self.link.handed(slice.at + self.timeline_frames(self.used));
        }
    }

    /// While a device wakes, nothing else is handed to it; gives the number of samples.
    fn wake(&mut self, out: &mut [f32]) -> usize {
        let Some(waking) = &mut self.waking else { return 0 };
        if !self.link.paused() && waking.silent as f32 > AWAKE_SECONDS * self.rate {
            *waking = Waking::new(self.rate);
        }
        if self.link.closing() && waking.until > 0 {
            // Nothing was heard yet, so nothing has to fade.
            (waking.until, self.open) = (0, 0.0);
        }
        let count = waking.until.min(out.len() / 2);
        waking.until -= count;
        out[..2 * count].fill(0.0);
        2 * count
    }

    /// Lays under everything what keeps a device awake, except in a pause that is long.
    fn keep_awake(&mut self, out: &mut [f32]) {
        let Some(waking) = &mut self.waking else { return };
        if self.link.paused() && self.open <= 0.0 {
            waking.silent = waking.silent.saturating_add(out.len() / 2);
        } else {
            waking.silent = 0;
        }
        if waking.silent as f32 <= AWAKE_SECONDS * self.rate {
            out.iter_mut().for_each(|sample| *sample += WAKING_PEAK * waking.noise());
        }
    }

    /// Fills a part of `out` from one slice, or all of it with silence; gives the number of samples.
    fn run(&mut self, out: &mut [f32]) -> usize {
        let generation = self.link.generation();
        let stale = self.current.is_some_and(|slice| slice.generation != generation);
        let (closing, paused) = (self.link.closing(), self.link.paused());
        let fade = match (closing, paused, stale) {
            (true, _, _) => Some(CLOSE_FADE),
            (_, true, _) => Some(PAUSE_FADE),
            (_, _, true) => Some(JUMP_FADE),
            _ => None,
        };
        if fade.is_some() && self.open <= 0.0 {
            if closing {
                self.link.closed.store(true, Ordering::Release);
                return self.silence(out);
            }
            if stale && !self.skip_to(generation) {
                return self.silence(out);
            }
            if paused {
                return self.silence(out);
            }
            return 0;
        }
        let Some(slice) = self.ready(fade.is_none()) else { return self.silence(out) };
        if slice.generation != generation && !stale {
            // Found only now to be stale: it is faded out like any other.
            return 0;
        }
        let count = (slice.count - self.used).min(out.len() / 2);
        let samples = &slice.samples[2 * self.used..2 * (self.used + count)];
        let out = &mut out[..2 * count];
        out.copy_from_slice(samples);
        self.shape(out, fade);
        self.used += count;
        if let [.., left, right] = out {
            self.last_frame = [*left, *right];
        }
        self.dying = 1.0;
        self.started = true;
        2 * count
    }

    /// The slice that is being played, with frames left in it; `needed` says whether missing it is a fault.
    fn ready(&mut self, needed: bool) -> Option<Slice> {
        match self.current {
            Some(slice) if self.used < slice.count => Some(slice),
            Some(slice) if slice.last && slice.generation == self.link.generation() => {
                self.link.ended.store(true, Ordering::Release);
                None
            }
            // What fades out is used up, and what comes next is another sound: the last of the old one dies away.
            Some(slice)
                if self.open > 0.0 && self.slices.peek().is_ok_and(|next| next.generation != slice.generation) =>
            {
                None
            }
            _ => match self.slices.pop() {
                Ok(slice) => {
                    (self.current, self.used) = (Some(slice), 0);
                    (slice.count > 0).then_some(slice)
                }
                Err(_) => {
                    if needed && self.started && self.open > 0.0 {
                        self.link.underruns.fetch_add(1, Ordering::Relaxed);
                    }
                    None
                }
            },
        }
    }

    /// Throws away what is stale; whether anything of this generation is there.
    fn skip_to(&mut self, generation: u64) -> bool {
        while let Ok(slice) = self.slices.pop() {
            if slice.generation == generation {
                (self.current, self.used) = (Some(slice), 0);
                return true;
            }
        }
        false
    }

    /// Silence, into which the last frame dies away; what comes after it rises.
    fn silence(&mut self, out: &mut [f32]) -> usize {
        let step = 1.0 / (DYING * self.rate);
        for frame in out.chunks_exact_mut(2) {
            self.dying = (self.dying - step).max(0.0);
            frame[0] = self.last_frame[0] * self.dying;
            frame[1] = self.last_frame[1] * self.dying;
        }
        if self.started {
            self.open = 0.0;
        }
        out.len() / 2 * 2
    }

    /// The fade and the volume. Left as it is, to the bit, when both are fully open.
    fn shape(&mut self, out: &mut [f32], fade: Option<f32>) {
        let step = match fade {
            Some(seconds) => -1.0 / (seconds * self.rate),
            None => 1.0 / (RISE * self.rate),
        };
        let wanted = self.link.volume_gain();
        if self.open >= 1.0 && step > 0.0 && self.volume == wanted {
            if wanted != 1.0 {
                out.iter_mut().for_each(|sample| *sample *= wanted);
            }
            return;
        }
        let volume_step = 1.0 / (VOLUME_FADE * self.rate);
        for frame in out.chunks_exact_mut(2) {
            self.open = (self.open + step).clamp(0.0, 1.0);
            self.volume += (wanted - self.volume).clamp(-volume_step, volume_step);
            let smooth = self.open * self.open * (3.0 - 2.0 * self.open);
            frame[0] *= smooth * self.volume;
            frame[1] *= smooth * self.volume;
        }
    }

    fn timeline_frames(&self, frames: usize) -> Frames {
        if self.rate == SAMPLE_RATE as f32 {
            return Frames(frames as u64);
        }
        Frames((frames as f64 * f64::from(SAMPLE_RATE) / f64::from(self.rate)).round() as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Decibels;

    const FULL: usize = 48_000;

    /// A ramp that tells the place of each frame, so small that it is exact in f32.
    fn slice(generation: u64, at: u64, last: bool) -> Slice {
        let mut samples = [0.0; 2 * SLICE];
        for (index, frame) in samples.chunks_exact_mut(2).enumerate() {
            frame.fill(0.25 + (at + index as u64) as f32 / 1e7);
        }
        Slice { generation, at: Frames(at), count: SLICE, last, samples }
    }

    fn filled(rising: bool) -> (Arc<Link>, Slices, Feed) {
        let link = Arc::new(Link::new(Frames::ZERO));
        let (mut into, feed) = slices(&link, 48_000, rising);
        for index in 0..300 {
            assert!(into.push(slice(0, index * SLICE as u64, false)).is_ok());
        }
        (link, into, feed)
    }

    fn heard(feed: &mut Feed, frames: usize) -> Vec<f32> {
        let mut out = vec![9.0; 2 * frames];
        out.chunks_mut(2 * 1000).for_each(|part| feed.fill(part));
        out.chunks_exact(2).map(|frame| frame[0]).collect()
    }

    fn largest_step(sound: &[f32]) -> f32 {
        sound.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max)
    }

    #[test]
    fn gives_the_sound_unchanged_from_its_very_first_frame() {
        let (link, _into, mut feed) = filled(false);
        let out = heard(&mut feed, 20_000);
        for (index, sample) in out.iter().enumerate() {
            assert_eq!(*sample, 0.25 + index as f32 / 1e7);
        }
        assert_eq!(link.handed_on(), Frames(20_000));
    }

    #[test]
    fn pausing_fades_and_going_on_loses_nothing() {
        let (link, _into, mut feed) = filled(false);
        heard(&mut feed, 5000);
        link.set_paused(true);
        let fading = heard(&mut feed, FULL / 2);
        assert_eq!(fading.last(), Some(&0.0));
        assert!(largest_step(&fading) < 1e-3, "{}", largest_step(&fading));
        let stood = link.handed_on();
        heard(&mut feed, FULL);
        assert_eq!(link.handed_on(), stood);
        link.set_paused(false);
        let back = heard(&mut feed, 25_000);
        assert!(largest_step(&back) < 1e-3);
        assert_eq!(back[24_999], 0.25 + (stood.0 + 24_999) as f32 / 1e7);
    }

    #[test]
    fn a_jump_fades_and_plays_only_what_belongs_to_it() {
        let (link, mut into, mut feed) = filled(false);
        heard(&mut feed, 5000);
        link.jump(Frames(2_000_000));
        let fading = heard(&mut feed, 10_000);
        assert_eq!(fading.last(), Some(&0.0));
        for index in 0..200 {
            assert!(into.push(slice(1, 2_000_000 + index * SLICE as u64, false)).is_ok());
        }
        let there = heard(&mut feed, 30_000);
        assert!(largest_step(&[fading, there.clone()].concat()) < 1e-3);
        assert_eq!(there[29_999], 0.25 + 2_029_999.0 / 1e7);
        assert_eq!(link.handed_on(), Frames(2_030_000));
    }

    #[test]
    fn a_jump_so_soon_after_another_that_little_is_left_to_fade_is_no_jolt() {
        let link = Arc::new(Link::new(Frames::ZERO));
        let (mut into, mut feed) = slices(&link, 48_000, false);
        (0..4).for_each(|index| assert!(into.push(slice(0, index * SLICE as u64, false)).is_ok()));
        heard(&mut feed, 600);
        link.jump(Frames(2_000_000));
        (0..200).for_each(|index| assert!(into.push(slice(1, 2_000_000 + index * SLICE as u64, false)).is_ok()));
        let out = heard(&mut feed, 30_000);
        assert!(largest_step(&out) < 3e-3, "{}", largest_step(&out));
        assert_eq!(out[29_999], 0.25 + (link.handed_on().0 - 1) as f32 / 1e7);
        assert_eq!(link.underruns(), 0);
    }

    #[test]
    fn closing_fades_within_a_second_and_says_so() {
        let (link, _into, mut feed) = filled(false);
        heard(&mut feed, 5000);
        link.close();
        let fading = heard(&mut feed, FULL);
        assert!(largest_step(&fading) < 1e-3);
        assert!(link.closed());
        assert_eq!(fading.last(), Some(&0.0));
    }

    #[test]
    fn the_volume_changes_slowly() {
        let (link, _into, mut feed) = filled(false);
        heard(&mut feed, 5000);
        link.set_volume(Decibels(-20.0));
        let fading = heard(&mut feed, FULL);
        assert!(largest_step(&fading) < 1e-3);
        assert!((fading[FULL - 1] / 0.25 - 0.1).abs() < 0.03);
    }

    #[test]
    fn sound_that_is_late_dies_away_and_rises_again() {
        let link = Arc::new(Link::new(Frames::ZERO));
        let (mut into, mut feed) = slices(&link, 48_000, false);
        assert_eq!(heard(&mut feed, 3000).iter().fold(0.0f32, |a, b| a.max(*b)), 0.0);
        assert_eq!(link.underruns(), 0, "nothing had begun");
        assert!(into.push(slice(0, 0, false)).is_ok());
        let gap = heard(&mut feed, 2000);
        assert_eq!(link.underruns(), 1);
        assert!(into.push(slice(0, 256, false)).is_ok());
        let back = heard(&mut feed, 256);
        assert!(largest_step(&[gap, back].concat()[1..]) < 3e-3);
    }

    #[test]
    fn a_device_that_falls_asleep_is_woken_and_kept_awake() {
        let link = Arc::new(Link::new(Frames::ZERO));
        link.about_to_open(true);
        let (mut into, mut feed) = slices(&link, 48_000, false);
        for index in 0..300 {
            assert!(into.push(slice(0, index * SLICE as u64, false)).is_ok());
        }
        let rms = |sound: &[f32]| (sound.iter().map(|x| f64::from(x * x)).sum::<f64>() / sound.len() as f64).sqrt();
        let waking = heard(&mut feed, FULL);
        let level = 20.0 * rms(&waking).log10();
        assert!((level + 80.0).abs() < 0.5, "{level} dBFS");
        assert_eq!(link.handed_on(), Frames::ZERO, "nothing of the session was used up");
        let sound = heard(&mut feed, 10_000);
        for (index, sample) in sound.iter().enumerate() {
            assert!((sample - (0.25 + index as f32 / 1e7)).abs() < 2e-4);
        }
        link.set_paused(true);
        heard(&mut feed, FULL);
        let paused = heard(&mut feed, FULL);
        assert!((20.0 * rms(&paused).log10() + 80.0).abs() < 0.5);
        for _ in 0..610 {
            heard(&mut feed, FULL);
        }
        assert_eq!(rms(&heard(&mut feed, 1000)), 0.0, "nobody listens any more");
        link.set_paused(false);
        heard(&mut feed, 1000);
        let stood = link.handed_on();
        heard(&mut feed, 1000);
        assert_eq!(link.handed_on(), stood, "it is woken again first");
    }

    #[test]
    fn only_devices_that_fall_asleep_hear_more_than_the_session() {
        let link = Arc::new(Link::new(Frames::ZERO));
        for (wanted, bluetooth, waking) in [
            (super::super::KeepAwake::Auto, false, false),
            (super::super::KeepAwake::Auto, true, true),
            (super::super::KeepAwake::No, true, false),
            (super::super::KeepAwake::Yes, false, true),
        ] {
            link.set_keep_awake(wanted);
            link.about_to_open(bluetooth);
            assert_eq!(slices(&link, 48_000, false).1.waking.is_some(), waking, "{wanted:?}, {bluetooth}");
        }
    }

    #[test]
    fn tells_when_the_last_frame_is_handed_on() {
        let link = Arc::new(Link::new(Frames::ZERO));
        let (mut into, mut feed) = slices(&link, 48_000, false);
        assert!(into.push(slice(0, 0, true)).is_ok());
        heard(&mut feed, 200);
        assert!(!link.ended());
        heard(&mut feed, 200);
        assert!(link.ended());
    }
}
