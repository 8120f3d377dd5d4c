//! The pages of `docs` say what the program does: every word of the language is in `docs/language.md`, its examples are
//! accepted, and `--json` has the shapes of `docs/json.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use support::Place;

fn page(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name)).unwrap()
}

/// The blocks of a page in this notation.
fn blocks(page: &str, notation: &str) -> Vec<String> {
    let begins = format!("```{notation}\n");
    page.split(&begins).skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

/// Every key of a schema, and every word that may be a value.
fn words(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            for (name, value) in map {
                match (name.as_str(), value) {
                    ("properties", Value::Object(properties)) => found.extend(properties.keys().cloned()),
                    ("const", Value::String(word)) => drop(found.insert(word.clone())),
                    ("enum", Value::Array(choices)) => {
                        found.extend(choices.iter().filter_map(|word| word.as_str().map(str::to_string)));
                    }
                    _ => {}
                }
                words(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_and_every_word_of_the_language_is_explained() {
    let place = Place::new();
    let mut all = BTreeSet::new();
    for args in [&["schema"][..], &["schema", "--part"][..]] {
        words(&serde_json::from_str(&place.ok(args)).unwrap(), &mut all);
    }
    all.extend(letgo::library::bundled_tracks());
    // Plurals and other names by which something is found needn't all be listed.
    let also = other_names();
    let page = page("language.md");
    let missing: Vec<_> =
        all.iter().filter(|word| !also.contains(*word) && !page.contains(&format!("`{word}`"))).collect();
    assert!(all.len() > 150, "only {} words were found", all.len());
    assert!(missing.is_empty(), "docs/language.md doesn't speak of {missing:?}");
}

fn other_names() -> BTreeSet<String> {
    use letgo::practice::{self, Entry};
    fn also<E: Entry>(entries: &[E]) -> impl Iterator<Item = String> + '_ {
        entries.iter().flat_map(|entry| entry.also().iter().cloned())
    }
    let touch = also(practice::tools()).chain(also(practice::cautions()));
    also(practice::regions())
        .chain(also(practice::groups()))
        .chain(also(practice::muscle_groups()))
        .chain(touch)
        .collect()
}

#[test]
fn every_link_leads_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<_> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|name| root.join(name)).to_vec();
    for folder in ["docs", "docs/help"] {
        pages.extend(std::fs::read_dir(root.join(folder)).unwrap().map(|file| file.unwrap().path()));
    }
    let mut links = 0;
    for page in pages.iter().filter(|page| page.extension().is_some_and(|end| end == "md")) {
        let text = std::fs::read_to_string(page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap();
            if !link.contains("://") && !file.is_empty() {
                assert!(page.parent().unwrap().join(file).exists(), "{}: {link}", page.display());
                links += 1;
            }
        }
    }
    assert!(links > 30, "only {links} links were found");
}

#[test]
fn every_code_is_explained() {
    let page = page("language.md");
    for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts/invalid")).unwrap() {
        let path = file.unwrap().path();
        let text = if path.is_file() { std::fs::read_to_string(path).unwrap() } else { String::new() };
        for codes in text.lines().filter_map(|line| line.split_once("#! ")).map(|(_, codes)| codes) {
            for code in codes.split_whitespace() {
                assert!(page.contains(&format!("| `{code}`")) || page.contains(&format!(", `{code}`")), "{code}");
            }
        }
    }
}

#[test]
fn every_example_is_accepted() {
    let place = Place::new();
    place.write("parts/closing.yaml", include_str!("scripts/parts/closing.yaml"));
    let params = "params:\n  side: { choices: [left, right, both], default: both }\n  stay: { default: 20s }\n";
    let sound = "sound: [ { track: sea } ]\n";
    let steps = "steps: [ { pause: 12m } ]\n";
    let examples = blocks(&page("language.md"), "yaml");
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let examples: Vec<String> = examples.into_iter().chain(blocks(&readme, "yaml")).collect();
    assert!(examples.len() > 20);
    for example in examples {
        let part = example.starts_with("letgo: 1\ntitle: A way back");
        let script = match example.split([':', ' ']).next().unwrap() {
            "letgo" if part => {
                place.write("parts/example.yaml", &example);
                "letgo: 1\ntitle: x\nsteps: [ { include: parts/example.yaml } ]\n".to_string()
            }
            "letgo" => example.clone(),
            "-" => {
                let back = "- say: Stay as long as you like. [30s]\n";
                format!("letgo: 1\ntitle: x\n{params}{sound}steps:\n{example}{back}")
            }
            "sound" => format!("letgo: 1\ntitle: x\n{example}{steps}"),
            "end" => format!("letgo: 1\ntitle: x\n{sound}{steps}{example}"),
            "length" => format!("letgo: 1\ntitle: x\n{example}steps: [ {{ pause: {{ for: 12m, max: 1h }} }} ]\n"),
            "#" => format!("{example}letgo: 1\ntitle: x\n{steps}"),
            other => panic!("an example that begins with {other}: {example}"),
        };
        place.write("example.yaml", &script);
        let output = place.run(&["check", "example.yaml"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.is_empty(), "{script}\n{said}");
    }
}

/// The keys and the kinds of a value, at their paths. Entries of a list are one.
fn shape(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| shape(value, &format!("{path}.{key}"), found)),
        Value::Array(items) => items.iter().for_each(|item| shape(item, &format!("{path}[]"), found)),
        Value::String(_) => drop(found.insert(format!("{path}: text"))),
        Value::Number(number) if number.is_f64() => drop(found.insert(format!("{path}: number"))),
        Value::Number(_) => drop(found.insert(format!("{path}: whole number"))),
        Value::Bool(_) => drop(found.insert(format!("{path}: yes or no"))),
        Value::Null => {}
    }
}

fn shape_of(json: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    shape(&serde_json::from_str(json).unwrap(), "", &mut found);
    found
}

#[test]
fn what_is_printed_as_json_has_the_documented_shape() {
    let place = Place::new();
    place.write("busy.yaml", support::BUSY);
    place.write("bad.yaml", "letgo: 1\ntitel: x\ntitle: x\nsteps: [ { say: Hi. } ]\n");
    let page = page("json.md");
    let documented = |verb: &str| {
        let section = page.split("\n## ").find(|section| section.starts_with(&format!("`letgo {verb}"))).unwrap();
        shape_of(&blocks(section, "json")[0])
    };
    assert_eq!(shape_of(&place.ok(&["list", "--json"])), documented("list"));
    assert_eq!(shape_of(&place.ok(&["show", "busy.yaml", "--json"])), documented("show"));
    let output = place.run(&["check", "--json", "bad.yaml"]);
    assert_eq!(shape_of(&String::from_utf8(output.stdout).unwrap()), documented("check"));
    place.write("home/.config/letgo/settings.yaml", "volume: -12 dB\n");
    assert_eq!(shape_of(&place.ok(&["config", "--json"])), documented("config"));
    let output = place.letgo().args(["doctor", "--json"]).env("LC_ALL", "C").output().unwrap();
    assert_eq!(shape_of(&String::from_utf8(output.stdout).unwrap()), documented("doctor"));
    // There may be no device here, but a list there is.
    let devices: Value = serde_json::from_str(&place.ok(&["devices", "--json"])).unwrap();
    assert!(devices["devices"].is_array() && devices["version"] == 1, "{devices}");
    if devices["devices"] != serde_json::json!([]) && devices["microphones"] != serde_json::json!([]) {
        assert_eq!(shape_of(&devices.to_string()), documented("devices"));
    }
}

/// What scripts may count on, key by key.
#[test]
fn json_has_at_least_what_was_promised() {
    let place = Place::new();
    place.write("busy.yaml", support::BUSY);
    let json = |args: &[&str]| -> Value { serde_json::from_slice(&place.run(args).stdout).unwrap() };
    let list = json(&["list", "--json"]);
    let session = list["sessions"].as_array().unwrap().iter().find(|session| session["name"] == "first-evening");
    let session = session.unwrap();
    assert!(session["title"].is_string() && session["summary"].is_string());
    let shown = json(&["show", "first-evening", "--json"]);
    assert_eq!(shown["title"], session["title"]);
    assert_eq!(shown["length_frames"].as_f64().unwrap() / 48_000.0, session["length_seconds"].as_f64().unwrap());
    let shown = json(&["show", "busy.yaml", "--json"]);
    assert_eq!(shown["sample_rate"], 48_000);
    let chapters: Vec<_> = shown["chapters"].as_array().unwrap().iter().map(|chapter| &chapter["title"]).collect();
    assert_eq!(chapters, ["One", "Two"]);
    let length = shown["length_frames"].as_u64().unwrap();
    let mut last = 0;
    for event in shown["events"].as_array().unwrap() {
        let (start, long) = (event["start_frame"].as_u64().unwrap(), event["length_frames"].as_u64().unwrap());
        assert!(last <= start && start + long <= length && event["kind"].is_string() && event["text"].is_string());
        last = start;
    }
    // What fails prints no half of a result.
    place.write("bad.yaml", "letgo: 1\ntitel: x\n");
    let output = place.run(&["show", "--json", "bad.yaml"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

const ONE_CHOICE: &str =
    "letgo: 1\ntitle: x\nparams: { side: { choices: [left], default: left } }\nsteps:\n  - say: Hi.\n";

/// Numbers and words of the pack format are those of the program.
#[test]
fn the_pack_format_is_written_down_as_it_is() {
    use letgo::library::pack::{LARGEST_MANIFEST, LARGEST_PACK, LARGEST_TEXT, LONGEST_PATH, MOST_FILES, VERSION};
    let page = page("pack-format.md");
    assert!(page.starts_with(&format!("# The pack format, version {VERSION}")));
    for limit in [
        format!("more than {},{:03} files", MOST_FILES / 1000, MOST_FILES % 1000),
        format!("a manifest of more than {} MB", LARGEST_MANIFEST >> 20),
        format!("a pack of more than {} GB", LARGEST_PACK >> 30),
        format!("at most {} kB", LARGEST_TEXT >> 10),
        format!("paths of more than {LONGEST_PATH} bytes"),
    ] {
        assert!(page.contains(&limit), "docs/pack-format.md doesn't say: {limit}");
    }
    let place = Place::new();
    place.write("x.yaml", format!("{ONE_CHOICE}  - pause: {{ for: 10s, max: 1h }}\n"));
    place.write("l.md", "Dear you");
    place.ok(&["identity", "new", "--name", "Bea"]);
    let pack = ["pack", "x.yaml", "-o", "x.letgo", "--letter", "l.md", "--set", "side=left", "--fit", "20s"];
    place.ok(&pack);
    // The manifest that is written has the documented keys.
    let bytes = std::fs::read(place.path("x.letgo")).unwrap();
    let end = bytes[512..].iter().position(|byte| *byte == 0).unwrap() + 512;
    let manifest = String::from_utf8(bytes[512..end].to_vec()).unwrap();
    let shape_without_names = |json: &str| -> BTreeSet<String> {
        shape_of(json).into_iter().filter(|line| !line.contains(".set.")).collect()
    };
    assert_eq!(shape_without_names(&manifest), shape_without_names(&blocks(&page, "json")[0]));
}

#[test]
fn what_is_printed_of_packs_as_json_has_the_documented_shape() {
    let place = Place::new();
    place.write("x.yaml", ONE_CHOICE);
    place.write("l.md", "Dear you");
    place.ok(&["identity", "new", "--name", "Bea"]);
    place.write("p.yaml", "plan: 1\nphases: [ { session: x.yaml, times-a-week: 3, weeks: 2 } ]\n");
    place.ok(&["pack", "x.yaml", "-o", "x.letgo", "--letter", "l.md", "--plan", "p.yaml", "--set", "side=left"]);
    place.ok(&["add", "x.letgo", "--yes"]);
    let page = page("json.md");
    for (heading, args) in [
        ("`letgo show NAME.letgo --json`", &["show", "x.letgo", "--json"][..]),
        ("`letgo trust --json`", &["trust", "--json"]),
        ("`letgo identity show --json`", &["identity", "show", "--json"]),
    ] {
        let section = page.split("\n## ").find(|section| section.starts_with(heading)).unwrap();
        assert_eq!(shape_of(&place.ok(args)), shape_of(&blocks(section, "json")[0]), "{heading}");
    }
}

#[test]
fn the_page_about_plans_is_right() {
    let place = Place::new();
    let page = page("plan.md");
    place.write("plan.yaml", &blocks(&page, "yaml")[0]);
    place.ok(&["plan", "set", "plan.yaml"]);
    let json = self::page("json.md");
    let section = json.split("\n## ").find(|section| section.starts_with("`letgo plan --json`")).unwrap();
    assert_eq!(keys(&place.ok(&["plan", "--json"])), keys(&blocks(section, "json")[0]));
    let mut all = BTreeSet::new();
    words(&serde_json::from_str(&place.ok(&["schema", "--plan"])).unwrap(), &mut all);
    // The long names of the days are no secret, and no news.
    let missing: Vec<_> =
        all.iter().filter(|word| !word.ends_with("day") && !page.contains(&format!("`{word}`"))).collect();
    assert!(all.len() > 20 && missing.is_empty(), "docs/plan.md doesn't speak of {missing:?}");
    // What the page and its help tell to type is accepted.
    for text in [&page, &self::page("help/plan.md")] {
        for line in text.split('`').chain(text.lines()).filter(|line| line.starts_with("letgo plan ")) {
            let line = line.split(" #").next().unwrap().trim();
            let words: Vec<&str> = line.split_whitespace().skip(1).chain(["--help"]).collect();
            assert!(place.run(&words).status.success(), "{line}");
        }
    }
}

/// Every key, wherever it is.
fn keys(json: &str) -> BTreeSet<String> {
    fn gather(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => {
                for (key, value) in map {
                    found.insert(key.clone());
                    gather(value, found);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    gather(&serde_json::from_str(json).unwrap(), &mut found);
    found
}

/// The program's folder first in the search path, so that a page's commands find it.
fn shell(place: &Place, script: &str) -> std::process::Output {
    let folder = Path::new(env!("CARGO_BIN_EXE_letgo")).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let mut command = std::process::Command::new("sh");
    place.at_home(command.args(["-c", script]).env("PATH", path).env("LETGO_PASSPHRASE", "four words are good"));
    command.output().unwrap()
}

fn works(place: &Place, script: &str) -> String {
    let output = shell(place, script);
    assert!(output.status.success(), "{script}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(unix)]
#[test]
fn a_therapist_can_follow_the_page_word_by_word() {
    let (bea, dora) = (Place::new(), Place::new());
    let page = page("for-therapists.md");
    let handing_over = page.split("\n## ").find(|section| section.starts_with("Handing a session over")).unwrap();
    bea.write("dora.yaml", &blocks(handing_over, "yaml")[0]);
    let mut commands = 0;
    for line in blocks(handing_over, "sh").iter().flat_map(|block| block.lines()) {
        let packed = bea.path("dora.letgo");
        if line.starts_with("letgo pack") {
            works(&bea, line);
        } else if packed.exists() {
            std::fs::copy(&packed, dora.path("dora.letgo")).unwrap();
            // What is played takes its time, and is asked about; looking at it is the same way.
            let line = line.replace("letgo play", "letgo show").replace("letgo add", "letgo add --yes");
            works(&dora, &line);
        } else {
            works(&bea, line);
        }
        commands += 1;
    }
    assert!(commands >= 6, "only {commands} commands were found");
    // The pack with the plan took the place of the one without.
    assert!(works(&dora, "letgo list").starts_with("dora/"));
    assert!(works(&dora, "letgo plan").contains("Turn my head"));
    // What a row of the table promises is an option.
    let help = works(&bea, "letgo pack --help");
    for option in ["--set", "--fit", "--leave-out", "--anchor", "--cautions", "--letter", "--plan", "--lossless"] {
        assert!(handing_over.contains(&format!("`{option}")) && help.contains(option), "{option}");
    }
}

#[cfg(unix)]
#[test]
fn the_examples_for_practices_work() {
    let place = Place::new();
    let page = page("clinics.md");
    place.write("clients.csv", &blocks(&page, "csv")[0]);
    place.write("letters/anna.md", "Dear Anna");
    place.write("evening.yaml", support::BUSY);
    place.write("neck.yaml", ONE_CHOICE);
    let scripts = blocks(&page, "sh");
    let output = shell(&place, &scripts[0]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert_eq!(place.names("packs"), ["anna-berg.letgo", "bert-holm.letgo"]);
    for column in
        ["name", "sessions", "title", "fit", "letter", "plan", "anchor", "leave-out", "without-holds", "cautions"]
    {
        assert!(page.contains(&format!("| `{column}` |")), "{column}");
    }
    place.write("sessions/one.yaml", support::BUSY);
    works(&place, &scripts[1]);
    place.write("sessions/two.yaml", "letgo: 1\ntitel: x\n");
    assert_eq!(shell(&place, &scripts[1]).status.code(), Some(2));
}
