//! A reminder by the system's own timer, when it was asked for; and what the timer runs.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;
use etcetera::BaseStrategy;

use crate::cli::handed::about;
use crate::cli::{Failure, Surroundings, say};
use crate::guide::text::{clean, wrap};
use crate::memory::Memory;
use crate::plan::timer::{Job, Timer};
use crate::plan::{self, timer};
use crate::quantity::TimeOfDay;

use super::current::{evenings, kept, known, today};

/// Variables that say where the plan and the memory are, and so go along.
const PLACES: [&str; 3] = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"];

#[derive(Debug, Args)]
pub(super) struct Remind {
    /// Reminds at this time, such as 21:00; the plan's own time, if left out
    #[arg(long, value_name = "TIME", value_parser = time_of_day)]
    at: Option<TimeOfDay>,
    /// Takes the reminder away
    #[arg(long, conflicts_with = "at")]
    off: bool,
    /// Shows what would be written and run, and does nothing
    #[arg(long)]
    print: bool,
}

fn time_of_day(text: &str) -> Result<TimeOfDay, String> {
    text.parse().map_err(|error: crate::quantity::TimeOfDayError| error.to_string())
}

impl Remind {
    pub(super) fn run(&self, around: &Surroundings) -> Result<(), Failure> {
        let at = match (self.off, self.at) {
            // Where it was set to doesn't matter for taking it away.
            (true, _) => TimeOfDay::new(21, 0),
            (false, Some(at)) => Some(at),
            (false, None) => kept()?.ok_or_else(|| Failure::Usage(around.texts.get("plan-none")))?.at,
        };
        let at = at.ok_or_else(|| {
            Failure::Usage("the plan has no time of the evening; say when, such as letgo plan remind --at 21:00".into())
        })?;
        let timer = timer_of_this_system(&job(at, around)?)?;
        match (self.print, self.off) {
            (true, off) => print(&timer, off),
            (false, true) => take_away(&timer),
            (false, false) => set(&timer, at, around),
        }
    }
}

/// What the timer runs: this program, in the language and with the places of now.
fn job(at: TimeOfDay, around: &Surroundings) -> Result<Job, Failure> {
    let value = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let variables = PLACES.iter().filter_map(|name| Some(((*name).to_string(), value(name)?))).collect();
    let words = ["--language", around.texts.language(), "plan", "notify"];
    Ok(Job { program: std::env::current_exe()?, arguments: words.map(str::to_string).to_vec(), variables, at })
}

fn timer_of_this_system(job: &Job) -> Result<Timer, Failure> {
    let places = etcetera::choose_base_strategy();
    let places = places.map_err(|_| Failure::Failed("no home folder was found to keep a timer in".into()))?;
    let made = match () {
        #[cfg(target_os = "macos")]
        () => timer::launchd(job, &places.home_dir().join("Library/LaunchAgents"), rustix::process::getuid().as_raw()),
        #[cfg(windows)]
        () => timer::task_scheduler(job, &places.data_dir().join("letgo")),
        #[cfg(not(any(target_os = "macos", windows)))]
        () => timer::systemd(job, &places.config_dir().join("systemd").join("user")),
    };
    made.map_err(|error| Failure::Failed(error.to_string()))
}

/// Shows what would be done.
fn print(timer: &Timer, off: bool) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let run = |out: &mut io::StdoutLock<'_>, commands: &[Vec<String>]| {
        commands.iter().try_for_each(|command| writeln!(out, "$ {}", clean(&command.join(" "))))
    };
    if off {
        run(&mut out, &timer.unset)?;
        timer.files.iter().try_for_each(|(path, _)| writeln!(out, "takes away {}", path.display()))?;
        run(&mut out, &timer.afterwards)?;
    } else {
        for (path, bytes) in &timer.files {
            writeln!(out, "== {}", path.display())?;
            writeln!(out, "{}", readable(bytes))?;
        }
        run(&mut out, &timer.set)?;
    }
    out.flush()?;
    Ok(())
}

/// Text that may be UTF-16.
fn readable(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

fn set(timer: &Timer, at: TimeOfDay, around: &Surroundings) -> Result<(), Failure> {
    let width = around.width.clamp(40, 80);
    let tell = |text: &str| wrap(text, width).iter().for_each(|line| say(line));
    let Some(shows) = notifier() else {
        tell(
            "There is nothing here that could show a reminder: notify-send is missing (on Debian it is in \
             libnotify-bin). Nothing was set. letgo plan --ics FILE.ics writes the plan for a calendar, which reminds \
             you too.",
        );
        return Err(Failure::Told);
    };
    tell(&format!(
        "Every day at {at} the system starts letgo for a moment. If the plan has something for that evening, {shows} \
         shows its title; otherwise nothing happens. Nothing is played."
    ));
    timer.files.iter().for_each(|(path, _)| say(&format!("writes {}", path.display())));
    timer.set.iter().for_each(|command| say(&format!("runs   {}", command.join(" "))));
    // What is there from an earlier time, so that it can be as it was.
    let before: Vec<Option<Vec<u8>>> = timer.files.iter().map(|(path, _)| std::fs::read(path).ok()).collect();
    let new_folders: Vec<PathBuf> = timer.files.iter().filter_map(|(path, _)| first_new_folder(path)).collect();
    let put = || -> Result<(), Failure> {
        for (path, bytes) in &timer.files {
            write(path, bytes).map_err(|error| about(path, &error))?;
        }
        timer.set.iter().try_for_each(|command| run(command))
    };
    let Err(failure) = put() else {
        tell("That is all. letgo plan remind --off takes it away again.");
        return Ok(());
    };
    // As it was before, as far as that goes: what is wrong has been found already.
    if before.iter().all(Option::is_none) {
        timer.unset.iter().for_each(|command| drop(run(command)));
    }
    for ((path, _), before) in timer.files.iter().zip(before) {
        match before {
            Some(bytes) => drop(write(path, &bytes)),
            None => drop(std::fs::remove_file(path)),
        }
    }
    new_folders.iter().for_each(|folder| remove_empty(folder));
    timer.afterwards.iter().for_each(|command| drop(run(command)));
    let Failure::Failed(reason) = failure else { return Err(failure) };
    Err(Failure::Failed(format!(
        "{reason}\nthe reminder couldn't be set, and nothing was left behind.\n\
         `letgo plan --ics FILE.ics` writes the plan for a calendar, which reminds you too"
    )))
}

fn take_away(timer: &Timer) -> Result<(), Failure> {
    if timer.files.iter().all(|(path, _)| !path.exists()) {
        say("there is no reminder");
        return Ok(());
    }
    // A system that can't be asked now still forgets the timer with its files.
    let told: Vec<Failure> = timer.unset.iter().filter_map(|command| run(command).err()).collect();
    for (path, _) in &timer.files {
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(about(path, &error)),
            _ => {}
        }
    }
    timer.links.iter().for_each(|link| drop(std::fs::remove_file(link)));
    timer.afterwards.iter().for_each(|command| drop(run(command)));
    for failure in told {
        if let Failure::Failed(reason) = failure {
            say(&format!("{reason}\nits files are gone all the same: at the latest, it is gone when you log in again"));
        }
    }
    say("the reminder was taken away");
    Ok(())
}

/// Runs a command without a shell.
fn run(words: &[String]) -> Result<(), Failure> {
    let Some((program, arguments)) = words.split_first() else { return Ok(()) };
    let mut command = Command::new(program);
    finish(command.args(arguments), &words.join(" "))
}

fn finish(command: &mut Command, shown: &str) -> Result<(), Failure> {
    match command.stdin(Stdio::null()).output() {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => {
            let said = String::from_utf8_lossy(&done.stderr);
            let said = said.lines().next().unwrap_or("it said nothing").to_string();
            Err(Failure::Failed(format!("`{shown}` failed: {said}")))
        }
        Err(error) => Err(Failure::Failed(format!("`{shown}` can't be run: {error}"))),
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// The outermost folder that would have to be made for a file.
fn first_new_folder(path: &Path) -> Option<PathBuf> {
    path.ancestors().skip(1).take_while(|folder| !folder.exists()).last().map(Path::to_path_buf)
}

/// Takes away folders that were made and are empty again, from the inside out.
fn remove_empty(folder: &Path) {
    for inside in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if inside.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_empty(&inside.path());
        }
    }
    // Fails, as it should, where there is anything in it.
    let _ = std::fs::remove_dir(folder);
}

/// What shows a notification here, for a person; nothing if nothing does.
fn notifier() -> Option<&'static str> {
    if cfg!(any(target_os = "macos", windows)) {
        return Some("the system");
    }
    let paths = std::env::var_os("PATH")?;
    let there = std::env::split_paths(&paths).any(|folder| folder.join("notify-send").is_file());
    there.then_some("a notification (notify-send)")
}

/// Shows what is planned for tonight, if something is that wasn't heard yet.
pub(super) fn notify(around: &Surroundings) -> Result<(), Failure> {
    let Some(plan) = kept()? else { return Ok(()) };
    let today = today();
    let plan::Standing::During(number) = plan.standing(today) else { return Ok(()) };
    let (begins, memory) = (plan.week_begins(number, today), Memory::load().0);
    let mut titles: Vec<String> = Vec::new();
    for (phase, known) in plan.phases.iter().zip(known(&plan, around)).filter(|(phase, _)| phase.has_week(number)) {
        let done = evenings(&memory, &known.remembered);
        // Who has begun tonight needs no reminder.
        if done.contains_key(&today) {
            return Ok(());
        }
        if plan::is_tonight(phase, begins, today, &done) {
            titles.push(known.title);
        }
    }
    if titles.is_empty() {
        return Ok(());
    }
    let words = clean(&around.texts.fill("plan-reminder", &[("title", &titles.join(", "))]));
    writeln!(io::stdout(), "{words}")?;
    show(&words)
}

/// Shows these words. They are an argument or a variable of a program, and no part of any script.
#[cfg(not(any(target_os = "macos", windows)))]
fn show(words: &str) -> Result<(), Failure> {
    // Notifications read marks as in HTML.
    let plain = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut command = Command::new("notify-send");
    finish(command.args(["--app-name=letgo", "--", "letgo", &plain]), "notify-send")
}

/// Shows these words. They are an argument or a variable of a program, and no part of any script.
#[cfg(target_os = "macos")]
fn show(words: &str) -> Result<(), Failure> {
    let script = ["on run words", "display notification (item 1 of words) with title \"letgo\"", "end run"];
    let mut command = Command::new("osascript");
    script.iter().for_each(|line| drop(command.args(["-e", line])));
    finish(command.arg(words), "osascript")
}

/// Shows these words. They are an argument or a variable of a program, and no part of any script.
#[cfg(windows)]
fn show(words: &str) -> Result<(), Failure> {
    const SCRIPT: &str = "Add-Type -AssemblyName System.Windows.Forms,System.Drawing; \
        $it = New-Object System.Windows.Forms.NotifyIcon; $it.Icon = [System.Drawing.SystemIcons]::Information; \
        $it.Visible = $true; $it.ShowBalloonTip(10000, 'letgo', $env:LETGO_REMINDER_WORDS, 'None'); \
        Start-Sleep -Seconds 10; $it.Dispose()";
    let mut command = Command::new("powershell");
    command.args(["-NoProfile", "-NonInteractive", "-Command", SCRIPT]).env("LETGO_REMINDER_WORDS", words);
    finish(&mut command, "powershell")
}
