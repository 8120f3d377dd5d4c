//! Writes a bed or a tone as raw 32-bit float stereo at 48 kHz to standard output, and says how fast that went.
//!
//! `cargo run --release --example hear_synth -- sea 60 | sox -t f32 -r 48000 -c 2 - sea.wav`
//! Beds by their names; tones: `bell`, `chime`, `in`, `out`, `sip`, `glide`. A breath with seed 2 is one of the last two.

use std::io::{self, Write};
use std::time::Instant;

use letgo::mix::synth::tone::{Bell, BreathTone, Chime, Glide, Tone};
use letgo::mix::synth::{BEDS, bed};
use letgo::quantity::Frames;
use letgo::timeline::Phase;

const BLOCK: usize = 1024;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let length = Frames::from_secs(arguments.next().and_then(|text| text.parse().ok()).unwrap_or(30));
    let seed = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1);
    let breath = |phase| Some(Box::new(BreathTone { phase, length, marked: seed == 2 }) as Box<dyn Tone>);
    let tone: Option<Box<dyn Tone>> = match name.as_str() {
        "bell" => Some(Box::new(Bell::new(220.0))),
        "chime" => Some(Box::new(Chime::default())),
        "in" => breath(Phase::In),
        "out" => breath(Phase::Out),
        "sip" => breath(Phase::Sip),
        "glide" => Some(Box::new(Glide { length, stroke: seed })),
        _ => None,
    };
    let mut bed = bed(&name, seed);
    if tone.is_none() && bed.is_none() {
        let beds: Vec<&str> = BEDS.iter().map(|bed| bed.name).collect();
        eprintln!("There is no `{name}`. Beds: {}; tones: bell, chime, in, out, sip, glide.", beds.join(", "));
        std::process::exit(2);
    }
    let length = tone.as_ref().map_or(length, |tone| tone.length());
    let mut out = io::stdout().lock();
    let mut bytes = Vec::with_capacity(8 * BLOCK);
    let mut busy = std::time::Duration::ZERO;
    let mut at = 0;
    while at < length.0 {
        let frames = (BLOCK as u64).min(length.0 - at) as usize;
        let mut block = [0.0f32; 2 * BLOCK];
        let begun = Instant::now();
        if let Some(bed) = &mut bed {
            bed.read(Frames(at), &mut block[..2 * frames]);
        } else if let Some(tone) = &tone {
            tone.add(Frames(at), &mut block[..2 * frames], 1.0);
        }
        busy += begun.elapsed();
        bytes.clear();
        bytes.extend(block[..2 * frames].iter().flat_map(|sample| sample.to_le_bytes()));
        out.write_all(&bytes)?;
        at += frames as u64;
    }
    eprintln!("{name}: {:.1} s, {:.0} times real time", length.seconds(), length.seconds() / busy.as_secs_f64());
    Ok(())
}
