//! `letgo schema`: the JSON Schema of session files.

use clap::Args;

use crate::mix::synth;
use crate::plan;
use crate::practice::{self, Entry};
use crate::script::{Vocabulary, Word, part_schema, schema};
use crate::settings::Settings;

use super::{Failure, print_json};

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Describes the parts that sessions include, instead of sessions
    #[arg(long)]
    part: bool,
    /// Describes the settings file instead
    #[arg(long, conflicts_with = "part")]
    settings: bool,
    /// Describes plans instead
    #[arg(long, conflicts_with_all = ["part", "settings"])]
    plan: bool,
}

impl Schema {
    pub(super) fn run(&self) -> Result<(), Failure> {
        if self.settings {
            return print_json(&Settings::schema());
        }
        if self.plan {
            return print_json(&plan::schema());
        }
        let vocabulary = vocabulary();
        print_json(&if self.part { part_schema(&vocabulary) } else { schema(&vocabulary) })
    }
}

/// Every word that the language knows, for the schema: the names of the tables, and the other names that they go by.
pub(super) fn vocabulary() -> Vocabulary {
    fn words<E: Entry>(entries: &[E]) -> Vec<Word> {
        let named = |id: &str, entry: &E| Word { id: id.to_string(), description: entry.about().to_string() };
        let also = |entry: &E| entry.also().iter().map(|other| named(other, entry)).collect::<Vec<_>>();
        let plain = entries.iter().map(|entry| named(entry.id(), entry));
        plain.chain(entries.iter().flat_map(also)).collect()
    }
    let word = |id: &str, about: &str| Word { id: id.to_string(), description: about.to_string() };
    let sets = [("16", "All sixteen groups."), ("7", "Seven groups: the usual choice."), ("4", "Four groups.")];
    Vocabulary {
        patterns: words(practice::patterns()),
        regions: words(practice::regions()).into_iter().chain(words(practice::groups())).collect(),
        muscle_groups: sets
            .map(|(id, about)| word(id, about))
            .into_iter()
            .chain(words(practice::muscle_groups()))
            .collect(),
        techniques: words(practice::techniques()),
        tools: words(practice::tools()),
        cautions: words(practice::cautions()),
        synths: synth::BEDS.iter().map(|bed| word(bed.name, bed.about)).collect(),
    }
}
