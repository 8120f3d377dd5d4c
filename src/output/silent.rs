//! Nowhere, in real time: what a session is played into when there is no device, or none is wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::quantity::SAMPLE_RATE;

use super::Feed;

/// How often it takes what is due.
const EVERY: Duration = Duration::from_millis(50);

/// Takes sound at its own pace and lets it be. Stops when dropped.
pub struct Silent {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Silent {
    /// Begins at once.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start(mut feed: Feed) -> std::io::Result<Silent> {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::Builder::new().name("silence".into()).spawn(move || {
            let begun = Instant::now();
            let mut taken = 0u64;
            let mut block = [0.0f32; 2 * 1024];
            while !stopped.load(Ordering::Relaxed) {
                let due = (begun.elapsed().as_secs_f64() * f64::from(SAMPLE_RATE)) as u64;
                // After a long sleep of the machine the session goes on where it was, not where it would be.
                if due.saturating_sub(taken) > 2 * u64::from(SAMPLE_RATE) {
                    taken = due;
                }
                while taken < due {
                    let count = (due - taken).min(1024) as usize;
                    feed.fill(&mut block[..2 * count]);
                    taken += count as u64;
                }
                thread::sleep(EVERY);
            }
        })?;
        Ok(Silent { stop, thread: Some(thread) })
    }
}

impl Drop for Silent {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // A thread that has panicked has nothing more to say.
            let _ = thread.join();
        }
    }
}
