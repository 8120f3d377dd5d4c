//! Muscle relaxation: tensing a little, and letting go; or letting go only.

use crate::practice::{self, Act, ActKind, Effort, MuscleGroup, MuscleSet};
use crate::quantity::Time;
use crate::script::{self, At, Count, EffortChoice, YesNo};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::wishes::{Away, Change};
use crate::session::{Guided, GuidedKind, GuidedLine, Item};

use super::{asks_for, lines};

/// How long to tense and to let go if nothing is said (Bernstein & Borkovec 1973: 5-7 s and 20-40 s).
const TENSE: Time = Time::from_secs(5);
const RELEASE: Time = Time::from_secs(20);
/// Less than this is neither tensing nor letting go.
const SHORTEST: Time = Time::from_secs(1);
/// Tensing for longer than this is never asked for: it tires and cramps.
const LONGEST_TENSE: Time = Time::from_secs(10);

/// How a group is relaxed.
struct Way {
    tense: Time,
    release: Time,
    times: u32,
    release_only: bool,
    /// Less strength than the group's own words speak of.
    lighter: Option<Effort>,
}

impl Resolver<'_> {
    pub(in crate::session) fn relax(&mut self, step: &At<script::Relax>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let asked = self.setting(scope, step.release_only.as_ref(), YesNo(false)).0;
        let tense = self.lasting(scope, step.tense.as_ref(), TENSE, SHORTEST);
        if let (true, Some(written)) = (tense > LONGEST_TENSE, &step.tense) {
            let error = scope.error(written.span, "wrong-value", format!("{tense} is too long to tense a muscle"));
            self.note(error.help(format!("5s to 7s are usual, {LONGEST_TENSE} the most")));
        }
        let release = self.lasting(scope, step.release.as_ref(), RELEASE, SHORTEST);
        let times = step.times.as_ref().and_then(|times| self.keep(scope.get(times))).map_or(1, Count::get);
        let groups = self.muscle_groups(step, scope);
        let effort = self.effort(step, &groups, scope);
        let release_only = asked || self.wants_release_only();
        let way = Way { tense, release, times, release_only, lighter: None };
        let groups: Vec<&MuscleGroup> = groups.into_iter().filter(|group| !self.left_out(group)).collect();
        if groups.is_empty() {
            return;
        }
        let everywhere = step.say.as_ref().filter(|say| asks_for(say, "group"));
        match &step.say {
            // Words about tensing don't fit where nothing is tensed any more.
            Some(prose) if everywhere.is_none() && release_only == asked => self.say(prose, scope, &[], items),
            Some(_) if everywhere.is_some() => {}
            _ => {
                let words = self.phrase(if release_only { "relax-open-release" } else { "relax-open" }, 0, &[]);
                self.say_phrase(&words, scope, step.span, items);
            }
        }
        let mut round = 0;
        for group in groups {
            let release_only = release_only || self.only_let_go(group);
            let act =
                Act { kind: Some(ActKind::Relax), region: group.regions.first().map(String::as_str), ..Act::default() };
            if !release_only {
                self.judge(&act, None, step.span, scope);
            }
            let lighter = effort.filter(|effort| *effort < group.effort);
            let way = Way { release_only, lighter, ..way };
            self.relax_group(group, &way, &mut round, everywhere, step, scope, items);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a group needs all that its step knows")]
    fn relax_group(
        &mut self,
        group: &'static MuscleGroup,
        way: &Way,
        round: &mut u64,
        own: Option<&At<script::Prose>>,
        step: &At<script::Relax>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let name = self.phrases.say(&format!("muscles-{}", group.id), 0, &[]);
        let kind = |tense| GuidedKind::Relax { group: group.id.clone(), name: name.clone(), tense };
        for time in 0..way.times {
            *round += 1;
            let origin = scope.origin(step.span);
            match own.filter(|_| time == 0) {
                Some(prose) => self.say(prose, scope, &[("group", &name)], items),
                None => {
                    let words = match (way.release_only, time) {
                        (true, _) => {
                            self.phrases.say(&format!("relax-soften-{}", group.id), self.seed + u64::from(time), &[])
                        }
                        (false, 0) => self.phrases.say(&format!("relax-tense-{}", group.id), 0, &[]),
                        // The second time needs no second lesson.
                        (false, _) => self.phrase("relax-again", *round, &[]),
                    };
                    self.say_phrase(&words, scope, step.span, items);
                    if let (Some(effort), false, 0) = (way.lighter, way.release_only, time) {
                        let words = self.phrase(&format!("relax-effort-{}", effort.as_str()), 0, &[]);
                        self.say_phrase(&words, scope, step.span, items);
                    }
                }
            }
            if !way.release_only {
                // Feet and calves cramp: the table says how long each group may be tensed.
                let length = way.tense.min(group.tense.most).frames();
                let lines = vec![GuidedLine::Rest(1)];
                items.push(Item::Guided(Guided { kind: kind(true), length, lines, origin: origin.clone() }));
                let go = self.phrase("relax-let-go", *round, &[]);
                self.say_phrase(&go, scope, step.span, items);
            }
            let mut said = vec![GuidedLine::Rest(4)];
            said.extend(lines(&self.phrase("relax-notice", *round, &[]), true));
            said.push(GuidedLine::Rest(8));
            items.push(Item::Guided(Guided { kind: kind(false), length: way.release.frames(), lines: said, origin }));
        }
    }

    /// Whether the listener tenses nothing.
    fn wants_release_only(&mut self) -> bool {
        // Both are asked: each is a reason of its own.
        let (only, listen) = (self.wishes.wants(Change::ReleaseOnly), self.wishes.wants(Change::ListenOnly));
        only || listen
    }

    /// Whether a group is only let go, because a region in it is left out.
    fn only_let_go(&mut self, group: &MuscleGroup) -> bool {
        let mut only = false;
        for region in group.regions.iter().filter_map(|name| practice::region(name)) {
            if self.wishes.is_kept_away_from(region).is_some_and(|away| away >= Away::Avoided) {
                self.wishes.keeps_away_from(region);
                only = true;
            }
        }
        only
    }

    /// Whether a group is left out: all of it is, or its words would name what is.
    fn left_out(&mut self, group: &MuscleGroup) -> bool {
        let regions: Vec<_> = group.regions.iter().filter_map(|name| practice::region(name)).collect();
        let (unnamed, left): (Vec<_>, Vec<_>) =
            regions.into_iter().partition(|region| self.wishes.is_kept_away_from(region) == Some(Away::Unnamed));
        let said: Vec<String> = ["soften", "tense"]
            .into_iter()
            .flat_map(|way| {
                let id = format!("relax-{way}-{}", group.id);
                (0..self.phrases.variants(&id)).map(move |variant| (id.clone(), variant))
            })
            .map(|(id, variant)| self.phrases.say_variant(&id, variant))
            .collect();
        // Words about this group may name a neighbour of it that is left out.
        let named = practice::regions().iter().any(|region| {
            self.wishes.is_kept_away_from(region) == Some(Away::Unnamed)
                && said.iter().any(|words| practice::names_region(&self.language, &region.id, words))
        });
        if !named && (unnamed.is_empty() || !left.is_empty()) {
            return false;
        }
        for region in unnamed {
            self.wishes.keeps_away_from(region);
        }
        true
    }

    fn effort(&mut self, step: &script::Relax, groups: &[&MuscleGroup], scope: &Scope) -> Option<Effort> {
        let written = step.effort.as_ref()?;
        let effort = match self.keep(scope.get(written))? {
            EffortChoice::Quarter => Effort::Quarter,
            EffortChoice::Third => Effort::Third,
            EffortChoice::Half => Effort::Half,
        };
        if let Some(group) = groups.iter().find(|group| group.effort < effort) {
            let message = format!("{} is too much for {}", effort.as_str(), group.id);
            let error = scope.error(written.span, "wrong-value", message);
            self.note(error.help(format!("a {} of one's strength is the most there", group.effort.as_str())));
        }
        Some(effort)
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
                        let known = practice::muscle_group_ids().chain(sets);
                        self.unknown(scope, written.span, "muscle group", other, known);
                    }
                },
            }
        }
        groups
    }
}
