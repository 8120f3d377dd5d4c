//! What speech programs say is level, soft at its edges and slow: spoken for real, measured with ffmpeg.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::process::Command;

use letgo::library::Asset;
use letgo::voice::*;

const TEXTS: [&str; 4] = [
    "Find somewhere warm, and let the floor hold you. There is nothing to get right. Rest a hand on your shoulder, and notice the weight of it.",
    "As you breathe out, let the jaw grow heavy. If it feels good, let your head tilt a little to one side. Stay as long as you like, and come back slowly.",
    "Stroke slowly from the neck down to the shoulder, as if you were smoothing warm sand.",
    "And rest.",
];

/// Integrated loudness and true peak as ffmpeg measures them.
fn ffmpeg(file: &Path) -> (f32, f32) {
    let output = Command::new("ffmpeg")
        .args(["-hide_banner", "-nostats", "-i"])
        .arg(file)
        .args(["-af", "ebur128=peak=true", "-f", "null", "-"])
        .output()
        .expect("this test needs ffmpeg: please install it");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let summary = text.split("Summary:").nth(1).expect("ffmpeg's summary");
    let value = |name: &str| {
        let rest = summary.split(name).nth(1).expect("a value");
        rest.split_whitespace().next().and_then(|word| word.parse().ok()).expect("a number")
    };
    (value("I:"), value("Peak:"))
}

fn spoken(speaker: &dyn Speaker) -> (tempfile::TempDir, Pack) {
    assert!(speaker.available(), "this test needs {}: please install it", speaker.id());
    let folder = tempfile::tempdir().unwrap();
    let prompts = TEXTS.map(|text| Prompt { language: "en".into(), text: text.into() });
    let report = build(&prompts, &Voices::default(), speaker, folder.path(), &BuildOptions::default(), |_| ()).unwrap();
    assert_eq!(report.failed, []);
    let pack = Pack::open(folder.path()).unwrap();
    (folder, pack)
}

fn is_gentle(folder: &Path, pack: &Pack) {
    for clip in &pack.index().clips {
        let file = folder.join(&clip.file);
        let samples = decode(&Asset::File(file.clone()), LONGEST_CLIP).unwrap();
        // ffmpeg's blocks leave out the end of a clip: single words are measured by ours alone.
        let (loudness, peak) =
            if clip.length_frames.seconds() > 1.5 { ffmpeg(&file) } else { (clip.loudness_lufs, clip.true_peak_dbtp) };
        assert!((loudness - VOICE_LOUDNESS.0).abs() <= 1.0, "{}: {loudness} LUFS", clip.file);
        assert!(peak <= VOICE_PEAK.0 + 0.05, "{}: {peak} dBTP", clip.file);
        assert!((clip.loudness_lufs - loudness).abs() < 0.6, "{}: {loudness} {}", clip.file, clip.loudness_lufs);
        let loudest = |part: &[f32]| part.iter().fold(0f32, |most, sample| most.max(sample.abs()));
        let (start, end) = (&samples[..240], &samples[samples.len() - 240..]);
        assert!(loudest(start) < 0.005 && loudest(end) < 0.005, "{}: {} {}", clip.file, loudest(start), loudest(end));
    }
}

#[test]
fn espeak_is_level_and_soft_at_its_edges() {
    let (folder, pack) = spoken(&Espeak::default());
    is_gentle(folder.path(), &pack);
}

#[test]
#[cfg_attr(target_os = "macos", ignore = "its package managers don't have festival with this voice")]
fn festival_is_slow_too() {
    let (folder, pack) = spoken(&Festival::default());
    is_gentle(folder.path(), &pack);
    let words: usize = pack.index().clips.iter().map(|clip| clip.text.split_whitespace().count()).sum();
    let minutes: f64 = pack.index().clips.iter().map(|clip| clip.length_frames.seconds() / 60.0).sum();
    let pace = words as f64 / minutes;
    let bytes: u64 =
        pack.index().clips.iter().map(|clip| std::fs::metadata(folder.path().join(&clip.file)).unwrap().len()).sum();
    println!("{pace:.0} words a minute, {:.0} kB a minute", bytes as f64 / 1000.0 / minutes);
    assert!((110.0..=130.0).contains(&pace), "{pace} words a minute");
    assert!(bytes as f64 / minutes < 20e6 / 60.0, "{} bytes a minute", bytes as f64 / minutes);
}
