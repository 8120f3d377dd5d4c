//! Real keys, pressed in a terminal, and the sound that comes of them: no key clicks, and after 200 of them what is heard
//! is still what is rendered. (Of edits made by key, frame for frame: src/cli/playing/any_row_of_keys.rs.)
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![cfg(unix)]

mod support;

use std::time::Duration;
use std::{fs, thread};

use support::card::{Card, largest_step, wait_until};
use support::terminal::{LETGO, Terminal};
use support::{Place, decoded};

/// Smooth sound of which no two moments are alike.
const SESSION: &str = "\
letgo: 1
title: Keys
sound: [ { synth: brown, level: -12 dB, fade-in: 2s } ]
steps:
  - chapter: One
  - pause: 20s
  - chapter: Two
  - pause: 20s
  - chapter: Three
  - pause: 20s
  - chapter: Four
  - pause: 50s
";

/// More ways back than on, so that no row leads to the end. None of these changes the session itself.
const KEYS: [&str; 20] = [
    "Space", "Enter", "Left", "Left", "Left", "Right", "Up", "Up", "Down", "Down", "n", "p", "p", "PageUp", "s", "d",
    "b", "m", "x", "ö",
];
/// Frames in which the row's last change has faded.
const SECOND: usize = 48_000;

/// The fastest way to silence: what is used up before it has faded, or is late on a busy machine, dies away within 5 ms.
/// (Fades take 0.12 s and more, and are half as steep again at their steepest.)
const STEEPEST: f32 = 1.0 / 0.005 / 48_000.0;

#[test]
fn after_200_keys_the_sound_is_still_the_render_and_nothing_has_clicked() {
    let place = Place::new();
    place.write("keys.yaml", SESSION);
    place.ok(&["render", "keys.yaml", "-o", "rendered.wav", "--samples", "float"]);
    let rendered = decoded(&place.path("rendered.wav"));
    let card = Card::new(&place, 1.0);
    let config = place.path("alsa.conf");
    let play = format!("ALSA_CONFIG_PATH={} {LETGO} play keys.yaml --speak-cautions never 2> said", config.display());
    let terminal = Terminal::new(&place, 80, 24, &play);
    terminal.until("the session", |screen| screen.contains(" left"));
    wait_until("sound is heard", || card.heard().len() > 2 * SECOND);
    let mut seed: u32 = 2026;
    let mut key = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (KEYS[(seed >> 16) as usize % KEYS.len()], seed >> 28)
    };
    for _ in 0..40 {
        // Five at once, and then some time: in the middle of a fade, or after it.
        let five: Vec<(&str, u32)> = (0..5).map(|_| key()).collect();
        terminal.press_all(&five.iter().map(|(key, _)| *key).collect::<Vec<_>>());
        thread::sleep(Duration::from_millis(12 * u64::from(five[0].1)));
    }
    // To full volume, awake, and a while undisturbed.
    terminal.press_all(&["Up"; 31]);
    thread::sleep(Duration::from_millis(500));
    if terminal.screen().contains("paused") {
        terminal.press("Space");
    }
    terminal.press("p");
    thread::sleep(Duration::from_secs(3));
    terminal.press("q");
    wait_until("it was left", || {
        fs::read_to_string(place.path("said")).is_ok_and(|said| said.contains("stopping early is fine"))
    });

    let heard = card.heard();
    let last = heard.iter().rposition(|sample| *sample != 0.0).unwrap() / 2;
    // Leaving takes 0.8 s.
    let settled = &heard[2 * (last - 2 * SECOND)..2 * (last - SECOND)];
    let found = rendered.chunks_exact(2).zip(0..).find_map(|(frame, at): (&[f32], usize)| {
        (frame == &settled[..2] && rendered[2 * at..].starts_with(&settled[..64])).then_some(at)
    });
    let at = found.expect("what is heard after the row isn't in the render");
    assert!(rendered[2 * at..].starts_with(settled), "it plays something else from frame {at} on");

    let peak = rendered.iter().fold(0.0f32, |most, sample| most.max(sample.abs()));
    let (own, most) = (largest_step(&rendered), largest_step(&heard));
    println!("{} s heard; largest step {most}, the render's own {own}, its peak {peak}", heard.len() / 96_000);
    assert!(most <= own + peak * STEEPEST, "a click: {most}, the render's largest step is {own}");
}
