//! Whatever a speech program does, it is said plainly, nothing broken is kept, and the build goes on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;
use std::time::Duration;

use letgo::voice::{
    BuildOptions, BuildReport, ClipError, Pack, Prompt, SoundError, SpeechError, UserCommand, Voices, build,
};

/// A speech program in Python: `body` may use `words`, `out` (the path of the file to write) and `tone(...)`.
fn program(folder: &Path, body: &str) -> UserCommand {
    let script = folder.join("speaks.py");
    let head = r#"
import sys, os, time, math, struct, wave
words, out = open(sys.argv[1], encoding="utf-8").read(), sys.argv[2]
def tone(seconds, rate=22050, channels=1, width=2):
    with wave.open(out, "wb") as f:
        f.setnchannels(channels); f.setsampwidth(width); f.setframerate(rate)
        second = bytearray()
        for n in range(rate):
            v = 0.3 * math.sin(n * 220 * 2 * math.pi / rate) * (0.6 + 0.4 * math.sin(n * 8 * math.pi / rate))
            one = bytes([int(128 + 127 * v)]) if width == 1 else struct.pack("<h", int(32767 * v))
            second += one * channels
        for _ in range(int(seconds)):
            f.writeframes(bytes(second))
"#;
    std::fs::write(&script, format!("{head}\n{body}\n")).unwrap();
    let command = ["python3", &script.to_string_lossy(), "{text-file}", "{wav}"].map(str::to_string);
    UserCommand::new(&command).unwrap().with_patience(Duration::from_secs(20))
}

fn prompts(texts: &[&str]) -> Vec<Prompt> {
    texts.iter().map(|text| Prompt { language: "en".into(), text: text.to_string() }).collect()
}

fn built(body: &str, change: impl Fn(UserCommand) -> UserCommand) -> (tempfile::TempDir, BuildReport) {
    let folder = tempfile::tempdir().unwrap();
    let speaker = change(program(folder.path(), body));
    let into = folder.path().join("evening.voice");
    let prompts = prompts(&["Find somewhere warm."]);
    let report = build(&prompts, &Voices::default(), &speaker, &into, &BuildOptions::default(), |_| ()).unwrap();
    (folder, report)
}

/// The one failure of a build that must leave no clip behind.
fn failure(body: &str) -> ClipError {
    failure_of(body, |command| command)
}

fn failure_of(body: &str, change: impl Fn(UserCommand) -> UserCommand) -> ClipError {
    let (folder, mut report) = built(body, change);
    let into = folder.path().join("evening.voice");
    let left: Vec<_> = std::fs::read_dir(&into).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["pack.json"], "nothing broken stays");
    assert!(Pack::open(&into).unwrap().index().clips.is_empty());
    assert_eq!(report.made, Vec::<String>::new());
    report.failed.pop().expect("a failure").1
}

#[test]
fn one_that_fails_is_quoted_harmlessly() {
    let error = failure(r#"sys.stderr.write("no \x1b[31mvoice\x07 here\n"); tone(1); sys.exit(3)"#);
    assert_eq!(error.to_string(), "`python3` failed (exit code 3): no [31mvoice here");
}

#[test]
fn one_that_hangs_is_ended_with_all_that_it_started() {
    let body = r#"
import subprocess
child = subprocess.Popen(["sleep", "300"])
open(os.path.join(os.path.dirname(os.path.abspath(sys.argv[0])), "pid"), "w").write(str(child.pid))
time.sleep(300)"#;
    let folder = tempfile::tempdir().unwrap();
    let speaker = program(folder.path(), body).with_patience(Duration::from_secs(2));
    let into = folder.path().join("voice");
    let report =
        build(&prompts(&["Rest."]), &Voices::default(), &speaker, &into, &BuildOptions::default(), |_| ()).unwrap();
    assert!(matches!(report.failed[0].1, ClipError::Speech(SpeechError::TooSlow { .. })), "{:?}", report.failed);
    let pid = std::fs::read_to_string(folder.path().join("pid")).unwrap();
    // Whoever ends up as its parent may take a moment to reap it: ended is ended.
    let state = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    assert!(state.is_empty() || state.contains(") Z "), "its child lives on: {state}");
}

#[test]
fn what_it_writes_is_checked() {
    let sound = |body: &str| match failure(body) {
        ClipError::Sound(error) => error,
        other => panic!("{other:?}"),
    };
    assert_eq!(sound(r#"open(out, "wb").write(b"rubbish " * 9000)"#), SoundError::NotSound);
    assert_eq!(sound(r#"wave.open(out, "wb").setparams((1, 2, 22050, 0, "NONE", "")) or tone(0)"#), SoundError::Empty);
    assert_eq!(sound(r#"tone(3); open(out, "r+b").truncate(60000)"#), SoundError::Damaged);
    assert_eq!(
        sound(
            r#"f = wave.open(out, "wb"); f.setparams((1, 2, 22050, 0, "NONE", "")); f.writeframes(bytes(80000)); f.close()"#
        ),
        SoundError::Silent
    );
    let nan = r#"
d = struct.pack("<f", float("nan")) * 20000
open(out, "wb").write(b"RIFF" + struct.pack("<I", 36 + len(d)) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 3, 1, 22050, 88200, 4, 32) + b"data" + struct.pack("<I", len(d)) + d)"#;
    assert_eq!(sound(nan), SoundError::NotFinite);
    assert!(matches!(sound("tone(7200, rate=8000, width=1)"), SoundError::TooLong { .. }));
    assert!(matches!(failure("pass"), ClipError::Speech(SpeechError::WroteNothing { .. })));
    assert!(matches!(failure(r#"open(out, "w")"#), ClipError::Speech(SpeechError::WroteNothing { .. })));
}

#[test]
fn one_that_never_stops_writing_is_ended() {
    let error = failure("f = open(out, 'wb')\nwhile True: f.write(bytes(1 << 20))");
    assert!(matches!(error, ClipError::Speech(SpeechError::TooMuch { .. })), "{error}");
}

#[test]
fn stereo_and_eight_bits_become_a_clip() {
    for body in ["tone(2, channels=2)", "tone(2, width=1, rate=8000)", "tone(2, rate=44100)"] {
        let (folder, report) = built(body, |command| command);
        assert_eq!(report.failed, [], "{body}");
        let into = folder.path().join("evening.voice");
        let pack = Pack::open(&into).unwrap();
        let voices = Voices::new(vec![letgo::voice::Source::Pack(pack)]);
        let found = voices.find("en", "find somewhere warm").unwrap();
        assert!((found.loudness.0 + 20.0).abs() < 1.0, "{body}: {found:?}");
    }
}

#[test]
fn one_that_keeps_failing_is_not_asked_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let speaker = UserCommand::new(&["/nowhere/speaks".to_string()]).unwrap();
    let prompts = prompts(&["One two.", "Two three.", "Three four.", "Four five.", "Five six."]);
    let report =
        build(&prompts, &Voices::default(), &speaker, folder.path(), &BuildOptions::default(), |_| ()).unwrap();
    assert_eq!((report.failed.len(), report.left), (3, 2));
    assert!(matches!(report.failed[0].1, ClipError::Speech(SpeechError::NotStarted { .. })));
}

#[test]
fn nothing_of_a_text_is_run() {
    let folder = tempfile::tempdir().unwrap();
    let mark = folder.path().join("mark");
    let text =
        format!("Rest $(touch {0}) `touch {0}` ; touch {0} | touch {0}\") (system \"touch {0}\")", mark.display());
    let speaker = program(folder.path(), "tone(2)");
    let into = folder.path().join("voice");
    let (festival, espeak) = (letgo::voice::Festival::default(), letgo::voice::Espeak::default());
    let mut all = vec![&speaker as &dyn letgo::voice::Speaker, &espeak];
    if !cfg!(target_os = "macos") {
        all.push(&festival);
    }
    for speaker in all {
        let report =
            build(&prompts(&[&text]), &Voices::default(), speaker, &into, &BuildOptions::default(), |_| ()).unwrap();
        assert_eq!(report.failed, []);
        assert!(!mark.exists());
    }
}
