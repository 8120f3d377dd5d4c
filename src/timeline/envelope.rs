//! A gain that changes over time, known for every frame without having followed it.

use crate::quantity::Frames;

/// A gain at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Where.
    pub at: Frames,
    /// The factor on the amplitude, 0 or more.
    pub gain: f32,
}

/// Gains at places, joined by raised cosines (which have no corner to hear); constant before the first and after
/// the last. No points at all means unchanged sound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Envelope {
    points: Vec<Point>,
}

impl Envelope {
    /// The same gain throughout.
    pub fn constant(gain: f32) -> Envelope {
        Envelope { points: vec![Point { at: Frames::ZERO, gain }] }
    }

    /// Adds a point; one that lies before the last is moved to it.
    pub fn push(&mut self, at: Frames, gain: f32) {
        let at = self.points.last().map_or(at, |last| at.max(last.at));
        self.points.push(Point { at, gain });
    }

    /// From a frame on, goes to another gain over a time: what was to come after that frame is dropped.
    pub fn change(&mut self, at: Frames, over: Frames, gain: f32) {
        let from = self.at(at);
        self.points.retain(|point| point.at <= at);
        self.push(at, from);
        self.push(at + over, gain);
    }

    /// The points, in order.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// The highest gain from one frame to another.
    pub fn highest(&self, from: Frames, until: Frames) -> f32 {
        let after = |frame: Frames| self.points.partition_point(|point| point.at <= frame);
        let within = self.points.get(after(from)..after(until)).unwrap_or_default();
        within.iter().map(|point| point.gain).fold(self.at(from).max(self.at(until)), f32::max)
    }

    /// The same, everywhere by a factor louder or softer.
    pub fn times(mut self, gain: f32) -> Envelope {
        self.points.iter_mut().for_each(|point| point.gain *= gain);
        self
    }

    /// The gain at a frame.
    pub fn at(&self, frame: Frames) -> f32 {
        let after = self.points.partition_point(|point| point.at <= frame);
        match (after.checked_sub(1).map(|i| self.points[i]), self.points.get(after)) {
            (None, None) => 1.0,
            (None, Some(first)) => first.gain,
            (Some(last), None) => last.gain,
            (Some(a), Some(b)) => {
                if a.gain == b.gain {
                    return a.gain;
                }
                let share = (frame.0 - a.at.0) as f64 / (b.at.0 - a.at.0) as f64;
                let smooth = 0.5 - 0.5 * (std::f64::consts::PI * share).cos();
                (f64::from(a.gain) + f64::from(b.gain - a.gain) * smooth) as f32
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_points_smoothly() {
        let mut envelope = Envelope::default();
        assert_eq!(envelope.at(Frames(5)), 1.0);
        envelope.push(Frames(100), 0.0);
        envelope.push(Frames(200), 0.5);
        assert_eq!(envelope.at(Frames(0)), 0.0);
        assert_eq!(envelope.at(Frames(100)), 0.0);
        assert!((envelope.at(Frames(150)) - 0.25).abs() < 1e-6);
        assert_eq!(envelope.at(Frames(200)), 0.5);
        assert_eq!(envelope.at(Frames(9999)), 0.5);
        assert_eq!(envelope.highest(Frames(0), Frames(9999)), 0.5);
        assert!((envelope.highest(Frames(0), Frames(150)) - 0.25).abs() < 1e-6);
        assert_eq!(envelope.times(0.5).at(Frames(200)), 0.25);
    }

    #[test]
    fn a_change_begins_where_the_last_one_has_got_to() {
        let mut envelope = Envelope::constant(1.0);
        envelope.change(Frames(100), Frames(100), 0.0);
        envelope.change(Frames(150), Frames(50), 1.0);
        assert!((envelope.at(Frames(150)) - 0.5).abs() < 1e-6);
        assert_eq!(envelope.at(Frames(200)), 1.0);
        assert_eq!(envelope.at(Frames(100)), 1.0);
    }
}
