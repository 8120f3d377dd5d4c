//! The desktop around a session: its media keys and player controls, what keeps the machine awake while there is sound,
//! and the news that the machine goes to sleep.
//!
//! Everything happens on a thread of its own, which begins when the sound has begun: a slow bus never delays anything.
//! Where there is no desktop, nothing happens and nothing is said; `letgo doctor` tells what there is. This room must
//! not know how sound is made, or what is on the screen.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(target_os = "linux")]
mod controls;
#[cfg(any(target_os = "macos", windows))]
mod elsewhere;
mod slept;

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::player;
use crate::quantity::{Decibels, Frames};
use crate::timeline::Timeline;

#[cfg(target_os = "linux")]
pub use bus::look;
pub use slept::Slept;

/// What is wanted of a session from outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    /// Silence in place, or going on.
    PauseOrGoOn,
    /// Going on.
    GoOn,
    /// Silence in place.
    Pause,
    /// Fading out and leaving.
    Leave,
    /// The next chapter.
    NextChapter,
    /// The chapter's beginning, or the chapter before.
    PreviousChapter,
    /// So much on.
    On(Frames),
    /// So much back.
    Back(Frames),
    /// To a place.
    To(Frames),
    /// A volume.
    Volume(Decibels),
    /// The machine is about to sleep.
    Sleeps,
}

/// How the session stands, as a desktop shows it.
#[derive(Clone, Debug)]
pub struct Now {
    /// What is played.
    pub timeline: Arc<Timeline>,
    /// What is being heard.
    pub position: Frames,
    /// Whether there is sound, or will be at once.
    pub playing: bool,
    /// The listener's volume.
    pub volume: Decibels,
}

impl Now {
    /// The chapter, by its number.
    fn chapter(&self) -> Option<usize> {
        player::chapter_at(&self.timeline, self.position)
    }
}

/// What the listener lets a desktop do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// Media keys and player controls reach the session, and its title and chapter are shown.
    pub controls: bool,
    /// The machine is kept awake while there is sound.
    pub awake: bool,
}

/// What a desktop offers, for `letgo doctor`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Media keys and player controls can reach a session.
    pub controls: bool,
    /// The screen can be told to wait.
    pub saver: bool,
    /// The machine can be told to stay awake.
    pub sleep: bool,
}

/// What both threads know.
#[derive(Debug)]
struct Shared {
    now: Mutex<(Now, Instant)>,
}

impl Shared {
    fn now(&self) -> Now {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}

/// What the desktop's thread is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum News {
    /// Something that a desktop shows is different.
    Changed,
    /// The position isn't where it would be by itself.
    Jumped,
    /// The machine is about to sleep, or has woken.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only a bus tells it"))]
    Sleep(bool),
    /// The session is over.
    Over,
}

/// A desktop that a session has joined. What was kept awake is let go when this is dropped.
pub struct Desktop {
    shared: Arc<Shared>,
    tell: Sender<News>,
    wishes: Receiver<Wish>,
    done: Receiver<()>,
}

/// Leaving waits no longer than this for a desktop that is slow.
const FAREWELL: Duration = Duration::from_millis(500);
/// A position farther than this from where it would be by itself was jumped to.
const JUMP: Duration = Duration::from_secs(1);

impl Desktop {
    /// Joins the desktop, if there is one. Returns at once, and never fails.
    pub fn join(now: Now, allowed: Allowed) -> Desktop {
        let shared = Arc::new(Shared { now: Mutex::new((now, Instant::now())) });
        let ((tell, told), (wish, wishes), (end, done)) = (channel(), channel(), channel());
        let own = tell.clone();
        let theirs = Arc::clone(&shared);
        let begun = thread::Builder::new().name("desktop".into()).spawn(move || {
            let _end = end;
            run(allowed, &theirs, own, &told, &wish);
        });
        // With no thread to be had, there is no desktop.
        drop(begun);
        Desktop { shared, tell, wishes, done }
    }

    /// Tells how the session stands.
    pub fn tell(&self, now: Now) {
        let mut known = self.shared.now.lock().unwrap_or_else(PoisonError::into_inner);
        let (before, since) = &*known;
        let elapsed = if before.playing { since.elapsed() } else { Duration::ZERO };
        let expected = before.position + Frames::from_seconds(elapsed.as_secs_f64());
        let apart = now.position.0.abs_diff(expected.0);
        let changed = before.playing != now.playing
            || before.volume != now.volume
            || before.chapter() != now.chapter()
            || !Arc::ptr_eq(&before.timeline, &now.timeline);
        *known = (now, Instant::now());
        drop(known);
        // Where nobody listens, nothing is to be told.
        if changed {
            let _ = self.tell.send(News::Changed);
        }
        if Frames(apart) > Frames::from_seconds(JUMP.as_secs_f64()) {
            let _ = self.tell.send(News::Jumped);
        }
    }

    /// What was wished for since the last time.
    pub fn wish(&self) -> Option<Wish> {
        self.wishes.try_recv().ok()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // Where nobody listens, nothing has to end.
        let _ = self.tell.send(News::Over);
        let _ = self.done.recv_timeout(FAREWELL);
    }
}

#[cfg(target_os = "linux")]
use bus::run;
#[cfg(any(target_os = "macos", windows))]
use elsewhere::run;

/// Looks at what there is: these systems keep themselves awake when they are asked to.
#[cfg(not(target_os = "linux"))]
pub fn look() -> Offers {
    let awake = cfg!(any(target_os = "macos", windows));
    Offers { controls: false, saver: awake, sleep: awake }
}

/// Nothing is known of other systems' desktops.
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
fn run(_: Allowed, _: &Arc<Shared>, _: Sender<News>, _: &Receiver<News>, _: &Sender<Wish>) {}
