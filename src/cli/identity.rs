//! `letgo identity`: the therapist's own key.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use crate::guide::text::clean;
use crate::library::pack::{Identity as Own, IdentityError, Locked};

use super::handed::{about, data};
use super::{Failure, print_json, say};

/// Where scripts put the passphrase.
const PASSPHRASE: &str = "LETGO_PASSPHRASE";

#[derive(Debug, Args)]
pub(super) struct Identity {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Makes your key, once
    New {
        /// Your name, as your clients know you
        #[arg(long, value_name = "NAME")]
        name: String,
        /// Keeps the key under a passphrase, which is then asked for whenever you pack
        #[arg(long)]
        passphrase: bool,
    },
    /// Shows your name, and your words to read out on the phone
    Show {
        /// Writes your public key into a file, for clients and colleagues
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// Prints JSON (described in docs/json.md)
        #[arg(long)]
        json: bool,
    },
    /// Writes your key into a file, under a passphrase
    Backup {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Takes your key back from a backup, on a new computer
    Restore {
        /// The backup's file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Keeps the key under the same passphrase here too
        #[arg(long)]
        passphrase: bool,
    },
}

impl Identity {
    pub(super) fn run(&self) -> Result<(), Failure> {
        match &self.what {
            None => show(None, false),
            Some(What::New { name, passphrase }) => new(name, *passphrase),
            Some(What::Show { key, json }) => show(key.as_deref(), *json),
            Some(What::Backup { file }) => backup(file),
            Some(What::Restore { file, passphrase }) => restore(file, *passphrase),
        }
    }
}

fn path() -> Result<PathBuf, Failure> {
    data("identity.key")
}

fn failed(error: IdentityError) -> Failure {
    match error {
        IdentityError::None | IdentityError::Name | IdentityError::ShortPassphrase | IdentityError::There(_) => {
            Failure::Usage(error.to_string())
        }
        error => Failure::Failed(error.to_string()),
    }
}

/// The therapist's identity, if there is one. Its passphrase is asked for where it has one.
pub(super) fn own() -> Result<Option<Own>, Failure> {
    match Locked::read(&path()?) {
        Ok(locked) => open(locked).map(Some),
        Err(IdentityError::None) => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

fn open(locked: Locked) -> Result<Own, Failure> {
    let passphrase = match locked.needs_passphrase() {
        true => passphrase("Passphrase: ")?,
        false => String::new(),
    };
    locked.open(&passphrase).map_err(failed)
}

fn needed() -> Result<Own, Failure> {
    own()?.ok_or_else(|| failed(IdentityError::None))
}

fn new(name: &str, with_passphrase: bool) -> Result<(), Failure> {
    let path = path()?;
    if path.exists() {
        return Err(failed(IdentityError::There(path)));
    }
    let identity = Own::new(name).map_err(failed)?;
    let passphrase = with_passphrase.then(new_passphrase).transpose()?;
    identity.keep(&path, passphrase.as_deref()).map_err(failed)?;
    say("your key is made; your packs are signed with it from now on");
    print(&identity)?;
    say("back it up now: letgo identity backup FILE. Without it, clients would have to trust you anew one day");
    Ok(())
}

fn show(key: Option<&Path>, as_json: bool) -> Result<(), Failure> {
    let identity = needed()?;
    if let Some(file) = key {
        if file.exists() {
            return Err(Failure::Usage(format!("{} is there already, and was left as it is", file.display())));
        }
        std::fs::write(file, identity.key().file(identity.name())).map_err(|error| about(file, &error))?;
        say(&format!("wrote {}; it is public, and anybody may have it", file.display()));
    }
    match as_json {
        true => print_json(&json!({
            "version": 1, "name": identity.name(), "words": identity.key().words(), "key": identity.key().as_str(),
        })),
        false => print(&identity),
    }
}

fn print(identity: &Own) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", clean(identity.name()))?;
    writeln!(out, "    {}", identity.key().words())?;
    writeln!(out, "Read these words out when a client rings to ask whether a pack is from you.")?;
    out.flush()?;
    Ok(())
}

fn backup(file: &Path) -> Result<(), Failure> {
    if file.exists() {
        return Err(failed(IdentityError::There(file.to_path_buf())));
    }
    let identity = needed()?;
    identity.keep(file, Some(&new_passphrase()?)).map_err(failed)?;
    say(&format!("wrote {}; keep it where you keep your keys, and its passphrase somewhere else", file.display()));
    Ok(())
}

fn restore(file: &Path, with_passphrase: bool) -> Result<(), Failure> {
    let path = path()?;
    if path.exists() {
        return Err(failed(IdentityError::There(path)));
    }
    let locked = Locked::read(file).map_err(|error| match error {
        IdentityError::None => Failure::Usage(format!("there is no file {}", file.display())),
        error => failed(error),
    })?;
    let passphrase = if locked.needs_passphrase() { passphrase("Passphrase: ")? } else { String::new() };
    let identity = locked.open(&passphrase).map_err(failed)?;
    if identity.name().is_empty() {
        return Err(Failure::Usage(format!(
            "{} doesn't say whose key it is, so letgo didn't write it",
            file.display()
        )));
    }
    identity.keep(&path, with_passphrase.then_some(passphrase.as_str())).map_err(failed)?;
    say("your key is back");
    print(&identity)
}

/// A passphrase from the surroundings or from the person at the terminal.
fn passphrase(prompt: &str) -> Result<String, Failure> {
    if let Some(given) = std::env::var_os(PASSPHRASE) {
        return given.into_string().map_err(|_| Failure::Usage(format!("{PASSPHRASE} isn't text")));
    }
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return Err(Failure::Usage(format!("a passphrase is needed; scripts put it into {PASSPHRASE}")));
    }
    Ok(rpassword::prompt_password(prompt)?)
}

/// A new passphrase, asked for twice.
fn new_passphrase() -> Result<String, Failure> {
    let first = passphrase("A passphrase (eight letters or more; four words are good): ")?;
    if std::env::var_os(PASSPHRASE).is_none() && passphrase("Once more: ")? != first {
        return Err(Failure::Usage("the two weren't the same; nothing was written".into()));
    }
    Ok(first)
}
