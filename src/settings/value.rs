//! How single settings are written, and what may be written.

use std::fmt;
use std::path::PathBuf;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::library::bundled_tracks;
use crate::mix::synth;
use crate::quantity::{Balance, Decibels, Level, Time, TimeOfDay};
use crate::script::value::scalar;
use crate::script::{self, FromWritten, listed, nearest, shown};
use crate::texts::Texts;

/// A text as YAML has it inside a list or after a key: plain where that is safe, else in quotes.
pub(crate) fn yaml_text(text: &str) -> String {
    let begins = text.starts_with(|c: char| c.is_alphanumeric() || "/.+~-".contains(c)) && !text.starts_with("- ");
    let inside = text.chars().all(|c| c.is_alphanumeric() || " ./+~-_%()@:".contains(c));
    let ends = !text.ends_with([' ', ':']) && !text.contains(": ");
    let nothing = ["~", "-", "null", "Null", "NULL", "..."].contains(&text) || text.starts_with("---");
    match begins && inside && ends && !nothing {
        true => text.to_string(),
        // JSON's strings are YAML's, too.
        false => serde_json::Value::from(text).to_string(),
    }
}

fn yaml_list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    format!("[{}]", words.into_iter().map(yaml_text).collect::<Vec<_>>().join(", "))
}

/// A path with `~/` in place of the home folder.
fn from_home(written: &str) -> PathBuf {
    match written.strip_prefix("~/").and_then(|rest| Some(etcetera::home_dir().ok()?.join(rest))) {
        Some(path) => path,
        None => PathBuf::from(written),
    }
}

/// Settings that are one value, with their words, their schema and their way back into the file.
macro_rules! value {
    ($type:ty, $schema:tt, |$written:ident| $read:expr, |$self:ident| $display:expr) => {
        impl FromWritten for $type {
            fn from_written(written: &str, _number: bool) -> Result<$type, String> {
                let $written = written.trim();
                $read
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $self = self;
                fmt::Display::fmt(&$display, f)
            }
        }

        scalar!($type, $schema);
    };
}

/// The name of a device, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name(pub String);

value!(
    Name,
    { "type": ["string", "number"], "description": "A name, or a part of one." },
    |written| match written {
        "" => Err("there is no name here; `letgo devices` shows what there is".into()),
        name => Ok(Name(name.to_string())),
    },
    |it| yaml_text(&it.0)
);

/// A volume, from silence to unchanged.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Volume(Decibels);

impl Volume {
    /// As the session is: nothing is louder.
    pub const FULL: Volume = Volume(Decibels::UNITY);
    /// Where it is unknown how loud the listener wants it: gentle on headphones at night, and still to be heard.
    pub const CAREFUL: Volume = Volume(Decibels(-12.0));

    /// In dB, at most 0.
    pub fn decibels(self) -> Decibels {
        self.0
    }
}

value!(
    Volume,
    { "type": "string", "description": "A level of at most 0 dB: -12 dB, or a share of the full amplitude such as 40 %." },
    |written| match written.parse::<Level>() {
        Ok(level) if level.decibels() > Decibels::UNITY => {
            Err("the volume is at most 0 dB, or 100 %; louder than that, please at the device".into())
        }
        Ok(level) => Ok(Volume(level.decibels())),
        Err(error) => Err(error.to_string()),
    },
    |it| it.0.to_string()
);

/// How much louder or softer something is than a session has it, or that it is off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Loudness {
    /// Not heard at all.
    Off,
    /// So much louder or softer.
    By(Decibels),
}

impl Loudness {
    /// As the session has it.
    pub const UNCHANGED: Loudness = Loudness::By(Decibels::UNITY);

    /// As a change of level; silence where it is off.
    pub fn decibels(self) -> Decibels {
        match self {
            Loudness::Off => Decibels::SILENCE,
            Loudness::By(change) => change,
        }
    }
}

value!(
    Loudness,
    { "anyOf": [{ "const": "off" }, { "const": false }, { "type": "string", "description": "A change: -6 dB, +3 dB, 50 %." }] },
    |written| match written {
        "off" | "no" | "false" => Ok(Loudness::Off),
        _ => match written.parse::<Level>() {
            Ok(level) => Ok(Loudness::By(level.decibels())),
            Err(error) => Err(format!("{error}, or `off`")),
        },
    },
    |it| match it {
        Loudness::Off => "off".to_string(),
        Loudness::By(change) => change.to_string(),
    }
);

/// What is shown while a session plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideChoice {
    /// The screen on a terminal, lines elsewhere.
    Auto,
    /// A whole screen.
    Screen,
    /// A line for each thing that begins, nothing redrawn.
    Plain,
    /// Large words only.
    Captions,
    /// Nothing.
    None,
}

impl GuideChoice {
    const WORDS: &'static [(&'static str, GuideChoice)] = &[
        ("auto", GuideChoice::Auto),
        ("screen", GuideChoice::Screen),
        ("plain", GuideChoice::Plain),
        ("captions", GuideChoice::Captions),
        ("none", GuideChoice::None),
    ];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        GuideChoice::WORDS.iter().find(|(_, choice)| *choice == self).map_or("auto", |(word, _)| *word)
    }
}

value!(
    GuideChoice,
    { "enum": ["auto", "screen", "plain", "captions", "none"] },
    |written| match GuideChoice::WORDS.iter().find(|(word, _)| *word == written) {
        Some((_, choice)) => Ok(*choice),
        None => Err(not_one_of(written, "a guide", GuideChoice::WORDS.iter().map(|(word, _)| *word))),
    },
    |it| it.as_str()
);

/// Whether a sound device is kept awake through silences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waking {
    /// Where it is known to fall asleep.
    Auto,
    /// Always.
    Yes,
    /// Never.
    No,
}

impl Waking {
    const WORDS: &'static [(&'static str, Waking)] =
        &[("auto", Waking::Auto), ("yes", Waking::Yes), ("no", Waking::No)];
}

value!(
    Waking,
    { "enum": ["auto", true, false, "true", "false", "yes", "no"] },
    |written| match Waking::WORDS.iter().find(|(word, _)| *word == written) {
        Some((_, choice)) => Ok(*choice),
        None if written == "true" => Ok(Waking::Yes),
        None if written == "false" => Ok(Waking::No),
        None => Err(not_one_of(written, "a choice", Waking::WORDS.iter().map(|(word, _)| *word))),
    },
    |it| Waking::WORDS.iter().find(|(_, choice)| choice == it).map_or("auto", |(word, _)| *word)
);

/// A sentence for a word that isn't one of some words.
fn not_one_of<'a>(written: &str, what: &str, words: impl Iterator<Item = &'a str>) -> String {
    let (words, shown): (Vec<&str>, String) = (words.collect(), shown(written));
    match nearest(written, words.iter().copied()) {
        Some(meant) => format!("`{shown}` isn't {what}; did you mean `{meant}`? There are: {}", listed(words)),
        None => format!("`{shown}` isn't {what}; there are: {}", listed(words)),
    }
}

/// The language in which the program speaks to the listener, by its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language(pub String);

value!(
    Language,
    { "type": "string", "description": "The tag of a language, such as de." },
    |written| match Texts::for_language(written) {
        Some(_) => Ok(Language(written.to_string())),
        None => Err(not_one_of(written, "a language that letgo speaks", Texts::languages())),
    },
    |it| yaml_text(&it.0)
);

/// The bed of sound to lie on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bed {
    /// None at all.
    None,
    /// A bundled track, or a synthesised bed, by its name.
    Named(String),
    /// A file of the listener's.
    File(PathBuf),
}

impl Bed {
    /// The names that a bed may have.
    fn names() -> Vec<String> {
        let mut names = bundled_tracks();
        names.extend(synth::BEDS.iter().map(|bed| bed.name.to_string()));
        names.sort();
        names.dedup();
        names
    }
}

value!(
    Bed,
    { "type": "string", "description": "A bundled name such as sea, the whole path of a file, or none." },
    |written| {
        let path = from_home(written);
        let names = Bed::names();
        match written {
            "none" => Ok(Bed::None),
            name if names.iter().any(|known| known == name) => Ok(Bed::Named(name.to_string())),
            _ if path.is_absolute() => Ok(Bed::File(path)),
            _ if written.contains(['/', '\\', '.']) => {
                Err("this isn't the whole path of a file; write it from `/` or from `~/`".into())
            }
            name => Err(not_one_of(name, "a bundled bed", names.iter().map(String::as_str).chain(["none"]))),
        }
    },
    |it| match it {
        Bed::None => "none".to_string(),
        Bed::Named(name) => yaml_text(name),
        Bed::File(path) => yaml_text(&path.to_string_lossy()),
    }
);

/// A short silence before anything is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadIn(pub Time);

impl LeadIn {
    /// None.
    pub const NONE: LeadIn = LeadIn(Time::from_secs(0));
    /// The longest.
    pub const LONGEST: Time = Time::from_secs(120);
}

value!(
    LeadIn,
    { "type": "string", "description": "A time of at most 2m, such as 5s." },
    |written| match written.parse::<Time>() {
        Ok(time) if time > LeadIn::LONGEST => Err(format!("a lead-in lasts {} at most", LeadIn::LONGEST)),
        Ok(time) => Ok(LeadIn(time)),
        Err(error) => Err(error.to_string()),
    },
    |it| it.0.to_string()
);

impl FromWritten for Balance {
    fn from_written(written: &str, _number: bool) -> Result<Balance, String> {
        written.parse().map_err(|error: crate::quantity::BalanceError| error.to_string())
    }
}

scalar!(Balance, { "type": ["string", "number"], "description": "From -100 % (left) to 100 % (right)." });

impl FromWritten for TimeOfDay {
    fn from_written(written: &str, _number: bool) -> Result<TimeOfDay, String> {
        written.parse().map_err(|error: crate::quantity::TimeOfDayError| error.to_string())
    }
}

scalar!(TimeOfDay, { "type": "string", "pattern": r"^\s*([01]?[0-9]|2[0-3]):[0-5][0-9]\s*$" });

/// Folders by their whole paths, or from the home folder: `/music`, `~/Music`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folders(pub Vec<PathBuf>);

struct Folder(PathBuf);

impl<'de> Deserialize<'de> for Folder {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Folder, D::Error> {
        let path = from_home(&script::Scalar::deserialize(deserializer)?.0);
        match path.is_absolute() {
            true => Ok(Folder(path)),
            false => Err(de::Error::custom("this isn't a whole path; write it from `/` or from `~/`")),
        }
    }
}

impl<'de> Deserialize<'de> for Folders {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Folders, D::Error> {
        Ok(Folders(Vec::<Folder>::deserialize(deserializer)?.into_iter().map(|folder| folder.0).collect()))
    }
}

impl JsonSchema for Folders {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Folders".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string" } })
    }
}

impl fmt::Display for Folders {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folders: Vec<_> = self.0.iter().map(|folder| folder.to_string_lossy()).collect();
        f.write_str(&yaml_list(folders.iter().map(AsRef::as_ref)))
    }
}

/// Files by their whole paths, or from the home folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files(pub Vec<PathBuf>);

impl<'de> Deserialize<'de> for Files {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Files, D::Error> {
        Folders::deserialize(deserializer).map(|paths| Files(paths.0))
    }
}

impl JsonSchema for Files {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Files".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Folders::json_schema(generator)
    }
}

impl fmt::Display for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Folders(self.0.clone()).fmt(f)
    }
}

/// The words of a command, each passed as it is, never through a shell.
fn command<'de, A: SeqAccess<'de>>(mut words: A) -> Result<Vec<String>, A::Error> {
    let mut command = Vec::new();
    while let Some(word) = words.next_element::<script::Scalar>()? {
        command.push(word.0);
    }
    match command.is_empty() {
        false => Ok(command),
        true => Err(de::Error::custom("this command has no words; write [program, argument, …]")),
    }
}

/// A schema for one of some words, or a list of the words of a command.
fn word_or_command(word: serde_json::Value) -> Schema {
    json_schema!({ "anyOf": [word, { "type": "array", "items": { "type": "string" }, "minItems": 1 }] })
}

/// A program that speaks.
#[derive(Clone, Debug, PartialEq)]
pub enum Speech {
    /// None: what no voice has is on the screen.
    None,
    /// A known one, by its name.
    Known(String),
    /// Any command: its words, with places such as `{text-file}` and `{wav}`.
    Command(Vec<String>),
}

impl<'de> Deserialize<'de> for Speech {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Speech, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Speech;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a program, or a list of the words of a command")
            }
            fn visit_str<E: de::Error>(self, name: &str) -> Result<Speech, E> {
                Ok(if name.trim() == "none" { Speech::None } else { Speech::Known(name.trim().to_string()) })
            }
            fn visit_seq<A: SeqAccess<'de>>(self, words: A) -> Result<Speech, A::Error> {
                command(words).map(Speech::Command)
            }
        }
        deserializer.deserialize_any(Words)
    }
}

impl JsonSchema for Speech {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Speech".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        word_or_command(serde_json::json!({ "type": "string" }))
    }
}

impl fmt::Display for Speech {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Speech::None => "none".into(),
            Speech::Known(name) => yaml_text(name),
            Speech::Command(words) => yaml_list(words.iter().map(String::as_str)),
        })
    }
}

/// What happens when a session has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// Nothing.
    #[default]
    Nothing,
    /// The machine sleeps.
    Suspend,
    /// A command runs: its words.
    Command(Vec<String>),
}

impl<'de> Deserialize<'de> for Then {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Then, D::Error> {
        struct Words;

        impl<'de> Visitor<'de> for Words {
            type Value = Then;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("nothing, suspend, or a list of the words of a command")
            }
            fn visit_str<E: de::Error>(self, word: &str) -> Result<Then, E> {
                match word.trim() {
                    "nothing" => Ok(Then::Nothing),
                    "suspend" => Ok(Then::Suspend),
                    other => match nearest(other, ["nothing", "suspend"]) {
                        Some(meant) => {
                            Err(E::custom(format!("`{}` isn't known here; did you mean `{meant}`?", shown(other))))
                        }
                        None => Err(E::custom(format!(
                            "`{}` isn't nothing or suspend; a command is written as a list of its words: [systemctl, poweroff]",
                            shown(other)
                        ))),
                    },
                }
            }
            fn visit_seq<A: SeqAccess<'de>>(self, words: A) -> Result<Then, A::Error> {
                command(words).map(Then::Command)
            }
        }
        deserializer.deserialize_any(Words)
    }
}

impl JsonSchema for Then {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Then".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        word_or_command(serde_json::json!({ "enum": ["nothing", "suspend"] }))
    }
}

impl fmt::Display for Then {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Then::Nothing => "nothing".to_string(),
            Then::Suspend => "suspend".to_string(),
            Then::Command(words) => yaml_list(words.iter().map(String::as_str)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_where_they_have_to_be() {
        for plain in ["Headphones", "/music/sea.ogg", "~/Music", "-12 dB", "22:00", "Zoë"] {
            assert_eq!(yaml_text(plain), plain);
        }
        for quoted in
            ["", "~", "null", "a: b", "a #b", "[a", "\"", "x,y", "tail ", "- x", "it's", "*a", "&a", "!a", "a:"]
        {
            assert!(yaml_text(quoted).starts_with('"'), "{quoted}");
        }
    }

    #[test]
    fn a_volume_has_a_top() {
        assert!(Volume::from_written("0 dB", false).is_ok() && Volume::from_written("1 dB", false).is_err());
    }
}
