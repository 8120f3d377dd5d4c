//! Which pieces of a long recording belong to which line: in order, each line a run of pieces.
//!
//! Of all ways to part the pieces, the one is taken in which lengths fit the words best and the silences between lines
//! are the long ones (dynamic programming over lines and pieces).

use super::split::Piece;
use crate::quantity::Frames;

/// At most so many pieces become one line.
const MOST_TOGETHER: usize = 40;
/// Speakers keep to the length that words suggest within some 40 %.
const SPREAD: f64 = 0.4;
/// How much silences count beside lengths.
const GAPS: f64 = 1.5;
/// A boundary costs at most so much, however short its silence.
const DEAREST: f64 = 6.0;
/// A line this many times longer or shorter than expected should be listened to.
const DOUBTFUL: f64 = 1.8;

/// A line's part of a recording.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aligned {
    /// From its first word to its last.
    pub piece: Piece,
    /// Of how many pieces it is made.
    pub pieces: usize,
    /// Whether its length is so unlike its words that somebody should listen.
    pub doubtful: bool,
}

/// Gives every line its part. `expected` is how long each line should take; all of them at another pace are as good.
/// Nothing comes back if there are fewer pieces than lines, or far too many.
pub fn align(expected: &[Frames], pieces: &[Piece]) -> Option<Vec<Aligned>> {
    let (lines, all) = (expected.len(), pieces.len());
    if lines == 0 || all < lines || all > lines * MOST_TOGETHER {
        return None;
    }
    let gaps: Vec<f64> = pieces.windows(2).map(|pair| gap(pair).seconds()).collect();
    // The silences that part lines are the longest, as many as are needed.
    let mut sorted = gaps.clone();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let usual = lines.checked_sub(2).and_then(|index| sorted.get(index)).copied().unwrap_or(f64::INFINITY).max(0.05);
    let pace = pace(expected, pieces, &gaps, usual);

    let whole = |from: usize, to: usize| {
        let (first, last) = (pieces.get(from)?, pieces.get(to.checked_sub(1)?)?);
        Some(Piece { from: first.from, to: last.to })
    };
    let fits = |line: usize, piece: Piece| {
        let wanted = expected.get(line).map_or(1.0, |frames| frames.seconds() * pace).max(0.05);
        (piece.length().seconds().max(0.05) / wanted).ln()
    };
    let width = all + 1;
    let mut cost = vec![f64::INFINITY; (lines + 1) * width];
    let mut cut = vec![0usize; (lines + 1) * width];
    if let Some(start) = cost.first_mut() {
        *start = 0.0;
    }
    for line in 0..lines {
        // As many pieces as lines are left at least on both sides.
        for to in line + 1..=all - (lines - line - 1) {
            let mut inside = 0.0;
            let mut best = (f64::INFINITY, 0);
            for from in (line.max(to.saturating_sub(MOST_TOGETHER))..to).rev() {
                if from + 1 < to {
                    let gap = gaps.get(from).copied().unwrap_or(0.0);
                    inside += GAPS * (gap / usual).powi(2);
                }
                let before = cost.get(line * width + from).copied().unwrap_or(f64::INFINITY);
                let Some(piece) = whole(from, to).filter(|_| before.is_finite()) else { continue };
                let boundary = match from.checked_sub(1).and_then(|index| gaps.get(index)) {
                    Some(gap) => (GAPS * ((usual / gap.max(0.05)).powi(2) - 1.0)).clamp(0.0, DEAREST),
                    None => 0.0,
                };
                let total = before + inside + boundary + (fits(line, piece) / SPREAD).powi(2);
                if total < best.0 {
                    best = (total, from);
                }
            }
            if let (Some(cost), Some(cut)) =
                (cost.get_mut((line + 1) * width + to), cut.get_mut((line + 1) * width + to))
            {
                (*cost, *cut) = best;
            }
        }
    }
    let mut aligned = Vec::with_capacity(lines);
    let mut to = all;
    for line in (0..lines).rev() {
        let at = (line + 1) * width + to;
        if !cost.get(at).is_some_and(|cost| cost.is_finite()) {
            return None;
        }
        let from = cut.get(at).copied()?;
        let piece = whole(from, to)?;
        let doubtful = fits(line, piece).abs() > DOUBTFUL.ln();
        aligned.push(Aligned { piece, pieces: to - from, doubtful });
        to = from;
    }
    aligned.reverse();
    Some(aligned)
}

fn gap(pair: &[Piece]) -> Frames {
    match pair {
        [one, other] => other.from.saturating_sub(one.to),
        _ => Frames::ZERO,
    }
}

/// How much slower than expected the speaker is: all that is spoken, with the silences inside lines, over all that is expected.
fn pace(expected: &[Frames], pieces: &[Piece], gaps: &[f64], usual: f64) -> f64 {
    let spoken: f64 = pieces.iter().map(|piece| piece.length().seconds()).sum();
    let inside: f64 = gaps.iter().filter(|gap| **gap < usual).sum();
    let expected: f64 = expected.iter().map(|frames| frames.seconds()).sum();
    ((spoken + inside) / expected.max(0.1)).max(0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pieces of these lengths, each followed by a silence.
    fn pieces(parts: &[(f64, f64)]) -> Vec<Piece> {
        let mut at = 0.5;
        let mut pieces = Vec::new();
        for (length, silence) in parts {
            pieces.push(Piece { from: Frames::from_seconds(at), to: Frames::from_seconds(at + length) });
            at += length + silence;
        }
        pieces
    }

    fn counts(expected: &[f64], parts: &[(f64, f64)]) -> Option<Vec<usize>> {
        let expected: Vec<Frames> = expected.iter().map(|seconds| Frames::from_seconds(*seconds)).collect();
        align(&expected, &pieces(parts)).map(|aligned| aligned.iter().map(|line| line.pieces).collect())
    }

    #[test]
    fn as_many_pieces_as_lines_are_one_each() {
        assert_eq!(counts(&[1.0, 3.0, 2.0], &[(1.5, 2.0), (3.0, 2.0), (2.5, 0.0)]), Some(vec![1, 1, 1]));
        assert_eq!(counts(&[1.0], &[(4.0, 0.0)]), Some(vec![1]));
    }

    #[test]
    fn pieces_with_the_shortest_silences_between_belong_together() {
        let parts = [(2.0, 0.6), (2.0, 2.5), (1.0, 2.0), (1.5, 0.7), (1.5, 0.5), (1.0, 3.0)];
        assert_eq!(counts(&[4.0, 1.0, 4.5], &parts), Some(vec![2, 1, 3]));
        // Twice as slow as expected is the same.
        assert_eq!(counts(&[2.0, 0.5, 2.2], &parts), Some(vec![2, 1, 3]));
    }

    #[test]
    fn where_silences_say_nothing_the_words_decide() {
        let parts = [(2.0, 1.0), (2.0, 1.0), (1.0, 1.0), (1.5, 1.0), (1.5, 0.0)];
        assert_eq!(counts(&[5.0, 1.0, 4.0], &parts), Some(vec![2, 1, 2]));
        assert_eq!(counts(&[2.0, 3.5, 4.0], &parts), Some(vec![1, 2, 2]));
    }

    #[test]
    fn too_few_or_far_too_many_pieces_fit_nothing() {
        assert_eq!(counts(&[1.0, 1.0], &[(1.0, 0.0)]), None);
        assert_eq!(counts(&[], &[(1.0, 0.0)]), None);
        assert_eq!(counts(&[1.0], &vec![(1.0, 1.0); 41]), None);
    }

    #[test]
    fn a_length_unlike_its_words_is_marked() {
        let expected = [1.0, 1.0, 1.0, 1.0].map(Frames::from_seconds);
        let aligned = align(&expected, &pieces(&[(1.0, 2.0), (1.0, 2.0), (4.0, 2.0), (1.0, 2.0)])).unwrap();
        let doubtful: Vec<bool> = aligned.iter().map(|line| line.doubtful).collect();
        assert_eq!(doubtful, [false, false, true, false]);
    }
}
