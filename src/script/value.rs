//! How single values are written: with their place, as a parameter, as a time or a level.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

use crate::quantity::{Beat, BreathRate, Carrier, Level, Pace, Pressure, Time};

use super::Span;
use super::diagnostic::shown;

/// A value and its place in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

impl<T> std::ops::Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A list with something in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Several<T>(Vec<T>);

impl<T> std::ops::Deref for Several<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Several<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> std::slice::Iter<'a, T> {
        self.0.iter()
    }
}

/// What is said of a list with nothing in it.
pub(super) const NOTHING_IN_LIST: &str = "there is nothing in this list; write at least one entry";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Several<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Several<T>, D::Error> {
        match Vec::deserialize(deserializer)? {
            list if list.is_empty() => Err(de::Error::custom(NOTHING_IN_LIST)),
            list => Ok(Several(list)),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Several<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("SeveralOf{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": generator.subschema_for::<T>(), "minItems": 1 })
    }
}

/// The name by which the reader of the tree knows that a place is asked for.
pub(super) const AT_NAME: &str = "letgo::script::At";
/// The fields it gives then.
pub(super) const AT_FIELDS: &[&str] = &["start", "end", "value"];

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<At<T>, D::Error> {
        struct Fields<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Fields<T> {
            type Value = At<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<At<T>, A::Error> {
                let (mut start, mut end) = (0, 0);
                while let Some(field) = fields.next_key::<String>()? {
                    match field.as_str() {
                        "start" => start = fields.next_value()?,
                        "end" => end = fields.next_value()?,
                        _ => return Ok(At { value: fields.next_value()?, span: Span::new(start, end) }),
                    }
                }
                Err(de::Error::missing_field("value"))
            }
        }
        deserializer.deserialize_struct(AT_NAME, AT_FIELDS, Fields(PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
}

/// A value, or the name of the parameter that gives it: `left` or `$side`.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting<T> {
    /// Written out.
    Value(T),
    /// A parameter's, by its name without the `$`.
    Param(String),
}

impl<T: FromWritten> FromWritten for Setting<T> {
    fn from_written(written: &str, number: bool) -> Result<Setting<T>, String> {
        match written.strip_prefix('$') {
            Some(name) if is_param_name(name) => Ok(Setting::Param(name.to_string())),
            Some(_) => {
                let written = shown(written);
                Err(format!("`{written}` isn't a parameter; its name has small letters, digits and `-`, as in $side"))
            }
            None => T::from_written(written, number).map(Setting::Value),
        }
    }
}

impl<'de, T: FromWritten> Deserialize<'de> for Setting<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Setting<T>, D::Error> {
        deserialize_written(deserializer)
    }
}

impl<T: JsonSchema> JsonSchema for Setting<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}OrParam", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [value, { "type": "string", "pattern": PARAM_PATTERN, "description": "A parameter." }] })
    }
}

const PARAM_PATTERN: &str = "^\\$[a-z][a-z0-9-]{0,39}$";

/// Whether a text may name a parameter.
pub(crate) fn is_param_name(name: &str) -> bool {
    name.len() <= 40
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A value that can be read from what is written, be it plain in the file or given for a parameter.
pub trait FromWritten: Sized {
    /// Reads it. `number` says that the file has a bare number here.
    ///
    /// # Errors
    /// A sentence for the author.
    fn from_written(written: &str, number: bool) -> Result<Self, String>;
}

/// Visits any scalar as it was written.
struct Written<F>(F);

impl<'de, T, F: FnOnce(&str, bool) -> Result<T, String>> Visitor<'de> for Written<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a single value")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<T, E> {
        (self.0)(written, false).map_err(E::custom)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, number: D) -> Result<T, D::Error> {
        (self.0)(&String::deserialize(number)?, true).map_err(de::Error::custom)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
        (self.0)(if value { "true" } else { "false" }, false).map_err(E::custom)
    }
}

/// Reading and describing types that are written as one value, whatever kind of scalar the file has.
macro_rules! scalar {
    ($type:ty, $schema:tt) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::script::value::deserialize_written(deserializer)
            }
        }
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
pub(crate) use scalar;

macro_rules! written_as_text {
    ($type:ty, $pattern:expr, $description:literal) => {
        impl FromWritten for $type {
            fn from_written(written: &str, _number: bool) -> Result<Self, String> {
                // Over several lines it is the same value.
                let folded = written.split_whitespace().collect::<Vec<_>>().join(" ");
                <$type>::from_str(&folded).map_err(|error| error.to_string())
            }
        }
        scalar!($type, {
            "type": "string",
            "pattern": format!(r"^\s*{}\s*$", $pattern),
            "description": $description,
        });
    };
}

/// What a time looks like, as a pattern: `1:02:03`, `1:30`, or `1h 30m 5s 250ms` with some of them left out.
///
/// Like the other patterns here it says what the type reads, bounds included, as far as a pattern can: a sum such as
/// `23h 90m` passes and is longer than a day all the same.
pub(super) const TIME_PATTERN: &str = concat!(
    r"(0*[0-9]{1,2}:[0-5]?[0-9]:[0-5][0-9](\.[0-9]+)?|0*[0-9]{1,4}:[0-5][0-9](\.[0-9]+)?|",
    r"(?=[0-9])(0*(1?[0-9](\.[0-9]+)?|2[0-3](\.[0-9]+)?|24(\.0+)?)\s*h\s*)?(0*[0-9]{1,4}(\.[0-9]+)?\s*(m|min)\s*)?",
    r"(0*[0-9]{1,5}(\.[0-9]+)?\s*(s|sec)\s*)?(0*[0-9]{1,8}(\.[0-9]+)?\s*ms\s*)?)"
);
const LEVEL_PATTERN: &str = concat!(
    r"((-[0-9]+(\.[0-9]+)?|\+?0*([0-9]|1[01])(\.[0-9]+)?|\+?0*12(\.0+)?)\s*(d[Bb]|DB)|",
    r"0*([1-3]?[0-9]{1,2}(\.[0-9]+)?|400(\.0+)?)\s*%)"
);
const RATE_PATTERN: &str =
    r"(?=[0-9.]*[1-9])0*([0-9]{1,2}(\.[0-9]+)?|1[01][0-9](\.[0-9]+)?|120(\.0+)?)\s*(/min|/minute|bpm)";
const PACE_PATTERN: &str = r"(?=[0-9.]*[1-9])0*([12]?[0-9](\.[0-9]+)?|30(\.0+)?)\s*cm/s";
const CARRIER_PATTERN: &str = r"0*([6-9][0-9](\.[0-9]+)?|[1-5][0-9]{2}(\.[0-9]+)?|600(\.0+)?)\s*(Hz|hz|HZ)";
const BEAT_PATTERN: &str = r"(0+\.[5-9][0-9]*|0*([1-9](\.[0-9]+)?|[1-3][0-9](\.[0-9]+)?|40(\.0+)?))\s*(Hz|hz|HZ)";

written_as_text!(Time, TIME_PATTERN, "A length of time, with its unit: 90s, 1:30, 5m, 1h 30m.");
written_as_text!(
    Level,
    LEVEL_PATTERN,
    "A level, with its unit: -18 dB, or a share of the full amplitude such as 40 %."
);
written_as_text!(BreathRate, RATE_PATTERN, "Breaths a minute: 6/min.");
written_as_text!(Carrier, CARRIER_PATTERN, "The frequency of a tone: 180 Hz.");
written_as_text!(Beat, BEAT_PATTERN, "The frequency of a beat: 5 Hz.");
written_as_text!(Pace, PACE_PATTERN, "Centimetres a second along the skin: 3 cm/s.");

impl FromWritten for Pressure {
    fn from_written(written: &str, number: bool) -> Result<Self, String> {
        match number {
            true => written.parse().map_err(|error: crate::quantity::RateError| error.to_string()),
            false => Err(no_number(written, "a pressure; it is a whole number from 0 to 10")),
        }
    }
}

/// What is wrong with a text where a bare number is wanted.
fn no_number(written: &str, wanted: &str) -> String {
    match written.parse::<f64>() {
        Ok(_) => format!("`{written}` is in quotes, which make it text; write it without them"),
        Err(_) => format!("`{}` isn't {wanted}", shown(written)),
    }
}

scalar!(Pressure, { "type": "integer", "minimum": 0, "maximum": 10,
    "description": "How firm it feels, from 0 (no touch) to 10 (the most one could stand). Sessions use 1 to 3." });

impl FromWritten for bool {
    fn from_written(written: &str, _number: bool) -> Result<Self, String> {
        match written {
            "true" | "yes" => Ok(true),
            "false" | "no" => Ok(false),
            _ => Err(format!("`{}` isn't yes or no; write true or false", shown(written))),
        }
    }
}

/// Yes or no, as far as the schema is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesNo(pub bool);

impl FromWritten for YesNo {
    fn from_written(written: &str, number: bool) -> Result<Self, String> {
        bool::from_written(written, number).map(YesNo)
    }
}

impl fmt::Display for YesNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0 { "yes" } else { "no" })
    }
}

scalar!(YesNo, { "enum": [true, false, "true", "false", "yes", "no"] });

/// How many times: a whole number from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(u32);

impl Count {
    /// The most that can be asked for.
    pub const MOST: u32 = 10_000;

    /// The number.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl FromWritten for Count {
    fn from_written(written: &str, number: bool) -> Result<Self, String> {
        if !number {
            return Err(no_number(written, &format!("a count; it is a whole number from 1 to {}", Count::MOST)));
        }
        match written.parse() {
            Ok(0) => Err("none at all is not a count; take the step out, or write 1 or more".into()),
            Ok(count) if count <= Count::MOST => Ok(Count(count)),
            _ => Err(format!("`{}` isn't a count; it is a whole number from 1 to {}", shown(written), Count::MOST)),
        }
    }
}

scalar!(Count, { "type": "integer", "minimum": 1, "maximum": Count::MOST, "description": "How many times." });

impl FromWritten for String {
    fn from_written(written: &str, _number: bool) -> Result<Self, String> {
        Ok(written.to_string())
    }
}

/// A word out of a small fixed list.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $words:literal, { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant),+
        }

        impl $name {
            /// All words for it.
            pub const WORDS: &'static [&'static str] = &[$($word),+];
        }

        impl $crate::script::value::FromWritten for $name {
            fn from_written(written: &str, _number: bool) -> Result<Self, String> {
                match written {
                    $($word => Ok($name::$variant),)+
                    _ => {
                        let allowed = $crate::script::diagnostic::allowed(written, $name::WORDS.iter().copied());
                        let shown = $crate::script::diagnostic::shown(written);
                        Err(format!(concat!("`{}` isn't ", $words, "; {}"), shown, allowed))
                    }
                }
            }
        }

        $crate::script::value::scalar!($name, { "type": "string", "enum": $name::WORDS });
    };
}
pub(super) use choice;

/// Reads any type that can be read from what is written.
pub(crate) fn deserialize_written<'de, T: FromWritten, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(Written(T::from_written))
}

/// Steps that may be written as one value instead of a map: `pause: 20s`.
pub(super) mod short_form {
    use super::*;

    /// A type with a short and a long form.
    pub trait ShortForm<'de>: Sized {
        /// Its name in the schema.
        const NAME: &'static str;
        /// From one value.
        fn short(written: &str, number: bool) -> Result<Self, String>;
        /// From a map.
        fn long<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
    }

    pub(in crate::script) struct Either<T>(pub(in crate::script) PhantomData<T>);

    impl<'de, T: ShortForm<'de>> Visitor<'de> for Either<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("one value or a map of keys")
        }
        fn visit_str<E: de::Error>(self, written: &str) -> Result<T, E> {
            T::short(written, false).map_err(E::custom)
        }
        fn visit_bool<E: de::Error>(self, value: bool) -> Result<T, E> {
            T::short(if value { "true" } else { "false" }, false).map_err(E::custom)
        }
        fn visit_newtype_struct<D: Deserializer<'de>>(self, number: D) -> Result<T, D::Error> {
            T::short(&String::deserialize(number)?, true).map_err(de::Error::custom)
        }
        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::long(de::value::MapAccessDeserializer::new(map))
        }
    }

    /// Gives a type its short form. The span of a short value is the step's own: see [`At`].
    macro_rules! impl_for {
        ($type:ident, |$written:ident, $number:ident, $span:ident| $make:expr) => {
            impl<'de> $crate::script::value::short_form::ShortForm<'de> for $type {
                const NAME: &'static str = stringify!($type);
                fn short($written: &str, $number: bool) -> Result<$type, String> {
                    let $span = $crate::script::Span::default();
                    $make
                }
                fn long<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                    $type::deserialize(deserializer)
                }
            }
            impl<'de> serde::Deserialize<'de> for $type {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                    use $crate::script::value::short_form::{Either, ShortForm};
                    deserializer.deserialize_struct($type::NAME, &[], Either(std::marker::PhantomData))
                }
            }
        };
    }
    pub(in crate::script) use impl_for;

    /// The schema of a type whose short form is a time.
    pub fn time(schema: &mut Schema) {
        short(
            schema,
            json_schema!({ "anyOf": [{ "$ref": "#/$defs/Time" }, { "type": "string", "pattern": PARAM_PATTERN }] }),
        );
    }

    /// The schema of a type whose short form is a name.
    pub fn word(schema: &mut Schema) {
        short(schema, json_schema!({ "type": "string", "minLength": 1 }));
    }

    fn short(schema: &mut Schema, short: Schema) {
        let long = std::mem::take(schema);
        let description = long.get("description").cloned();
        *schema = json_schema!({ "anyOf": [short, long] });
        if let Some(description) = description {
            schema.insert("description".to_string(), description);
        }
    }
}
