//! What is to be read, line by line, and which of it there is already.

use std::collections::HashMap;

use super::super::chain::Recordings;
use super::super::words::ClipKey;
use crate::quantity::Frames;

/// The pace that is aimed for, in words a minute: 110 to 130 can be followed with closed eyes (docs/practice.md).
pub const PACE: u32 = 120;

/// In scripts without spaces, and for long words, so many letters count as a word.
const LETTERS_A_WORD: usize = 8;

/// The shortest time that anything is said in.
const SHORTEST: Frames = Frames::from_millis(700);

/// A prompt to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// The chapter that they stand in; empty if there is none.
    pub chapter: String,
    /// How long they may take, where that is limited.
    pub room: Option<Frames>,
    /// What a recording of them is found by.
    pub key: ClipKey,
    /// How long the recording is that there is.
    pub recorded: Option<Frames>,
}

impl Line {
    /// How many words it has.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }
}

/// How long words take to be read at [`PACE`].
pub fn reading_time(text: &str) -> Frames {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let words = text.split_whitespace().count().max(letters.div_ceil(LETTERS_A_WORD));
    Frames::from_seconds(words as f64 * 60.0 / f64::from(PACE)).max(SHORTEST)
}

/// Everything that a session says, each different prompt once, and the way through those that are wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    lines: Vec<Line>,
    /// Which of the lines are led through, in order.
    order: Vec<usize>,
    at: usize,
}

impl Reading {
    /// From prompts in order: the words, their chapter, and the time they may take. Words that are said again count once, with
    /// the least time that they have anywhere.
    pub fn new<'a>(
        language: &str,
        prompts: impl IntoIterator<Item = (&'a str, &'a str, Option<Frames>)>,
        recordings: &Recordings,
    ) -> Reading {
        let mut lines: Vec<Line> = Vec::new();
        let mut known: HashMap<ClipKey, usize> = HashMap::new();
        for (text, chapter, room) in prompts {
            let key = ClipKey::new(language, text);
            if key.is_empty() {
                continue;
            }
            if let Some(line) = known.get(&key).and_then(|index| lines.get_mut(*index)) {
                line.room = match (line.room, room) {
                    (Some(one), Some(other)) => Some(one.min(other)),
                    (one, other) => one.or(other),
                };
                continue;
            }
            known.insert(key.clone(), lines.len());
            let recorded = recordings.recorded(&key).map(|found| found.length);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            lines.push(Line { text, chapter: chapter.to_string(), room, key, recorded });
        }
        Reading { lines, order: Vec::new(), at: 0 }
    }

    /// Leads through the lines that are wanted, from the first.
    pub fn choose(&mut self, wanted: impl Fn(&Line) -> bool) {
        self.order = (0..self.lines.len()).filter(|index| self.lines.get(*index).is_some_and(&wanted)).collect();
        self.at = 0;
    }

    /// Every line.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The lines that are led through, each with its number among all of them, from 1.
    pub fn chosen(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.order.iter().filter_map(|index| Some((index + 1, self.lines.get(*index)?)))
    }

    /// How many lines have no recording.
    pub fn missing(&self) -> usize {
        self.lines.iter().filter(|line| line.recorded.is_none()).count()
    }

    /// The line that is to be read now, and its number among all; nothing when the end is reached.
    pub fn now(&self) -> Option<(usize, &Line)> {
        let index = *self.order.get(self.at)?;
        Some((index + 1, self.lines.get(index)?))
    }

    /// Goes on to the next line.
    pub fn next(&mut self) {
        self.at = (self.at + 1).min(self.order.len());
    }

    /// Goes back a line; stays at the first.
    pub fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Notes that the line of this number, from 1, has a recording so long.
    pub fn note(&mut self, number: usize, length: Frames) {
        if let Some(line) = number.checked_sub(1).and_then(|index| self.lines.get_mut(index)) {
            line.recorded = Some(length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading() -> Reading {
        let second = Frames::from_secs(1);
        let prompts = [
            ("Rest now.", "One", None),
            ("Breathe  in.", "One", Some(Frames(4 * second.0))),
            ("breathe in", "Two", Some(Frames(3 * second.0))),
            ("…", "Two", None),
            ("That is all.", "Two", None),
        ];
        Reading::new("en-GB", prompts, &Recordings::default())
    }

    #[test]
    fn each_prompt_is_read_once_with_the_least_time_that_it_has() {
        let reading = reading();
        let texts: Vec<&str> = reading.lines().iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Rest now.", "Breathe in.", "That is all."]);
        assert_eq!(reading.lines()[1].room, Some(Frames::from_secs(3)));
        assert_eq!((reading.missing(), reading.lines()[1].words()), (3, 2));
    }

    #[test]
    fn leads_on_and_back_and_ends() {
        let mut reading = reading();
        reading.note(1, Frames::from_secs(1));
        reading.choose(|line| line.recorded.is_none());
        let at = |reading: &Reading| reading.now().map(|(number, _)| number);
        reading.back();
        assert_eq!(at(&reading), Some(2));
        reading.next();
        assert_eq!(at(&reading), Some(3));
        reading.next();
        reading.next();
        assert_eq!(at(&reading), None);
        reading.back();
        assert_eq!(at(&reading), Some(3));
        assert_eq!(reading.missing(), 2);
    }

    #[test]
    fn reading_takes_time_in_every_script() {
        assert_eq!(reading_time("one two three four"), Frames::from_secs(2));
        assert_eq!(reading_time("Ah."), SHORTEST);
        assert!(reading_time("让肩膀慢慢放松下来，感觉它们的重量") >= Frames::from_secs(1));
    }
}
