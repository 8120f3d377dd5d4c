//! Words with silences in them: `Let the shoulders be heavy. [8s] There is nothing to do.`

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer};

use crate::quantity::Time;

use super::MOST_ERRORS;
use super::diagnostic::shown;
use super::value::{FromWritten, TIME_PATTERN, deserialize_written};

/// A blank line between two paragraphs is a silence of this length.
const PARAGRAPH: Time = Time::from_millis(1500);
/// The longest silence inside prose: longer ones are steps of their own, which can be seen.
const LONGEST_INLINE: Time = Time::from_secs(300);
/// The longest words between two silences, in characters: some two minutes of speech.
const LONGEST_WORDS: usize = 2000;

/// Words and silences, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose {
    /// At least one piece; never two words or two silences in a row.
    pub pieces: Vec<ProsePiece>,
}

/// A piece of prose.
#[derive(Clone, Debug, PartialEq)]
pub enum ProsePiece {
    /// Something to say in one go, white space folded.
    Words(String),
    /// A silence; the time is the ideal.
    Pause(Time),
}

impl Prose {
    /// Its words without the silences.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            ProsePiece::Words(words) => Some(words.as_str()),
            ProsePiece::Pause(_) => None,
        })
    }

    fn add_words(&mut self, text: &str) -> Result<(), String> {
        let mut paragraphs = text.split("\n\n").map(fold).peekable();
        while let Some(words) = paragraphs.next() {
            if words.chars().count() > LONGEST_WORDS {
                return Err("these are too many words in one breath; put pauses such as [6s] between them".into());
            }
            if words.chars().any(char::is_alphanumeric) {
                self.pieces.push(ProsePiece::Words(words));
            }
            if paragraphs.peek().is_some() {
                self.add_pause(PARAGRAPH);
            }
        }
        Ok(())
    }

    fn add_pause(&mut self, time: Time) {
        match self.pieces.last_mut() {
            // A written silence takes in the paragraph's own.
            Some(ProsePiece::Pause(last)) => *last = time.max(*last),
            Some(ProsePiece::Words(_)) => self.pieces.push(ProsePiece::Pause(time)),
            None if time > PARAGRAPH => self.pieces.push(ProsePiece::Pause(time)),
            None => {}
        }
    }
}

impl FromWritten for Prose {
    /// All that is wrong with it, a line each.
    fn from_written(written: &str, _number: bool) -> Result<Prose, String> {
        let mut prose = Prose::default();
        let mut problems = Vec::new();
        let mut rest = written;
        while let Some(open) = rest.find('[').filter(|_| problems.len() < MOST_ERRORS) {
            problems.extend(prose.add_words(&rest[..open]).err());
            let inside = &rest[open + 1..];
            let Some(close) = inside.find(']') else {
                let word = inside.split_whitespace().next().filter(|_| !inside.starts_with(char::is_whitespace));
                let word = shown(word.unwrap_or_default());
                problems.push(format!("`[{word}` opens a pause that isn't closed; write [6s]"));
                return Err(problems.join("\n"));
            };
            let pause = &fold(&inside[..close]);
            match pause.parse::<Time>() {
                Ok(time) if time > LONGEST_INLINE => {
                    problems.push(format!("`[{}]` is too long inside words; use a step `pause: {time}`", shown(pause)));
                }
                Ok(time) => prose.add_pause(time),
                Err(error) => problems.push(format!("`[{}]` isn't a pause: {error}", shown(pause))),
            }
            rest = &inside[close + 1..];
        }
        problems.extend(prose.add_words(rest).err());
        if let Some(ProsePiece::Pause(PARAGRAPH)) = prose.pieces.last() {
            prose.pieces.pop();
        }
        if problems.is_empty() && prose.words().next().is_none() {
            problems.push("there are no words here; for a silence write `pause: 10s`".into());
        }
        if problems.is_empty() { Ok(prose) } else { Err(problems.join("\n")) }
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<'de> Deserialize<'de> for Prose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Prose, D::Error> {
        deserialize_written(deserializer)
    }
}

impl JsonSchema for Prose {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Prose".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // A word outside brackets, and in brackets nothing but times.
        let pattern = format!(r"^(?=([^\[]|\[[^\]]*\])*?[\p{{Alphabetic}}\p{{N}}])([^\[]|\[\s*{TIME_PATTERN}\s*\])*$");
        json_schema!({ "type": ["string", "number", "boolean"], "pattern": pattern,
            "description": "Words to say. [8s] inside them is a silence, a blank line a short one; {name} is filled in." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, String> {
        let show = |piece: &ProsePiece| match piece {
            ProsePiece::Words(words) => words.clone(),
            ProsePiece::Pause(time) => format!("[{time}]"),
        };
        Prose::from_written(text, false).map(|prose| prose.pieces.iter().map(show).collect())
    }

    #[test]
    fn splits_words_at_silences() {
        let pieces = read("Find somewhere\nwarm. [6s]\nThere is nothing. [1:30]");
        assert_eq!(
            pieces,
            Ok(vec!["Find somewhere warm.".into(), "[6s]".into(), "There is nothing.".into(), "[1:30]".into()])
        );
    }

    #[test]
    fn a_blank_line_is_a_short_silence() {
        assert_eq!(read("One.\n\nTwo.\n"), Ok(vec!["One.".into(), "[1.5s]".into(), "Two.".into()]));
        assert_eq!(read("One. [4s]\n\nTwo."), Ok(vec!["One.".into(), "[4s]".into(), "Two.".into()]));
    }

    #[test]
    fn says_what_is_wrong() {
        assert!(read("Wait [6 apples] here").is_err_and(|e| e.starts_with("`[6 apples]` isn't a pause")));
        assert!(read("Wait [6s here").is_err_and(|e| e.contains("isn't closed")));
        assert!(read("[6]").is_err_and(|e| e.contains("no unit")));
        assert!(read("  [6s] ").is_err_and(|e| e.contains("no words")));
        assert!(read("Wait [2h]").is_err_and(|e| e.contains("pause: 2h")));
    }
}
