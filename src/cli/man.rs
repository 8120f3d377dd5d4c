//! `letgo man` and `letgo completions`: the manual and the shells' completions, from the same description as the help.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man as Page;

use crate::settings::KEYS;

use super::Failure;

#[derive(Debug, Args)]
pub(super) struct Man {
    /// The page of this verb, instead of the one of the whole program
    #[arg(value_name = "VERB", conflicts_with = "into")]
    verb: Vec<String>,
    /// Writes all pages into this folder
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let pages = pages()?;
        if let Some(folder) = &self.into {
            let failed = |error: io::Error| {
                Failure::Failed(format!("the pages can't be written to {}: {error}", folder.display()))
            };
            std::fs::create_dir_all(folder).map_err(failed)?;
            return pages.iter().try_for_each(|(name, text)| std::fs::write(folder.join(name), text)).map_err(failed);
        }
        let name = file_name(&["letgo".to_string()].into_iter().chain(self.verb.iter().cloned()).collect::<Vec<_>>());
        match pages.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => print(text),
            None => Err(Failure::Usage(format!(
                "there is no verb `{}`; `letgo help` shows what there is",
                self.verb.join(" ")
            ))),
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// For which shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut super::command(), "letgo", &mut text);
        print(&text)
    }
}

/// In one go, so that a reader that goes away is noticed as everywhere.
fn print(text: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text)?;
    out.flush()?;
    Ok(())
}

fn file_name(words: &[String]) -> String {
    format!("{}.1", words.join("-"))
}

/// Every page with the name of its file.
fn pages() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut command = super::command();
    command.build();
    let mut pages = Vec::new();
    add(&command, &[], &mut pages)?;
    Ok(pages)
}

fn add(command: &Command, above: &[String], pages: &mut Vec<(String, Vec<u8>)>) -> Result<(), Failure> {
    let words: Vec<String> = above.iter().cloned().chain([command.get_name().to_string()]).collect();
    let page = Page::new(command.clone().display_name(words.join("-"))).title(words.join("-")).manual("letgo");
    let mut text = Vec::new();
    page.render(&mut text)?;
    if above.is_empty() {
        text.extend(more().into_bytes());
    }
    pages.push((file_name(&words), text));
    command.get_subcommands().try_for_each(|verb| add(verb, &words, pages))
}

/// What the page of the whole program says besides its options.
fn more() -> String {
    let mut text = String::from(".SH ENVIRONMENT\nThese go before the settings file, and options before them.\n");
    for key in KEYS {
        text.push_str(&format!(".TP\n\\fB{}\\fR\n{}\n", key.variable(), roff(key.about)));
    }
    for (name, about) in [
        ("NO_COLOR", "No colours are used."),
        ("LC_ALL, LC_MESSAGES, LANG", "The language of the program, and whether the terminal takes UTF-8."),
    ] {
        text.push_str(&format!(".TP\n\\fB{name}\\fR\n{about}\n"));
    }
    text.push_str(".SH FILES\n");
    for (path, about) in [
        ("~/.config/letgo/settings.yaml", "The settings; \\fBletgo config path\\fR prints where it is on this system."),
        ("~/.config/letgo/about\\-me.yaml", "What sessions leave out or change for you."),
        ("~/.local/share/letgo", "Voices that were built for bundled sessions."),
    ] {
        text.push_str(&format!(".TP\n\\fI{path}\\fR\n{about}\n"));
    }
    text
}

/// A text as the manual's notation has it.
fn roff(text: &str) -> String {
    text.replace('\\', "\\e").replace('-', "\\-").replace('`', "\\(ga")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_a_page() {
        let folder = tempfile::tempdir().unwrap();
        let into = Some(folder.path().to_path_buf());
        Man { verb: Vec::new(), into }.run().unwrap();
        let entries = std::fs::read_dir(folder.path()).unwrap();
        let names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        for verb in super::super::command().get_subcommands() {
            assert!(names.contains(&format!("letgo-{}.1", verb.get_name())), "{names:?}");
        }
        assert!(names.contains(&"letgo-voice-build.1".to_string()) && names.contains(&"letgo.1".to_string()));
    }
}
