//! Where sound goes: a device, a file, or nowhere in real time.
//!
//! ```text
//! player ─slices─▶ Feed ─▶ Speaker (rodio, cpal) or Silent
//!            ▲        │
//!            └─ Link ─┘     what the listener wants, and what has been heard
//! ```
//!
//! A [`Feed`] is all that runs on the audio callback: it copies what was mixed ahead, at the listener's volume, with a
//! fade for every change. This room must not know what is played, or who asks for it.
//!
//! The other way, a [`Microphone`] brings sound in for whoever records their voice.

mod device;
mod feed;
pub mod file;
pub mod levels;
mod link;
mod microphone;
#[cfg(all(feature = "playback", target_os = "linux"))]
mod pulse;
mod silent;

pub use device::{DeviceError, DeviceInfo, Speaker, Wanted, devices, system};
pub use feed::{Feed, SLICE, Slice, Slices, slices};
pub use link::{KeepAwake, Link, Trouble};
pub use microphone::{Ear, Microphone, microphones};
pub use silent::Silent;
