//! The body scan: attention that rests on one region after another.

use crate::practice::{self, Act, ActKind, Arg, Region, Side};
use crate::quantity::Time;
use crate::script::{self, At, ScanOrder};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::wishes::{Away, Change};
use crate::session::{Guided, GuidedKind, GuidedLine, Item, Placed};
use crate::timeline::Place;

use super::{asks_for, lines};

/// How long to stay with a region if nothing is said (docs/practice.md: 15-60 s a region).
const EACH: Time = Time::from_secs(25);
/// The usual range: time that becomes free where regions are left out is shared within it, and open eyes stay at its
/// lower end.
const SHORTEST_USUAL: Time = Time::from_secs(15);
const LONGEST_USUAL: Time = Time::from_secs(60);
/// How long to rest at the last place.
const REST: Time = Time::from_secs(30);

/// A place on the way.
struct Stop {
    id: &'static str,
    place: practice::Place<'static>,
    side: Option<Side>,
    order: u16,
}

impl Stop {
    fn region(region: &'static Region, side: Option<Side>) -> Stop {
        let side = side.filter(|_| region.paired);
        Stop { id: &region.id, place: practice::Place::region(region, side), side, order: region.order }
    }
}

impl Resolver<'_> {
    pub(in crate::session) fn scan(&mut self, step: &At<script::Scan>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        let each = self.lasting(scope, step.each.as_ref(), EACH, Time::from_secs(1));
        let written = step.regions.len();
        let mut stops = Vec::new();
        for written in &step.regions {
            stops.extend(self.stops(written, step, scope));
        }
        match self.setting(scope, step.order.as_ref(), ScanOrder::Written) {
            ScanOrder::Written => {}
            ScanOrder::Up => stops.sort_by_key(|stop| stop.order),
            ScanOrder::Down => stops.sort_by_key(|stop| std::cmp::Reverse(stop.order)),
        }
        let rest = step.rest_at.as_ref().and_then(|written| self.stops(written, step, scope).into_iter().next());
        if stops.is_empty() && rest.is_none() {
            return;
        }
        let everywhere = step.say.as_ref().filter(|say| asks_for(say, "region"));
        match &step.say {
            Some(prose) if everywhere.is_none() => self.say(prose, scope, &[], items),
            Some(_) => {}
            None => {
                let words = self.phrase("scan-open", 0, &[]);
                self.say_phrase(&words, scope, step.span, items);
            }
        }
        let each = self.shared(each, written, stops.len());
        for (round, stop) in (0u64..).zip(&stops) {
            self.visit(stop, each, round, everywhere, step, scope, items);
        }
        if let Some(stop) = rest {
            let words = self.phrase("scan-rest", 0, &[("place", Arg::Place(stop.place))]);
            self.say_phrase(&words, scope, step.span, items);
            let lines = vec![GuidedLine::Rest(1)];
            let kind = self.at_place(&stop);
            items.push(Item::Guided(Guided { kind, length: REST.frames(), lines, origin: scope.origin(step.span) }));
        }
    }

    /// How long to stay at each place: what is left out leaves its time to the others, as far as that is usual.
    fn shared(&mut self, each: Time, written: usize, left: usize) -> Time {
        let mut shared = each;
        if left < written && left > 0 {
            let millis = each.millis().saturating_mul(written as u64) / left as u64;
            shared = Time::from_millis(millis).min(LONGEST_USUAL.max(each));
        }
        if shared > SHORTEST_USUAL && self.wishes.wants(Change::ShortAndOpen) { SHORTEST_USUAL } else { shared }
    }

    #[expect(clippy::too_many_arguments, reason = "a stop needs all that its step knows")]
    fn visit(
        &mut self,
        stop: &Stop,
        each: Time,
        round: u64,
        own: Option<&At<script::Prose>>,
        step: &At<script::Scan>,
        scope: &Scope,
        items: &mut Vec<Item>,
    ) {
        let act = Act { kind: Some(ActKind::Scan), region: Some(stop.id), ..Act::default() };
        self.judge(&act, None, step.span, scope);
        let mut said: Vec<GuidedLine> = match own {
            Some(prose) => {
                let name = self.phrases.place(stop.place);
                self.own_lines(prose, scope, &[("region", &name), ("side", stop.side.map_or("", Side::as_str))])
            }
            None => {
                let arrive = self.phrase("scan-arrive", round, &[("place", Arg::Place(stop.place))]);
                lines(&arrive, false).collect()
            }
        };
        said.push(GuidedLine::Rest(5));
        if own.is_none() {
            let at_region = self.phrases.say(&format!("scan-at-{}", stop.id), self.seed, &[]);
            said.extend(lines(&at_region, true));
            said.push(GuidedLine::Rest(8));
            if round % 2 == 1 {
                let notice = self.phrase("scan-notice", round, &[]);
                said.extend(lines(&notice, true));
                said.push(GuidedLine::Rest(8));
            }
        }
        let kind = self.at_place(stop);
        items.push(Item::Guided(Guided { kind, length: each.frames(), lines: said, origin: scope.origin(step.span) }));
    }

    fn at_place(&self, stop: &Stop) -> GuidedKind {
        GuidedKind::Scan(Place { region: stop.id.into(), name: self.phrases.place(stop.place), side: stop.side })
    }

    /// The stops that a name stands for: one, none where it is left out, or what is left of a group.
    fn stops(
        &mut self,
        written: &At<script::Setting<script::RegionName>>,
        step: &At<script::Scan>,
        scope: &Scope,
    ) -> Vec<Stop> {
        let Some(name) = self.keep(scope.get(written)) else { return Vec::new() };
        match (practice::region(&name.0), practice::group(&name.0)) {
            (Some(region), _) if !region.scan => {
                let error = scope.error(written.span, "wrong-value", format!("a scan doesn't rest at {}", region.id));
                self.note(error.help("it is in the table so that it can be refused for touch"));
                Vec::new()
            }
            (Some(region), _) => {
                if self.is_unnamed(region) {
                    self.wishes.keeps_away_from(region);
                    return Vec::new();
                }
                let side = self.side_of_region(scope, step, region.paired);
                vec![Stop::region(region, side)]
            }
            (None, Some(group)) => {
                let side = self.side_of_region(scope, step, group.paired);
                let regions = practice::regions_of(group);
                if regions.iter().any(|region| self.is_unnamed(region)) {
                    // A group can't be named whole any more: what is left of it is visited by itself.
                    let (out, left): (Vec<&Region>, Vec<&Region>) =
                        regions.into_iter().partition(|region| self.is_unnamed(region));
                    for region in out {
                        self.wishes.keeps_away_from(region);
                    }
                    return left.into_iter().map(|region| Stop::region(region, side)).collect();
                }
                let order = regions.iter().map(|region| region.order).min().unwrap_or_default();
                vec![Stop { id: &group.id, place: practice::Place::group(group, side), side, order }]
            }
            (None, None) => {
                let known = practice::region_ids().chain(practice::group_ids());
                self.unknown(scope, written.span, "region", &name.0, known);
                Vec::new()
            }
        }
    }

    fn is_unnamed(&self, region: &Region) -> bool {
        self.wishes.is_kept_away_from(region) == Some(Away::Unnamed)
    }

    /// The side that the whole scan keeps to, at a region that has sides: one without them is simply passed over.
    fn side_of_region(&mut self, scope: &Scope, step: &script::Scan, paired: bool) -> Option<Side> {
        if paired { self.side(scope, step.side.as_ref(), true, "") } else { None }
    }

    /// An author's words inside a stretch of set length: their silences are shares of what is left.
    pub(super) fn own_lines(
        &mut self,
        prose: &At<script::Prose>,
        scope: &Scope,
        own: &[(&str, &str)],
    ) -> Vec<GuidedLine> {
        let mut items = Vec::new();
        self.say(prose, scope, own, &mut items);
        let line = |item: Item| match item {
            Item::Say(Placed { value, .. }) => Some(GuidedLine::Say(value)),
            Item::Silence(silence) => Some(GuidedLine::Rest(silence.ideal.seconds().round().max(1.0) as u32)),
            _ => None,
        };
        items.into_iter().filter_map(line).collect()
    }
}
