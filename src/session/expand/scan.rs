//! The body scan: attention that rests on one region after another.

use crate::practice::{self, Act, ActKind, Arg};
use crate::quantity::Time;
use crate::script::{self, At};
use crate::session::resolve::Resolver;
use crate::session::scope::Scope;
use crate::session::{Guided, GuidedKind, GuidedLine, Item};
use crate::timeline::Place;

use super::lines;

/// How long to stay with a region if nothing is said (docs/practice.md: 15-60 s a region).
const EACH: Time = Time::from_secs(25);

impl Resolver<'_> {
    pub(in crate::session) fn scan(&mut self, step: &At<script::Scan>, scope: &Scope, items: &mut Vec<Item>) {
        self.seed += 1;
        match &step.say {
            Some(prose) => self.say(prose, scope, &[], items),
            None => {
                let words = self.phrase("scan-open", 0, &[]);
                self.say_phrase(&words, scope, step.span, items);
            }
        }
        let each = self.lasting(scope, step.each.as_ref(), EACH, Time::from_secs(1));
        for (round, written) in (0u64..).zip(&step.regions) {
            let Some(name) = self.keep(scope.get(written)) else { continue };
            let place = match (practice::region(&name.0), practice::group(&name.0)) {
                (Some(region), _) if !region.scan => {
                    let error =
                        scope.error(written.span, "wrong-value", format!("a scan doesn't rest at {}", region.id));
                    self.note(error.help("it is in the table so that it can be refused for touch"));
                    continue;
                }
                (Some(region), _) => {
                    let side = self.side_of_region(scope, step, region.paired);
                    (region.id.as_str(), practice::Place::region(region, side), side)
                }
                (None, Some(group)) => {
                    let side = self.side_of_region(scope, step, group.paired);
                    (group.id.as_str(), practice::Place::group(group, side), side)
                }
                (None, None) => {
                    let known = practice::region_ids().chain(practice::group_ids());
                    self.unknown(scope, written.span, "region", &name.0, known);
                    continue;
                }
            };
            let (id, place, side) = place;
            self.judge(&Act { kind: Some(ActKind::Scan), region: Some(id), ..Act::default() }, None, step.span, scope);
            let arrive = self.phrase("scan-arrive", round, &[("place", Arg::Place(place))]);
            let at_region = self.phrases.say(&format!("scan-at-{id}"), self.seed, &[]);
            let mut said: Vec<GuidedLine> = lines(&arrive, false).collect();
            said.push(GuidedLine::Rest(5));
            said.extend(lines(&at_region, true));
            said.push(GuidedLine::Rest(8));
            if round % 2 == 1 {
                let notice = self.phrase("scan-notice", round, &[]);
                said.extend(lines(&notice, true));
                said.push(GuidedLine::Rest(8));
            }
            let kind = GuidedKind::Scan(Place { region: id.to_string(), name: self.phrases.place(place), side });
            items.push(Item::Guided(Guided {
                kind,
                length: each.frames(),
                lines: said,
                origin: scope.origin(step.span),
            }));
        }
    }

    /// The side that the whole scan keeps to, at a region that has sides: one without them is simply passed over.
    fn side_of_region(&mut self, scope: &Scope, step: &script::Scan, paired: bool) -> Option<practice::Side> {
        if paired { self.side(scope, step.side.as_ref(), true, "") } else { None }
    }
}
