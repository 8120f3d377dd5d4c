//! Text that is safe on a terminal, and its lines.

use unicode_width::UnicodeWidthStr;

/// Text with nothing in it that a terminal would obey: control characters become `?`, line ends and tabs become
/// spaces, and marks that turn the direction of writing or hide are dropped.
pub fn clean(text: &str) -> String {
    text.chars().filter_map(harmless).collect()
}

fn harmless(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(' '),
        '\r' => None,
        c if c.is_control() => Some('?'),
        // Joiners (200c, 200d) are letters' business and stay.
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        '\u{e0000}'..='\u{e007f}' => None,
        c => Some(c),
    }
}

/// Breaks text into lines of at most so many columns, between words; a longer word has a line of its own.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_string()),
        }
    }
    lines
}

/// Breaks a row of entries, with three blanks between them, into lines; only an entry that is longer than a line is broken.
pub fn wrap_row(text: &str, columns: usize) -> Vec<String> {
    const BETWEEN: &str = "   ";
    let mut lines: Vec<String> = Vec::new();
    for entry in text.split(BETWEEN) {
        match lines.last_mut() {
            Some(line) if line.width() + BETWEEN.len() + entry.width() <= columns => {
                line.push_str(BETWEEN);
                line.push_str(entry);
            }
            _ => lines.extend(wrap(entry, columns)),
        }
    }
    lines
}

/// Text cut to so many columns, with a mark where it was cut.
pub fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_string();
    }
    let mut out = String::new();
    for c in text.chars() {
        if out.width() + 2 > columns {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}

/// Whether this process writes UTF-8 to its terminal, by the locale's usual variables.
pub fn is_utf8() -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG"));
    locale.is_some_and(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_that_a_terminal_obeys() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\u{9b}c\r\nd\te"), "a?[31mb??c d e");
        assert_eq!(clean("left\u{202e}thgir\u{200b}\u{feff}"), "leftthgir");
        assert_eq!(clean("Ruhe, schön – là"), "Ruhe, schön – là");
    }

    #[test]
    fn lines_break_between_words() {
        assert_eq!(wrap("let the  floor hold you", 10), ["let the", "floor hold", "you"]);
        assert_eq!(wrap("unbreakable", 4), ["unbreakable"]);
        assert_eq!(wrap("  ", 4), Vec::<String>::new());
    }

    #[test]
    fn entries_of_a_row_stay_apart() {
        let row = "space begins   q leaves   it begins by itself";
        assert_eq!(wrap_row(row, 60), [row]);
        assert_eq!(wrap_row(row, 24), ["space begins   q leaves", "it begins by itself"]);
        assert_eq!(wrap_row(row, 12), ["space begins", "q leaves", "it begins by", "itself"]);
    }

    #[test]
    fn what_is_too_long_is_cut() {
        assert_eq!(cut("Shoulders", 20), "Shoulders");
        assert_eq!(cut("Shoulders and jaw", 9), "Shoulder…");
    }
}
