//! The mixer: everything that sounds at a time, added up and kept safe.

use std::sync::Arc;

use crate::library::Asset;
use crate::media::{self, Clip, Looped, MediaError, Track};
use crate::quantity::{Frames, Lufs};
use crate::timeline::{BedSource, Envelope, Event, EventKind, Phase, Speech, Timeline};

use super::fader::BlockGain;
use super::limiter::Limiter;
use super::synth;
use super::synth::tone::{Bell, BreathTone, Chime, TONE_LOUDNESS, Tone};
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
    timeline: Arc<Timeline>,
    master: Envelope,
    beds: Vec<BedPlayer>,
    /// What sounds besides beds, in the order of the Timeline's events.
    players: Vec<EventPlayer>,
    /// The longest of them: how far back one may have begun that still sounds.
    longest: Frames,
    /// Mixed but not yet limited blocks: before, at, and after the block that is being given out.
    raw: [Vec<f32>; 3],
    /// Which block is in the middle, if any was mixed.
    middle: Option<u64>,
    limited: Vec<f32>,
    scratch: Vec<f32>,
    limiter: Limiter,
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
        let block = || vec![0.0; 2 * BLOCK];
        Ok(Mixer {
            timeline,
            master,
            beds,
            players,
            longest,
            raw: [block(), block(), block()],
            middle: None,
            limited: block(),
            scratch: block(),
            limiter: Limiter::new(),
        })
    }

    /// Makes `limited` the block of this number.
    fn go_to(&mut self, block: u64) {
        match self.middle {
            Some(middle) if middle == block => return,
            Some(middle) if middle + 1 == block => {
                self.raw.rotate_left(1);
                self.mix_into(2, Some(block + 1));
            }
            _ => {
                self.mix_into(0, block.checked_sub(1));
                self.mix_into(1, Some(block));
                self.mix_into(2, Some(block + 1));
            }
        }
        self.middle = Some(block);
        if self.raw.iter().all(|raw| Limiter::is_quiet(raw)) {
            self.limited.copy_from_slice(&self.raw[1]);
        } else {
            self.limiter.limit([&self.raw[0], &self.raw[1], &self.raw[2]], &mut self.limited);
        }
    }

    fn mix_into(&mut self, slot: usize, block: Option<u64>) {
        let mut mix = std::mem::take(&mut self.raw[slot]);
        mix.fill(0.0);
        if let Some(block) = block {
            self.mix_block(Frames(block * BLOCK as u64), &mut mix);
        }
        self.raw[slot] = mix;
    }

    /// The sum of everything that sounds in the block which begins at `start`.
    fn mix_block(&mut self, start: Frames, mix: &mut [f32]) {
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
        for sample in mix.iter_mut() {
            if !sample.is_finite() {
                *sample = 0.0;
            }
        }
    }
}

impl Sound for Mixer {
    fn length(&self) -> Option<Frames> {
        Some(self.timeline.length)
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        let mut at = at.0;
        let mut rest = out;
        while !rest.is_empty() {
            if at >= self.timeline.length.0 {
                rest.fill(0.0);
                return;
            }
            self.go_to(at / BLOCK as u64);
            let offset = (at % BLOCK as u64) as usize;
            let left = (self.timeline.length.0 - at).min((BLOCK - offset) as u64) as usize;
            let count = left.min(rest.len() / 2);
            let (now, later) = rest.split_at_mut(2 * count);
            now.copy_from_slice(&self.limited[2 * offset..2 * (offset + count)]);
            rest = later;
            at += count as u64;
        }
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
    let (length, voice) = match &event.kind {
        EventKind::Say(Speech::Clip(clip)) => {
            // It isn't decoded before its time, but it must be there.
            media::probe(&clip.asset)?;
            (event.length, Voice::Clip { asset: clip.asset.clone(), gain: clip.gain.gain(), loaded: None })
        }
        EventKind::Say(Speech::Chime) => tone(Chime::default(), levels.tones),
        EventKind::Breath(breath) if breath.tone && !is_hold(breath.phase) => {
            tone(BreathTone { phase: breath.phase, length: event.length }, levels.tones)
        }
        EventKind::Bell(strike) => {
            let attack = if timeline.sleep { Bell::SLEEPY_ATTACK } else { Bell::ATTACK };
            tone(Bell { pitch: strike.pitch, attack }, strike.loudness.min(levels.words))
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
