//! `letgo about-me`: asks what sessions should leave out or change, and keeps it on this machine.

use std::io::{self, BufRead, IsTerminal, Write};

use clap::Args;

use crate::about_me;
use crate::guide::text::{clean, wrap};
use crate::memory::Memory;
use crate::practice::{Adaptation, Caution, Phrases, Place, Urgency, cautions, region};
use crate::session::{Anchor, OwnCaution, Profile};
use crate::texts::Texts;

use super::{Failure, Surroundings};

/// How many questions there are before one may stop with a good feeling.
const AT_A_TIME: usize = 6;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  letgo about-me             asks, a few questions at a time
  letgo about-me --show      prints what is kept
  letgo about-me --forget    erases it

All answers may be left out. They are kept in one file that only you can read, and never leave this machine.")]
pub(super) struct AboutMe {
    /// Prints what is kept
    #[arg(long, conflicts_with_all = ["forget", "now"])]
    show: bool,
    /// Erases what is kept
    #[arg(long, conflicts_with = "now")]
    forget: bool,
    /// Asks even before the first session
    #[arg(long)]
    now: bool,
}

impl AboutMe {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let texts = around.texts;
        let path = about_me::path().ok_or_else(|| {
            Failure::Failed("no home folder was found, so nothing can be kept; --leave-out and --anchor work".into())
        })?;
        let mut out = io::stdout().lock();
        if self.forget {
            return match std::fs::remove_file(&path) {
                Ok(()) => Ok(writeln!(out, "{}", texts.get("about-forgotten"))?),
                Err(error) if crate::settings::is_missing(&error) => {
                    Ok(writeln!(out, "{}", texts.get("about-nothing-kept"))?)
                }
                Err(error) => Err(Failure::Failed(format!("{} can't be erased: {error}", path.display()))),
            };
        }
        // A file that can't be understood is never written over.
        let kept = about_me::read(&path).map_err(|error| Failure::Failed(error.to_string()))?;
        if self.show {
            return match path.exists() {
                true => Ok(write!(out, "{}", clean_lines(&std::fs::read_to_string(&path)?))?),
                false => Ok(writeln!(out, "{}", texts.get("about-nothing-kept"))?),
            };
        }
        if !self.now && kept.is_empty() && !Memory::load().0.has_played() {
            return Ok(writeln!(out, "{}", texts.get("about-later"))?);
        }
        let phrases = Phrases::for_language(texts.language()).or_else(|| Phrases::for_language("en"));
        let phrases = phrases.ok_or_else(|| Failure::Failed("no phrases were found at all".into()))?;
        let mut asking = Asking {
            texts,
            phrases,
            width: around.width.clamp(30, 90),
            input: io::stdin().lock(),
            echo: !io::stdin().is_terminal(),
            out,
            profile: kept.clone(),
        };
        let shown = path.display().to_string();
        asking.tell(&texts.get("about-title").to_uppercase())?;
        asking.tell(&texts.fill("about-intro", &[("file", &clean(&shown))]))?;
        asking.tell(&texts.get("about-keys"))?;
        let stopped = asking.ask_all()?;
        if let Some(Stopped::Emergency) = stopped {
            return Ok(());
        }
        if asking.profile == kept {
            return asking.tell(&texts.get("about-nothing"));
        }
        let profile = asking.profile.clone();
        about_me::keep(&path, &profile)
            .map_err(|error| Failure::Failed(format!("{shown} can't be written: {error}; nothing was changed")))?;
        asking.tell(&texts.fill("about-saved", &[("file", &clean(&shown))]))
    }
}

fn clean_lines(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", clean(line))).collect()
}

/// Why the asking ended before its end.
#[derive(Debug, PartialEq, Eq)]
enum Stopped {
    /// The listener had enough; what was answered counts.
    Enough,
    /// Somebody should be called, and no session played.
    Emergency,
}

enum Answer {
    Yes,
    No,
    Nothing,
}

struct Asking<'a> {
    texts: &'static Texts,
    phrases: &'static Phrases,
    width: usize,
    input: io::StdinLock<'a>,
    /// Whether answers come from a file or a pipe, and no terminal shows them.
    echo: bool,
    out: io::StdoutLock<'a>,
    profile: Profile,
}

impl Asking<'_> {
    fn tell(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.out)?;
        for line in text.lines().flat_map(|line| wrap(line, self.width)) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    /// A line that was typed, without its ends; nothing when there are no more.
    fn line(&mut self) -> Result<Option<String>, Failure> {
        write!(self.out, "> ")?;
        self.out.flush()?;
        let mut line = String::new();
        // Nobody types longer answers; the rest of a huge line is another answer.
        let read = io::Read::take(&mut self.input, 4096).read_line(&mut line);
        let ended = match read {
            Ok(count) => count == 0,
            // What isn't text is no answer.
            Err(error) if error.kind() == io::ErrorKind::InvalidData => false,
            Err(error) => return Err(error.into()),
        };
        if ended || self.echo {
            writeln!(self.out)?;
        }
        Ok((!ended).then(|| line.trim().to_lowercase()))
    }

    fn ask_all(&mut self) -> Result<Option<Stopped>, Failure> {
        if let Some(stopped) = self.ask_leave_out()? {
            return Ok(Some(stopped));
        }
        if let Some(stopped) = self.ask_anchor()? {
            return Ok(Some(stopped));
        }
        let questions: Vec<&Caution> = cautions().iter().filter(|caution| caution.ask).collect();
        let mut asked = 2;
        for (index, caution) in questions.iter().enumerate() {
            // It follows from another answer.
            if caution.id == "late-pregnancy" && !self.has("pregnancy") {
                continue;
            }
            if asked >= AT_A_TIME {
                let left = questions.len() - index;
                self.tell(&self.texts.count("about-more", "count", left as u64))?;
                match self.line()?.as_deref() {
                    None | Some("q") => return Ok(Some(Stopped::Enough)),
                    Some(_) => asked = 0,
                }
            }
            asked += 1;
            if let Some(stopped) = self.ask_caution(caution)? {
                return Ok(Some(stopped));
            }
        }
        Ok(None)
    }

    fn has(&self, id: &str) -> bool {
        self.profile.cautions.iter().any(|own| own.id == id)
    }

    fn ask_caution(&mut self, caution: &'static Caution) -> Result<Option<Stopped>, Failure> {
        let now = self.has(&caution.id).then(|| format!(" ({})", self.texts.get("yes-letter")));
        let question = self.phrases.say(&format!("ask-{}", caution.id), 0, &[]);
        let yes = match self.yes_or_no(&format!("{question}{}", now.unwrap_or_default()))? {
            Err(stopped) => return Ok(Some(stopped)),
            Ok(Answer::Nothing) => return Ok(None),
            Ok(Answer::No) => false,
            Ok(Answer::Yes) => true,
        };
        self.profile.cautions.retain(|own| own.id != caution.id);
        if !yes {
            return Ok(None);
        }
        let words = self.phrases.say(&format!("caution-{}", caution.id), 0, &[]);
        if caution.urgency == Urgency::Emergency {
            self.tell(&words)?;
            let soon = self.phrases.say("safety-close", 0, &[]);
            self.tell(&soon)?;
            // Nothing is kept of it: it is for now.
            return Ok(Some(Stopped::Emergency));
        }
        let mut places = Vec::new();
        if caution.then.iter().any(|then| matches!(then, Adaptation::AskWhere | Adaptation::Imagine)) {
            let question = self.texts.get("about-where-for");
            match self.places(&question)? {
                Err(stopped) => return Ok(Some(stopped)),
                Ok(found) => places = found.unwrap_or_default(),
            }
        }
        if caution.urgency == Urgency::Stop {
            self.tell(&self.texts.get("about-see-doctor"))?;
        }
        self.tell(&words)?;
        self.profile.cautions.push(OwnCaution { id: caution.id.clone(), places });
        Ok(None)
    }

    fn yes_or_no(&mut self, question: &str) -> Result<Result<Answer, Stopped>, Failure> {
        let (yes, no) = (self.texts.get("yes-letter"), self.texts.get("no-letter"));
        self.tell(question)?;
        loop {
            let Some(line) = self.line()? else { return Ok(Err(Stopped::Enough)) };
            match line.as_str() {
                "" => return Ok(Ok(Answer::Nothing)),
                "q" => return Ok(Err(Stopped::Enough)),
                answer if answer == yes || answer == "y" || answer == "yes" => return Ok(Ok(Answer::Yes)),
                answer if answer == no || answer == "no" => return Ok(Ok(Answer::No)),
                _ => self.tell(&self.texts.get("about-keys"))?,
            }
        }
    }

    fn ask_leave_out(&mut self) -> Result<Option<Stopped>, Failure> {
        let examples: Vec<String> = ["jaw", "throat", "belly", "lower-back", "feet"]
            .iter()
            .map(|id| {
                region(id).map_or_else(
                    || (*id).to_string(),
                    |region| format!("{id} ({})", self.phrases.place(Place::region(region, None))),
                )
            })
            .collect();
        let question = format!(
            "{} {}",
            self.texts.get("about-where"),
            self.texts.fill("about-which-places", &[("places", &examples.join(", "))])
        );
        match self.places(&question)? {
            Err(stopped) => Ok(Some(stopped)),
            Ok(found) => {
                if let Some(places) = found {
                    self.profile.leave_out = places;
                }
                Ok(None)
            }
        }
    }

    /// Regions that were typed; nothing if the question was left out.
    fn places(&mut self, question: &str) -> Result<Result<Option<Vec<String>>, Stopped>, Failure> {
        self.tell(question)?;
        'again: loop {
            let Some(line) = self.line()? else { return Ok(Err(Stopped::Enough)) };
            match line.as_str() {
                "" => return Ok(Ok(None)),
                "q" => return Ok(Err(Stopped::Enough)),
                _ => {}
            }
            let mut places = Vec::new();
            for name in line.split([',', ';']).map(str::trim).filter(|name| !name.is_empty()) {
                match about_me::place(name) {
                    Ok(place) => places.push(place),
                    Err(meant) => {
                        let mut told = self.texts.fill("about-unknown-place", &[("place", &clean(name))]);
                        if let Some(meant) = meant {
                            told = format!("{told} {}", self.texts.fill("about-did-you-mean", &[("place", meant)]));
                        }
                        self.tell(&told)?;
                        continue 'again;
                    }
                }
            }
            return Ok(Ok(Some(places)));
        }
    }

    fn ask_anchor(&mut self) -> Result<Option<Stopped>, Failure> {
        let question = self.texts.get("about-anchor");
        self.tell(&question)?;
        loop {
            let Some(line) = self.line()? else { return Ok(Some(Stopped::Enough)) };
            match line.as_str() {
                "" => return Ok(None),
                "q" => return Ok(Some(Stopped::Enough)),
                "breath" => {
                    self.profile.anchor = None;
                    return Ok(None);
                }
                name => match Anchor::named(name) {
                    Some(anchor) => {
                        self.profile.anchor = Some(anchor);
                        return Ok(None);
                    }
                    None => self.tell(&question)?,
                },
            }
        }
    }
}
