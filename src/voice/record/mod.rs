//! A person's own voice for a session: what is to be read, what comes from the microphone, what is kept of it.
//!
//! ```text
//! words ─Reading─▶ the next line ┐
//!                                ├─▶ Take (a file that grows) ─cleaned─▶ a clip ─keep─▶ the session's folder
//! microphone's samples ─Meter────┘
//! a long recording ─Levels─▶ pieces ─align─▶ a piece for each line
//! ```
//!
//! Plain values: this room must not know sessions, devices or screens.

mod align;
mod judge;
mod meter;
mod reading;
mod split;
mod take;

pub use align::{Aligned, align};
pub use judge::{Remark, judge};
pub use meter::{Meter, Metered};
pub use reading::{Line, PACE, Reading, reading_time};
pub use split::{Levels, Piece};
pub use take::{Take, TakeError, cleaned, forget, keep, unfinished};
