//! A timer of launchd's, in the user's own session (launchd.plist(5), launchctl(1)).

use std::path::Path;

use super::{Job, Timer, Unwritable, command, plain_path, xml};

const LABEL: &str = "org.letgo.plan";

/// The timer for a job; `folder` is the user's LaunchAgents, `user` their number.
///
/// # Errors
/// If a path or a value can't be written into a property list.
pub fn launchd(job: &Job, folder: &Path, user: u32) -> Result<Timer, Unwritable> {
    let file = folder.join(format!("{LABEL}.plist"));
    let mut words = format!("    <string>{}</string>\n", xml(plain_path(&job.program)?)?);
    for argument in &job.arguments {
        words.push_str(&format!("    <string>{}</string>\n", xml(argument)?));
    }
    let mut variables = String::new();
    for (name, value) in &job.variables {
        variables.push_str(&format!("    <key>{}</key>\n    <string>{}</string>\n", xml(name)?, xml(value)?));
    }
    let list = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <!-- Made by `letgo plan remind`, which takes it away again, too. -->\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{LABEL}</string>\n\
         \x20 <key>ProgramArguments</key>\n  <array>\n{words}  </array>\n\
         \x20 <key>EnvironmentVariables</key>\n  <dict>\n{variables}  </dict>\n\
         \x20 <key>StartCalendarInterval</key>\n  <dict>\n    <key>Hour</key>\n    <integer>{}</integer>\n\
         \x20   <key>Minute</key>\n    <integer>{}</integer>\n  </dict>\n</dict>\n</plist>\n",
        job.at.hour(),
        job.at.minute()
    );
    let domain = format!("gui/{user}");
    let path = plain_path(&file)?;
    Ok(Timer {
        set: vec![command(&["launchctl", "bootstrap", &domain, path])],
        unset: vec![command(&["launchctl", "bootout", &format!("{domain}/{LABEL}")])],
        afterwards: Vec::new(),
        links: Vec::new(),
        files: vec![(file.clone(), list.into_bytes())],
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::timer::job;

    #[test]
    fn nothing_in_a_path_leaves_its_element() {
        let timer = launchd(&job("/opt/<a & b>/letgo"), Path::new("/agents"), 501).unwrap();
        let list = String::from_utf8(timer.files[0].1.clone()).unwrap();
        assert!(list.contains("<string>/opt/&lt;a &amp; b&gt;/letgo</string>\n    <string>plan</string>"), "{list}");
        assert!(list.contains("<key>Hour</key>\n    <integer>7</integer>"), "{list}");
        assert_eq!(timer.set[0].join(" "), "launchctl bootstrap gui/501 /agents/org.letgo.plan.plist");
        assert!(launchd(&job("/opt/\u{1b}"), Path::new("/agents"), 501).is_err());
    }
}
