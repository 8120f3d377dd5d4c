//! What a session needs to sound: its tracks and its words.

use crate::library::Asset;

use super::{BedSource, CueLine, GuidedLine, Item, Origin, Session};

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
                }
                Item::Guided(guided) => words.extend(guided.lines.iter().filter_map(|line| match line {
                    GuidedLine::Say(words) | GuidedLine::MaySay(words) => Some(words.as_str()),
                    GuidedLine::Rest(_) => None,
                })),
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
}
