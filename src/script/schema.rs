//! The JSON Schema of the language, from the same types that read it.
//!
//! Which patterns, regions and techniques exist is not this room's to know: whoever asks for the schema brings the
//! words ([`Vocabulary`]).

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::value::{FromWritten, scalar};
use super::{Part, Script};

/// A word that may be used, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word.
    pub id: String,
    /// What it means, in a line.
    pub description: String,
}

/// The words that may be used where the language asks for the name of something.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Breathing patterns.
    pub patterns: Vec<Word>,
    /// Regions of the body and groups of them.
    pub regions: Vec<Word>,
    /// Muscle groups and sets of them.
    pub muscle_groups: Vec<Word>,
    /// Massage techniques.
    pub techniques: Vec<Word>,
    /// Massage tools.
    pub tools: Vec<Word>,
    /// Cautions; own words may stand in their place.
    pub cautions: Vec<Word>,
    /// Synthesised beds.
    pub synths: Vec<Word>,
}

/// A name out of a vocabulary: any text for this room, checked where the vocabulary is known.
macro_rules! name {
    ($(#[$doc:meta])* $type:ident, $vocabulary:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $type(pub String);

        impl FromWritten for $type {
            fn from_written(written: &str, _number: bool) -> Result<$type, String> {
                match written.trim() {
                    "" => Err("there is no name here".into()),
                    name => Ok($type(name.to_string())),
                }
            }
        }
        scalar!($type, { "type": "string", "x-vocabulary": $vocabulary });
    };
}

name! {
    /// The name of a breathing pattern.
    PatternName, "patterns"
}
name! {
    /// The name of a region of the body, or of a group of them.
    RegionName, "regions"
}
name! {
    /// The name of a muscle group, or of a set of them.
    MuscleGroupName, "muscle-groups"
}
name! {
    /// The name of a massage technique.
    TechniqueName, "techniques"
}
name! {
    /// The name of a massage tool.
    ToolName, "tools"
}
name! {
    /// The id of a caution, or own words.
    CautionName, "cautions"
}
name! {
    /// The name of a synthesised bed.
    SynthName, "synths"
}

/// The JSON Schema (draft 2020-12) of session files.
pub fn schema(vocabulary: &Vocabulary) -> Value {
    schema_of::<Script>(vocabulary)
}

/// The JSON Schema (draft 2020-12) of parts, which sessions include.
pub fn part_schema(vocabulary: &Vocabulary) -> Value {
    schema_of::<Part>(vocabulary)
}

/// The JSON Schema of another file that is read in the same way, and that needs no words of the practice.
pub(crate) fn schema_of_other<T: JsonSchema>() -> Value {
    schema_of::<T>(&Vocabulary::default())
}

fn schema_of<T: JsonSchema>(vocabulary: &Vocabulary) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    FillIn { vocabulary }.transform(&mut schema);
    schema.to_value()
}

/// Puts the words into the places that ask for them.
struct FillIn<'v> {
    vocabulary: &'v Vocabulary,
}

impl Transform for FillIn<'_> {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::String(name)) = schema.remove("x-vocabulary") {
            let vocabulary = self.vocabulary;
            let (words, open) = match name.as_str() {
                "patterns" => (&vocabulary.patterns, false),
                "regions" => (&vocabulary.regions, false),
                "muscle-groups" => (&vocabulary.muscle_groups, false),
                "techniques" => (&vocabulary.techniques, false),
                "tools" => (&vocabulary.tools, false),
                "synths" => (&vocabulary.synths, false),
                _ => (&vocabulary.cautions, true),
            };
            let mut choices: Vec<Value> =
                words.iter().map(|word| json!({ "const": word.id, "description": word.description })).collect();
            // A name made of digits may be written as a number.
            let numbers = words.iter().filter_map(|word| Some((word.id.parse::<u32>().ok()?, &word.description)));
            choices.extend(numbers.map(|(number, about)| json!({ "const": number, "description": about })));
            if open {
                choices.push(json!({ "type": "string", "description": "Own words." }));
            }
            schema.insert("anyOf".into(), Value::Array(choices));
        }
        transform_subschemas(self, schema);
    }
}

/// The keys that a type of the language can't do without, and what each is for.
pub(super) fn required_keys<T: JsonSchema>(type_name: &str) -> Vec<(String, String)> {
    let root = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    let mut schema = root.as_value();
    if T::schema_name() != type_name {
        schema = &root.as_value()["$defs"][type_name];
    }
    let long = &schema["anyOf"][1];
    let about = |schema: &Value, key: &str| {
        let description = schema["properties"][key]["description"].as_str().unwrap_or_default();
        if description.is_empty() { String::new() } else { format!("({})", description.trim_end_matches('.')) }
    };
    [schema, long]
        .into_iter()
        .flat_map(|schema| schema["required"].as_array().into_iter().flatten().map(move |key| (schema, key)))
        .filter_map(|(schema, key)| Some((key.as_str()?.to_string(), about(schema, key.as_str()?))))
        .collect()
}
