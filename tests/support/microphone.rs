//! A microphone for tests: a sound server of their own, with a source that hears what is spoken into one of its sinks,
//! and another sink for what the program plays.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;

use super::Place;
use super::card::wait_until;

/// The server.
pub struct Microphone {
    folder: PathBuf,
    server: Option<Child>,
    room: Option<Child>,
}

impl Microphone {
    pub fn start(place: &Place) -> Microphone {
        let folder = place.path("ear");
        for name in ["run", "state"] {
            fs::create_dir_all(folder.join(name)).unwrap();
        }
        let socket = folder.join("run/native");
        let mut microphone = Microphone { folder, server: None, room: None };
        let sink = |name: &str, channels: u8| {
            format!("module-null-sink sink_name={name} rate=48000 channels={channels} format=float32le norewinds=1")
        };
        let ear = "module-remap-source source_name=ear master=mouth.monitor remix=no \
                   source_properties=device.description=Ear";
        let protocol = format!("module-native-protocol-unix auth-anonymous=1 socket={}", socket.display());
        let log = format!("file:{}", microphone.folder.join("log").display());
        let mut command = Command::new("pulseaudio");
        command.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit=1", "--use-pid-file=0"]);
        command.args(["--high-priority=0", "--realtime=0", "--log-target", &log, "-L", &protocol]);
        command.args(["-L", &sink("loud", 2), "-L", &sink("mouth", 1), "-L", ear]);
        microphone.plug(&mut command);
        command.env("PULSE_RUNTIME_PATH", microphone.folder.join("run"));
        command.env("PULSE_STATE_PATH", microphone.folder.join("state")).env("HOME", &microphone.folder);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        microphone.server = Some(command.spawn().expect("pulseaudio (make test installs it)"));
        wait_until("the sound server answers", || socket.exists());
        wait_until("the microphone is there", || {
            microphone.tool("pactl", &["list", "short", "sources"]).contains("ear")
        });
        microphone
    }

    /// The variables with which a program finds it.
    pub fn variables(&self) -> Vec<(&'static str, String)> {
        let run = self.folder.join("run");
        vec![
            ("XDG_RUNTIME_DIR", run.display().to_string()),
            ("PULSE_SERVER", format!("unix:{}", run.join("native").display())),
            ("PULSE_COOKIE", self.folder.join("cookie").display().to_string()),
        ]
    }

    pub fn plug<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.envs(self.variables())
    }

    fn tool(&self, name: &str, args: &[&str]) -> String {
        let output = self.plug(&mut Command::new(name)).args(args).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn pacat(&self) -> Command {
        let mut command = Command::new("pacat");
        command.args(["-d", "mouth", "--raw", "--format=float32le", "--rate=48000", "--channels=1"]);
        command.args(["--latency-msec=50"]).stdout(Stdio::null()).stderr(Stdio::null());
        self.plug(&mut command);
        command
    }

    /// The room that it stands in, from now on: this sound, under everything else that it hears.
    pub fn stands_in(&mut self, room: &[f32]) {
        let file = self.folder.join("room.raw");
        fs::write(&file, bytes(room)).unwrap();
        self.room = Some(self.pacat().arg(&file).stdin(Stdio::null()).spawn().expect("pacat (make test installs it)"));
    }

    /// Speaks into it, until all is said. Mono at 48 kHz. A server that dies meanwhile is no matter.
    pub fn hears(&self, sound: &[f32]) {
        let mut child = self.pacat().stdin(Stdio::piped()).spawn().expect("pacat (make test installs it)");
        let _ = child.stdin.take().unwrap().write_all(&bytes(sound));
        let _ = child.wait();
    }

    /// Ends the server as a crash would.
    pub fn kill(&mut self) {
        for mut child in [self.room.take(), self.server.take()].into_iter().flatten() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Microphone {
    fn drop(&mut self) {
        self.kill();
    }
}

fn bytes(sound: &[f32]) -> Vec<u8> {
    sound.iter().flat_map(|sample| sample.to_le_bytes()).collect()
}

/// A program that is talked to in lines.
pub struct Talk {
    child: Child,
    said: Arc<Mutex<String>>,
    read: usize,
}

impl Talk {
    pub fn begin(command: &mut Command) -> Talk {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (mut out, told) = (child.stdout.take().unwrap(), Arc::clone(&said));
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = std::io::Read::read(&mut out, &mut bytes) {
                told.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
        });
        Talk { child, said, read: 0 }
    }

    /// Waits for words after those that were waited for before.
    pub fn until(&mut self, text: &str) {
        let mut found = 0;
        let waited = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            wait_until(text, || {
                let said = self.said.lock().unwrap();
                let at = said[self.read..].find(text);
                found = self.read + at.unwrap_or(0) + text.len();
                at.is_some()
            });
        }));
        assert!(waited.is_ok(), "never said {text:?}:\n{}", self.all());
        self.read = found;
    }

    pub fn say(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    /// Everything that was said.
    pub fn all(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits for its end, and expects that it went well.
    pub fn end(&mut self) -> String {
        assert!(self.child.wait().unwrap().success(), "{}", self.all());
        let said = Arc::clone(&self.said);
        wait_until("all is read", || Arc::strong_count(&said) == 2 || said.lock().unwrap().ends_with('\n'));
        self.all()
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
