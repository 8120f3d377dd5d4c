//! The timelines of a few sessions, frame by frame, as references that a person can read. `make bless` renews them;
//! look at the difference before it is committed. No voice is used, so that only the laying out is compared: words
//! last as long as they take to read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use letgo::library::{Asset, Library, Synth};
use letgo::mix::synth;
use letgo::quantity::{Decibels, Frames};
use letgo::session::{Request, resolve};
use letgo::timeline::{Envelope, EventKind, Timeline, gather, lay_out};
use letgo::voice::Voices;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn timeline(file: &Path) -> Timeline {
    let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
    let library = Library { synths, ..Library::default() };
    let resolved = resolve(&library, &Asset::File(file.to_path_buf()), &Request::default()).unwrap();
    let (materials, _) = gather(&resolved.session, &Voices::default(), synth::BED_LOUDNESS).unwrap();
    lay_out(&resolved.session, &materials).unwrap()
}

/// A place as a person reads it, and to the frame.
fn at(frame: Frames) -> String {
    format!("{:>8.3} {:>10}", frame.seconds(), frame.0)
}

fn envelope(page: &mut String, name: &str, envelope: &Envelope) {
    let _ = writeln!(page, "{name}");
    for point in envelope.points() {
        let _ = writeln!(page, "  {}  {:.4}", at(point.at), point.gain);
    }
}

/// A timeline on a page: nothing of it is left out.
fn page(timeline: &Timeline) -> String {
    let mut page = format!("{}, in {}\n", timeline.title, timeline.language);
    let ending = if timeline.sleep { "ends in sleep" } else { "ends in waking" };
    let (words, tones) = (timeline.levels.words, timeline.levels.tones);
    let _ = writeln!(page, "{} long, {ending}, words at {words}, tones at {tones}\n", at(timeline.length));
    if timeline.falling.by < Decibels::UNITY {
        let letgo::timeline::Falling { from, until, by } = timeline.falling;
        let _ = writeln!(page, "words fall by {by} from {} to {}\n", at(from), at(until));
    }
    for chapter in &timeline.chapters {
        let _ = writeln!(page, "{}  {}", at(chapter.start), chapter.title);
    }
    page.push('\n');
    for event in &timeline.events {
        let kind = match &event.kind {
            EventKind::Say(_) => "say".to_string(),
            EventKind::Breath(breath) => {
                let tone = if breath.tone { "" } else { ", silent" };
                format!("breath {} of {}, {:?}{tone}", breath.round, breath.rounds, breath.phase)
            }
            EventKind::Scan(place) => format!("scan {}, {:?}", place.region, place.side),
            EventKind::Massage(massage) => format!(
                "{} on {}, {:?}, pressure {}, {:?} cm/s",
                massage.technique,
                massage.place.region,
                massage.place.side,
                massage.pressure,
                massage.pace.map(|pace| pace.get())
            ),
            EventKind::Bell(bell) => format!("bell, {} Hz, {}", bell.pitch, bell.loudness),
            other => format!("{other:?}"),
        };
        let line = format!("{} + {}  {kind}: {}", at(event.start), at(event.length), event.text);
        let _ = writeln!(page, "{}", line.trim_end_matches(": "));
    }
    page.push('\n');
    for bed in &timeline.beds {
        envelope(
            &mut page,
            &format!("{} from {} to {}, {:?}", bed.name, at(bed.start), at(bed.end), bed.source),
            &bed.gain,
        );
    }
    envelope(&mut page, "ducking", &timeline.ducking);
    page
}

#[test]
fn timelines_are_as_they_were() {
    let bless = std::env::var_os("LETGO_BLESS").is_some_and(|value| value == "1");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "yaml"));
    files.sort();
    assert!(files.len() >= 5);
    let mut changed = Vec::new();
    for file in files {
        let laid_out = timeline(&file);
        // Same input, same timeline.
        assert_eq!(laid_out, timeline(&file));
        let (reference, page) = (file.with_extension("txt"), page(&laid_out));
        let known = std::fs::read_to_string(&reference).unwrap_or_default();
        if bless && known != page {
            std::fs::write(&reference, &page).unwrap();
        } else if known != page {
            let mut pairs = known.lines().zip(page.lines()).enumerate();
            let first = pairs.find(|(_, (was, is))| was != is);
            let first = first.map(|(line, (was, is))| format!("line {}:\n  was {was}\n  is  {is}", line + 1));
            changed.push(format!("{}: {}", reference.display(), first.unwrap_or("the lengths differ".into())));
        }
    }
    assert!(changed.is_empty(), "{}\nif this is meant, `make bless` renews them", changed.join("\n"));
}
