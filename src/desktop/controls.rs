//! The desktop's player controls, by MPRIS (the Media Player Remote Interfacing Specification 2.2): media keys, the lock
//! screen, `playerctl`. Times there are in microseconds.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use zbus::object_server::SignalEmitter;
use zbus::{ObjectPath, OwnedVariant, Variant, interface};

use crate::guide::text::clean;
use crate::quantity::{Decibels, Frames};

use super::{Shared, Wish};

pub(super) const PATH: &str = "/org/mpris/MediaPlayer2";
pub(super) const NAME: &str = "org.mpris.MediaPlayer2.letgo";
const TRACK: &str = "/letgo/session";

/// The program.
pub(super) struct Program {
    pub(super) wishes: Sender<Wish>,
}

#[interface(name = "org.mpris.MediaPlayer2")]
impl Program {
    fn raise(&self) {}

    fn quit(&self) {
        wish(&self.wishes, Wish::Leave);
    }

    #[zbus(property)]
    fn can_quit(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_raise(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn has_track_list(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn identity(&self) -> String {
        "letgo".into()
    }

    #[zbus(property)]
    fn desktop_entry(&self) -> String {
        "letgo".into()
    }

    #[zbus(property)]
    fn supported_uri_schemes(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn supported_mime_types(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The session.
pub(super) struct Session {
    pub(super) shared: Arc<Shared>,
    pub(super) wishes: Sender<Wish>,
}

#[interface(name = "org.mpris.MediaPlayer2.Player")]
impl Session {
    fn next(&self) {
        wish(&self.wishes, Wish::NextChapter);
    }

    fn previous(&self) {
        wish(&self.wishes, Wish::PreviousChapter);
    }

    fn pause(&self) {
        wish(&self.wishes, Wish::Pause);
    }

    fn play_pause(&self) {
        wish(&self.wishes, Wish::PauseOrGoOn);
    }

    /// A session that was stopped can't be begun from a desktop, so this leaves it, as `q` does.
    fn stop(&self) {
        wish(&self.wishes, Wish::Leave);
    }

    fn play(&self) {
        wish(&self.wishes, Wish::GoOn);
    }

    fn seek(&self, offset: i64) {
        let by = frames(offset.unsigned_abs());
        wish(&self.wishes, if offset < 0 { Wish::Back(by) } else { Wish::On(by) });
    }

    fn set_position(&self, track: ObjectPath<'_>, position: i64) {
        // What is outside of the track, or meant for another, is to be ignored.
        let length = self.shared.now().timeline.length;
        if let Ok(position) = u64::try_from(position)
            && track.as_str() == TRACK
            && frames(position) <= length
        {
            wish(&self.wishes, Wish::To(frames(position)));
        }
    }

    fn open_uri(&self, _uri: &str) {}

    #[zbus(property)]
    fn playback_status(&self) -> String {
        if self.shared.now().playing { "Playing".into() } else { "Paused".into() }
    }

    #[zbus(property)]
    fn rate(&self) -> f64 {
        1.0
    }

    #[zbus(property)]
    fn set_rate(&self, _rate: f64) {}

    #[zbus(property)]
    fn minimum_rate(&self) -> f64 {
        1.0
    }

    #[zbus(property)]
    fn maximum_rate(&self) -> f64 {
        1.0
    }

    #[zbus(property)]
    fn metadata(&self) -> HashMap<String, OwnedVariant> {
        let now = self.shared.now();
        let chapter = now.chapter().and_then(|index| now.timeline.chapters.get(index));
        let mut all = vec![
            ("mpris:trackid", ObjectPath::try_from(TRACK).ok().map(Variant::from)),
            ("mpris:length", Some(Variant::from(micros(now.timeline.length)))),
            ("xesam:title", Some(Variant::from(clean(&now.timeline.title)))),
        ];
        all.extend(chapter.map(|chapter| ("xesam:album", Some(Variant::from(clean(&chapter.title))))));
        let entry = |(key, value): (&str, Option<Variant<'static>>)| {
            Some((key.to_string(), OwnedVariant::try_from(value?).ok()?))
        };
        all.into_iter().filter_map(entry).collect()
    }

    #[zbus(property)]
    fn volume(&self) -> f64 {
        f64::from(self.shared.now().volume.gain())
    }

    #[zbus(property)]
    fn set_volume(&self, volume: f64) {
        if volume.is_finite() {
            wish(&self.wishes, Wish::Volume(Decibels::from_gain(volume.clamp(0.0, 1.0) as f32)));
        }
    }

    #[zbus(property(emits_changed_signal = "false"))]
    fn position(&self) -> i64 {
        micros(self.shared.now().position)
    }

    #[zbus(property)]
    fn can_go_next(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_go_previous(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_play(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_pause(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_seek(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_control(&self) -> bool {
        true
    }

    #[zbus(signal)]
    pub(super) async fn seeked(emitter: &SignalEmitter<'_>, position: i64) -> zbus::Result<()>;
}

fn wish(wishes: &Sender<Wish>, wish: Wish) {
    // A session that has ended wishes for nothing.
    let _ = wishes.send(wish);
}

fn frames(micros: u64) -> Frames {
    Frames::from_seconds(micros as f64 / 1e6)
}

pub(super) fn micros(frames: Frames) -> i64 {
    (frames.seconds() * 1e6) as i64
}
