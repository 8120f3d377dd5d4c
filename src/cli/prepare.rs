//! From what was asked for to a Timeline: the way that every verb goes.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Once};

use clap::{Args, ValueEnum};
use etcetera::AppStrategy;
use tempfile::TempDir;

use crate::about_me;
use crate::library::{Asset, Library, Synth, bundled_track};
use crate::media::LevelStore;
use crate::memory::Memory;
use crate::mix::synth;
use crate::quantity::{Frames, Time};
use crate::script::{Diagnostic, FromWritten, MOST_ERRORS, Severity, Source, Span};
use crate::session::{Examined, OwnBed, OwnSounds, Profile, Request, Session, examine};
use crate::settings::{self, LeadIn, Loudness, Settings};
use crate::timeline::{Timeline, lay_out, look_over, measure};
use crate::voice::Voices;

use super::changes::Changes;
use super::handed::{Found, InPack, find, handed_request};
use super::play::name_of;
use super::voice::{Spoken, speaking};
use super::{Failure, Surroundings, report, say, time};

/// The longest session: a day.
const LONGEST: Frames = Frames::from_secs(24 * 60 * 60);

/// Which session, and how.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// A bundled session's name, the path of a session file, or a pack: its name, or its file
    #[arg(value_name = "SESSION")]
    pub(super) session: String,
    #[command(flatten)]
    pub(super) how: How,
}

/// How a session is to be.
#[derive(Debug, Args)]
pub(super) struct How {
    /// Stretches or shrinks the silences so that the session lasts this long
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub(super) fit: Option<Time>,
    /// Sets a parameter of the session
    #[arg(long, value_name = "NAME=VALUE", value_parser = assignment)]
    pub(super) set: Vec<(String, String)>,
    /// Trusts whom a pack is from, and uses one that nobody signed, without asking
    #[arg(long)]
    pub(super) yes: bool,
    /// Silences are short: it is only tried out.
    #[arg(skip)]
    pub(super) quick: bool,
    /// A length that can't be met is met as nearly as can be: nobody is there to choose another.
    #[arg(skip)]
    pub(super) as_near: bool,
    #[command(flatten)]
    pub(super) sounds: SoundArgs,
    #[command(flatten)]
    pub(super) wishes: WishArgs,
}

impl How {
    /// As if nothing had been asked for.
    pub(super) fn plain() -> How {
        How {
            fit: None,
            set: Vec::new(),
            yes: false,
            quick: false,
            as_near: false,
            sounds: SoundArgs::default(),
            wishes: WishArgs::default(),
        }
    }
}

/// What the listener wants of its sounds, this once.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Its sounds")]
pub(super) struct SoundArgs {
    /// Lies on another bed: a bundled name, a sound file, or none (settings: bed)
    #[arg(long, value_name = "NAME|FILE|none", value_parser = bed)]
    bed: Option<settings::Bed>,
    /// Makes bells softer or louder, such as -6 dB, or off (settings: bells)
    #[arg(long, value_name = "LEVEL|off", value_parser = written::<Loudness>, allow_hyphen_values = true)]
    bells: Option<Loudness>,
    /// Makes breath tones and strokes softer or louder, or off (settings: tones)
    #[arg(long, value_name = "LEVEL|off", value_parser = written::<Loudness>, allow_hyphen_values = true)]
    tones: Option<Loudness>,
    /// Lets beds sound alone this long before anything is said (settings: lead-in)
    #[arg(long, value_name = "TIME", value_parser = written::<LeadIn>)]
    lead_in: Option<LeadIn>,
    /// Keeps beds further under the words, for ears that find words hard to follow (settings: clear-voice)
    #[arg(long)]
    clear_voice: bool,
}

/// Reads a value as it stands in the settings.
pub(super) fn written<T: FromWritten>(text: &str) -> Result<T, String> {
    T::from_written(text.trim(), false)
}

/// A bed; here a file may also be named from where one is.
fn bed(text: &str) -> Result<settings::Bed, String> {
    match std::path::absolute(text) {
        Ok(path) if path.is_file() => Ok(settings::Bed::File(path)),
        _ => written(text),
    }
}

impl SoundArgs {
    /// What was asked for, and what the settings say where nothing was.
    fn own(&self, settings: &Settings) -> OwnSounds {
        let bed = self.bed.clone().or_else(|| settings.bed.clone()).map(|bed| match bed {
            settings::Bed::None => OwnBed::None,
            settings::Bed::File(path) => OwnBed::Track(Asset::File(path)),
            settings::Bed::Named(name) => match bundled_track(&name) {
                Some(track) => OwnBed::Track(track),
                None => OwnBed::Synth(name),
            },
        });
        let bells = self.bells.unwrap_or_else(|| settings.bells()).decibels();
        let tones = self.tones.unwrap_or_else(|| settings.tones()).decibels();
        let lead_in = self.lead_in.unwrap_or_else(|| settings.lead_in()).0;
        OwnSounds { bed, bells, tones, lead_in }
    }
}

/// What the listener wishes, this once.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "For this listener")]
pub(super) struct WishArgs {
    #[command(flatten)]
    changes: Changes,
    /// Suits the session to what this file says, in place of what `letgo about-me` has kept
    #[arg(long, value_name = "FILE", conflicts_with = "as_is")]
    profile: Option<PathBuf>,
    /// Plays the session as it was written, whatever `letgo about-me` has kept
    #[arg(long)]
    as_is: bool,
    /// Says the cautions before the session begins: always, the first time (as `play` does), or never
    #[arg(long, value_enum, value_name = "WHEN", num_args = 0..=1, default_missing_value = "always")]
    speak_cautions: Option<SpeakCautions>,
}

/// When cautions are spoken, besides being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum SpeakCautions {
    /// Whenever it is played
    Always,
    /// When it is played for the first time
    First,
    /// Never
    Never,
}

impl WishArgs {
    /// What the listener has kept, or the file says; and what is asked for besides.
    fn profiles(&self) -> Result<(Profile, Profile), Failure> {
        let kept = match (&self.profile, self.as_is) {
            (Some(file), _) if !file.exists() => {
                return Err(Failure::Usage(format!("there is no file {}", file.display())));
            }
            (Some(file), _) => about_me::read(file),
            (None, true) => Ok(Profile::default()),
            (None, false) => about_me::load(),
        };
        let kept = kept.map_err(|error| {
            Failure::Failed(format!("{error}\nuntil then, --as-is plays sessions as they are written"))
        })?;
        Ok((kept, self.changes.profile()))
    }
}

pub(super) fn assignment(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write NAME=VALUE, such as side=left")?;
    Ok((name.trim().to_string(), value.trim().to_string()))
}

/// A session, laid out.
pub(super) struct Prepared {
    pub(super) session: Session,
    pub(super) timeline: Arc<Timeline>,
    /// Where it was found.
    pub(super) asset: Asset,
    /// The pack that it came in. Its files are there for as long as this is.
    pub(super) pack: Option<InPack>,
    /// Words that were spoken and can't be kept. They are there for as long as this is.
    pub(super) spoken: Option<TempDir>,
}

/// What a session is laid out for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Aim {
    /// Cautions are spoken if it was never played, unless something else was asked for.
    pub(super) cautions: bool,
    /// A speech program says what no voice has.
    pub(super) speech: bool,
}

/// The settings as far as they can be understood, and the library that goes with them. What can't is said here, once.
pub(super) fn library() -> (Settings, Library) {
    let (settings, trouble) = Settings::load_kindly();
    static SAID: Once = Once::new();
    if let Some(trouble) = trouble {
        SAID.call_once(|| {
            say(&format!("{trouble}\ngoing on without that; `letgo config check` shows it in its place"))
        });
    }
    let library = library_of(&settings);
    (settings, library)
}

/// The same for what writes something that stays: there settings that can't be understood are an error.
pub(super) fn library_strictly() -> Result<(Settings, Library), Failure> {
    let settings = Settings::load().map_err(|error| {
        Failure::Failed(format!("{error}\nplease mend this first; `letgo config check` shows it in its place"))
    })?;
    let library = library_of(&settings);
    Ok((settings, library))
}

fn library_of(settings: &Settings) -> Library {
    let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
    Library { allowed: settings.allow().0, synths, packs: Vec::new() }
}

/// Where it is kept how loud tracks are.
fn level_store() -> LevelStore {
    settings::folders().map_or_else(LevelStore::none, |own| LevelStore::in_folder(own.cache_dir().join("levels")))
}

/// Lays out what was asked for. Everything that is wrong is said before this returns.
pub(super) fn prepare(session: &str, how: &How, around: &Surroundings) -> Result<Prepared, Failure> {
    prepare_for(session, how, Aim::default(), around)
}

/// The same, to be heard.
///
/// # Errors
/// As [`prepare`].
pub(super) fn prepare_for(session: &str, how: &How, aim: Aim, around: &Surroundings) -> Result<Prepared, Failure> {
    let (settings, mut library) = library();
    let Found { asset, pack } = find(&mut library, session, how.yes, around)?;
    let (profile, asked) = how.wishes.profiles()?;
    let speak_cautions = match how.wishes.speak_cautions {
        Some(SpeakCautions::Always) => true,
        Some(SpeakCautions::Never) => false,
        Some(SpeakCautions::First) => is_new(&asset),
        None => aim.cautions && is_new(&asset),
    };
    let clear_voice = how.sounds.clear_voice || settings.clear_voice().0;
    let own_sounds = how.sounds.own(&settings);
    let handed = pack.as_ref().map(|pack| handed_request(&pack.folder, &pack.session)).transpose()?.unwrap_or_default();
    // What is asked for now comes after what was set, and so goes before it.
    let set = handed.set.into_iter().chain(how.set.clone()).collect();
    let (fit, therapist) = (how.fit.or(handed.fit), handed.therapist);
    let (quick, fit_strictly) = (how.quick, how.fit.is_some() && !how.as_near);
    let request =
        Request { set, fit, fit_strictly, profile, therapist, asked, speak_cautions, clear_voice, own_sounds, quick };
    if fit_strictly && speak_cautions {
        // What can't be met on other evenings is refused on the first one too, when cautions make it longer.
        let later = Request { speak_cautions: false, ..request.clone() };
        if let Err(diagnostics) = lay_out_asset(&library, &asset, &later) {
            tell(&diagnostics, around)?;
            return Err(Failure::Invalid);
        }
    }
    let mut spoken = None;
    let laid_out = lay_out_with(&library, &asset, &request, |session| {
        if !aim.speech {
            return super::voice::voices(&library, &asset, &session.language);
        }
        let Spoken { voices, folder } = speaking(&library, &asset, session, &settings, around);
        spoken = folder;
        voices
    });
    match laid_out {
        Ok((prepared, warnings)) => {
            tell(&warnings, around)?;
            Ok(Prepared { pack, spoken, ..prepared })
        }
        Err(diagnostics) => {
            tell(&diagnostics, around)?;
            Err(Failure::Invalid)
        }
    }
}

/// Whether a session was never played here.
fn is_new(asset: &Asset) -> bool {
    Memory::load().0.played(&name_of(asset)).is_none()
}

/// What a person reads when there is no such session.
pub(super) fn not_found(error: &crate::library::FindError) -> String {
    match error {
        crate::library::FindError::NoSession { nearest: Some(nearest), .. } => {
            format!("{error}\ndid you mean `{nearest}`? `letgo list` shows what there is")
        }
        crate::library::FindError::NoSession { .. } => format!("{error}\n`letgo list` shows what there is"),
        _ => error.to_string(),
    }
}

/// Lays out a session file; gives its warnings too.
///
/// An error of one kind doesn't hide those of another: what could be read is resolved, measured and laid out as far as
/// it goes, and all that is wrong comes back at once.
pub(super) fn lay_out_asset(
    library: &Library,
    asset: &Asset,
    request: &Request,
) -> Result<(Prepared, Vec<Diagnostic>), Vec<Diagnostic>> {
    lay_out_with(library, asset, request, |session| super::voice::voices(library, asset, &session.language))
}

/// The same, with voices of its own. They are asked for only where nothing is wrong so far.
pub(super) fn lay_out_with(
    library: &Library,
    asset: &Asset,
    request: &Request,
    voices: impl FnOnce(&Session) -> Voices,
) -> Result<(Prepared, Vec<Diagnostic>), Vec<Diagnostic>> {
    let Examined { source, session, diagnostics: mut found, .. } = examine(library, asset, request);
    if let Some(session) = session {
        let voices = match has_errors(&found) {
            true => super::voice::voices(library, asset, &session.language),
            false => voices(&session),
        };
        let (materials, more) = measure(&session, &voices, synth::BED_LOUDNESS, &level_store());
        found.extend(more);
        let whole = !has_errors(&found);
        match lay_out(&session, &materials) {
            Ok(timeline) if timeline.length > LONGEST => found.push(too_long(&source, timeline.length)),
            Ok(timeline) if whole => {
                // What was changed for a listener is no mistake of the author's.
                if session.changes.is_empty() && !request.speak_cautions {
                    found.extend(look_over(&session, &timeline));
                }
                let (timeline, asset) = (Arc::new(timeline), asset.clone());
                return Ok((Prepared { session, timeline, asset, pack: None, spoken: None }, found));
            }
            Ok(_) => {}
            // Something is missing from it: of course it doesn't have its length.
            Err(more) => found.extend(more.into_iter().filter(|diagnostic| whole || diagnostic.code != "fit")),
        }
    }
    // In the order in which a person finds them: this file from its top, then its parts.
    found.sort_by(|a, b| {
        let place = |diagnostic: &Diagnostic| (diagnostic.source.path != source.path, diagnostic.span);
        place(a).cmp(&place(b))
    });
    if found.len() >= MOST_ERRORS {
        found.truncate(MOST_ERRORS);
        let message = format!("there may be more than these {MOST_ERRORS}; mend them first");
        found.push(Diagnostic::error(&source, Span::new(0, 1), "too-many-errors", message));
    }
    Err(found)
}

pub(super) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

fn too_long(source: &Arc<Source>, length: Frames) -> Diagnostic {
    let message = format!("this session would last {}, and a day ({}) is the most", length.clock(), LONGEST.clock());
    Diagnostic::error(source, Span::new(0, 1), "too-long", message).help("shorten its pauses, or repeat fewer times")
}

/// Shows diagnostics to the person at the terminal.
pub(super) fn tell(diagnostics: &[Diagnostic], around: &Surroundings) -> Result<(), Failure> {
    if !diagnostics.is_empty() {
        let shown = report::render(diagnostics, around.colour, around.width);
        io::stderr().write_all(shown.as_bytes())?;
    }
    Ok(())
}
