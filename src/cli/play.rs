//! `letgo play`: guides through a session.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::process::Command as Process;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};

use crate::desktop::Allowed;
use crate::guide::text::clean;
use crate::guide::{Card, Plain, Screen};
use crate::library::Asset;
use crate::memory::{self, Memory, Played, Turn};
use crate::mix::{Ears, Mixer, Sound};
use crate::output::{DeviceError, KeepAwake, Wanted};
use crate::player::{Player, Sink, VOLUMES};
use crate::quantity::{Balance, Decibels, Frames, Level, Time, TimeOfDay};
use crate::script::nearest;
use crate::settings::{GuideChoice, QuietHours, Settings, Then, Waking};
use crate::timeline::Timeline;

use super::handed::{InPack, letter_before};
use super::playing::{Follow, GoesOn, Guide, MakeSound, Playing, Shown};
use super::prepare::{Aim, Prepared, Which, library, prepare_for, written};
use super::remembering::Remembering;
use super::signals::Signals;
use super::{Failure, Surroundings, say};

#[derive(Debug, Args)]
pub(super) struct Play {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    pub(super) how: Playback,
}

/// How a session is played.
#[derive(Debug, Args)]
#[command(next_help_heading = "How it is played")]
pub(super) struct Playback {
    /// Begins at a time, or at a chapter by its name
    #[arg(long, value_name = "TIME|CHAPTER")]
    from: Option<String>,
    /// Goes on at the beginning of the chapter in which it was left
    #[arg(long, conflicts_with_all = ["from", "restart"])]
    pub(super) resume: bool,
    /// Begins anew, wherever it was left, and doesn't ask
    #[arg(long, conflicts_with = "from")]
    pub(super) restart: bool,
    /// Plays on this device; `letgo devices` names them (settings: device)
    #[arg(long, value_name = "NAME", conflicts_with = "silent")]
    device: Option<String>,
    /// Begins this loud, such as -12 dB or 40 % (settings: volume)
    #[arg(long, value_name = "LEVEL", value_parser = volume, allow_hyphen_values = true)]
    volume: Option<Decibels>,
    /// Within these hours nothing is louder than this: "22:00-7:00 -20 dB" (settings: quiet-hours)
    #[arg(long, value_name = "FROM-TO LEVEL", value_parser = written::<QuietHours>)]
    quiet_hours: Option<QuietHours>,
    /// Lets both ears hear the same, for one ear on the pillow (settings: mono)
    #[arg(long)]
    mono: bool,
    /// Gives one ear more, from -100 % (left) to 100 % (right) (settings: balance)
    #[arg(long, value_name = "PERCENT", value_parser = written::<Balance>, allow_hyphen_values = true)]
    balance: Option<Balance>,
    /// Makes no sound: the session runs on the screen, in real time
    #[arg(long)]
    silent: bool,
    /// Leaves what no voice has to the screen: no speech program says it (settings: speech)
    #[arg(long)]
    no_speech: bool,
    /// What is shown: a whole screen, plain lines, large words only, or nothing (settings: guide)
    #[arg(long, value_enum)]
    guide: Option<GuideKind>,
    /// Keeps the screen dark; the key d brings it back (settings: dark)
    #[arg(long)]
    dark: bool,
    /// Doesn't tell how much time is left (settings: time-left)
    #[arg(long)]
    no_time_left: bool,
    /// Does this when the session has come to its end: nothing, suspend, or a command (settings: then)
    #[arg(long, value_name = "nothing|suspend|COMMAND")]
    then: Option<String>,
    /// Nobody's evening: it isn't remembered.
    #[arg(skip)]
    only_a_try: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum GuideKind {
    /// The screen on a terminal, lines elsewhere
    Auto,
    /// A whole screen
    Screen,
    /// A line for each thing that begins, nothing redrawn: for screen readers and pipes
    Plain,
    /// Large words only, for whoever reads in place of hearing
    Captions,
    /// Nothing
    None,
}

fn volume(text: &str) -> Result<Decibels, String> {
    let level: Level = text.parse().map_err(|error: crate::quantity::LevelError| error.to_string())?;
    let loudest = Decibels(*VOLUMES.end());
    if level.decibels() > loudest {
        return Err("the volume is at most 0 dB, or 100 %: louder than that, please at the device".into());
    }
    Ok(level.decibels())
}

impl Play {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let prepared = prepare_for(&self.which.session, &self.which.how, self.how.aim(), around)?;
        if let Some(pack) = &prepared.pack {
            tell_of_others(pack, &self.which.session);
        }
        let set = self.which.how.set.iter().cloned().collect();
        self.how.play(prepared, set, around)
    }
}

impl Playback {
    /// As if nothing had been asked for.
    pub(super) fn plain(resume: bool) -> Playback {
        Playback {
            from: None,
            resume,
            restart: !resume,
            device: None,
            volume: None,
            quiet_hours: None,
            mono: false,
            balance: None,
            silent: false,
            guide: None,
            dark: false,
            no_time_left: false,
            then: None,
            no_speech: false,
            only_a_try: false,
        }
    }

    /// Sound to be judged: from a moment on, with nothing on the screen, and not remembered.
    pub(super) fn a_try(from: Frames) -> Playback {
        let from = (from > Frames::ZERO).then(|| format!("{:.3}s", from.seconds()));
        Playback {
            from,
            guide: Some(GuideKind::None),
            then: Some("nothing".into()),
            only_a_try: true,
            ..Playback::plain(false)
        }
    }

    /// What a session is laid out for.
    pub(super) fn aim(&self) -> Aim {
        Aim { cautions: self.from.is_none() && !self.resume, speech: !self.no_speech }
    }

    /// A session that is being written: lines, nothing asked, not remembered.
    pub(super) fn preview(from: Frames, device: Option<String>, silent: bool) -> Playback {
        Playback { guide: Some(GuideKind::Plain), device, silent, ..Playback::a_try(from) }
    }

    /// Plays a session to its end, or until it is left.
    pub(super) fn play(
        &self,
        prepared: Prepared,
        set: BTreeMap<String, String>,
        around: &Surroundings,
    ) -> Result<(), Failure> {
        match self.follow(prepared, set, around, None, &mut |_| None)? {
            true => Ok(()),
            false => self.afterwards(&library().0),
        }
    }

    /// Plays a session to its end, or to a place, or until it is left, in a newer version whenever there is one; whether
    /// it was left.
    pub(super) fn follow(
        &self,
        prepared: Prepared,
        set: BTreeMap<String, String>,
        around: &Surroundings,
        until: Option<Frames>,
        follow: &mut Follow<'_>,
    ) -> Result<bool, Failure> {
        let Prepared { session, timeline, asset, pack, spoken: _spoken } = prepared;
        if !session.emergency.is_empty() {
            return no_session(&session.emergency).map(|()| true);
        }
        if let Some(pack) = &pack {
            letter_before(pack, around)?;
        }
        let (settings, _) = library();
        let (memory, trouble) = Memory::load();
        trouble.iter().for_each(|trouble| say(trouble));
        let name = pack.as_ref().map_or_else(|| name_of(&asset), InPack::name);
        let before = memory.played(&name).cloned();
        let signals = Signals::listen()?;
        let mut from = self.beginning(&timeline)?;
        let left = resumed(&timeline, before.as_ref());
        if self.resume {
            from = left.unwrap_or(Frames::ZERO);
        }
        let mut guide = self.guide(&settings, around, &timeline, from)?;
        let asks = self.from.is_none() && !self.resume && !self.restart;
        if let (true, Some(left), Some(chapter)) = (asks, left, before.as_ref().and_then(|it| it.chapter.as_ref())) {
            match guide.goes_on(chapter, around.texts, &signals)? {
                GoesOn::There => from = left,
                GoesOn::Anew => {}
                GoesOn::Nowhere => return Ok(true),
            }
        }
        if !self.only_a_try && !guide.introduce(&Card::of(&session), around.texts, &signals)? {
            return Ok(true);
        }
        let device = self.device.clone().or_else(|| settings.device.as_ref().map(|device| device.0.clone()));
        let hours = self.quiet_hours.or(settings.quiet_hours);
        let loudest_now = move || -> Decibels {
            hours.as_ref().zip(now()).map_or(Decibels::UNITY, |(hours, now)| hours.loudest_at(now).decibels())
        };
        let loudest = loudest_now();
        let usual = self.volume.or(settings.volume.map(|volume| volume.decibels()));
        let volume_of = move |device: &str| first_volume(usual, memory.volume(device).map(Decibels), loudest);
        let (mono, balance) = (self.mono || settings.mono().0, self.balance.unwrap_or_else(|| settings.balance()));
        let sound = |timeline: &Arc<Timeline>| -> Result<Box<dyn Sound>, Failure> {
            let mixer = Mixer::new(Arc::clone(timeline)).map_err(|error| Failure::Failed(error.to_string()))?;
            Ok(match mono || balance != Balance::MIDDLE {
                true => Box::new(Ears::new(mixer, mono, balance)),
                false => Box::new(mixer),
            })
        };
        let (player, silent) = match self.start(&sound, &timeline, from, &volume_of, device.as_deref(), &settings)? {
            (player, None) => (player, self.silent),
            (player, Some(error)) => {
                guide.note(&format!("{} ({error})", around.texts.get("no-device")))?;
                (player, true)
            }
        };
        let turn = if silent { None } else { Turn::take() };
        if let Some(Err(other)) = &turn {
            let other = other.map(|number| format!(" ({number})")).unwrap_or_default();
            guide.note(&format!("{}{other}", around.texts.get("another-plays")))?;
        }
        let kept_in = memory::path().filter(|_| !self.only_a_try);
        let mut remembering = Remembering::new(begun(before, set), kept_in, name);
        remembering.keep();
        let mut state = Shown::new(self.dark || settings.dark().0, &timeline);
        state.timeless = self.no_time_left || !settings.time_left().0;
        let texts = around.texts;
        let allowed = Allowed { controls: settings.media_keys().0, awake: settings.keep_awake().0 };
        let sound = &sound;
        let playing = Playing {
            timeline,
            player,
            silent,
            guide,
            signals,
            texts,
            remembering,
            sound,
            loudest: &loudest_now,
            allowed,
            until,
            follow: Some(follow),
            state,
        };
        let ended = playing.run()?;
        drop(turn);
        ended.trouble.iter().for_each(|trouble| say(trouble));
        if ended.late > 0 {
            say(&texts.count("late-times", "count", ended.late));
        }
        let louder = |device: &&String| (ended.volume - volume_of(device)).0.abs() > 0.5 && !self.only_a_try;
        if let Some(device) = ended.device.as_ref().filter(louder) {
            remember_volume(device, ended.volume);
        }
        if let Some(at) = ended.left_at.filter(|_| !self.only_a_try) {
            say(&texts.fill("left-at", &[("at", &at.clock()), ("length", &ended.length.clock())]));
        }
        Ok(ended.left_at.is_some())
    }

    fn beginning(&self, timeline: &Timeline) -> Result<Frames, Failure> {
        self.from.as_ref().map_or(Ok(Frames::ZERO), |wanted| place(wanted, timeline))
    }

    fn guide(
        &self,
        settings: &Settings,
        around: &Surroundings,
        timeline: &Timeline,
        from: Frames,
    ) -> Result<Guide, Failure> {
        let wanted = self.guide.unwrap_or_else(|| match settings.guide() {
            GuideChoice::Auto => GuideKind::Auto,
            GuideChoice::Screen => GuideKind::Screen,
            GuideChoice::Plain => GuideKind::Plain,
            GuideChoice::Captions => GuideKind::Captions,
            GuideChoice::None => GuideKind::None,
        });
        let plain = |captions| Guide::lines(Plain::new(io::stdout(), timeline, from, around.texts, captions));
        let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        match wanted {
            GuideKind::Auto if may_draw() => Ok(Guide::Screen(Screen::open(around.colour_out, around.texts)?)),
            GuideKind::Auto | GuideKind::Plain => plain(false),
            GuideKind::Screen if !terminal => {
                Err(Failure::Usage("--guide screen needs a terminal; --guide plain writes lines".into()))
            }
            GuideKind::Screen => Ok(Guide::Screen(Screen::open(around.colour_out, around.texts)?)),
            GuideKind::Captions if may_draw() => {
                Ok(Guide::Screen(Screen::open(around.colour_out, around.texts)?.with_captions()))
            }
            GuideKind::Captions => plain(true),
            GuideKind::None => Ok(Guide::None),
        }
    }

    /// With no device, says so and goes on without sound; a device asked for by name has to be there.
    fn start(
        &self,
        sound: &MakeSound<'_>,
        timeline: &Arc<Timeline>,
        from: Frames,
        volume_of: &(impl Fn(&str) -> Decibels + Clone + Send + 'static),
        device: Option<&str>,
        settings: &Settings,
    ) -> Result<(Player, Option<DeviceError>), Failure> {
        let sink = match (device, self.silent) {
            (_, true) => Sink::Silent,
            (Some(name), false) => Sink::Device(Wanted::Named(name.to_string())),
            (None, false) if settings.follow_default_device().0 => Sink::Device(Wanted::Following),
            (None, false) => Sink::Device(Wanted::Default),
        };
        let keep_awake = match settings.keep_device_awake() {
            Waking::Auto => KeepAwake::Auto,
            Waking::Yes => KeepAwake::Yes,
            Waking::No => KeepAwake::No,
        };
        let begin = |sink: Sink| {
            Ok::<_, Failure>(Player::start(sound(timeline)?, from, Box::new(volume_of.clone()), sink, keep_awake))
        };
        match begin(sink)? {
            Ok(player) => Ok((player, None)),
            Err(error @ DeviceError::Unknown { .. }) if self.device.is_some() => Err(Failure::Usage(error.to_string())),
            Err(error) if self.device.is_some() => Err(Failure::Failed(error.to_string())),
            Err(error) => match begin(Sink::Silent)? {
                Ok(player) => Ok((player, Some(error))),
                Err(error) => Err(Failure::Failed(error.to_string())),
            },
        }
    }

    /// What was asked for when the session has come to its end.
    fn afterwards(&self, settings: &Settings) -> Result<(), Failure> {
        let then = match self.then.as_deref() {
            None => settings.then(),
            Some("nothing") => Then::Nothing,
            Some("suspend") => Then::Suspend,
            // The words of a command, parted at spaces: no shell reads them.
            Some(command) => Then::Command(command.split_whitespace().map(str::to_string).collect()),
        };
        let command = match then {
            Then::Nothing => return Ok(()),
            Then::Suspend if cfg!(target_os = "macos") => vec!["pmset".to_string(), "sleepnow".into()],
            Then::Suspend => vec!["systemctl".to_string(), "suspend".into()],
            Then::Command(command) => command,
        };
        let Some((program, arguments)) = command.split_first() else { return Ok(()) };
        match Process::new(program).args(arguments).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Failure::Failed(format!("{}: {status}", clean(program)))),
            Err(error) => Err(Failure::Failed(format!("{} can't be run: {error}", clean(program)))),
        }
    }
}

/// A place that was asked for: a time, or a chapter by its name.
pub(super) fn place(wanted: &str, timeline: &Timeline) -> Result<Frames, Failure> {
    if let Ok(time) = wanted.parse::<Time>() {
        return match time.frames() {
            from if from < timeline.length => Ok(from),
            _ => Err(Failure::Usage(format!(
                "that place lies past the end: the session lasts {}",
                timeline.length.clock()
            ))),
        };
    }
    if let Some(chapter) = chapter_named(timeline, wanted) {
        return Ok(chapter);
    }
    let titles = timeline.chapters.iter().map(|chapter| chapter.title.as_str());
    let meant = nearest(wanted, titles.clone()).map(|title| format!("did you mean \"{title}\"? "));
    let known: Vec<&str> = titles.collect();
    Err(Failure::Usage(format!(
        "there is no chapter \"{wanted}\"\n{}The chapters are: {}",
        meant.unwrap_or_default(),
        known.join(", ")
    )))
}

/// Where a chapter begins, by its name.
pub(super) fn chapter_named(timeline: &Timeline, wanted: &str) -> Option<Frames> {
    let same = |title: &str| title.to_lowercase() == wanted.to_lowercase();
    timeline.chapters.iter().find(|chapter| same(&chapter.title)).map(|chapter| chapter.start)
}

/// Whether a screen can be drawn, and is wanted: not for screen readers, who say so with `ACCESSIBLE`.
pub(super) fn may_draw() -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let dumb = set("TERM").is_none_or(|term| term == "dumb");
    io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb && set("ACCESSIBLE").is_none()
}

/// Where a pack was named, and not one of its sessions, its other sessions are told.
fn tell_of_others(pack: &InPack, wanted: &str) {
    let others: Vec<&str> = pack.all.iter().map(String::as_str).filter(|name| *name != pack.session.name).collect();
    let named = wanted.rsplit('/').next().unwrap_or(wanted);
    if !others.is_empty() && named != pack.session.name {
        let whole = wanted.trim_end_matches('/');
        say(&format!("this is {}; there are also: {}", pack.session.name, others.join(", ")));
        say(&format!("`letgo play {whole}/{}` plays one of them", others.first().unwrap_or(&"")));
    }
}

/// By which a session is remembered.
pub(super) fn name_of(asset: &Asset) -> String {
    match asset {
        Asset::File(path) => std::path::absolute(path).unwrap_or_else(|_| path.clone()).to_string_lossy().into_owned(),
        Asset::Bundled { path, .. } => {
            let name = path.strip_prefix("sessions/").unwrap_or(path);
            name.strip_suffix(".yaml").unwrap_or(name).to_string()
        }
    }
}

/// Where to go on: at the beginning of the chapter in which it was left. It is looked for by its name: the session may
/// have been longer that time, or may have been rewritten since.
pub(super) fn resumed(timeline: &Timeline, played: Option<&Played>) -> Option<Frames> {
    let played = played?;
    let at = Frames(played.left_at?);
    let named = timeline.chapters.iter().filter(|chapter| Some(&chapter.title) == played.chapter.as_ref());
    let named = named.min_by_key(|chapter| chapter.start.0.abs_diff(at.0));
    let chapter = named.or_else(|| timeline.chapters.iter().rfind(|chapter| chapter.start <= at))?;
    (chapter.start > Frames::ZERO && chapter.start < timeline.length).then_some(chapter.start)
}

/// As it is remembered from now on.
fn begun(before: Option<Played>, set: BTreeMap<String, String>) -> Played {
    let when = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let before = before.unwrap_or_default();
    Played { when, times: before.times + 1, set, left_at: None, chapter: None, ..before }
}

/// How loud it begins: as asked for or set, else as it was last on that device; in quiet hours never louder than those
/// allow.
fn first_volume(usual: Option<Decibels>, last: Option<Decibels>, loudest: Decibels) -> Decibels {
    let wanted = usual.or(last).unwrap_or(Decibels::UNITY);
    Decibels(wanted.0.min(loudest.0))
}

/// What can't be kept of a volume isn't worth a word.
fn remember_volume(device: &str, volume: Decibels) {
    if let Some(path) = memory::path() {
        let _ = Memory::change(&path, |memory| memory.note_volume(device, volume.0));
    }
}

/// The time on the wall.
fn now() -> Option<TimeOfDay> {
    let now = jiff::ZonedDateTime::now();
    TimeOfDay::new(u16::try_from(now.hour()).ok()?, u16::try_from(now.minute()).ok()?)
}

/// Whom to call, in place of a session.
fn no_session(lines: &[String]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    for line in lines {
        writeln!(out, "{}", clean(line))?;
    }
    writeln!(out, "letgo safety")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Chapter;

    #[test]
    fn a_session_goes_on_in_the_chapter_it_was_left_in_wherever_that_is_now() {
        let chapter = |title: &str, secs| Chapter { title: title.into(), start: Frames::from_secs(secs) };
        let chapters = vec![chapter("Arrive", 0), chapter("Hands", 60), chapter("Feet", 90), chapter("Hands", 120)];
        let timeline = Timeline { length: Frames::from_secs(150), chapters, ..Timeline::default() };
        let left = |secs, chapter: &str| Played {
            left_at: Some(Frames::from_secs(secs).0),
            chapter: Some(chapter.into()),
            ..Played::default()
        };
        let goes_on = |played| resumed(&timeline, Some(&played)).map(|at| at.seconds());
        assert_eq!(goes_on(left(70, "Hands")), Some(60.0));
        assert_eq!(goes_on(left(125, "Hands")), Some(120.0));
        // In a session that was made longer while it played.
        assert_eq!(goes_on(left(400, "Feet")), Some(90.0));
        // A name that is no more: the chapter that is there now.
        assert_eq!(goes_on(left(95, "Knees")), Some(90.0));
        assert_eq!(goes_on(left(10, "Arrive")), None);
        assert_eq!(goes_on(Played::default()), None);
    }

    #[test]
    fn the_volume_has_a_top() {
        assert_eq!(volume("-12 dB"), Ok(Decibels(-12.0)));
        assert_eq!(volume("100 %"), Ok(Decibels(0.0)));
        assert!(volume("3 dB").is_err());
        assert!(volume("12").is_err());
    }
}
