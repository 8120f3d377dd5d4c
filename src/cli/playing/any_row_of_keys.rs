//! After any row of keys what is heard agrees with the render, sample for sample, and nothing on the way clicks.
//!
//! Keys are pressed on a session whose sound is taken by hand, so that nothing hangs on how busy the machine is: what is
//! heard where no fade moves has to be what a mixer of the Timeline in force gives for that place, at the listener's
//! volume, bit for bit. Pause, seek, volume and leaving on a device: tests/heard.rs and tests/keys_heard.rs.

use std::sync::Mutex;

use super::*;
use crate::library::{Asset, Library, Synth};
use crate::memory::Played;
use crate::mix::{Mixer, synth};
use crate::player::by_hand::Hand;
use crate::quantity::SAMPLE_RATE;
use crate::session::{Request, resolve};
use crate::timeline::{gather, lay_out};
use crate::voice::Voices;

/// Something for each key: silences, led breath with holds, touch with strokes, bells, a wait, and an end that goes on.
const SESSION: &str = "\
letgo: 1
title: A long evening
sound:
  - { name: ground, synth: brown, level: -16 dB, fade-in: 2s, fade-out: 2s }
  - { name: waves, synth: sea, level: -20 dB, fade-in: 2s, fade-out: 2s }
ends-in: sleep
end: { keep: [ground], for: 20m }
steps:
  - chapter: Arrive
  - say: Let the floor hold you.
  - pause: 40s
  - bell: { strikes: 3, every: 5s }
  - chapter: Hands
  - scan: { regions: [hand, sole], each: 20s, say: \"Be with {region}.\" }
  - wait: { say: \"Are you ready?\", at-most: 1m }
  - sound: { bed: waves, level: -30 dB, over: 8s }
  - chapter: Feet
  - massage: { region: sole, technique: slow-stroke, pressure: 2, for: 1m, say: Stroke your feet. }
  - chapter: Breath
  - breathe: { in: 3s, hold: 3s, out: 4s, rounds: 20, say: Breathe as you like. }
  - chapter: Rest
  - say: That is all.
";

const KEYS: [Command; 13] = [
    Command::Pause,
    Command::Back,
    Command::On,
    Command::NextChapter,
    Command::PreviousChapter,
    Command::Louder,
    Command::Softer,
    Command::Skip,
    Command::Longer,
    Command::Gentler,
    Command::Tones,
    Command::EndLonger,
    Command::EndShorter,
];

/// Frames from one key to the next: twice at once, in the middle of a fade, and when all is quiet again.
const GAPS: [usize; 8] = [0, 300, 2_000, 6_000, 20_000, 60_000, 80_000, 90_000];
/// Taken at a time.
const BLOCK: usize = 256;
/// When so many frames in a row have moved on since the last key, no fade is open any more: the longest takes 0.4 s.
const SETTLED: u64 = 20_000;
/// The fastest way to silence: what is used up before it has faded dies away within 5 ms. (Fades take 0.12 s and more, and
/// are half as steep again at their steepest.)
const STEEPEST: f32 = 1.0 / 0.005 / SAMPLE_RATE as f32;

fn timeline() -> Arc<Timeline> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long.yaml");
    std::fs::write(&path, SESSION).unwrap();
    let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
    let library = Library { synths, ..Library::default() };
    let session = resolve(&library, &Asset::File(path), &Request::default()).unwrap().session;
    let (materials, _) = gather(&session, &Voices::default(), synth::BED_LOUDNESS).unwrap();
    Arc::new(lay_out(&session, &materials).unwrap())
}

/// The highest sample, and the largest step from one to the next, of all that was mixed.
#[derive(Clone, Copy, Default)]
struct Extremes {
    peak: f32,
    step: f32,
}

impl Extremes {
    fn take_in(&mut self, sound: &[f32]) {
        self.peak = sound.iter().fold(self.peak, |most, sample| most.max(sample.abs()));
        self.step = largest_step(sound).max(self.step);
    }
}

fn largest_step(sound: &[f32]) -> f32 {
    sound.windows(3).map(|three| (three[2] - three[0]).abs()).fold(0.0, f32::max)
}

/// Notes the extremes of a sound on its way.
struct Noted<S> {
    sound: S,
    end: Frames,
    last: Vec<f32>,
    extremes: Arc<Mutex<Extremes>>,
}

impl<S: Sound> Sound for Noted<S> {
    fn length(&self) -> Option<Frames> {
        self.sound.length()
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        self.sound.read(at, out);
        let mut extremes = self.extremes.lock().unwrap();
        if at == self.end {
            self.last.extend(out.iter().take(2));
            extremes.take_in(&self.last);
        }
        extremes.take_in(out);
        self.last = out[out.len() - 2..].to_vec();
        self.end = at + Frames(out.len() as u64 / 2);
    }
}

/// A piece that was heard with no fade open.
struct Piece {
    timeline: Arc<Timeline>,
    at: Frames,
    gain: f32,
    sound: Vec<f32>,
}

impl Piece {
    /// The first sample that isn't what is rendered.
    fn differs(&self, mixer: &mut Mixer) -> Option<(usize, f32, f32)> {
        let mut rendered = vec![0.0; self.sound.len()];
        mixer.read(self.at, &mut rendered);
        let both = rendered.iter().map(|rendered| rendered * self.gain).zip(&self.sound).enumerate();
        both.into_iter().find_map(|(at, (wanted, heard))| (wanted != *heard).then_some((at, wanted, *heard)))
    }
}

struct Listener<'f> {
    hand: Hand,
    playing: Playing<'f>,
    heard: Vec<f32>,
    pieces: Vec<Piece>,
    moved: u64,
}

impl Listener<'_> {
    fn press(&mut self, key: Command) {
        let state = self.playing.player.state();
        assert!(self.playing.obey(key, state).is_ok(), "{key:?}");
        self.moved = 0;
    }

    fn hears(&mut self, frames: usize) {
        for _ in 0..frames.div_ceil(BLOCK) {
            let mut out = vec![0.0; 2 * BLOCK];
            let before = self.playing.player.state();
            self.hand.take(&mut out, self.playing.timeline.length);
            self.heard.extend(&out);
            let after = self.playing.player.state();
            let fading = after.paused || after.closing;
            let moves = !fading && after.position == before.position + Frames(BLOCK as u64);
            self.moved = if moves { self.moved + BLOCK as u64 } else { 0 };
            if self.moved > SETTLED {
                self.keep(before, out);
            }
        }
    }

    fn keep(&mut self, state: player::State, out: Vec<f32>) {
        let gain = if state.volume.0 <= -60.0 { 0.0 } else { state.volume.gain() };
        match self.pieces.last_mut() {
            Some(piece)
                if Arc::ptr_eq(&piece.timeline, &self.playing.timeline)
                    && piece.gain == gain
                    && piece.at + Frames(piece.sound.len() as u64 / 2) == state.position =>
            {
                piece.sound.extend(out);
            }
            _ => {
                let timeline = Arc::clone(&self.playing.timeline);
                self.pieces.push(Piece { timeline, at: state.position, gain, sound: out });
            }
        }
    }
}

fn listen(seed: u64) {
    let extremes = Arc::new(Mutex::new(Extremes::default()));
    let noted = Arc::clone(&extremes);
    let sound = move |timeline: &Arc<Timeline>| -> Result<Box<dyn Sound>, Failure> {
        let sound = Mixer::new(Arc::clone(timeline)).unwrap();
        let last = Vec::new();
        Ok(Box::new(Noted { sound, end: Frames(u64::MAX), last, extremes: Arc::clone(&noted) }))
    };
    let timeline = timeline();
    let (player, hand) = Player::by_hand(sound(&timeline).unwrap_or_else(|_| unreachable!()));
    let playing = Playing {
        state: Shown::new(false, &timeline),
        timeline,
        player,
        silent: false,
        guide: Guide::None,
        signals: Signals::default(),
        texts: Texts::english(),
        remembering: Remembering::new(Played::default(), None, String::new()),
        sound: &sound,
        loudest: &|| Decibels::UNITY,
        allowed: Allowed { controls: false, awake: false },
        until: None,
        follow: None,
    };
    let mut listener = Listener { hand, playing, heard: Vec::new(), pieces: Vec::new(), moved: 0 };
    let mut dice = seed;
    let mut below = |most: usize| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % most
    };
    let mut versions = 0;
    listener.hears(SAMPLE_RATE as usize);
    for _ in 0..200 {
        let before = Arc::clone(&listener.playing.timeline);
        listener.press(KEYS[below(KEYS.len())]);
        versions += usize::from(!Arc::ptr_eq(&before, &listener.playing.timeline));
        listener.hears(GAPS[below(GAPS.len())]);
    }
    // And then, wherever that has led, it plays on.
    listener.press(Command::PreviousChapter);
    if listener.playing.player.state().paused {
        listener.press(Command::Pause);
    }
    listener.hears(2 * SAMPLE_RATE as usize);
    let last = listener.pieces.last().map_or(0, |piece| piece.sound.len());
    assert!(last > SAMPLE_RATE as usize, "after the row nothing plays (seed {seed})");
    listener.playing.player.close();
    listener.moved = 0;
    listener.hears(SAMPLE_RATE as usize);
    assert!(listener.heard.ends_with(&[0.0; 2 * BLOCK]), "it doesn't end in silence (seed {seed})");

    let compared: usize = listener.pieces.iter().map(|piece| piece.sound.len() / 2).sum();
    let mut mixer: Option<(Arc<Timeline>, Mixer)> = None;
    for piece in &listener.pieces {
        let known = mixer.take_if(|(timeline, _)| Arc::ptr_eq(timeline, &piece.timeline));
        let (of, mut made) =
            known.unwrap_or_else(|| (Arc::clone(&piece.timeline), Mixer::new(Arc::clone(&piece.timeline)).unwrap()));
        let differs = piece.differs(&mut made);
        assert!(
            differs.is_none(),
            "what is heard at {} isn't what is rendered: {differs:?} of {} samples, at a gain of {} (seed {seed})",
            piece.at.clock(),
            piece.sound.len(),
            piece.gain
        );
        mixer = Some((of, made));
    }
    let seconds = compared / SAMPLE_RATE as usize;
    assert!(seconds > 20 && versions > 10, "{seconds} s compared, {versions} edits (seed {seed})");
    let (Extremes { peak, step }, heard) = (*extremes.lock().unwrap(), largest_step(&listener.heard));
    println!(
        "seed {seed}: {} s heard, {seconds} s compared in {} pieces, {versions} edits; largest step {heard}, \
         the render's own {step}, its peak {peak}",
        listener.heard.len() / 2 / SAMPLE_RATE as usize,
        listener.pieces.len()
    );
    assert!(heard <= step + peak * STEEPEST, "a click: {heard}, the render's largest step is {step} (seed {seed})");
}

#[test]
fn the_sound_agrees_with_the_render_and_nothing_clicks() {
    listen(7);
}

#[test]
fn and_so_it_does_after_another_row() {
    listen(2026);
}
