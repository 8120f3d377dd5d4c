//! A file's text and places in it.

use std::path::PathBuf;

/// A text and where it came from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it came from; for a bundled session, its path inside the repository.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
}

/// A stretch of a source's text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From its first byte to one past its last.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end: end.max(start) }
    }
}

impl Source {
    /// Line and column of a byte, both from 1; columns count characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &self.text[..byte];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
        (line, before[line_start..].chars().count() + 1)
    }

    /// The character at a line and a column, both from 1; the last one where there is none.
    pub fn at_line_and_column(&self, line: usize, column: usize) -> Span {
        let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(index, _)| index + 1);
        let start = std::iter::once(0).chain(ends).nth(line.max(1) - 1).unwrap_or(self.text.len());
        let rest = &self.text[start..];
        let within = rest.find('\n').unwrap_or(rest.len());
        let offset = rest[..within].char_indices().nth(column.max(1) - 1).map_or(within, |(offset, _)| offset);
        let length = rest[offset..].chars().next().map_or(1, char::len_utf8);
        Span::new(start + offset, start + offset + length)
    }

    /// The text of a span; empty where the span doesn't fit.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end.min(self.text.len())).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let source = Source { path: "x.yaml".into(), text: "ab\nçd\n".into() };
        assert_eq!(source.line_and_column(0), (1, 1));
        assert_eq!(source.line_and_column(5), (2, 2));
        assert_eq!(source.line_and_column(4), (2, 1), "inside a character counts as its beginning");
        assert_eq!(source.line_and_column(999), (3, 1));
        assert_eq!(source.at_line_and_column(2, 2), Span::new(5, 6));
        assert_eq!(source.at_line_and_column(2, 99), Span::new(6, 7), "past a line's end is its end");
        assert_eq!(source.at_line_and_column(99, 1).start, source.text.len());
    }
}
