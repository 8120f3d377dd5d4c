//! Recording in plain lines, for screen readers, simple terminals and scripts: choices are numbers, each with Enter.

use std::io::{self, BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::guide::text::{clean, wrap};
use crate::voice::record::Metered;

use super::super::Failure;
use super::face::{Choice, Face, Going, Page};

/// How long a look at the keys takes while something goes on.
const MOMENT: Duration = Duration::from_millis(50);
/// Nobody types longer answers.
const LONGEST_LINE: u64 = 4096;

/// Lines on standard output, answers from standard input.
pub(super) struct Lines {
    typed: Receiver<String>,
    width: usize,
    /// Whether answers come from a file or a pipe, and no terminal shows them.
    echo: bool,
    /// What was said of the take that goes on.
    told_clipped: bool,
    told_dead: bool,
    told_now: bool,
    told_playing: bool,
}

impl Lines {
    pub(super) fn new(width: usize) -> Lines {
        let (tell, typed) = channel();
        // The thread ends with the process: nothing can wake it from reading.
        let reading = thread::Builder::new().name("keys".into()).spawn(move || {
            let mut input = io::stdin().lock();
            loop {
                let mut line = Vec::new();
                match io::Read::take(&mut input, LONGEST_LINE).read_until(b'\n', &mut line) {
                    Ok(0) | Err(_) => return,
                    Ok(_) => {}
                }
                if tell.send(String::from_utf8_lossy(&line).trim().to_string()).is_err() {
                    return;
                }
            }
        });
        drop(reading);
        Lines {
            typed,
            width: width.clamp(30, 90),
            echo: !io::stdin().is_terminal(),
            told_clipped: false,
            told_dead: false,
            told_now: false,
            told_playing: false,
        }
    }

    fn say(&self, text: &str) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        for line in wrap(&clean(text), self.width) {
            writeln!(out, "{line}")?;
        }
        out.flush()?;
        Ok(())
    }

    /// A line that was typed within a time.
    fn typed(&self, within: Duration) -> Typed {
        match self.typed.recv_timeout(within) {
            Ok(line) => Typed::Line(line),
            Err(RecvTimeoutError::Timeout) => Typed::Nothing,
            Err(RecvTimeoutError::Disconnected) => Typed::End,
        }
    }

    /// The same while something goes on: any line ends it.
    fn going(&self, within: Duration) -> Going {
        match self.typed(within) {
            Typed::Nothing => Going::On,
            Typed::Line(line) if matches!(line.as_str(), "q" | "0" | "quit") => Going::Quit,
            Typed::Line(_) => Going::Over,
            Typed::End => Going::Quit,
        }
    }
}

enum Typed {
    Line(String),
    Nothing,
    /// No more will come.
    End,
}

impl Face for Lines {
    fn tell(&mut self, lines: &[String]) -> Result<(), Failure> {
        lines.iter().try_for_each(|line| self.say(line))
    }

    fn choose(&mut self, page: &Page, offered: &[Choice], again: bool) -> Result<Choice, Failure> {
        (self.told_clipped, self.told_dead, self.told_now, self.told_playing) = (false, false, false, false);
        {
            let mut out = io::stdout().lock();
            if !again {
                let chapter = if page.chapter.is_empty() { String::new() } else { format!(" ({})", page.chapter) };
                writeln!(out, "\nPrompt {}{}", page.place, clean(&chapter))?;
                for line in wrap(&clean(&page.text), self.width.saturating_sub(4)) {
                    writeln!(out, "    {line}")?;
                }
                writeln!(out, "{}", page.pace)?;
            }
            out.flush()?;
        }
        page.notes.iter().try_for_each(|note| self.say(note))?;
        let name = |(index, choice): (usize, &Choice)| match choice {
            Choice::Quit => format!("0 {}", choice.name(again)),
            _ => format!("{} {}", index + 1, choice.name(again)),
        };
        let names: Vec<String> = offered.iter().enumerate().map(name).collect();
        self.say(&names.join(", "))?;
        loop {
            write!(io::stdout(), "> ")?;
            io::stdout().flush()?;
            let line = match self.typed.recv() {
                Ok(line) => line,
                Err(_) => {
                    writeln!(io::stdout())?;
                    return Ok(Choice::Quit);
                }
            };
            if self.echo {
                writeln!(io::stdout())?;
            }
            let word = line.to_lowercase();
            let named = offered.iter().copied().find(|choice| choice.name(again) == word || choice.name(false) == word);
            let mut letters = word.chars();
            let one = match (letters.next(), letters.next()) {
                (None, _) => Choice::of('\n', offered),
                (Some(key), None) => Choice::of(key, offered),
                _ => None,
            };
            match named.or(one) {
                Some(choice) => return Ok(choice),
                None => self.say("Type one of the numbers, and Enter.")?,
            }
        }
    }

    fn count(&mut self, _: &Page, left: u32, _: &Metered) -> Result<Going, Failure> {
        self.say(&left.to_string())?;
        let until = Instant::now() + Duration::from_secs(1);
        let going = self.going(Duration::from_secs(1));
        if going == Going::On {
            thread::sleep(until.saturating_duration_since(Instant::now()));
        }
        Ok(going)
    }

    fn recording(&mut self, _: &Page, shown: &Metered) -> Result<Going, Failure> {
        if !self.told_now {
            self.told_now = true;
            self.say("Now: speak, then press Enter.")?;
        }
        if shown.clipped > 0 && !self.told_clipped {
            self.told_clipped = true;
            self.say("(too loud)")?;
        }
        if shown.muted() && !self.told_dead {
            self.told_dead = true;
            self.say("(only silence comes in so far: is the microphone muted?)")?;
        }
        Ok(self.going(MOMENT))
    }

    fn playing(&mut self, _: &Page) -> Result<Going, Failure> {
        if !self.told_playing {
            self.told_playing = true;
            self.say("(you hear it; Enter stops)")?;
        }
        Ok(self.going(MOMENT))
    }
}
