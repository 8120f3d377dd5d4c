//! Self-massage: how to get there, what the hands do, and now and then a word of comfort.

use crate::practice::{self, Act, ActKind, Arg, Movement, Region, Side, Technique, Tool, Verdict, massage_verdict};
use crate::quantity::{Pace, Pressure, Time, stroke};
use crate::script::{self, At, Lead};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::wishes::{Away, Change};
use crate::session::{Guided, GuidedKind, GuidedLine, Item, Strokes};
use crate::timeline::{Massage, Place};

use super::lines;

/// How long on each side if nothing is said (docs/practice.md: 30-120 s an area).
const STAY: Time = Time::from_secs(60);
/// Hands that have only just come to rest don't leave again.
const SHORTEST: Time = Time::from_secs(5);
/// A word of comfort about this often: reminders, not nagging.
const REMIND_EVERY: f64 = 45.0;

/// The reminders, by their numbers in the phrase files, that suit a hand which rests.
const STILL_REMINDERS: [usize; 4] = [0, 2, 3, 4];
/// The most pressure of light, flat hands.
const LIGHT: u8 = 2;

/// What is done, looked up in the tables.
#[derive(Clone)]
struct Touch {
    region: &'static Region,
    technique: &'static Technique,
    tool: Option<&'static Tool>,
    pressure: Pressure,
    pace: Option<Pace>,
    stay: Time,
    lead: Lead,
}

/// What is done for this listener.
enum Done {
    /// What the author wrote.
    AsWritten,
    /// Something gentler, in the table's words.
    Gentler(Touch),
    /// Only imagined.
    Imagined,
    /// Nothing.
    LeftOut,
}

impl Resolver<'_> {
    pub(in crate::session) fn massage(&mut self, step: &At<script::Massage>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let Some(touch) = self.touch(step, scope) else { return };
        let side = self.side(scope, step.side.as_ref(), touch.region.paired, &touch.region.id);
        self.judge_touch(&touch, side, step, scope);
        let (touch, own_words, imagined) = match self.suited(&touch) {
            Done::AsWritten => (touch, true, false),
            Done::Gentler(gentler) => (gentler, false, false),
            Done::Imagined => (touch, false, true),
            Done::LeftOut => return,
        };
        if !imagined {
            self.tell_of_touch(&touch);
        }
        // One hand can't hold two forearms: those sides follow each other. Both temples are held at once.
        let sides = match side {
            Some(Side::Both) if !touch.region.at_once && !imagined => vec![Some(Side::Left), Some(Side::Right)],
            side => vec![side],
        };
        for (pass, side) in (0u64..).zip(sides) {
            if imagined {
                self.imagine(&touch, side, step, scope, items);
                continue;
            }
            if pass > 0 {
                let words = self.phrase("massage-change-side", pass, &[]);
                self.say_phrase(&words, scope, step.span, items);
            }
            let own = step.say.as_ref().filter(|_| own_words);
            self.approach(&touch, side, pass, own, step, scope, items);
            items.push(Item::Guided(self.stretch(&touch, side, pass, step, scope)));
        }
        self.massages += u32::from(!imagined);
    }

    /// What of a touch suits this listener.
    fn suited(&mut self, touch: &Touch) -> Done {
        match self.wishes.keeps_away_from(touch.region) {
            Some(Away::Unnamed | Away::Avoided) => return Done::LeftOut,
            Some(Away::Untouched) => return Done::Imagined,
            None => {}
        }
        if self.wishes.wants(Change::ListenOnly) || self.wishes.wants(Change::Imagine) {
            return Done::Imagined;
        }
        let mut gentler = touch.clone();
        let still = |gentler: &mut Touch| {
            let hold = practice::technique("hold").filter(|hold| gentler.region.techniques.contains(&hold.id));
            let Some(hold) = hold else { return false };
            *gentler = Touch { technique: hold, tool: None, pace: None, lead: Lead::None, ..gentler.clone() };
            gentler.pressure = gentler.pressure.min(hold.usual_pressure);
            true
        };
        let id = touch.technique.id.as_str();
        if id != "hold" && self.wishes.holds_instead(touch.region) && !still(&mut gentler) {
            return Done::Imagined;
        }
        let warm = id == "warm" || touch.tool.is_some_and(|tool| tool.id == "warm-pack");
        if warm && self.wishes.wants(Change::NoHeat) && !still(&mut gentler) {
            return Done::Imagined;
        }
        // Leaning is done standing at a wall, or with a ball on the floor.
        if id == "lean" && self.wishes.wants(Change::Seated) && !still(&mut gentler) {
            return Done::Imagined;
        }
        let with_tool =
            matches!(id, "lean" | "roll") || touch.tool.is_some_and(|tool| !tool.hand && tool.id != "cloth");
        let firm = touch.pressure.get() > LIGHT;
        if (with_tool || firm) && self.wishes.wants(Change::HandsOnly) {
            if with_tool && !still(&mut gentler) {
                return Done::Imagined;
            }
            gentler.pressure = gentler.pressure.min(Pressure::new(LIGHT).unwrap_or(gentler.pressure));
        }
        let same = gentler.technique.id == touch.technique.id
            && gentler.pressure == touch.pressure
            && gentler.tool.map(|tool| &tool.id) == touch.tool.map(|tool| &tool.id);
        if same { Done::AsWritten } else { Done::Gentler(gentler) }
    }

    /// The same time, the same place, and no touch.
    fn imagine(
        &mut self,
        touch: &Touch,
        side: Option<Side>,
        step: &At<script::Massage>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let place = practice::Place::region(touch.region, side);
        let words = self.phrase("massage-place", 0, &[("place", Arg::Place(place))]);
        self.say_phrase(&words, scope, step.span, items);
        let imagine = self.phrase("massage-imagine", 0, &[]);
        self.say_phrase(&imagine, scope, step.span, items);
        let name = self.phrases.place(place);
        let kind = GuidedKind::Scan(Place { region: touch.region.id.clone(), name, side });
        let said = vec![GuidedLine::Rest(1)];
        let origin = scope.origin(step.span);
        items.push(Item::Guided(Guided { kind, length: touch.stay.frames(), lines: said, origin }));
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
        let lead = self.lead(technique, step, scope);
        Some(Touch { region, technique, tool, pressure, pace, stay, lead })
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

    /// What leads the rhythm, of a technique that has one.
    fn lead(&mut self, technique: &'static Technique, step: &script::Massage, scope: &Scope) -> Lead {
        let Some(written) = &step.lead else { return Lead::None };
        let lead = self.keep(scope.get(written)).unwrap_or(Lead::None);
        if lead != Lead::None && technique.movement == Movement::Still {
            let message = format!("{} rests where it is and has no rhythm to lead", technique.id);
            self.note(scope.error(written.span, "wrong-value", message).help("leave `lead` out"));
            return Lead::None;
        }
        lead
    }

    /// How long one stroke or one round lasts.
    fn stroke(touch: &Touch) -> Option<Time> {
        match touch.technique.movement {
            Movement::Still => None,
            Movement::Stroke => Some(stroke(touch.region.stroke_cm?, touch.pace?)),
            Movement::Cycle => {
                let cycle = touch.technique.cycle?;
                Some(Time::from_millis((500.0 * (cycle.least.seconds() + cycle.most.seconds())).round() as u64))
            }
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
        self.judge_author(&act_of(touch), step.because.as_ref(), step.span, scope);
        // What a region is never touched for needn't be in the caution's own conditions.
        if let (Verdict::Refuse(reasons), false) = (&verdict, self.has_error_at(scope, step.span)) {
            let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
            let error = scope.error(step.span, "refused", reasons.join("; "));
            self.note(error.help("this can't be switched off; choose another place"));
        }
    }

    /// Remembers what the listener is told of a touch as it will be done.
    fn tell_of_touch(&mut self, touch: &Touch) {
        self.tell_of(&act_of(touch));
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
    #[expect(clippy::too_many_arguments, reason = "a side needs all that its step knows")]
    fn approach(
        &mut self,
        touch: &Touch,
        side: Option<Side>,
        pass: u64,
        own: Option<&At<script::Prose>>,
        step: &At<script::Massage>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let place = practice::Place::region(touch.region, side);
        let name = self.phrases.place(place);
        if let Some(prose) = own {
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
            if touch.technique.id == "move" && self.wishes.wants(Change::SmallMovements) {
                said.push(self.phrase("session-small-movements", 0, &[]));
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
            let words = self.reminder(touch, 7 * pass + reminder);
            said.extend(lines(&words, true));
            said.push(GuidedLine::Rest(20));
        }
        let massage = Massage {
            place: Place { region: touch.region.id.clone(), name: self.phrases.place(place), side },
            technique: touch.technique.id.clone(),
            technique_name: self.phrases.say(&format!("technique-{}", touch.technique.id), 0, &[]),
            pressure: touch.pressure,
            pace: touch.pace,
        };
        let kind = GuidedKind::Massage { massage, strokes: self.strokes(touch) };
        Guided { kind, length: touch.stay.frames(), lines: said, origin: scope.origin(step.span) }
    }

    /// A word of comfort. Where nothing moves, nobody is told to go slower or to find what they like best.
    fn reminder(&self, touch: &Touch, round: u64) -> String {
        if touch.technique.movement != Movement::Still {
            return self.phrase("massage-remind", round, &[]);
        }
        let still = STILL_REMINDERS[((self.seed + round) % STILL_REMINDERS.len() as u64) as usize];
        self.phrases.say_variant("massage-remind", still)
    }

    /// What leads the rhythm of a stretch.
    fn strokes(&self, touch: &Touch) -> Option<Strokes> {
        let each = Self::stroke(touch)?.frames();
        match touch.lead {
            Lead::None => None,
            Lead::Glide => Some(Strokes { each, counts: Vec::new() }),
            Lead::Count => {
                let counts =
                    (1..=practice::MOST_COUNTED).map(|count| self.phrase(&format!("massage-count-{count}"), 0, &[]));
                Some(Strokes { each, counts: counts.collect() })
            }
        }
    }
}

/// A touch as the caution table sees it.
fn act_of(touch: &Touch) -> Act<'static> {
    let tool = touch.tool.or_else(|| {
        let name = touch.technique.tools.iter().find(|tool| touch.region.tools.contains(tool))?;
        practice::tool(name)
    });
    Act {
        kind: Some(ActKind::Massage),
        region: Some(&touch.region.id),
        technique: Some(&touch.technique.id),
        tool: tool.map(|tool| tool.id.as_str()),
        pressure: Some(touch.pressure),
        length: Some(touch.stay),
        ..Act::default()
    }
}
