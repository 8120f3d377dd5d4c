//! The program's own words to a listener, in each language that the practice speaks.
//!
//! A session's `language:` decides what it says; this decides how the program around it speaks: `--language`, else the
//! surroundings (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English. Words for authors (errors in a script, help for
//! developers) are English only. This room must not know where its words are shown.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// Every language's tag and text.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("en.ftl")),
    ("de", include_str!("de.ftl")),
    ("fr", include_str!("fr.ftl")),
    ("es", include_str!("es.ftl")),
];

/// The program's words in one language.
pub struct Texts {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

static ALL: LazyLock<Vec<Texts>> =
    LazyLock::new(|| FILES.iter().filter_map(|(tag, text)| Texts::read(tag, text)).collect());

impl Texts {
    /// The words for a language tag (`de`, `de-AT`, `de_DE.UTF-8`), if that language is there.
    pub fn for_language(tag: &str) -> Option<&'static Texts> {
        let language = tag.split(['-', '_', '.', '@']).next().unwrap_or(tag);
        ALL.iter().find(|texts| texts.language.eq_ignore_ascii_case(language))
    }

    /// The words in English, the language that always is there.
    pub fn english() -> &'static Texts {
        static EMPTY: LazyLock<Texts> =
            LazyLock::new(|| Texts { language: "en", bundle: FluentBundle::new_concurrent(Vec::new()) });
        ALL.first().unwrap_or(&EMPTY)
    }

    /// The words for what the listener asked for, else for what the surroundings say, else in English.
    pub fn choose(asked: Option<&str>, surroundings: impl Fn(&str) -> Option<String>) -> &'static Texts {
        let around = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(&surroundings);
        // The first that says anything decides, as everywhere; `C` and `POSIX` mean English.
        let around = around.into_iter().find(|value| !value.is_empty());
        asked.map(str::to_string).or(around).and_then(|tag| Texts::for_language(&tag)).unwrap_or_else(Texts::english)
    }

    /// The languages that there are, by their tags.
    pub fn languages() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(tag, _)| *tag)
    }

    fn read(language: &'static str, text: &str) -> Option<Texts> {
        let id: LanguageIdentifier = language.parse().ok()?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around each filled place would confuse screen readers.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(text.to_string()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource(resource).ok()?;
        Some(Texts { language, bundle })
    }

    /// Its tag, such as `en`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A text.
    ///
    /// One that isn't there says its own name; `make test` makes sure that all are.
    pub fn get(&self, id: &str) -> String {
        self.fill(id, &[])
    }

    /// A text with places to fill in.
    pub fn fill(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.format(id, args.iter().map(|(name, text)| (*name, FluentValue::from(text.to_string()))))
    }

    /// A text with a number in it, in the plural that it calls for.
    pub fn count(&self, id: &str, name: &str, number: u64) -> String {
        self.format(id, std::iter::once((name, FluentValue::from(number))))
    }

    fn format<'a>(&self, id: &str, args: impl Iterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let mut filled = FluentArgs::new();
        args.for_each(|(name, value)| filled.set(name, value));
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_string();
        };
        self.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(text: &str) -> BTreeSet<&str> {
        let lines = text.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
        lines.filter_map(|line| line.split([' ', '=']).next()).collect()
    }

    #[test]
    fn every_language_has_every_text() {
        let english = ids(FILES[0].1);
        assert_eq!(ALL.len(), FILES.len());
        for (tag, text) in FILES {
            let problems = FluentResource::try_new(text.to_string()).err().map(|(_, errors)| errors);
            assert!(problems.is_none(), "{tag}: {problems:?}");
            assert_eq!(ids(text), english, "{tag}");
            for id in &english {
                let message = Texts::for_language(tag).unwrap().bundle.get_message(id);
                assert!(message.is_some_and(|message| message.value().is_some()), "{tag}: {id}");
            }
        }
    }

    #[test]
    fn the_listener_decides_then_the_surroundings() {
        let around = |name: &str| (name == "LANG").then(|| "xx_YY.UTF-8".to_string());
        assert_eq!(Texts::choose(None, around).language(), "en");
        assert_eq!(Texts::choose(Some("en-GB"), around).language(), "en");
        assert_eq!(Texts::choose(None, |_| None).language(), "en");
    }

    #[test]
    fn fills_in_words_and_plurals() {
        let texts = Texts::english();
        assert_eq!(texts.fill("time-left", &[("time", "3:00")]), "3:00 left");
        assert_eq!(texts.count("breath-seconds", "seconds", 1), "1 second");
        assert_eq!(texts.count("breath-seconds", "seconds", 4), "4 seconds");
    }
}
