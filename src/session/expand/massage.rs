//! Self-massage: how to get there, what the hands do, and now and then a word of comfort.

use crate::practice::{self, Act, ActKind, Arg, Region, Side, Technique, Tool, Verdict, massage_verdict};
use crate::quantity::{Pace, Pressure, Time};
use crate::script::{self, At};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::{Guided, GuidedKind, GuidedLine, Item};
use crate::timeline::{Massage, Place};

use super::lines;

/// How long on each side if nothing is said (docs/practice.md: 30-120 s an area).
const STAY: Time = Time::from_secs(60);
/// Hands that have only just come to rest don't leave again.
const SHORTEST: Time = Time::from_secs(5);
/// A word of comfort about this often: reminders, not nagging.
const REMIND_EVERY: f64 = 45.0;

/// What is done, looked up in the tables.
struct Touch {
    region: &'static Region,
    technique: &'static Technique,
    tool: Option<&'static Tool>,
    pressure: Pressure,
    pace: Option<Pace>,
    stay: Time,
}

impl Resolver<'_> {
    pub(in crate::session) fn massage(&mut self, step: &At<script::Massage>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let Some(touch) = self.touch(step, scope) else { return };
        let side = self.side(scope, step.side.as_ref(), touch.region.paired, &touch.region.id);
        self.judge_touch(&touch, side, step, scope);
        // One hand can't hold two forearms: those sides follow each other. Both temples are held at once.
        let sides = match side {
            Some(Side::Both) if !touch.region.at_once => vec![Some(Side::Left), Some(Side::Right)],
            side => vec![side],
        };
        for (pass, side) in (0u64..).zip(sides) {
            if pass > 0 {
                let words = self.phrase("massage-change-side", pass, &[]);
                self.say_phrase(&words, scope, step.span, items);
            }
            self.approach(&touch, side, pass, step, scope, items);
            items.push(Item::Guided(self.stretch(&touch, side, pass, step, scope)));
        }
        self.massages += 1;
    }

    fn touch(&mut self, step: &At<script::Massage>, scope: &Scope) -> Option<Touch> {
        let region = self.keep(scope.get(&step.region)).and_then(|name| {
            let found = practice::region(&name.0);
            if found.is_none() {
                self.unknown(scope, step.region.span, "region", &name.0, practice::region_ids());
            }
            found
        });
        let technique = self.keep(scope.get(&step.technique)).and_then(|name| {
            let found = practice::technique(&name.0);
            if found.is_none() {
                self.unknown(scope, step.technique.span, "technique", &name.0, practice::technique_ids());
            }
            found
        });
        let tool = step.tool.as_ref().and_then(|written| {
            let name = self.keep(scope.get(written))?;
            let found = practice::tool(&name.0);
            if found.is_none() {
                self.unknown(scope, written.span, "tool", &name.0, practice::tool_ids());
            }
            found
        });
        let (region, technique) = (region?, technique?);
        let pressure = self.setting(scope, step.pressure.as_ref(), technique.usual_pressure);
        let stay = self.lasting(scope, step.r#for.as_ref(), STAY, SHORTEST);
        let pace = self.pace(technique, step, scope);
        Some(Touch { region, technique, tool, pressure, pace, stay })
    }

    /// How fast along the skin: within the technique's range, and only for one that moves along it.
    fn pace(&mut self, technique: &'static Technique, step: &script::Massage, scope: &Scope) -> Option<Pace> {
        let asked = step.pace.as_ref().and_then(|written| Some((self.keep(scope.get(written))?, written.span)));
        match (asked, &technique.pace) {
            (Some((pace, span)), Some(range)) if !range.holds(pace) => {
                let message = format!("{pace} isn't a pace for {}", technique.id);
                let error = scope.error(span, "wrong-value", message);
                self.note(error.help(format!("it goes at {} to {}", range.least, range.most)));
                None
            }
            (Some((_, span)), None) => {
                let message = format!("{} doesn't move along the skin and has no pace", technique.id);
                self.note(scope.error(span, "wrong-value", message).help("leave the pace out"));
                None
            }
            (Some((pace, _)), Some(_)) => Some(pace),
            (None, _) => technique.usual_pace,
        }
    }

    fn judge_touch(&mut self, touch: &Touch, side: Option<Side>, step: &At<script::Massage>, scope: &Scope) {
        let verdict = massage_verdict(touch.region, side, touch.technique, touch.tool, touch.pressure);
        if let Verdict::Refuse(reasons) = &verdict {
            for reason in reasons.iter().filter(|reason| !matches!(reason, practice::Reason::Caution(_))) {
                let text = reason.to_string();
                let (message, help) = text.split_once("; ").unwrap_or((&text, ""));
                self.note(scope.error(step.span, "unsuited", message).help(help));
            }
        }
        let tool = touch.tool.or_else(|| {
            let name = touch.technique.tools.iter().find(|tool| touch.region.tools.contains(tool))?;
            practice::tool(name)
        });
        let act = Act {
            kind: Some(ActKind::Massage),
            region: Some(&touch.region.id),
            technique: Some(&touch.technique.id),
            tool: tool.map(|tool| tool.id.as_str()),
            pressure: Some(touch.pressure),
            length: Some(touch.stay),
            ..Act::default()
        };
        self.judge(&act, step.because.as_ref(), step.span, scope);
        // What a region is never touched for needn't be in the caution's own conditions.
        if let (Verdict::Refuse(reasons), false) = (&verdict, self.has_error_at(scope, step.span)) {
            let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
            let error = scope.error(step.span, "refused", reasons.join("; "));
            self.note(error.help("this can't be switched off; choose another place"));
        }
    }

    fn has_error_at(&self, scope: &Scope, span: script::Span) -> bool {
        let origin = scope.origin(span);
        self.diagnostics.iter().any(|diagnostic| {
            diagnostic.severity == script::Severity::Error
                && diagnostic.span == origin.span
                && diagnostic.source == origin.source
        })
    }

    /// What is said before the hands begin.
    fn approach(
        &mut self,
        touch: &Touch,
        side: Option<Side>,
        pass: u64,
        step: &At<script::Massage>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let place = practice::Place::region(touch.region, side);
        let name = self.phrases.place(place);
        if let Some(prose) = &step.say {
            let side = side.map_or("", Side::as_str);
            return self.say(prose, scope, &[("region", &name), ("side", side)], items);
        }
        let args = [("place", Arg::Place(place))];
        let mut said = Vec::new();
        if self.massages == 0 && pass == 0 {
            said.push(self.phrase("massage-open", 0, &[]));
        }
        said.push(self.phrase("massage-place", pass, &args));
        // The second side needs no second lesson.
        if pass == 0 {
            said.push(self.phrases.say(&format!("massage-reach-{}", touch.region.id), self.seed, &[]));
            said.push(self.phrases.technique(&touch.technique.id, &touch.region.id, self.seed));
            if let Some(tool) = touch.tool {
                said.push(self.phrases.say(&format!("massage-tool-{}", tool.id), 0, &[]));
            }
            if self.pressure_said != Some(touch.pressure) {
                said.push(self.phrases.say(&format!("massage-pressure-{}", touch.pressure.get()), 0, &[]));
                self.pressure_said = Some(touch.pressure);
            }
        }
        for words in said.iter().filter(|words| !words.is_empty()) {
            self.say_phrase(words, scope, step.span, items);
        }
    }

    /// The time that the hands have.
    fn stretch(
        &mut self,
        touch: &Touch,
        side: Option<Side>,
        pass: u64,
        step: &At<script::Massage>,
        scope: &Scope,
    ) -> Guided {
        let place = practice::Place::region(touch.region, side);
        let reminders = (touch.stay.seconds() / REMIND_EVERY).floor() as u64;
        let mut said = vec![GuidedLine::Rest(20)];
        for reminder in 0..reminders {
            said.extend(lines(&self.phrase("massage-remind", 7 * pass + reminder, &[]), true));
            said.push(GuidedLine::Rest(20));
        }
        let kind = GuidedKind::Massage(Massage {
            place: Place { region: touch.region.id.clone(), name: self.phrases.place(place), side },
            technique: touch.technique.id.clone(),
            pressure: touch.pressure,
            pace: touch.pace,
        });
        Guided { kind, length: touch.stay.frames(), lines: said, origin: scope.origin(step.span) }
    }
}
