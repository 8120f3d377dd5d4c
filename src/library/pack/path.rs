//! Which names a file in a pack may have: those that mean the same file, inside its folder, on every system.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The longest path in a pack, in bytes, and the longest name of a file or a folder in it. Both fit into the header of a
/// tar archive.
pub const LONGEST_PATH: usize = 150;
/// See [`LONGEST_PATH`].
pub const LONGEST_NAME: usize = 90;

/// The longest plain name that is made, and the longest that is taken.
const MADE_NAME: usize = 60;
const PLAIN_NAME: usize = 70;

/// How many folders deep a file may lie.
const DEEPEST: usize = 8;

/// Why a path isn't allowed. The sentences go on from the path's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// Nothing, or a slash too many.
    #[error("has an empty name in it")]
    Empty,
    /// Too long.
    #[error("is too long")]
    Long,
    /// Too many folders.
    #[error("lies too deep in folders")]
    Deep,
    /// `.` or `..`, or from the root of a disk.
    #[error("leads out of its folder")]
    Outside,
    /// A character that some systems don't take or that hides.
    #[error("has a character in it that not every system takes in a file's name")]
    Character,
    /// Blanks or dots at the ends of a name get lost.
    #[error("has a name that begins with a blank or ends with a blank or a dot")]
    Edge,
    /// A device of Windows.
    #[error("has a name that means a device on Windows")]
    Reserved,
    /// Another way to write the same characters.
    #[error("isn't written in Unicode's composed form (NFC)")]
    Form,
}

/// Whether a path may stand in a pack: relative, with `/` between its names.
///
/// # Errors
/// Why it may not.
pub fn check_path(path: &str) -> Result<(), PathError> {
    if path.len() > LONGEST_PATH {
        return Err(PathError::Long);
    }
    if path.starts_with('/') {
        return Err(PathError::Outside);
    }
    let mut deep = 0;
    for name in path.split('/') {
        check_name(name)?;
        deep += 1;
    }
    match deep > DEEPEST {
        true => Err(PathError::Deep),
        false => Ok(()),
    }
}

fn check_name(name: &str) -> Result<(), PathError> {
    if name.is_empty() {
        return Err(PathError::Empty);
    }
    if name == "." || name == ".." {
        return Err(PathError::Outside);
    }
    if name.len() > LONGEST_NAME {
        return Err(PathError::Long);
    }
    if name.chars().any(is_refused) {
        return Err(PathError::Character);
    }
    if name.starts_with([' ', '\u{a0}']) || name.ends_with([' ', '\u{a0}', '.']) {
        return Err(PathError::Edge);
    }
    if is_reserved(name) {
        return Err(PathError::Reserved);
    }
    match is_nfc(name) {
        true => Ok(()),
        false => Err(PathError::Form),
    }
}

/// What Windows doesn't take, what a terminal obeys, and what can't be seen.
fn is_refused(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | ':' | '"' | '\\' | '|' | '?' | '*')
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Names of devices, with any ending (Microsoft's "Naming Files, Paths, and Namespaces").
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_uppercase();
    let numbered = |stem: &str| {
        let digit = stem.strip_prefix("COM").or_else(|| stem.strip_prefix("LPT"));
        digit.is_some_and(|rest| {
            rest.chars().count() == 1 && rest.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c))
        })
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered(&stem)
}

/// What two paths share if some system takes them for the same file.
pub(super) fn same_file_key(path: &str) -> String {
    // Twice, since lower case can take a letter apart again.
    path.nfkc().flat_map(char::to_lowercase).nfkc().flat_map(char::to_uppercase).nfkc().collect()
}

/// A name made of anything a person wrote: lower-case ASCII letters, digits and hyphens; nothing if none of it can be
/// written so.
pub fn plain_name(text: &str) -> Option<String> {
    let mut name = String::new();
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ß' => name.push_str("ss"),
            'æ' => name.push_str("ae"),
            'ø' => name.push('o'),
            'œ' => name.push_str("oe"),
            'ł' => name.push('l'),
            c if c.is_ascii_alphanumeric() => name.push(c),
            // The marks of letters, taken off them by the decomposition, and apostrophes leave no gap.
            '\u{300}'..='\u{36f}' | '\'' | '\u{2019}' => {}
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
        if name.len() >= MADE_NAME {
            break;
        }
    }
    name.truncate(MADE_NAME);
    let name = name.trim_matches('-').to_string();
    match (name.is_empty(), is_reserved(&name)) {
        (true, _) => None,
        (false, true) => Some(format!("{name}-")).map(|name| name + "pack"),
        (false, false) => Some(name),
    }
}

/// Whether a name is such a plain one: what a pack or a session in it may be called. There is room for a number at its
/// end.
pub fn is_plain_name(name: &str) -> bool {
    (1..=PLAIN_NAME).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && name.split('-').all(|word| !word.is_empty())
        && !is_reserved(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_paths_pass() {
        for path in
            ["a", "sessions/neck.yaml", "sessions/parts/Wärme 2.yaml", "a/b/c/d/e/f/g/h", "nul-ish.ogg", "com10"]
        {
            assert_eq!(check_path(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn what_means_another_file_somewhere_does_not() {
        use PathError::*;
        for (path, error) in [
            ("", Empty),
            ("a//b", Empty),
            ("a/", Empty),
            ("/etc/passwd", Outside),
            ("../x", Outside),
            ("a/../x", Outside),
            ("a/./x", Outside),
            ("C:/x", Character),
            ("C:\\x", Character),
            ("\\\\server\\x", Character),
            ("a\\b", Character),
            ("a:stream", Character),
            ("a\nb", Character),
            ("a\u{1b}[31m", Character),
            ("a\u{202e}b", Character),
            ("a\0", Character),
            ("CON", Reserved),
            ("con.yaml", Reserved),
            ("sessions/NUL.tar.gz", Reserved),
            ("aux .txt", Reserved),
            ("LPT9", Reserved),
            ("COM¹.yaml", Reserved),
            ("a.", Edge),
            ("a ", Edge),
            (" a", Edge),
            ("...", Edge),
            ("cafe\u{301}", Form),
            ("a/b/c/d/e/f/g/h/i", Deep),
        ] {
            assert_eq!(check_path(path), Err(error), "{path:?}");
        }
        assert_eq!(check_path(&"x".repeat(91)), Err(Long));
        assert_eq!(check_path(&["y".repeat(80), "z".repeat(80)].join("/")), Err(Long));
    }

    #[test]
    fn paths_that_some_system_takes_for_one_have_one_key() {
        for (a, b) in [("a/B.ogg", "A/b.ogg"), ("straße", "STRASSE"), ("ﬁn", "fin"), ("É", "é"), ("ſ", "s")] {
            assert_eq!(same_file_key(a), same_file_key(b), "{a} {b}");
        }
        assert_ne!(same_file_key("a"), same_file_key("b"));
    }

    #[test]
    fn names_are_made_plain() {
        let plain = |text: &str| plain_name(text);
        assert_eq!(plain("Anna Berg").as_deref(), Some("anna-berg"));
        assert_eq!(plain("  Jürgen O’Neill-Straße  ").as_deref(), Some("jurgen-oneill-strasse"));
        assert_eq!(plain("../../etc/passwd").as_deref(), Some("etc-passwd"));
        assert_eq!(plain("CON").as_deref(), Some("con-pack"));
        assert_eq!(plain("Анна"), None);
        assert_eq!(plain("..."), None);
        for text in ["anna-berg", "con-pack", "a1", &"ß".repeat(80), &"x-".repeat(80), &format!("{}ß", "x".repeat(59))]
        {
            let name = plain(text).unwrap();
            assert!(is_plain_name(&name) && is_plain_name(&format!("{name}-1000")), "{name}");
            assert_eq!(plain(&name), Some(name));
        }
        for name in ["Anna", "con", "lpt1", &"x".repeat(71), "-a", "a--b", "a/b", "", "a."] {
            assert!(!is_plain_name(name), "{name}");
        }
    }
}
