//! What concerns the session as a whole when it is made to suit its listener: what it leaves out, what is said before
//! it, and how it begins and ends.

use std::cmp::Reverse;

use crate::practice::{self, names_region};
use crate::quantity::{Frames, Time};
use crate::script::{self, At, Severity, Span};

use super::resolve::Resolver;
use super::scope::Scope;
use super::wishes::{Change, Why};
use super::*;

/// After words that the program adds at the beginning.
const SETTLE: Time = Time::from_secs(4);
/// With open eyes, no silence that may give way is longer than this.
const LONGEST_OPEN: Frames = Frames::from_secs(12);
/// The most cautions that are spoken; the others are shown.
const MOST_SPOKEN: usize = 6;

impl Resolver<'_> {
    /// A region or a group that the author leaves out.
    pub(super) fn session_leaves_out(&mut self, written: &At<script::RegionName>, scope: &Scope) {
        let name = &written.value.0;
        match places_named(name) {
            Ok(_) => self.wishes.leave_out(name, Why::Author),
            Err(_) => {
                let known = practice::region_ids().chain(practice::group_ids());
                self.unknown(scope, written.span, "region", name, known);
            }
        }
    }

    /// A caution that the author has a reason for.
    pub(super) fn excuse(&mut self, name: &str, span: Span, scope: &Scope) {
        match practice::caution(name) {
            Some(caution) if caution.severity == practice::Severity::Warn => self.excused.push(caution.id.clone()),
            Some(caution) => {
                let message = format!("`{}` isn't a caution that a reason can be given for", caution.id);
                let help = match caution.severity {
                    practice::Severity::Refuse => "nothing switches it off; choose something gentler",
                    _ => "it is told to the listener, and asks for no reason; take this out",
                };
                self.note(scope.error(span, "wrong-value", message).help(help));
            }
            None => self.unknown(scope, span, "caution", name, practice::caution_ids()),
        }
    }

    /// Words that command, frighten or promise.
    pub(super) fn look_at_wording(&mut self, prose: &At<script::Prose>, pieces: &[script::ProsePiece], scope: &Scope) {
        for piece in pieces {
            let script::ProsePiece::Words(words) = piece else { continue };
            for found in practice::wording(&self.language, words) {
                if self.excused.iter().any(|caution| caution == found.caution) {
                    continue;
                }
                let said = words.get(found.at.clone()).unwrap_or_default();
                let refused = practice::caution(found.caution)
                    .is_some_and(|caution| caution.severity == practice::Severity::Refuse);
                // In the file the words may be folded over two lines: then the whole prompt is shown.
                let at = scope.source.slice(prose.span).find(said);
                let span =
                    at.map_or(prose.span, |at| Span::new(prose.span.start + at, prose.span.start + at + said.len()));
                let message = format!("\u{201c}{}\u{201d} ({})", script::shown(said), found.caution);
                let error = scope.error(span, if refused { "refused" } else { "wording" }, message);
                let help = match refused {
                    true => format!("this can't be switched off; say {}", found.instead),
                    false => format!(
                        "say {}; if it is right here, say why at the top of the file: `because: {{ {}: … }}`",
                        found.instead, found.caution
                    ),
                };
                let severity = if refused { Severity::Error } else { Severity::Warning };
                self.note(script::Diagnostic { severity, ..error }.help(help));
            }
        }
    }

    /// Whether words name a region that is left out, so that they are left out too.
    pub(super) fn names_what_is_left_out(&mut self, words: &str) -> bool {
        let named = self.wishes.unspoken().find(|region| names_region(&self.language, region, words));
        if let Some(region) = named {
            self.wishes.left_words_out(region);
        }
        named.is_some()
    }

    /// What the listener is told, the most pressing first; an author's own words before all.
    pub(super) fn gravest_first(&mut self) -> Vec<String> {
        let mut told = std::mem::take(&mut self.told);
        told.sort_by_cached_key(|text| {
            let found = practice::cautions().iter().find(|caution| self.caution(&caution.id) == *text);
            Reverse(found.map_or((1, practice::Urgency::Info), |caution| (0, caution.urgency)))
        });
        told
    }

    /// Words and silences that the listener's wishes add at the beginning and the end.
    pub(super) fn suit(&mut self, items: &mut Vec<Item>, script: &script::Script, scope: &Scope) {
        let span = script.title.span;
        let mut first = Vec::new();
        for (change, phrase) in [
            (Change::SideLying, "session-side-lying"),
            (Change::Seated, "session-seated"),
            (Change::ShortAndOpen, "session-eyes-open"),
        ] {
            if self.wishes.wants(change) {
                let words = self.phrase(phrase, 0, &[]);
                self.say_phrase(&words, scope, span, &mut first);
                first.push(Item::Silence(Elastic::around(SETTLE.frames())));
            }
        }
        if self.wishes.wants(Change::ShortAndOpen) {
            for item in items.iter_mut() {
                if let Item::Silence(silence) = item {
                    silence.shorten(LONGEST_OPEN);
                }
            }
        }
        let begin = usize::from(matches!(items.first(), Some(Item::Chapter(_))));
        items.splice(begin..begin, first);
        if !self.sleep && self.wishes.wants(Change::SlowReturn) {
            items.push(Item::Silence(Elastic::around(SETTLE.frames())));
            let words = self.phrase("session-slow-return", 0, &[]);
            self.say_phrase(&words, scope, span, items);
            items.push(Item::Silence(Elastic::around(Frames::from_secs(20))));
        }
    }

    /// The cautions, spoken before anything else.
    pub(super) fn speak_first(
        &mut self,
        told: &[String],
        items: &mut Vec<Item>,
        script: &script::Script,
        scope: &Scope,
    ) {
        let mut first = Vec::new();
        for words in told.iter().take(MOST_SPOKEN) {
            self.say_phrase(words, scope, script.title.span, &mut first);
            first.push(Item::Silence(Elastic::fixed(Frames::from_millis(1500))));
        }
        items.splice(0..0, first);
    }
}
