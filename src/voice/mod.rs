//! Words to a clip.
pub mod words;
pub mod sound;
