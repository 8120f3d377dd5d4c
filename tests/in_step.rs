//! The guide and the sound are in step: what is shown is what is heard at that moment, within 50 ms, whatever the device
//! keeps in its buffers; also after a jump and after a pause.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![cfg(target_os = "linux")]

mod support;

use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use letgo::guide::{Look, Scene};
use letgo::library::{Asset, Library, Synth};
use letgo::mix::{Mixer, Sound, synth};
use letgo::output::{KeepAwake, Wanted};
use letgo::player::{Player, Sink};
use letgo::quantity::{Decibels, Frames, SAMPLE_RATE};
use letgo::session::{Request, resolve};
use letgo::texts::Texts;
use letgo::timeline::{Timeline, gather, lay_out};
use letgo::voice::Voices;
use support::Place;
use support::card::{Server, wait_until};

/// Led breath over a bed of which no two moments are alike.
const SESSION: &str = "\
letgo: 1
title: In step
sound: [ { synth: brown, level: -12 dB } ]
steps:
  - breathe: { in: 3s, out: 4s, rounds: 8 }
";

/// Set in the process that plays: it has the sound server of the test around it.
const WITHIN: &str = "LETGO_TEST_IN_STEP";
/// So many frames in a row that are the same are found at one place only.
const SURE: usize = 24;
/// How far from where it should be a moment is looked for.
const AROUND: usize = SAMPLE_RATE as usize;
const MOST: f64 = 0.050;

fn timeline(place: &Place) -> Arc<Timeline> {
    let path = place.write("in-step.yaml", SESSION);
    let synths = synth::BEDS.iter().map(|bed| Synth { name: bed.name, keys: bed.keys }).collect();
    let library = Library { synths, ..Library::default() };
    let session = resolve(&library, &Asset::File(path), &Request::default()).unwrap().session;
    let (materials, _) = gather(&session, &Voices::default(), synth::BED_LOUDNESS).unwrap();
    Arc::new(lay_out(&session, &materials).unwrap())
}

#[test]
fn the_breath_is_shown_with_its_sound() {
    if std::env::var_os(WITHIN).is_some() {
        return measure();
    }
    let place = Place::new();
    let server = Server::start(&place);
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_breath_is_shown_with_its_sound", "--nocapture"]).env(WITHIN, "1");
    let output = server.plug(&mut command).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    println!("{said}");
    assert!(output.status.success(), "{said}");
}

/// The sound of the sink, and when each piece of it came.
#[derive(Default)]
struct Recorded {
    left: Vec<f32>,
    came: Vec<(usize, Instant)>,
}

impl Recorded {
    /// When its first frame was heard. What comes is late sometimes, but never early.
    fn begun(&self) -> Instant {
        let lasted = |frames: usize| Duration::from_secs_f64(frames as f64 / f64::from(SAMPLE_RATE));
        self.came.iter().filter_map(|(frames, at)| at.checked_sub(lasted(*frames))).min().unwrap()
    }
}

fn record(into: Arc<Mutex<Recorded>>) -> std::process::Child {
    let mut command = Command::new("parec");
    command.args(["-d", "t.monitor", "--raw", "--format=float32le", "--rate=48000", "--channels=2"]);
    command.args(["--latency-msec=10"]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut recorder = command.spawn().expect("parec (make test installs it)");
    let mut out = recorder.stdout.take().unwrap();
    thread::spawn(move || {
        let (mut bytes, mut block) = (Vec::new(), [0; 65_536]);
        while let Ok(count @ 1..) = out.read(&mut block) {
            let now = Instant::now();
            bytes.extend(&block[..count]);
            let whole = bytes.len() / 8 * 8;
            let mut recorded = into.lock().unwrap();
            let left = bytes[..whole].chunks_exact(8).map(|frame| f32::from_le_bytes(frame[..4].try_into().unwrap()));
            recorded.left.extend(left);
            let frames = recorded.left.len();
            recorded.came.push((frames, now));
            bytes.drain(..whole);
        }
    });
    recorder
}

fn fullness(timeline: &Timeline, position: Frames) -> Option<f64> {
    let look = Look { position, ..Look::default() };
    Scene::at(timeline, look, Texts::english()).breath.map(|breath| breath.fullness)
}

fn measure() {
    let place = Place::new();
    let timeline = timeline(&place);
    let mut rendered = vec![0.0; 2 * timeline.length.0 as usize];
    Mixer::new(Arc::clone(&timeline)).unwrap().read(Frames::ZERO, &mut rendered);
    let rendered: Vec<f32> = rendered.chunks_exact(2).map(|frame| frame[0]).collect();

    let recorded = Arc::new(Mutex::new(Recorded::default()));
    let mut recorder = record(Arc::clone(&recorded));
    wait_until("the recorder records", || !recorded.lock().unwrap().left.is_empty());
    let sound = Box::new(Mixer::new(Arc::clone(&timeline)).unwrap());
    let volume = Box::new(|_: &str| Decibels::UNITY);
    let sink = Sink::Device(Wanted::Default);
    let player = Player::start(sound, Frames::ZERO, volume, sink, KeepAwake::No).unwrap();
    // What would be drawn at a moment.
    let mut shown: Vec<(Instant, Frames)> = Vec::new();
    let mut watch = |seconds: f64| {
        let begun = Instant::now();
        while begun.elapsed().as_secs_f64() < seconds {
            let (before, position, after) = (Instant::now(), player.state().position, Instant::now());
            // Where the machine took the processor away in between, there is no telling when it was.
            if after - before < Duration::from_millis(1) {
                shown.push((before, position));
            }
            thread::sleep(Duration::from_millis(3));
        }
    };
    watch(3.0);
    // Into the middle of a breath.
    player.jump(Frames::from_secs(25));
    watch(3.0);
    player.set_paused(true);
    watch(0.8);
    player.set_paused(false);
    watch(3.0);
    thread::sleep(Duration::from_millis(500));
    drop(player);
    let _ = recorder.kill();
    let _ = recorder.wait();

    let recorded = recorded.lock().unwrap();
    let begun = recorded.begun();
    let mut apart = Vec::new();
    let mut unlike = Vec::new();
    for (at, position) in &shown {
        let Some(since) = at.checked_duration_since(begun) else { continue };
        let heard_at = (since.as_secs_f64() * f64::from(SAMPLE_RATE)) as usize;
        let Some(heard) = recorded.left.get(heard_at..heard_at + SURE) else { continue };
        let from = (position.0 as usize).saturating_sub(AROUND);
        let places = &rendered[from..(from + 2 * AROUND).min(rendered.len())];
        // In a fade, or in silence, nothing is the same.
        let Some(offset) = places.windows(SURE).position(|place| place == heard) else { continue };
        if heard.iter().all(|sample| *sample == 0.0) {
            continue;
        }
        let heard = Frames((from + offset) as u64);
        apart.push(position.seconds() - heard.seconds());
        if let Some((shown, heard)) = fullness(&timeline, *position).zip(fullness(&timeline, heard)) {
            unlike.push((shown - heard).abs());
        }
    }
    assert!(apart.len() > shown.len() / 3, "only {} of {} moments were found", apart.len(), shown.len());
    assert!(unlike.len() > apart.len() / 3, "hardly any breath was seen");
    apart.sort_by(f64::total_cmp);
    let unlike = unlike.into_iter().fold(0.0, f64::max);
    let (least, middle, most) = (apart[0], apart[apart.len() / 2], apart[apart.len() - 1]);
    println!(
        "{} moments: the shape is {:.1} ms before the sound (median), {:.1} to {:.1} ms; of its size it is {:.1} % off at most",
        apart.len(),
        1000.0 * middle,
        1000.0 * least,
        1000.0 * most,
        100.0 * unlike
    );
    assert!(-MOST < least && most < MOST, "they are up to {:.1} ms apart", 1000.0 * most.max(-least));
    // No breath is so quick that it grows by more than this in 50 ms.
    assert!(unlike < 0.03, "{unlike}");
}
