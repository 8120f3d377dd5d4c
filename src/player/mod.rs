//! Playing: pause, jump, volume, a device that comes and goes.
//!
//! ```text
//! Sound ─Producer─▶ slices ─▶ Feed in a device ◀─opened, watched─ Keeper
//!                     Link: what is wanted, what was heard
//! ```
//!
//! [`Player::start`] mixes ahead on one thread and keeps a device open from another. The position and the volume live
//! outside both, so that they outlive any device. This room must not know what is on the screen.

#[cfg(test)]
pub(crate) mod by_hand;
mod keeper;
mod producer;
mod transport;

use std::sync::mpsc::channel;
use std::sync::{Arc, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::mix::Sound;
use crate::output::{DeviceError, KeepAwake, Link, Wanted};
use crate::quantity::{Decibels, Frames, SAMPLE_RATE};

pub use transport::{STEP, chapter_after, chapter_at, chapter_before, lead_back, step_after, waiting_at};

/// Where sound goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sink {
    /// A device.
    Device(Wanted),
    /// Nowhere, in real time.
    Silent,
}

/// How loud a device begins, by its id; an empty one stands for no device.
pub type VolumeOf = Box<dyn Fn(&str) -> Decibels + Send>;

/// How the playing stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// What is being heard now.
    pub position: Frames,
    /// Silent in place.
    pub paused: bool,
    /// The listener's volume.
    pub volume: Decibels,
    /// The device is gone; playing goes on when it is back.
    pub lost: bool,
    /// It is fading out for good.
    pub closing: bool,
    /// Everything has been heard, or the fade is over.
    pub over: bool,
    /// How often sound wasn't ready in time.
    pub underruns: u64,
}

/// Plays one sound.
pub struct Player {
    link: Arc<Link>,
    length: Frames,
    keeper: Option<JoinHandle<()>>,
    producer: Option<JoinHandle<()>>,
    kept: Arc<keeper::Kept>,
    /// What is to be played from the next jump on.
    next: producer::Next,
}

/// The fade of a pause, and what a device takes at a time.
const PAUSED_WITHIN: Duration = Duration::from_millis(450);

/// The listener's volume, from silence to unchanged.
pub const VOLUMES: std::ops::RangeInclusive<f32> = -60.0..=0.0;

impl Player {
    /// Plays a sound from a frame on. Returns when the device is open.
    ///
    /// # Errors
    /// If there is no device, or it can't be opened.
    pub fn start(
        sound: Box<dyn Sound>,
        from: Frames,
        volume_of: VolumeOf,
        sink: Sink,
        keep_awake: KeepAwake,
    ) -> Result<Player, DeviceError> {
        let length = sound.length().unwrap_or(Frames(u64::MAX));
        let link = Arc::new(Link::new(from));
        link.set_keep_awake(keep_awake);
        let (rings, new_rings) = channel();
        let kept = Arc::new(keeper::Kept::default());
        let next = producer::Next::default();
        let producer = producer::spawn(sound, Arc::clone(&next), Arc::clone(&link), new_rings)
            .map_err(|error| no_thread(&error))?;
        let (opened, open) = channel();
        let keeper = keeper::Keeper {
            sink,
            link: Arc::clone(&link),
            rings,
            producer: producer.thread().clone(),
            kept: Arc::clone(&kept),
            opened: None,
            volume_of,
            // Sound that begins at its beginning rises by itself.
            rising: from > Frames::ZERO,
        };
        let keeper = keeper.spawn(opened).map_err(|error| no_thread(&error))?;
        let player = Player { link, length, keeper: Some(keeper), producer: Some(producer), kept, next };
        match open.recv() {
            Ok(Ok(())) => Ok(player),
            Ok(Err(error)) => Err(error),
            Err(_) => Err(DeviceError::Closed("the thread that keeps it has ended".into())),
        }
    }

    /// How it stands.
    pub fn state(&self) -> State {
        State {
            position: self.link.heard().min(self.length),
            paused: self.link.paused(),
            volume: self.kept.volume(),
            lost: self.kept.lost(),
            closing: self.link.closing(),
            over: self.kept.over(),
            underruns: self.link.underruns(),
        }
    }

    /// Falls silent in place, or goes on.
    pub fn set_paused(&self, paused: bool) {
        self.link.set_paused(paused);
    }

    /// Once paused, nothing is heard any more after so long.
    pub fn silent_within(&self) -> Duration {
        PAUSED_WITHIN + self.link.latency()
    }

    /// Where the device is lost, takes the system's choice of the moment in its place.
    pub fn take_any_device(&self) {
        self.kept.take_any();
    }

    /// Goes on from another place.
    pub fn jump(&self, to: Frames) {
        self.link.jump(to.min(self.length));
        self.wake();
    }

    /// Goes on in another sound, from a place in it, with a fade.
    pub fn replace(&mut self, sound: Box<dyn Sound>, at: Frames) {
        self.length = sound.length().unwrap_or(Frames(u64::MAX));
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(sound);
        self.jump(at);
    }

    /// Changes the volume, within [`VOLUMES`].
    pub fn set_volume(&self, volume: Decibels) {
        self.kept.set_volume(volume, &self.link);
    }

    /// By which the device is known that sound goes to, or went to last.
    pub fn device(&self) -> Option<String> {
        self.kept.device()
    }

    /// Fades out for good, within a second.
    pub fn close(&self) {
        self.link.close();
    }

    fn wake(&self) {
        if let Some(producer) = &self.producer {
            producer.thread().unpark();
        }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.kept.stop();
        for thread in [self.keeper.take(), self.producer.take()].into_iter().flatten() {
            thread.thread().unpark();
            // A thread that has panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}

fn no_thread(error: &std::io::Error) -> DeviceError {
    DeviceError::Closed(format!("the system gives no thread for it: {error}"))
}

/// Frames a second of a sink that takes whatever it is given.
const SILENT_RATE: u32 = SAMPLE_RATE;
