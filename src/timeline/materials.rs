//! What is known of a session's clips and tracks before it is laid out.

use std::collections::HashMap;

use crate::library::Asset;
use crate::quantity::{Frames, Lufs};

/// The measured clips and tracks of a session.
#[derive(Clone, Debug)]
pub struct Materials {
    /// For words that a voice has: by the words themselves.
    pub clips: HashMap<String, ClipFacts>,
    /// For every track.
    pub tracks: HashMap<Asset, TrackFacts>,
    /// How loud every synthesised bed is by itself.
    pub synths: Lufs,
}

/// What is known of a clip.
#[derive(Clone, Debug, PartialEq)]
pub struct ClipFacts {
    /// Where it is.
    pub asset: Asset,
    /// How long it is.
    pub length: Frames,
    /// How loud its words are.
    pub loudness: Lufs,
}

/// What is known of a track.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackFacts {
    /// How long it is.
    pub length: Frames,
    /// How loud it is.
    pub loudness: Lufs,
    /// How far its end and its beginning have to overlap when it is played over and over.
    pub crossfade: Frames,
}
