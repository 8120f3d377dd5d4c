//! The guide in plain lines, for screen readers, pipes and simple terminals: one line for each thing that begins, and
//! nothing drawn over.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::quantity::Frames;
use crate::texts::Texts;
use crate::timeline::{EventKind, Phase, Timeline};

use super::keys::{self, Command};
use super::scene::{Look, place};
use super::text::clean;

/// Jumps farther than this are said to be jumps.
const JUMP: Frames = Frames::from_secs(3);

/// Writes lines as the playing goes on.
pub struct Plain<W> {
    out: W,
    texts: &'static Texts,
    /// Whether only words are written, for whoever reads in place of hearing.
    captions: bool,
    /// Everything before this was written.
    written_to: Frames,
    paused: bool,
    lost: bool,
    typed: Receiver<Command>,
}

impl<W: Write> Plain<W> {
    /// Begins at a place. Lines typed at a terminal become commands.
    ///
    /// # Errors
    /// If nothing can be written.
    pub fn new(
        mut out: W,
        timeline: &Timeline,
        from: Frames,
        texts: &'static Texts,
        captions: bool,
    ) -> io::Result<Plain<W>> {
        writeln!(out, "{} ({})", clean(&timeline.title), timeline.length.clock())?;
        let typed = typed_lines();
        if io::stdin().is_terminal() {
            writeln!(out, "{}", texts.get("plain-keys"))?;
        }
        out.flush()?;
        Ok(Plain { out, texts, captions, written_to: from, paused: false, lost: false, typed })
    }

    /// Writes lines of text.
    ///
    /// # Errors
    /// If they can't be written.
    pub fn tell(&mut self, lines: impl Iterator<Item = String>) -> io::Result<()> {
        for line in lines {
            writeln!(self.out, "{}", clean(&line))?;
        }
        self.out.flush()
    }

    /// What the listener typed since the last time.
    pub fn command(&mut self) -> Option<Command> {
        self.typed.try_recv().ok()
    }

    /// Writes what has begun since the last time.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn show(&mut self, timeline: &Timeline, look: Look) -> io::Result<()> {
        if look.paused != self.paused {
            self.paused = look.paused;
            let said = match (look.paused, look.slept) {
                (true, true) => "slept",
                (true, false) => "paused",
                (false, _) => "going-on",
            };
            let said = self.texts.get(said);
            writeln!(self.out, "({said})")?;
        }
        if look.lost != self.lost {
            self.lost = look.lost;
            let said = self.texts.get(if look.lost { "device-gone" } else { "device-back" });
            writeln!(self.out, "({said})")?;
        }
        let (from, to) = (self.written_to, look.position);
        if to + Frames::from_millis(500) < from || to > from + JUMP {
            writeln!(self.out, "({})", to.clock())?;
            self.written_to = to;
            return self.between(timeline, to, to + Frames(1));
        }
        if to > from {
            self.between(timeline, from, to)?;
            self.written_to = to;
        }
        self.out.flush()
    }

    fn between(&mut self, timeline: &Timeline, from: Frames, to: Frames) -> io::Result<()> {
        let mut chapters = timeline.chapters.iter().filter(|c| from <= c.start && c.start < to).peekable();
        let first = timeline.events.partition_point(|event| event.start < from);
        for event in timeline.events[first..].iter().take_while(|event| event.start < to) {
            while let Some(chapter) = chapters.next_if(|chapter| chapter.start <= event.start) {
                writeln!(self.out, "\n{}", clean(&chapter.title))?;
            }
            let text = clean(&event.text);
            match &event.kind {
                EventKind::Say(_) if !text.is_empty() => writeln!(self.out, "{text}")?,
                EventKind::Breath(breath) => {
                    let seconds = event.length.seconds().round() as u64;
                    let length = self.texts.count("breath-seconds", "seconds", seconds);
                    let ends = breath.round == 1 || breath.round == breath.rounds;
                    match breath.phase {
                        Phase::In if ends => {
                            let (round, rounds) = (breath.round.to_string(), breath.rounds.to_string());
                            let count = self.texts.fill("breath-count", &[("round", &round), ("rounds", &rounds)]);
                            writeln!(self.out, "{text} {length}. ({count})")?;
                        }
                        _ => writeln!(self.out, "{text} {length}.")?,
                    }
                }
                EventKind::Wait => writeln!(self.out, "({})", self.texts.get("ready-line"))?,
                EventKind::Bell(_) => writeln!(self.out, "({})", self.texts.get("a-bell"))?,
                _ => {
                    if let Some(place) = place(event, self.texts).filter(|_| !self.captions) {
                        writeln!(self.out, "[{}]", clean(&place))?;
                    }
                }
            }
        }
        chapters.try_for_each(|chapter| writeln!(self.out, "\n{}", clean(&chapter.title)))
    }
}

/// Lines typed at a terminal, as commands. Without a terminal nothing is read: it may be somebody else's input.
fn typed_lines() -> Receiver<Command> {
    let (tell, told) = channel();
    if io::stdin().is_terminal() {
        // The thread ends with the process: nothing can wake it from reading.
        let reading = thread::Builder::new().name("keys".into()).spawn(move || {
            for text in io::stdin().lock().lines() {
                let Ok(text) = text else { return };
                // Whatever isn't understood is answered with what is.
                if tell.send(keys::line(&text).unwrap_or(Command::Help)).is_err() {
                    return;
                }
            }
        });
        drop(reading);
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Breath, Chapter, Event, Speech};

    fn look(secs: u64, paused: bool) -> Look {
        let position = Frames::from_secs(secs);
        Look { position, paused, silent: true, ..Look::default() }
    }

    #[test]
    fn one_line_for_each_thing_that_begins() {
        let event = |start, length, kind, text: &str| Event {
            start: Frames::from_secs(start),
            length: Frames::from_secs(length),
            kind,
            text: text.into(),
        };
        let breath = |phase| EventKind::Breath(Breath { phase, round: 1, rounds: 8, tone: true });
        let timeline = Timeline {
            title: "Evening\u{1b}".into(),
            length: Frames::from_secs(60),
            chapters: vec![Chapter { title: "Arrive".into(), start: Frames::from_secs(1) }],
            events: vec![
                event(1, 2, EventKind::Say(Speech::Chime), "Hello."),
                event(4, 4, breath(Phase::In), "Breathe in."),
                event(8, 6, breath(Phase::Out), "And out."),
            ],
            ..Timeline::default()
        };
        let mut plain = Plain::new(Vec::new(), &timeline, Frames::ZERO, Texts::english(), false).unwrap();
        for second in 0..=10 {
            plain.show(&timeline, look(second, second == 10)).unwrap();
        }
        plain.show(&timeline, look(2, false)).unwrap();
        let said = String::from_utf8(plain.out).unwrap();
        let expected = "Evening? (1:00)\n\nArrive\nHello.\nBreathe in. 4 seconds. (1 of 8)\nAnd out. 6 seconds.\n(paused)\n(going on)\n(0:02)\n";
        assert_eq!(
            said.replace("Enter pauses and goes on, n and p change the chapter, q leaves (each with Enter).\n", ""),
            expected
        );
    }
}
