//! Help is short, fits a terminal, and doesn't disagree with the program: pages, options, manual and completions name
//! the same verbs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::Path;

use support::Place;

const TOPICS: &[&str] = &[
    "getting-started",
    "keys",
    "sessions",
    "scripts",
    "voice",
    "plan",
    "therapists",
    "safety",
    "settings",
    "troubleshooting",
    "files",
];

fn page(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/help/{name}.md"))).unwrap()
}

/// Every verb that the program's own help names, and those that it keeps for packagers.
fn verbs(place: &Place) -> Vec<String> {
    let shown = place.ok(&["help"]);
    let list = shown.split("Verbs:").nth(1).unwrap();
    let named = list.split([',', '\n']).map(str::trim).filter(|verb| !verb.is_empty()).map(str::to_string);
    let verbs: Vec<String> = named.chain(["man".to_string(), "completions".to_string()]).collect();
    assert!(verbs.len() >= 12, "{verbs:?}");
    verbs
}

#[test]
fn every_topic_is_there_and_fits_a_terminal() {
    let place = Place::new();
    let contents = place.ok(&["help"]);
    let mut there: Vec<String> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/help"))
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_string())
        .collect();
    there.sort();
    let mut wanted = TOPICS.to_vec();
    wanted.sort_unstable();
    assert_eq!(there, wanted);
    for topic in TOPICS {
        assert!(contents.contains(&format!("  {topic} ")), "{topic}");
        let shown = place.ok(&["help", topic]);
        for text in [&shown, &page(topic)] {
            for line in text.lines() {
                assert!(line.chars().count() <= 80, "{topic}: {line}");
            }
        }
        assert!(shown.lines().count() < 45, "{topic} is longer than a page");
        // The same words on the screen as in the repository.
        let words = |text: &str| {
            text.replace('`', "").replace('#', " ").split_whitespace().map(str::to_string).collect::<Vec<_>>()
        };
        let fences = page(topic).lines().filter(|line| !line.starts_with("```")).collect::<Vec<_>>().join("\n");
        assert_eq!(words(&shown), words(&fences), "{topic}");
    }
}

#[test]
fn a_slip_finds_the_nearest_topic_and_a_verb_its_options() {
    let place = Place::new();
    assert!(place.fails(2, &["help", "setings"]).contains("did you mean `settings`?"));
    assert!(place.fails(2, &["help", "rendr"]).contains("did you mean `render`?"));
    assert!(place.fails(2, &["help", "zebra"]).contains("`letgo help` shows what there is"));
    assert!(place.ok(&["help", "play"]).contains("Usage: letgo play"));
    assert!(place.ok(&["help", "voice", "build"]).contains("Usage: letgo voice build"));
}

#[test]
fn what_the_pages_tell_to_type_is_accepted() {
    let place = Place::new();
    let mut commands = 0;
    for topic in TOPICS {
        let page = page(topic);
        for line in page.split("```sh\n").skip(1).flat_map(|block| block.split("```").next().unwrap().lines()) {
            let mut words: Vec<String> = Vec::new();
            for (n, part) in line.split(" #").next().unwrap().split('"').enumerate() {
                match n % 2 {
                    0 => words.extend(part.split_whitespace().map(str::to_string)),
                    _ => words.push(part.to_string()),
                }
            }
            let verb = words[1].as_str();
            if !verbs(&place).iter().any(|known| known == verb) {
                panic!("{topic}: {line}");
            }
            // `--help` is refused along with a wrong option.
            let options: Vec<&str> =
                words[1..].iter().map(String::as_str).filter(|word| word.starts_with("--")).collect();
            let help = place.ok(&[&[verb], &["--help"][..]].concat());
            let all = match verb {
                "voice" => place.ok(&["voice", "build", "--help"]),
                "plan" => help + &place.ok(&["plan", "remind", "--help"]),
                _ => help,
            };
            for option in options {
                assert!(all.contains(option), "{topic}: {line}: {option}");
            }
            commands += 1;
        }
    }
    assert!(commands > 20);
    place.write("evening.yaml", page("scripts").split("```yaml\n").nth(1).unwrap().split("```").next().unwrap());
    place.ok(&["check", "evening.yaml"]);
}

#[test]
fn the_help_of_every_verb_is_short_and_has_an_example() {
    let place = Place::new();
    let whole = place.ok(&["--help"]);
    for heading in ["To rest:", "To write sessions:", "This machine:", "Options:", "Examples:"] {
        assert!(whole.contains(heading), "{whole}");
    }
    for verb in verbs(&place) {
        let shown = place.ok(&[&verb, "--help"]);
        assert!(shown.contains(&format!("letgo {verb}")) && shown.contains("Example"), "{shown}");
        assert!(shown.lines().count() <= 70, "{verb}: {} lines", shown.lines().count());
        let hidden = ["man", "completions"].contains(&verb.as_str());
        assert_eq!(whole.lines().any(|line| line.starts_with(&format!("  {verb} "))), !hidden, "{verb}");
    }
}

#[test]
fn manual_and_completions_name_every_verb() {
    let place = Place::new();
    let manual = place.ok(&["man"]);
    assert!(manual.contains(".TH letgo 1") && manual.contains("LETGO_VOLUME") && manual.contains("settings.yaml"));
    place.ok(&["man", "--into", "pages"]);
    let pages = place.names("pages");
    for verb in verbs(&place) {
        assert!(pages.contains(&format!("letgo-{verb}.1")), "{verb}: {pages:?}");
        if !["man", "completions"].contains(&verb.as_str()) {
            assert!(manual.replace("\\-", "-").contains(&format!("letgo-{verb}(1)")), "{verb}");
        }
    }
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let text = place.ok(&["completions", shell]);
        for verb in verbs(&place) {
            assert!(text.contains(&verb), "{shell}: {verb}");
        }
        assert!(text.contains("speak-cautions") && text.contains("without-holds"), "{shell}");
    }
    assert!(place.fails(2, &["completions", "cmd"]).contains("powershell"));
    assert!(place.fails(2, &["man", "plya"]).contains("there is no verb"));
}
