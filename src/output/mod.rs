//! TEMP
pub mod file;
