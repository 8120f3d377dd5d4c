//! A timer of systemd's, in the user's own manager (systemd.timer(5), systemd.service(5), systemd.syntax(7)).

use std::path::Path;

use super::{Job, Timer, Unwritable, command, plain, plain_path};

const TIMER: &str = "letgo-plan.timer";
const SERVICE: &str = "letgo-plan.service";

/// The timer for a job; `folder` is where the user's units are.
///
/// # Errors
/// If a path or a value can't be written into a unit.
pub fn systemd(job: &Job, folder: &Path) -> Result<Timer, Unwritable> {
    let mut service = String::from(
        "# Made by `letgo plan remind`; `letgo plan remind --off` takes it away.\n\
         [Unit]\nDescription=letgo: a word about the evening that is planned\n\n[Service]\nType=oneshot\n",
    );
    for (name, value) in &job.variables {
        service.push_str(&format!("Environment={}\n", quoted(&format!("{name}={value}"))?));
    }
    // The colon keeps `$` as it is (systemd.service(5), "Command lines").
    let program = plain_path(&job.program)?;
    // systemd doesn't take these in a program's place, whatever the quoting.
    if program.contains(['"', '\'', '\\']) {
        return Err(Unwritable(program.to_string()));
    }
    let mut words = vec![format!(":{}", quoted(program)?)];
    for argument in &job.arguments {
        words.push(quoted(argument)?);
    }
    service.push_str(&format!("ExecStart={}\n", words.join(" ")));
    let timer = format!(
        "# Made by `letgo plan remind`; `letgo plan remind --off` takes it away.\n\
         [Unit]\nDescription=letgo: a word about the evening that is planned\n\n\
         [Timer]\nOnCalendar=*-*-* {:02}:{:02}:00\nAccuracySec=1min\n\n[Install]\nWantedBy=timers.target\n",
        job.at.hour(),
        job.at.minute()
    );
    let systemctl = |words: &[&str]| command(&[&["systemctl", "--user"], words].concat());
    Ok(Timer {
        files: vec![(folder.join(SERVICE), service.into_bytes()), (folder.join(TIMER), timer.into_bytes())],
        set: vec![
            systemctl(&["daemon-reload"]),
            systemctl(&["enable", TIMER]),
            // Also where an older one runs already, at another time.
            systemctl(&["restart", TIMER]),
        ],
        unset: vec![systemctl(&["disable", "--now", TIMER])],
        afterwards: vec![systemctl(&["daemon-reload"])],
        links: vec![folder.join("timers.target.wants").join(TIMER)],
    })
}

/// A word in quotes, with nothing in it that a unit would expand.
fn quoted(word: &str) -> Result<String, Unwritable> {
    let word = plain(word)?.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%");
    Ok(format!("\"{word}\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::timer::job;

    #[test]
    fn nothing_in_a_path_is_expanded() {
        let timer = systemd(&job("/opt/let go 100%/$HOME/letgo"), Path::new("/units")).unwrap();
        let service = String::from_utf8(timer.files[0].1.clone()).unwrap();
        assert!(service.contains("\nExecStart=:\"/opt/let go 100%%/$HOME/letgo\" \"plan\" \"notify\"\n"), "{service}");
        assert!(service.contains("\nEnvironment=\"XDG_DATA_HOME=/home/a \\\"b\\\" %%h/$x\\\\y\"\n"), "{service}");
        assert!(String::from_utf8(timer.files[1].1.clone()).unwrap().contains("OnCalendar=*-*-* 07:05:00\n"));
        assert!(systemd(&job("/opt/a\nExecStart=/bin/evil"), Path::new("/units")).is_err());
        assert!(systemd(&job("/opt/\"letgo\""), Path::new("/units")).is_err());
    }
}
