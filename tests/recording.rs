//! `letgo record`: what is spoken into a microphone is what the session says from then on; a long recording is brought
//! home in pieces; and whatever happens to a microphone or a file, what was kept is safe.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]

mod support;

use std::path::Path;
use std::thread;
use std::time::Duration;

use support::card::wait_until;
use support::microphone::{Microphone, Talk};
use support::terminal::{LETGO, Terminal};
use support::{Place, decoded, measured, tool};

const SESSION: &str = "\
letgo: 1
title: Evening
steps:
  - chapter: One
  - say: Hello, and welcome. [3s]
  - say: We are coming to the end. [3s]
  - chapter: Two
  - say: |
      Let it all go loose. [2s]
      Gently, we come back to the room, with open eyes and small movements. [2s]
";

const HELLO: &str = "hello-and-welcome-8b04d8e1";
const COMING: &str = "we-are-coming-to-the-end-66983b46";
const LOOSE: &str = "let-it-all-go-loose-6094852b";
const GENTLY: &str = "gently-we-come-back-b90d8ea9";

fn place() -> Place {
    let place = Place::new();
    place.write("evening.yaml", SESSION);
    place
}

/// The left side of a sound file.
fn mono(path: &Path) -> Vec<f32> {
    decoded(path).chunks_exact(2).map(|frame| frame[0]).collect()
}

/// A clip of the bundled voice, as somebody who speaks.
fn spoken(stem: &str) -> Vec<f32> {
    mono(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("audio/voice/en/{stem}.ogg")))
}

fn silence(seconds: f64) -> Vec<f32> {
    vec![0.0; (48_000.0 * seconds) as usize]
}

/// How alike two sounds are, 1 for the same. Half a second at a time, each wherever it is found within 150 ms of its place:
/// a busy machine may swallow some of what is spoken.
fn alike(one: &[f32], other: &[f32]) -> f32 {
    // Every sixth sample holds what words are told apart by.
    let thin = |sound: &[f32]| -> Vec<f32> {
        sound.chunks(6).map(|part| part.iter().sum::<f32>() / part.len() as f32).collect()
    };
    let (one, other) = (thin(one), thin(other));
    let power = |sound: &[f32]| sound.iter().map(|sample| sample * sample).sum::<f32>();
    let (mut sum, mut all) = (0.0, 0.0);
    for (index, part) in one.chunks(4000).enumerate() {
        let at = |shift: i64| -> Option<f32> {
            let from = usize::try_from(4000 * index as i64 + shift).ok()?;
            let there = other.get(from..(from + part.len()).min(other.len()))?;
            let product: f32 = part.iter().zip(there).map(|(one, other)| one * other).sum();
            Some(product / (power(part) * power(there)).sqrt().max(1e-9))
        };
        sum += power(part) * (-1200..=1200).filter_map(at).fold(0.0, f32::max);
        all += power(part);
    }
    sum / all
}

/// Some seconds of a room with some hiss and the hum of a power supply.
fn room(seconds: u32) -> Vec<f32> {
    let mut seed = 1u32;
    (0..48_000 * seconds)
        .map(|index| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let hiss = (seed >> 8) as f32 / 8_388_608.0 - 1.0;
            0.0015 * hiss + 0.002 * (index as f32 * 100.0 * std::f32::consts::TAU / 48_000.0).sin()
        })
        .collect()
}

fn level(sound: &[f32]) -> f32 {
    10.0 * (sound.iter().map(|sample| sample * sample).sum::<f32>() / sound.len() as f32).log10()
}

fn letgo(place: &Place, microphone: &Microphone, args: &[&str]) -> Talk {
    let mut command = place.letgo();
    Talk::begin(microphone.plug(command.args(args)))
}

#[test]
fn what_is_spoken_and_kept_is_what_the_session_says_then() {
    let place = place();
    let mut microphone = Microphone::start(&place);
    microphone.stands_in(&room(40));
    let mut talk = letgo(&place, &microphone, &["record", "evening.yaml"]);
    talk.until("4 of 4 prompts are left");
    talk.until("Microphone: Ear");
    talk.until("Hello, and welcome.");
    talk.until("> ");
    talk.say("1");
    talk.until("Now: speak");
    // Softly.
    let hello = spoken(HELLO);
    microphone.hears(&[silence(0.3), hello.iter().map(|sample| 0.4 * sample).collect(), silence(0.3)].concat());
    talk.say("");
    talk.until("words a minute");
    talk.until("1 keep, 2 record again");
    talk.say("keep");
    talk.until("Prompt 2 of 4, 3 left");
    talk.say("0");
    assert!(talk.end().contains("1 kept, 3 of 4 left."), "{}", talk.all());

    let files = place.names("evening.voice");
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(files[0].starts_with("hello-and-welcome-") && files[0].ends_with(".flac"), "{files:?}");
    let clip = place.path("evening.voice").join(&files[0]);
    let kept = mono(&clip);
    assert!(alike(&kept, &hello) > 0.8, "another sound was kept: {}", alike(&kept, &hello));
    // The clip fades away at its end, under the room.
    let off = (kept.len() as f64 - hello.len() as f64) / 48_000.0;
    assert!((-0.4..0.2).contains(&off), "{off} s longer than what was said");
    let (loudness, peak) = measured(&clip);
    assert!((loudness + 20.0).abs() < 0.7 && peak <= -3.0, "{loudness} LUFS, {peak} dBTP");
    // The room is still there, and much farther away than it was.
    let before = &kept[1000..2200];
    let (was, is) = (level(&room(1)) - level(&hello) - 20.0 * 0.4f32.log10(), level(before) - level(&kept));
    assert!(is < was - 8.0, "the room was {was} dB beside the words, and is {is}");

    // The session says it at once, and a pack takes it along.
    assert!(place.ok(&["show", "evening.yaml"]).contains("1 of 4 prompts are in a voice recorded for this session"));
    place.ok(&["render", "evening.yaml", "-o", "out.wav", "--to", "0:06"]);
    let heard = mono(&place.path("out.wav"));
    assert!(alike(&heard[3 * 48_000..6 * 48_000], &kept) > 0.95);
    place.ok(&["pack", "evening.yaml", "-o", "a.letgo", "--unsigned"]);
    let packed = place.ok(&["show", "a.letgo", "--json"]);
    assert!(packed.contains(&files[0].replace(".flac", ".opus")), "{packed}");

    // An edit asks for what it changed, and for nothing else.
    let left = |text: &str| {
        place.write("evening.yaml", text);
        let guide = place.ok(&["record", "evening.yaml", "--record-guide"]);
        guide.lines().nth(2).unwrap().split(',').next().unwrap().to_string()
    };
    assert_eq!(left(SESSION), "3 of 4 prompts");
    assert_eq!(left(&SESSION.replace("Hello, and", "Hello — and")), "3 of 4 prompts");
    assert_eq!(left(&SESSION.replace("Hello, and", "Hello and warmly")), "4 of 4 prompts");
}

#[test]
fn a_microphone_that_vanishes_takes_nothing_with_it() {
    let place = place();
    let mut microphone = Microphone::start(&place);
    let mut talk = letgo(&place, &microphone, &["record", "evening.yaml", "--only", "two"]);
    talk.until("> ");
    talk.say("");
    talk.until("Now: speak");
    microphone.hears(&[silence(0.2), spoken(LOOSE)].concat());
    microphone.kill();
    talk.until("The microphone is gone. What it heard until then is here, and can be kept.");
    talk.until("> ");
    talk.say("1");
    talk.until("Prompt 4 of 4, 3 left");
    talk.until("> ");
    // It isn't back: that is said, and nothing breaks.
    talk.say("1");
    talk.until("Nothing can be recorded: no microphone was found");
    talk.until("> ");
    talk.say("q");
    talk.end();
    let files = place.names("evening.voice");
    assert_eq!(files.len(), 1, "{files:?}");
    let kept = mono(&place.path("evening.voice").join(&files[0]));
    assert!(alike(&kept, &spoken(LOOSE)) > 0.8, "{}", alike(&kept, &spoken(LOOSE)));
}

#[test]
fn a_screen_shows_words_and_meter_and_a_silent_microphone_is_spoken_of() {
    let place = place();
    let microphone = Microphone::start(&place);
    let variables: Vec<String> =
        microphone.variables().iter().map(|(name, value)| format!("{name}='{value}'")).collect();
    let shell = format!("env {} {LETGO} record evening.yaml", variables.join(" "));
    let terminal = Terminal::new(&place, 80, 24, &shell);
    terminal.shows("Hello, and welcome.");
    terminal.shows("Enter record");
    terminal.press("Enter");
    terminal.shows("get ready");
    terminal.shows("REC 2");
    terminal.shows("only silence comes in: is the microphone muted?");
    terminal.press("Space");
    terminal.shows("There is no take: only silence came in");
    terminal.press("Enter");
    terminal.shows("REC 0");
    // Far too loud.
    let loud: Vec<f32> = spoken(HELLO).iter().map(|sample| (sample * 12.0).clamp(-1.0, 1.0)).collect();
    microphone.hears(&loud);
    terminal.shows("too loud");
    terminal.press("Enter");
    terminal.shows("peaks were cut off");
    terminal.press("Enter");
    terminal.shows("Enter keep");
    terminal.press("n");
    terminal.shows("2 of 4, 4 left to record");
    assert!(terminal.read().contains("We are coming to the end."));
    terminal.press("q");
    terminal.shows("0 kept, 4 of 4 left.");
    assert_eq!(place.names("evening.voice"), Vec::<String>::new(), "a take that nobody kept was left");
}

#[test]
fn a_take_that_a_crash_left_can_be_kept_the_next_time() {
    let place = place();
    let microphone = Microphone::start(&place);
    let mut talk = letgo(&place, &microphone, &["record", "evening.yaml"]);
    talk.until("> ");
    talk.say("1");
    talk.until("Now: speak");
    microphone.hears(&spoken(HELLO));
    thread::sleep(Duration::from_millis(100));
    drop(talk); // killed, as by a crash
    let mut talk = letgo(&place, &microphone, &["record", "evening.yaml"]);
    talk.until("left when recording broke off");
    talk.until("> ");
    talk.say("1");
    talk.until("Prompt 2 of 4");
    talk.say("0");
    talk.end();
    let files = place.names("evening.voice");
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(alike(&mono(&place.path("evening.voice").join(&files[0])), &spoken(HELLO)) > 0.8);
}

#[test]
fn whatever_ends_it_the_terminal_is_whole_and_the_take_is_there_the_next_time() {
    let place = place();
    let microphone = Microphone::start(&place);
    let variables: Vec<String> = microphone.variables().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let record = format!("exec env {} {LETGO} record evening.yaml 2> said", variables.join(" "));
    let told = "{ echo status $?; stty -a | grep -o -e '-*icanon' -e '-*echo '; } > told";
    let shell = format!("sh -c 'echo $$ > pid; {record}'; {told}");
    let terminal = Terminal::new(&place, 80, 24, &shell);
    terminal.shows("Enter record");
    terminal.press("Enter");
    terminal.shows("REC 0");
    microphone.hears(&spoken(HELLO));
    terminal.shows("REC 2");
    let read = |name: &str| std::fs::read_to_string(place.path(name)).unwrap_or_default();
    tool("kill", &["-TERM", read("pid").trim()]);
    wait_until("it has ended", || read("told").contains("echo "));
    assert!(!terminal.is_alternate(), "{}", terminal.screen());
    let told: Vec<String> = read("told").split_whitespace().map(str::to_string).collect();
    assert_eq!(told, ["status", "1", "icanon", "echo"], "{}", read("said"));
    assert!(read("said").contains("a take that had begun is there the next time"), "{}", read("said"));
    let mut talk = letgo(&place, &microphone, &["record", "evening.yaml"]);
    talk.until("left when recording broke off");
}

#[test]
fn without_a_microphone_it_says_so_and_what_else_there_is() {
    let place = place();
    place.write("none.conf", "");
    let record = |args: &[&str]| {
        let mut command = place.letgo();
        command.args(["record", "evening.yaml"]).args(args).env("ALSA_CONFIG_PATH", place.path("none.conf"));
        let output = command.env_remove("PULSE_SERVER").env("XDG_RUNTIME_DIR", "/nonexistent").output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, said) = record(&[]);
    assert!(code == Some(1) && said.contains("no microphone was found") && said.contains("--import"), "{said}");
    let (code, said) = record(&["--device", "Blue"]);
    assert!(code == Some(2) && said.contains("there is no microphone `Blue`"), "{said}");
    let (code, said) = record(&["--only", "Too"]);
    assert!(code == Some(2) && said.contains("did you mean \"Two\"? The chapters are: One, Two"), "{said}");
    assert!(!place.path("evening.voice").exists());
}

/// The recording of the whole session that somebody made elsewhere.
fn long_recording() -> Vec<f32> {
    let (hello, coming, loose, gently) = (spoken(HELLO), spoken(COMING), spoken(LOOSE), spoken(GENTLY));
    // The last prompt is read with a breath in it, nearly as long as a pause.
    [
        silence(1.2),
        hello,
        silence(2.5),
        coming.clone(),
        silence(3.0),
        loose,
        silence(2.0),
        gently,
        silence(0.9),
        coming,
        silence(1.0),
    ]
    .concat()
}

/// A WAV as ffmpeg writes it, in this format.
fn write(place: &Place, name: &str, sound: &[f32], args: &[&str]) {
    let raw = place.write("sound.raw", sound.iter().flat_map(|sample| sample.to_le_bytes()).collect::<Vec<u8>>());
    let file = place.path(name);
    let mut all = vec!["-v", "error", "-y", "-f", "f32le", "-ar", "48000", "-ac", "1", "-i", raw.to_str().unwrap()];
    all.extend(args);
    all.push(file.to_str().unwrap());
    tool("ffmpeg", &all);
}

#[test]
fn a_long_recording_is_brought_home_in_pieces() {
    let place = place();
    write(&place, "long.wav", &long_recording(), &[]);
    let asked = place.run(&["record", "evening.yaml", "--import", "long.wav"]);
    let (shown, said) = (String::from_utf8_lossy(&asked.stdout), String::from_utf8_lossy(&asked.stderr));
    assert_eq!(asked.status.code(), Some(2), "{said}");
    assert!(said.contains("nothing was written") && !place.path("evening.voice").exists(), "{said}");
    assert!(shown.starts_with("5 pieces for 4 prompts: those with the shortest silences"), "{shown}");
    let row = |number: usize| shown.lines().nth(1 + number).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(row(1).starts_with("1 0:01.2 0:03.1 1.9 s Hello, and welcome."), "{shown}");
    assert!(row(4).contains("5.1 s Gently, we come back"), "{shown}");

    let told = place.ok(&["record", "evening.yaml", "--import", "long.wav", "--yes"]);
    assert!(told.contains("4 brought in, 0 left."), "{told}");
    let files = place.names("evening.voice");
    assert_eq!(files.len(), 4, "{files:?}");
    for (begin, stem) in [("hello", HELLO), ("let-it", LOOSE), ("we-are", COMING)] {
        let file = files.iter().find(|file| file.starts_with(begin)).unwrap();
        let kept = mono(&place.path("evening.voice").join(file));
        assert!(alike(&kept, &spoken(stem)) > 0.8, "{file}: {}", alike(&kept, &spoken(stem)));
    }
    assert!(place.ok(&["show", "evening.yaml"]).contains("4 of 4 prompts are in a voice"));
    assert!(place.ok(&["record", "evening.yaml", "--import", "long.wav"]).contains("All 4 prompts"));
}

#[test]
fn any_file_is_read_or_refused_with_a_reason() {
    let place = place();
    let sound = long_recording();
    for (name, format) in [
        ("stereo.wav", &["-ac", "2"][..]),
        ("eight.wav", &["-c:a", "pcm_u8", "-ar", "22050"]),
        ("phone.m4a", &["-c:a", "aac", "-ar", "44100"]),
        ("small.mp3", &[]),
    ] {
        write(&place, name, &sound, format);
        let told = place.ok(&["record", "evening.yaml", "--import", name, "--yes", "--all"]);
        assert!(told.contains("4 brought in"), "{name}: {told}");
    }
    std::fs::remove_dir_all(place.path("evening.voice")).unwrap();
    write(&place, "silent.wav", &silence(9.0), &[]);
    write(&place, "two.wav", &[silence(1.0), spoken(HELLO), silence(2.0), spoken(COMING), silence(1.0)].concat(), &[]);
    let whole = std::fs::read(place.path("stereo.wav")).unwrap();
    place.write("cut.wav", &whole[..whole.len() / 2]);
    place.write("no.wav", "this is no sound");
    for (name, reason) in [
        ("silent.wav", "silent from beginning to end"),
        ("two.wav", "has 2 pieces with silence between, and there are 4 prompts"),
        ("cut.wav", "cut short"),
        ("no.wav", ""),
        ("none.wav", ""),
    ] {
        let said = place.fails(1, &["record", "evening.yaml", "--import", name, "--yes"]);
        assert!(said.contains(name) && said.contains(reason), "{said}");
    }
    assert!(!place.path("evening.voice").exists());
}

#[test]
fn what_is_said_to_one_client_can_be_recorded() {
    let place = Place::new();
    place.write(
        "scan.yaml",
        "letgo: 1\ntitle: Scan\nsteps:\n  - scan: { regions: [hand, neck], each: 20s }\n  - breathe: { rounds: 4 }\n",
    );
    let guide = |more: &[&str]| place.ok(&[&["record", "scan.yaml", "--record-guide"], more].concat());
    let (all, without_neck, hands) = (guide(&[]), guide(&["--leave-out", "neck"]), guide(&["--anchor", "hands"]));
    assert!(all.contains("neck") && !without_neck.contains("your neck"), "{all}\n{without_neck}");
    assert!(all.contains("reath") && !hands.contains("reathe"), "{all}\n{hands}");
    let said = place.fails(2, &["record", "scan.yaml", "--record-guide", "--leave-out", "nekc"]);
    assert!(said.contains("did you mean `neck`"), "{said}");
}

#[test]
fn the_guide_can_be_read_from_paper() {
    let place = place();
    let guide = place.ok(&["record", "evening.yaml", "--record-guide", "--only", "one"]);
    let expected = "\
# Evening: to be read aloud

2 of 4 prompts, 9 words, about 0:04 of speech at 120 words a minute.
";
    assert!(guide.starts_with(expected), "{guide}");
    let expected = "

## One

1. Hello, and welcome.
   (3 words, about 1.5 s at 120 words a minute)

   [pause: 3 seconds]

2. We are coming to the end.
   (6 words, about 3.0 s at 120 words a minute)

   [pause: 3 seconds]
";
    assert!(guide.ends_with(expected), "{guide}");
    assert!(guide.contains("    letgo record evening.yaml --only one --import FILE\n"), "{guide}");
}

#[test]
fn a_bundled_session_can_be_recorded_and_says_it() {
    let place = Place::new();
    let guide = place.ok(&["record", "first-evening", "--record-guide", "--only", "Welcome"]);
    let count: usize = guide.lines().nth(2).unwrap().split(' ').next().unwrap().parse().unwrap();
    let one = [spoken(HELLO), silence(2.0)].concat();
    write(&place, "all.wav", &[silence(0.5), one.repeat(count)].concat(), &[]);
    place.ok(&["record", "first-evening", "--only", "Welcome", "--import", "all.wav", "--yes"]);
    let shown = place.ok(&["show", "first-evening"]);
    assert!(shown.contains(&format!("{count} of ")) && shown.contains("in a voice recorded"), "{shown}");
    wait_until("the recordings are in the user's own folder", || {
        place.path("home/.local/share/letgo/recordings/first-evening.voice").is_dir()
    });
}

/// The commands of a page, in this section.
fn commands(page: &str, section: &str) -> Vec<String> {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(page)).unwrap();
    let section = page.split("\n## ").find(|part| part.starts_with(section)).unwrap();
    let blocks = section.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.flat_map(str::lines).map(str::to_string).collect()
}

#[cfg(unix)]
#[test]
fn a_therapist_can_follow_the_page_word_by_word() {
    let place = Place::new();
    let microphone = Microphone::start(&place);
    let commands = commands("for-therapists.md", "A session in your own voice");
    assert_eq!(commands.len(), 5, "{commands:?}");
    for line in &commands {
        if line.contains("--import") {
            // Somebody reads what was printed.
            let guide = std::fs::read_to_string(place.path("five.txt")).unwrap();
            let count = guide.matches("[pause:").count();
            let one = [spoken(COMING), silence(1.5)].concat();
            write(&place, "reading.wav", &[silence(0.5), one.repeat(count)].concat(), &[]);
        }
        if line == "letgo record five.yaml" {
            let mut talk = letgo(&place, &microphone, &["record", "five.yaml"]);
            talk.until("> ");
            talk.say("q");
            assert!(talk.end().contains("\nletgo record five.yaml\n"), "{}", talk.all());
            continue;
        }
        let folder = Path::new(LETGO).parent().unwrap();
        let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
        let mut command = std::process::Command::new("sh");
        let output = place.at_home(command.args(["-c", line])).env("PATH", path).output().unwrap();
        assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&output.stderr));
        if line.starts_with("letgo show") {
            let shown = String::from_utf8_lossy(&output.stdout).into_owned();
            assert!(shown.contains("prompts are in a voice recorded for this session"), "{shown}");
        }
    }
}
