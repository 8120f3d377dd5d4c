//! The JSON Schema says what the parser does: every session and every valid fixture validates by an independent
//! validator, what the parser refuses for its notation the schema refuses too, and no key is in only one of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};

use letgo::script::Source;
use proptest::prelude::*;
use serde_json::{Value, json};

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
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect()
}

fn read(path: &Path) -> Value {
    serde_saphyr::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_session_and_every_valid_fixture_validates() {
    let (session, part) = (schema(false), schema(true));
    let mut checked = Vec::new();
    for (folder, schema) in [
        ("sessions", &session),
        ("tests/scripts", &session),
        ("tests/scripts/valid", &session),
        ("tests/scripts/warned", &session),
        ("sessions/parts", &part),
        ("tests/scripts/parts", &part),
    ] {
        let validator = jsonschema::validator_for(schema).unwrap();
        for path in yaml_files(folder) {
            let instance = read(&path);
            let errors: Vec<String> =
                validator.iter_errors(&instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            checked.push(folder);
        }
    }
    for folder in ["tests/scripts", "tests/scripts/valid", "tests/scripts/warned", "tests/scripts/parts"] {
        assert!(checked.contains(&folder), "nothing was found in {folder}");
    }
}

/// The entries of a fixture's `sound` and `steps`, each with its key, its text, and whether it is expected to be wrong.
fn entries(path: &Path) -> Vec<(String, String, bool)> {
    let mut found: Vec<(String, String, bool)> = Vec::new();
    let mut key = String::new();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let wrong = line.contains("#! ");
        match line.strip_prefix("  ") {
            Some(rest) if rest.starts_with("- ") => found.push((key.clone(), format!("{line}\n"), wrong)),
            Some(_) => {
                let (_, text, is_wrong) = found.last_mut().unwrap();
                text.push_str(&format!("{line}\n"));
                *is_wrong |= wrong;
            }
            None => key = line.split(':').next().unwrap().to_string(),
        }
    }
    found
}

/// Each entry by itself: one error must not hide that the next isn't seen.
#[test]
fn what_the_parser_refuses_for_its_notation_the_schema_refuses_too() {
    let validator = jsonschema::validator_for(&schema(false)).unwrap();
    for name in ["keys", "units"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/scripts/invalid/{name}.yaml"));
        for (key, text, wrong) in entries(&path) {
            let rest = if key == "steps" { "" } else { "steps: [ { say: Hi. } ]\n" };
            let one = format!("letgo: 1\ntitle: One\n{rest}{key}:\n{text}");
            // A key that stands twice is refused by YAML itself.
            let accepted = serde_saphyr::from_str::<Value>(&one).is_ok_and(|one| validator.is_valid(&one));
            assert_eq!(accepted, !wrong, "{name}: {text}");
        }
    }
    for whole in [
        json!({ "letgo": 2, "title": "One", "steps": [{ "say": "Hi." }] }),
        json!({ "letgo": 1, "steps": [{ "say": "Hi." }] }),
        json!({ "letgo": 1, "title": "One", "steps": [] }),
        json!({ "letgo": 1, "title": "One", "steps": [{ "say": "Hi." }], "end": { "fro": "3m" } }),
        json!({ "letgo": 1, "title": "One", "steps": [{ "say": "Hi." }], "length": { "fit": 20 } }),
        json!({ "letgo": 1, "title": "One", "steps": [{ "say": "Hi." }], "params": { "Loud": { "default": 1 } } }),
    ] {
        assert!(!validator.is_valid(&whole), "{whole}");
        assert!(!understood(&whole), "{whole}");
    }
}

/// What the parser has to say of a script.
fn problems(script: &Value) -> Vec<String> {
    // JSON is YAML.
    let source = Source { path: "x.yaml".into(), text: script.to_string() };
    letgo::script::read(&Arc::new(source)).diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
}

fn understood(script: &Value) -> bool {
    problems(script).is_empty()
}

/// What people might write where a value is wanted, right or wrong.
fn written() -> impl Strategy<Value = Value> {
    let number = r"(0|[0-9]{1,2}|120|400|[0-9]{3,6})(\.[0-9]{1,2})?";
    let like = |pattern: &str| proptest::string::string_regex(pattern).unwrap().boxed();
    let texts = prop_oneof![
        like(&format!(r" ?-?{number} ?(ms|s|sec|m|min|h|dB|db|DB|%|Hz|/min|bpm|cm/s|apples|) ?")),
        like(&format!("{number} ?h ?{number} ?m({number}s)?")),
        like(&format!(r"{number}s ?({number}ms)?")),
        like(r"[0-9]{0,3}:[0-9]{1,3}(:[0-9]{1,2})?(\.[0-9]{1,2})?"),
        like(r"[+-]{0,2}[0-9.]{0,4} ?(dB|%)"),
        like(r"\$[a-zA-Z0-9-]{0,3}"),
        like(r"([a-z .]{0,6}(\[[0-9]{0,3}(s|m| apples)?\]?)?){0,3}"),
        like(r"(true|yes|left|tone|low|even)"),
    ];
    prop_oneof![
        4 => texts.prop_map(Value::from),
        1 => (-3i64..20_000).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => (-10.0..200.0f64).prop_map(Value::from),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn parser_and_schema_read_every_value_alike(value in written(), place in 0usize..17) {
        static VALIDATOR: LazyLock<jsonschema::Validator> =
            LazyLock::new(|| jsonschema::validator_for(&schema(false)).unwrap());
        let bed = |key: &str| json!({ "letgo": 1, "title": "x", "steps": [{ "say": "Hi." }], "sound": [{ "synth": "sea", key: value }] });
        let step = |step: Value| json!({ "letgo": 1, "title": "x", "steps": [step] });
        let script = match place {
            0 => bed("level"),
            1 => bed("fade-in"),
            2 => bed("name"),
            3 => step(json!({ "pause": value })),
            4 => step(json!({ "pause": { "for": value } })),
            5 => step(json!({ "say": value })),
            6 => step(json!({ "breathe": { "from": value } })),
            7 => step(json!({ "breathe": { "rounds": value } })),
            8 => step(json!({ "breathe": { "cue": value } })),
            9 => step(json!({ "massage": { "region": "jaw", "technique": "hold", "pressure": value } })),
            10 => step(json!({ "massage": { "region": "jaw", "technique": "hold", "pace": value } })),
            11 => step(json!({ "massage": { "region": "jaw", "technique": "hold", "side": value } })),
            12 => step(json!({ "relax": { "groups": ["hands"], "release-only": value } })),
            13 => bed("carrier"),
            14 => bed("beat"),
            15 => step(json!({ "bell": { "pitch": value } })),
            _ => step(json!({ "chapter": value })),
        };
        let (parser, schema) = (understood(&script), VALIDATOR.is_valid(&script));
        // A pattern can't add: a sum of hours and minutes may pass it and be too long all the same.
        let too_long = |problem: &String| problem.contains("longer than a day") || problem.contains("too long inside");
        let adds = schema && problems(&script).iter().all(too_long);
        prop_assert!(parser == schema || adds, "parser {parser}, schema {schema}: {script}");
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
    yaml_files("tests/scripts/parts").iter().for_each(|path| keys_in_use(&read(path), &mut used));
    let unused: Vec<_> = described.difference(&used).collect();
    assert!(unused.is_empty(), "no fixture uses {unused:?}");
    // And the other way round: the schema knows each key, except the names that authors give to parameters
    // and the cautions that they have a reason for.
    let free = ["side", "stay", "long-silence"];
    let unknown: Vec<_> = used.difference(&described).filter(|key| !free.contains(&key.as_str())).collect();
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
