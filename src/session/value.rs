//! The valid session.

use std::sync::Arc;

use crate::library::Asset;
use crate::quantity::{Decibels, Frames, Time, Tuning};
use crate::script::{Diagnostic, Severity, Source, Span};
use crate::timeline::{Massage, Phase, Place};

use super::{Anchor, OwnSounds};

/// A session that can be laid out in time: parts and parameters resolved, guided steps expanded into words,
/// silences and phases of breath.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Where it was written.
    pub origin: Origin,
    /// What it is called.
    pub title: String,
    /// One or two sentences that help a person choose.
    pub summary: String,
    /// One small, realistic thing that it is for.
    pub goal: Option<String>,
    /// The language of its words.
    pub language: String,
    /// Whether it ends in sleep.
    pub sleep: bool,
    /// What to tell the listener before it starts, without repeats, the gravest first.
    pub cautions: Vec<String>,
    /// The cautions, by their ids, that its author has a reason for.
    pub excused: Vec<String>,
    /// What was changed for this listener, and why, a line each.
    pub changes: Vec<String>,
    /// Whom to call instead, where something applies to the listener for which there is no session.
    pub emergency: Vec<String>,
    /// What can be chosen, and what was.
    pub params: Vec<Param>,
    /// How long everything up to the last step should be.
    pub fit: Option<Placed<Time>>,
    /// Whether it comes as near to that as it can, rather than not at all: what is left out for a listener changes how
    /// far the silences reach.
    pub fit_loosely: bool,
    /// Whether it is only tried out: its silences are short, and its length isn't asked for.
    pub quick: bool,
    /// Whether the listener wants beds further under the words.
    pub clear_voice: bool,
    /// What the listener wants of its bells, tones and lead-in.
    pub own_sounds: OwnSounds,
    /// What lies under everything.
    pub beds: Vec<Bed>,
    /// What happens, in order.
    pub items: Vec<Item>,
    /// How it goes out.
    pub end: End,
}

/// A value and where in the files it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where.
    pub origin: Origin,
}

/// Where in the files something was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The file.
    pub source: Arc<Source>,
    /// The place in it.
    pub span: Span,
}

impl Origin {
    /// Something wrong here.
    pub fn diagnostic(&self, severity: Severity, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity, ..Diagnostic::error(&self.source, self.span, code, message) }
    }
}

/// A parameter and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// The question that goes with it.
    pub ask: Option<String>,
    /// The values that it may have; any, if there are none.
    pub choices: Vec<String>,
    /// The value that it has.
    pub value: String,
}

/// Sound under everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Bed {
    /// Its name.
    pub name: String,
    /// What it plays.
    pub source: BedSource,
    /// Its level beside the voice.
    pub level: Decibels,
    /// How slowly it comes in.
    pub fade_in: Time,
    /// How slowly it goes out with the last step, unless it is kept.
    pub fade_out: Time,
    /// Where it was written.
    pub origin: Origin,
}

/// What a bed plays.
#[derive(Clone, Debug, PartialEq)]
pub enum BedSource {
    /// A track.
    Track {
        /// Where it is.
        asset: Asset,
        /// How far its end and its beginning overlap; found out from the track if none is given.
        crossfade: Option<Time>,
    },
    /// A synthesised bed.
    Synth {
        /// Which.
        name: String,
        /// The tone and the beat of one that has them.
        tuning: Option<Tuning>,
    },
}

/// A silence that may give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elastic {
    /// How long it should be.
    pub ideal: Frames,
    /// How short it may become.
    pub min: Frames,
    /// How long it may become.
    pub max: Frames,
}

impl Elastic {
    /// A silence is never stretched past this unless it is meant to be longer: nothing over 30 s comes unannounced
    /// (a proposal of the practice's tables, from the pace of recorded body scans).
    const LONGEST_UNANNOUNCED: Frames = Frames::from_secs(30);

    /// With the default range: from half of it to two and a half times.
    pub fn around(ideal: Frames) -> Elastic {
        let most = Frames(ideal.0 * 5 / 2).min(Elastic::LONGEST_UNANNOUNCED).max(ideal);
        Elastic { ideal, min: Frames(ideal.0 / 2), max: most }
    }

    /// Makes one that gives way half as long, and never longer than `most`; one that doesn't stays as it is.
    pub(super) fn shorten(&mut self, most: Frames) {
        if self.min < self.ideal {
            self.ideal = Frames(self.ideal.0 / 2).min(most);
            self.min = self.min.min(self.ideal);
            self.max = self.ideal;
        }
    }

    /// One that doesn't give way.
    pub fn fixed(length: Frames) -> Elastic {
        Elastic { ideal: length, min: length, max: length }
    }
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A named part begins.
    Chapter(String),
    /// Something is said, in one go.
    Say(Placed<String>),
    /// Silence.
    Silence(Elastic),
    /// Breaths.
    Breaths(Breaths),
    /// Something that lasts a set time, with words inside it.
    Guided(Guided),
    /// A bell, struck once; `length` is the time until the next thing.
    Bell {
        /// Beside the voice.
        level: Decibels,
        /// In Hz.
        pitch: f32,
        /// The time that it takes before the next thing begins.
        length: Frames,
    },
    /// A track in front.
    Track(FrontTrack),
    /// A bed goes to another level from here on.
    BedLevel {
        /// Which of the session's beds.
        bed: usize,
        /// Where to, beside the voice.
        level: Decibels,
        /// How slowly.
        over: Time,
    },
    /// Waits for the listener.
    Wait {
        /// The longest that it waits.
        at_most: Time,
        /// Where it was written.
        origin: Origin,
    },
}

/// Breaths, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Breaths {
    /// Each breath's phases.
    pub breaths: Vec<Vec<BreathPhase>>,
    /// Whether tones lead.
    pub tone: bool,
    /// What is said when two breaths are left, where words lead and there is room for it.
    pub last: Option<String>,
    /// Where it was written.
    pub origin: Origin,
}

/// One phase of one breath.
#[derive(Clone, Debug, PartialEq)]
pub struct BreathPhase {
    /// Which.
    pub phase: Phase,
    /// How long.
    pub length: Frames,
    /// What is said at its beginning, if words lead.
    pub words: Option<String>,
    /// What is shown.
    pub shown: String,
}

/// Something that lasts a set time, words included.
#[derive(Clone, Debug, PartialEq)]
pub struct Guided {
    /// What.
    pub kind: GuidedKind,
    /// How long, words included.
    pub length: Frames,
    /// The words, and the shares of the silence between them.
    pub lines: Vec<GuidedLine>,
    /// Where it was written.
    pub origin: Origin,
}

/// What a guided stretch is about.
#[derive(Clone, Debug, PartialEq)]
pub enum GuidedKind {
    /// Attention on a region.
    Scan(Place),
    /// A muscle group, tensed or let go.
    Relax {
        /// The group's id.
        group: String,
        /// What it is called.
        name: String,
        /// Tensed, or let go.
        tense: bool,
    },
    /// Hands on a region.
    Massage {
        /// What they do.
        massage: Massage,
        /// What leads their rhythm.
        strokes: Option<Strokes>,
    },
    /// Attention on something else than the breath.
    Anchor(Anchor),
}

/// What leads the rhythm of a stretch of massage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strokes {
    /// How long one stroke lasts.
    pub each: Frames,
    /// The numbers that are said, one a stroke, again and again; where there are none, a glide sounds for each stroke.
    pub counts: Vec<String>,
}

/// A line of a guided stretch.
#[derive(Clone, Debug, PartialEq)]
pub enum GuidedLine {
    /// Words.
    Say(String),
    /// Words that are left out where they would leave too little silence.
    MaySay(String),
    /// A share of the time that the words leave.
    Rest(u32),
}

/// A track in front.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontTrack {
    /// Where it is.
    pub asset: Asset,
    /// Beside the voice.
    pub level: Decibels,
    /// How slowly it comes in.
    pub fade_in: Time,
    /// How slowly it goes out.
    pub fade_out: Time,
    /// Words at times of the track.
    pub cues: Vec<Cue>,
    /// Where it was written.
    pub origin: Origin,
}

/// Words at a time of a track.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// From the track's beginning.
    pub at: Time,
    /// Words and fixed silences.
    pub lines: Vec<CueLine>,
    /// Where it was written.
    pub origin: Origin,
}

/// A piece of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CueLine {
    /// Words.
    Say(String),
    /// Silence.
    Pause(Time),
}

/// How a session goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct End {
    /// Which beds stay on.
    pub keep: Vec<usize>,
    /// How long, after the last step.
    pub length: Time,
    /// How slowly they go out at last.
    pub fade: Time,
}
