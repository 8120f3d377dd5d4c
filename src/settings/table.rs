//! Every setting, in one place: its name, its type, what holds without it, and what it is for.
//!
//! The file's reader, `letgo config`, `docs/settings.md`, the JSON Schema and the variables of the environment all come
//! from this table. Adding a setting is one entry here.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::quantity::Balance;
use crate::script::{FromWritten, YesNo};

use super::quiet_hours::QuietHours;
use super::value::{Bed, Files, Folders, GuideChoice, Language, LeadIn, Loudness, Name, Speech, Then, Volume, Waking};

/// How a setting is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One value.
    Value,
    /// A list.
    List,
    /// One word, or a list of words.
    Words,
    /// One value, or a map of keys.
    Map,
}

/// One setting, as a person reads of it.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// What it is called in the file.
    pub name: &'static str,
    /// What may be written.
    pub kind: &'static str,
    /// How that is written.
    pub form: Form,
    /// What holds where it isn't set.
    pub otherwise: &'static str,
    /// A value to begin with.
    pub example: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// Whether anything follows it yet. One that nothing follows is kept and checked, and said to be so.
    pub followed: bool,
    written: fn(&Settings) -> Option<String>,
}

impl Key {
    /// What the settings have for it, as it would stand in the file.
    pub fn written(&self, settings: &Settings) -> Option<String> {
        (self.written)(settings)
    }

    /// The variable of the environment that goes before the file.
    pub fn variable(&self) -> String {
        format!("LETGO_{}", self.name.to_uppercase().replace('-', "_"))
    }
}

/// The key that says the file's version.
pub const VERSION_KEY: &str = "settings";
/// The version of the file that this program writes, and the newest that it reads.
pub const VERSION: &str = "1";

/// The version, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version(pub(super) String);

impl FromWritten for Version {
    fn from_written(written: &str, _number: bool) -> Result<Version, String> {
        match written.bytes().all(|byte| byte.is_ascii_digit()) && !written.is_empty() {
            true => Ok(Version(written.to_string())),
            false => Err(format!("this isn't a version; write `{VERSION_KEY}: {VERSION}`")),
        }
    }
}

crate::script::value::scalar!(Version, { "const": 1, "description": "The version of this file." });

macro_rules! settings {
    ($(
        $name:literal, $field:ident: $type:ty $(= $default:expr)?, $form:ident, $kind:literal, otherwise $otherwise:literal,
        example $example:literal, followed $followed:literal, $about:literal;
    )+) => {
        /// What has been set; nothing for what hasn't. A setting that has a default has a method that minds it.
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct Settings {
            /// The version of this file: 1.
            #[serde(rename = "settings")]
            pub(super) version: Option<Version>,
            $(
                #[doc = $about]
                #[serde(rename = $name)]
                pub $field: Option<$type>,
            )+
        }

        impl Settings {
            $($(
                #[doc = $about]
                pub fn $field(&self) -> $type {
                    self.$field.clone().unwrap_or($default)
                }
            )?)+

            /// These, and those of others where these say nothing.
            #[must_use]
            pub fn over(self, others: Settings) -> Settings {
                Settings { version: self.version.or(others.version), $($field: self.$field.or(others.$field),)+ }
            }
        }

        /// Every setting, in the order in which people read of them.
        pub const KEYS: &[Key] = &[$(
            Key {
                name: $name,
                kind: $kind,
                form: Form::$form,
                otherwise: $otherwise,
                example: $example,
                about: $about,
                followed: $followed,
                written: |settings| settings.$field.as_ref().map(ToString::to_string),
            },
        )+];

        /// What holds without a setting, where that is a value.
        #[cfg(test)]
        pub(super) fn defaults() -> Vec<(&'static str, String)> {
            [$($( Some(($name, <$type as ToString>::to_string(&$default))), )? None,)+].into_iter().flatten().collect()
        }
    };
}

settings! {
    "device", device: Name, Value, "the name of a device, or a part of it", otherwise "the system's own choice",
        example "Headphones", followed true, "Where sound goes; `letgo devices` names what there is.";
    "follow-default-device", follow_default_device: YesNo = YesNo(false), Value, "yes or no", otherwise "no",
        example "yes", followed true, "Whether sound moves along when the system's choice of device changes.";
    "keep-device-awake", keep_device_awake: Waking = Waking::Auto, Value, "auto, yes or no", otherwise "auto",
        example "yes", followed true, "Whether a device that falls asleep in silences is kept awake; auto: Bluetooth.";
    "volume", volume: Volume = Volume::FULL, Value, "a level of at most 0 dB, such as -12 dB or 40 %", otherwise "0 dB",
        example "-12 dB", followed true, "How loud a session begins; without it, as loud as it was last.";
    "quiet-hours", quiet_hours: QuietHours, Map, "hours and a level, such as 22:00-7:00 -20 dB", otherwise "none",
        example "22:00-7:00 -20 dB", followed true,
        "The hours in which nothing is louder than a volume.";
    "mono", mono: YesNo = YesNo(false), Value, "yes or no", otherwise "no",
        example "yes", followed true, "Whether both ears hear the same, for one ear on the pillow.";
    "balance", balance: Balance = Balance::MIDDLE, Value, "from -100 % (left) to 100 % (right)", otherwise "0 %",
        example "-30 %", followed true, "Which ear hears more.";
    "clear-voice", clear_voice: YesNo = YesNo(false), Value, "yes or no", otherwise "no",
        example "yes", followed true, "Whether words stand out more from the sound around them.";
    "bed", bed: Bed, Value, "a bundled name such as sea, the whole path of a file, or none", otherwise "the session's own",
        example "rain", followed true, "The sound that lies under every session.";
    "bells", bells: Loudness = Loudness::UNCHANGED, Value, "a change of level such as -6 dB, or off", otherwise "0 dB",
        example "-6 dB", followed true, "How much louder or softer bells are.";
    "tones", tones: Loudness = Loudness::UNCHANGED, Value, "a change of level such as -6 dB, or off", otherwise "0 dB",
        example "off", followed true, "How much louder or softer the tones that lead the breath are.";
    "lead-in", lead_in: LeadIn = LeadIn::NONE, Value, "a time of at most 2m, such as 5s", otherwise "0s",
        example "5s", followed true, "How long beds sound alone before anything is said; never under 3 s.";
    "guide", guide: GuideChoice = GuideChoice::Auto, Value, "auto, screen, plain, captions or none", otherwise "auto",
        example "plain", followed true, "What is shown while a session plays.";
    "dark", dark: YesNo = YesNo(false), Value, "yes or no", otherwise "no",
        example "yes", followed true, "Whether the screen stays dark while a session plays.";
    "time-left", time_left: YesNo = YesNo(true), Value, "yes or no", otherwise "yes",
        example "no", followed true, "Whether the screen tells how much time is left.";
    "language", language: Language, Value, "the tag of a language: en, de, fr or es", otherwise "as the system has it",
        example "de", followed true, "The language in which letgo itself speaks; a session has its own.";
    "keep-awake", keep_awake: YesNo = YesNo(true), Value, "yes or no", otherwise "yes",
        example "no", followed true, "Whether the machine and its screen stay awake while there is sound.";
    "media-keys", media_keys: YesNo = YesNo(true), Value, "yes or no", otherwise "yes",
        example "no", followed true, "Whether media keys and the desktop's player controls reach a session, and show its title.";
    "then", then: Then = Then::Nothing, Words, "nothing, suspend, or the words of a command as a list", otherwise "nothing",
        example "suspend", followed true, "What happens after the end of a session.";
    "speech", speech: Speech, Words, "piper, say, windows, festival, flite, espeak-ng, the words of a command as a list, or none",
        otherwise "the first that speaks the language", example "espeak-ng", followed true,
        "The program that says what no voice has; none leaves it to the screen.";
    "piper-voices", piper_voices: Files = Files::default(), List, "whole paths, or from ~/", otherwise "[]",
        example "[~/voices/de_DE-thorsten-medium.onnx]", followed true, "Voices for piper, each named by its language.";
    "allow", allow: Folders = Folders::default(), List, "whole paths, or from ~/", otherwise "[]",
        example "[~/Music]", followed true, "Folders besides a session's own from which sessions may take tracks.";
}

impl Settings {
    /// The JSON Schema of the file, with what holds without a setting and how it is written.
    pub fn schema() -> serde_json::Value {
        let mut schema = crate::script::schema_of_other::<Settings>();
        for key in KEYS {
            let about = format!("{} {}; without it: {}.", key.about, capital(key.kind), key.otherwise);
            if let Some(serde_json::Value::Object(property)) = schema.pointer_mut(&format!("/properties/{}", key.name))
            {
                // A key that is there has a value: nothing is no value.
                property.retain(|name, _| name != "default");
                if let Some(serde_json::Value::Array(choices)) = property.get_mut("anyOf") {
                    choices.retain(|choice| choice != &serde_json::json!({ "type": "null" }));
                }
                if let Some(serde_json::Value::Array(types)) = property.get_mut("type") {
                    types.retain(|kind| kind != "null");
                }
                property.insert("description".into(), about.into());
            }
        }
        schema
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A setting by its name.
///
/// # Errors
/// The nearest name, if there is one.
pub fn key(name: &str) -> Result<&'static Key, Option<&'static str>> {
    let found = KEYS.iter().find(|key| key.name == name);
    found.ok_or_else(|| crate::script::nearest(name, KEYS.iter().map(|key| key.name)))
}
