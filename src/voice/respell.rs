//! Words that a speech program says wrongly, spelt the way they sound. Data, used only for speaking, never shown.

use std::collections::BTreeMap;

/// A table of words and how to spell them for a speech program.
///
/// Written as YAML, one word a line: `trapezius: truh pee zee us`. Whole words only, whatever their case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respellings {
    words: BTreeMap<String, String>,
}

/// A table that can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the table of respellings can't be read; it has one word a line, such as `trapezius: truh pee zee us` ({reason})"
)]
pub struct RespellError {
    /// What the reader says.
    pub reason: String,
}

impl Respellings {
    /// Reads a table.
    ///
    /// # Errors
    /// It isn't a map from words to words.
    pub fn from_yaml(yaml: &str) -> Result<Respellings, RespellError> {
        if yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Respellings::default());
        }
        let words: BTreeMap<String, String> =
            serde_saphyr::from_str(yaml).map_err(|error| RespellError { reason: error.to_string() })?;
        Ok(Respellings { words: words.into_iter().map(|(word, said)| (word.trim().to_lowercase(), said)).collect() })
    }

    /// A text as it is given to the speech program.
    pub fn apply(&self, text: &str) -> String {
        if self.words.is_empty() {
            return text.to_string();
        }
        let mut said = String::with_capacity(text.len());
        let mut word = String::new();
        for c in text.chars().chain(['\n']) {
            if c.is_alphanumeric() || ((c == '\'' || c == '’') && !word.is_empty()) {
                word.push(c);
                continue;
            }
            match self.words.get(&word.to_lowercase().replace('’', "'")) {
                Some(spelt) => said.push_str(spelt),
                None => said.push_str(&word),
            }
            word.clear();
            said.push(c);
        }
        said.pop();
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_are_spelt_anew_and_nothing_else() {
        let table = Respellings::from_yaml("# said wrongly\nTrapezius: truh pee zee us\nrelease: re lease\n").unwrap();
        assert_eq!(table.apply("The trapezius, released. RELEASE!"), "The truh pee zee us, released. re lease!");
        assert_eq!(Respellings::from_yaml("# nothing yet\n").unwrap().apply("as it is"), "as it is");
        assert!(Respellings::from_yaml("- a\n- b\n").is_err());
    }
}
