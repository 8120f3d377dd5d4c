//! What a person is shown while they record, and what they answer: the same for a whole screen and for plain lines.

use crate::voice::record::{Line, Metered, PACE, reading_time};

use super::super::Failure;
use super::seconds;

/// What a person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// To record this prompt, or to record it again.
    Record,
    /// To keep the take.
    Keep,
    /// To hear it.
    Hear,
    /// The next prompt.
    Next,
    /// The prompt before.
    Back,
    /// To stop for now.
    Quit,
}

impl Choice {
    /// The key for it, besides Enter for the first of those offered.
    pub(super) fn key(self) -> char {
        match self {
            Choice::Record => 'r',
            Choice::Keep => 'k',
            Choice::Hear => 'h',
            Choice::Next => 'n',
            Choice::Back => 'b',
            Choice::Quit => 'q',
        }
    }

    /// What it is called; `again` where there is a take already.
    pub(super) fn name(self, again: bool) -> &'static str {
        match self {
            Choice::Record if again => "record again",
            Choice::Record => "record",
            Choice::Keep => "keep",
            Choice::Hear => "hear it",
            Choice::Next => "next",
            Choice::Back => "back",
            Choice::Quit => "quit",
        }
    }

    /// The one of those offered that a key means; Enter and space are the first.
    pub(super) fn of(key: char, offered: &[Choice]) -> Option<Choice> {
        let key = key.to_ascii_lowercase();
        match key {
            '\n' | ' ' => offered.first().copied(),
            // To say it again is to record it.
            'a' => offered.iter().copied().find(|choice| *choice == Choice::Record),
            '0' => offered.iter().copied().find(|choice| *choice == Choice::Quit),
            '1'..='9' => {
                let index = key.to_digit(10)?.checked_sub(1)?;
                offered.get(index as usize).copied().filter(|choice| *choice != Choice::Quit)
            }
            _ => offered.iter().copied().find(|choice| choice.key() == key),
        }
    }
}

/// A prompt as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    /// Where it stands: `3 of 12`, and how many are left.
    pub(super) place: String,
    pub(super) chapter: String,
    pub(super) text: String,
    /// Its pace, and how long it may take.
    pub(super) pace: String,
    /// What there is to say about the take.
    pub(super) notes: Vec<String>,
}

impl Page {
    pub(super) fn new(number: usize, line: &Line, all: usize, left: usize) -> Page {
        let left = match left {
            0 => "all recorded".to_string(),
            left => format!("{left} left to record"),
        };
        let have = match line.recorded {
            Some(length) => vec![format!("You have recorded this: {}.", seconds(length))],
            None => Vec::new(),
        };
        Page {
            place: format!("{number} of {all}, {left}"),
            chapter: line.chapter.clone(),
            text: line.text.clone(),
            pace: pace(line),
            notes: have,
        }
    }
}

/// A limit that is more than so many times as long as the words isn't spoken of.
const FAR: f64 = 2.5;

/// How fast a line is to be read, in words.
pub(super) fn pace(line: &Line) -> String {
    let words = match line.words() {
        1 => "1 word".to_string(),
        words => format!("{words} words"),
    };
    let time = reading_time(&line.text);
    let near = line.room.filter(|room| room.seconds() < FAR * time.seconds());
    let most = near.map(|room| format!(", at most {}", seconds(room))).unwrap_or_default();
    format!("{words}, about {} at {PACE} words a minute{most}", seconds(time))
}

/// What happens while a take goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Going {
    /// Nothing.
    On,
    /// It is over.
    Over,
    /// Nothing of it is wanted, and nothing more.
    Quit,
}

/// A screen, or lines.
pub(super) trait Face {
    /// Says something before the first prompt, and between prompts.
    fn tell(&mut self, lines: &[String]) -> Result<(), Failure>;

    /// Shows a prompt and asks what to do.
    fn choose(&mut self, page: &Page, offered: &[Choice], again: bool) -> Result<Choice, Failure>;

    /// Shows that it begins in so many seconds, for one of them.
    fn count(&mut self, page: &Page, left: u32, shown: &Metered) -> Result<Going, Failure>;

    /// Shows that it is being recorded, for a moment.
    fn recording(&mut self, page: &Page, shown: &Metered) -> Result<Going, Failure>;

    /// Shows that a take is being played, for a moment.
    fn playing(&mut self, page: &Page) -> Result<Going, Failure>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_numbers_and_enter_mean_what_is_offered() {
        let offered = [Choice::Keep, Choice::Record, Choice::Hear, Choice::Next, Choice::Back, Choice::Quit];
        for (key, choice) in [
            ('\n', Some(Choice::Keep)),
            (' ', Some(Choice::Keep)),
            ('1', Some(Choice::Keep)),
            ('2', Some(Choice::Record)),
            ('a', Some(Choice::Record)),
            ('H', Some(Choice::Hear)),
            ('5', Some(Choice::Back)),
            ('6', None),
            ('0', Some(Choice::Quit)),
            ('q', Some(Choice::Quit)),
            ('x', None),
        ] {
            assert_eq!(Choice::of(key, &offered), choice, "{key:?}");
        }
        assert_eq!(Choice::of('k', &[Choice::Record, Choice::Quit]), None);
    }
}
