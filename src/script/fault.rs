//! What serde stumbles over, as facts, and the sentences that an author reads.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de;

use super::decode::BEGINNING;
use super::diagnostic::{allowed, nearest, shown};
use super::node::{Node, Value};
use super::schema::required_keys;
use super::value::NOTHING_IN_LIST;
use super::{Diagnostic, Source, Span};

pub(super) const NO_VALUE: &str = "there is no value here; write one after the key, or take the key out";

/// What went wrong while reading a node.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: Option<Span>,
    pub(super) problem: Problem,
}

#[derive(Debug)]
pub(super) enum Problem {
    UnknownKey {
        name: String,
        allowed: &'static [&'static str],
    },
    UnknownChoice {
        name: String,
        allowed: &'static [&'static str],
    },
    Missing {
        name: &'static str,
        of: Option<&'static str>,
    },
    WrongKind {
        found: String,
        wanted: String,
    },
    /// One value, or a list, where keys are wanted.
    NoMap {
        found: &'static str,
        keys: &'static [&'static str],
    },
    /// One value where a list is wanted.
    NoList {
        found: &'static str,
        written: Option<String>,
    },
    EmptyStep,
    Said(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.problem)
    }
}

impl std::error::Error for Fault {}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Fault {
        Fault { at: None, problem }
    }
}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Fault {
        Problem::Said(message.to_string()).into()
    }

    fn invalid_type(found: de::Unexpected<'_>, wanted: &dyn de::Expected) -> Fault {
        let found = match found {
            de::Unexpected::Unit | de::Unexpected::Option => return Problem::Said(NO_VALUE.into()).into(),
            de::Unexpected::Str(_) => "text".to_string(),
            de::Unexpected::NewtypeStruct => "a number".to_string(),
            de::Unexpected::Bool(b) => format!("`{b}`"),
            de::Unexpected::Seq => "a list".to_string(),
            de::Unexpected::Map => "a map of keys".to_string(),
            other => other.to_string(),
        };
        Problem::WrongKind { found, wanted: wanted.to_string() }.into()
    }

    fn invalid_value(found: de::Unexpected<'_>, wanted: &dyn de::Expected) -> Fault {
        Fault::invalid_type(found, wanted)
    }

    fn unknown_field(field: &str, allowed: &'static [&'static str]) -> Fault {
        Problem::UnknownKey { name: field.to_string(), allowed }.into()
    }

    fn unknown_variant(variant: &str, allowed: &'static [&'static str]) -> Fault {
        Problem::UnknownChoice { name: variant.to_string(), allowed }.into()
    }

    fn missing_field(name: &'static str) -> Fault {
        Problem::Missing { name, of: None }.into()
    }
}

/// The sentences for a fault; none where it only follows from one that was told already.
pub(super) fn describe<T: JsonSchema>(
    source: &Arc<Source>,
    tree: &Node,
    fault: &Fault,
    at: Span,
    taken: &HashSet<(Span, String)>,
) -> Vec<Diagnostic> {
    let error = |code, message: String| Diagnostic::error(source, at, code, message);
    match &fault.problem {
        Problem::UnknownKey { name, allowed: keys } => {
            let here = match name.contains(' ') {
                // Nobody means a key of several words.
                true => "inside `{ … }` a comma begins the next key: put the sentence into \"quotes\"".to_string(),
                false => allowed(name, keys.iter().copied()),
            };
            vec![error("unknown-key", format!("there is no key `{}` here", shown(name))).help(here)]
        }
        Problem::UnknownChoice { name, allowed: choices } => {
            let here = allowed(name, choices.iter().copied());
            vec![error("unknown-word", format!("`{}` isn't known here", shown(name))).help(here)]
        }
        Problem::Missing { name, of } => {
            let present = present_keys(tree, at);
            // serde tells of one missing key only; the schema knows the others.
            let mut required = of.map_or_else(Vec::new, required_keys::<T>);
            if !required.iter().any(|(key, _)| key == name) {
                required.push(((*name).to_string(), String::new()));
            }
            // A key that was written wrongly, and told of as that, isn't missing besides.
            let meant = |key: &str| {
                let mut here = taken.iter().filter(|(map, _)| *map == at).map(|(_, name)| name);
                here.any(|name| nearest(name, [key]).is_some())
            };
            required.retain(|(key, _)| !present.contains(key) && !meant(key));
            let first_line = Span::new(at.start, (at.start + 1).min(at.end));
            required
                .into_iter()
                .map(|(key, about)| {
                    let message = format!("the key `{key}` is missing here");
                    let help = format!("write `{key}: …` {}", about.trim_end_matches('.'));
                    Diagnostic::error(source, first_line, "missing-key", message).help(help.trim_end())
                })
                .collect()
        }
        Problem::NoMap { found, .. } if at == tree.span => {
            vec![error("wrong-value", format!("this is {found}, and no script")).help(BEGINNING)]
        }
        Problem::NoMap { found, keys } => {
            let help = format!("write its keys with their values; allowed here: {}", keys.join(", "));
            vec![error("wrong-value", format!("this is {found} instead of keys with values")).help(help)]
        }
        Problem::NoList { found, written } => {
            let help = match written {
                Some(written) => format!("write `[{written}]`"),
                None => "begin each entry on a line of its own with `- `".to_string(),
            };
            vec![error("wrong-value", format!("this is {found} instead of a list")).help(help)]
        }
        Problem::WrongKind { found, wanted } => {
            vec![error("wrong-value", format!("this is {found} instead of {wanted}"))]
        }
        // A step whose only key was faulty has been told of.
        Problem::EmptyStep if taken.iter().any(|(map, _)| *map == at) => Vec::new(),
        Problem::EmptyStep => {
            vec![error("wrong-value", "this step is empty".into()).help("write `say: …` or another kind")]
        }
        // Nor is a list called empty that has lost what was faulty.
        Problem::Said(message) if message == NOTHING_IN_LIST && taken.iter().any(|(list, _)| *list == at) => Vec::new(),
        Problem::Said(messages) => messages.lines().map(|message| said(source, at, message)).collect(),
    }
}

/// A message of a value's own, with its help after the last semicolon.
fn said(source: &Arc<Source>, at: Span, message: &str) -> Diagnostic {
    match message.rsplit_once("; ") {
        Some((message, help)) => Diagnostic::error(source, at, "wrong-value", message).help(help),
        None => Diagnostic::error(source, at, "wrong-value", message),
    }
}

/// Messages that quote a piece of a longer text point at that piece, one after the other.
pub(super) fn narrow(source: &Arc<Source>, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut from = 0;
    for diagnostic in &mut diagnostics {
        let quoted = diagnostic.message.strip_prefix('`').and_then(|rest| rest.split('`').next());
        let Some(quoted) = quoted.filter(|quoted| !quoted.is_empty()) else { continue };
        let start = from.max(diagnostic.span.start);
        if let Some(offset) = source.slice(Span::new(start, diagnostic.span.end)).find(quoted) {
            diagnostic.span = Span::new(start + offset, start + offset + quoted.len());
            from = diagnostic.span.end;
        }
    }
    diagnostics
}

fn present_keys(node: &Node, at: Span) -> Vec<String> {
    match &node.value {
        Value::Map(entries) if node.span == at => entries.iter().map(|(key, _)| key.name.clone()).collect(),
        Value::Map(entries) => entries.iter().flat_map(|(_, value)| present_keys(value, at)).collect(),
        Value::List(items) => items.iter().flat_map(|item| present_keys(item, at)).collect(),
        _ => Vec::new(),
    }
}
