//! The settings file as text: a first one with every key explained, and changes of one key that leave the rest as it
//! is, remarks and all.
//!
//! This knows lines, not values: whoever changes a file reads the result before keeping it.

use std::io::{self, Write};
use std::path::Path;

use super::table::{Form, KEYS, Key, VERSION, VERSION_KEY};
use super::value::yaml_text;

/// A new file: every key explained, and none of them set.
pub fn template() -> String {
    let mut text = String::from(
        "# The settings of letgo. A line without its `#` holds; `letgo config` shows what holds now.\n\
         # Variables such as LETGO_VOLUME go before this file, and options such as --volume before both.\n",
    );
    text.push_str(&format!("{VERSION_KEY}: {VERSION}\n"));
    for key in KEYS {
        let unused = if key.followed { "" } else { " (Kept for a later letgo: nothing follows it yet.)" };
        text.push_str(&format!("\n# {}{unused}\n# {}; without it: {}.\n", key.about, key.kind, key.otherwise));
        text.push_str(&format!("# {}: {}\n", key.name, key.example));
    }
    text
}

/// What words given for a key look like in the file.
pub fn literal(key: &Key, words: &[String]) -> String {
    let joined = words.join(" ");
    let joined = joined.trim();
    let list = || format!("[{}]", words.iter().map(|word| yaml_text(word)).collect::<Vec<_>>().join(", "));
    match key.form {
        Form::List | Form::Words if joined.starts_with('[') => joined.to_string(),
        Form::List => list(),
        Form::Words if words.len() > 1 => list(),
        Form::Map if joined.starts_with('{') => joined.to_string(),
        Form::Map if ["from:", "to:", "volume:"].iter().any(|key| joined.contains(key)) => format!("{{ {joined} }}"),
        Form::Words | Form::Value | Form::Map => yaml_text(joined),
    }
}

/// The lines of a key in a text: where they begin and where they end.
fn lines_of(lines: &[&str], key: &str) -> Option<std::ops::Range<usize>> {
    let begins = |line: &str| {
        let line = line.trim_start_matches('\u{feff}');
        let quoted = [format!("\"{key}\""), format!("'{key}'")];
        let rest =
            line.strip_prefix(key).or_else(|| quoted.iter().find_map(|quoted| line.strip_prefix(quoted.as_str())));
        rest.is_some_and(|rest| {
            rest.trim_start()
                .strip_prefix(':')
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
        })
    };
    let start = lines.iter().position(|line| begins(line))?;
    let belongs =
        |line: &&&str| line.starts_with([' ', '\t', '-']) && !line.starts_with("---") || line.trim().is_empty();
    let more = lines[start + 1..].iter().take_while(belongs).count();
    // Empty lines after the value belong to nobody.
    let empty = lines[start + 1..start + 1 + more].iter().rev().take_while(|line| line.trim().is_empty()).count();
    Some(start..start + 1 + more - empty)
}

/// A remark at the end of a line, with its `#`.
fn remark(line: &str) -> Option<&str> {
    let (mut quote, mut before) = (None, ' ');
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') if before.is_whitespace() => return Some(line[at..].trim_end()),
            (None, '"' | '\'') if !before.is_alphanumeric() => quote = Some(c),
            (Some(open), c) if c == open && before != '\\' => quote = None,
            _ => {}
        }
        before = c;
    }
    None
}

/// The end of the lines of a text.
fn line_end(text: &str) -> &'static str {
    if text.lines().next().is_some() && text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// A text with a key set to what is written for it. Only that key's lines change, and their remarks stay.
pub fn with(text: &str, key: &str, literal: &str) -> String {
    let end = line_end(text);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::new();
    let mut put = |line: &str| out.push_str(line);
    match lines_of(&lines, key) {
        Some(range) => {
            lines[..range.start].iter().copied().for_each(&mut put);
            let mark = if lines[range.start].starts_with('\u{feff}') { "\u{feff}" } else { "" };
            let own = remark(lines[range.start]).map(|remark| format!("  {remark}")).unwrap_or_default();
            put(&format!("{mark}{key}: {literal}{own}{end}"));
            for remark in lines[range.start + 1..range.end].iter().filter_map(|line| remark(line)) {
                put(&format!("  {remark}{end}"));
            }
            lines[range.end..].iter().copied().for_each(&mut put);
        }
        None => {
            // Below its explanation, if there is one; else at the end.
            let example = |line: &&str| {
                let line = line.strip_prefix('#').map(str::trim_start);
                line.and_then(|line| line.strip_prefix(key)).is_some_and(|rest| rest.starts_with(':'))
            };
            let at = lines.iter().position(example).map_or(lines.len(), |at| at + 1);
            lines[..at].iter().copied().for_each(&mut put);
            if at > 0 && !lines[at - 1].ends_with('\n') {
                put(end);
            }
            put(&format!("{key}: {literal}{end}"));
            lines[at..].iter().copied().for_each(&mut put);
        }
    }
    out
}

/// A text without a key; nothing if it wasn't there. Remarks stay.
pub fn without(text: &str, key: &str) -> Option<String> {
    let end = line_end(text);
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let range = lines_of(&lines, key)?;
    let mut out = lines[..range.start].concat();
    for remark in lines[range.clone()].iter().filter_map(|line| remark(line)) {
        out.push_str(&format!("{remark}{end}"));
    }
    out.push_str(&lines[range.end..].concat());
    Some(out)
}

/// Keeps a text, whole or not at all. A link stays one, and what it leads to keeps its rights.
///
/// # Errors
/// If it can't be written; what was there before stays.
pub fn keep(path: &Path, text: &str) -> io::Result<()> {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Ok(about) = std::fs::metadata(&path) {
        file.as_file().set_permissions(about.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_keys_own_line_changes() {
        let text = "# mine\nvolume: -3 dB  # at home\n\n# dark\nspeech: flite\n";
        assert_eq!(with(text, "volume", "-12 dB"), text.replace("-3 dB", "-12 dB"));
        assert_eq!(with(text, "mono", "yes"), format!("{text}mono: yes\n"));
        assert_eq!(with("a: 1", "mono", "yes"), "a: 1\nmono: yes\n");
        assert_eq!(with("# mono: yes\nvolume: 0 dB\n", "mono", "no"), "# mono: yes\nmono: no\nvolume: 0 dB\n");
        assert_eq!(with("a: 1\r\nvolume: 0 dB\r\n", "volume", "-1 dB"), "a: 1\r\nvolume: -1 dB\r\n");
        assert_eq!(with("\u{feff}volume: 0 dB\n", "volume", "-1 dB"), "\u{feff}volume: -1 dB\n");
        assert_eq!(with("bed: \"/a #b\"  # c\n", "bed", "sea"), "bed: sea  # c\n");
    }

    #[test]
    fn a_value_of_several_lines_goes_as_a_whole() {
        let text = "allow:\n  - /a  # music\n  # more\n  - /b\n\n# next\nmono: yes\n";
        assert_eq!(with(text, "allow", "[/c]"), "allow: [/c]\n  # music\n  # more\n\n# next\nmono: yes\n");
        assert_eq!(without(text, "allow").unwrap(), "# music\n# more\n\n# next\nmono: yes\n");
        assert_eq!(with("allow:\n- /a\n- /b\nmono: yes\n", "allow", "[]"), "allow: []\nmono: yes\n");
        assert_eq!(without(text, "volume"), None);
    }

    #[test]
    fn words_become_what_the_file_has() {
        let of = |name: &str, words: &[&str]| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_string()).collect();
            literal(super::super::key(name).unwrap(), &words)
        };
        assert_eq!(of("volume", &["-12", "dB"]), "-12 dB");
        assert_eq!(of("device", &["Kitchen: left #1"]), "\"Kitchen: left #1\"");
        assert_eq!(of("allow", &["/a", "/b c"]), "[/a, /b c]");
        assert_eq!(of("allow", &["[/a]"]), "[/a]");
        assert_eq!(of("then", &["suspend"]), "suspend");
        assert_eq!(of("then", &["systemctl", "poweroff"]), "[systemctl, poweroff]");
        assert_eq!(
            of("quiet-hours", &["from: 22:00,", "to: 7:00,", "volume: -20 dB"]),
            "{ from: 22:00, to: 7:00, volume: -20 dB }"
        );
    }
}
