//! Diagnostics for people and for programs: pictures of the place, or JSON.

use std::fmt::Write as _;
use std::path::Path;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};
use serde_json::{Value, json};

use crate::guide::text::{clean, wrap};
use crate::script::{Diagnostic, Severity};

/// A picture of each diagnostic, with `FILE:LINE:COLUMN`.
pub(super) fn render(diagnostics: &[Diagnostic], colour: bool, width: usize) -> String {
    let unicode = std::env::var("LC_ALL").or_else(|_| std::env::var("LC_CTYPE")).or_else(|_| std::env::var("LANG"));
    let unicode = unicode.is_ok_and(|locale| locale.to_uppercase().contains("UTF"));
    let theme = match (unicode, colour) {
        (true, true) => GraphicalTheme::unicode(),
        (true, false) => GraphicalTheme::unicode_nocolor(),
        (false, true) => GraphicalTheme { characters: miette::ThemeCharacters::ascii(), ..GraphicalTheme::unicode() },
        (false, false) => {
            GraphicalTheme { characters: miette::ThemeCharacters::ascii(), ..GraphicalTheme::unicode_nocolor() }
        }
    };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(width.clamp(40, 100)).with_links(false);
    let width = width.clamp(40, 100);
    let mut out = String::new();
    for diagnostic in diagnostics {
        let (line, column) = diagnostic.source.line_and_column(diagnostic.span.start);
        let path = clean(&diagnostic.source.path.to_string_lossy());
        let kind = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let message = clean(&diagnostic.message);
        let _ = writeln!(out, "{path}:{line}:{column}: {kind}: {message}");
        let text = harmless(&diagnostic.source.text);
        if !text.is_empty() {
            let start = diagnostic.span.start.min(text.len().saturating_sub(1));
            let end = diagnostic.span.end.clamp(start, text.len());
            let first_line = text.as_bytes()[start..end].iter().position(|byte| *byte == b'\n').unwrap_or(end - start);
            let label = LabeledSpan::new(None, start, first_line);
            let picture =
                MietteDiagnostic::new(diagnostic.code).with_label(label).with_severity(match diagnostic.severity {
                    Severity::Error => miette::Severity::Error,
                    Severity::Warning => miette::Severity::Warning,
                });
            let picture = match &diagnostic.help {
                Some(help) => picture.with_help(wrapped(&clean(help), width)),
                None => picture,
            };
            let report = Report::new(picture).with_source_code(NamedSource::new(path, text));
            let _ = handler.render_report(&mut out, report.as_ref());
        } else if let Some(help) = &diagnostic.help {
            let _ = writeln!(out, "  help: {}", clean(help));
        }
        out.push('\n');
    }
    out
}

/// Broken between words, and there only: left to itself the picture would break `upper-arm` at its hyphen.
fn wrapped(help: &str, width: usize) -> String {
    // The picture's own indent, and the two columns that it keeps free.
    const INDENT: usize = 10;
    wrap(help, width - INDENT).join("\n")
}

/// A source's text with nothing in it that a terminal would obey, and every byte at its old place.
fn harmless(text: &str) -> String {
    let replace = |c: char| match (c, c.len_utf8()) {
        ('\n' | '\t', _) => c,
        ('\r', _) => ' ',
        (c, 1) if c.is_control() => '?',
        (c, 2) if c.is_control() => '¿',
        ('\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}', 3) => '\u{fffd}',
        _ => c,
    };
    text.chars().map(replace).collect()
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
}
