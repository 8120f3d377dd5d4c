//! The terminal, given back to others for a while and taken again: the same for every whole screen.

use std::io;

use crossterm::terminal::{EnterAlternateScreen, enable_raw_mode};
use ratatui::DefaultTerminal;

/// Gives it back, as it was before it was taken; nothing may be drawn until it is taken again.
///
/// # Errors
/// If the terminal is gone.
pub fn give_back(terminal: &mut DefaultTerminal) -> io::Result<()> {
    terminal.show_cursor()?;
    ratatui::try_restore()
}

/// Takes it again. All of it is drawn anew, whatever others left on it.
///
/// # Errors
/// If the terminal is gone.
pub fn take_again(terminal: &mut DefaultTerminal) -> io::Result<()> {
    enable_raw_mode()?;
    crossterm::execute!(io::stdout(), EnterAlternateScreen)?;
    terminal.hide_cursor()?;
    terminal.clear()
}
