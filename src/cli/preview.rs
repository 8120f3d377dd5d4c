//! `letgo preview`: hears a session while it is being written.
//!
//! What plays is the file as it was saved last. A newer version takes over at the place that was changed; one with
//! mistakes has them shown, and the version before plays on.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use clap::Args;

use crate::library::Asset;
use crate::quantity::Frames;
use crate::session::{Request, examine};
use crate::timeline::Timeline;
use crate::voice::Recordings;

use super::play::{Playback, chapter_named};
use super::playing::Newer;
use super::prepare::{Aim, How, Prepared, library, prepare_for};
use super::signals::Signals;
use super::{Failure, Surroundings, say};

#[derive(Debug, Args)]
pub(super) struct Preview {
    /// The session file that you are writing
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    how: How,
    /// Begins at a time, or at a chapter by its name
    #[arg(long, value_name = "TIME|CHAPTER", conflicts_with = "only")]
    from: Option<String>,
    /// Plays only this chapter
    #[arg(long, value_name = "CHAPTER")]
    only: Option<String>,
    /// Shortens silences to a second
    #[arg(long)]
    fast: bool,
    /// Plays once, and doesn't wait for the file to be saved again
    #[arg(long)]
    once: bool,
    /// Plays on this device; `letgo devices` names them (settings: device)
    #[arg(long, value_name = "NAME", conflicts_with = "silent")]
    device: Option<String>,
    /// Makes no sound: what begins is only written
    #[arg(long)]
    silent: bool,
    /// Leaves what no voice has to the screen: no speech program says it (settings: speech)
    #[arg(long)]
    no_speech: bool,
}

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(300);
/// A place that was changed is led into by so much of what comes before.
const LEAD: Frames = Frames::from_secs(2);

impl Preview {
    pub(super) fn run(mut self, around: &Surroundings) -> Result<(), Failure> {
        self.how.quick = self.fast;
        let aim = Aim { cautions: false, speech: !self.no_speech };
        let file = self.file.to_string_lossy().into_owned();
        if !self.file.is_file() {
            return Err(Failure::Usage(format!(
                "{file} is no file here; `letgo preview` plays a file while you write it, `letgo play` everything else"
            )));
        }
        let mut watched = Watched::of(&self.file);
        let mut prepared = prepare_for(&file, &self.how, aim, around)?;
        let mut from = self.beginning(&prepared.timeline)?;
        loop {
            let timeline = Arc::clone(&prepared.timeline);
            let playback = Playback::preview(from, self.device.clone(), self.silent);
            let until = self.end(&timeline);
            let mut spoken = Vec::new();
            let mut follow = |playing: &Timeline| -> Option<Newer> {
                if self.once || !watched.changed() {
                    return None;
                }
                let newer = self.newer(prepare_for(&file, &self.how, aim, around), playing)?;
                spoken.push(newer.0);
                Some(newer.1)
            };
            let left = playback.follow(prepared, BTreeMap::new(), around, until, &mut follow)?;
            if left || self.once {
                return Ok(());
            }
            say("that was the end; save the file to hear what you changed, Ctrl-C leaves");
            let signals = Signals::listen()?;
            // The last version that could be played, to see what has changed in the next.
            let last = spoken.pop().map_or(timeline, |prepared: Prepared| prepared.timeline);
            (prepared, from) = loop {
                if signals.count() > 0 {
                    return Ok(());
                }
                thread::sleep(LOOK);
                if !watched.changed() {
                    continue;
                }
                if let Some((prepared, newer)) = self.newer(prepare_for(&file, &self.how, aim, around), &last) {
                    break (prepared, newer.at.unwrap_or_default());
                }
            };
        }
    }

    /// A newer version, and where to go on in it, if it can be played. What is wrong with it has been said.
    fn newer(&self, prepared: Result<Prepared, Failure>, before: &Timeline) -> Option<(Prepared, Newer)> {
        let prepared = match prepared {
            Ok(prepared) => prepared,
            Err(failure) => {
                if let Some(words) = failure.words() {
                    say(&words);
                }
                say("the version before plays on");
                return None;
            }
        };
        let timeline = Arc::clone(&prepared.timeline);
        let mut at = changed_place(before, &timeline);
        let until = self.end(&timeline);
        if let (Some(only), Some(place)) = (&self.only, at) {
            let chapter = chapter_named(&timeline, only).unwrap_or(Frames::ZERO);
            let inside = place >= chapter && until.is_none_or(|until| place < until);
            at = Some(if inside { place } else { chapter });
        }
        match at.and_then(|at| crate::player::chapter_at(&timeline, at)).and_then(|index| timeline.chapters.get(index))
        {
            Some(chapter) => say(&format!("a new version, from where it changed in \"{}\"", chapter.title)),
            None => say("a new version"),
        }
        Some((prepared, Newer { timeline, at, until }))
    }

    fn beginning(&self, timeline: &Timeline) -> Result<Frames, Failure> {
        match self.from.as_ref().or(self.only.as_ref()) {
            Some(wanted) => super::play::place(wanted, timeline),
            None => Ok(Frames::ZERO),
        }
    }

    /// Where the only chapter ends.
    fn end(&self, timeline: &Timeline) -> Option<Frames> {
        let start = chapter_named(timeline, self.only.as_ref()?)?;
        timeline.chapters.iter().map(|chapter| chapter.start).find(|next| *next > start)
    }
}

/// Where a listener hears first what is different: a little before the first event that was changed, within its
/// chapter. Nothing where only sound underneath or a name has changed.
fn changed_place(before: &Timeline, now: &Timeline) -> Option<Frames> {
    let same_content =
        before.events.iter().zip(&now.events).position(|(a, b)| (&a.kind, &a.text) != (&b.kind, &b.text));
    let shorter = before.events.len().min(now.events.len());
    let longer = (before.events.len() != now.events.len()).then_some(shorter);
    // Where what happens is the same, but not when.
    let moved = || before.events.iter().zip(&now.events).position(|(a, b)| (a.start, a.length) != (b.start, b.length));
    let index = same_content.or(longer).or_else(moved)?;
    let event = now.events.get(index).or(now.events.last())?;
    let chapters = now.chapters.iter().map(|chapter| chapter.start);
    let chapter = chapters.take_while(|start| *start <= event.start).last().unwrap_or(Frames::ZERO);
    Some(event.start.saturating_sub(LEAD).max(chapter))
}

/// The files that a session is made of, as they were when they were looked at last.
struct Watched {
    file: PathBuf,
    seen: BTreeMap<PathBuf, Option<(SystemTime, u64)>>,
    looked: Instant,
}

impl Watched {
    fn of(file: &Path) -> Watched {
        let mut watched = Watched { file: file.to_path_buf(), seen: BTreeMap::new(), looked: Instant::now() };
        watched.seen = watched.now();
        watched
    }

    /// The file itself, its parts, and the folder with its recordings.
    fn now(&self) -> BTreeMap<PathBuf, Option<(SystemTime, u64)>> {
        let (_, library) = library();
        let parts = examine(&library, &Asset::File(self.file.clone()), &Request::default()).parts;
        let parts = parts.into_iter().filter_map(|part| match part {
            Asset::File(path) => Some(path),
            Asset::Bundled { .. } => None,
        });
        let own = [self.file.clone(), Recordings::folder_for(&self.file)];
        own.into_iter().chain(parts).map(|path| (seen(&path), path)).map(|(seen, path)| (path, seen)).collect()
    }

    /// Whether any was saved since, now and then.
    fn changed(&mut self) -> bool {
        if self.looked.elapsed() < LOOK {
            return false;
        }
        self.looked = Instant::now();
        if self.seen.iter().all(|(path, before)| seen(path) == *before) {
            return false;
        }
        // An editor that replaces a file takes it away for a moment.
        if !self.file.is_file() {
            return false;
        }
        self.seen = self.now();
        true
    }
}

fn seen(path: &Path) -> Option<(SystemTime, u64)> {
    let about = fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Chapter, Event, EventKind, Speech};

    fn timeline(words: &[(&str, u64)]) -> Timeline {
        let mut at = Frames::from_secs(3);
        let mut events = Vec::new();
        for (text, secs) in words {
            let length = Frames::from_secs(*secs);
            events.push(Event { start: at, length, kind: EventKind::Say(Speech::Chime), text: text.to_string() });
            at += length;
        }
        let chapter = |title: &str, secs| Chapter { title: title.into(), start: Frames::from_secs(secs) };
        Timeline { events, chapters: vec![chapter("One", 3), chapter("Two", 12)], length: at, ..Timeline::default() }
    }

    #[test]
    fn a_new_version_is_heard_from_where_it_changed() {
        let before = timeline(&[("a", 5), ("b", 4), ("c", 5), ("d", 5)]);
        let at = |words: &[(&str, u64)]| changed_place(&before, &timeline(words)).map(|at| at.seconds());
        assert_eq!(at(&[("a", 5), ("b", 4), ("c", 5), ("d", 5)]), None);
        assert_eq!(at(&[("a", 5), ("B", 4), ("c", 5), ("d", 5)]), Some(6.0));
        // Not before its chapter.
        assert_eq!(at(&[("a", 5), ("b", 4), ("C", 5), ("d", 5)]), Some(12.0));
        // More or fewer of them at the end.
        assert_eq!(at(&[("a", 5), ("b", 4), ("c", 5), ("d", 5), ("e", 5)]), Some(20.0));
        assert_eq!(at(&[("a", 5), ("b", 4)]), Some(6.0));
        // The same at other times.
        assert_eq!(at(&[("a", 7), ("b", 4), ("c", 5), ("d", 5)]), Some(3.0));
    }
}
