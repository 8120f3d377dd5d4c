//! Pictures and pages: text that may stand in them, and files that are whole or not there.

use std::io::{self, Write};
use std::path::Path;

use crate::media::encode::WholeFile;

use super::{Failure, say};

/// Text as it may stand in SVG and HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            // The noncharacters, which XML can't hold.
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

/// Writes a picture or a page; one that is there is replaced only if that is asked for.
pub(super) fn write_page(page: &str, file: &Path, force: bool) -> Result<(), Failure> {
    if file == Path::new("-") {
        let mut out = io::stdout().lock();
        out.write_all(page.as_bytes())?;
        out.flush()?;
        return Ok(());
    }
    let shown = file.display();
    if file.exists() && !force {
        return Err(Failure::Usage(format!("{shown} is there already; --force replaces it")));
    }
    let failed = |error: &dyn std::fmt::Display| Failure::Failed(format!("{shown}: {error}"));
    let mut whole = WholeFile::create(file).map_err(|error| failed(&error))?;
    whole.write_all(page.as_bytes()).map_err(|error| failed(&error))?;
    whole.keep().map_err(|error| failed(&error))?;
    say(&format!("wrote {shown}"));
    Ok(())
}
