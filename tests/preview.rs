//! A session is heard while it is written: saved again, it goes on where it was changed; broken, it plays on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use support::Place;

fn script(third: &str) -> String {
    format!(
        "letgo: 1\ntitle: Being written\nsteps:\n  - chapter: One\n  - say: The first words. [20s]\n  - chapter: Two\n\
         \x20 - say: The second words. [20s]\n  - say: {third} [40s]\n  - include: parts/end.yaml\n"
    )
}

fn place() -> Place {
    let place = Place::new();
    place.write("mine.yaml", script("The third words."));
    place.write("parts/end.yaml", "letgo: 1\nsteps:\n  - say: The end of it.\n  - pause: 40s\n");
    place
}

struct Previewing {
    child: Child,
    out: PathBuf,
    said: PathBuf,
}

impl Previewing {
    fn start(place: &Place, args: &[&str]) -> Previewing {
        let (out, said) = (place.path("out"), place.path("said"));
        let file = |path: &Path| std::fs::File::create(path).unwrap();
        let mut letgo = place.letgo();
        letgo.args(["preview", "mine.yaml", "--silent"]).args(args);
        let child = letgo.stdin(Stdio::null()).stdout(file(&out)).stderr(file(&said)).spawn().unwrap();
        Previewing { child, out, said }
    }

    /// Waits until it has written something.
    fn until(&self, path: &Path, words: &str) {
        let begun = Instant::now();
        loop {
            let text = std::fs::read_to_string(path).unwrap();
            if text.contains(words) {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "`{words}` never comes in: {text}");
            std::thread::sleep(Duration::from_millis(30));
        }
    }
}

impl Drop for Previewing {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_saved_is_heard_from_where_it_changed_and_what_is_broken_is_shown() {
    let place = place();
    let previewing = Previewing::start(&place, &["--from", "One"]);
    let (out, said) = (previewing.out.clone(), previewing.said.clone());
    previewing.until(&out, "The first words.");
    place.write("mine.yaml", "letgo: 1\ntitle: Being written\nsteps:\n  - sya: Broken.\n");
    previewing.until(&said, "did you mean `say`");
    previewing.until(&said, "the version before plays on");
    place.write("mine.yaml", script("Other third words, which are new."));
    previewing.until(&said, "a new version, from where it changed in \"Two\"");
    previewing.until(&out, "Other third words, which are new.");
    // The second words lie before the change: they were never reached.
    assert!(!std::fs::read_to_string(&out).unwrap().contains("The second words."));
    place.write("parts/end.yaml", "letgo: 1\nsteps:\n  - say: Another end.\n  - pause: 40s\n");
    previewing.until(&out, "Another end.");
    // Nothing of it is remembered.
    assert!(!place.path("home/.local/state/letgo/memory.json").exists());
}

#[test]
fn only_one_chapter_with_short_silences() {
    let place = place();
    let mut previewing = Previewing::start(&place, &["--only", "two", "--fast", "--once"]);
    let status = previewing.child.wait().unwrap();
    let said = std::fs::read_to_string(&previewing.said).unwrap();
    assert!(status.success(), "{said}");
    let out = std::fs::read_to_string(&previewing.out).unwrap();
    assert!(out.contains("The second words.") && !out.contains("The first words."), "{out}");
    let wrong = place.fails(2, &["preview", "mine.yaml", "--only", "Tow", "--silent"]);
    assert!(wrong.contains("did you mean \"Two\"?"), "{wrong}");
    assert!(place.fails(2, &["preview", "nothing.yaml"]).contains("is no file here"));
}

#[test]
fn short_silences_leave_the_words_as_they_are() {
    let place = Place::new();
    place.write(
        "mine.yaml",
        "letgo: 1\ntitle: Quick\nlength: { fit: 3m }\nsound: [ { synth: brown, level: -20 dB } ]\nsteps:\n\
         \x20 - say: One. [60s]\n  - scan: { regions: [jaw, hand], each: 40s }\n  - wait: { say: Ready?, at-most: 45s }\n\
         \x20 - say: Two.\nend: { keep: [brown], for: 20m, fade: 5m }\n",
    );
    let show = |args: &[&str]| -> Value { serde_json::from_str(&place.ok(args)).unwrap() };
    let usual = show(&["show", "mine.yaml", "--json"]);
    let began = Instant::now();
    let out = place.ok(&["preview", "mine.yaml", "--fast", "--once", "--silent"]);
    let took = began.elapsed().as_secs_f64();
    let whole = usual["length_frames"].as_f64().unwrap() / 48_000.0;
    assert!(took < whole / 4.0, "{took} s of {whole} s: {out}");
    for event in usual["events"].as_array().unwrap() {
        let text = event["text"].as_str().unwrap();
        if event["kind"].as_str().unwrap().starts_with("say") {
            assert!(out.contains(text), "{text} isn't in {out}");
        }
    }
}
