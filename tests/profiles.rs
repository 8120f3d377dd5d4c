//! A session suits its listener: every bundled session crossed with every caution and wish comes out without what is
//! excluded, whole and laid out in time, and says what was changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use letgo::library::{Asset, Library, Synth};
use letgo::mix::synth;
use letgo::practice::{self, Adaptation, Caution, Urgency, names_region};
use letgo::session::{
    Anchor, GuidedKind, Item, OwnCaution, Profile, Request, Resolved, Session, places_named, resolve,
};
use letgo::timeline::{Phase, lay_out, measure};
use letgo::voice::Voices;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library {
    synths: synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect(),
    ..Library::default()
});

fn sessions() -> Vec<(String, Asset)> {
    LIBRARY.sessions()
}

fn suited(asset: &Asset, profile: &Profile) -> Session {
    let request = Request { profile: profile.clone(), ..Request::default() };
    let Resolved { session, .. } = resolve(&LIBRARY, asset, &request).unwrap_or_else(|found| panic!("{found:#?}"));
    session
}

/// Lays a session out, with a chime in place of every voice.
fn lays_out(session: &Session, what: &str) {
    let (materials, found) =
        measure(session, &Voices::new(Vec::new()), synth::BED_LOUDNESS, &letgo::media::LevelStore::none());
    assert!(found.is_empty(), "{what}: {found:#?}");
    let timeline = lay_out(session, &materials).unwrap_or_else(|found| panic!("{what}: {found:#?}"));
    let mut last = None;
    for event in &timeline.events {
        assert!(event.end() <= timeline.length && last <= Some(event.start), "{what}: {event:?}");
        last = Some(event.start);
    }
}

fn caution_profile(caution: &Caution, places: &[&str]) -> Profile {
    let places = places.iter().map(|place| place.to_string()).collect();
    Profile { cautions: vec![OwnCaution { id: caution.id.clone(), places }], ..Profile::default() }
}

/// What a session does to regions: touched, tensed, visited.
struct Done {
    touched: BTreeSet<String>,
    tensed: BTreeSet<String>,
    visited: BTreeSet<String>,
}

fn done(session: &Session) -> Done {
    let mut done = Done { touched: BTreeSet::new(), tensed: BTreeSet::new(), visited: BTreeSet::new() };
    for item in &session.items {
        let Item::Guided(guided) = item else { continue };
        match &guided.kind {
            GuidedKind::Massage { massage, .. } => drop(done.touched.insert(massage.place.region.clone())),
            GuidedKind::Relax { group, tense: true, .. } => {
                done.tensed.extend(practice::muscle_group(group).unwrap().regions.iter().cloned());
            }
            GuidedKind::Relax { .. } | GuidedKind::Anchor(_) => {}
            GuidedKind::Scan(place) => {
                done.visited.extend(places_named(&place.region).unwrap().iter().map(|region| region.id.clone()));
            }
        }
    }
    done
}

fn excludes(caution: &Caution, places: &[&str], session: &Session, what: &str) {
    let done = done(session);
    let massages = || {
        session.items.iter().filter_map(|item| match item {
            Item::Guided(guided) => match &guided.kind {
                GuidedKind::Massage { massage, .. } => Some(massage),
                _ => None,
            },
            _ => None,
        })
    };
    let breaths =
        || session.items.iter().filter_map(|item| if let Item::Breaths(breaths) = item { Some(breaths) } else { None });
    let away = |regions: &[String]| {
        for region in regions {
            assert!(!done.touched.contains(region), "{what}: {region} is touched");
        }
    };
    let avoided = |regions: &[String]| {
        away(regions);
        for region in regions {
            assert!(!done.tensed.contains(region), "{what}: {region} is tensed");
        }
    };
    for adaptation in &caution.then {
        match adaptation {
            Adaptation::NoSession => assert!(!session.emergency.is_empty(), "{what}"),
            Adaptation::ListenOnly => {
                assert!(done.touched.is_empty() && done.tensed.is_empty(), "{what}");
            }
            Adaptation::LeaveOut(regions) => avoided(regions),
            Adaptation::AskWhere => {
                let named = places.iter().flat_map(|place| places_named(place).unwrap());
                avoided(&named.map(|region| region.id.clone()).collect::<Vec<_>>());
            }
            Adaptation::NoTouch(regions) => away(regions),
            Adaptation::WithoutHolds => {
                for phase in breaths().flat_map(|breaths| breaths.breaths.iter().flatten()) {
                    assert!(!matches!(phase.phase, Phase::HoldFull | Phase::HoldEmpty), "{what}: a hold");
                }
            }
            Adaptation::Breathe { from, .. } if !from.is_empty() => {
                let phrases = practice::Phrases::for_language(&session.language).unwrap();
                let told = phrases.say(&format!("caution-{}", caution.id), 0, &[]);
                assert!(!session.cautions.contains(&told), "{what}: {told}");
            }
            Adaptation::Breathe { to, .. } => match practice::pattern(to).unwrap().rate() {
                None => assert_eq!(breaths().count(), 0, "{what}: a breath is led"),
                Some(rate) => {
                    for breath in breaths().flat_map(|breaths| &breaths.breaths) {
                        let seconds: f64 = breath.iter().map(|phase| phase.length.seconds()).sum();
                        assert!(60.0 / seconds > 0.95 * rate.get(), "{what}: {} a minute", 60.0 / seconds);
                    }
                }
            },
            Adaptation::Anchor => assert_eq!(breaths().count(), 0, "{what}: a breath is led"),
            Adaptation::ReleaseOnly => assert!(done.tensed.is_empty(), "{what}"),
            Adaptation::HandsOnly => {
                for massage in massages() {
                    assert!(massage.pressure.get() <= 2, "{what}: {massage:?}");
                    assert!(!["lean", "roll"].contains(&massage.technique.as_str()), "{what}: {massage:?}");
                }
            }
            Adaptation::HoldInstead(regions) => {
                for massage in massages().filter(|massage| regions.contains(&massage.place.region)) {
                    assert_eq!(massage.technique, "hold", "{what}");
                }
            }
            Adaptation::Imagine => {
                let named: Vec<String> =
                    places.iter().flat_map(|place| places_named(place).unwrap()).map(|r| r.id.clone()).collect();
                away(&named);
                assert!(!named.is_empty() || done.touched.is_empty(), "{what}");
            }
            Adaptation::NoHeat => {
                assert!(massages().all(|massage| massage.technique != "warm"), "{what}");
            }
            Adaptation::Seated => assert!(massages().all(|massage| massage.technique != "lean"), "{what}"),
            // Words that are added; see below.
            Adaptation::SideLying | Adaptation::ShortAndOpen | Adaptation::SlowReturn | Adaptation::SmallMovements => {}
        }
    }
}

#[test]
fn every_session_suits_everybody_to_whom_a_caution_applies() {
    let asked: Vec<&Caution> = practice::cautions().iter().filter(|caution| caution.ask).collect();
    assert!(asked.len() > 30);
    std::thread::scope(|threads| {
        for half in 0..2 {
            let asked = &asked;
            threads.spawn(move || {
                for (name, asset) in sessions().iter().skip(half).step_by(2) {
                    let as_is = suited(asset, &Profile::default());
                    assert!(as_is.changes.is_empty() && as_is.emergency.is_empty(), "{name}: {:?}", as_is.changes);
                    for caution in asked {
                        for places in [&[][..], &["jaw", "neck-and-shoulders", "feet"][..]] {
                            let what = format!("{name} with {} at {places:?}", caution.id);
                            let session = suited(asset, &caution_profile(caution, places));
                            excludes(caution, places, &session, &what);
                            lays_out(&session, &what);
                            let same = session.items == as_is.items;
                            assert_eq!(same, session.changes.is_empty(), "{what}: {:?}", session.changes);
                            for line in &session.changes {
                                let why = format!("why-{}", caution.id);
                                let phrases = practice::Phrases::for_language(&session.language).unwrap();
                                assert!(line.contains(&phrases.say(&why, 0, &[])), "{what}: {line}");
                            }
                            if caution.urgency == Urgency::Emergency {
                                assert!(!session.emergency.is_empty(), "{what}");
                            }
                        }
                    }
                }
            });
        }
    });
}

#[test]
fn what_a_listener_leaves_out_is_not_named_in_any_session() {
    for region in ["jaw", "throat", "belly", "toes", "upper-trapezius", "lower-back"] {
        let profile = Profile { leave_out: vec![region.into()], ..Profile::default() };
        for (name, asset) in sessions() {
            let session = suited(&asset, &profile);
            let done = done(&session);
            for kind in [&done.touched, &done.tensed, &done.visited] {
                assert!(!kind.contains(region), "{name}: {region}");
            }
            let scanned = session.items.iter().filter_map(|item| match item {
                Item::Say(said) => Some(said.value.as_str()),
                _ => None,
            });
            for words in scanned {
                assert!(!names_region(&session.language, region, words), "{name}: {region}: {words}");
            }
            lays_out(&session, &name);
        }
    }
}

#[test]
fn any_breath_can_be_taken_with_another_anchor_of_the_same_length() {
    for anchor in Anchor::ALL {
        let profile = Profile { anchor: Some(anchor), ..Profile::default() };
        for (name, asset) in sessions() {
            let (as_is, session) = (suited(&asset, &Profile::default()), suited(&asset, &profile));
            let breaths = |session: &Session| session.items.iter().any(|item| matches!(item, Item::Breaths(_)));
            assert!(!breaths(&session), "{name}");
            let led: Vec<f64> = as_is
                .items
                .iter()
                .filter_map(|item| match item {
                    Item::Breaths(breaths) => {
                        Some(breaths.breaths.iter().flatten().map(|phase| phase.length.seconds()).sum())
                    }
                    _ => None,
                })
                .collect();
            let anchored: Vec<f64> = session
                .items
                .iter()
                .filter_map(|item| match item {
                    Item::Guided(guided) if matches!(guided.kind, GuidedKind::Anchor(_)) => {
                        Some(guided.length.seconds())
                    }
                    _ => None,
                })
                .collect();
            // Noticing the breath is a breath too, and becomes something else as well.
            assert!(anchored.len() >= led.len(), "{name}: {led:?} {anchored:?}");
            for length in &led {
                assert!(anchored.iter().any(|other| (other - length).abs() < 0.01), "{name}: {led:?} {anchored:?}");
            }
            lays_out(&session, &name);
        }
    }
}

#[test]
fn all_wishes_together_still_make_a_session() {
    let cautions = practice::cautions().iter().filter(|caution| caution.ask && caution.urgency != Urgency::Emergency);
    let cautions = cautions.map(|caution| OwnCaution { id: caution.id.clone(), places: vec!["feet".into()] });
    let profile = Profile {
        anchor: Some(Anchor::Sounds),
        without_holds: true,
        leave_out: vec!["jaw".into()],
        cautions: cautions.collect(),
    };
    for (name, asset) in sessions() {
        lays_out(&suited(&asset, &profile), &name);
    }
}
