//! From what a person wrote to the piece of content that is meant, without ever leaving the folders that are allowed.

use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::{Asset, bundled_file, bundled_sessions, bundled_tracks};

/// The endings a track may be written without. The double ones are those of a track that was made smaller for a pack:
/// `song.wav.ogg` is found as `song.wav` and as `song`.
const TRACK_ENDINGS: &[&str] =
    &["", ".ogg", ".flac", ".wav", ".mp3", ".m4a", ".opus", ".flac.ogg", ".wav.ogg", ".wav.flac"];

/// Why something wasn't found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// Neither a bundled session nor a file.
    #[error("there is no session `{name}`: neither a bundled one nor a file of that name")]
    NoSession {
        /// What was asked for.
        name: String,
        /// A bundled session of nearly that name.
        nearest: Option<String>,
    },
    /// A pipe, a device or the like.
    #[error("`{0}` is no ordinary file; a session is read from one")]
    NotAFile(String),
    /// A folder where a file is wanted.
    #[error("`{0}` is a folder, not a session file")]
    Folder(String),
    /// Not where it was looked for.
    #[error("there is no file `{0}` beside the session")]
    Missing(String),
    /// It leads out of the session's folder.
    #[error("`{0}` leads out of the session's folder, which a session may not")]
    Outside(String),
    /// It is there, but can't be read.
    #[error("`{path}` can't be read: {reason}")]
    Unreadable {
        /// Which.
        path: String,
        /// What the system says.
        reason: String,
    },
}

/// What a session asks for by a file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A track.
    Track,
    /// A part to include.
    Part,
}

/// Finds content.
#[derive(Clone, Debug, Default)]
pub struct Library {
    /// Folders besides the session's own from which it may take tracks: the user's decision, not the session's.
    pub allowed: Vec<PathBuf>,
    /// The synthesised beds that can be asked for.
    pub synths: Vec<Synth>,
    /// The folders of packs. A session in one of them finds what its author had from the program in the folder's
    /// `audio`, as it was then.
    pub packs: Vec<PathBuf>,
}

/// A synthesised bed that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Synth {
    /// By which name.
    pub name: &'static str,
    /// With which keys besides those that every bed has.
    pub keys: &'static [&'static str],
}

impl Library {
    /// A session by its name (bundled) or by its path.
    ///
    /// # Errors
    /// If there is none.
    pub fn session(&self, name: &str) -> Result<Asset, FindError> {
        let path = Path::new(name);
        if path.is_file() {
            return Ok(Asset::File(path.to_path_buf()));
        }
        if let Some(asset) = bundled(&format!("sessions/{name}.yaml")) {
            return Ok(asset);
        }
        if path.is_dir() {
            return Err(FindError::Folder(name.to_string()));
        }
        if path.exists() {
            return Err(FindError::NotAFile(name.to_string()));
        }
        let (names, bare) = (bundled_sessions(), name.strip_suffix(".yaml").unwrap_or(name));
        let scored = names.iter().map(|other| (strsim::damerau_levenshtein(bare, other), *other)).min();
        let near = scored.filter(|(distance, other)| *distance <= other.len() / 3).map(|(_, other)| other.to_string());
        Err(FindError::NoSession { name: name.to_string(), nearest: near })
    }

    /// The session of this name in a language, where there is one; otherwise as [`Library::session`] finds it.
    ///
    /// # Errors
    /// If it isn't there.
    pub fn session_in(&self, name: &str, language: &str) -> Result<Asset, FindError> {
        let spoken = bundled(&format!("sessions/{name}.{language}.yaml"));
        match spoken.filter(|_| !Path::new(name).is_file()) {
            Some(asset) => Ok(asset),
            None => self.session(name),
        }
    }

    /// The bundled sessions, in order.
    pub fn sessions(&self) -> Vec<(String, Asset)> {
        let named = |name: &str| Some((name.to_string(), bundled(&format!("sessions/{name}.yaml"))?));
        bundled_sessions().into_iter().filter_map(named).collect()
    }

    /// A part that the file `from` includes; `session` is the file that is played, whose folder bounds everything.
    ///
    /// # Errors
    /// If it isn't there or isn't allowed.
    pub fn part(&self, session: &Asset, from: &Asset, name: &str) -> Result<Asset, FindError> {
        self.beside(session, from, name)?.ok_or_else(|| FindError::Missing(name.to_string()))
    }

    /// A track for the file `from`: beside it, or bundled. Its ending may be left out.
    ///
    /// # Errors
    /// If it isn't there or isn't allowed.
    pub fn track(&self, session: &Asset, from: &Asset, name: &str) -> Result<Asset, FindError> {
        for ending in TRACK_ENDINGS {
            if let Some(asset) = self.beside(session, from, &format!("{name}{ending}"))? {
                return Ok(asset);
            }
        }
        if !plain_relative(Path::new(name)) {
            return Err(FindError::Missing(name.to_string()));
        }
        let shelf = self.pack_of(session).map(|folder| folder.join("audio"));
        let mut names = TRACK_ENDINGS.iter().map(|ending| format!("{name}{ending}"));
        let found = names.find_map(|name| {
            let own = bundled(&format!("audio/{name}"));
            let packed = shelf.as_ref().and_then(|shelf| under(shelf, &shelf.join(&name).canonicalize().ok()?));
            match packed.filter(|path| path.is_file()).map(Asset::File) {
                // What is known of the program's own needn't be measured again.
                Some(packed) => Some(own.filter(|own| same_bytes(own, &packed)).unwrap_or(packed)),
                None => own,
            }
        });
        found.ok_or_else(|| FindError::Missing(name.to_string()))
    }

    /// The folder of the pack that a session lies in, if it lies in one.
    pub fn pack_of(&self, session: &Asset) -> Option<&Path> {
        match session {
            Asset::File(path) => self.packs.iter().map(PathBuf::as_path).find(|folder| path.starts_with(folder)),
            Asset::Bundled { .. } => None,
        }
    }

    /// The names by which what is wanted can be asked for in a file: what lies beside it and one folder below, and the
    /// bundled tracks. Not all of a large folder.
    pub fn names_for(&self, from: &Asset, wanted: Wanted) -> Vec<String> {
        let (endings, mut names) = match wanted {
            Wanted::Track => (&TRACK_ENDINGS[1..], bundled_tracks()),
            Wanted::Part => (&[".yaml", ".yml"][..], Vec::new()),
        };
        if let Asset::File(file) = from {
            let own = file.file_name().map(|name| name.to_string_lossy().into_owned());
            list_names(folder_of(file), "", endings, &mut names);
            names.retain(|name| Some(name) != own.as_ref());
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    fn beside(&self, session: &Asset, from: &Asset, name: &str) -> Result<Option<Asset>, FindError> {
        let (session, from) = match (session, from) {
            (Asset::File(session), Asset::File(from)) => (session, from),
            (_, Asset::Bundled { path, .. }) => {
                if !plain_relative(Path::new(name)) {
                    return Err(FindError::Outside(name.to_string()));
                }
                let folder = Path::new(path).parent().unwrap_or(Path::new(""));
                return Ok(folder.join(name).to_str().and_then(bundled));
            }
            (Asset::Bundled { .. }, Asset::File(_)) => return Err(FindError::Outside(name.to_string())),
        };
        let candidate = folder_of(from).join(name);
        match candidate.canonicalize() {
            Ok(real) => {
                let mut roots = std::iter::once(folder_of(session)).chain(self.allowed.iter().map(PathBuf::as_path));
                match (roots.find_map(|root| under(root, &real)), real.is_file()) {
                    (None, _) => Err(FindError::Outside(name.to_string())),
                    (Some(path), true) => Ok(Some(Asset::File(path))),
                    (Some(_), false) => Ok(None),
                }
            }
            // Whether something exists outside is nobody's business either.
            Err(_) if !plain_relative(Path::new(name)) => Err(FindError::Outside(name.to_string())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(FindError::Unreadable { path: name.to_string(), reason: error.to_string() }),
        }
    }
}

/// The bundled track of a name, such as `sea`.
pub fn bundled_track(name: &str) -> Option<Asset> {
    TRACK_ENDINGS.iter().find_map(|ending| bundled(&format!("audio/{name}{ending}")))
}

/// A bundled file as an asset, by its path inside the repository.
pub fn bundled(path: &str) -> Option<Asset> {
    let (_, bytes) = bundled_file(path)?;
    // The few names that are asked for live as long as the program: an asset can then be copied freely.
    Some(Asset::Bundled { path: intern(path), bytes })
}

fn intern(path: &str) -> &'static str {
    use std::collections::HashSet;
    use std::sync::{LazyLock, Mutex, PoisonError};
    static NAMES: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(name) = names.get(path) {
        return name;
    }
    let name: &'static str = Box::leak(path.to_string().into_boxed_str());
    names.insert(name);
    name
}

/// Whether a file holds the same as a bundled one.
fn same_bytes(own: &Asset, file: &Asset) -> bool {
    let Asset::Bundled { bytes, .. } = own else { return false };
    let mut there = Vec::new();
    file.size().is_ok_and(|size| size == bytes.len() as u64)
        && file.open().and_then(|mut file| file.read_to_end(&mut there)).is_ok()
        && there == *bytes
}

fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The path of a real file as seen from a folder that it lies in: free of links below the folder, and as short as the
/// folder's own name, for people to read.
fn under(root: &Path, real: &Path) -> Option<PathBuf> {
    let inside = real.strip_prefix(root.canonicalize().ok()?).ok()?;
    Some(if root == Path::new(".") { inside.to_path_buf() } else { root.join(inside) })
}

/// Adds the names of the files in a folder and one below it that end so.
fn list_names(folder: &Path, before: &str, endings: &[&str], names: &mut Vec<String>) {
    const MOST: usize = 500;
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.take(MOST).flatten() {
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        // Links are neither shown nor followed: they may lead out.
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && before.is_empty() && !name.starts_with('.') => {
                list_names(&entry.path(), &format!("{name}/"), endings, names);
            }
            Ok(kind) if kind.is_file() && endings.iter().any(|ending| name.ends_with(ending)) => names.push(name),
            _ => {}
        }
        if names.len() > MOST {
            return;
        }
    }
}

/// Relative, and nowhere upwards.
fn plain_relative(path: &Path) -> bool {
    let text = path.to_string_lossy();
    !text.contains(['\\', ':', '\0'])
        && path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Asset) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("inside/sounds")).unwrap();
        std::fs::write(folder.path().join("secret.ogg"), b"x").unwrap();
        std::fs::write(folder.path().join("inside/sounds/rain.ogg"), b"x").unwrap();
        std::fs::write(folder.path().join("inside/s.yaml"), b"x").unwrap();
        let session = Asset::File(folder.path().join("inside/s.yaml"));
        (folder, session)
    }

    #[test]
    fn finds_tracks_beside_the_session_with_or_without_their_ending() {
        let (_folder, session) = folder();
        let library = Library::default();
        assert!(library.track(&session, &session, "sounds/rain.ogg").is_ok());
        assert!(library.track(&session, &session, "sounds/rain").is_ok());
        assert_eq!(library.track(&session, &session, "sounds/snow"), Err(FindError::Missing("sounds/snow".into())));
    }

    #[test]
    fn never_leaves_the_session_folder() {
        let (folder, session) = folder();
        let library = Library::default();
        let outside = folder.path().join("secret.ogg");
        for name in
            ["../secret.ogg", "sounds/../../secret.ogg", outside.to_str().unwrap(), "../nothing.ogg", "/etc/passwd"]
        {
            assert_eq!(library.track(&session, &session, name), Err(FindError::Outside(name.into())));
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&outside, folder.path().join("inside/link.ogg")).unwrap();
            assert_eq!(library.track(&session, &session, "link.ogg"), Err(FindError::Outside("link.ogg".into())));
        }
        let allowing = Library { allowed: vec![folder.path().to_path_buf()], ..Library::default() };
        assert!(allowing.track(&session, &session, "../secret.ogg").is_ok());
    }

    #[test]
    fn a_bundled_session_can_not_reach_files() {
        let session = Asset::Bundled { path: "sessions/x.yaml", bytes: b"" };
        let library = Library { allowed: vec!["/".into()], ..Library::default() };
        assert_eq!(library.track(&session, &session, "/etc/passwd"), Err(FindError::Outside("/etc/passwd".into())));
        assert_eq!(library.part(&session, &session, "../a.yaml"), Err(FindError::Outside("../a.yaml".into())));
    }
}
