//! A sound server of Linux: PulseAudio, or PipeWire in its place.
//!
//! By ourselves and not through cpal, for one flag of the protocol: a stream may ask not to be moved. Without it, a server
//! whose headphones vanish moves the stream to the loudspeakers, and one whose default changes moves it there. cpal
//! doesn't pass that flag on. A jack that is pulled is another matter: loudspeakers and headphones are then two ports
//! of one device, and the server changes the port under the stream. So the port is looked at while sound plays.

use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use futures_executor::block_on;
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{self, Prop, SinkInfo};
use pulseaudio::{AsPlaybackSource, Client, ClientError, PlaybackStream};

use super::device::{DeviceError, DeviceInfo};
use super::{Link, Trouble};

/// A server that doesn't answer within this time is none.
const PATIENCE: Duration = Duration::from_secs(2);
/// How often the stream's latency and the device's port are looked at; the first times sooner.
const LOOK: Duration = Duration::from_millis(200);
const FIRST_LOOKS: [Duration; 2] = [Duration::from_millis(10), Duration::from_millis(60)];

/// The connection, one for the whole process: the thread behind it ends only with the server.
static CLIENT: Mutex<Option<Client>> = Mutex::new(None);

/// A server that answers.
pub(super) struct Server {
    client: Client,
}

/// A device of it, as it is now.
pub(super) struct Sink {
    info: SinkInfo,
}

/// Sound on its way to a device; silent when dropped.
pub(super) struct Stream {
    stream: PlaybackStream,
    over: Arc<AtomicBool>,
    watch: Thread,
}

impl Server {
    /// The server of this session, if there is one.
    pub(super) fn connect() -> Option<Server> {
        pulseaudio::socket_path_from_env()?;
        let mut known = CLIENT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = known.clone()
            && within(move || block_on(client.server_info())).is_some_and(|info| info.is_ok())
        {
            return known.clone().map(|client| Server { client });
        }
        *known = within(join)?.ok();
        known.clone().map(|client| Server { client })
    }

    /// Its devices.
    pub(super) fn sinks(&self) -> Result<Vec<Sink>, DeviceError> {
        let client = self.client.clone();
        let sinks = within(move || block_on(client.list_sinks())).ok_or(DeviceError::None)?;
        Ok(sinks.map_err(|error| closed(&error))?.into_iter().map(|info| Sink { info }).collect())
    }

    /// Its own choice of device at the moment.
    pub(super) fn usual(&self) -> Option<Sink> {
        let client = self.client.clone();
        let info = within(move || block_on(client.sink_info_by_name(protocol::DEFAULT_SINK.to_owned())))?;
        info.ok().map(|info| Sink { info })
    }

    /// Its devices, and which is its own choice.
    pub(super) fn devices(&self) -> Result<Vec<DeviceInfo>, DeviceError> {
        let usual = self.usual().map(|sink| sink.info.name);
        let info = |sink: Sink| DeviceInfo { name: sink.name(), default: usual.as_ref() == Some(&sink.info.name) };
        Ok(self.sinks()?.into_iter().map(info).collect())
    }

    /// Opens a device, corked: it takes sound when it is [played](Stream::play).
    pub(super) fn open(
        &self,
        sink: &Sink,
        follows: bool,
        buffer: u32,
        rate: u32,
        mut fill: impl FnMut(&mut [f32]) + Send + 'static,
        link: &Arc<Link>,
    ) -> Result<Stream, DeviceError> {
        let channels = sink.channels();
        let bytes = 4 * u32::from(channels) * buffer;
        let sample_spec = protocol::SampleSpec {
            format: if cfg!(target_endian = "little") {
                protocol::SampleFormat::Float32Le
            } else {
                protocol::SampleFormat::Float32Be
            },
            channels: sink.info.channel_map.num_channels(),
            sample_rate: rate,
        };
        let mut props = protocol::Props::new();
        props.set(Prop::MediaName, c"letgo");
        props.set(Prop::ApplicationName, c"letgo");
        props.set(Prop::ApplicationIconName, c"letgo");
        let params = protocol::PlaybackStreamParams {
            sink_index: Some(sink.info.index),
            sample_spec,
            channel_map: sink.info.channel_map,
            buffer_attr: BufferAttr {
                max_length: 2 * bytes,
                target_length: 2 * bytes,
                minimum_request_length: bytes,
                ..BufferAttr::default()
            },
            props,
            flags: StreamFlags {
                start_corked: true,
                adjust_latency: true,
                no_move: !follows,
                ..StreamFlags::default()
            },
            ..protocol::PlaybackStreamParams::default()
        };
        let clock = Arc::new(Clock::new(rate, u64::from(2 * buffer)));
        let (ticking, told) = (Arc::clone(&clock), Arc::clone(link));
        let mut samples = Vec::new();
        let callback = move |out: &mut [u8]| {
            told.asked(Duration::from_micros(ticking.latency()));
            samples.resize(out.len() / 4, 0.0f32);
            fill(&mut samples);
            for (bytes, sample) in out.chunks_exact_mut(4).zip(&samples) {
                bytes.copy_from_slice(&sample.to_ne_bytes());
            }
            ticking.handed.fetch_add(samples.len() as u64 / u64::from(channels), Ordering::AcqRel);
            // An empty answer would end the stream.
            out.len()
        };
        let client = self.client.clone();
        let created = move || block_on(client.create_playback_stream(params, callback.as_playback_source()));
        let stream = within(created).ok_or(DeviceError::None)?.map_err(|error| closed(&error))?;
        let over = Arc::new(AtomicBool::new(false));
        let watch = Watch {
            client: self.client.clone(),
            stream: stream.clone(),
            over: Arc::clone(&over),
            link: Arc::clone(link),
            clock,
            frame_bytes: 4 * u64::from(channels),
            place: (!follows).then(|| (sink.info.index, sink.id())),
        };
        let watch = watch.spawn().map_err(|error| DeviceError::Closed(error.to_string()))?;
        Ok(Stream { stream, over, watch })
    }
}

impl Sink {
    /// What people call it.
    pub(super) fn name(&self) -> String {
        self.info.description.as_ref().unwrap_or(&self.info.name).to_string_lossy().into_owned()
    }

    /// By which it is known again: the device, and where it leads.
    pub(super) fn id(&self) -> String {
        id(&self.info)
    }

    pub(super) fn channels(&self) -> u16 {
        u16::from(self.info.channel_map.num_channels()).max(1)
    }

    /// Whether it is far from the machine, over Bluetooth.
    pub(super) fn is_bluetooth(&self) -> bool {
        let says = |prop, what: &str| {
            let value = self.info.props.get(prop).map(String::from_utf8_lossy);
            value.is_some_and(|value| value.to_lowercase().contains(what))
        };
        says(Prop::DeviceBus, "bluetooth") || says(Prop::DeviceApi, "bluez") || {
            let name = self.info.name.to_string_lossy().to_lowercase();
            name.starts_with("bluez")
        }
    }
}

impl Stream {
    pub(super) fn play(&self) -> Result<(), DeviceError> {
        let stream = self.stream.clone();
        let played = within(move || block_on(stream.uncork())).ok_or(DeviceError::None)?;
        self.watch.unpark();
        played.map_err(|error| closed(&error))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Release);
        self.watch.unpark();
        // A server that hangs is not waited for. With the stream, what is in its buffer is dropped too.
        let stream = self.stream.clone();
        let _ = within(move || block_on(stream.delete()));
    }
}

/// As the client's own way of connecting, but for one thing: without a cookie it sends an empty one, for which servers
/// end the connection. PipeWire never makes a cookie; and both servers know their own user without one, but want it
/// to be as long as one.
fn join() -> Result<Client, ClientError> {
    let path = pulseaudio::socket_path_from_env().ok_or(ClientError::ServerUnavailable)?;
    let cookie = pulseaudio::cookie_path_from_env().and_then(|path| std::fs::read(path).ok());
    let cookie = cookie.filter(|cookie| cookie.len() == COOKIE).unwrap_or_else(|| vec![0; COOKIE]);
    Client::new_unix(c"letgo", UnixStream::connect(path)?, Some(cookie))
}

/// The length of a cookie, in bytes.
const COOKIE: usize = 256;

fn id(info: &SinkInfo) -> String {
    let port = info.ports.get(info.active_port).map(|port| port.name.to_string_lossy().into_owned());
    format!("{}|{}", info.name.to_string_lossy(), port.unwrap_or_default())
}

/// What a frame takes from being handed on until it is heard.
struct Clock {
    begun: Instant,
    rate: u32,
    /// Frames handed on.
    handed: AtomicU64,
    /// In microseconds since it began: when a frame is heard, less what the frames before it last.
    first_heard: AtomicI64,
}

impl Clock {
    /// Until the server has told more, its buffer is the latency.
    fn new(rate: u32, buffer: u64) -> Clock {
        let clock = Clock { begun: Instant::now(), rate, handed: AtomicU64::new(0), first_heard: AtomicI64::new(0) };
        clock.first_heard.store(clock.micros(buffer), Ordering::Release);
        clock
    }

    fn micros(&self, frames: u64) -> i64 {
        i64::try_from(frames.saturating_mul(1_000_000) / u64::from(self.rate)).unwrap_or(i64::MAX)
    }

    fn now(&self) -> i64 {
        i64::try_from(self.begun.elapsed().as_micros()).unwrap_or(i64::MAX)
    }

    /// Of the next frame that is handed on, in microseconds.
    fn latency(&self) -> u64 {
        let heard_at = self.first_heard.load(Ordering::Acquire) + self.micros(self.handed.load(Ordering::Acquire));
        (heard_at - self.now()).clamp(0, LONGEST_LATENCY).unsigned_abs()
    }

    /// What the server says of the frames handed on so far: the last one is heard after so many microseconds.
    fn set(&self, handed: u64, latency: i64) {
        let heard_at = self.now() + latency.min(LONGEST_LATENCY);
        self.first_heard.store(heard_at - self.micros(handed), Ordering::Release);
    }
}

/// In microseconds. What says more isn't believed.
const LONGEST_LATENCY: i64 = 3_000_000;

/// Looks at a stream while it plays.
struct Watch {
    client: Client,
    stream: PlaybackStream,
    over: Arc<AtomicBool>,
    link: Arc<Link>,
    clock: Arc<Clock>,
    frame_bytes: u64,
    /// The device's number, and where it has to lead; nothing where it may lead anywhere.
    place: Option<(u32, String)>,
}

impl Watch {
    fn spawn(self) -> std::io::Result<Thread> {
        let looking = move || {
            thread::park();
            let mut naps = FIRST_LOOKS.into_iter();
            while !self.over.load(Ordering::Acquire) {
                if self.look().is_err() {
                    if !self.over.load(Ordering::Acquire) {
                        self.link.set_trouble(Trouble::Lost);
                    }
                    return;
                }
                thread::park_timeout(naps.next().unwrap_or(LOOK));
            }
        };
        Ok(thread::Builder::new().name("server".into()).spawn(looking)?.thread().clone())
    }

    /// An error where the stream isn't what it was.
    fn look(&self) -> Result<(), ClientError> {
        let before = self.clock.handed.load(Ordering::Acquire);
        let asked = Instant::now();
        let timing = block_on(self.stream.timing_info())?;
        // It was so half-way between the question and the answer.
        let age = i64::try_from(asked.elapsed().as_micros() / 2).unwrap_or(0);
        // Frames that were handed on meanwhile may or may not be counted in the answer.
        if before > 0 && self.clock.handed.load(Ordering::Acquire) == before {
            let waiting = u64::try_from(timing.write_offset - timing.read_offset).unwrap_or(0);
            let waiting = self.clock.micros(waiting / self.frame_bytes);
            self.clock.set(before, waiting.saturating_add_unsigned(timing.sink_usec).saturating_sub(age));
        }
        if let Some((index, place)) = &self.place
            && id(&block_on(self.client.sink_info(*index))?) != *place
        {
            return Err(ClientError::Disconnected);
        }
        Ok(())
    }
}

/// What is asked of a server on a thread of its own, unless it takes too long.
fn within<T: Send + 'static>(ask: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (tell, told) = channel();
    thread::Builder::new().name("server".into()).spawn(move || tell.send(ask())).ok()?;
    told.recv_timeout(PATIENCE).ok()
}

fn closed(error: &ClientError) -> DeviceError {
    match error {
        ClientError::ServerUnavailable | ClientError::Disconnected => DeviceError::None,
        _ => DeviceError::Closed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::CString;

    use super::*;

    fn sink(name: &str, ports: &[&str], active_port: usize) -> SinkInfo {
        let port = |name: &&str| protocol::port_info::PortInfo {
            name: CString::new(*name).unwrap(),
            port_type: protocol::port_info::PortType::Headphones,
            description: None,
            dir: protocol::port_info::PortDirection::Output,
            priority: 0,
            available: protocol::port_info::PortAvailable::Yes,
            availability_group: None,
        };
        SinkInfo {
            name: CString::new(name).unwrap(),
            ports: ports.iter().map(port).collect(),
            active_port,
            ..SinkInfo::new_dummy(1)
        }
    }

    #[test]
    fn a_jack_that_is_pulled_is_another_place() {
        let ports = ["headphones", "speaker"];
        let (with, without) = (sink("analog", &ports, 0), sink("analog", &ports, 1));
        assert_ne!(id(&with), id(&without));
        assert_eq!(
            id(&with),
            id(&SinkInfo { index: 7, ..with.clone() }),
            "plugged in again it may have another number"
        );
        assert_eq!(id(&sink("null", &[], 0)), "null|");
    }

    #[test]
    fn bluetooth_is_known_by_its_bus_or_its_name() {
        let far = |info| Sink { info }.is_bluetooth();
        assert!(far(sink("bluez_output.00_11_22.1", &[], 0)));
        assert!(!far(sink("alsa_output.pci-0000", &[], 0)));
        let mut info = sink("headset", &[], 0);
        info.props.set(Prop::DeviceBus, c"bluetooth");
        assert!(far(info));
    }

    #[test]
    fn the_clock_agrees_with_what_the_server_said() {
        let clock = Clock::new(48_000, 8192);
        assert!((160_000..=170_666).contains(&clock.latency()), "{}", clock.latency());
        clock.handed.store(8192, Ordering::Release);
        clock.set(8192, 120_000);
        assert!((100_000..=120_000).contains(&clock.latency()), "{}", clock.latency());
        clock.handed.fetch_add(4800, Ordering::AcqRel);
        assert!((200_000..=220_000).contains(&clock.latency()), "{}", clock.latency());
    }
}
