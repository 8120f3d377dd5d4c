//! Where keys lead: plain functions of a Timeline and a place in it.

use crate::quantity::Frames;
use crate::timeline::{Event, EventKind, Timeline};

/// How far one press of an arrow leads.
pub const STEP: Frames = Frames::from_secs(10);
/// This far into a chapter, going back means its own beginning.
const INTO: Frames = Frames::from_secs(4);

/// The chapter at a place, by its number.
pub fn chapter_at(timeline: &Timeline, at: Frames) -> Option<usize> {
    timeline.chapters.iter().rposition(|chapter| chapter.start <= at)
}

/// Where the next chapter begins; the end, after the last one.
pub fn chapter_after(timeline: &Timeline, at: Frames) -> Frames {
    let next = timeline.chapters.iter().find(|chapter| chapter.start > at);
    next.map_or(timeline.length, |chapter| chapter.start)
}

/// Where this chapter began, or, near its beginning, the one before it.
pub fn chapter_before(timeline: &Timeline, at: Frames) -> Frames {
    let before = timeline.chapters.iter().rfind(|chapter| chapter.start + INTO <= at);
    before.map_or(Frames::ZERO, |chapter| chapter.start)
}

/// Where the step at a place is over: the stretch of breath, the region, the hands; else where the next thing begins.
pub fn step_after(timeline: &Timeline, at: Frames) -> Frames {
    let now = |event: &&Event| event.start <= at && at < event.end();
    let whole = |event: &&Event| {
        let kind = &event.kind;
        matches!(
            kind,
            EventKind::Scan(_)
                | EventKind::Relax { .. }
                | EventKind::Massage(_)
                | EventKind::Anchor(_)
                | EventKind::Track(_)
                | EventKind::Wait
        )
    };
    if let Some(step) = timeline.events.iter().filter(now).find(whole) {
        return step.end();
    }
    let breath = |event: &&Event| matches!(event.kind, EventKind::Breath(_));
    if let Some(first) = timeline.events.iter().filter(now).find(breath) {
        let later = timeline.events.iter().filter(|event| event.start >= first.start).filter(breath);
        // A stretch has no gaps.
        return later.fold(first.end(), |end, event| if event.start <= end { end.max(event.end()) } else { end });
    }
    let next = timeline.events.iter().filter(|event| event.start > at);
    let next =
        next.filter(|event| !matches!(event.kind, EventKind::Pause | EventKind::Stroke(_))).map(|event| event.start);
    next.min().unwrap_or(timeline.length)
}

/// What waits for the listener at a place.
pub fn waiting_at(timeline: &Timeline, at: Frames) -> Option<&Event> {
    let begun = timeline.events.iter().filter(|event| event.start <= at && at < event.end());
    begun.into_iter().find(|event| matches!(event.kind, EventKind::Wait))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Chapter;

    fn timeline() -> Timeline {
        let chapter = |title: &str, secs| Chapter { title: title.into(), start: Frames::from_secs(secs) };
        let wait = Event {
            start: Frames::from_secs(70),
            length: Frames::from_secs(20),
            kind: EventKind::Wait,
            text: String::new(),
        };
        Timeline {
            length: Frames::from_secs(100),
            chapters: vec![chapter("a", 3), chapter("b", 60)],
            events: vec![wait],
            ..Timeline::default()
        }
    }

    #[test]
    fn chapters_lead_where_one_expects() {
        let timeline = timeline();
        let secs = Frames::from_secs;
        assert_eq!(chapter_after(&timeline, secs(0)), secs(3));
        assert_eq!(chapter_after(&timeline, secs(3)), secs(60));
        assert_eq!(chapter_after(&timeline, secs(61)), secs(100));
        assert_eq!(chapter_before(&timeline, secs(70)), secs(60));
        assert_eq!(chapter_before(&timeline, secs(62)), secs(3));
        assert_eq!(chapter_before(&timeline, secs(2)), secs(0));
        assert_eq!(chapter_at(&timeline, secs(1)), None);
        assert_eq!(chapter_at(&timeline, secs(60)), Some(1));
    }

    #[test]
    fn a_wait_is_found_while_it_lasts() {
        let timeline = timeline();
        assert!(waiting_at(&timeline, Frames::from_secs(69)).is_none());
        assert!(waiting_at(&timeline, Frames::from_secs(75)).is_some());
        assert!(waiting_at(&timeline, Frames::from_secs(90)).is_none());
    }
}
