//! What an author should look at again in a session as it lies in time: pace, silences, its end.
//!
//! Warnings only: whatever is refused is refused before a session is laid out. A session that was changed for its
//! listener is nobody's mistake and isn't looked over.

use crate::practice::{self, Act, ActKind};
use crate::quantity::{Frames, Time};
use crate::script::{Diagnostic, Severity};
use crate::session::{GuidedKind, Item, Session};

use super::{Event, EventKind, Speech, Timeline};

/// More words than this in a minute, pauses included, leave no time to follow (docs/practice.md: 90 at the start of a
/// session, 50 to 70 in the middle).
const HURRIED: usize = 85;
/// A recording faster than this, in words a minute, is hard to follow with closed eyes (docs/practice.md: 110 to 130).
const FAST: f64 = 200.0;
/// Shorter prompts say nothing about a speaker's pace.
const LONG_ENOUGH: usize = 12;
/// A question needs at least this long to be felt (docs/practice.md: 6 to 12 s).
const AFTER_QUESTION: Frames = Frames::from_secs(3);
/// A session shorter than this needs no way back.
const SHORT: Frames = Frames::from_secs(120);
/// The least time from the last practice to the end of a session that doesn't end in sleep.
const WAY_BACK: Frames = Frames::from_secs(15);
/// The longest wait for a key while hands are busy.
const BUSY: Time = Time::from_secs(60);

/// All that should be looked at again.
pub fn look_over(session: &Session, timeline: &Timeline) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    hurried(session, timeline, &mut found);
    questions(session, &mut found);
    busy_hands(session, &mut found);
    beds(session, timeline, &mut found);
    if !session.sleep {
        long_silence(session, timeline, &mut found);
        way_back(session, timeline, &mut found);
    }
    found
}

fn warning(session: &Session, code: &'static str, message: String) -> Diagnostic {
    session.origin.diagnostic(Severity::Warning, code, message)
}

fn said(timeline: &Timeline) -> impl Iterator<Item = &Event> {
    timeline.events.iter().filter(|event| matches!(event.kind, EventKind::Say(_)))
}

fn count(event: &Event) -> usize {
    event.text.split_whitespace().count()
}

fn hurried(session: &Session, timeline: &Timeline, found: &mut Vec<Diagnostic>) {
    let words: Vec<&Event> = said(timeline).collect();
    let minute = Frames::from_secs(60);
    let busiest = words.iter().enumerate().map(|(first, event)| {
        let within = words[first..].iter().take_while(|later| later.end() <= event.start + minute);
        (within.map(|later| count(later)).sum::<usize>(), event.start)
    });
    if let Some((words, at)) = busiest.max_by_key(|(words, _)| *words).filter(|(words, _)| *words > HURRIED) {
        let message =
            format!("in the minute from {} there are {words} words, which leaves little time to follow", at.clock());
        found.push(
            warning(session, "hurried", message)
                .help(format!("{HURRIED} are a lot; put pauses such as [8s] between them")),
        );
    }
    for event in words.iter().filter(|event| count(event) >= LONG_ENOUGH) {
        let rate = count(event) as f64 * 60.0 / event.length.seconds().max(0.1);
        if matches!(event.kind, EventKind::Say(Speech::Clip(_))) && rate > FAST {
            let shown = crate::script::shown(&event.text);
            let message = format!("\u{201c}{shown}\u{201d} is spoken at {rate:.0} words a minute");
            found
                .push(warning(session, "fast-speech", message).help("110 to 130 are easy to follow; record it slower"));
            return;
        }
    }
}

/// Questions that are given no time.
fn questions(session: &Session, found: &mut Vec<Diagnostic>) {
    for (index, item) in session.items.iter().enumerate() {
        let Item::Say(words) = item else { continue };
        let mut silence = Frames::ZERO;
        let mut rushed = false;
        for next in &session.items[index + 1..] {
            match next {
                Item::Silence(more) => silence += more.ideal,
                Item::Say(_) => {
                    rushed = silence < AFTER_QUESTION;
                    break;
                }
                // A practice that follows gives time by itself.
                _ => break,
            }
        }
        if rushed && words.value.trim_end().ends_with('?') {
            let message = format!("\u{201c}{}\u{201d} is given no time to be felt", crate::script::shown(&words.value));
            let warning = words.origin.diagnostic(Severity::Warning, "no-time", message);
            found.push(warning.help("6s to 12s after a question are usual: `… ? [8s]`"));
        }
    }
}

/// Steps that wait for a key while the hands have something else to do.
fn busy_hands(session: &Session, found: &mut Vec<Diagnostic>) {
    let busy = |item: &Item| match item {
        Item::Guided(guided) => match &guided.kind {
            GuidedKind::Massage { massage, .. } => {
                practice::technique(&massage.technique).is_some_and(|technique| technique.hands_busy)
            }
            _ => false,
        },
        _ => false,
    };
    for (index, item) in session.items.iter().enumerate() {
        let Item::Wait { at_most, origin } = item else { continue };
        let practice = |item: &&Item| matches!(item, Item::Guided(_) | Item::Breaths(_) | Item::Chapter(_));
        let before = session.items[..index].iter().rev().find(practice).is_some_and(busy);
        let after = session.items[index..].iter().find(practice).is_some_and(busy);
        if before && after && *at_most > BUSY {
            let message = format!("this waits {at_most} for a key while the hands are busy");
            let warning = origin.diagnostic(Severity::Warning, "busy-hands", message);
            found.push(warning.help(format!("let it go on by itself: `at-most: {BUSY}` or less, or a `pause`")));
        }
    }
}

/// Beds that have all gone before the last words.
fn beds(session: &Session, timeline: &Timeline, found: &mut Vec<Diagnostic>) {
    let Some(last) = said(timeline).last() else { return };
    let sounds = |at: Frames| timeline.beds.iter().any(|bed| bed.start <= at && at < bed.end && bed.gain.at(at) > 0.0);
    let ever = timeline.beds.iter().any(|bed| bed.gain.points().iter().any(|point| point.gain > 0.0));
    if ever && !sounds(last.start) {
        let message = format!("every bed is silent before the last words, at {}", last.start.clock());
        let help = "let one sound to the end, however softly: silence at once after sound wakes people";
        found.push(warning(session, "bed-stops", message).help(help));
    }
}

/// Whether somebody is led: by words, by a breath, by a stroke.
fn leads(event: &Event) -> bool {
    match &event.kind {
        EventKind::Say(_) | EventKind::Breath(_) | EventKind::Stroke(_) | EventKind::Track(_) => true,
        EventKind::Pause
        | EventKind::Scan(_)
        | EventKind::Relax { .. }
        | EventKind::Massage(_)
        | EventKind::Anchor(_)
        | EventKind::Bell(_)
        | EventKind::Wait => false,
    }
}

fn long_silence(session: &Session, timeline: &Timeline, found: &mut Vec<Diagnostic>) {
    let mut silent_from = Frames::ZERO;
    let mut longest = (Frames::ZERO, Frames::ZERO);
    for event in timeline.events.iter().filter(|event| leads(event)) {
        longest = longest.max((event.start.saturating_sub(silent_from), silent_from));
        silent_from = silent_from.max(event.end());
    }
    let (length, from) = longest;
    let silence = Some(Time::from_millis((length.seconds() * 1000.0) as u64));
    let act = Act { kind: Some(ActKind::Session), silence, ..Act::default() };
    for caution in practice::cautions_for(&act).iter().filter(|caution| caution.severity == practice::Severity::Warn) {
        if session.excused.contains(&caution.id) {
            continue;
        }
        let message = format!("from {} on nobody is led for {} ({})", from.clock(), length.clock(), caution.id);
        let help = format!("say a word now and then, or say why it is right: `because: {{ {}: … }}`", caution.id);
        found.push(warning(session, "caution", message).help(help));
    }
}

fn way_back(session: &Session, timeline: &Timeline, found: &mut Vec<Diagnostic>) {
    let practice = |event: &&Event| {
        matches!(
            event.kind,
            EventKind::Breath(_)
                | EventKind::Scan(_)
                | EventKind::Relax { .. }
                | EventKind::Massage(_)
                | EventKind::Anchor(_)
        )
    };
    let Some(last) = timeline.events.iter().filter(practice).map(Event::end).max() else { return };
    if timeline.length < SHORT {
        return;
    }
    if !said(timeline).any(|event| event.start >= last) {
        let message = "nothing is said after the last practice that leads back".to_string();
        let help = "end with the room, small movements and open eyes, in their own time; or write `ends-in: sleep`";
        found.push(warning(session, "no-way-back", message).help(help));
    } else if timeline.length.saturating_sub(last) < WAY_BACK {
        let left = timeline.length.saturating_sub(last);
        let message = format!("it ends {:.0} s after the last practice, which is abrupt", left.seconds());
        found.push(warning(session, "abrupt-end", message).help("give the way back half a minute or more"));
    }
}
