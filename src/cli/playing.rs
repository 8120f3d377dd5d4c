//! The evening itself: what is heard and shown goes on until its end, and the listener's keys are minded.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::guide::{Card, Command, Look, Plain, Scene, Screen};
use crate::memory::{Memory, Played};
use crate::mix::Sound;
use crate::player::{self, Player, STEP};
use crate::quantity::{Decibels, Frames};
use crate::texts::Texts;
use crate::timeline::Timeline;

use super::{Failure, say};

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
/// In sessions for sleep, the screen begins to dim so long after the last key, and has nearly gone so long after that.
const DIMS_AFTER: Duration = Duration::from_secs(45);
const DIMS_OVER: Duration = Duration::from_secs(30);
/// Where it is, is kept this often: more is never lost, whatever happens to the machine.
const KEEP_EVERY: Duration = Duration::from_secs(10);
/// After a pause longer than this, playing goes on a little earlier, so that beds lead back in.
const LONG_PAUSE: Duration = Duration::from_secs(60);
const LEAD_BACK: Frames = Frames::from_secs(4);
/// How much softer one press makes tones; the third switches them off, the fourth brings them back.
const SOFTER_TONES: Decibels = Decibels(-6.0);

/// What is shown.
pub(super) enum Guide {
    /// A whole screen.
    Screen(Screen),
    /// Lines.
    Plain(Plain<io::Stdout>),
    /// Nothing.
    None,
}

impl Guide {
    /// Says something once.
    pub(super) fn note(&mut self, note: &str) -> Result<(), Failure> {
        match self {
            Guide::Plain(_) | Guide::None => say(note),
            Guide::Screen(screen) => {
                screen.page(&[note.to_string()], &[], "")?;
                screen.key(NOTE);
            }
        }
        Ok(())
    }

    /// Where the session was left early, asks whether to go on there. Lines only say how: whoever reads lines may not be
    /// there to answer.
    pub(super) fn goes_on(&mut self, chapter: &str, texts: &Texts, signals: &Signals) -> Result<GoesOn, Failure> {
        match self {
            Guide::None => Ok(GoesOn::Anew),
            Guide::Plain(plain) => {
                plain.tell(std::iter::once(format!("--resume: {chapter}")))?;
                Ok(GoesOn::Anew)
            }
            Guide::Screen(screen) => {
                let page = [texts.fill("home-resume", &[("chapter", chapter)])];
                let shown = Instant::now();
                while shown.elapsed() < CAUTIONS {
                    screen.page(&page, &[], "")?;
                    match screen.command(RESTING) {
                        Some(Command::Leave | Command::Interrupt) => return Ok(GoesOn::Nowhere),
                        Some(Command::Pause | Command::On) => return Ok(GoesOn::There),
                        Some(Command::Anew) => return Ok(GoesOn::Anew),
                        _ if signals.count() > 0 => return Ok(GoesOn::Nowhere),
                        _ => {}
                    }
                }
                Ok(GoesOn::Anew)
            }
        }
    }

    /// Shows what to know before the session starts, if there is anything; whether to start it.
    pub(super) fn introduce(&mut self, card: &Card, texts: &Texts, signals: &Signals) -> Result<bool, Failure> {
        let more = (!card.rest().is_empty()).then(|| texts.count("card-more", "count", card.rest().len() as u64));
        match self {
            Guide::Plain(plain) => {
                plain.tell(card.goal.iter().chain(card.first()).chain(&more).cloned())?;
                Ok(true)
            }
            Guide::None => Ok(true),
            Guide::Screen(_) if card.is_empty() => Ok(true),
            Guide::Screen(screen) => {
                let mut page: Vec<String> = vec![card.title.clone()];
                page.extend(card.goal.clone());
                let mut lines = card.first();
                let mut below: Vec<String> = more.into_iter().chain([texts.get("card-begin")]).collect();
                let mut shown = Instant::now();
                while shown.elapsed() < CAUTIONS {
                    screen.page(&page, lines, &below.join("   "))?;
                    match screen.command(RESTING) {
                        Some(Command::Leave | Command::Interrupt) => return Ok(false),
                        Some(Command::Pause | Command::On) => return Ok(true),
                        Some(Command::More) if !card.rest().is_empty() => {
                            (lines, below) = (card.rest(), vec![texts.get("card-begin")]);
                            shown = Instant::now();
                        }
                        _ if signals.count() > 0 => return Ok(false),
                        _ => {}
                    }
                }
                Ok(true)
            }
        }
    }
}

/// Where a session that was left early goes on.
pub(super) enum GoesOn {
    /// Where it was left.
    There,
    /// From its beginning.
    Anew,
    /// Not at all.
    Nowhere,
}

/// What is remembered of this session while it plays.
pub(super) struct Remembering {
    played: Played,
    path: Option<PathBuf>,
    /// By which it is remembered.
    session: String,
    /// When it was last kept.
    kept: Instant,
    /// Why it can't be kept, if it couldn't be once: said at the end, where a screen doesn't hide it.
    trouble: Option<String>,
}

impl Remembering {
    pub(super) fn new(played: Played, path: Option<PathBuf>, session: String) -> Remembering {
        Remembering { played, path, session, kept: Instant::now(), trouble: None }
    }

    /// Notes where it is.
    pub(super) fn at(&mut self, timeline: &Timeline, at: Option<Frames>) {
        let chapter = at.and_then(|at| player::chapter_at(timeline, at)).and_then(|index| timeline.chapters.get(index));
        let chapter = chapter.map(|chapter| chapter.title.clone());
        self.played.left_at = at.map(|at| at.0);
        self.played.chapter = chapter;
        self.played.completed += u32::from(at.is_none());
    }

    /// Keeps it, if it is time to.
    fn now_and_then(&mut self, timeline: &Timeline, at: Frames) {
        if self.kept.elapsed() > KEEP_EVERY {
            self.at(timeline, Some(at));
            self.keep();
        }
    }

    /// Keeps it, beside what others have kept since; what can't be kept is said once, at the end.
    pub(super) fn keep(&mut self) {
        self.kept = Instant::now();
        let Some(path) = &self.path else { return };
        let (mut memory, _) = Memory::read(path);
        memory.note(&self.session, |played| played.clone_from(&self.played));
        if let Err(error) = memory.keep(path) {
            self.trouble = Some(format!("where you are can't be kept in {}: {error}", path.display()));
        }
    }
}

/// Makes the sound of a Timeline as the listener's ears want it.
pub(super) type MakeSound<'s> = dyn Fn(&Arc<Timeline>) -> Result<Box<dyn Sound>, Failure> + 's;

/// A session being played.
pub(super) struct Playing<'f> {
    pub(super) timeline: Arc<Timeline>,
    pub(super) player: Player,
    pub(super) silent: bool,
    pub(super) guide: Guide,
    pub(super) signals: Signals,
    pub(super) texts: &'static Texts,
    pub(super) remembering: Remembering,
    /// Makes the sound of a Timeline that was edited.
    pub(super) sound: &'f MakeSound<'f>,
    /// Never louder than this: quiet hours.
    pub(super) loudest: Decibels,
    pub(super) state: Shown,
}

/// How it is shown, and what was pressed before.
pub(super) struct Shown {
    pub(super) dark: bool,
    pub(super) touched: Instant,
    pub(super) paused_at: Option<Instant>,
    pub(super) tones: u8,
    pub(super) as_laid_out: Arc<Timeline>,
}

impl Shown {
    pub(super) fn new(dark: bool, timeline: &Arc<Timeline>) -> Shown {
        Shown { dark, touched: Instant::now(), paused_at: None, tones: 0, as_laid_out: Arc::clone(timeline) }
    }
}

/// How it ended.
pub(super) struct Ended {
    /// Where it was left, if it was left before its end.
    pub(super) left_at: Option<Frames>,
    /// How often sound wasn't ready in time.
    pub(super) late: u64,
    /// How loud it was at last.
    pub(super) volume: Decibels,
    /// How long the session was at last, with what the listener changed.
    pub(super) length: Frames,
    /// Why it can't be remembered where it was left, if it can't.
    pub(super) trouble: Option<String>,
}

impl Playing<'_> {
    /// Until the end.
    pub(super) fn run(mut self) -> Result<Ended, Failure> {
        let mut left_at = None;
        let mut closing_since: Option<Instant> = None;
        loop {
            let state = self.player.state();
            if state.over || closing_since.is_some_and(|since| since.elapsed() > LONGEST_FADE) {
                return Ok(self.end(left_at, state));
            }
            if closing_since.is_none() {
                self.remembering.now_and_then(&self.timeline, state.position);
            }
            let look = Look {
                position: state.position,
                paused: state.paused,
                lost: state.lost,
                closing: state.closing,
                volume: state.volume,
                silent: self.silent,
                dimmed: self.dimmed(),
            };
            let command = self.show(look)?;
            if command.is_some() {
                self.state.touched = Instant::now();
            }
            let asked = match self.signals.count() {
                0 => command,
                1 => Some(Command::Leave),
                _ => Some(Command::Interrupt),
            };
            let leave = match asked {
                Some(Command::Interrupt) if closing_since.is_some() => return Ok(self.end(left_at, state)),
                Some(Command::Leave | Command::Interrupt) => true,
                Some(command) if closing_since.is_none() => {
                    self.obey(command, state)?;
                    false
                }
                // While it fades out, nothing else is asked of it.
                _ => false,
            };
            if leave && closing_since.is_none() {
                closing_since = Some(Instant::now());
                left_at = Some(state.position);
                self.player.close();
            }
        }
    }

    /// Keeps where it was left, for the next time.
    fn end(mut self, left_at: Option<Frames>, state: player::State) -> Ended {
        self.remembering.at(&self.timeline, left_at);
        self.remembering.keep();
        let (late, volume, length) = (state.underruns, state.volume, self.timeline.length);
        Ended { left_at, late, volume, length, trouble: self.remembering.trouble.take() }
    }

    /// How far the screen has dimmed: only in sessions for sleep, and not while a key was pressed lately.
    fn dimmed(&self) -> f32 {
        let quiet = self.state.touched.elapsed();
        match self.timeline.sleep {
            true => (quiet.saturating_sub(DIMS_AFTER).as_secs_f32() / DIMS_OVER.as_secs_f32()).min(1.0),
            false => 0.0,
        }
    }

    /// Shows how it is, and waits a moment for what the listener wants.
    fn show(&mut self, look: Look) -> Result<Option<Command>, Failure> {
        match &mut self.guide {
            Guide::Screen(screen) if self.state.dark && !look.paused => {
                screen.blank()?;
                Ok(screen.command(RESTING))
            }
            Guide::Screen(screen) => {
                let scene = Scene::at(&self.timeline, look, self.texts);
                let moves = scene.breath.is_some() && !look.paused;
                screen.draw(&scene)?;
                Ok(screen.command(if moves || look.closing { BREATHING } else { RESTING }))
            }
            Guide::Plain(plain) => {
                plain.show(&self.timeline, look)?;
                thread::sleep(BREATHING);
                Ok(plain.command())
            }
            Guide::None => {
                thread::sleep(RESTING);
                Ok(None)
            }
        }
    }

    fn obey(&mut self, command: Command, state: player::State) -> Result<(), Failure> {
        let at = state.position;
        let timeline = Arc::clone(&self.timeline);
        match command {
            Command::Pause => match player::waiting_at(&timeline, at) {
                // Being ready ends the waiting.
                Some(wait) if !state.paused => self.player.jump(wait.end()),
                _ => self.pause_or_go_on(state),
            },
            Command::Back => self.player.jump(at.saturating_sub(STEP)),
            Command::On => self.player.jump((at + STEP).min(timeline.length)),
            Command::NextChapter => self.player.jump(player::chapter_after(&timeline, at)),
            Command::PreviousChapter => self.player.jump(player::chapter_before(&timeline, at)),
            Command::Skip => self.player.jump(player::step_after(&timeline, at)),
            Command::Louder => {
                let louder = state.volume + LOUDER;
                self.player.set_volume(Decibels(louder.0.min(self.loudest.0)));
            }
            Command::Softer => self.player.set_volume(state.volume - LOUDER),
            Command::Longer => self.edit(timeline.longer_at(at), at, "longer-here")?,
            Command::Gentler => self.edit(timeline.gentler_at(at), at, "gentler-here")?,
            Command::EndLonger => self.edit(timeline.longer_end(at), at, "longer-here")?,
            Command::EndShorter => self.edit(timeline.shorter_end(at), at, "")?,
            Command::Tones => self.softer_tones(at)?,
            Command::Dark => self.state.dark = !self.state.dark,
            Command::Help => self.help()?,
            Command::More | Command::Anew | Command::Leave | Command::Interrupt => {}
        }
        Ok(())
    }

    fn pause_or_go_on(&mut self, state: player::State) {
        if !state.paused {
            self.state.paused_at = Some(Instant::now());
        } else if self.state.paused_at.take().is_some_and(|since| since.elapsed() > LONG_PAUSE) {
            self.player.jump(state.position.saturating_sub(LEAD_BACK));
        }
        self.player.set_paused(!state.paused);
    }

    /// Goes on in an edited Timeline, if the edit makes sense here.
    fn edit(&mut self, edited: Option<Timeline>, at: Frames, told: &str) -> Result<(), Failure> {
        let Some(edited) = edited else { return Ok(()) };
        self.timeline = Arc::new(edited);
        self.player.replace((self.sound)(&self.timeline)?, at);
        match &mut self.guide {
            Guide::Plain(plain) if !told.is_empty() => {
                Ok(plain.tell(std::iter::once(format!("({})", self.texts.get(told))))?)
            }
            _ => Ok(()),
        }
    }

    /// Softer, softer still, off, and back again.
    fn softer_tones(&mut self, at: Frames) -> Result<(), Failure> {
        self.state.tones = (self.state.tones + 1) % 4;
        let change = match self.state.tones {
            0 => Decibels::UNITY,
            1 => SOFTER_TONES,
            2 => SOFTER_TONES + SOFTER_TONES,
            _ => Decibels::SILENCE,
        };
        let edited = self.timeline.tones_by(change, &self.state.as_laid_out);
        self.edit(Some(edited), at, "")
    }

    /// Shows what the keys are, until any is pressed.
    fn help(&mut self) -> Result<(), Failure> {
        match &mut self.guide {
            Guide::Screen(screen) => {
                let shown = Instant::now();
                while shown.elapsed() < CAUTIONS && self.signals.count() == 0 {
                    screen.help()?;
                    if screen.key(RESTING).is_some() {
                        break;
                    }
                }
                Ok(())
            }
            Guide::Plain(plain) => Ok(plain.tell(std::iter::once(self.texts.get("plain-keys")))?),
            Guide::None => Ok(()),
        }
    }
}

/// How often the system has asked the program to end.
pub(super) struct Signals {
    asked: Arc<AtomicUsize>,
}

impl Signals {
    pub(super) fn listen() -> Result<Signals, Failure> {
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

    pub(super) fn count(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }
}
