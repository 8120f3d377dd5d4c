//! Mixes ahead of what is heard, on a thread of its own.

use std::sync::mpsc::{Receiver, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Resampler, WindowFunction};

use crate::mix::{BLOCK, Sound};
use crate::output::{Link, SLICE, Slice, Slices};
use crate::quantity::{Frames, SAMPLE_RATE};

/// With everything full, it looks again when about this share of it should be used up, at the pace seen last.
const USED: f64 = 0.25;
/// The shortest and the longest of these naps; the longest is well within what is mixed ahead.
const NAPS: [Duration; 2] = [Duration::from_millis(5), Duration::from_millis(700)];
/// With nothing to fill, it looks for a device this often, unless it is woken.
const IDLE: Duration = Duration::from_millis(500);

/// Another sound, taken up at the next jump. Only the mixing thread and the listener's commands touch it.
pub(super) type Next = Arc<Mutex<Option<Box<dyn Sound>>>>;

/// A way to a device that has just been opened.
pub(super) struct NewRing {
    pub(super) slices: Slices,
    pub(super) rate: u32,
}

/// Begins; ends when the other end of `rings` is dropped.
pub(super) fn spawn(
    sound: Box<dyn Sound>,
    next: Next,
    link: Arc<Link>,
    rings: Receiver<NewRing>,
) -> std::io::Result<JoinHandle<()>> {
    thread::Builder::new().name("mixing".into()).spawn(move || produce(sound, &next, &link, &rings))
}

fn produce(sound: Box<dyn Sound>, next: &Next, link: &Link, rings: &Receiver<NewRing>) {
    let mut source = Source { sound, at: Frames::ZERO, block: vec![0.0; 2 * BLOCK], converter: None };
    let mut ring: Option<NewRing> = None;
    let mut generation = None;
    let mut ready: Vec<Slice> = Vec::new();
    let mut nap = Nap::new();
    loop {
        match rings.try_recv() {
            Ok(new) => {
                source.convert_to(new.rate);
                ring = Some(new);
                generation = None;
                nap = Nap::new();
            }
            Err(TryRecvError::Disconnected) => return,
            Err(TryRecvError::Empty) => {}
        }
        let Some(open) = &mut ring else {
            thread::park_timeout(IDLE);
            continue;
        };
        if generation != Some(link.generation()) {
            let (wanted, from) = link.target();
            generation = Some(wanted);
            if let Some(sound) = next.lock().unwrap_or_else(PoisonError::into_inner).take() {
                source.sound = sound;
            }
            source.go_to(from);
            ready.clear();
        }
        if ready.is_empty() {
            source.next_slices(generation.unwrap_or(0), &mut ready);
        }
        let free = open.slices.slots();
        if ready.is_empty() || (free < ready.len()) {
            // Full, or at the end. A device that was closed is noticed when the next one comes.
            nap.take(&open.slices);
            continue;
        }
        for slice in ready.drain(..) {
            // There was room for all of them.
            let _ = open.slices.push(slice);
        }
    }
}

/// How long to sleep until there is room again: most devices take sound at its own pace, a few much faster.
struct Nap {
    length: Duration,
}

impl Nap {
    fn new() -> Nap {
        Nap { length: NAPS[0] }
    }

    /// Sleeps, and learns from how much was used up meanwhile.
    fn take(&mut self, slices: &Slices) {
        let (begun, free) = (Instant::now(), slices.slots());
        thread::park_timeout(self.length);
        let used = slices.slots().saturating_sub(free);
        let wanted = slices.buffer().capacity() as f64 * USED;
        // Devices take sound in gulps, so that a short nap may see none, or a whole one: naps grow step by step.
        let length = match used {
            0 => 2 * self.length,
            used => begun.elapsed().mul_f64(wanted / used as f64).min(2 * self.length),
        };
        self.length = length.clamp(NAPS[0], NAPS[1]);
    }
}

/// The sound at the device's rate, in order.
struct Source {
    sound: Box<dyn Sound>,
    at: Frames,
    block: Vec<f32>,
    converter: Option<Converter>,
}

struct Converter {
    fft: Fft<f32>,
    output: Vec<f32>,
    /// Frames of the resampler's own delay that are still to be dropped.
    delay: usize,
}

impl Source {
    fn convert_to(&mut self, rate: u32) {
        self.converter = if rate == SAMPLE_RATE { None } else { Converter::new(rate) };
    }

    fn go_to(&mut self, at: Frames) {
        self.at = at;
        if let Some(converter) = &mut self.converter {
            converter.fft.reset();
            converter.delay = converter.fft.output_delay();
        }
    }

    /// The next block as slices; none once the last one was given.
    fn next_slices(&mut self, generation: u64, slices: &mut Vec<Slice>) {
        let length = self.sound.length().unwrap_or(Frames(u64::MAX));
        // The resampler needs silence after the end until its delay is over.
        let end = length + if self.converter.is_some() { Frames(4 * BLOCK as u64) } else { Frames::ZERO };
        if self.at > end || (self.at == end && end > Frames::ZERO) {
            return;
        }
        // Up to the mixer's own grid, so that no block is mixed for two reads.
        let count = (BLOCK as u64 - self.at.0 % BLOCK as u64).min((end - self.at).0) as usize;
        let begun = self.at;
        self.block.resize(2 * BLOCK, 0.0);
        self.sound.read(begun, &mut self.block[..2 * count]);
        self.at += Frames(count as u64);
        let last = self.at >= end;
        let (samples, step): (&[f32], f64) = match &mut self.converter {
            None => (&self.block[..2 * count], 1.0),
            Some(converter) => {
                self.block[2 * count..].fill(0.0);
                let step = converter.step();
                (converter.convert(&self.block), step)
            }
        };
        for (index, part) in samples.chunks(2 * SLICE).enumerate() {
            let at = begun + Frames((index as f64 * SLICE as f64 * step).round() as u64);
            let mut slice = Slice { generation, at, count: part.len() / 2, last: false, samples: [0.0; 2 * SLICE] };
            slice.samples[..part.len()].copy_from_slice(part);
            slices.push(slice);
        }
        if last {
            match slices.last_mut() {
                Some(slice) => slice.last = true,
                None => slices.push(Slice { generation, at: begun, count: 0, last: true, samples: [0.0; 2 * SLICE] }),
            }
        }
    }
}

impl Converter {
    fn new(rate: u32) -> Option<Converter> {
        let window = WindowFunction::BlackmanHarris2;
        let (from, to) = (SAMPLE_RATE as usize, rate as usize);
        let fft = Fft::new_custom(from, to, BLOCK, 1, 2, window, FixedSync::Input).ok()?;
        let output = vec![0.0; 2 * fft.output_frames_max()];
        Some(Converter { delay: fft.output_delay(), fft, output })
    }

    /// Timeline frames for each of the device's.
    fn step(&self) -> f64 {
        1.0 / self.fft.resample_ratio()
    }

    /// One block, converted.
    fn convert(&mut self, block: &[f32]) -> &[f32] {
        let room = self.output.len() / 2;
        let done = InterleavedSlice::new(block, 2, BLOCK).ok().and_then(|input| {
            let mut output = InterleavedSlice::new_mut(&mut self.output, 2, room).ok()?;
            self.fft.process_into_buffer(&input, &mut output, None).ok()
        });
        let written = done.map_or(0, |(_, written)| written);
        let dropped = self.delay.min(written);
        self.delay -= dropped;
        &self.output[2 * dropped..2 * written]
    }
}
