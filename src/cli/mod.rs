//! The command line: one file a verb, arguments and printing only.

mod about_me;
mod add;
mod changes;
mod check;
mod client;
mod config;
mod devices;
mod doctor;
mod handed;
mod help;
mod identity;
mod inside;
mod levels;
mod list;
mod man;
mod markup;
mod new;
mod pack;
mod plan;
mod play;
mod playing;
mod prepare;
mod preview;
mod record;
mod remembering;
mod remove;
mod render;
mod report;
mod safety;
mod schema;
mod show;
mod signals;
mod table;
mod tonight;
mod trust;
mod voice;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::guide::text::clean;
use crate::quantity::Time;
use crate::settings::Settings;
use crate::texts::Texts;

/// A quiet player for guided relaxation: breathing, body scan and gentle self-massage.
#[derive(Debug, Parser)]
#[command(name = "letgo", version, max_term_width = 100, after_help = AFTER_HELP, disable_help_subcommand = true)]
struct Args {
    /// When to use colours.
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    color: Colour,
    /// The language of the program's own words; sessions speak their own
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    language: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

const AFTER_HELP: &str = "\
Examples:
  letgo list                                  what there is to play
  letgo play first-evening                    play a bundled session
  letgo play mine.yaml --from \"Body scan\"     play a file from a chapter
  letgo play anna.letgo                       play what your therapist handed over
  letgo render let-go-of-the-day -o night.flac

letgo help getting-started is a good page to begin with; letgo help lists the others.

Exit codes: 0 done (also when you stop early), 1 it failed, 2 wrong usage or an invalid script.
This is for comfort and is no medical treatment. You can stop at any moment.";

#[derive(Debug, Subcommand)]
enum Verb {
    /// Plays a session.
    Play(play::Play),
    /// Plays a session while you write it, anew whenever it is saved
    Preview(preview::Preview),
    /// Lists the bundled sessions.
    List(list::List),
    /// Shows what a session holds: chapters, words, times.
    Show(show::Show),
    /// Looks for mistakes in session files.
    Check(check::Check),
    /// Writes a session to a sound file.
    Render(render::Render),
    /// Prints the JSON Schema of session files, for editors.
    Schema(schema::Schema),
    /// Makes one file of sessions, to hand over to a client.
    Pack(pack::Pack),
    /// Adds a pack that a therapist handed over, or its newer version.
    Add(add::Add),
    /// Shows this week of your plan, writes it for a calendar, reminds you of it.
    Plan(plan::Plan),
    /// Takes a pack out again.
    Remove(remove::Remove),
    /// Your own key, with which your packs are signed: for therapists.
    Identity(identity::Identity),
    /// The therapists whom you trust.
    Trust(trust::Trust),
    /// Makes recorded words for sessions.
    #[command(subcommand)]
    Voice(voice::Voice),
    /// Records a session in your own voice, prompt by prompt.
    Record(record::Record),
    /// Names the sound devices.
    Devices(devices::Devices),
    /// Writes a new session file, or a copy of a bundled one.
    New(new::New),
    /// Asks what sessions should leave out or change for you.
    AboutMe(about_me::AboutMe),
    /// Shows when to seek help first.
    Safety(safety::Safety),
    /// Shows, explains, sets and checks your settings
    Config(config::Config),
    /// Tells what works on this machine, and what to do about the rest
    Doctor(doctor::Doctor),
    /// Opens a page about a topic, or shows a verb's options
    Help(help::Help),
    /// Prints the manual page
    #[command(hide = true)]
    Man(man::Man),
    /// Prints completions for a shell
    #[command(hide = true)]
    Completions(man::Completions),
}

/// A language that the program speaks.
fn language(text: &str) -> Result<String, String> {
    match Texts::for_language(text) {
        Some(texts) => Ok(texts.language().to_string()),
        None => {
            let known: Vec<&str> = Texts::languages().collect();
            Err(format!("this program doesn't speak it yet; it speaks {}", known.join(", ")))
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Colour {
    Auto,
    Always,
    Never,
}

/// Why a verb didn't do what it should.
#[derive(Debug)]
pub(crate) enum Failure {
    /// It failed.
    Failed(String),
    /// It failed; what there is to say has been said.
    Told,
    /// It was asked for wrongly, or the script is invalid; what there is to say has been said.
    Invalid,
    /// It was asked for wrongly.
    Usage(String),
    /// Whoever was reading has gone away.
    Gone,
}

impl Failure {
    /// What is still to be said of it.
    pub(crate) fn words(&self) -> Option<String> {
        match self {
            Failure::Failed(words) | Failure::Usage(words) => Some(words.clone()),
            Failure::Told | Failure::Invalid | Failure::Gone => None,
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Gone,
            _ => Failure::Failed(error.to_string()),
        }
    }
}

/// So many of something: `1 track`, `2 tracks`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// What every verb may ask of its surroundings.
pub(crate) struct Surroundings {
    /// Whether standard error takes colours.
    colour: bool,
    /// Whether standard output does.
    colour_out: bool,
    /// The terminal's width in columns.
    width: usize,
    /// How the program speaks to a listener.
    texts: &'static Texts,
}

/// The command line as clap knows it.
fn command() -> clap::Command {
    help::arrange(Args::command())
}

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let args = match command().try_get_matches().and_then(|matches| Args::from_arg_matches(&matches)) {
        Ok(args) => args,
        Err(error) => {
            // Help and the version go to standard output and are no failure.
            let code = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let takes_colour = |terminal: bool| match args.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => terminal && !no_colour && !dumb,
    };
    let (colour, colour_out) = (takes_colour(io::stderr().is_terminal()), takes_colour(io::stdout().is_terminal()));
    let width = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns));
    // What is wrong with the settings is said by the verbs that follow them.
    let asked = args.language.or_else(|| Settings::load_kindly().0.language.map(|language| language.0));
    let texts = Texts::choose(asked.as_deref(), |name| std::env::var(name).ok());
    let around = Surroundings { colour, colour_out, width, texts };
    let Some(verb) = args.verb else { return code(tonight::run(&around)) };
    let result = match verb {
        Verb::Play(verb) => verb.run(&around),
        Verb::Preview(verb) => verb.run(&around),
        Verb::List(verb) => verb.run(&around),
        Verb::Show(verb) => verb.run(&around),
        Verb::Check(verb) => verb.run(&around),
        Verb::Render(verb) => verb.run(&around),
        Verb::Schema(verb) => verb.run(),
        Verb::Pack(verb) => verb.run(&around),
        Verb::Add(verb) => verb.run(&around),
        Verb::Plan(verb) => verb.run(&around),
        Verb::Remove(verb) => verb.run(),
        Verb::Identity(verb) => verb.run(),
        Verb::Trust(verb) => verb.run(),
        Verb::Voice(verb) => verb.run(&around),
        Verb::Record(verb) => verb.run(&around),
        Verb::Devices(verb) => verb.run(),
        Verb::Config(verb) => verb.run(&around),
        Verb::Doctor(verb) => verb.run(&around),
        Verb::Help(verb) => verb.run(&around),
        Verb::Man(verb) => verb.run(),
        Verb::Completions(verb) => verb.run(),
        Verb::New(verb) => verb.run(&around),
        Verb::AboutMe(verb) => verb.run(&around),
        Verb::Safety(verb) => verb.run(&around),
    };
    code(result)
}

/// How the program ends.
fn code(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) | Err(Failure::Gone) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::from(1),
        Err(Failure::Invalid) => ExitCode::from(2),
        Err(Failure::Usage(message)) => {
            say(&message);
            ExitCode::from(2)
        }
        Err(Failure::Failed(message)) => {
            say(&message);
            ExitCode::from(1)
        }
    }
}

/// Says something to the person at the terminal.
fn say(message: &str) {
    for line in message.lines() {
        // When standard error is gone there is nobody left to tell.
        let _ = writeln!(io::stderr(), "letgo: {}", clean(line));
    }
}

/// Prints a JSON value to standard output.
fn print_json(value: &serde_json::Value) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    let mut out = io::stdout().lock();
    // JSON may hold these as they are, but a terminal would obey them. They stand in strings only.
    let obeyed = |c: &char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    for part in json.split_inclusive(|c: char| obeyed(&c)) {
        match part.chars().next_back().filter(obeyed) {
            Some(c) => write!(out, "{}\\u{:04x}", part.trim_end_matches(c), u32::from(c))?,
            None => write!(out, "{part}")?,
        }
    }
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

/// Reads a time given on the command line.
fn time(text: &str) -> Result<Time, String> {
    text.parse().map_err(|error: crate::quantity::TimeError| error.to_string())
}
