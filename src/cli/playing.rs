//! The evening itself: what is heard and shown goes on until its end, and the listener's keys are minded.

#[cfg(test)]
mod any_row_of_keys;
mod guide;

use std::io;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use crate::desktop::{Allowed, Desktop, Now, Slept, Wish};
use crate::guide::{Command, Look, Scene, command};
use crate::mix::Sound;
use crate::player::{self, Player, STEP};
use crate::quantity::{Decibels, Frames};
use crate::texts::Texts;
use crate::timeline::Timeline;

use self::guide::unwritten;
pub(super) use self::guide::{GoesOn, Guide};
use super::remembering::Remembering;
use super::signals::Signals;
use super::{Failure, say};

/// One press of an arrow.
const LOUDER: Decibels = Decibels(2.0);
/// How often the screen is drawn while a breath moves, and otherwise.
const BREATHING: Duration = Duration::from_millis(66);
const RESTING: Duration = Duration::from_millis(250);
/// How long a note stays on the screen, unless a key is pressed; and what a key has done.
const NOTE: Duration = Duration::from_secs(3);
/// How long the page of keys stays by itself.
const KEYS: Duration = Duration::from_secs(60);
/// A fade that hasn't ended by then is cut off.
const LONGEST_FADE: Duration = Duration::from_secs(3);
/// In sessions for sleep, the screen begins to dim so long after the last key, and has nearly gone so long after that.
const DIMS_AFTER: Duration = Duration::from_secs(45);
const DIMS_OVER: Duration = Duration::from_secs(30);
/// After a pause longer than this, playing goes on a little earlier, so that beds lead back in.
const LONG_PAUSE: Duration = Duration::from_secs(60);
/// A device that was gone for longer than this brings no sound back by itself: the night is over by then.
const LONG_LOSS: Duration = Duration::from_secs(600);
/// How often the clock on the wall is looked at, and how much softer it gets at each look once quiet hours have begun.
const LOOK_AT_CLOCK: Duration = Duration::from_secs(2);
const SOFTER_A_LOOK: Decibels = Decibels(1.0);
/// How much softer one press makes tones; the third switches them off, the fourth brings them back.
const SOFTER_TONES: Decibels = Decibels(-6.0);

/// Makes the sound of a Timeline as the listener's ears want it.
pub(super) type MakeSound<'s> = dyn Fn(&Arc<Timeline>) -> Result<Box<dyn Sound>, Failure> + 's;

/// A version of the session that takes the place of the one that plays.
pub(super) struct Newer {
    pub(super) timeline: Arc<Timeline>,
    /// Where to go on in it; where it is, if nothing is said.
    pub(super) at: Option<Frames>,
    /// Where it is left by itself, if not at its end.
    pub(super) until: Option<Frames>,
}

/// Looks now and then whether there is a newer version than the one that plays.
pub(super) type Follow<'f> = dyn FnMut(&Timeline) -> Option<Newer> + 'f;

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
    /// Never louder than this at the moment: quiet hours.
    pub(super) loudest: &'f dyn Fn() -> Decibels,
    /// What a desktop may do.
    pub(super) allowed: Allowed,
    /// Where it is left by itself, if not at its end.
    pub(super) until: Option<Frames>,
    pub(super) follow: Option<&'f mut Follow<'f>>,
    pub(super) state: Shown,
}

/// How it is shown, and what was pressed before.
pub(super) struct Shown {
    pub(super) dark: bool,
    pub(super) timeless: bool,
    pub(super) touched: Instant,
    pub(super) paused_at: Option<Instant>,
    pub(super) tones: u8,
    pub(super) as_laid_out: Arc<Timeline>,
    /// Since when the page of keys is there.
    help: Option<Instant>,
    /// What a key has done, and when.
    told: Option<(&'static str, Instant)>,
    /// Silent because the machine slept.
    slept: bool,
    sleeps: Slept,
    hour_minded: Instant,
    /// Since when the device is gone.
    lost_since: Option<Instant>,
}

impl Shown {
    pub(super) fn new(dark: bool, timeline: &Arc<Timeline>) -> Shown {
        Shown {
            dark,
            timeless: false,
            touched: Instant::now(),
            paused_at: None,
            tones: 0,
            as_laid_out: Arc::clone(timeline),
            help: None,
            told: None,
            slept: false,
            sleeps: Slept::default(),
            hour_minded: Instant::now(),
            lost_since: None,
        }
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
    /// The device that it was heard from, by its id.
    pub(super) device: Option<String>,
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
        let begun = self.player.state().position;
        // Joined only once there is sound: no bus may delay that.
        let mut desktop: Option<Desktop> = None;
        loop {
            let state = self.player.state();
            if state.over || closing_since.is_some_and(|since| since.elapsed() > LONGEST_FADE) {
                return Ok(self.end(left_at, state));
            }
            match &desktop {
                None if state.position != begun => desktop = Some(Desktop::join(self.now(state), self.allowed)),
                None => {}
                Some(desktop) => desktop.tell(self.now(state)),
            }
            if closing_since.is_none() {
                self.remembering.now_and_then(&self.timeline, state.position);
                self.mind_the_machine(state);
                self.mind_the_hour(state);
                self.mind_the_author(state);
            }
            let look = Look {
                position: state.position,
                paused: state.paused,
                lost: state.lost,
                slept: self.state.slept,
                closing: state.closing,
                volume: state.volume,
                silent: self.silent,
                dimmed: self.dimmed(),
                timeless: self.state.timeless,
                told: self.state.told.filter(|(_, when)| when.elapsed() < NOTE).map(|(told, _)| told),
            };
            let command = self.shown(look);
            let wish = desktop.as_ref().and_then(Desktop::wish);
            if command.is_some() || wish.is_some() {
                self.state.touched = Instant::now();
            }
            let asked = match (self.signals.count(), wish) {
                (0, Some(Wish::Leave)) | (1, _) => Some(Command::Leave),
                (0, _) => command,
                _ => Some(Command::Interrupt),
            };
            let leave = match asked {
                Some(Command::Interrupt) if closing_since.is_some() => return Ok(self.end(left_at, state)),
                Some(Command::Leave | Command::Interrupt) => true,
                // While it fades out, nothing else is asked of it.
                _ if closing_since.is_some() => false,
                asked => {
                    let aside = asked == Some(Command::Aside) || self.signals.aside();
                    if aside {
                        self.set_aside(state, desktop.as_ref());
                    } else if let Some(command) = asked {
                        self.obey(command, state)?;
                    }
                    if let Some(wish) = wish {
                        self.grant(wish, state)?;
                    }
                    false
                }
            };
            let through = self.until.is_some_and(|until| state.position >= until);
            if (leave || through) && closing_since.is_none() {
                closing_since = Some(Instant::now());
                left_at = leave.then_some(state.position);
                self.player.close();
            }
        }
    }

    fn now(&self, state: player::State) -> Now {
        let playing = !state.paused && !state.lost && !state.closing;
        Now { timeline: Arc::clone(&self.timeline), position: state.position, playing, volume: state.volume }
    }

    /// A session that is being written goes on in what was saved last.
    fn mind_the_author(&mut self, state: player::State) {
        let Some(Newer { timeline, at, until }) = self.follow.as_mut().and_then(|follow| follow(&self.timeline)) else {
            return;
        };
        match (self.sound)(&timeline) {
            Ok(sound) => {
                self.player.replace(sound, at.unwrap_or(state.position));
                self.state.as_laid_out = Arc::clone(&timeline);
                self.state.tones = 0;
                (self.timeline, self.until) = (timeline, until);
            }
            Err(failure) => failure.words().iter().for_each(|words| say(words)),
        }
    }

    /// Quiet hours that begin in the middle of a session soften it, slowly.
    fn mind_the_hour(&mut self, state: player::State) {
        if self.state.hour_minded.elapsed() < LOOK_AT_CLOCK {
            return;
        }
        self.state.hour_minded = Instant::now();
        let loudest = (self.loudest)();
        if state.volume > loudest {
            self.player.set_volume(Decibels((state.volume.0 - SOFTER_A_LOOK.0).max(loudest.0)));
        }
    }

    /// A machine that has slept is met with silence, and a device that is gone is waited for, but not for ever.
    fn mind_the_machine(&mut self, state: player::State) {
        if self.state.sleeps.since() {
            self.sleep_comes(state);
        }
        match (state.lost, self.state.lost_since) {
            (true, None) => {
                self.state.lost_since = Some(Instant::now());
                self.player.jump(player::lead_back(&self.timeline, state.position));
            }
            (true, Some(since)) if since.elapsed() > LONG_LOSS => self.player.set_paused(true),
            (false, Some(_)) => self.state.lost_since = None,
            _ => {}
        }
    }

    fn sleep_comes(&mut self, state: player::State) {
        if !state.paused {
            self.state.paused_at = Some(Instant::now());
            self.state.slept = true;
            self.player.set_paused(true);
        }
    }

    /// Silence, and the terminal for others, until the process is told to go on: then as it was before.
    fn set_aside(&mut self, state: player::State, desktop: Option<&Desktop>) {
        if !state.paused {
            self.state.paused_at = Some(Instant::now());
            self.player.set_paused(true);
        }
        if let Some(desktop) = desktop {
            desktop.tell(self.now(player::State { paused: true, ..state }));
        }
        self.remembering.at(&self.timeline, Some(state.position));
        self.remembering.keep();
        thread::sleep(self.player.silent_within());
        let gone = match &mut self.guide {
            Guide::Screen(screen) => self.signals.stop_without(screen).is_err(),
            _ => {
                self.signals.stop();
                false
            }
        };
        if gone {
            self.guide = Guide::None;
        }
        if !state.paused {
            self.pause_or_go_on(self.player.state());
        }
    }

    /// What was asked for from the desktop; every change of sound is the same as by a key.
    fn grant(&mut self, wish: Wish, state: player::State) -> Result<(), Failure> {
        match wish {
            Wish::PauseOrGoOn => self.obey(Command::Pause, state)?,
            Wish::GoOn if state.paused || state.lost => self.pause_or_go_on(state),
            Wish::Pause if !state.paused => self.pause_or_go_on(state),
            Wish::NextChapter => self.obey(Command::NextChapter, state)?,
            Wish::PreviousChapter => self.obey(Command::PreviousChapter, state)?,
            Wish::On(by) => self.player.jump(state.position + by.min(self.timeline.length)),
            Wish::Back(by) => self.player.jump(state.position.saturating_sub(by)),
            Wish::To(place) => self.player.jump(place),
            Wish::Volume(volume) => self.player.set_volume(Decibels(volume.0.min((self.loudest)().0))),
            Wish::Sleeps => self.sleep_comes(state),
            Wish::GoOn | Wish::Pause | Wish::Leave => {}
        }
        Ok(())
    }

    /// Shows how it is. A terminal that is gone, or whoever read the lines, is a wish to leave; where lines can't be
    /// written for another reason, it plays on without them.
    fn shown(&mut self, look: Look) -> Option<Command> {
        match self.show(look) {
            Ok(command) => command,
            Err(error) => {
                let lines = matches!(self.guide, Guide::Plain(_));
                self.guide = Guide::None;
                (!lines || unwritten(error).is_err()).then_some(Command::Leave)
            }
        }
    }

    /// Keeps where it was left, for the next time.
    fn end(mut self, left_at: Option<Frames>, state: player::State) -> Ended {
        self.remembering.at(&self.timeline, left_at);
        self.remembering.keep();
        let (late, volume, length) = (state.underruns, state.volume, self.timeline.length);
        let device = self.player.device();
        Ended { left_at, late, volume, device, length, trouble: self.remembering.trouble.take() }
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
    fn show(&mut self, look: Look) -> io::Result<Option<Command>> {
        match &mut self.guide {
            Guide::Screen(screen) if self.signals.again() => screen.take().map(|()| None),
            Guide::Screen(screen) if self.state.help.is_some_and(|since| since.elapsed() < KEYS) => {
                screen.help()?;
                let Some(key) = screen.key(RESTING) else { return Ok(None) };
                self.state.help = None;
                // Any key only goes back, but for the one that wants everything to stop.
                Ok(command(key).filter(|command| matches!(command, Command::Interrupt | Command::Aside)))
            }
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
                Some(wait) if !state.paused && !state.lost => self.player.jump(wait.end()),
                _ => self.pause_or_go_on(state),
            },
            Command::Back => self.player.jump(at.saturating_sub(STEP)),
            Command::On => self.player.jump((at + STEP).min(timeline.length)),
            Command::NextChapter => self.player.jump(player::chapter_after(&timeline, at)),
            Command::PreviousChapter => self.player.jump(player::chapter_before(&timeline, at)),
            Command::Skip => self.player.jump(player::step_after(&timeline, at)),
            Command::Louder => {
                let louder = state.volume + LOUDER;
                self.player.set_volume(Decibels(louder.0.min((self.loudest)().0)));
            }
            Command::Softer => self.player.set_volume(state.volume - LOUDER),
            Command::Longer => self.edit(timeline.longer_at(at), at, "longer-here", "no-longer-here")?,
            Command::Gentler => self.edit(timeline.gentler_at(at), at, "gentler-here", "no-gentler-here")?,
            Command::EndLonger => self.edit(timeline.longer_end(at), at, "end-longer", "no-end-longer")?,
            Command::EndShorter => self.edit(timeline.shorter_end(at), at, "end-shorter", "no-end-shorter")?,
            Command::Tones => self.softer_tones(at)?,
            Command::Dark => self.state.dark = !self.state.dark,
            Command::Help => match &self.guide {
                Guide::Screen(_) => self.state.help = Some(Instant::now()),
                Guide::Plain(_) | Guide::None => self.tell("plain-keys-all")?,
            },
            Command::More | Command::Anew | Command::Leave | Command::Interrupt | Command::Aside => {}
        }
        Ok(())
    }

    fn pause_or_go_on(&mut self, state: player::State) {
        if state.lost {
            // Whoever asks for sound now wants it from whatever device there is.
            self.player.take_any_device();
            self.player.set_paused(false);
            return;
        }
        if !state.paused {
            self.state.paused_at = Some(Instant::now());
        } else {
            let long = self.state.paused_at.take().is_some_and(|since| since.elapsed() > LONG_PAUSE);
            if long || self.state.slept {
                self.player.jump(player::lead_back(&self.timeline, state.position));
            }
        }
        self.state.slept = false;
        self.player.set_paused(!state.paused);
    }

    /// Goes on in an edited Timeline, if the edit makes sense here, and tells which it was.
    fn edit(
        &mut self,
        edited: Option<Timeline>,
        at: Frames,
        done: &'static str,
        not_done: &'static str,
    ) -> Result<(), Failure> {
        let Some(edited) = edited else { return self.tell(not_done) };
        self.timeline = Arc::new(edited);
        self.player.replace((self.sound)(&self.timeline)?, at);
        self.tell(done)
    }

    /// Tells what a key has done: as a line, or for a moment on the screen.
    fn tell(&mut self, told: &'static str) -> Result<(), Failure> {
        self.state.told = Some((told, Instant::now()));
        self.guide.tell(std::iter::once(format!("({})", self.texts.get(told))))
    }

    /// Softer, softer still, off, and back again.
    fn softer_tones(&mut self, at: Frames) -> Result<(), Failure> {
        self.state.tones = (self.state.tones + 1) % 4;
        let (change, told) = match self.state.tones {
            0 => (Decibels::UNITY, "tones-back"),
            1 => (SOFTER_TONES, "tones-softer"),
            2 => (SOFTER_TONES + SOFTER_TONES, "tones-softer-still"),
            _ => (Decibels::SILENCE, "tones-off"),
        };
        let edited = self.timeline.tones_by(change, &self.state.as_laid_out);
        self.edit(Some(edited), at, told, told)
    }
}
