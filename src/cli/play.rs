//! `letgo play`: guides through a session.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::guide::{Command, Look, Plain, Scene, Screen};
use crate::mix::Mixer;
use crate::output::DeviceError;
use crate::player::{self, Player, STEP, Sink, VOLUMES};
use crate::quantity::{Decibels, Frames, Level, Time};
use crate::script::nearest;
use crate::session::Session;
use crate::timeline::Timeline;

use super::handed::{InPack, letter_before};
use super::prepare::{Prepared, Which, prepare};
use super::{Failure, Surroundings, say};

#[derive(Debug, Args)]
pub(super) struct Play {
    #[command(flatten)]
    which: Which,
    /// Begins at a time, or at a chapter by its name
    #[arg(long, value_name = "TIME|CHAPTER")]
    from: Option<String>,
    /// Plays on this device; `letgo devices` names them
    #[arg(long, value_name = "NAME", conflicts_with = "silent")]
    device: Option<String>,
    /// Begins this loud, such as -12 dB or 40 %
    #[arg(long, value_name = "LEVEL", default_value = "0 dB", value_parser = volume, allow_hyphen_values = true)]
    volume: Decibels,
    /// Makes no sound: the session runs on the screen, in real time
    #[arg(long)]
    silent: bool,
    /// What is shown: a whole screen, or plain lines
    #[arg(long, value_enum, default_value_t = GuideKind::Auto)]
    guide: GuideKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum GuideKind {
    /// The screen on a terminal, lines elsewhere
    Auto,
    /// A whole screen
    Screen,
    /// A line for each thing that begins, nothing redrawn: for screen readers and pipes
    Plain,
}

/// One press of an arrow.
const LOUDER: Decibels = Decibels(2.0);
/// How often the screen is drawn while a breath moves, and otherwise.
const BREATHING: Duration = Duration::from_millis(66);
const RESTING: Duration = Duration::from_millis(250);
/// How long cautions are shown before the session begins by itself.
const CAUTIONS: Duration = Duration::from_secs(12);
/// How long a note stays on the screen, unless a key is pressed.
const NOTE: Duration = Duration::from_secs(3);
/// A fade that hasn't ended by then is cut off.
const LONGEST_FADE: Duration = Duration::from_secs(3);

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
        let Prepared { session, timeline, pack } = prepare(&self.which.session, &self.which.how, around)?;
        let from = self.beginning(&timeline)?;
        if let Some(pack) = &pack {
            letter_before(pack, around)?;
            tell_of_others(pack, &self.which.session);
        }
        let signals = Signals::listen()?;
        let mut guide = self.guide(around, &timeline, from)?;
        if !guide.introduce(&session, &signals)? {
            return Ok(());
        }
        let (player, silent) = match self.start(&timeline, from)? {
            (player, None) => (player, self.silent),
            (player, Some(note)) => {
                guide.note(&note)?;
                (player, true)
            }
        };
        let (left_at, late) = Playing { timeline: &timeline, player, silent, guide, signals }.run()?;
        match late {
            0 => {}
            1 => say("the machine was busy, and the sound was late once"),
            times => say(&format!("the machine was busy, and the sound was late {times} times")),
        }
        if let Some(at) = left_at {
            say(&format!("left at {} of {}; stopping early is fine", at.clock(), timeline.length.clock()));
        }
        Ok(())
    }

    fn beginning(&self, timeline: &Timeline) -> Result<Frames, Failure> {
        let Some(wanted) = &self.from else { return Ok(Frames::ZERO) };
        if let Ok(time) = wanted.parse::<Time>() {
            return match time.frames() {
                from if from < timeline.length => Ok(from),
                _ => Err(Failure::Usage(format!(
                    "--from lies past the end: the session lasts {}",
                    timeline.length.clock()
                ))),
            };
        }
        let same = |title: &str| title.to_lowercase() == wanted.to_lowercase();
        if let Some(chapter) = timeline.chapters.iter().find(|chapter| same(&chapter.title)) {
            return Ok(chapter.start);
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

    fn guide(&self, around: &Surroundings, timeline: &Timeline, from: Frames) -> Result<Guide, Failure> {
        let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty());
        let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        let screen = match self.guide {
            GuideKind::Auto => terminal && !dumb,
            GuideKind::Screen if !terminal => {
                return Err(Failure::Usage("--guide screen needs a terminal; --guide plain writes lines".into()));
            }
            GuideKind::Screen => true,
            GuideKind::Plain => false,
        };
        match screen {
            true => Ok(Guide::Screen(Screen::open(around.colour_out)?)),
            false => Ok(Guide::Plain(Plain::new(io::stdout(), timeline, from)?)),
        }
    }

    /// With no device, says so and goes on without sound; a device asked for by name has to be there.
    fn start(&self, timeline: &Arc<Timeline>, from: Frames) -> Result<(Player, Option<String>), Failure> {
        let sink = match (&self.device, self.silent) {
            (_, true) => Sink::Silent,
            (Some(name), false) => Sink::Device(name.clone()),
            (None, false) => Sink::Default,
        };
        let begin = |sink: Sink| {
            let mixer = Mixer::new(Arc::clone(timeline)).map_err(|error| Failure::Failed(error.to_string()))?;
            Ok::<_, Failure>(Player::start(Box::new(mixer), from, self.volume, sink))
        };
        match begin(sink)? {
            Ok(player) => Ok((player, None)),
            Err(error @ DeviceError::Unknown { .. }) => Err(Failure::Usage(error.to_string())),
            Err(error) if self.device.is_some() => Err(Failure::Failed(error.to_string())),
            Err(error) => {
                let note = format!("{error}; the session runs on the screen, without sound");
                match begin(Sink::Silent)? {
                    Ok(player) => Ok((player, Some(note))),
                    Err(error) => Err(Failure::Failed(error.to_string())),
                }
            }
        }
    }
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

enum Guide {
    Screen(Screen),
    Plain(Plain<io::Stdout>),
}

impl Guide {
    /// Says something once.
    fn note(&mut self, note: &str) -> Result<(), Failure> {
        match self {
            Guide::Plain(_) => say(note),
            Guide::Screen(screen) => {
                screen.page(&[note.to_string()], "")?;
                screen.command(NOTE);
            }
        }
        Ok(())
    }

    /// Shows what to know before the session starts, if there is anything; whether to start it.
    fn introduce(&mut self, session: &Session, signals: &Signals) -> Result<bool, Failure> {
        let goal = session.goal.iter().cloned();
        match self {
            Guide::Plain(plain) => {
                plain.tell(goal.chain(session.cautions.iter().cloned()))?;
                Ok(true)
            }
            Guide::Screen(_) if session.cautions.is_empty() => Ok(true),
            Guide::Screen(screen) => {
                let mut page = vec![session.title.clone()];
                page.extend(goal);
                page.extend(session.cautions.iter().cloned());
                let begun = Instant::now();
                while begun.elapsed() < CAUTIONS {
                    screen.page(&page, "space begins now   q leaves   it begins by itself in a moment")?;
                    match screen.command(RESTING) {
                        Some(Command::Leave | Command::Interrupt) => return Ok(false),
                        Some(Command::Pause | Command::On) => return Ok(true),
                        _ if signals.count() > 0 => return Ok(false),
                        _ => {}
                    }
                }
                Ok(true)
            }
        }
    }
}

struct Playing<'t> {
    timeline: &'t Timeline,
    player: Player,
    silent: bool,
    guide: Guide,
    signals: Signals,
}

impl Playing<'_> {
    /// Until the end; where it was left, if it was left before, and how often sound wasn't ready in time.
    fn run(mut self) -> Result<(Option<Frames>, u64), Failure> {
        let mut left_at = None;
        let mut closing_since: Option<Instant> = None;
        loop {
            let state = self.player.state();
            if state.over || closing_since.is_some_and(|since| since.elapsed() > LONGEST_FADE) {
                return Ok((left_at, state.underruns));
            }
            let look = Look {
                position: state.position,
                paused: state.paused,
                lost: state.lost,
                closing: state.closing,
                volume: state.volume,
                silent: self.silent,
            };
            let command = self.show(look)?;
            let asked = match self.signals.count() {
                0 => command,
                1 => Some(Command::Leave),
                _ => Some(Command::Interrupt),
            };
            let leave = match asked {
                Some(Command::Interrupt) if closing_since.is_some() => return Ok((left_at, state.underruns)),
                Some(Command::Leave | Command::Interrupt) => true,
                Some(command) => {
                    self.obey(command, state);
                    false
                }
                None => false,
            };
            if leave && closing_since.is_none() {
                closing_since = Some(Instant::now());
                left_at = Some(state.position);
                self.player.close();
            }
        }
    }

    /// Shows how it is, and waits a moment for what the listener wants.
    fn show(&mut self, look: Look) -> Result<Option<Command>, Failure> {
        match &mut self.guide {
            Guide::Screen(screen) => {
                let scene = Scene::at(self.timeline, look);
                let moves = scene.breath.is_some() && !look.paused;
                screen.draw(&scene)?;
                Ok(screen.command(if moves || look.closing { BREATHING } else { RESTING }))
            }
            Guide::Plain(plain) => {
                plain.show(self.timeline, look)?;
                thread::sleep(BREATHING);
                Ok(plain.command())
            }
        }
    }

    fn obey(&mut self, command: Command, state: player::State) {
        let (timeline, at) = (self.timeline, state.position);
        match command {
            Command::Pause => match player::waiting_at(timeline, at) {
                // Being ready ends the waiting.
                Some(wait) if !state.paused => self.player.jump(wait.end()),
                _ => self.player.set_paused(!state.paused),
            },
            Command::Back => self.player.jump(at.saturating_sub(STEP)),
            Command::On => self.player.jump((at + STEP).min(timeline.length)),
            Command::NextChapter => self.player.jump(player::chapter_after(timeline, at)),
            Command::PreviousChapter => self.player.jump(player::chapter_before(timeline, at)),
            Command::Louder => self.player.set_volume(state.volume + LOUDER),
            Command::Softer => self.player.set_volume(state.volume - LOUDER),
            Command::Leave | Command::Interrupt => {}
        }
    }
}

/// How often the system has asked the program to end.
struct Signals {
    asked: Arc<AtomicUsize>,
}

impl Signals {
    fn listen() -> Result<Signals, Failure> {
        let asked = Arc::new(AtomicUsize::new(0));
        #[cfg(unix)]
        {
            use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
            let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
            let asked = Arc::clone(&asked);
            thread::Builder::new().name("signals".into()).spawn(move || {
                for _ in signals.forever() {
                    asked.fetch_add(1, Ordering::Relaxed);
                }
            })?;
        }
        Ok(Signals { asked })
    }

    fn count(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_volume_has_a_top() {
        assert_eq!(volume("-12 dB"), Ok(Decibels(-12.0)));
        assert_eq!(volume("100 %"), Ok(Decibels(0.0)));
        assert!(volume("3 dB").is_err());
        assert!(volume("12").is_err());
    }
}
