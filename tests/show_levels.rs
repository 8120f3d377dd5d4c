//! `letgo show --levels`: a picture of a session's loudness, on the terminal and as a file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use support::{BUSY, Place};

#[test]
fn draws_for_the_terminal_and_its_locale() {
    let place = Place::new();
    place.write("busy.yaml", BUSY);
    let drawn = place.ok(&["show", "--levels", "busy.yaml"]);
    assert!(drawn.contains('█') && drawn.contains('━') && drawn.contains("largest rise"), "{drawn}");
    assert!(drawn.lines().all(|line| line.chars().count() <= 80), "{drawn}");
    let output = place.letgo().args(["show", "--levels", "busy.yaml"]).env("LANG", "C").output().unwrap();
    let plain = String::from_utf8(output.stdout).unwrap();
    assert!(plain.is_ascii() && plain.contains('#') && plain.contains('='), "{plain}");
}

#[test]
fn writes_an_svg_and_never_over_a_file() {
    let place = Place::new();
    place.write("busy.yaml", BUSY.replace("title: Busy", "title: \"Busy <b> & more\""));
    place.ok(&["show", "--levels", "busy.yaml", "--svg", "busy.svg"]);
    let svg = std::fs::read_to_string(place.path("busy.svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains("Busy &lt;b&gt; &amp; more") && !svg.contains("<b>"), "{svg}");
    let said = place.fails(2, &["show", "--levels", "busy.yaml", "--svg", "busy.svg"]);
    assert!(said.contains("is there already"), "{said}");
    place.ok(&["show", "--levels", "busy.yaml", "--svg", "busy.svg", "--force"]);
}
