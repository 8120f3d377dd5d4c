//! Led breathing: a pattern, a rate or a ramp, and what leads.

use crate::practice::{self, Act, ActKind, BreathPlan, BreathingPattern, breath_ramp};
use crate::quantity::{BreathRate, Frames, Time};
use crate::script::{self, At, Cue, nearest};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::{BreathPhase, Breaths, Elastic, Item};
use crate::timeline::Phase;

/// The pattern when none is named: the practice's default, which leans on the out-breath and has no holds.
const DEFAULT_PATTERN: &str = "longer-out";
/// With tones and words, the words fall silent once the rhythm is found: after so many breaths.
const WORDS_UNTIL: usize = 4;

impl Resolver<'_> {
    pub(in crate::session) fn breathe(&mut self, step: &At<script::Breathe>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let Some(pattern) = self.breathing_pattern(step, scope) else { return };
        let cue = self.setting(scope, step.cue.as_ref(), Cue::Tone);
        match &step.say {
            Some(prose) => self.say(prose, scope, &[], items),
            None => self.breathing_opening(&pattern, step, scope, items),
        }
        let Some(rate) = pattern.rate() else { return self.natural_breathing(step, &pattern, scope, items) };
        let Some(breaths) = self.planned_breaths(step, &pattern, rate, scope) else { return };
        let breaths = breaths.iter().enumerate().map(|(round, plan)| {
            let words = match cue {
                Cue::Tone | Cue::Screen => false,
                Cue::Words => true,
                Cue::Both => round < WORDS_UNTIL,
            };
            self.phases(plan, words)
        });
        let breaths: Vec<Vec<BreathPhase>> = breaths.collect();
        let tone = matches!(cue, Cue::Tone | Cue::Both);
        items.push(Item::Breaths(Breaths { breaths, tone, origin: scope.origin(step.span) }));
        if step.say.is_none() {
            self.breathing_closing(scope, step.span, items);
        }
    }

    /// The table's pattern, or the author's own.
    fn breathing_pattern(&mut self, step: &At<script::Breathe>, scope: &Scope) -> Option<BreathingPattern> {
        let own = [&step.r#in, &step.hold, &step.out, &step.rest].into_iter().flatten().next();
        match (&step.pattern, own) {
            (Some(_), Some(own)) => {
                let error =
                    scope.error(own.span, "wrong-value", "a breath has a pattern or phases of its own, not both");
                self.diagnostics.push(error.help("take out `pattern`, or `in`, `hold`, `out` and `rest`"));
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
                    sip: Time::default(),
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
        self.judge(&act, step.because.as_ref(), step.span, scope);
    }

    /// Only noticing: words, and the time.
    fn natural_breathing(
        &mut self,
        step: &At<script::Breathe>,
        pattern: &BreathingPattern,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        for setting in [step.from.as_ref(), step.to.as_ref()].into_iter().flatten() {
            let error =
                scope.error(setting.span, "wrong-value", "this pattern only notices the breath and has no rate");
            self.diagnostics.push(error.help("leave the rate out, or choose another pattern"));
        }
        if let Some(rounds) = &step.rounds {
            let error = scope.error(rounds.span, "wrong-value", "this pattern doesn't count breaths");
            self.diagnostics.push(error.help("say how long: `for: 2m`"));
        }
        let time = self.lasting(scope, step.r#for.as_ref(), pattern.dose.least, Time::from_secs(1));
        items.push(Item::Silence(Elastic::fixed(time.frames())));
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
        pattern: &BreathingPattern,
        step: &At<script::Breathe>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let own = format!("breathe-open-{}", pattern.id);
        let words = self.phrases.say_first(&[&own, "breathe-open"], self.seed, &[]);
        self.say_phrase(&words, scope, step.span, items);
        let holds = if pattern.has_holds() { "breathe-without-holds" } else { "breathe-as-you-like" };
        let words = self.phrase(holds, 0, &[]);
        self.say_phrase(&words, scope, step.span, items);
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
