//! What there is to say about a take, so that its speaker can do the next one better.

use super::meter::Meter;
use super::reading::{Line, reading_time};
use crate::quantity::{Decibels, Frames};

/// Peaks under this leave a recording that is mostly its own noise once it is made louder.
const SOFT_UNDER: Decibels = Decibels(-34.0);
/// Words should stand so far over the room. Recorded books ask for some 40 dB in the end (ACX: noise under -60 dB, words
/// at -23 to -18 dB), and [`super::super::prepare::MOST_TAKEN_OUT`] is gained afterwards.
const OVER_ROOM: Decibels = Decibels(25.0);
/// From so much faster than the pace that is aimed for, it is hard to follow: 160 words a minute.
const FAST: f64 = 0.75;
/// One word has no pace.
const FEWEST_WORDS: usize = 4;

/// Something to know about a take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// Peaks were cut off so often.
    Clipped(u32),
    /// It is very soft.
    Soft,
    /// The words are no more than this over the room.
    Noisy(Decibels),
    /// It is longer than it may be.
    TooLong {
        /// So long.
        is: Frames,
        /// What there is room for.
        room: Frames,
    },
    /// It is spoken so fast, in words a minute.
    Fast(u32),
}

/// Judges a take: what the room sounded like before it, how loud it came in, and how long its words are after trimming.
pub fn judge(line: &Line, before: Option<&Meter>, take: Option<&Meter>, length: Frames) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if let Some(take) = take {
        let shown = take.metered();
        if shown.clipped > 0 {
            remarks.push(Remark::Clipped(shown.clipped));
        }
        if shown.peak < SOFT_UNDER {
            remarks.push(Remark::Soft);
        }
        if let Some((room, words)) = before.and_then(Meter::room).zip(take.words())
            && words - room < OVER_ROOM
        {
            remarks.push(Remark::Noisy(words - room));
        }
    }
    if let Some(room) = line.room.filter(|room| length > *room) {
        remarks.push(Remark::TooLong { is: length, room });
    }
    if line.words() >= FEWEST_WORDS && length.seconds() < reading_time(&line.text).seconds() * FAST {
        remarks.push(Remark::Fast((line.words() as f64 * 60.0 / length.seconds().max(0.1)).round() as u32));
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::super::super::words::ClipKey;
    use super::*;

    fn meter(level: f32) -> Meter {
        let mut meter = Meter::new(48_000);
        meter.push(&(0..48_000).map(|n| level * (n as f32 * 0.05).sin()).collect::<Vec<_>>());
        meter
    }

    #[test]
    fn says_what_could_be_better_and_nothing_else() {
        let text = "Let the shoulders sink a little.";
        let room = Some(Frames::from_secs(4));
        let line =
            Line { text: text.into(), chapter: String::new(), room, key: ClipKey::new("en", text), recorded: None };
        let good = judge(&line, Some(&meter(0.001)), Some(&meter(0.3)), Frames::from_secs(3));
        assert_eq!(good, []);
        let long = judge(&line, Some(&meter(0.05)), Some(&meter(0.3)), Frames::from_secs(5));
        assert!(matches!(long[..], [Remark::Noisy(_), Remark::TooLong { .. }]), "{long:?}");
        let fast = judge(&line, None, Some(&meter(0.01)), Frames::from_secs(1));
        assert_eq!(fast, [Remark::Soft, Remark::Fast(360)]);
        assert_eq!(judge(&line, None, None, Frames::from_secs(3)), []);
    }
}
