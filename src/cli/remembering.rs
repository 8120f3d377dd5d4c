//! What is remembered of a session while it plays.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::memory::{Memory, Played};
use crate::player;
use crate::quantity::Frames;
use crate::timeline::Timeline;

/// Where it is, is kept this often: more is never lost, whatever happens to the machine.
const KEEP_EVERY: Duration = Duration::from_secs(10);

/// What is remembered of this session while it plays.
pub(super) struct Remembering {
    played: Played,
    path: Option<PathBuf>,
    /// By which it is remembered.
    session: String,
    /// Whether it was heard to its end this evening.
    whole: bool,
    /// When it was last kept.
    kept: Instant,
    /// Why it can't be kept, if it couldn't be once: said at the end, where a screen doesn't hide it.
    pub(super) trouble: Option<String>,
}

impl Remembering {
    pub(super) fn new(played: Played, path: Option<PathBuf>, session: String) -> Remembering {
        Remembering { played, path, session, whole: false, kept: Instant::now(), trouble: None }
    }

    /// Notes where it is.
    pub(super) fn at(&mut self, timeline: &Timeline, at: Option<Frames>) {
        let chapter = at.and_then(|at| player::chapter_at(timeline, at)).and_then(|index| timeline.chapters.get(index));
        let chapter = chapter.map(|chapter| chapter.title.clone());
        self.whole = at.is_none();
        self.played.left_at = at.map(|at| at.0);
        self.played.chapter = chapter;
        self.played.completed += u32::from(at.is_none());
    }

    /// Keeps it, if it is time to.
    pub(super) fn now_and_then(&mut self, timeline: &Timeline, at: Frames) {
        if self.kept.elapsed() > KEEP_EVERY {
            self.at(timeline, Some(at));
            self.keep();
        }
    }

    /// Keeps it, beside what others have kept since; what can't be kept is said once, at the end.
    pub(super) fn keep(&mut self) {
        self.kept = Instant::now();
        let Some(path) = &self.path else { return };
        let kept = Memory::change(path, |memory| {
            memory.note(&self.session, |played| played.clone_from(&self.played));
            memory.note_evening(&self.session, self.played.when, self.whole);
        });
        if let Err(error) = kept {
            self.trouble = Some(format!("where you are can't be kept in {}: {error}", path.display()));
        }
    }
}
