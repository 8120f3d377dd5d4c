//! From the YAML tree to the typed script, with all errors at once.
//!
//! The types of [`super::language`] are read by serde, which stops at the first error. So an error is written down,
//! the entry that caused it is taken out of the tree, and the reading begins anew, until nothing is wrong or nothing
//! is left. What is taken out is remembered, so that it isn't also called missing. What could be read is given back
//! with the errors: whoever resolves it finds what else is wrong.

use std::collections::{BTreeSet, HashSet};
use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::de::{self, DeserializeOwned, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::diagnostic::{allowed, nearest, shown};
use super::node::{Key, Node, Value, parse};
use super::schema::required_keys;
use super::value::{AT_FIELDS, AT_NAME, NOTHING_IN_LIST};
use super::{Diagnostic, Source, Span};

/// More errors than this in one file help nobody.
pub(super) const MOST_ERRORS: usize = 100;

/// What a person writes first.
pub(super) const BEGINNING: &str = "a session begins with `letgo: 1`, a `title: …` and `steps:`; see docs/language.md";

const NO_VALUE: &str = "there is no value here; write one after the key, or take the key out";

/// What was understood of a file, and what wasn't.
#[derive(Debug)]
pub struct Reading<T> {
    /// What could be read, without what is wrong; nothing where too little is left.
    pub value: Option<T>,
    /// All that is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
    /// The keys at the top of the file under which something is wrong, and so missing from the value.
    lost: BTreeSet<String>,
}

impl<T> Reading<T> {
    /// Whether all that the file says under a key was understood.
    pub fn has_all_of(&self, key: &str) -> bool {
        !self.lost.contains(key)
    }
}

/// Reads a whole document of one type.
pub(super) fn document<T: DeserializeOwned + JsonSchema>(source: &Arc<Source>) -> Reading<T> {
    let (mut tree, mut diagnostics) = match parse(source) {
        Ok(parsed) => parsed,
        Err(diagnostic) => return Reading { value: None, diagnostics: vec![diagnostic], lost: BTreeSet::new() },
    };
    let mut taken = HashSet::new();
    let mut lost = BTreeSet::new();
    let mut value = None;
    while diagnostics.len() < MOST_ERRORS {
        let fault = match T::deserialize(&tree) {
            Ok(read) => {
                value = Some(read);
                break;
            }
            Err(fault) => fault,
        };
        let at = fault.at.unwrap_or(tree.span);
        let found = describe::<T>(source, &tree, &fault, at, &taken);
        diagnostics.extend(narrow(source, found));
        lost.extend(top_key(&tree, at));
        if !take_out(&mut tree, at, &mut taken) {
            break;
        }
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Reading { value, diagnostics, lost }
}

/// What went wrong while reading a node.
#[derive(Debug)]
pub(super) struct Fault {
    at: Option<Span>,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
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
fn describe<T: JsonSchema>(
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
fn narrow(source: &Arc<Source>, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
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

/// The key at the top of the file under which a place lies.
fn top_key(tree: &Node, at: Span) -> Option<String> {
    fn holds(node: &Node, at: Span) -> bool {
        node.span == at
            || match &node.value {
                Value::Map(entries) => entries.iter().any(|(key, value)| key.span == at || holds(value, at)),
                Value::List(items) => items.iter().any(|item| holds(item, at)),
                _ => false,
            }
    }
    let Value::Map(entries) = &tree.value else { return None };
    entries.iter().find(|(key, value)| key.span == at || holds(value, at)).map(|(key, _)| key.name.clone())
}

fn present_keys(node: &Node, at: Span) -> Vec<String> {
    match &node.value {
        Value::Map(entries) if node.span == at => entries.iter().map(|(key, _)| key.name.clone()).collect(),
        Value::Map(entries) => entries.iter().flat_map(|(_, value)| present_keys(value, at)).collect(),
        Value::List(items) => items.iter().flat_map(|item| present_keys(item, at)).collect(),
        _ => Vec::new(),
    }
}

/// Removes the smallest entry that holds a faulty place; says whether there was one.
fn take_out(node: &mut Node, at: Span, taken: &mut HashSet<(Span, String)>) -> bool {
    let span = node.span;
    match &mut node.value {
        Value::Map(entries) => {
            for (_, value) in entries.iter_mut() {
                if value.span != at && take_out(value, at, taken) {
                    return true;
                }
            }
            let Some(index) = entries.iter().position(|(key, value)| key.span == at || value.span == at) else {
                return false;
            };
            taken.insert((span, entries.remove(index).0.name));
            true
        }
        Value::List(items) => {
            for item in items.iter_mut() {
                if item.span != at && take_out(item, at, taken) {
                    return true;
                }
            }
            let Some(index) = items.iter().position(|item| item.span == at) else { return false };
            items.remove(index);
            taken.insert((span, String::new()));
            true
        }
        _ => false,
    }
}

fn located<T>(result: Result<T, Fault>, at: Span) -> Result<T, Fault> {
    result.map_err(|fault| Fault { at: fault.at.or(Some(at)), ..fault })
}

impl<'de> de::Deserializer<'de> for &Node {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            // serde has no visit for a number as it is written; whoever takes one takes it so.
            Value::Number(written) => visitor.visit_newtype_struct(de::value::StrDeserializer::<Fault>::new(written)),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(items) => visitor.visit_seq(Items { items: items.iter() }),
            Value::Map(entries) => visitor.visit_map(Entries { entries: entries.iter(), value: None }),
        };
        located(result, self.span)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value {
            // An empty value is more likely a forgotten one than a wish for nothing.
            Value::Null => located(Err(Problem::Said(NO_VALUE.into()).into()), self.span),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        if name == AT_NAME {
            return visitor.visit_map(Placed { node: self, fields: fields.iter() });
        }
        // Without fields it has a short form, which may be one value too.
        let fits = match self.value {
            Value::Map(_) | Value::Null => true,
            Value::List(_) => false,
            _ => fields.is_empty(),
        };
        if !fits && fields.is_empty() {
            let (found, wanted) = (self.value.kind().into(), "one value, or keys with values".into());
            return located(Err(Problem::WrongKind { found, wanted }.into()), self.span);
        }
        if !fits {
            return located(Err(Problem::NoMap { found: self.value.kind(), keys: fields }.into()), self.span);
        }
        self.deserialize_any(visitor).map_err(|fault| match fault.problem {
            Problem::Missing { name: key, of: None } if fault.at == Some(self.span) => {
                Fault { at: fault.at, problem: Problem::Missing { name: key, of: Some(name) } }
            }
            _ => fault,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let result = match &self.value {
            Value::Map(entries) => match entries.as_slice() {
                [(key, value)] => visitor.visit_enum(Variant { key, value: Some(value) }),
                [] => Err(Problem::EmptyStep.into()),
                [(first, _), (second, _), ..] => Err(Fault {
                    at: Some(second.span),
                    problem: Problem::Said(format!(
                        "a step has one key, its kind, but here are `{}` and `{}`; begin a new step with `- ` before the \
                         second, or indent it if it belongs to the first",
                        first.name, second.name
                    )),
                }),
            },
            Value::Text(text) if variants.contains(&text.as_str()) => {
                let key = Key { name: text.clone(), span: self.span };
                return located(visitor.visit_enum(Variant { key: &key, value: None }), self.span);
            }
            Value::Text(text) if text.contains(' ') => {
                Err(de::Error::custom("this is text where a step is wanted; to have it spoken write `- say: …`"))
            }
            Value::Text(text) => Err(de::Error::unknown_variant(text, variants)),
            other => {
                Err(Problem::WrongKind { found: other.kind().into(), wanted: "a step such as `say: …`".into() }.into())
            }
        };
        located(result, self.span)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        located(visitor.visit_newtype_struct(self), self.span)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let found = self.value.kind();
        match &self.value {
            Value::List(_) | Value::Null => self.deserialize_any(visitor),
            Value::Text(text) if text.len() < 60 && !text.contains(['\n', ',']) => {
                located(Err(Problem::NoList { found, written: Some(text.clone()) }.into()), self.span)
            }
            _ => located(Err(Problem::NoList { found, written: None }.into()), self.span),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.value {
            Value::Map(_) | Value::Null => self.deserialize_any(visitor),
            other => {
                let (found, wanted) = (other.kind().into(), "names with values".into());
                located(Err(Problem::WrongKind { found, wanted }.into()), self.span)
            }
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct identifier ignored_any
    }
}

struct Items<'t> {
    items: std::slice::Iter<'t, Node>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.items.next().map(|node| located(seed.deserialize(node), node.span)).transpose()
    }
}

struct Entries<'t> {
    entries: std::slice::Iter<'t, (Key, Node)>,
    value: Option<&'t Node>,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        let name = de::value::StrDeserializer::<Fault>::new(&key.name);
        located(seed.deserialize(name), key.span).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let node = self.value.take().ok_or_else(|| -> Fault { de::Error::custom("a value was asked for twice") })?;
        located(seed.deserialize(node), node.span)
    }
}

/// A value with its place: see [`super::At`].
struct Placed<'t> {
    node: &'t Node,
    fields: std::slice::Iter<'static, &'static str>,
}

impl<'de> MapAccess<'de> for Placed<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(field) = self.fields.clone().next() else { return Ok(None) };
        seed.deserialize(de::value::StrDeserializer::<Fault>::new(field)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        use de::IntoDeserializer;
        match self.fields.next() {
            Some(&field) if field == AT_FIELDS[0] => seed.deserialize(self.node.span.start.into_deserializer()),
            Some(&field) if field == AT_FIELDS[1] => seed.deserialize(self.node.span.end.into_deserializer()),
            _ => located(seed.deserialize(self.node), self.node.span),
        }
    }
}

struct Variant<'t> {
    key: &'t Key,
    value: Option<&'t Node>,
}

impl<'de, 't> EnumAccess<'de> for Variant<'t> {
    type Error = Fault;
    type Variant = Variant<'t>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Variant<'t>), Fault> {
        let name = de::value::StrDeserializer::<Fault>::new(&self.key.name);
        Ok((located(seed.deserialize(name), self.key.span)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        match self.value {
            None => Ok(()),
            Some(node) => located(Err(de::Error::custom("nothing belongs after this word")), node.span),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        match self.value {
            Some(node) => located(seed.deserialize(node), node.span),
            None => {
                let message = format!("`{}` needs a value; write `{}: …`", self.key.name, self.key.name);
                located(Err(de::Error::custom(message)), self.key.span)
            }
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.newtype_variant_seed(Any(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Fault> {
        self.newtype_variant_seed(Any(visitor))
    }
}

struct Any<V>(V);

impl<'de, V: Visitor<'de>> DeserializeSeed<'de> for Any<V> {
    type Value = V::Value;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        deserializer.deserialize_any(self.0)
    }
}
