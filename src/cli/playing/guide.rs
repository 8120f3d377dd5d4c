//! What is shown while a session plays: a screen, lines or nothing, and what is asked and told before it begins.

use std::io;
use std::time::{Duration, Instant};

use crate::cli::signals::Signals;
use crate::cli::{Failure, say};
use crate::guide::{Card, Command, Plain, Screen};
use crate::texts::Texts;

use super::{NOTE, RESTING};

/// How long cautions are shown before the session begins by itself.
const CAUTIONS: Duration = Duration::from_secs(12);

/// What is shown.
pub(in crate::cli) enum Guide {
    /// A whole screen.
    Screen(Screen),
    /// Lines.
    Plain(Plain<io::Stdout>),
    /// Nothing.
    None,
}

impl Guide {
    /// Lines on standard output. Where they can't be written, on a full disk perhaps, it says so and shows nothing; where
    /// nobody reads them, it is an error.
    pub(in crate::cli) fn lines(opened: io::Result<Plain<io::Stdout>>) -> Result<Guide, Failure> {
        match opened {
            Ok(plain) => Ok(Guide::Plain(plain)),
            Err(error) => unwritten(error).map(|()| Guide::None),
        }
    }

    /// Writes lines, if that is how it guides.
    pub(super) fn tell(&mut self, lines: impl Iterator<Item = String>) -> Result<(), Failure> {
        if let Guide::Plain(plain) = self
            && let Err(error) = plain.tell(lines)
        {
            *self = Guide::None;
            return unwritten(error);
        }
        Ok(())
    }

    /// Says something once.
    pub(in crate::cli) fn note(&mut self, note: &str) -> Result<(), Failure> {
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
    pub(in crate::cli) fn goes_on(
        &mut self,
        chapter: &str,
        texts: &Texts,
        signals: &Signals,
    ) -> Result<GoesOn, Failure> {
        match self {
            Guide::None => Ok(GoesOn::Anew),
            Guide::Plain(_) => {
                self.tell(std::iter::once(texts.fill("resume-line", &[("chapter", chapter)])))?;
                Ok(GoesOn::Anew)
            }
            Guide::Screen(screen) => {
                let page = [texts.fill("home-resume", &[("chapter", chapter)])];
                let shown = Instant::now();
                while shown.elapsed() < CAUTIONS {
                    screen.page(&page, &[], "")?;
                    match signals.pressed(screen, RESTING)? {
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
    pub(in crate::cli) fn introduce(&mut self, card: &Card, texts: &Texts, signals: &Signals) -> Result<bool, Failure> {
        let more = (!card.rest().is_empty()).then(|| texts.count("card-more", "count", card.rest().len() as u64));
        match self {
            Guide::Plain(_) => {
                self.tell(card.goal.iter().chain(card.first()).chain(&more).cloned())?;
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
                    match signals.pressed(screen, RESTING)? {
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

/// Says that lines can't be written, unless nobody is there who would read them.
pub(super) fn unwritten(error: io::Error) -> Result<(), Failure> {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Err(error.into());
    }
    say(&format!("what begins can't be written any more: {error}"));
    Ok(())
}

/// Where a session that was left early goes on.
pub(in crate::cli) enum GoesOn {
    /// Where it was left.
    There,
    /// From its beginning.
    Anew,
    /// Not at all.
    Nowhere,
}
