//! `letgo config`: settings are shown with where they come from, checked before they are kept, and changed without
//! losing a remark. Whatever is in the file, a session still plays.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;

use letgo::settings::KEYS;
use serde_json::Value;
use support::Place;

const FILE: &str = "home/.config/letgo/settings.yaml";

fn kept(place: &Place) -> String {
    std::fs::read_to_string(place.path(FILE)).unwrap()
}

/// With a variable of the environment.
fn with(place: &Place, variable: (&str, &str), args: &[&str]) -> (i32, String, String) {
    let output = place.letgo().args(args).env(variable.0, variable.1).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_first_setting_makes_a_file_that_explains_every_other() {
    let place = Place::new();
    place.ok(&["config", "set", "volume", "-12", "dB"]);
    let text = kept(&place);
    for key in KEYS {
        assert!(
            text.contains(key.about) && text.contains(&format!("# {}: {}\n", key.name, key.example)),
            "{}",
            key.name
        );
    }
    assert!(text.contains("\nvolume: -12 dB\n"), "{text}");
    assert_eq!(place.ok(&["config", "get", "volume"]), "-12 dB\n");
    // Every example can be taken over as it stands.
    let all: String = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(line)
                if KEYS.iter().any(|key| key.name != "volume" && line == format!("{}: {}", key.name, key.example)) =>
            {
                format!("{line}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    place.write(FILE, all);
    assert!(place.ok(&["config", "check"]).contains(&format!("{} settings are set", KEYS.len())));
}

#[test]
fn only_the_line_of_the_key_changes() {
    let place = Place::new();
    let before =
        "# my own\nvolume: -3 dB   # for the living room\n\n# later\nspeech: [say, -f,\n  '{text-file}']\nmono: no\n";
    place.write(FILE, before);
    place.ok(&["config", "set", "volume", "-20 dB"]);
    assert_eq!(kept(&place), before.replace("-3 dB   #", "-20 dB  #"));
    place.ok(&["config", "set", "speech", "espeak-ng"]);
    assert!(kept(&place).contains("# later\nspeech: espeak-ng\nmono: no\n"), "{}", kept(&place));
    place.ok(&["config", "unset", "volume"]);
    assert!(kept(&place).starts_with("# my own\n# for the living room\n\n# later\n"), "{}", kept(&place));
    place.ok(&["config", "set", "allow", "/music", "/srv/two words"]);
    assert!(kept(&place).ends_with("mono: no\nallow: [/music, /srv/two words]\n"), "{}", kept(&place));
    assert!(place.names("home/.config/letgo") == ["settings.yaml"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_rights_stay() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let real = place.write("dotfiles/letgo.yaml", "mono: yes\n");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    std::fs::create_dir_all(place.path("home/.config/letgo")).unwrap();
    std::os::unix::fs::symlink(&real, place.path(FILE)).unwrap();
    place.ok(&["config", "set", "mono", "no"]);
    assert!(std::fs::symlink_metadata(place.path(FILE)).unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(&real).unwrap(), "mono: no\n");
    assert_eq!(std::fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_wrong_value_is_refused_and_nothing_is_written() {
    let place = Place::new();
    for (words, expected) in [
        (&["volume", "loud"][..], "isn't a level"),
        (&["volume", "3 dB"], "at most 0 dB"),
        (&["volum", "-3 dB"], "did you mean `volume`"),
        (&["guide", "plian"], "did you mean `plain`"),
        (&["then", "suspend now"], "a list of its words"),
        (&["allow", "music"], "whole path"),
        (&["quiet-hours", "from:", "22:00"], "the key `to` is missing"),
        (&["device", "a\nvolume: 0 dB"], ""),
    ] {
        let output = place.run(&[&["config", "set"], words].concat());
        let said = String::from_utf8(output.stderr).unwrap();
        if words[0] != "device" {
            assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
            assert!(said.contains(expected), "{words:?}: {said}");
            assert!(!place.path(FILE).exists(), "{words:?}");
        }
    }
    // A name may hold anything, and stays one value.
    assert_eq!(place.ok(&["config", "get", "volume"]), "0 dB\n");
}

#[test]
fn each_value_says_where_it_comes_from() {
    let place = Place::new();
    place.write(FILE, "volume: -3 dB\nlead-in: 5s\n");
    let (code, shown, _) = with(&place, ("LETGO_VOLUME", "-9 dB"), &["config"]);
    assert_eq!(code, 0);
    assert!(shown.contains("settings.yaml\n"), "{shown}");
    let line = |name: &str| shown.lines().find(|line| line.split(' ').next() == Some(name)).unwrap().to_string();
    assert!(line("volume").ends_with("-9 dB  (environment: LETGO_VOLUME)"), "{shown}");
    assert!(line("lead-in").ends_with("5s  (file)"), "{shown}");
    assert!(line("mono").ends_with("no  (default)"), "{shown}");
    let (_, json, _) = with(&place, ("LETGO_VOLUME", "-9 dB"), &["config", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let settings = json["settings"].as_array().unwrap();
    assert_eq!(settings.len(), KEYS.len());
    let volume = settings.iter().find(|setting| setting["name"] == "volume").unwrap();
    assert_eq!((&volume["value"], &volume["from"]), (&"-9 dB".into(), &"environment".into()));
    // An empty variable says nothing, a wrong one is told by its name, and one that is nearly right is guessed at.
    assert_eq!(with(&place, ("LETGO_VOLUME", ""), &["config", "get", "volume"]).1, "-3 dB\n");
    let (code, _, said) = with(&place, ("LETGO_VOLUME", "loud"), &["config", "check"]);
    assert!(code == 2 && said.contains("LETGO_VOLUME: error: `loud` isn't a level"), "{said}");
    assert!(with(&place, ("LETGO_VOLUM", "-3 dB"), &["config", "check"]).2.contains("did you mean LETGO_VOLUME?"));
}

#[test]
fn mistakes_are_told_with_places_and_nearest_names() {
    let place = Place::new();
    place.write(FILE, "volum: -3 dB\nbalance: 30\n");
    for args in [&["config"][..], &["config", "check"], &["config", "get", "mono"]] {
        let said = place.fails(2, args);
        assert!(said.contains("settings.yaml:1:1: error: there is no key `volum` here"), "{said}");
        assert!(said.contains("did you mean `volume`?") && said.contains(":2:10: error: "), "{said}");
    }
    // What mends the file may be set; what doesn't, mayn't.
    assert!(place.fails(2, &["config", "set", "mono", "yes"]).contains("mend the file first"));
    place.write(FILE, "balance: 30\n");
    place.ok(&["config", "set", "balance", "-30 %"]);
    place.ok(&["config", "check"]);
    // A file laid out in another way is left alone.
    place.write(FILE, "{ mono: yes, volume: 0 dB }\n");
    assert!(place.fails(2, &["config", "set", "mono", "no"]).contains("yourself") || kept(&place).starts_with('{'));
    assert_eq!(kept(&place), "{ mono: yes, volume: 0 dB }\n");
}

#[test]
fn sessions_play_whatever_the_settings_say() {
    let place = Place::new();
    for text in ["volum: -3 dB\n", "[", "settings: 2\nnew: thing\n", "\u{0}\u{1}"] {
        place.write(FILE, text);
        let output = place.run(&["list"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert_eq!(said.matches("going on without that").count(), 1, "{said}");
        place.fails(1, &["voice", "build", "first-evening"]);
        assert_eq!(kept(&place), text);
    }
    place.write(FILE, [0xff, 0xfe]);
    assert!(place.fails(1, &["config"]).contains("can't be read"));
    place.ok(&["list"]);
}

#[test]
fn without_a_home_nothing_is_kept_and_that_is_said() {
    let place = Place::new();
    let run = |home: &str, args: &[&str]| {
        let output = place.letgo().args(args).env("HOME", home).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run("/dev/null", &["config", "set", "mono", "yes"]);
    assert!(code == Some(1) && said.contains("can't be kept"), "{said}");
    assert_eq!(run("/dev/null", &["config"]).0, Some(0));
    assert_eq!(run("/dev/null", &["list"]), (Some(0), String::new()));
    assert_eq!(run("", &["list"]).0, Some(0));
}

#[test]
fn the_page_and_the_schema_have_every_setting() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/settings.md")).unwrap();
    let rows: Vec<String> = KEYS
        .iter()
        .map(|key| {
            let later = if key.followed { "" } else { "*later*" };
            format!("| `{}` | {} | {} | {} | {later} |", key.name, key.kind, key.otherwise, key.about)
        })
        .collect();
    let listed: Vec<&str> =
        page.lines().filter(|line| line.starts_with("| `") && !line.starts_with("| `letgo")).collect();
    assert_eq!(listed, rows);
    let schema: Value = serde_json::from_str(&Place::new().ok(&["schema", "--settings"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let properties = schema["properties"].as_object().unwrap();
    assert_eq!(properties.len(), KEYS.len() + 1);
    for key in KEYS {
        assert!(properties[key.name]["description"].as_str().unwrap().starts_with(key.about), "{}", key.name);
    }
    let whole = serde_json::json!({
        "settings": 1, "volume": "-12 dB", "bells": "off", "mono": true, "dark": "yes", "balance": "-30 %", "guide": "plain",
        "then": ["systemctl", "poweroff"], "allow": ["~/Music"], "lead-in": "5s", "device": "Headphones",
        "quiet-hours": { "from": "22:00", "to": "7:00", "volume": "-20 dB" },
    });
    assert!(
        validator.is_valid(&whole),
        "{:?}",
        validator.iter_errors(&whole).map(|e| e.to_string()).collect::<Vec<_>>()
    );
    for wrong in
        [serde_json::json!({ "volum": "0 dB" }), serde_json::json!({ "mono": null }), serde_json::json!({ "then": 3 })]
    {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
}
