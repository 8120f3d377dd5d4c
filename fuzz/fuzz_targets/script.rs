//! Any text is a session that can be laid out, or ends with diagnostics whose places are real.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use letgo::library::{Asset, Library, Synth};
use letgo::media::LevelStore;
use letgo::mix::synth;
use letgo::script::{Diagnostic, LARGEST_FILE};
use letgo::session::{Request, examine};
use letgo::timeline::{lay_out, measure};
use letgo::voice::Voices;
use libfuzzer_sys::fuzz_target;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());
static FILE: LazyLock<PathBuf> = LazyLock::new(|| FOLDER.path().join("x.yaml"));

fn are_sound(diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        let (start, end) = (diagnostic.span.start, diagnostic.span.end);
        assert!(start <= end, "{diagnostic:?}");
        assert!(end <= LARGEST_FILE, "{diagnostic:?}");
        assert!(!diagnostic.message.chars().any(|c| c.is_control() && c != '\n'), "{diagnostic:?}");
    }
}

fuzz_target!(|data: &[u8]| {
    std::fs::write(&*FILE, data).unwrap();
    let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
    let library = Library { synths, ..Library::default() };
    let examined = examine(&library, &Asset::File(FILE.clone()), &Request::default());
    are_sound(&examined.diagnostics);
    let Some(session) = &examined.session else {
        assert!(examined.has_errors());
        return;
    };
    let (materials, more) = measure(session, &Voices::default(), synth::BED_LOUDNESS, &LevelStore::none());
    are_sound(&more);
    match lay_out(session, &materials) {
        Ok(timeline) => {
            assert!(timeline.events.iter().all(|event| event.end() <= timeline.length));
            assert!(timeline.events.is_sorted_by_key(|event| event.start));
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            are_sound(&errors);
        }
    }
});
