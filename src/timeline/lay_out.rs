//! From a session to its Timeline.
//!
//! First the steps become a row of pieces, each with its length or the range of it; then the silences are fitted;
//! then everything gets its place.

use crate::quantity::{Decibels, Frames, Lufs, Time};
use crate::script::{Diagnostic, Severity};
use crate::session::{self, Breaths, CueLine, Elastic, Guided, GuidedKind, GuidedLine, Item, Origin, Session};

use super::fit::fit;
use super::materials::{ClipFacts, Materials};
use super::*;

/// Beds alone before anything else, so that the first word doesn't come out of nothing.
const LEAD_IN: Frames = Frames::from_secs(3);
/// Between two prompts that follow each other without a silence: a speaker's breath.
const BETWEEN_PROMPTS: Frames = Frames::from_millis(600);
/// After the last step, when there is no bed to fade out.
const TAIL: Frames = Frames::from_millis(1500);
/// Beds step back this long before words, and come back this long after them.
const DUCK_DOWN: Frames = Frames::from_millis(500);
const DUCK_UP: Frames = Frames::from_millis(1200);
/// How far beds step back under words, at least.
const DUCKED: Decibels = Decibels(-6.0);
/// A stroke is led no nearer to words than this.
const STROKE_APART: Frames = Frames::from_millis(400);
/// How loud all that lies under words may be together, beside them: usually, and where a clear voice is asked for.
/// Speech is understood in noise from about 0 dB on, and without effort from some 15 dB (ISO 9921, annex E). Promised are
/// 15 and 20 dB; waves come and go, and words have pauses, so that what is measured may be 0.5 dB to either side.
const UNDER_WORDS: Decibels = Decibels(-16.0);
const UNDER_CLEAR_WORDS: Decibels = Decibels(-21.0);
/// Words that may be left out are, until so many tenths of a guided stretch are silent.
const QUIET_TENTHS: u64 = 4;
/// Reading silently is given as long as speaking slowly: 120 words a minute, and a moment for the chime.
const READING_WORD: Frames = Frames::from_millis(500);
const READING_CHIME: Frames = Frames::from_millis(1500);

/// Where a session is only tried out, no silence lasts longer than this.
const QUICK: Frames = Frames::from_secs(1);

/// Lays a session out in exact frames.
///
/// # Errors
/// Words that don't fit into their step, tracks whose cues overlap, a length that can't be met: all of them at once.
pub fn lay_out(session: &Session, materials: &Materials) -> Result<Timeline, Vec<Diagnostic>> {
    let usual = if session.sleep { Levels::SLEEP } else { Levels::DAY };
    let own = &session.own_sounds;
    // Nothing that leads is louder than the words.
    let levels = Levels { tones: (usual.tones + own.tones).min(usual.words), ..usual };
    let mut row = Row {
        materials,
        levels,
        bells: own.bells,
        longest_silence: session.quick.then_some(QUICK),
        pieces: Vec::new(),
        diagnostics: Vec::new(),
    };
    row.pieces.push(Piece::Silence(Elastic::fixed(LEAD_IN.max(own.lead_in.frames()))));
    for item in &session.items {
        row.item(item);
    }
    let tail = match session.end.length.is_zero() {
        true => session.beds.iter().map(|bed| bed.fade_out.frames()).max().unwrap_or(TAIL),
        false => Frames::ZERO,
    };
    let lengths = row.fit(session, tail);
    if !row.diagnostics.is_empty() {
        return Err(row.diagnostics);
    }
    let mut timeline = place(session, row.pieces, &lengths, levels, materials);
    timeline.ducking = ducking(session, &timeline, materials);
    Ok(timeline)
}

/// A piece of the row.
enum Piece {
    /// Time that passes unmarked, or as an event of its own.
    Silence(Elastic),
    /// A group of events at places of their own within a set length.
    Group {
        length: Frames,
        events: Vec<Event>,
    },
    Chapter(String),
    BedLevel {
        bed: usize,
        level: Decibels,
        over: Time,
    },
}

struct Row<'m> {
    materials: &'m Materials,
    levels: Levels,
    /// How much louder or softer the listener wants bells.
    bells: Decibels,
    /// No silence lasts longer.
    longest_silence: Option<Frames>,
    pieces: Vec<Piece>,
    diagnostics: Vec<Diagnostic>,
}

impl Row<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Chapter(title) => self.pieces.push(Piece::Chapter(title.clone())),
            Item::Say(words) => {
                self.breathe_between_prompts();
                let event = self.say(&words.value, Frames::ZERO);
                self.pieces.push(Piece::Group { length: event.length, events: vec![event] });
            }
            Item::Silence(silence) => {
                let short = |frames: Frames| self.longest_silence.map_or(frames, |longest| frames.min(longest));
                let Elastic { min, ideal, max } = *silence;
                let silence = Elastic { min: short(min), ideal: short(ideal), max: short(max) };
                self.pieces.push(Piece::Silence(silence));
            }
            Item::Breaths(breaths) => self.breaths(breaths),
            Item::Guided(guided) => self.guided(guided),
            Item::Bell { level, pitch, length } => {
                let kind = EventKind::Bell(Bell {
                    loudness: (self.levels.words + *level + self.bells).min(self.levels.words),
                    pitch: *pitch,
                });
                let event = Event { start: Frames::ZERO, length: *length, kind, text: String::new() };
                self.pieces.push(Piece::Group { length: *length, events: vec![event] });
            }
            Item::Track(track) => self.track(track),
            Item::BedLevel { bed, level, over } => {
                self.pieces.push(Piece::BedLevel { bed: *bed, level: *level, over: *over });
            }
            Item::Wait { at_most, .. } => {
                let length = at_most.frames();
                let length = self.longest_silence.map_or(length, |longest| length.min(longest));
                let event = Event { start: Frames::ZERO, length, kind: EventKind::Wait, text: String::new() };
                self.pieces.push(Piece::Group { length, events: vec![event] });
            }
        }
    }

    fn breathe_between_prompts(&mut self) {
        let last = self.pieces.iter().rev().find(|piece| !matches!(piece, Piece::Chapter(_) | Piece::BedLevel { .. }));
        let after_words = match last {
            Some(Piece::Group { length, events }) => events.last().is_some_and(|event| {
                matches!(event.kind, EventKind::Say(_)) && event.end() + BETWEEN_PROMPTS > *length
            }),
            _ => false,
        };
        if after_words {
            self.pieces.push(Piece::Silence(Elastic::fixed(BETWEEN_PROMPTS)));
        }
    }

    /// Words at a place of their group.
    fn say(&self, words: &str, start: Frames) -> Event {
        let (length, speech) = match self.materials.clips.get(words) {
            Some(ClipFacts { asset, length, loudness }) => {
                let gain = self.levels.words - *loudness;
                (*length, Speech::Clip(ClipUse { asset: asset.clone(), gain }))
            }
            None => {
                let count = words.split_whitespace().count() as u64;
                (READING_CHIME + Frames(READING_WORD.0 * count), Speech::Chime)
            }
        };
        Event { start, length, kind: EventKind::Say(speech), text: words.to_string() }
    }

    fn breaths(&mut self, breaths: &Breaths) {
        self.breathe_between_prompts();
        let rounds = u32::try_from(breaths.breaths.len()).unwrap_or(u32::MAX);
        let mut events = Vec::new();
        let mut at = Frames::ZERO;
        let mut too_long: Option<Frames> = None;
        for (round, breath) in (1u32..).zip(&breaths.breaths) {
            for phase in breath {
                let kind = EventKind::Breath(Breath { phase: phase.phase, round, rounds, tone: breaths.tone });
                events.push(Event { start: at, length: phase.length, kind, text: phase.shown.clone() });
                if let Some(words) = &phase.words {
                    let said = self.say(words, at);
                    // Where no voice has the words, the screen shows the phase: a chime in every phase would nag.
                    if matches!(said.kind, EventKind::Say(Speech::Clip(_))) {
                        let over = said.length.saturating_sub(phase.length);
                        too_long = too_long.max((over > Frames::ZERO).then_some(over));
                        events.push(said);
                    }
                }
                at += phase.length;
            }
        }
        if let Some(words) = &breaths.last {
            self.mark_last_two(words, rounds, &mut events);
        }
        if let Some(over) = too_long {
            let message =
                format!("the words need {:.1} s more than the phase of breath that they lead", over.seconds());
            let help = "breathe slower, or let tones lead: `cue: tone`";
            self.diagnostics.push(breaths.origin.diagnostic(Severity::Error, "words-too-long", message).help(help));
        }
        self.pieces.push(Piece::Group { length: at, events });
    }

    /// Says that two breaths are left, in the last quiet phase before them that has room for it.
    fn mark_last_two(&mut self, words: &str, rounds: u32, events: &mut Vec<Event>) {
        let before = |event: &&Event| match &event.kind {
            EventKind::Breath(breath) => {
                breath.round + 2 == rounds && matches!(breath.phase, Phase::Out | Phase::HoldEmpty)
            }
            _ => false,
        };
        let quiet = |event: &&Event| {
            !events.iter().any(|said| is_said(said) && said.start < event.end() && event.start < said.end())
        };
        let Some(room) = events.iter().rfind(|event| before(event) && quiet(event)) else { return };
        let (start, length) = (room.start, room.length);
        let said = self.say(words, start);
        if matches!(said.kind, EventKind::Say(Speech::Clip(_))) && said.length + BETWEEN_PROMPTS <= length {
            events.push(said);
            events.sort_by_key(|event| event.start);
        }
    }

    fn guided(&mut self, guided: &Guided) {
        self.breathe_between_prompts();
        let mut lines: Vec<(&GuidedLine, Option<Event>)> = guided
            .lines
            .iter()
            .map(|line| match line {
                GuidedLine::Say(words) | GuidedLine::MaySay(words) => (line, Some(self.say(words, Frames::ZERO))),
                GuidedLine::Rest(_) => (line, None),
            })
            .collect();
        let quiet = Frames(guided.length.0 / 10 * QUIET_TENTHS);
        let mut needed = words_length(&lines);
        while needed + quiet > guided.length {
            let Some(last) = lines.iter().rposition(|(line, _)| matches!(line, GuidedLine::MaySay(_))) else { break };
            lines.remove(last);
            needed = words_length(&lines);
        }
        if needed > guided.length {
            let over = needed - guided.length;
            let message = format!(
                "the words of this step need {:.1} s, which is {:.1} s more than its time",
                needed.seconds(),
                over.seconds()
            );
            let help = format!("give it {} s or more, or fewer words", needed.seconds().ceil());
            self.diagnostics.push(guided.origin.diagnostic(Severity::Error, "words-too-long", message).help(help));
            // Its time stays, so that one error doesn't make the whole length another.
            self.pieces.push(Piece::Group { length: guided.length, events: Vec::new() });
            return;
        }
        let rests = lines.iter().filter(|(line, _)| matches!(line, GuidedLine::Rest(_))).count() as u64;
        let length = match self.longest_silence {
            Some(longest) => guided.length.min(needed + Frames(longest.0 * rests)),
            None => guided.length,
        };
        let free = length - needed;
        let share = |line: &GuidedLine| if let GuidedLine::Rest(share) = line { u64::from(*share) } else { 0 };
        let shares: u64 = lines.iter().map(|(line, _)| share(line)).sum();
        let mut events = vec![Event { length, ..self.guided_event(guided) }];
        let (mut at, mut shares_so_far, mut given) = (Frames::ZERO, 0u64, 0u64);
        let mut after_words = false;
        for (line, said) in lines {
            match said {
                Some(mut event) => {
                    if after_words {
                        at += BETWEEN_PROMPTS;
                    }
                    event.start = at;
                    at += event.length;
                    after_words = true;
                    events.push(event);
                }
                None => {
                    shares_so_far += share(line);
                    let due = (u128::from(free.0) * u128::from(shares_so_far) / u128::from(shares.max(1))) as u64;
                    at += Frames(due - given);
                    given = due;
                    after_words = false;
                }
            }
        }
        if let GuidedKind::Massage { strokes: Some(strokes), .. } = &guided.kind {
            self.strokes(strokes, length, &mut events);
        }
        self.pieces.push(Piece::Group { length, events });
    }

    /// Strokes of the hands between the words of a stretch. A stroke that would sound under words, or not be done at
    /// the end, isn't led; after words the counting begins anew.
    fn strokes(&mut self, strokes: &session::Strokes, length: Frames, events: &mut Vec<Event>) {
        let words: Vec<(Frames, Frames)> =
            events.iter().filter(|event| is_said(event)).map(|event| (event.start, event.end())).collect();
        let free = |start: Frames, end: Frames| {
            words.iter().find(|(begin, over)| *begin < end + STROKE_APART && start < *over + STROKE_APART)
        };
        let (mut at, mut number) = (STROKE_APART, 0);
        while at + strokes.each <= length {
            if let Some((_, over)) = free(at, at + strokes.each) {
                at = *over + STROKE_APART;
                number = 0;
                continue;
            }
            let event = match strokes.counts.get(number % strokes.counts.len().max(1)) {
                // Where no voice can count, the hands find their rhythm by themselves: a chime each would nag.
                Some(count) => Some(self.say(count, at))
                    .filter(|said| matches!(said.kind, EventKind::Say(Speech::Clip(_))) && said.length <= strokes.each),
                None => {
                    let kind = EventKind::Stroke(number as u64 + 1);
                    Some(Event { start: at, length: strokes.each, kind, text: String::new() })
                }
            };
            events.extend(event);
            number += 1;
            at += strokes.each;
        }
        events.sort_by_key(|event| event.start);
    }

    fn guided_event(&self, guided: &Guided) -> Event {
        let (kind, text) = match &guided.kind {
            GuidedKind::Scan(place) => (EventKind::Scan(place.clone()), place.name.clone()),
            GuidedKind::Relax { group, name, tense } => {
                (EventKind::Relax { group: group.clone(), tense: *tense }, name.clone())
            }
            GuidedKind::Massage { massage, .. } => (EventKind::Massage(massage.clone()), massage.place.name.clone()),
            GuidedKind::Anchor(anchor) => (EventKind::Anchor(*anchor), String::new()),
        };
        Event { start: Frames::ZERO, length: guided.length, kind, text }
    }

    fn track(&mut self, track: &session::FrontTrack) {
        self.breathe_between_prompts();
        let Some(facts) = self.materials.tracks.get(&track.asset) else { return };
        let length = facts.length;
        let peak = (self.levels.words + track.level - facts.loudness).gain();
        let mut gain = Envelope::default();
        let fade_in = track.fade_in.frames().min(Frames(length.0 / 2));
        let fade_out = track.fade_out.frames().min(Frames(length.0 / 2));
        gain.push(Frames::ZERO, 0.0);
        gain.push(fade_in, peak);
        gain.push(length - fade_out, peak);
        gain.push(length, 0.0);
        let kind = EventKind::Track(FrontTrack { asset: track.asset.clone(), gain });
        let mut events = vec![Event { start: Frames::ZERO, length, kind, text: String::new() }];
        let mut cues: Vec<_> = track.cues.iter().collect();
        cues.sort_by_key(|cue| cue.at);
        let mut free_from = Frames::ZERO;
        for cue in cues {
            let mut at = cue.at.frames();
            if at < free_from {
                let message =
                    format!("these words begin {:.1} s before the ones before them end", (free_from - at).seconds());
                let help = format!("move them to {:.1} s or later", free_from.seconds());
                self.diagnostics.push(cue.origin.diagnostic(Severity::Error, "words-overlap", message).help(help));
                continue;
            }
            let mut after_words = false;
            for line in &cue.lines {
                match line {
                    CueLine::Say(words) => {
                        if after_words {
                            at += BETWEEN_PROMPTS;
                        }
                        let event = self.say(words, at);
                        at = event.end();
                        events.push(event);
                        after_words = true;
                    }
                    CueLine::Pause(time) => {
                        at += time.frames();
                        after_words = false;
                    }
                }
            }
            free_from = at;
            if at > length {
                let message = format!("these words end {:.1} s after the track does", (at - length).seconds());
                let help = "begin them earlier, or say them in a step after the track";
                self.diagnostics.push(cue.origin.diagnostic(Severity::Error, "words-too-long", message).help(help));
            }
        }
        self.pieces.push(Piece::Group { length, events });
    }

    /// The length of every piece.
    fn fit(&mut self, session: &Session, tail: Frames) -> Vec<Frames> {
        let silences: Vec<Elastic> = self
            .pieces
            .iter()
            .filter_map(|piece| if let Piece::Silence(silence) = piece { Some(*silence) } else { None })
            .collect();
        let fixed: Frames = tail
            + self
                .pieces
                .iter()
                .map(|piece| if let Piece::Group { length, .. } = piece { *length } else { Frames::ZERO })
                .sum();
        let mut fitted = match &session.fit {
            None => silences.iter().map(|silence| silence.ideal).collect(),
            Some(wanted) => {
                let target = i128::from(wanted.value.frames().0) - i128::from(fixed.0);
                fit(&silences, target).unwrap_or_else(|reach| {
                    let (shortest, longest) = (fixed + reach.shortest, fixed + reach.longest);
                    if session.fit_loosely {
                        let short = target < i128::from(reach.shortest.0);
                        return silences.iter().map(|silence| if short { silence.min } else { silence.max }).collect();
                    }
                    self.cannot_fit(&wanted.origin, wanted.value, shortest, longest);
                    Vec::new()
                })
            }
        }
        .into_iter();
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Silence(_) => fitted.next().unwrap_or(Frames::ZERO),
                Piece::Group { length, .. } => *length,
                Piece::Chapter(_) | Piece::BedLevel { .. } => Frames::ZERO,
            })
            .collect()
    }

    fn cannot_fit(&mut self, origin: &Origin, wanted: Time, shortest: Frames, longest: Frames) {
        let message = format!(
            "this session can't be fitted to {wanted}: its silences let it last from {} to {}",
            shortest.clock(),
            longest.clock()
        );
        let help = match wanted.frames() < shortest {
            true => "take something out, or give silences a smaller `min`",
            false => "add something, or give silences a larger `max`: pause: { for: 20s, max: 2m }",
        };
        self.diagnostics.push(origin.diagnostic(Severity::Error, "fit", message).help(help));
    }
}

/// How long the words of a guided stretch are, with a breath between those that follow each other.
fn words_length(lines: &[(&GuidedLine, Option<Event>)]) -> Frames {
    let words: Frames = lines.iter().filter_map(|(_, said)| said.as_ref()).map(|event| event.length).sum();
    let pairs = lines.windows(2).filter(|pair| pair.iter().all(|(_, said)| said.is_some())).count() as u64;
    words + Frames(BETWEEN_PROMPTS.0 * pairs)
}

/// Gives every piece its place.
fn place(session: &Session, pieces: Vec<Piece>, lengths: &[Frames], levels: Levels, materials: &Materials) -> Timeline {
    let mut timeline = Timeline {
        title: session.title.clone(),
        language: session.language.clone(),
        sleep: session.sleep,
        levels,
        ..Timeline::default()
    };
    let mut gains: Vec<Envelope> = session
        .beds
        .iter()
        .map(|bed| {
            let mut gain = Envelope::default();
            gain.push(Frames::ZERO, 0.0);
            gain.push(bed.fade_in.frames(), bed_gain(bed, bed.level, levels, materials));
            gain
        })
        .collect();
    if session.sleep {
        timeline.falling = Falling::over(lengths.iter().copied().sum());
    }
    let mut at = Frames::ZERO;
    for (piece, length) in pieces.into_iter().zip(lengths) {
        match piece {
            Piece::Chapter(title) => timeline.chapters.push(Chapter { title, start: at }),
            Piece::BedLevel { bed, level, over } => {
                if let (Some(bed), Some(gain)) = (session.beds.get(bed), gains.get_mut(bed)) {
                    gain.change(at, over.frames(), bed_gain(bed, level, levels, materials));
                }
            }
            Piece::Silence(_) if at > Frames::ZERO && *length > BETWEEN_PROMPTS => {
                let (kind, text) = (EventKind::Pause, String::new());
                timeline.events.push(Event { start: at, length: *length, kind, text });
            }
            Piece::Silence(_) => {}
            Piece::Group { events, .. } => {
                let falling = timeline.falling;
                timeline.events.extend(events.into_iter().map(|event| softened(moved(event, at), falling)));
            }
        }
        at += *length;
    }
    // A stable order by start: a span comes before what lies in it, because it was made before.
    timeline.events.sort_by_key(|event| event.start);
    let last_step = at;
    let tail = session.beds.iter().map(|bed| bed.fade_out.frames()).max().unwrap_or(TAIL);
    let kept_until = last_step + session.end.length.frames();
    timeline.length = if session.end.length.is_zero() { last_step + tail } else { kept_until };
    for (index, (bed, mut gain)) in session.beds.iter().zip(gains).enumerate() {
        let end = if session.end.keep.contains(&index) {
            let fade = session.end.fade.frames().min(session.end.length.frames());
            gain.change(kept_until - fade, fade, 0.0);
            kept_until
        } else {
            let fade = bed.fade_out.frames().min(timeline.length - last_step);
            gain.change(last_step, fade, 0.0);
            last_step + fade
        };
        let source = match &bed.source {
            session::BedSource::Track { asset, crossfade } => {
                let facts = materials.tracks.get(asset);
                let found = facts.map_or(Frames::ZERO, |facts| facts.crossfade);
                BedSource::Track { asset: asset.clone(), crossfade: crossfade.map_or(found, Time::frames) }
            }
            session::BedSource::Synth { name, tuning } => {
                BedSource::Synth { name: name.as_str().into(), seed: index as u64, tuning: *tuning }
            }
        };
        timeline.beds.push(Bed { name: bed.name.clone(), source, start: Frames::ZERO, end, gain });
    }
    timeline
}

fn is_said(event: &Event) -> bool {
    matches!(event.kind, EventKind::Say(_))
}

fn moved(mut event: Event, by: Frames) -> Event {
    event.start += by;
    if let EventKind::Track(track) = &mut event.kind {
        let mut gain = Envelope::default();
        track.gain.points().iter().for_each(|point| gain.push(point.at + by, point.gain));
        track.gain = gain;
    }
    event
}

/// As soft as a session has grown where an event begins.
fn softened(mut event: Event, falling: Falling) -> Event {
    let by = falling.at(event.start);
    match &mut event.kind {
        EventKind::Say(Speech::Clip(clip)) => clip.gain = clip.gain + by,
        EventKind::Bell(bell) => bell.loudness = bell.loudness + by,
        EventKind::Track(track) => track.gain = std::mem::take(&mut track.gain).times(by.gain()),
        _ => {}
    }
    event
}

/// What brings a bed to its level beside the voice.
fn bed_gain(bed: &session::Bed, level: Decibels, levels: Levels, materials: &Materials) -> f32 {
    if level <= Decibels::SILENCE {
        return 0.0;
    }
    (levels.words + level - own_loudness(bed, materials)).gain()
}

fn own_loudness(bed: &session::Bed, materials: &Materials) -> Lufs {
    let own = match &bed.source {
        session::BedSource::Track { asset, .. } => materials.tracks.get(asset).map(|facts| facts.loudness),
        session::BedSource::Synth { .. } => None,
    };
    own.unwrap_or(materials.synths)
}

/// Beds step back before words and come back after them; between words close together they stay back.
fn ducking(session: &Session, timeline: &Timeline, materials: &Materials) -> Envelope {
    let mut envelope = Envelope::constant(1.0);
    let under = Under::of(session, timeline, materials);
    let mut words = timeline.events.iter().filter(|event| matches!(event.kind, EventKind::Say(_))).peekable();
    while let Some(first) = words.next() {
        let mut end = first.end();
        while let Some(next) = words.next_if(|next| next.start.saturating_sub(DUCK_DOWN) <= end + DUCK_UP) {
            end = end.max(next.end());
        }
        let ducked = under.depth(first.start, end).gain();
        envelope.push(first.start.saturating_sub(DUCK_DOWN), 1.0);
        envelope.push(first.start, ducked);
        envelope.push(end, ducked);
        envelope.push(end + DUCK_UP, 1.0);
    }
    envelope
}

/// What may lie under words.
struct Under<'t> {
    /// Each with its gain, and its power at a gain of 1 beside words that haven't begun to fall.
    beds: Vec<(&'t Envelope, f64)>,
    /// Tracks in front; they never overlap each other.
    tracks: Vec<(&'t Event, &'t Envelope, f64)>,
    falling: Falling,
    wanted: Decibels,
}

impl<'t> Under<'t> {
    fn of(session: &Session, timeline: &'t Timeline, materials: &Materials) -> Under<'t> {
        let power = |loudness: Lufs| power_of(loudness - timeline.levels.words);
        let beds = session.beds.iter().zip(&timeline.beds);
        let tracks = timeline.events.iter().filter_map(|event| {
            let EventKind::Track(track) = &event.kind else { return None };
            Some((event, &track.gain, power(materials.tracks.get(&track.asset)?.loudness)))
        });
        Under {
            beds: beds.map(|(bed, placed)| (&placed.gain, power(own_loudness(bed, materials)))).collect(),
            tracks: tracks.collect(),
            falling: timeline.falling,
            wanted: if session.clear_voice { UNDER_CLEAR_WORDS } else { UNDER_WORDS },
        }
    }

    /// How far beds step back under words that sound from one frame to another: so far that all of them together,
    /// and a track in front, which steps back twice as far, are as far under the words as they should be.
    fn depth(&self, from: Frames, until: Frames) -> Decibels {
        let highest = |gain: &Envelope, power: f64| f64::from(gain.highest(from, until)).powi(2) * power;
        let beds: f64 = self.beds.iter().map(|(gain, power)| highest(gain, *power)).sum();
        let tracks = &self.tracks[self.tracks.partition_point(|(event, ..)| event.end() <= from)..];
        let tracks = tracks.iter().take_while(|(event, ..)| event.start < until);
        let track = tracks.map(|(_, gain, power)| highest(gain, *power)).fold(0.0, f64::max);
        let wanted = power_of(self.wanted + self.falling.at(until));
        // beds x + track x² = wanted, for the factor x on the power of beds; so written that either may be missing.
        let factor = 2.0 * wanted / (beds + (beds * beds + 4.0 * track * wanted).sqrt());
        Decibels((10.0 * factor.log10()).min(f64::from(DUCKED.0)) as f32)
    }
}

fn power_of(level: Decibels) -> f64 {
    10f64.powf(f64::from(level.0) / 10.0)
}
