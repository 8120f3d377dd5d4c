//! The listener's settings: one commented file in the platform's place, and variables of the environment before it.
//!
//! The file is read as scripts are: one that isn't there means the defaults, and all that is wrong is told at its
//! place, with the nearest name, because a setting that is silently passed over can't be trusted. Whoever only wants
//! to play goes on with what could be understood ([`Settings::load_kindly`]); then nothing is louder than it may have
//! been meant to be.

pub mod file;
mod quiet_hours;
mod table;
mod value;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::{AppStrategy, AppStrategyArgs};

use crate::script::{self, Diagnostic, LARGEST_FILE, Source};

pub use quiet_hours::QuietHours;
pub use table::{Form, KEYS, Key, Settings, VERSION, VERSION_KEY, key};
pub(crate) use value::yaml_text;
pub use value::{Bed, Files, Folders, GuideChoice, Language, LeadIn, Loudness, Name, Speech, Then, Volume, Waking};

/// Why the settings can't be used.
#[derive(Clone, Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is there, but can't be read.
    #[error("the settings in {path} can't be read: {reason}")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The file can't be understood.
    #[error("{}", lines(.0))]
    Wrong(Vec<Diagnostic>),
}

/// A line for each thing that is wrong, with its place.
fn lines(diagnostics: &[Diagnostic]) -> String {
    let line = |diagnostic: &Diagnostic| {
        let path = diagnostic.source.path.display().to_string();
        let help = diagnostic.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        match is_variable(&diagnostic.source.path) {
            true => format!("{path}: error: {}{help}", diagnostic.message),
            false => {
                let (line, column) = diagnostic.source.line_and_column(diagnostic.span.start);
                format!("{path}:{line}:{column}: error: {}{help}", diagnostic.message)
            }
        }
    };
    diagnostics.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether a source is a variable of the environment.
pub fn is_variable(path: &Path) -> bool {
    KEYS.iter().any(|key| path.as_os_str() == key.variable().as_str())
}

/// The program's own folders; none where the system knows no home.
pub fn folders() -> Option<impl AppStrategy> {
    let names = AppStrategyArgs { top_level_domain: "org".into(), author: "letgo".into(), app_name: "letgo".into() };
    etcetera::choose_app_strategy(names).ok()
}

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nothing sets it.
    Default,
    /// The file.
    File,
    /// A variable of the environment.
    Environment,
}

/// What the file and the environment say, and what is wrong with that.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// All that could be understood: the environment's before the file's.
    pub settings: Settings,
    /// What is wrong, the file first.
    pub trouble: Vec<SettingsError>,
    file: Settings,
    environment: Settings,
    /// Whether the file says how loud it should be in a way that can't be understood.
    loudness_is_lost: bool,
}

impl Loaded {
    /// Where a setting comes from.
    pub fn origin(&self, key: &Key) -> Origin {
        match (key.written(&self.environment), key.written(&self.file)) {
            (Some(_), _) => Origin::Environment,
            (None, Some(_)) => Origin::File,
            (None, None) => Origin::Default,
        }
    }

    /// All that is wrong, as one.
    fn error(&self) -> Option<SettingsError> {
        let mut all = Vec::new();
        for trouble in &self.trouble {
            match trouble {
                SettingsError::Wrong(diagnostics) => all.extend(diagnostics.iter().cloned()),
                unreadable @ SettingsError::Unreadable { .. } => return Some(unreadable.clone()),
            }
        }
        (!all.is_empty()).then_some(SettingsError::Wrong(all))
    }
}

/// A variable of the environment; an empty one says nothing.
pub fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned()).filter(|value| !value.trim().is_empty())
}

impl Settings {
    /// Where the file is.
    pub fn path() -> Option<PathBuf> {
        Some(folders()?.config_dir().join("settings.yaml"))
    }

    /// The settings of this user; the defaults where there is no file.
    ///
    /// # Errors
    /// If anything can't be read or understood: for whoever writes something that will stay.
    pub fn load() -> Result<Settings, SettingsError> {
        let loaded = Settings::gather(Settings::path().as_deref(), variable);
        loaded.error().map_or(Ok(loaded.settings), Err)
    }

    /// The settings of this user as far as they can be understood, and what can't, to be said once: for whoever plays.
    ///
    /// A setting that can't be understood is as if it weren't set, which refuses more than it allows and does less than
    /// it might. Only the volume would then be too loud: where the file speaks of it and isn't understood, it is
    /// [`Volume::CAREFUL`] at most.
    pub fn load_kindly() -> (Settings, Option<SettingsError>) {
        Settings::gather(Settings::path().as_deref(), variable).kindly()
    }

    /// What a file and an environment say.
    pub fn gather(path: Option<&Path>, environment: impl Fn(&str) -> Option<String>) -> Loaded {
        let mut loaded = Loaded::default();
        if let Some(path) = path {
            let (file, trouble, lost) = read_file(path);
            (loaded.file, loaded.loudness_is_lost) = (file, lost);
            loaded.trouble.extend(trouble);
        }
        for key in KEYS {
            let name = key.variable();
            let Some(value) = environment(&name) else { continue };
            match read_variable(key, &name, &value) {
                Ok(settings) => loaded.environment = settings.over(loaded.environment),
                Err(diagnostics) => loaded.trouble.push(SettingsError::Wrong(diagnostics)),
            }
        }
        loaded.settings = loaded.environment.clone().over(loaded.file.clone());
        loaded
    }

    /// The settings in a file; the defaults where there is none.
    ///
    /// # Errors
    /// If it can't be read or understood.
    pub fn read(path: &Path) -> Result<Settings, SettingsError> {
        let (settings, trouble, _) = read_file(path);
        trouble.map_or(Ok(settings), Err)
    }

    /// The settings in a text as far as they can be understood, and what can't.
    pub fn understood(source: &Arc<Source>) -> (Settings, Vec<Diagnostic>) {
        let (settings, diagnostics, _) = read_text(source);
        (settings, diagnostics)
    }

    /// The settings in a text.
    ///
    /// # Errors
    /// What can't be understood.
    pub fn parse(source: &Arc<Source>) -> Result<Settings, Vec<Diagnostic>> {
        let (settings, diagnostics) = Settings::understood(source);
        if diagnostics.is_empty() { Ok(settings) } else { Err(diagnostics) }
    }
}

impl Loaded {
    fn kindly(self) -> (Settings, Option<SettingsError>) {
        let error = self.error();
        let mut settings = self.settings;
        if self.loudness_is_lost && self.environment.volume.is_none() {
            let softer = |volume: Volume| if volume < Volume::CAREFUL { volume } else { Volume::CAREFUL };
            settings.volume = Some(settings.volume.map_or(Volume::CAREFUL, softer));
        }
        (settings, error)
    }
}

/// What could be understood of a file, what couldn't, and whether that might have made it softer.
fn read_file(path: &Path) -> (Settings, Option<SettingsError>, bool) {
    let unreadable = |reason: String| {
        (Settings::default(), Some(SettingsError::Unreadable { path: path.to_path_buf(), reason }), true)
    };
    let text = match std::fs::metadata(path) {
        Ok(about) if about.len() > LARGEST_FILE as u64 => return unreadable("it is too large to be that".into()),
        Ok(_) => match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) => return unreadable(error.to_string()),
        },
        Err(error) if is_missing(&error) => return (Settings::default(), None, false),
        Err(error) => return unreadable(error.to_string()),
    };
    let (settings, diagnostics, lost) = read_text(&Arc::new(Source { path: path.to_path_buf(), text }));
    (settings, (!diagnostics.is_empty()).then_some(SettingsError::Wrong(diagnostics)), lost)
}

/// Whether there is no such file, or no such folder: a home of `/dev/null` is none.
pub fn is_missing(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

fn read_text(source: &Arc<Source>) -> (Settings, Vec<Diagnostic>, bool) {
    let says_nothing = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if source.text.trim_start_matches('\u{feff}').lines().all(says_nothing) {
        return (Settings::default(), Vec::new(), false);
    }
    let read = script::read_other::<Settings>(source);
    let loud = ["volume", "quiet-hours"];
    let lost = read.value.is_none() || loud.iter().any(|key| !read.has_all_of(key));
    let diagnostics: Vec<Diagnostic> = read.diagnostics.into_iter().map(no_script).collect();
    let settings = read.value.unwrap_or_default();
    let newer = settings.version.as_ref().filter(|version| version.0 != VERSION);
    if let Some(version) = newer {
        // What a newer version means by a key isn't to be guessed at, and the errors about its keys mislead.
        let message = format!("this file is of version {}, and this program reads {VERSION}", version.0);
        let at = source.text.find(VERSION_KEY).unwrap_or(0);
        let error = Diagnostic::error(source, script::Span::new(at, at + VERSION_KEY.len()), "version", message);
        return (Settings::default(), vec![error.help("get a newer letgo; the file is left as it is")], true);
    }
    (settings, diagnostics, lost)
}

/// The reader of scripts speaks of scripts.
fn no_script(diagnostic: Diagnostic) -> Diagnostic {
    match diagnostic.message.strip_suffix(", and no script") {
        Some(found) => {
            let message = format!("{found}, and no settings");
            Diagnostic { message, ..diagnostic }.help("write a line for each setting, such as `volume: -12 dB`")
        }
        None => diagnostic,
    }
}

fn read_variable(key: &Key, name: &str, value: &str) -> Result<Settings, Vec<Diagnostic>> {
    let literal = file::literal(key, &[value.to_string()]);
    let text = format!("{}: {literal}\n", key.name);
    let settings = Settings::parse(&Arc::new(Source { path: name.into(), text }))?;
    Ok(settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Settings, SettingsError> {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        Settings::read(file.path())
    }

    fn gathered(text: &str, environment: &[(&str, &str)]) -> Loaded {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let said =
            |name: &str| environment.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string());
        Settings::gather(Some(file.path()), said)
    }

    #[test]
    fn reads_settings() {
        let settings = read("allow: [/music]\nspeech: festival\n").unwrap();
        assert_eq!(settings.allow().0, [PathBuf::from("/music")]);
        assert_eq!(settings.speech, Some(Speech::Known("festival".into())));
        let command = read("speech: [say, -f, '{text-file}']\n").unwrap().speech;
        assert!(matches!(command, Some(Speech::Command(words)) if words.len() == 3));
    }

    #[test]
    fn every_example_and_every_default_is_read_and_written_again() {
        for key in KEYS {
            let settings = read(&format!("{}: {}\n", key.name, key.example));
            let settings = settings.unwrap_or_else(|error| panic!("{}: {error}", key.name));
            let written = key.written(&settings).unwrap();
            assert_eq!(read(&format!("{}: {written}\n", key.name)).unwrap(), settings, "{written}");
        }
        for (name, default) in table::defaults() {
            assert_eq!(key(name).unwrap().otherwise, default, "{name}");
        }
    }

    #[test]
    fn the_evenings_settings_have_their_types() {
        let text = "volume: 50 %\nbells: off\nbalance: -30 %\nlead-in: 5s\nmono: yes\nthen: [systemctl, poweroff]\n\
                    quiet-hours: { from: 22:00, to: \"7:00\", volume: -20 dB }\nguide: plain\nbed: ~/rain.ogg\n";
        let settings = read(text).unwrap();
        assert!((settings.volume().decibels().0 - -6.02).abs() < 0.01);
        assert_eq!(settings.bells(), Loudness::Off);
        assert_eq!(settings.balance().share(), -0.3);
        assert_eq!(settings.then(), Then::Command(vec!["systemctl".into(), "poweroff".into()]));
        assert_eq!(settings.quiet_hours.unwrap().volume.decibels().0, -20.0);
        assert_eq!(settings.guide(), GuideChoice::Plain);
        assert_eq!(settings.bed, Some(Bed::File(etcetera::home_dir().unwrap().join("rain.ogg"))));
        assert!(settings.mono().0 && !settings.dark().0);
    }

    #[test]
    fn what_is_no_value_is_said_to_be_none() {
        for (text, expected) in [
            ("volume: 3 dB", "at most 0 dB"),
            ("volume: 12", "no unit"),
            ("balance: 30", "no unit"),
            ("guide: scren", "did you mean `screen`"),
            ("bed: seaa", "did you mean `sea`"),
            ("bed: music/a.ogg", "the whole path"),
            ("then: suspand", "did you mean `suspend`"),
            ("then: systemctl poweroff", "a list of its words"),
            ("language: tlh", "there are: en, de, fr, es"),
            ("mono: perhaps", "isn't yes or no"),
            ("lead-in: 3m", "at most"),
            ("quiet-hours: { from: \"22:00\", to: \"22:00\", volume: 0 dB }", "begin when they end"),
            ("quiet-hours: { from: \"22:00\" }", "the key `to` is missing"),
            ("quiet-hours: 22:00", "write them like"),
            ("device: \"\"", "no name"),
            ("settings: new", "isn't a version"),
            ("just words", "this is text, and no settings"),
        ] {
            let error = read(text).unwrap_err().to_string();
            assert!(error.contains(expected), "{text}: {error}");
        }
    }

    #[test]
    fn no_file_and_an_empty_file_mean_the_defaults() {
        assert_eq!(read("# nothing yet\n\n").unwrap(), Settings::default());
        assert_eq!(Settings::read(Path::new("/nowhere/at/all")).unwrap(), Settings::default());
        assert_eq!(Settings::read(Path::new("/dev/null/settings.yaml")).unwrap(), Settings::default());
        assert!(KEYS.iter().all(|key| key.written(&read(&file::template()).unwrap()).is_none()));
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        let error = read("speech: festival\nalow: [/music]\n").unwrap_err().to_string();
        assert!(error.contains(":2:1: error: there is no key `alow` here; did you mean `allow`?"), "{error}");
    }

    #[test]
    fn all_that_is_wrong_is_told_at_its_place() {
        let error = read("allow: [music]\nspeech: { a: b }\n").unwrap_err().to_string();
        assert!(error.contains(":1:9: error: this isn't a whole path"), "{error}");
        assert!(error.contains(":2:9: error: this is a map of keys instead of the name of a program"), "{error}");
        assert!(read("allow: /music\n").unwrap_err().to_string().contains("write `[/music]`"));
        assert!(read("speech: []\n").unwrap_err().to_string().contains("no words"));
    }

    #[test]
    fn a_newer_file_is_not_guessed_at() {
        let loaded = gathered("settings: 2\nvolume: { new: thing }\nmono: yes\n", &[]);
        let error = loaded.error().unwrap().to_string();
        assert!(error.contains(":1:1: error: this file is of version 2") && error.lines().count() == 1, "{error}");
        assert!(!loaded.settings.mono().0);
        assert_eq!(loaded.kindly().0.volume(), Volume::CAREFUL);
    }

    #[test]
    fn the_environment_goes_before_the_file() {
        let loaded = gathered("volume: -3 dB\nmono: yes\n", &[("LETGO_VOLUME", "-9 dB"), ("LETGO_LEAD_IN", "5s")]);
        assert_eq!(loaded.settings.volume().decibels().0, -9.0);
        let origin = |name| loaded.origin(key(name).unwrap());
        assert_eq!(origin("volume"), Origin::Environment);
        assert_eq!(origin("lead-in"), Origin::Environment);
        assert_eq!(origin("mono"), Origin::File);
        assert_eq!(origin("dark"), Origin::Default);
        let error = gathered("", &[("LETGO_VOLUME", "loud"), ("LETGO_ALLOW", "/music")]).error().unwrap();
        assert!(error.to_string().starts_with("LETGO_VOLUME: error: `loud` isn't a level"), "{error}");
    }

    #[test]
    fn what_is_not_understood_is_never_louder() {
        let volume = |text: &str, environment: &[(&str, &str)]| gathered(text, environment).kindly().0.volume();
        assert_eq!(volume("volume: soft\n", &[]), Volume::CAREFUL);
        assert_eq!(volume("quiet-hours: always\n", &[]), Volume::CAREFUL);
        assert_eq!(volume("volume: -30 dB\nquiet-hours: always\n", &[]).decibels().0, -30.0);
        assert_eq!(volume("[", &[]), Volume::CAREFUL);
        assert_eq!(volume("[", &[("LETGO_VOLUME", "-1 dB")]).decibels().0, -1.0);
        // What else is wrong leaves it alone.
        assert_eq!(volume("mono: perhaps\n", &[]), Volume::FULL);
    }

    #[test]
    fn a_folder_may_be_written_from_the_home_folder() {
        let home = etcetera::home_dir().unwrap();
        assert_eq!(read("allow: [~/Music]\n").unwrap().allow().0, [home.join("Music")]);
    }
}
