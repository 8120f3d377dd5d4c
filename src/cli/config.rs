//! `letgo config`: shows, explains, sets and checks the settings.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::guide::text::{clean, wrap};
use crate::script::{LARGEST_FILE, Source, nearest};
use crate::settings::{self, KEYS, Key, Loaded, Origin, Settings, SettingsError, file};

use super::prepare::tell;
use super::{Failure, Surroundings, print_json, say};

#[derive(Debug, Args)]
#[command(after_help = "Example:\n  letgo config set volume -12 dB")]
pub(super) struct Config {
    #[command(subcommand)]
    what: Option<What>,
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prints what holds for a setting
    Get {
        /// Which; `letgo config` shows all
        #[arg(value_name = "KEY")]
        key: String,
    },
    /// Sets a setting in the file, which is made if there is none
    #[command(
        after_help = "Examples:\n  letgo config set device Headphones\n  letgo config set allow ~/Music /srv/sounds"
    )]
    Set {
        /// Which; `letgo config` shows all
        #[arg(value_name = "KEY")]
        key: String,
        /// To what
        #[arg(value_name = "VALUE", required = true, num_args = 1.., allow_hyphen_values = true, trailing_var_arg = true)]
        value: Vec<String>,
    },
    /// Takes a setting out of the file, so that its default holds
    Unset {
        /// Which; `letgo config` shows all
        #[arg(value_name = "KEY")]
        key: String,
    },
    /// Looks for mistakes in the settings
    Check,
    /// Prints where the file is
    Path,
}

impl Config {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        match &self.what {
            None => self.show(around),
            Some(What::Get { key }) => get(known(key)?, around),
            Some(What::Set { key, value }) => set(known(key)?, value, around),
            Some(What::Unset { key }) => unset(known(key)?, around),
            Some(What::Check) => check(around),
            Some(What::Path) => Ok(writeln!(io::stdout().lock(), "{}", path()?.display())?),
        }
    }

    fn show(&self, around: &Surroundings) -> Result<(), Failure> {
        let loaded = loaded();
        refuse(&loaded, around)?;
        if self.json {
            return print_json(&as_json(&loaded));
        }
        let mut out = io::stdout().lock();
        match Settings::path() {
            Some(path) if path.exists() => writeln!(out, "{}", clean(&path.to_string_lossy()))?,
            Some(path) => {
                writeln!(out, "{} (not there yet; `letgo config set` makes it)", clean(&path.to_string_lossy()))?
            }
            None => writeln!(out, "no home folder was found, so that no settings can be kept")?,
        }
        let widest = KEYS.iter().map(|key| key.name.len()).max().unwrap_or(0);
        let width = around.width.clamp(40, 100);
        for key in KEYS {
            let value = key.written(&loaded.settings).unwrap_or_else(|| key.otherwise.to_string());
            writeln!(out, "\n{:widest$}  {}  ({})", key.name, clean(&value), from(&loaded, key))?;
            let later = if key.followed { "" } else { " Nothing follows this yet." };
            for line in wrap(&format!("{}{later}", key.about), width - 4) {
                writeln!(out, "    {line}")?;
            }
        }
        out.flush()?;
        Ok(())
    }
}

/// Where a setting comes from, in words.
fn from(loaded: &Loaded, key: &Key) -> String {
    match loaded.origin(key) {
        Origin::Default => "default".into(),
        Origin::File => "file".into(),
        Origin::Environment => format!("environment: {}", key.variable()),
    }
}

fn as_json(loaded: &Loaded) -> serde_json::Value {
    let settings: Vec<_> = KEYS
        .iter()
        .map(|key| {
            let from = match loaded.origin(key) {
                Origin::Default => "default",
                Origin::File => "file",
                Origin::Environment => "environment",
            };
            json!({
                "name": key.name,
                "value": key.written(&loaded.settings),
                "from": from,
                "default": key.otherwise,
                "kind": key.kind,
                "about": key.about,
                "variable": key.variable(),
                "followed": key.followed,
            })
        })
        .collect();
    json!({ "version": 1, "path": Settings::path(), "settings": settings })
}

fn loaded() -> Loaded {
    Settings::gather(Settings::path().as_deref(), settings::variable)
}

fn known(name: &str) -> Result<&'static Key, Failure> {
    settings::key(name).map_err(|meant| {
        let meant = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        Failure::Usage(format!("there is no setting `{name}`\n{meant}`letgo config` shows what there is"))
    })
}

fn path() -> Result<PathBuf, Failure> {
    Settings::path().ok_or_else(|| Failure::Failed("no home folder was found, so that no settings can be kept".into()))
}

/// Says all that is wrong, if anything is.
fn refuse(loaded: &Loaded, around: &Surroundings) -> Result<(), Failure> {
    let mut unreadable = None;
    for trouble in &loaded.trouble {
        match trouble {
            SettingsError::Wrong(diagnostics) if settings::is_variable(&diagnostics[0].source.path) => {
                say(&trouble.to_string());
            }
            SettingsError::Wrong(diagnostics) => tell(diagnostics, around)?,
            SettingsError::Unreadable { .. } => unreadable = Some(Failure::Failed(trouble.to_string())),
        }
    }
    match (unreadable, loaded.trouble.is_empty()) {
        (Some(unreadable), _) => Err(unreadable),
        (None, false) => Err(Failure::Invalid),
        (None, true) => Ok(()),
    }
}

fn get(key: &Key, around: &Surroundings) -> Result<(), Failure> {
    let loaded = loaded();
    refuse(&loaded, around)?;
    let value = key.written(&loaded.settings).unwrap_or_else(|| key.otherwise.to_string());
    writeln!(io::stdout().lock(), "{}", clean(&value))?;
    Ok(())
}

/// The text of the file; nothing where there is none.
fn text(path: &Path) -> Result<Option<String>, Failure> {
    let failed =
        |reason: String| Failure::Failed(format!("the settings in {} can't be read: {reason}", path.display()));
    match std::fs::metadata(path) {
        Ok(about) if about.len() > LARGEST_FILE as u64 => Err(failed("it is too large to be that".into())),
        Ok(_) => std::fs::read_to_string(path).map(Some).map_err(|error| failed(error.to_string())),
        Err(error) if settings::is_missing(&error) => Ok(None),
        Err(error) => Err(failed(error.to_string())),
    }
}

fn source(path: &Path, text: &str) -> Arc<Source> {
    Arc::new(Source { path: path.to_path_buf(), text: text.to_string() })
}

fn set(key: &Key, words: &[String], around: &Surroundings) -> Result<(), Failure> {
    let literal = file::literal(key, words);
    // The value by itself, before anything is touched.
    let line = format!("{}: {literal}\n", key.name);
    let wanted = match Settings::parse(&source(Path::new("what was given"), &line)) {
        Ok(alone) if !literal.contains('\n') => key.written(&alone),
        Ok(_) => return Err(Failure::Usage("a value is one line".into())),
        Err(diagnostics) => {
            let reasons = diagnostics.iter().map(|diagnostic| match &diagnostic.help {
                Some(help) => format!("{}; {help}", diagnostic.message),
                None => diagnostic.message.clone(),
            });
            return Err(Failure::Usage(format!("{}: {}", key.name, reasons.collect::<Vec<_>>().join("\n"))));
        }
    };
    let path = path()?;
    let before = text(&path)?.unwrap_or_else(file::template);
    keep(key, &path, &before, &file::with(&before, key.name, &literal), wanted, around)?;
    if !key.followed {
        say(&format!("`{}` is kept; nothing follows it yet", key.name));
    }
    if settings::variable(&key.variable()).is_some() {
        say(&format!("{} is set, and goes before the file", key.variable()));
    }
    Ok(())
}

fn unset(key: &Key, around: &Surroundings) -> Result<(), Failure> {
    let path = path()?;
    let before = text(&path)?.unwrap_or_default();
    match file::without(&before, key.name) {
        Some(after) => keep(key, &path, &before, &after, None, around),
        None => {
            say(&format!("`{}` isn't set in {}; its default holds: {}", key.name, path.display(), key.otherwise));
            Ok(())
        }
    }
}

/// Keeps a changed file, once it is sure that it now says what is wanted, and otherwise what it said before.
fn keep(
    key: &Key,
    path: &Path,
    before: &str,
    after: &str,
    wanted: Option<String>,
    around: &Surroundings,
) -> Result<(), Failure> {
    let read = |text: &str| Settings::understood(&source(path, text));
    let (old, _) = read(before);
    let (new, wrong) = read(after);
    let others_stay =
        KEYS.iter().filter(|other| other.name != key.name).all(|other| other.written(&old) == other.written(&new));
    if !others_stay || key.written(&new) != wanted || !wrong.is_empty() {
        tell(&wrong, around)?;
        if wrong.is_empty() {
            let how = "it is laid out in a way that can't be changed from here";
            say(&format!("{how}; please write `{}` into {} yourself", key.name, path.display()));
        } else {
            say("nothing was changed; please mend the file first");
        }
        return Err(Failure::Invalid);
    }
    file::keep(path, after)
        .map_err(|error| Failure::Failed(format!("the settings can't be kept in {}: {error}", path.display())))
}

fn check(around: &Surroundings) -> Result<(), Failure> {
    let loaded = loaded();
    let mut out = io::stdout().lock();
    for name in std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()) {
        let known: Vec<String> = KEYS.iter().map(Key::variable).collect();
        if name.starts_with("LETGO_")
            && !known.contains(&name)
            && let Some(meant) = nearest(&name, known.iter().map(String::as_str))
        {
            say(&format!("the variable {name} means nothing here; did you mean {meant}?"));
        }
    }
    refuse(&loaded, around)?;
    let set = KEYS.iter().filter(|key| loaded.origin(key) != Origin::Default).count();
    let file = Settings::path().map_or_else(|| "no file".to_string(), |path| clean(&path.to_string_lossy()));
    match set {
        0 => writeln!(out, "{file}: fine; nothing is set")?,
        1 => writeln!(out, "{file}: fine; one setting is set")?,
        more => writeln!(out, "{file}: fine; {more} settings are set")?,
    }
    out.flush()?;
    Ok(())
}
