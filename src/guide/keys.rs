//! Keys to what the listener wants. Letters work in either case, and on keyboards that write other scripts.

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
        KeyCode::Char(letter) if !letter.is_ascii() => latin(letter).and_then(letter_command),
        KeyCode::Char(' ') | KeyCode::Enter => Some(Command::Pause),
        KeyCode::Left => Some(Command::Back),
        KeyCode::Right => Some(Command::On),
        KeyCode::Up | KeyCode::Char('+') => Some(Command::Louder),
        KeyCode::Down | KeyCode::Char('-') => Some(Command::Softer),
        KeyCode::PageDown => Some(Command::NextChapter),
        KeyCode::PageUp => Some(Command::PreviousChapter),
        KeyCode::Esc => Some(Command::Leave),
        KeyCode::Char(letter) => letter_command(letter),
        _ => None,
    }
}

fn letter_command(letter: char) -> Option<Command> {
    match letter {
        'E' => Some(Command::EndShorter),
        '?' => Some(Command::Help),
        _ => match letter.to_ascii_lowercase() {
            'n' => Some(Command::NextChapter),
            'p' => Some(Command::PreviousChapter),
            's' => Some(Command::Skip),
            'l' => Some(Command::Longer),
            'g' => Some(Command::Gentler),
            't' => Some(Command::Tones),
            'd' => Some(Command::Dark),
            'b' => Some(Command::Anew),
            'e' => Some(Command::EndLonger),
            'h' => Some(Command::Help),
            'm' => Some(Command::More),
            'q' => Some(Command::Leave),
            _ => None,
        },
    }
}

/// The letter that stands on the same key of a Latin keyboard. Terminals tell what a key writes, and not which key it is;
/// where the Latin letters are printed beside others, they are the ones of a US keyboard.
fn latin(letter: char) -> Option<char> {
    const ON_THE_KEYS: [(&str, &str); 5] = [
        ("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"),
        // Ukrainian, where it differs from Russian.
        ("і", "s"),
        ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
        ("קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"),
        ("ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm"),
    ];
    let small = letter.to_lowercase().next().unwrap_or(letter);
    let of = |(theirs, ours): &(&str, &str)| {
        theirs.chars().zip(ours.chars()).find_map(|(their, our)| (their == small).then_some(our))
    };
    let latin = ON_THE_KEYS.iter().find_map(of)?;
    Some(if small == letter { latin } else { latin.to_ascii_uppercase() })
}

/// What a line typed at the plain guide means; an empty one is the space bar.
pub(super) fn line(text: &str) -> Option<Command> {
    let text = text.trim();
    match text.to_lowercase().as_str() {
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
        "e" if text == "E" => Some(Command::EndShorter),
        "e" => Some(Command::EndLonger),
        "?" | "h" | "help" => Some(Command::Help),
        "m" | "more" => Some(Command::More),
        "q" | "quit" | "leave" => Some(Command::Leave),
        _ => one_letter(text).and_then(letter_command),
    }
}

/// One letter of another script, as the Latin one on its key.
fn one_letter(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|letter| !letter.is_ascii() && letters.next().is_none()).and_then(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(letter: char) -> Option<Command> {
        command(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE))
    }

    #[test]
    fn a_key_does_the_same_whatever_script_the_keyboard_writes() {
        for (latin, others) in [('q', "йض"), ('n', "тνמى"), ('p', "зπפح"), ('g', "пγעل"), ('l', "дλךم"), ('s', "ыіσדس")]
        {
            for other in others.chars() {
                assert_eq!(pressed(other), pressed(latin), "{other}");
                assert_eq!(line(&other.to_string()), line(&latin.to_string()), "{other}");
            }
        }
        assert_eq!((pressed('у'), pressed('У')), (Some(Command::EndLonger), Some(Command::EndShorter)));
        assert_eq!(pressed('ö'), None);
    }

    #[test]
    fn a_typed_line_tells_more_from_less() {
        assert_eq!((line("e"), line(" E ")), (Some(Command::EndLonger), Some(Command::EndShorter)));
        assert_eq!((line("Q"), line("тт"), line("anything")), (Some(Command::Leave), None, None));
    }
}
