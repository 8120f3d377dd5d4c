//! Reading the tables: once, from the text inside the program.
//!
//! A table that can't be read is a mistake of ours and fails a unit test. Should one ever slip through, its entries are
//! missing and every name in it is unknown; nothing panics before a listener.

use std::fmt::Display;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};

use super::body::{Group, Region};
use super::breathing::BreathingPattern;
use super::cautions::Caution;
use super::muscles::MuscleGroup;
use super::touch::{Technique, Tool};
use super::wording::{Names, Wording};

/// An entry of a table: a name to write in a script, and one line about it.
pub trait Entry {
    /// The name as written in a script.
    fn id(&self) -> &str;
    /// One plain line, for the schema, the errors and the printed tables.
    fn about(&self) -> &str;
    /// Where it comes from; `proposal` where no source says anything and the gentler choice was taken.
    fn source(&self) -> &str;
    /// Other names under which it is found, such as a plural.
    fn also(&self) -> &[String] {
        &[]
    }
}

macro_rules! entry {
    ($type:ty $(, $also:ident)?) => {
        impl $crate::practice::tables::Entry for $type {
            fn id(&self) -> &str {
                &self.id
            }
            fn about(&self) -> &str {
                &self.about
            }
            fn source(&self) -> &str {
                &self.source
            }
            $(fn also(&self) -> &[String] {
                &self.$also
            })?
        }
    };
}
pub(super) use entry;

/// A table that can't be read.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the table {file} can't be read: {message}; mend that entry and build again")]
pub struct TableError {
    /// The file in `src/practice/tables`.
    pub file: &'static str,
    /// What is wrong, with its line.
    pub message: String,
}

/// From the least to the most of something, written `[20s, 90s]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range<T> {
    /// The least, included.
    pub least: T,
    /// The most, included.
    pub most: T,
}

impl<T: PartialOrd> Range<T> {
    /// Whether a value lies within, ends included.
    pub fn holds(&self, value: T) -> bool {
        self.least <= value && value <= self.most
    }
}

impl<'de, T> Deserialize<'de> for Range<T>
where
    T: FromStr<Err: Display> + PartialOrd,
{
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let [least, most] = <[String; 2]>::deserialize(from)?;
        let read = |text: &str| text.parse::<T>().map_err(D::Error::custom);
        let range = Range { least: read(&least)?, most: read(&most)? };
        if range.least > range.most { Err(D::Error::custom("the least comes first")) } else { Ok(range) }
    }
}

/// A value in the notation of [`crate::quantity`], such as `7s` or `3 cm/s`.
pub(super) fn written<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    String::deserialize(from)?.parse().map_err(D::Error::custom)
}

/// Like [`written`], for a value that may be absent.
pub(super) fn maybe_written<'de, D, T>(from: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    written(from).map(Some)
}

#[derive(Debug, Default)]
pub(super) struct Tables {
    pub breathing: Vec<BreathingPattern>,
    pub regions: Vec<Region>,
    pub groups: Vec<Group>,
    pub techniques: Vec<Technique>,
    pub tools: Vec<Tool>,
    pub muscles: Vec<MuscleGroup>,
    pub cautions: Vec<Caution>,
    pub wording: Vec<Wording>,
    pub names: Vec<Names>,
}

impl Tables {
    fn read() -> Result<Tables, TableError> {
        Ok(Tables {
            breathing: table("breathing.yaml", include_str!("tables/breathing.yaml"))?,
            regions: table("regions.yaml", include_str!("tables/regions.yaml"))?,
            groups: table("groups.yaml", include_str!("tables/groups.yaml"))?,
            techniques: table("techniques.yaml", include_str!("tables/techniques.yaml"))?,
            tools: table("tools.yaml", include_str!("tables/tools.yaml"))?,
            muscles: table("muscles.yaml", include_str!("tables/muscles.yaml"))?,
            cautions: table("cautions.yaml", include_str!("tables/cautions.yaml"))?,
            wording: table("wording.yaml", include_str!("tables/wording.yaml"))?,
            names: table("names.yaml", include_str!("tables/names.yaml"))?,
        })
    }
}

fn table<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<Vec<T>, TableError> {
    serde_saphyr::from_str(text).map_err(|error| TableError { file, message: error.to_string() })
}

pub(super) fn tables() -> &'static Tables {
    static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables::read().unwrap_or_default());
    &TABLES
}

/// The entry with this name, or with this as one of its other names.
pub(super) fn find<'t, E: Entry>(entries: &'t [E], name: &str) -> Option<&'t E> {
    let by_id = entries.iter().find(|entry| entry.id() == name);
    by_id.or_else(|| entries.iter().find(|entry| entry.also().iter().any(|also| also == name)))
}

/// Every name with its line.
pub(super) fn listed<E: Entry>(entries: &'static [E]) -> impl Iterator<Item = (&'static str, &'static str)> {
    entries.iter().map(|entry| (entry.id(), entry.about()))
}

/// What was probably meant by a name that nobody knows: the nearest of `candidates`, if any is near.
///
/// Case, spaces and underscores don't count: `Upper Trapezius` is `upper-trapezius`.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    // Longer than any name of ours by far: not worth the time to compare.
    if name.len() > 80 {
        return None;
    }
    let name = name.trim().to_lowercase().replace([' ', '_'], "-");
    let near = |candidate: &&str| {
        let apart = strsim::damerau_levenshtein(&name, candidate);
        // Half of a name is enough to be meant by it; `hip` isn't meant by `spaceship`.
        let within = 2 * candidate.len() >= name.len() && name.contains(*candidate);
        let alike = name.len() >= 4 && (candidate.contains(&name) || within);
        (apart <= 1 + name.chars().count() / 4 || alike).then_some(apart)
    };
    let found = candidates.into_iter().filter_map(|candidate| near(&candidate).map(|apart| (apart, candidate)));
    found.min_by_key(|(apart, _)| *apart).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn names<E: Entry>(file: &str, entries: &[E]) {
        assert!(!entries.is_empty(), "{file} is empty");
        let mut seen = HashSet::new();
        for entry in entries {
            for name in std::iter::once(entry.id()).chain(entry.also().iter().map(String::as_str)) {
                assert!(seen.insert(name), "{file}: {name} stands twice");
                let plain = name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                assert!(plain && !name.is_empty(), "{file}: {name:?} isn't a plain name");
            }
            assert!(entry.about().ends_with('.'), "{file}: {} needs one line that says what it is", entry.id());
            assert!(entry.source().len() > 7, "{file}: {} needs its source", entry.id());
        }
    }

    #[test]
    fn every_table_reads_and_every_entry_has_its_name_line_and_source() {
        let tables = Tables::read().unwrap_or_else(|error| panic!("{error}"));
        names("breathing.yaml", &tables.breathing);
        names("regions.yaml", &tables.regions);
        names("groups.yaml", &tables.groups);
        names("techniques.yaml", &tables.techniques);
        names("tools.yaml", &tables.tools);
        names("muscles.yaml", &tables.muscles);
        names("cautions.yaml", &tables.cautions);
        assert!(!tables.wording.is_empty());
    }

    #[test]
    fn every_name_that_a_table_mentions_exists() {
        let tables = tables();
        let known = |what: &str, of: &str, names: &[String], all: &dyn Fn(&str) -> bool| {
            for name in names {
                assert!(all(name), "{of} names the {what} {name}, which no table has");
            }
        };
        let region = |name: &str| tables.regions.iter().any(|entry| entry.id == name);
        let technique = |name: &str| tables.techniques.iter().any(|entry| entry.id == name);
        let tool = |name: &str| tables.tools.iter().any(|entry| entry.id == name);
        let group = |name: &str| tables.groups.iter().any(|entry| entry.id == name);
        let caution = |name: &str| tables.cautions.iter().any(|entry| entry.id == name);
        let pattern = |name: &str| tables.breathing.iter().any(|entry| entry.id == name);
        for entry in &tables.regions {
            known("technique", &entry.id, &entry.techniques, &technique);
            known("tool", &entry.id, &entry.tools, &tool);
            known("group", &entry.id, &entry.groups, &group);
            known("region", &entry.id, &entry.stay_off, &region);
            known("caution", &entry.id, entry.never.as_slice(), &caution);
            assert!(!entry.massage || (!entry.techniques.is_empty() && !entry.tools.is_empty()), "{}", entry.id);
            assert!(!(entry.massage && entry.never.is_some()), "{} is for touch and never for touch", entry.id);
            let strokes = entry.techniques.iter().any(|name| {
                super::super::technique(name)
                    .is_some_and(|technique| technique.movement == super::super::Movement::Stroke)
            });
            assert!(!strokes || entry.stroke_cm.is_some(), "{} is stroked and needs a length", entry.id);
        }
        for entry in &tables.techniques {
            known("tool", &entry.id, &entry.tools, &tool);
        }
        for entry in &tables.muscles {
            known("region", &entry.id, &entry.regions, &region);
        }
        for entry in &tables.breathing {
            known("pattern", &entry.id, entry.without_holds.as_slice(), &pattern);
            known("caution", &entry.id, &entry.cautions, &caution);
        }
        for entry in &tables.cautions {
            for condition in &entry.when {
                known("region", &entry.id, &condition.regions, &region);
                known("technique", &entry.id, &condition.techniques, &technique);
                known("tool", &entry.id, &condition.tools, &tool);
                known("pattern", &entry.id, &condition.patterns, &pattern);
            }
            for adaptation in &entry.then {
                adaptation.names(&mut |name| assert!(pattern(name) || region(name), "{}: {name}", entry.id));
            }
        }
        for entry in &tables.wording {
            assert!(caution(&entry.caution), "wording names the caution {}", entry.caution);
        }
        for (language, ..) in crate::practice::LANGUAGES {
            let names = tables.names.iter().find(|names| names.language == *language);
            let regions = names.map(|names| &names.regions).unwrap_or_else(|| panic!("{language} has no names"));
            assert!(regions.keys().all(|name| region(name)), "{language} names a region that isn't there");
            // The spine and the whole are never left out by name alone.
            let lacks: Vec<&str> = tables.regions.iter().map(|entry| entry.id.as_str()).collect();
            let lacks: Vec<&str> =
                lacks.into_iter().filter(|id| *id != "spine" && !regions.contains_key(*id)).collect();
            assert_eq!(lacks, Vec::<&str>::new(), "{language}");
        }
    }

    #[test]
    fn a_mistake_in_a_table_is_told_with_its_place() {
        let text = "- { id: x, about: A tool., source: proposal, handy: yes }";
        let error = table::<Tool>("tools.yaml", text).expect_err("an unknown key was taken");
        assert!(error.to_string().contains("tools.yaml") && error.to_string().contains("handy"), "{error}");
        assert!(serde_saphyr::from_str::<Range<crate::quantity::Time>>("[9s, 3s]").is_err());
        assert!(serde_saphyr::from_str::<Range<crate::quantity::Time>>("[3, 9]").is_err());
    }

    #[test]
    fn finds_what_was_meant() {
        let regions = || tables().regions.iter().map(|region| region.id.as_str());
        assert_eq!(nearest("forarm", regions()), Some("forearm"));
        assert_eq!(nearest("Upper Trapezius", regions()), Some("upper-trapezius"));
        assert_eq!(nearest("trapezius", regions()), Some("upper-trapezius"));
        assert_eq!(nearest("spaceship", regions()), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), regions()), None);
    }
}
