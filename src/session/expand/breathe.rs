//! Led breathing: a pattern, a rate or a ramp, and what leads.

use crate::practice::{self, Act, ActKind, BreathPlan, BreathingPattern, breath_ramp};
use crate::quantity::{BreathRate, Frames, Time};
use crate::script::{self, At, Cue, Holds, nearest};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::wishes::Change;
use crate::session::{Anchor, BreathPhase, Breaths, Elastic, Guided, GuidedKind, GuidedLine, Item};
use crate::timeline::Phase;

use super::lines;

/// The pattern when none is named: the practice's default, which leans on the out-breath and has no holds.
const DEFAULT_PATTERN: &str = "longer-out";
/// With tones and words, the words fall silent once the rhythm is found: after so many breaths.
const WORDS_UNTIL: usize = 4;

/// While another anchor leads, a word about this often.
const ANCHOR_EVERY: f64 = 40.0;
/// Breathing longer than this is one thing too many for open eyes and a short evening.
const LONGEST_OPEN: Time = Time::from_secs(180);

/// A stretch of breathing, as it is asked for.
struct Stretch {
    pattern: BreathingPattern,
    /// Every breath; none where the breath is only noticed.
    breaths: Vec<BreathPlan>,
    length: Frames,
}

impl Stretch {
    /// Whether the breath grows slower on the way; a frame more or less is only rounding.
    fn slows_down(&self) -> bool {
        match (self.breaths.first(), self.breaths.last()) {
            (Some(first), Some(last)) => last.length().seconds() > 1.02 * first.length().seconds(),
            _ => false,
        }
    }
}

impl Resolver<'_> {
    pub(in crate::session) fn breathe(&mut self, step: &At<script::Breathe>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let Some(pattern) = self.breathing_pattern(step, scope) else { return };
        let cue = self.setting(scope, step.cue.as_ref(), Cue::Tone);
        let holds = self.setting(scope, step.holds.as_ref(), Holds::Optional);
        let pattern = if holds == Holds::None { pattern.without_holds() } else { pattern };
        let Some(asked) = self.asked_stretch(pattern, step, scope) else { return };
        let asked_id = asked.pattern.id.clone();
        if let Some(anchor) = self.wishes.anchor() {
            return items.push(self.anchored(anchor, asked.length, step, scope));
        }
        let Some(stretch) = self.easier(asked, step, scope) else { return };
        self.tell_of_breath(&stretch);
        // Words about another breath than this one would mislead.
        match step.say.as_ref().filter(|_| stretch.pattern.id == asked_id) {
            Some(prose) => self.say(prose, scope, &[], items),
            None => self.breathing_opening(&stretch, cue, step, scope, items),
        }
        if stretch.breaths.is_empty() {
            return items.push(Item::Silence(Elastic::fixed(stretch.length)));
        }
        let breaths = stretch.breaths.iter().enumerate().map(|(round, plan)| {
            let words = match cue {
                Cue::Tone | Cue::Screen => false,
                Cue::Words => true,
                Cue::Both => round < WORDS_UNTIL,
            };
            self.phases(plan, words)
        });
        let breaths: Vec<Vec<BreathPhase>> = breaths.collect();
        let tone = matches!(cue, Cue::Tone | Cue::Both);
        let last = matches!(cue, Cue::Words | Cue::Both).then(|| self.phrase("breathe-last-two", 0, &[]));
        items.push(Item::Breaths(Breaths { breaths, tone, last, origin: scope.origin(step.span) }));
        if step.say.is_none() {
            self.breathing_closing(scope, step.span, items);
        }
    }

    /// The stretch as the author wrote it, judged.
    fn asked_stretch(
        &mut self,
        pattern: BreathingPattern,
        step: &At<script::Breathe>,
        scope: &Scope,
    ) -> Option<Stretch> {
        let Some(rate) = pattern.rate() else {
            let length = self.natural_length(step, &pattern, scope);
            return Some(Stretch { pattern, breaths: Vec::new(), length });
        };
        let breaths = self.planned_breaths(step, &pattern, rate, scope)?;
        let length = breaths.iter().map(BreathPlan::length).sum();
        Some(Stretch { pattern, breaths, length })
    }

    /// The stretch as it suits the listener: as long, with an easier breath.
    fn easier(&mut self, asked: Stretch, step: &At<script::Breathe>, scope: &Scope) -> Option<Stretch> {
        let mut length = asked.length;
        if length > LONGEST_OPEN.frames() && self.wishes.wants(Change::ShortAndOpen) {
            length = LONGEST_OPEN.frames();
        }
        let other = self.wishes.pattern_for(&asked.pattern).filter(|other| {
            // A breath that is only noticed is easier than any.
            asked.pattern.rate().is_some() && other.id != asked.pattern.id
        });
        let pattern = match other {
            Some(other) if self.wishes.wants(Change::Breathe) => other.clone(),
            _ if asked.pattern.has_holds() && self.wishes.wants(Change::WithoutHolds) => asked.pattern.without_holds(),
            _ if length == asked.length => return Some(asked),
            _ => asked.pattern.clone(),
        };
        let Some(rate) = pattern.rate() else {
            return Some(Stretch { pattern, breaths: Vec::new(), length });
        };
        let time = Time::from_millis((length.seconds() * 1000.0).round() as u64);
        let breaths = self.ramp(&pattern, rate, rate, time, step, scope)?;
        let length = breaths.iter().map(BreathPlan::length).sum();
        Some(Stretch { pattern, breaths, length })
    }

    /// The same time with another anchor than the breath.
    fn anchored(&mut self, anchor: Anchor, length: Frames, step: &At<script::Breathe>, scope: &Scope) -> Item {
        let name = anchor.as_str();
        let mut said: Vec<GuidedLine> = lines(&self.phrase(&format!("anchor-{name}-open"), 0, &[]), true).collect();
        let stays = (length.seconds() / ANCHOR_EVERY).floor() as u64;
        for round in 0..stays.max(1) {
            said.push(GuidedLine::Rest(20));
            said.extend(lines(&self.phrase(&format!("anchor-{name}-stay"), round, &[]), true));
        }
        said.push(GuidedLine::Rest(20));
        said.extend(lines(&self.phrase("anchor-close", 0, &[]), true));
        said.push(GuidedLine::Rest(3));
        let origin = scope.origin(step.span);
        Item::Guided(Guided { kind: GuidedKind::Anchor(anchor), length, lines: said, origin })
    }

    /// The table's pattern, or the author's own.
    fn breathing_pattern(&mut self, step: &At<script::Breathe>, scope: &Scope) -> Option<BreathingPattern> {
        let own = [&step.r#in, &step.sip, &step.hold, &step.out, &step.rest].into_iter().flatten().next();
        match (&step.pattern, own) {
            (Some(_), Some(own)) => {
                let error =
                    scope.error(own.span, "wrong-value", "a breath has a pattern or phases of its own, not both");
                self.diagnostics.push(error.help("take out `pattern`, or `in`, `sip`, `hold`, `out` and `rest`"));
                None
            }
            (Some(name), None) => {
                let named = self.keep(scope.get(name))?.0;
                let found = practice::pattern(&named).cloned();
                if found.is_none() {
                    self.unknown(scope, name.span, "breathing pattern", &named, practice::pattern_ids());
                }
                found
            }
            (None, None) => practice::pattern(DEFAULT_PATTERN).cloned(),
            (None, Some(_)) => {
                let phases = practice::Phases {
                    inhale: self.setting(scope, step.r#in.as_ref(), Time::default()),
                    sip: self.setting(scope, step.sip.as_ref(), Time::default()),
                    hold: self.setting(scope, step.hold.as_ref(), Time::default()),
                    exhale: self.setting(scope, step.out.as_ref(), Time::default()),
                    rest: self.setting(scope, step.rest.as_ref(), Time::default()),
                };
                self.allowed_breath(BreathingPattern::free(phases), step.span, scope)
            }
        }
    }

    fn allowed_breath<T>(
        &mut self,
        result: Result<T, practice::BreathError>,
        span: script::Span,
        scope: &Scope,
    ) -> Option<T> {
        self.keep(result.map_err(|error| {
            let text = error.to_string();
            let (message, help) = text.split_once("; ").unwrap_or((&text, ""));
            let diagnostic = scope.error(span, "wrong-value", message);
            if help.is_empty() { diagnostic } else { diagnostic.help(help) }
        }))
    }

    /// Every breath of the stretch.
    fn planned_breaths(
        &mut self,
        step: &At<script::Breathe>,
        pattern: &BreathingPattern,
        usual: BreathRate,
        scope: &Scope,
    ) -> Option<Vec<BreathPlan>> {
        let from = step.from.as_ref().map(|rate| self.keep(scope.get(rate)).unwrap_or(usual));
        let to = step.to.as_ref().map(|rate| self.keep(scope.get(rate)).unwrap_or(usual));
        let to = to.or(from).unwrap_or(usual);
        let from = from.unwrap_or(to);
        let rounds = step.rounds.as_ref().and_then(|rounds| self.keep(scope.get(rounds)));
        let time = step.r#for.as_ref().map(|time| self.keep(scope.get(time)).unwrap_or(pattern.dose.least));
        self.judge_breath(pattern, from, to, time, step, scope);
        match (time, rounds) {
            (Some(_), Some(_)) => {
                let error =
                    scope.error(step.span, "wrong-value", "breathing lasts a time or a number of breaths, not both");
                self.diagnostics.push(error.help("take out `for` or `rounds`"));
                None
            }
            (None, Some(rounds)) => {
                if let Some(most) = pattern.most_rounds.filter(|most| rounds.get() > *most) {
                    let message = format!("{} breaths of {} are more than it is meant for", rounds.get(), pattern.id);
                    let error = scope.error(step.span, "too-many-rounds", message);
                    self.diagnostics.push(error.help(format!("{most} are the most in one go")));
                }
                if from == to {
                    let breath = self.allowed_breath(pattern.scale(to), step.span, scope)?;
                    return Some(vec![breath; rounds.get() as usize]);
                }
                // Along a ramp the mean breath is as long as one at the mean rate.
                let mean = (from.get() + to.get()) / 2.0;
                let millis = (f64::from(rounds.get()) * 60_000.0 / mean).round();
                self.ramp(pattern, from, to, Time::from_millis(millis as u64), step, scope)
            }
            (time, None) => self.ramp(pattern, from, to, time.unwrap_or(pattern.dose.least), step, scope),
        }
    }

    fn ramp(
        &mut self,
        pattern: &BreathingPattern,
        from: BreathRate,
        to: BreathRate,
        time: Time,
        step: &At<script::Breathe>,
        scope: &Scope,
    ) -> Option<Vec<BreathPlan>> {
        let ramp = self.allowed_breath(breath_ramp(pattern, from, to, time), step.span, scope)?;
        if let Some(steep) = ramp.too_steep_by {
            let minutes = (from.get() - to.get()).abs() / practice::STEEPEST;
            let message = format!(
                "from {from} to {to} in {time} is quicker than the breath likes to change, by {steep:.1} a minute each minute"
            );
            let warning = script::Diagnostic {
                severity: script::Severity::Warning,
                ..scope.error(step.span, "too-steep", message)
            };
            self.diagnostics.push(warning.help(format!("give it {:.1} minutes or more, or begin nearer", minutes)));
        }
        Some(ramp.breaths)
    }

    fn judge_breath(
        &mut self,
        pattern: &BreathingPattern,
        from: BreathRate,
        to: BreathRate,
        time: Option<Time>,
        step: &At<script::Breathe>,
        scope: &Scope,
    ) {
        let (slowest, fastest) = if from < to { (from, to) } else { (to, from) };
        let longest_hold = pattern.scale(slowest).ok().map(|breath| {
            let hold = breath.part(practice::Phase::Hold).max(breath.part(practice::Phase::Rest));
            Time::from_millis((hold.seconds() * 1000.0).round() as u64)
        });
        let act = Act {
            kind: Some(ActKind::Breathe),
            pattern: Some(&pattern.id),
            hold: longest_hold.filter(|hold| !hold.is_zero()),
            slowest: Some(slowest),
            fastest: Some(fastest),
            length: time,
            ..Act::default()
        };
        self.judge_author(&act, step.because.as_ref(), step.span, scope);
    }

    /// Remembers what the listener is told of a breath as it will be led.
    fn tell_of_breath(&mut self, stretch: &Stretch) {
        let holds = stretch.breaths.iter().map(|breath| {
            let hold = breath.part(practice::Phase::Hold).max(breath.part(practice::Phase::Rest));
            Time::from_millis((hold.seconds() * 1000.0).round() as u64)
        });
        let hold = holds.max().filter(|hold| !hold.is_zero());
        let slowest = stretch.breaths.iter().max_by_key(|breath| breath.length()).and_then(BreathPlan::rate);
        let fastest = stretch.breaths.iter().min_by_key(|breath| breath.length()).and_then(BreathPlan::rate);
        let act = Act {
            kind: Some(ActKind::Breathe),
            pattern: Some(&stretch.pattern.id),
            hold,
            slowest,
            fastest,
            length: Some(Time::from_millis((stretch.length.seconds() * 1000.0) as u64)),
            ..Act::default()
        };
        self.tell_of(&act);
    }

    /// How long the breath is only noticed.
    fn natural_length(&mut self, step: &At<script::Breathe>, pattern: &BreathingPattern, scope: &Scope) -> Frames {
        for setting in [step.from.as_ref(), step.to.as_ref()].into_iter().flatten() {
            let error =
                scope.error(setting.span, "wrong-value", "this pattern only notices the breath and has no rate");
            self.note(error.help("leave the rate out, or choose another pattern"));
        }
        if let Some(rounds) = &step.rounds {
            let error = scope.error(rounds.span, "wrong-value", "this pattern doesn't count breaths");
            self.note(error.help("say how long: `for: 2m`"));
        }
        self.lasting(scope, step.r#for.as_ref(), pattern.dose.least, Time::from_secs(1)).frames()
    }

    fn phases(&self, plan: &BreathPlan, words: bool) -> Vec<BreathPhase> {
        plan.phases()
            .map(|(phase, length): (practice::Phase, Frames)| {
                let shown = self.phrase(&format!("breathe-{}", phase.as_str()), 0, &[]);
                let spoken = words && !matches!(phase, practice::Phase::Rest);
                BreathPhase { phase: engine_phase(phase), length, words: spoken.then(|| shown.clone()), shown }
            })
            .collect()
    }
}

fn engine_phase(phase: practice::Phase) -> Phase {
    match phase {
        practice::Phase::In => Phase::In,
        practice::Phase::Sip => Phase::Sip,
        practice::Phase::Hold => Phase::HoldFull,
        practice::Phase::Out => Phase::Out,
        practice::Phase::Rest => Phase::HoldEmpty,
    }
}

impl Resolver<'_> {
    /// What is said before the breath is led.
    fn breathing_opening(
        &mut self,
        stretch: &Stretch,
        cue: Cue,
        step: &At<script::Breathe>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let own = format!("breathe-open-{}", stretch.pattern.id);
        let mut said = vec![self.phrases.say_first(&[&own, "breathe-open"], self.seed, &[])];
        if !stretch.breaths.is_empty() {
            let tones = matches!(cue, Cue::Tone | Cue::Both);
            // Once in a session is enough to know a tone.
            if tones && !std::mem::replace(&mut self.tones_explained, true) {
                said.push(self.phrase("breathe-cue-tone", 0, &[]));
            }
            if cue == Cue::Both && stretch.breaths.len() > WORDS_UNTIL {
                said.push(self.phrase("breathe-cue-fades", 0, &[]));
            }
            let holds = stretch.pattern.has_holds();
            if stretch.slows_down() {
                said.push(self.phrase("breathe-ramp", 0, &[]));
            } else if !holds {
                said.push(self.phrase("breathe-as-you-like", 0, &[]));
            }
            if holds {
                said.push(self.phrase("breathe-without-holds", 0, &[]));
            }
        }
        for words in said.iter().filter(|words| !words.is_empty()) {
            self.say_phrase(words, scope, step.span, items);
        }
    }

    fn breathing_closing(&mut self, scope: &Scope, span: script::Span, items: &mut Vec<Item>) {
        let words = self.phrase("breathe-close", 0, &[]);
        self.say_phrase(&words, scope, span, items);
    }

    /// A name that a table doesn't have.
    pub(in crate::session) fn unknown(
        &mut self,
        scope: &Scope,
        span: script::Span,
        what: &str,
        name: &str,
        known: impl Iterator<Item = (&'static str, &'static str)>,
    ) {
        let names: Vec<&str> = known.map(|(name, _)| name).collect();
        let error = scope.error(span, "unknown-word", format!("there is no {what} `{}`", script::shown(name)));
        let meant = practice::nearest(name, names.iter().copied()).or_else(|| nearest(name, names.iter().copied()));
        let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        self.note(error.help(format!("{meant}Known are: {}", script::listed(names))));
    }
}
