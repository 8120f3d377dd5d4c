//! Where a step stands: its file, and the parameters that hold there.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::library::Asset;
use crate::script::{At, Diagnostic, FromWritten, Prose, ProsePiece, Setting, Source, Span, listed, nearest, shown};

use super::Origin;

/// The code of an error that only follows from one that has been told, and isn't told itself.
pub(super) const FOLLOWS: &str = "follows";

/// A parameter's value, and the values that it may have; any, if there are none.
#[derive(Clone, Debug)]
pub(super) struct Chosen {
    pub(super) value: String,
    pub(super) choices: Vec<String>,
}

/// The file that a step stands in, and the parameters that hold there.
#[derive(Clone)]
pub(super) struct Scope {
    pub(super) source: Arc<Source>,
    pub(super) asset: Asset,
    pub(super) params: BTreeMap<String, Chosen>,
    /// Whether all its parameters could be read.
    pub(super) params_known: bool,
    /// The step being read: the place of what has none of its own.
    pub(super) step: Span,
}

impl Scope {
    /// A place, or the step's where a short form left it open.
    pub(super) fn origin(&self, span: Span) -> Origin {
        let span = if span == Span::default() { self.step } else { span };
        Origin { source: Arc::clone(&self.source), span }
    }

    pub(super) fn error(&self, span: Span, code: &'static str, message: impl Into<String>) -> Diagnostic {
        let origin = self.origin(span);
        Diagnostic::error(&origin.source, origin.span, code, message)
    }

    /// The value of a setting: as written, or as its parameter gives it.
    pub(super) fn get<T: FromWritten + Clone>(&self, setting: &At<Setting<T>>) -> Result<T, Diagnostic> {
        let name = match &setting.value {
            Setting::Value(value) => return Ok(value.clone()),
            Setting::Param(name) => name,
        };
        let value = &self.param(name, setting.span)?.value;
        let number = value.parse::<f64>().is_ok();
        T::from_written(value, number).map_err(|message| {
            let message = message.lines().next().unwrap_or_default();
            let (message, help) = message.rsplit_once("; ").unwrap_or((message, ""));
            let message = format!("the parameter `${name}` has the value `{}`: {message}", shown(value));
            let error = self.error(setting.span, "wrong-value", message);
            if help.is_empty() { error } else { error.help(help) }
        })
    }

    /// The value of a parameter.
    pub(super) fn param(&self, name: &str, span: Span) -> Result<&Chosen, Diagnostic> {
        self.params.get(name).ok_or_else(|| {
            let code = if self.params_known { "unknown-param" } else { FOLLOWS };
            let error = self.error(span, code, format!("there is no parameter `{name}`"));
            match (nearest(name, self.params.keys().map(String::as_str)), self.params.is_empty()) {
                (Some(meant), _) => error.help(format!("did you mean `{meant}`?")),
                (None, true) => error.help("parameters are declared under `params:` at the top of the file"),
                (None, false) => error.help(format!("there are: {}", listed(self.params.keys().map(String::as_str)))),
            }
        })
    }

    /// Prose with its `{places}` filled in; `own` are those that a step itself knows.
    pub(super) fn prose(&self, prose: &At<Prose>, own: &[(&str, &str)]) -> Result<Vec<ProsePiece>, Vec<Diagnostic>> {
        let mut errors = Vec::new();
        let pieces = prose
            .pieces
            .iter()
            .map(|piece| match piece {
                ProsePiece::Words(words) => ProsePiece::Words(self.fill(words, prose.span, own, &mut errors)),
                pause => pause.clone(),
            })
            .collect();
        if errors.is_empty() { Ok(pieces) } else { Err(errors) }
    }

    fn fill(&self, words: &str, span: Span, own: &[(&str, &str)], errors: &mut Vec<Diagnostic>) -> String {
        let mut filled = String::new();
        let mut rest = words;
        while let Some(open) = rest.find('{') {
            filled.push_str(&rest[..open]);
            let inside = &rest[open + 1..];
            let Some(close) = inside.find('}') else {
                errors.push(self.error(
                    span,
                    "wrong-value",
                    "a `{` opens a place to fill in that isn't closed with `}`",
                ));
                return filled;
            };
            let name = &inside[..close];
            match own.iter().find(|(own, _)| *own == name) {
                Some((_, value)) => filled.push_str(value),
                None => match self.params.get(name) {
                    Some(chosen) => filled.push_str(&chosen.value),
                    None => errors.push(self.unknown_place(name, span, own)),
                },
            }
            rest = &inside[close + 1..];
        }
        filled.push_str(rest);
        filled
    }

    fn unknown_place(&self, name: &str, span: Span, own: &[(&str, &str)]) -> Diagnostic {
        let written = format!("{{{name}}}");
        let offset = self.source.slice(span).find(&written);
        let span = offset.map_or(span, |at| Span::new(span.start + at, span.start + at + written.len()));
        let names: Vec<&str> = own.iter().map(|(own, _)| *own).chain(self.params.keys().map(String::as_str)).collect();
        let code = if self.params_known { "unknown-place" } else { FOLLOWS };
        let error = self.error(span, code, format!("nothing is known to fill in for `{{{}}}`", shown(name)));
        match (nearest(name, names.iter().copied()), names.is_empty()) {
            (Some(meant), _) => error.help(format!("did you mean `{{{meant}}}`?")),
            (None, true) => error.help("a place to fill in is the name of a parameter from `params:`"),
            (None, false) => error.help(format!("known here: {}", listed(names))),
        }
    }
}
