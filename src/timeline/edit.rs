//! What a listener changes in the middle of a session: longer here, gentler from here on, more or less of the end.
//!
//! Each edit makes a new Timeline that agrees with the old one, frame for frame, up to the place where it was asked
//! for: so the listener goes on in it from where they are.

use std::ops::RangeInclusive;

use crate::quantity::{Decibels, Frames, Lufs, Pressure};

use super::{Breath, Envelope, Event, EventKind, Phase, Timeline};

/// How much longer a silence becomes, at least and at most, when it is doubled.
const LONGER: RangeInclusive<Frames> = Frames::from_secs(5)..=Frames::from_secs(120);
/// An easier breath is this much shorter.
const EASIER: f64 = 0.8;
/// No phase of a breath becomes shorter than this (docs/practice.md).
const SHORTEST_PHASE: Frames = Frames::from_millis(1500);
/// One press of the key for the end.
const END_STEP: Frames = Frames::from_secs(15 * 60);
/// The longest session: a day.
const LONGEST: Frames = Frames::from_secs(24 * 60 * 60);

impl Timeline {
    /// Doubles the silence at a place. Nothing where there is none: within a led breath or a track in front.
    #[must_use]
    pub fn longer_at(&self, at: Frames) -> Option<Timeline> {
        let said_until = self.events.iter().filter(|event| event.start <= at && sounds(event)).map(Event::end).max();
        let silent_from = said_until.unwrap_or(Frames::ZERO);
        let next = self.events.iter().find(|event| event.start > at && sounds(event));
        let silent_until = next.map_or(self.length, |event| event.start);
        let place = self.level_place(at.max(silent_from), silent_until)?;
        let doubled = silent_until.saturating_sub(silent_from).clamp(*LONGER.start(), *LONGER.end());
        let within = |event: &&Event| event.start < place && place < event.end();
        let busy = |event: &Event| matches!(event.kind, EventKind::Breath(_) | EventKind::Track(_) | EventKind::Say(_));
        if self.events.iter().filter(within).any(busy) || self.length + doubled > LONGEST {
            return None;
        }
        Some(self.with_more(place, doubled))
    }

    /// Fifteen minutes more of what is left when everything has been said. Nothing if no bed stays on then.
    #[must_use]
    pub fn longer_end(&self, at: Frames) -> Option<Timeline> {
        let place = self.level_place(at.max(self.last_event()), self.length)?;
        let stays = self.beds.iter().any(|bed| bed.gain.at(place) > 0.0 && bed.end > place);
        (stays && self.length + END_STEP <= LONGEST).then(|| self.with_more(place, END_STEP))
    }

    /// Fifteen minutes less of it, or as much as there is before the last fade. Nothing if there is none.
    #[must_use]
    pub fn shorter_end(&self, at: Frames) -> Option<Timeline> {
        let from = self.level_place(at.max(self.last_event()), self.length)?;
        let turns = self.beds.iter().flat_map(|bed| bed.gain.points().windows(2)).filter_map(|pair| match pair {
            [before, after] if before.gain != after.gain && after.at > from => Some(before.at),
            _ => None,
        });
        let level_until = turns.min()?;
        let less = level_until.saturating_sub(from).min(END_STEP);
        (less > Frames::from_secs(1)).then(|| self.with_less(from, less))
    }

    /// The same from the next breath in on, or from here on, with an easier breath or a lighter touch. Nothing where
    /// neither is led.
    #[must_use]
    pub fn gentler_at(&self, at: Frames) -> Option<Timeline> {
        let mut gentler = self.clone();
        let touched = gentler
            .events
            .iter_mut()
            .find(|event| event.start <= at && at < event.end() && matches!(event.kind, EventKind::Massage(_)));
        if let Some(Event { kind: EventKind::Massage(massage), .. }) = touched {
            let rest = Pressure::new(1).unwrap_or(massage.pressure);
            if massage.pressure <= rest && massage.technique == "hold" {
                return None;
            }
            // First lighter, then a hand that rests.
            if massage.pressure <= rest {
                massage.technique = "hold".into();
                massage.technique_name.clear();
                massage.pace = None;
            }
            massage.pressure = massage.pressure.min(rest);
            let end = self.events.iter().filter(|event| event.start <= at).map(Event::end).max().unwrap_or(at);
            gentler
                .events
                .retain(|event| !(matches!(event.kind, EventKind::Stroke(_)) && at < event.start && event.start < end));
            return Some(gentler);
        }
        self.easier_breath(at)
    }

    /// Breath tones, strokes, chimes and bells this much softer or louder than they were laid out; never louder than
    /// the words.
    #[must_use]
    pub fn tones_by(&self, change: Decibels, laid_out: &Timeline) -> Timeline {
        let mut other = self.clone();
        let changed = |loudness: Lufs| match change <= Decibels::SILENCE {
            true => Lufs(f32::NEG_INFINITY),
            false => (loudness + change).min(self.levels.words),
        };
        other.levels.tones = changed(laid_out.levels.tones);
        let bell_of = |event: &Event| if let EventKind::Bell(bell) = event.kind { Some(bell.loudness) } else { None };
        // No edit puts in or takes out a bell: here and there, they are the same ones.
        let mut loudness = laid_out.events.iter().filter_map(bell_of);
        for event in &mut other.events {
            if let EventKind::Bell(bell) = &mut event.kind {
                bell.loudness = changed(loudness.next().unwrap_or(bell.loudness));
            }
        }
        other
    }

    /// Where the last thing ends that is led or said.
    fn last_event(&self) -> Frames {
        self.events.iter().map(Event::end).max().unwrap_or(Frames::ZERO)
    }

    /// The first place in a range at which no gain is moving, so that time can be put in or taken out.
    fn level_place(&self, from: Frames, until: Frames) -> Option<Frames> {
        let mut place = from;
        while place < until {
            let moving = self.envelopes().filter_map(|envelope| moving_until(envelope, place)).max();
            match moving {
                Some(later) => place = later,
                None => return Some(place),
            }
        }
        None
    }

    fn envelopes(&self) -> impl Iterator<Item = &Envelope> {
        self.beds.iter().map(|bed| &bed.gain).chain([&self.ducking])
    }

    fn with_more(&self, place: Frames, more: Frames) -> Timeline {
        let mut longer = self.clone();
        let later = |at: Frames| if at >= place { at + more } else { at };
        for event in &mut longer.events {
            if event.start >= place {
                event.start += more;
            } else if event.end() > place {
                event.length += more;
            }
            if let EventKind::Track(track) = &mut event.kind {
                track.gain = moved(&track.gain, place, more);
            }
        }
        longer.chapters.iter_mut().for_each(|chapter| chapter.start = later(chapter.start));
        for bed in &mut longer.beds {
            bed.gain = moved(&bed.gain, place, more);
            bed.end = if bed.end > place { bed.end + more } else { bed.end };
        }
        longer.ducking = moved(&self.ducking, place, more);
        longer.length += more;
        longer
    }

    /// Nothing may happen in what is taken out.
    fn with_less(&self, place: Frames, less: Frames) -> Timeline {
        let mut shorter = self.clone();
        let sooner = |at: Frames| if at > place { at.saturating_sub(less).max(place) } else { at };
        shorter.events.iter_mut().for_each(|event| event.start = sooner(event.start));
        shorter.chapters.iter_mut().for_each(|chapter| chapter.start = sooner(chapter.start));
        for bed in &mut shorter.beds {
            let mut gain = Envelope::default();
            bed.gain.points().iter().for_each(|point| gain.push(sooner(point.at), point.gain));
            bed.gain = gain;
            bed.end = sooner(bed.end);
        }
        let mut ducking = Envelope::default();
        self.ducking.points().iter().for_each(|point| ducking.push(sooner(point.at), point.gain));
        shorter.ducking = ducking;
        shorter.length = self.length.saturating_sub(less);
        shorter
    }

    /// An easier breath from the next breath in on: shorter, and without holds; asked for again, no pacing at all.
    fn easier_breath(&self, at: Frames) -> Option<Timeline> {
        let breath_of = |event: &Event| if let EventKind::Breath(breath) = &event.kind { Some(*breath) } else { None };
        let now = self
            .events
            .iter()
            .find(|event| event.start <= at && at < event.end() && matches!(event.kind, EventKind::Breath(_)))?;
        let current = breath_of(now)?;
        // The stretch goes on as long as its rounds count up.
        let mut stretch: Vec<&Event> = Vec::new();
        let mut round = current.round;
        for event in self.events.iter().filter(|event| event.start >= now.start) {
            let Some(breath) = breath_of(event) else { continue };
            let follows = stretch.last().is_none_or(|last| event.start <= last.end() + Frames(1));
            if !follows || breath.round < round || breath.rounds != current.rounds {
                break;
            }
            round = breath.round;
            stretch.push(event);
        }
        let first = stretch
            .iter()
            .find(|event| event.start > at && breath_of(event).is_some_and(|breath| breath.phase == Phase::In))?;
        let (from, until) = (first.start, stretch.last()?.end());
        let phases: Vec<&&Event> = stretch.iter().filter(|event| event.start >= from).collect();
        let one_round = breath_of(first)?.round;
        let model: Vec<&Event> = phases
            .iter()
            .filter(|event| breath_of(event).is_some_and(|breath| breath.round == one_round))
            .map(|event| **event)
            .collect();
        let mut easier = self.clone();
        easier.events.retain(|event| {
            let led = matches!(event.kind, EventKind::Breath(_) | EventKind::Say(_));
            !(led && event.start >= from && event.start < until)
        });
        let held = model.iter().any(|event| breath_of(event).is_some_and(|breath| is_hold(breath.phase)));
        let shortened =
            |event: &Event| Frames((event.length.0 as f64 * EASIER) as u64).max(SHORTEST_PHASE.min(event.length));
        let led: Vec<(&Event, Frames)> = model
            .iter()
            .filter(|event| breath_of(event).is_some_and(|breath| !is_hold(breath.phase)))
            .map(|event| (*event, shortened(event)))
            .collect();
        let length: Frames = led.iter().map(|(_, length)| *length).sum();
        let was: Frames = model.iter().map(|event| event.length).sum();
        let rounds = ((until - from).0 / length.0.max(1)) as u32;
        let mut place = from;
        // A breath that can't be shorter any more isn't paced any more; nor is one that was made easier before.
        if (held || length < was) && !self.is_easier(from) {
            for round in 1..=rounds {
                for (event, length) in &led {
                    let Some(breath) = breath_of(event) else { continue };
                    let kind = EventKind::Breath(Breath { round, rounds, ..breath });
                    easier.events.push(Event { start: place, length: *length, kind, text: event.text.clone() });
                    place += *length;
                }
            }
            easier.easier.push(from);
        }
        if place < until {
            let kind = EventKind::Pause;
            easier.events.push(Event { start: place, length: until - place, kind, text: String::new() });
        }
        easier.events.sort_by_key(|event| event.start);
        Some(easier)
    }

    fn is_easier(&self, from: Frames) -> bool {
        self.easier.iter().any(|place| *place <= from && from < *place + Frames::from_secs(3600))
    }
}

/// What is heard by itself, and so ends a silence.
fn sounds(event: &Event) -> bool {
    matches!(
        event.kind,
        EventKind::Say(_) | EventKind::Breath(_) | EventKind::Bell(_) | EventKind::Track(_) | EventKind::Stroke(_)
    )
}

fn is_hold(phase: Phase) -> bool {
    matches!(phase, Phase::HoldFull | Phase::HoldEmpty)
}

/// Until when a gain is moving at a place, if it is.
fn moving_until(envelope: &Envelope, place: Frames) -> Option<Frames> {
    let points = envelope.points();
    let after = points.partition_point(|point| point.at <= place);
    let (before, next) = (points.get(after.checked_sub(1)?)?, points.get(after)?);
    (before.gain != next.gain && before.at < place).then_some(next.at)
}

/// An envelope with time put in where it is level.
fn moved(envelope: &Envelope, place: Frames, more: Frames) -> Envelope {
    let mut longer = Envelope::default();
    let gain = envelope.at(place);
    let points = envelope.points();
    let after = points.partition_point(|point| point.at < place);
    points[..after].iter().for_each(|point| longer.push(point.at, point.gain));
    if !points.is_empty() && after < points.len() {
        longer.push(place, gain);
        longer.push(place + more, gain);
    }
    points[after..].iter().for_each(|point| longer.push(point.at + more, point.gain));
    longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Lufs;
    use crate::timeline::{Bell, Chapter, Speech};

    fn event(start: u64, length: u64, kind: EventKind) -> Event {
        Event { start: Frames::from_secs(start), length: Frames::from_secs(length), kind, text: "Words.".into() }
    }

    fn breath(phase: Phase, round: u32) -> EventKind {
        EventKind::Breath(Breath { phase, round, rounds: 3, tone: true })
    }

    fn timeline() -> Timeline {
        let mut ducking = Envelope::constant(1.0);
        for (at, gain) in [(2, 1.0), (3, 0.5), (6, 0.5), (7, 1.0)] {
            ducking.push(Frames::from_secs(at), gain);
        }
        Timeline {
            length: Frames::from_secs(100),
            chapters: vec![Chapter { title: "Next".into(), start: Frames::from_secs(20) }],
            events: vec![
                event(3, 3, EventKind::Say(Speech::Chime)),
                event(6, 14, EventKind::Pause),
                event(20, 4, EventKind::Say(Speech::Chime)),
                event(30, 4, breath(Phase::In, 1)),
                event(34, 4, breath(Phase::HoldFull, 1)),
                event(38, 6, breath(Phase::Out, 1)),
                event(44, 4, breath(Phase::In, 2)),
                event(48, 4, breath(Phase::HoldFull, 2)),
                event(52, 6, breath(Phase::Out, 2)),
                event(58, 4, breath(Phase::In, 3)),
                event(62, 4, breath(Phase::HoldFull, 3)),
                event(66, 6, breath(Phase::Out, 3)),
            ],
            ducking,
            ..Timeline::default()
        }
    }

    #[test]
    fn tones_and_bells_become_softer_and_come_back_in_an_edited_timeline_too() {
        let mut laid_out = timeline();
        laid_out.events.push(event(80, 1, EventKind::Bell(Bell { loudness: Lufs(-30.0), pitch: 200.0 })));
        let edited = laid_out.longer_at(Frames::from_secs(10)).unwrap();
        let bell = |timeline: &Timeline| match timeline.events.last().unwrap().kind {
            EventKind::Bell(bell) => bell.loudness,
            _ => Lufs(f32::NAN),
        };
        let softer = edited.tones_by(Decibels(-6.0), &laid_out);
        assert_eq!((softer.levels.tones, bell(&softer)), (laid_out.levels.tones + Decibels(-6.0), Lufs(-36.0)));
        let off = softer.tones_by(Decibels::SILENCE, &laid_out);
        assert_eq!(bell(&off), Lufs(f32::NEG_INFINITY));
        assert_eq!(off.tones_by(Decibels::UNITY, &laid_out), edited);
    }

    #[test]
    fn a_silence_is_doubled_and_nothing_before_it_changes() {
        let (before, at) = (timeline(), Frames::from_secs(10));
        let after = before.longer_at(at).unwrap();
        assert_eq!(after.length, before.length + Frames::from_secs(14));
        assert_eq!(after.events[0], before.events[0]);
        assert_eq!(after.events[1].length, Frames::from_secs(28));
        assert_eq!(after.events[2].start, Frames::from_secs(34));
        assert_eq!(after.chapters[0].start, Frames::from_secs(34));
        for frame in (0..at.0).step_by(4800) {
            assert_eq!(after.ducking.at(Frames(frame)), before.ducking.at(Frames(frame)));
        }
        // While words sound, the silence after them grows; a led breath has none.
        assert!(before.longer_at(Frames::from_secs(4)).is_some());
        assert_eq!(before.longer_at(Frames::from_secs(40)), None);
    }

    #[test]
    fn the_breath_gets_easier_and_at_last_is_only_let_be() {
        let before = timeline();
        let easier = before.gentler_at(Frames::from_secs(40)).unwrap();
        let phases = |timeline: &Timeline| -> Vec<(Frames, Phase)> {
            let breaths = timeline.events.iter().filter_map(|event| match &event.kind {
                EventKind::Breath(breath) => Some((event.start, breath.phase)),
                _ => None,
            });
            breaths.collect()
        };
        assert_eq!(phases(&easier)[..3], phases(&before)[..3]);
        assert!(phases(&easier)[3..].iter().all(|(_, phase)| !is_hold(*phase)));
        assert_eq!(easier.length, before.length);
        assert!(easier.events.iter().all(|event| event.end() <= Frames::from_secs(72)));
        let free = easier.gentler_at(Frames::from_secs(45)).unwrap();
        assert!(phases(&free).iter().all(|(start, _)| *start < Frames::from_secs(60)), "{:?}", phases(&free));
        assert_eq!(before.gentler_at(Frames::from_secs(10)), None);
    }

    #[test]
    fn the_end_grows_and_shrinks_where_a_bed_stays() {
        assert_eq!(timeline().longer_end(Frames::ZERO), None);
        let mut gain = Envelope::constant(0.5);
        gain.push(Frames::from_secs(1800), 0.5);
        gain.push(Frames::from_secs(2400), 0.0);
        let bed = crate::timeline::Bed {
            name: "sea".into(),
            source: crate::timeline::BedSource::Synth { name: "sea".into(), seed: 0, tuning: None },
            start: Frames::ZERO,
            end: Frames::from_secs(2400),
            gain,
        };
        let whole = Timeline { beds: vec![bed], length: Frames::from_secs(2400), ..timeline() };
        let longer = whole.longer_end(Frames::from_secs(5)).unwrap();
        assert_eq!(longer.length, whole.length + END_STEP);
        assert_eq!(longer.beds[0].end, whole.beds[0].end + END_STEP);
        assert_eq!(longer.shorter_end(Frames::from_secs(5)).unwrap().length, whole.length);
        // There is no more than there is.
        let (mut shortest, mut times) = (whole, 0);
        while let Some(shorter) = shortest.shorter_end(Frames::from_secs(5)) {
            (shortest, times) = (shorter, times + 1);
        }
        assert_eq!((shortest.length, times), (Frames::from_secs(2400 - 1800 + 72), 2));
    }
}
