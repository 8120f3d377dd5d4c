//! From what was written to the session, step by step.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::library::{Asset, Library};
use crate::practice::{self, Phrases};
use crate::quantity::{Frames, Pressure, Time};
use crate::script::{self, At, Diagnostic, MOST_ERRORS, Prose, ProsePiece, Reading, Setting, Severity, Source, Span};

use super::include::{Parts, load};
use super::scope::{Chosen, FOLLOWS, Scope};
use super::wishes::Wishes;
use super::*;

/// The most things that may happen in one session, steps that lead to nothing included; a night of bells or of led
/// breath has some thousands.
const MOST_THINGS: usize = 100_000;
/// What is left of an end that stays on, where a session is only tried out.
const QUICK_END: Time = Time::from_secs(4);

/// What is to be played.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Values for parameters.
    pub set: Vec<(String, String)>,
    /// A length that overrides the session's own `length: fit`.
    pub fit: Option<Time>,
    /// Whether that length has to be met, whatever is changed for the listener: somebody is there to choose another.
    pub fit_strictly: bool,
    /// What the listener wishes of every session.
    pub profile: Profile,
    /// What the therapist who handed it over knows of the listener.
    pub therapist: Profile,
    /// What was asked for besides, this once.
    pub asked: Profile,
    /// Whether the cautions are spoken before the session begins.
    pub speak_cautions: bool,
    /// What the listener wants of the session's sounds.
    pub own_sounds: OwnSounds,
    /// Whether the listener wants beds further under the words.
    pub clear_voice: bool,
    /// Whether it is only tried out: silences last a second at most, and it isn't fitted to a length.
    pub quick: bool,
}

/// A session and the warnings that came with it.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The session.
    pub session: Session,
    /// What its author should look at.
    pub warnings: Vec<Diagnostic>,
}

/// What could be made of a file: see [`examine`].
#[derive(Clone, Debug)]
pub struct Examined {
    /// The file.
    pub source: Arc<Source>,
    /// The session without what is wrong in it; nothing where too little is left. With an error among the diagnostics
    /// it isn't fit to be played, only to be looked through for more errors.
    pub session: Option<Session>,
    /// The parts that it includes, in the order of their paths.
    pub parts: Vec<Asset>,
    /// All that was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Examined {
    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Makes the session of a file.
///
/// # Errors
/// Everything that is wrong with it and with the parts it includes.
pub fn resolve(library: &Library, asset: &Asset, request: &Request) -> Result<Resolved, Vec<Diagnostic>> {
    let examined = examine(library, asset, request);
    match (examined.has_errors(), examined.session) {
        (false, Some(session)) => Ok(Resolved { session, warnings: examined.diagnostics }),
        _ => Err(examined.diagnostics),
    }
}

/// Makes as much of a session as a file allows, so that the errors of one kind don't hide those of another.
pub fn examine(library: &Library, asset: &Asset, request: &Request) -> Examined {
    let (source, read) = match load(asset) {
        Ok(source) => (Arc::clone(&source), script::read(&source)),
        Err(diagnostic) => {
            let source = Arc::clone(&diagnostic.source);
            return Examined { source, session: None, parts: Vec::new(), diagnostics: vec![diagnostic] };
        }
    };
    let params_known = read.has_all_of("params");
    let beds_known = read.has_all_of("sound");
    let Reading { value: Some(script), mut diagnostics, .. } = read else {
        return Examined { source, session: None, parts: Vec::new(), diagnostics: read.diagnostics };
    };
    let language = script.language.as_ref().map_or("en", |code| &code.value.0).to_string();
    let spoken = Phrases::for_language(&language);
    let Some(phrases) = spoken.or_else(|| Phrases::for_language("en")) else {
        diagnostics.push(Diagnostic::error(&source, Span::default(), "language", "no phrases were found at all"));
        return Examined { source, session: None, parts: Vec::new(), diagnostics };
    };
    let mut resolver = Resolver {
        library,
        session: asset,
        phrases,
        speaks: spoken.is_some(),
        language,
        sleep: matches!(script.ends_in, Some(script::EndsIn::Sleep)),
        beds: Vec::new(),
        silent_beds: Vec::new(),
        params_known,
        beds_known,
        including: vec![asset.clone()],
        parts: Parts::default(),
        things: 0,
        seed: 0,
        massages: 0,
        pressure_said: None,
        told: Vec::new(),
        wishes: Wishes::of(&request.profile, &request.therapist, &request.asked),
        excused: Vec::new(),
        tones_explained: false,
        diagnostics,
    };
    let session = resolver.session(&script, &source, asset, request);
    let parts = resolver.parts.assets();
    Examined { source, session: Some(session), parts, diagnostics: resolver.diagnostics }
}

pub(super) struct Resolver<'a> {
    pub(super) library: &'a Library,
    pub(super) session: &'a Asset,
    pub(super) phrases: &'static Phrases,
    /// Whether the tables speak the session's language.
    pub(super) speaks: bool,
    pub(super) language: String,
    pub(super) sleep: bool,
    pub(super) beds: Vec<Bed>,
    /// The names of beds that can't be played: they are known all the same.
    pub(super) silent_beds: Vec<String>,
    /// Whether all parameters could be read; if not, one that isn't known may be among those that couldn't.
    params_known: bool,
    /// Whether all beds could be read.
    pub(super) beds_known: bool,
    pub(super) including: Vec<Asset>,
    pub(super) parts: Parts,
    /// How much has happened so far: see [`MOST_THINGS`].
    things: usize,
    /// Counts the guided steps: chooses among wordings, always the same ones for the same session.
    pub(super) seed: u64,
    /// How many massage steps came before, and how firm the last of them that said so was.
    pub(super) massages: u32,
    pub(super) pressure_said: Option<Pressure>,
    /// The cautions that the steps themselves call for.
    pub(super) told: Vec<String>,
    /// What the listener wishes, and what of it has come to bear.
    pub(super) wishes: Wishes,
    /// Cautions that the author has a reason for, in the whole session.
    pub(super) excused: Vec<String>,
    /// Whether it was said what the breath tones mean.
    pub(super) tones_explained: bool,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Resolver<'_> {
    fn session(&mut self, script: &script::Script, source: &Arc<Source>, asset: &Asset, request: &Request) -> Session {
        let mut scope = Scope {
            source: Arc::clone(source),
            asset: asset.clone(),
            params: BTreeMap::new(),
            params_known: self.params_known,
            step: Span::default(),
        };
        let params = self.params(script, &mut scope, request);
        for bed in &script.sound {
            self.bed(bed, &scope);
        }
        for written in &script.leave_out {
            self.session_leaves_out(written, &scope);
        }
        for (caution, reason) in &script.because {
            self.excuse(&caution.0, reason.span, &scope);
        }
        let mut items = Vec::new();
        self.steps(&script.steps, &mut scope, &mut items);
        let wanted = request.fit.map(|time| {
            let (source, span) = given("--fit", time.to_string());
            Placed { value: time, origin: Origin { source, span } }
        });
        let fit = wanted.or_else(|| {
            let length = script.length.as_ref()?;
            let value = self.keep(scope.get(&length.fit))?;
            Some(Placed { value, origin: scope.origin(length.fit.span) })
        });
        // Read all the same, so that what is wrong with it is found.
        let fit = fit.filter(|_| !request.quick);
        let mut end = script.end.as_ref().map(|end| self.end(end, &scope)).unwrap_or_default();
        if request.quick {
            end.length = end.length.min(QUICK_END);
        }
        for caution in &script.cautions {
            self.known_caution(caution, &scope);
            self.tell(&caution.value.0);
        }
        self.tell_of(&practice::Act { kind: Some(practice::ActKind::Session), ..practice::Act::default() });
        let told = self.gravest_first();
        self.suit(&mut items, script, &scope);
        if request.speak_cautions {
            self.speak_first(&told, &mut items, script, &scope);
        }
        let changes = self.wishes.lines(self.phrases);
        let emergency = self.wishes.emergencies().iter().map(|caution| self.caution(&caution.id)).collect();
        let mut session = Session {
            origin: scope.origin(script.title.span),
            title: script.title.value.0.clone(),
            summary: script.summary.as_ref().map(|line| line.value.0.clone()).unwrap_or_default(),
            goal: script.goal.as_ref().map(|line| line.value.0.clone()),
            language: self.language.clone(),
            sleep: self.sleep,
            cautions: told,
            excused: std::mem::take(&mut self.excused),
            fit_loosely: request.speak_cautions || !(changes.is_empty() || request.fit_strictly),
            changes,
            emergency,
            params,
            fit,
            quick: request.quick,
            clear_voice: request.clear_voice,
            own_sounds: request.own_sounds.clone(),
            beds: std::mem::take(&mut self.beds),
            items,
            end,
        };
        if let Some(bed) = &request.own_sounds.bed {
            let origin = session.origin.clone();
            session.lie_on(bed, &origin);
        }
        session
    }

    /// Takes note of an error and goes on without the value.
    pub(super) fn keep<T>(&mut self, result: Result<T, Diagnostic>) -> Option<T> {
        result.map_err(|diagnostic| self.note(diagnostic)).ok()
    }

    /// Takes note of something, once, however often its step is repeated or its part included.
    pub(super) fn note(&mut self, diagnostic: Diagnostic) {
        // A name that isn't known may be one that couldn't be read, which has been told.
        let follows = diagnostic.code == FOLLOWS;
        if !follows && !self.diagnostics.contains(&diagnostic) {
            self.diagnostics.push(diagnostic);
        }
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

    /// A single word that is no caution's name, but nearly, is more likely a slip than an author's own words.
    fn known_caution(&mut self, caution: &At<script::CautionName>, scope: &Scope) {
        let name = caution.value.0.as_str();
        if practice::caution(name).is_some() || name.contains(' ') {
            return;
        }
        if let Some(meant) = script::nearest(name, practice::caution_ids().map(|(id, _)| id)) {
            let error = scope.error(caution.span, "unknown-word", format!("there is no caution `{name}`"));
            let help = format!("did you mean `{meant}`? As it stands, the listener reads `{name}`");
            self.diagnostics.push(Diagnostic { severity: Severity::Warning, ..error }.help(help));
        }
    }

    /// A time that something lasts, which must be some time.
    pub(super) fn lasting(
        &mut self,
        scope: &Scope,
        setting: Option<&At<Setting<Time>>>,
        default: Time,
        least: Time,
    ) -> Time {
        let time = self.setting(scope, setting, default);
        match setting {
            Some(written) if time < least => {
                let error = scope.error(written.span, "wrong-value", format!("{time} is too short to be anything"));
                self.note(error.help(format!("{least} is the least here; take the step out if it isn't wanted")));
                least
            }
            _ => time,
        }
    }

    fn params(&mut self, script: &script::Script, scope: &mut Scope, request: &Request) -> Vec<Param> {
        let mut params = Vec::new();
        for (name, param) in &script.params {
            let chosen = self.declared(param, scope);
            let ask = param.ask.as_ref().map(|ask| ask.value.0.clone());
            params.push(Param { name: name.0.clone(), ask, choices: chosen.choices, value: chosen.value });
        }
        for (name, value) in &request.set {
            let problem = match params.iter_mut().find(|param| param.name == *name) {
                Some(param) => match choice(value, &param.choices) {
                    Ok(()) => {
                        param.value.clone_from(value);
                        continue;
                    }
                    Err(help) => (format!("`{name}` can't be `{value}`"), help),
                },
                None => {
                    let names = params.iter().map(|param| param.name.as_str());
                    let help = match (script::nearest(name, names.clone()), params.is_empty()) {
                        (Some(meant), _) => format!("did you mean `{meant}`?"),
                        (None, true) => "there is nothing to set in it".to_string(),
                        (None, false) => format!("it has {}", script::listed(names)),
                    };
                    (format!("this session has no parameter `{name}`"), help)
                }
            };
            let (source, whole) = given("--set", format!("{name}={value}"));
            self.diagnostics.push(Diagnostic::error(&source, whole, "unknown-param", problem.0).help(problem.1));
        }
        let chosen = |param: &Param| Chosen { value: param.value.clone(), choices: param.choices.clone() };
        scope.params = params.iter().map(|param| (param.name.clone(), chosen(param))).collect();
        params
    }

    /// A parameter as it is declared: its default, which must be one of its choices.
    pub(super) fn declared(&mut self, param: &script::Param, scope: &Scope) -> Chosen {
        let choices: Vec<String> = param.choices.iter().flatten().map(|choice| choice.value.0.clone()).collect();
        let value = param.default.value.0.clone();
        if let Err(help) = choice(&value, &choices) {
            let message = format!("the default `{}` isn't one of the choices", script::shown(&value));
            self.note(scope.error(param.default.span, "wrong-value", message).help(help));
        }
        Chosen { value, choices }
    }

    pub(super) fn steps(&mut self, steps: &[At<script::Step>], scope: &mut Scope, items: &mut Vec<Item>) {
        for step in steps {
            if self.diagnostics.len() >= MOST_ERRORS {
                return;
            }
            if self.too_much(step.span, scope) {
                return;
            }
            let outer = std::mem::replace(&mut scope.step, step.value.place());
            let before = items.len();
            self.step(&step.value, scope, items);
            self.things += 1;
            if !step.value.holds_steps() {
                self.things += items[before..].iter().map(weight).sum::<usize>();
            }
            scope.step = outer;
        }
    }

    /// Whether so much happens already that nothing more is taken in; that is an error, told once.
    fn too_much(&mut self, span: Span, scope: &Scope) -> bool {
        let too_much = self.things > MOST_THINGS;
        if too_much && !self.diagnostics.iter().any(|diagnostic| diagnostic.code == "too-long") {
            let message = format!("more than {MOST_THINGS} things happen in this session");
            let help = "repeat fewer times; a bed plays over and over by itself";
            self.diagnostics.push(scope.error(span, "too-long", message).help(help));
        }
        too_much
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
                    if self.diagnostics.len() > before || self.too_much(scope.step, scope) {
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
            Ok(pieces) => {
                self.look_at_wording(prose, &pieces, scope);
                for piece in pieces {
                    match piece {
                        ProsePiece::Words(words) if self.names_what_is_left_out(&words) => {}
                        ProsePiece::Words(words) => {
                            items.push(Item::Say(Placed { value: words, origin: scope.origin(prose.span) }));
                        }
                        ProsePiece::Pause(time) => items.push(Item::Silence(Elastic::around(time.frames()))),
                    }
                }
            }
            Err(errors) => errors.into_iter().for_each(|error| self.note(error)),
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
            self.note(error.help("`min` is how short it may become, `max` how long"));
            return;
        }
        items.push(Item::Silence(Elastic { ideal: ideal.frames(), min, max }));
    }

    fn wait(&mut self, wait: &At<script::Wait>, scope: &Scope, items: &mut Vec<Item>) {
        if let Some(prose) = &wait.say {
            self.say(prose, scope, &[], items);
        }
        let at_most = self.lasting(scope, wait.at_most.as_ref(), Time::from_secs(60), Time::from_secs(1));
        items.push(Item::Wait { at_most, origin: scope.origin(wait.span) });
    }

    fn when(&mut self, when: &At<script::When>, scope: &mut Scope, items: &mut Vec<Item>) {
        let name = &when.param.value.0;
        let Some(chosen) = self.keep(scope.param(name, when.param.span).cloned()) else { return };
        let is = &when.is.value.0;
        if let Err(help) = choice(is, &chosen.choices) {
            let message = format!("`{name}` is never `{}`", script::shown(is));
            self.note(scope.error(when.is.span, "wrong-value", message).help(help));
        }
        if chosen.value == *is {
            self.steps(&when.steps, scope, items);
            self.untaken(&when.r#else, scope);
        } else {
            self.untaken(&when.steps, scope);
            self.steps(&when.r#else, scope, items);
        }
    }

    /// The steps that aren't taken are read too: their errors would only wait for another choice.
    fn untaken(&mut self, steps: &[At<script::Step>], scope: &mut Scope) {
        let (seed, massages, pressure_said) = (self.seed, self.massages, self.pressure_said);
        let (told, wishes, explained) = (self.told.clone(), self.wishes.clone(), self.tones_explained);
        self.steps(steps, scope, &mut Vec::new());
        (self.seed, self.massages, self.pressure_said, self.told) = (seed, massages, pressure_said, told);
        (self.wishes, self.tones_explained) = (wishes, explained);
    }
}

/// What was given on the command line: a little file of its own, so that its place can be shown too.
fn given(option: &str, text: String) -> (Arc<Source>, Span) {
    let span = Span::new(0, text.len());
    (Arc::new(Source { path: PathBuf::from(option), text }), span)
}

/// Whether a value is among the choices, if there are any; what to say if it isn't.
pub(super) fn choice(value: &str, choices: &[String]) -> Result<(), String> {
    if choices.is_empty() || choices.iter().any(|choice| choice == value) {
        return Ok(());
    }
    let meant = script::nearest(value, choices.iter().map(String::as_str));
    let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
    Err(format!("{meant}It can be {}", script::listed(choices.iter().map(String::as_str))))
}

/// How much happens in an item.
fn weight(item: &Item) -> usize {
    match item {
        Item::Breaths(breaths) => breaths.breaths.len(),
        Item::Guided(guided) => guided.lines.len(),
        Item::Track(track) => 1 + track.cues.len(),
        _ => 1,
    }
}
