//! Prints how fast each bed is made, in times real time on one core, and beside it sox's brown and pink noise if sox
//! is there.
//!
//! `cargo run --release --example bed_speed`. Time is that of the processor where the system tells it (Linux), so
//! that other work on the machine doesn't count; elsewhere it is that of the clock.

use std::process::Command;
use std::time::Instant;

use letgo::mix::BLOCK;
use letgo::mix::synth::{BEDS, bed};
use letgo::quantity::Frames;

/// Seconds of sound that are made each time; the fastest of three times counts.
const SECONDS: u64 = 120;
const TIMES: usize = 3;

fn main() {
    println!("| bed | x real time |\n|---|---|");
    let mut all = 0.0;
    for kind in BEDS {
        let seconds = (0..TIMES).filter_map(|_| make(kind.name)).fold(f64::INFINITY, f64::min);
        println!("| {} | {:.0} |", kind.name, SECONDS as f64 / seconds);
        all += seconds;
    }
    println!("| all {} at once | {:.0} |", BEDS.len(), SECONDS as f64 / all);
    for noise in ["brownnoise", "pinknoise"] {
        if let Some(seconds) = (0..TIMES).filter_map(|_| sox(noise)).reduce(f64::min) {
            println!("| sox synth {noise}, two channels | {:.0} |", SECONDS as f64 / seconds);
        }
    }
}

/// Seconds of work that a stretch of a bed takes.
fn make(name: &str) -> Option<f64> {
    let mut sound = bed(name, 1)?;
    let mut block = [0.0f32; 2 * BLOCK];
    let begun = Clock::start();
    for number in 0..SECONDS * 48_000 / BLOCK as u64 {
        sound.read(Frames(number * BLOCK as u64), &mut block);
    }
    std::hint::black_box(&block);
    Some(begun.seconds())
}

/// The same for sox, which makes raw samples for nobody; what it takes to start counts little in two minutes.
fn sox(noise: &str) -> Option<f64> {
    let before = children();
    let begun = Instant::now();
    let length = SECONDS.to_string();
    let mut command = Command::new("sox");
    command.args(["-R", "-n", "-r", "48000", "-c", "2", "-b", "32", "-t", "raw", "/dev/null"]);
    command.args(["synth", &length, noise, noise]);
    let status = command.status().ok()?;
    let clock = begun.elapsed().as_secs_f64();
    status.success().then(|| children().zip(before).map_or(clock, |(after, before)| after - before))
}

/// A clock of this thread's work.
struct Clock {
    worked: Option<f64>,
    begun: Instant,
}

impl Clock {
    fn start() -> Clock {
        Clock { worked: worked(), begun: Instant::now() }
    }

    fn seconds(&self) -> f64 {
        let clock = self.begun.elapsed().as_secs_f64();
        worked().zip(self.worked).map_or(clock, |(now, before)| now - before)
    }
}

/// Seconds that this thread has been on a core.
fn worked() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// Seconds that programs which this one started, and which have ended, were on a core: user and system, in ticks of
/// a hundredth of a second (proc(5), fields 16 and 17).
fn children() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field)?.parse::<f64>().ok();
    Some((ticks(13)? + ticks(14)?) / 100.0)
}
