//! Renders a bundled session with its words taken out and all else as it is, beds stepping back included: what lies
//! under the words can then be measured (`scripts/measure-sessions.py` does).
//!
//! `cargo run --release --example without_words -- first-evening out.wav`

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use letgo::library::{Library, Synth};
use letgo::media::encode::{Format, Tags, WavSamples};
use letgo::mix::{Mixer, synth};
use letgo::output::file::{Part, write_file};
use letgo::quantity::Frames;
use letgo::session::{Request, resolve};
use letgo::timeline::{EventKind, gather, lay_out};
use letgo::voice::{Pack, Voices};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [name, out] = arguments.as_slice() else { return Err("give a session's name and a file".into()) };
    let library = Library {
        synths: synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect(),
        ..Library::default()
    };
    let wrong = |wrong| format!("{wrong:?}");
    let session = resolve(&library, &library.session(name)?, &Request::default()).map_err(wrong)?.session;
    let pack = Pack::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("audio/voice").join(&session.language));
    let voices = Voices::for_session(None, pack.ok());
    let (materials, _) = gather(&session, &voices, synth::BED_LOUDNESS).map_err(wrong)?;
    let mut timeline = lay_out(&session, &materials).map_err(wrong)?;
    timeline.events.retain(|event| !matches!(event.kind, EventKind::Say(_)));
    let part = Part { from: Frames::ZERO, to: timeline.length };
    let tags = Tags { title: timeline.title.clone(), chapters: Vec::new() };
    let sound = Mixer::new(Arc::new(timeline))?;
    Ok(write_file(sound, part, Format::Wav(WavSamples::Float), &tags, Path::new(out), |_| true)?)
}
