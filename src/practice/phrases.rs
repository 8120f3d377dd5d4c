//! Words, per language, from one Fluent file each.
//!
//! A message whose attributes are `.a`, `.b`, `.c` … has variants: which one is said follows from a number alone, so the
//! same session always says the same, and consecutive numbers never say the same twice in a row.
//!
//! Sentences name places of the body through `place-<id>`, which knows sides and articles. Every attribute of a place
//! is at hand to sentences under its own name (`.to` is `$place-to`), so that a language with cases can give each one.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::body::{Group, Region, Side};
use super::required::{Takes, required};

/// The languages that there are, each with its tag, its own name, and its text.
pub const LANGUAGES: &[(&str, &str, &str)] = &[
    ("en", "English", include_str!("phrases/en.ftl")),
    ("de", "Deutsch", include_str!("phrases/de.ftl")),
    ("fr", "Français", include_str!("phrases/fr.ftl")),
    ("es", "Español", include_str!("phrases/es.ftl")),
];

/// A place of the body to be named: a region or a whole group, with a side where it has sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    id: &'a str,
    side: Option<Side>,
}

impl<'a> Place<'a> {
    /// A region. A side is dropped where there is none; a paired region without a side means both.
    pub fn region(region: &'a Region, side: Option<Side>) -> Place<'a> {
        Place { id: &region.id, side: region.paired.then(|| side.unwrap_or(Side::Both)) }
    }

    /// A whole group.
    pub fn group(group: &'a Group, side: Option<Side>) -> Place<'a> {
        Place { id: &group.id, side: group.paired.then(|| side.unwrap_or(Side::Both)) }
    }
}

/// What fills a place in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Words as they are.
    Text(&'a str),
    /// A number, for plurals.
    Number(f64),
    /// A side.
    Side(Side),
    /// A place of the body; its attributes come with it.
    Place(Place<'a>),
}

/// One thing that can be said, for a voice pack to cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The phrase's id.
    pub id: String,
    /// What is said, with its pauses (`[6s]`).
    pub text: String,
}

/// The phrases of one language.
pub struct Phrases {
    language: &'static str,
    name: &'static str,
    bundle: FluentBundle<FluentResource>,
    problems: Vec<String>,
}

static ALL: LazyLock<Vec<Phrases>> =
    LazyLock::new(|| LANGUAGES.iter().filter_map(|(tag, name, text)| Phrases::read(tag, name, text)).collect());

impl Phrases {
    /// The phrases for a language tag (`en`, `en-GB`, `en_GB.UTF-8`), if that language is there.
    pub fn for_language(tag: &str) -> Option<&'static Phrases> {
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        ALL.iter().find(|phrases| phrases.language.eq_ignore_ascii_case(language))
    }

    fn read(language: &'static str, name: &'static str, text: &str) -> Option<Phrases> {
        let id: LanguageIdentifier = language.parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around each filled place would end up in captions and confuse voices.
        bundle.set_use_isolating(false);
        let (resource, errors) = match FluentResource::try_new(text.to_string()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        let mut problems: Vec<String> = errors.iter().map(|error| error.to_string()).collect();
        if let Err(errors) = bundle.add_resource(resource) {
            problems.extend(errors.iter().map(|error| error.to_string()));
        }
        Some(Phrases { language, name, bundle, problems })
    }

    /// Its tag, such as `en`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Its name in itself, such as `English`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether there is a phrase of this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// How many variants a phrase has; 0 if there is no such phrase.
    pub fn variants(&self, id: &str) -> usize {
        let Some(message) = self.bundle.get_message(id) else { return 0 };
        if message.value().is_some() { 1 } else { message.attributes().count() }
    }

    /// Says a phrase.
    ///
    /// `variant_seed` chooses among its variants: pass the session's seed plus the number of the round. Numbers that
    /// follow each other never give the same variant twice in a row, where there is more than one.
    ///
    /// A phrase that isn't there says nothing; `make test` makes sure that those of [`required`] are.
    pub fn say(&self, id: &str, variant_seed: u64, args: &[(&str, Arg<'_>)]) -> String {
        self.try_say(id, variant_seed, args).unwrap_or_default()
    }

    /// Like [`Phrases::say`]; `None` if the phrase or something that it needs isn't there.
    pub fn try_say(&self, id: &str, variant_seed: u64, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let count = self.variants(id) as u64;
        // Each phrase begins its round at another variant, so that one session isn't all `.a`.
        let variant = (variant_seed % count.max(1) + hash(id) % count.max(1)) % count.max(1);
        self.variant(id, variant as usize, args)
    }

    /// Says one variant of a phrase, counted from 0; nothing if there is no such variant.
    pub fn say_variant(&self, id: &str, variant: usize) -> String {
        self.variant(id, variant, &[]).unwrap_or_default()
    }

    /// The first of several phrases that is there: the most particular one comes first.
    pub fn say_first(&self, ids: &[&str], variant_seed: u64, args: &[(&str, Arg<'_>)]) -> String {
        let id = ids.iter().find(|id| self.has(id));
        id.map(|id| self.say(id, variant_seed, args)).unwrap_or_default()
    }

    /// A place by its name: `your left shoulder`, `both hands`, `the back of your neck`.
    pub fn place(&self, place: Place<'_>) -> String {
        let args = side_args(place.side);
        self.format(&format!("place-{}", place.id), None, &args).unwrap_or_default()
    }

    /// What to do in a technique: the words for this region, or else those for any.
    pub fn technique(&self, technique: &str, region: &str, variant_seed: u64) -> String {
        let general = format!("massage-do-{technique}");
        self.say_first(&[&format!("{general}-{region}"), &general], variant_seed, &[])
    }

    /// Everything that the guided steps of this language can say, each text once.
    ///
    /// Questions for the screen only are not among them.
    pub fn all_prompts(&self) -> impl Iterator<Item = Prompt> {
        let mut seen = BTreeSet::new();
        let mut prompts = Vec::new();
        for entry in required().into_iter().filter(|entry| entry.spoken) {
            for args in entry.takes.all() {
                for variant in 0..self.variants(&entry.id) {
                    let text = self.variant(&entry.id, variant, &args).unwrap_or_default();
                    if !text.is_empty() && seen.insert(text.clone()) {
                        prompts.push(Prompt { id: entry.id.clone(), text });
                    }
                }
            }
        }
        prompts.into_iter()
    }

    /// What [`required`] asks for and this language lacks, or says wrongly; empty if all is well.
    pub fn missing(&self) -> Vec<String> {
        let mut missing = self.problems.clone();
        for entry in required() {
            let count = self.variants(&entry.id);
            if count < entry.variants {
                missing.push(format!("{}: {count} variants of {}", entry.id, entry.variants));
            }
            for args in entry.takes.all() {
                for variant in 0..count {
                    if self.variant(&entry.id, variant, &args).is_none_or(|text| text.trim().is_empty()) {
                        missing.push(format!("{}: variant {variant} can't be said with {args:?}", entry.id));
                    }
                }
            }
        }
        missing
    }

    fn variant(&self, id: &str, variant: usize, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            match *arg {
                Arg::Text(text) => filled.set(*name, text.to_string()),
                Arg::Number(number) => filled.set(*name, number),
                Arg::Side(side) => filled.set(*name, side.as_str()),
                Arg::Place(place) => self.fill_place(name, place, &mut filled)?,
            }
        }
        self.format(id, Some(variant), &filled)
    }

    fn fill_place(&self, name: &str, place: Place<'_>, filled: &mut FluentArgs<'_>) -> Option<()> {
        let id = format!("place-{}", place.id);
        let side = side_args(place.side);
        filled.set(name.to_string(), self.format(&id, None, &side)?);
        let attributes: Vec<String> =
            self.bundle.get_message(&id)?.attributes().map(|attribute| attribute.id().to_string()).collect();
        for attribute in attributes {
            let message = self.bundle.get_message(&id)?;
            let pattern = message.get_attribute(&attribute)?.value();
            let mut errors = Vec::new();
            let text = self.bundle.format_pattern(pattern, Some(&side), &mut errors).into_owned();
            filled.set(format!("{name}-{attribute}"), FluentValue::from(text));
        }
        Some(())
    }

    /// The value of a message, or the variant of that number where it has variants.
    fn format(&self, id: &str, variant: Option<usize>, args: &FluentArgs<'_>) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match (message.value(), variant) {
            (Some(value), _) => value,
            (None, Some(variant)) => message.attributes().nth(variant)?.value(),
            (None, None) => return None,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }
}

fn side_args(side: Option<Side>) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    args.set("side", side.map_or("none", Side::as_str));
    args
}

/// FNV-1a: small, and the same for ever, which the hashes of the standard library don't promise.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

impl Takes {
    /// Every way to fill the places of a sentence.
    fn all(self) -> Vec<Vec<(&'static str, Arg<'static>)>> {
        match self {
            Takes::Nothing => vec![Vec::new()],
            Takes::Place(which) => which.places().into_iter().map(|place| vec![("place", Arg::Place(place))]).collect(),
            Takes::Words(names) => vec![names.iter().map(|name| (*name, Arg::Text("words"))).collect()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::wording;

    #[test]
    fn every_language_says_all_that_is_needed() {
        assert_eq!(LANGUAGES.len(), ALL.len());
        for phrases in ALL.iter() {
            assert_eq!(phrases.missing(), Vec::<String>::new(), "{}", phrases.language);
        }
    }

    #[test]
    fn no_language_has_phrases_that_nothing_asks_for() {
        let required: BTreeSet<String> = required().into_iter().map(|entry| entry.id).collect();
        for (tag, _, text) in LANGUAGES {
            for line in text.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase())) {
                let id = line.split([' ', '=']).next().unwrap_or_default();
                assert!(id.starts_with("place-") || required.contains(id), "{tag}: nothing says {id}");
            }
        }
    }

    #[test]
    fn what_is_said_can_be_read_aloud_as_it_stands() {
        for phrases in ALL.iter() {
            for prompt in phrases.all_prompts() {
                let mut words = String::new();
                for (index, part) in prompt.text.split('[').enumerate() {
                    let part = if index == 0 { part } else { part.split_once(']').unwrap_or_default().1 };
                    words.push_str(part);
                }
                let odd = words.chars().find(|c| c.is_ascii_digit() || "{}[]()<>*/_\"#".contains(*c));
                assert_eq!(odd, None, "{} {}: {}", phrases.language, prompt.id, prompt.text);
            }
        }
    }

    #[test]
    fn no_language_commands_frightens_or_promises() {
        for phrases in ALL.iter() {
            for prompt in phrases.all_prompts() {
                let found = wording(phrases.language, &prompt.text);
                assert!(found.is_empty(), "{} {}: {} {found:?}", phrases.language, prompt.id, prompt.text);
            }
        }
    }
}
