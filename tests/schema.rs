//! The JSON Schema says what the parser does: every session and every valid fixture validates by an independent
//! validator, what the parser refuses for its notation the schema refuses too, and no key is in only one of them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn schema(part: bool) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_letgo"));
    command.arg("schema");
    if part {
        command.arg("--part");
    }
    serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
}

fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

fn read(path: &Path) -> Value {
    serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_session_and_every_valid_fixture_validates() {
    let (session, part) = (schema(false), schema(true));
    let mut checked = 0;
    for (folder, schema) in [
        ("sessions", &session),
        ("tests/scripts/valid", &session),
        ("sessions/parts", &part),
        ("tests/scripts/valid/parts", &part),
    ] {
        let validator = jsonschema::validator_for(schema).unwrap();
        for path in yaml_files(folder) {
            let instance = read(&path);
            let errors: Vec<String> =
                validator.iter_errors(&instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            checked += 1;
        }
    }
    assert!(checked >= 6, "only {checked} files were found");
}

#[test]
fn what_the_parser_refuses_for_its_notation_the_schema_refuses_too() {
    let schema = schema(false);
    let validator = jsonschema::validator_for(&schema).unwrap();
    for name in ["keys", "units"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/scripts/invalid/{name}.yaml"));
        let whole = read(&path);
        // Each step and bed by itself: one error must not hide that the next isn't seen.
        let text = std::fs::read_to_string(&path).unwrap();
        let wrong = text.lines().filter(|line| line.trim_start().starts_with("- ") && line.contains("#! ")).count();
        let mut refused = 0;
        for key in ["steps", "sound"] {
            for item in whole[key].as_array().unwrap() {
                let mut one = serde_json::json!({ "letgo": 1, "title": "One", "steps": [{ "say": "Hi." }] });
                one[key] = Value::Array(vec![item.clone()]);
                refused += usize::from(!validator.is_valid(&one));
            }
        }
        assert!(refused >= wrong, "{name}: {refused} of {wrong} refused");
        assert!(!validator.is_valid(&whole));
    }
}

/// Every key that a schema speaks of.
fn keys_of_schema(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                if let ("properties", Value::Object(properties)) = (name.as_str(), value) {
                    keys.extend(properties.keys().cloned());
                }
                keys_of_schema(value, keys);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys_of_schema(item, keys)),
        _ => {}
    }
}

fn keys_in_use(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            keys.insert(key.clone());
            keys_in_use(value, keys);
        }),
        Value::Array(items) => items.iter().for_each(|item| keys_in_use(item, keys)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_schema_is_exercised() {
    let mut described = BTreeSet::new();
    keys_of_schema(&schema(false), &mut described);
    keys_of_schema(&schema(true), &mut described);
    let mut used = BTreeSet::new();
    yaml_files("tests/scripts/valid").iter().for_each(|path| keys_in_use(&read(path), &mut used));
    yaml_files("tests/scripts/valid/parts").iter().for_each(|path| keys_in_use(&read(path), &mut used));
    let unused: Vec<_> = described.difference(&used).collect();
    assert!(unused.is_empty(), "no fixture uses {unused:?}");
    // And the other way round: the schema knows each key, except the names that authors give to parameters.
    let unknown: Vec<_> = used.difference(&described).filter(|key| !["side", "stay"].contains(&key.as_str())).collect();
    assert!(unknown.is_empty(), "the schema doesn't know {unknown:?}");
}

#[test]
fn the_words_of_the_tables_are_in_the_schema() {
    let text = schema(false).to_string();
    for word in ["longer-out", "upper-trapezius", "slow-stroke", "brown"] {
        assert!(text.contains(&format!("\"const\":\"{word}\"")), "{word} is missing");
    }
    assert!(!text.contains("x-vocabulary"));
}
