//! A microphone, through cpal's input stream: what it hears goes into a ring, in one channel at its own rate.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How long the ring holds on to what nobody has taken yet, in seconds.
#[cfg(feature = "playback")]
const HOLDS: usize = 10;

/// What a microphone has to say about itself.
#[derive(Debug, Default)]
pub struct Ear {
    lost: AtomicBool,
    calls: AtomicU64,
    missed: AtomicU64,
}

impl Ear {
    /// Whether it is gone.
    pub fn lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }

    /// How often it has brought sound: one that stops is stuck.
    pub fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    /// How many samples found no room in the ring.
    pub fn missed(&self) -> u64 {
        self.missed.load(Ordering::Relaxed)
    }
}

#[cfg(feature = "playback")]
pub use with_playback::{Microphone, microphones};
#[cfg(not(feature = "playback"))]
pub use without_playback::{Microphone, microphones};

#[cfg(not(feature = "playback"))]
mod without_playback {
    use std::sync::Arc;

    use rtrb::Consumer;

    use super::super::{DeviceError, DeviceInfo};
    use super::Ear;

    /// A microphone; this program was built without any.
    pub struct Microphone {
        never: std::convert::Infallible,
    }

    impl Microphone {
        /// Always fails.
        ///
        /// # Errors
        /// [`DeviceError::NotBuilt`].
        pub fn open(_: Option<&str>) -> Result<(Microphone, Consumer<f32>, Arc<Ear>), DeviceError> {
            Err(DeviceError::NotBuilt)
        }

        /// Samples a second.
        pub fn rate(&self) -> u32 {
            match self.never {}
        }

        /// What it is called.
        pub fn name(&self) -> &str {
            match self.never {}
        }
    }

    /// Always fails.
    ///
    /// # Errors
    /// [`DeviceError::NotBuilt`].
    pub fn microphones() -> Result<Vec<DeviceInfo>, DeviceError> {
        Err(DeviceError::NotBuilt)
    }
}

#[cfg(feature = "playback")]
mod with_playback {
    use std::sync::Arc;
    use std::sync::atomic::Ordering;
    use std::time::Duration;

    use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
    use cpal::{ErrorKind, FromSample, SampleFormat, SizedSample, StreamConfig, SupportedStreamConfig};
    use rtrb::{Consumer, Producer, RingBuffer};

    use super::super::device::{DeviceError, DeviceInfo, WANTED_RATE, buffer, closed, is_plugin, name, quieten};
    use super::{Ear, HOLDS};

    /// Frames that it brings at a time, at 48 kHz 21 ms: a meter should follow the voice.
    const BUFFER: u32 = 1024;
    /// As for a loudspeaker: a dead server can call the error callback 400,000 times a second.
    const PATIENT_ERRORS: u32 = 50;
    const REST: Duration = Duration::from_millis(20);

    /// An open microphone; it is closed when this is dropped.
    pub struct Microphone {
        _stream: cpal::Stream,
        rate: u32,
        name: String,
    }

    impl Microphone {
        /// Opens a microphone: the system's own choice, or the one of this name, or of this number in [`microphones`],
        /// from 1.
        ///
        /// # Errors
        /// If there is none, or it can't be opened.
        pub fn open(wanted: Option<&str>) -> Result<(Microphone, Consumer<f32>, Arc<Ear>), DeviceError> {
            let _quiet = quieten();
            let host = cpal::default_host();
            let device = match wanted {
                None => host.default_input_device().ok_or(DeviceError::NoMicrophone)?,
                Some(wanted) => named(&host, wanted)?,
            };
            let usual = device.default_input_config().map_err(|error| refused(&error))?;
            let chosen = at_wanted_rate(&device, &usual).unwrap_or(usual);
            let (channels, rate) = (chosen.channels(), chosen.sample_rate());
            if channels == 0 || rate == 0 {
                return Err(DeviceError::Closed("it offers no channels".into()));
            }
            let config = StreamConfig { channels, sample_rate: rate, buffer_size: buffer(&chosen, BUFFER) };
            let (into, from) = RingBuffer::new(HOLDS * rate as usize);
            let ear = Arc::new(Ear::default());
            let stream = build(&device, config, chosen.sample_format(), into, &ear)?;
            stream.play().map_err(|error| refused(&error))?;
            let name = name(&device).unwrap_or_default();
            Ok((Microphone { _stream: stream, rate, name }, from, ear))
        }

        /// Samples a second.
        pub fn rate(&self) -> u32 {
            self.rate
        }

        /// What it is called.
        pub fn name(&self) -> &str {
            &self.name
        }
    }

    /// The microphones of the system. What only listens to a loudspeaker isn't named, though it can be asked for.
    ///
    /// # Errors
    /// If they can't be listed.
    pub fn microphones() -> Result<Vec<DeviceInfo>, DeviceError> {
        let _quiet = quieten();
        let host = cpal::default_host();
        let usual = host.default_input_device().and_then(|device| device.id().ok());
        let list = host.input_devices().map_err(|error| closed(&error))?;
        let info = |device: cpal::Device| {
            let default = usual.is_some() && device.id().ok() == usual;
            Some(DeviceInfo { name: name(&device)?, default })
        };
        let list = list.filter(|device| !is_plugin(device)).filter_map(info);
        let mut found: Vec<DeviceInfo> =
            list.filter(|device| device.default || !device.name.starts_with("Monitor of ")).collect();
        found.dedup();
        Ok(found)
    }

    fn named(host: &cpal::Host, wanted: &str) -> Result<cpal::Device, DeviceError> {
        let listed = microphones()?;
        let number = wanted.parse::<usize>().ok().and_then(|number| listed.get(number.checked_sub(1)?));
        let wanted = number.map_or(wanted, |device| &device.name);
        let all: Vec<(String, cpal::Device)> = host
            .input_devices()
            .map_err(|error| closed(&error))?
            .filter_map(|device| Some((name(&device)?, device)))
            .collect();
        let exact = all.iter().find(|(name, _)| name == wanted);
        let part = wanted.to_lowercase();
        let mut parts = all.iter().filter(|(name, _)| name.to_lowercase().contains(&part));
        let found = exact.or_else(|| match (parts.next(), parts.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        });
        match found {
            Some((_, device)) => Ok(device.clone()),
            None => Err(DeviceError::UnknownMicrophone {
                wanted: wanted.to_string(),
                known: listed.into_iter().map(|device| device.name).collect(),
            }),
        }
    }

    fn refused(error: &cpal::Error) -> DeviceError {
        match error.kind() {
            ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable => DeviceError::NoMicrophone,
            ErrorKind::DeviceBusy => DeviceError::Busy,
            ErrorKind::PermissionDenied => DeviceError::Forbidden,
            _ => DeviceError::Closed(error.to_string()),
        }
    }

    /// 48 kHz in the microphone's usual number of channels, in floating point if it gives that.
    fn at_wanted_rate(device: &cpal::Device, usual: &SupportedStreamConfig) -> Option<SupportedStreamConfig> {
        let ranges: Vec<_> = device.supported_input_configs().ok()?.collect();
        let fits = |format: SampleFormat| {
            let matching = ranges.iter().filter(|range| range.channels() == usual.channels());
            matching
                .filter(|range| range.sample_format() == format)
                .find_map(|range| (*range).try_with_sample_rate(WANTED_RATE))
        };
        fits(SampleFormat::F32).or_else(|| fits(usual.sample_format()))
    }

    fn build(
        device: &cpal::Device,
        config: StreamConfig,
        format: SampleFormat,
        into: Producer<f32>,
        ear: &Arc<Ear>,
    ) -> Result<cpal::Stream, DeviceError> {
        match format {
            SampleFormat::F32 => stream::<f32>(device, config, into, ear),
            SampleFormat::F64 => stream::<f64>(device, config, into, ear),
            SampleFormat::I16 => stream::<i16>(device, config, into, ear),
            SampleFormat::I24 => stream::<cpal::I24>(device, config, into, ear),
            SampleFormat::I32 => stream::<i32>(device, config, into, ear),
            SampleFormat::U8 => stream::<u8>(device, config, into, ear),
            SampleFormat::U16 => stream::<u16>(device, config, into, ear),
            other => Err(DeviceError::Closed(format!("it gives samples as {other}, which aren't known here"))),
        }
    }

    fn stream<T: SizedSample>(
        device: &cpal::Device,
        config: StreamConfig,
        mut into: Producer<f32>,
        ear: &Arc<Ear>,
    ) -> Result<cpal::Stream, DeviceError>
    where
        f32: FromSample<T>,
    {
        let (heard, noted) = (Arc::clone(ear), Arc::clone(ear));
        let channels = usize::from(config.channels);
        let share = 1.0 / channels as f32;
        let mut errors = 0u32;
        // As little as may be: no lock, no file, nothing allocated.
        let data = move |samples: &[T], _: &cpal::InputCallbackInfo| {
            heard.calls.fetch_add(1, Ordering::Relaxed);
            for frame in samples.chunks_exact(channels) {
                let sum: f32 = frame.iter().map(|sample| f32::from_sample_(*sample)).sum();
                if into.push(sum * share).is_err() {
                    heard.missed.fetch_add(1, Ordering::Relaxed);
                }
            }
        };
        let trouble = move |error: cpal::Error| {
            let lost = [ErrorKind::StreamInvalidated, ErrorKind::DeviceNotAvailable, ErrorKind::HostUnavailable];
            if lost.contains(&error.kind()) {
                noted.lost.store(true, Ordering::Release);
            }
            errors = errors.saturating_add(1);
            if errors > PATIENT_ERRORS {
                std::thread::sleep(REST);
            }
        };
        device
            .build_input_stream::<T, _, _>(config, data, trouble, Some(Duration::from_secs(3)))
            .map_err(|error| refused(&error))
    }
}
