//! Captions on a whole screen: what is said, in letters as large as fit, for whoever reads in place of hearing.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use tui_big_text::{BigText, PixelSize};

use super::scene::Scene;
use super::screen::{Style3, header};
use super::text::{clean, cut, wrap};
use crate::texts::Texts;
use unicode_width::UnicodeWidthStr;

/// From the largest; with the columns and rows of a letter.
const SIZES: [(PixelSize, u16, u16); 3] =
    [(PixelSize::Full, 8, 8), (PixelSize::HalfHeight, 8, 4), (PixelSize::Quadrant, 4, 4)];
/// With fewer letters in a line, words fall apart.
const LEAST_COLUMNS: usize = 8;
/// Whoever has to read the words must be able to, however late it is.
const DIMMED_AT_MOST: f32 = 0.4;

pub(super) fn draw(frame: &mut Frame<'_>, scene: &Scene<'_>, look: Style3, texts: &Texts) {
    let look = look.dimmed(scene.look.dimmed.min(DIMMED_AT_MOST));
    let area = frame.area();
    let side = if area.width > 24 { 1 } else { 0 };
    let area = Rect { x: area.x + side, width: area.width.saturating_sub(2 * side), ..area };
    if area.width < 4 || area.height == 0 {
        return;
    }
    // The words need the room more than what stands around them.
    let around = u16::from(area.height >= 6);
    let rows = Layout::vertical([
        Constraint::Length(around),
        Constraint::Fill(1),
        Constraint::Length(around),
        Constraint::Length(around),
    ]);
    let [top, words, place, bar] = rows.areas(area);
    header(frame, scene, look, texts, top);
    let (text, part) = said(scene);
    let (size, lines) = page(&plain_letters(&clean(text)), part, words, look.utf8);
    let (count, rows) = (lines.len() as u16, size.map_or(1, |(_, _, rows)| rows));
    // A row between the lines, where there is room for it.
    let step = if count * (rows + 1) <= words.height { rows + 1 } else { rows };
    let above = words.height.saturating_sub(count * step) / 2;
    for (line, top) in lines.into_iter().zip((words.y + above..words.bottom()).step_by(usize::from(step))) {
        let area = Rect { y: top, height: rows.min(words.bottom() - top), ..words };
        let line = Line::styled(line, look.words).centered();
        match size {
            Some((size, _, _)) => {
                frame.render_widget(BigText::builder().pixel_size(size).lines(vec![line]).centered().build(), area);
            }
            None => frame.render_widget(line, area),
        }
    }
    let here = scene.place.as_ref().map(|place| cut(&clean(place), usize::from(area.width))).unwrap_or_default();
    frame.render_widget(Line::styled(here, look.dim).centered(), place);
    if let Some(breath) = &scene.breath {
        let width = (breath.fullness * f64::from(bar.width)).round() as usize;
        let full = if look.utf8 { "▀" } else { "=" };
        frame.render_widget(Line::styled(full.repeat(width), look.shape).centered(), bar);
    }
}

/// What is read now, and how far through it the voice is. A breath has its words when nothing else is being said.
fn said<'t>(scene: &Scene<'t>) -> (&'t str, f64) {
    let saying = scene.words.filter(|_| scene.said < 1.0);
    let breath = scene.breath.as_ref().map(|breath| breath.text).filter(|text| !text.is_empty());
    match (saying, breath) {
        (None, Some(breath)) => (breath, 1.0),
        _ => (scene.words.unwrap_or_default(), scene.said),
    }
}

/// The lines to be read at a moment, in the largest letters in which all of it fits; else in pages of the smallest large
/// ones. No size stands for the terminal's own letters.
fn page(text: &str, part: f64, area: Rect, utf8: bool) -> (Option<(PixelSize, u16, u16)>, Vec<String>) {
    let drawable = utf8 && text.chars().all(|c| matches!(c, ' '..='~' | '\u{a1}'..='\u{ff}'));
    let fitting = |size: &(PixelSize, u16, u16)| {
        let (columns, rows) = (usize::from(area.width / size.1), usize::from(area.height / size.2));
        let lines = match size {
            // There is no smaller one: a word that is too long for a line is parted.
            (PixelSize::Quadrant, _, _) if columns >= LEAST_COLUMNS => wrap(&parted(text, columns), columns),
            _ => wrap(text, columns),
        };
        (rows > 0 && lines.iter().all(|line| line.width() <= columns)).then_some((*size, rows, lines))
    };
    let sizes: Vec<_> = SIZES.iter().filter(|_| drawable).filter_map(fitting).collect();
    let whole = sizes.iter().find(|(_, rows, lines)| lines.len() <= *rows);
    match whole.or_else(|| sizes.last()) {
        Some((size, rows, lines)) => (Some(*size), part_of(lines, *rows, part)),
        None => (None, part_of(&wrap(text, usize::from(area.width)), usize::from(area.height), part)),
    }
}

/// With longer words in pieces, a hyphen at the end of each.
fn parted(text: &str, columns: usize) -> String {
    let word = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        match letters.len() > columns {
            true => letters.chunks(columns - 1).map(String::from_iter).collect::<Vec<_>>().join("- "),
            false => word.to_string(),
        }
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Of lines that don't fit at once, the ones that are being said: pages as even as can be, turned with the voice.
fn part_of(lines: &[String], rows: usize, part: f64) -> Vec<String> {
    let pages = lines.len().div_ceil(rows.max(1)).max(1);
    let on_each = lines.len().div_ceil(pages).max(1);
    let letters: usize = lines.iter().map(String::len).sum();
    let mut before = 0;
    for page in lines.chunks(on_each) {
        before += page.iter().map(String::len).sum::<usize>();
        if (before as f64) > part * letters as f64 {
            return page.to_vec();
        }
    }
    lines.chunks(on_each).next_back().unwrap_or_default().to_vec()
}

/// Typographers' marks as the letters that a large alphabet has.
fn plain_letters(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '‘' | '’' | '‚' => plain.push('\''),
            '“' | '”' | '„' => plain.push('"'),
            '‐'..='―' => plain.push('-'),
            '…' => plain.push_str("..."),
            'œ' => plain.push_str("oe"),
            'Œ' => plain.push_str("Oe"),
            '\u{a0}' | '\u{202f}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::scene::Look;
    use crate::quantity::Frames;
    use crate::timeline::{Breath, Event, EventKind, Phase, Speech, Timeline};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    const LONG: &str = "Let the floor hold you for a while, as it always does. There is nothing to do now, and \
                        nowhere to go; and if your thoughts wander, that is what thoughts do.";

    fn timeline() -> Timeline {
        let event = |start, length, kind, text: &str| Event {
            start: Frames::from_secs(start),
            length: Frames::from_secs(length),
            kind,
            text: text.into(),
        };
        let breath = |phase| EventKind::Breath(Breath { phase, round: 1, rounds: 4, tone: true });
        Timeline {
            title: "Evening".into(),
            length: Frames::from_secs(100),
            events: vec![
                event(0, 4, EventKind::Say(Speech::Chime), "Très bien. “Là…”"),
                event(10, 10, EventKind::Say(Speech::Chime), LONG),
                event(30, 4, breath(Phase::In), "Breathe in."),
                event(34, 6, breath(Phase::Out), "And out."),
            ],
            ..Timeline::default()
        }
    }

    fn drawn(second: f64, width: u16, height: u16, utf8: bool) -> String {
        let timeline = timeline();
        let look = Look { position: Frames::from_seconds(second), ..Look::default() };
        let scene = Scene::at(&timeline, look, Texts::english());
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| draw(frame, &scene, Style3::new(true, utf8), Texts::english())).unwrap();
        terminal.backend().to_string()
    }

    fn area(width: u16, height: u16) -> Rect {
        Rect { x: 0, y: 0, width, height }
    }

    #[test]
    fn letters_are_as_large_as_fit() {
        let size = |text: &str, width, height| page(text, 0.0, area(width, height), true).0.map(|(_, w, h)| (w, h));
        assert_eq!(size("And out.", 78, 21), Some((8, 8)));
        assert_eq!(size("Let the floor hold you.", 78, 21), Some((8, 4)));
        assert_eq!(size("Let the floor hold you for a while, if you like.", 78, 21), Some((4, 4)));
        assert_eq!(size("Let the floor hold you.", 38, 21), Some((4, 4)));
        assert_eq!(size("Unterarmbeugemuskeln", 38, 21), Some((4, 4)));
        assert_eq!(page("Unterarmbeugemuskeln", 0.0, area(38, 21), true).1, ["Unterarm-", "beugemus-", "keln"]);
        assert_eq!(size("Unterarm", 20, 21), None);
        assert_eq!(size("дышите", 78, 21), None);
        assert_eq!(page("Out.", 0.0, area(78, 21), false).0.map(|(_, w, _)| w), None);
    }

    #[test]
    fn what_does_not_fit_is_turned_with_the_voice_and_nothing_is_left_out() {
        let at = |part: f64| page(LONG, part, area(78, 21), true).1.join(" ");
        let mut pages: Vec<String> = (0..=100).map(|part| at(f64::from(part) / 100.0)).collect();
        pages.dedup();
        assert!(pages.len() > 1, "{pages:?}");
        assert_eq!(pages.join(" "), LONG);
    }

    #[test]
    fn large_words_and_the_breath_as_a_bar() {
        let large = |second| {
            let screen = drawn(second, 80, 24, true);
            (screen.contains('█') || screen.contains('▄'), screen.matches('▀').count())
        };
        assert!(large(1.0).0, "{}", drawn(1.0, 80, 24, true));
        let last_row = |second| {
            let screen = drawn(second, 80, 24, true);
            screen.lines().rfind(|line| !line.is_empty()).unwrap_or_default().matches('▀').count()
        };
        assert!(last_row(33.0) > last_row(31.0) && last_row(38.0) < last_row(35.0));
        assert!(drawn(2.0, 80, 24, false).contains("Très bien. \"Là...\""));
        for (width, height) in [(10, 3), (1, 1), (3, 50), (200, 2), (40, 24)] {
            drawn(12.0, width, height, true);
        }
        assert!(drawn(38.0, 20, 2, true).contains("And out."));
    }
}
