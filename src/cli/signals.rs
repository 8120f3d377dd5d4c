//! What the system asks of the program: to end, to be put aside (Ctrl-Z), and that it goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::guide::{Command, Screen};

use super::Failure;

/// What was asked for since it listens.
#[derive(Default)]
pub(super) struct Signals {
    ends: Arc<AtomicUsize>,
    aside: Arc<AtomicBool>,
    again: Arc<AtomicBool>,
}

impl Signals {
    /// Listens to SIGINT, SIGTERM, SIGHUP, SIGTSTP and SIGCONT, where there are such things.
    pub(super) fn listen() -> Result<Signals, Failure> {
        let signals = Signals::default();
        #[cfg(unix)]
        signals.hear()?;
        Ok(signals)
    }

    #[cfg(unix)]
    fn hear(&self) -> Result<(), Failure> {
        use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
        let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT])?;
        let (ends, aside, again) = (Arc::clone(&self.ends), Arc::clone(&self.aside), Arc::clone(&self.again));
        std::thread::Builder::new().name("signals".into()).spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGTSTP => aside.store(true, Ordering::Release),
                    SIGCONT => again.store(true, Ordering::Release),
                    _ => drop(ends.fetch_add(1, Ordering::Relaxed)),
                }
            }
        })?;
        Ok(())
    }

    /// How often the system has asked the program to end.
    pub(super) fn count(&self) -> usize {
        self.ends.load(Ordering::Relaxed)
    }

    /// Whether it was asked to stop for a while, since this was last asked.
    pub(super) fn aside(&self) -> bool {
        self.aside.swap(false, Ordering::AcqRel)
    }

    /// Whether it goes on after it was stopped by whomever, since this was last asked.
    pub(super) fn again(&self) -> bool {
        self.again.swap(false, Ordering::AcqRel)
    }

    /// Stops the process, as Ctrl-Z does, until it is told to go on.
    pub(super) fn stop(&self) {
        #[cfg(unix)]
        {
            // What can't be stopped goes on.
            let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
            // The signal that woke it is told on another thread, which may be a little later.
            std::thread::sleep(std::time::Duration::from_millis(20));
            self.again();
            self.aside();
        }
    }

    /// Gives the terminal back, stops, and takes it again.
    pub(super) fn stop_without(&self, screen: &mut Screen) -> std::io::Result<()> {
        screen.give_back()?;
        self.stop();
        screen.take()
    }

    /// What is pressed on a page within a time, before anything plays; Ctrl-Z is minded here.
    pub(super) fn pressed(&self, screen: &mut Screen, within: std::time::Duration) -> std::io::Result<Option<Command>> {
        let command = screen.command(within);
        if command == Some(Command::Aside) || self.aside() {
            self.stop_without(screen)?;
            return Ok(None);
        }
        if self.again() {
            screen.take()?;
        }
        Ok(command)
    }
}
