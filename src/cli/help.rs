//! `letgo help`: a verb's options, or a page about a topic; and how the help of the whole program is laid out.
//!
//! The pages are those of `docs/help`: one source for the screen and for the repository.

use std::io::{self, Write};

use clap::{ArgAction, Args, Command};

use crate::guide::text::wrap;
use crate::script::nearest;

use super::{Failure, Surroundings};

#[derive(Debug, Args)]
pub(super) struct Help {
    /// A topic, or a verb; without one, what there is
    #[arg(value_name = "TOPIC")]
    topic: Vec<String>,
}

/// A page: its name, what it is about, and its text.
pub(super) struct Topic {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) text: &'static str,
}

macro_rules! topics {
    ($($name:literal: $about:literal,)+) => {
        /// Every page, in the order in which a newcomer needs them.
        pub(super) const TOPICS: &[Topic] = &[$(
            Topic { name: $name, about: $about, text: include_str!(concat!("../../docs/help/", $name, ".md")) },
        )+];
    };
}

topics! {
    "getting-started": "your first evening",
    "keys": "what you can press while a session plays",
    "sessions": "what there is to play, and how to choose",
    "safety": "what to leave out, and when to stop",
    "settings": "how to have it your way",
    "scripts": "writing a session of your own",
    "voice": "whose voice speaks, and how to use your own",
    "plan": "some weeks of evenings, and what reminds you",
    "therapists": "giving sessions to the people you treat",
    "troubleshooting": "no sound, odd letters, and other trouble",
    "files": "what is kept, and where",
}

/// The verbs, as people look for them. One that is in no group comes at the end.
const GROUPS: &[(&str, &[&str])] = &[
    ("To rest", &["play", "list", "show", "add", "plan", "remove", "trust", "about-me", "safety"]),
    ("To write sessions", &["new", "preview", "check", "render", "voice", "record", "pack", "identity", "schema"]),
    ("This machine", &["devices", "config", "doctor", "help"]),
];

/// An example for each verb, shown below its options.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("play", "letgo play let-go-of-the-day --fit 15m"),
    ("list", "letgo list"),
    ("show", "letgo show first-evening"),
    ("check", "letgo check mine.yaml"),
    ("preview", "letgo preview mine.yaml --fast"),
    ("render", "letgo render first-evening -o evening.flac"),
    ("schema", "letgo schema --settings"),
    ("voice", "letgo voice build mine.yaml"),
    ("record", "letgo record mine.yaml"),
    ("devices", "letgo devices"),
    ("config", "letgo config set volume -12 dB"),
    ("doctor", "letgo doctor"),
    ("pack", "letgo pack neck-and-shoulders -o anna.letgo"),
    ("add", "letgo add anna.letgo"),
    ("plan", "letgo plan --ics evenings.ics"),
    ("remove", "letgo remove anna"),
    ("identity", "letgo identity new --name Bea"),
    ("trust", "letgo trust"),
    ("help", "letgo help getting-started"),
    ("new", "letgo new breathing --length 8m -o calm.yaml"),
    ("about-me", "letgo about-me"),
    ("safety", "letgo safety"),
    ("man", "letgo man play"),
    ("completions", "letgo completions fish"),
];

/// Under which heading an option of a session's verbs stands.
const HEADINGS: &[(&str, &[&str])] = &[
    (
        "For this listener",
        &["anchor", "leave_out", "without_holds", "profile", "as_is", "speak_cautions", "set", "fit"],
    ),
    (
        "Sound",
        &[
            "device",
            "volume",
            "silent",
            "bed",
            "bells",
            "tones",
            "lead_in",
            "mono",
            "balance",
            "clear_voice",
            "quiet_hours",
            "no_speech",
        ],
    ),
    ("Screen", &["guide", "dark", "no_time_left"]),
    ("When", &["from", "resume", "restart", "then"]),
];

/// Lays out the help of the whole program: verbs in groups, an example for each.
pub(super) fn arrange(mut command: Command) -> Command {
    let header = *clap::builder::Styles::styled().get_header();
    let literal = *clap::builder::Styles::styled().get_literal();
    let verbs: Vec<(String, String)> = command
        .get_subcommands()
        .filter(|verb| !verb.is_hide_set())
        .map(|verb| (verb.get_name().to_string(), verb.get_about().map(ToString::to_string).unwrap_or_default()))
        .collect();
    let grouped = |name: &str| GROUPS.iter().any(|(_, names)| names.contains(&name));
    let others: Vec<&str> = verbs.iter().map(|(name, _)| name.as_str()).filter(|name| !grouped(name)).collect();
    let groups = GROUPS.iter().copied().chain(std::iter::once(("More", others.as_slice())));
    let widest = verbs.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let mut list = String::new();
    for (title, names) in groups {
        let here: Vec<_> = names.iter().filter_map(|name| verbs.iter().find(|(verb, _)| verb == name)).collect();
        if here.is_empty() {
            continue;
        }
        list.push_str(&format!("{header}{title}:{header:#}\n"));
        for (name, about) in here {
            list.push_str(&format!("  {literal}{name:<widest$}{literal:#}  {about}\n"));
        }
        list.push('\n');
    }
    // Also for those that the list leaves out.
    let names: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_string()).collect();
    for name in names {
        let Some((_, example)) = EXAMPLES.iter().find(|(verb, _)| *verb == name) else { continue };
        command = command.mut_subcommand(&name, |verb| {
            let verb = match verb.get_after_help() {
                Some(_) => verb,
                None => verb.after_help(format!("Example:\n  {example}")),
            };
            if SESSION_VERBS.contains(&name.as_str()) { verb.mut_args(under_heading) } else { verb }
        });
    }
    let template = format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n\n{list}{header}Options:{header:#}\n{{options}}{{after-help}}"
    );
    // One help, the short one: the longer texts are those of the pages and the manual.
    let help = clap::Arg::new("help").short('h').long("help").help("Prints this").action(ArgAction::HelpShort);
    command.help_template(template).disable_help_flag(true).arg(help.global(true))
}

/// The verbs that take a session, and how.
const SESSION_VERBS: &[&str] = &["play", "show", "render"];

fn under_heading(arg: clap::Arg) -> clap::Arg {
    match HEADINGS.iter().find(|(_, ids)| ids.contains(&arg.get_id().as_str())) {
        Some((heading, _)) => arg.help_heading(*heading),
        None => arg.help_heading(None::<&'static str>),
    }
}

impl Help {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let mut command = super::command();
        command.build();
        let Some(first) = self.topic.first() else {
            return contents(around);
        };
        if let ([_], Some(topic)) = (self.topic.as_slice(), TOPICS.iter().find(|topic| topic.name == first)) {
            let mut out = io::stdout().lock();
            out.write_all(laid_out(topic.text, around.width.clamp(30, 80), around.colour_out).as_bytes())?;
            out.flush()?;
            return Ok(());
        }
        let mut verb = &mut command;
        for name in &self.topic {
            let known: Vec<String> = verb.get_subcommands().map(|verb| verb.get_name().to_string()).collect();
            if !known.contains(name) {
                let topics = TOPICS.iter().map(|topic| topic.name);
                return Err(unknown(name, topics.chain(known.iter().map(String::as_str))));
            }
            match verb.find_subcommand_mut(name) {
                Some(found) => verb = found,
                None => return Err(unknown(name, std::iter::empty())),
            }
        }
        verb.print_help()?;
        Ok(())
    }
}

fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let meant = nearest(name, known).map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
    Failure::Usage(format!("there is no help about `{name}`\n{meant}`letgo help` shows what there is"))
}

/// What there is to read.
fn contents(around: &Surroundings) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "letgo help TOPIC opens a page, letgo help VERB shows a verb's options.\n")?;
    let widest = TOPICS.iter().map(|topic| topic.name.len()).max().unwrap_or(0);
    let columns = around.width.clamp(40, 80).saturating_sub(widest + 4).max(16);
    for topic in TOPICS {
        for (row, line) in wrap(topic.about, columns).iter().enumerate() {
            writeln!(out, "  {:<widest$}  {line}", if row == 0 { topic.name } else { "" })?;
        }
    }
    let command = super::command();
    let verbs: Vec<&str> =
        command.get_subcommands().filter(|verb| !verb.is_hide_set()).map(Command::get_name).collect();
    writeln!(out, "\nVerbs:")?;
    for line in wrap(&verbs.join(", "), columns + widest) {
        writeln!(out, "  {line}")?;
    }
    out.flush()?;
    Ok(())
}

/// A page for a terminal: headings without their marks, paragraphs and lists at its width, examples as they are.
fn laid_out(page: &str, width: usize, colour: bool) -> String {
    let (bold, plain) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut code = false;
    let flush = |paragraph: &mut String, out: &mut String| {
        let (first, rest, text) = match paragraph.strip_prefix("- ") {
            Some(text) => ("- ", "  ", text),
            None => ("", "", paragraph.as_str()),
        };
        for (row, line) in wrap(text, width - first.len()).iter().enumerate() {
            out.push_str(&format!("{}{line}\n", if row == 0 { first } else { rest }));
        }
        paragraph.clear();
    };
    for line in page.lines() {
        let fence = line.starts_with("```");
        if fence || code || line.trim().is_empty() || line.starts_with(['#', '-']) {
            flush(&mut paragraph, &mut out);
        }
        match line {
            _ if fence => code = !code,
            _ if code => out.push_str(&format!("  {line}\n")),
            "" => out.push('\n'),
            _ if line.starts_with('#') => {
                out.push_str(&format!("{bold}{}{plain}\n", line.trim_start_matches('#').trim()));
            }
            _ => {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                // Marks for a browser's eyes only.
                paragraph.push_str(&line.trim().replace('`', ""));
            }
        }
    }
    flush(&mut paragraph, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_laid_out_at_the_width_of_the_terminal() {
        let page =
            "# One\n\nA few `words`\nof text here.\n\n- a thing of some words\n- two\n\n```sh\nletgo  play\n```\n";
        let expected = "One\n\nA few words of\ntext here.\n\n- a thing of\n  some words\n- two\n\n  letgo  play\n";
        assert_eq!(laid_out(page, 14, false), expected);
    }

    #[test]
    fn every_verb_has_an_example_that_is_accepted() {
        let command = super::super::command();
        for verb in command.get_subcommands() {
            let name = verb.get_name();
            let (_, example) = EXAMPLES.iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("{name}"));
            let words: Vec<&str> = example.split_whitespace().collect();
            assert!(words[1] == name && super::super::command().try_get_matches_from(&words).is_ok(), "{example}");
        }
    }
}
