//! `letgo devices`: where sound can go, and where it can come from.

use std::io::{self, Write};

use clap::Args;
use serde_json::json;

use crate::guide::text::clean;
use crate::output;

use super::{Failure, print_json};

#[derive(Debug, Args)]
pub(super) struct Devices {
    /// Prints JSON (described in docs/json.md)
    #[arg(long)]
    json: bool,
}

impl Devices {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let devices = output::devices().map_err(|error| Failure::Failed(error.to_string()))?;
        // Without microphones there is still something to listen to.
        let microphones = output::microphones().unwrap_or_default();
        if self.json {
            let list = |devices: &[output::DeviceInfo]| -> Vec<_> {
                devices.iter().map(|device| json!({ "name": device.name, "default": device.default })).collect()
            };
            let (devices, microphones) = (list(&devices), list(&microphones));
            return print_json(&json!({ "version": 1, "devices": devices, "microphones": microphones }));
        }
        let mut out = io::stdout().lock();
        if devices.is_empty() {
            writeln!(out, "no sound device was found; sessions run on the screen only")?;
        }
        for device in &devices {
            let mark = if device.default { "*" } else { " " };
            writeln!(out, "{mark} {}", clean(&device.name))?;
        }
        if !microphones.is_empty() {
            writeln!(out, "\nMicrophones, for letgo record --device:")?;
        }
        for (index, microphone) in microphones.iter().enumerate() {
            let mark = if microphone.default { "*" } else { " " };
            writeln!(out, "{mark} {} {}", index + 1, clean(&microphone.name))?;
        }
        out.flush()?;
        Ok(())
    }
}
