//! Keeps a device open while there is something to hear, and opens it again when it was lost.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle, Thread};
use std::time::{Duration, Instant};

use crate::output::{DeviceError, Feed, Link, Silent, Slices, Speaker, Trouble, Wanted, slices};

use crate::quantity::{Decibels, Frames};

use super::producer::NewRing;
use super::{SILENT_RATE, Sink, VOLUMES, VolumeOf};

/// How often the device is looked at.
const LOOK: Duration = Duration::from_millis(50);
/// A device that hasn't asked for sound for this long is stuck.
const STUCK: Duration = Duration::from_millis(700);
/// How often a lost device is tried again.
const RETRY: Duration = Duration::from_millis(200);
/// Closing a stream drops what is still in its buffers: it is kept this long after the last sample, besides its own
/// latency.
const DRAIN: Duration = Duration::from_millis(250);

/// What the keeper and the player tell each other.
#[derive(Debug, Default)]
pub(super) struct Kept {
    stop: AtomicBool,
    lost: AtomicBool,
    over: AtomicBool,
    /// Any device will do where the one that was open is lost.
    any: AtomicBool,
    /// In dB, as the bits of an `f32`.
    volume: AtomicU32,
    device: Mutex<Option<String>>,
}

impl Kept {
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Release);
    }

    pub(super) fn lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }

    pub(super) fn take_any(&self) {
        self.any.store(true, Ordering::Release);
    }

    pub(super) fn set_volume(&self, volume: Decibels, link: &Link) {
        let volume = Decibels(volume.0.clamp(*VOLUMES.start(), *VOLUMES.end()));
        self.volume.store(volume.0.to_bits(), Ordering::Release);
        let lowest = volume.0 <= *VOLUMES.start();
        link.set_volume(if lowest { Decibels::SILENCE } else { volume });
    }

    pub(super) fn volume(&self) -> Decibels {
        Decibels(f32::from_bits(self.volume.load(Ordering::Acquire)))
    }

    pub(super) fn device(&self) -> Option<String> {
        self.device.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn over(&self) -> bool {
        self.over.load(Ordering::Acquire)
    }
}

pub(super) struct Keeper {
    pub(super) sink: Sink,
    pub(super) link: Arc<Link>,
    pub(super) rings: Sender<NewRing>,
    pub(super) producer: Thread,
    pub(super) kept: Arc<Kept>,
    /// The device that is, or was, open.
    pub(super) opened: Option<String>,
    pub(super) volume_of: VolumeOf,
    pub(super) rising: bool,
}

/// Whatever takes the sound.
enum Open {
    Speaker { _speaker: Speaker },
    Silent { _silent: Silent },
}

/// How looking at a device ended.
enum Outcome {
    Over,
    Lost,
}

impl Keeper {
    pub(super) fn spawn(self, opened: Sender<Result<(), DeviceError>>) -> std::io::Result<JoinHandle<()>> {
        thread::Builder::new().name("device".into()).spawn(move || self.keep(&opened))
    }

    fn keep(mut self, opened: &Sender<Result<(), DeviceError>>) {
        let mut open = match self.open() {
            Ok(open) => {
                let _ = opened.send(Ok(()));
                open
            }
            Err(error) => {
                let _ = opened.send(Err(error));
                return;
            }
        };
        while let Outcome::Lost = self.watch() {
            let heard = Frames::from_seconds(self.link.latency().as_secs_f64());
            let went_silent = self.link.handed_on().saturating_sub(heard);
            drop(open);
            // Whatever was handed to the old device and not heard is heard again, with a rise.
            self.rising = true;
            self.link.jump(went_silent);
            self.kept.any.store(false, Ordering::Release);
            self.kept.lost.store(true, Ordering::Release);
            open = loop {
                if self.stopped() || self.link.closing() {
                    self.kept.over.store(true, Ordering::Release);
                    return;
                }
                match self.open() {
                    Ok(open) => break open,
                    Err(_) => thread::park_timeout(RETRY),
                }
            };
            self.kept.lost.store(false, Ordering::Release);
        }
        drop(open);
        self.kept.over.store(true, Ordering::Release);
    }

    fn open(&mut self) -> Result<Open, DeviceError> {
        let wanted = match &self.sink {
            Sink::Silent => {
                self.kept.set_volume((self.volume_of)(""), &self.link);
                let feed = self.join(SILENT_RATE);
                let silent = Silent::start(feed).map_err(|error| super::no_thread(&error))?;
                return Ok(Open::Silent { _silent: silent });
            }
            Sink::Device(Wanted::Following) => Wanted::Following,
            Sink::Device(wanted) => match &self.opened {
                // Never by itself to another device: it may be the loudspeakers of a house asleep.
                Some(id) if !self.kept.any.load(Ordering::Acquire) => Wanted::Same(id.clone()),
                Some(_) => Wanted::Default,
                None => wanted.clone(),
            },
        };
        let speaker = Speaker::open(&wanted, &self.link, |rate, id| {
            if self.opened.as_deref() != Some(id) {
                self.kept.set_volume((self.volume_of)(id), &self.link);
            }
            self.join(rate)
        })?;
        self.opened = Some(speaker.id().to_string());
        *self.kept.device.lock().unwrap_or_else(PoisonError::into_inner) = self.opened.clone();
        Ok(Open::Speaker { _speaker: speaker })
    }

    /// Joins the mixing thread to a device of a rate, and gives it the time to mix a first moment.
    fn join(&self, rate: u32) -> Feed {
        let (into, feed): (Slices, Feed) = slices(&self.link, rate, self.rising);
        let capacity = into.slots();
        let _ = self.rings.send(NewRing { slices: into, rate });
        self.producer.unpark();
        let begun = Instant::now();
        while feed.waiting() < capacity.min(FIRST) && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(1));
        }
        feed
    }

    fn stopped(&self) -> bool {
        self.kept.stop.load(Ordering::Acquire)
    }

    fn watch(&self) -> Outcome {
        let mut calls = self.link.calls();
        let mut called = Instant::now();
        loop {
            let before = Instant::now();
            thread::park_timeout(LOOK);
            if before.elapsed() > STUCK {
                // This thread stood still itself, and the device perhaps with it: the process was stopped for a while.
                called = Instant::now();
            }
            if self.link.ended() || self.link.closed() {
                let drain = self.link.latency() + DRAIN;
                let until = Instant::now() + drain;
                while Instant::now() < until && !self.stopped() {
                    thread::park_timeout(until.saturating_duration_since(Instant::now()));
                }
                // A jump back from the very end goes on.
                if self.link.closed() || self.link.ended() || self.stopped() {
                    return Outcome::Over;
                }
            }
            if self.stopped() {
                return Outcome::Over;
            }
            if self.link.calls() != calls {
                (calls, called) = (self.link.calls(), Instant::now());
            }
            if self.link.trouble() == Trouble::Lost || called.elapsed() > STUCK {
                return Outcome::Lost;
            }
        }
    }
}

/// Slices that are ready before a device is started, a second of sound: it fills two buffers at once, and a busy machine
/// may be slow with what comes next. And how long it waits for them at most.
const FIRST: usize = 188;
const PATIENCE: Duration = Duration::from_millis(500);
