//! The course of a session as a picture in the terminal: what leads when, and what lies underneath.

use std::io::{self, Write};

use crate::guide::text::{clean, cut};
use crate::quantity::Frames;
use crate::texts::Texts;
use crate::timeline::{Event, EventKind, Timeline};

use super::rows::stretch_end;

/// A lane of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lane {
    /// What is said.
    Words,
    /// Led breath.
    Breath,
    /// A region of a body scan, an anchor, a muscle group.
    Attention,
    /// Hands on a place.
    Hands,
    /// Bells and tracks in front.
    Sounds,
    /// What lies under everything.
    Beds,
}

impl Lane {
    pub(super) const ALL: [Lane; 6] =
        [Lane::Words, Lane::Breath, Lane::Attention, Lane::Hands, Lane::Sounds, Lane::Beds];

    /// Its name, in a language.
    pub(super) fn name(self, texts: &Texts) -> String {
        texts.get(match self {
            Lane::Words => "sheet-words",
            Lane::Breath => "sheet-breath",
            Lane::Attention => "sheet-attention",
            Lane::Hands => "sheet-hands",
            Lane::Sounds => "sheet-sounds",
            Lane::Beds => "sheet-beds",
        })
    }

    fn of(event: &Event) -> Option<Lane> {
        match &event.kind {
            EventKind::Say(_) => Some(Lane::Words),
            EventKind::Breath(_) => Some(Lane::Breath),
            EventKind::Scan(_) | EventKind::Anchor(_) | EventKind::Relax { .. } => Some(Lane::Attention),
            EventKind::Massage(_) => Some(Lane::Hands),
            EventKind::Bell(_) | EventKind::Track(_) => Some(Lane::Sounds),
            EventKind::Pause | EventKind::Stroke(_) | EventKind::Wait => None,
        }
    }
}

/// From where to where something of a lane lasts, in the order of their beginnings.
pub(super) fn spans(timeline: &Timeline, lane: Lane) -> Vec<(Frames, Frames)> {
    if lane == Lane::Beds {
        return timeline.beds.iter().map(|bed| (bed.start, bed.end.min(timeline.length))).collect();
    }
    let mut spans: Vec<(Frames, Frames)> = Vec::new();
    for (index, event) in timeline.events.iter().enumerate().filter(|(_, event)| Lane::of(event) == Some(lane)) {
        let until = match lane {
            Lane::Breath => stretch_end(&timeline.events[index..]),
            _ => event.end(),
        };
        match spans.last_mut() {
            Some((_, end)) if lane == Lane::Breath && event.start < *end => *end = (*end).max(until),
            _ => spans.push((event.start, until)),
        }
    }
    spans
}

/// How much of each column is filled, from 0 to 1.
fn filled(spans: &[(Frames, Frames)], length: Frames, columns: usize) -> Vec<f64> {
    let wide = length.seconds() / columns as f64;
    let share = |column: usize| {
        let (from, until) = (column as f64 * wide, (column + 1) as f64 * wide);
        let inside = spans.iter().map(|(start, end)| (end.seconds().min(until) - start.seconds().max(from)).max(0.0));
        (inside.sum::<f64>() / wide).min(1.0)
    };
    (0..columns).map(share).collect()
}

/// Draws it, at most so many columns wide.
pub(super) fn draw(
    out: &mut impl Write,
    timeline: &Timeline,
    width: usize,
    utf8: bool,
    texts: &Texts,
) -> io::Result<()> {
    let names = Lane::ALL.map(|lane| (lane, lane.name(texts), spans(timeline, lane)));
    let names: Vec<_> = names.into_iter().filter(|(_, _, spans)| !spans.is_empty()).collect();
    let label = names.iter().map(|(_, name, _)| name.chars().count()).max().unwrap_or(0).min(14);
    let columns = width.saturating_sub(label + 1).max(10);
    let shades: &[char] = if utf8 { &[' ', '░', '▒', '▓', '█'] } else { &[' ', '.', '+', '#'] };
    for (_, name, spans) in &names {
        let cells = filled(spans, timeline.length, columns).into_iter().map(|share| {
            // What is there at all is seen.
            let most = shades.len() - 1;
            let shade = (share * most as f64).round() as usize;
            shades[if share > 0.0 { shade.clamp(1, most) } else { 0 }]
        });
        let line = format!("{:label$} {}", cut(name, label), cells.collect::<String>());
        writeln!(out, "{}", line.trim_end())?;
    }
    if !timeline.chapters.is_empty() {
        writeln!(out, "{:label$} {}", "", chapters(timeline, columns, utf8))?;
    }
    writeln!(out, "{:label$} {}", "", clock(timeline.length, columns))
}

/// A mark where each chapter begins, and as much of its title as there is room for.
fn chapters(timeline: &Timeline, columns: usize, utf8: bool) -> String {
    let column = |at: Frames| (at.seconds() / timeline.length.seconds() * columns as f64) as usize;
    let places: Vec<usize> = timeline.chapters.iter().map(|chapter| column(chapter.start)).collect();
    let mut line = String::new();
    let mut filled = 0;
    for (index, (chapter, place)) in timeline.chapters.iter().zip(&places).enumerate() {
        if *place < filled || *place >= columns {
            continue;
        }
        let next = places[index + 1..].iter().find(|next| **next > *place).copied().unwrap_or(columns);
        line += &" ".repeat(place - filled);
        line.push(if utf8 { '╵' } else { '|' });
        let title = cut(&clean(&chapter.title), (next - place).saturating_sub(2));
        let title = if utf8 || title.is_ascii() { title } else { String::new() };
        filled = place + 1 + unicode_width::UnicodeWidthStr::width(title.as_str());
        line += &title;
    }
    line
}

/// Clock times under the columns: at the beginning, in the middle and at the end.
fn clock(length: Frames, columns: usize) -> String {
    let (middle, end) = (Frames(length.0 / 2).clock(), length.clock());
    let half = (columns / 2).saturating_sub(4 + middle.len() / 2);
    let rest = columns.saturating_sub(4 + half + middle.len());
    format!("{:4}{:half$}{middle}{end:>rest$}", "0:00", "")
}
