//! What is shown before a session begins: what it is for, what was changed for this listener, what to know first.

use crate::session::Session;

/// At most so many things are shown at once; the rest is a key away.
const AT_ONCE: usize = 6;

/// The card of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The session's title.
    pub title: String,
    /// One small thing that it is for.
    pub goal: Option<String>,
    /// What was changed, then what to know, the most pressing first.
    lines: Vec<String>,
}

impl Card {
    /// What there is to show before this session.
    pub fn of(session: &Session) -> Card {
        let lines = session.changes.iter().chain(&session.cautions).cloned().collect();
        Card { title: session.title.clone(), goal: session.goal.clone(), lines }
    }

    /// Whether there is nothing to know first.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is shown at first.
    pub fn first(&self) -> &[String] {
        &self.lines[..self.lines.len().min(AT_ONCE)]
    }

    /// The rest.
    pub fn rest(&self) -> &[String] {
        &self.lines[self.lines.len().min(AT_ONCE)..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_things_at_once_and_the_rest_behind_a_key() {
        let lines: Vec<String> = (0..9).map(|number| format!("Line {number}.")).collect();
        let card = Card { lines, ..Card::default() };
        assert_eq!((card.first().len(), card.rest().len()), (6, 3));
        assert_eq!(card.rest()[0], "Line 6.");
        assert!(Card::default().is_empty() && Card::default().rest().is_empty());
    }
}
