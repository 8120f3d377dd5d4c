//! `letgo voice clean`: tidies what speech programs have said so far.

use clap::Args;
use etcetera::AppStrategy;

use crate::cli::{Failure, Surroundings, say};
use crate::settings;
use crate::voice::{CACHE_BYTES, clean};

#[derive(Debug, Args)]
pub(in crate::cli) struct Clean {
    /// Takes away all of it; what a session needs is spoken anew
    #[arg(long)]
    all: bool,
}

impl Clean {
    pub(super) fn run(&self, _: &Surroundings) -> Result<(), Failure> {
        let folders = settings::folders().ok_or_else(|| Failure::Failed("no home folder was found".into()))?;
        let cache = folders.in_cache_dir("voice");
        let most = if self.all { 0 } else { CACHE_BYTES };
        let (mut removed, mut bytes) = (0, 0);
        for language in std::fs::read_dir(&cache).into_iter().flatten().filter_map(Result::ok) {
            let cleaned = clean(&language.path(), most).map_err(|error| Failure::Failed(error.to_string()))?;
            removed += cleaned.removed;
            bytes += cleaned.bytes;
        }
        let files = if removed == 1 { "file" } else { "files" };
        say(&format!(
            "{removed} {files} taken away, {:.1} MB of clips kept in {}",
            bytes as f64 / 1e6,
            cache.display()
        ));
        Ok(())
    }
}
