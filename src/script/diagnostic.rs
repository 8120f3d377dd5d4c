//! What is wrong with a file, as facts; other rooms turn them into sentences on a screen or into JSON.

use std::sync::Arc;

use super::{LARGEST_FILE, Source, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The session can't be played.
    Error,
    /// It can, but the author should look.
    Warning,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad.
    pub severity: Severity,
    /// A name for this kind of thing, which stays the same between versions.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// In which file.
    pub source: Arc<Source>,
    /// Where in it.
    pub span: Span,
    /// What is allowed, or what was probably meant.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error at a place.
    pub fn error(source: &Arc<Source>, span: Span, code: &'static str, message: impl Into<String>) -> Diagnostic {
        let (severity, source) = (Severity::Error, Arc::clone(source));
        Diagnostic { severity, code, message: printable(message.into()), source, span, help: None }
    }

    /// A warning at a place.
    pub fn warning(source: &Arc<Source>, span: Span, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(source, span, code, message) }
    }

    /// A file that is too large to be a script.
    pub fn too_large(source: &Arc<Source>, bytes: u64) -> Diagnostic {
        let message = format!("this file is too large to be a script: {} kB", bytes / 1024);
        Diagnostic::error(source, Span::new(0, source.text.len().min(1)), "too-large", message)
            .help(format!("a script may have up to {} kB; sound belongs into tracks beside it", LARGEST_FILE / 1024))
    }

    /// With what to do about it.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(printable(help.into()));
        self
    }
}

/// A sentence with nothing in it but what is seen and where lines end, whatever it quotes.
fn printable(sentence: String) -> String {
    match sentence.contains(|c: char| c.is_control() && c != '\n') {
        true => sentence.replace(|c: char| c.is_control() && c != '\n', "\u{fffd}"),
        false => sentence,
    }
}

/// A text of an author's, short enough for a message: at most 60 characters, on one line.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The nearest of some words to a word that isn't one of them, if one is near enough to have been meant.
pub fn nearest<'a>(word: &str, words: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer than any word of ours by far: not worth the time to compare.
    if word.len() > 80 {
        return None;
    }
    let lower = word.to_lowercase();
    let scored = words.into_iter().map(|other| (strsim::damerau_levenshtein(&lower, &other.to_lowercase()), other));
    let (distance, best) = scored.min()?;
    // A third of the letters may be wrong: enough for slips and other spellings, too few for another word.
    (distance <= (lower.chars().count().max(3)) / 3).then_some(best)
}

/// A list of words, as far as a person reads it.
pub(crate) fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    const MOST: usize = 60;
    let words: Vec<&str> = words.into_iter().collect();
    match words.len() {
        0..=MOST => words.join(", "),
        more => format!("{} and {} more", words[..MOST].join(", "), more - MOST),
    }
}

/// A sentence that names what is allowed, and the nearest of it.
pub(super) fn allowed<'a>(word: &str, words: impl IntoIterator<Item = &'a str> + Clone) -> String {
    let list = listed(words.clone());
    match nearest(word, words) {
        Some(meant) => format!("did you mean `{meant}`? Allowed here: {list}"),
        None => format!("allowed here: {list}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let words = ["breathe", "pause", "massage"];
        assert_eq!(nearest("breath", words), Some("breathe"));
        assert_eq!(nearest("puase", words), Some("pause"));
        assert_eq!(nearest("Massage", words), Some("massage"));
        assert_eq!(nearest("zebra", words), None);
    }

    #[test]
    fn what_it_quotes_commands_nothing() {
        let source = Arc::new(Source { path: "x.yaml".into(), text: "!a\u{11}b *55".into() });
        let made = Diagnostic::error(&source, Span::new(0, 1), "not-yaml", "the tag `!a\u{11}b`\nmeans nothing")
            .help("take \u{9b}31m out");
        assert_eq!(made.message, "the tag `!a\u{fffd}b`\nmeans nothing");
        assert_eq!(made.help.as_deref(), Some("take \u{fffd}31m out"));
    }
}
