//! `letgo doctor`: what works on this machine, and what to do about the rest.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use etcetera::AppStrategy;
use serde_json::json;

use crate::about_me;
use crate::desktop;
use crate::guide::text::{clean, is_utf8, wrap};
use crate::library::{bundled_sessions, bundled_tracks};
use crate::output::{self, DeviceError, Link, Speaker, Wanted, slices};
use crate::practice::LANGUAGES;
use crate::quantity::{Frames, SAMPLE_RATE};
use crate::settings::{self, KEYS, Origin, Settings};
use crate::voice::speech_programs;

use super::{Failure, Surroundings, print_json};

#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

/// A device that doesn't open within this time won't.
const PATIENCE: Duration = Duration::from_secs(6);
/// A device that is open takes its first sound within this time.
const FIRST_SOUND: Duration = Duration::from_secs(1);
/// Smaller than this the screen has no room for words.
const SMALLEST: (usize, usize) = (40, 10);

/// One thing that was looked at.
struct Finding {
    what: &'static str,
    /// What was found.
    found: String,
    /// What to do, where there is something to do.
    fix: Option<String>,
}

impl Finding {
    fn ok(what: &'static str, found: impl Into<String>) -> Finding {
        Finding { what, found: found.into(), fix: None }
    }

    fn to_do(what: &'static str, found: impl Into<String>, fix: impl Into<String>) -> Finding {
        Finding { what, found: found.into(), fix: Some(fix.into()) }
    }
}

impl Doctor {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let loaded = Settings::gather(Settings::path().as_deref(), settings::variable);
        let device = loaded.settings.device.as_ref().map(|name| name.0.clone());
        let (sound, heard) = sound(device);
        let (content, whole) = content();
        let mut findings = vec![Finding::ok("version", version())];
        findings.extend(sound);
        findings.extend(content);
        findings.push(speech());
        findings.extend(desktop(&loaded.settings));
        findings.extend(folders());
        findings.extend(terminal(around));
        findings.push(settings_file(&loaded));
        findings.push(about_me_file());
        let can_be_heard = heard && whole;
        if self.json {
            print_json(&as_json(&findings, can_be_heard))?;
        } else {
            print(&findings, can_be_heard, around)?;
        }
        if can_be_heard { Ok(()) } else { Err(Failure::Told) }
    }
}

fn print(findings: &[Finding], can_be_heard: bool, around: &Surroundings) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let widest = findings.iter().map(|finding| finding.what.len()).max().unwrap_or(0);
    let indent = widest + 8;
    let columns = around.width.clamp(40, 100).saturating_sub(indent).max(24);
    for finding in findings {
        let mark = if finding.fix.is_none() { "ok" } else { "to do" };
        let found = wrap(&clean(&finding.found), columns);
        let mut lines = found.iter();
        let first = lines.next().map_or("", String::as_str);
        writeln!(out, "{mark:<5} {:<widest$}  {first}", finding.what)?;
        for line in lines {
            writeln!(out, "{:indent$}{line}", "")?;
        }
        for line in finding.fix.iter().flat_map(|fix| wrap(&format!("-> {}", clean(fix)), columns)) {
            writeln!(out, "{:indent$}{line}", "")?;
        }
    }
    writeln!(out)?;
    match can_be_heard {
        true => writeln!(out, "A session can be heard here.")?,
        false => writeln!(out, "A session can't be heard here yet; it runs on the screen.")?,
    }
    out.flush()?;
    Ok(())
}

fn as_json(findings: &[Finding], can_be_heard: bool) -> serde_json::Value {
    let findings: Vec<_> = findings
        .iter()
        .map(|finding| {
            json!({ "what": finding.what, "ok": finding.fix.is_none(), "found": finding.found, "fix": finding.fix })
        })
        .collect();
    json!({ "version": 1, "can_be_heard": can_be_heard, "findings": findings })
}

fn version() -> String {
    let sound = if cfg!(feature = "playback") { "with sound" } else { "without sound" };
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    format!("letgo {}, {sound}, {system} on {machine}", env!("CARGO_PKG_VERSION"))
}

/// What is found about sound, and whether it can be heard.
fn sound(wanted: Option<String>) -> (Vec<Finding>, bool) {
    let mut findings = Vec::new();
    let devices = within(PATIENCE, output::devices);
    match &devices {
        Some(Ok(devices)) if !devices.is_empty() => {
            let names: Vec<String> = devices
                .iter()
                .map(|device| format!("{}{}", device.name, if device.default { " (the system's choice)" } else { "" }))
                .collect();
            findings.push(Finding::ok("devices", format!("{}: {}", output::system(), names.join(", "))));
        }
        Some(Err(DeviceError::NotBuilt)) => {
            let fix = "install a letgo that was built with sound; until then sessions run on the screen";
            return (vec![Finding::to_do("devices", "this letgo was built without sound", fix)], false);
        }
        None => findings.push(Finding::to_do("devices", "the sound system doesn't answer", no_answer())),
        _ => {
            let fix =
                "plug in headphones or a loudspeaker, or start the sound server; until then sessions run on the screen";
            findings.push(Finding::to_do("devices", format!("{}: none was found", output::system()), fix));
        }
    }
    let named = wanted.clone();
    let opened = within(PATIENCE, move || open(named.as_deref()));
    let what = "sound";
    let named = match &wanted {
        Some(name) => format!("`{name}` from the settings"),
        None => "the system's choice".to_string(),
    };
    let (finding, heard) = match opened {
        Some(Ok((rate, true))) if rate == SAMPLE_RATE => {
            (Finding::ok(what, format!("{named} opens at {rate} Hz: what is heard is what is rendered")), true)
        }
        Some(Ok((rate, true))) => (
            Finding::ok(what, format!("{named} opens at {rate} Hz; letgo converts its {SAMPLE_RATE} Hz to that")),
            true,
        ),
        Some(Ok((rate, false))) => {
            (Finding::to_do(what, format!("{named} opens at {rate} Hz, but takes no sound"), no_answer()), false)
        }
        Some(Err(error @ DeviceError::Unknown { .. })) => (
            Finding::to_do(what, error.to_string(), "`letgo config unset device` goes back to the system's choice"),
            false,
        ),
        Some(Err(DeviceError::None)) => (
            Finding::to_do(
                what,
                "no device can be opened",
                "`letgo render SESSION -o FILE` writes a sound file meanwhile",
            ),
            false,
        ),
        Some(Err(error)) => (
            Finding::to_do(
                what,
                error.to_string(),
                "close what else uses the device, or choose another: `letgo devices`",
            ),
            false,
        ),
        None => (Finding::to_do(what, format!("{named} doesn't open"), no_answer()), false),
    };
    findings.push(finding);
    (findings, heard)
}

fn no_answer() -> &'static str {
    "log out and in again, or restart the sound server (`systemctl --user restart pipewire pulseaudio`)"
}

/// Opens a device in silence: its rate, and whether it takes sound.
fn open(wanted: Option<&str>) -> Result<(u32, bool), DeviceError> {
    let link = Arc::new(Link::new(Frames::ZERO));
    link.set_paused(true);
    let wanted = wanted.map_or(Wanted::Default, |name| Wanted::Named(name.to_string()));
    let speaker = Speaker::open(&wanted, &link, |rate, _| slices(&link, rate, false).1)?;
    let begun = Instant::now();
    while link.calls() == 0 && begun.elapsed() < FIRST_SOUND {
        thread::sleep(Duration::from_millis(10));
    }
    Ok((speaker.rate(), link.calls() > 0))
}

/// What a function gives, unless it takes too long: sound systems can hang.
fn within<T: Send + 'static>(patience: Duration, ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (told, answer) = channel();
    thread::Builder::new().name("asking".into()).spawn(move || told.send(ask())).ok()?;
    answer.recv_timeout(patience).ok()
}

/// What is in the binary, and whether it is enough to play.
fn content() -> (Vec<Finding>, bool) {
    let (sessions, tracks) = (bundled_sessions().len(), bundled_tracks().len());
    if sessions == 0 {
        let fix = "this letgo was built without its sessions; name the file of a session, or install another letgo";
        return (vec![Finding::to_do("sessions", "none inside the program", fix)], false);
    }
    let sessions = Finding::ok("sessions", format!("{sessions} sessions and {tracks} tracks inside the program"));
    let spoken: Vec<String> = LANGUAGES
        .iter()
        .filter_map(|(tag, ..)| {
            let clips = super::voice::bundled_pack(tag)?.index().clips.len();
            Some(format!("{clips} clips in {tag}"))
        })
        .collect();
    let voice = match spoken.is_empty() {
        false => Finding::ok("voice", format!("bundled, {}", spoken.join(", "))),
        true => {
            let fix = "words are shown on the screen; `letgo voice build` has a program of this machine speak them";
            Finding::to_do("voice", "no voice inside the program", fix)
        }
    };
    (vec![sessions, voice], true)
}

fn speech() -> Finding {
    let config = super::voice::speech_config(&Settings::load_kindly().0, None);
    let found: Vec<&str> =
        speech_programs(&config).into_iter().filter_map(|(name, there)| there.then_some(name)).collect();
    match found.is_empty() {
        false => Finding::ok("speech", format!("{}, for what no voice has", found.join(", "))),
        true => {
            let fix =
                "only needed for sessions of your own: install espeak-ng, or record the words (`letgo help voice`)";
            Finding::to_do("speech", "no program that speaks was found", fix)
        }
    }
}

/// Media keys, and whether the machine can be kept awake. Without a desktop there is nothing to mend.
fn desktop(settings: &Settings) -> [Finding; 2] {
    let offers = within(PATIENCE, desktop::look);
    let keys = match offers {
        _ if !settings.media_keys().0 => "not wanted (settings: media-keys)".to_string(),
        None => "the session's bus doesn't answer: they don't reach a session".into(),
        Some(offers) if offers.controls => "they reach a session, as the desktop's player controls do".into(),
        Some(_) => "no desktop here that passes them on".into(),
    };
    let awake = match offers {
        _ if !settings.keep_awake().0 => "not wanted (settings: keep-awake)".to_string(),
        None => "no answer: the machine may go to sleep in the middle of a session".into(),
        Some(offers) => match (offers.saver, offers.sleep) {
            (true, true) => "screen and machine wait while there is sound".into(),
            (false, true) => "the machine waits while there is sound; no screen saver was found".into(),
            (true, false) => "the screen waits while there is sound; the machine can't be asked to".into(),
            (false, false) => "nobody here can be asked to wait while there is sound".into(),
        },
    };
    [Finding::ok("media keys", keys), Finding::ok("stays awake", awake)]
}

fn folders() -> Vec<Finding> {
    let Some(folders) = settings::folders() else {
        let fix = "set HOME to a folder of yours; without one sessions play, and nothing is kept";
        return vec![Finding::to_do("folders", "no home folder was found", fix)];
    };
    let all =
        [("settings in", folders.config_dir()), ("voices in", folders.data_dir()), ("cache in", folders.cache_dir())];
    all.into_iter().map(|(what, path)| folder(what, &path)).collect()
}

/// Whether something can be kept in a folder, which needn't be there yet.
fn folder(what: &'static str, path: &Path) -> Finding {
    let shown = path.display();
    let there: Option<PathBuf> = path.ancestors().find(|ancestor| ancestor.exists()).map(Path::to_path_buf);
    let Some(there) = there else {
        return Finding::to_do(
            what,
            format!("{shown}: no part of this path is there"),
            "set HOME to a folder of yours",
        );
    };
    match (tempfile::tempfile_in(&there), there == path) {
        (Ok(_), true) => Finding::ok(what, shown.to_string()),
        (Ok(_), false) => Finding::ok(what, format!("{shown} (made when it is needed)")),
        (Err(error), _) => {
            let fix =
                format!("make {} a folder that you may write to; until then nothing is kept there", there.display());
            Finding::to_do(what, format!("{shown}: {}", error.kind()), fix)
        }
    }
}

fn terminal(around: &Surroundings) -> Vec<Finding> {
    let term = std::env::var("TERM").unwrap_or_default();
    let mut findings = Vec::new();
    let is_terminal = io::stdout().is_terminal() && io::stdin().is_terminal();
    if !is_terminal || term.is_empty() || term == "dumb" {
        let why = if is_terminal { format!("TERM is `{term}`") } else { "none here (a pipe or a file)".into() };
        findings.push(Finding::ok("terminal", format!("{why}: sessions are written as plain lines")));
    } else {
        let (columns, rows) = crossterm::terminal::size().map_or((80, 24), |(c, r)| (usize::from(c), usize::from(r)));
        let colour = if around.colour_out { "colours" } else { "no colours" };
        let found = format!("{term}, {columns}x{rows}, {colour}");
        findings.push(match columns >= SMALLEST.0 && rows >= SMALLEST.1 {
            true => Finding::ok("terminal", found),
            false => {
                let fix = format!("make the window at least {}x{}, or use `--guide plain`", SMALLEST.0, SMALLEST.1);
                Finding::to_do("terminal", found, fix)
            }
        });
    }
    findings.push(match is_utf8() {
        true => Finding::ok("letters", "UTF-8"),
        false => Finding::to_do("letters", "no UTF-8: shapes are drawn with plain letters", "set LANG=C.UTF-8"),
    });
    findings.push(screen_reader());
    findings
}

/// Programs that read the screen aloud leave these behind; nothing is certain here, so nothing is to do.
fn screen_reader() -> Finding {
    let hints: Vec<&str> =
        ["ACCESSIBLE", "BRLTTY_PID", "SPEAKUP", "NVDA", "FENRIR_PID", "ACCESSIBILITY_ENABLED", "GNOME_ACCESSIBILITY"]
            .into_iter()
            .filter(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0"))
            .collect();
    match hints.is_empty() {
        true => Finding::ok("screen reader", "no sign of one; `--guide plain` suits them all"),
        false => {
            Finding::ok("screen reader", format!("perhaps ({}); `--guide plain` suits them all", hints.join(", ")))
        }
    }
}

fn settings_file(loaded: &settings::Loaded) -> Finding {
    let what = "settings";
    if let Some(trouble) = loaded.trouble.first() {
        return Finding::to_do(what, trouble.to_string(), "`letgo config check` shows each mistake in its place");
    }
    match KEYS.iter().filter(|key| loaded.origin(key) != Origin::Default).count() {
        0 => Finding::ok(what, "none are set, the defaults hold"),
        1 => Finding::ok(what, "one is set; `letgo config` shows it"),
        more => Finding::ok(what, format!("{more} are set; `letgo config` shows them")),
    }
}

fn about_me_file() -> Finding {
    let what = "about me";
    match (about_me::load(), about_me::path().is_some_and(|path| path.exists())) {
        (Err(error), _) => Finding::to_do(
            what,
            error.to_string(),
            "mend that file, or move it away; until then sessions need `--as-is`",
        ),
        (Ok(_), true) => Finding::ok(what, "kept, and followed by every session"),
        (Ok(_), false) => Finding::ok(what, "nothing is kept; sessions play as they were written"),
    }
}
