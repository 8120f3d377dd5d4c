//! What a session needs to be played somewhere else: its file, its parts, its tracks, its words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use crate::about_me;
use crate::cli::handed::about;
use crate::cli::plan::{as_planned, for_pack, same};
use crate::cli::prepare::{Prepared, lay_out_asset, not_found, tell};
use crate::cli::voice::{plain_language, voices};
use crate::cli::{Failure, Surroundings};
use crate::library::pack::{Content, Contents, LETTER, PLAN, PROFILE, PackedSession, plain_name};
use crate::library::{Asset, Library};
use crate::plan;
use crate::quantity::Time;
use crate::session::{Examined, Param, Profile, Request, Session, examine};
use crate::timeline::{Event, EventKind, Speech, Timeline};
use crate::voice::{ClipEntry, ClipKey, Found, INDEX, PackIndex};

use super::sound::Smaller;

/// Where sessions lie in a pack.
const SESSIONS: &str = "sessions";
/// Where tracks lie that came with the program, and words.
const TRACKS: &str = "audio";
const VOICE: &str = "voice";
/// A session is looked at with so many choices of its parameters; beyond them, with each parameter's choices alone.
const MOST_CHOICES: usize = 64;

/// What is to be handed over.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) sessions: Vec<String>,
    pub(super) set: Vec<(String, String)>,
    pub(super) fit: Option<Time>,
    pub(super) profile: Profile,
    pub(super) letter: Option<String>,
    pub(super) plan: Option<plan::Found>,
}

/// A session as it is meant to be played.
pub(super) struct Meant {
    pub(super) name: String,
    pub(super) timeline: Timeline,
    pub(super) requests: Vec<Request>,
}

/// A pack to be.
pub(super) struct Gathered {
    pub(super) contents: Contents,
    pub(super) sessions: Vec<Meant>,
    /// How many words have no voice.
    pub(super) without_voice: usize,
}

/// Gathers what a pack holds. What is wrong with a session is told before this returns.
pub(super) fn gather(
    library: &Library,
    wanted: &Wanted,
    smaller: &mut Smaller,
    around: &Surroundings,
) -> Result<Gathered, Failure> {
    let mut shelf = Shelf::default();
    let mut sessions: Vec<Meant> = Vec::new();
    let mut packed: Vec<PackedSession> = Vec::new();
    let mut used = BTreeSet::new();
    let mut without_voice = BTreeSet::new();
    let mut planned = Vec::new();
    let names = sessions_of(library, wanted);
    for name in &names {
        let asset = library.session(name).map_err(|error| Failure::Usage(not_found(&error)))?;
        let (request, params) = request(library, &asset, wanted, around)?;
        used.extend(request.set.iter().map(|(name, _)| name.clone()));
        let laid_out = lay_out_asset(library, &asset, &request);
        let (Prepared { session, timeline, .. }, warnings) = match laid_out {
            Ok(laid_out) => laid_out,
            Err(diagnostics) => {
                tell(&diagnostics, around)?;
                return Err(Failure::Invalid);
            }
        };
        tell(&warnings, around)?;
        if !session.emergency.is_empty() {
            let lines = session.emergency.join("\n");
            return Err(Failure::Usage(format!("with these cautions there is no session for this client:\n{lines}")));
        }
        let mut requests = choices(&request, &params);
        // What the plan wants of it is said in its own words.
        let phases = wanted.plan.iter().flat_map(|plan| &plan.plan.phases);
        let phases = phases.filter(|phase| library.session(&phase.session).is_ok_and(|other| same(&asset, &other)));
        for phase in phases {
            let mut planned = Request { speak_cautions: true, ..request.clone() };
            as_planned(&mut planned, phase);
            requests.push(planned);
        }
        let home = shelf.home(&asset);
        let file = shelf.put(&home, &asset)?;
        for request in &requests {
            let Examined { session: Some(session), parts, diagnostics, .. } = examine(library, &asset, request) else {
                continue;
            };
            if diagnostics.iter().any(|diagnostic| diagnostic.severity == crate::script::Severity::Error) {
                tell(&diagnostics, around)?;
                return Err(Failure::Invalid);
            }
            parts.iter().try_for_each(|part| shelf.put(&home, part).map(drop))?;
            for (track, _) in session.tracks() {
                shelf.put_track(&home, track, smaller)?;
            }
            shelf.put_words(library, &asset, &file, &session, smaller, &mut without_voice)?;
        }
        let taken: Vec<&str> = packed.iter().map(|session| session.name.as_str()).collect();
        let own = Path::new(&file).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = free(&plain_name(&own).unwrap_or_else(|| "session".into()), |name| taken.contains(&name));
        planned.push((asset.clone(), name.clone()));
        packed.push(PackedSession {
            name: name.clone(),
            title: one_line(&session.title),
            file,
            set: request.set.iter().cloned().collect(),
            fit: request.fit.map(|fit| fit.to_string()),
        });
        let timeline = Timeline::clone(&timeline);
        sessions.push(Meant { name, timeline, requests });
    }
    if let Some((name, _)) = wanted.set.iter().find(|(name, _)| !used.contains(name)) {
        return Err(Failure::Usage(format!("none of these sessions has a parameter `{name}`")));
    }
    let mut files = shelf.finish();
    if let Some(letter) = &wanted.letter {
        files.push((LETTER.into(), Content::Bytes(letter.as_bytes().into())));
    }
    if let Some(plan) = &wanted.plan {
        let text = for_pack(plan, library, &planned).text();
        files.push((PLAN.into(), Content::Bytes(text.into_bytes().into())));
    }
    if !wanted.profile.is_empty() {
        files.push((PROFILE.into(), Content::Bytes(about_me::body(&wanted.profile).into_bytes().into())));
    }
    let title = wanted.title.clone().or_else(|| packed.first().map(|session| session.title.clone()));
    let contents = Contents { name: wanted.name.clone(), title: title.unwrap_or_default(), sessions: packed, files };
    Ok(Gathered { contents, sessions, without_voice: without_voice.len() })
}

/// The sessions that were named, and those that only the plan names.
fn sessions_of(library: &Library, wanted: &Wanted) -> Vec<String> {
    let mut names = wanted.sessions.clone();
    for phase in wanted.plan.iter().flat_map(|plan| &plan.plan.phases) {
        let is_it = |name: &String| match (library.session(name), library.session(&phase.session)) {
            (Ok(one), Ok(other)) => same(&one, &other),
            _ => *name == phase.session,
        };
        if !names.iter().any(is_it) {
            names.push(phase.session.clone());
        }
    }
    names
}

/// How the session is meant to be played: with those of the wishes that it knows.
fn request(
    library: &Library,
    asset: &Asset,
    wanted: &Wanted,
    around: &Surroundings,
) -> Result<(Request, Vec<Param>), Failure> {
    let plain = Request { therapist: wanted.profile.clone(), ..Request::default() };
    let Examined { session, diagnostics, .. } = examine(library, asset, &plain);
    let Some(session) = session else {
        tell(&diagnostics, around)?;
        return Err(Failure::Invalid);
    };
    let known = |name: &str| session.params.iter().any(|param| param.name == name);
    let set = wanted.set.iter().filter(|(name, _)| known(name)).cloned().collect();
    Ok((Request { set, fit: wanted.fit, fit_strictly: true, ..plain }, session.params))
}

/// Every way in which the client may play it: whatever they choose that wasn't chosen for them, with the cautions spoken.
/// The first is the one that is meant.
pub(in crate::cli) fn choices(meant: &Request, params: &[Param]) -> Vec<Request> {
    let open: Vec<&Param> =
        params.iter().filter(|param| meant.set.iter().all(|(name, _)| *name != param.name)).collect();
    let with = |request: &Request, param: &Param, choice: &String| {
        let mut request = request.clone();
        request.set.push((param.name.clone(), choice.clone()));
        request
    };
    let spoken = Request { speak_cautions: true, ..meant.clone() };
    let mut all = vec![meant.clone(), spoken.clone()];
    let count: usize = open.iter().map(|param| param.choices.len().max(1)).fold(1, usize::saturating_mul);
    if count <= MOST_CHOICES {
        let mut every = vec![spoken];
        for param in open.iter().filter(|param| !param.choices.is_empty()) {
            let more =
                |request: &Request| param.choices.iter().map(|choice| with(request, param, choice)).collect::<Vec<_>>();
            every = every.iter().flat_map(more).collect();
        }
        all.extend(every);
    } else {
        for param in &open {
            all.extend(param.choices.iter().map(|choice| with(&spoken, param, choice)));
        }
    }
    all
}

/// A name that isn't taken: itself, or with a number.
pub(super) fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut free = name.to_string();
    let mut number = 2;
    while taken(&free) {
        free = format!("{name}-{number}");
        number += 1;
    }
    free
}

/// A title as a pack may have it.
pub(super) fn one_line(text: &str) -> String {
    crate::guide::text::clean(text).chars().take(200).collect::<String>().trim().to_string()
}

/// Where a session's own files come from, and where they lie in the pack.
#[derive(Clone)]
struct Home {
    /// The session's folder; none for a bundled one.
    from: Option<PathBuf>,
    into: String,
}

/// The files of a pack, by their paths in it.
#[derive(Default)]
struct Shelf {
    files: BTreeMap<String, Content>,
    from: BTreeMap<String, Asset>,
    homes: Vec<(Option<PathBuf>, String)>,
    /// Clips by folder: of a language, or of one session whose recordings differ from another's.
    clips: BTreeMap<String, (String, BTreeMap<String, ClipEntry>)>,
    placed: BTreeMap<(String, ClipKey), Asset>,
}

impl Shelf {
    /// Sessions of one folder stay together, so that they can share parts and tracks.
    fn home(&mut self, session: &Asset) -> Home {
        let from = match session {
            Asset::File(path) => Some(folder_of(path)),
            Asset::Bundled { .. } => None,
        };
        if let Some((from, into)) = self.homes.iter().find(|(known, _)| *known == from) {
            return Home { from: from.clone(), into: into.clone() };
        }
        let into = match self.homes.len() {
            0 => SESSIONS.to_string(),
            more => format!("{SESSIONS}-{}", more + 1),
        };
        self.homes.push((from.clone(), into.clone()));
        Home { from, into }
    }

    /// Where a file of a session lies in the pack.
    fn place(home: &Home, asset: &Asset) -> Result<String, Failure> {
        let inside = match (asset, &home.from) {
            (Asset::File(path), Some(from)) => {
                path.canonicalize().ok().and_then(|real| Some(real.strip_prefix(from).ok()?.to_path_buf())).ok_or_else(
                    || {
                        let help = "it lies outside of the session's folder, where a pack can't take it from; copy it \
                                beside the session";
                        about(path, &help)
                    },
                )?
            }
            (Asset::Bundled { path, .. }, _) => PathBuf::from(path.strip_prefix("sessions/").unwrap_or(path)),
            (Asset::File(path), None) => return Err(about(path, &"it doesn't belong to a bundled session")),
        };
        let names: Vec<String> = inside.iter().map(|name| name.to_string_lossy().nfc().collect()).collect();
        Ok(format!("{}/{}", home.into, names.join("/")))
    }

    fn put(&mut self, home: &Home, asset: &Asset) -> Result<String, Failure> {
        let path = Shelf::place(home, asset)?;
        self.files.entry(path.clone()).or_insert_with(|| Content::Asset(asset.clone()));
        Ok(path)
    }

    fn put_track(&mut self, home: &Home, track: &Asset, smaller: &mut Smaller) -> Result<(), Failure> {
        let path = match track {
            Asset::Bundled { path, .. } if path.starts_with(TRACKS) => (*path).to_string(),
            _ => Shelf::place(home, track)?,
        };
        if self.from.get(&path) == Some(track) {
            return Ok(());
        }
        let (content, ending) = smaller.track(track).map_err(|error| about(track.path(), &error))?;
        self.files.insert(format!("{path}{ending}"), content);
        self.from.insert(path, track.clone());
        Ok(())
    }

    fn put_words(
        &mut self,
        library: &Library,
        asset: &Asset,
        file: &str,
        session: &Session,
        smaller: &mut Smaller,
        without: &mut BTreeSet<ClipKey>,
    ) -> Result<(), Failure> {
        let Some(language) = plain_language(&session.language) else { return Ok(()) };
        let voices = voices(library, asset, &session.language);
        let own = Path::new(file).with_extension(VOICE).to_string_lossy().replace('\\', "/");
        for words in session.words() {
            let key = ClipKey::new(&language, words);
            let folders = [format!("{VOICE}/{language}"), own.clone()];
            // The same words may have been recorded anew for this session.
            let mut known = None;
            if let Some(there) = self.placed.get(&(folders[0].clone(), key.clone())) {
                known = Some(there.clone());
            }
            if let Some(there) = self.placed.get(&(folders[1].clone(), key.clone())) {
                known = Some(there.clone());
            }
            let Some(found) = voices.find(&session.language, words) else {
                without.insert(key);
                continue;
            };
            let [shared, own] = folders;
            match known {
                Some(there) if there == found.asset => {}
                None => self.put_clip(&shared, &language, key, words, &found, smaller)?,
                Some(_) => self.put_clip(&own, &language, key, words, &found, smaller)?,
            }
        }
        Ok(())
    }

    fn put_clip(
        &mut self,
        folder: &str,
        language: &str,
        key: ClipKey,
        words: &str,
        found: &Found,
        smaller: &mut Smaller,
    ) -> Result<(), Failure> {
        let (content, ending, known) = smaller.words(found).map_err(|error| about(found.asset.path(), &error))?;
        let file = format!("{}.{ending}", key.file_stem());
        let sha256 = content.sha256().map_err(|error| about(found.asset.path(), &error))?;
        let entry = ClipEntry {
            text: words.to_string(),
            language: None,
            file: file.clone(),
            length_frames: known.length,
            loudness_lufs: known.loudness.0,
            true_peak_dbtp: known.true_peak.0,
            sha256,
            recipe: None,
        };
        self.files.insert(format!("{folder}/{file}"), content);
        self.placed.insert((folder.to_string(), key), found.asset.clone());
        let index = self.clips.entry(folder.to_string()).or_insert_with(|| (language.to_string(), BTreeMap::new()));
        index.1.insert(file, entry);
        Ok(())
    }

    fn finish(self) -> Vec<(String, Content)> {
        let mut files: Vec<(String, Content)> = self.files.into_iter().collect();
        for (folder, (language, clips)) in self.clips {
            let mut index = PackIndex::new("handed over", &language);
            index.clips = clips.into_values().collect();
            files.push((format!("{folder}/{INDEX}"), Content::Bytes(index.to_json().into_bytes().into())));
        }
        files
    }
}

fn folder_of(file: &Path) -> PathBuf {
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf())
}

/// What differs between two timelines, for whoever listens: nothing if both are the same evening.
pub(super) fn difference(meant: &Timeline, played: &Timeline) -> Option<String> {
    let heard = |event: &Event| matches!(event.kind, EventKind::Say(Speech::Clip(_)));
    for (one, other) in meant.events.iter().zip(&played.events) {
        let same = one.start == other.start
            && one.length == other.length
            && one.text == other.text
            && heard(one) == heard(other);
        if !same {
            return Some(format!("at {}: \u{201c}{}\u{201d}", one.start.clock(), one.text));
        }
    }
    let whole = meant.events.len() == played.events.len()
        && meant.length == played.length
        && meant.beds.len() == played.beds.len();
    (!whole).then(|| "it has another length".into())
}
