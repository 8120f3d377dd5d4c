//! Muscle relaxation: tensing a little, and letting go; or letting go only.

use crate::practice::{self, Act, ActKind, MuscleGroup, MuscleSet};
use crate::quantity::Time;
use crate::script::{self, At, Count, YesNo};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::{Guided, GuidedKind, GuidedLine, Item};

use super::lines;

/// How long to tense and to let go if nothing is said (Bernstein & Borkovec 1973: 5-7 s and 20-40 s).
const TENSE: Time = Time::from_secs(5);
const RELEASE: Time = Time::from_secs(20);
/// Less than this is neither tensing nor letting go.
const SHORTEST: Time = Time::from_secs(1);
/// Tensing for longer than this is never asked for: it tires and cramps.
const LONGEST_TENSE: Time = Time::from_secs(10);

impl Resolver<'_> {
    pub(in crate::session) fn relax(&mut self, step: &At<script::Relax>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let release_only = self.setting(scope, step.release_only.as_ref(), YesNo(false)).0;
        let tense = self.lasting(scope, step.tense.as_ref(), TENSE, SHORTEST);
        if let (true, Some(written)) = (tense > LONGEST_TENSE, &step.tense) {
            let error = scope.error(written.span, "wrong-value", format!("{tense} is too long to tense a muscle"));
            self.note(error.help(format!("5s to 7s are usual, {LONGEST_TENSE} the most")));
        }
        let release = self.lasting(scope, step.release.as_ref(), RELEASE, SHORTEST);
        let times = step.times.as_ref().and_then(|times| self.keep(scope.get(times))).map_or(1, Count::get);
        let groups = self.muscle_groups(step, scope);
        match &step.say {
            Some(prose) => self.say(prose, scope, &[], items),
            None => {
                let words = self.phrase(if release_only { "relax-open-release" } else { "relax-open" }, 0, &[]);
                self.say_phrase(&words, scope, step.span, items);
            }
        }
        let mut round = 0;
        for group in groups {
            let act =
                Act { kind: Some(ActKind::Relax), region: group.regions.first().map(String::as_str), ..Act::default() };
            self.judge(&act, None, step.span, scope);
            for time in 0..times {
                round += 1;
                let mut kind = GuidedKind::Relax { group: group.id.clone(), name: group.about.clone(), tense: true };
                if release_only {
                    let words =
                        self.phrases.say(&format!("relax-soften-{}", group.id), self.seed + u64::from(time), &[]);
                    self.say_phrase(&words, scope, step.span, items);
                } else {
                    if time > 0 {
                        let again = self.phrase("relax-again", round, &[]);
                        self.say_phrase(&again, scope, step.span, items);
                    }
                    let words = self.phrases.say(&format!("relax-tense-{}", group.id), 0, &[]);
                    self.say_phrase(&words, scope, step.span, items);
                    // Feet and calves cramp: the table says how long each group may be tensed.
                    let length = tense.min(group.tense.most).frames();
                    let origin = scope.origin(step.span);
                    let lines = vec![GuidedLine::Rest(1)];
                    items.push(Item::Guided(Guided { kind: kind.clone(), length, lines, origin }));
                    let go = self.phrase("relax-let-go", round, &[]);
                    self.say_phrase(&go, scope, step.span, items);
                }
                if let GuidedKind::Relax { tense, .. } = &mut kind {
                    *tense = false;
                }
                let mut said = vec![GuidedLine::Rest(4)];
                said.extend(lines(&self.phrase("relax-notice", round, &[]), true));
                said.push(GuidedLine::Rest(8));
                let origin = scope.origin(step.span);
                items.push(Item::Guided(Guided { kind, length: release.frames(), lines: said, origin }));
            }
        }
    }

    fn muscle_groups(&mut self, step: &script::Relax, scope: &Scope) -> Vec<&'static MuscleGroup> {
        let mut groups = Vec::new();
        for written in &step.groups {
            let Some(name) = self.keep(scope.get(written)) else { continue };
            match name.0.as_str() {
                "16" => groups.extend(practice::muscle_set(MuscleSet::Sixteen)),
                "7" => groups.extend(practice::muscle_set(MuscleSet::Seven)),
                "4" => groups.extend(practice::muscle_set(MuscleSet::Four)),
                other => match practice::muscle_group(other) {
                    Some(group) => groups.push(group),
                    None => {
                        let sets = [("16", ""), ("7", ""), ("4", "")].into_iter();
                        self.unknown(
                            scope,
                            written.span,
                            "muscle group",
                            other,
                            practice::muscle_group_ids().chain(sets),
                        );
                    }
                },
            }
        }
        groups
    }
}
