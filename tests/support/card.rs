//! Sound cards for tests: one that runs at any speed (ALSA's `file` plugin over `null`, paced by a pipe), and a real
//! sound server with nothing behind it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Place;

const PACER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/pacer.py");
/// Stereo at 48 kHz, four bytes a sample.
const BYTES_A_SECOND: f64 = 48_000.0 * 8.0;

/// A card that plays so many times faster than a real one, and keeps what it played.
pub struct Card {
    config: PathBuf,
    heard: PathBuf,
}

impl Card {
    pub fn new(place: &Place, times_faster: f64) -> Card {
        let heard = place.path("heard.raw");
        let pace = BYTES_A_SECOND * times_faster;
        let config = format!(
            "pcm.null {{ type null }}\nctl.null {{ type null }}\npcm.default {{ type plug slave {{ pcm {{ type file \
             slave.pcm {{ type null }} file \"|python3 {PACER} {} {pace}\" format \"raw\" }} format FLOAT_LE \
             rate 48000 channels 2 }} }}\n",
            heard.display()
        );
        Card { config: place.write("alsa.conf", config), heard }
    }

    /// Makes a command play here.
    pub fn plug<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("ALSA_CONFIG_PATH", &self.config).env_remove("PULSE_SERVER").env("XDG_RUNTIME_DIR", "/nonexistent")
    }

    /// What was played so far, left and right interleaved.
    pub fn heard(&self) -> Vec<f32> {
        samples(&fs::read(&self.heard).unwrap_or_default())
    }
}

/// A sound server with a sink that leads nowhere, whose sound is recorded.
pub struct Server {
    folder: PathBuf,
    server: Option<Child>,
    recorder: Option<Child>,
}

impl Server {
    pub fn start(place: &Place) -> Server {
        let folder = place.path("pulse");
        for name in ["run", "state"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        let mut server = Server { folder, server: None, recorder: None };
        server.bring_up();
        server
    }

    fn set(&self, command: &mut Command) {
        let run = self.folder.join("run");
        command.env("XDG_RUNTIME_DIR", &run).env("PULSE_RUNTIME_PATH", &run);
        command.env("PULSE_STATE_PATH", self.folder.join("state"));
        command.env("PULSE_SERVER", format!("unix:{}", run.join("native").display()));
        command.env("HOME", &self.folder).env("PULSE_COOKIE", self.folder.join("cookie"));
    }

    /// Makes a command play here.
    pub fn plug<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let run = self.folder.join("run");
        command.env("XDG_RUNTIME_DIR", &run).env("PULSE_RUNTIME_PATH", &run);
        command.env("PULSE_SERVER", format!("unix:{}", run.join("native").display()))
    }

    /// Starts the server, and a recorder that appends to what was heard.
    pub fn bring_up(&mut self) {
        let socket = self.folder.join("run/native");
        let _ = fs::remove_file(&socket);
        let log = format!("file:{}", self.folder.join("log").display());
        let protocol = format!("module-native-protocol-unix auth-anonymous=1 socket={}", socket.display());
        let sink = "module-null-sink sink_name=t rate=48000 channels=2 format=float32le norewinds=1";
        let mut command = Command::new("pulseaudio");
        command.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit=1", "--use-pid-file=0"]);
        command.args(["--high-priority=0", "--realtime=0", "--log-target", &log, "-L", &protocol, "-L", sink]);
        self.set(&mut command);
        self.server = Some(spawned(&mut command, "pulseaudio"));
        wait_until("the sound server answers", || socket.exists());
        let kept = self.folder.join("heard.raw");
        let before = fs::metadata(&kept).map_or(0, |data| data.len());
        let out = fs::OpenOptions::new().create(true).append(true).open(&kept).unwrap();
        let mut command = Command::new("parec");
        command.args(["-d", "t.monitor", "--raw", "--format=float32le", "--rate=48000", "--channels=2"]);
        command.arg("--latency-msec=20").stdout(out);
        self.set(&mut command);
        self.recorder = Some(spawned(&mut command, "parec"));
        wait_until("the recorder records", || fs::metadata(&kept).is_ok_and(|data| data.len() > before));
    }

    /// Tells the server something, as `pactl` does.
    pub fn control(&self, args: &[&str]) -> String {
        let mut command = Command::new("pactl");
        self.set(command.args(args));
        let output = command.output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_string()
    }

    /// What one of its sinks plays just now, for a third of a second.
    pub fn listen(&self, sink: &str) -> Vec<f32> {
        let mut command = Command::new("parec");
        command.args(["-d", &format!("{sink}.monitor"), "--raw", "--format=float32le", "--rate=48000", "--channels=2"]);
        command.arg("--latency-msec=20").stdout(Stdio::piped());
        self.set(&mut command);
        let mut recorder = spawned(&mut command, "parec");
        let mut bytes = vec![0; 16_000 * 8];
        recorder.stdout.take().unwrap().read_exact(&mut bytes).unwrap();
        end(recorder);
        samples(&bytes)
    }

    /// Ends the server as a crash would.
    pub fn kill(&mut self) {
        for child in [self.recorder.take(), self.server.take()].into_iter().flatten() {
            end(child);
        }
    }

    /// What was played so far, left and right interleaved.
    pub fn heard(&self) -> Vec<f32> {
        samples(&fs::read(self.folder.join("heard.raw")).unwrap_or_default())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

fn spawned(command: &mut Command, name: &str) -> Child {
    command.stdin(Stdio::null()).stderr(Stdio::null());
    let child = command.spawn();
    child.unwrap_or_else(|error| panic!("{name} is needed for this test (make test installs it): {error}"))
}

fn end(mut child: Child) {
    let _ = child.kill();
    let _ = child.wait();
}

/// Waits for something that has to happen, and fails if it doesn't within half a minute.
pub fn wait_until(what: &str, mut happened: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !happened() {
        assert!(begun.elapsed() < Duration::from_secs(30), "waited in vain: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

/// Frames from the first that isn't silent to the last.
pub fn trimmed(sound: &[f32]) -> &[f32] {
    let silent = |frame: &[f32]| frame.iter().all(|sample| *sample == 0.0);
    let frames = sound.len() / 2;
    let first = sound.chunks_exact(2).position(|frame| !silent(frame)).unwrap_or(frames);
    let last = sound.chunks_exact(2).rposition(|frame| !silent(frame)).map_or(first, |last| last + 1);
    &sound[2 * first..2 * last]
}

/// The largest step from one sample to the next of its channel.
pub fn largest_step(sound: &[f32]) -> f32 {
    sound.windows(3).map(|pair| (pair[2] - pair[0]).abs()).fold(0.0, f32::max)
}

fn samples(bytes: &[u8]) -> Vec<f32> {
    bytes.chunks_exact(4).map(|bytes| f32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])).collect()
}

/// A path as text.
pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
