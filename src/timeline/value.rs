//! The Timeline itself.

use std::sync::Arc;

use crate::library::Asset;
pub use crate::practice::{Anchor, Side};
use crate::quantity::{Decibels, Frames, Lufs, Pace, Pressure, Tuning};

use super::Envelope;

/// A session laid out in time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// What the session is called.
    pub title: String,
    /// The language of its words, such as `en`.
    pub language: String,
    /// Whether it ends in sleep: darker, quieter, with no way back.
    pub sleep: bool,
    /// From the first frame to the last.
    pub length: Frames,
    /// How loud its voices are.
    pub levels: Levels,
    /// How they grow softer towards sleep. Clips, bells and tracks have it in their gains.
    pub falling: Falling,
    /// In order; the first may begin after frame 0.
    pub chapters: Vec<Chapter>,
    /// In the order of their starts. Prompts never overlap each other; a guided span (a region of a body scan, a
    /// stretch of massage) lies under the prompts inside it.
    pub events: Vec<Event>,
    /// What lies under everything.
    pub beds: Vec<Bed>,
    /// How far beds step back, from the places of the words: one factor for all of them.
    pub ducking: Envelope,
    /// Where the listener asked for an easier breath; empty in a session as it was laid out.
    pub easier: Vec<Frames>,
}

/// How loud the voices of a session are while they sound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levels {
    /// Words.
    pub words: Lufs,
    /// Breath tones, and the chime for words that have no voice.
    pub tones: Lufs,
}

impl Levels {
    /// For sessions of the day. Words at -20 LUFS stand where most speech programmes stand, a little below
    /// EBU R128 S2's streaming levels; tones a clear step under them.
    pub const DAY: Levels = Levels { words: Lufs(-20.0), tones: Lufs(-28.0) };
    /// For sessions that end in sleep: 4 dB softer.
    pub const SLEEP: Levels = Levels { words: Lufs(-24.0), tones: Lufs(-31.0) };
}

impl Default for Levels {
    fn default() -> Levels {
        Levels::DAY
    }
}

/// How words grow softer towards sleep, and the tones and bells along with them: evenly, in dB over time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Falling {
    /// Where it begins.
    pub from: Frames,
    /// Where it ends; after it they stay as soft.
    pub until: Frames,
    /// What they change by, 0 dB or less.
    pub by: Decibels,
}

impl Falling {
    /// The most that they fall: to -30 LUFS, where a voice is still followed in a quiet room.
    pub const MOST: Decibels = Decibels(-6.0);
    /// How fast they fall at most, in dB a minute. A louder or softer voice is noticed from about 1 dB on, if it
    /// changes at once (Zwicker and Fastl, Psychoacoustics, 7.2); over a minute nobody follows it.
    pub const A_MINUTE: Decibels = Decibels(-1.0);

    /// Over the last third of so long a session.
    pub fn over(length: Frames) -> Falling {
        let from = Frames(length.0 / 3 * 2);
        let minutes = (length - from).seconds() as f32 / 60.0;
        Falling { from, until: length, by: Decibels((Falling::A_MINUTE.0 * minutes).max(Falling::MOST.0)) }
    }

    /// The change at a frame.
    pub fn at(&self, frame: Frames) -> Decibels {
        if frame <= self.from || self.until <= self.from {
            return Decibels::UNITY;
        }
        let share = (frame.min(self.until) - self.from).seconds() / (self.until - self.from).seconds();
        Decibels((f64::from(self.by.0) * share) as f32)
    }
}

/// A named part.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Its name.
    pub title: String,
    /// Where it begins.
    pub start: Frames,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Where it begins.
    pub start: Frames,
    /// How long it lasts.
    pub length: Frames,
    /// What it is.
    pub kind: EventKind,
    /// What it says, for the screen and for captions; empty for what has no words.
    pub text: String,
}

impl Event {
    /// The first frame after it.
    pub fn end(&self) -> Frames {
        self.start + self.length
    }
}

/// What an event is.
#[derive(Clone, Debug, PartialEq)]
pub enum EventKind {
    /// Words.
    Say(Speech),
    /// Silence over the beds.
    Pause,
    /// One phase of one breath.
    Breath(Breath),
    /// Attention on a region.
    Scan(Place),
    /// Tensing or letting go of a muscle group.
    Relax {
        /// The group, by its id in the practice's table.
        group: String,
        /// Whether it is being tensed; otherwise it is let go.
        tense: bool,
    },
    /// Hands on a region.
    Massage(Massage),
    /// One stroke of the hands, led by a soft glide; counted from 1.
    Stroke(u64),
    /// Attention on something else than the breath.
    Anchor(Anchor),
    /// One strike of a bell.
    Bell(Bell),
    /// A track in front.
    Track(FrontTrack),
    /// Waiting for the listener's key; the longest that it waits is its length.
    Wait,
}

/// How words sound.
#[derive(Clone, Debug, PartialEq)]
pub enum Speech {
    /// A recording of them.
    Clip(ClipUse),
    /// No voice has them: a soft chime, and the time to read them.
    Chime,
}

/// A clip in use.
#[derive(Clone, Debug, PartialEq)]
pub struct ClipUse {
    /// Where it is.
    pub asset: Asset,
    /// What brings it to the level of the session's voice.
    pub gain: Decibels,
}

/// One phase of one breath.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Breath {
    /// Which phase.
    pub phase: Phase,
    /// Which breath of the stretch, from 1.
    pub round: u32,
    /// Of how many.
    pub rounds: u32,
    /// Whether a tone leads it.
    pub tone: bool,
}

impl Breath {
    /// A stretch of so many breaths or fewer needs no sign that it is ending.
    const SHORT: u32 = 3;

    /// Whether it is one of the last two of its stretch, which are marked softly.
    pub fn is_among_the_last(&self) -> bool {
        self.rounds > Breath::SHORT && self.round + 1 >= self.rounds
    }
}

/// A phase of a breath.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// In.
    In,
    /// The second sip of a breath in.
    Sip,
    /// Holding, full.
    HoldFull,
    /// Out.
    Out,
    /// Holding, empty.
    HoldEmpty,
}

/// A place of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The region's id in the practice's table.
    pub region: String,
    /// Its name in the session's language.
    pub name: String,
    /// Which side, for a region that has two.
    pub side: Option<Side>,
}

/// A stretch of self-massage.
#[derive(Clone, Debug, PartialEq)]
pub struct Massage {
    /// Where.
    pub place: Place,
    /// The technique's id in the practice's table.
    pub technique: String,
    /// What it is called in the session's language.
    pub technique_name: String,
    /// How firmly.
    pub pressure: Pressure,
    /// How fast, for a technique that moves along the skin.
    pub pace: Option<Pace>,
}

/// A strike of a bell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bell {
    /// How loud it is at its loudest.
    pub loudness: Lufs,
    /// Its pitch, in Hz.
    pub pitch: f32,
}

/// A track in front: played once, from its beginning.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontTrack {
    /// Where it is.
    pub asset: Asset,
    /// Its gain, fades at both ends included; its places count from the beginning of the Timeline.
    pub gain: Envelope,
}

/// Sound under everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Bed {
    /// Its name, by which a step changes its level.
    pub name: String,
    /// What it plays.
    pub source: BedSource,
    /// Where it begins.
    pub start: Frames,
    /// The first frame at which it is over.
    pub end: Frames,
    /// Its gain, fades included; its places count from the beginning of the Timeline.
    pub gain: Envelope,
}

/// What a bed plays.
#[derive(Clone, Debug, PartialEq)]
pub enum BedSource {
    /// A track, over and over.
    Track {
        /// Where it is.
        asset: Asset,
        /// How far its end and its beginning overlap at each turn; none for a track that loops by itself.
        crossfade: Frames,
    },
    /// A synthesised bed, by its name.
    Synth {
        /// Which.
        name: Arc<str>,
        /// What makes this one differ from another of the same name.
        seed: u64,
        /// The tone and the beat of one that has them.
        tuning: Option<Tuning>,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_over_the_last_third_and_never_fast() {
        let minutes = |minutes: u64| Frames::from_secs(60 * minutes);
        for (length, by) in [(60, -6.0), (18, -6.0), (12, -4.0), (9, -3.0), (3, -1.0)] {
            let falling = Falling::over(minutes(length));
            assert_eq!(falling.at(minutes(length * 2 / 3)), Decibels::UNITY);
            assert!((falling.at(minutes(length)).0 - by).abs() < 1e-3, "{length} minutes: {falling:?}");
            assert_eq!(falling.at(minutes(length)), falling.at(minutes(length + 60)));
            for minute in 0..length {
                let change = falling.at(minutes(minute + 1)) - falling.at(minutes(minute));
                assert!((-1.001..=0.0).contains(&change.0), "{length} minutes: {change} in minute {minute}");
            }
        }
        assert_eq!(Falling::default().at(minutes(9)), Decibels::UNITY);
    }
}
