//! Words to a clip.
pub mod chain;
pub mod pack;
pub mod prepare;
pub mod sound;
pub mod speech;
pub mod words;
