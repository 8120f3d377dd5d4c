//! `letgo show`: what a session holds, as lines, JSON, a picture, or a sheet to print.

mod picture;
mod rows;
mod sheet;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::guide::text::{clean, is_utf8, wrap};
use crate::quantity::{Frames, SAMPLE_RATE};
use crate::texts::Texts;
use crate::timeline::{Event, EventKind, Speech, Timeline};
use crate::voice::Recordings;

use super::handed::pack_file;
use super::markup::write_page;
use super::prepare::{How, Prepared, prepare};
use super::table::Table;
use super::voice::recorded_beside;
use super::{Failure, Surroundings, levels, print_json};

use rows::{Row, detail, is_words, kind};

#[derive(Debug, Args)]
pub(super) struct Show {
    /// A bundled session's name, the path of a session file, or a pack: its name, or its file
    #[arg(value_name = "SESSION", required_unless_present = "table")]
    session: Option<String>,
    #[command(flatten)]
    how: How,
    /// Prints a table of the practice instead: what each entry is, its numbers, and its source
    #[arg(long, value_enum, value_name = "TABLE", conflicts_with = "session")]
    table: Option<Table>,
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
    /// Draws how loud it is over its time instead
    #[arg(long, conflicts_with_all = ["table", "json"])]
    levels: bool,
    /// Draws its course into an SVG file; with --levels, how loud it is
    #[arg(long, value_name = "FILE", conflicts_with_all = ["table", "json"])]
    svg: Option<PathBuf>,
    /// Writes it as a sheet to print or to read in a browser, with room for notes
    #[arg(long, value_name = "FILE", conflicts_with_all = ["table", "json", "levels", "svg"])]
    html: Option<PathBuf>,
    /// Replaces a file that is there
    #[arg(long)]
    force: bool,
}

impl Show {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let width = around.width.clamp(40, 120);
        let session = match (&self.table, &self.session) {
            (Some(table), _) => return table.print(self.json, width),
            (None, Some(session)) => session,
            (None, None) => return Err(Failure::Usage("show needs a session, or --table and a table's name".into())),
        };
        if let Some((file, None)) = pack_file(session) {
            return super::inside::show(&file, self.json, around);
        }
        let prepared = prepare(session, &self.how, around)?;
        if self.levels {
            let levels = levels::measured(&prepared.timeline)?;
            return match &self.svg {
                Some(file) => write_page(&levels::svg(&prepared.timeline, &levels), file, self.force),
                None => levels::draw(&prepared.timeline, &levels, width),
            };
        }
        let texts = Texts::for_language(&prepared.session.language).unwrap_or(around.texts);
        if let Some(file) = &self.svg {
            return write_page(&sheet::svg(&prepared.timeline, texts), file, self.force);
        }
        if let Some(file) = &self.html {
            return write_page(&sheet::html(&prepared.session, &prepared.timeline, texts), file, self.force);
        }
        match self.json {
            true => print_json(&as_json(&prepared.timeline)),
            false => table(&prepared, width, around.texts),
        }
    }
}

/// The documented JSON of a Timeline.
fn as_json(timeline: &Timeline) -> Value {
    let chapters: Vec<Value> = timeline
        .chapters
        .iter()
        .map(|chapter| json!({ "title": chapter.title, "start_frame": chapter.start.0 }))
        .collect();
    let events: Vec<Value> = timeline
        .events
        .iter()
        .map(|event| {
            let mut value = json!({
                "kind": kind(event),
                "start_frame": event.start.0,
                "length_frames": event.length.0,
                "text": event.text,
            });
            if let (Some(detail), Value::Object(map)) = (detail(event), &mut value) {
                map.insert("detail".into(), Value::String(detail));
            }
            value
        })
        .collect();
    json!({
        "version": 1,
        "title": timeline.title,
        "language": timeline.language,
        "ends_in": if timeline.sleep { "sleep" } else { "waking" },
        "sample_rate": SAMPLE_RATE,
        "length_frames": timeline.length.0,
        "chapters": chapters,
        "events": events,
    })
}

fn table(prepared: &Prepared, width: usize, texts: &Texts) -> Result<(), Failure> {
    let Prepared { session, timeline, .. } = prepared;
    let mut out = io::stdout().lock();
    writeln!(out, "{}  ({})", clean(&timeline.title), timeline.length.clock())?;
    for text in [Some(&session.summary), session.goal.as_ref()].into_iter().flatten() {
        wrap(&clean(text), width).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    }
    for change in &session.changes {
        for (index, line) in wrap(&clean(change), width.saturating_sub(2)).iter().enumerate() {
            writeln!(out, "{} {line}", if index == 0 { "~" } else { " " })?;
        }
    }
    for caution in session.emergency.iter().chain(&session.cautions) {
        let lines = wrap(&clean(caution), width.saturating_sub(2));
        for (index, line) in lines.iter().enumerate() {
            writeln!(out, "{} {line}", if index == 0 { "!" } else { " " })?;
        }
    }
    for param in &session.params {
        let choices = if param.choices.is_empty() { String::new() } else { format!(" ({})", param.choices.join(", ")) };
        writeln!(out, "--set {}={}{}", clean(&param.name), clean(&param.value), clean(&choices))?;
    }
    writeln!(out)?;
    picture::draw(&mut out, timeline, width, is_utf8(), texts)?;
    for chapter in rows::by_chapter(timeline) {
        if let Some(title) = chapter.title {
            writeln!(out, "\n{:>7}  {}", chapter.start.clock(), clean(title).to_uppercase())?;
        }
        for Row { start, length, kind, text, .. } in &chapter.rows {
            row(&mut out, *start, *length, kind, text, width)?;
        }
    }
    let words: usize = timeline.events.iter().filter(|e| is_words(e)).map(|e| e.text.split_whitespace().count()).sum();
    let speech: f64 = timeline.events.iter().filter(|e| is_words(e)).map(|e| e.length.seconds()).sum();
    let silent = timeline.events.iter().filter(|e| matches!(e.kind, EventKind::Say(Speech::Chime))).count();
    writeln!(
        out,
        "\n{words} words, {:.0} % speech, {}",
        100.0 * speech / timeline.length.seconds(),
        timeline.length.clock()
    )?;
    match (recorded(prepared), timeline.events.iter().filter(|event| is_words(event)).count()) {
        (0, _) => {}
        (recorded, all) => writeln!(out, "{recorded} of {all} prompts are in a voice recorded for this session")?,
    }
    if silent > 0 {
        let prompts = if silent == 1 { "prompt has" } else { "prompts have" };
        let told = format!(
            "{silent} {prompts} no voice yet; a speech program, if there is one, says them when the session is played, else they are shown with a chime"
        );
        wrap(&told, width).iter().try_for_each(|line| writeln!(out, "{line}"))?;
    }
    out.flush()?;
    Ok(())
}

/// How many prompts are spoken by a recording beside the session.
fn recorded(prepared: &Prepared) -> usize {
    let Some(file) = recorded_beside(&prepared.asset) else { return 0 };
    let recordings = Recordings::in_folder(&Recordings::folder_for(&file));
    let own = |event: &&Event| match &event.kind {
        EventKind::Say(Speech::Clip(clip)) => recordings.holds(clip.asset.path()),
        _ => false,
    };
    prepared.timeline.events.iter().filter(own).count()
}

fn row(out: &mut impl Write, start: Frames, length: Frames, kind: &str, text: &str, width: usize) -> io::Result<()> {
    let lines = wrap(&clean(text), width.saturating_sub(29).max(16));
    let first = lines.first().map_or("", String::as_str);
    writeln!(out, "{}", format!("{:>7} {:>6.1}s  {kind:<11} {first}", start.clock(), length.seconds()).trim_end())?;
    lines.iter().skip(1).try_for_each(|line| writeln!(out, "{:29}{line}", ""))
}
