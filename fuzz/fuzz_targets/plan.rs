//! Any text is a plan, or ends with diagnostics.
#![no_main]

use letgo::plan::{MOST_PHASES, MOST_WEEKS, PlanError, read_text};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match read_text("plan.yaml".into(), text.to_string()) {
        Ok(found) => {
            assert!((1..=MOST_PHASES).contains(&found.plan.phases.len()));
            assert!((1..=MOST_WEEKS).contains(&found.plan.weeks()), "{} weeks", found.plan.weeks());
        }
        Err(PlanError::Wrong(diagnostics)) => assert!(!diagnostics.is_empty()),
        Err(_) => {}
    }
});
