//! Words to look for, per language: those that command, frighten or promise (`wording.yaml`), and those that name a
//! region of the body (`names.yaml`).

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use super::tables::tables;

/// A wording to look at again.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Wording {
    pub language: String,
    pub caution: String,
    /// Whole words; a `*` at the end stands for any ending.
    pub says: Vec<String>,
    /// Followed by one of these, it is meant well.
    #[serde(default)]
    pub unless_followed_by: Vec<String>,
    /// Preceded by one of these, it is meant well.
    #[serde(default)]
    pub unless_after: Vec<String>,
    pub instead: String,
    #[serde(rename = "source")]
    pub _source: String,
}

/// What regions are called in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub language: String,
    /// Per region; written as in [`Wording::says`].
    pub regions: BTreeMap<String, Vec<String>>,
}

/// Where a text commands, frightens or promises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The caution's id: `commanding-words`, `nocebo-words` or `promise-words`.
    pub caution: &'static str,
    /// Where, in bytes of the text.
    pub at: Range<usize>,
    /// What could be said instead.
    pub instead: &'static str,
}

/// Every place of a text that commands, frightens or promises, in the order of the text.
///
/// `language` is a tag such as `en`; a language without a table has no findings.
pub fn wording(language: &str, text: &str) -> Vec<Finding> {
    let language = language.split(['-', '_']).next().unwrap_or(language);
    let words = words(text);
    let mut found = Vec::new();
    for entry in tables().wording.iter().filter(|entry| entry.language.eq_ignore_ascii_case(language)) {
        for said in &entry.says {
            let said: Vec<&str> = said.split(' ').collect();
            for (start, window) in words.windows(said.len()).enumerate() {
                if !window.iter().zip(&said).all(|(word, said)| matches(&word.text, said)) {
                    continue;
                }
                let after = &words[start + said.len()..];
                let before = &words[..start];
                let excused = entry.unless_followed_by.iter().any(|phrase| begins(after, phrase))
                    || entry.unless_after.iter().any(|phrase| ends(before, phrase));
                if let (false, Some(first), Some(last)) = (excused, window.first(), window.last()) {
                    let at = first.at.start..last.at.end;
                    found.push(Finding { caution: &entry.caution, at, instead: &entry.instead });
                }
            }
        }
    }
    found.sort_by_key(|finding| (finding.at.start, finding.at.end));
    found.dedup_by(|next, kept| next.at == kept.at && next.caution == kept.caution);
    found
}

/// Whether a text names a region, by its id. `language` is a tag such as `en`; without a table nothing is named.
pub fn names_region(language: &str, region: &str, text: &str) -> bool {
    let language = language.split(['-', '_']).next().unwrap_or(language);
    let names = tables().names.iter().find(|names| names.language.eq_ignore_ascii_case(language));
    let Some(names) = names.and_then(|names| names.regions.get(region)) else { return false };
    let words = words(text);
    names.iter().any(|name| (0..words.len()).any(|start| begins(&words[start..], name)))
}

struct Word {
    text: String,
    at: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    for (at, letter) in text.char_indices() {
        let part = letter.is_alphanumeric() || (open && (letter == '\'' || letter == '’'));
        if part {
            if !open {
                words.push(Word { text: String::new(), at: at..at });
            }
            if let Some(word) = words.last_mut() {
                word.text.extend(if letter == '’' { '\'' } else { letter }.to_lowercase());
                word.at.end = at + letter.len_utf8();
            }
        }
        open = part;
    }
    words
}

fn matches(word: &str, said: &str) -> bool {
    match said.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == said,
    }
}

fn begins(words: &[Word], phrase: &str) -> bool {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.len() >= phrase.len() && words.iter().zip(phrase).all(|(word, said)| matches(&word.text, said))
}

fn ends(words: &[Word], phrase: &str) -> bool {
    let count = phrase.split(' ').count();
    words.len() >= count && begins(&words[words.len() - count..], phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, String)> {
        wording("en", text).into_iter().map(|f| (f.caution, text[f.at].to_string())).collect()
    }

    #[test]
    fn finds_orders_fear_and_promises() {
        assert_eq!(found("Now you must lie down."), [("commanding-words", "you must".to_string())]);
        assert_eq!(found("Relax now!"), [("commanding-words", "Relax now".to_string())]);
        assert_eq!(found("Years of wear and tear."), [("nocebo-words", "wear and tear".to_string())]);
        assert_eq!(found("This heals the neck."), [("promise-words", "heals".to_string())]);
        assert_eq!(found("Don’t move."), [("commanding-words", "Don’t move".to_string())]);
    }

    #[test]
    fn finds_the_name_of_a_region() {
        assert!(names_region("en", "jaw", "Let the Jaw hang."));
        assert!(names_region("en-GB", "lower-back", "Low in the lower back."));
        assert!(names_region("en", "calf", "Along the shins."));
        assert!(!names_region("en", "jaw", "Let the shoulders sink, lower and lower."));
        assert!(!names_region("en", "lower-back", "Come back, a little lower."));
        assert!(!names_region("xx", "jaw", "jaw"));
    }

    #[test]
    fn leaves_ordinary_words_alone() {
        for text in [
            "",
            "If you like, close your eyes, or leave them open.",
            "You don't have to do anything.",
            "Somewhere healthy and secure.",
            "The floor holds you.",
            "Ein Wort, das nicht im Buch steht: müssen.",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(wording("xx", "you must"), []);
        assert_eq!(wording("en-GB", "you must").len(), 1);
    }
}
