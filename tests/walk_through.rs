//! The whole way, as docs/for-therapists.md leads it: a session is begun, spoken into a microphone, packed with a letter and
//! a plan, added by somebody else, and heard. What was spoken is heard where its words are.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use support::card::{Server, trimmed};
use support::microphone::{Microphone, Talk};
use support::terminal::{LETGO, Terminal};
use support::{Place, decoded};

/// What the page's session says, and what the therapist says for it: words of another session, so that no other voice could
/// have said them.
const PROMPTS: [(&str, &str); 2] = [
    ("Settle in, and let the chair hold you.", "let-it-all-go-loose-6094852b"),
    ("Slowly, we come back.", "hello-and-welcome-8b04d8e1"),
];
const RATE: usize = 48_000;

/// The section of the page that this test follows.
fn section() -> String {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/for-therapists.md")).unwrap();
    page.split("\n## ").find(|part| part.starts_with("Ten minutes")).unwrap().to_string()
}

/// Its blocks in this notation.
fn blocks(page: &str, notation: &str) -> Vec<String> {
    let begins = format!("```{notation}\n");
    page.split(&begins).skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

/// Types a line of the page into a shell, without a terminal.
fn type_in(place: &Place, line: &str) -> Output {
    let folder = Path::new(LETGO).parent().unwrap();
    let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("sh");
    place.at_home(command.args(["-c", line])).env("PATH", path).stdin(Stdio::null()).output().unwrap()
}

fn works(place: &Place, line: &str) -> String {
    let output = type_in(place, line);
    assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A line of the page, in the words of the program's arguments.
fn args(line: &str) -> Vec<&str> {
    line.split_whitespace().skip(1).collect()
}

fn mono(sound: &[f32]) -> Vec<f32> {
    sound.chunks_exact(2).map(|frame| frame[0]).collect()
}

fn clip(stem: &str) -> Vec<f32> {
    mono(&decoded(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("audio/voice/en/{stem}.ogg"))))
}

/// Says every prompt once and keeps it.
fn record(place: &Place, line: &str) {
    let microphone = Microphone::start(place);
    let mut command = place.letgo();
    let mut talk = Talk::begin(microphone.plug(command.args(args(line))));
    for (prompt, stem) in PROMPTS {
        talk.until(prompt);
        talk.until("> ");
        talk.say("1");
        talk.until("Now: speak");
        let silence = vec![0.0; RATE / 4];
        microphone.hears(&[&silence[..], &clip(stem), &silence].concat());
        talk.say("");
        talk.until("1 keep, 2 record again");
        talk.say("1");
    }
    let told = talk.end();
    assert!(told.contains("2 kept, 0 of 2 left."), "{told}");
}

/// Answers the question that a pack from a stranger asks.
fn add(place: &Place, line: &str, words: &str) {
    let terminal = Terminal::new(place, 80, 24, &format!("{LETGO} {}", args(line).join(" ")));
    terminal.shows("Bea Holm");
    terminal.shows(words);
    terminal.shows("[y/N]");
    terminal.press_all(&["y", "Enter"]);
    terminal.shows("It is added.");
    assert!(
        terminal.read().contains("three evenings a week are plenty. Stop whenever you like."),
        "{}",
        terminal.read()
    );
}

/// Plays through a sound server to the end; gives what it heard.
fn play(place: &Place, line: &str) -> Vec<f32> {
    let server = Server::start(place);
    let mut command = place.letgo();
    // Its cautions, said the first time, would only make the test longer.
    command.args(args(line)).args(["--speak-cautions", "never"]).stdin(Stdio::null());
    let output = server.plug(&mut command).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    thread::sleep(Duration::from_millis(300));
    server.heard()
}

/// How alike a recording and a stretch of another sound are where it fits best, 1 for the same but for its level; and where
/// that is, in samples.
fn found(recording: &[f32], sound: &[f32]) -> (f32, usize) {
    // Every sixth sample holds what words are told apart by.
    let thin = |sound: &[f32]| -> Vec<f32> {
        sound.chunks(6).map(|part| part.iter().sum::<f32>() / part.len() as f32).collect()
    };
    let (recording, sound) = (thin(recording), thin(sound));
    let power = |sound: &[f32]| sound.iter().map(|sample| sample * sample).sum::<f32>();
    let of = power(&recording);
    let fits = sound.windows(recording.len()).enumerate().map(|(at, there)| {
        let product: f32 = recording.iter().zip(there).map(|(one, other)| one * other).sum();
        (product / (of * power(there)).sqrt().max(1e-9), 6 * at)
    });
    fits.max_by(|(one, _), (other, _)| one.total_cmp(other)).unwrap()
}

#[test]
fn from_the_first_word_to_the_evening() {
    let (bea, anna) = (Place::new(), Place::new());
    let section = section();
    let (yaml, letter) = (blocks(&section, "yaml"), blocks(&section, "markdown"));
    let mut heard = Vec::new();
    let lines: Vec<String> =
        blocks(&section, "sh").iter().flat_map(|block| block.lines()).map(str::to_string).collect();
    let verbs: Vec<&str> = lines.iter().map(|line| args(line)[0]).collect();
    assert_eq!(verbs, ["new", "identity", "check", "record", "pack", "add", "trust", "plan", "play"]);
    for line in &lines {
        match args(line)[0] {
            "new" => {
                works(&bea, line);
                assert!(works(&bea, "letgo check calm.yaml").contains("fine"));
                // Her editor, as the page has it.
                bea.write("calm.yaml", &yaml[0]);
                bea.write("plan.yaml", &yaml[1]);
                bea.write("anna.md", &letter[0]);
            }
            "record" => record(&bea, line),
            "pack" => {
                let told = works(&bea, line);
                assert!(told.contains("a letter") && told.contains("a plan"), "{told}");
                std::fs::copy(bea.path("anna.letgo"), anna.path("anna.letgo")).unwrap();
            }
            "add" => {
                let words = works(&bea, "letgo identity").lines().nth(1).unwrap().trim().to_string();
                add(&anna, line, &words);
                assert!(works(&anna, "letgo trust").contains(&words));
                // The file isn't needed any more.
                std::fs::remove_file(anna.path("anna.letgo")).unwrap();
            }
            "trust" => assert!(works(&anna, line).contains("Bea Holm")),
            "plan" => {
                let week = works(&anna, line);
                assert!(week.contains("Sit down for a minute before supper."), "{week}");
                let tonight = works(&anna, "letgo");
                assert!(tonight.contains("1  A quiet minute"), "{tonight}");
            }
            "play" => heard = play(&anna, line),
            _ => drop(works(if anna.path("anna.letgo").exists() { &anna } else { &bea }, line)),
        }
    }

    // It was heard as it is rendered there, to the sample.
    anna.ok(&["render", "anna", "-o", "out.wav", "--samples", "float"]);
    let rendered = decoded(&anna.path("out.wav"));
    assert!(trimmed(&heard) == trimmed(&rendered), "what was heard isn't what is rendered");

    // Where the words are, what the therapist said is heard.
    let begins = |sound: &[f32]| sound.iter().position(|sample| *sample != 0.0).unwrap() / 2;
    let before = begins(&heard) as i64 - begins(&rendered) as i64;
    let heard = mono(&heard);
    let shown: serde_json::Value = serde_json::from_str(&anna.ok(&["show", "anna", "--json"])).unwrap();
    let events = shown["events"].as_array().unwrap();
    for (prompt, stem) in PROMPTS {
        let event = events.iter().find(|event| event["text"] == prompt).unwrap();
        assert_eq!(event["kind"], "say");
        let start = event["start_frame"].as_i64().unwrap() + before;
        let length = event["length_frames"].as_u64().unwrap() as usize;
        let from = usize::try_from(start).unwrap();
        // In the middle of the clip there is speech in any case.
        let clip = clip(stem);
        let middle = &clip[clip.len() / 4..clip.len() / 4 + RATE / 2];
        let (alike, at) = found(middle, &heard[from..from + length]);
        assert!(alike > 0.8, "{stem} isn't heard at {start}: {alike}");
        let off = at as f64 - (clip.len() / 4) as f64;
        assert!(off.abs() < 0.5 * RATE as f64, "{stem} is heard {off} samples beside its words");
    }
    assert!(works(&anna, "letgo plan").contains("heard"));
}
