//! `letgo schema`: the JSON Schema of session files.

use clap::Args;

use crate::mix::synth;
use crate::practice;
use crate::script::{Vocabulary, Word, part_schema, schema};

use super::{Failure, print_json};

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Describes the parts that sessions include, instead of sessions
    #[arg(long)]
    part: bool,
}

impl Schema {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let vocabulary = vocabulary();
        print_json(&if self.part { part_schema(&vocabulary) } else { schema(&vocabulary) })
    }
}

/// Every word that the language knows, for the schema.
pub(super) fn vocabulary() -> Vocabulary {
    fn words<'a>(ids: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Word> {
        ids.map(|(id, description)| Word { id: id.to_string(), description: description.to_string() }).collect()
    }
    let sets = [("16", "All sixteen groups."), ("7", "Seven groups: the usual choice."), ("4", "Four groups.")];
    Vocabulary {
        patterns: words(practice::pattern_ids()),
        regions: words(practice::region_ids().chain(practice::group_ids())),
        muscle_groups: words(practice::muscle_group_ids().chain(sets)),
        techniques: words(practice::technique_ids()),
        tools: words(practice::tool_ids()),
        cautions: words(practice::caution_ids()),
        synths: words(synth::BEDS.iter().map(|bed| (bed.name, bed.about))),
    }
}
