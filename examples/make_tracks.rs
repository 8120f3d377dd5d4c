//! Makes the bundled tracks in `audio/`, and `audio/index.json`, which says how long and how loud each is.
//!
//! `make tracks` runs it. Each track is a bed of the synthesis room that comes round exactly, so it loops by itself.

use std::error::Error;
use std::num::NonZeroU64;
use std::path::Path;

use letgo::library::Asset;
use letgo::media::encode::{Format, Tags, WavSamples};
use letgo::media::{loudness_of, probe};
use letgo::mix::Sound;
use letgo::mix::synth::{BED_LOUDNESS, Cycle, cycle};
use letgo::output::file::{Part, write_file};
use letgo::quantity::Frames;
use serde_json::json;

/// A track: its file's name, its title, the bed, the seed that chooses which of its kind, and its minutes.
const TRACKS: [(&str, &str, &str, u64, u64); 4] = [
    ("sea", "Slow waves on a sandy shore", "sea", 11, 4),
    ("rain", "Rain on leaves", "rain", 12, 3),
    ("drone", "A warm, slow pad", "drone", 13, 4),
    ("brown", "Brown noise", "brown", 14, 2),
];
/// Ogg Vorbis near 100 kbit/s: what noise loses there nobody hears under words.
const QUALITY: f32 = 0.2;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("audio");
    let mut index = Vec::new();
    for (name, title, bed, seed, minutes) in TRACKS {
        let round = Cycle::minutes(NonZeroU64::new(minutes).ok_or("a track needs a length")?);
        let sound = || cycle(bed, seed, round).ok_or("there is no such bed");
        let file = format!("{name}.ogg");
        let path = folder.join(&file);
        let part = Part { from: Frames::ZERO, to: round.length() };
        let tags = Tags { title: title.into(), chapters: Vec::new() };
        let asset = Asset::File(path.clone());
        let write = |gain: f32, format| {
            write_file(Louder(sound()?, gain), part, format, &tags, &path, |_| true).map_err(Box::<dyn Error>::from)
        };
        // Once as it is, to find out how loud it is; then as loud as all others.
        write(1.0, Format::Wav(WavSamples::Float))?;
        let gain = (BED_LOUDNESS - loudness_of(&asset)?.integrated).gain();
        write(gain, Format::OggVorbis { quality: QUALITY })?;
        let (length, loudness) = (probe(&asset)?.length, loudness_of(&asset)?);
        println!("{file}: {}, {}", length.clock(), loudness.integrated);
        index.push(json!({
            "file": file,
            "title": title,
            "made": format!("bed {bed}, seed {seed}"),
            "frames": length.0,
            "integrated_lufs": (f64::from(loudness.integrated.0) * 100.0).round() / 100.0,
        }));
    }
    let index = json!({ "licence": "CC0-1.0", "tracks": index });
    std::fs::write(folder.join("index.json"), format!("{index:#}\n"))?;
    Ok(())
}

/// A sound at another gain.
struct Louder(Box<dyn Sound>, f32);

impl Sound for Louder {
    fn length(&self) -> Option<Frames> {
        self.0.length()
    }

    fn read(&mut self, at: Frames, out: &mut [f32]) {
        self.0.read(at, out);
        out.iter_mut().for_each(|sample| *sample *= self.1);
    }
}
