//! Measuring what a session needs: its clips, from the voices, and its tracks.
//!
//! Every track and clip is opened here, so that nothing is found to be missing in the middle of the night.

use std::collections::HashMap;

use crate::library::Asset;
use crate::media::{self, LevelStore};
use crate::quantity::{Decibels, Frames, Lufs};
use crate::script::{Diagnostic, Severity};
use crate::session::Session;
use crate::voice::Voices;

use super::materials::{ClipFacts, Materials, TrackFacts};

/// A voice is measured as one channel and heard from both sides: loudness adds channels up (ITU-R BS.1770-4).
const BOTH_SIDES: Decibels = Decibels(3.01);

/// Measures a session's clips and tracks, each anew. Clips that are there but can't be used come back as warnings: another voice
/// or the screen takes their place.
///
/// # Errors
/// Every track that can't be played.
pub fn gather(
    session: &Session,
    voices: &Voices,
    synths: Lufs,
) -> Result<(Materials, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (materials, diagnostics) = measure(session, voices, synths, &LevelStore::none());
    match diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        false => Ok((materials, diagnostics)),
        true => Err(diagnostics),
    }
}

/// Measures what there is, unless it is known, and tells of what there isn't: with an error among the diagnostics, a
/// track is missing.
pub fn measure(session: &Session, voices: &Voices, synths: Lufs, known: &LevelStore) -> (Materials, Vec<Diagnostic>) {
    let mut materials = Materials { clips: HashMap::new(), tracks: HashMap::new(), synths };
    let mut diagnostics = Vec::new();
    let mut broken = HashMap::new();
    for (asset, origin) in session.tracks() {
        if materials.tracks.contains_key(asset) {
            continue;
        }
        let error: &String = match broken.get(asset) {
            Some(error) => error,
            None => match track(asset, known) {
                Ok(facts) => {
                    materials.tracks.insert(asset.clone(), facts);
                    continue;
                }
                Err(error) => broken.entry(asset.clone()).or_insert(error.to_string()),
            },
        };
        let diagnostic = match error.rsplit_once("; ") {
            Some((message, help)) => origin.diagnostic(Severity::Error, "track", message).help(help),
            None => origin.diagnostic(Severity::Error, "track", error),
        };
        if !diagnostics.contains(&diagnostic) {
            diagnostics.push(diagnostic);
        }
    }
    for words in session.words() {
        if materials.clips.contains_key(words) {
            continue;
        }
        if let Some(found) = voices.find(&session.language, words) {
            let loudness = found.loudness + BOTH_SIDES;
            let facts = ClipFacts { asset: found.asset, length: found.length, loudness };
            materials.clips.insert(words.to_string(), facts);
        }
    }
    (materials, diagnostics)
}

fn track(asset: &Asset, known: &LevelStore) -> Result<TrackFacts, media::MediaError> {
    if let Some(facts) = media::bundled_track(asset) {
        return Ok(TrackFacts { length: facts.length, loudness: facts.loudness, crossfade: Frames::ZERO });
    }
    let info = media::probe(asset)?;
    let measured = known.track(asset)?;
    Ok(TrackFacts { length: info.length, loudness: measured.loudness.integrated, crossfade: measured.seam })
}
