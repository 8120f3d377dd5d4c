//! What there is to see at a place of the Timeline.

use crate::quantity::{Decibels, Frames};
use crate::texts::Texts;
use crate::timeline::{Event, EventKind, Massage, Phase, Side, Timeline};

use super::body::{self, Cell, Half};

/// Words stay on the screen this long after they were said, unless others follow.
const LINGER: Frames = Frames::from_secs(6);
/// Words to come are shown this long before.
const AHEAD: Frames = Frames::from_secs(8);
/// How full the lungs are when a second sip is still to come.
const BEFORE_SIP: f64 = 0.8;

/// How the playing looks from outside, for the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Look {
    /// What is being heard.
    pub position: Frames,
    /// Silent in place.
    pub paused: bool,
    /// The device is gone.
    pub lost: bool,
    /// It is silent because the machine slept.
    pub slept: bool,
    /// It is fading out for good.
    pub closing: bool,
    /// The listener's volume.
    pub volume: Decibels,
    /// Whether there is any sound at all.
    pub silent: bool,
    /// How far the screen has dimmed, from 0 (not at all) to 1 (nearly nothing).
    pub dimmed: f32,
    /// Whether nothing tells how much time is left.
    pub timeless: bool,
    /// What a key has just done, by the name of its text.
    pub told: Option<&'static str>,
}

/// What there is to see.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene<'t> {
    /// The session's title.
    pub title: &'t str,
    /// The chapter.
    pub chapter: Option<&'t str>,
    /// The words being said, or said just now.
    pub words: Option<&'t str>,
    /// How far through those words the voice is, 0 to 1.
    pub said: f64,
    /// The next words, when they are near.
    pub next: Option<&'t str>,
    /// The breath, while it is led.
    pub breath: Option<BreathView<'t>>,
    /// What the attention or the hands are with.
    pub place: Option<String>,
    /// That place on a map of the body.
    pub map: Option<Vec<Vec<Cell>>>,
    /// Whether a step waits for the listener.
    pub waiting: bool,
    /// How far it is, 0 to 1.
    pub progress: f64,
    /// How much is left.
    pub left: Frames,
    /// How the playing looks.
    pub look: Look,
}

/// A breath, at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BreathView<'t> {
    /// Which phase.
    pub phase: Phase,
    /// The phase in words.
    pub text: &'t str,
    /// How full the lungs are, 0 to 1: it moves without a corner.
    pub fullness: f64,
    /// Which breath.
    pub round: u32,
    /// Of how many.
    pub rounds: u32,
}

impl Scene<'_> {
    /// The scene of a Timeline as the playing looks now.
    pub fn at<'t>(timeline: &'t Timeline, look: Look, texts: &Texts) -> Scene<'t> {
        let at = look.position;
        let begun = timeline.events.partition_point(|event| event.start <= at);
        let (before, after) = timeline.events.split_at(begun);
        let said = before.iter().rev().find(|event| is_said(event));
        let said = said.filter(|event| at < event.end() + LINGER);
        let words = said.map(|event| event.text.as_str());
        let said = said.map_or(1.0, |event| (at - event.start).0 as f64 / event.length.0.max(1) as f64);
        let next = after.iter().find(|event| is_said(event)).filter(|event| event.start < at + AHEAD);
        let now = |event: &&Event| event.start <= at && at < event.end();
        let breath = before.iter().rposition(|event| matches!(event.kind, EventKind::Breath(_)) && now(&event));
        let chapter = timeline.chapters.iter().rfind(|chapter| chapter.start <= at);
        Scene {
            title: &timeline.title,
            chapter: chapter.map(|chapter| chapter.title.as_str()),
            words,
            said: said.min(1.0),
            next: next.map(|event| event.text.as_str()),
            breath: breath.and_then(|index| breath_view(&timeline.events, index, at)),
            place: before.iter().rev().filter(now).find_map(|event| place(event, texts)),
            map: before.iter().rev().filter(now).find_map(map),
            waiting: before.iter().rev().filter(now).any(|event| matches!(event.kind, EventKind::Wait)),
            progress: at.0 as f64 / timeline.length.0.max(1) as f64,
            left: timeline.length.saturating_sub(at),
            look,
        }
    }
}

/// Words of their own; the words of a breath are shown with its shape.
fn is_said(event: &Event) -> bool {
    matches!(event.kind, EventKind::Say(_)) && !event.text.is_empty()
}

fn breath_view(events: &[Event], index: usize, at: Frames) -> Option<BreathView<'_>> {
    let event = events.get(index)?;
    let EventKind::Breath(breath) = &event.kind else { return None };
    let phases = events[index + 1..].iter().filter_map(|event| match &event.kind {
        EventKind::Breath(breath) => Some(breath.phase),
        _ => None,
    });
    let sip_follows = phases.take(1).any(|phase| phase == Phase::Sip);
    let part = (at - event.start).0 as f64 / event.length.0.max(1) as f64;
    let smooth = 0.5 - 0.5 * (std::f64::consts::PI * part).cos();
    let fullness = match breath.phase {
        Phase::In if sip_follows => BEFORE_SIP * smooth,
        Phase::In => smooth,
        Phase::Sip => BEFORE_SIP + (1.0 - BEFORE_SIP) * smooth,
        Phase::HoldFull => 1.0,
        Phase::Out => 1.0 - smooth,
        Phase::HoldEmpty => 0.0,
    };
    Some(BreathView { phase: breath.phase, text: &event.text, fullness, round: breath.round, rounds: breath.rounds })
}

/// What the attention or the hands are with, in words.
pub(super) fn place(event: &Event, texts: &Texts) -> Option<String> {
    match &event.kind {
        EventKind::Scan(place) => Some(place.name.clone()),
        EventKind::Massage(massage) => Some(touch(massage, texts)),
        EventKind::Relax { tense, .. } => {
            Some(format!("{}: {}", event.text, texts.get(if *tense { "tensing" } else { "letting-go" })))
        }
        _ => None,
    }
}

fn touch(massage: &Massage, texts: &Texts) -> String {
    let mut told = massage.place.name.clone();
    for part in [Some(massage.technique_name.clone()), massage.pace.map(|pace| pace.to_string())] {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            told.push_str(", ");
            told.push_str(&part);
        }
    }
    let pressure = massage.pressure.to_string();
    format!("{told}, {}", texts.fill("pressure", &[("pressure", &pressure)]))
}

fn map(event: &Event) -> Option<Vec<Vec<Cell>>> {
    let place = match &event.kind {
        EventKind::Scan(place) => place,
        EventKind::Massage(massage) => &massage.place,
        _ => return None,
    };
    let half = match place.side {
        Some(Side::Left) => Half::Left,
        Some(Side::Right) => Half::Right,
        _ => Half::Whole,
    };
    body::map(&place.region, half)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Breath, Chapter, Speech};

    fn look(secs: f64) -> Look {
        let position = Frames::from_seconds(secs);
        Look { position, ..Look::default() }
    }

    fn event(start: u64, length: u64, kind: EventKind, text: &str) -> Event {
        Event { start: Frames::from_secs(start), length: Frames::from_secs(length), kind, text: text.into() }
    }

    fn breath(phase: Phase) -> EventKind {
        EventKind::Breath(Breath { phase, round: 1, rounds: 2, tone: true })
    }

    fn timeline() -> Timeline {
        Timeline {
            title: "Evening".into(),
            length: Frames::from_secs(100),
            chapters: vec![Chapter { title: "Arrive".into(), start: Frames::from_secs(3) }],
            events: vec![
                event(3, 4, EventKind::Say(Speech::Chime), "Hello."),
                event(20, 4, breath(Phase::In), "Breathe in."),
                event(24, 1, breath(Phase::Sip), "And a sip."),
                event(25, 6, breath(Phase::Out), "And out."),
                event(40, 3, EventKind::Say(Speech::Chime), "Rest."),
                event(43, 20, EventKind::Wait, ""),
            ],
            ..Timeline::default()
        }
    }

    #[test]
    fn shows_what_is_said_and_what_comes() {
        let timeline = timeline();
        let scene = Scene::at(&timeline, look(4.0), Texts::english());
        assert_eq!((scene.chapter, scene.words, scene.next), (Some("Arrive"), Some("Hello."), None));
        assert_eq!(Scene::at(&timeline, look(15.0), Texts::english()).words, None);
        assert_eq!(Scene::at(&timeline, look(1.0), Texts::english()).chapter, None);
        assert_eq!(Scene::at(&timeline, look(33.0), Texts::english()).next, Some("Rest."));
        assert!(Scene::at(&timeline, look(50.0), Texts::english()).waiting);
        assert!(!Scene::at(&timeline, look(70.0), Texts::english()).waiting);
    }

    #[test]
    fn the_breath_grows_and_shrinks_without_a_jump() {
        let timeline = timeline();
        let mut last: Option<f64> = None;
        for step in 0..1100 {
            let scene = Scene::at(&timeline, look(20.0 + f64::from(step) * 0.01), Texts::english());
            let fullness = scene.breath.map_or(f64::NAN, |breath| breath.fullness);
            assert!((0.0..=1.0).contains(&fullness), "{step}: {fullness}");
            assert!(last.is_none_or(|last| (fullness - last).abs() < 0.01), "{step}: {last:?} to {fullness}");
            last = Some(fullness);
        }
        assert_eq!(Scene::at(&timeline, look(31.5), Texts::english()).breath, None);
    }
}
