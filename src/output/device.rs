//! The loudspeakers, through rodio's mixer and cpal's stream.
//!
//! rodio's own sinks start their stream before anything can be added to it, so that a buffer or two of silence (170 to
//! 290 ms) goes out first; and they print every error of a stream. So the stream is opened here, with rodio's mixer
//! already fed, and what goes wrong is noted without a word.

use crate::quantity::SAMPLE_RATE;

/// A device that sound can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeviceInfo {
    /// What it is called.
    pub name: String,
    /// Whether it is the system's own choice.
    pub default: bool,
}

/// Why there is no device.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeviceError {
    /// The machine has none, or none that works.
    #[error("no sound device was found")]
    None,
    /// None of that name, or more than one.
    #[error("there is no sound device `{wanted}`; there are: {}", .known.join(", "))]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// What there is.
        known: Vec<String>,
    },
    /// The machine has no microphone, or none that works.
    #[error("no microphone was found")]
    NoMicrophone,
    /// None of that name or number, or more than one.
    #[error("there is no microphone `{wanted}`; there are: {}", .known.join(", "))]
    UnknownMicrophone {
        /// What was asked for.
        wanted: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Another program has it to itself.
    #[error("the microphone is in use by another program; close that one first")]
    Busy,
    /// The system doesn't let this program listen.
    #[error("the system doesn't allow this program to use the microphone; its privacy settings can")]
    Forbidden,
    /// It is there, but doesn't open.
    #[error("the sound device can't be opened: {0}")]
    Closed(String),
    /// This program was built without sound.
    #[error("this letgo was built without sound (its feature `playback`)")]
    NotBuilt,
}

/// Which device is wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The system's choice of the moment; the sound stays there, whatever the system chooses later.
    Default,
    /// The system's choice, whatever it is at any time.
    Following,
    /// One by its name, or by a part of it that no other has.
    Named(String),
    /// The very one that was open before, by its [`Speaker::id`].
    Same(String),
}

/// The rate that is asked for first: at it, what is heard is what is rendered, sample for sample.
#[cfg_attr(not(feature = "playback"), allow(dead_code, reason = "no device is ever asked"))]
pub const WANTED_RATE: u32 = SAMPLE_RATE;

#[cfg(feature = "playback")]
pub use with_playback::{Speaker, devices, system};
#[cfg(feature = "playback")]
pub(super) use with_playback::{buffer, closed, is_plugin, name, quieten};
#[cfg(not(feature = "playback"))]
pub use without_playback::{Speaker, devices, system};

#[cfg(not(feature = "playback"))]
mod without_playback {
    use std::sync::Arc;

    use super::super::{Feed, Link};
    use super::{DeviceError, DeviceInfo, Wanted};

    /// A device that sound goes to; this program was built without any.
    pub struct Speaker {
        never: std::convert::Infallible,
    }

    impl Speaker {
        /// Always fails.
        ///
        /// # Errors
        /// [`DeviceError::NotBuilt`].
        pub fn open(_: &Wanted, _: &Arc<Link>, _: impl FnOnce(u32, &str) -> Feed) -> Result<Speaker, DeviceError> {
            Err(DeviceError::NotBuilt)
        }

        /// Frames a second.
        pub fn rate(&self) -> u32 {
            match self.never {}
        }

        /// By which it is known again.
        pub fn id(&self) -> &str {
            match self.never {}
        }
    }

    /// Always fails.
    ///
    /// # Errors
    /// [`DeviceError::NotBuilt`].
    pub fn devices() -> Result<Vec<DeviceInfo>, DeviceError> {
        Err(DeviceError::NotBuilt)
    }

    /// What sound would go through.
    pub fn system() -> &'static str {
        "nothing"
    }
}

#[cfg(feature = "playback")]
mod with_playback {
    use std::num::NonZero;
    use std::sync::Arc;
    use std::time::Duration;

    use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
    use cpal::{
        BufferSize, ErrorKind, FromSample, InterfaceType, SampleFormat, SizedSample, StreamConfig,
        SupportedStreamConfig,
    };
    use rodio::Source;

    #[cfg(target_os = "linux")]
    use super::super::pulse;
    use super::super::{Feed, Link, SLICE, Trouble};
    use super::{DeviceError, DeviceInfo, WANTED_RATE, Wanted};

    /// Frames that the device takes at a time, at 48 kHz 85 ms. 512 dropped out on a loaded machine, 2048 didn't; the
    /// default of some servers is two seconds.
    const BUFFER: u32 = 4096;
    /// After so many errors in a row the error callback takes a rest at each: a dead server can call it 400,000 times
    /// a second.
    const PATIENT_ERRORS: u32 = 50;
    const REST: Duration = Duration::from_millis(20);

    /// A device that sound goes to. Silent when dropped.
    pub struct Speaker {
        _way: Way,
        rate: u32,
        id: String,
    }

    /// How sound gets there. Only kept: it ends with this.
    enum Way {
        System {
            _stream: cpal::Stream,
        },
        #[cfg(target_os = "linux")]
        Server {
            _stream: pulse::Stream,
        },
    }

    impl Speaker {
        /// Opens a device and starts it with what `feed` gives for its rate and its [`Speaker::id`].
        ///
        /// # Errors
        /// If there is none, or it can't be opened.
        pub fn open(
            wanted: &Wanted,
            link: &Arc<Link>,
            feed: impl FnOnce(u32, &str) -> Feed,
        ) -> Result<Speaker, DeviceError> {
            let _quiet = quieten();
            #[cfg(target_os = "linux")]
            if let Some(server) = pulse::Server::connect() {
                return Speaker::open_at(&server, wanted, link, feed);
            }
            let host = host();
            let device = match wanted {
                Wanted::Default | Wanted::Following => host.default_output_device().ok_or(DeviceError::None)?,
                Wanted::Named(wanted) => {
                    let all = host.output_devices().map_err(|error| closed(&error))?;
                    named(all.filter_map(|device| Some((name(&device)?, device))).collect(), wanted)?
                }
                Wanted::Same(wanted) => {
                    let usual = host.default_output_device();
                    let mut all = usual.into_iter().chain(host.output_devices().map_err(|error| closed(&error))?);
                    all.find(|device| id(device) == *wanted).ok_or(DeviceError::None)?
                }
            };
            let id = id(&device);
            let usual = device.default_output_config().map_err(|error| closed(&error))?;
            let chosen = at_wanted_rate(&device, &usual).unwrap_or(usual);
            let config = StreamConfig {
                channels: chosen.channels(),
                sample_rate: chosen.sample_rate(),
                buffer_size: buffer(&chosen, BUFFER),
            };
            let far = device.description().is_ok_and(|about| about.interface_type() == InterfaceType::Bluetooth);
            link.about_to_open(far);
            let mixed = mixed(feed(config.sample_rate, &id), config.channels, config.sample_rate)?;
            let follows = *wanted == Wanted::Following;
            let stream = build(&device, config, chosen.sample_format(), mixed, link, follows)?;
            link.set_trouble(Trouble::None);
            stream.play().map_err(|error| closed(&error))?;
            Ok(Speaker { _way: Way::System { _stream: stream }, rate: config.sample_rate, id })
        }

        /// Opens a device of a sound server.
        #[cfg(target_os = "linux")]
        fn open_at(
            server: &pulse::Server,
            wanted: &Wanted,
            link: &Arc<Link>,
            feed: impl FnOnce(u32, &str) -> Feed,
        ) -> Result<Speaker, DeviceError> {
            let sink = match wanted {
                Wanted::Default | Wanted::Following => server.usual().ok_or(DeviceError::None)?,
                Wanted::Named(wanted) => {
                    let all = server.sinks()?;
                    named(all.into_iter().map(|sink| (sink.name(), sink)).collect(), wanted)?
                }
                Wanted::Same(wanted) => {
                    server.sinks()?.into_iter().find(|sink| sink.id() == *wanted).ok_or(DeviceError::None)?
                }
            };
            link.about_to_open(sink.is_bluetooth());
            let mut mixed = mixed(feed(WANTED_RATE, &sink.id()), sink.channels(), WANTED_RATE)?;
            let fill = move |out: &mut [f32]| out.iter_mut().for_each(|sample| *sample = mixed.next().unwrap_or(0.0));
            link.set_trouble(Trouble::None);
            let follows = *wanted == Wanted::Following;
            let stream = server.open(&sink, follows, BUFFER, WANTED_RATE, fill, link)?;
            stream.play()?;
            Ok(Speaker { _way: Way::Server { _stream: stream }, rate: WANTED_RATE, id: sink.id() })
        }

        /// Frames a second.
        pub fn rate(&self) -> u32 {
            self.rate
        }

        /// By which it is known again: the device, and where it leads if it has more than one outlet.
        pub fn id(&self) -> &str {
            &self.id
        }
    }

    /// What a feed gives, through rodio's mixer.
    fn mixed(feed: Feed, channels: u16, rate: u32) -> Result<rodio::mixer::MixerSource, DeviceError> {
        let (count, rate) = NonZero::new(channels)
            .zip(NonZero::new(rate))
            .ok_or_else(|| DeviceError::Closed("it offers no channels".into()))?;
        let (mixer, mixed) = rodio::mixer::mixer(count, rate);
        mixer.add(Interleaved::new(Sound { feed, channels }, count, rate));
        Ok(mixed)
    }

    /// The devices of the system.
    ///
    /// # Errors
    /// If they can't be listed.
    pub fn devices() -> Result<Vec<DeviceInfo>, DeviceError> {
        let _quiet = quieten();
        #[cfg(target_os = "linux")]
        if let Some(server) = pulse::Server::connect() {
            return server.devices();
        }
        let host = host();
        let usual = host.default_output_device().and_then(|device| device.id().ok());
        let list = host.output_devices().map_err(|error| closed(&error))?.filter(|device| !is_plugin(device));
        let info = |device: cpal::Device| {
            let default = usual.is_some() && device.id().ok() == usual;
            Some(DeviceInfo { name: name(&device)?, default })
        };
        let mut devices: Vec<DeviceInfo> = list.filter_map(info).collect();
        // A host without any sound may still name a default that can't be opened.
        devices.dedup();
        Ok(devices)
    }

    /// What sound goes through: a sound server such as `PulseAudio`, or the system itself such as `ALSA`.
    pub fn system() -> &'static str {
        let _quiet = quieten();
        #[cfg(target_os = "linux")]
        if pulse::Server::connect().is_some() {
            return "PulseAudio";
        }
        host().id().name()
    }

    /// The system without its sound server, to which we have a way of our own.
    fn host() -> cpal::Host {
        #[cfg(target_os = "linux")]
        if let Ok(alsa) = cpal::host_from_id(cpal::HostId::Alsa) {
            return alsa;
        }
        cpal::default_host()
    }

    /// Whether ALSA lists it as a device though it is only a way to one, or to nowhere.
    pub(in crate::output) fn is_plugin(device: &cpal::Device) -> bool {
        const PLUGINS: &[&str] = &[
            "null",
            "lavrate",
            "samplerate",
            "speexrate",
            "speex",
            "upmix",
            "vdownmix",
            "jack",
            "oss",
            "pulse",
            "pipewire",
        ];
        let description = device.description();
        description.is_ok_and(|description| description.driver().is_some_and(|driver| PLUGINS.contains(&driver)))
    }

    /// A device by its name, or by a part of it that only one has.
    fn named<D>(mut all: Vec<(String, D)>, wanted: &str) -> Result<D, DeviceError> {
        let part = wanted.to_lowercase();
        let exact = all.iter().position(|(name, _)| name == wanted);
        let parts: Vec<usize> = (0..all.len()).filter(|index| all[*index].0.to_lowercase().contains(&part)).collect();
        match exact.or_else(|| parts.first().copied().filter(|_| parts.len() == 1)) {
            Some(index) => Ok(all.swap_remove(index).1),
            None => {
                let known = all.into_iter().map(|(name, _)| name).collect();
                Err(DeviceError::Unknown { wanted: wanted.to_string(), known })
            }
        }
    }

    fn id(device: &cpal::Device) -> String {
        device.id().map(|id| id.to_string()).unwrap_or_default()
    }

    pub(in crate::output) fn name(device: &cpal::Device) -> Option<String> {
        device.description().ok().map(|description| description.name().to_string())
    }

    pub(in crate::output) fn closed(error: &cpal::Error) -> DeviceError {
        match error.kind() {
            ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable => DeviceError::None,
            _ => DeviceError::Closed(error.to_string()),
        }
    }

    /// 48 kHz in the device's usual number of channels, in floating point if it takes that.
    fn at_wanted_rate(device: &cpal::Device, usual: &SupportedStreamConfig) -> Option<SupportedStreamConfig> {
        let ranges: Vec<_> = device.supported_output_configs().ok()?.collect();
        let fits = |format: SampleFormat| {
            let matching = ranges.iter().filter(|range| range.channels() == usual.channels());
            matching
                .filter(|range| range.sample_format() == format)
                .find_map(|range| (*range).try_with_sample_rate(WANTED_RATE))
        };
        fits(SampleFormat::F32).or_else(|| fits(usual.sample_format()))
    }

    /// So many frames at a time, or as near to it as the device can.
    pub(in crate::output) fn buffer(chosen: &SupportedStreamConfig, frames: u32) -> BufferSize {
        match chosen.buffer_size() {
            cpal::SupportedBufferSize::Range { min, max } => BufferSize::Fixed(frames.clamp(*min, (*max).max(*min))),
            cpal::SupportedBufferSize::Unknown => BufferSize::Fixed(frames),
        }
    }

    fn build(
        device: &cpal::Device,
        config: StreamConfig,
        format: SampleFormat,
        mixed: rodio::mixer::MixerSource,
        link: &Arc<Link>,
        follows: bool,
    ) -> Result<cpal::Stream, DeviceError> {
        match format {
            SampleFormat::F32 => stream::<f32>(device, config, mixed, link, follows),
            SampleFormat::F64 => stream::<f64>(device, config, mixed, link, follows),
            SampleFormat::I16 => stream::<i16>(device, config, mixed, link, follows),
            SampleFormat::I24 => stream::<cpal::I24>(device, config, mixed, link, follows),
            SampleFormat::I32 => stream::<i32>(device, config, mixed, link, follows),
            SampleFormat::U8 => stream::<u8>(device, config, mixed, link, follows),
            SampleFormat::U16 => stream::<u16>(device, config, mixed, link, follows),
            other => Err(DeviceError::Closed(format!("it wants samples as {other}, which aren't known here"))),
        }
    }

    fn stream<T: SizedSample + FromSample<f32>>(
        device: &cpal::Device,
        config: StreamConfig,
        mut mixed: rodio::mixer::MixerSource,
        link: &Arc<Link>,
        follows: bool,
    ) -> Result<cpal::Stream, DeviceError> {
        let (told, noted) = (Arc::clone(link), Arc::clone(link));
        let mut errors = 0u32;
        let data = move |out: &mut [T], info: &cpal::OutputCallbackInfo| {
            let when = info.timestamp();
            told.asked(when.playback.saturating_duration_since(when.callback));
            for sample in out {
                *sample = T::from_sample(mixed.next().unwrap_or(0.0));
            }
        };
        let trouble = move |error: cpal::Error| {
            // `BackendError` and `Xrun` also come in harmless bursts while all sound arrives.
            let lost = [ErrorKind::StreamInvalidated, ErrorKind::DeviceNotAvailable, ErrorKind::HostUnavailable];
            // Some systems move a stream along with their choice of device, and tell it only then.
            let moved = error.kind() == ErrorKind::DeviceChanged && !follows;
            if moved || lost.contains(&error.kind()) {
                noted.set_trouble(Trouble::Lost);
            }
            errors = errors.saturating_add(1);
            if errors > PATIENT_ERRORS {
                std::thread::sleep(REST);
            }
        };
        device
            .build_output_stream::<T, _, _>(config, data, trouble, Some(Duration::from_secs(3)))
            .map_err(|error| closed(&error))
    }

    /// What the feed gives, in as many channels as the device has: one is the mean of both, further ones stay silent.
    struct Sound {
        feed: Feed,
        channels: u16,
    }

    impl Sound {
        fn fill(&mut self, stereo: &mut [f32], out: &mut [f32]) {
            self.feed.fill(stereo);
            for (frame, out) in stereo.chunks_exact(2).zip(out.chunks_exact_mut(usize::from(self.channels))) {
                match out {
                    [one] => *one = 0.5 * (frame[0] + frame[1]),
                    [left, right, ..] => (*left, *right) = (frame[0], frame[1]),
                    [] => {}
                }
            }
        }
    }

    /// A feed as rodio takes it: sample by sample.
    struct Interleaved {
        sound: Sound,
        channels: NonZero<u16>,
        rate: NonZero<u32>,
        stereo: Vec<f32>,
        samples: Vec<f32>,
        next: usize,
    }

    impl Interleaved {
        fn new(sound: Sound, channels: NonZero<u16>, rate: NonZero<u32>) -> Interleaved {
            let samples = vec![0.0; SLICE * usize::from(channels.get())];
            let next = samples.len();
            Interleaved { sound, channels, rate, stereo: vec![0.0; 2 * SLICE], samples, next }
        }
    }

    impl Iterator for Interleaved {
        type Item = f32;

        fn next(&mut self) -> Option<f32> {
            if self.next >= self.samples.len() {
                self.sound.fill(&mut self.stereo, &mut self.samples);
                self.next = 0;
            }
            let sample = self.samples.get(self.next).copied();
            self.next += 1;
            sample
        }
    }

    impl Source for Interleaved {
        fn current_span_len(&self) -> Option<usize> {
            None
        }

        fn channels(&self) -> NonZero<u16> {
            self.channels
        }

        fn sample_rate(&self) -> NonZero<u32> {
            self.rate
        }

        fn total_duration(&self) -> Option<Duration> {
            None
        }
    }

    /// Keeps ALSA's library from writing its own words to standard error, on this thread, while the value lives.
    #[cfg(target_os = "linux")]
    pub(in crate::output) fn quieten() -> impl Sized {
        alsa::Output::local_error_handler().ok()
    }

    #[cfg(not(target_os = "linux"))]
    pub(in crate::output) fn quieten() -> impl Sized {}
}
