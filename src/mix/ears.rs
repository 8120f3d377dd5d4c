//! Which ear hears what: one mix for both ears, or more for one of them.
//!
//! A wish of the listener's, after the mix: what `render` writes doesn't know of it.

use crate::quantity::{Balance, Frames};

use super::Sound;

/// A sound as the listener's ears want it.
pub struct Ears<S> {
    sound: S,
    mono: bool,
    left: f32,
    right: f32,
}

impl<S: Sound> Ears<S> {
    /// With both ears hearing the same or not, and more for one of them. The ear that hears more hears what it did.
    pub fn new(sound: S, mono: bool, balance: Balance) -> Ears<S> {
        let share = balance.share();
        Ears { sound, mono, left: (1.0 - share).min(1.0), right: (1.0 + share).min(1.0) }
    }
}

impl<S: Sound> Sound for Ears<S> {
    fn length(&self) -> Option<Frames> {
        self.sound.length()
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        self.sound.read(at, out);
        for frame in out.chunks_exact_mut(2) {
            if self.mono {
                let middle = 0.5 * (frame[0] + frame[1]);
                frame.fill(middle);
            }
            frame[0] *= self.left;
            frame[1] *= self.right;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Two;

    impl Sound for Two {
        fn length(&self) -> Option<Frames> {
            None
        }
        fn read(&mut self, _: Frames, out: &mut [f32]) {
            out.chunks_exact_mut(2).for_each(|frame| frame.copy_from_slice(&[0.5, -0.1]));
        }
    }

    fn heard(mono: bool, balance: &str) -> [f32; 2] {
        let mut frame = [0.0; 2];
        Ears::new(Two, mono, balance.parse().unwrap()).read(Frames::ZERO, &mut frame);
        frame
    }

    #[test]
    fn ears_hear_what_was_asked_for() {
        assert_eq!(heard(false, "0 %"), [0.5, -0.1]);
        assert_eq!(heard(true, "0 %"), [0.2, 0.2]);
        assert_eq!(heard(false, "-100 %"), [0.5, 0.0]);
        assert_eq!(heard(true, "50 %"), [0.1, 0.2]);
    }
}
