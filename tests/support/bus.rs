//! A desktop for tests: a bus of its own, and on it a screen saver and a login manager that note what they are asked.

use std::fs::File;
use std::io::Read;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use zbus::{Connection, OwnedFd, OwnedVariant, Variant, block_on, connection, interface};

use super::Place;
use super::card::wait_until;

/// Where letgo is reached.
pub const LETGO: &str = "org.mpris.MediaPlayer2.letgo";
const PATH: &str = "/org/mpris/MediaPlayer2";
const PLAYER: &str = "org.mpris.MediaPlayer2.Player";

/// A desktop, in a place.
pub struct Desktop {
    daemon: Child,
    address: String,
    bus: Connection,
    locks: Locks,
    saver: Arc<Mutex<Vec<u32>>>,
}

/// What was asked for, in which way, and whether it still is.
type Locks = Arc<Mutex<Vec<(String, String, Arc<AtomicBool>)>>>;

struct Login(Locks);

#[interface(name = "org.freedesktop.login1.Manager")]
impl Login {
    fn inhibit(&self, what: String, _who: String, _why: String, mode: String) -> OwnedFd {
        let (mut read, write) = std::io::pipe().unwrap();
        let held = Arc::new(AtomicBool::new(true));
        self.0.lock().unwrap().push((what, mode, Arc::clone(&held)));
        // The other end closes when the wish is let go, also when its holder dies.
        std::thread::spawn(move || {
            let _ = read.read(&mut [0]);
            held.store(false, Ordering::SeqCst);
        });
        OwnedFd::from(std::os::fd::OwnedFd::from(write))
    }
}

struct Saver(Arc<Mutex<Vec<u32>>>);

#[interface(name = "org.freedesktop.ScreenSaver")]
impl Saver {
    fn inhibit(&self, _who: String, _why: String) -> u32 {
        self.0.lock().unwrap().push(7);
        7
    }

    fn un_inhibit(&self, number: u32) {
        self.0.lock().unwrap().retain(|held| *held != number);
    }
}

impl Desktop {
    pub fn start(place: &Place) -> Desktop {
        let socket = place.path("bus");
        let address = format!("unix:path={}", socket.display());
        let config = format!(
            "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n \
             \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n<busconfig>\n  <type>session</type>\n  \
             <listen>{address}</listen>\n  <auth>EXTERNAL</auth>\n  <policy context=\"default\">\n    \
             <allow send_destination=\"*\" eavesdrop=\"true\"/>\n    \
             <allow eavesdrop=\"true\"/>\n    <allow own=\"*\"/>\n  </policy>\n</busconfig>\n"
        );
        let config = place.write("bus.conf", config);
        let log = File::create(place.path("bus.log")).unwrap();
        let mut command = Command::new("dbus-daemon");
        command.arg("--nofork").arg(format!("--config-file={}", config.display())).stdin(Stdio::null()).stderr(log);
        let daemon = command.spawn().expect("dbus-daemon is needed for this test (make test installs it)");
        wait_until("the bus answers", || socket.exists());
        let (locks, saver) = (Locks::default(), Arc::new(Mutex::new(Vec::new())));
        let bus = connection::Builder::address(address.as_str())
            .serve_at("/org/freedesktop/login1", Login(Arc::clone(&locks)))
            .serve_at("/org/freedesktop/ScreenSaver", Saver(Arc::clone(&saver)))
            .name("org.freedesktop.login1")
            .name("org.freedesktop.ScreenSaver");
        let bus = block_on(bus.build()).unwrap();
        Desktop { daemon, address, bus, locks, saver }
    }

    /// Makes a command find it.
    pub fn plug<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).env("DBUS_SYSTEM_BUS_ADDRESS", &self.address)
    }

    /// Whether something is kept from happening, in a way: `block` or `delay`.
    pub fn holds(&self, what: &str, mode: &str) -> bool {
        let locks = self.locks.lock().unwrap();
        locks.iter().any(|(of, by, held)| of == what && by == mode && held.load(Ordering::SeqCst))
    }

    /// Whether the screen saver was told to wait.
    pub fn saver_waits(&self) -> bool {
        !self.saver.lock().unwrap().is_empty()
    }

    /// Whether somebody has a name.
    pub fn has(&self, name: &str) -> bool {
        let dbus = "org.freedesktop.DBus";
        let reply =
            block_on(self.bus.call_method(Some(dbus), "/org/freedesktop/DBus", Some(dbus), "NameHasOwner", &name));
        reply.unwrap().body().deserialize().unwrap()
    }

    /// Presses a button of the player controls.
    pub fn press<B: serde::Serialize + zbus::DynamicType>(&self, button: &str, body: &B) {
        block_on(self.bus.call_method(Some(LETGO), PATH, Some(PLAYER), button, body)).unwrap();
    }

    /// What the player controls show.
    pub fn shows(&self, property: &str) -> OwnedVariant {
        self.shown_by(LETGO, property)
    }

    pub fn shown_by(&self, name: &str, property: &str) -> OwnedVariant {
        let interface = Some("org.freedesktop.DBus.Properties");
        let reply = block_on(self.bus.call_method(Some(name), PATH, interface, "Get", &(PLAYER, property)));
        reply.unwrap().body().deserialize().unwrap()
    }

    /// The same, written down: what is in it is looked for as text.
    pub fn reads(&self, property: &str) -> String {
        format!("{:?}", self.shows(property))
    }

    pub fn set_volume(&self, volume: f64) {
        let interface = Some("org.freedesktop.DBus.Properties");
        let body = (PLAYER, "Volume", Variant::from(volume));
        block_on(self.bus.call_method(Some(LETGO), PATH, interface, "Set", &body)).unwrap();
    }

    /// Tells everybody that the machine goes to sleep, or has woken.
    pub fn sleep(&self, sleeps: bool) {
        let (path, manager) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
        block_on(self.bus.emit_signal(None::<&str>, path, manager, "PrepareForSleep", &sleeps)).unwrap();
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
