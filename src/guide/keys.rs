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
    /// To the end of this step.
    Skip,
    /// A longer silence here.
    Longer,
    /// An easier breath, a lighter touch.
    Gentler,
    /// Breath tones and bells softer, off, and back.
    Tones,
    /// A dark screen, and back.
    Dark,
    /// More of the end.
    EndLonger,
    /// Less of the end.
    EndShorter,
    /// From the beginning, where it could go on.
    Anew,
    /// What the keys are.
    Help,
    /// More of what there is to read.
    More,
    /// Fading out and leaving.
    Leave,
    /// Leaving at once, on the second Ctrl-C.
    Interrupt,
    /// Silence, and the terminal for others meanwhile: Ctrl-Z.
    Aside,
}

/// What a key means.
pub fn command(key: KeyEvent) -> Option<Command> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c' | 'C') => Some(Command::Interrupt),
            KeyCode::Char('z' | 'Z') => Some(Command::Aside),
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
        KeyCode::Char('s' | 'S') => Some(Command::Skip),
        KeyCode::Char('l' | 'L') => Some(Command::Longer),
        KeyCode::Char('g' | 'G') => Some(Command::Gentler),
        KeyCode::Char('t' | 'T') => Some(Command::Tones),
        KeyCode::Char('d' | 'D') => Some(Command::Dark),
        KeyCode::Char('b' | 'B') => Some(Command::Anew),
        KeyCode::Char('e') => Some(Command::EndLonger),
        KeyCode::Char('E') => Some(Command::EndShorter),
        KeyCode::Char('?' | 'h' | 'H') => Some(Command::Help),
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
        "s" | "skip" => Some(Command::Skip),
        "l" | "longer" => Some(Command::Longer),
        "g" | "gentler" => Some(Command::Gentler),
        "t" | "tones" => Some(Command::Tones),
        "e" => Some(Command::EndLonger),
        "?" | "h" | "help" => Some(Command::Help),
        "m" | "more" => Some(Command::More),
        "q" | "quit" | "leave" => Some(Command::Leave),
        _ => None,
    }
}
