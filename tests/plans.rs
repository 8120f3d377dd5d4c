//! A plan: this week is shown, tonight follows from it, it travels in a pack, a calendar reads it, a timer reminds of it;
//! and nobody is scolded.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::path::{Path, PathBuf};
use std::process::Output;

use jiff::civil::Date;
use letgo::library::pack::{self, Content, Contents, PackedSession};
use serde_json::Value;
use support::Place;
use support::terminal::{LETGO, Terminal};

/// A session of some seconds, with a parameter.
const HANDS: &str = "\
letgo: 1
title: Warm hands
params:
  side: { choices: [left, right], default: right }
steps:
  - chapter: Arrive
  - say: Hello. [1s]
  - chapter: Hands
  - when: { param: side, is: left, steps: [ { say: On the left. } ] }
  - when: { param: side, is: right, steps: [ { say: On the right. } ] }
";
const SEA: &str = "letgo: 1\ntitle: The sea\nsteps:\n  - say: Rest. [1s]\n";

/// From a Tuesday on: two weeks of hands, and then the sea.
const PLAN: &str = "\
plan: 1
title: Four quiet weeks
goal: Turn my head without thinking of it.
at: 21:30
begins: 2026-12-01
phases:
  - { session: hands.yaml, set: { side: left }, days: [mon, wed, fri], weeks: 2 }
  - { session: sea.yaml, times-a-week: 3, weeks: 2 }
";

fn place() -> Place {
    let place = Place::new();
    place.write("hands.yaml", HANDS);
    place.write("sea.yaml", SEA);
    place.write("plan.yaml", PLAN);
    place
}

/// Has the program remember evenings: a session by its name, a date, and whether it was heard to its end.
fn remember(place: &Place, evenings: &[(&str, &str, bool)]) {
    let zone = jiff::tz::TimeZone::system();
    let evenings: Vec<Value> = evenings
        .iter()
        .map(|(session, date, whole)| {
            let date: Date = date.parse().unwrap();
            let when = date.at(21, 0, 0, 0).to_zoned_datetime(zone.clone()).unwrap().timestamp().as_second();
            serde_json::json!({ "when": when, "session": session, "whole": whole })
        })
        .collect();
    let memory = serde_json::json!({ "version": 1, "evenings": evenings });
    place.write("home/.local/state/letgo/memory.json", memory.to_string());
}

fn path(place: &Place, name: &str) -> String {
    std::fs::canonicalize(place.path(name)).unwrap().to_str().unwrap().to_string()
}

/// Every day, so that it holds whatever day it is.
fn daily(session: &str) -> String {
    format!("plan: 1\nphases:\n  - {{ session: {session}, days: [mon, tue, wed, thu, fri, sat, sun], weeks: 9 }}\n")
}

fn first_of_tonight(place: &Place) -> String {
    let tonight = place.ok(&[]);
    let first = tonight.lines().find(|line| line.starts_with("1  "));
    first.unwrap_or_else(|| panic!("{tonight}")).to_string()
}

#[test]
fn this_week_is_shown_with_what_is_planned_and_what_was_done() {
    let place = place();
    place.ok(&["plan", "set", "plan.yaml"]);
    remember(
        &place,
        &[(&path(&place, "hands.yaml"), "2026-12-02", true), (&path(&place, "hands.yaml"), "2026-12-05", false)],
    );
    // On the Sunday: the Friday went by, and nobody says a word about it.
    let expected = "\
Four quiet weeks
Your goal: Turn my head without thinking of it.

Week 1 of 4
  Tue 1/12
  Wed 2/12  Warm hands  heard
  Thu 3/12
  Fri 4/12
  Sat 5/12  Warm hands  heard in part
  Sun 6/12
  Mon 7/12  Warm hands  21:30

Next week: Warm hands, Mon Wed Fri
";
    assert_eq!(place.ok(&["plan", "--on", "2026-12-06"]), expected);
    remember(&place, &[(&path(&place, "sea.yaml"), "2026-12-22", true)]);
    let expected = "\
Four quiet weeks
Dein Ziel: Turn my head without thinking of it.

Woche 4 von 4
  Di 22.12.  The sea  gehört
  Mi 23.12.
  Do 24.12.  The sea  21:30
  Fr 25.12.
  Sa 26.12.
  So 27.12.
  Mo 28.12.
The sea: 3 × die Woche, an beliebigen Abenden
diese Woche bisher: 1 ×

Das ist die letzte Woche.
";
    assert_eq!(place.ok(&["--language", "de", "plan", "--on", "2026-12-24"]), expected);
    assert!(place.ok(&["plan", "--on", "2026-12-14"]).contains("Next week: The sea, 3 × a week"));
    assert!(place.ok(&["plan", "--on", "2026-11-30"]).contains("It begins on Tue 1/12."));
    assert!(place.ok(&["plan", "--on", "2026-12-29"]).contains("This plan has come to its end."));
}

#[test]
fn sessions_go_on_side_by_side() {
    let place = place();
    place.write(
        "both.yaml",
        "plan: 1\nat: 21:30\nbegins: 2026-12-01\nphases:\n\
         \x20 - { session: hands.yaml, set: { side: left }, days: [wed, fri], weeks: 2 }\n\
         \x20 - { session: sea.yaml, times-a-week: 3, from-week: 1, weeks: 3 }\n\
         \x20 - { session: hands.yaml, set: { side: right }, days: [sat], from-week: 1, weeks: 1 }\n",
    );
    place.ok(&["plan", "set", "both.yaml"]);
    let (hands, sea) = (path(&place, "hands.yaml"), path(&place, "sea.yaml"));
    remember(&place, &[(&sea, "2026-12-01", true), (&hands, "2026-12-02", true), (&sea, "2026-12-02", false)]);
    let expected = "\
Your plan

Week 1 of 3
  Tue 1/12  The sea  heard
  Wed 2/12  Warm hands  heard
            The sea  heard in part
  Thu 3/12
  Fri 4/12  Warm hands  21:30
            The sea  21:30
  Sat 5/12  Warm hands  21:30
  Sun 6/12
  Mon 7/12
The sea: 3 × a week, on any evenings; this week so far: 2 ×

Next week: Warm hands, Wed Fri; The sea, 3 × a week, on any evenings
";
    assert_eq!(place.ok(&["plan", "--on", "2026-12-04"]), expected);
    let json: Value = serde_json::from_str(&place.ok(&["plan", "--json", "--on", "2026-12-04"])).unwrap();
    assert_eq!(json["plan"]["sessions"].as_array().map(Vec::len), Some(3));
}

#[test]
fn after_free_weeks_it_is_told_when_something_comes_again() {
    let place = place();
    let later =
        "plan: 1\nbegins: 2026-12-01\nphases: [ { session: sea.yaml, times-a-week: 3, from-week: 4, weeks: 2 } ]\n";
    place.write("later.yaml", later);
    place.ok(&["plan", "set", "later.yaml"]);
    let told = |on: &str| place.ok(&["plan", "--on", on]);
    assert!(told("2026-12-02").ends_with("Next week is free.\n  Weeks 4 to 5: The sea, 3 × a week, on any evenings\n"));
    assert!(told("2026-12-16").ends_with("Next week: The sea, 3 × a week, on any evenings\n"));
}

#[test]
fn tonight_begins_with_what_has_its_day_and_then_what_is_for_any_evening() {
    let place = place();
    let both = format!("{}  - {{ session: sea.yaml, times-a-week: 2, from-week: 1, weeks: 9 }}\n", daily("hands.yaml"));
    place.write("both.yaml", both);
    place.ok(&["plan", "set", "both.yaml"]);
    let shown = place.ok(&[]);
    assert!(
        shown.contains("1  Warm hands (1 min, planned for tonight)\n2  The sea (1 min, planned this week)"),
        "{shown}"
    );
    // Of all days, only this one is called today.
    assert_eq!(place.ok(&["plan"]).matches("today").count(), 1);
    assert_eq!(place.ok(&["plan", "--on", "2099-01-01"]).matches("today").count(), 0);
}

#[test]
fn a_plan_can_be_begun_anew_and_given_up() {
    let place = place();
    assert!(place.ok(&["plan"]).starts_with("There is no plan."));
    place.ok(&["plan", "set", "plan.yaml"]);
    place.ok(&["plan", "set", "--begins", "2027-01-04"]);
    assert!(place.ok(&["plan", "--on", "2027-01-04"]).contains("Week 1 of 4"));
    let json: Value = serde_json::from_str(&place.ok(&["plan", "--json", "--on", "2027-01-06"])).unwrap();
    let plan = &json["plan"];
    assert_eq!((&plan["begins"], &plan["week"]), (&"2027-01-04".into(), &1.into()));
    assert_eq!(
        plan["sessions"][0]["days"][2],
        serde_json::json!({ "date": "2027-01-06", "planned": true, "done": null })
    );
    // From anywhere: its sessions are found where they are.
    let elsewhere = place.letgo().args(["plan", "--on", "2027-01-06"]).current_dir("/").output().unwrap();
    assert!(String::from_utf8_lossy(&elsewhere.stdout).contains("Warm hands"));
    place.ok(&["plan", "clear"]);
    assert!(place.ok(&["plan"]).starts_with("There is no plan."));
    assert_eq!(place.ok(&["plan", "--json"]), "{\n  \"plan\": null,\n  \"version\": 1\n}\n");
}

#[test]
fn tonight_follows_from_the_plan() {
    let place = place();
    place.write("daily.yaml", daily("hands.yaml, set: { side: left }"));
    place.ok(&["plan", "set", "daily.yaml"]);
    let first = first_of_tonight(&place);
    assert!(first.contains("Warm hands (") && first.contains("planned for tonight"), "{first}");
    let german = String::from_utf8(place.letgo().args(["--language", "de"]).output().unwrap().stdout).unwrap();
    assert!(german.contains("für heute Abend geplant"), "{german}");
    // Left early, it stays first; heard to its end, something else comes first.
    let memory = "home/.local/state/letgo/memory.json";
    place.ok(&["play", "hands.yaml", "--from", "Hands", "--silent", "--guide", "none"]);
    let whole = std::fs::read_to_string(place.path(memory)).unwrap();
    assert!(whole.contains("\"whole\": true"), "{whole}");
    let second = place.ok(&[]);
    assert!(!second.contains("planned for tonight") && second.contains("2  Warm hands"), "{second}");
    place.write(memory, whole.replace("\"whole\": true", "\"whole\": false"));
    let first = first_of_tonight(&place);
    assert!(first.contains("Warm hands") && first.contains("planned for tonight"), "{first}");
    // A number of times a week is offered until it is reached.
    place.write("often.yaml", "plan: 1\nphases: [ { session: sea.yaml, times-a-week: 1, weeks: 3 } ]\n");
    place.ok(&["plan", "set", "often.yaml"]);
    let first = first_of_tonight(&place);
    assert!(first.contains("The sea") && first.contains("planned this week"), "{first}");
    // A plan that can't be read doesn't stand between anybody and their evening.
    place.write("home/.local/share/letgo/plan.yaml", "plan: 1\nphases: 3\n");
    let output = place.run(&[]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stderr).contains("letgo plan clear"));
}

#[test]
fn it_plays_as_the_plan_wants_it() {
    let place = place();
    place.write("daily.yaml", daily("hands.yaml, set: { side: left }"));
    place.ok(&["plan", "set", "daily.yaml"]);
    // At a terminal, Enter alone is the first.
    let terminal = Terminal::new(&place, 80, 24, &format!("ACCESSIBLE=1 {LETGO}"));
    terminal.shows("Type a number");
    terminal.press("Enter");
    // What is played is remembered as it begins.
    let memory = place.path("home/.local/state/letgo/memory.json");
    let remembered = || std::fs::read_to_string(&memory).unwrap_or_default();
    support::card::wait_until("it begins", || remembered().contains("\"side\": \"left\""));
}

#[test]
fn a_plan_travels_in_a_pack() {
    let (bea, anna) = (place(), Place::new());
    bea.ok(&["identity", "new", "--name", "Bea Holm"]);
    let told = bea.ok(&["pack", "hands.yaml", "--plan", "plan.yaml", "-o", "anna.letgo", "--set", "side=right"]);
    // The sea comes along, since the plan names it.
    assert!(told.contains("hands  Warm hands") && told.contains("sea  The sea") && told.contains("a plan"), "{told}");
    let again = std::fs::read(bea.path("anna.letgo")).unwrap();
    bea.ok(&["pack", "hands.yaml", "--plan", "plan.yaml", "-o", "anna.letgo", "--set", "side=right", "--force"]);
    assert_eq!(std::fs::read(bea.path("anna.letgo")).unwrap(), again, "the same pack is the same bytes");
    std::fs::copy(bea.path("anna.letgo"), anna.path("anna.letgo")).unwrap();

    let shown = anna.ok(&["show", "anna.letgo"]);
    assert!(shown.contains("Weeks 1 to 2: Warm hands, Mon Wed Fri") && shown.contains("Turn my head"), "{shown}");
    let json: Value = serde_json::from_str(&anna.ok(&["show", "anna.letgo", "--json"])).unwrap();
    assert!(json["plan"].as_str().unwrap().contains("session: hands\n"), "{json}");
    let added = anna.ok(&["add", "anna.letgo", "--yes"]);
    assert!(added.contains("Weeks 3 to 4: The sea, 3 × a week") && added.contains("letgo plan"), "{added}");
    std::fs::remove_file(anna.path("anna.letgo")).unwrap();

    let week = anna.ok(&["plan", "--on", "2026-12-02"]);
    assert!(week.contains("planned by Bea Holm") && week.contains("Wed 2/12  Warm hands  21:30"), "{week}");
    remember(&anna, &[("anna/hands", "2026-12-02", true)]);
    assert!(anna.ok(&["plan", "--on", "2026-12-02"]).contains("Wed 2/12  Warm hands  heard"));

    anna.ok(&["remove", "anna"]);
    assert!(anna.ok(&["plan"]).starts_with("There is no plan."));
}

#[test]
fn a_packs_plan_goes_first_tonight_and_a_newer_one_takes_its_place() {
    let (bea, anna) = (place(), Place::new());
    let pack = |plan: &str| {
        bea.write("plan.yaml", plan);
        bea.ok(&["pack", "hands.yaml", "sea.yaml", "--plan", "plan.yaml", "-o", "anna.letgo", "--unsigned", "--force"]);
        std::fs::copy(bea.path("anna.letgo"), anna.path("anna.letgo")).unwrap();
        anna.ok(&["add", "anna.letgo", "--yes"])
    };
    let kept = || std::fs::read_to_string(anna.path("home/.local/share/letgo/plan.yaml")).unwrap();
    pack(&daily("sea"));
    let first = first_of_tonight(&anna);
    assert!(first.contains("The sea") && first.contains("planned for tonight"), "{first}");
    // In the middle of it: the same evenings, other words.
    anna.ok(&["plan", "set", "--begins", "2026-11-03"]);
    pack(&format!("{}goal: Sleep.\n", daily("sea")));
    assert!(kept().contains("begins: 2026-11-03") && kept().contains("goal: Sleep."), "{}", kept());
    // Other evenings begin now.
    pack(&daily("hands"));
    assert!(!kept().contains("begins: 2026-11-03") && kept().contains("session: anna/hands"), "{}", kept());
    // A plan of one's own takes its place, and it can come back.
    anna.write("own.yaml", daily("first-evening"));
    anna.ok(&["plan", "set", "own.yaml"]);
    assert!(kept().contains("session: first-evening"), "{}", kept());
    anna.ok(&["plan", "set", "anna"]);
    assert!(first_of_tonight(&anna).contains("Warm hands"));
    anna.ok(&["plan", "set", "own.yaml"]);
    assert!(pack(&daily("sea")).contains("took the place of the plan that was there"));
    // What belongs to another isn't taken along.
    anna.ok(&["plan", "set", "own.yaml"]);
    anna.ok(&["remove", "anna"]);
    assert!(kept().contains("session: first-evening"), "{}", kept());
}

#[test]
fn a_pack_with_a_plan_that_cannot_be_followed_is_not_added() {
    let anna = Place::new();
    let add = |plan: &[u8]| {
        let session = PackedSession {
            name: "hands".into(),
            title: "Warm hands".into(),
            file: "sessions/hands.yaml".into(),
            set: Default::default(),
            fit: None,
        };
        let files = vec![
            ("sessions/hands.yaml".into(), Content::Bytes(HANDS.as_bytes().into())),
            ("plan.yaml".into(), Content::Bytes(plan.into())),
        ];
        let contents = Contents { name: "anna".into(), title: "For you".into(), sessions: vec![session], files };
        let mut bytes = Vec::new();
        pack::write(&contents, None, &mut bytes).map_err(|error| error.to_string())?;
        anna.write("anna.letgo", bytes);
        let output = anna.run(&["add", "anna.letgo", "--yes"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() { Ok(()) } else { Err(said) }
    };
    let phases = "phases: [ { session: hands, times-a-week: 3, weeks: 2 } ]\n";
    for (plan, told) in [
        (format!("plan: 2\n{phases}"), "a newer letgo is needed"),
        (format!("plan: 1\nshell: rm\n{phases}"), "no key `shell`"),
        (format!("plan: 1\ngoal: \"\\e[2J\"\n{phases}"), "control character"),
        (format!("plan: 1\n{}", phases.replace("hands", "../hands")), "no session `../hands` in this pack"),
        (format!("plan: 1\n{}", phases.replace("hands", "first-evening")), "there are: hands"),
        (format!("plan: 1\n{}", phases.replace("weeks: 2", "weeks: 10000")), "from 1 to 104"),
        ("&a [*a, *a]".to_string(), "plan.yaml"),
    ] {
        let said = add(plan.as_bytes()).unwrap_err();
        assert!(said.contains(told) && said.contains("plan.yaml"), "{told} in {said}");
        assert!(!anna.path("home/.local/share/letgo").exists());
    }
    assert!(add(b"plan: 1\n\xff").unwrap_err().contains("UTF-8"));
    assert!(add("#".repeat(70_000).as_bytes()).unwrap_err().contains("larger"));
    add(format!("plan: 1\n{phases}").as_bytes()).unwrap();
    assert!(anna.ok(&["plan"]).contains("Warm hands"));
}

#[test]
fn each_client_can_have_a_plan() {
    let bea = place();
    bea.write("plans/slow.yaml", "plan: 1\nphases: [ { session: hands, times-a-week: 2, weeks: 3 } ]\n");
    bea.write("clients.csv", "name,sessions,plan\nAnna,hands.yaml,plans/slow.yaml\nBert,sea.yaml,\nCleo,,plan.yaml\n");
    bea.ok(&["pack", "--for", "clients.csv", "-o", "packs", "--unsigned"]);
    let plan = |name: &str| -> Value {
        let json: Value = serde_json::from_str(&bea.ok(&["show", &format!("packs/{name}.letgo"), "--json"])).unwrap();
        json["plan"].clone()
    };
    assert!(plan("anna").as_str().unwrap().contains("times-a-week: 2"));
    assert_eq!(plan("bert"), Value::Null);
    assert!(plan("cleo").as_str().unwrap().contains("Four quiet weeks"));
    bea.write("plans/slow.yaml", "plan: 1\nphases: [ { session: nands, times-a-week: 2, weeks: 3 } ]\n");
    let told = bea.fails(2, &["pack", "--for", "clients.csv", "-o", "packs", "--unsigned", "--force"]);
    assert!(told.contains("slow.yaml:1:") || told.contains("slow.yaml:2:"), "{told}");
    assert!(told.contains("clients.csv:2: the plan plans/slow.yaml"), "{told}");
}

/// Python with the libraries that read calendars.
fn python() -> &'static str {
    let has = |python: &&str| {
        let output = std::process::Command::new(python).args(["-c", "import icalendar, vobject"]).output();
        output.is_ok_and(|output| output.status.success())
    };
    let found = ["python3", "/usr/bin/python3"].into_iter().find(|python| has(python));
    found.expect("python3-icalendar and python3-vobject are needed for this test (make test installs them)")
}

/// What two other libraries read in a calendar's file.
fn calendar(file: &Path) -> Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/read_calendar.py");
    let (out, _) = support::tool(python(), &[script, file.to_str().unwrap()]);
    let read: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(read["problems"], serde_json::json!([]), "{}", std::fs::read_to_string(file).unwrap());
    read
}

#[test]
fn a_calendar_reads_it() {
    let place = place();
    place.ok(&["plan", "set", "plan.yaml"]);
    place.ok(&["plan", "--ics", "evenings.ics"]);
    let read = calendar(&place.path("evenings.ics"));
    assert_eq!(read["name"], "Four quiet weeks");
    let evenings = |event: usize| -> Vec<&str> {
        read["events"][event]["evenings"].as_array().unwrap().iter().map(|when| when.as_str().unwrap()).collect()
    };
    let hands = ["02", "04", "07", "09", "11", "14"].map(|day| format!("2026-12-{day} 21:30:00"));
    assert_eq!(evenings(0), hands);
    let sea = ["15", "17", "19", "22", "24", "26"].map(|day| format!("2026-12-{day} 21:30:00"));
    assert_eq!(evenings(1), sea);
    assert_eq!(read["events"][0]["summary"], "Warm hands");
    assert_eq!(read["events"][0]["floating"], true);
    assert_eq!(read["events"][0]["alarms"], serde_json::json!(["DISPLAY"]));
    assert!(read["events"][0]["description"].as_str().unwrap().contains("Turn my head"));
    // The same plan is the same file, and nothing is replaced unasked.
    let text = std::fs::read_to_string(place.path("evenings.ics")).unwrap();
    assert_eq!(place.ok(&["plan", "--ics"]), text);
    assert!(place.fails(2, &["plan", "--ics", "evenings.ics"]).contains("--force"));
    place.ok(&["plan", "--ics", "evenings.ics", "--force"]);
    // Without a time, it is a day's.
    place.write("plan.yaml", PLAN.replace("at: 21:30\n", ""));
    place.ok(&["plan", "set", "plan.yaml"]);
    place.ok(&["plan", "--ics", "days.ics"]);
    let read = calendar(&place.path("days.ics"));
    assert_eq!(read["events"][0]["alarms"], serde_json::json!([]));
    assert_eq!(read["events"][0]["evenings"].as_array().unwrap().len(), 6);
}

#[test]
fn no_title_can_write_into_a_calendar() {
    let place = place();
    let evil = "x\\r\\nEND:VEVENT\\nBEGIN:VEVENT\\u2028ATTACH:http://evil\\e[31m; a, b\\\\ c \\u0085 ünïcödé ";
    let long = "長い題名と、とても長い夕べ。".repeat(12);
    place.write("hands.yaml", HANDS.replace("Warm hands", &format!("\"{evil}{long}\"")));
    place.write("plan.yaml", PLAN.replace("Four quiet weeks", &format!("\"{long}; , \\\\ n\"")));
    place.ok(&["plan", "set", "plan.yaml"]);
    place.ok(&["plan", "--ics", "evenings.ics"]);
    let read = calendar(&place.path("evenings.ics"));
    assert_eq!(read["kinds"], serde_json::json!(["VALARM", "VCALENDAR", "VEVENT"]));
    assert_eq!(read["events"].as_array().unwrap().len(), 2);
    let summary = read["events"][0]["summary"].as_str().unwrap();
    assert!(summary.contains("END:VEVENT") && summary.contains("; a, b\\ c") && summary.contains(&long), "{summary:?}");
    assert!(!summary.contains(['\n', '\r', '\u{1b}', '\u{2028}']), "{summary:?}");
    let text = std::fs::read_to_string(place.path("evenings.ics")).unwrap();
    assert_eq!(text.lines().filter(|line| line.starts_with("BEGIN:VEVENT")).count(), 2);
    assert!(!text.lines().any(|line| line.starts_with("ATTACH")));
}

/// A folder with programs that write down how they were called, and end as they are told.
fn fakes(place: &Place, systemctl: &str) -> PathBuf {
    for (name, code) in [("systemctl", systemctl), ("notify-send", "exit 0")] {
        let calls = place.path("calls");
        let file = place.write(
            &format!("bin/{name}"),
            format!("#!/bin/sh\nprintf '%s' {name} >> {0}\nfor word; do printf '|%s' \"$word\" >> {0}; done\necho >> {0}\n{code}\n", calls.display()),
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
    place.path("bin")
}

fn with_fakes(place: &Place, bin: &Path, args: &[&str]) -> Output {
    place.letgo().env("PATH", format!("{}:/usr/bin:/bin", bin.display())).args(args).output().unwrap()
}

fn calls(place: &Place) -> Vec<String> {
    let calls = std::fs::read_to_string(place.path("calls")).unwrap_or_default();
    let _ = std::fs::remove_file(place.path("calls"));
    calls.lines().map(str::to_string).collect()
}

const UNITS: &str = "home/.config/systemd/user";

#[cfg(target_os = "linux")]
#[test]
fn the_systems_timer_is_set_and_removed_in_one_command() {
    let place = place();
    place.ok(&["plan", "set", "plan.yaml"]);
    let bin = fakes(&place, "exit 0");
    let printed = with_fakes(&place, &bin, &["plan", "remind", "--print"]);
    assert!(String::from_utf8_lossy(&printed.stdout).contains("OnCalendar=*-*-* 21:30:00"));
    assert!(!place.path(UNITS).exists() && calls(&place).is_empty());

    let output = with_fakes(&place, &bin, &["plan", "remind"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && said.contains("Every day at 21:30") && said.contains("remind --off"), "{said}");
    assert_eq!(place.names(UNITS), ["letgo-plan.service", "letgo-plan.timer"]);
    let systemctl = |words: &str| format!("systemctl|--user|{words}");
    assert_eq!(
        calls(&place),
        [systemctl("daemon-reload"), systemctl("enable|letgo-plan.timer"), systemctl("restart|letgo-plan.timer")]
    );
    let service = std::fs::read_to_string(place.path(UNITS).join("letgo-plan.service")).unwrap();
    let program = env!("CARGO_BIN_EXE_letgo");
    assert!(
        service.contains(&format!("ExecStart=:\"{program}\" \"--language\" \"en\" \"plan\" \"notify\"\n")),
        "{service}"
    );
    // Again, at another time.
    assert!(with_fakes(&place, &bin, &["plan", "remind", "--at", "20:05"]).status.success());
    let timer = std::fs::read_to_string(place.path(UNITS).join("letgo-plan.timer")).unwrap();
    assert!(timer.contains("OnCalendar=*-*-* 20:05:00"), "{timer}");
    calls(&place);

    assert!(with_fakes(&place, &bin, &["plan", "remind", "--off"]).status.success());
    assert_eq!(calls(&place), [systemctl("disable|--now|letgo-plan.timer"), systemctl("daemon-reload")]);
    assert_eq!(place.names(UNITS), Vec::<String>::new());
    let output = with_fakes(&place, &bin, &["plan", "remind", "--off"]);
    assert!(output.status.success() && String::from_utf8_lossy(&output.stderr).contains("there is no reminder"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_timer_that_cannot_be_set_leaves_nothing_behind() {
    let place = place();
    place.ok(&["plan", "set", "plan.yaml"]);
    for fails in ["daemon-reload", "enable", "restart"] {
        let bin =
            fakes(&place, &format!("[ \"$2\" = {fails} ] || exit 0; echo 'Failed to connect to bus' >&2; exit 1"));
        let output = with_fakes(&place, &bin, &["plan", "remind"]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("Failed to connect to bus") && said.contains("nothing was left behind"), "{said}");
        assert!(!place.path("home/.config/systemd").exists());
        assert!(
            fails == "daemon-reload"
                || calls(&place).contains(&"systemctl|--user|disable|--now|letgo-plan.timer".into())
        );
    }
    // One that was there stays as it was.
    let bin = fakes(&place, "exit 0");
    assert!(with_fakes(&place, &bin, &["plan", "remind"]).status.success());
    let timer = || std::fs::read_to_string(place.path(UNITS).join("letgo-plan.timer")).unwrap();
    let before = timer();
    let bin = fakes(&place, "exit 1");
    assert_eq!(with_fakes(&place, &bin, &["plan", "remind", "--at", "20:00"]).status.code(), Some(1));
    assert_eq!(timer(), before);
    // And goes, even if nobody can be told.
    let output = with_fakes(&place, &bin, &["plan", "remind", "--off"]);
    assert!(output.status.success() && place.names(UNITS).is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_set_where_nothing_could_be_shown_or_no_time_is_known() {
    let place = place();
    let bin = fakes(&place, "exit 0");
    assert_eq!(with_fakes(&place, &bin, &["plan", "remind"]).status.code(), Some(2), "there is no plan");
    place.write("plan.yaml", PLAN.replace("at: 21:30\n", ""));
    place.ok(&["plan", "set", "plan.yaml"]);
    let output = with_fakes(&place, &bin, &["plan", "remind"]);
    assert!(output.status.code() == Some(2) && String::from_utf8_lossy(&output.stderr).contains("--at 21:00"));
    assert_eq!(with_fakes(&place, &bin, &["plan", "remind", "--at", "25:99"]).status.code(), Some(2));
    std::fs::remove_file(bin.join("notify-send")).unwrap();
    let output = place.letgo().env("PATH", &bin).args(["plan", "remind", "--at", "21:00"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(1) && said.contains("notify-send") && said.contains("--ics"), "{said}");
    assert!(!place.path("home/.config/systemd").exists() && calls(&place).is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn the_reminder_is_one_line_and_only_where_something_is_planned() {
    let place = place();
    let bin = fakes(&place, "exit 0");
    let notify = || {
        assert!(with_fakes(&place, &bin, &["plan", "notify"]).status.success());
        calls(&place)
    };
    assert!(notify().is_empty(), "there is no plan");
    place.write("hands.yaml", HANDS.replace("Warm hands", "'<b>--help</b> & $(reboot) `reboot` \"'"));
    place.write("daily.yaml", daily("hands.yaml"));
    place.ok(&["plan", "set", "daily.yaml"]);
    let words = "For tonight, if you like: &lt;b&gt;--help&lt;/b&gt; &amp; $(reboot) `reboot` \"";
    assert_eq!(notify(), [format!("notify-send|--app-name=letgo|--|letgo|{words}")]);
    // Begun is begun.
    place.ok(&["play", "hands.yaml", "--from", "Hands", "--silent", "--guide", "none"]);
    assert!(notify().is_empty());
    place.write("plan.yaml", PLAN);
    place.write("hands.yaml", HANDS);
    place.ok(&["plan", "set", "plan.yaml", "--begins", "2099-01-01"]);
    assert!(notify().is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn systemd_finds_nothing_wrong_with_the_units_wherever_letgo_lives() {
    let place = place();
    let odd = place.path("an odd place; 100%h $HOME ${HOME} ö");
    std::fs::create_dir_all(&odd).unwrap();
    let program = odd.join("letgo");
    std::fs::hard_link(env!("CARGO_BIN_EXE_letgo"), &program)
        .or_else(|_| std::fs::copy(env!("CARGO_BIN_EXE_letgo"), &program).map(drop))
        .unwrap();
    let bin = fakes(&place, "exit 0");
    let remind = |program: &Path, data: &Path| {
        let mut command = std::process::Command::new(program);
        place.at_home(&mut command).env("PATH", format!("{}:/usr/bin:/bin", bin.display()));
        command.env("XDG_DATA_HOME", data).args(["plan", "remind", "--at", "21:00"]).output().unwrap()
    };
    // What no unit can say isn't tried.
    let quoted = place.path("a \"quoted\" letgo");
    std::fs::hard_link(&program, &quoted).unwrap();
    let output = remind(&quoted, &odd);
    assert!(output.status.code() == Some(1) && String::from_utf8_lossy(&output.stderr).contains("characters"));
    assert!(!place.path(UNITS).exists() && calls(&place).is_empty());
    let output = remind(&program, &odd.join("da\"ta\\"));
    assert!(output.status.code() == Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let Ok(version) = std::process::Command::new("systemd-analyze").arg("--version").output() else { return };
    assert!(version.status.success());
    let units = ["letgo-plan.service", "letgo-plan.timer"].map(|name| place.path(UNITS).join(name));
    let verified = std::process::Command::new("systemd-analyze")
        .args(["--user", "verify"])
        .args(&units)
        .env("XDG_RUNTIME_DIR", place.path("home"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&verified.stderr).into_owned();
    assert!(verified.status.success() && !said.contains("letgo-plan"), "{said}");
}

#[test]
fn what_is_wrong_with_a_plan_is_told_at_its_place_and_nothing_is_kept() {
    let place = place();
    let told = |text: &str| {
        place.write("bad.yaml", text);
        let told = place.fails(2, &["plan", "set", "bad.yaml"]);
        assert!(place.ok(&["plan"]).starts_with("There is no plan."));
        told
    };
    let all = told(
        "plan: 1\nat: 25:99\nphases:\n\
         \x20 - { session: hands.yaml, days: [mon, wedd], weeks: 0 }\n\
         \x20 - { session: hands.yaml, times-a-week: 3, weeks: 10000 }\n\
         \x20 - { session: hands.yaml, tims-a-week: 3, weeks: 2 }\n",
    );
    for part in [
        "bad.yaml:2:5",
        "bad.yaml:4:40",
        "did you mean `wed`",
        "bad.yaml:4:54",
        "bad.yaml:5:52",
        "bad.yaml:6:28",
        "did you mean `times-a-week`",
    ] {
        assert!(all.contains(part), "{part} in\n{all}");
    }
    let overlap = "plan: 1\nphases:\n  - { session: hands.yaml, times-a-week: 3, weeks: 3 }\n  \
                   - { session: hands.yaml, days: [mon], from-week: 3, weeks: 1 }\n";
    assert!(told(overlap).contains("bad.yaml:4:52") && told(overlap).contains("planned for week 3 already"));
    let sessions = told(
        "plan: 1\nphases:\n\
         \x20 - { session: nekc-and-shoulders, times-a-week: 3, weeks: 3 }\n\
         \x20 - { session: hands.yaml, set: { sied: left }, times-a-week: 3, weeks: 3 }\n\
         \x20 - { session: hands.yaml, set: { side: lft }, times-a-week: 3, weeks: 3 }\n\
         \x20 - { session: hands.yaml, fit: 20h, times-a-week: 3, weeks: 3 }\n\
         \x20 - { session: x.letgo, times-a-week: 3, weeks: 3 }\n",
    );
    for part in [
        "bad.yaml:3:16",
        "`neck-and-shoulders`",
        "bad.yaml:4:41",
        "did you mean `side`",
        "bad.yaml:5:41",
        "did you mean `left`",
        "bad.yaml:6:33",
        "letgo add",
    ] {
        assert!(sessions.contains(part), "{part} in\n{sessions}");
    }
    assert!(told("plan: 2\nmoon: full\n").contains("a newer letgo is needed"));
    assert!(
        told("plan: 1\ntitle: \"a\\nb\\eP\"\nphases: [ { session: hands.yaml, times-a-week: 3, weeks: 3 } ]\n")
            .contains("control character")
    );
    assert!(place.fails(2, &["plan", "set", "nowhere.yaml"]).contains("nowhere.yaml"));
    assert!(place.fails(2, &["plan", "--on", "yesterday"]).contains("2026-12-01"));
}

#[test]
fn the_schema_says_what_the_reader_does() {
    let place = place();
    let schema: Value = serde_json::from_str(&place.ok(&["schema", "--plan"])).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let read = |text: &str| -> Value { serde_saphyr::from_str(text).unwrap() };
    let valid = read(&PLAN.replace("21:30", "\"21:30\""));
    assert!(
        validator.is_valid(&valid),
        "{:?}",
        validator.iter_errors(&valid).map(|error| error.to_string()).collect::<Vec<_>>()
    );
    for (right, wrong) in [
        ("mon", "moonday"),
        ("weeks: 2", "weeks: 0"),
        ("weeks: 2", "weeks: 10000"),
        ("times-a-week: 3", "times-a-week: 8"),
        ("2026-12-01", "1.12.2026"),
        ("21:30", "25:99"),
        ("title:", "titel:"),
    ] {
        let text = PLAN.replace("21:30", "\"21:30\"").replace(right, wrong);
        assert!(!validator.is_valid(&read(&text)), "{wrong}");
    }
}
