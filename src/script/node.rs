//! YAML as a tree in which every key and value knows its place.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{DuplicateKeyPolicy, Error, NonFiniteFloatPolicy, Spanned};

use super::decode::BEGINNING;
use super::diagnostic::shown;
use super::{Diagnostic, LARGEST_FILE, Source, Span};

/// A value and its place.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) value: Value,
    pub(super) span: Span,
}

#[derive(Clone, Debug)]
pub(super) enum Value {
    Null,
    Bool(bool),
    /// As it stands in the file.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Debug)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) span: Span,
}

impl Value {
    /// What a person would call it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(_) => "yes or no",
            Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map of keys",
        }
    }
}

/// Reads the text of a source; what it says twice is read once and told of.
pub(super) fn parse(source: &Arc<Source>) -> Result<(Node, Vec<Diagnostic>), Diagnostic> {
    let whole = Span::new(0, source.text.len().min(1));
    if source.text.len() > LARGEST_FILE {
        return Err(Diagnostic::too_large(source, source.text.len() as u64));
    }
    let empty = || Diagnostic::error(source, whole, "empty", "this file is empty").help(BEGINNING);
    if source.text.trim().is_empty() {
        return Err(empty());
    }
    let options = serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        reject_unsupported_tags: true,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        budget: serde_saphyr::budget! {
            max_depth: DEEPEST,
            max_aliases: MOST_ALIASES,
            max_documents: 1,
            // A script of the largest size has fewer.
            max_nodes: LARGEST_FILE,
            max_recorded_anchor_events: 100_000,
            max_events: 4 * LARGEST_FILE,
            max_buffered_comment_events: 4096,
        },
    };
    let spanned = serde_saphyr::from_str_with_options::<Spanned<Value>>(&source.text, options)
        .map_err(|error| not_yaml(source, &error))?;
    if matches!(spanned.value, Value::Null) {
        return Err(empty());
    }
    let mut diagnostics = Vec::new();
    let mut tree = node(spanned);
    tidy(&mut tree, source, &mut diagnostics);
    Ok((tree, diagnostics))
}

/// What a person can do about text that is no YAML.
fn not_yaml(source: &Arc<Source>, error: &Error) -> Diagnostic {
    let error = error.without_snippet();
    if let Error::AliasError { error: inner, .. } = error {
        let place = at(source, error, "").span;
        return Diagnostic { span: place, ..not_yaml(source, inner) };
    }
    let message = error.to_string();
    // The library ends its sentence with the place, which is shown on its own.
    let message = message.split(" at line ").next().unwrap_or(&message);
    let message = format!("this can't be read as YAML: {message}");
    let help = match error {
        Error::Budget { breach: BudgetBreach::Documents { .. }, .. } => {
            return at(source, error, "one file holds one script, but here begins another")
                .help("take the line `---` out, or put what follows into a file of its own");
        }
        Error::Budget { breach: BudgetBreach::Depth { .. }, .. } => return too_deep(source, error),
        _ if message.contains("recursion limit") => return too_deep(source, error),
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::RecursiveReferencesRequireWeakTypes { .. } => {
            return at(source, error, "this script grows beyond all bounds when it is read")
                .help(format!("use fewer aliases (`*name`): {MOST_ALIASES} are the most; `repeat` plays steps again"));
        }
        Error::UnsupportedTag { tag, .. } => {
            let tag: String = tag.chars().take(40).collect();
            return at(source, error, format!("the tag `{tag}` means nothing in a script"))
                .help("take the word with its `!` out, or put the whole value into \"quotes\"");
        }
        Error::UnknownAnchor { .. } => {
            "an alias `*name` needs an anchor `&name` before it; a sentence that begins \
                                        with `*` belongs into \"quotes\""
        }
        _ if message.contains("tab") => "indent with spaces: YAML knows no tabs",
        _ if message.contains("quote") => "a sentence in quotes ends with the same mark that it begins with",
        _ if message.contains("'-' indicator") || message.contains("ndent") => {
            "entries of one list begin in the same column: look at the spaces before this line"
        }
        _ if message.contains("flow mapping") || message.contains("flow sequence") => {
            "inside `{ … }` a sentence with `[`, `,` or `: ` in it belongs into \"quotes\""
        }
        _ if message.contains("unexpected character") || message.contains("expected key") => {
            "a sentence that begins with a mark such as `[`, `{`, `@` or `%` belongs into \"quotes\", or under `say: |`"
        }
        Error::Unexpected { .. } => "a key is one word, such as `say`",
        _ => "often a `:` or `#` inside a sentence is the reason: put the sentence into \"quotes\", or under `say: |`",
    };
    at(source, error, message).help(help)
}

fn too_deep(source: &Arc<Source>, error: &Error) -> Diagnostic {
    at(source, error, format!("lists and maps lie in each other more than {DEEPEST} deep"))
        .help("put the inner steps into a part and include it: `- include: parts/closing.yaml`")
}

fn at(source: &Arc<Source>, error: &Error, message: impl Into<String>) -> Diagnostic {
    let whole = Span::new(0, source.text.len().min(1));
    let span = error.location().map_or(whole, |location| {
        let (line, column) = (location.line() as usize, location.column() as usize);
        match location.span().byte_offset() {
            Some(_) => span(&location),
            // Where the grammar itself is broken the library knows only line and column.
            None => source.at_line_and_column(line, column),
        }
    });
    Diagnostic::error(source, span, "not-yaml", message)
}

/// Keeps numbers as they were written, and the first of the keys that a map has twice.
fn tidy(node: &mut Node, source: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) {
    match &mut node.value {
        Value::Number(number) => {
            let written = source.slice(node.span).trim();
            // An alias stands where its number doesn't.
            if written.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) {
                *number = written.to_string();
            }
        }
        Value::List(items) => items.iter_mut().for_each(|item| tidy(item, source, diagnostics)),
        Value::Map(entries) => {
            let mut seen = std::collections::HashSet::new();
            entries.retain(|(key, _)| {
                let new = seen.insert(key.name.clone());
                if !new {
                    let message = format!("the key `{}` stands here twice", shown(&key.name));
                    let diagnostic = Diagnostic::error(source, key.span, "same-key", message);
                    diagnostics.push(diagnostic.help("take one of the two out, or begin a new step with `- `"));
                }
                new
            });
            entries.iter_mut().for_each(|(_, value)| tidy(value, source, diagnostics));
        }
        Value::Null | Value::Bool(_) | Value::Text(_) => {}
    }
}

/// How deep lists and maps may lie in each other.
const DEEPEST: usize = 64;
/// How many aliases a script may use; more make bombs.
const MOST_ALIASES: usize = 64;

fn span(location: &serde_saphyr::Location) -> Span {
    let span = location.span();
    let start = span.byte_offset().map_or(0, |offset| offset as usize);
    let length = span.byte_len().map_or(1, |length| length as usize);
    Span::new(start, start.saturating_add(length.max(1)))
}

fn node(spanned: Spanned<Value>) -> Node {
    let mut span = span(&spanned.referenced);
    // The library's place of a list or a map is its first token; its end is that of its last child.
    match &spanned.value {
        Value::List(items) => items.last().into_iter().for_each(|last| span.end = span.end.max(last.span.end)),
        Value::Map(entries) => {
            if let Some((first, _)) = entries.first() {
                span.start = span.start.min(first.span.start);
            }
            entries.last().into_iter().for_each(|(_, last)| span.end = span.end.max(last.span.end));
        }
        _ => {}
    }
    Node { value: spanned.value, span }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: de::Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value.to_string()))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<Spanned<Value>>()? {
            list.push(node(item));
        }
        Ok(Value::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<Spanned<String>>()? {
            let key = Key { name: key.value, span: span(&key.referenced) };
            map.push((key, node(entries.next_value::<Spanned<Value>>()?)));
        }
        Ok(Value::Map(map))
    }
}
