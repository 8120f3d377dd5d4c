//! `letgo remove`: takes a pack out again.

use clap::Args;

use crate::library::pack::StoreError;

use super::handed::{added, store};
use super::plan;
use super::{Failure, say};

#[derive(Debug, Args)]
pub(super) struct Remove {
    /// The pack's name; `letgo list` shows it
    #[arg(value_name = "NAME")]
    name: String,
}

impl Remove {
    pub(super) fn run(&self) -> Result<(), Failure> {
        match store()?.remove(&self.name) {
            Ok(()) => {
                plan::drop_of(&self.name)?;
                say(&format!("`{}` was taken out", self.name));
                Ok(())
            }
            Err(error @ StoreError::None(_)) => {
                let names: Vec<String> = added()?.into_iter().map(|pack| pack.manifest.name).collect();
                let there = match names.is_empty() {
                    true => "none was".to_string(),
                    false => format!("there are: {}", names.join(", ")),
                };
                Err(Failure::Usage(format!("{error}; {there}")))
            }
            Err(error) => Err(Failure::Failed(error.to_string())),
        }
    }
}
