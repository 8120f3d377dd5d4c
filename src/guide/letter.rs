//! A therapist's letter, written in Markdown, as lines for a terminal or a screen reader.
//!
//! What Markdown marks is said by the layout alone. HTML is left out, whatever it says; a link shows where it leads;
//! pictures show what they are said to be.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::text::{clean, wrap};

/// The letter's lines, at most so many columns wide, with nothing in them that a terminal would obey.
pub fn letter_lines(markdown: &str, columns: usize) -> Vec<String> {
    let mut lines = Lines { lines: Vec::new(), columns: columns.max(20), lists: Vec::new(), mark: None };
    let mut text = String::new();
    let mut link: Option<(String, usize)> = None;
    let mut html = false;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::HtmlBlock) => html = true,
            Event::End(TagEnd::HtmlBlock) => html = false,
            _ if html => {}
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak => text.push(' '),
            Event::HardBreak => lines.line(&mut text),
            Event::Start(Tag::Link { dest_url, .. }) => link = Some((dest_url.to_string(), text.len())),
            Event::End(TagEnd::Link) => {
                if let Some((to, from)) = link.take()
                    && text.get(from..).is_some_and(|shown| shown != to && format!("mailto:{shown}") != to)
                {
                    text.push_str(&format!(" ({to})"));
                }
            }
            Event::Start(Tag::List(first)) => {
                lines.line(&mut text);
                lines.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                lines.lists.pop();
                lines.gap();
            }
            Event::Start(Tag::Item) => lines.item(),
            Event::End(TagEnd::Item) => lines.line(&mut text),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::BlockQuote(_)) => {
                lines.line(&mut text);
                if lines.lists.is_empty() {
                    lines.gap();
                }
            }
            Event::Rule => lines.gap(),
            _ => {}
        }
    }
    lines.line(&mut text);
    while lines.lines.last().is_some_and(String::is_empty) {
        lines.lines.pop();
    }
    lines.lines
}

struct Lines {
    lines: Vec<String>,
    columns: usize,
    /// The lists that we are in: their next number, if they have numbers.
    lists: Vec<Option<u64>>,
    /// What goes before the next line.
    mark: Option<String>,
}

impl Lines {
    /// Ends a line of text.
    fn line(&mut self, text: &mut String) {
        let words = clean(&std::mem::take(text));
        if words.trim().is_empty() {
            return;
        }
        // However deep the lists are, there is room for words.
        let indent = (2 * self.lists.len()).min(self.columns / 2);
        let mark = self.mark.take().unwrap_or_default();
        for (at, line) in wrap(&words, self.columns - indent).into_iter().enumerate() {
            let before = if at == 0 { &mark } else { "" };
            self.lines.push(format!("{before:>indent$}{line}"));
        }
    }

    /// Begins a thing of a list.
    fn item(&mut self) {
        self.mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number = number.saturating_add(1);
                Some(format!("{}. ", *number - 1))
            }
            _ => Some("- ".to_string()),
        };
    }

    /// Leaves a line empty.
    fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_reads_as_a_letter() {
        let lines = letter_lines(
            "# Dear Anna\n\nThis is **for you**, and\nfor nobody else.\n\n- evenings, *slowly*\n- left side\n  1. one\n  2. two\n\n\
             Ring me: [the practice](https://example.org), <me@example.org>\n\n> Warmly,\\\n> Bea\n",
            40,
        );
        assert_eq!(
            lines,
            [
                "Dear Anna",
                "",
                "This is for you, and for nobody else.",
                "",
                "- evenings, slowly",
                "- left side",
                " 1. one",
                " 2. two",
                "",
                "Ring me: the practice",
                "(https://example.org), me@example.org",
                "",
                "Warmly,",
                "Bea"
            ]
        );
    }

    #[test]
    fn nothing_in_it_is_obeyed() {
        let lines = letter_lines(
            "Hi\u{1b}[2J\u{9b}1m &#27;[31m <script>alert(1)</script> there\n\n<script>\nevil()\n</script>\n\n\
             ![a picture](http://x/y.png)\n\n[click](\u{202e}http://x)\n",
            80,
        );
        let text = lines.join("\n");
        assert!(!text.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{text:?}");
        assert!(!text.contains("<script>") && !text.contains("evil"), "{text:?}");
        assert!(text.contains("a picture") && text.contains("there"), "{text:?}");
    }

    #[test]
    fn deep_lists_and_narrow_screens_end_too() {
        let deep = "- ".repeat(300) + "x";
        assert!(!letter_lines(&deep, 1).is_empty());
        assert!(letter_lines("", 80).is_empty());
    }
}
