//! A Timeline as rows, a chapter at a time: what a person reads of it.

use crate::quantity::Frames;
use crate::timeline::{Event, EventKind, Phase, Side, Speech, Timeline};

/// A part of the session under its title; what comes before the first chapter has none.
pub(super) struct ChapterRows<'t> {
    pub(super) title: Option<&'t str>,
    pub(super) start: Frames,
    pub(super) rows: Vec<Row<'t>>,
}

/// Something that happens.
pub(super) struct Row<'t> {
    pub(super) start: Frames,
    pub(super) length: Frames,
    /// One word for it, as in the JSON.
    pub(super) kind: &'static str,
    pub(super) text: String,
    /// The event, or the first of its stretch.
    pub(super) event: &'t Event,
}

/// Every chapter with what happens in it.
pub(super) fn by_chapter(timeline: &Timeline) -> Vec<ChapterRows<'_>> {
    let mut chapters = timeline.chapters.iter().peekable();
    let mut parts = vec![ChapterRows { title: None, start: Frames::ZERO, rows: Vec::new() }];
    let mut breathing_until = Frames::ZERO;
    for (index, event) in timeline.events.iter().enumerate() {
        while let Some(chapter) = chapters.next_if(|chapter| chapter.start <= event.start) {
            parts.push(ChapterRows { title: Some(&chapter.title), start: chapter.start, rows: Vec::new() });
        }
        let (length, kind, text) = match &event.kind {
            // A stretch of breathing is one row, however many breaths it has; words inside it are its cues.
            EventKind::Breath(breath) if event.start >= breathing_until => {
                breathing_until = stretch_end(&timeline.events[index..]);
                let length = breathing_until - event.start;
                let rate = f64::from(breath.rounds) * 60.0 / length.seconds();
                (length, "breath", format!("{} breaths, {rate:.1} a minute", breath.rounds))
            }
            _ if event.start < breathing_until => continue,
            _ => {
                let text =
                    detail(event).map_or_else(|| event.text.clone(), |detail| format!("{} ({detail})", event.text));
                (event.length, kind(event), text)
            }
        };
        if let Some(part) = parts.last_mut() {
            part.rows.push(Row { start: event.start, length, kind, text, event });
        }
    }
    parts.extend(chapters.map(|chapter| ChapterRows {
        title: Some(&chapter.title),
        start: chapter.start,
        rows: Vec::new(),
    }));
    parts.retain(|part| part.title.is_some() || !part.rows.is_empty());
    parts
}

/// Where a stretch of breathing ends that begins with the first of these: its breaths count up.
pub(super) fn stretch_end(events: &[Event]) -> Frames {
    let (mut end, mut round) = (Frames::ZERO, 0);
    for event in events {
        match &event.kind {
            EventKind::Breath(breath) if breath.round >= round => {
                round = breath.round;
                end = event.end();
            }
            EventKind::Say(_) => {}
            _ => break,
        }
    }
    end
}

pub(super) fn is_words(event: &Event) -> bool {
    matches!(event.kind, EventKind::Say(_))
}

/// One word for an event, as in the JSON.
pub(super) fn kind(event: &Event) -> &'static str {
    match &event.kind {
        EventKind::Say(Speech::Clip(_)) => "say",
        EventKind::Say(Speech::Chime) => "say-silent",
        EventKind::Pause => "pause",
        EventKind::Breath(_) => "breath",
        EventKind::Scan(_) => "scan",
        EventKind::Relax { .. } => "relax",
        EventKind::Massage(_) => "massage",
        EventKind::Stroke(_) => "stroke",
        EventKind::Anchor(_) => "anchor",
        EventKind::Bell(_) => "bell",
        EventKind::Track(_) => "track",
        EventKind::Wait => "wait",
    }
}

/// What else is to be said of an event.
pub(super) fn detail(event: &Event) -> Option<String> {
    match &event.kind {
        EventKind::Breath(breath) => {
            let phase = match breath.phase {
                Phase::In => "in",
                Phase::Sip => "sip",
                Phase::HoldFull => "hold-full",
                Phase::Out => "out",
                Phase::HoldEmpty => "hold-empty",
            };
            Some(format!("{phase} {} of {}", breath.round, breath.rounds))
        }
        EventKind::Scan(place) => Some(format!("{}{}", place.region, side(place.side))),
        EventKind::Relax { group, tense } => Some(format!("{group} {}", if *tense { "tense" } else { "let-go" })),
        EventKind::Massage(massage) => {
            let place = &massage.place;
            Some(format!("{}{} {} pressure {}", place.region, side(place.side), massage.technique, massage.pressure))
        }
        EventKind::Anchor(anchor) => Some(anchor.as_str().into()),
        _ => None,
    }
}

fn side(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Left) => " left",
        Some(Side::Right) => " right",
        Some(Side::Both) => " both",
        None => "",
    }
}
