//! Packs: what a therapist hands over as one file, and whom it is believed to be from.
//!
//! ```text
//! Contents ─write─▶ NAME.letgo ─Pack::check─▶ Pack ─Trust::of─▶ Standing
//!                        └──────Store::add───▶ a folder of its own
//! ```
//!
//! A pack is a list of files with a seal. This room must not know what they mean: sessions, sounds, profiles and plans are
//! files to it. The format is written down in `docs/pack-format.md`.

mod archive;
mod identity;
mod key;
mod manifest;
mod path;
mod read;
mod sign;
mod store;
mod trust;
mod words;
mod write;

use std::io;

pub use identity::{Identity, IdentityError, LONGEST_NAME, Locked, SHORTEST_PASSPHRASE};
pub use key::{Key, NoKey};
pub use manifest::{
    From, LARGEST_MANIFEST, LARGEST_PACK, LARGEST_TEXT, LETTER, MOST_FILES, Manifest, PLAN, PROFILE, PackedFile,
    PackedSession, VERSION,
};
pub use path::{LONGEST_PATH, PathError, check_path, is_plain_name, plain_name};
pub use read::Pack;
pub use store::{Added, Store, StoreError};
pub use trust::{Standing, Trust, TrustError, Trusted};
pub use write::{Content, Contents, write};

/// Why something isn't a pack, or can't be made one.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// Something else entirely.
    #[error("this isn't a letgo pack")]
    NoPack,
    /// Not as it was made.
    #[error("this pack is damaged: {0}. Ask for it again, or copy it once more")]
    Damaged(&'static str),
    /// The signature doesn't fit.
    #[error(
        "this pack isn't what its sender signed: it was changed on its way, or somebody pretends to be them. \
             Nothing of it was used; ask for it again"
    )]
    Signature,
    /// Made by a newer program.
    #[error("this pack is of version {0}, and this program reads version {VERSION}; a newer letgo is needed")]
    Version(u32),
    /// Something that no pack may hold.
    #[error("this pack isn't safe to use: {0}")]
    Refused(String),
    /// Too large.
    #[error("a pack holds at most {} GB", LARGEST_PACK >> 30)]
    Large,
    /// A file changed while it was being packed.
    #[error("`{0}` was changed while it was being packed; try again")]
    Changed(String),
    /// It can't be read.
    #[error("it can't be read: {0}")]
    Read(#[source] io::Error),
    /// It can't be written.
    #[error("it can't be written: {}", cannot(.0))]
    Write(#[source] io::Error),
}

fn cannot(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full; nothing was changed".into(),
        _ => error.to_string(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
