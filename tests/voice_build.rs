//! A voice is built once, alike every time, and only where something is missing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;

use letgo::library::Asset;
use letgo::quantity::{Frames, SAMPLE_RATE};
use letgo::voice::*;

/// A speech program inside the test: a hum, longer for longer words. It counts how often it is asked.
struct Hums {
    id: &'static str,
    asked: Cell<usize>,
    /// It fails from this time on.
    fails_from: usize,
}

impl Hums {
    fn new(id: &'static str) -> Hums {
        Hums { id, asked: Cell::new(0), fails_from: usize::MAX }
    }
}

impl Speaker for Hums {
    fn id(&self) -> String {
        self.id.to_string()
    }

    fn available(&self) -> bool {
        true
    }

    fn speaks(&self, _: &str) -> bool {
        true
    }

    fn speak(&self, text: &str, _: &str, into: &Path) -> Result<(), SpeechError> {
        self.asked.set(self.asked.get() + 1);
        if self.asked.get() >= self.fails_from {
            return Err(SpeechError::WroteNothing { program: "hums".into() });
        }
        let samples: Vec<f32> = (0..text.len() * 4000)
            .map(|n| {
                let t = n as f32 / SAMPLE_RATE as f32 * std::f32::consts::TAU;
                0.4 * (t * 210.0).sin() * (0.6 + 0.4 * (t * 3.0).sin())
            })
            .collect();
        std::fs::write(into, encode_vorbis(&samples, 0.3, 1).unwrap()).unwrap();
        Ok(())
    }
}

fn prompts(texts: &[&str]) -> Vec<Prompt> {
    texts.iter().map(|text| Prompt { language: "en".into(), text: text.to_string() }).collect()
}

fn fill(into: &Path, texts: &[&str], speaker: &Hums) -> BuildReport {
    build(&prompts(texts), &Voices::default(), speaker, into, &BuildOptions::default(), |_| ()).unwrap()
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

const TEXTS: [&str; 3] = ["Find somewhere warm. Let it hold you.", "Rest now.", "And again: rest."];

#[test]
fn the_same_words_give_the_same_bytes_also_after_an_interruption() {
    let (whole, broken) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    assert_eq!(fill(whole.path(), &TEXTS, &Hums::new("a")).made.len(), 3);
    let stops = Hums { fails_from: 3, ..Hums::new("a") };
    assert_eq!(fill(broken.path(), &TEXTS, &stops).made.len(), 1);
    let report = fill(broken.path(), &TEXTS, &Hums::new("a"));
    assert_eq!((report.kept, report.made.len()), (1, 2));
    assert_eq!(contents(whole.path()), contents(broken.path()));
}

#[test]
fn only_what_changed_is_spoken() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &TEXTS, &Hums::new("a"));
    let again = Hums::new("a");
    let report = fill(folder.path(), &["find somewhere warm, let it hold you", "Rest now!", "Rest now."], &again);
    assert_eq!((report.kept, report.made.len(), again.asked.get()), (2, 1, 1));
    assert_eq!(Pack::open(folder.path()).unwrap().index().clips.len(), 4, "clips of other sessions stay");
    let other = Hums::new("another voice");
    assert_eq!(fill(folder.path(), &TEXTS, &other).made.len(), 3);
}

#[test]
fn a_table_of_respellings_has_its_words_spoken_anew() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &TEXTS, &Hums::new("a"));
    let options =
        BuildOptions { respellings: Respellings::from_yaml("warm: wawm").unwrap(), ..BuildOptions::default() };
    let report = build(&prompts(&TEXTS), &Voices::default(), &Hums::new("a"), folder.path(), &options, |_| ()).unwrap();
    assert_eq!((report.kept, report.made.len()), (2, 1));
    assert!(Pack::open(folder.path()).unwrap().index().clips.iter().any(|clip| clip.text == TEXTS[0]), "never shown");
}

#[test]
fn what_another_voice_has_is_not_built_and_a_persons_file_is_never_touched() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("evening.voice");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    Hums::new("me").speak("a recording", "en", &folder.join("Rest now.ogg")).unwrap();
    let stem = ClipKey::new("en", TEXTS[2]).file_stem();
    std::fs::write(folder.join(format!("{stem}.ogg")), "not quite a recording").unwrap();
    let before = contents(&folder);

    let voices = Voices::for_session(Some(&root.path().join("evening.yaml")), []);
    let report = build(&prompts(&TEXTS), &voices, &Hums::new("a"), &folder, &BuildOptions::default(), |_| ()).unwrap();
    assert_eq!((report.elsewhere, report.made.len()), (1, 1));
    assert!(matches!(report.failed.as_slice(), [(_, ClipError::InTheWay(_))]), "{:?}", report.failed);
    let after = contents(&folder);
    assert!(before.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));
}

#[test]
fn tidying_takes_away_what_nothing_says_any_more_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let hums = Hums::new("hums");
    fill(folder.path(), &["Rest.", "Breathe.", "Listen."], &hums);
    std::fs::write(folder.path().join("my own.wav"), b"a person's").unwrap();
    let options = BuildOptions { tidy: true, ..BuildOptions::default() };
    let wanted = prompts(&["Breathe.", "Soften."]);
    let report = build(&wanted, &Voices::new(Vec::new()), &hums, folder.path(), &options, |_| {}).unwrap();
    assert_eq!((report.made.len(), report.kept, report.tidied), (1, 1, 2));
    let files: Vec<String> = contents(folder.path()).into_keys().collect();
    assert_eq!(files.iter().filter(|file| file.ends_with(".ogg")).count(), 2, "{files:?}");
    assert!(files.contains(&"my own.wav".to_string()));
    let pack = Pack::open(folder.path()).unwrap();
    assert_eq!(pack.index().clips.len(), 2);
}

#[test]
fn a_damaged_clip_or_index_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &TEXTS, &Hums::new("a"));
    let good = contents(folder.path());
    let name = good.keys().next().unwrap();
    std::fs::write(folder.path().join(name), &good[name][..100]).unwrap();
    let pack = Pack::open(folder.path()).unwrap();
    let voices = Voices::new(vec![Source::Pack(pack)]);
    assert!(voices.find("en", TEXTS[2]).is_none(), "a clip cut short isn't played");
    assert_eq!(voices.warnings().len(), 1);
    assert_eq!(fill(folder.path(), &TEXTS, &Hums::new("a")).made.len(), 1);
    assert_eq!(contents(folder.path()), good);
}

#[test]
fn the_index_says_what_decoding_finds() {
    let folder = tempfile::tempdir().unwrap();
    fill(folder.path(), &TEXTS, &Hums::new("a"));
    for clip in Pack::open(folder.path()).unwrap().index().clips.iter() {
        let samples = decode(&Asset::File(folder.path().join(&clip.file)), LONGEST_CLIP).unwrap();
        assert_eq!(clip.length_frames, Frames(samples.len() as u64));
        let measured = measure(&samples).unwrap();
        assert!((measured.loudness - clip.loudness()).0.abs() < 0.01);
        assert!((measured.true_peak - clip.true_peak()).0.abs() < 0.01);
    }
}

#[test]
fn the_bundled_table_of_respellings_can_be_read() {
    let table = include_str!("../audio/voice/en/respell.yaml");
    assert_eq!(Respellings::from_yaml(table).unwrap().apply("Exhale, slowly."), "eks hail, slowly.");
}
