//! The language itself: what a session file may hold. Each type here is read by serde and described by schemars, so
//! that the reader and the JSON Schema can't disagree. The doc comments are what an editor shows to an author.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::quantity::{Beat, BreathRate, Carrier, Level, Pace, Pressure, Time};

use super::Span;
use super::diagnostic::shown;
use super::prose::Prose;
use super::schema::{CautionName, MuscleGroupName, PatternName, RegionName, SynthName, TechniqueName, ToolName};
use super::value::{At, Count, FromWritten, Setting, Several, YesNo, choice, is_param_name, scalar, short_form};

/// A guided relaxation session for `letgo`.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Script {
    /// The version of the language: 1.
    pub letgo: Version,
    /// What the session is called.
    pub title: At<Line>,
    /// One or two sentences that help a person choose.
    pub summary: Option<At<Line>>,
    /// One small, realistic thing that this session is for.
    pub goal: Option<At<Line>>,
    /// The language of the words, by its small letters. en if left out.
    pub language: Option<At<LanguageCode>>,
    /// Whether the listener is led back (waking, the default) or left to sleep: quieter, with no ending.
    pub ends_in: Option<EndsIn>,
    /// What to say before it starts: ids from the caution table, or own words.
    #[serde(default)]
    pub cautions: Vec<At<CautionName>>,
    /// Regions or groups of them that this session leaves out: neither touched, tensed, visited nor named.
    #[serde(default)]
    pub leave_out: Vec<At<RegionName>>,
    /// Why something that the caution table warns of in the whole session is right here, by the caution's id.
    #[serde(default)]
    pub because: BTreeMap<Scalar, At<Line>>,
    /// What can be chosen when it is played.
    #[serde(default)]
    pub params: BTreeMap<ParamName, At<Param>>,
    /// How long the whole should be.
    pub length: Option<At<Length>>,
    /// What lies under everything.
    #[serde(default)]
    pub sound: Vec<At<Bed>>,
    /// What happens, in order.
    pub steps: Several<At<Step>>,
    /// How it goes out.
    pub end: Option<At<End>>,
}

/// Steps that other files include.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Part {
    /// The version of the language: 1.
    pub letgo: Version,
    /// What the part is for; never heard.
    pub title: Option<At<Line>>,
    /// What can be chosen where it is included.
    #[serde(default)]
    pub params: BTreeMap<ParamName, At<Param>>,
    /// What happens, in order.
    pub steps: Several<At<Step>>,
}

/// Something that can be chosen when the session is played.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Param {
    /// The values that it may have. Without them any value may be given.
    pub choices: Option<Several<At<Scalar>>>,
    /// The value that it has when nobody chooses.
    pub default: At<Scalar>,
    /// The question that a listener is asked.
    pub ask: Option<At<Line>>,
}

/// How long the whole should be.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Length {
    /// Silences stretch or shrink so that everything up to the last step lasts this long. Speech never does.
    pub fit: At<Setting<Time>>,
}

/// Sound under everything, over and over: a track, or a synthesised one.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("oneOf" = [{ "required": ["track"] }, { "required": ["synth"] }]))]
pub struct Bed {
    /// A sound file beside the session, or the name of a bundled track.
    pub track: Option<At<Line>>,
    /// A synthesised bed.
    pub synth: Option<At<SynthName>>,
    /// How high the tone is, for a synthesised bed that is one: 60 Hz to 600 Hz. 180 Hz if left out.
    pub carrier: Option<At<Setting<Carrier>>>,
    /// How quickly the tone beats, for a synthesised bed that does: 0.5 Hz to 40 Hz. 5 Hz if left out.
    pub beat: Option<At<Setting<Beat>>>,
    /// The name by which steps speak of it; its file's or synth's name if left out.
    pub name: Option<At<Line>>,
    /// How loud, beside the voice. -20 dB if left out.
    pub level: Option<At<Setting<Level>>>,
    /// How slowly it comes in. 8s if left out, and never under 2s.
    pub fade_in: Option<At<Setting<Time>>>,
    /// How slowly it goes out at the end. 8s if left out, and never under 2s.
    pub fade_out: Option<At<Setting<Time>>>,
    /// How far the end and the beginning of a track overlap at each turn. Found out from the track if left out.
    pub crossfade: Option<At<Setting<Time>>>,
}

/// One step: a key that says its kind, and what belongs to it.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Begins a named part.
    Chapter(At<Line>),
    /// Words, spoken or shown.
    Say(At<Prose>),
    /// Silence over the sound.
    Pause(At<Pause>),
    /// Breathing, led by tones or words.
    Breathe(At<Breathe>),
    /// Attention that wanders through the body.
    Scan(At<Scan>),
    /// Muscles tensed a little, and let go.
    Relax(At<Relax>),
    /// Gentle self-massage.
    Massage(At<Massage>),
    /// A track in front, once, with words at times of its own.
    Track(At<FrontTrack>),
    /// A soft bell.
    Bell(At<Bell>),
    /// Changes the level of a bed.
    Sound(At<SoundChange>),
    /// Waits until the listener presses a key.
    Wait(At<Wait>),
    /// Steps for one choice of a parameter only.
    When(At<When>),
    /// Steps, several times.
    Repeat(At<Repeat>),
    /// The steps of another file.
    Include(At<Include>),
}

impl Step {
    /// The place of what belongs to it.
    pub fn place(&self) -> Span {
        match self {
            Step::Chapter(at) => at.span,
            Step::Say(at) => at.span,
            Step::Pause(at) => at.span,
            Step::Breathe(at) => at.span,
            Step::Scan(at) => at.span,
            Step::Relax(at) => at.span,
            Step::Massage(at) => at.span,
            Step::Track(at) => at.span,
            Step::Bell(at) => at.span,
            Step::Sound(at) => at.span,
            Step::Wait(at) => at.span,
            Step::When(at) => at.span,
            Step::Repeat(at) => at.span,
            Step::Include(at) => at.span,
        }
    }

    /// Whether it only holds other steps.
    pub fn holds_steps(&self) -> bool {
        matches!(self, Step::When(_) | Step::Repeat(_) | Step::Include(_))
    }
}

/// Silence.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, remote = "Self")]
#[schemars(transform = short_form::time)]
pub struct Pause {
    /// How long it should be.
    pub r#for: At<Setting<Time>>,
    /// How short it may become when the session is fitted to a length.
    pub min: Option<At<Setting<Time>>>,
    /// How long it may become when the session is fitted to a length.
    pub max: Option<At<Setting<Time>>>,
}

short_form::impl_for!(Pause, |written, number, span| Ok(Pause {
    r#for: At { value: Setting::from_written(written, number)?, span },
    min: None,
    max: None,
}));

/// Breathing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, remote = "Self")]
#[schemars(transform = short_form::word)]
pub struct Breathe {
    /// A pattern of the breathing table. `longer-out` if neither it nor own phases are given.
    pub pattern: Option<At<Setting<PatternName>>>,
    /// Own phases instead of a pattern: how long the breath comes in.
    pub r#in: Option<At<Setting<Time>>>,
    /// How long a second, small breath in on top of it is.
    pub sip: Option<At<Setting<Time>>>,
    /// How long it is held when full.
    pub hold: Option<At<Setting<Time>>>,
    /// How long it goes out.
    pub out: Option<At<Setting<Time>>>,
    /// How long it rests when empty.
    pub rest: Option<At<Setting<Time>>>,
    /// The rate to begin at, such as 12/min.
    pub from: Option<At<Setting<BreathRate>>>,
    /// The rate to arrive at, such as 5.5/min.
    pub to: Option<At<Setting<BreathRate>>>,
    /// How long to breathe together; always whole breaths. The pattern's least usual time if left out.
    pub r#for: Option<At<Setting<Time>>>,
    /// How many breaths, instead of a time.
    pub rounds: Option<At<Setting<Count>>>,
    /// What leads: tone (the default), words, both (the words fade away after some breaths), or the screen only.
    pub cue: Option<At<Setting<Cue>>>,
    /// Whether pauses may be left out, which is then said (optional, the default), or there are none.
    pub holds: Option<At<Setting<Holds>>>,
    /// Why something that the table warns of is right here.
    pub because: Option<At<Line>>,
    /// What is said before it begins, in place of the table's words.
    pub say: Option<At<Prose>>,
}

short_form::impl_for!(Breathe, |written, number, span| Ok(Breathe {
    pattern: Some(At { value: Setting::from_written(written, number)?, span }),
    ..Breathe::default()
}));

/// A body scan.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Scan {
    /// Regions or groups of them, in order.
    pub regions: Several<At<Setting<RegionName>>>,
    /// How long to stay with each, words included. 25s if left out.
    pub each: Option<At<Setting<Time>>>,
    /// Which side, for regions that have two. Both if left out.
    pub side: Option<At<Setting<SideChoice>>>,
    /// In which order: as written (the default), up from the feet, or down from the head.
    pub order: Option<At<Setting<ScanOrder>>>,
    /// Where the attention rests at the end: one of the regions, or any other.
    pub rest_at: Option<At<Setting<RegionName>>>,
    /// Own words in place of the table's: with `{region}` in them they are said at every region, else before it begins.
    pub say: Option<At<Prose>>,
}

/// Progressive muscle relaxation.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Relax {
    /// Muscle groups, in order.
    pub groups: Several<At<Setting<MuscleGroupName>>>,
    /// How long to tense. 5s if left out; 1s to 10s, feet and calves never over 5s.
    pub tense: Option<At<Setting<Time>>>,
    /// How long to let go. 20s if left out.
    pub release: Option<At<Setting<Time>>>,
    /// How often, for each group. Once if left out.
    pub times: Option<At<Setting<Count>>>,
    /// How much of one's strength: quarter, third or half. As the table has it for each group if left out.
    pub effort: Option<At<Setting<EffortChoice>>>,
    /// Letting go only, with nothing tensed.
    pub release_only: Option<At<Setting<YesNo>>>,
    /// Own words in place of the table's: with `{group}` in them they are said at every group, else before it begins.
    pub say: Option<At<Prose>>,
}

/// Self-massage.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Massage {
    /// Where: a region that the practice offers touch for.
    pub region: At<Setting<RegionName>>,
    /// Which side, for regions that have two. Both, one after the other, if left out.
    pub side: Option<At<Setting<SideChoice>>>,
    /// What the hands do.
    pub technique: At<Setting<TechniqueName>>,
    /// With what. The technique's usual tool if left out.
    pub tool: Option<At<Setting<ToolName>>>,
    /// How fast along the skin, for a technique that moves along it.
    pub pace: Option<At<Setting<Pace>>>,
    /// How firm, 0 to 10. The technique's usual pressure if left out; 4 needs a reason, more is refused.
    pub pressure: Option<At<Setting<Pressure>>>,
    /// How long, on each side. 60s if left out, and never under 5s.
    pub r#for: Option<At<Setting<Time>>>,
    /// What leads the rhythm: nothing (the default), a soft glide for each stroke, or counting.
    pub lead: Option<At<Setting<Lead>>>,
    /// Why something that the table warns of is right here.
    pub because: Option<At<Line>>,
    /// What is said before the hands begin, in place of the table's words; `{region}` and `{side}` are filled in.
    pub say: Option<At<Prose>>,
}

/// A track in front.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, remote = "Self")]
#[schemars(transform = short_form::word)]
pub struct FrontTrack {
    /// A sound file beside the session, or the name of a bundled track.
    pub file: At<Line>,
    /// How loud, beside the voice. -6 dB if left out.
    pub level: Option<At<Setting<Level>>>,
    /// How slowly it comes in. 2s if left out, and never under 500ms.
    pub fade_in: Option<At<Setting<Time>>>,
    /// How slowly it goes out. 4s if left out, and never under 500ms.
    pub fade_out: Option<At<Setting<Time>>>,
    /// Words at times of the track.
    #[serde(default)]
    pub cues: Vec<At<TrackCue>>,
}

short_form::impl_for!(FrontTrack, |written, number, span| Ok(FrontTrack {
    file: At { value: Line::from_written(written, number)?, span },
    level: None,
    fade_in: None,
    fade_out: None,
    cues: Vec::new(),
}));

/// Words at a time of a track.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TrackCue {
    /// When, from the beginning of the track.
    pub at: At<Setting<Time>>,
    /// The words.
    pub say: At<Prose>,
}

/// A soft bell.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Bell {
    /// How often it is struck. Once if left out.
    pub strikes: Option<At<Setting<Count>>>,
    /// The time from strike to strike. 6s if left out, and never under 2s.
    pub every: Option<At<Setting<Time>>>,
    /// How loud, beside the voice. -6 dB if left out; never louder than the voice.
    pub level: Option<At<Setting<Level>>>,
    /// How high: low, middle (if left out) or high.
    pub pitch: Option<At<Setting<BellPitch>>>,
}

/// A change of a bed's level.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SoundChange {
    /// The bed's name.
    pub bed: At<Setting<Line>>,
    /// The level that it goes to, beside the voice; `0 %` lets it fall silent.
    pub level: At<Setting<Level>>,
    /// How slowly. 10s if left out, and never under 2s.
    pub over: Option<At<Setting<Time>>>,
}

/// Waiting for the listener.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, remote = "Self")]
#[schemars(transform = short_form::time)]
pub struct Wait {
    /// What is said first.
    pub say: Option<At<Prose>>,
    /// How long to wait at most; then it goes on by itself. 60s if left out, and never under 1s.
    pub at_most: Option<At<Setting<Time>>>,
}

short_form::impl_for!(Wait, |written, number, span| Ok(Wait {
    at_most: Some(At { value: Setting::from_written(written, number)?, span }),
    say: None,
}));

/// Steps for one choice of a parameter.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct When {
    /// The parameter's name.
    pub param: At<ParamName>,
    /// The value for which the steps are taken.
    pub is: At<Scalar>,
    /// What happens then.
    pub steps: Several<At<Step>>,
    /// What happens otherwise.
    #[serde(default)]
    pub r#else: Vec<At<Step>>,
}

/// Steps, several times.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Repeat {
    /// How often, 1 to 10,000.
    pub times: At<Setting<Count>>,
    /// What happens each time.
    pub steps: Several<At<Step>>,
}

/// The steps of another file.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, remote = "Self")]
#[schemars(transform = short_form::word)]
pub struct Include {
    /// The file, beside this one or in a folder below.
    pub file: At<Line>,
    /// Values for its parameters.
    #[serde(default)]
    pub with: BTreeMap<ParamName, At<Setting<Scalar>>>,
}

short_form::impl_for!(Include, |written, number, span| Ok(Include {
    file: At { value: Line::from_written(written, number)?, span },
    with: BTreeMap::new(),
}));

/// How the session goes out.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct End {
    /// The beds that stay on.
    #[serde(default)]
    pub keep: Vec<At<Line>>,
    /// How long they stay, fade included.
    pub r#for: Option<At<Setting<Time>>>,
    /// How slowly they go out at last. 30s if left out, or the whole of `for` if that is less; never under 2s.
    pub fade: Option<At<Setting<Time>>>,
}

choice! {
    /// Where the session leads.
    EndsIn, "a way to end", {
        /// Led back.
        Waking = "waking",
        /// Left to sleep.
        Sleep = "sleep",
    }
}

choice! {
    /// What leads the breath.
    Cue, "a cue", {
        /// Tones.
        Tone = "tone",
        /// Words.
        Words = "words",
        /// Tones and words.
        Both = "both",
        /// The screen alone.
        Screen = "screen",
    }
}

choice! {
    /// Whether the breath is held.
    Holds, "a way with pauses", {
        /// Pauses may be left out.
        Optional = "optional",
        /// No pauses.
        None = "none",
    }
}

choice! {
    /// The order of a scan.
    ScanOrder, "an order", {
        /// As it is written.
        Written = "written",
        /// From the feet to the head.
        Up = "up",
        /// From the head to the feet.
        Down = "down",
    }
}

choice! {
    /// How much of one's strength.
    EffortChoice, "a strength", {
        /// A quarter.
        Quarter = "quarter",
        /// A third.
        Third = "third",
        /// Half.
        Half = "half",
    }
}

choice! {
    /// What leads the rhythm of strokes.
    Lead, "a lead", {
        /// Nothing.
        None = "none",
        /// A soft glide for each stroke.
        Glide = "glide",
        /// Counting.
        Count = "count",
    }
}

choice! {
    /// A side of the body.
    SideChoice, "a side", {
        /// The left.
        Left = "left",
        /// The right.
        Right = "right",
        /// Both.
        Both = "both",
    }
}

choice! {
    /// How high a bell sounds.
    BellPitch, "a pitch", {
        /// Low.
        Low = "low",
        /// In the middle.
        Middle = "middle",
        /// High.
        High = "high",
    }
}

/// The version of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

impl FromWritten for Version {
    fn from_written(written: &str, number: bool) -> Result<Version, String> {
        match written.parse::<u64>() {
            Ok(super::LANGUAGE_VERSION) if number => Ok(Version),
            Ok(newer) if newer > super::LANGUAGE_VERSION => Err(format!(
                "this file is written in version {newer} of the language, and this program reads version {}; \
                 get a newer letgo, or write `letgo: 1` if that was meant",
                super::LANGUAGE_VERSION
            )),
            _ => Err("this isn't a version of the language; write `letgo: 1`".into()),
        }
    }
}

/// A line of text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line(pub String);

impl FromWritten for Line {
    fn from_written(written: &str, _number: bool) -> Result<Line, String> {
        let folded = written.split_whitespace().collect::<Vec<_>>().join(" ");
        match folded.chars().count() {
            0 => Err("there is nothing written here; write some words".into()),
            1..=1000 => Ok(Line(folded)),
            _ => Err("this is too long for one line; 1000 characters are the most".into()),
        }
    }
}

/// A single value, kept as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scalar(pub String);

impl FromWritten for Scalar {
    fn from_written(written: &str, _number: bool) -> Result<Scalar, String> {
        match written.chars().count() {
            1..=200 => Ok(Scalar(written.to_string())),
            _ => Err("a value has 1 to 200 characters".into()),
        }
    }
}

/// The name of a parameter: small letters, digits and `-`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ParamName(pub String);

impl FromWritten for ParamName {
    fn from_written(written: &str, _number: bool) -> Result<ParamName, String> {
        match is_param_name(written) {
            true => Ok(ParamName(written.to_string())),
            false => Err(format!(
                "`{}` isn't a parameter's name; it has small letters, digits and `-`, and begins with a letter",
                shown(written)
            )),
        }
    }
}

/// A language by its two or three letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageCode(pub String);

impl FromWritten for LanguageCode {
    fn from_written(written: &str, _number: bool) -> Result<LanguageCode, String> {
        let fits = (2..=3).contains(&written.len()) && written.bytes().all(|b| b.is_ascii_lowercase());
        fits.then(|| LanguageCode(written.to_string())).ok_or_else(|| {
            format!("`{}` isn't a language; write its two small letters, such as en or de", shown(written))
        })
    }
}

scalar!(Version, { "const": 1, "description": "The version of the language: 1." });
scalar!(Line, { "type": ["string", "number", "boolean"], "pattern": "\\S", "maxLength": 1000 });
scalar!(Scalar, { "type": ["string", "number", "boolean"], "minLength": 1, "maxLength": 200 });
scalar!(ParamName, { "type": "string", "pattern": "^[a-z][a-z0-9-]{0,39}$" });
scalar!(LanguageCode, { "type": "string", "pattern": "^[a-z]{2,3}$" });
