//! Words to a clip.
//!
//! The first that is found wins ([`Voices`]): a recording beside the session, a clip in a voice pack (the bundled one,
//! one that was handed over, or the cache of a speech program). What none of them has can be spoken by a program on
//! this machine ([`find_speaker`]) and kept ([`build`]); what can't, the caller shows on the screen with a chime.
//!
//! ```text
//! language, text ─ClipKey─▶ Voices ──▶ Found (asset, length, loudness, true peak)
//!                             ▲
//!      prompts ─Speaker─▶ sentences ─prepare─▶ a pack's folder with its index (build)
//! ```
//!
//! A person's own recordings come through [`record`].
//!
//! This room must not know about sessions, timelines or devices.

mod build;
mod cache;
mod chain;
mod pack;
mod prepare;
pub mod record;
mod respell;
mod sound;
mod speech;
mod words;

pub use build::{BuildError, BuildOptions, BuildReport, ClipError, Progress, Prompt, build};
pub use cache::{CACHE_BYTES, Cleaned, clean, size};
pub use chain::{Found, Recordings, Source, VoiceWarning, Voices};
pub use pack::{ClipEntry, INDEX, Pack, PackError, PackIndex, PackWarning, VERSION};
pub use prepare::{MOST_TAKEN_OUT, VOICE_LOUDNESS, VOICE_PEAK, join, prepare, prepare_recording, without_noise};
pub use respell::{RespellError, Respellings};
pub use sound::{LONGEST_CLIP, Measured, SoundError, decode, encode_vorbis, measure};
pub use speech::{
    Espeak, Festival, Flite, MOST_BYTES, PATIENCE, Piper, Say, Speaker, SpeechConfig, SpeechError, UserCommand,
    Windows, find_speaker, speech_programs,
};
pub use words::{ClipKey, LONGEST_TEXT};
