//! Keys to what the listener wants. Letters work in either case.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What the listener wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// Silence in place or going on; where a step waits, being ready.
    Pause,
    /// A little back.
    Back,
    /// A little on.
    On,
    /// Louder.
    Louder,
    /// Softer.
    Softer,
    /// The next chapter.
    NextChapter,
    /// The chapter's beginning, or the chapter before.
    PreviousChapter,
    /// More of what there is to read.
    More,
    /// Fading out and leaving.
    Leave,
    /// Leaving at once, on the second Ctrl-C.
    Interrupt,
}

/// What a key means.
pub fn command(key: KeyEvent) -> Option<Command> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c' | 'C') => Some(Command::Interrupt),
            _ => None,
        };
    }
    match key.code {
        KeyCode::Char(' ') | KeyCode::Enter => Some(Command::Pause),
        KeyCode::Left => Some(Command::Back),
        KeyCode::Right => Some(Command::On),
        KeyCode::Up | KeyCode::Char('+') => Some(Command::Louder),
        KeyCode::Down | KeyCode::Char('-') => Some(Command::Softer),
        KeyCode::Char('n' | 'N') | KeyCode::PageDown => Some(Command::NextChapter),
        KeyCode::Char('p' | 'P') | KeyCode::PageUp => Some(Command::PreviousChapter),
        KeyCode::Char('m' | 'M') => Some(Command::More),
        KeyCode::Char('q' | 'Q') | KeyCode::Esc => Some(Command::Leave),
        _ => None,
    }
}

/// What a line typed at the plain guide means; an empty one is the space bar.
pub(super) fn line(text: &str) -> Option<Command> {
    match text.trim().to_lowercase().as_str() {
        "" => Some(Command::Pause),
        "<" | "b" | "back" => Some(Command::Back),
        ">" | "f" | "on" => Some(Command::On),
        "+" | "louder" => Some(Command::Louder),
        "-" | "softer" => Some(Command::Softer),
        "n" | "next" => Some(Command::NextChapter),
        "p" | "previous" => Some(Command::PreviousChapter),
        "m" | "more" => Some(Command::More),
        "q" | "quit" | "leave" => Some(Command::Leave),
        _ => None,
    }
}
