//! Recording: one thread takes what the microphone brings, measures it, and writes the take as it goes.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rtrb::Consumer;

use crate::media::encode::WriteError;
use crate::output::{DeviceError, Ear, Microphone};
use crate::quantity::Frames;
use crate::voice::ClipKey;
use crate::voice::record::{Meter, Metered, Take, TakeError};

/// How often it looks for what has come in.
const EVERY: Duration = Duration::from_millis(10);
/// A microphone that has brought nothing for so long is gone.
const PATIENCE: Duration = Duration::from_millis(1500);

/// An open microphone, and who listens to it.
pub(super) struct Capture {
    microphone: Microphone,
    ear: Arc<Ear>,
    shared: Arc<Mutex<Shared>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

struct Shared {
    /// Before the take: the room. During it: the words.
    meter: Meter,
    take: Option<Take>,
    trouble: Option<WriteError>,
    lost: bool,
    /// Samples that had found no room when the take began.
    missed: u64,
}

/// What was recorded.
pub(super) struct Recorded {
    /// In mono at 48 kHz.
    pub(super) sound: Result<Vec<f32>, TakeError>,
    pub(super) meter: Meter,
    /// How much of it is missing, because the machine was too busy to take it.
    pub(super) missed: Frames,
}

impl Capture {
    /// Opens a microphone and listens to the room.
    pub(super) fn open(wanted: Option<&str>) -> Result<Capture, DeviceError> {
        let (microphone, samples, ear) = Microphone::open(wanted)?;
        let shared = Shared { meter: Meter::new(microphone.rate()), take: None, trouble: None, lost: false, missed: 0 };
        let shared = Arc::new(Mutex::new(shared));
        let stop = Arc::new(AtomicBool::new(false));
        let (sharing, stopping) = (Arc::clone(&shared), Arc::clone(&stop));
        let (thread, heard) = (thread::Builder::new().name("recording".into()), Arc::clone(&ear));
        let thread = thread
            .spawn(move || listen(samples, &heard, &sharing, &stopping))
            .map_err(|error| DeviceError::Closed(format!("the system gives no thread for it: {error}")))?;
        Ok(Capture { microphone, ear, shared, stop, thread: Some(thread) })
    }

    /// What the microphone is called.
    pub(super) fn name(&self) -> &str {
        self.microphone.name()
    }

    /// What the meter shows.
    pub(super) fn metered(&self) -> Metered {
        self.shared().meter.metered()
    }

    /// Whether the microphone is gone.
    pub(super) fn lost(&self) -> bool {
        self.shared().lost
    }

    /// Whether the take can't be written any more.
    pub(super) fn stuck(&self) -> bool {
        self.shared().trouble.is_some()
    }

    /// Begins to measure anew.
    pub(super) fn fresh(&self) {
        self.shared().meter = Meter::new(self.microphone.rate());
    }

    /// Begins a take; gives what the room sounded like until now.
    pub(super) fn begin(&self, folder: &Path, key: &ClipKey) -> Result<Meter, WriteError> {
        let take = Take::begin(folder, key, self.microphone.rate())?;
        let mut shared = self.shared();
        shared.take = Some(take);
        shared.trouble = None;
        shared.missed = self.ear.missed();
        Ok(std::mem::replace(&mut shared.meter, Meter::new(self.microphone.rate())))
    }

    /// Ends the take.
    pub(super) fn end(&self) -> Recorded {
        let (take, meter, trouble, missed) = {
            let mut shared = self.shared();
            (shared.take.take(), shared.meter.clone(), shared.trouble.take(), self.ear.missed() - shared.missed)
        };
        let sound = match (take, trouble) {
            (_, Some(trouble)) => Err(trouble.into()),
            (Some(take), None) => take.end(),
            (None, None) => Err(TakeError::Empty),
        };
        let missed = Frames::from_seconds(missed as f64 / f64::from(self.microphone.rate().max(1)));
        Recorded { sound, meter, missed }
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Capture {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // A thread that has panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}

fn listen(mut samples: Consumer<f32>, ear: &Ear, shared: &Mutex<Shared>, stop: &AtomicBool) {
    let mut block: Vec<f32> = Vec::new();
    let (mut calls, mut since) = (ear.calls(), Instant::now());
    while !stop.load(Ordering::Relaxed) {
        block.clear();
        if let Ok(chunk) = samples.read_chunk(samples.slots()) {
            block.extend(chunk);
        }
        if ear.calls() != calls {
            (calls, since) = (ear.calls(), Instant::now());
        }
        {
            let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
            shared.meter.push(&block);
            shared.lost |= ear.lost() || since.elapsed() > PATIENCE;
            if let Some(Err(error)) = shared.take.as_mut().map(|take| take.write(&block)) {
                shared.trouble.get_or_insert(error);
            }
        }
        thread::sleep(EVERY);
    }
}
