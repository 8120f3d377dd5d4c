//! What is known of the bundled tracks without measuring them again: `audio/index.json`, which `make tracks` writes
//! and a test holds to the files.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::library::{Asset, bundled_file};
use crate::quantity::{Frames, Lufs};

/// What is known of a bundled track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BundledTrack {
    /// How long it is. It loops by itself.
    pub length: Frames,
    /// How loud it is.
    pub loudness: Lufs,
}

#[derive(Deserialize)]
struct Index {
    tracks: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    file: String,
    frames: u64,
    integrated_lufs: f32,
}

static INDEX: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let index = bundled_file("audio/index.json").and_then(|(_, bytes)| serde_json::from_slice::<Index>(bytes).ok());
    index.map(|index| index.tracks).unwrap_or_default()
});

/// What is known of an asset, if it is a bundled track.
pub fn bundled_track(asset: &Asset) -> Option<BundledTrack> {
    let Asset::Bundled { path, .. } = asset else { return None };
    let name = path.strip_prefix("audio/")?;
    let entry = INDEX.iter().find(|entry| entry.file == name)?;
    Some(BundledTrack { length: Frames(entry.frames), loudness: Lufs(entry.integrated_lufs) })
}
