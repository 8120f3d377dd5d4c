//! What every language must be able to say: one list, made from the tables, against which each phrase file is tested.

use super::body::{Side, groups, regions};
use super::breathing::{Phase, patterns};
use super::cautions::{Severity, Urgency, cautions};
use super::muscles::{Effort, muscle_groups};
use super::phrases::Place;
use super::touch::{techniques, tools};

/// Which places of the body a sentence is said with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Regions and groups where a scan may rest.
    Scan,
    /// Regions that are massaged.
    Massage,
}

impl Places {
    /// All of them, with all their sides.
    pub(super) fn places(self) -> Vec<Place<'static>> {
        let sides = |paired: bool| if paired { Side::ALL.map(Some).to_vec() } else { vec![None] };
        let mut places = Vec::new();
        for region in regions() {
            if if self == Places::Scan { region.scan } else { region.massage } {
                places.extend(sides(region.paired).into_iter().map(|side| Place::region(region, side)));
            }
        }
        if self == Places::Scan {
            for group in groups() {
                places.extend(sides(group.paired).into_iter().map(|side| Place::group(group, side)));
            }
        }
        places
    }
}

/// What has to be filled into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing; the sentence is whole.
    Nothing,
    /// `$place`.
    Place(Places),
    /// Words, under these names.
    Words(&'static [&'static str]),
}

/// A phrase that every language needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Required {
    /// Its id.
    pub id: String,
    /// The fewest variants.
    pub variants: usize,
    /// What is filled in.
    pub takes: Takes,
    /// Whether a voice says it; otherwise it is for the screen.
    pub spoken: bool,
}

/// Phrases that stand alone, with the fewest variants each.
const ALONE: &[(&str, usize)] = &[
    // Every session.
    ("session-stop", 2),
    ("session-eyes", 2),
    ("session-comfort", 1),
    ("session-tell-someone", 1),
    ("session-way-back", 2),
    ("session-way-back-end", 2),
    ("session-sleep-end", 2),
    ("session-half-way", 1),
    ("session-nearly-there", 1),
    ("wait-ready", 2),
    ("wait-gone-on", 1),
    ("quiet-ahead", 2),
    ("session-side-lying", 1),
    ("session-seated", 1),
    ("session-eyes-open", 1),
    ("session-slow-return", 1),
    ("session-small-movements", 1),
    // Breathing.
    ("breathe-open", 2),
    ("breathe-as-you-like", 2),
    ("breathe-without-holds", 1),
    ("breathe-ramp", 2),
    ("breathe-cue-tone", 1),
    ("breathe-cue-fades", 1),
    ("breathe-remind", 4),
    ("breathe-last-two", 1),
    ("breathe-close", 3),
    // Another anchor than the breath.
    ("anchor-hands-open", 1),
    ("anchor-hands-stay", 3),
    ("anchor-contact-open", 1),
    ("anchor-contact-stay", 3),
    ("anchor-sounds-open", 1),
    ("anchor-sounds-stay", 3),
    ("anchor-sights-open", 1),
    ("anchor-sights-stay", 3),
    ("anchor-close", 2),
    // Body scan.
    ("scan-open", 2),
    ("scan-choice", 2),
    ("scan-notice", 8),
    ("scan-nothing-felt", 2),
    ("scan-sore", 2),
    ("scan-wander", 3),
    ("scan-on", 4),
    ("scan-left-out", 1),
    ("scan-other-side", 2),
    ("scan-whole", 2),
    ("scan-close", 2),
    // Muscle relaxation.
    ("relax-open", 2),
    ("relax-open-release", 2),
    ("relax-first-time", 1),
    ("relax-let-go", 4),
    ("relax-notice", 5),
    ("relax-again", 2),
    ("relax-next", 3),
    ("relax-skip", 1),
    ("relax-cramp", 1),
    ("relax-close", 2),
    // Self-massage.
    ("massage-open", 2),
    ("massage-warm-hands", 2),
    ("massage-remind", 6),
    ("massage-change-side", 3),
    ("massage-change-hands", 2),
    ("massage-change-technique", 2),
    ("massage-imagine", 2),
    ("massage-last-one", 2),
    ("massage-rest-hands", 2),
    ("massage-close", 3),
    ("massage-pace-slow", 1),
    ("massage-pace-very-slow", 1),
    ("massage-pressure-0", 1),
    ("massage-pressure-1", 1),
    ("massage-pressure-2", 1),
    ("massage-pressure-3", 1),
    ("massage-pressure-4", 1),
];

/// Phrases for the screen only.
const SHOWN: &[&str] = &[
    "safety-title",
    "safety-intro",
    "safety-now",
    "safety-soon",
    "safety-harm",
    "safety-close",
    "too-much",
    "changed-anchor-hands",
    "changed-anchor-contact",
    "changed-anchor-sounds",
    "changed-anchor-sights",
    "changed-without-holds",
    "changed-breathe",
    "changed-listen-only",
    "changed-release-only",
    "changed-hands-only",
    "changed-hold-instead",
    "changed-imagine",
    "changed-no-heat",
    "changed-side-lying",
    "changed-seated",
    "changed-short-and-open",
    "changed-slow-return",
    "changed-small-movements",
    "changed-nothing-left",
    "why-settings",
    "why-asked",
    "why-therapist",
];

/// Phrases for the screen whose places to fill in are words.
const SHOWN_WITH: &[(&str, &[&str])] =
    &[("changed-leave-out", &["places"]), ("changed-no-touch", &["places"]), ("changed-because", &["change", "why"])];

/// Strokes are counted up to this in one go.
pub const MOST_COUNTED: u32 = 8;

/// Everything that a language must have, in a stable order.
pub fn required() -> Vec<Required> {
    let mut all = Vec::new();
    let mut add = |id: String, variants: usize, takes: Takes| {
        all.push(Required { id, variants, takes, spoken: true });
    };
    for (id, variants) in ALONE {
        add((*id).into(), *variants, Takes::Nothing);
    }
    for pattern in patterns() {
        add(format!("breathe-open-{}", pattern.id), 1, Takes::Nothing);
    }
    for phase in Phase::ALL {
        add(format!("breathe-{}", phase.as_str()), 1, Takes::Nothing);
    }
    add("breathe-hum".into(), 1, Takes::Nothing);
    add("scan-arrive".into(), 3, Takes::Place(Places::Scan));
    add("scan-rest".into(), 2, Takes::Place(Places::Scan));
    add("scan-stay".into(), 2, Takes::Nothing);
    for region in regions().iter().filter(|region| region.scan) {
        add(format!("scan-at-{}", region.id), 2, Takes::Nothing);
    }
    for group in groups() {
        add(format!("scan-at-{}", group.id), 1, Takes::Nothing);
    }
    for group in muscle_groups() {
        add(format!("relax-tense-{}", group.id), 1, Takes::Nothing);
        add(format!("relax-soften-{}", group.id), 1, Takes::Nothing);
    }
    for effort in [Effort::Quarter, Effort::Third, Effort::Half] {
        add(format!("relax-effort-{}", effort.as_str()), 1, Takes::Nothing);
    }
    for count in 1..=MOST_COUNTED {
        add(format!("massage-count-{count}"), 1, Takes::Nothing);
    }
    add("massage-place".into(), 2, Takes::Place(Places::Massage));
    for region in regions().iter().filter(|region| region.massage) {
        add(format!("massage-reach-{}", region.id), 1, Takes::Nothing);
    }
    for technique in techniques() {
        add(format!("massage-do-{}", technique.id), 2, Takes::Nothing);
        for region in technique.regions() {
            // Particular words are welcome, not required: at least none.
            add(format!("massage-do-{}-{}", technique.id, region.id), 0, Takes::Nothing);
        }
    }
    for tool in tools().iter().filter(|tool| !tool.powered && tool.id != "body" && tool.id != "hand") {
        add(format!("massage-tool-{}", tool.id), 1, Takes::Nothing);
    }
    for caution in cautions().iter().filter(|caution| caution.severity != Severity::Warn) {
        add(format!("caution-{}", caution.id), 1, Takes::Nothing);
    }
    let shown = |id: String| Required { id, variants: 1, takes: Takes::Nothing, spoken: false };
    all.extend(SHOWN.iter().map(|id| shown((*id).into())));
    all.extend(SHOWN_WITH.iter().map(|(id, words)| Required { takes: Takes::Words(words), ..shown((*id).into()) }));
    all.extend(muscle_groups().iter().map(|group| shown(format!("muscles-{}", group.id))));
    all.extend(techniques().iter().map(|technique| shown(format!("technique-{}", technique.id))));
    for caution in cautions().iter().filter(|caution| caution.ask) {
        all.push(shown(format!("ask-{}", caution.id)));
        // An emergency is answered with whom to call, not with a changed session.
        if caution.urgency != Urgency::Emergency {
            all.push(shown(format!("why-{}", caution.id)));
        }
    }
    all.retain({
        let mut seen = std::collections::HashSet::new();
        move |entry| seen.insert(entry.id.clone())
    });
    all
}
