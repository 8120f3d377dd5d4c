//! A reminder by the system's own timer, when it was asked for; and what the timer runs.

use clap::Args;

use crate::cli::{Failure, Surroundings};

#[derive(Debug, Args)]
pub(super) struct Remind {}

impl Remind {
    pub(super) fn run(&self, _around: &Surroundings) -> Result<(), Failure> {
        Ok(())
    }
}

pub(super) fn notify(_around: &Surroundings) -> Result<(), Failure> {
    Ok(())
}
