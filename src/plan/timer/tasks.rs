//! A task of Windows' Task Scheduler, for this user (schtasks; Task Scheduler Schema 1.2).

use std::path::Path;

use super::{Job, Timer, Unwritable, command, plain, plain_path, xml};

const NAME: &str = "letgo plan";

/// The timer for a job; `folder` is where the task's description is kept.
///
/// Variables can't be given to a task; the folders that they name are those of the user anyway.
///
/// # Errors
/// If a path or a value can't be written into a task.
pub fn task_scheduler(job: &Job, folder: &Path) -> Result<Timer, Unwritable> {
    let file = folder.join("letgo-plan.xml");
    let arguments: Vec<String> = job.arguments.iter().map(|word| quoted(word)).collect::<Result<_, _>>()?;
    let task = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n\
         <Task version=\"1.2\" xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\r\n\
         <Triggers><CalendarTrigger><StartBoundary>2020-01-01T{:02}:{:02}:00</StartBoundary>\
         <ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger></Triggers>\r\n\
         <Settings><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>\
         <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>\
         <ExecutionTimeLimit>PT5M</ExecutionTimeLimit></Settings>\r\n\
         <Actions><Exec><Command>{}</Command><Arguments>{}</Arguments></Exec></Actions>\r\n</Task>\r\n",
        job.at.hour(),
        job.at.minute(),
        xml(plain_path(&job.program)?)?,
        xml(&arguments.join(" "))?,
    );
    // What schtasks reads: UTF-16 with a mark.
    let bytes = std::iter::once(0xfeff).chain(task.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let path = plain_path(&file)?;
    Ok(Timer {
        set: vec![command(&["schtasks", "/Create", "/TN", NAME, "/XML", path, "/F"])],
        unset: vec![command(&["schtasks", "/Delete", "/TN", NAME, "/F"])],
        afterwards: Vec::new(),
        links: Vec::new(),
        files: vec![(file.clone(), bytes)],
    })
}

/// A word of a command line of Windows. Those that letgo gives have neither quotes nor backslashes; others are refused.
fn quoted(word: &str) -> Result<String, Unwritable> {
    match plain(word)?.contains(['"', '\\', '%']) {
        true => Err(Unwritable(word.to_string())),
        false if word.contains(' ') => Ok(format!("\"{word}\"")),
        false => Ok(word.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::timer::job;

    #[test]
    fn nothing_in_a_path_leaves_its_element() {
        let timer = task_scheduler(&job(r"C:\a & <b>\letgo.exe"), Path::new(r"C:\data")).unwrap();
        let units: Vec<u16> = timer.files[0].1.chunks(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
        let task = String::from_utf16(&units).unwrap();
        assert!(task.starts_with("\u{feff}<?xml"), "{task}");
        assert!(
            task.contains(r"<Command>C:\a &amp; &lt;b&gt;\letgo.exe</Command><Arguments>plan notify</Arguments>"),
            "{task}"
        );
        assert!(task.contains("T07:05:00"), "{task}");
        let odd = Job { arguments: vec!["\" & calc".into()], ..job("letgo.exe") };
        assert!(task_scheduler(&odd, Path::new("data")).is_err());
    }
}
