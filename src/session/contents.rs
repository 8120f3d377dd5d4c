//! What a session needs to sound: its tracks and its words.

use crate::library::Asset;
use crate::quantity::Frames;

use super::{BedSource, CueLine, FrontTrack, Guided, GuidedKind, GuidedLine, Item, Origin, Session};

/// Words as they are to be spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken<'s> {
    /// The words.
    pub text: &'s str,
    /// The chapter that they stand in; empty before the first.
    pub chapter: &'s str,
    /// How long they may take, where their step sets a time: of a step with several prompts, the share by their words.
    pub room: Option<Frames>,
}

impl Session {
    /// Every track that it plays, with the place where it was asked for.
    pub fn tracks(&self) -> impl Iterator<Item = (&Asset, &Origin)> {
        let beds = self.beds.iter().filter_map(|bed| match &bed.source {
            BedSource::Track { asset, .. } => Some((asset, &bed.origin)),
            BedSource::Synth { .. } => None,
        });
        let fronts = self.items.iter().filter_map(|item| match item {
            Item::Track(track) => Some((&track.asset, &track.origin)),
            _ => None,
        });
        beds.chain(fronts)
    }

    /// Everything that it says, prompt by prompt, in order; repeats included.
    pub fn words(&self) -> Vec<&str> {
        let mut words: Vec<&str> = Vec::new();
        for item in &self.items {
            match item {
                Item::Say(said) => words.push(&said.value),
                Item::Breaths(breaths) => {
                    let phases = breaths.breaths.iter().flatten();
                    words.extend(phases.filter_map(|phase| phase.words.as_deref()));
                    words.extend(breaths.last.as_deref());
                }
                Item::Guided(guided) => {
                    words.extend(guided.lines.iter().filter_map(|line| match line {
                        GuidedLine::Say(words) | GuidedLine::MaySay(words) => Some(words.as_str()),
                        GuidedLine::Rest(_) => None,
                    }));
                    words.extend(counted(guided).map(|(count, _)| count));
                }
                Item::Track(track) => {
                    let lines = track.cues.iter().flat_map(|cue| &cue.lines);
                    words.extend(lines.filter_map(|line| match line {
                        CueLine::Say(words) => Some(words.as_str()),
                        CueLine::Pause(_) => None,
                    }));
                }
                _ => {}
            }
        }
        words
    }

    /// The same words as [`Session::words`], each with its chapter and the time that it may take.
    pub fn spoken(&self) -> Vec<Spoken<'_>> {
        let mut spoken = Vec::new();
        let mut chapter = "";
        for item in &self.items {
            let mut say = |text, room| spoken.push(Spoken { text, chapter, room });
            match item {
                Item::Chapter(title) => chapter = title,
                Item::Say(said) => say(&said.value, None),
                Item::Breaths(breaths) => {
                    for phase in breaths.breaths.iter().flatten() {
                        if let Some(words) = &phase.words {
                            say(words, Some(phase.length));
                        }
                    }
                    breaths.last.iter().for_each(|words| say(words, None));
                }
                Item::Guided(guided) => {
                    let lines = in_guided(guided).into_iter().chain(counted(guided));
                    lines.for_each(|(text, room)| say(text, Some(room)));
                }
                Item::Track(track) => in_track(track).into_iter().for_each(|(text, room)| say(text, room)),
                _ => {}
            }
        }
        spoken
    }
}

/// The numbers that lead the strokes of a massage, each in the time of a stroke.
fn counted(guided: &Guided) -> impl Iterator<Item = (&str, Frames)> {
    let strokes = match &guided.kind {
        GuidedKind::Massage { strokes, .. } => strokes.as_ref(),
        _ => None,
    };
    strokes.into_iter().flat_map(|strokes| strokes.counts.iter().map(|count| (count.as_str(), strokes.each)))
}

/// The words of a guided stretch share its time; those that may be left out take nothing from the others.
fn in_guided(guided: &Guided) -> Vec<(&str, Frames)> {
    let needed = guided.lines.iter().filter_map(|line| match line {
        GuidedLine::Say(words) => Some(words.as_str()),
        _ => None,
    });
    let needed: u64 = needed.map(count).sum();
    let lines = guided.lines.iter().filter_map(|line| match line {
        GuidedLine::Say(words) => Some((words.as_str(), share(guided.length, count(words), needed))),
        GuidedLine::MaySay(words) => Some((words.as_str(), share(guided.length, count(words), needed + count(words)))),
        GuidedLine::Rest(_) => None,
    });
    lines.collect()
}

/// The words of a cue share the time until the next cue; nothing bounds those of the last.
fn in_track(track: &FrontTrack) -> Vec<(&str, Option<Frames>)> {
    let mut found = Vec::new();
    for (index, cue) in track.cues.iter().enumerate() {
        let words = cue.lines.iter().filter_map(|line| match line {
            CueLine::Say(words) => Some(words.as_str()),
            CueLine::Pause(_) => None,
        });
        let silent: Frames = cue
            .lines
            .iter()
            .map(|line| match line {
                CueLine::Pause(time) => time.frames(),
                CueLine::Say(_) => Frames::ZERO,
            })
            .sum();
        let all: u64 = words.clone().map(count).sum();
        let until = track.cues.get(index + 1).map(|next| next.at.frames());
        let time = until.map(|until| until.saturating_sub(cue.at.frames()).saturating_sub(silent));
        found.extend(words.map(|words| (words, time.map(|time| share(time, count(words), all)))));
    }
    found
}

fn count(words: &str) -> u64 {
    words.split_whitespace().count() as u64
}

fn share(time: Frames, part: u64, of: u64) -> Frames {
    Frames((u128::from(time.0) * u128::from(part) / u128::from(of.max(1))) as u64)
}

#[cfg(test)]
mod tests {
    use crate::library::Library;
    use crate::session::{Request, examine};

    #[test]
    fn what_is_spoken_is_what_is_said_and_each_has_room() {
        let library = Library::default();
        let (mut limited, mut chapters) = (0, 0);
        for (name, asset) in library.sessions() {
            let Some(session) = examine(&library, &asset, &Request::default()).session else { continue };
            let spoken = session.spoken();
            assert_eq!(spoken.iter().map(|spoken| spoken.text).collect::<Vec<_>>(), session.words(), "{name}");
            for words in &spoken {
                let Some(room) = words.room else { continue };
                limited += 1;
                let each = room.seconds() / words.text.split_whitespace().count() as f64;
                assert!(each > 0.25, "{name}: {each} s a word for {words:?}");
            }
            chapters += usize::from(spoken.iter().any(|words| !words.chapter.is_empty()));
        }
        assert!(limited > 20, "only {limited} prompts have a time that they may take");
        assert!(chapters > 5, "only {chapters} sessions have prompts in chapters");
    }
}
