//! The guide on a whole screen: warm and dim, drawn afresh from a [`Scene`], changed cells only.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use ratatui::{DefaultTerminal, Frame};

use super::body::Cell;
use super::breath::disc;
use super::captions;
use super::keys::{Command, command};
use super::scene::{Look, Scene};
use super::terminal;
use super::text::{clean, cut, is_utf8, wrap, wrap_row};
use crate::texts::Texts;
use unicode_width::UnicodeWidthStr;

/// How long a look for a key takes at most, so that nothing is read any more soon after the screen is given back.
const LISTEN: Duration = Duration::from_millis(250);
/// Words are easiest to read in lines no longer than this.
const WIDEST: u16 = 60;
/// Warm colours of the 256 that nearly every terminal has: no blue in any of them.
const WORDS: Color = Color::Indexed(223);
const SHAPE: Color = Color::Indexed(137);
const DIM: Color = Color::Indexed(95);
/// The same, as the screen dims towards sleep: from what can be read to what can hardly be seen.
const DIMMED: [[Color; 3]; 3] = [
    [Color::Indexed(137), Color::Indexed(95), Color::Indexed(238)],
    [Color::Indexed(95), Color::Indexed(238), Color::Indexed(235)],
    [Color::Indexed(238), Color::Indexed(235), Color::Indexed(233)],
];
/// With fewer rows than these there is room for the words only.
const LEAST_HEIGHT: u16 = 6;
/// Of rows to choose from, so many are seen at least, wherever there is room for them.
const LEAST_ROWS: usize = 3;
/// The keys, from the widest row of them that fits, by the names of their texts.
const KEYS: [&str; 3] = ["keys-wide", "keys-middle", "keys-narrow"];
/// What the page of keys holds.
const ALL_KEYS: [&str; 11] = [
    "keys-pause",
    "keys-seek",
    "keys-chapter",
    "keys-skip",
    "keys-longer",
    "keys-gentler",
    "keys-volume",
    "keys-tones",
    "keys-dark",
    "keys-more",
    "keys-leave",
];

/// The screen; the terminal is as it was when this is dropped, also after a panic.
pub struct Screen {
    terminal: DefaultTerminal,
    look: Style3,
    keys: Receiver<Event>,
    over: Arc<AtomicBool>,
    texts: &'static Texts,
    /// Large words, and hardly anything else.
    captions: bool,
}

/// The three styles that there are.
#[derive(Clone, Copy)]
pub(super) struct Style3 {
    pub(super) words: Style,
    pub(super) shape: Style,
    pub(super) dim: Style,
    pub(super) utf8: bool,
}

impl Screen {
    /// Takes the terminal.
    ///
    /// # Errors
    /// If it can't be had.
    pub fn open(colour: bool, texts: &'static Texts) -> io::Result<Screen> {
        let terminal = ratatui::try_init()?;
        let over = Arc::new(AtomicBool::new(false));
        let keys = listen(Arc::clone(&over))?;
        Ok(Screen { terminal, look: Style3::new(colour, is_utf8()), keys, over, texts, captions: false })
    }

    /// Scenes in large words only, for whoever reads in place of hearing.
    #[must_use]
    pub fn with_captions(mut self) -> Screen {
        self.captions = true;
        self
    }

    /// Waits so long for a key at most; gives what it means. A change of the size is drawn with the next scene.
    pub fn command(&mut self, within: Duration) -> Option<Command> {
        self.key(within).and_then(command)
    }

    /// The same for any key, whether or not it means something.
    pub fn key(&mut self, within: Duration) -> Option<KeyEvent> {
        match self.keys.recv_timeout(within) {
            Ok(Event::Key(key)) => Some(key).filter(|key| key.kind != KeyEventKind::Release),
            Ok(_) | Err(RecvTimeoutError::Timeout) => None,
            // No more keys will come: the time passes all the same.
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(within);
                None
            }
        }
    }

    /// Gives the terminal back for a while; nothing is drawn until it is taken again.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn give_back(&mut self) -> io::Result<()> {
        terminal::give_back(&mut self.terminal)
    }

    /// Takes the terminal again. All of it is drawn anew, whatever others left on it.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn take(&mut self) -> io::Result<()> {
        terminal::take_again(&mut self.terminal)
    }

    /// Draws a scene.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn draw(&mut self, scene: &Scene<'_>) -> io::Result<()> {
        let (look, texts) = (self.look, self.texts);
        match self.captions {
            true => self.terminal.draw(|frame| captions::draw(frame, scene, look, texts))?,
            false => self.terminal.draw(|frame| draw(frame, scene, look.dimmed(scene.look.dimmed), texts))?,
        };
        Ok(())
    }

    /// Shows nothing at all.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn blank(&mut self) -> io::Result<()> {
        self.terminal.draw(|_| {})?;
        Ok(())
    }

    /// Shows what the keys are.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn help(&mut self) -> io::Result<()> {
        let list = ALL_KEYS.map(|id| self.texts.get(id));
        self.page(&[self.texts.get("keys-title")], &list, &self.texts.get("keys-close"))
    }

    /// Shows rows to choose from, the chosen one lit, with as many around it as fit.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn choose(
        &mut self,
        above: &[String],
        rows: &[(String, String)],
        chosen: usize,
        below: &str,
    ) -> io::Result<()> {
        let look = self.look;
        self.terminal.draw(|frame| {
            let area = inner(frame.area());
            let width = usize::from(area.width);
            let mut lines: Vec<Line> = Vec::new();
            for paragraph in above {
                lines.extend(wrap(&clean(paragraph), width).into_iter().map(|line| Line::styled(line, look.dim)));
            }
            let mut below: Vec<Line> =
                wrap_row(&clean(below), width).into_iter().map(|line| Line::styled(line, look.dim)).collect();
            // A small terminal does without what stands above first, then without what stands below.
            let (height, least) = (usize::from(area.height), rows.len().min(LEAST_ROWS));
            if lines.len() + 1 + least + 1 + below.len() <= height {
                lines.push(Line::default());
            } else {
                lines.clear();
            }
            if lines.len() + least + 1 + below.len() <= height {
                below.insert(0, Line::default());
            } else {
                below.clear();
            }
            let room = height.saturating_sub(lines.len() + below.len()).max(1);
            let first = chosen.saturating_sub(room / 2).min(rows.len().saturating_sub(room));
            for (index, (name, about)) in rows.iter().enumerate().skip(first).take(room) {
                let mark = if index == chosen { "> " } else { "  " };
                let style = if index == chosen { look.words } else { look.dim };
                let about = clean(about);
                let name = cut(&clean(name), width.saturating_sub(about.width() + 4).max(8));
                let gap = width.saturating_sub(2 + name.width() + about.width());
                lines.push(Line::styled(cut(&format!("{mark}{name}{}{about}", " ".repeat(gap)), width), style));
            }
            lines.extend(below);
            lines.truncate(height);
            frame.render_widget(Paragraph::new(lines), area);
        })?;
        Ok(())
    }

    /// Shows paragraphs, a list, and a line below; where not all of it fits, the line below stays.
    ///
    /// # Errors
    /// If the terminal is gone.
    pub fn page(&mut self, paragraphs: &[String], list: &[String], below: &str) -> io::Result<()> {
        let look = self.look;
        self.terminal.draw(|frame| {
            let area = inner(frame.area());
            let width = usize::from(area.width);
            let room = usize::from(area.height);
            let below: Vec<Line> =
                wrap_row(&clean(below), width).into_iter().map(|line| Line::styled(line, look.dim)).collect();
            let needed = |spaced: bool| {
                let rows = |text: &String| wrap(&clean(text), width.saturating_sub(2)).len() + usize::from(spaced);
                paragraphs.iter().chain(list).map(rows).sum::<usize>() + below.len()
            };
            // Air between the lines is the first thing that a small terminal does without.
            let spaced = needed(true) <= room;
            let mut lines: Vec<Line> = Vec::new();
            for paragraph in paragraphs {
                lines.extend(wrap(&clean(paragraph), width).into_iter().map(|line| Line::styled(line, look.words)));
                if spaced {
                    lines.push(Line::default());
                }
            }
            let mark = if look.utf8 { "·" } else { "-" };
            for item in list {
                for (index, line) in wrap(&clean(item), width.saturating_sub(2)).into_iter().enumerate() {
                    let mark = if index == 0 { mark } else { " " };
                    lines.push(Line::styled(format!("{mark} {line}"), look.words));
                }
                if spaced {
                    lines.push(Line::default());
                }
            }
            lines.truncate(room.saturating_sub(below.len()));
            lines.extend(below);
            frame.render_widget(Paragraph::new(lines), area);
        })?;
        Ok(())
    }
}

/// Keys, from a thread of their own: where a terminal has hung up, crossterm never returns from looking for one.
fn listen(over: Arc<AtomicBool>) -> io::Result<Receiver<Event>> {
    let (tell, told) = channel();
    thread::Builder::new().name("keys".into()).spawn(move || {
        while !over.load(Ordering::Relaxed) {
            match event::poll(LISTEN) {
                Ok(false) => {}
                // What is pressed now is for whoever takes the terminal next.
                Ok(true) if over.load(Ordering::Relaxed) => return,
                Ok(true) => match event::read().map(|event| tell.send(event)) {
                    Ok(Ok(())) => {}
                    _ => return,
                },
                Err(_) => return,
            }
        }
    })?;
    Ok(told)
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // After a panic it was given back already, and a second time would take the cursor back over what was said.
        // A terminal that is gone needs nothing, and there is nobody to tell.
        if !thread::panicking() {
            let _ = ratatui::try_restore();
        }
    }
}

impl Style3 {
    /// As it looks when the screen has dimmed so far.
    pub(super) fn dimmed(self, dimmed: f32) -> Style3 {
        let step = (dimmed.clamp(0.0, 1.0) * DIMMED.len() as f32).floor() as usize;
        match step.checked_sub(1).and_then(|step| DIMMED.get(step.min(DIMMED.len() - 1))) {
            Some([words, shape, dim]) if self.words.fg.is_some() => {
                let style = |colour: &Color| Style::new().fg(*colour);
                Style3 { words: style(words), shape: style(shape), dim: style(dim), ..self }
            }
            _ => self,
        }
    }

    pub(super) fn new(colour: bool, utf8: bool) -> Style3 {
        if colour {
            let style = |colour| Style::new().fg(colour);
            return Style3 { words: style(WORDS), shape: style(SHAPE), dim: style(DIM), utf8 };
        }
        let dim = Style::new().add_modifier(Modifier::DIM);
        Style3 { words: Style::new(), shape: Style::new(), dim, utf8 }
    }
}

/// A column in the middle, with some room around it where there is any.
fn inner(area: Rect) -> Rect {
    let width = area.width.min(WIDEST);
    let (left, top) = ((area.width - width) / 2, if area.height >= 12 { 1 } else { 0 });
    Rect { x: area.x + left, y: area.y + top, width, height: area.height - top }
}

fn draw(frame: &mut Frame<'_>, scene: &Scene<'_>, look: Style3, texts: &Texts) {
    let area = inner(frame.area());
    if area.width < 4 || area.height == 0 {
        return;
    }
    let width = usize::from(area.width);
    let words = scene.words.map(|words| wrap(&clean(words), width)).unwrap_or_default();
    if area.height < LEAST_HEIGHT {
        return tiny(frame, scene, words, look, texts, area);
    }
    let next = scene.next.map(|next| cut(&clean(next), width)).unwrap_or_default();
    let needed = words.len().clamp(2, 6) as u16;
    let rows = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(needed),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ]);
    let [top, chapter, shape, place, said, soon, line, keys] = rows.areas(area);
    header(frame, scene, look, texts, top);
    let name = scene.chapter.map(clean).unwrap_or_default();
    frame.render_widget(Line::styled(cut(&name, width), look.shape), chapter);
    match (&scene.breath, &scene.map) {
        (None, Some(map)) => body(frame, map, look, shape),
        _ => breath(frame, scene, look, shape),
    }
    let middle = |text: String, style| Paragraph::new(text).style(style).alignment(Alignment::Center);
    let here = scene.place.as_ref().map(|place| cut(&clean(place), width)).unwrap_or_default();
    frame.render_widget(middle(here, look.shape), place);
    let lines: Vec<Line> = words.into_iter().map(|line| Line::styled(line, look.words)).collect();
    frame.render_widget(Paragraph::new(lines).alignment(Alignment::Center), said);
    frame.render_widget(middle(next, look.dim), soon);
    progress(frame, scene, look, line);
    let rows = KEYS.map(|id| if look.utf8 { texts.get(id) } else { ascii(&texts.get(id)) });
    // Where the screen has nearly gone to sleep, the keys needn't be seen.
    let fitting = rows.into_iter().find(|row| row.width() <= width && scene.look.dimmed < 0.5);
    let fitting = match scene.look.lost {
        true => Some(cut(&texts.get("keys-lost"), width)),
        false => fitting,
    };
    frame.render_widget(middle(fitting.unwrap_or_default(), look.dim), keys);
}

/// Where there is hardly any room: what is said, else what is done, and on a line above how it stands.
fn tiny(frame: &mut Frame<'_>, scene: &Scene<'_>, words: Vec<String>, look: Style3, texts: &Texts, area: Rect) {
    let width = usize::from(area.width);
    let wrapped = |text: &str| wrap(&clean(text), width);
    let breath = scene.breath.as_ref().map(|breath| wrapped(breath.text));
    let place = || scene.place.as_ref().map(|place| wrapped(place));
    let chapter = || scene.chapter.map(wrapped).unwrap_or_default();
    let said = match words.is_empty() {
        true => breath.or_else(place).unwrap_or_else(chapter),
        false => words,
    };
    let [top, below] = match area.height {
        1 => [Rect { height: 0, ..area }, area],
        _ => Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area),
    };
    header(frame, scene, look, texts, top);
    let lines: Vec<Line> = said.into_iter().map(|line| Line::styled(line, look.words)).collect();
    frame.render_widget(Paragraph::new(lines), below);
}

/// Arrows in words, for terminals that have none.
fn ascii(text: &str) -> String {
    text.replace("← →", "left/right").replace("↑ ↓", "up/down")
}

/// The map of the body, in the middle, if there is room for it.
fn body(frame: &mut Frame<'_>, map: &[Vec<Cell>], look: Style3, area: Rect) {
    let columns = map.first().map_or(0, Vec::len);
    if usize::from(area.width) < columns || usize::from(area.height) < map.len() {
        return;
    }
    let (lit, dark) = if look.utf8 { ("█", "░") } else { ("#", ".") };
    let mut lines: Vec<Line> = Vec::new();
    for row in map {
        let spans = row.iter().map(|cell| match cell {
            Cell::Empty => Span::raw(" "),
            Cell::Body => Span::styled(dark, look.dim),
            Cell::Lit => Span::styled(lit, look.words),
        });
        lines.push(Line::from(spans.collect::<Vec<_>>()).alignment(Alignment::Center));
    }
    let above = (usize::from(area.height) - lines.len()) / 2;
    let area = Rect { y: area.y + above as u16, height: area.height - above as u16, ..area };
    frame.render_widget(Paragraph::new(lines), area);
}

pub(super) fn header(frame: &mut Frame<'_>, scene: &Scene<'_>, look: Style3, texts: &Texts, area: Rect) {
    let left = match scene.look.timeless {
        true => String::new(),
        false => format!("   {}", texts.fill("time-left", &[("time", &scene.left.clock())])),
    };
    let status = match scene.look {
        looked if looked.closing => texts.get("fading-out"),
        looked if looked.lost => texts.get("device-waited-for"),
        looked if looked.paused && looked.slept => texts.get("slept"),
        looked if looked.paused => {
            let told = looked.told.map(|told| format!("{}   ", texts.get(told)));
            format!("{}{}", told.unwrap_or_default(), texts.get("paused"))
        }
        Look { told: Some(told), .. } => texts.get(told),
        _ if scene.waiting => texts.get("ready-key"),
        looked if looked.silent => format!("{}{left}", texts.get("no-sound")),
        looked => format!("{}{left}", looked.volume),
    };
    let room = usize::from(area.width).saturating_sub(status.chars().count() + 2);
    let title = cut(&clean(scene.title), room.max(1));
    let gap = usize::from(area.width).saturating_sub(title.chars().count() + status.chars().count());
    let style = if scene.waiting || scene.look.paused { look.words } else { look.dim };
    let spans = vec![Span::styled(title, look.dim), Span::raw(" ".repeat(gap)), Span::styled(status, style)];
    frame.render_widget(Line::from(spans), area);
}

fn breath(frame: &mut Frame<'_>, scene: &Scene<'_>, look: Style3, area: Rect) {
    let Some(breath) = &scene.breath else { return };
    let with_words = area.height >= 4;
    let rows = usize::from(area.height) - usize::from(with_words);
    let shape = disc(usize::from(area.width), rows, breath.fullness, look.utf8);
    let mut lines: Vec<Line> = shape.into_iter().map(|row| Line::styled(row, look.shape)).collect();
    if with_words {
        lines.push(Line::styled(clean(breath.text), look.words).alignment(Alignment::Center));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn progress(frame: &mut Frame<'_>, scene: &Scene<'_>, look: Style3, area: Rect) {
    let width = usize::from(area.width);
    let done = ((scene.progress * width as f64).round() as usize).min(width);
    let (full, empty) = if look.utf8 { ("━", "─") } else { ("=", "-") };
    let spans = vec![Span::styled(full.repeat(done), look.shape), Span::styled(empty.repeat(width - done), look.dim)];
    frame.render_widget(Line::from(spans), area);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Decibels, Frames};
    use crate::timeline::{Breath, Chapter, Event, EventKind, Phase, Speech, Timeline};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn timeline() -> Timeline {
        let breath = EventKind::Breath(Breath { phase: Phase::In, round: 1, rounds: 4, tone: true });
        Timeline {
            title: "Let go of the day".into(),
            length: Frames::from_secs(1200),
            chapters: vec![Chapter { title: "Arrive\u{1b}[31m".into(), start: Frames::ZERO }],
            events: vec![
                Event {
                    start: Frames::ZERO,
                    length: Frames::from_secs(5),
                    kind: EventKind::Say(Speech::Chime),
                    text: "Find somewhere warm, and let the floor hold you for a while, as it always does.".into(),
                },
                Event {
                    start: Frames::from_secs(1),
                    length: Frames::from_secs(4),
                    kind: breath,
                    text: "Breathe in.".into(),
                },
            ],
            ..Timeline::default()
        }
    }

    fn drawn(width: u16, height: u16, utf8: bool) -> String {
        let timeline = timeline();
        let look = Look { position: Frames::from_secs(4), volume: Decibels(-6.0), ..Look::default() };
        let scene = Scene::at(&timeline, look, Texts::english());
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        terminal.draw(|frame| draw(frame, &scene, Style3::new(true, utf8), Texts::english())).unwrap();
        terminal.backend().to_string()
    }

    #[test]
    fn everything_is_there_at_eighty_by_twenty_four_and_at_forty_columns() {
        for (width, height) in [(80, 24), (40, 24)] {
            let screen = drawn(width, height, true);
            for part in ["Let go of the day", "19:56 left", "Arrive?[31m", "Breathe in.", "Find somewhere", "leave"] {
                assert!(screen.contains(part), "{part} is missing at {width}:\n{screen}");
            }
            assert!(!screen.contains('\u{1b}'));
        }
    }

    #[test]
    fn time_is_told_only_where_it_is_wanted() {
        let told = |timeless| {
            let timeline = timeline();
            let scene = Scene::at(&timeline, Look { timeless, ..Look::default() }, Texts::english());
            let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
            terminal.draw(|frame| draw(frame, &scene, Style3::new(true, true), Texts::english())).unwrap();
            terminal.backend().to_string().contains("20:00 left")
        };
        assert!(told(false) && !told(true));
    }

    #[test]
    fn it_is_ascii_where_it_must_be_and_fits_anywhere() {
        let screen = drawn(80, 24, false);
        assert!(screen.is_ascii(), "{screen}");
        for (width, height) in [(10, 3), (1, 1), (3, 50), (200, 2)] {
            drawn(width, height, true);
        }
        assert!(drawn(10, 3, true).contains("Find"), "what is said comes first where there is no room");
    }
}
