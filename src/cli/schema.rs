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
