//! How fast a session mixes, and what the guard costs of it: four beds, and a voice that speaks most of the time.
//!
//! `cargo run --release --example mix_speed` prints a table, each number the best of five turns on one core. With
//! the names of beds, those are mixed: `mix_speed brown rain sea drone`.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use letgo::library::{Asset, Library, Synth};
use letgo::mix::{Mixer, Sound, synth};
use letgo::quantity::Frames;
use letgo::session::{Request, resolve};
use letgo::timeline::{EventKind, Timeline, gather, lay_out};
use letgo::voice::{Pack, Voices};

const TURNS: usize = 5;
/// What is mixed before a turn is timed: the guard's look ahead, and what decoders and generators do once.
const WARM: Frames = Frames(60 * PIECE);
/// Frames at a time: whole blocks of the mix, because without the guard a block that is cut is mixed twice.
const PIECE: u64 = 8 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    let synths: Vec<&str> = match named.is_empty() {
        true => vec!["brown", "rain", "sea", "drone"],
        false => named.iter().map(String::as_str).collect(),
    };
    let synths: Vec<String> =
        synths.iter().map(|name| format!("{{ synth: {name}, name: {name}, level: -24 dB }}")).collect();
    let tracks: Vec<String> =
        ["brown", "rain", "sea", "drone"].iter().map(|name| format!("{{ track: {name}, level: -24 dB }}")).collect();
    println!("| what | x real time | without the guard | guard, % of the mix | words, % of the time |");
    println!("|---|---|---|---|---|");
    for (what, beds, level) in [
        ("synthesised beds", &synths, 1.0),
        ("tracks", &tracks, 1.0),
        ("tracks, so loud that the guard works", &tracks, 30.0),
    ] {
        let mut timeline = timeline(beds)?;
        timeline.beds.iter_mut().for_each(|bed| bed.gain = std::mem::take(&mut bed.gain).times(level));
        let words = timeline.events.iter().filter(|event| matches!(event.kind, EventKind::Say(_)));
        let spoken: f64 = words.map(|event| event.length.seconds()).sum::<f64>() / timeline.length.seconds();
        let timeline = Arc::new(timeline);
        let mut with = Duration::MAX;
        let mut without = Duration::MAX;
        for _ in 0..TURNS {
            with = with.min(timed(&mut Mixer::new(Arc::clone(&timeline))?, timeline.length));
            without = without.min(timed(&mut Mixer::new(Arc::clone(&timeline))?.unguarded(), timeline.length));
        }
        let times = |took: Duration| (timeline.length - WARM).seconds() / took.as_secs_f64();
        let share = 100.0 * (1.0 - without.as_secs_f64() / with.as_secs_f64());
        println!(
            "| {} {what} | {:.0} | {:.0} | {share:.1} | {:.0} |",
            beds.len(),
            times(with),
            times(without),
            100.0 * spoken
        );
    }
    Ok(())
}

/// Five minutes of the bundled voice over beds.
fn timeline(beds: &[String]) -> Result<Timeline, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pack = Pack::open(&root.join("audio/voice/en"))?;
    let mut script = format!("letgo: 1\ntitle: Speed\nsound: [ {} ]\nsteps:\n", beds.join(", "));
    let mut length = Frames::ZERO;
    for clip in pack.index().clips.iter().filter(|clip| clip.length_frames > Frames::from_secs(3)) {
        if length < Frames::from_secs(240) {
            script += &format!("  - say: {}\n  - pause: 1s\n", serde_json::to_string(&clip.text)?);
            length += clip.length_frames + Frames::from_secs(1);
        }
    }
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("speed.yaml");
    std::fs::write(&path, script)?;
    let library = Library {
        synths: synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect(),
        ..Library::default()
    };
    let wrong = |wrong| format!("{wrong:?}");
    let session = resolve(&library, &Asset::File(path), &Request::default()).map_err(wrong)?.session;
    let voices = Voices::for_session(None, [pack]);
    let (materials, _) = gather(&session, &voices, synth::BED_LOUDNESS).map_err(wrong)?;
    Ok(lay_out(&session, &materials).map_err(wrong)?)
}

fn timed(sound: &mut dyn Sound, length: Frames) -> Duration {
    let mut block = vec![0.0f32; 2 * PIECE as usize];
    let mut at = Frames::ZERO;
    let mut begun = Instant::now();
    while at < length {
        if at == WARM {
            begun = Instant::now();
        }
        sound.read(at, &mut block);
        at += Frames(block.len() as u64 / 2);
    }
    begun.elapsed()
}
