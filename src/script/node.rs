//! YAML as a tree in which every key and value knows its place.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;

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
    Whole(i64),
    Number(f64),
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
            Value::Whole(_) | Value::Number(_) => "a number",
            Value::Text(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map of keys",
        }
    }
}

/// Reads the text of a source.
pub(super) fn parse(source: &Arc<Source>) -> Result<Node, Diagnostic> {
    let whole = Span::new(0, source.text.len().min(1));
    if source.text.len() > LARGEST_FILE {
        let size = source.text.len() / 1024;
        return Err(Diagnostic::error(
            source,
            whole,
            "too-large",
            format!("this file is too large to be a script: {size} kB"),
        )
        .help(format!("a script may have up to {} kB; sound belongs into tracks beside it", LARGEST_FILE / 1024)));
    }
    if source.text.trim().is_empty() {
        return Err(Diagnostic::error(source, whole, "empty", "this file is empty")
            .help("a session begins with `letgo: 1` and a `title:`; see docs/language.md"));
    }
    let options = serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        budget: serde_saphyr::budget! {
            max_depth: DEEPEST,
            max_aliases: 64,
            max_documents: 1,
            max_buffered_comment_events: 4096,
        },
    };
    match serde_saphyr::from_str_with_options::<Spanned<Value>>(&source.text, options) {
        Ok(spanned) => Ok(node(spanned)),
        Err(error) => {
            let span = error.location().map_or(whole, |location| span(&location));
            let message = error.without_snippet().to_string();
            // The library ends its sentence with the place, which is shown on its own.
            let message = message.split(" at line ").next().unwrap_or(&message).to_string();
            Err(Diagnostic::error(source, span, "not-yaml", format!("this can't be read as YAML: {message}")).help(
                "often a `:` or `#` inside a sentence is the reason: put the sentence into \"quotes\" or under `|`",
            ))
        }
    }
}

/// How deep lists and maps may lie in each other.
const DEEPEST: usize = 64;

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
        Ok(Value::Whole(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Number(value as f64), Value::Whole))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Number(value))
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
