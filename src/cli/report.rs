//! Diagnostics for people and for programs: pictures of the place, or JSON.

use std::fmt::Write as _;
use std::path::Path;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError, MietteSpanContents, Report,
    SourceCode, SourceSpan, SpanContents,
};
use serde_json::{Value, json};

use crate::guide::text::{clean, is_utf8, wrap};
use crate::script::{Diagnostic, Severity};

/// A picture of each diagnostic, with `FILE:LINE:COLUMN`.
pub(super) fn render(diagnostics: &[Diagnostic], colour: bool, width: usize) -> String {
    let theme = match (is_utf8(), colour) {
        (true, true) => GraphicalTheme::unicode(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (false, true) => GraphicalTheme { characters: miette::ThemeCharacters::ascii(), ..GraphicalTheme::unicode() },
        (false, false) => {
            GraphicalTheme { characters: miette::ThemeCharacters::ascii(), ..GraphicalTheme::unicode_nocolor() }
        }
    };
    let width = width.clamp(40, 100);
    let handler =
        GraphicalReportHandler::new_themed(theme).with_width(width).with_links(false).without_primary_span_start();
    let mut out = String::new();
    for diagnostic in diagnostics {
        let (line, column) = diagnostic.source.line_and_column(diagnostic.span.start);
        let place = format!("{}:{line}:{column}", clean(&diagnostic.source.path.to_string_lossy()));
        let (kind, severity) = match diagnostic.severity {
            Severity::Error => ("error", miette::Severity::Error),
            Severity::Warning => ("warning", miette::Severity::Warning),
        };
        let _ = writeln!(out, "{place}: {kind}: {}", clean(&diagnostic.message));
        match Excerpt::of(diagnostic, line, place) {
            Some(excerpt) => {
                let label = LabeledSpan::new(None, excerpt.mark.0, excerpt.mark.1);
                let picture = MietteDiagnostic::new(diagnostic.code).with_label(label).with_severity(severity);
                let picture = match &diagnostic.help {
                    Some(help) => picture.with_help(wrapped(&clean(help), width)),
                    None => picture,
                };
                let report = Report::new(picture).with_source_code(excerpt);
                let _ = handler.render_report(&mut out, report.as_ref());
            }
            None => {
                if let Some(help) = &diagnostic.help {
                    let _ = writeln!(out, "  help: {}", clean(help));
                }
            }
        }
        out.push('\n');
    }
    out
}

/// The line of a place with its neighbours, as a picture shows them. Very long lines are cut around the place.
#[derive(Debug)]
struct Excerpt {
    /// File, line and column.
    place: String,
    text: String,
    /// The number of its first line, from 0.
    first: usize,
    /// What to mark in the text: from where, and how much, in bytes.
    mark: (usize, usize),
}

impl Excerpt {
    /// Lines longer than this are cut; so much is then left before the place, and in all.
    const LONGEST: usize = 240;
    const BEFORE: usize = 40;
    const LEFT: usize = 160;

    fn of(diagnostic: &Diagnostic, line: usize, place: String) -> Option<Excerpt> {
        let lines: Vec<&str> = diagnostic.source.text.lines().skip(line.saturating_sub(2)).take(3).collect();
        let own = lines.len().min(line.min(2)).checked_sub(1)?;
        let (_, column) = diagnostic.source.line_and_column(diagnostic.span.start);
        let marked = diagnostic.source.slice(diagnostic.span).lines().next().map_or(1, |line| line.chars().count());
        let (mut text, mut mark) = (String::new(), (0, 0));
        for (index, line) in lines.iter().enumerate() {
            let long = line.chars().nth(Excerpt::LONGEST).is_some();
            let from = if long && index == own { (column - 1).saturating_sub(Excerpt::BEFORE) } else { 0 };
            let take = if long { Excerpt::LEFT } else { usize::MAX };
            if from > 0 {
                text.push('…');
            }
            for (at, c) in line.chars().enumerate().skip(from).take(take) {
                let start = text.len();
                text.push(harmless(c));
                if index == own && at + 1 == column {
                    mark.0 = start;
                }
                if index == own && (column..column + marked.max(1)).contains(&(at + 1)) {
                    mark.1 = text.len() - mark.0;
                }
            }
            if index == own && mark == (0, 0) && column > 1 {
                // Past the line's end.
                mark = (text.len(), 0);
            }
            if line.chars().nth(from.saturating_add(take)).is_some() {
                text.push('…');
            }
            text.push('\n');
        }
        Some(Excerpt { place, text, first: line.saturating_sub(2), mark })
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (bytes, all) = (self.text.as_bytes(), (0, self.text.len()).into());
        let lines = self.text.lines().count();
        Ok(Box::new(MietteSpanContents::new_named(self.place.clone(), bytes, all, self.first, 0, lines)))
    }
}

/// Broken between words, and there only: left to itself the picture would break `upper-arm` at its hyphen.
fn wrapped(help: &str, width: usize) -> String {
    // The picture's own indent, and the two columns that it keeps free.
    const INDENT: usize = 10;
    wrap(help, width - INDENT).join("\n")
}

/// A character of a source, or what stands for one that a terminal would obey.
fn harmless(c: char) -> char {
    match c {
        '\t' => c,
        c if c.is_control() => '?',
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => '\u{fffd}',
        '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        c => c,
    }
}

/// The documented JSON of one file's diagnostics.
pub(super) fn json(path: &Path, diagnostics: &[Diagnostic]) -> Value {
    let list: Vec<Value> = diagnostics
        .iter()
        .map(|diagnostic| {
            let (line, column) = diagnostic.source.line_and_column(diagnostic.span.start);
            json!({
                "severity": diagnostic.severity,
                "code": diagnostic.code,
                "message": diagnostic.message,
                "file": diagnostic.source.path.to_string_lossy(),
                "line": line,
                "column": column,
                "help": diagnostic.help,
            })
        })
        .collect();
    json!({ "path": path.to_string_lossy(), "diagnostics": list })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::{Source, Span};
    use std::sync::Arc;

    #[test]
    fn shows_the_place_and_no_escapes() {
        let text = "title: a\u{1b}[31m b\u{202e}\nsteps: x\n".to_string();
        let source = Arc::new(Source { path: "a\u{1b}.yaml".into(), text });
        let diagnostic = Diagnostic::error(&source, Span::new(7, 12), "some-code", "wrong \u{7}").help("do\u{9b}this");
        let shown = render(&[diagnostic], false, 80);
        assert!(shown.contains(":1:8: error: "), "{shown}");
        assert!(shown.contains("some-code"), "{shown}");
        assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{shown:?}");
        assert!(!shown.contains('\u{202e}'));
    }

    fn shown(text: &str, span: Span) -> String {
        let source = Arc::new(Source { path: "x.yaml".into(), text: text.to_string() });
        render(&[Diagnostic::error(&source, span, "some-code", "wrong")], false, 80)
    }

    #[test]
    fn the_picture_is_of_the_line_and_its_neighbours() {
        let text = "one\ntwo\nthrée four\nfive\nsix\n";
        let start = text.find("four").unwrap();
        let shown = shown(text, Span::new(start, start + 4));
        assert!(shown.starts_with("x.yaml:3:7: error: wrong\n"), "{shown}");
        assert!(!shown.contains("one") && shown.contains("two") && shown.contains("five") && !shown.contains("six"));
        let lines: Vec<&str> = shown.lines().collect();
        let at = lines.iter().position(|line| line.contains("four")).unwrap();
        let column = |line: &str, what: char| line.chars().position(|c| c == what);
        assert_eq!(column(lines[at], 'f'), column(lines[at + 1], '^').or(column(lines[at + 1], '─')), "{shown}");
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_place() {
        let text = format!("a: {}HERE{}\nnext: {}\n", "x".repeat(90_000), "y".repeat(90_000), "z".repeat(90_000));
        let at = text.find("HERE").unwrap();
        let shown = shown(&text, Span::new(at, at + 4));
        assert!(shown.contains("xHEREy") && shown.len() < 2000, "{shown}");
        assert!(shown.contains("x.yaml:1:90004: error"), "{shown}");
    }

    #[test]
    fn any_place_of_any_text_can_be_shown() {
        for text in ["", "a", "\n", "ä\n\n\u{1b}b", "a\r\nb\r\n", "\t\ta: b"] {
            for start in 0..=text.len() + 2 {
                for end in start..=text.len() + 3 {
                    assert!(shown(text, Span::new(start, end)).contains("error: wrong"));
                }
            }
        }
    }
}
