//! The table of clients: a row each, a column for what is theirs.

use std::collections::BTreeSet;
use std::path::Path;

use crate::cli::Failure;
use crate::cli::changes::region;
use crate::cli::client::{caution, unknown};
use crate::cli::handed::about;
use crate::library::pack::{LONGEST_NAME, plain_name};
use crate::plan;
use crate::session::Anchor;

use super::gather::{Wanted, free, one_line};
use super::read_letter;

/// The largest table that is read, in bytes.
const LARGEST: u64 = 4 << 20;
/// The most clients at once.
const MOST_CLIENTS: usize = 2_000;

/// The columns with a meaning of their own; all others are parameters of the sessions.
const COLUMNS: [&str; 10] =
    ["name", "sessions", "title", "fit", "letter", "plan", "anchor", "leave-out", "without-holds", "cautions"];

/// Reads a plan's file, for whom these sessions are named.
pub(super) type ReadPlan<'r> = dyn Fn(&Path, &[String]) -> Result<plan::Found, Failure> + 'r;

/// One client.
pub(super) struct Row {
    /// Where it stands.
    pub(super) line: u64,
    /// The client's name as it is written.
    pub(super) who: String,
    /// Their pack.
    pub(super) wanted: Wanted,
}

/// Reads a table. `all` is what every client gets, unless their row says something else.
///
/// # Errors
/// Everything that is wrong with it, a line each.
pub(super) fn read(file: &Path, all: &Wanted, plans: &ReadPlan<'_>) -> Result<Vec<Row>, Failure> {
    let size = std::fs::metadata(file).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Failure::Usage(format!("there is no file {}", file.display())),
        _ => about(file, &error),
    })?;
    if size.len() > LARGEST {
        return Err(Failure::Usage(format!("{}: this is too large for a table of clients", file.display())));
    }
    let bytes = std::fs::read(file).map_err(|error| about(file, &error))?;
    // Spreadsheets put a byte order mark before their tables.
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let at = |line: u64, what: &str| format!("{}:{line}: {what}\n", file.display());
    let folder = file.parent().unwrap_or(Path::new(""));
    parse(bytes, folder, all, plans, &at).map_err(Failure::Usage)
}

fn parse(
    bytes: &[u8],
    folder: &Path,
    all: &Wanted,
    plans: &ReadPlan<'_>,
    at: &dyn Fn(u64, &str) -> String,
) -> Result<Vec<Row>, String> {
    // Spreadsheets of many countries put semicolons between columns, and what was copied from one has tabs.
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |mark: u8| first.iter().filter(|byte| **byte == mark).count();
    let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).trim(csv::Trim::All).from_reader(bytes);
    let unreadable = |error: &csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        match error.kind() {
            csv::ErrorKind::UnequalLengths { expected_len, len, .. } => at(
                line,
                &format!(
                    "this row has {len} columns, and the first row names {expected_len}; a comma inside a value \
                          needs \"quotes\" around the value"
                ),
            ),
            csv::ErrorKind::Utf8 { .. } => at(line, "this isn't text in UTF-8; save the table as \"CSV UTF-8\""),
            _ => at(line, "this can't be read as a table"),
        }
    };
    let header = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let columns: Vec<String> = header.iter().map(|name| name.to_lowercase().replace([' ', '_'], "-")).collect();
    if !columns.iter().any(|column| column == "name") {
        let known = COLUMNS.join(", ");
        return Err(at(
            1,
            &format!(
                "the column `name` is missing; the first row names the columns: {known}, and parameters of the sessions"
            ),
        ));
    }
    let mut problems = String::new();
    for (index, column) in columns.iter().enumerate() {
        if columns.get(..index).is_some_and(|before| before.contains(column)) {
            problems.push_str(&at(1, &format!("the column `{column}` stands there twice")));
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    let mut taken = BTreeSet::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                problems.push_str(&unreadable(&error));
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        if rows.len() >= MOST_CLIENTS {
            problems.push_str(&at(line, &format!("a table has at most {MOST_CLIENTS} clients")));
            break;
        }
        // As in the file's own letters: parameters may have capitals.
        let cells = columns.iter().map(String::as_str).zip(header.iter()).zip(record.iter());
        let cells = cells.map(|((column, own), value)| (column, own, value)).filter(|(_, _, value)| !value.is_empty());
        match row(line, cells, folder, all, plans) {
            Ok(mut row) => {
                let name = plain_name(&row.who).unwrap_or_else(|| "client".into());
                row.wanted.name = free(&name, |name| taken.contains(name));
                taken.insert(row.wanted.name.clone());
                rows.push(row);
            }
            Err(wrong) => wrong.iter().for_each(|wrong| problems.push_str(&at(line, wrong))),
        }
    }
    if problems.is_empty() && rows.is_empty() {
        problems = at(1, "there is no client in this table");
    }
    match problems.is_empty() {
        true => Ok(rows),
        false => Err(problems + "nothing was written"),
    }
}

fn row<'a>(
    line: u64,
    cells: impl Iterator<Item = (&'a str, &'a str, &'a str)>,
    folder: &Path,
    all: &Wanted,
    plans: &ReadPlan<'_>,
) -> Result<Row, Vec<String>> {
    let mut wanted = all.clone();
    let mut who = String::new();
    let mut wrong = Vec::new();
    let mut planned = None;
    for (column, own, value) in cells {
        let taken = match column {
            "name" if value.chars().count() > LONGEST_NAME => Err(format!("a name has at most {LONGEST_NAME} letters")),
            "name" => {
                who = one_line(value);
                Ok(())
            }
            "sessions" => {
                wanted.sessions = several(value).map(str::to_string).collect();
                Ok(())
            }
            "title" => {
                wanted.title = Some(one_line(value));
                Ok(())
            }
            "fit" => super::time(value).map(|time| wanted.fit = Some(time)),
            "letter" => match read_letter(&folder.join(value)) {
                Ok(letter) => {
                    wanted.letter = Some(letter);
                    Ok(())
                }
                Err(Failure::Usage(error) | Failure::Failed(error)) => Err(error),
                Err(_) => Err("the letter can't be read".into()),
            },
            // Which sessions it may name is known when the row is.
            "plan" => {
                planned = Some(value);
                Ok(())
            }
            "anchor" => match Anchor::named(value) {
                Some(anchor) => {
                    wanted.profile.anchor = Some(anchor);
                    Ok(())
                }
                None => Err(unknown("anchor", value, Anchor::ALL.map(Anchor::as_str))),
            },
            "leave-out" => several(value).map(region).collect::<Result<Vec<_>, _>>().map(|places| {
                wanted.profile.leave_out.extend(places);
            }),
            "without-holds" => match value.to_lowercase().as_str() {
                "yes" | "true" | "x" => {
                    wanted.profile.without_holds = true;
                    Ok(())
                }
                "no" | "false" => Ok(()),
                _ => Err(format!("it is `yes` or `no`, and not `{value}`")),
            },
            "cautions" => several(value).map(caution).collect::<Result<Vec<_>, _>>().map(|cautions| {
                wanted.profile.cautions.extend(cautions);
            }),
            "" => Err("a value stands under a column without a name".into()),
            _ => {
                wanted.set.retain(|(name, _)| name != own);
                wanted.set.push((own.to_string(), value.to_string()));
                Ok(())
            }
        };
        if let Err(problem) = taken {
            wrong.push(format!("in the column `{own}`: {problem}"));
        }
    }
    if let Some(file) = planned {
        match plans(&folder.join(file), &wanted.sessions) {
            Ok(plan) => wanted.plan = Some(plan),
            Err(Failure::Usage(error) | Failure::Failed(error)) => wrong.push(error),
            // What is wrong with it has been told, at its place.
            Err(_) => wrong.push(format!("the plan {file} can't be followed so")),
        }
    }
    if who.is_empty() {
        wrong.push("the name is missing".into());
    }
    if wanted.sessions.is_empty() && wanted.plan.is_none() {
        wrong.push(format!(
            "there is no session for {}: name some in the column `sessions`, or after `letgo pack` for everybody",
            if who.is_empty() { "this client" } else { &who }
        ));
    }
    match wrong.is_empty() {
        true => Ok(Row { line, who, wanted }),
        false => Err(wrong),
    }
}

/// Several things in one cell, with blanks, commas or semicolons between them.
fn several(value: &str) -> impl Iterator<Item = &str> {
    value.split([' ', ',', ';']).filter(|one| !one.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_plan(_: &Path, _: &[String]) -> Result<plan::Found, Failure> {
        Err(Failure::Invalid)
    }

    fn rows(table: &str) -> Result<Vec<Row>, String> {
        let all = Wanted { sessions: vec!["x.yaml".into()], ..Wanted::default() };
        parse(table.as_bytes(), Path::new("."), &all, &no_plan, &|line, what| format!("{line}: {what}\n"))
    }

    #[test]
    fn a_row_is_a_client() {
        let rows = rows(
            "Name,side,Leave out,cautions,fit,without_holds\n\
             Anna Berg,left,jaw feet,pregnancy,15m,yes\n\n\
             \"Bert, the elder\",,,recent-injury:ankle+knee,,no\n",
        )
        .unwrap();
        let anna = &rows[0].wanted;
        assert_eq!((rows[0].line, anna.name.as_str(), rows.len()), (2, "anna-berg", 2));
        assert_eq!(anna.set, [("side".to_string(), "left".to_string())]);
        assert_eq!((anna.profile.leave_out.len(), anna.profile.without_holds), (2, true));
        let bert = &rows[1].wanted;
        assert_eq!((bert.name.as_str(), bert.set.len(), bert.profile.without_holds), ("bert-the-elder", 0, false));
        assert_eq!(bert.profile.cautions[0].places, ["ankle", "knee"]);
    }

    #[test]
    fn names_never_share_a_file() {
        let rows = rows("name\nAnna\nanna\nÀnna\n../Anna\nАнна\n!!\nNUL\nanna-2\n").unwrap();
        let names: Vec<&str> = rows.iter().map(|row| row.wanted.name.as_str()).collect();
        assert_eq!(names, ["anna", "anna-2", "anna-3", "anna-4", "client", "client-2", "nul-pack", "anna-2-2"]);
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_line() {
        let problems = |table: &str| rows(table).map(|_| ()).unwrap_err();
        assert!(problems("side\nleft\n").starts_with("1: the column `name` is missing"));
        assert!(problems("").starts_with("1: the column `name` is missing"));
        assert!(problems("name\n").starts_with("1: there is no client"));
        assert!(problems("name,name\na,b\n").contains("1: the column `name` stands there twice"));
        let told = problems("name,side,cautions\nAnna,left\n,left,\nBert,,pregnant\nCleo,,,\n");
        assert!(told.contains("2: this row has 2 columns, and the first row names 3"), "{told}");
        assert!(told.contains("3: the name is missing"), "{told}");
        assert!(
            told.contains("4: in the column `cautions`: there is no caution `pregnant`; did you mean `pregnancy`?"),
            "{told}"
        );
        assert!(told.contains("5: this row has 4 columns"), "{told}");
        assert!(problems("name,fit\nAnna,15\n").contains("2: "));
        assert!(problems("name,leave-out\nAnna,jew\n").contains("did you mean `jaw`"));
        assert!(rows("name;side\nAnna;left\n").is_ok());
        let utf8 = parse(b"name\nJ\xfcrgen\n", Path::new("."), &Wanted::default(), &no_plan, &|line, what| {
            format!("{line}: {what}")
        });
        assert!(utf8.map(|_| ()).unwrap_err().contains("CSV UTF-8"));
    }
}
