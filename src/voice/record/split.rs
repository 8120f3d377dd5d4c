//! A long recording in pieces, cut where nobody speaks.

use crate::quantity::{Decibels, Frames, SAMPLE_RATE};

/// The level is taken over 10 ms at a time.
const WINDOW: usize = (SAMPLE_RATE / 100) as usize;
/// Words begin so far over the room, and at this share of the way from the room to the words.
const OVER_ROOM: Decibels = Decibels(8.0);
const SHARE: f32 = 0.3;
/// What is so far under the words is a breath, a chair, a page.
const UNDER_WORDS: Decibels = Decibels(-38.0);
/// Silences shorter than this are between words, not between prompts.
const SHORTEST_GAP: Frames = Frames::from_millis(350);
/// Anything shorter is a click.
const SHORTEST_PIECE: Frames = Frames::from_millis(120);
/// Over all of it, the loud must be so far over the soft: or else there is nothing to cut.
const LEAST_RANGE: Decibels = Decibels(12.0);

/// Where somebody speaks without a longer silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first frame.
    pub from: Frames,
    /// The first frame after it.
    pub to: Frames,
}

impl Piece {
    /// How long it is.
    pub fn length(&self) -> Frames {
        self.to.saturating_sub(self.from)
    }
}

/// How loud a recording is over its time: all that is kept of it to find its pieces.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    levels: Vec<f32>,
    sum: f32,
    inside: usize,
}

impl Levels {
    /// Listens to mono at 48 kHz.
    pub fn push(&mut self, samples: &[f32]) {
        for sample in samples {
            self.sum += sample * sample;
            self.inside += 1;
            if self.inside == WINDOW {
                self.levels.push(Decibels::from_gain((self.sum / WINDOW as f32).sqrt()).0);
                (self.sum, self.inside) = (0.0, 0);
            }
        }
    }

    /// The pieces, in order. A recording without any silence is one piece; a silent one has none.
    pub fn pieces(&self) -> Vec<Piece> {
        let mut sorted = self.levels.clone();
        sorted.sort_by(f32::total_cmp);
        let at = |share: f64| sorted.get((sorted.len().saturating_sub(1) as f64 * share) as usize).copied();
        let (Some(room), Some(words)) = (at(0.08), at(0.97)) else { return Vec::new() };
        if words <= Decibels::SILENCE.0 + LEAST_RANGE.0 {
            return Vec::new();
        }
        if words - room < LEAST_RANGE.0 {
            return vec![Piece { from: Frames::ZERO, to: place(self.levels.len()) }];
        }
        let threshold = (room + OVER_ROOM.0).max(room + SHARE * (words - room)).max(words + UNDER_WORDS.0);
        let mut pieces: Vec<Piece> = Vec::new();
        for (index, _) in self.levels.iter().enumerate().filter(|(_, level)| **level > threshold) {
            let (from, to) = (place(index), place(index + 1));
            match pieces.last_mut() {
                Some(last) if from.saturating_sub(last.to) < SHORTEST_GAP => last.to = to,
                _ => pieces.push(Piece { from, to }),
            }
        }
        pieces.retain(|piece| piece.length() >= SHORTEST_PIECE);
        pieces
    }
}

fn place(window: usize) -> Frames {
    Frames((window * WINDOW) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Speech-like bursts (their lengths in seconds) with silences between, in a room of a level.
    fn recording(parts: &[(f64, f64)], room: f32) -> Levels {
        let mut levels = Levels::default();
        let mut seed = 1u32;
        let mut put = |seconds: f64, level: f32| {
            let sound: Vec<f32> = (0..Frames::from_seconds(seconds).0)
                .map(|n| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let noise = room * ((seed >> 8) as f32 / 8_388_608.0 - 1.0);
                    level * (n as f32 * 0.03).sin() * (0.6 + 0.4 * (n as f32 * 0.0005).sin()) + noise
                })
                .collect();
            levels.push(&sound);
        };
        put(1.0, 0.0);
        for (spoken, silent) in parts {
            put(*spoken, 0.2);
            put(*silent, 0.0);
        }
        levels
    }

    #[test]
    fn cuts_at_silences_and_not_between_words_whatever_the_room() {
        let parts = [(1.5, 2.0), (0.8, 0.2), (1.0, 1.2), (2.5, 3.0)];
        for room in [0.0, 0.0005, 0.005] {
            let pieces = recording(&parts, room).pieces();
            let lengths: Vec<f64> = pieces.iter().map(|piece| piece.length().seconds()).collect();
            assert_eq!(pieces.len(), 3, "{room}: {lengths:?}");
            for (length, wanted) in lengths.iter().zip([1.5, 2.0, 2.5]) {
                assert!((length - wanted).abs() < 0.06, "{room}: {lengths:?}");
            }
            assert!((pieces[0].from.seconds() - 1.0).abs() < 0.03);
        }
    }

    #[test]
    fn clicks_are_no_pieces_and_silence_has_none() {
        assert_eq!(recording(&[(1.0, 1.0), (0.02, 1.0), (1.0, 1.0)], 0.0).pieces().len(), 2);
        assert_eq!(recording(&[], 0.0).pieces(), []);
        assert_eq!(Levels::default().pieces(), []);
        let mut steady = Levels::default();
        steady.push(&(0..96_000).map(|n| 0.2 * (n as f32 * 0.03).sin()).collect::<Vec<_>>());
        assert_eq!(steady.pieces(), [Piece { from: Frames::ZERO, to: Frames::from_secs(2) }]);
    }
}
