//! Guided steps: what the practice's tables and phrases make of one line of script.
//!
//! Which wording is said follows from how many guided steps came before it, so that the same session always says the
//! same, and no two steps in a row say it alike.

mod breathe;
mod massage;
mod relax;
mod scan;

use crate::practice::{self, Act, Arg, Severity as Caution, cautions_for};
use crate::script::{self, At, Diagnostic, FromWritten, Line, Prose, ProsePiece, Severity, SideChoice, Span};

use super::resolve::Resolver;
use super::scope::Scope;
use super::*;

impl Resolver<'_> {
    /// A phrase of the session's language.
    pub(super) fn phrase(&self, id: &str, round: u64, args: &[(&str, Arg<'_>)]) -> String {
        self.phrases.say(id, self.seed + round, args)
    }

    /// Says a phrase, with the silences that it holds.
    pub(super) fn say_phrase(&mut self, text: &str, scope: &Scope, span: Span, items: &mut Vec<Item>) {
        if !self.speaks && !self.diagnostics.iter().any(|diagnostic| diagnostic.code == "language") {
            let known: Vec<&str> = practice::LANGUAGES.iter().map(|(tag, ..)| *tag).collect();
            let message = format!("the tables have no words in `{}` yet", self.language);
            let help = format!("give own words with `say:`, or write the session in one of {}", known.join(", "));
            self.diagnostics.push(scope.error(span, "language", message).help(help));
        }
        for piece in pieces(text) {
            items.push(match piece {
                ProsePiece::Words(words) => Item::Say(Placed { value: words, origin: scope.origin(span) }),
                ProsePiece::Pause(time) => Item::Silence(Elastic::around(time.frames())),
            });
        }
    }

    /// Applies the caution table to something that the session does as it is written.
    pub(super) fn judge(&mut self, act: &Act<'_>, because: Option<&At<Line>>, span: Span, scope: &Scope) {
        self.judge_author(act, because, span, scope);
        self.tell_of(act);
    }

    /// Remembers what the listener is told of something that the session does.
    pub(super) fn tell_of(&mut self, act: &Act<'_>) {
        for caution in cautions_for(act) {
            if caution.severity == Caution::Tell {
                self.tell(&caution.id);
            }
        }
    }

    /// What the caution table has to say to the author.
    pub(super) fn judge_author(&mut self, act: &Act<'_>, because: Option<&At<Line>>, span: Span, scope: &Scope) {
        for caution in cautions_for(act) {
            match caution.severity {
                Caution::Tell => {}
                Caution::Warn => {
                    if because.is_none() && !self.excused.contains(&caution.id) {
                        let error = scope.error(span, "caution", format!("{} ({})", caution.about, caution.id));
                        let warning = Diagnostic { severity: Severity::Warning, ..error };
                        self.note(warning.help("if it is right here, say why in the script: `because: …`"));
                    }
                }
                Caution::Refuse => {
                    let error = scope.error(span, "refused", format!("{} ({})", caution.about, caution.id));
                    self.note(error.help("this can't be switched off; choose something gentler"));
                }
            }
        }
    }

    /// Remembers a caution that the listener is told before the session.
    pub(super) fn tell(&mut self, id: &str) {
        let text = self.caution(id);
        if !self.told.contains(&text) {
            self.told.push(text);
        }
    }

    /// The words of a caution; an author's own words stand for themselves.
    pub(super) fn caution(&self, id: &str) -> String {
        match practice::caution(id) {
            Some(caution) => {
                let words = self.phrases.say(&format!("caution-{}", caution.id), 0, &[]);
                if words.is_empty() { caution.about.clone() } else { words }
            }
            None => id.to_string(),
        }
    }

    /// The side that is asked for, if the place has sides; a side for one that has none is an error.
    pub(super) fn side(
        &mut self,
        scope: &Scope,
        written: Option<&At<script::Setting<SideChoice>>>,
        paired: bool,
        name: &str,
    ) -> Option<practice::Side> {
        let asked = written.and_then(|side| self.keep(scope.get(side)));
        if let (Some(written), false) = (written, paired) {
            let error = scope.error(written.span, "wrong-value", format!("{name} has no left and right"));
            self.note(error.help("leave the side out"));
        }
        let side = match asked {
            Some(SideChoice::Left) => practice::Side::Left,
            Some(SideChoice::Right) => practice::Side::Right,
            Some(SideChoice::Both) | None => practice::Side::Both,
        };
        paired.then_some(side)
    }
}

/// Whether an author's own words ask for something to be filled in.
fn asks_for(prose: &Prose, name: &str) -> bool {
    let written = format!("{{{name}}}");
    prose.words().any(|words| words.contains(&written))
}

/// The words and silences of a phrase.
fn pieces(text: &str) -> Vec<ProsePiece> {
    Prose::from_written(text, false).map(|prose| prose.pieces).unwrap_or_default()
}

/// A phrase inside a stretch of set length: its silences are shares of what is left.
fn lines(text: &str, optional: bool) -> impl Iterator<Item = GuidedLine> {
    pieces(text).into_iter().map(move |piece| match piece {
        ProsePiece::Words(words) if optional => GuidedLine::MaySay(words),
        ProsePiece::Words(words) => GuidedLine::Say(words),
        ProsePiece::Pause(time) => GuidedLine::Rest(time.seconds().round().max(1.0) as u32),
    })
}
