//! `letgo trust`: the therapists whom the listener trusts.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use serde_json::json;

use crate::guide::text::clean;
use crate::library::pack::{Key, LARGEST_TEXT};

use super::handed::{about, ask, check, pack_file, trust};
use super::{Failure, print_json, say};

#[derive(Debug, Args)]
pub(super) struct Trust {
    #[command(subcommand)]
    what: Option<What>,
    /// Prints the list as JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Lists whom you trust, with their words
    List {
        /// Prints JSON (described in docs/json.md)
        #[arg(long)]
        json: bool,
    },
    /// Trusts a therapist from now on
    Add {
        /// Their public key, or a pack that they signed
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Without asking
        #[arg(long)]
        yes: bool,
        /// The name that you know them by, where the file names nobody
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
    },
    /// Trusts somebody no longer. Their packs stay until you remove them
    Forget {
        /// Their name
        #[arg(value_name = "NAME")]
        name: String,
    },
}

impl Trust {
    pub(super) fn run(&self) -> Result<(), Failure> {
        match &self.what {
            None => list(self.json),
            Some(What::List { json }) => list(*json || self.json),
            Some(What::Add { file, yes, name }) => add(file, *yes, name.as_deref()),
            Some(What::Forget { name }) => forget(name),
        }
    }
}

fn list(as_json: bool) -> Result<(), Failure> {
    let trust = trust()?;
    if as_json {
        let all: Vec<_> = trust
            .known()
            .iter()
            .map(|known| json!({ "name": known.name, "words": known.key.words(), "key": known.key.as_str() }))
            .collect();
        return print_json(&json!({ "version": 1, "therapists": all }));
    }
    let mut out = io::stdout().lock();
    if trust.known().is_empty() {
        writeln!(out, "You trust nobody yet. You are asked when you add or play a first pack of somebody.")?;
    }
    for known in trust.known() {
        writeln!(out, "{}\n    {}", clean(&known.name), known.key.words())?;
    }
    out.flush()?;
    Ok(())
}

fn add(file: &PathBuf, yes: bool, name: Option<&str>) -> Result<(), Failure> {
    let (key, told) = match pack_file(&file.to_string_lossy()) {
        Some((file, _)) => match check(&file)?.signer {
            Some((name, key)) => (key, Some(name)),
            None => return Err(Failure::Usage(format!("{}: nobody signed this pack", file.display()))),
        },
        None => {
            let unreadable = |error: io::Error| about(file, &error);
            if std::fs::metadata(file).map_err(unreadable)?.len() > LARGEST_TEXT {
                return Err(Failure::Failed(format!("{}: this isn't a public key", file.display())));
            }
            let text = std::fs::read(file).map_err(unreadable)?;
            Key::read_file(&String::from_utf8_lossy(&text)).map_err(|error| about(file, &error))?
        }
    };
    let Some(name) = name.map(str::to_string).or(told) else {
        return Err(Failure::Usage(format!("{} doesn't say whose key it is; say it with --name", file.display())));
    };
    say(&format!("the words of {name} are:"));
    say(&format!("    {}", key.words()));
    if !yes && !ask(&format!("Trust {name} from now on?"))? {
        return Err(Failure::Usage("nothing was changed; with --yes you aren't asked".into()));
    }
    trust()?.add(&name, &key).map_err(|error| Failure::Failed(error.to_string()))?;
    say(&format!("you trust {name}"));
    Ok(())
}

fn forget(name: &str) -> Result<(), Failure> {
    let mut trust = trust()?;
    match trust.forget(name).map_err(|error| Failure::Failed(error.to_string()))? {
        true => {
            say(&format!("{name} is forgotten; the next pack of theirs is asked about anew"));
            Ok(())
        }
        false => {
            let names: Vec<&str> = trust.known().iter().map(|known| known.name.as_str()).collect();
            let there = if names.is_empty() { "nobody".to_string() } else { names.join(", ") };
            Err(Failure::Usage(format!("you trust nobody called `{name}`; you trust: {there}")))
        }
    }
}
