//! Into a file: mixing on one thread, encoding and writing on another.

use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use crate::media::encode::{self, Format, Tags, WholeFile, WriteError};
use crate::mix::{BLOCK, Sound};
use crate::quantity::Frames;

/// A part of the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its first frame.
    pub from: Frames,
    /// One past its last frame.
    pub to: Frames,
}

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// It was asked to stop.
    #[error("stopped; nothing was written")]
    Stopped,
    /// It couldn't be written.
    #[error("{0}")]
    Write(#[from] WriteError),
}

/// What is handed from the mixing to the writing thread at a time.
const BATCH: usize = 16 * BLOCK;
/// How many of them are on their way.
const BATCHES: usize = 4;

/// Writes a part of a sound to a file, which appears when it is whole. `progress` is told how far it is, and says
/// whether to go on.
///
/// # Errors
/// If it can't be written, or was asked to stop; then there is no file.
pub fn write_file(
    mut sound: impl Sound,
    part: Part,
    format: Format,
    tags: &Tags,
    target: &Path,
    mut progress: impl FnMut(Frames) -> bool,
) -> Result<(), RenderError> {
    let mut file = WholeFile::create(target)?;
    let mut encoder = encode::begin(format, &mut file, part.from, tags)?;
    let (full, filled): (SyncSender<Vec<f32>>, Receiver<Vec<f32>>) = sync_channel(BATCHES);
    let (empty, emptied) = sync_channel(BATCHES + 2);
    let written: Result<(), RenderError> = thread::scope(|scope| {
        scope.spawn(move || {
            let mut at = part.from;
            while at < part.to {
                let count = BATCH.min((part.to - at).0 as usize);
                let mut batch: Vec<f32> = emptied.try_recv().unwrap_or_default();
                batch.resize(2 * count, 0.0);
                sound.read(at, &mut batch);
                at += Frames(count as u64);
                // The other side has given up: so can this one.
                if full.send(batch).is_err() {
                    return;
                }
            }
        });
        let mut done = Frames::ZERO;
        // The channel must end with this scope's work, or the mixing thread would wait for ever.
        let filled = filled;
        while let Ok(batch) = filled.recv() {
            encoder.write(&batch)?;
            done += Frames(batch.len() as u64 / 2);
            if !progress(done) {
                return Err(RenderError::Stopped);
            }
            let _ = empty.try_send(batch);
        }
        Ok(())
    });
    written?;
    encoder.finish()?;
    file.keep()?;
    Ok(())
}
