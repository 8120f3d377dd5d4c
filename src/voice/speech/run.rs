//! Runs a speech program within bounds: time, bytes, and nothing left behind.
//!
//! What goes in and what comes out are files in a folder of our own, so that no pipe can fill up and block. The
//! program is started directly, never through a shell.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::SpeechError;

/// How long a program may take for one prompt, unless the user's settings say otherwise.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The most that a program may write for one prompt, in bytes: over ten minutes of 48 kHz mono.
pub const MOST_BYTES: u64 = 100_000_000;

/// The most of a program's complaint that is kept, in bytes.
const MOST_COMPLAINT: u64 = 2_000;

/// A program to be run, with its bounds.
#[derive(Clone, Debug)]
pub struct Run {
    /// The program: a name to be found on the PATH, or a path.
    pub program: PathBuf,
    /// Its arguments, each passed as it is.
    pub arguments: Vec<OsString>,
    /// What it reads from its standard input; nothing if `None`.
    pub input: Option<PathBuf>,
    /// Where its standard output goes; dropped if `None`.
    pub output: Option<PathBuf>,
    /// The files whose sizes are watched.
    pub watched: Vec<PathBuf>,
    /// After this it is ended.
    pub patience: Duration,
    /// Above this, for all watched files together, it is ended.
    pub most_bytes: u64,
}

impl Run {
    /// A program with usual bounds.
    pub fn new(program: impl Into<PathBuf>) -> Run {
        Run {
            program: program.into(),
            arguments: Vec::new(),
            input: None,
            output: None,
            watched: Vec::new(),
            patience: PATIENCE,
            most_bytes: MOST_BYTES,
        }
    }

    /// Adds arguments.
    pub fn arguments<I: IntoIterator<Item = A>, A: Into<OsString>>(mut self, arguments: I) -> Run {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// Runs it to its end, in `folder` (which also takes its complaints).
    ///
    /// # Errors
    /// It can't be started, takes too long, writes too much, or ends with an error.
    pub fn wait(&self, folder: &Path) -> Result<(), SpeechError> {
        let name = self.program.file_name().unwrap_or(self.program.as_os_str()).to_string_lossy().into_owned();
        let unusable = |error: std::io::Error| SpeechError::Folder { reason: error.to_string() };
        let complaint = folder.join("complaint.txt");
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).current_dir(folder);
        command.stdin(match &self.input {
            Some(path) => Stdio::from(File::open(path).map_err(unusable)?),
            None => Stdio::null(),
        });
        command.stdout(match &self.output {
            Some(path) => Stdio::from(File::create(path).map_err(unusable)?),
            None => Stdio::null(),
        });
        command.stderr(File::create(&complaint).map_err(unusable)?);
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command
            .spawn()
            .map_err(|error| SpeechError::NotStarted { program: name.clone(), reason: error.to_string() })?;
        let outcome = self.watch(&mut child, &complaint, &name);
        if outcome.is_err() {
            end(&mut child);
        }
        let status = outcome?;
        if status.success() {
            return Ok(());
        }
        Err(SpeechError::Failed { program: name, how: how_it_ended(status), said: said(&complaint) })
    }

    fn watch(&self, child: &mut Child, complaint: &Path, name: &str) -> Result<ExitStatus, SpeechError> {
        let started = Instant::now();
        let size = |path: &Path| std::fs::metadata(path).map_or(0, |file| file.len());
        let written = || self.watched.iter().chain(&self.output).map(|path| size(path)).sum::<u64>() + size(complaint);
        loop {
            let ended = child
                .try_wait()
                .map_err(|error| SpeechError::NotStarted { program: name.to_string(), reason: error.to_string() })?;
            if written() > self.most_bytes {
                return Err(SpeechError::TooMuch { program: name.to_string(), most: self.most_bytes });
            }
            if let Some(status) = ended {
                return Ok(status);
            }
            if started.elapsed() > self.patience {
                return Err(SpeechError::TooSlow { program: name.to_string(), patience: self.patience });
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Ends a program and, where the system has process groups, all that it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        // It may have ended by itself meanwhile.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn how_it_ended(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("exit code {code}"),
        None => "ended by a signal".to_string(),
    }
}

/// The last lines of what it complained, harmless to show.
fn said(complaint: &Path) -> String {
    let mut bytes = Vec::new();
    if let Ok(file) = File::open(complaint) {
        // Unreadable complaints are no reason to fail again.
        let _ = file.take(MOST_COMPLAINT).read_to_end(&mut bytes);
    }
    let text = String::from_utf8_lossy(&bytes);
    let clean: String = text
        .chars()
        .map(|c| if c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') { ' ' } else { c })
        .collect();
    let mut short: String = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = short.char_indices().nth(300) {
        short.truncate(end);
        short.push('…');
    }
    short
}

/// The first file of this name on the PATH that is a file; a name with a folder in it is taken as it is.
pub fn on_path(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return program.is_file().then(|| program.to_path_buf());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| [folder.join(program), folder.join(program).with_extension("exe")])
        .find(|candidate| candidate.is_file())
}
