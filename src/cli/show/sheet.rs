//! A session as a sheet to print, or to read in a browser: what happens when, and room for notes.
//!
//! No script, nothing from elsewhere, and every text escaped.

use std::fmt::Write as _;

use crate::cli::markup::escaped;
use crate::guide::text::clean;
use crate::quantity::Frames;
use crate::session::Session;
use crate::texts::Texts;
use crate::timeline::{EventKind, Speech, Timeline};

use super::picture::{Lane, spans};
use super::rows::{self, Row};

/// The size of the picture in its own units, and of the field in it.
const WIDTH: usize = 1000;
const LEFT: usize = 130;
const FIELD: usize = 850;
const ABOVE: usize = 58;
const LANE: usize = 24;

/// The colours of the lanes: told apart in grey as well.
fn colour(lane: Lane) -> &'static str {
    match lane {
        Lane::Words => "#5a4a3f",
        Lane::Breath => "#7d9a86",
        Lane::Attention => "#c9a45c",
        Lane::Hands => "#b5725b",
        Lane::Sounds => "#8d7b9c",
        Lane::Beds => "#d9d2c5",
    }
}

/// The course of the session as an SVG.
pub(super) fn svg(timeline: &Timeline, texts: &Texts) -> String {
    let lanes = Lane::ALL.map(|lane| (lane, spans(timeline, lane)));
    let lanes: Vec<_> = lanes.into_iter().filter(|(_, spans)| !spans.is_empty()).collect();
    let floor = ABOVE + LANE * lanes.len();
    let height = floor + 34;
    let title = escaped(&clean(&timeline.title));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" \
         font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">\n<title>{title}, {}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n\
         <text x=\"{LEFT}\" y=\"22\" font-size=\"16\">{title}</text>\n",
        timeline.length.clock()
    );
    let x = |at: Frames| LEFT as f64 + at.seconds() / timeline.length.seconds() * FIELD as f64;
    for (index, chapter) in timeline.chapters.iter().enumerate() {
        let from = x(chapter.start);
        let next = timeline.chapters.get(index + 1).map_or((LEFT + FIELD) as f64, |next| x(next.start));
        // Some 6.5 units a letter.
        let room = ((next - from - 6.0) / 6.5).max(0.0) as usize;
        let label = escaped(&crate::guide::text::cut(&clean(&chapter.title), room));
        let _ = writeln!(
            svg,
            "<line x1=\"{from:.1}\" x2=\"{from:.1}\" y1=\"{}\" y2=\"{floor}\" stroke=\"#999\" \
             stroke-dasharray=\"2 3\"/><text x=\"{:.1}\" y=\"{}\" font-size=\"11\">{label}</text>",
            ABOVE - 16,
            from + 3.0,
            ABOVE - 8
        );
    }
    for (row, (lane, spans)) in lanes.iter().enumerate() {
        let y = ABOVE + LANE * row;
        let name = escaped(&lane.name(texts));
        let _ = writeln!(svg, "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{name}</text>", LEFT - 10, y + 16);
        for (from, until) in spans {
            let (left, right) = (x(*from), x(*until));
            let _ = writeln!(
                svg,
                "<rect x=\"{left:.1}\" y=\"{}\" width=\"{:.1}\" height=\"{}\" rx=\"2\" fill=\"{}\"/>",
                y + 4,
                (right - left).max(1.0),
                LANE - 8,
                colour(*lane)
            );
        }
    }
    const MARKS: u64 = 6;
    for mark in 0..=MARKS {
        let at = Frames(timeline.length.0 / MARKS * mark);
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\" font-size=\"11\">{}</text>",
            x(at),
            floor + 20,
            at.clock()
        );
    }
    svg + "</svg>\n"
}

const STYLE: &str = "\
body { font: 12pt/1.45 Georgia, 'Liberation Serif', serif; color: #2b2622; background: #fff; margin: 2rem auto; \
max-width: 46rem; padding: 0 1rem; }
h1 { font-size: 1.7em; margin: 0; } h2 { font-size: 1.2em; margin: 1.6em 0 .4em; } h3 { font-size: 1em; margin: 1.2em 0 .2em; }
.about { color: #6b625a; margin: .2em 0 1em; } .goal { font-style: italic; }
.cautions { border-left: .3em solid #b5725b; padding-left: 1em; }
figure { margin: 1.5em 0; } svg { width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; } td { padding: .15em .6em .15em 0; vertical-align: top; }
td.when { white-space: nowrap; width: 4em; color: #6b625a; font-variant-numeric: tabular-nums; }
td.led { color: #6b4a3a; } h3 .when { color: #6b625a; font-weight: normal; margin-right: .6em; }
.line { border-bottom: 1px solid #b9b0a6; height: 2em; } footer { color: #6b625a; font-size: .85em; margin-top: 2em; }
@media print { body { margin: 0; max-width: none; } h3, figure { break-after: avoid; } tr { break-inside: avoid; } }";

/// How many lines there are for notes.
const LINES: usize = 6;

/// The whole sheet.
pub(super) fn html(session: &Session, timeline: &Timeline, texts: &Texts) -> String {
    let text = |text: &str| escaped(&clean(text));
    let title = text(&timeline.title);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
        text(&timeline.language)
    );
    let ends = texts.get(if timeline.sleep { "sheet-sleep" } else { "sheet-waking" });
    let _ = writeln!(page, "<p class=\"about\">{} &middot; {}</p>", timeline.length.clock(), text(&ends));
    if !session.summary.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", text(&session.summary));
    }
    if let Some(goal) = &session.goal {
        let _ = writeln!(page, "<p class=\"goal\">{} {}</p>", text(&texts.get("sheet-goal")), text(goal));
    }
    list(&mut page, "", session.changes.iter());
    let cautions = session.emergency.iter().chain(&session.cautions);
    if cautions.clone().next().is_some() {
        let _ = writeln!(page, "<section class=\"cautions\">\n<h2>{}</h2>", text(&texts.get("sheet-cautions")));
        list(&mut page, "", cautions);
        page += "</section>\n";
    }
    let _ = writeln!(page, "<figure>\n{}</figure>", svg(timeline, texts));
    let _ = writeln!(page, "<h2>{}</h2>", text(&texts.get("sheet-course")));
    for chapter in rows::by_chapter(timeline) {
        if let Some(title) = chapter.title {
            let _ = writeln!(page, "<h3><span class=\"when\">{}</span>{}</h3>", chapter.start.clock(), text(title));
        }
        page += "<table>\n";
        for row in &chapter.rows {
            if let Some((class, words)) = told(row, texts) {
                let _ = writeln!(
                    page,
                    "<tr><td class=\"when\">{}</td><td class=\"{class}\">{}</td></tr>",
                    row.start.clock(),
                    text(&words)
                );
            }
        }
        page += "</table>\n";
    }
    let _ = writeln!(page, "<h2>{}</h2>", text(&texts.get("sheet-notes")));
    page += &"<div class=\"line\"></div>\n".repeat(LINES);
    let _ = writeln!(page, "<footer>{}</footer>\n</body>\n</html>", text(&texts.get("home-welcome-3")));
    page
}

fn list<'l>(page: &mut String, class: &str, lines: impl Iterator<Item = &'l String>) {
    let lines: Vec<&String> = lines.collect();
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(page, "<ul class=\"{class}\">");
    for line in lines {
        let _ = writeln!(page, "<li>{}</li>", escaped(&clean(line)));
    }
    page.push_str("</ul>\n");
}

/// What a row says on paper, and how it looks; strokes and bare silence say nothing.
fn told(row: &Row<'_>, texts: &Texts) -> Option<(&'static str, String)> {
    let seconds = texts.count("breath-seconds", "seconds", row.length.seconds().round() as u64);
    let led = |words: String| Some(("led", words));
    match &row.event.kind {
        EventKind::Say(Speech::Clip(_) | Speech::Chime) => Some(("said", row.event.text.clone())),
        EventKind::Pause | EventKind::Stroke(_) => None,
        EventKind::Breath(breath) => {
            let rate = format!("{:.1}", f64::from(breath.rounds) * 60.0 / row.length.seconds());
            led(texts.fill("sheet-breaths", &[("count", &breath.rounds.to_string()), ("rate", &rate)]))
        }
        EventKind::Scan(place) => led(format!("{}{}, {seconds}", place.name, side(place.side, texts))),
        EventKind::Relax { tense, .. } => {
            let does = texts.get(if *tense { "tensing" } else { "letting-go" });
            led(format!("{}: {does}, {seconds}", row.event.text))
        }
        EventKind::Massage(massage) => {
            let pressure = texts.fill("pressure", &[("pressure", &massage.pressure.to_string())]);
            let place = &massage.place;
            led(format!("{}{}: {}, {pressure}, {seconds}", place.name, side(place.side, texts), massage.technique_name))
        }
        EventKind::Anchor(_) => led(format!("{}, {seconds}", texts.get("sheet-attention"))),
        EventKind::Bell(_) => led(texts.get("a-bell")),
        EventKind::Track(_) => led(format!("{}, {seconds}", texts.get("sheet-sounds"))),
        EventKind::Wait => led(texts.get("sheet-wait")),
    }
}

fn side(side: Option<crate::timeline::Side>, texts: &Texts) -> String {
    match side {
        Some(crate::timeline::Side::Left) => format!(", {}", texts.get("side-left")),
        Some(crate::timeline::Side::Right) => format!(", {}", texts.get("side-right")),
        Some(crate::timeline::Side::Both) | None => String::new(),
    }
}
