//! Noise of any colour, by its spectrum: pieces of half a second, each an inverse FFT of the wanted amplitudes with
//! phases of chance, one beginning every quarter and overlapped with equal power.
//!
//! A filter fed with white noise would need its past; a piece needs only its number. Shorter pieces would blur what is
//! low; longer ones need more memory, and more work before the first frame after a seek.

use std::f64::consts::{FRAC_PI_2, TAU};
use std::sync::{Arc, LazyLock};

use realfft::num_complex::Complex;
use realfft::{ComplexToReal, RealFftPlanner};

use super::bed::Cycle;
use super::chunk::{CHUNK, Chunks};
use super::key::Key;
use super::spectrum::{gain_to, k_weight};
use crate::quantity::{Lufs, SAMPLE_RATE};

/// Chunks from the beginning of one piece to that of the next.
const CHUNKS_A_HOP: u64 = 5;
/// The same in frames.
const HOP: usize = CHUNKS_A_HOP as usize * CHUNK;
/// Frames of a piece.
const PIECE: usize = 2 * HOP;
/// Directions that a phase may take.
const DIRECTIONS: usize = 256;
/// Nothing is made above this, in Hz: it would only cost time.
const CEILING: f64 = 16_000.0;

static TRANSFORM: LazyLock<Arc<dyn ComplexToReal<f32>>> =
    LazyLock::new(|| RealFftPlanner::new().plan_fft_inverse(PIECE));
/// A quarter of a sine: how a piece rises; backwards, how it falls. The squares of both sum to 1.
static RISE: LazyLock<Vec<f32>> =
    LazyLock::new(|| (0..HOP).map(|i| ((i as f64 + 0.5) / HOP as f64 * FRAC_PI_2).sin() as f32).collect());
static COMPASS: LazyLock<Vec<Complex<f32>>> = LazyLock::new(|| {
    let turn = |i: usize| TAU * (i as f64 + 0.5) / DIRECTIONS as f64;
    (0..DIRECTIONS).map(|i| Complex::new(turn(i).cos() as f32, turn(i).sin() as f32)).collect()
});

/// Steady stereo noise of one colour, at a known loudness.
pub struct Noise {
    key: Key,
    cycle: Option<Cycle>,
    /// Of each frequency, two hertz apart, from 0 up to [`CEILING`].
    amplitudes: Vec<f32>,
    /// From a phase of the left channel to that of the right: forwards or back by this much.
    apart: Complex<f32>,
    /// The hop that `sound` holds.
    hop: Option<u64>,
    sound: Vec<f32>,
    /// The falling half of the piece that began with `hop`, already windowed.
    tail: Vec<f32>,
    work: Work,
}

/// Room to work in, kept so that nothing is allocated while sounding.
struct Work {
    spectra: [Vec<Complex<f32>>; 2],
    piece: [Vec<f32>; 2],
    scratch: Vec<Complex<f32>>,
}

impl Noise {
    /// Noise whose amplitude at a frequency in Hz goes as `colour`, brought to `loudness` by calculation.
    ///
    /// `correlation` of the two channels: 1 is the same in both, 0 wide. `key` and `part` choose which noise of that colour it is.
    pub fn new(
        seed: u64,
        part: u64,
        cycle: Option<Cycle>,
        colour: impl Fn(f64) -> f64,
        loudness: Lufs,
        correlation: f64,
    ) -> Noise {
        let width = f64::from(SAMPLE_RATE) / PIECE as f64;
        let bins = (CEILING / width) as usize;
        let wanted: Vec<f64> = (0..bins).map(|bin| if bin == 0 { 0.0 } else { colour(bin as f64 * width) }).collect();
        // A bin of amplitude a is a cosine of amplitude 2 a, of power 2 a²; and there are two channels.
        let weighted = wanted.iter().enumerate().map(|(bin, a)| 4.0 * a * a * k_weight(bin as f64 * width)).sum();
        let gain = gain_to(loudness, weighted);
        let angle = correlation.clamp(-1.0, 1.0).acos();
        let bins_all = TRANSFORM.complex_len();
        Noise {
            key: Key::new(seed).part(part),
            cycle,
            amplitudes: wanted.iter().map(|a| (a * gain) as f32).collect(),
            apart: Complex::new(angle.cos() as f32, angle.sin() as f32),
            hop: None,
            sound: vec![0.0; 2 * HOP],
            tail: vec![0.0; 2 * HOP],
            work: Work {
                spectra: [vec![Complex::default(); bins_all], vec![Complex::default(); bins_all]],
                piece: [vec![0.0; PIECE], vec![0.0; PIECE]],
                scratch: TRANSFORM.make_scratch_vec(),
            },
        }
    }

    /// The chunk of this number, without a copy.
    pub(crate) fn hear(&mut self, chunk: u64) -> &[f32] {
        let hop = chunk / CHUNKS_A_HOP;
        if self.hop != Some(hop) {
            let before = (hop as i64).wrapping_sub(1);
            if self.hop.is_none() || self.hop != Some(before as u64) {
                self.make_piece(before);
                self.keep_tail();
            }
            self.make_piece(hop as i64);
            let Work { piece: [left, right], .. } = &self.work;
            let sound = self.sound.chunks_exact_mut(2).zip(self.tail.chunks_exact(2));
            for (((sound, tail), rise), (left, right)) in sound.zip(RISE.iter()).zip(left.iter().zip(right)) {
                sound[0] = left * rise + tail[0];
                sound[1] = right * rise + tail[1];
            }
            self.keep_tail();
            self.hop = Some(hop);
        }
        let from = 2 * CHUNK * (chunk % CHUNKS_A_HOP) as usize;
        &self.sound[from..from + 2 * CHUNK]
    }

    /// The falling half of the piece in `work`.
    fn keep_tail(&mut self) {
        let Work { piece: [left, right], .. } = &self.work;
        let falling = left[HOP..].iter().zip(&right[HOP..]).zip(RISE.iter().rev());
        for (tail, ((left, right), fall)) in self.tail.chunks_exact_mut(2).zip(falling) {
            tail[0] = left * fall;
            tail[1] = right * fall;
        }
    }

    /// The piece that begins with a hop, bare.
    fn make_piece(&mut self, hop: i64) {
        let key = self.key.part(Cycle::wrap_chunk(self.cycle, hop * CHUNKS_A_HOP as i64));
        let Work { spectra, piece, scratch } = &mut self.work;
        let [left, right] = spectra;
        let compass = COMPASS.as_slice();
        // 8 bits choose a direction, one more whether the right channel runs ahead or behind: 7 bins a number.
        let groups = left.chunks_mut(7).zip(right.chunks_mut(7)).zip(self.amplitudes.chunks(7));
        for (number, ((left, right), amplitudes)) in groups.enumerate() {
            let mut bits = key.bits(number as u64);
            for ((left, right), amplitude) in left.iter_mut().zip(right).zip(amplitudes) {
                let direction = compass[bits as usize % DIRECTIONS] * *amplitude;
                let ahead = if bits & 0x100 == 0 { self.apart } else { self.apart.conj() };
                *left = direction;
                *right = direction * ahead;
                bits >>= 9;
            }
        }
        for (spectrum, piece) in spectra.iter_mut().zip(piece) {
            // The transform uses its input as room to work in: what lies above the ceiling must be cleared again.
            spectrum[self.amplitudes.len()..].fill(Complex::default());
            let done = TRANSFORM.process_with_scratch(spectrum, piece, scratch);
            debug_assert!(done.is_ok(), "all buffers are made by the transform itself");
        }
    }
}

impl Chunks for Noise {
    fn chunk(&mut self, number: u64, out: &mut [f32]) {
        out.copy_from_slice(self.hear(number));
    }
}
