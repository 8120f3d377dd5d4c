//! What the listener wants and what has been heard, shared with the audio callback: atomics only, no locks there.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::quantity::{Decibels, Frames};

/// Joins the listener's side, the thread that mixes ahead, and the audio callback. It outlives every device, and so
/// do the position and the volume.
#[derive(Debug)]
pub struct Link {
    paused: AtomicBool,
    closing: AtomicBool,
    /// An amplitude factor, as the bits of an `f32`.
    volume: AtomicU32,
    /// Grows with every jump; sound of another generation than this is stale.
    generation: AtomicU64,
    /// Where that generation begins.
    target: Mutex<(u64, Frames)>,
    position: AtomicU64,
    latency_micros: AtomicU64,
    /// Since when the times below are counted, in microseconds.
    begun: Instant,
    /// When the next frame that is handed to the device will be heard; 0 where there is no telling.
    due_micros: AtomicU64,
    /// When the frame at `position` will be heard, or was.
    heard_micros: AtomicU64,
    pub(super) calls: AtomicU64,
    pub(super) underruns: AtomicU64,
    pub(super) ended: AtomicBool,
    pub(super) closed: AtomicBool,
    trouble: AtomicU8,
    keep_awake: AtomicU8,
    /// Whether the device that is opened next, or was opened last, is kept awake.
    pub(super) waking: AtomicBool,
}

/// Whether a device is kept awake through silences, by sound too soft to be heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeepAwake {
    /// Those that are known to fall asleep: Bluetooth.
    #[default]
    Auto,
    /// Each.
    Yes,
    /// None.
    No,
}

/// What a device has to say about itself while it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing.
    None,
    /// It is gone, and its stream with it.
    Lost,
}

impl Link {
    /// For sound that begins at a frame, at an unchanged volume.
    pub fn new(from: Frames) -> Link {
        Link {
            paused: AtomicBool::new(false),
            closing: AtomicBool::new(false),
            volume: AtomicU32::new(1.0f32.to_bits()),
            generation: AtomicU64::new(0),
            target: Mutex::new((0, from)),
            position: AtomicU64::new(from.0),
            latency_micros: AtomicU64::new(0),
            begun: Instant::now(),
            due_micros: AtomicU64::new(0),
            heard_micros: AtomicU64::new(0),
            calls: AtomicU64::new(0),
            underruns: AtomicU64::new(0),
            ended: AtomicBool::new(false),
            closed: AtomicBool::new(false),
            trouble: AtomicU8::new(0),
            keep_awake: AtomicU8::new(KeepAwake::Auto as u8),
            waking: AtomicBool::new(false),
        }
    }

    /// Asks for silence in place, or for going on.
    pub fn set_paused(&self, paused: bool) {
        self.paused.store(paused, Ordering::Release);
    }

    /// Whether silence in place was asked for.
    pub fn paused(&self) -> bool {
        self.paused.load(Ordering::Acquire)
    }

    /// Asks for a fade to silence, for good.
    pub fn close(&self) {
        self.closing.store(true, Ordering::Release);
    }

    /// Whether a fade to silence for good was asked for.
    pub fn closing(&self) -> bool {
        self.closing.load(Ordering::Acquire)
    }

    /// Asks for a volume; the change is a fade.
    pub fn set_volume(&self, volume: Decibels) {
        self.volume.store(volume.gain().to_bits(), Ordering::Release);
    }

    pub(super) fn volume_gain(&self) -> f32 {
        f32::from_bits(self.volume.load(Ordering::Acquire))
    }

    /// Goes on from another place; what was mixed for the old one becomes stale.
    pub fn jump(&self, to: Frames) {
        let mut target = self.target.lock().unwrap_or_else(PoisonError::into_inner);
        *target = (target.0 + 1, to);
        // Two presses in a row lead on from each other, not twice from the same place.
        self.position.store(to.0, Ordering::Release);
        self.heard_micros.store(0, Ordering::Release);
        self.ended.store(false, Ordering::Release);
        self.generation.store(target.0, Ordering::Release);
    }

    /// The generation in force, and where it begins. Not for the audio callback: it locks.
    pub fn target(&self) -> (u64, Frames) {
        *self.target.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The generation in force.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// The next frame that will be handed to the device; where a jump leads, once one was asked for.
    pub fn handed_on(&self) -> Frames {
        Frames(self.position.load(Ordering::Acquire))
    }

    /// What is being heard now; where a jump leads, until that is heard.
    ///
    /// A device takes sound in gulps, of a tenth of a second perhaps; between two of them this moves on with the clock.
    /// Not for the audio callback: it locks.
    pub fn heard(&self) -> Frames {
        // The two belong together, unless a gulp came between.
        let (position, heard_at) = loop {
            let heard_at = self.heard_micros.load(Ordering::Acquire);
            let position = self.handed_on();
            if heard_at == self.heard_micros.load(Ordering::Acquire) {
                break (position, heard_at);
            }
        };
        let ahead = Duration::from_micros(heard_at).saturating_sub(self.begun.elapsed());
        position.saturating_sub(Frames::from_seconds(ahead.as_secs_f64())).max(self.target().1.min(position))
    }

    /// The device asks for sound: the next frame that it is given will be heard after so long.
    #[cfg_attr(not(feature = "playback"), allow(dead_code, reason = "no device ever asks"))]
    pub(super) fn asked(&self, latency: Duration) {
        let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(0);
        self.latency_micros.store(micros(latency), Ordering::Relaxed);
        self.due_micros.store(micros(self.begun.elapsed() + latency), Ordering::Relaxed);
    }

    /// It was given what lasts so long.
    pub(super) fn given(&self, length: Duration) {
        let due = self.due_micros.load(Ordering::Relaxed);
        if due > 0 {
            let length = u64::try_from(length.as_micros()).unwrap_or(0);
            self.due_micros.store(due.saturating_add(length), Ordering::Relaxed);
        }
    }

    /// What it was given last leads up to this place.
    pub(super) fn handed(&self, position: Frames) {
        if self.position.swap(position.0, Ordering::AcqRel) != position.0 {
            self.heard_micros.store(self.due_micros.load(Ordering::Relaxed), Ordering::Release);
        }
    }

    /// How long the device takes from being handed a frame until it is heard, as far as it knows.
    pub fn latency(&self) -> Duration {
        Duration::from_micros(self.latency_micros.load(Ordering::Relaxed))
    }

    /// How often the device has asked for sound: one that stops asking is stuck.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    /// How often sound wasn't ready in time.
    pub fn underruns(&self) -> u64 {
        self.underruns.load(Ordering::Relaxed)
    }

    /// Whether the last frame was handed to the device.
    pub fn ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// Whether the fade to silence is over.
    pub fn closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Whether devices that are opened from now on are kept awake.
    pub fn set_keep_awake(&self, keep_awake: KeepAwake) {
        self.keep_awake.store(keep_awake as u8, Ordering::Release);
    }

    /// Notes whether the device that is about to be opened falls asleep in silences.
    #[cfg_attr(not(feature = "playback"), allow(dead_code, reason = "no device is ever opened"))]
    pub(super) fn about_to_open(&self, falls_asleep: bool) {
        let wanted = self.keep_awake.load(Ordering::Acquire);
        let always = wanted == KeepAwake::Yes as u8;
        self.waking.store(always || (falls_asleep && wanted == KeepAwake::Auto as u8), Ordering::Release);
    }

    /// Notes what a device says of itself.
    pub fn set_trouble(&self, trouble: Trouble) {
        self.trouble.store(u8::from(trouble == Trouble::Lost), Ordering::Release);
    }

    /// What the device said last.
    pub fn trouble(&self) -> Trouble {
        if self.trouble.load(Ordering::Acquire) == 0 { Trouble::None } else { Trouble::Lost }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Frames = Frames::from_secs(1);

    #[test]
    fn what_is_heard_moves_on_with_the_clock_and_not_in_gulps() {
        let link = Link::new(SECOND);
        assert_eq!(link.heard(), SECOND);
        link.asked(Duration::from_secs(10));
        link.given(Duration::from_secs(2));
        link.handed(Frames::from_secs(3));
        // The first of it is heard in ten seconds.
        assert_eq!((link.handed_on(), link.heard()), (Frames::from_secs(3), SECOND));
        link.asked(Duration::from_millis(500));
        link.given(Duration::from_secs(2));
        link.handed(Frames::from_secs(5));
        let first = link.heard();
        assert!((2.4..3.0).contains(&first.seconds()), "{}", first.seconds());
        std::thread::sleep(Duration::from_millis(20));
        assert!(link.heard() >= first + Frames::from_millis(20));
    }

    #[test]
    fn what_a_jump_leads_to_is_the_place_until_it_is_heard() {
        let link = Link::new(Frames::ZERO);
        link.asked(Duration::from_secs(10));
        link.jump(Frames::from_secs(60));
        assert_eq!(link.heard(), Frames::from_secs(60));
        link.given(Duration::from_secs(1));
        link.handed(Frames::from_secs(61));
        assert_eq!(link.heard(), Frames::from_secs(60));
    }

    #[test]
    fn in_a_pause_all_that_was_handed_on_is_heard_and_no_more() {
        let link = Link::new(Frames::ZERO);
        link.asked(Duration::ZERO);
        link.given(Duration::from_millis(10));
        link.handed(Frames::from_millis(10));
        std::thread::sleep(Duration::from_millis(15));
        link.asked(Duration::from_secs(1));
        link.given(Duration::from_millis(10));
        link.handed(Frames::from_millis(10));
        assert_eq!(link.heard(), Frames::from_millis(10));
    }
}
