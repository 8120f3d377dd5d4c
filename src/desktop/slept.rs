//! Whether the machine has slept, told from its clocks.

use std::time::Duration;
#[cfg(any(test, not(target_os = "linux")))]
use std::time::Instant;

/// A sleep shorter than this isn't worth a word.
const SHORTEST: Duration = Duration::from_secs(4);

/// Two clocks: one goes on while the machine sleeps, the other stands still.
///
/// On Linux they are the kernel's own (`CLOCK_BOOTTIME` and `CLOCK_MONOTONIC`), which nobody can set. Elsewhere the clock
/// on the wall takes the first one's place: setting it on by more than some seconds pauses a session once.
#[derive(Debug)]
pub struct Slept {
    apart: Duration,
}

impl Default for Slept {
    fn default() -> Slept {
        Slept { apart: apart() }
    }
}

impl Slept {
    /// Whether the machine has slept since this was last asked.
    pub fn since(&mut self) -> bool {
        self.with(apart())
    }

    fn with(&mut self, apart: Duration) -> bool {
        let before = std::mem::replace(&mut self.apart, apart);
        apart.saturating_sub(before) >= SHORTEST
    }
}

/// How far both clocks are apart.
#[cfg(target_os = "linux")]
fn apart() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    let read = |clock| {
        let time = clock_gettime(clock);
        Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
    };
    read(ClockId::Boottime).saturating_sub(read(ClockId::Monotonic))
}

#[cfg(not(target_os = "linux"))]
fn apart() -> Duration {
    use std::sync::LazyLock;
    use std::time::{SystemTime, UNIX_EPOCH};
    static BEGUN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let begun = *BEGUN;
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().saturating_sub(begun.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sleep_that_lasts_is_told_and_only_once() {
        let seconds = Duration::from_secs;
        let mut slept = Slept { apart: seconds(1000) };
        assert!(!slept.with(seconds(1000)));
        assert!(!slept.with(seconds(1003)));
        assert!(!slept.with(seconds(1003)));
        assert!(slept.with(seconds(9003)));
        assert!(!slept.with(seconds(9003)));
        // A clock that is set back.
        assert!(!slept.with(seconds(10)));
    }

    #[test]
    fn a_machine_that_is_awake_has_not_slept() {
        let mut slept = Slept::default();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(30) {
            assert!(!slept.since());
        }
    }
}
