//! The course of a session: drawn in the terminal, as a picture, and as a sheet that can be printed and trusted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use support::Place;

const SESSION: &str = "\
letgo: 1
title: \"Rest </title><script>alert(1)</script> & more\"
summary: \"A <b>quiet</b> evening.\"
goal: \"One \\u001b[31mplace\"
sound:
  - { synth: brown, level: -20 dB }
steps:
  - say: Before any chapter.
  - chapter: \"Breath \\\" onload=\\\"x\"
  - breathe: { pattern: even, to: 6/min, for: 1m }
  - breathe: { pattern: even, to: 5/min, for: 1m }
  - chapter: Hands
  - massage: { region: forearm, side: left, technique: slow-stroke, pace: 3 cm/s, for: 90s }
  - scan: { regions: [jaw, hand], each: 25s }
  - bell: { strikes: 1 }
  - pause: 30s
";

fn place() -> Place {
    let place = Place::new();
    place.write("mine.yaml", SESSION);
    place
}

#[test]
fn the_terminal_shows_what_leads_when() {
    let place = place();
    for (columns, locale) in [("80", "C.UTF-8"), ("40", "C.UTF-8"), ("80", "C")] {
        let mut letgo = place.letgo();
        letgo.args(["show", "mine.yaml"]).env("COLUMNS", columns).env("LANG", locale);
        let shown = String::from_utf8(letgo.output().unwrap().stdout).unwrap();
        let lane = |name: &str| shown.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{shown}"));
        let full = if locale == "C" { '#' } else { '█' };
        for name in ["breath ", "hands ", "attention ", "underneath "] {
            assert!(lane(name).contains(full), "{name}: {shown}");
        }
        // The hands come after the breath.
        let (breath, hands) = (lane("breath "), lane("hands "));
        let first = |line: &str| line.chars().position(|c| c == full).unwrap();
        assert!(first(hands) > first(breath), "{shown}");
        let wide: usize = columns.parse().unwrap();
        assert!(shown.lines().all(|line| line.chars().count() <= wide.max(54)), "{shown}");
        // Two stretches of breath are two rows.
        assert!(shown.contains("breaths, 6.0 a") && shown.contains("breaths, 5.0 a"), "{shown}");
        assert!(!shown.contains('\u{1b}'), "{shown}");
    }
}

#[test]
fn a_sheet_holds_every_word_and_nothing_that_runs() {
    let place = place();
    place.ok(&["show", "mine.yaml", "--html", "sheet.html"]);
    let page = std::fs::read_to_string(place.path("sheet.html")).unwrap();
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{page}");
    for never in ["<script", "<b>", "onload=\"", "\u{1b}", "http://", "https://"] {
        let page = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!page.contains(never), "{never}: {page}");
    }
    assert!(page.contains("Rest &lt;/title&gt;&lt;script&gt;"), "{page}");
    for word in ["Before any chapter.", "6 breaths, 6.0 a minute", "<h3>", "pressure", "Room for notes", "no medical"] {
        assert!(page.contains(word), "{word}: {page}");
    }
    // Well-formed, as an independent reader has it.
    let check = "import sys, html.parser\n\
        class Reader(html.parser.HTMLParser):\n\
        \u{20}   open_ = []\n\
        \u{20}   def handle_starttag(self, tag, attrs):\n\
        \u{20}       if tag not in ('meta',): self.open_.append(tag)\n\
        \u{20}   def handle_startendtag(self, tag, attrs): pass\n\
        \u{20}   def handle_endtag(self, tag):\n\
        \u{20}       assert self.open_.pop() == tag, tag\n\
        reader = Reader()\nreader.feed(open(sys.argv[1]).read())\nassert not reader.open_, reader.open_\n";
    support::tool("python3", &["-c", check, place.path("sheet.html").to_str().unwrap()]);
    let said = place.fails(2, &["show", "mine.yaml", "--html", "sheet.html"]);
    assert!(said.contains("is there already"), "{said}");
    place.ok(&["show", "mine.yaml", "--html", "sheet.html", "--force"]);
}

#[test]
fn a_picture_is_well_formed_and_in_the_sessions_language() {
    let place = place();
    place.ok(&["show", "mine.yaml", "--svg", "course.svg"]);
    let check = "import sys, xml.etree.ElementTree as tree\n\
        names = [e.text for e in tree.parse(sys.argv[1]).iter() if e.tag.endswith('text')]\n\
        assert 'hands' in names and 'Hands' in names, names\n";
    support::tool("python3", &["-c", check, place.path("course.svg").to_str().unwrap()]);
    place.ok(&["show", "five-minutes.de", "--html", "fünf.html"]);
    let page = std::fs::read_to_string(place.path("fünf.html")).unwrap();
    assert!(page.contains("<html lang=\"de\">") && page.contains("Platz für Notizen") && page.contains(">Atem</text>"));
}
