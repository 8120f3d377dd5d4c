//! Recording on a whole screen: the words large and alone, a meter below them.

use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::layout::{Alignment, Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line as Row;
use ratatui::widgets::Paragraph;
use ratatui::{DefaultTerminal, Frame};

use crate::guide::terminal::{give_back, take_again};
use crate::guide::text::{clean, is_utf8, wrap};
use crate::voice::record::Metered;

use super::super::Failure;
use super::super::signals::Signals;
use super::face::{Choice, Face, Going, Page};

/// How long a look at the keys takes while something goes on.
const MOMENT: Duration = Duration::from_millis(50);
/// How long a look at the keys takes at most before the system's signals are looked at again.
const LISTEN: Duration = Duration::from_millis(250);
/// Eyes should hardly travel while they read aloud.
const WIDEST: u16 = 48;
/// The meter shows from here up to full scale, in dB.
const LOWEST: f32 = -60.0;
/// From here on a voice is about to be cut off.
const HIGH: f32 = -6.0;
const METER: usize = 30;

const WORDS: Color = Color::Indexed(223);
const DIM: Color = Color::Indexed(137);
const WARNING: Color = Color::Indexed(203);

/// The screen; the terminal is as it was when this is dropped, also after a panic.
pub(super) struct Screen {
    terminal: DefaultTerminal,
    colour: bool,
    utf8: bool,
    /// What was said before the first prompt, or after the last.
    told: Vec<String>,
    signals: Signals,
    closed: bool,
}

/// What stands below the words.
enum Below<'a> {
    Choices(String),
    Count(u32, &'a Metered),
    Recording(&'a Metered),
    Playing,
}

impl Screen {
    pub(super) fn open(colour: bool) -> Result<Screen, Failure> {
        let signals = Signals::listen()?;
        let terminal = ratatui::try_init()?;
        Ok(Screen { terminal, colour, utf8: is_utf8(), told: Vec::new(), signals, closed: false })
    }

    fn draw(&mut self, page: &Page, below: &Below<'_>) -> Result<(), Failure> {
        let (colour, utf8, told) = (self.colour, self.utf8, self.told.clone());
        self.terminal.draw(|frame| draw(frame, page, below, &told, colour, utf8))?;
        Ok(())
    }

    /// A key within a time; Ctrl-C is `q`, Enter a line's end. Where the system wants it to end, it fails at once, and
    /// what is being recorded stays for the next time.
    fn key(&mut self, within: Duration) -> Result<Option<char>, Failure> {
        let until = Instant::now() + within;
        loop {
            if self.signals.count() > 0 {
                let kept = "what you kept is safe, and a take that had begun is there the next time";
                return Err(Failure::Failed(format!("stopped; {kept}")));
            }
            if self.signals.aside() {
                self.aside()?;
            } else if self.signals.again() {
                take_again(&mut self.terminal)?;
                return Ok(None);
            }
            let left = until.saturating_duration_since(Instant::now());
            if !event::poll(left.min(LISTEN))? {
                if left <= LISTEN {
                    return Ok(None);
                }
                continue;
            }
            let Event::Key(key) = event::read()? else { return Ok(None) };
            if key.kind == KeyEventKind::Release {
                continue;
            }
            let control = key.modifiers.contains(KeyModifiers::CONTROL);
            return Ok(match key.code {
                KeyCode::Char('c' | 'd') if control => Some('q'),
                KeyCode::Char('z') if control => {
                    self.aside()?;
                    None
                }
                KeyCode::Char(key) => Some(key),
                KeyCode::Enter => Some('\n'),
                KeyCode::Esc => Some('q'),
                KeyCode::Right | KeyCode::Down | KeyCode::PageDown => Some('n'),
                KeyCode::Left | KeyCode::Up | KeyCode::PageUp => Some('b'),
                _ => continue,
            });
        }
    }

    /// Gives the terminal back, stops, as Ctrl-Z does, and takes it again.
    fn aside(&mut self) -> Result<(), Failure> {
        give_back(&mut self.terminal)?;
        self.signals.stop();
        Ok(take_again(&mut self.terminal)?)
    }

    fn going(&mut self, within: Duration) -> Result<Going, Failure> {
        Ok(match self.key(within)? {
            Some('q') => Going::Quit,
            Some('\n' | ' ') => Going::Over,
            _ => Going::On,
        })
    }

    fn close(&mut self) {
        if !self.closed {
            self.closed = true;
            ratatui::restore();
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.close();
    }
}

impl Face for Screen {
    fn tell(&mut self, lines: &[String]) -> Result<(), Failure> {
        match self.told.is_empty() {
            true => self.told = lines.to_vec(),
            // What is said at the end stays on the terminal.
            false => {
                self.close();
                lines.iter().for_each(|line| super::super::say(line));
            }
        }
        Ok(())
    }

    fn choose(&mut self, page: &Page, offered: &[Choice], again: bool) -> Result<Choice, Failure> {
        let name = |(index, choice): (usize, &Choice)| match index {
            0 => format!("Enter {}", choice.name(again)),
            _ => format!("{} {}", choice.key(), choice.name(again)),
        };
        let names: Vec<String> = offered.iter().enumerate().map(name).collect();
        let below = Below::Choices(names.join("   "));
        loop {
            self.draw(page, &below)?;
            if let Some(choice) = self.key(Duration::from_secs(1))?.and_then(|key| Choice::of(key, offered)) {
                if self.told.len() > 1 {
                    self.told.truncate(1);
                }
                return Ok(choice);
            }
        }
    }

    fn count(&mut self, page: &Page, left: u32, shown: &Metered) -> Result<Going, Failure> {
        self.draw(page, &Below::Count(left, shown))?;
        let until = Instant::now() + Duration::from_secs(1);
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(Going::On);
            }
            match self.going(left)? {
                Going::On => {}
                other => return Ok(other),
            }
        }
    }

    fn recording(&mut self, page: &Page, shown: &Metered) -> Result<Going, Failure> {
        self.draw(page, &Below::Recording(shown))?;
        self.going(MOMENT)
    }

    fn playing(&mut self, page: &Page) -> Result<Going, Failure> {
        self.draw(page, &Below::Playing)?;
        self.going(MOMENT)
    }
}

fn draw(frame: &mut Frame<'_>, page: &Page, below: &Below<'_>, told: &[String], colour: bool, utf8: bool) {
    let style = |of: Color| if colour { Style::new().fg(of) } else { Style::new() };
    let area = frame.area();
    let width = area.width.saturating_sub(4).min(WIDEST);
    let wide = area.width.saturating_sub(4).min(76);
    let centred = |width: u16, area: Rect| {
        let left = area.x + area.width.saturating_sub(width) / 2;
        Rect { x: left, width: width.min(area.width), ..area }
    };
    let words: Vec<Row<'_>> = wrap(&clean(&page.text), usize::from(width.max(10)))
        .into_iter()
        .flat_map(|line| [Row::from(line), Row::from("")])
        .collect();
    let notes: Vec<Row<'_>> = told
        .iter()
        .skip(1)
        .chain(&page.notes)
        .flat_map(|note| wrap(&clean(note), usize::from(wide.max(10))))
        .map(Row::from)
        .collect();
    let (notes_rows, words_rows) = (notes.len() as u16, words.len() as u16);
    let [head, _, text, pace, _, note, state, keys] = Layout::vertical([
        Constraint::Length(2),
        Constraint::Fill(1),
        Constraint::Max(words_rows),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Max(notes_rows),
        Constraint::Length(2),
        Constraint::Length(1),
    ])
    .areas(area);
    let chapter = if page.chapter.is_empty() { String::new() } else { format!("{}   ", clean(&page.chapter)) };
    let head_line = Row::from(format!("{chapter}{}", page.place));
    frame.render_widget(Paragraph::new(head_line).style(style(DIM)).alignment(Alignment::Center), head);
    let bold = style(WORDS).add_modifier(Modifier::BOLD);
    frame.render_widget(Paragraph::new(words).style(bold).alignment(Alignment::Center), centred(width, text));
    frame.render_widget(Paragraph::new(page.pace.as_str()).style(style(DIM)).alignment(Alignment::Center), pace);
    frame.render_widget(Paragraph::new(notes).style(style(WORDS)).alignment(Alignment::Center), centred(wide, note));
    let (shown, warning) = match below {
        Below::Choices(_) => (String::new(), false),
        Below::Count(left, shown) => (format!("{left}   {}", meter(shown, utf8)), false),
        Below::Recording(shown) => {
            let time = format!("{:.1} s", shown.length.seconds());
            match shown {
                shown if shown.clipped > 0 => (format!("REC {time}   {}   too loud", meter(shown, utf8)), true),
                shown if shown.muted() => {
                    (format!("REC {time}   only silence comes in: is the microphone muted?"), true)
                }
                shown => (format!("REC {time}   {}", meter(shown, utf8)), false),
            }
        }
        Below::Playing => ("playing it back".into(), false),
    };
    let state_style = style(if warning { WARNING } else { WORDS });
    frame.render_widget(Paragraph::new(shown).style(state_style).alignment(Alignment::Center), state);
    let help = match below {
        Below::Choices(names) => names.as_str(),
        Below::Count(..) => "get ready   Enter stops",
        Below::Recording(_) => "speak, then Enter or space",
        Below::Playing => "Enter stops it",
    };
    frame.render_widget(Paragraph::new(help).style(style(DIM)).alignment(Alignment::Center), keys);
}

/// The level as a bar, with a mark from where on a voice is too loud.
fn meter(shown: &Metered, utf8: bool) -> String {
    let place = |level: f32| (((level - LOWEST) / -LOWEST).clamp(0.0, 1.0) * METER as f32).round() as usize;
    let (filled, high) = (place(shown.level.0), place(HIGH));
    let (full, empty, mark) = if utf8 { ('━', '─', '┊') } else { ('#', '-', '|') };
    (0..METER)
        .map(|index| match index {
            index if index < filled => full,
            index if index == high => mark,
            _ => empty,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Decibels, Frames};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn shown(page: &Page, below: &Below<'_>, columns: u16, rows: u16) -> String {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| draw(frame, page, below, &[], true, false)).unwrap();
        terminal.backend().to_string()
    }

    #[test]
    fn words_and_meter_are_there_on_any_screen() {
        let page = Page {
            place: "3 of 12, 4 left to record".into(),
            chapter: "Arrive".into(),
            text: "Find somewhere warm, and let the floor hold you.".into(),
            pace: "9 words".into(),
            notes: vec!["Very soft.".into()],
        };
        let metered = Metered {
            length: Frames::from_secs(2),
            level: Decibels(-30.0),
            peak: Decibels(-20.0),
            clipped: 0,
            dead: false,
        };
        let screen = shown(&page, &Below::Recording(&metered), 80, 24);
        for part in ["Find somewhere warm", "Arrive   3 of 12", "REC 2.0 s", "###", "Very soft.", "Enter or space"] {
            assert!(screen.contains(part), "{part}\n{screen}");
        }
        for (columns, rows) in [(20, 6), (1, 1), (200, 60)] {
            shown(&page, &Below::Choices("Enter record".into()), columns, rows);
            shown(&page, &Below::Count(3, &metered), columns, rows);
        }
    }
}
