//! The mixer: everything that sounds at a time, added up and kept safe.

use std::sync::Arc;

use crate::library::Asset;
use crate::media::{self, Clip, Looped, MediaError, Track};
use crate::quantity::{Frames, Lufs};
use crate::timeline::{BedSource, Envelope, Event, EventKind, Phase, Speech, Timeline};

use super::fader::BlockGain;
use super::guard::{Guard, Source};
use super::synth;
use super::synth::tone::{Bell, BreathTone, Chime, Glide, TONE_LOUDNESS, Tone};
use super::{BLOCK, Sound};

/// Silence at the very beginning and end, so that a device which swallows its first or last moments takes nothing.
const EDGE: Frames = Frames::from_millis(100);
/// How slowly the whole rises after that, and falls before it: what still rings at the end fades with it.
const RISE: Frames = Frames::from_millis(500);
const FALL: Frames = Frames::from_millis(1000);
/// The edges of every clip, whoever recorded it.
const CLIP_EDGE: Frames = Frames::from_millis(10);

/// Why a Timeline can't be mixed.
#[derive(Debug, thiserror::Error)]
pub enum MixError {
    /// A track or a clip that can't be read.
    #[error("{0}")]
    Media(#[from] MediaError),
    /// A bed that this program doesn't have.
    #[error("there is no synthesised bed `{0}`")]
    UnknownSynth(String),
}

/// A Timeline as [`Sound`].
pub struct Mixer {
    sum: Sum,
    guard: Guard,
}

/// Everything that sounds, added up.
struct Sum {
    timeline: Arc<Timeline>,
    master: Envelope,
    beds: Vec<BedPlayer>,
    /// What sounds besides beds, in the order of the Timeline's events.
    players: Vec<EventPlayer>,
    /// The longest of them: how far back one may have begun that still sounds.
    longest: Frames,
    scratch: Vec<f32>,
}

struct BedPlayer {
    sound: Box<dyn Sound>,
    start: Frames,
    end: Frames,
    gain: Envelope,
}

struct EventPlayer {
    start: Frames,
    end: Frames,
    voice: Voice,
}

enum Voice {
    Clip { asset: Asset, gain: f32, loaded: Option<Option<Clip>> },
    Tone { tone: Box<dyn Tone + Send>, gain: f32 },
    Track { track: Box<Track>, gain: Envelope },
}

impl Sound for Track {
    fn length(&self) -> Option<Frames> {
        Some(Track::length(self))
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        Track::read(self, at, out);
    }
}

impl Sound for Looped {
    fn length(&self) -> Option<Frames> {
        None
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        Looped::read(self, at, out);
    }
}

impl Mixer {
    /// Opens everything that the Timeline plays.
    ///
    /// # Errors
    /// If a track can't be opened, or a clip can't be found where it was.
    pub fn new(timeline: Arc<Timeline>) -> Result<Mixer, MixError> {
        let mut beds = Vec::new();
        for bed in &timeline.beds {
            let sound: Box<dyn Sound> = match &bed.source {
                BedSource::Track { asset, crossfade } => Box::new(Looped::open(asset, *crossfade)?),
                BedSource::Synth { name, seed, tuning } => synth::tuned_bed(name, *seed, tuning.unwrap_or_default())
                    .ok_or_else(|| MixError::UnknownSynth(name.to_string()))?,
            };
            beds.push(BedPlayer { sound, start: bed.start, end: bed.end, gain: bed.gain.clone() });
        }
        let mut players = Vec::new();
        for event in &timeline.events {
            players.extend(player(event, &timeline)?);
        }
        let longest = players.iter().map(|player| player.end - player.start).max().unwrap_or(Frames::ZERO);
        let master = master(timeline.length);
        let scratch = vec![0.0; 2 * BLOCK];
        Ok(Mixer { sum: Sum { timeline, master, beds, players, longest, scratch }, guard: Guard::new() })
    }

    /// The mix as the guard is given it, for measuring what the guard does and costs. Not for ears.
    pub fn unguarded(self) -> impl Sound {
        Unguarded(self.sum)
    }
}

impl Source for Sum {
    fn block(&mut self, block: u64, out: &mut [f32]) {
        out.fill(0.0);
        self.add_up(Frames(block * BLOCK as u64), out);
    }
}

impl Sum {
    /// The sum of everything that sounds in the block which begins at `start`.
    fn add_up(&mut self, start: Frames, mix: &mut [f32]) {
        let end = start + Frames(BLOCK as u64);
        if start >= self.timeline.length {
            return;
        }
        let ducking = BlockGain::of(&self.timeline.ducking, start);
        for bed in self.beds.iter_mut().filter(|bed| bed.start < end && start < bed.end) {
            let gain = BlockGain::of(&bed.gain, start).times(&ducking);
            if gain.is_silent() {
                continue;
            }
            read_at(&mut *bed.sound, bed.start, start, &mut self.scratch);
            gain.add(&self.scratch, mix);
        }
        let from = self.players.partition_point(|player| player.start + self.longest < start);
        let until = self.players.partition_point(|player| player.start < end);
        for player in self.players.get_mut(from..until).unwrap_or_default() {
            if player.end <= start {
                player.voice.unload();
                continue;
            }
            player.voice.add(player.start, start, &ducking, &mut self.scratch, mix);
        }
        BlockGain::of(&self.master, start).apply(mix);
    }
}

impl Sound for Mixer {
    fn length(&self) -> Option<Frames> {
        Some(self.sum.timeline.length)
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        let length = self.sum.timeline.length.0;
        let mut at = at.0;
        let mut rest = out;
        while !rest.is_empty() {
            if at >= length {
                rest.fill(0.0);
                return;
            }
            let block = self.guard.block(at / BLOCK as u64, &mut self.sum);
            let offset = (at % BLOCK as u64) as usize;
            let left = (length - at).min((BLOCK - offset) as u64) as usize;
            let count = left.min(rest.len() / 2);
            let (now, later) = rest.split_at_mut(2 * count);
            now.copy_from_slice(&block[2 * offset..2 * (offset + count)]);
            rest = later;
            at += count as u64;
        }
    }
}

struct Unguarded(Sum);

impl Sound for Unguarded {
    fn length(&self) -> Option<Frames> {
        Some(self.0.timeline.length)
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        let (mut block, mut at) = (vec![0.0; 2 * BLOCK], at.0);
        let mut rest = out;
        while rest.len() >= 2 {
            let offset = (at % BLOCK as u64) as usize;
            self.0.block(at / BLOCK as u64, &mut block);
            let (now, later) = rest.split_at_mut((2 * (BLOCK - offset)).min(rest.len() & !1));
            now.copy_from_slice(&block[2 * offset..][..now.len()]);
            at += now.len() as u64 / 2;
            rest = later;
        }
        rest.fill(0.0);
    }
}

/// Reads a sound that begins at `origin` into a block that begins at `start`.
fn read_at(sound: &mut dyn Sound, origin: Frames, start: Frames, block: &mut [f32]) {
    let late = (origin.saturating_sub(start).0 as usize).min(BLOCK);
    let (before, after) = block.split_at_mut(2 * late);
    before.fill(0.0);
    sound.read(start.saturating_sub(origin), after);
}

fn master(length: Frames) -> Envelope {
    let mut master = Envelope::default();
    let half = Frames(length.0 / 2);
    master.push(EDGE.min(half), 0.0);
    master.push((EDGE + RISE).min(half), 1.0);
    master.push(length.saturating_sub(EDGE + FALL).max(half), 1.0);
    master.push(length.saturating_sub(EDGE), 0.0);
    master
}

/// What an event sounds like, if it does.
fn player(event: &Event, timeline: &Timeline) -> Result<Option<EventPlayer>, MixError> {
    let levels = timeline.levels;
    let falling = timeline.falling.at(event.start);
    let tones = levels.tones + falling;
    let (length, voice) = match &event.kind {
        EventKind::Say(Speech::Clip(clip)) => {
            // It isn't decoded before its time, but it must be there.
            media::probe(&clip.asset)?;
            (event.length, Voice::Clip { asset: clip.asset.clone(), gain: clip.gain.gain(), loaded: None })
        }
        EventKind::Say(Speech::Chime) => tone(Chime::default(), tones),
        EventKind::Breath(breath) if breath.tone && !is_hold(breath.phase) => {
            tone(BreathTone { phase: breath.phase, length: event.length, marked: breath.is_among_the_last() }, tones)
        }
        EventKind::Stroke(number) => tone(Glide { length: event.length, stroke: *number }, levels.tones),
        EventKind::Bell(strike) => {
            let attack = if timeline.sleep { Bell::SLEEPY_ATTACK } else { Bell::ATTACK };
            tone(Bell { pitch: strike.pitch, attack }, strike.loudness.min(levels.words + falling))
        }
        EventKind::Track(track) => {
            let track_sound = Box::new(Track::open(&track.asset)?);
            (event.length, Voice::Track { track: track_sound, gain: track.gain.clone() })
        }
        _ => return Ok(None),
    };
    Ok(Some(EventPlayer { start: event.start, end: event.start + length, voice }))
}

/// A tone at a loudness, and how long it sounds: a bell rings on into what comes after it.
fn tone(tone: impl Tone + Send + 'static, loudness: Lufs) -> (Frames, Voice) {
    (tone.length(), Voice::Tone { tone: Box::new(tone), gain: (loudness - TONE_LOUDNESS).gain() })
}

fn is_hold(phase: Phase) -> bool {
    matches!(phase, Phase::HoldFull | Phase::HoldEmpty)
}

impl Voice {
    /// Adds what sounds in the block that begins at `start`; the voice itself begins at `origin`.
    fn add(&mut self, origin: Frames, start: Frames, ducking: &BlockGain, scratch: &mut [f32], mix: &mut [f32]) {
        let late = (origin.saturating_sub(start).0 as usize).min(BLOCK);
        let from = start.saturating_sub(origin);
        match self {
            Voice::Clip { asset, gain, loaded } => {
                // A clip that has vanished since the session began is silent; its words are on the screen.
                if let Some(clip) = loaded.get_or_insert_with(|| media::decode_clip(asset).ok()) {
                    add_clip(clip, from, *gain, &mut mix[2 * late..]);
                }
            }
            Voice::Tone { tone, gain } => tone.add(from, &mut mix[2 * late..], *gain),
            Voice::Track { track, gain } => {
                read_at(&mut **track, origin, start, scratch);
                // A track in front steps back twice as far as a bed: it is louder than one.
                BlockGain::of(gain, start).times(ducking).times(ducking).add(scratch, mix);
            }
        }
    }

    /// Lets go of what it holds in memory.
    fn unload(&mut self) {
        if let Voice::Clip { loaded, .. } = self {
            *loaded = None;
        }
    }
}

/// Adds a clip's frames from `from` on, its edges softened.
fn add_clip(clip: &Clip, from: Frames, gain: f32, mix: &mut [f32]) {
    let total = clip.length();
    let edge = CLIP_EDGE.min(Frames(total.0 / 2));
    let until = from + Frames(mix.len() as u64 / 2);
    if from >= edge && until + edge <= total {
        return clip.add(from, gain, mix);
    }
    for (index, frame) in mix.chunks_exact_mut(2).enumerate() {
        let at = from + Frames(index as u64);
        if at >= total {
            return;
        }
        let to_edge = at.min(total - Frames(1) - at);
        let share = if to_edge < edge { to_edge.0 as f64 / edge.0 as f64 } else { 1.0 };
        let softened = 0.5 - 0.5 * (std::f64::consts::PI * share).cos();
        clip.add(at, gain * softened as f32, frame);
    }
}
