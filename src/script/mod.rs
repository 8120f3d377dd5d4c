//! What an author may write: the script language, version 1.
//!
//! [`read`] turns the text of a session file into a [`Script`], or into every error that it holds, each with its
//! place. This room knows notation only: it must not know which regions or patterns exist, whether a file is there,
//! or how long anything lasts. `docs/language.md` describes the language; [`schema`] makes its JSON Schema.

mod decode;
mod diagnostic;
mod fault;
mod language;
mod node;
mod prose;
mod read_node;
mod schema;
mod source;
pub(crate) mod value;

pub use decode::Reading;
pub use diagnostic::{Diagnostic, Severity, nearest};
pub(crate) use diagnostic::{listed, shown};
pub use language::*;
pub use prose::{Prose, ProsePiece};
pub(crate) use schema::schema_of_other;
pub use schema::{
    CautionName, MuscleGroupName, PatternName, RegionName, SynthName, TechniqueName, ToolName, Vocabulary, Word,
    part_schema, schema,
};
pub use source::{Source, Span};
pub use value::{At, Count, FromWritten, Setting, Several, YesNo};

use std::sync::Arc;

/// The largest file that is read, in bytes. A night's session is some 10 kB.
pub const LARGEST_FILE: usize = 1 << 20;

/// The version of the language that this program reads.
pub const LANGUAGE_VERSION: u64 = 1;

/// More errors than this in one run help nobody.
pub const MOST_ERRORS: usize = decode::MOST_ERRORS;

/// Reads a session: what can be understood of it, and all that is wrong with it.
pub fn read(source: &Arc<Source>) -> Reading<Script> {
    decode::document(source)
}

/// Reads a part, which another file includes.
pub fn read_part(source: &Arc<Source>) -> Reading<Part> {
    decode::document(source)
}

/// Reads another file in the same way: YAML, with every error at its place.
pub fn read_other<T: serde::de::DeserializeOwned + schemars::JsonSchema>(source: &Arc<Source>) -> Reading<T> {
    decode::document(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(text: &str) -> Vec<String> {
        let source = Arc::new(Source { path: "x.yaml".into(), text: text.into() });
        let show = |d: Diagnostic| {
            let (line, column) = source.line_and_column(d.span.start);
            format!("{line}:{column} {} | {} | {}", d.code, d.message, d.help.unwrap_or_default())
        };
        read(&source).diagnostics.into_iter().map(show).collect()
    }

    #[test]
    fn reads_a_small_session() {
        let text = "letgo: 1\ntitle: Small\nsteps:\n  - say: Hello. [3s]\n  - pause: 20s\n  - breathe: even\n";
        assert_eq!(errors(text), Vec::<String>::new());
    }

    #[test]
    fn tells_all_errors_of_a_file_at_their_places() {
        let text = "\
letgo: 1
titel: Small
length: { fit: 20 }
sound:
  - { track: sea.ogg, levle: -18 dB, fade-in: soon }
steps:
  - say: |
      Find somewhere warm. [6s]
      And wait. [6 apples]
  - puase: 20s
  - massage: { side: lft }
  - say: One
    pause: 3s
  - repeat: { times: 0, steps: [ { pause: } ] }
";
        let found = errors(text);
        let places: Vec<&str> = found.iter().map(|e| e.split(" |").next().unwrap_or("")).collect();
        assert_eq!(
            places,
            [
                "2:1 unknown-key",
                "3:16 wrong-value",
                "5:23 unknown-key",
                "5:47 wrong-value",
                "9:17 wrong-value",
                "10:5 unknown-word",
                "11:14 missing-key",
                "11:14 missing-key",
                "11:22 wrong-value",
                "13:5 wrong-value",
                "14:22 wrong-value",
                "14:41 wrong-value",
            ],
            "{found:#?}"
        );
        assert!(found[0].contains("did you mean `title`"), "{}", found[0]);
        assert!(found[5].contains("did you mean `pause`"), "{}", found[5]);
        assert!(found[8].contains("did you mean `left`"), "{}", found[8]);
    }
}
