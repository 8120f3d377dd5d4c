//! A desktop of Linux, by its two buses: the session's for player controls and the screen saver, the system's for sleep.

use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use futures_core::Stream;
use zbus::fdo::{RequestNameFlags, RequestNameReply};
use zbus::{Connection, MatchRule, Message, MessageStream, OwnedFd, block_on, connection, message};

use super::controls::{self, NAME, PATH, Program, Session};
use super::{Allowed, News, Now, Offers, Shared, Wish};

/// A bus that doesn't answer within this time is left alone.
const PATIENCE: Duration = Duration::from_secs(2);
/// A fade to silence is over by then, also on a device that is slow.
const FADE: Duration = Duration::from_millis(700);

const SAVER: (&str, &str, &str) =
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver");
const LOGIN: (&str, &str, &str) =
    ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager");
/// Shown to whoever asks why the machine doesn't go to sleep.
const WHY: &str = "a session is playing";

/// The desktop's thread: until the session's end.
pub(super) fn run(
    allowed: Allowed,
    shared: &Arc<Shared>,
    own: Sender<News>,
    told: &Receiver<News>,
    wishes: &Sender<Wish>,
) {
    let session = (allowed.controls || allowed.awake).then(|| join_session(allowed, shared, wishes)).flatten();
    let system = connect(connection::Builder::system());
    if let Some(system) = &system {
        listen_for_sleep(system.clone(), own, wishes.clone());
    }
    let mut desk = Desk { allowed, session, system, saver: None, awake: None, delay: None, shown: shared.now() };
    desk.delay = desk.inhibit("sleep", "delay", "the sound fades out first");
    desk.keep_awake(desk.shown.playing);
    desk.show(&shared.now());
    while let Ok(news) = told.recv() {
        match news {
            News::Changed => desk.show(&shared.now()),
            News::Jumped => desk.jumped(&shared.now()),
            News::Sleep(true) => {
                // The session was asked to pause; sleep waits until it has faded out.
                thread::sleep(FADE);
                desk.keep_awake(false);
                desk.delay = None;
            }
            News::Sleep(false) if desk.delay.is_none() => {
                desk.delay = desk.inhibit("sleep", "delay", "the sound fades out first");
            }
            News::Sleep(false) => {}
            News::Over => break,
        }
    }
    desk.keep_awake(false);
}

/// What a desktop was asked for.
struct Desk {
    allowed: Allowed,
    session: Option<Connection>,
    system: Option<Connection>,
    /// The screen saver's number for our wish.
    saver: Option<u32>,
    /// While it is open, the machine neither idles nor sleeps.
    awake: Option<OwnedFd>,
    /// While it is open, sleep waits a moment.
    delay: Option<OwnedFd>,
    /// What the player controls show.
    shown: Now,
}

impl Desk {
    /// Tells the player controls what is different, and keeps the machine awake while there is sound.
    fn show(&mut self, now: &Now) {
        self.keep_awake(now.playing);
        let other_chapter = now.chapter() != self.shown.chapter() || !Arc::ptr_eq(&now.timeline, &self.shown.timeline);
        let other_status = now.playing != self.shown.playing;
        let other_volume = now.volume != self.shown.volume;
        self.shown = now.clone();
        let Some(connection) = &self.session else { return };
        // A desktop that has gone away meanwhile needs no news.
        let _: zbus::Result<()> = block_on(async {
            let session = connection.object_server().interface::<_, Session>(PATH).await?;
            let (emitter, session) = (session.signal_emitter(), session.get().await);
            if other_status {
                session.playback_status_changed(emitter).await?;
            }
            if other_chapter {
                session.metadata_changed(emitter).await?;
            }
            if other_volume {
                session.volume_changed(emitter).await?;
            }
            Ok(())
        });
    }

    fn jumped(&self, now: &Now) {
        let Some(connection) = &self.session else { return };
        let _: zbus::Result<()> = block_on(async {
            let session = connection.object_server().interface::<_, Session>(PATH).await?;
            Session::seeked(session.signal_emitter(), controls::micros(now.position)).await
        });
    }

    /// Wishes, or lets go of the wish, that neither screen nor machine go to sleep.
    fn keep_awake(&mut self, wanted: bool) {
        if wanted && self.allowed.awake {
            if self.awake.is_none() {
                self.awake = self.inhibit("sleep:idle", "block", WHY);
            }
            if self.saver.is_none() {
                self.saver = self.session.as_ref().and_then(|session| {
                    let reply = call(session, SAVER, "Inhibit", &("letgo", WHY))?;
                    reply.body().deserialize::<u32>().ok()
                });
            }
            return;
        }
        self.awake = None;
        if let (Some(session), Some(number)) = (&self.session, self.saver.take()) {
            call(session, SAVER, "UnInhibit", &number);
        }
    }

    fn inhibit(&self, what: &str, how: &str, why: &str) -> Option<OwnedFd> {
        let reply = call(self.system.as_ref()?, LOGIN, "Inhibit", &(what, "letgo", why, how))?;
        reply.body().deserialize::<OwnedFd>().ok()
    }
}

/// Asks somebody on a bus, who may not be there.
fn call<B>(bus: &Connection, (whom, path, interface): (&str, &str, &str), method: &str, body: &B) -> Option<Message>
where
    B: serde::Serialize + zbus::DynamicType,
{
    block_on(bus.call_method(Some(whom), path, Some(interface), method, body)).ok()
}

/// Connects, on a thread of its own: a bus that takes the connection and never answers would be waited for for ever.
fn connect(builder: connection::Builder<'static>) -> Option<Connection> {
    let (tell, told) = channel();
    let connecting = move || tell.send(block_on(builder.method_timeout(PATIENCE).build()));
    thread::Builder::new().name("bus".into()).spawn(connecting).ok()?;
    told.recv_timeout(PATIENCE).ok()?.ok()
}

/// Joins the session's bus, where the player controls are shown if they are allowed.
fn join_session(allowed: Allowed, shared: &Arc<Shared>, wishes: &Sender<Wish>) -> Option<Connection> {
    let mut builder = connection::Builder::session();
    if allowed.controls {
        let session = Session { shared: Arc::clone(shared), wishes: wishes.clone() };
        builder = builder.serve_at(PATH, Program { wishes: wishes.clone() }).serve_at(PATH, session);
    }
    let connection = connect(builder)?;
    if allowed.controls {
        // A second player takes a name of its own, as the specification says.
        let flags = RequestNameFlags::DO_NOT_QUEUE;
        let first = block_on(connection.request_name_with_flags(NAME, flags));
        if !matches!(first, Ok(RequestNameReply::PrimaryOwner)) {
            let name = format!("{NAME}.instance{}", std::process::id());
            let _ = block_on(connection.request_name_with_flags(name, flags));
        }
    }
    Some(connection)
}

/// Hears that the machine goes to sleep, on a thread that ends with the bus.
fn listen_for_sleep(system: Connection, own: Sender<News>, wishes: Sender<Wish>) {
    let listen = move || {
        let rule = MatchRule::builder();
        let rule = rule.msg_type(message::Type::Signal).interface(LOGIN.2).member("PrepareForSleep").build();
        let Ok(rule) = rule else { return };
        let Ok(mut stream) = block_on(MessageStream::for_match_rule(rule, &system, None)) else { return };
        while let Some(Ok(message)) = block_on(poll_fn(|context| Pin::new(&mut stream).poll_next(context))) {
            let Ok(sleeps) = message.body().deserialize::<bool>() else { continue };
            if (sleeps && wishes.send(Wish::Sleeps).is_err()) || own.send(News::Sleep(sleeps)).is_err() {
                return;
            }
        }
    };
    // With no thread to be had, the clocks tell of a sleep afterwards.
    drop(thread::Builder::new().name("sleep".into()).spawn(listen));
}

/// Looks at what there is. It may take some seconds where a bus hangs.
pub fn look() -> Offers {
    let owned = |bus: &Connection, name: &str| {
        const BUS: (&str, &str, &str) = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");
        let reply = call(bus, BUS, "NameHasOwner", &name);
        reply.is_some_and(|reply| reply.body().deserialize::<bool>().unwrap_or(false))
    };
    let (session, system) = (connect(connection::Builder::session()), connect(connection::Builder::system()));
    Offers {
        controls: session.is_some(),
        saver: session.is_some_and(|bus| owned(&bus, SAVER.0)),
        sleep: system.is_some_and(|bus| owned(&bus, LOGIN.0)),
    }
}
