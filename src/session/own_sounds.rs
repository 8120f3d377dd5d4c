//! What the listener wants of a session's sounds: another bed or none, bells and tones louder, softer or off, a lead-in.

use crate::library::Asset;
use crate::quantity::{Decibels, Time};

use super::{Bed, BedSource, Item, Origin, Session};

/// What the listener wants of a session's sounds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnSounds {
    /// What lies under everything, in place of the session's own beds.
    pub bed: Option<OwnBed>,
    /// How much louder or softer bells are; [`Decibels::SILENCE`] for none.
    pub bells: Decibels,
    /// How much louder or softer breath tones, strokes and chimes are; [`Decibels::SILENCE`] for none.
    pub tones: Decibels,
    /// How long beds are alone before anything is said, at least.
    pub lead_in: Time,
}

/// A bed of the listener's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnBed {
    /// None at all.
    None,
    /// A track.
    Track(Asset),
    /// A synthesised bed, by its name.
    Synth(String),
}

/// The level of an own bed where the session has none: as a script's bed without a level.
const LEVEL: Decibels = Decibels(-20.0);
/// How slowly it comes and goes there.
const FADE: Time = Time::from_secs(8);

impl Session {
    /// Puts the listener's bed in the place of the session's first; the others fall away, with what changes them.
    pub(super) fn lie_on(&mut self, own: &OwnBed, origin: &Origin) {
        let source = match own {
            OwnBed::None => None,
            OwnBed::Track(asset) => Some(BedSource::Track { asset: asset.clone(), crossfade: None }),
            OwnBed::Synth(name) => Some(BedSource::Synth { name: name.clone(), tuning: None }),
        };
        let first = self.beds.first().cloned();
        self.beds = source
            .map(|source| match first {
                Some(bed) => Bed { source, ..bed },
                None => Bed {
                    name: "own".into(),
                    source,
                    level: LEVEL,
                    fade_in: FADE,
                    fade_out: FADE,
                    origin: origin.clone(),
                },
            })
            .into_iter()
            .collect();
        let beds = self.beds.len();
        self.items.retain(|item| !matches!(item, Item::BedLevel { bed, .. } if *bed >= beds));
        // Whichever bed was to stay at the end, the one that is left does.
        if !self.end.keep.is_empty() {
            self.end.keep = (0..beds).collect();
        }
        if beds == 0 {
            self.end = super::End::default();
        }
    }
}
