//! What the listener wants and what has been heard, shared with the audio callback: atomics only, no locks there.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU32, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

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
    pub(super) position: AtomicU64,
    pub(super) latency_micros: AtomicU64,
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
