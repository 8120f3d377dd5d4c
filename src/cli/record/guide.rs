//! The text to be read elsewhere: numbered, with pauses and pace.

use std::io::{self, Write};

use crate::guide::text::{clean, wrap};
use crate::quantity::Frames;
use crate::voice::record::{PACE, reading_time};

use super::super::{Failure, Surroundings};
use super::face::pace;
use super::{Record, Script};

/// What parts two prompts: long enough to be told from any silence inside one.
const PAUSE: &str = "3 seconds";

/// Prints the lines that are wanted.
pub(super) fn print(script: &Script, args: &Record, around: &Surroundings) -> Result<(), Failure> {
    let chosen: Vec<_> = script.reading.chosen().collect();
    if chosen.is_empty() {
        return nothing_missing(script, &args.session);
    }
    let width = around.width.clamp(40, 80);
    let mut out = io::stdout().lock();
    let mut paragraph = |text: &str| -> io::Result<()> {
        wrap(text, width).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        writeln!(out)
    };
    let speech: Frames = chosen.iter().map(|(_, line)| reading_time(&line.text)).sum();
    let words: usize = chosen.iter().map(|(_, line)| line.words()).sum();
    let (all, count) = (script.reading.lines().len(), chosen.len());
    paragraph(&format!("# {}: to be read aloud", clean(&script.title)))?;
    paragraph(&format!(
        "{count} of {all} prompts, {words} words, about {} of speech at {PACE} words a minute.",
        speech.clock()
    ))?;
    paragraph(&format!(
        "Read the prompts in this order, slowly and as to one person. Leave {PAUSE} of silence between two prompts, \
         and less than one inside a prompt. The numbers aren't read. If a prompt goes wrong, stop, and cut it out \
         afterwards; or begin a new file."
    ))?;
    paragraph(
        "A quiet room with curtains or a bed in it, a hand's length from the microphone, a phone's is fine. Then:",
    )?;
    writeln!(out, "    {} --import FILE", clean(&args.said()))?;
    let mut chapter = "";
    for (number, line) in chosen {
        if line.chapter != chapter {
            chapter = &line.chapter;
            writeln!(out, "\n## {}", clean(chapter))?;
        }
        let label = format!("{number}. ");
        writeln!(out)?;
        for (row, text) in wrap(&clean(&line.text), width - label.len()).iter().enumerate() {
            writeln!(out, "{:<indent$}{text}", if row == 0 { label.as_str() } else { "" }, indent = label.len())?;
        }
        writeln!(out, "{:indent$}({})", "", pace(line), indent = label.len())?;
        writeln!(out, "\n{:indent$}[pause: {PAUSE}]", "", indent = label.len())?;
    }
    out.flush()?;
    Ok(())
}

/// Says that there is nothing to do.
pub(super) fn nothing_missing(script: &Script, session: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let all = script.reading.lines().len();
    match script.reading.missing() {
        0 => writeln!(out, "All {all} prompts of this session are recorded.")?,
        _ => writeln!(out, "All prompts of this chapter are recorded.")?,
    }
    writeln!(out, "Hear it: letgo play {}. --all records them anew.", clean(session))?;
    if script.elsewhere > 0 {
        writeln!(out, "Other choices of it say {} prompts more: --every-choice.", script.elsewhere)?;
    }
    Ok(())
}
