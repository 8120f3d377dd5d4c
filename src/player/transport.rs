//! Where keys lead: plain functions of a Timeline and a place in it.

use crate::quantity::Frames;
use crate::timeline::{Event, EventKind, Timeline};

/// How far one press of an arrow leads.
pub const STEP: Frames = Frames::from_secs(10);
/// This far into a chapter, going back means its own beginning.
const INTO: Frames = Frames::from_secs(4);

/// What leads back in after a long silence: at least so much is heard before what was heard last.
const LEAD: Frames = Frames::from_secs(4);
/// It begins with so much without words, if there is such a place within [`FARTHEST`].
const WORDLESS: Frames = Frames::from_secs(2);
const FARTHEST: Frames = Frames::from_secs(30);

/// Where to go on after a long silence: a little earlier, and with the beds alone, so that no words come out of the blue
/// and none are left out.
pub fn lead_back(timeline: &Timeline, at: Frames) -> Frames {
    let latest = at.saturating_sub(LEAD);
    let wordless = |from: &Frames| {
        let to = *from + WORDLESS;
        let spoken = timeline.events.iter().filter(|event| matches!(event.kind, EventKind::Say(_)));
        !spoken.into_iter().any(|event| event.start < to && *from < event.end())
    };
    // The latest wordless place is where it was looked for, or just before words.
    let before_words = timeline.events.iter().filter(|event| matches!(event.kind, EventKind::Say(_)));
    let places = before_words.map(|event| event.start.saturating_sub(WORDLESS)).chain([latest]);
    let near = places.filter(|place| *place <= latest && at - *place <= FARTHEST);
    near.filter(wordless).max().unwrap_or(latest)
}

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
    fn it_leads_back_in_without_words() {
        let said = |from, to| Event {
            start: Frames::from_secs(from),
            length: Frames::from_secs(to - from),
            kind: EventKind::Say(crate::timeline::Speech::Chime),
            text: String::new(),
        };
        let events = vec![said(10, 20), said(30, 36), said(37, 42)];
        let timeline = Timeline { length: Frames::from_secs(100), events, ..Timeline::default() };
        let leads = |at| lead_back(&timeline, Frames::from_secs(at)).seconds();
        assert_eq!(leads(60), 56.0);
        // In words, or too soon after them: before them.
        assert_eq!(leads(16), 8.0);
        assert_eq!(leads(23), 8.0);
        // Between two that are too near to each other: before both.
        assert_eq!(leads(40), 28.0);
        assert_eq!(leads(2), 0.0);
        // Words without an end lead back no farther than is useful.
        let timeline = Timeline { events: vec![said(10, 90)], ..timeline };
        assert_eq!(lead_back(&timeline, Frames::from_secs(80)).seconds(), 76.0);
    }

    #[test]
    fn a_wait_is_found_while_it_lasts() {
        let timeline = timeline();
        assert!(waiting_at(&timeline, Frames::from_secs(69)).is_none());
        assert!(waiting_at(&timeline, Frames::from_secs(75)).is_some());
        assert!(waiting_at(&timeline, Frames::from_secs(90)).is_none());
    }
}
