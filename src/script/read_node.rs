//! The tree as serde reads it: each value with its place, so that what goes wrong is known to go wrong there.

use serde::de::{self, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::Span;
use super::fault::{Fault, NO_VALUE, Problem};
use super::node::{Key, Node, Value};
use super::value::{AT_FIELDS, AT_NAME};

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
