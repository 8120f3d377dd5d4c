//! What is said, apart from how it is written: the key that a clip is found by, and the name of its file.
//!
//! Two texts have the same key when a careful reader would say the same words in the same tone. So an edit of a
//! comma, a capital or a curly quote keeps a recording, and an edit of a word asks for a new one.

use std::fmt;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// The longest prompt that is spoken, in characters: some two minutes of slow speech.
pub const LONGEST_TEXT: usize = 2_000;

/// What a clip is found by: the language and the words, as they sound.
///
/// The rules, in order:
/// 1. Unicode's compatibility form (NFKC), lower case: `ﬁ` is `fi`, a composed `é` is a decomposed one.
/// 2. Invisible characters (soft hyphens, joiners used for layout, marks of direction) are dropped.
/// 3. Curly apostrophes become `'`; one inside a word stays (`we're` is not `were`), quotation marks go.
/// 4. Question and exclamation marks stay, since they change the tone. A dot, comma or colon between digits stays
///    (`5.5`, `1:30`). Other punctuation becomes a space: hyphens, dashes, commas, full stops, brackets.
/// 5. All white space is one space; none at the ends.
///
/// Of the language only the first part counts, in lower case: `en` speaks for `en-GB`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClipKey {
    language: String,
    words: String,
}

impl ClipKey {
    /// The key of a text in a language, given as a BCP 47 tag such as `en` or `de-AT`.
    pub fn new(language: &str, text: &str) -> ClipKey {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        ClipKey { language: primary.trim().to_lowercase(), words: normalise(text, true) }
    }

    /// The first part of the language's tag, in lower case.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words as they sound, after the rules above.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        !self.words.chars().any(char::is_alphanumeric)
    }

    /// The name of the clip's file, less its ending: the first words and eight digits that stand for all of them,
    /// such as `find-somewhere-warm-9c1a54be`.
    ///
    /// Lower-case ASCII letters, digits and hyphens only, at most 41 characters: safe on every file system, the same on
    /// every machine.
    pub fn file_stem(&self) -> String {
        let mut stem = String::new();
        for word in slug_words(&self.words) {
            let longer = stem.len() + word.len() + usize::from(!stem.is_empty());
            if longer > SLUG && !stem.is_empty() {
                break;
            }
            if !stem.is_empty() {
                stem.push('-');
            }
            stem.extend(word.chars().take(SLUG));
        }
        if stem.is_empty() {
            stem.push_str("clip");
        }
        format!("{stem}-{}", self.digits())
    }

    /// Whether a person named a file after these words: by [`ClipKey::file_stem`], or by all the words themselves
    /// (`Let the jaw go soft.wav`, `let-the-jaw-go-soft.wav`).
    pub fn is_named_by(&self, file_stem: &str) -> bool {
        file_stem.to_lowercase() == self.file_stem() || {
            let named = plain(&normalise(file_stem, false));
            !named.is_empty() && named == plain(&self.words)
        }
    }

    /// Eight hexadecimal digits of the SHA-256 of language and words.
    fn digits(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update(self.language.as_bytes());
        hasher.update([0]);
        hasher.update(self.words.as_bytes());
        hex(&hasher.finalize()).chars().take(8).collect()
    }
}

impl fmt::Display for ClipKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.language, self.words)
    }
}

/// At most this many characters of words in a file's name.
const SLUG: usize = 32;

/// The SHA-256 of some bytes, as 64 hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Words of ASCII letters and digits; letters with marks lose them, other scripts leave nothing.
fn slug_words(words: &str) -> impl Iterator<Item = String> {
    let ascii: String = words.nfd().filter(|c| c.is_ascii() && *c != '\'').collect();
    let slugs: Vec<String> = ascii
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    slugs.into_iter()
}

/// Without what a file's name may not hold or a person leaves out of it.
fn plain(words: &str) -> String {
    let kept: String =
        words.chars().map(|c| if "?!.:,".contains(c) { ' ' } else { c }).filter(|c| *c != '\'').collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn normalise(text: &str, tone: bool) -> String {
    let folded: Vec<char> =
        text.nfkc().flat_map(char::to_lowercase).nfkc().filter(|c| !is_invisible(*c)).map(straight).collect();
    let mut words = String::with_capacity(text.len());
    for (place, &c) in folded.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|at| folded.get(at)).copied().unwrap_or(' ');
        let after = folded.get(place + 1).copied().unwrap_or(' ');
        let kept = match c {
            '\'' => before.is_alphanumeric() && after.is_alphanumeric(),
            '.' | ',' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
            '?' | '!' => tone,
            c => !is_punctuation(c) && !c.is_whitespace() && !c.is_control(),
        };
        words.push(if kept { c } else { ' ' });
    }
    // A mark of tone belongs to the word before it, however it was spaced (French sets a space there).
    let mut joined = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !joined.is_empty() && !word.chars().all(|c| "?!".contains(c)) {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// One way to write an apostrophe. (The wide forms are already plain after NFKC.)
fn straight(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' | '`' | '\u{00B4}' => '\'',
        c => c,
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Punctuation that makes no sound and no tone. A list, not "all that isn't a letter": vowel signs of many scripts
/// aren't letters, and `%` or `+` are said.
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '.' | ',' | ';' | ':' | '"' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '-' | '_' | '*' | '/' | '\\' | '|' | '~' | '^'
        | '«' | '»' | '¡' | '¿' | '·' | '„'
        | '\u{2010}'..='\u{2027}' | '\u{2039}' | '\u{203A}' | '\u{203B}'..='\u{203E}' | '\u{2212}'
        | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{30FB}' | '\u{060C}' | '\u{061B}' | '\u{0964}' | '\u{0965}')
}

/// A prompt as the sentences that are spoken one by one, with a breath between them.
///
/// A sentence ends at `.`, `!`, `?` or `…` before white space (or at `。！？` anywhere); a line's end ends one too.
/// Sentences of one short word ("Good.") stay with the next, since programs say them abruptly.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut current = String::new();
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        current.push(if c.is_whitespace() { ' ' } else { c });
        let next = rest.peek().copied();
        let closing = next.is_some_and(|n| ".!?…\"'”’)".contains(n));
        let ends = match c {
            '.' | '!' | '?' | '…' | '"' | '\'' | '”' | '’' | ')' if !closing => {
                let body = current.trim_end_matches(['"', '\'', '”', '’', ')']);
                body.ends_with(['.', '!', '?', '…']) && next.is_none_or(char::is_whitespace)
            }
            '。' | '！' | '？' => true,
            _ => false,
        };
        if ends {
            push_sentence(&mut all, &mut current);
        }
    }
    push_sentence(&mut all, &mut current);
    all
}

fn push_sentence(all: &mut Vec<String>, current: &mut String) {
    let sentence = current.split_whitespace().collect::<Vec<_>>().join(" ");
    current.clear();
    if !sentence.chars().any(char::is_alphanumeric) {
        return;
    }
    match all.last_mut() {
        Some(last)
            if last.split(' ').count() == 1
                && last.chars().filter(char::is_ascii_alphabetic).count().wrapping_sub(1) < 6 =>
        {
            last.push(' ');
            last.push_str(&sentence);
        }
        _ => all.push(sentence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        ClipKey::new("en", text).words().to_string()
    }

    #[test]
    fn the_same_words_have_the_same_key() {
        let plain = ClipKey::new("en", "Let the jaw go soft, and rest.");
        for text in [
            "  Let the jaw  go\n soft, and rest. ",
            "let the jaw go soft; and rest",
            "Let the jaw go soft — and rest…",
            "“Let the jaw go soft,” and rest.",
            "Let the jaw go so\u{AD}ft, and rest.\u{200B}",
            "LET THE JAW GO SOFT - AND REST",
        ] {
            assert_eq!(ClipKey::new("en-GB", text), plain, "{text:?}");
        }
        assert_eq!(words("You’re here"), words("You're here"));
        assert_eq!(words("slow-stroke"), words("slow stroke"));
        assert_eq!(words("e\u{301}tire"), words("\u{e9}tire"));
        assert_eq!(words("Ça va ?"), words("ça va?"));
        assert_eq!(words("ÉTIRE"), words("étire"));
    }

    #[test]
    fn other_words_or_another_tone_have_another() {
        for (one, other) in [
            ("we're", "were"),
            ("Rest now.", "Rest now?"),
            ("5.5 breaths", "55 breaths"),
            ("left hand", "right hand"),
            ("१", "२"),
            ("की", "कि"),
        ] {
            assert_ne!(words(one), words(other));
        }
        assert_ne!(ClipKey::new("en", "Rest"), ClipKey::new("de", "Rest"));
        assert!(ClipKey::new("en", " … — ").is_empty());
    }

    #[test]
    fn a_files_name_is_readable_safe_and_the_same_everywhere() {
        let name = |text: &str| ClipKey::new("en", text).file_stem();
        assert_eq!(name("Find somewhere warm."), "find-somewhere-warm-1d4bc0e6");
        for text in ["../../etc/passwd", "CON", "a\0b", "静かに", "", "C:\\x", &"very ".repeat(400), &"x".repeat(400)]
        {
            let stem = name(text);
            assert!(stem.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{stem}");
            assert!(stem.len() <= 41 && stem.len() > 9 && !stem.starts_with('-'), "{stem}");
        }
    }

    #[test]
    fn a_person_may_name_a_file_by_its_words() {
        let key = ClipKey::new("en", "Let the jaw go soft; there's time?");
        assert!(key.is_named_by(&key.file_stem()));
        assert!(key.is_named_by("Let the jaw go soft there's time"));
        assert!(key.is_named_by("let-the-jaw-go-soft-theres-time"));
        assert!(key.is_named_by("let_the_jaw_go_soft_there’s_time"));
        assert!(!key.is_named_by("let the jaw"));
        assert!(!ClipKey::new("en", "...").is_named_by("---"));
    }

    #[test]
    fn sentences_are_spoken_one_by_one() {
        assert_eq!(
            sentences("Find somewhere warm. Let 5.5 breaths\ngo by… “Good.” And rest!"),
            ["Find somewhere warm.", "Let 5.5 breaths go by…", "“Good.” And rest!"]
        );
        assert_eq!(sentences("  no end "), ["no end"]);
        assert_eq!(sentences("... !? "), Vec::<String>::new());
        assert_eq!(sentences("休んで。息を吐く。"), ["休んで。", "息を吐く。"]);
    }
}
