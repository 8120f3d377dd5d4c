//! `letgo render`: a session as a sound file.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use crate::guide::text::clean;
use crate::media::encode::{Bits, Format, Tags, WavSamples};
use crate::mix::Mixer;
use crate::output::file::{Part, RenderError, write_file};
use crate::quantity::{Frames, Time};
use crate::timeline::Timeline;

use super::prepare::{Aim, Which, prepare_for};
use super::{Failure, Surroundings, say, time};

#[derive(Debug, Args)]
pub(super) struct Render {
    #[command(flatten)]
    which: Which,
    /// The file to write; its ending says the format: .wav, .flac or .ogg
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Begins here instead of at the beginning
    #[arg(long, value_name = "TIME", value_parser = time)]
    from: Option<Time>,
    /// Ends here instead of at the end
    #[arg(long, value_name = "TIME", value_parser = time)]
    to: Option<Time>,
    /// What a sample is: 16 or 24 bits, or floating point (WAV only)
    #[arg(long, value_enum, default_value_t = Samples::Sixteen)]
    samples: Samples,
    /// Replaces a file that is there, without asking
    #[arg(long)]
    force: bool,
    /// Leaves what no voice has to the screen: no speech program says it (settings: speech)
    #[arg(long)]
    no_speech: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Samples {
    #[value(name = "16")]
    Sixteen,
    #[value(name = "24")]
    TwentyFour,
    Float,
}

/// About 160 kbit/s, which is hard to tell from the original.
const OGG_QUALITY: f32 = 0.5;

impl Render {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let format = format_of(&self.output, self.samples)?;
        let aim = Aim { cautions: false, speech: !self.no_speech };
        let prepared = prepare_for(&self.which.session, &self.which.how, aim, around)?;
        let part = self.part(&prepared.timeline)?;
        may_replace(&self.output, self.force)?;
        write_sound(&prepared.timeline, part, format, &self.output)
    }

    fn part(&self, timeline: &Timeline) -> Result<Part, Failure> {
        let from = self.from.map_or(Frames::ZERO, Time::frames);
        let to = self.to.map_or(timeline.length, Time::frames).min(timeline.length);
        if from >= timeline.length {
            return Err(Failure::Usage(format!(
                "--from lies past the end: the session lasts {}",
                timeline.length.clock()
            )));
        }
        if to <= from {
            return Err(Failure::Usage("--to must come after --from".into()));
        }
        Ok(Part { from, to })
    }
}

/// Writes a part of a session to a file.
pub(super) fn write_sound(timeline: &Arc<Timeline>, part: Part, format: Format, output: &Path) -> Result<(), Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure::Failed(format!("{}: {error}", output.display()));
    let mixer = Mixer::new(Arc::clone(timeline)).map_err(|error| Failure::Failed(error.to_string()))?;
    let stop = stop_on_signal()?;
    let progress = progress(part);
    let result = write_file(mixer, part, format, &tags(timeline, part), output, |done| {
        progress.set_position(done.0);
        !stop.load(Ordering::Relaxed)
    });
    progress.finish_and_clear();
    match result {
        Ok(()) => {
            let length = (part.to - part.from).clock();
            say(&format!("wrote {} ({length})", output.display()));
            Ok(())
        }
        Err(RenderError::Stopped) => Err(Failure::Failed("stopped; nothing was written".into())),
        Err(RenderError::Write(error)) => Err(failed(&error)),
    }
}

/// What a file's ending says of its format.
pub(super) fn format_of(output: &Path, samples: Samples) -> Result<Format, Failure> {
    let ending = output.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let bits = match samples {
        Samples::Sixteen => Some(Bits::Sixteen),
        Samples::TwentyFour => Some(Bits::TwentyFour),
        Samples::Float => None,
    };
    match (ending.as_deref(), bits) {
        (Some("wav"), Some(bits)) => Ok(Format::Wav(WavSamples::Whole(bits))),
        (Some("wav"), None) => Ok(Format::Wav(WavSamples::Float)),
        (Some("flac"), Some(bits)) => Ok(Format::Flac(bits)),
        (Some("flac"), None) => Err(Failure::Usage("FLAC holds 16 or 24 bits; floating point goes into WAV".into())),
        (Some("ogg"), _) => Ok(Format::OggVorbis { quality: OGG_QUALITY }),
        _ => Err(Failure::Usage(format!(
            "{}: the file's ending says the format; .wav, .flac and .ogg can be written",
            output.display()
        ))),
    }
}

/// Asks before a file is replaced, where somebody can be asked.
pub(super) fn may_replace(output: &Path, force: bool) -> Result<(), Failure> {
    if force || !output.is_file() {
        return Ok(());
    }
    let there = format!("{} is there already", clean(&output.to_string_lossy()));
    if io::stdin().is_terminal() && io::stderr().is_terminal() {
        write!(io::stderr(), "{there}. Replace it? [y/N] ")?;
        io::stderr().flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        if answer.trim().eq_ignore_ascii_case("y") || answer.trim().eq_ignore_ascii_case("yes") {
            return Ok(());
        }
        return Err(Failure::Usage("left as it was".into()));
    }
    Err(Failure::Usage(format!("{there}; --force replaces it")))
}

/// Ctrl-C and its like ask the writing to stop, so that nothing half-written is left.
fn stop_on_signal() -> Result<Arc<AtomicBool>, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM, signal_hook::consts::SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(&stop))?;
    }
    Ok(stop)
}

/// Shown on a terminal only, and only when the work takes a while.
fn progress(part: Part) -> ProgressBar {
    let length = part.to - part.from;
    let short = length < Frames::from_secs(60);
    let bar = if short { ProgressBar::hidden() } else { ProgressBar::new(length.0) };
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {percent:>3} %  {eta} left") {
        bar.set_style(style.progress_chars("━╸─"));
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// The title, and the chapters that lie in a part, from its own beginning.
fn tags(timeline: &Timeline, part: Part) -> Tags {
    let inside = timeline.chapters.iter().filter(|chapter| chapter.start < part.to);
    let mut chapters: Vec<(Frames, String)> =
        inside.map(|chapter| (chapter.start.saturating_sub(part.from), chapter.title.clone())).collect();
    // Of the chapters that begin before the part, the last one is still going on at its beginning.
    while matches!(chapters.as_slice(), [(first, _), (second, _), ..] if *first == Frames::ZERO && *second == Frames::ZERO)
    {
        chapters.remove(0);
    }
    Tags { title: timeline.title.clone(), chapters }
}
