//! `letgo show --table`: what the practice's tables know, for whoever writes or reviews a session.

use std::io::{self, Write};

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::guide::text::wrap;
use crate::practice::{self, Severity, Side};

use super::{Failure, print_json};

/// A table of the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Table {
    /// Breathing patterns
    Breathing,
    /// Regions of the body, and groups of them
    Regions,
    /// Self-massage techniques and tools
    Techniques,
    /// Muscle groups
    Muscles,
    /// Cautions, and what they do
    Cautions,
}

/// One entry: its name, one line of numbers, what it is about, and where it comes from.
struct Row {
    name: String,
    numbers: String,
    about: String,
    source: String,
}

impl Table {
    pub(super) fn print(self, as_json: bool, width: usize) -> Result<(), Failure> {
        let rows = self.rows();
        if as_json {
            let rows: Vec<Value> = rows
                .into_iter()
                .map(|row| json!({ "id": row.name, "numbers": row.numbers, "about": row.about, "source": row.source }))
                .collect();
            return print_json(&json!({ "version": 1, "entries": rows }));
        }
        let mut out = io::stdout().lock();
        for row in rows {
            writeln!(out, "{}  {}", row.name, row.numbers)?;
            for text in [&row.about, &row.source] {
                wrap(text, width.saturating_sub(4)).iter().try_for_each(|line| writeln!(out, "    {line}"))?;
            }
        }
        out.flush()?;
        Ok(())
    }

    fn rows(self) -> Vec<Row> {
        match self {
            Table::Breathing => breathing(),
            Table::Regions => regions(),
            Table::Techniques => techniques(),
            Table::Muscles => muscles(),
            Table::Cautions => cautions(),
        }
    }
}

fn breathing() -> Vec<Row> {
    let row = |pattern: &practice::BreathingPattern| {
        let phases = pattern.phases.map(|phases| {
            let parts = practice::Phase::ALL.iter().zip(phases.all()).filter(|(_, time)| !time.is_zero());
            parts.map(|(phase, time)| format!("{} {time}", phase.as_str())).collect::<Vec<_>>().join(", ")
        });
        let rate = pattern.rate().map(|rate| format!("; {rate}")).unwrap_or_default();
        let dose = format!("; for {} to {}", pattern.dose.least, pattern.dose.most);
        Row {
            name: pattern.id.clone(),
            numbers: format!("{}{rate}{dose}", phases.unwrap_or_else(|| "as it comes".into())),
            about: format!("{} {}", pattern.about, pattern.evidence),
            source: pattern.source.clone(),
        }
    };
    practice::patterns().iter().map(row).collect()
}

fn regions() -> Vec<Row> {
    let sides = |paired: bool| if paired { Side::ALL.map(Side::as_str).join(", ") } else { "no sides".into() };
    let region = |region: &practice::Region| {
        let techniques = match region.techniques.is_empty() {
            true => "never massaged".to_string(),
            false => region.techniques.join(", "),
        };
        let mut about = region.about.clone();
        if !region.stay_off.is_empty() {
            about.push_str(&format!(" Stays off: {}.", region.stay_off.join(", ")));
        }
        let numbers = format!("{}; {techniques}", sides(region.paired));
        Row { name: region.id.clone(), numbers, about, source: region.source.clone() }
    };
    let group = |group: &practice::Group| Row {
        name: group.id.clone(),
        numbers: format!("a group; {}", sides(group.paired)),
        about: group.about.clone(),
        source: group.source.clone(),
    };
    practice::regions().iter().map(region).chain(practice::groups().iter().map(group)).collect()
}

fn techniques() -> Vec<Row> {
    let technique = |technique: &practice::Technique| {
        let mut numbers = Vec::new();
        numbers.extend(technique.pace.as_ref().map(|pace| format!("{} to {}", pace.least, pace.most)));
        numbers.extend(technique.cycle.as_ref().map(|cycle| format!("one in {} to {}", cycle.least, cycle.most)));
        numbers.extend(technique.hold.as_ref().map(|hold| format!("still for {} to {}", hold.least, hold.most)));
        numbers.push(format!("pressure {}", technique.usual_pressure));
        numbers.push(format!("with {}", technique.tools.join(", ")));
        Row {
            name: technique.id.clone(),
            numbers: numbers.join("; "),
            about: technique.about.clone(),
            source: technique.source.clone(),
        }
    };
    let tool = |tool: &practice::Tool| Row {
        name: tool.id.clone(),
        numbers: "a tool".into(),
        about: tool.about.clone(),
        source: tool.source.clone(),
    };
    practice::techniques().iter().map(technique).chain(practice::tools().iter().map(tool)).collect()
}

fn muscles() -> Vec<Row> {
    let row = |group: &practice::MuscleGroup| Row {
        name: group.id.clone(),
        numbers: format!(
            "tensed for {} to {}, let go for {} to {}",
            group.tense.least, group.tense.most, group.release.least, group.release.most
        ),
        about: group.about.clone(),
        source: group.source.clone(),
    };
    practice::muscle_groups().iter().map(row).collect()
}

fn cautions() -> Vec<Row> {
    let row = |caution: &practice::Caution| {
        let does = match caution.severity {
            Severity::Refuse => "refused",
            Severity::Warn => "needs the author's reason",
            Severity::Tell => "told before the session",
        };
        Row {
            name: caution.id.clone(),
            numbers: does.into(),
            about: caution.about.clone(),
            source: caution.source.clone(),
        }
    };
    practice::cautions().iter().map(row).collect()
}
