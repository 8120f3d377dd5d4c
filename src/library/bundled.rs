//! Content inside the binary: the repository's `sessions` and `audio` folders.

#[cfg(feature = "bundled")]
mod content {
    use include_dir::{Dir, include_dir};

    static SESSIONS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/sessions");
    static AUDIO: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/audio");

    pub(super) fn file(path: &str) -> Option<(&'static str, &'static [u8])> {
        let (folder, rest) = path.split_once('/')?;
        let dir = match folder {
            "sessions" => &SESSIONS,
            "audio" => &AUDIO,
            _ => return None,
        };
        let file = dir.get_file(rest)?;
        Some((file.path().to_str()?, file.contents()))
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
