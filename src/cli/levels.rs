//! `letgo show --levels`: how loud a session is over its time, drawn on the terminal or as an SVG.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::guide::text::{clean, cut, is_utf8};
use crate::mix::{CEILING, Mixer};
use crate::output::levels::{Levels, measure};
use crate::quantity::{Frames, Lufs};
use crate::timeline::{EventKind, Timeline};

use super::Failure;
use super::markup::escaped;

/// What is drawn: from the guard's ceiling down to where a quiet room drowns everything.
const TOP: Lufs = CEILING;
const BOTTOM: Lufs = Lufs(-62.0);

/// Measures a session; after a second, tells how far it is.
pub(super) fn measured(timeline: &Arc<Timeline>) -> Result<Levels, Failure> {
    let bar = ProgressBar::with_draw_target(Some(timeline.length.0), ProgressDrawTarget::hidden());
    if let Ok(style) = ProgressStyle::with_template("measuring {wide_bar} {percent:>3} %  {eta} left") {
        bar.set_style(style.progress_chars("━╸─"));
    }
    let begun = Instant::now();
    let levels = measure(
        timeline.length,
        || Mixer::new(Arc::clone(timeline)),
        |done| {
            if bar.is_hidden() && begun.elapsed() > Duration::from_secs(1) {
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.set_position(done.0);
        },
    );
    bar.finish_and_clear();
    levels.map_err(|error| Failure::Failed(error.to_string()))
}

/// The loudest of each column, and whether words sound in it.
fn columns(timeline: &Timeline, levels: &Levels, count: usize) -> Vec<(Lufs, bool)> {
    let share = |frames: Frames| (frames.seconds() / timeline.length.seconds() * count as f64) as usize;
    let mut columns = vec![(Levels::SILENCE, false); count.max(1)];
    let last = columns.len() - 1;
    for (step, loudness) in levels.momentary.iter().enumerate() {
        let column = &mut columns[share(Frames(step as u64 * Levels::STEP.0)).min(last)];
        column.0 = if loudness.0 > column.0.0 { *loudness } else { column.0 };
    }
    for event in timeline.events.iter().filter(|event| matches!(event.kind, EventKind::Say(_))) {
        let (from, until) = (share(event.start).min(last), share(event.end()).min(last));
        columns[from..=until].iter_mut().for_each(|column| column.1 = true);
    }
    columns
}

/// How high a loudness stands between bottom and top, from 0 to 1.
fn height(loudness: Lufs) -> f64 {
    f64::from((loudness.0 - BOTTOM.0) / (TOP.0 - BOTTOM.0)).clamp(0.0, 1.0)
}

/// What it comes to, in one line or two.
fn summary(levels: &Levels) -> String {
    let whole = levels.integrated().map_or("no sound".to_string(), |loudness| format!("{loudness} on the whole"));
    format!("{whole}, loudest {}, largest rise {:.1} LU", levels.loudest(), levels.largest_rise().0.max(0.0))
}

/// Draws on the terminal, at most so many columns wide.
pub(super) fn draw(timeline: &Timeline, levels: &Levels, width: usize) -> Result<(), Failure> {
    let chart = chart(timeline, levels, width, is_utf8());
    let mut out = io::stdout().lock();
    out.write_all(chart.as_bytes())?;
    out.flush()?;
    Ok(())
}

const ROWS: usize = 12;
/// Columns of the scale on the left.
const SCALE: usize = 4;

fn chart(timeline: &Timeline, levels: &Levels, width: usize, utf8: bool) -> String {
    let columns = columns(timeline, levels, width.saturating_sub(SCALE + 1).clamp(10, 240));
    let (shades, line, words): (&[char], char, char) = match utf8 {
        true => (&[' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'], '─', '━'),
        false => (&[' ', '.', ':', '#'], '-', '='),
    };
    let row = |mark: &str, cells: String| format!("{mark:>SCALE$} {cells}").trim_end().to_string() + "\n";
    let title = clean(&timeline.title);
    let title = if utf8 { cut(&title, width) } else { title.chars().filter(char::is_ascii).take(width).collect() };
    let mut chart = format!("{title}\n{}", row("LUFS", String::new()));
    let scale = |row: usize| TOP.0 - (TOP.0 - BOTTOM.0) / ROWS as f32 * row as f32;
    chart += &row(&format!("{:.0}", TOP.0), columns.iter().map(|_| line).collect());
    for number in 0..ROWS {
        let bottom = ROWS - 1 - number;
        let cells = columns.iter().map(|(loudness, _)| {
            let parts = (shades.len() - 1) as f64;
            let filled = ((height(*loudness) * ROWS as f64 - bottom as f64) * parts).round().clamp(0.0, parts);
            shades[filled as usize]
        });
        // The mark stands at the lower edge of its row.
        let mark = if number % 3 == 2 { format!("{:.0}", scale(number + 1)) } else { String::new() };
        chart += &row(&mark, cells.collect());
    }
    chart += &row("", columns.iter().map(|(_, spoken)| if *spoken { words } else { ' ' }).collect());
    chart += &row("", times(timeline.length, columns.len()));
    let legend = format!(
        "Each column shows its loudest 0.4 s. {line}{line} what the guard lets pass at most, {words}{words} words. {}.",
        summary(levels)
    );
    for line in crate::guide::text::wrap(&legend, width) {
        chart += &line;
        chart.push('\n');
    }
    chart
}

/// Clock times under the columns, as many as fit.
fn times(length: Frames, columns: usize) -> String {
    let mut line = String::new();
    let wanted = (columns / 14).clamp(1, 8);
    for mark in 0..=wanted {
        let clock = Frames((u128::from(length.0) * mark as u128 / wanted as u128) as u64).clock();
        let place = (columns * mark / wanted).min(columns.saturating_sub(clock.len()));
        if mark == 0 || place > line.len() {
            line += &format!("{:>width$}{clock}", "", width = place.saturating_sub(line.len()));
        }
    }
    line
}

/// The size of the picture, and of the field in it where the curve runs.
const WIDTH: usize = 900;
const HEIGHT: usize = 320;
const LEFT: usize = 56;
const FIELD: usize = 820;
const ABOVE: usize = 56;
const TALL: usize = 192;

/// As an SVG.
pub(super) fn svg(timeline: &Timeline, levels: &Levels) -> String {
    let columns = columns(timeline, levels, FIELD);
    let title = escaped(&clean(&timeline.title));
    let floor = ABOVE + TALL;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         role=\"img\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n\
         <title>Loudness of {title} over its time: {}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"24\" font-size=\"16\">{title}</text>\n\
         <text x=\"{LEFT}\" y=\"42\">{}</text>\n",
        escaped(&summary(levels)),
        escaped(&summary(levels))
    );
    let y = |loudness: Lufs| floor as f64 - height(loudness) * TALL as f64;
    for mark in (BOTTOM.0 as i32..=TOP.0 as i32).rev().step_by(12) {
        let at = y(Lufs(mark as f32));
        let _ = writeln!(
            svg,
            "<line x1=\"{LEFT}\" x2=\"{}\" y1=\"{at:.1}\" y2=\"{at:.1}\" stroke=\"#ccc\"/>\
             <text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{mark}</text>",
            LEFT + FIELD,
            LEFT - 8,
            at + 4.0
        );
    }
    let mut curve = format!("M{LEFT} {floor}");
    for (index, (loudness, _)) in columns.iter().enumerate() {
        let _ = write!(curve, " L{} {:.1}", LEFT + index, y(*loudness));
    }
    let _ = writeln!(
        svg,
        "<path d=\"{curve} L{} {floor} Z\" fill=\"#9db8c7\" stroke=\"#31596e\"/>",
        LEFT + columns.len().saturating_sub(1)
    );
    let _ = writeln!(
        svg,
        "<line x1=\"{LEFT}\" x2=\"{}\" y1=\"{ABOVE}\" y2=\"{ABOVE}\" stroke=\"#8a2d2d\" stroke-dasharray=\"6 4\"/>\
         <text x=\"{}\" y=\"{}\" text-anchor=\"end\" fill=\"#8a2d2d\">at most</text>",
        LEFT + FIELD,
        LEFT + FIELD,
        ABOVE - 6
    );
    let mut at = 0;
    for run in columns.chunk_by(|one, other| one.1 == other.1) {
        if run[0].1 {
            let _ = writeln!(
                svg,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"6\" fill=\"#31596e\"/>",
                LEFT + at,
                floor + 6,
                run.len()
            );
        }
        at += run.len();
    }
    const MARKS: usize = 6;
    for mark in 0..=MARKS {
        let clock = Frames((u128::from(timeline.length.0) * mark as u128 / MARKS as u128) as u64).clock();
        let x = LEFT + FIELD * mark / MARKS;
        let _ = writeln!(svg, "<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{clock}</text>", floor + 30);
    }
    let _ = writeln!(
        svg,
        "<text x=\"{LEFT}\" y=\"{}\">LUFS, the loudest 0.4 s of each place; the marks below it are words</text>\n</svg>",
        floor + 54
    );
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Event, Speech};

    fn some() -> (Timeline, Levels) {
        let length = Frames::from_secs(60);
        let kind = EventKind::Say(Speech::Chime);
        let event = Event { start: Frames::from_secs(15), length: Frames::from_secs(15), kind, text: "Rest.".into() };
        let title = "Rest <& \"breathe\">".into();
        let timeline = Timeline { title, length, events: vec![event], ..Timeline::default() };
        let momentary = (0..600).map(|step| Lufs(if (150..300).contains(&step) { -20.0 } else { -44.0 })).collect();
        (timeline, Levels { momentary })
    }

    #[test]
    fn a_chart_keeps_to_its_width_and_its_letters() {
        let (timeline, levels) = some();
        for width in [40, 80, 120] {
            for utf8 in [true, false] {
                let chart = chart(&timeline, &levels, width, utf8);
                assert!(chart.lines().all(|line| line.chars().count() <= width), "{chart}");
                assert!(utf8 || chart.is_ascii(), "{chart}");
            }
        }
    }

    #[test]
    fn a_chart_shows_what_is_loud_and_what_is_spoken() {
        let (timeline, levels) = some();
        insta::assert_snapshot!(chart(&timeline, &levels, 40, true));
        insta::assert_snapshot!(chart(&timeline, &levels, 40, false));
    }

    #[test]
    fn an_svg_holds_its_text_escaped() {
        let (timeline, levels) = some();
        let svg = svg(&timeline, &levels);
        assert!(svg.contains("Rest &lt;&amp; &quot;breathe&quot;&gt;"), "{svg}");
        assert_eq!(svg.matches("height=\"6\"").count(), 1);
        assert!(svg.len() < 20_000);
    }
}
