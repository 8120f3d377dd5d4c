//! What a listener has said about themselves: one file, readable by its owner only, that never leaves the machine.
//!
//! It is read as settings are: all that is wrong is told at its place, and a file that can't be understood is kept as
//! it is and not guessed at, because a session that passes over a caution can't be trusted.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::AppStrategy;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::practice;
use crate::script::{self, At, Diagnostic, LARGEST_FILE, RegionName, Source};
use crate::session::{Anchor, OwnCaution, Profile, places_named};
use crate::settings::{self, SettingsError};

/// The version of the file that this program writes, and the newest that it reads.
const VERSION: u64 = 1;

/// The file as it is written.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    /// The version of this file: 1.
    about_me: At<script::Scalar>,
    /// What the attention rests on in place of the breath: hands, contact, sounds or sights.
    anchor: Option<At<script::Scalar>>,
    /// Whether pauses in the breath are left out.
    #[serde(default)]
    without_holds: Option<At<script::YesNo>>,
    /// Regions or groups that no session touches, tenses, visits or names.
    #[serde(default)]
    leave_out: Vec<At<RegionName>>,
    /// Cautions that apply.
    #[serde(default)]
    cautions: Vec<Caution>,
}

/// A caution that applies.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Caution {
    /// Its id.
    id: At<script::Scalar>,
    /// The regions that it concerns, if it asks for them.
    #[serde(default)]
    places: Vec<At<RegionName>>,
}

/// Where the file is; none where the system knows no home.
pub fn path() -> Option<PathBuf> {
    Some(settings::folders()?.config_dir().join("about-me.yaml"))
}

/// What the listener of this machine has said; nothing where there is no file.
///
/// # Errors
/// If the file can't be read or understood, or was written by a newer version.
pub fn load() -> Result<Profile, SettingsError> {
    path().map_or_else(|| Ok(Profile::default()), |path| read(&path))
}

/// What a file says; nothing where there is none.
///
/// # Errors
/// If it can't be read or understood, or was written by a newer version.
pub fn read(path: &Path) -> Result<Profile, SettingsError> {
    let unreadable =
        |reason: io::Error| SettingsError::Unreadable { path: path.to_path_buf(), reason: reason.to_string() };
    let text = match std::fs::metadata(path) {
        Ok(about) if about.len() > LARGEST_FILE as u64 => {
            return Err(unreadable(io::Error::other("it is too large to be that")));
        }
        Ok(_) => std::fs::read_to_string(path).map_err(unreadable)?,
        Err(error) if settings::is_missing(&error) => return Ok(Profile::default()),
        Err(error) => return Err(unreadable(error)),
    };
    let source = Arc::new(Source { path: path.to_path_buf(), text });
    let read = script::read_other::<Written>(&source);
    let mut diagnostics = read.diagnostics;
    let newer = read.value.as_ref().map(|written| &written.about_me).filter(|at| at.value.0 != VERSION.to_string());
    if let Some(version) = newer {
        // What a newer version means by a key isn't to be guessed at, and the errors about its keys mislead.
        let message = format!("this file is of version {}, and this program reads {VERSION}", version.value.0);
        let error = Diagnostic::error(&source, version.span, "version", message);
        return Err(SettingsError::Wrong(vec![error.help("get a newer letgo; the file is left as it is")]));
    }
    let profile = read.value.map(|written| profile(&written, &source, &mut diagnostics));
    match profile {
        Some(profile) if diagnostics.is_empty() => Ok(profile),
        _ => Err(SettingsError::Wrong(diagnostics)),
    }
}

fn profile(written: &Written, source: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> Profile {
    let mut profile = Profile::default();
    if let Some(anchor) = &written.anchor {
        match Anchor::named(&anchor.value.0) {
            Some(anchor) => profile.anchor = Some(anchor),
            None => {
                let names = Anchor::ALL.map(Anchor::as_str);
                let message = format!("there is no anchor `{}`", script::shown(&anchor.value.0));
                let meant = practice::nearest(&anchor.value.0, names);
                let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
                let error = Diagnostic::error(source, anchor.span, "unknown-word", message);
                diagnostics.push(error.help(format!("{meant}There are: {}", names.join(", "))));
            }
        }
    }
    profile.without_holds = written.without_holds.as_ref().is_some_and(|at| at.value.0);
    profile.leave_out = places(&written.leave_out, source, diagnostics);
    for own in &written.cautions {
        let places = places(&own.places, source, diagnostics);
        let name = &own.id.value.0;
        match practice::caution(name).filter(|caution| caution.ask) {
            Some(caution) => profile.cautions.push(OwnCaution { id: caution.id.clone(), places }),
            None => {
                let asked = practice::cautions().iter().filter(|caution| caution.ask);
                let meant = practice::nearest(name, asked.map(|caution| caution.id.as_str()));
                let error = Diagnostic::error(
                    source,
                    own.id.span,
                    "unknown-word",
                    format!("there is no caution `{}` that a listener answers", script::shown(name)),
                );
                let help = meant.map(|meant| format!("did you mean `{meant}`?"));
                let help = help.unwrap_or_else(|| "`letgo show --table cautions` shows what there is".into());
                diagnostics.push(error.help(help));
            }
        }
    }
    profile
}

fn places(written: &[At<RegionName>], source: &Arc<Source>, diagnostics: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut places = Vec::new();
    for at in written {
        match places_named(&at.value.0) {
            Ok(_) => places.push(at.value.0.clone()),
            Err(meant) => {
                let message = format!("there is no region `{}`", script::shown(&at.value.0));
                let error = Diagnostic::error(source, at.span, "unknown-word", message);
                let help = meant.map(|meant| format!("did you mean `{meant}`?"));
                let help = help.unwrap_or_else(|| "`letgo show --table regions` shows what there is".into());
                diagnostics.push(error.help(help));
            }
        }
    }
    places
}

/// The text of a file that says this.
pub fn text(profile: &Profile) -> String {
    let mut text = String::from(
        "# What sessions leave out or change for you. It stays on this machine; only you can read it.\n\
         # `letgo about-me` asks again, `letgo about-me --forget` erases it.\n",
    );
    text.push_str(&body(profile));
    text
}

/// The same without remarks, for a pack that takes it to somebody else.
pub fn body(profile: &Profile) -> String {
    let mut text = format!("about-me: {VERSION}\n");
    if let Some(anchor) = profile.anchor {
        text.push_str(&format!("anchor: {}\n", anchor.as_str()));
    }
    if profile.without_holds {
        text.push_str("without-holds: yes\n");
    }
    if !profile.leave_out.is_empty() {
        text.push_str(&format!("leave-out: [{}]\n", profile.leave_out.join(", ")));
    }
    if !profile.cautions.is_empty() {
        text.push_str("cautions:\n");
        for own in &profile.cautions {
            let places =
                if own.places.is_empty() { String::new() } else { format!(", places: [{}]", own.places.join(", ")) };
            text.push_str(&format!("  - {{ id: {}{places} }}\n", own.id));
        }
    }
    text
}

/// Keeps what the listener has said, whole or not at all, readable by its owner only.
///
/// # Errors
/// If it can't be written; what was kept before stays.
pub fn keep(path: &Path, profile: &Profile) -> io::Result<()> {
    let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
    std::fs::create_dir_all(folder)?;
    // A temporary file is made with mode 0600.
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text(profile).as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// What is wrong with a name for a place, in words for a person; the place's own name if nothing is.
///
/// # Errors
/// The nearest name, if there is one.
pub fn place(name: &str) -> Result<String, Option<&'static str>> {
    let name = name.trim().to_lowercase().replace([' ', '_'], "-");
    places_named(&name).map(|_| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Profile, String> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        read(file.path()).map_err(|error| error.to_string())
    }

    fn whole() -> Profile {
        Profile {
            anchor: Some(Anchor::Sounds),
            without_holds: true,
            leave_out: vec!["jaw".into(), "feet".into()],
            cautions: vec![
                OwnCaution { id: "pregnancy".into(), places: Vec::new() },
                OwnCaution { id: "recent-injury".into(), places: vec!["ankle".into()] },
            ],
        }
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/about-me.yaml");
        keep(&path, &whole()).unwrap();
        assert_eq!(read(&path).unwrap(), whole());
        keep(&path, &Profile::default()).unwrap();
        assert_eq!(read(&path).unwrap(), Profile::default());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("about-me.yaml");
        std::fs::write(&path, "").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        keep(&path, &whole()).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn no_file_says_nothing() {
        assert_eq!(read(Path::new("/nowhere/at/all")).unwrap(), Profile::default());
    }

    #[test]
    fn all_that_is_wrong_is_told_and_nothing_is_guessed() {
        let error = read_text("about-me: 1\nanchor: hand\nleave-out: [jew]\n").unwrap_err();
        assert!(error.contains(":2:9:") && error.contains("did you mean `hands`"), "{error}");
        assert!(error.contains(":3:13:") && error.contains("did you mean `jaw`"), "{error}");
        let error = read_text("about-me: 1\ncautions: [{ id: pregnant }]\n").unwrap_err();
        assert!(error.contains("did you mean `pregnancy`"), "{error}");
        assert!(read_text("about-me: 1\nleave_out: [jaw]\n").unwrap_err().contains("did you mean `leave-out`"));
        assert!(read_text("nonsense").is_err());
    }

    #[test]
    fn a_newer_file_is_said_to_be_one() {
        let error = read_text("about-me: 2\nsomething-new: yes\n").unwrap_err();
        assert!(error.contains("version 2"), "{error}");
    }
}
