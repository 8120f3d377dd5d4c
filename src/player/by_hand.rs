//! A player whose sound is taken by hand, for tests: as fast as one likes, and never late.

use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use crate::mix::{BLOCK, Sound};
use crate::output::{Feed, Link, SLICE, slices};
use crate::quantity::{Decibels, Frames, SAMPLE_RATE};

use super::producer::NewRing;
use super::{Player, keeper, producer};

/// So many slices are waited for before any is taken: two blocks of the mixer.
const READY: usize = 2 * BLOCK / SLICE;
/// Near the end fewer may come: there it waits so long at most.
const AT_THE_END: Duration = Duration::from_millis(3);

/// In the place of a device, and of what keeps one open. Dropped before its player.
pub(crate) struct Hand {
    feed: Feed,
    link: Arc<Link>,
    producer: Thread,
    /// The mixing thread ends with it.
    _rings: Sender<NewRing>,
}

impl Player {
    /// Plays a sound to a hand, from its beginning.
    pub(crate) fn by_hand(sound: Box<dyn Sound>) -> (Player, Hand) {
        let length = sound.length().unwrap_or(Frames(u64::MAX));
        let link = Arc::new(Link::new(Frames::ZERO));
        let (rings, new_rings) = channel();
        let next = producer::Next::default();
        let thread = producer::spawn(sound, Arc::clone(&next), Arc::clone(&link), new_rings).unwrap();
        let kept = Arc::new(keeper::Kept::default());
        kept.set_volume(Decibels::UNITY, &link);
        let (into, feed) = slices(&link, SAMPLE_RATE, false);
        assert!(rings.send(NewRing { slices: into, rate: SAMPLE_RATE }).is_ok());
        let hand = Hand { feed, link: Arc::clone(&link), producer: thread.thread().clone(), _rings: rings };
        (Player { link, length, keeper: None, producer: Some(thread), kept, next }, hand)
    }
}

impl Hand {
    /// Takes what is to be heard next of a sound so long, once there is enough of it.
    pub(crate) fn take(&mut self, out: &mut [f32], length: Frames) {
        let begun = Instant::now();
        let near_end = self.link.handed_on() + Frames(3 * BLOCK as u64) >= length;
        while self.feed.waiting() < READY && !self.link.ended() && !(near_end && begun.elapsed() > AT_THE_END) {
            self.producer.unpark();
            thread::sleep(Duration::from_micros(200));
        }
        self.feed.fill(out);
    }
}
