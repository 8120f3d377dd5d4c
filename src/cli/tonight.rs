//! `letgo` alone: tonight. What was left early, what was played last, or a first suggestion; and everything else.

use std::io::{self, BufRead, IsTerminal, Write};
use std::time::Duration;

use crate::guide::text::clean;
use crate::guide::{Command, Screen};
use crate::library::{Asset, Library};
use crate::memory::{Memory, Played};
use crate::session::Request;

use super::handed;
use super::plan::{self, ForTonight};
use super::play::{Playback, may_draw, name_of, resumed};
use super::prepare::{How, Prepared, lay_out_asset, library, prepare_for};
use super::signals::Signals;
use super::{Failure, Surroundings, say};

/// What is suggested to whoever is here for the first time.
const FIRST: &str = "first-evening";
/// How long a look for a key takes.
const LOOK: Duration = Duration::from_millis(500);

/// A session that may be chosen.
struct Choice {
    /// By which it is played.
    name: String,
    title: String,
    minutes: u64,
    played: Option<Played>,
    /// Whether a therapist handed it over.
    handed: bool,
    /// The chapter in which it was left, if it can go on there.
    left_in: Option<String>,
    /// What the plan has for this evening, if it is this.
    planned: Option<ForTonight>,
}

impl Choice {
    /// Whether it is what the plan has for this evening, and is still to come.
    fn is_offered(&self) -> bool {
        self.planned.as_ref().is_some_and(|planned| planned.offered)
    }
}

/// What was chosen.
struct Chosen {
    name: String,
    resume: bool,
}

/// Opens tonight.
pub(super) fn run(around: &Surroundings) -> Result<(), Failure> {
    let (_, mut library) = library();
    let there = handed::choices(&mut library)?;
    let (memory, trouble) = Memory::load();
    trouble.iter().for_each(|trouble| say(trouble));
    let planned = plan::for_tonight(&memory, around).unwrap_or_else(|failure| {
        if let Failure::Failed(message) = failure {
            say(&message);
        }
        Vec::new()
    });
    let mut choices = choices(&library, there, &memory, planned, around);
    if choices.is_empty() {
        return Err(Failure::Failed("no session was found; letgo play FILE plays one".into()));
    }
    let first_time = !memory.has_played();
    let chosen = match may_draw() {
        true => on_screen(&choices, first_time, around)?,
        false => in_lines(&choices, first_time, around)?,
    };
    let Some(chosen) = chosen else { return Ok(()) };
    let planned = choices.iter_mut().find(|choice| choice.name == chosen.name).and_then(|choice| choice.planned.take());
    let how = match planned {
        Some(ForTonight { phase, .. }) => How { set: phase.set, fit: phase.fit, as_near: true, ..How::plain() },
        None => How::plain(),
    };
    let playback = Playback::plain(chosen.resume);
    let prepared = prepare_for(&chosen.name, &how, playback.aim(), around)?;
    playback.play(prepared, how.set.into_iter().collect(), around)
}

/// What there is: what is planned for tonight before all, then what was played last, else what suits a first evening; a
/// session that exists in the listener's language in that language only.
fn choices(
    library: &Library,
    there: Vec<handed::Choice>,
    memory: &Memory,
    mut planned: Vec<ForTonight>,
    around: &Surroundings,
) -> Vec<Choice> {
    let language = around.texts.language();
    let sessions = library.sessions();
    let has = |name: &str| sessions.iter().any(|(other, _)| other == name);
    let fits = |name: &str| match name.rsplit_once('.') {
        Some((_, tag)) => tag == language,
        None => language == "en" || !has(&format!("{name}.{language}")),
    };
    let mut choices: Vec<Choice> = Vec::new();
    // A file of the listener's own that is planned, or was played last, comes along.
    let is_file = |name: &String| std::path::Path::new(name).is_file();
    let plans: Vec<String> = planned.iter().map(|planned| planned.remembered.clone()).filter(is_file).collect();
    let last = memory.last().map(|(name, _)| name.to_string()).filter(is_file).filter(|last| !plans.contains(last));
    let own = plans.into_iter().chain(last).map(|path| handed::Choice {
        name: path.clone(),
        asset: Asset::File(path.into()),
        request: Request::default(),
        from: None,
    });
    let there = there.into_iter().filter(|choice| choice.from.is_some() || fits(&choice.name));
    for handed::Choice { name, asset, mut request, from } in own.chain(there) {
        // What was handed over is remembered by its name, wherever it lies.
        let remembered = if from.is_some() { name.clone() } else { name_of(&asset) };
        let of_plan = planned.iter().position(|planned| planned.remembered == remembered);
        let planned = of_plan.map(|index| planned.remove(index));
        if let Some(planned) = &planned {
            plan::as_planned(&mut request, &planned.phase);
        }
        // What can't be laid out is for `letgo check`, not for the evening.
        let Ok((Prepared { timeline, .. }, _)) = lay_out_asset(library, &asset, &request) else { continue };
        let played = memory.played(&remembered).cloned();
        let left_in = resumed(&timeline, played.as_ref()).and_then(|_| played.as_ref()?.chapter.clone());
        let minutes = (timeline.length.seconds() / 60.0).round().max(1.0) as u64;
        let (title, handed) = (timeline.title.clone(), from.is_some());
        choices.push(Choice { name, title, minutes, played, handed, left_in, planned });
    }
    // What isn't there any more, or is another language's, suggests nothing.
    let is_there = |last: &String| choices.iter().any(|choice| choice.name == *last);
    let last = memory.last().map(|(name, _)| name.to_string()).filter(is_there);
    let handed = choices.iter().any(|choice| choice.handed);
    let suits = |choice: &Choice| match &last {
        Some(last) => choice.name == *last,
        // What was meant for this listener goes before what suits anybody.
        None if handed => choice.handed,
        None => choice.name == FIRST || choice.name == format!("{FIRST}.{language}"),
    };
    // What has its days goes before what is for any evening.
    let any_evening = |choice: &Choice| choice.planned.as_ref().is_some_and(|planned| !planned.this_evening);
    choices.sort_by_key(|choice| match choice.is_offered() {
        true => (false, any_evening(choice), false),
        false => (true, false, !suits(choice)),
    });
    // What the plan had for this evening was heard: something else comes first.
    if choices.len() > 1 && choices.first().is_some_and(|choice| choice.planned.as_ref().is_some_and(|it| it.heard)) {
        choices.swap(0, 1);
    }
    choices
}

/// How long it is, and when it was played last.
fn about(choice: &Choice, around: &Surroundings) -> String {
    let texts = around.texts;
    let length = match choice.minutes {
        minutes if minutes >= 120 => texts.fill("home-hours", &[("hours", &(minutes / 60).to_string())]),
        minutes => texts.fill("home-minutes", &[("minutes", &minutes.to_string())]),
    };
    let length = match choice.planned.as_ref().filter(|planned| planned.offered) {
        Some(planned) if planned.this_evening => format!("{length}, {}", texts.get("home-planned-tonight")),
        Some(_) => format!("{length}, {}", texts.get("home-planned-week")),
        None => length,
    };
    match choice.played.as_ref().and_then(|played| days_ago(played.when)) {
        Some(0) => format!("{length}, {}", texts.get("home-today")),
        Some(1) => format!("{length}, {}", texts.get("home-yesterday")),
        Some(days) => format!("{length}, {}", texts.count("home-days-ago", "days", days)),
        None => length,
    }
}

/// How many days ago, by the calendar on the wall.
fn days_ago(when: u64) -> Option<u64> {
    let zone = jiff::tz::TimeZone::system();
    let then = jiff::Timestamp::from_second(i64::try_from(when).ok()?).ok()?.to_zoned_datetime(zone.clone()).date();
    let today = jiff::Timestamp::now().to_zoned_datetime(zone).date();
    u64::try_from(then.until(today).ok()?.get_days()).ok()
}

fn welcome(around: &Surroundings) -> Vec<String> {
    ["home-welcome-1", "home-welcome-2", "home-welcome-3"].map(|id| around.texts.get(id)).to_vec()
}

fn on_screen(choices: &[Choice], first_time: bool, around: &Surroundings) -> Result<Option<Chosen>, Failure> {
    let texts = around.texts;
    let mut screen = Screen::open(around.colour_out, texts)?;
    let signals = Signals::listen()?;
    let above = if first_time { welcome(around) } else { vec![texts.get("home-tonight")] };
    let rows: Vec<(String, String)> =
        choices.iter().map(|choice| (choice.title.clone(), about(choice, around))).collect();
    let mut at = 0;
    loop {
        let Some(choice) = choices.get(at) else { return Ok(None) };
        let below = match &choice.left_in {
            Some(chapter) => texts.fill("home-resume", &[("chapter", chapter)]),
            None => texts.get("home-keys"),
        };
        screen.choose(&above, &rows, at, &below)?;
        let left = choice.left_in.is_some();
        match signals.pressed(&mut screen, LOOK)? {
            Some(Command::Softer | Command::NextChapter) => at = (at + 1).min(choices.len() - 1),
            Some(Command::Louder | Command::PreviousChapter) => at = at.saturating_sub(1),
            Some(Command::Pause | Command::On) => {
                return Ok(Some(Chosen { name: choice.name.clone(), resume: left }));
            }
            Some(Command::Anew) if left => return Ok(Some(Chosen { name: choice.name.clone(), resume: false })),
            Some(Command::Leave | Command::Interrupt) => return Ok(None),
            _ if signals.count() > 0 => return Ok(None),
            _ => {}
        }
    }
}

fn in_lines(choices: &[Choice], first_time: bool, around: &Surroundings) -> Result<Option<Chosen>, Failure> {
    let texts = around.texts;
    let mut out = io::stdout().lock();
    if first_time {
        welcome(around).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    }
    for (number, choice) in (1..).zip(choices) {
        writeln!(out, "{number}  {} ({})", clean(&choice.title), about(choice, around))?;
    }
    if !io::stdin().is_terminal() {
        // Nobody can choose: what there is has been said.
        return Ok(None);
    }
    writeln!(out, "{}", texts.get("home-number"))?;
    out.flush()?;
    let Some(choice) = number_typed(choices.len())?.and_then(|number| choices.get(number)) else { return Ok(None) };
    let mut resume = false;
    if let Some(chapter) = &choice.left_in {
        writeln!(out, "{}", texts.fill("home-resume-lines", &[("chapter", &clean(chapter))]))?;
        out.flush()?;
        resume = match number_typed(2)? {
            Some(number) => number == 0,
            None => return Ok(None),
        };
    }
    Ok(Some(Chosen { name: choice.name.clone(), resume }))
}

/// A number that was typed, from 0; Enter alone is the first. Nothing for `q`, or where no more is typed.
fn number_typed(most: usize) -> Result<Option<usize>, Failure> {
    let mut input = io::stdin().lock();
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        match line.trim() {
            "" => return Ok(Some(0)),
            "q" | "Q" => return Ok(None),
            typed => match typed.parse::<usize>() {
                Ok(number) if (1..=most).contains(&number) => return Ok(Some(number - 1)),
                _ => say(&format!("1 to {most}")),
            },
        }
    }
}
