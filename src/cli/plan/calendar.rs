//! The plan for a calendar.

use std::io::{self, Write};
use std::path::Path;

use crate::cli::handed::about;
use crate::cli::{Failure, Surroundings, say};
use crate::guide::text::clean;
use crate::media::encode::{WholeFile, WriteError};
use crate::plan::{EventText, calendar};

use super::current::{kept, known, today};

/// How long an evening is taken to last whose session can't be laid out.
const USUAL_MINUTES: u64 = 20;

pub(super) fn write(file: &Path, force: bool, around: &Surroundings) -> Result<(), Failure> {
    let texts = around.texts;
    let plan = kept()?.ok_or_else(|| Failure::Usage(texts.get("plan-none")))?;
    let goal = plan.goal.as_ref().map(|goal| format!("{}\n", clean(&texts.fill("plan-goal", &[("goal", goal)]))));
    let description = format!("{}{}", goal.unwrap_or_default(), texts.get("plan-event"));
    let events: Vec<EventText> = known(&plan, around)
        .iter()
        .map(|known| EventText {
            summary: clean(&known.title),
            description: description.clone(),
            minutes: known.minutes.unwrap_or(USUAL_MINUTES),
        })
        .collect();
    let name = plan.title.as_deref().map_or_else(|| texts.get("home-plan"), clean);
    let text = calendar(&plan, plan.begins.unwrap_or_else(today), &name, &events);
    if file == Path::new("-") {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        return Ok(());
    }
    if file.exists() && !force {
        return Err(Failure::Usage(format!("{} is there already; --force replaces it", file.display())));
    }
    let write = || -> Result<(), WriteError> {
        let mut out = WholeFile::create(file)?;
        out.write_all(text.as_bytes())?;
        out.keep()
    };
    write().map_err(|error| about(file, &error))?;
    say(&format!("{} is ready: open it with your calendar", file.display()));
    Ok(())
}
