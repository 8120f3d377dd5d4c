//! What a session sounds like besides its words: beds, tracks in front, bells, and how it goes out.

use std::path::Path;

use crate::library::{Asset, FindError, Wanted};
use crate::quantity::{Beat, Carrier, Decibels, Time, Tuning};
use crate::script::{self, At, ProsePiece, Setting, Span, nearest};

use super::resolve::Resolver;
use super::scope::Scope;
use super::*;

/// Beds come and go no faster than this: a sudden bed startles (see `docs/sound.md`).
const QUICKEST_BED_FADE: Time = Time::from_secs(2);
/// A track in front is listened to, and may begin with its first note.
const QUICKEST_TRACK_FADE: Time = Time::from_millis(500);

impl Resolver<'_> {
    /// A bed; one that can't be played leaves its name behind.
    pub(super) fn bed(&mut self, bed: &At<script::Bed>, scope: &Scope) {
        let (source, usual_name) = match (&bed.track, &bed.synth) {
            (Some(track), None) => {
                let crossfade = bed.crossfade.as_ref().and_then(|time| self.keep(scope.get(time)));
                let stem = Path::new(&track.value.0).file_stem().map(|stem| stem.to_string_lossy().into_owned());
                let asset = self.track(scope, track);
                self.only_for_tones(bed, &[], "a track", scope);
                (asset.map(|asset| BedSource::Track { asset, crossfade }), stem.unwrap_or_default())
            }
            (None, Some(synth)) => (self.synth(bed, synth, scope), synth.value.0.clone()),
            (track, _) => {
                let message = match track {
                    Some(_) => "a bed plays a track or a synthesised sound, not both",
                    None => "a bed needs something to play",
                };
                let error = scope.error(bed.span, "wrong-value", message);
                self.note(error.help("write `track: sea` or `synth: rain`"));
                (None, String::new())
            }
        };
        let level = self.setting(scope, bed.level.as_ref(), Decibels(-20.0).into()).decibels();
        let fade_in = self.fade(scope, bed.fade_in.as_ref(), Time::from_secs(8), QUICKEST_BED_FADE);
        let fade_out = self.fade(scope, bed.fade_out.as_ref(), Time::from_secs(8), QUICKEST_BED_FADE);
        let name = bed.name.as_ref().map_or(usual_name, |name| name.value.0.clone());
        let named = source.is_some() || bed.name.is_some();
        if named && (self.beds.iter().any(|other| other.name == name) || self.silent_beds.contains(&name)) {
            let error = scope.error(bed.span, "same-name", format!("there is a bed called `{name}` already"));
            self.note(error.help("give this one a `name:` of its own"));
        }
        match source {
            Some(source) => {
                let named = bed.track.as_ref().map(|track| track.span);
                let origin = scope.origin(named.or(bed.synth.as_ref().map(|synth| synth.span)).unwrap_or(bed.span));
                self.beds.push(Bed { name, source, level, fade_in, fade_out, origin });
            }
            None if name.is_empty() || self.silent_beds.contains(&name) => {}
            None => self.silent_beds.push(name),
        }
    }

    fn synth(&mut self, bed: &script::Bed, synth: &At<script::SynthName>, scope: &Scope) -> Option<BedSource> {
        let name = synth.value.0.as_str();
        let synths = &self.library.synths;
        if let Some(kind) = synths.iter().find(|kind| kind.name == name) {
            self.only_for_tones(bed, kind.keys, &format!("`{name}`"), scope);
            let carrier = self.setting(scope, bed.carrier.as_ref(), Carrier::default());
            let beat = self.setting(scope, bed.beat.as_ref(), Beat::default());
            let tuning = (!kind.keys.is_empty()).then_some(Tuning { carrier, beat });
            return Some(BedSource::Synth { name: name.to_string(), tuning });
        }
        let names: Vec<&str> = synths.iter().map(|kind| kind.name).collect();
        let message = format!("there is no synthesised bed `{}`", script::shown(name));
        let meant = nearest(name, names.iter().copied());
        let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        let help = format!("{meant}There are {}", names.join(", "));
        self.note(scope.error(synth.span, "unknown-word", message).help(help));
        None
    }

    /// Notes a tone or a beat that was asked of a bed which has none.
    fn only_for_tones(&mut self, bed: &script::Bed, keys: &[&str], what: &str, scope: &Scope) {
        let asked =
            [("carrier", bed.carrier.as_ref().map(|at| at.span)), ("beat", bed.beat.as_ref().map(|at| at.span))];
        for (key, span) in asked {
            let Some(span) = span.filter(|_| !keys.contains(&key)) else { continue };
            let with: Vec<&str> =
                self.library.synths.iter().filter(|kind| kind.keys.contains(&key)).map(|kind| kind.name).collect();
            let error = scope.error(span, "wrong-value", format!("{what} has no {key}"));
            self.note(error.help(format!("leave `{key}` out; beds that have one: {}", script::listed(with))));
        }
    }

    /// A fade, which must not be so quick that it startles.
    fn fade(&mut self, scope: &Scope, fade: Option<&At<Setting<Time>>>, default: Time, quickest: Time) -> Time {
        let time = self.setting(scope, fade, default);
        if let (true, Some(fade)) = (time < quickest, fade) {
            let error = scope.error(fade.span, "too-quick", format!("{time} is too quick: it would startle"));
            self.note(error.help(format!("{quickest} is the least here")));
        }
        time
    }

    pub(super) fn track(&mut self, scope: &Scope, name: &At<script::Line>) -> Option<Asset> {
        let found = self.library.track(self.session, &scope.asset, &name.value.0);
        found.map_err(|error| self.not_found(scope, name.span, &error, Wanted::Track)).ok()
    }

    /// What to say of a file that isn't there or isn't allowed.
    pub(super) fn not_found(&mut self, scope: &Scope, span: Span, error: &FindError, what: Wanted) {
        let diagnostic = match error {
            FindError::Outside(_) => scope
                .error(span, "outside", error.to_string())
                .help("put the file beside the session, or allow its folder in your own settings (`allow:`)"),
            FindError::Missing(name) => {
                let there = self.library.names_for(&scope.asset, what);
                // Folders and endings may be left out, or be right: the name itself is compared.
                let stem = nearest(file_stem(name), there.iter().map(|name| file_stem(name)));
                let meant = there.iter().find(|name| Some(file_stem(name)) == stem);
                let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
                let list = match there.len() {
                    0 => "there is none in this folder".to_string(),
                    1..=12 => format!("there are {}", there.join(", ")),
                    more => format!("there are {} and {} more", there[..12].join(", "), more - 12),
                };
                scope.error(span, "no-such-file", error.to_string()).help(format!("{meant}{}", sentence(&list, &meant)))
            }
            _ => scope.error(span, "no-such-file", error.to_string()),
        };
        self.note(diagnostic);
    }

    pub(super) fn end(&mut self, end: &At<script::End>, scope: &Scope) -> End {
        let mut keep = Vec::new();
        for name in &end.keep {
            if let Some(bed) = self.bed_index(scope, name.span, &name.value.0) {
                keep.push(bed);
            }
        }
        let length = self.setting(scope, end.r#for.as_ref(), Time::default());
        let usual = Time::from_secs(30).min(length).max(QUICKEST_BED_FADE);
        let fade = self.fade(scope, end.fade.as_ref(), usual, QUICKEST_BED_FADE);
        if fade > length && !length.is_zero() {
            let message = format!("a fade of {fade} is longer than the {length} that the end lasts");
            let place = end.fade.as_ref().map_or(end.span, |fade| fade.span);
            self.note(scope.error(place, "wrong-value", message).help(format!("write {length} or less")));
        }
        if length.is_zero() && !keep.is_empty() {
            let error = scope.error(end.span, "missing-key", "the key `for` is missing here");
            self.note(error.help("say how long the beds stay on: `for: 20m`"));
        }
        End { keep, length, fade }
    }

    pub(super) fn bed_index(&mut self, scope: &Scope, span: Span, name: &str) -> Option<usize> {
        if let Some(index) = self.beds.iter().position(|bed| bed.name == name) {
            return Some(index);
        }
        if !self.beds_known || self.silent_beds.iter().any(|bed| bed == name) {
            return None;
        }
        let mut names: Vec<&str> =
            self.beds.iter().map(|bed| &bed.name).chain(&self.silent_beds).map(String::as_str).collect();
        names.dedup();
        let meant = nearest(name, names.iter().copied());
        let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        let list = match names.as_slice() {
            [] => "the session has no beds".to_string(),
            names => format!("beds: {}", script::listed(names.iter().copied())),
        };
        let error = scope.error(span, "unknown-word", format!("there is no bed called `{}`", script::shown(name)));
        self.note(error.help(format!("{meant}{}", sentence(&list, &meant))));
        None
    }

    pub(super) fn front_track(&mut self, track: &At<script::FrontTrack>, scope: &Scope, items: &mut Vec<Item>) {
        let asset = self.track(scope, &At { value: track.file.value.clone(), span: track.file.span });
        let mut cues = Vec::new();
        for cue in &track.cues {
            let Some(at) = self.keep(scope.get(&cue.at)) else { continue };
            match scope.prose(&cue.say, &[]) {
                Ok(pieces) => {
                    let lines = pieces.into_iter().map(|piece| match piece {
                        ProsePiece::Words(words) => CueLine::Say(words),
                        ProsePiece::Pause(time) => CueLine::Pause(time),
                    });
                    cues.push(Cue { at, lines: lines.collect(), origin: scope.origin(cue.span) });
                }
                Err(errors) => errors.into_iter().for_each(|error| self.note(error)),
            }
        }
        let (level, fade_in, fade_out) = (
            self.setting(scope, track.level.as_ref(), Decibels(-6.0).into()).decibels(),
            self.fade(scope, track.fade_in.as_ref(), Time::from_secs(2), QUICKEST_TRACK_FADE),
            self.fade(scope, track.fade_out.as_ref(), Time::from_secs(4), QUICKEST_TRACK_FADE),
        );
        let Some(asset) = asset else { return };
        items.push(Item::Track(FrontTrack {
            asset,
            level,
            fade_in,
            fade_out,
            cues,
            origin: scope.origin(track.file.span),
        }));
    }

    pub(super) fn bell(&mut self, bell: &At<script::Bell>, scope: &Scope, items: &mut Vec<Item>) {
        let strikes = match &bell.strikes {
            Some(strikes) => self.keep(scope.get(strikes)).map_or(1, script::Count::get),
            None => 1,
        };
        let every = self.setting(scope, bell.every.as_ref(), Time::from_secs(6));
        let shortest = Time::from_secs(2);
        if let (true, Some(written)) = (every < shortest, &bell.every) {
            let error = scope.error(written.span, "too-quick", format!("bells every {every} are hurried"));
            self.note(error.help(format!("leave {shortest} or more from strike to strike")));
        }
        let level = self.setting(scope, bell.level.as_ref(), Decibels(-6.0).into()).decibels();
        if let (true, Some(written)) = (level > Decibels::UNITY, &bell.level) {
            let error = scope.error(written.span, "too-loud", "a bell is never louder than the voice");
            self.note(error.help("0 dB is the most; -6 dB is usual"));
        }
        let pitch = match self.setting(scope, bell.pitch.as_ref(), script::BellPitch::Middle) {
            script::BellPitch::Low => 132.0,
            script::BellPitch::Middle => 198.0,
            script::BellPitch::High => 297.0,
        };
        for _ in 0..strikes {
            items.push(Item::Bell { level, pitch, length: every.frames() });
        }
    }

    pub(super) fn sound_change(&mut self, change: &At<script::SoundChange>, scope: &Scope, items: &mut Vec<Item>) {
        let name = self.keep(scope.get(&change.bed));
        let bed = name.and_then(|name| self.bed_index(scope, change.bed.span, &name.0));
        let level = self.keep(scope.get(&change.level));
        let over = self.fade(scope, change.over.as_ref(), Time::from_secs(10), QUICKEST_BED_FADE);
        if let (Some(bed), Some(level)) = (bed, level) {
            items.push(Item::BedLevel { bed, level: level.decibels(), over });
        }
    }
}

/// A list after a question begins as a sentence of its own.
fn sentence(list: &str, before: &str) -> String {
    let mut letters = list.chars();
    match letters.next() {
        Some(first) if !before.is_empty() => first.to_uppercase().chain(letters).collect(),
        _ => list.to_string(),
    }
}

fn file_stem(name: &str) -> &str {
    Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name)
}
