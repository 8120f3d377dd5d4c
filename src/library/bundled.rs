//! Content inside the binary: the repository's `sessions` and `audio` folders.

#[cfg(feature = "bundled")]
mod content {
    use std::collections::HashMap;
    use std::sync::LazyLock;

    use include_dir::{Dir, include_dir};

    static SESSIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/sessions");
    static AUDIO: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/audio");

    /// Every file by its path. `include_dir` looks a path up by comparing it with one after the other, which takes
    /// longer than all else at the start once there are a thousand clips.
    static FILES: LazyLock<HashMap<String, &'static [u8]>> = LazyLock::new(|| {
        let mut files = HashMap::new();
        add("sessions", &SESSIONS, &mut files);
        add("audio", &AUDIO, &mut files);
        files
    });

    fn add(folder: &str, dir: &'static Dir<'static>, files: &mut HashMap<String, &'static [u8]>) {
        for file in dir.files() {
            if let Some(path) = file.path().to_str() {
                files.insert(format!("{folder}/{path}"), file.contents());
            }
        }
        dir.dirs().for_each(|dir| add(folder, dir, files));
    }

    pub(super) fn file(path: &str) -> Option<(&'static str, &'static [u8])> {
        let (name, bytes) = FILES.get_key_value(path)?;
        let (_, inside) = name.split_once('/')?;
        Some((inside, bytes))
    }

    pub(super) fn session_names() -> Vec<&'static str> {
        SESSIONS.files().filter_map(|file| file.path().to_str()?.strip_suffix(".yaml")).collect()
    }

    pub(super) fn track_names() -> Vec<&'static str> {
        let sounds = AUDIO.files().filter_map(|file| file.path().to_str()?.split_once('.'));
        sounds.filter(|(_, ending)| matches!(*ending, "flac" | "ogg" | "opus" | "wav")).map(|(name, _)| name).collect()
    }
}

#[cfg(not(feature = "bundled"))]
mod content {
    pub(super) fn file(_: &str) -> Option<(&'static str, &'static [u8])> {
        None
    }

    pub(super) fn session_names() -> Vec<&'static str> {
        Vec::new()
    }

    pub(super) fn track_names() -> Vec<&'static str> {
        Vec::new()
    }
}

/// A file by its path inside the repository, such as `audio/sea.ogg`: its path inside that folder and its bytes.
pub fn bundled_file(path: &str) -> Option<(&'static str, &'static [u8])> {
    content::file(path)
}

/// The names of the bundled sessions, in order.
pub fn bundled_sessions() -> Vec<&'static str> {
    let mut names = content::session_names();
    names.sort_unstable();
    names
}

/// The names of the bundled tracks.
pub fn bundled_tracks() -> Vec<String> {
    content::track_names().into_iter().map(str::to_string).collect()
}
