//! From what was written to the session, step by step.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

use crate::library::{Asset, FindError, Library};
use crate::practice::Phrases;
use crate::quantity::{Decibels, Frames, Pressure, Time};
use crate::script::{self, At, Diagnostic, LARGEST_FILE, Prose, ProsePiece, Setting, Source, Span, nearest};

use super::scope::Scope;
use super::*;

/// The most things that may happen in one session; a night of bells has some thousands.
const MOST_ITEMS: usize = 100_000;
/// How deep parts may include parts.
const DEEPEST_INCLUDE: usize = 16;
/// Beds come and go no faster than this: a sudden bed startles (see `docs/sound.md`).
const QUICKEST_BED_FADE: Time = Time::from_secs(2);

/// What is to be played.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Values for parameters.
    pub set: Vec<(String, String)>,
    /// A length that overrides the session's own `length: fit`.
    pub fit: Option<Time>,
}

/// A session and the warnings that came with it.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The session.
    pub session: Session,
    /// What its author should look at.
    pub warnings: Vec<Diagnostic>,
}

/// Makes the session of a file.
///
/// # Errors
/// Everything that is wrong with it and with the parts it includes.
pub fn resolve(library: &Library, asset: &Asset, request: &Request) -> Result<Resolved, Vec<Diagnostic>> {
    let source = load(asset).map_err(|diagnostic| vec![diagnostic])?;
    let script = script::read(&source)?;
    let language = script.language.as_ref().map_or("en", |code| &code.value.0).to_string();
    let phrases = Phrases::for_language(&language).or_else(|| Phrases::for_language("en"));
    let Some(phrases) = phrases else {
        return Err(vec![Diagnostic::error(&source, Span::default(), "language", "no phrases were found at all")]);
    };
    let mut resolver = Resolver {
        library,
        session: asset,
        phrases,
        speaks: Phrases::for_language(&language).is_some(),
        language: language.clone(),
        sleep: matches!(script.ends_in, Some(script::EndsIn::Sleep)),
        beds: Vec::new(),
        including: vec![asset.clone()],
        seed: 0,
        massages: 0,
        pressure_said: None,
        told: Vec::new(),
        diagnostics: Vec::new(),
    };
    let session = resolver.session(&script, &source, asset, request);
    let (errors, warnings): (Vec<_>, Vec<_>) =
        resolver.diagnostics.into_iter().partition(|diagnostic| diagnostic.severity == script::Severity::Error);
    match errors.is_empty() {
        true => Ok(Resolved { session, warnings }),
        false => Err(errors.into_iter().chain(warnings).collect()),
    }
}

fn load(asset: &Asset) -> Result<Arc<Source>, Diagnostic> {
    let path = asset.path().to_path_buf();
    let nowhere = |message: String| {
        let source = Arc::new(Source { path: path.clone(), text: String::new() });
        Diagnostic::error(&source, Span::default(), "unreadable", message)
    };
    let unreadable = |error: std::io::Error| nowhere(format!("this file can't be read: {error}"));
    let mut bytes = Vec::new();
    // One byte more than is allowed tells that a file is too large, without reading all of it.
    asset.open().map_err(unreadable)?.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LARGEST_FILE {
        let size = asset.size().unwrap_or(bytes.len() as u64) / 1024;
        return Err(nowhere(format!("this file is too large to be a script: {size} kB"))
            .help(format!("a script may have up to {} kB; sound belongs into tracks beside it", LARGEST_FILE / 1024)));
    }
    match String::from_utf8(bytes) {
        // An editor's byte order mark is no part of the text.
        Ok(text) => Ok(Arc::new(Source { text: text.strip_prefix('\u{feff}').unwrap_or(&text).to_string(), path })),
        Err(_) => Err(nowhere("this file isn't text".into()).help("a session is a YAML text file in UTF-8")),
    }
}

pub(super) struct Resolver<'a> {
    pub(super) library: &'a Library,
    session: &'a Asset,
    pub(super) phrases: &'static Phrases,
    /// Whether the tables speak the session's language.
    pub(super) speaks: bool,
    pub(super) language: String,
    sleep: bool,
    beds: Vec<Bed>,
    including: Vec<Asset>,
    /// Counts the guided steps: chooses among wordings, always the same ones for the same session.
    pub(super) seed: u64,
    /// How many massage steps came before, and how firm the last of them that said so was.
    pub(super) massages: u32,
    pub(super) pressure_said: Option<Pressure>,
    /// The cautions that the steps themselves call for.
    pub(super) told: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn session(&mut self, script: &script::Script, source: &Arc<Source>, asset: &Asset, request: &Request) -> Session {
        let mut scope =
            Scope { source: Arc::clone(source), asset: asset.clone(), params: BTreeMap::new(), step: Span::default() };
        let params = self.params(script, &mut scope, request);
        for bed in &script.sound {
            if let Some(bed) = self.bed(bed, &scope) {
                self.beds.push(bed);
            }
        }
        let mut items = Vec::new();
        self.steps(&script.steps, &mut scope, &mut items);
        let fit = request.fit.map(|time| {
            // From outside of the file: the place is the file's beginning.
            Placed { value: time, origin: scope.origin(Span::new(0, 1)) }
        });
        let fit = fit.or_else(|| {
            let length = script.length.as_ref()?;
            let value = self.keep(scope.get(&length.fit))?;
            Some(Placed { value, origin: scope.origin(length.fit.span) })
        });
        let end = script.end.as_ref().map(|end| self.end(end, &scope)).unwrap_or_default();
        script.cautions.iter().for_each(|caution| self.tell(&caution.value.0));
        Session {
            title: script.title.value.0.clone(),
            summary: script.summary.as_ref().map(|line| line.value.0.clone()).unwrap_or_default(),
            goal: script.goal.as_ref().map(|line| line.value.0.clone()),
            language: self.language.clone(),
            sleep: self.sleep,
            cautions: std::mem::take(&mut self.told),
            params,
            fit,
            beds: std::mem::take(&mut self.beds),
            items,
            end,
        }
    }

    /// Takes note of an error and goes on without the value.
    pub(super) fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    /// The value of a setting that may be left out.
    pub(super) fn setting<T: script::FromWritten + Clone>(
        &mut self,
        scope: &Scope,
        setting: Option<&At<Setting<T>>>,
        default: T,
    ) -> T {
        match setting {
            Some(setting) => self.keep(scope.get(setting)).unwrap_or(default),
            None => default,
        }
    }

    fn params(&mut self, script: &script::Script, scope: &mut Scope, request: &Request) -> Vec<Param> {
        let mut params = Vec::new();
        for (name, param) in &script.params {
            let choices: Vec<String> = param.choices.iter().flatten().map(|choice| choice.value.0.clone()).collect();
            let default = &param.default.value.0;
            if !choices.is_empty() && !choices.contains(default) {
                let message = format!("the default `{default}` isn't one of the choices");
                let error = scope.error(param.default.span, "wrong-value", message);
                self.diagnostics.push(error.help(format!("the choices are {}", choices.join(", "))));
            }
            let ask = param.ask.as_ref().map(|ask| ask.value.0.clone());
            params.push(Param { name: name.0.clone(), ask, choices, value: default.clone() });
        }
        for (name, value) in &request.set {
            let names: Vec<String> = params.iter().map(|param| param.name.clone()).collect();
            let problem = match params.iter_mut().find(|param| param.name == *name) {
                Some(param) if param.choices.is_empty() || param.choices.contains(value) => {
                    param.value.clone_from(value);
                    continue;
                }
                Some(param) => {
                    let nearest = nearest(value, param.choices.iter().map(String::as_str));
                    let meant = nearest.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
                    let help = format!("{meant}It can be {}", param.choices.join(", "));
                    (format!("`{name}` can't be `{value}`"), help)
                }
                None if names.is_empty() => {
                    (format!("this session has no parameter `{name}`"), "there is nothing to set in it".to_string())
                }
                None => {
                    let help = match nearest(name, names.iter().map(String::as_str)) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("it has {}", names.join(", ")),
                    };
                    (format!("this session has no parameter `{name}`"), help)
                }
            };
            // What was given on the command line is a little file of its own, so that its place can be shown too.
            let source = Arc::new(Source { path: PathBuf::from("--set"), text: format!("{name}={value}") });
            let whole = Span::new(0, source.text.len());
            self.diagnostics.push(Diagnostic::error(&source, whole, "unknown-param", problem.0).help(problem.1));
        }
        scope.params = params.iter().map(|param| (param.name.clone(), param.value.clone())).collect();
        params
    }

    fn bed(&mut self, bed: &At<script::Bed>, scope: &Scope) -> Option<Bed> {
        let (source, default_name) = match (&bed.track, &bed.synth) {
            (Some(track), None) => {
                let asset = self.track(scope, track)?;
                let crossfade = bed.crossfade.as_ref().and_then(|time| self.keep(scope.get(time)));
                let stem = asset.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
                (BedSource::Track { asset, crossfade }, stem.unwrap_or_default())
            }
            (None, Some(synth)) => {
                let name = synth.value.0.clone();
                let names = &self.library.synths;
                if !names.contains(&name.as_str()) {
                    let error =
                        scope.error(synth.span, "unknown-word", format!("there is no synthesised bed `{name}`"));
                    let meant = nearest(&name, names.iter().copied());
                    let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
                    self.diagnostics.push(error.help(format!("{meant}There are {}", names.join(", "))));
                    return None;
                }
                (BedSource::Synth(name.clone()), name)
            }
            (track, _) => {
                let message = match track {
                    Some(_) => "a bed plays a track or a synthesised sound, not both",
                    None => "a bed needs something to play",
                };
                let error = scope.error(bed.span, "wrong-value", message);
                self.diagnostics.push(error.help("write `track: sea` or `synth: rain`"));
                return None;
            }
        };
        let name = bed.name.as_ref().map_or(default_name, |name| name.value.0.clone());
        if self.beds.iter().any(|other| other.name == name) {
            let error = scope.error(bed.span, "same-name", format!("there is a bed called `{name}` already"));
            self.diagnostics.push(error.help("give this one a `name:` of its own"));
        }
        let level = self.setting(scope, bed.level.as_ref(), Decibels(-20.0).into()).decibels();
        Some(Bed {
            name,
            source,
            level,
            fade_in: self.bed_fade(scope, bed.fade_in.as_ref(), Time::from_secs(8)),
            fade_out: self.bed_fade(scope, bed.fade_out.as_ref(), Time::from_secs(8)),
            origin: scope.origin(bed.span),
        })
    }

    fn bed_fade(&mut self, scope: &Scope, fade: Option<&At<Setting<Time>>>, default: Time) -> Time {
        let time = self.setting(scope, fade, default);
        if let (true, Some(fade)) = (time < QUICKEST_BED_FADE, fade) {
            let error = scope.error(fade.span, "too-quick", format!("{time} is too quick for a bed: it would startle"));
            self.diagnostics.push(error.help(format!("beds come and go over {QUICKEST_BED_FADE} or more")));
        }
        time
    }

    fn track(&mut self, scope: &Scope, name: &At<script::Line>) -> Option<Asset> {
        let found = self.library.track(self.session, &scope.asset, &name.value.0);
        found.map_err(|error| self.not_found(scope, name.span, &error, "track")).ok()
    }

    fn not_found(&mut self, scope: &Scope, span: Span, error: &FindError, what: &'static str) {
        let diagnostic = match error {
            FindError::Outside(_) => scope
                .error(span, "outside", error.to_string())
                .help("put the file beside the session, or allow its folder in your own settings (`allow:`)"),
            FindError::Missing(_) if what == "track" => scope
                .error(span, "no-such-file", error.to_string())
                .help("bundled tracks: brown-noise, drone, rain, sea"),
            _ => scope.error(span, "no-such-file", error.to_string()),
        };
        self.diagnostics.push(diagnostic);
    }

    fn end(&mut self, end: &At<script::End>, scope: &Scope) -> End {
        let mut keep = Vec::new();
        for name in &end.keep {
            if let Some(bed) = self.bed_index(scope, name.span, &name.value.0) {
                keep.push(bed);
            }
        }
        let length = self.setting(scope, end.r#for.as_ref(), Time::default());
        let fade = self.bed_fade(scope, end.fade.as_ref(), Time::from_secs(30).min(length).max(QUICKEST_BED_FADE));
        if fade > length && !length.is_zero() {
            let message = format!("a fade of {fade} is longer than the {length} that the end lasts");
            self.diagnostics.push(scope.error(end.span, "wrong-value", message));
        }
        if length.is_zero() && !keep.is_empty() {
            let error = scope.error(end.span, "missing-key", "the key `for` is missing here");
            self.diagnostics.push(error.help("say how long the beds stay on: `for: 20m`"));
        }
        End { keep, length, fade }
    }

    fn bed_index(&mut self, scope: &Scope, span: Span, name: &str) -> Option<usize> {
        if let Some(index) = self.beds.iter().position(|bed| bed.name == name) {
            return Some(index);
        }
        let names: Vec<&str> = self.beds.iter().map(|bed| bed.name.as_str()).collect();
        let meant = nearest(name, names.iter().copied()).map(|meant| format!("did you mean `{meant}`? "));
        let list =
            if names.is_empty() { "the session has no beds".into() } else { format!("beds: {}", names.join(", ")) };
        let error = scope.error(span, "unknown-word", format!("there is no bed called `{name}`"));
        self.diagnostics.push(error.help(format!("{}{list}", meant.unwrap_or_default())));
        None
    }

    fn steps(&mut self, steps: &[At<script::Step>], scope: &mut Scope, items: &mut Vec<Item>) {
        for step in steps {
            if items.len() > MOST_ITEMS {
                let error = scope.error(step.span, "too-long", format!("this makes more than {MOST_ITEMS} steps"));
                if !self.diagnostics.iter().any(|diagnostic| diagnostic.code == "too-long") {
                    self.diagnostics.push(error.help("repeat fewer times; a bed plays over and over by itself"));
                }
                return;
            }
            let outer = std::mem::replace(&mut scope.step, step.span);
            self.step(&step.value, scope, items);
            scope.step = outer;
        }
    }

    fn step(&mut self, step: &script::Step, scope: &mut Scope, items: &mut Vec<Item>) {
        use script::Step;
        match step {
            Step::Chapter(title) => items.push(Item::Chapter(title.value.0.clone())),
            Step::Say(prose) => self.say(prose, scope, &[], items),
            Step::Pause(pause) => self.pause(pause, scope, items),
            Step::Breathe(breathe) => self.breathe(breathe, scope, items),
            Step::Scan(scan) => self.scan(scan, scope, items),
            Step::Relax(relax) => self.relax(relax, scope, items),
            Step::Massage(massage) => self.massage(massage, scope, items),
            Step::Track(track) => self.front_track(track, scope, items),
            Step::Bell(bell) => self.bell(bell, scope, items),
            Step::Sound(change) => self.sound_change(change, scope, items),
            Step::Wait(wait) => self.wait(wait, scope, items),
            Step::When(when) => self.when(when, scope, items),
            Step::Repeat(repeat) => {
                let times = self.keep(scope.get(&repeat.times)).map_or(1, script::Count::get);
                for _ in 0..times {
                    let before = self.diagnostics.len();
                    self.steps(&repeat.steps, scope, items);
                    // The same error need not be told for each time.
                    if self.diagnostics.len() > before {
                        break;
                    }
                }
            }
            Step::Include(include) => self.include(include, scope, items),
        }
    }

    /// Words and silences; `own` are the places to fill in that the step itself knows.
    pub(super) fn say(&mut self, prose: &At<Prose>, scope: &Scope, own: &[(&str, &str)], items: &mut Vec<Item>) {
        match scope.prose(prose, own) {
            Ok(pieces) => items.extend(pieces.into_iter().map(|piece| match piece {
                ProsePiece::Words(words) => Item::Say(Placed { value: words, origin: scope.origin(prose.span) }),
                ProsePiece::Pause(time) => Item::Silence(Elastic::around(time.frames())),
            })),
            Err(errors) => self.diagnostics.extend(errors),
        }
    }

    fn pause(&mut self, pause: &At<script::Pause>, scope: &Scope, items: &mut Vec<Item>) {
        let Some(ideal) = self.keep(scope.get(&pause.r#for)) else { return };
        let around = Elastic::around(ideal.frames());
        let limit = |this: &mut Self, setting: &Option<At<Setting<Time>>>, default: Frames| match setting {
            Some(time) => this.keep(scope.get(time)).map_or(default, Time::frames),
            None => default,
        };
        let min = limit(self, &pause.min, around.min);
        let max = limit(self, &pause.max, around.max);
        if min > ideal.frames() || max < ideal.frames() {
            let error =
                scope.error(pause.span, "wrong-value", format!("{ideal} doesn't lie between its `min` and its `max`"));
            self.diagnostics.push(error.help("`min` is how short it may become, `max` how long"));
            return;
        }
        items.push(Item::Silence(Elastic { ideal: ideal.frames(), min, max }));
    }

    fn front_track(&mut self, track: &At<script::FrontTrack>, scope: &Scope, items: &mut Vec<Item>) {
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
                Err(errors) => self.diagnostics.extend(errors),
            }
        }
        let (level, fade_in, fade_out) = (
            self.setting(scope, track.level.as_ref(), Decibels(-6.0).into()).decibels(),
            self.setting(scope, track.fade_in.as_ref(), Time::from_secs(2)),
            self.setting(scope, track.fade_out.as_ref(), Time::from_secs(4)),
        );
        let Some(asset) = asset else { return };
        items.push(Item::Track(FrontTrack { asset, level, fade_in, fade_out, cues, origin: scope.origin(track.span) }));
    }

    fn bell(&mut self, bell: &At<script::Bell>, scope: &Scope, items: &mut Vec<Item>) {
        let strikes = match &bell.strikes {
            Some(strikes) => self.keep(scope.get(strikes)).map_or(1, script::Count::get),
            None => 1,
        };
        let every = self.setting(scope, bell.every.as_ref(), Time::from_secs(6));
        let shortest = Time::from_secs(2);
        if let (true, Some(written)) = (every < shortest, &bell.every) {
            let error = scope.error(written.span, "too-quick", format!("bells every {every} are hurried"));
            self.diagnostics.push(error.help(format!("leave {shortest} or more from strike to strike")));
        }
        let level = self.setting(scope, bell.level.as_ref(), Decibels(-6.0).into()).decibels();
        if let (true, Some(written)) = (level > Decibels::UNITY, &bell.level) {
            let error = scope.error(written.span, "too-loud", "a bell is never louder than the voice");
            self.diagnostics.push(error.help("0 dB is the most; -6 dB is usual"));
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

    fn sound_change(&mut self, change: &At<script::SoundChange>, scope: &Scope, items: &mut Vec<Item>) {
        let name = self.keep(scope.get(&change.bed));
        let bed = name.and_then(|name| self.bed_index(scope, change.bed.span, &name.0));
        let level = self.keep(scope.get(&change.level));
        let over = self.bed_fade(scope, change.over.as_ref(), Time::from_secs(10));
        if let (Some(bed), Some(level)) = (bed, level) {
            items.push(Item::BedLevel { bed, level: level.decibels(), over });
        }
    }

    fn wait(&mut self, wait: &At<script::Wait>, scope: &Scope, items: &mut Vec<Item>) {
        if let Some(prose) = &wait.say {
            self.say(prose, scope, &[], items);
        }
        let at_most = self.setting(scope, wait.at_most.as_ref(), Time::from_secs(60));
        items.push(Item::Wait { at_most });
    }

    fn when(&mut self, when: &At<script::When>, scope: &mut Scope, items: &mut Vec<Item>) {
        let name = &when.param.value.0;
        let value = match scope.param(name, when.param.span) {
            Ok(value) => value.to_string(),
            Err(error) => {
                self.diagnostics.push(error);
                return;
            }
        };
        // The steps that aren't taken are read too: their errors would only wait for another choice.
        let mut unused = Vec::new();
        let seed = self.seed;
        let taken = value == when.is.value.0;
        let (then, otherwise) = if taken { (items, &mut unused) } else { (&mut unused, items) };
        self.steps(&when.steps, scope, then);
        self.seed = seed;
        self.steps(&when.r#else, scope, otherwise);
    }

    fn include(&mut self, include: &At<script::Include>, scope: &Scope, items: &mut Vec<Item>) {
        let name = &include.file.value.0;
        let span = include.file.span;
        let asset = match self.library.part(self.session, &scope.asset, name) {
            Ok(asset) => asset,
            Err(error) => return self.not_found(scope, span, &error, "part"),
        };
        if self.including.contains(&asset) || same_file(&self.including, &asset) {
            let error = scope.error(span, "include-cycle", format!("`{name}` is included by itself, round and round"));
            self.diagnostics.push(error.help("take one of the includes out"));
            return;
        }
        if self.including.len() > DEEPEST_INCLUDE {
            let error =
                scope.error(span, "include-cycle", format!("parts include parts more than {DEEPEST_INCLUDE} deep"));
            self.diagnostics.push(error);
            return;
        }
        let source = match load(&asset) {
            Ok(source) => source,
            Err(diagnostic) => return self.diagnostics.push(diagnostic),
        };
        let part = match script::read_part(&source) {
            Ok(part) => part,
            Err(errors) => return self.diagnostics.extend(errors),
        };
        let mut params: BTreeMap<String, String> =
            part.params.iter().map(|(name, param)| (name.0.clone(), param.default.value.0.clone())).collect();
        for (name, value) in &include.with {
            let Some(written) = self.keep(scope.get(value)) else { continue };
            match part.params.get(name) {
                Some(param) => {
                    let choices: Vec<&str> = param.choices.iter().flatten().map(|at| at.value.0.as_str()).collect();
                    if !choices.is_empty() && !choices.contains(&written.0.as_str()) {
                        let message = format!("`{}` can't be `{}`", name.0, written.0);
                        let error = scope.error(value.span, "wrong-value", message);
                        self.diagnostics.push(error.help(format!("it can be {}", choices.join(", "))));
                        continue;
                    }
                    params.insert(name.0.clone(), written.0);
                }
                None => {
                    let error =
                        scope.error(value.span, "unknown-param", format!("the part has no parameter `{}`", name.0));
                    let meant = nearest(&name.0, part.params.keys().map(|name| name.0.as_str()));
                    self.diagnostics.push(match meant {
                        Some(meant) => error.help(format!("did you mean `{meant}`?")),
                        None => error,
                    });
                }
            }
        }
        let mut inner = Scope { source, asset: asset.clone(), params, step: Span::default() };
        self.including.push(asset);
        self.steps(&part.steps, &mut inner, items);
        self.including.pop();
    }
}

fn same_file(assets: &[Asset], asset: &Asset) -> bool {
    let real = |asset: &Asset| match asset {
        Asset::File(path) => path.canonicalize().ok(),
        Asset::Bundled { .. } => None,
    };
    let wanted = real(asset);
    wanted.is_some() && assets.iter().any(|other| real(other) == wanted)
}
