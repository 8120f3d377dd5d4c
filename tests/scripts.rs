//! The script language as its authors meet it: every file in `tests/scripts/invalid` gives exactly the diagnostics
//! that its own comments (`#! code code`) expect at their lines, and every file in `tests/scripts/valid` gives none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Codes at lines of files.
type Places = BTreeMap<(PathBuf, usize), Vec<String>>;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    assert!(!files.is_empty());
    files
}

fn check(file: &Path) -> (i32, Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_letgo")).args(["check", "--json"]).arg(file).output().unwrap();
    let json = serde_json::from_slice(&output.stdout).unwrap();
    (output.status.code().unwrap(), json)
}

fn found(json: &Value) -> Places {
    let mut places = Places::new();
    for diagnostic in json["files"][0]["diagnostics"].as_array().unwrap() {
        let path = PathBuf::from(diagnostic["file"].as_str().unwrap()).canonicalize().unwrap();
        let line = diagnostic["line"].as_u64().unwrap() as usize;
        places.entry((path, line)).or_default().push(diagnostic["code"].as_str().unwrap().to_string());
    }
    places.values_mut().for_each(|codes| codes.sort());
    places
}

fn expected(file: &Path, places: &mut Places) {
    let text = std::fs::read_to_string(file).unwrap();
    for (index, line) in text.lines().enumerate() {
        if let Some((_, codes)) = line.split_once("#! ") {
            let mut codes: Vec<String> = codes.split_whitespace().map(str::to_string).collect();
            codes.sort();
            places.insert((file.canonicalize().unwrap(), index + 1), codes);
        }
    }
}

#[test]
fn invalid_scripts_give_exactly_the_errors_their_comments_expect() {
    let round = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts/invalid/parts/round.yaml");
    for file in files("invalid") {
        let (code, json) = check(&file);
        assert_eq!(code, 2, "{}", file.display());
        let mut wanted = Places::new();
        expected(&file, &mut wanted);
        if std::fs::read_to_string(&file).unwrap().contains("parts/round.yaml") {
            expected(&round, &mut wanted);
        }
        let found = found(&json);
        assert_eq!(found, wanted, "{}\n{json:#}", file.display());
    }
}

#[test]
fn valid_scripts_give_none() {
    for file in files("valid") {
        let (code, json) = check(&file);
        assert_eq!(json["files"][0]["diagnostics"], serde_json::json!([]), "{}", file.display());
        assert_eq!(code, 0, "{}", file.display());
    }
}

#[test]
fn a_text_diagnostic_has_its_place_a_picture_and_the_nearest_word() {
    let file = &files("invalid")[0];
    assert!(file.ends_with("keys.yaml"));
    let output = Command::new(env!("CARGO_BIN_EXE_letgo")).arg("check").arg(file).output().unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("keys.yaml:2:1: error: there is no key `titel` here"), "{text}");
    assert!(text.contains("did you mean `title`?"), "{text}");
    assert!(text.contains("titel: Keys"), "the line itself is shown: {text}");
}
